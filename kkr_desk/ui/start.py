"""The window, from its start to its end.

What is imported at the top is what the window needs to be seen; all else is loaded when it stands there.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from kkr_desk.paths import default_store
from kkr_desk.sentences import Language
from kkr_desk.ui.frame.application import log_qt, make_application
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.frame.single_instance import SingleInstance
from kkr_desk.ui.frame.window import MainWindow

if TYPE_CHECKING:
    from kkr_desk.progress import Progress
    from kkr_desk.ui.desk import Desk
    from kkr_desk.ui.frame.watchdog import Watchdog

UNSEEN = 500
"""Milliseconds after which a window that nobody sees, such as a minimised one, is furnished all the same."""

_log = logging.getLogger(__name__)


def run(store: Path | None = None, file: Path | None = None, language: Language | None = None) -> int:
    """Show the window until the user closes it.

    Args:
        store: Folder of the store; the user's own without one.
        file: A meeting that was saved as a file, to be opened.
        language: What the window is to speak this time; what the user chose last without it.

    Returns:
        The exit code: 0, also when the window was open already and has come to the front; otherwise as the command
        line's.
    """
    folder = store or default_store()
    preferences = Preferences()
    log_qt()
    application = make_application(sys.argv[:1], language or preferences.language, preferences.theme)
    try:
        instance = SingleInstance(folder, application)
        if not instance.claim() and instance.call(file):
            return 0
        return _Run(application, folder, preferences, instance, file).until_closed()
    except Exception as error:  # noqa: BLE001  the top of the program
        return _tell_failed_start(error)


class _Run(QObject):
    """One run of the window, and what it lets go of at its end."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        preferences: Preferences,
        instance: SingleInstance,
        file: Path | None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._folder = folder
        self._preferences = preferences
        self._instance = instance
        self._file = file
        self._desk: Desk | None = None
        self._watchdog: Watchdog | None = None
        self._window = MainWindow(preferences)

    def until_closed(self) -> int:
        """Show the window, furnish it once it is seen, and wait until it is closed."""
        try:
            self._window.drawn.connect(self._begin)
            QTimer.singleShot(UNSEEN, self._begin)
            self._window.show()
            return self._application.exec()
        finally:
            if self._watchdog is not None:
                self._watchdog.stop()
            self._instance.release()
            if self._desk is not None:
                self._desk.close()
            self._window.deleteLater()  # before Python goes: Qt would call back into what is gone
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @Slot()
    def _begin(self) -> None:
        """Open the store and furnish the window meanwhile."""
        if self._desk is not None:
            return
        from kkr_desk.ui.desk import Desk  # noqa: PLC0415  see the module's docstring

        self._desk = Desk(self._folder, who=self._preferences.who)
        self._desk.open_store()
        self._window.furnished.connect(self._stand_by)
        self._window.filled.connect(self._prepare_for_defects)
        try:
            self._window.furnish_gradually(self._desk)
        except Exception:
            self._prepare_for_defects()
            raise

    @Slot()
    def _prepare_for_defects(self) -> None:
        """Tell of whatever nobody catches from here on, what has just been raised included."""
        from kkr_desk.ui.frame.crash import CrashReporter  # noqa: PLC0415  likewise

        reporter = CrashReporter(QApplication.activeWindow, self)
        reporter.install()
        self._window.defect_found.connect(reporter.report)

    @Slot()
    def _stand_by(self) -> None:
        """Everything is there: hear a second start, watch that the window answers, clear up after killed runs."""
        from kkr_desk.ui.frame.watchdog import Watchdog  # noqa: PLC0415  likewise

        self._instance.called.connect(self._window.answer)
        self._instance.listen()
        self._watchdog = Watchdog(self)
        QTimer.singleShot(0, self._watchdog.start)
        if self._desk is not None:
            from kkr_desk.ui.jobs import Lane  # noqa: PLC0415  likewise

            self._desk.jobs.submit(Lane.ARRIVAL, self, _clear_up)
        if self._file is not None:
            self._window.answer(self._file)


def _clear_up(_: Progress) -> None:
    from kkr_desk.worker.work_folder import clear_work_folders  # noqa: PLC0415  likewise

    clear_work_folders()


def _tell_failed_start(error: Exception) -> int:
    """Say why there is no window: a folder that cannot be written, a damaged installation, a defect."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  likewise

    from kkr_desk.errors import Defect  # noqa: PLC0415  likewise
    from kkr_desk.log_file import circumstances, trace  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.crash import CrashDialog  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.telling import details, known, sentence  # noqa: PLC0415  likewise

    told = known(error)
    if told is not None:
        QMessageBox.critical(None, "KKR Desk", sentence(told))
        return told.exit_code
    _log.error("%s\n%s", circumstances(), trace(error))
    CrashDialog(details(error)).exec()
    return Defect.exit_code
