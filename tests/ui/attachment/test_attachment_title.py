"""Title, closing and facts of an attachment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from kkr_desk.errors import EnvironmentFault
from kkr_desk.sentences import Language
from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.attachment.facts import size_words, sizes_words
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.language import set_language
from tests.ui.attachment.attachments import (
    COLOURS,
    LETTER,
    WORDS,
    attachment_of,
    child,
    select,
    type_into,
    view_of,
    wait,
)
from tests.ui.desks import settle
from tests.ui.pseudo import pseudo_language, untranslated


def title_of(pane: AttachmentPane) -> QLineEdit:
    return child(pane, QLineEdit, "attachmentTitle")


def test_a_title_is_kept_a_moment_after_the_last_key(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    assert title_of(pane).text() == "Farver"
    type_into(title_of(pane), "Farvekort")
    assert attachment_of(desk, COLOURS).title == "Farver"
    wait(qtbot, lambda: attachment_of(desk, COLOURS).title == "Farvekort")
    QTest.keyClicks(title_of(pane), " 2027")
    wait(qtbot, lambda: attachment_of(desk, COLOURS).title == "Farvekort 2027")
    assert desk.undoable.undo == "Omdøb Bilag 3 under 2.1"
    desk.undo()  # typing in one field is one step
    settle(desk)
    assert (attachment_of(desk, COLOURS).title, title_of(pane).text()) == ("Farver", "Farver")


def test_a_title_is_kept_when_the_field_is_left(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    type_into(title_of(pane), "A")
    view_of(pane).setFocus()
    settle(desk)
    assert attachment_of(desk, COLOURS).title == "A"
    type_into(title_of(pane), "B")
    QTest.keyClick(title_of(pane), Qt.Key.Key_Return)
    settle(desk)
    assert attachment_of(desk, COLOURS).title == "B"


def test_a_title_is_kept_for_the_attachment_it_was_typed_for(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    type_into(title_of(pane), "Kort")
    select(desk, WORDS)
    assert (attachment_of(desk, COLOURS).title, attachment_of(desk, WORDS).title) == ("Kort", "Ord")
    assert title_of(pane).text() == "Ord"
    type_into(title_of(pane), "Ordene")
    pane.hide()
    settle(desk)
    assert attachment_of(desk, WORDS).title == "Ordene"
    pane.show()


def test_a_snapshot_that_comes_while_typing_takes_nothing(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    other, field = attachment_of(desk, 1).id, title_of(pane)
    type_into(field, "Kort over k")
    desk.write(desk, "Omdøb Bilag 1 under 2.1", lambda store: store.change_attachment(other, title="Andet"))
    settle(desk)
    assert field.text() == "Kort over k"
    QTest.keyClicks(field, "ommuner ")
    wait(qtbot, lambda: attachment_of(desk, COLOURS).title == "Kort over kommuner")
    assert field.text() == "Kort over kommuner "  # the space before the next word stays
    QTest.keyClicks(field, "2027")
    wait(qtbot, lambda: attachment_of(desk, COLOURS).title == "Kort over kommuner 2027")
    QTest.keyClicks(field, "  ")
    view_of(pane).setFocus()
    settle(desk)
    assert field.text() == "Kort over kommuner 2027"


def test_a_title_that_another_pane_has_changed_is_shown(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    own = attachment_of(desk, COLOURS).id
    title_of(pane).setFocus()
    desk.write(desk, "Omdøb Bilag 3 under 2.1", lambda store: store.change_attachment(own, title="Fra dagsordenen"))
    settle(desk)
    assert title_of(pane).text() == "Fra dagsordenen"


def test_no_title_is_no_title(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    type_into(title_of(pane), "  ")
    view_of(pane).setFocus()
    settle(desk)
    assert (attachment_of(desk, COLOURS).title, title_of(pane).text()) == ("Farver", "Farver")


def test_a_title_that_cannot_be_kept_stays_in_the_field(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    told: list[Exception] = []
    desk.failed.connect(told.append)
    own = attachment_of(desk, COLOURS)

    def refuse(*_: object, **__: object) -> None:
        raise EnvironmentFault("store-full", file="kkr.db")

    def spoil(store: object) -> None:
        store.change_attachment = refuse  # type: ignore[attr-defined]

    def mend(store: object) -> None:
        del store.change_attachment  # type: ignore[attr-defined]

    desk.read(desk, spoil, lambda _: None)
    type_into(title_of(pane), "Kort")
    title_of(pane).clearFocus()
    settle(desk)
    assert [str(error) for error in told] == ["store-full {'file': 'kkr.db'}"]
    assert title_of(pane).text() == "Kort"
    desk.read(desk, mend, lambda _: None)
    QTest.keyClicks(title_of(pane), "et")
    title_of(pane).setFocus()
    view_of(pane).setFocus()
    settle(desk)
    assert attachment_of(desk, COLOURS).title == "Kortet"
    assert own.title == "Farver"


def test_rename_goes_to_the_field(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view_of(pane).setFocus()
    QTest.keyClick(view_of(pane), Qt.Key.Key_F2)
    assert title_of(pane).hasFocus()
    assert title_of(pane).selectedText() == "Farver"


def test_an_attachment_is_closed_and_opened(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    box = child(pane, QCheckBox, "attachmentClosed")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    settle(desk)
    assert attachment_of(desk, COLOURS).closed
    assert desk.undoable.undo == "Luk Bilag 3 under 2.1"
    action = next(a for a in pane.menu_actions() if a is not None and a.text() == "&Lukket bilag")
    assert action.isChecked()
    action.trigger()
    settle(desk)
    assert (attachment_of(desk, COLOURS).closed, box.isChecked()) == (False, False)
    desk.undo()
    settle(desk)
    assert box.isChecked()


def test_the_facts_of_a_file(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    fold = child(pane, QToolButton, "attachmentFacts")
    assert (fold.text(), child(pane, QLabel, "factFile").isVisible()) == ("Oplysninger", False)
    assert child(pane, QLabel, "attachmentFile").text() == "Fil: farver.pdf"
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    facts = [child(pane, QLabel, name).text() for name in ("factFile", "factKind", "factPages", "factSizes")]
    assert facts == ["farver.pdf", "PDF", "4", "A4 stående, A4 liggende (side 2), 14,1 × 14,1 cm (side 3)"]
    assert child(pane, QLabel, "factLength").text().endswith(" kB")
    assert not child(pane, QLabel, "factNotices").isVisible()
    select(desk, LETTER)
    assert child(pane, QLabel, "factKind").text() == "tekstdokument"
    assert "Filen er et tekstdokument (rtf)" in child(pane, QLabel, "factNotices").text()
    assert not child(pane, QLabel, "factPages").isVisible()


def test_sizes_of_pages_in_words() -> None:
    assert size_words((595.3, 841.9)) == "A4 stående"
    assert size_words((1190.5, 842)) == "A3 liggende"
    assert size_words((612, 792)) == "Letter stående"
    assert size_words((720, 72)) == "25,4 × 2,5 cm"
    assert sizes_words([(595, 842)] * 3) == "A4 stående"
    many = [(100.0 * n, 100.0) for n in range(1, 12)]
    assert sizes_words(many).endswith(", …")


def test_every_text_follows_the_language_at_once(pane: AttachmentPane, desk: Desk) -> None:
    child(pane, QToolButton, "attachmentFacts").click()
    for number in (COLOURS, LETTER):
        select(desk, number)
        values = {child(pane, QLabel, f"fact{name}").text() for name in ("File", "Pages", "Length")}
        with pseudo_language():
            QApplication.processEvents()
            left = [(who, text) for who, text in untranslated(pane) if text not in values | {"PDF"}]
            told = ("factNotices", "whyNoPages", "attachmentAccessibility", "accessibilityTold")
            left = [(who, text) for who, text in left if not who.endswith(told)]
            assert left == []
            assert all("‹" in a.text() and "‹" in a.statusTip() for a in pane.menu_actions() if a is not None)
    set_language(Language.ENGLISH)
    QApplication.processEvents()
    assert child(pane, QLabel, "whyNoPages").text().startswith("The file is a text document (rtf)")


def test_the_agenda_selects_an_item_alone(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    type_into(title_of(pane), "Kort")
    desk.select(Selection(desk.selection.item))
    settle(desk)
    assert attachment_of(desk, COLOURS).title == "Kort"
