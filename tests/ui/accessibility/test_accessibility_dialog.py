"""Every attachment's standing in one list, from the export dialog and from the menu, and what a file says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from kkr_desk.export.job import Exported
from kkr_desk.export.request import Document
from kkr_desk.model import Notice, Sha256
from kkr_desk.ui.accessibility.dialog import AccessibilityDialog
from kkr_desk.ui.accessibility.line import AccessibilityLine
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.export.dialog import ExportDialog
from tests.ui.accessibility.reports import Mails, attachment_of, child, clipboard
from tests.ui.desks import settle
from tests.ui.pseudo import pseudo_language, untranslated

MADE = Exported(Path("samling.pdf"), 12, Sha256("0" * 64), 1_000)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> Iterator[AccessibilityDialog]:
    made = AccessibilityDialog(desk)
    qtbot.addWidget(made)
    made.open_with()
    qtbot.waitExposed(made)
    yield made
    made.close()


def rows(dialog: AccessibilityDialog) -> list[QTreeWidgetItem]:
    tree = child(dialog, QTreeWidget, "assessments")
    found = (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    return [row for row in found if row is not None]


def words(dialog: AccessibilityDialog) -> list[str]:
    return [" | ".join(row.text(column) for column in range(3)) for row in rows(dialog)]


def test_every_attachment_is_listed_with_its_word(dialog: AccessibilityDialog) -> None:
    assert child(dialog, QLabel, "accessibilitySummary").text() == "1 af 4 bilag er webtilgængelige"
    assert words(dialog) == [
        "2.1, bilag 1 | Faktaark om sundhedsrådet | Webtilgængelig",
        "2.1, bilag 2 | Notat om nære sundhedstilbud | Delvist tilgængelig",
        "2.2, bilag 1 | Landstal og kommunekvoter 2027 | Kun tekst",
        "2.2, bilag 2 | Høringssvar fra handicaprådene | Kan ikke medtages",
    ]
    assert all(not row.icon(2).isNull() for row in rows(dialog))
    assert rows(dialog)[1].isSelected(), "the first that lacks something"
    assert "Scannede sider" in child(dialog, QLabel, "assessed").text()


def test_one_is_gone_to_by_keys(dialog: AccessibilityDialog, desk: Desk) -> None:
    tree = child(dialog, QTreeWidget, "assessments")
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert "ArialMT" in child(dialog, QLabel, "assessed").text()
    QTest.mouseClick(child(dialog, QPushButton, "goToAttachment"), Qt.MouseButton.LeftButton)
    settle(desk)
    assert desk.selection.attachment == attachment_of(desk, "2.2", 1).attachment.id


def test_one_mail_is_about_all_that_are_chosen(dialog: AccessibilityDialog, mails: Mails) -> None:
    tree = child(dialog, QTreeWidget, "assessments")
    QTest.keyClick(tree, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert child(dialog, QLabel, "assessed").text().startswith("Mailen handler om 3")
    assert not child(dialog, QPushButton, "goToAttachment").isEnabled()
    QTest.mouseClick(child(dialog, QToolButton, "mailToSender"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert clipboard().startswith("Kan I sende os 3 bilag som webtilgængelig PDF?")
    assert "Faktaark" not in clipboard()
    assert "kopieret" in child(dialog, QLabel, "mailNote").text()
    assert mails.opened == []


def test_it_follows_what_is_given(dialog: AccessibilityDialog, desk: Desk) -> None:
    own = attachment_of(desk, "2.2", 1)
    known = own.rendition.accessibility
    assert known is not None
    mended = replace(own.rendition, accessibility=replace(known, untagged=(), tagged=True, fonts=()))
    desk.alter(dialog, lambda store: store.save_rendition(mended))
    settle(desk)
    assert words(dialog)[2].endswith("Webtilgængelig")
    assert child(dialog, QLabel, "accessibilitySummary").text() == "2 af 4 bilag er webtilgængelige"
    assert rows(dialog)[1].isSelected()


def test_why_a_file_makes_no_claim_is_told_once(dialog: AccessibilityDialog) -> None:
    place = (("item", "2.1"), ("attachment", "2"), ("title", "Notat"), ("pages", "3"))
    dialog.open_with((Notice("claim-scans", place), Notice("claim-unchecked")))
    why = child(dialog, QLabel, "accessibilityReasons")
    assert why.isVisible()
    assert "kunne ikke undersøges" in why.text()
    assert "Notat" not in why.text(), "it stands in the list"


def test_it_follows_the_language(dialog: AccessibilityDialog) -> None:
    with pseudo_language():
        told = ("assessed", "accessibilityReasons")
        assert [text for text in untranslated(dialog) if not text[0].endswith(told)] == []
        assert words(dialog)[0].startswith("‹2.1, bilag 1›")


def test_the_export_dialog_tells_and_leads_to_it(qtbot: QtBot, desk: Desk) -> None:
    export = ExportDialog(desk)
    qtbot.addWidget(export)
    export.open_for(Document.COLLECTION)
    settle(desk)
    line = child(export, AccessibilityLine, "")
    assert child(export, QLabel, "accessibilityCount").text() == "1 af 4 bilag er webtilgængelige"
    QTest.mouseClick(child(export, QPushButton, "seeAccessibility"), Qt.MouseButton.LeftButton)
    assert child(export, AccessibilityDialog, "accessibilityDialog").isVisible()
    line.show_made(replace(MADE, accessible=True))
    assert child(export, QLabel, "accessibilityCount").text() == "Filen er mærket som webtilgængelig (PDF/UA)."
    line.show_made(MADE)
    assert "ikke mærket" in child(export, QLabel, "accessibilityCount").text()
    export.open_for(Document.INDEX)
    assert not line.isVisible()
    settle(desk)
    child(export, AccessibilityDialog, "accessibilityDialog").close()
    export.close()
