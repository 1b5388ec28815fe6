"""An editor on a page, and how a test works with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QTextEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.ui.rich_text import RichTextEditor

KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT, ALT = MODIFIER.ControlModifier, MODIFIER.ShiftModifier, MODIFIER.AltModifier


class Page(QWidget):
    """An editor with a field before and one behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.editor, self.behind = QLineEdit(self), RichTextEditor(self), QLineEdit(self)
        layout = QVBoxLayout(self)
        for part in (self.before, self.editor, self.behind):
            layout.addWidget(part)


def field_of(editor: RichTextEditor) -> QTextEdit:
    found = editor.findChild(QTextEdit, "text")
    assert found is not None
    return found


def button(editor: RichTextEditor, name: str) -> QToolButton:
    (found,) = (made for made in editor.findChildren(QToolButton) if made.accessibleName() == name)
    return found


def choose(qtbot: QtBot, editor: RichTextEditor, name: str, entry: str) -> None:
    """Click a button of the bar and an entry of its menu."""
    opener = button(editor, name)
    menu = opener.menu()
    (action,) = (action for action in menu.actions() if action.text().replace("&", "") == entry)

    def pick() -> None:
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    assert opener.isEnabled()
    assert action.isEnabled()
    menu.aboutToShow.connect(partial(QTimer.singleShot, 0, pick), Qt.ConnectionType.SingleShotConnection)
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)


def select(field: QTextEdit, words: str) -> None:
    found = field.document().find(words)
    assert not found.isNull()
    field.setTextCursor(found)


def place_behind(field: QTextEdit, words: str) -> None:
    found = field.document().find(words)
    found.setPosition(found.selectionEnd())
    field.setTextCursor(found)


def pasted(html: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    return data


def paste(qtbot: QtBot, field: QTextEdit, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(field, KEY.Key_V, CONTROL)


TABLE = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
