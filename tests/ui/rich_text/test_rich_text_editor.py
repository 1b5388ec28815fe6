"""The editor of a text: what is loaded is what is read; written by key and mouse; how it stands in the window."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.rich_text import Document, to_html
from kkr_desk.ui.rich_text import RichTextEditor
from tests.rich_text.documents import documents
from tests.ui.rich_text.pages import (
    ALT,
    CONTROL,
    KEY,
    SHIFT,
    TABLE,
    button,
    choose,
    paste,
    pasted,
    place_behind,
)


def test_what_is_loaded_is_what_is_read(qtbot: QtBot) -> None:
    editor = RichTextEditor()
    qtbot.addWidget(editor)

    @settings(suppress_health_check=list(HealthCheck))
    @given(documents)
    def holds(document: Document) -> None:
        editor.set_html(to_html(document))
        assert editor.html() == to_html(document)

    holds()


def test_loading_is_no_edit_and_the_same_text_disturbs_nothing(
    qtbot: QtBot, editor: RichTextEditor, field: QTextEdit
) -> None:
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_html("<p>Et</p>")
    assert not editor.can_undo()
    field.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClicks(field, "!")
    editor.set_html("<p>Et!</p>")
    assert editor.can_undo()
    assert field.textCursor().atEnd()


def test_writing_by_keyboard_alone(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    qtbot.keyClick(field, KEY.Key_H, CONTROL | SHIFT)
    qtbot.keyClicks(field, "Baggrund")
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClicks(field, "Se ")
    qtbot.keyClick(field, KEY.Key_B, CONTROL)
    qtbot.keyClicks(field, "fed")
    qtbot.keyClick(field, KEY.Key_B, CONTROL)
    qtbot.keyClicks(field, " og ")
    qtbot.keyClick(field, KEY.Key_I, CONTROL)
    qtbot.keyClicks(field, "skrå")
    qtbot.keyClick(field, KEY.Key_Return, SHIFT)
    qtbot.keyClick(field, KEY.Key_I, CONTROL)
    qtbot.keyClicks(field, "linje")
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClick(field, KEY.Key_O, CONTROL | SHIFT)
    qtbot.keyClicks(field, "et")
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClicks(field, "under")
    qtbot.keyClick(field, KEY.Key_Tab)
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClicks(field, "to")
    qtbot.keyClick(field, KEY.Key_Tab, SHIFT)
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClicks(field, "slut")
    assert editor.html() == (
        "<h3>Baggrund</h3>\n"
        "<p>Se <strong>fed</strong> og <em>skrå</em><br>linje</p>\n"
        "<ol><li>et<ol><li>under</li></ol></li><li>to</li></ol>\n"
        "<p>slut</p>"
    )


def test_the_heading_key_goes_round(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    qtbot.keyClicks(field, "a")
    seen = []
    for _ in range(3):
        qtbot.keyClick(field, KEY.Key_H, CONTROL | SHIFT)
        seen.append(editor.html())
    assert seen == ["<h3>a</h3>", "<h4>a</h4>", "<p>a</p>"]
    choose(qtbot, editor, "Overskrift", "Underoverskrift")
    assert editor.html() == "<h4>a</h4>"


def test_lists_by_the_bar(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<p>a</p><p>b</p><p>c</p>")
    field.selectAll()
    qtbot.mouseClick(button(editor, "Punktliste"), Qt.MouseButton.LeftButton)
    assert editor.html() == "<ul><li>a</li><li>b</li><li>c</li></ul>"
    assert button(editor, "Punktliste").isChecked()
    assert field.hasFocus()
    place_behind(field, "b")
    qtbot.mouseClick(button(editor, "Punktliste"), Qt.MouseButton.LeftButton)
    assert editor.html() == "<ul><li>a</li></ul>\n<p>b</p>\n<ul><li>c</li></ul>"
    field.selectAll()
    qtbot.mouseClick(button(editor, "Nummereret liste"), Qt.MouseButton.LeftButton)
    assert editor.html() == "<ol><li>a</li><li>b</li><li>c</li></ol>"
    place_behind(field, "c")
    qtbot.keyClick(field, KEY.Key_Right, ALT | SHIFT)
    assert editor.html() == "<ol><li>a</li><li>b<ol><li>c</li></ol></li></ol>"
    qtbot.keyClick(field, KEY.Key_Left, ALT | SHIFT)
    qtbot.keyClick(field, KEY.Key_Left, ALT | SHIFT)
    assert editor.html() == "<ol><li>a</li><li>b</li></ol>\n<p>c</p>"


def test_a_number_goes_on_after_a_paragraph(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<ol><li>a</li><li>b</li><li>c</li></ol>")
    place_behind(field, "b")
    choose(qtbot, editor, "Overskrift", "Brødtekst")
    assert editor.html() == '<ol><li>a</li></ol>\n<p>b</p>\n<ol start="2"><li>c</li></ol>'


def test_the_first_item_has_nothing_to_stand_below(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<ul><li>a</li></ul>")
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(field, KEY.Key_Tab)
    assert editor.html() == "<ul><li>a</li></ul>"
    assert field.hasFocus()


@pytest.mark.parametrize(
    ("html", "after"),
    [
        ("<ul><li>a</li></ul>", "<p>a</p>"),
        ("<h3>a</h3>", "<p>a</p>"),
        ("<p>b</p><p>a</p>", "<p>ba</p>"),
        ("<ul><li>b<ul><li>a</li></ul></li></ul>", "<ul><li>b</li><li>a</li></ul>"),
    ],
)
def test_backspace_at_the_beginning(
    qtbot: QtBot, editor: RichTextEditor, field: QTextEdit, html: str, after: str
) -> None:
    editor.set_html(html)
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(field, KEY.Key_Home)
    qtbot.keyClick(field, KEY.Key_Backspace)
    assert editor.html() == after


def test_clearing_keeps_links_and_words(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<h3><em>a</em></h3><ul><li><strong>b</strong> <a href='https://kl.dk'>c</a></li></ul>")
    field.selectAll()
    qtbot.keyClick(field, KEY.Key_Space, CONTROL)
    assert editor.html() == '<p>a</p>\n<p>b <a href="https://kl.dk">c</a></p>'


def test_undo_stays_in_the_field_until_nothing_is_left(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<p>a</p>")
    field.moveCursor(QTextCursor.MoveOperation.End)
    paste(qtbot, field, pasted("<p>b</p><ul><li>c</li></ul>" + TABLE))
    changed = editor.html()
    with qtbot.assertNotEmitted(editor.undo_exhausted):
        qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert editor.html() == "<p>a</p>"
    assert editor.can_redo()
    with qtbot.waitSignal(editor.undo_exhausted):
        qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    editor.redo()
    assert editor.html() == changed
    with qtbot.waitSignal(editor.redo_exhausted):
        editor.redo()
    editor.undo()
    assert editor.html() == "<p>a</p>"


@pytest.mark.parametrize("name", ["Fed", "Kursiv", "Punktliste", "Nummereret liste", "Ryd formatering"])
def test_each_command_is_one_step(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit, name: str) -> None:
    editor.set_html("<p><strong>a</strong></p><ul><li>b</li><li>c<ul><li>d</li></ul></li></ul><p>e</p>")
    before = editor.html()
    field.selectAll()
    qtbot.mouseClick(button(editor, name), Qt.MouseButton.LeftButton)
    if name != "Fed":
        assert editor.html() != before
    while editor.can_undo() and name == "Fed":
        editor.undo()
    if name != "Fed":
        editor.undo()
    assert editor.html() == before
    assert not editor.can_undo()


def test_read_only_takes_nothing(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<p>a</p>")
    editor.set_read_only(read_only=True)
    assert editor.is_read_only()
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, KEY.Key_B, CONTROL)
    qtbot.keyClick(field, KEY.Key_T, CONTROL | SHIFT)
    paste(qtbot, field, pasted(text="x"))
    assert editor.html() == "<p>a</p>"
    assert not button(editor, "Fed").isVisible()
    editor.set_read_only(read_only=False)
    qtbot.keyClicks(field, "x")
    assert editor.html() == "<p>xa</p>"


def test_everything_has_a_name_in_both_languages(editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_name("Baggrund")
    editor.set_placeholder("Skriv baggrunden her")
    assert field.accessibleName() == "Baggrund"
    assert field.placeholderText() == "Skriv baggrunden her"
    bar = editor.findChild(QWidget, "format-bar")
    assert bar is not None
    buttons = bar.findChildren(QToolButton)
    assert [made.accessibleName() for made in buttons] == [
        *("Fed", "Kursiv", "Punktliste", "Nummereret liste"),
        *("Overskrift", "Tabel", "Link", "Ryd formatering"),
    ]
    assert all(made.accessibleName() in made.toolTip() and "Ctrl+" in made.toolTip() for made in buttons)
    QApplication.sendEvent(editor, QEvent(QEvent.Type.LanguageChange))
    assert all(made.accessibleName() for made in buttons)


def test_a_change_of_palette_is_no_edit(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<p><a href='https://kl.dk'>KL</a></p>")

    def colours() -> set[str]:
        layout = field.document().begin().layout()
        return {part.format.foreground().color().name() for part in layout.formats()}

    palette = QPalette(editor.palette())
    palette.setColor(QPalette.ColorRole.Link, QColor("#6eaaff"))
    with qtbot.assertNotEmitted(editor.edited):
        editor.setPalette(palette)
    assert colours() == {"#6eaaff"}
    assert not editor.can_undo()
