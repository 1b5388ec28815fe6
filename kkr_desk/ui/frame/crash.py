"""What happens when the program itself is at fault: it is logged, told with details to copy, and work goes on.

Nothing typed is lost: every change is in the store, or in its field, when an error comes; and the dialog does not end
the program. The reporter must work when much else does not, so it leans on little, and what fails in it is logged.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kkr_desk.log_file import circumstances, trace
from kkr_desk.ui.frame.button_box import ButtonBox
from kkr_desk.ui.frame.telling import details

_log = logging.getLogger(__name__)

MOST_DETAILS = 20_000
"""Characters of details that are kept while the dialog is open: an error in drawing comes again and again."""


class CrashDialog(QDialog):
    """Says that the program made a mistake, and holds what is needed to mend it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash-dialog")
        self._sentence = QLabel(wordWrap=True)
        self._details = QPlainTextEdit(text, readOnly=True)
        self._details.setObjectName("crash-details")
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._copy, self._go_on, self._end = QPushButton(), QPushButton(), QPushButton()
        self._buttons = ButtonBox()
        for button, role in (
            (self._copy, QDialogButtonBox.ButtonRole.ActionRole),
            (self._end, QDialogButtonBox.ButtonRole.DestructiveRole),
            (self._go_on, QDialogButtonBox.ButtonRole.AcceptRole),
        ):
            self._buttons.addButton(button, role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._sentence, self._details, self._buttons):
            layout.addWidget(widget)
        self._copy.clicked.connect(self._copy_details)
        self._go_on.clicked.connect(self.accept)
        self._end.clicked.connect(QCoreApplication.quit)
        self._go_on.setDefault(True)
        self.resize(640, 400)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setWindowTitle(self.tr("Fejl i KKR Desk"))
        self._sentence.setText(
            self.tr(
                "Der er sket en fejl i programmet. Det, du har gemt og skrevet, er der stadig, og du kan arbejde "
                "videre. Sker det igen, så luk programmet og start det igen. Send gerne detaljerne her til dem, der "
                "hjælper jer med programmet; der står intet fra jeres dokumenter i dem."
            )
        )
        self._details.setAccessibleName(self.tr("Detaljer om fejlen"))
        self._copy.setText(self.tr("&Kopiér detaljer"))
        self._end.setText(self.tr("&Luk programmet"))
        self._go_on.setText(self.tr("&Arbejd videre"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def add(self, text: str) -> None:
        """Add the details of a further error."""
        if len(self._details.toPlainText()) + len(text) <= MOST_DETAILS:
            self._details.appendPlainText(f"\n{text}")

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


class CrashReporter(QObject):
    """Takes every exception that nobody has caught, whichever thread it comes from.

    Args:
        window: Gives the window that the dialog belongs to, None while there is none.
        parent: Its owner.
    """

    _told = Signal(str)

    def __init__(self, window: Callable[[], QWidget | None] = lambda: None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._dialog: CrashDialog | None = None
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook of the process and of its threads."""
        sys.excepthook = self.take
        threading.excepthook = self._take_of_thread

    def take(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """An uncaught exception, in the form of `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):  # Ctrl+C in the terminal that the window was started from
            QCoreApplication.quit()
            return
        self.report(error.with_traceback(where))

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Log an error of ours and tell of it; may be called on any thread, and never raises."""
        try:
            _log.error("%s\n%s", circumstances(), trace(error))
            self._told.emit(details(error))
        except Exception as failure:  # noqa: BLE001  what tells of errors has failed itself: the last resort
            _last_resort(error, failure)

    def _take_of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not issubclass(arguments.exc_type, SystemExit):
            self.take(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    @Slot(str)
    def _show(self, text: str) -> None:
        """Show the dialog, one at a time."""
        try:
            if self._dialog is not None:
                self._dialog.add(text)
                return
            dialog = self._dialog = CrashDialog(text, self._window())
            dialog.finished.connect(self._forget)
            dialog.open()
        except Exception as failure:  # noqa: BLE001  as above; the error itself is in the log by now
            self._dialog = None
            _log.error("the crash dialog failed\n%s", trace(failure))

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _last_resort(error: BaseException, failure: BaseException) -> None:
    """Hand both errors to Python's own handler, where there is a terminal to print them on."""
    for one in (error, failure):
        if sys.__stderr__ is not None:
            sys.__excepthook__(type(one), one, one.__traceback__)
