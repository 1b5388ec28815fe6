"""How a user gets to what is to be seen: to a meeting, an item, an attachment, and to what a command opens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from screenshot_store import SAMPLE

from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.window import MainWindow

Rest = Callable[[Desk], None]
"""Waits until nothing is under way."""
Scene = Callable[[MainWindow, Desk, Rest], QWidget | QPixmap]


def whole(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
    """The sample, as the window opens."""
    lay(desk, SAMPLE, rest)
    return window


def meeting(day: date, number: str = "") -> Scene:
    """A meeting, with one of its items selected."""

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        lay(desk, day, rest)
        if number:
            select(desk, number)
            rest(desk)
        return window

    return scene


def item(tab: int) -> Scene:
    """Item 2.1 of the sample with one of its tabs."""

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        lay(desk, SAMPLE, rest)
        select(desk, "2.1")
        window.panes.item.tabs.setCurrentIndex(tab)
        rest(desk)
        return window

    return scene


def attachment(day: date, number: str, place: int) -> Scene:
    """An attachment of a meeting with its pages, or why it has none."""

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        lay(desk, day, rest)
        select(desk, number, place)
        rest(desk)
        return window

    return scene


def lay(desk: Desk, day: date, rest: Rest) -> None:
    """Lay the meeting of a day on the desk."""
    if desk.snapshot is None or desk.snapshot.agenda.meeting.date != day:
        desk.read(
            desk,
            lambda store: next(one.id for one in store.meetings() if one.date == day),
            lambda found: desk.open_meeting(found) and None,
        )
    rest(desk)


def select(desk: Desk, number: str, place: int | None = None) -> None:
    """Select an item, or its attachment of a number."""
    if desk.snapshot is None:
        raise SystemExit("no meeting is open")
    row = next(row for row in desk.snapshot.agenda.items if row.number == number)
    desk.select(Selection(row.item.id, row.attachments[place - 1].attachment.id if place else None))


def command(get: Callable[[MainWindow], QAction], kind: str, day: date = SAMPLE) -> Scene:
    """What opens on a command.

    Args:
        get: Finds the command's action.
        kind: Class of what opens.
        day: Of the meeting that lies on the desk.
    """

    def scene(window: MainWindow, desk: Desk, rest: Rest) -> QWidget:
        lay(desk, day, rest)
        get(window).trigger()
        rest(desk)
        return opened(kind)

    return scene


def opened(kind: str) -> QWidget:
    """The window of a class that is to be seen."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return next(widget for widget in shown if type(widget).__name__ == kind)


def named(name: str) -> Callable[[MainWindow], QAction]:
    """Finds an action by its object's name."""

    def find(window: MainWindow) -> QAction:
        return window.findChildren(QAction, name)[0]

    return find
