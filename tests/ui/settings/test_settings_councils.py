"""The councils' settings, worked by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desk.model import USUAL_CASE_TYPES, Member, StampPlace, Template
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.settings.dialog import SettingsDialog
from tests.ui.desks import COUNCIL, settle, snapshot_of
from tests.ui.settings.showing import (
    AGENDA,
    COUNCILS,
    DOCUMENTS,
    MEMBERS,
    NAME,
    councils,
    find,
    turn_to,
    undo,
    write_over,
)

LEFT = Qt.MouseButton.LeftButton


def faults(dialog: SettingsDialog) -> list[str]:
    """What is said to be wrong, beside the fields that are seen."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and "gælder" in label.text()]


def listed(dialog: SettingsDialog) -> list[str]:
    shown = find(dialog, QListWidget, "councils")
    return [shown.item(row).text() for row in range(shown.count())]


def cells(dialog: SettingsDialog) -> list[tuple[str, ...]]:
    table = find(dialog, QTableWidget, "council-members")
    index = table.model().index
    return [tuple(index(row, column).data() for column in range(3)) for row in range(table.rowCount())]


def test_lists_a_council_that_only_a_meeting_names_with_the_usual_values(qtbot: QtBot, dialog: SettingsDialog) -> None:
    turn_to(qtbot, dialog, COUNCILS, AGENDA)
    assert listed(dialog) == [COUNCIL]
    assert find(dialog, QPlainTextEdit, "council-case_types").toPlainText().split("\n") == list(USUAL_CASE_TYPES)


def test_a_new_name_is_written_when_the_field_is_left_meetings_follow_and_undo_takes_it_back(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    turn_to(qtbot, dialog, COUNCILS, NAME)
    line = find(dialog, QLineEdit, "council-name")
    write_over(qtbot, line, "KKR Sjælland")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desk)
    assert list(councils(desk)) == ["KKR Sjælland"]
    assert snapshot_of(desk).agenda.meeting.council == "KKR Sjælland"
    assert listed(dialog) == ["KKR Sjælland"]
    assert desk.undoable.undo == f"Ret indstillinger for {COUNCIL}"
    undo(desk)
    assert list(councils(desk)) == [COUNCIL]
    assert line.text() == COUNCIL


def test_what_is_typed_is_written_when_typing_rests(qtbot: QtBot, dialog: SettingsDialog, desk: Desk) -> None:
    turn_to(qtbot, dialog, COUNCILS, AGENDA)
    sections = find(dialog, QPlainTextEdit, "council-sections")
    sections.setFocus()
    qtbot.keySequence(sections, "Ctrl+A")
    qtbot.keyClicks(sections, "Velkomst")
    qtbot.keyClick(sections, Qt.Key.Key_Return)
    qtbot.keyClicks(sections, "Eventuelt")
    qtbot.waitUntil(lambda: desk.undoable.undo == f"Ret indstillinger for {COUNCIL}")
    assert councils(desk)[COUNCIL].sections == ("Velkomst", "Eventuelt")


