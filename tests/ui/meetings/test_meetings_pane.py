"""The pane of meetings, worked by keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QDialog, QDialogButtonBox, QLineEdit, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from kkr_desk.model import Meeting, MeetingState
from kkr_desk.sentences import Language
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.meetings import MeetingsPane
from tests.ui.desks import COUNCIL, settle, snapshot_of


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> MeetingsPane:
    made = MeetingsPane(desk)
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show()
    qtbot.waitExposed(made)
    settle(desk)
    return made


def tree_of(pane: MeetingsPane) -> QTreeView:
    tree = pane.findChild(QTreeView, "meetings-tree")
    assert tree is not None
    return tree


def rows(pane: MeetingsPane) -> list[str]:
    """Every row that can be seen, indented, with what a screen reader says of it where that is more."""
    tree = tree_of(pane)
    model = tree.model()

    def walk(parent: QModelIndex, depth: int) -> Iterator[str]:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            yield "  " * depth + said
            if tree.isExpanded(index):
                yield from walk(index, depth + 1)

    return list(walk(QModelIndex(), 0))


def find(pane: MeetingsPane, text: str) -> QModelIndex:
    model = tree_of(pane).model()
    flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
    found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, text, 1, flags)
    assert found, f"no row {text}"
    return found[0]


def click(qtbot: QtBot, pane: MeetingsPane, text: str) -> None:
    tree = tree_of(pane)
    place = tree.visualRect(find(pane, text)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def dialog(name: str) -> QDialog:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    assert isinstance(found[0], QDialog)
    return found[0]


def press(qtbot: QtBot, shown: QDialog, button: QDialogButtonBox.StandardButton) -> None:
    box = shown.findChild(QDialogButtonBox)
    assert box is not None
    qtbot.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def action(pane: MeetingsPane, text: str) -> QAction:
    every = [a for a in pane.menu_actions() if a is not None]
    for menu in [a.menu() for a in every]:
        if isinstance(menu, QMenu):
            every += menu.actions()
    return next(a for a in every if a.text().replace("&", "") == text)


def make_meeting(qtbot: QtBot, pane: MeetingsPane, desk: Desk, day: date, start: int = 0) -> None:
    action(pane, "Nyt møde…").trigger()
    shown = dialog("new-meeting")
    field = shown.findChild(QDateEdit)
    assert field is not None
    field.setDate(QDate(day.year, day.month, day.day))
    choice = next(box for box in shown.findChildren(QComboBox) if not box.isEditable())
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(start):
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    press(qtbot, shown, QDialogButtonBox.StandardButton.Ok)
    settle(desk)


def read_meetings(desk: Desk) -> list[Meeting]:
    found: list[list[Meeting]] = []
    desk.read(desk, lambda store: store.meetings(), found.append)
    settle(desk)
    return found[0]


def test_meetings_stand_below_council_and_year_with_their_state(pane: MeetingsPane) -> None:
    assert rows(pane) == [COUNCIL, "  2026", "    18. september 2026, kladde"]
    assert find(pane, "18. september").data(Qt.ItemDataRole.FontRole).bold()


def test_a_new_meeting_begins_with_the_usual_sections_and_lies_on_the_desk(
    qtbot: QtBot, pane: MeetingsPane, desk: Desk
) -> None:
    make_meeting(qtbot, pane, desk, date(2027, 2, 5))
    agenda = snapshot_of(desk).agenda
    assert (agenda.meeting.council, agenda.meeting.date) == (COUNCIL, date(2027, 2, 5))
    assert agenda.items[0].item.title.startswith("Velkomst")
    assert "    5. februar 2027, kladde" in rows(pane)
    assert desk.undoable.undo == "Opret mødet 5. februar 2027"
    desk.undo()
    settle(desk)
    assert rows(pane) == [COUNCIL, "  2026", "    18. september 2026, kladde"]


def test_a_new_meeting_can_begin_empty(qtbot: QtBot, pane: MeetingsPane, desk: Desk) -> None:
    make_meeting(qtbot, pane, desk, date(2027, 2, 5), start=1)
    assert snapshot_of(desk).agenda.meeting.date == date(2027, 2, 5)
    assert snapshot_of(desk).agenda.items == ()


def test_a_copy_has_the_sections_and_none_of_the_cases(qtbot: QtBot, pane: MeetingsPane, desk: Desk) -> None:
    make_meeting(qtbot, pane, desk, date(2027, 2, 5), start=2)
    items = snapshot_of(desk).agenda.items
    assert [(row.number, row.item.title) for row in items] == [
        ("1", "Velkomst og godkendelse af dagsorden"),
        ("2", "Temaer og sager til drøftelse"),
        ("3", "Eventuelt"),
    ]
    assert not any(row.attachments for row in items)


def test_a_click_and_the_enter_key_open_a_meeting(qtbot: QtBot, pane: MeetingsPane, desk: Desk) -> None:
    make_meeting(qtbot, pane, desk, date(2027, 2, 5))
    click(qtbot, pane, "18. september")
    settle(desk)
    assert snapshot_of(desk).agenda.meeting.date == date(2026, 9, 18)
    tree = tree_of(pane)
    tree.setCurrentIndex(find(pane, "5. februar"))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    settle(desk)
    assert snapshot_of(desk).agenda.meeting.date == date(2027, 2, 5)


def test_the_state_is_set_from_the_menu_and_undone(pane: MeetingsPane, desk: Desk) -> None:
    action(pane, "Udsendt").trigger()
    settle(desk)
    assert rows(pane)[-1] == "    18. september 2026, udsendt"
    assert snapshot_of(desk).agenda.meeting.state is MeetingState.ISSUED
    desk.undo()
    settle(desk)
    assert rows(pane)[-1] == "    18. september 2026, kladde"
    assert action(pane, "Kladde").isChecked()


def test_an_archived_meeting_goes_below_the_archive_and_comes_back(
    qtbot: QtBot, pane: MeetingsPane, desk: Desk
) -> None:
    action(pane, "Arkivér").trigger()
    settle(desk)
    assert rows(pane) == ["Arkiv"]
    tree = tree_of(pane)
    tree.setCurrentIndex(find(pane, "Arkiv"))
    qtbot.keyClick(tree, Qt.Key.Key_Asterisk)
    assert rows(pane) == ["Arkiv", f"  {COUNCIL}", "    2026", "      18. september 2026, kladde"]
    click(qtbot, pane, "18. september")
    action(pane, "Hent fra arkiv").trigger()
    settle(desk)
    assert rows(pane)[0] == COUNCIL


def test_details_are_changed_in_one_step(qtbot: QtBot, pane: MeetingsPane, desk: Desk) -> None:
    action(pane, "Oplysninger om mødet…").trigger()
    shown = dialog("meeting-details")
    place = next(field for field in shown.findChildren(QLineEdit) if field.accessibleName() == "Sted")
    place.clear()
    qtbot.keyClicks(place, "Rådhuset i Sorø")
    press(qtbot, shown, QDialogButtonBox.StandardButton.Ok)
    settle(desk)
    assert snapshot_of(desk).agenda.meeting.place == "Rådhuset i Sorø"
    assert desk.undoable.undo == "Ret oplysninger om mødet 18. september 2026"


def test_a_meeting_without_a_council_cannot_be_made(qtbot: QtBot, pane: MeetingsPane) -> None:
    action(pane, "Nyt møde…").trigger()
    shown = dialog("new-meeting")
    council = next(box for box in shown.findChildren(QComboBox) if box.isEditable())
    council.setEditText("")
    written = council.lineEdit()
    assert written is not None
    assert written.placeholderText() == "fx KKR Sjælland"
    council.setEditText("  ")
    box = shown.findChild(QDialogButtonBox)
    assert box is not None
    assert not box.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_a_meeting_is_deleted_for_good_once_its_name_is_typed(qtbot: QtBot, pane: MeetingsPane, desk: Desk) -> None:
    action(pane, "Slet endeligt…").trigger()
    shown = dialog("delete-for-good")
    name = shown.findChild(QLineEdit)
    box = shown.findChild(QDialogButtonBox)
    assert name is not None
    assert box is not None
    delete = next(b for b in box.buttons() if b.text() == "Slet endeligt")
    assert not delete.isEnabled()
    qtbot.keyClicks(name, "kkr midtsjælland, 18. september 2026")
    assert delete.isEnabled()
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    settle(desk)
    assert read_meetings(desk) == []
    assert desk.snapshot is None
    assert desk.undoable.undo is None
    press(qtbot, shown, QDialogButtonBox.StandardButton.Cancel)
    assert not shown.isVisible()


def test_the_pane_follows_the_language(pane: MeetingsPane) -> None:
    set_language(Language.ENGLISH)
    QApplication.sendPostedEvents()
    assert rows(pane)[-1].startswith("    18 September 2026")
