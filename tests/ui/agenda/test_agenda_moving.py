"""Moving and deleting rows by the keys, and what is selected meanwhile."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from kkr_desk.model import MeetingState
from kkr_desk.ui.agenda import AgendaPane
from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.preferences import Preferences
from tests.ui.agenda.driving import ALT, CTRL, NONE, SHIFT, START, Driver, Key
from tests.ui.desks import item_of, settle


def action(drive: Driver, name: str) -> QAction:
    found = drive.pane.findChild(QAction, f"agenda-{name}")
    assert isinstance(found, QAction)
    return found


@pytest.mark.parametrize(
    ("row", "key", "modifier", "label", "lines"),
    [
        ("Fordeling", Key.Key_Up, ALT, "Flyt punkt 2.2", {2: "  2.1 Fordeling af flygtninge 2027"}),
        ("Nærhed", Key.Key_Down, ALT, "Flyt punkt 2.1", {2: "  2.1 Fordeling af flygtninge 2027"}),
        ("Notat", Key.Key_Up, ALT, "Flyt bilag 2 under 2.1", {3: "    Bilag 1 Notat om nære sundhedstilbud"}),
        ("Notat", Key.Key_Down, ALT, "Flyt bilag 2 under 2.1", {5: "    Bilag 1 Notat om nære sundhedstilbud"}),
        ("Fordeling", Key.Key_Tab, NONE, "Flyt punkt 2.2", {5: "    2.1.1 Fordeling af flygtninge 2027"}),
        ("Fordeling", Key.Key_Right, ALT, "Flyt punkt 2.2", {5: "    2.1.1 Fordeling af flygtninge 2027"}),
        ("Fordeling", Key.Key_Backtab, SHIFT, "Flyt punkt 2.2", {5: "3 Fordeling af flygtninge 2027"}),
        ("Fordeling", Key.Key_Left, ALT, "Flyt punkt 2.2", {5: "3 Fordeling af flygtninge 2027"}),
    ],
)
def test_keys_move_rows(
    drive: Driver, row: str, key: Qt.Key, modifier: Qt.KeyboardModifier, label: str, lines: dict[int, str]
) -> None:
    drive.click(row)
    drive.press(key, modifier)
    assert {n: drive.rows()[n] for n in lines} == lines
    assert drive.current().startswith(row)
    assert drive.selected() == [drive.current()]
    assert drive.undo() == label
    assert drive.rows() == START


def test_several_rows_move_together(drive: Driver) -> None:
    drive.select("Nærhed", "Fordeling")
    drive.press(Key.Key_Backtab, SHIFT)
    assert [line for line in drive.rows() if not line.startswith("  ")] == [
        "1 Velkomst og godkendelse af dagsorden",
        "2 Temaer og sager til drøftelse",
        "3 Nærhed og sammenhæng i det nye sundhedsråd",
        "4 Fordeling af flygtninge 2027",
        "5 Eventuelt",
    ]
    assert re.fullmatch(r"Flyt 2 række.*", drive.undo() or "")
    assert drive.rows() == START


@pytest.mark.parametrize(
    ("row", "key", "modifier"),
    [("Velkomst", Key.Key_Tab, NONE), ("Velkomst", Key.Key_Backtab, SHIFT), ("Faktaark", Key.Key_Tab, NONE)],
)
def test_a_key_that_leads_nowhere_does_nothing(
    drive: Driver, row: str, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    drive.click(row)
    before = drive.desk.undoable
    drive.press(key, modifier)
    assert (drive.rows(), drive.desk.undoable) == (START, before)
    assert QApplication.focusWidget() is drive.tree


@pytest.mark.parametrize(
    ("rows", "label", "left"),
    [
        (["Fordeling"], "Slet punkt 2.2", 6),
        (["Faktaark"], "Slet bilag 1 under 2.1", 8),
        (["Temaer"], "Slet punkt 2", 2),
        (["Velkomst", "Notat", "Eventuelt"], "Slet 3 række", 6),
        (["Nærhed", "Faktaark", "Notat"], "Slet punkt 2.1", 6),
    ],
)
def test_delete_asks_nothing_and_can_be_undone(drive: Driver, rows: list[str], label: str, left: int) -> None:
    drive.select(*rows)
    drive.press(Key.Key_Delete)
    assert len(drive.rows()) == left
    assert drive.selected() == ([drive.current()] if drive.current() != "None" else [])
    assert (drive.undo() or "").startswith(label)
    assert drive.rows() == START


def test_ctrl_a_selects_all_with_the_text_that_a_real_keyboard_gives_it(drive: Driver) -> None:
    QApplication.sendEvent(drive.tree, QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, CTRL, "\x01"))
    assert len(drive.selected()) == len(START)
    drive.press(Key.Key_Delete)
    assert drive.rows() == []


def test_files_can_be_attached_to_the_row_that_the_focus_comes_to(drive: Driver) -> None:
    drive.tree.clearFocus()
    drive.tree.selectionModel().clear()
    assert not action(drive, "attach").isEnabled()
    drive.tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert (drive.current(), drive.selected()) == ("Velkomst og godkendelse af dagsorden", [])
    assert action(drive, "attach").isEnabled()


def test_the_row_beside_a_deleted_one_is_current_and_shown(drive: Driver) -> None:
    drive.click("Faktaark")
    drive.press(Key.Key_Delete)
    assert drive.current() == "Notat om nære sundhedstilbud"
    shown = drive.desk.snapshot.attachment(drive.desk.selection.attachment) if drive.desk.snapshot else None
    assert shown is not None
    assert shown[1].attachment.title == "Notat om nære sundhedstilbud"


def test_arrows_select_for_the_whole_window(drive: Driver) -> None:
    drive.click("Nærhed")
    assert drive.desk.selection == Selection(item_of(drive.desk, "2.1").item.id)
    drive.press(Key.Key_Down)
    item = item_of(drive.desk, "2.1")
    assert drive.desk.selection == Selection(item.item.id, item.attachments[0].attachment.id)


def test_what_the_window_selects_is_shown(drive: Driver) -> None:
    drive.tree.collapse(drive.row("Temaer").siblingAtColumn(Column.NUMBER))
    item = item_of(drive.desk, "2.2")
    wanted = Selection(item.item.id, item.attachments[1].attachment.id, page=2, words="handicap")
    drive.desk.select(wanted)
    drive.settle()
    assert drive.current() == "Høringssvar fra handicaprådene"
    assert drive.tree.viewport().rect().contains(drive.tree.visualRect(drive.tree.currentIndex()))
    assert drive.desk.selection == wanted


def test_open_rows_selection_and_scroll_survive_a_new_snapshot(drive: Driver) -> None:
    drive.pane.resize(700, 200)
    drive.settle()
    drive.tree.collapse(drive.row("Nærhed").siblingAtColumn(Column.NUMBER))
    drive.select("Landstal", "Høringssvar")
    bar = drive.tree.verticalScrollBar()
    bar.setValue(2)
    first = item_of(drive.desk, "1").item.id
    drive.desk.write(drive.pane, "Andet", lambda store: store.change_item(first, title="Velkommen"))
    drive.settle()
    assert drive.rows()[0] == "1 Velkommen"
    assert not drive.tree.isExpanded(drive.row("Nærhed").siblingAtColumn(Column.NUMBER))
    assert drive.selected() == ["Landstal og kommunekvoter 2027", "Høringssvar fra handicaprådene"]
    assert bar.value() == 2


def test_numbers_that_were_sent_out_are_pinned_until_they_are_released(drive: Driver) -> None:
    assert not action(drive, "renumber").isEnabled()
    meeting = drive.desk.snapshot.agenda.meeting.id if drive.desk.snapshot else None
    assert meeting is not None
    drive.desk.write(drive.pane, "Udsend", lambda store: store.change_meeting(meeting, state=MeetingState.ISSUED))
    drive.settle()
    spoken = str(drive.row("Fordeling").data(Qt.ItemDataRole.AccessibleTextRole))
    assert "nummeret er fastholdt" in spoken
    drive.click("Nærhed")
    drive.press(Key.Key_Delete)
    assert "  2.2 Fordeling af flygtninge 2027" in drive.rows()
    action(drive, "renumber").trigger()
    drive.settle()
    assert drive.undo() == "Omnummerér"


def test_renumber_in_the_menu_of_the_header(drive: Driver) -> None:
    header = drive.tree.header()
    at = QPoint(header.sectionViewportPosition(Column.PAGE) + 5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.viewport().mapToGlobal(at))
    QApplication.sendEvent(header.viewport(), event)
    menu = drive.tree.findChild(QMenu, "agenda-header-menu")
    assert isinstance(menu, QMenu)
    assert [entry.text().replace("&", "") for entry in menu.actions()] == ["Omnummerér"]
    menu.close()


def test_the_menu_key_offers_what_the_menu_bar_does(drive: Driver) -> None:
    drive.click("Nærhed")
    at = drive.point("Nærhed")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, drive.tree.mapToGlobal(at))
    QApplication.sendEvent(drive.tree, event)
    menu = drive.tree.findChild(QMenu, "agenda-context-menu")
    assert isinstance(menu, QMenu)
    offered = [entry.text() for entry in menu.actions() if not entry.isSeparator()]
    wanted = [entry.text() for entry in drive.pane.menu_actions() if entry is not None and entry.isVisible()]
    assert offered == wanted
    assert all("&" in text and text.strip("&…") for text in wanted)
    assert len({text[text.index("&") + 1].casefold() for text in wanted}) == len(wanted), "two mnemonics are the same"
    menu.close()


def test_an_empty_agenda_says_what_to_do(drive: Driver) -> None:
    drive.select("Velkomst", "Temaer", "Eventuelt")
    drive.press(Key.Key_Delete)
    begin = drive.pane.findChild(QPushButton, "agenda-begin")
    assert isinstance(begin, QPushButton)
    assert begin.isVisible()
    assert QApplication.focusWidget() is begin
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    drive.settle()
    drive.type("Velkomst")
    drive.press(Key.Key_Return)
    drive.press(Key.Key_Escape)
    assert drive.rows() == ["1 Velkomst"]
    assert QApplication.focusWidget() is drive.tree


def test_an_empty_agenda_is_filled_by_the_keys(drive: Driver) -> None:
    drive.select("Velkomst", "Temaer", "Eventuelt")
    drive.press(Key.Key_Delete)
    QApplication.clipboard().setText("1 Velkomst\n2 Eventuelt")
    drive.press(Key.Key_V, CTRL)
    assert drive.rows() == ["1 Velkomst", "2 Eventuelt"]
    drive.undo()
    drive.press(Key.Key_Return)
    drive.press(Key.Key_Escape)
    assert drive.rows() == []
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)


def test_left_and_right_close_and_open(drive: Driver) -> None:
    drive.click("Nærhed")
    drive.press(Key.Key_Left)
    assert not drive.tree.isExpanded(drive.row("Nærhed").siblingAtColumn(Column.NUMBER))
    drive.press(Key.Key_Right)
    assert drive.tree.isExpanded(drive.row("Nærhed").siblingAtColumn(Column.NUMBER))


def test_columns_and_closed_rows_are_remembered(drive: Driver, desk: Desk) -> None:
    preferences = Preferences()
    drive.pane.remember(preferences)
    drive.tree.header().resizeSection(Column.CASE_TYPE, 177)
    drive.tree.collapse(drive.row("Nærhed").siblingAtColumn(Column.NUMBER))
    other = AgendaPane(desk)
    other.remember(Preferences())
    settle(desk)
    assert other.tree.header().sectionSize(Column.CASE_TYPE) == 177
    closed = [
        n for n in range(2) if not other.tree.isExpanded(other.tree.model().index(n, 0, other.tree.model().index(1, 0)))
    ]
    assert closed == [0]
    drive.tree.expand(drive.row("Nærhed").siblingAtColumn(Column.NUMBER))
    third = AgendaPane(desk)
    third.remember(Preferences())
    assert third.tree.isExpanded(third.tree.model().index(0, 0, third.tree.model().index(1, 0)))
    for pane in (other, third):
        pane.deleteLater()


def test_keys_that_extend_the_selection(drive: Driver) -> None:
    drive.click("Faktaark")
    drive.press(Key.Key_Down, SHIFT)
    assert len(drive.selected()) == 2
    drive.press(Key.Key_A, CTRL)
    assert len(drive.selected()) == 9
