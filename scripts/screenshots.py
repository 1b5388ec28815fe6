"""Draws every pane and dialog of the window, in both languages, light and dark, at 100 and 200 %.

    .venv/bin/python scripts/screenshots.py docs/screenshots      all of them; `make screenshots`
    .venv/bin/python scripts/screenshots.py FOLDER da light 1     one language, theme and scale

They are for looking at: alignment, clipped texts, empty space, Danish. The scale belongs to the process, so each run
of the second kind is a process of its own.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from kkr_desk.ui.desk import Desk
    from kkr_desk.ui.frame.window import MainWindow

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample" / "meeting.json"
SIZE = (1280, 720)
PAUSE = 400
"""Milliseconds for what draws itself later: previews, progress."""

Scene = Callable[["MainWindow", "Desk"], "QWidget"]


def main() -> None:
    """Draw all, or one kind."""
    folder, *kind = sys.argv[1:]
    if kind:
        draw(Path(folder), *kind)
        return
    for language, theme, scale in itertools.product(("da", "en"), ("light", "dark"), ("1", "2")):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, __file__, folder, language, theme, scale]
        subprocess.run(command, check=True, env=environment)  # noqa: S603  ourselves


def draw(folder: Path, language: str, theme: str, scale: str) -> None:
    """Draw every scene in one language, theme and scale."""
    from PySide6.QtCore import (  # noqa: PLC0415  the scale must be set before
        QCoreApplication,
        QEvent,
        qInstallMessageHandler,
    )

    from kkr_desk.sentences import Language  # noqa: PLC0415  likewise
    from kkr_desk.ui.desk import Desk  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.application import make_application  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.preferences import Preferences, Theme  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.window import MainWindow  # noqa: PLC0415  likewise

    qInstallMessageHandler(lambda *_: None)  # the offscreen platform says what it cannot do
    make_application(sys.argv[:1], Language(language), Theme(theme))
    with tempfile.TemporaryDirectory() as work:
        for name, scene in SCENES.items():
            store = Path(work) / ("empty" if name == "01-first-start" else "store")
            desk = Desk(store, who="abk")
            desk.open_store()
            window = MainWindow(Preferences(Path(work) / "window.ini"))
            window.furnish(desk)
            window.resize(*SIZE)
            window.show()
            if name == "02-meeting":
                window.welcome.sample_wanted.emit()
            rest(desk)
            place = folder / f"{name}-{language}-{theme}-{scale}00.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            shown = scene(window, desk)
            rest(desk)
            shown.grab().save(str(place))
            desk.close()
            window.deleteLater()  # with the dialogs, which belong to it
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest(desk: Desk) -> None:
    """Wait until nothing is under way."""
    from PySide6.QtTest import QTest  # noqa: PLC0415  likewise

    QTest.qWait(PAUSE // 4)
    while not desk.jobs.idle:
        QTest.qWait(20)
    QTest.qWait(PAUSE)


def whole(window: MainWindow, _: Desk) -> QWidget:
    """The window as it opens."""
    return window


def item(tab: int) -> Scene:
    """An item with one of its tabs."""

    def scene(window: MainWindow, desk: Desk) -> QWidget:
        select(desk, attachment=False)
        window.panes.item.tabs.setCurrentIndex(tab)
        return window

    return scene


def attachment(window: MainWindow, desk: Desk) -> QWidget:
    """An attachment with its pages."""
    select(desk, attachment=True)
    return window


def select(desk: Desk, *, attachment: bool) -> None:
    """Select item 2.1, or its third attachment."""
    from kkr_desk.ui.desk import Selection  # noqa: PLC0415  likewise

    if desk.snapshot is None:
        raise SystemExit("no meeting is open")
    row = next(row for row in desk.snapshot.agenda.items if row.number == "2.1")
    desk.select(Selection(row.item.id, row.attachments[2].attachment.id if attachment else None))


def command(get: Callable[[MainWindow], QAction], kind: str) -> Scene:
    """What opens on a command.

    Args:
        get: Finds the command's action.
        kind: Class of what opens.
    """

    def scene(window: MainWindow, desk: Desk) -> QWidget:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415  likewise

        get(window).trigger()
        rest(desk)
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        return next(widget for widget in shown if type(widget).__name__ == kind)

    return scene


def named(name: str) -> Callable[[MainWindow], QAction]:
    """Finds an action by its object's name."""

    def find(window: MainWindow) -> QAction:
        from PySide6.QtGui import QAction  # noqa: PLC0415  likewise

        return window.findChildren(QAction, name)[0]

    return find


def error(window: MainWindow, _: Desk) -> QWidget:
    """The error strip."""
    from kkr_desk.errors import EnvironmentFault, UserError  # noqa: PLC0415  likewise

    window.show_error(UserError("item-gone"))
    window.show_error(EnvironmentFault("disk-full"))
    return window


def crash(window: MainWindow, _: Desk) -> QWidget:
    """The crash dialog."""
    from kkr_desk.errors import Defect  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.crash import CrashDialog  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.telling import details  # noqa: PLC0415  likewise

    dialog = CrashDialog(details(Defect("store-defect", reason="not-open")), window)
    dialog.show()
    return dialog


def search(window: MainWindow, desk: Desk) -> QWidget:
    """What is found for a word."""
    window.search.setFocus()
    window.search.setText("kommuner")
    rest(desk)
    return window


def index(window: MainWindow, desk: Desk) -> QWidget:
    """The index beside the agenda."""
    select(desk, attachment=False)
    window.panes.show_index(True)  # noqa: FBT003  a slot
    return window


SCENES: dict[str, Scene] = {
    "01-first-start": whole,
    "02-meeting": whole,
    "03-item-case": item(0),
    "04-item-texts": item(1),
    "05-item-decision": item(2),
    "06-item-history": item(3),
    "07-attachment": attachment,
    "08-index": index,
    "09-search": search,
    "10-new-meeting": command(lambda window: window.panes.meetings.new_action, "NewMeetingDialog"),
    "11-meeting-details": command(lambda window: window.panes.meetings.details_action, "MeetingDetailsDialog"),
    "12-delete-for-good": command(lambda window: window.panes.meetings.delete_action, "RemovalDialog"),
    "13-export": command(named("export_collection"), "ExportDialog"),
    "14-print": command(named("print"), "PrintDialog"),
    "16-settings": command(named("settings"), "SettingsDialog"),
    "17-guide": command(named("show-guide"), "GuideWindow"),
    "18-shortcuts": command(named("show-shortcuts"), "ShortcutsDialog"),
    "19-about": command(named("show-about"), "AboutDialog"),
    "20-error": error,
    "21-crash": crash,
}


if __name__ == "__main__":
    main()
