"""Whatever is typed, the text stays in its canonical shape, can be loaded again and can be undone."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from kkr_desk.rich_text import Document, sanitise, to_html
from kkr_desk.ui.rich_text import RichTextEditor
from tests.rich_text.documents import documents
from tests.ui.rich_text.pages import ALT, CONTROL, KEY, MODIFIER, SHIFT, TABLE, pasted

NONE = MODIFIER.NoModifier
PRESSES = [
    *((KEY.Key_A + letter, NONE) for letter in range(3)),
    *((key, NONE) for key in (KEY.Key_Space, KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Tab)),
    *((key, NONE) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down, KEY.Key_Home, KEY.Key_End)),
    *((key, SHIFT) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down, KEY.Key_Tab, KEY.Key_Return)),
    *((key, CONTROL) for key in (KEY.Key_A, KEY.Key_B, KEY.Key_I, KEY.Key_Space, KEY.Key_V, KEY.Key_X, KEY.Key_Z)),
    *((key, CONTROL | SHIFT) for key in (KEY.Key_H, KEY.Key_L, KEY.Key_O, KEY.Key_T, KEY.Key_V, KEY.Key_Z)),
    *((key, ALT | SHIFT) for key in (KEY.Key_Left, KEY.Key_Right)),
]


def test_any_keys(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    @settings(suppress_health_check=list(HealthCheck))
    @given(documents, st.lists(st.sampled_from(PRESSES), max_size=25))
    def holds(document: Document, presses: list[tuple[int, Qt.KeyboardModifier]]) -> None:
        editor.set_html("<p>another</p>")
        editor.set_html(to_html(document))
        QGuiApplication.clipboard().setMimeData(pasted(f"<h1>h</h1><ul><li>x<ul><li>y</ul></ul>{TABLE}", "t"))
        for key, modifier in presses:
            qtbot.keyClick(field, KEY(key), modifier)
        html = editor.html()
        assert sanitise(html) == html
        while editor.can_undo():
            editor.undo()
        assert editor.html() == to_html(document)

    holds()
