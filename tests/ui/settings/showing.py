"""Finding one's way about the settings as a user does, and what the store has of them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.model import Council
from kkr_desk.ui.desk import Desk
from tests.ui.desks import settle

YOU, COUNCILS, FOLDERS = range(3)
NAME, MEMBERS, AGENDA, DOCUMENTS = range(4)

Shown = TypeVar("Shown", bound=QWidget)


def find(window: QWidget, kind: type[Shown], name: str) -> Shown:
    found = window.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def turn_to(qtbot: QtBot, window: QWidget, page: int, leaf: int | None = None) -> None:
    """Click a page in the list at the left, and a leaf of the council's."""
    pages = find(window, QListWidget, "settings-pages")
    place = pages.visualItemRect(pages.item(page)).center()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if leaf is not None:
        tabs = find(window, QTabWidget, "council-form").tabBar()
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(leaf).center())


def write_over(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Type a text in place of what stands there."""
    line.setFocus()
    qtbot.keySequence(line, "Ctrl+A")
    qtbot.keyClicks(line, text)


def councils(desk: Desk) -> dict[str, Council]:
    """The store's councils by name, read as the window reads."""
    found: list[Council] = []
    desk.read(desk, lambda store: store.councils(), found.extend)
    settle(desk)
    return {council.name: council for council in found}


def undo(desk: Desk) -> None:
    desk.undo()
    settle(desk)
