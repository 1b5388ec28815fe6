"""What comes into the editor from other programs, what it gives them, and its links."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from kkr_desk.rich_text import Document, to_html
from kkr_desk.sentences import Language
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.rich_text import RichTextEditor
from tests.ui.rich_text.pages import (
    CONTROL,
    KEY,
    MODIFIER,
    SHIFT,
    button,
    paste,
    pasted,
    place_behind,
    select,
)

CLIPBOARD = Path(__file__).parents[2] / "rich_text" / "clipboard"


@pytest.mark.parametrize("program", ["word", "outlook", "libreoffice", "chrome", "google-docs", "excel"])
def test_a_paste_keeps_the_subset(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit, program: str) -> None:
    paste(qtbot, field, pasted((CLIPBOARD / f"{program}.html").read_text(encoding="utf-8"), "x"))
    assert editor.html() + "\n" == (CLIPBOARD / f"{program}.expected.html").read_text(encoding="utf-8")


def test_plain_text_becomes_paragraphs(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<p>ab</p>")
    place_behind(field, "a")
    paste(qtbot, field, pasted(text="1\n2\n\n<b>3</b>"))
    assert editor.html() == "<p>a1</p>\n<p>2</p>\n<p>&lt;b&gt;3&lt;/b&gt;</p>\n<p>b</p>"


@pytest.mark.parametrize(
    ("behind", "after"),
    [
        ("", "<h3>h</h3>\n<p>p</p>\n<p>ab</p>"),
        ("a", "<p>a</p>\n<h3>h</h3>\n<p>p</p>\n<p>b</p>"),
        ("ab", "<p>ab</p>\n<h3>h</h3>\n<p>p</p>"),
    ],
)
def test_a_paste_parts_the_paragraph(
    qtbot: QtBot, editor: RichTextEditor, field: QTextEdit, behind: str, after: str
) -> None:
    editor.set_html("<p>ab</p>")
    if behind:
        place_behind(field, behind)
    paste(qtbot, field, pasted("<h1>h</h1><p>p</p>"))
    assert editor.html() == after


def test_pasting_without_formatting(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    QGuiApplication.clipboard().setMimeData(pasted("<h1>a</h1>", "a"))
    qtbot.keyClick(field, KEY.Key_V, CONTROL | SHIFT)
    assert editor.html() == "<p>a</p>"


def test_a_copy_is_the_subset(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    html = to_html(Document()) or "<h3>a</h3>\n<ul><li>b<ol><li>c</li></ol></li></ul>\n<p><strong>d</strong></p>"
    editor.set_html(html)
    field.selectAll()
    qtbot.keyClick(field, KEY.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.html() == html
    assert data.text() == "a\nb\nc\nd"


def test_files_are_left_to_whoever_takes_attachments(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    data = pasted(text="file:///bilag.pdf")
    data.setUrls([QUrl.fromLocalFile("bilag.pdf")])
    paste(qtbot, field, data)
    assert editor.html() == ""


def test_too_much_is_refused_in_words_and_the_text_stays(
    qtbot: QtBot, editor: RichTextEditor, field: QTextEdit
) -> None:
    editor.set_html("<p>a</p>")
    notice = editor.findChild(QLabel, "notice")
    assert notice is not None
    paste(qtbot, field, pasted("<table><tr>" + "<td>x" * 21 + "</table>"))
    assert editor.html() == "<p>a</p>"
    assert notice.isVisible()
    assert "20 kolonner" in notice.text()
    set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: "20 columns" in notice.text())
    qtbot.keyClicks(field, "b")
    assert not notice.isVisible()


def test_a_link_by_keyboard(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    editor.set_html("<p>Se KL og mere</p>")
    address = editor.findChild(QLineEdit, "link-address")
    assert address is not None
    select(field, "KL")
    qtbot.keyClick(field, KEY.Key_K, CONTROL)
    assert address.hasFocus()
    qtbot.keyClicks(address, "ikke en adresse")
    qtbot.keyClick(address, KEY.Key_Return)
    notice = editor.findChild(QLabel, "notice")
    assert notice is not None
    assert notice.isVisible()
    address.clear()
    qtbot.keyClicks(address, "www.kl.dk")
    qtbot.keyClick(address, KEY.Key_Return)
    assert field.hasFocus()
    assert not address.isVisible()
    assert editor.html() == '<p>Se <a href="https://www.kl.dk">KL</a> og mere</p>'
    place_behind(field, "KL")
    qtbot.keyClicks(field, "s")
    assert editor.html() == '<p>Se <a href="https://www.kl.dk">KL</a>s og mere</p>'
    place_behind(field, "K")
    qtbot.keyClicks(field, "-")
    assert editor.html() == '<p>Se <a href="https://www.kl.dk">K-L</a>s og mere</p>'
    with qtbot.waitSignal(editor.link_activated) as activated:
        qtbot.keyClick(field, KEY.Key_Return, CONTROL)
    assert activated.args == ["https://www.kl.dk"]
    qtbot.keyClick(field, KEY.Key_K, CONTROL)
    assert address.text() == "https://www.kl.dk"
    qtbot.keyClick(address, KEY.Key_Escape)
    assert field.hasFocus()
    qtbot.keyClick(field, KEY.Key_K, CONTROL)
    remove = editor.findChild(QPushButton, "link-remove")
    assert remove is not None
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert editor.html() == "<p>Se K-Ls og mere</p>"


def test_without_words_the_address_is_written(qtbot: QtBot, editor: RichTextEditor, field: QTextEdit) -> None:
    qtbot.mouseClick(button(editor, "Link"), Qt.MouseButton.LeftButton)
    address = editor.findChild(QLineEdit, "link-address")
    assert address is not None
    qtbot.keyClicks(address, "kkr@regionsj.dk")
    qtbot.keyClick(address, KEY.Key_Return)
    assert editor.html() == '<p><a href="mailto:kkr@regionsj.dk">kkr@regionsj.dk</a></p>'


@pytest.mark.parametrize(
    ("read_only", "modifier", "opens"), [(0, CONTROL, 1), (0, MODIFIER.NoModifier, 0), (1, MODIFIER.NoModifier, 1)]
)
def test_a_click_on_a_link(
    qtbot: QtBot, editor: RichTextEditor, field: QTextEdit, read_only: int, modifier: Qt.KeyboardModifier, opens: int
) -> None:
    editor.set_html("<p><a href='https://kl.dk'>KL og kommunerne</a></p>")
    editor.set_read_only(read_only=bool(read_only))
    place_behind(field, "KL")
    spot = field.cursorRect().center() + QPoint(1, 0)
    opened: list[str] = []
    editor.link_activated.connect(opened.append)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, modifier, spot)
    assert opened == ["https://kl.dk"] * opens