def test_two_fields_written_one_right_behind_the_other_make_one_council(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    turn_to(qtbot, dialog, COUNCILS, NAME)
    name = find(dialog, QLineEdit, "council-name")
    write_over(qtbot, name, "KKR Øst")
    turn_to(qtbot, dialog, COUNCILS, DOCUMENTS)
    write_over(qtbot, find(dialog, QLineEdit, "stamp-format"), "s. {page}")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # closes, which writes what waits
    assert not dialog.isVisible()
    settle(desk)
    assert {name: council.template.stamp_format for name, council in councils(desk).items()} == {"KKR Øst": "s. {page}"}


def test_an_empty_or_a_taken_name_is_told_beside_it_and_not_written(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    turn_to(qtbot, dialog, COUNCILS, NAME)
    qtbot.mouseClick(find(dialog, QPushButton, "new-council"), LEFT)
    settle(desk)
    assert listed(dialog) == [COUNCIL, "Nyt råd"]
    line = find(dialog, QLineEdit, "council-name")
    assert (line.text(), line.selectedText(), line.hasFocus()) == ("Nyt råd", "Nyt råd", True)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert faults(dialog) == ["Rådet skal have et navn. Det gamle gælder, til du har skrevet et nyt."]
    qtbot.keyClicks(line, COUNCIL)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desk)
    told = f"Der er allerede et råd, der hedder {COUNCIL}. Vælg et andet navn. Intet er ændret."
    assert line.accessibleDescription() == told
    assert list(councils(desk)) == [COUNCIL, "Nyt råd"]
    undo(desk)
    assert listed(dialog) == [COUNCIL]
    assert line.text() == COUNCIL


def test_a_page_number_without_its_number_is_told_beside_it_and_the_old_one_stands(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    turn_to(qtbot, dialog, COUNCILS, DOCUMENTS)
    line = find(dialog, QLineEdit, "stamp-format")
    write_over(qtbot, line, "Side")
    assert faults(dialog) == ["{page} skal være med. Det gamle gælder, til det er rettet."]
    assert line.accessibleDescription() == faults(dialog)[0]
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desk)
    assert councils(desk)[COUNCIL].template == Template()
    assert line.text() == "Side"
    qtbot.keyClicks(line, " {page} af {antal}")
    assert faults(dialog) == ["Her kan kun bruges: {page}, {pages}. Det gamle gælder, til det er rettet."]
    write_over(qtbot, line, "{page}/{pages}")
    assert faults(dialog) == []
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desk)
    assert councils(desk)[COUNCIL].template.stamp_format == "{page}/{pages}"
    assert snapshot_of(desk).council.template.stamp_format == "{page}/{pages}"


def test_place_language_and_colour_are_chosen_each_an_operation(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to(qtbot, dialog, COUNCILS, DOCUMENTS)
    qtbot.keyClick(find(dialog, QComboBox, "stamp-place"), Qt.Key.Key_End)
    settle(desk)
    qtbot.keyClicks(find(dialog, QComboBox, "documents-language"), "Eng")
    settle(desk)
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#7A0019"))
    qtbot.mouseClick(find(dialog, QPushButton, "choose-colour"), LEFT)
    settle(desk)
    template = councils(desk)[COUNCIL].template
    assert (template.stamp_place, template.language, template.colour) == (StampPlace.TOP_LEFT, "en-GB", "#7a0019")
    undo(desk)
    undo(desk)
    assert find(dialog, QLineEdit, "council-colour").text() == "#1f4e79"
    assert find(dialog, QComboBox, "documents-language").currentText() == "Dansk"
    assert find(dialog, QComboBox, "stamp-place").currentText() == "Øverst til venstre"
    colour = find(dialog, QLineEdit, "council-colour")
    write_over(qtbot, colour, "rød")
    assert faults(dialog) == ["Skriv farven som #1f4e79. Den gamle farve gælder, til det er rettet."]


def test_undo_and_redo_by_keys_in_the_settings_too(qtbot: QtBot, dialog: SettingsDialog, desk: Desk) -> None:
    turn_to(qtbot, dialog, COUNCILS, DOCUMENTS)
    place, line = find(dialog, QComboBox, "stamp-place"), find(dialog, QLineEdit, "stamp-format")
    qtbot.keyClick(place, Qt.Key.Key_End)
    settle(desk)
    assert place.currentText() == "Øverst til venstre"
    place.setFocus()
    qtbot.keySequence(place, "Ctrl+Z")
    settle(desk)
    assert place.currentText() == "Nederst til højre"
    qtbot.keySequence(place, "Ctrl+Y")
    settle(desk)
    assert place.currentText() == "Øverst til venstre"
    line.setFocus()
    qtbot.keyClicks(line, "!")
    qtbot.keySequence(line, "Ctrl+Z")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desk)
    assert (line.text(), place.currentText()) == ("Side {page} af {pages}", "Øverst til venstre")


