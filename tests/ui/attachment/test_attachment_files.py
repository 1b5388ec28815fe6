"""What is done with an attachment's file: replaced, copied, worked on in another program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kkr_desk.errors import UserError
from kkr_desk.model import FileStatus
from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.desk import Desk
from tests.factory import HORRIBLE_NAME
from tests.intake.papers import simple
from tests.ui.attachment.attachments import (
    COLOURS,
    LETTER,
    RED,
    WORDS,
    attachment_of,
    child,
    coloured,
    middle,
    select,
    view_of,
    wait,
    wait_for_colour,
)
from tests.ui.desks import item_of, settle


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], list[tuple[str, str]]]:
    """Answers the system's file dialogs; gives what they were asked: title and kinds of files."""

    def prepare(file: Path | None) -> list[tuple[str, str]]:
        asked: list[tuple[str, str]] = []

        def dialog(_: object, title: str, __: str, kinds: str) -> tuple[str, str]:
            asked.append((title, kinds))
            return str(file or ""), kinds

        monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
        return asked

    return prepare


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the desktop was asked to open."""
    files: list[Path] = []

    def open_url(url: QUrl) -> bool:
        files.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return files


def trigger(pane: AttachmentPane, desk: Desk, text: str) -> None:
    action = next(a for a in pane.menu_actions() if a is not None and a.text().replace("&", "") == text)
    assert action.isEnabled()
    action.trigger()
    settle(desk)


def status_of(desk: Desk, number: int) -> FileStatus:
    return next(own.rendition.status for own in item_of(desk, "2.1").attachments if own.number == number)


def question(pane: AttachmentPane) -> str:
    label = child(pane, QLabel, "question")
    return label.text() if label.isVisible() else ""


def press(pane: AttachmentPane, desk: Desk, name: str) -> None:
    QTest.mouseClick(child(pane, QPushButton, name), Qt.MouseButton.LeftButton)
    settle(desk)


def test_another_file_takes_the_place_and_the_title_stays(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, tmp_path: Path, answer: Callable[..., list[tuple[str, str]]]
) -> None:
    select(desk, WORDS)
    before = attachment_of(desk, WORDS)
    asked = answer(coloured(tmp_path, HORRIBLE_NAME))
    trigger(pane, desk, "Erstat fil…")
    after = attachment_of(desk, WORDS)
    assert (after.title, after.file_name, after.id) == ("Ord", HORRIBLE_NAME.replace("u\u0308", "ü"), before.id)
    assert asked == [("Vælg den fil, der skal træde i stedet for ord.pdf", "Alle filer (*)")]
    wait_for_colour(qtbot, view_of(pane), RED)
    assert desk.undoable.undo == "Erstat filen i Bilag 5 under 2.1"
    desk.undo()
    settle(desk)
    assert attachment_of(desk, WORDS) == before
    wait(qtbot, lambda: middle(view_of(pane)).name() == "#ffffff")


def test_a_letter_is_replaced_by_a_pdf(
    pane: AttachmentPane, desk: Desk, tmp_path: Path, answer: Callable[..., list[tuple[str, str]]]
) -> None:
    select(desk, LETTER)
    asked = answer(simple(tmp_path, "brev.pdf", 2, "Brev"))
    QTest.mouseClick(child(pane, QToolButton, "replaceByPdf"), Qt.MouseButton.LeftButton)
    settle(desk)
    assert [kinds for _, kinds in asked] == ["PDF-filer (*.pdf)"]
    assert (status_of(desk, LETTER), attachment_of(desk, LETTER).title) == (FileStatus.OK, "Brev fra ministeren")
    assert view_of(pane).isVisible()
    assert child(pane, QLabel, "pagePlace").text().startswith("Bilag 6, side 1 af 2")


def test_a_dialog_that_is_closed_changes_nothing(
    pane: AttachmentPane, desk: Desk, answer: Callable[..., list[tuple[str, str]]]
) -> None:
    select(desk, WORDS)
    before, label = attachment_of(desk, WORDS), desk.undoable.undo
    answer(None)
    trigger(pane, desk, "Erstat fil…")
    trigger(pane, desk, "Gem en kopi…")
    assert (attachment_of(desk, WORDS), desk.undoable.undo) == (before, label)


def test_a_file_that_is_gone_again_is_told(
    pane: AttachmentPane, desk: Desk, tmp_path: Path, answer: Callable[..., list[tuple[str, str]]]
) -> None:
    select(desk, WORDS)
    told: list[Exception] = []
    desk.failed.connect(told.append)
    answer(tmp_path / "væk.pdf")
    trigger(pane, desk, "Erstat fil…")
    assert [error.code for error in told if isinstance(error, UserError)] == ["file-missing"]
    assert attachment_of(desk, WORDS).file_name == "ord.pdf"


def test_a_copy_is_saved_as_the_file_came(
    pane: AttachmentPane, desk: Desk, tmp_path: Path, answer: Callable[..., list[tuple[str, str]]]
) -> None:
    select(desk, LETTER)
    target = tmp_path / "kopi æøå.docx"
    target.write_bytes(b"an older one")
    answer(target)
    trigger(pane, desk, "Gem en kopi…")
    assert target.read_bytes() == b"{\\rtf1 et brev}"


def open_letter(pane: AttachmentPane, desk: Desk, opened: list[Path]) -> Path:
    select(desk, LETTER)
    trigger(pane, desk, "Åbn i eget program")
    (copy,) = opened
    assert copy.read_bytes() == b"{\\rtf1 et brev}"
    return copy


def test_what_another_program_has_changed_is_taken_in_after_asking(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, opened: list[Path]
) -> None:
    copy = open_letter(pane, desk, opened)
    assert copy.name == "brev.docx.rtf"  # what it is: the desktop goes by the ending
    select(desk, COLOURS)
    copy.with_name("~$ev.docx").touch()
    copy.write_bytes(b"{\\rtf1 et rettet brev}")
    wait(qtbot, lambda: question(pane) != "")
    assert question(pane) == (
        "Filen »brev.docx« (Bilag 6 under 2.1) er ændret i et andet program. Tag ændringerne med? "
        "Den er stadig åben dér."
    )
    before = attachment_of(desk, LETTER)
    press(pane, desk, "takeChanges")
    after = attachment_of(desk, LETTER)
    assert (after.source != before.source, after.file_name, after.title) == (True, "brev.docx", before.title)
    assert question(pane) == ""
    assert desk.undoable.undo == "Tag ændringer med i Bilag 6 under 2.1"
    copy.write_bytes(b"{\\rtf1 rettet en gang til}")
    wait(qtbot, lambda: question(pane) != "")
    press(pane, desk, "takeChanges")
    desk.undo()
    desk.undo()
    settle(desk)
    assert attachment_of(desk, LETTER) == before


def test_changes_may_be_left_where_they_are(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, opened: list[Path], copies: Path
) -> None:
    copy = open_letter(pane, desk, opened)
    before = attachment_of(desk, LETTER)
    copy.write_bytes(b"{\\rtf1 et rettet brev}")
    wait(qtbot, lambda: question(pane) != "")
    press(pane, desk, "keepAsItWas")
    assert (question(pane), attachment_of(desk, LETTER)) == ("", before)
    looks: list[None] = []
    desk.jobs.idle_changed.connect(lambda: looks.append(None))
    wait(qtbot, lambda: len(looks) > 8)
    assert question(pane) == ""
    copy.write_bytes(b"{\\rtf1 et brev}")
    wait(qtbot, lambda: question(pane) != "")  # it differs from what was decided on


def test_a_file_saved_anew_without_a_change_asks_nothing(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, opened: list[Path]
) -> None:
    copy = open_letter(pane, desk, opened)
    copy.write_bytes(b"{\\rtf1 et brev, men}")
    wait(qtbot, lambda: question(pane) != "")
    copy.write_bytes(b"{\\rtf1 et brev}")
    wait(qtbot, lambda: question(pane) == "")


def test_the_same_copy_is_opened_again_while_it_is_the_same_attachment(
    pane: AttachmentPane, desk: Desk, opened: list[Path]
) -> None:
    copy = open_letter(pane, desk, opened)
    trigger(pane, desk, "Åbn i eget program")
    assert opened == [copy, copy]
    select(desk, WORDS)
    trigger(pane, desk, "Åbn i eget program")
    assert opened[2].name == "ord.pdf"


def test_what_was_changed_while_the_program_was_closed_is_asked_about(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, opened: list[Path]
) -> None:
    copy = open_letter(pane, desk, opened)
    pane.hide()
    settle(desk)
    copy.write_bytes(b"{\\rtf1 rettet bagefter}")
    later = AttachmentPane(desk)
    qtbot.addWidget(later)
    later.show()
    wait(qtbot, lambda: question(later) != "")
    assert "Bilag 6 under 2.1" in question(later)


def test_changes_that_cannot_be_taken_in_are_asked_about_again(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, opened: list[Path]
) -> None:
    told: list[Exception] = []
    desk.failed.connect(told.append)
    copy = open_letter(pane, desk, opened)
    copy.write_bytes(b"{\\rtf1 et rettet brev}")
    wait(qtbot, lambda: question(pane) != "")
    copy.rename(copy.with_name("andet.rtf"))
    press(pane, desk, "takeChanges")
    assert [error.code for error in told if isinstance(error, UserError)] == ["file-missing"]
    assert question(pane) != ""
    copy.with_name("andet.rtf").rename(copy)
    press(pane, desk, "takeChanges")
    assert question(pane) == ""


def test_a_computer_without_a_program_for_it_says_so(
    pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    desk.failed.connect(told.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    select(desk, LETTER)
    trigger(pane, desk, "Åbn i eget program")
    assert [str(error) for error in told] == ["file-no-program {'file': 'brev.docx'}"]
