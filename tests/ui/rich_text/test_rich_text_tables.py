"""Tables in the editor, and the keyboard's way through and out of them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.ui.rich_text import RichTextEditor
from tests.ui.rich_text.pages import (
    CONTROL,
    KEY,
    MODIFIER,
    SHIFT,
    TABLE,
    Page,
    button,
    choose,
    paste,
    pasted,
    place_behind,
)


def test_a_table_by_keyboard(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    qtbot.keyClicks(field, "før")
    qtbot.keyClick(field, KEY.Key_T, CONTROL | SHIFT)
    for word in ("A", "B", "C", "1", "2", "3", "4", "5", "6", "7"):
        qtbot.keyClicks(field, word)
        qtbot.keyClick(field, KEY.Key_Tab)
    qtbot.keyClick(field, KEY.Key_Tab, SHIFT)
    qtbot.keyClicks(field, "syv")
    assert editor.html() == (
        "<p>før</p>\n<table><tr><th><p>A</p></th><th><p>B</p></th><th><p>C</p></th></tr>"
        "<tr><td><p>1</p></td><td><p>2</p></td><td><p>3</p></td></tr>"
        "<tr><td><p>4</p></td><td><p>5</p></td><td><p>6</p></td></tr>"
        "<tr><td><p>syv</p></td><td></td><td></td></tr></table>"
    )


@pytest.mark.parametrize(
    ("entry", "rows"),
    [
        ("Ny række over", "ab,__,cd"),
        ("Ny række under", "ab,cd,__"),
        ("Ny kolonne før", "a_b,c_d"),
        ("Ny kolonne efter", "ab_,cd_"),
        ("Slet række", "ab"),
        ("Slet kolonne", "a,c"),
        ("Slet tabel", ""),
    ],
)
def test_rows_and_columns_by_the_menu(
    qtbot: QtBot, editor: RichTextEditor, field: QTextEdit, entry: str, rows: str
) -> None:
    editor.set_html(f"<p>x</p>{TABLE}<h3>y</h3>")
    before = editor.html()
    place_behind(field, "d")
    choose(qtbot, editor, "Tabel", entry)
    html = editor.html()
    found = [re.findall("<t[dh]>(?:<p>)?(.*?)(?:</p>)?</t[dh]>", row) for row in html.split("<tr>")[1:]]
    assert ",".join("".join(cell or "_" for cell in row) for row in found) == rows
    assert html.startswith("<p>x</p>\n")
    assert html.endswith("\n<h3>y</h3>")
    editor.undo()
    assert editor.html() == before
    assert not editor.can_undo()


def test_the_header_row_is_a_choice(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html(TABLE)
    place_behind(field, "d")
    choose(qtbot, editor, "Tabel", "Første række er overskrift")
    assert "<th>" not in editor.html()
    choose(qtbot, editor, "Tabel", "Første række er overskrift")
    assert editor.html().count("<th>") == 2


def test_a_table_goes_into_a_cell_as_its_words(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html(TABLE)
    place_behind(field, "d")
    paste(qtbot, field, pasted(f"<h2>h</h2>{TABLE}"))
    html = editor.html()
    assert html.count("<table>") == 1
    assert "<td><p>d<strong>h</strong></p><p>a</p><p>b</p><p>c</p><p>d</p></td>" in html
    assert not button(editor, "Overskrift").defaultAction().isEnabled()


def test_selected_cells_become_bold_together(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html(TABLE)
    place_behind(field, "c")
    qtbot.keyClick(field, KEY.Key_Right, SHIFT)
    qtbot.keyClick(field, KEY.Key_Right, SHIFT)
    qtbot.keyClick(field, KEY.Key_B, CONTROL)
    assert "<td><p><strong>c</strong></p></td><td><p><strong>d</strong></p></td>" in editor.html()
    qtbot.keyClick(field, KEY.Key_L, CONTROL | SHIFT)
    assert "<ul><li><strong>c</strong></li></ul></td><td><ul><li><strong>d</strong></li></ul></td>" in editor.html()


@pytest.mark.parametrize("html", ["<p>a</p>", "<ul><li>a</li></ul>", TABLE])
def test_the_keyboard_always_finds_a_way_out(qtbot: QtBot, page: Page, field: QTextEdit, html: str) -> None:
    page.editor.set_html(html)
    place_behind(field, "a")
    bar = page.editor.findChild(QWidget, "format-bar")
    assert bar is not None
    plain = html.startswith("<p>")
    qtbot.keyClick(field, KEY.Key_Tab, MODIFIER.NoModifier if plain else CONTROL)
    assert page.behind.hasFocus()
    qtbot.keyClick(page.behind, KEY.Key_Tab, SHIFT)
    assert field.hasFocus()
    qtbot.keyClick(field, KEY.Key_Backtab, SHIFT if plain else CONTROL | SHIFT)
    assert QApplication.focusWidget() in bar.findChildren(QToolButton)


def test_tab_leads_to_the_text_and_back_from_it_to_the_bar(qtbot: QtBot, page: Page, field: QTextEdit) -> None:
    page.before.setFocus()
    qtbot.keyClick(page.before, KEY.Key_Tab)
    assert field.hasFocus()
    qtbot.keyClick(field, KEY.Key_Tab)
    assert page.behind.hasFocus()
    qtbot.keyClick(page.behind, KEY.Key_Tab, SHIFT)
    qtbot.keyClick(field, KEY.Key_Tab, SHIFT)
    assert button(page.editor, "Fed").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab, SHIFT)
    assert page.before.hasFocus()


def test_the_bar_is_walked_by_arrows(qtbot: QtBot, page: Page, field: QTextEdit) -> None:
    qtbot.keyClick(field, KEY.Key_Tab, SHIFT)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    assert button(page.editor, "Punktliste").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Left)
    assert button(page.editor, "Kursiv").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert field.hasFocus()
    qtbot.keyClick(field, KEY.Key_Tab, SHIFT)
    assert button(page.editor, "Kursiv").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert field.hasFocus()


def test_with_its_last_row_or_column_a_table_goes(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    for entry in ("Slet række", "Slet kolonne"):
        editor.set_html(f"<p>x</p>{TABLE}<ul><li>y</li></ul>")
        place_behind(field, "d")
        for _ in range(2):
            choose(qtbot, editor, "Tabel", entry)
        assert editor.html() == "<p>x</p>\n<ul><li>y</li></ul>"


def test_a_table_beside_nothing_can_be_removed(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html(TABLE)
    place_behind(field, "d")
    choose(qtbot, editor, "Tabel", "Slet tabel")
    assert editor.html() == ""


def test_there_are_no_tables_in_tables(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html(TABLE)
    place_behind(field, "d")
    qtbot.keyClick(field, KEY.Key_T, CONTROL | SHIFT)
    assert editor.html().count("<table>") == 1
    assert button(editor, "Tabel").isEnabled()
