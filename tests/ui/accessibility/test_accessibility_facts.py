"""What the attachment pane says of those who listen, and what can be given there, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QToolButton

from kkr_desk.ui.accessibility.facts import AccessibilityFacts
from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.attachment.page_view import PageView
from kkr_desk.ui.desk import Desk
from tests.ui.accessibility.reports import Mails, attachment_of, child, clipboard, select
from tests.ui.desks import settle, snapshot_of
from tests.ui.pseudo import pseudo_language, untranslated

KEY = Qt.Key


def unfold(pane: AttachmentPane) -> AccessibilityFacts:
    QTest.mouseClick(child(pane, QToolButton, "attachmentAccessibility"), Qt.MouseButton.LeftButton)
    return child(pane, AccessibilityFacts, "accessibility")


def told(pane: AttachmentPane) -> str:
    return child(pane, QLabel, "accessibilityTold").text()


@pytest.mark.parametrize(
    ("item", "number", "word"),
    [
        ("2.1", 1, "Webtilgængelig"),
        ("2.1", 2, "Delvist tilgængelig"),
        ("2.2", 1, "Kun tekst"),
        ("2.2", 2, "Kan ikke medtages"),
    ],
)
def test_a_word_stands_beside_a_picture(pane: AttachmentPane, desk: Desk, item: str, number: int, word: str) -> None:
    select(desk, item, number)
    button = child(pane, QToolButton, "attachmentAccessibility")
    assert (button.text(), button.accessibleName()) == (word, f"Webtilgængelighed: {word}")
    assert not button.icon().isNull()
    facts = unfold(pane)
    assert facts.isVisible()
    assert ("intet at gøre" in told(pane)) == (word == "Webtilgængelig")
    assert child(pane, QToolButton, "mailToSender").isVisible() == (word != "Webtilgængelig")


def test_one_of_the_two_unfolds_at_a_time(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, "2.1", 2)
    facts, more = unfold(pane), child(pane, QToolButton, "attachmentFacts")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert (facts.isVisible(), child(pane, QLabel, "factFile").isVisible()) == (False, True)
    unfold(pane)
    assert (facts.isVisible(), child(pane, QLabel, "factFile").isVisible()) == (True, False)


def test_problems_and_advice_are_told(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, "2.2", 1)
    unfold(pane)
    problems, advice = told(pane).rsplit("\n", 1)
    assert advice.startswith("Bed afsenderen om en webtilgængelig PDF (med tags), eller")
    assert problems.splitlines() == [
        "– Sider med tekst, men uden tags til overskrifter, lister og tabeller: 1-2.",
        "– Skrifttyper, der ikke er indlejret i filen: ArialMT.",
    ]
    assert not child(pane, QListWidget, "pictures").isVisible()


def test_pictures_are_described_by_keys_and_undone(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, "2.1", 2)
    unfold(pane)
    pictures, line = child(pane, QListWidget, "pictures"), child(pane, QLineEdit, "alternateText")
    assert [pictures.item(n).text() for n in range(pictures.count())] == [
        "Billede på side 1: »Kort over regionen«",
        "Billede på side 2: mangler beskrivelse",
        "Scannet side 3: mangler beskrivelse",
    ]
    assert pictures.currentRow() == 1
    line.setFocus()
    QTest.keyClicks(line, "Udgifter 2020-2026")
    QTest.keyClick(line, KEY.Key_Return)
    settle(desk)
    assert pictures.currentRow() == 2  # on to the next
    assert child(pane, PageView, "pageView").page == 3
    QTest.keyClicks(line, "Brev fra ministeren")
    pictures.setFocus()  # leaving the line keeps it as well
    settle(desk)
    own = attachment_of(desk, "2.1", 2).attachment.id
    assert snapshot_of(desk).alternates[own] == {"figure:2": "Udgifter 2020-2026", "page:3": "Brev fra ministeren"}
    assert "mangler" not in pictures.item(1).text() + pictures.item(2).text()
    assert desk.undoable.undo == "Beskriv side 3 i bilag 2 under 2.1"
    desk.undo()
    settle(desk)
    assert pictures.item(2).text() == "Scannet side 3: mangler beskrivelse"
    assert line.text() == ""


def test_choosing_a_picture_leads_to_its_page(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, "2.1", 2)
    unfold(pane)
    pictures = child(pane, QListWidget, "pictures")
    QTest.mouseClick(
        pictures.viewport(), Qt.MouseButton.LeftButton, pos=pictures.visualItemRect(pictures.item(2)).center()
    )
    assert child(pane, PageView, "pageView").page == 3
    assert child(pane, QLineEdit, "alternateText").placeholderText() == ""
    QTest.keyClick(pictures, KEY.Key_Home)
    assert child(pane, PageView, "pageView").page == 1
    assert child(pane, QLineEdit, "alternateText").placeholderText() == "Kort over regionen"


def test_what_was_typed_is_kept_for_the_attachment_it_was_typed_for(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, "2.1", 2)
    unfold(pane)
    QTest.keyClicks(child(pane, QLineEdit, "alternateText"), "Udgifter")
    select(desk, "2.1", 1)
    settle(desk)
    assert snapshot_of(desk).alternates == {attachment_of(desk, "2.1", 2).attachment.id: {"figure:2": "Udgifter"}}


def test_a_language_is_chosen_or_written(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, "2.1", 2)
    unfold(pane)
    box = child(pane, QComboBox, "attachmentLanguage")
    assert box.currentText() == "Filens eget (ikke angivet)"
    assert "hvilket sprog" in told(pane)
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Down)
    settle(desk)
    assert attachment_of(desk, "2.1", 2).attachment.language == "da-DK"
    assert desk.undoable.undo == "Vælg sprog for bilag 2 under 2.1"
    assert "hvilket sprog" not in told(pane)
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "fr-FR")
    QTest.keyClick(line, KEY.Key_Return)
    settle(desk)
    assert (attachment_of(desk, "2.1", 2).attachment.language, box.currentText()) == ("fr-FR", "fr-FR")
    line.selectAll()
    QTest.keyClicks(line, "græsk!")
    QTest.keyClick(line, KEY.Key_Return)
    settle(desk)
    assert child(pane, QLabel, "accessibilityNote").text().startswith("Skriv sproget som en kode")
    assert attachment_of(desk, "2.1", 2).attachment.language == "fr-FR"


def test_a_mail_is_copied_in_either_language(pane: AttachmentPane, desk: Desk, mails: Mails) -> None:
    select(desk, "2.2", 1)
    unfold(pane)
    button = child(pane, QToolButton, "mailToSender")
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Space)
    assert clipboard().startswith("Kan I sende os en webtilgængelig PDF af »Landstal og kommunekvoter 2027«?\n\nHej")
    assert "kommunekvoter-2027.pdf" in clipboard()
    assert child(pane, QLabel, "accessibilityNote").text().startswith("Mailen er kopieret.")
    menu = button.menu()
    assert menu is not None
    entries = {action.objectName(): action for action in menu.actions()}
    entries["mailEnglish"].trigger()
    assert clipboard().startswith("Could you send us")
    entries["mailDanish"].trigger()
    assert clipboard().startswith("Kan I sende os")
    assert mails.opened == []
    entries["mailOpen"].trigger()
    (opened,) = mails.opened
    assert "Landstal og kommunekvoter 2027" in opened["subject"][0]
    assert "\r\n- Skrifttyper" in opened["body"][0]


def test_without_a_mail_program_the_mail_is_copied(pane: AttachmentPane, desk: Desk, mails: Mails) -> None:
    mails.is_there = False
    select(desk, "2.2", 1)
    unfold(pane)
    menu = child(pane, QToolButton, "mailToSender").menu()
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "mailOpen").trigger()
    assert "Kan I sende os" in clipboard()
    assert "kunne ikke åbnes" in child(pane, QLabel, "accessibilityNote").text()


def test_it_follows_the_language(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, "2.1", 2)
    facts = unfold(pane)
    with pseudo_language():
        assert [text for text in untranslated(facts) if not text[0].endswith(("accessibilityTold", "pictures"))] == []