def test_members_are_pasted_from_a_spreadsheet_moved_and_removed_with_keys(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    turn_to(qtbot, dialog, COUNCILS, MEMBERS)
    table = find(dialog, QTableWidget, "council-members")
    QGuiApplication.clipboard().setText("Navn\tKommune\tParti\nMette Holm\tSlagelse\tA\nÅge Ravn\tNæstved\tV\n")
    table.setFocus()
    qtbot.keySequence(table, "Ctrl+V")
    settle(desk)
    mette, aage = Member("Mette Holm", "Slagelse", "A"), Member("Åge Ravn", "Næstved", "V")
    assert councils(desk)[COUNCIL].members == (mette, aage)
    place = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    qtbot.keySequence(table, "Alt+Up")
    settle(desk)
    assert councils(desk)[COUNCIL].members == (aage, mette)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    settle(desk)
    assert councils(desk)[COUNCIL].members == (mette,)
    undo(desk)
    assert cells(dialog) == [("Åge Ravn", "Næstved", "V"), ("Mette Holm", "Slagelse", "A")]
    undo(desk)
    undo(desk)
    assert cells(dialog) == []


def test_a_member_is_written_in_the_table(qtbot: QtBot, dialog: SettingsDialog, desk: Desk) -> None:
    turn_to(qtbot, dialog, COUNCILS, MEMBERS)
    table = find(dialog, QTableWidget, "council-members")
    qtbot.mouseClick(find(dialog, QPushButton, "add-member"), LEFT)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "Eva Dam")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(desk)
    assert councils(desk)[COUNCIL].members == (Member("Eva Dam"),)
    qtbot.mouseClick(find(dialog, QPushButton, "add-member"), LEFT)
    qtbot.keyClick(table.findChildren(QLineEdit)[-1], Qt.Key.Key_Escape)
    place = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(table.findChildren(QLineEdit)[-1], "Køge")
    qtbot.keyClick(table.findChildren(QLineEdit)[-1], Qt.Key.Key_Return)
    settle(desk)
    assert councils(desk)[COUNCIL].members == (Member("Eva Dam", "Køge"),)
    assert table.rowCount() == 2, "a row that has no name yet stays to be written"


def test_a_logo_is_chosen_shown_and_removed(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = QImage(600, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1f4e79"))
    picture.setText("Author", "Anna")
    file = tmp_path / "våben skjold.png"
    assert picture.save(str(file))
    turn_to(qtbot, dialog, COUNCILS, NAME)
    shown = find(dialog, QLabel, "council-logo")
    assert (shown.text(), shown.accessibleName()) == ("Intet logo", "Intet logo")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(find(dialog, QPushButton, "choose-logo"), LEFT)
    settle(desk)
    settle(desk)
    logo = councils(desk)[COUNCIL].logo
    assert logo is not None
    kept = QImage(str(desk.folder / "content" / logo[:2] / logo))
    assert (kept.width(), kept.textKeys()) == (600, []), "nothing but its pixels is kept"
    assert (shown.pixmap().width(), shown.pixmap().height()) == (240, 80)
    assert shown.pixmap().toImage().pixelColor(QPoint(120, 40)) == QColor("#1f4e79")
    assert shown.accessibleName() == "Rådets logo"
    qtbot.mouseClick(find(dialog, QPushButton, "remove-logo"), LEFT)
    settle(desk)
    assert councils(desk)[COUNCIL].logo is None
    assert shown.text() == "Intet logo"
    undo(desk)
    settle(desk)
    assert shown.pixmap().width() == 240


def test_a_file_that_is_no_picture_is_told_beside_the_logo(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(b"<svg/>")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    turn_to(qtbot, dialog, COUNCILS, NAME)
    qtbot.mouseClick(find(dialog, QPushButton, "choose-logo"), LEFT)
    settle(desk)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("logo.png er ikke et billede, som kan bruges som logo.") for text in said)
    assert councils(desk)[COUNCIL].logo is None
