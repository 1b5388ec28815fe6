"""Undo and redo by name, from keyboard and menu; a text field's own undo goes first while it is being typed in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.undoing import UndoActions
from tests.ui.desks import free_widgets, item_of, settle
from tests.ui.pseudo import OPEN, pseudo_language

CONTROL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """A window with the two actions and two fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.undoing = UndoActions(desk, self)
        self.addActions([self.undo, self.redo])
        self.line, self.text = QLineEdit(), QPlainTextEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.text)

    @property
    def undo(self) -> QAction:
        return self.undoing.undo

    @property
    def redo(self) -> QAction:
        return self.undoing.redo


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Page:
    made = Page(desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def rename(desk: Desk, title: str, label: str = "Omdøb punkt 1") -> None:
    item = item_of(desk, "1").item.id
    desk.write(desk, label, lambda store: store.change_item(item, title=title))
    settle(desk)


def title(desk: Desk) -> str:
    return item_of(desk, "1").item.title


def test_they_are_named(qtbot: QtBot, desk: Desk, page: Page) -> None:
    assert page.undo.text() == "&Fortryd: Importér mødet 18. september 2026"
    assert (page.redo.text(), page.redo.isEnabled()) == ("&Gentag", False)
    rename(desk, "Goddag", "Omdøb punkt 1 & 2")
    assert page.undo.text() == "&Fortryd: Omdøb punkt 1 && 2"
    assert page.undo.toolTip() == "Fortryd: Omdøb punkt 1 & 2"
    page.undo.trigger()
    settle(desk)
    assert page.redo.text() == "&Gentag: Omdøb punkt 1 && 2"
    with pseudo_language():
        page.undoing.retranslate()
        assert page.undo.text().startswith(OPEN)
    page.undoing.retranslate()


def test_by_key(qtbot: QtBot, desk: Desk, page: Page) -> None:
    before = title(desk)
    rename(desk, "Goddag")
    qtbot.keyClick(page, Qt.Key.Key_Z, CONTROL)
    settle(desk)
    assert title(desk) == before
    qtbot.keyClick(page, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    assert title(desk) == "Goddag"


@pytest.mark.parametrize("name", ["line", "text"])
def test_a_field_undoes_its_own_typing_first(qtbot: QtBot, desk: Desk, page: Page, name: str) -> None:
    rename(desk, "Goddag")
    field = page.line if name == "line" else page.text
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    page.undoing.retranslate()
    assert page.undo.text() == "&Fortryd: Indtastning"
    page.undo.trigger()
    settle(desk)
    assert (content(field), title(desk)) == ("", "Goddag")
    page.undoing.retranslate()
    assert page.redo.text() == "&Gentag: Indtastning"
    page.redo.trigger()
    assert content(field) == "abc"
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert content(field) == ""
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    settle(desk)
    assert title(desk) != "Goddag"


def content(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_a_field_that_is_left_has_no_say(qtbot: QtBot, desk: Desk, page: Page) -> None:
    page.line.setFocus()
    qtbot.keyClicks(page.line, "abc")
    page.text.setFocus()
    assert page.undo.text() == "&Fortryd: Importér mødet 18. september 2026"


def test_a_field_that_is_deleted_is_forgotten(qtbot: QtBot, desk: Desk, page: Page) -> None:
    page.line.setFocus()
    qtbot.keyClicks(page.line, "abc")
    page.line.deleteLater()
    free_widgets()
    page.undo.trigger()
    settle(desk)
    assert desk.undoable.undo is None
