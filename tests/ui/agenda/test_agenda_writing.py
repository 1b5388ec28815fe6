"""Writing the agenda by the keys: new items, titles, types, caseworkers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kkr_desk.errors import UserError
from kkr_desk.ui.agenda.words import Column
from tests.ui.agenda.driving import ALT, CTRL, SHIFT, START, Driver, Key
from tests.ui.desks import item_of


def test_the_meeting_as_it_stands(drive: Driver) -> None:
    assert drive.rows() == START
    assert drive.cell("Nærhed", Column.CASE_TYPE) == "Temadrøftelse"
    assert drive.cell("Nærhed", Column.CASEWORKER) == "abk"
    assert [drive.cell(title, Column.PAGES) for title in ("Faktaark", "Notat", "Høringssvar")] == ["1", "3", ""]
    assert [drive.cell(title, Column.PAGE) for title in ("Velkomst", "Nærhed", "Faktaark", "Notat")] == [
        "",
        "2",
        "2",
        "4",
    ]


def test_enter_adds_the_next_item_and_goes_on(drive: Driver) -> None:
    drive.click("Nærhed")
    drive.press(Key.Key_Return)
    drive.type("Beslutningssag: Klimatilpasning")
    drive.press(Key.Key_Return)
    drive.type("Hjemløshed")
    drive.press(Key.Key_Return)
    assert drive.is_writing()
    drive.press(Key.Key_Escape)
    assert not drive.is_writing()
    assert [line for line in drive.rows() if line.startswith("  2.")] == [
        "  2.1 Nærhed og sammenhæng i det nye sundhedsråd",
        "  2.2 Klimatilpasning",
        "  2.3 Hjemløshed",
        "  2.4 Fordeling af flygtninge 2027",
    ]
    assert drive.cell("Klimatilpasning", Column.CASE_TYPE) == "Beslutningssag"
    assert drive.current() == "Hjemløshed"
    assert drive.undo() == "Nyt punkt: Hjemløshed"
    assert drive.undo() == "Nyt punkt: Klimatilpasning"
    assert drive.rows() == START


def test_typing_does_not_wait_for_the_store(drive: Driver) -> None:
    drive.click("Eventuelt")
    QTest.keyClick(drive.tree, Key.Key_Return)
    for title in ("a", "b", "c", "d"):
        QTest.keyClicks(drive.editor(), f"punkt {title}")
        QTest.keyClick(drive.editor(), Key.Key_Return)
    assert drive.rows()[-1] == " "
    drive.settle()
    drive.press(Key.Key_Escape)
    assert drive.rows()[8:] == ["3 Eventuelt", "4 punkt a", "5 punkt b", "6 punkt c", "7 punkt d"]


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_an_empty_new_item_leaves_nothing(drive: Driver, key: Qt.Key) -> None:
    drive.click("Nærhed")
    before = drive.desk.undoable
    drive.press(Key.Key_Return)
    drive.press(key)
    assert drive.rows() == START
    assert drive.current().startswith("Nærhed")
    assert drive.desk.undoable == before


def test_escape_gives_up_what_was_typed(drive: Driver) -> None:
    drive.click("Nærhed")
    drive.press(Key.Key_Return)
    drive.type("et halvt pun")
    drive.press(Key.Key_Escape)
    assert drive.rows() == START


def test_a_click_elsewhere_keeps_what_was_typed(drive: Driver) -> None:
    drive.click("Velkomst")
    drive.press(Key.Key_Return)
    drive.type("Godkendelse af referat")
    drive.click("Eventuelt")
    assert drive.rows()[:2] == [START[0], "2 Godkendelse af referat"]
    assert drive.current() == "Eventuelt"


def test_a_click_elsewhere_takes_an_empty_new_item_away(drive: Driver) -> None:
    drive.click("Velkomst")
    drive.press(Key.Key_Return)
    drive.click("Notat")
    assert drive.rows() == START
    assert drive.current().startswith("Notat")


def test_tab_indents_what_is_being_written(drive: Driver) -> None:
    drive.click("Eventuelt")
    drive.press(Key.Key_Return)
    drive.press(Key.Key_Tab)
    assert drive.is_writing()
    drive.type("Siden sidst")
    drive.press(Key.Key_Return)
    drive.type("Nyt fra KL")
    drive.press(Key.Key_Backtab, SHIFT)
    drive.type(" og Danske Regioner")
    drive.press(Key.Key_Return)
    drive.press(Key.Key_Escape)
    assert drive.rows()[8:] == ["3 Eventuelt", "  3.1 Siden sidst", "4 Nyt fra KL og Danske Regioner"]


def test_a_new_item_under_another(drive: Driver) -> None:
    drive.click("Eventuelt")
    drive.press(Key.Key_Return, CTRL)
    drive.type("Kommende møder")
    drive.press(Key.Key_Return)
    drive.press(Key.Key_Escape)
    assert drive.rows()[-1] == "  3.1 Kommende møder"


def test_a_new_section_from_within_another(drive: Driver) -> None:
    drive.click("Notat")
    drive.press(Key.Key_Return, CTRL | SHIFT)
    drive.type("Udpegninger")
    drive.press(Key.Key_Return)
    drive.press(Key.Key_Escape)
    assert drive.rows()[8:] == ["3 Udpegninger", "4 Eventuelt"]


def test_enter_on_an_attachment_adds_behind_its_item(drive: Driver) -> None:
    drive.click("Faktaark")
    drive.press(Key.Key_Return)
    drive.type("Klima")
    drive.press(Key.Key_Return)
    drive.press(Key.Key_Escape)
    assert drive.rows()[5] == "  2.2 Klima"


def test_f2_renames_in_place(drive: Driver) -> None:
    drive.click("Nærhed")
    drive.press(Key.Key_F2)
    assert drive.editor().selectedText() == "Nærhed og sammenhæng i det nye sundhedsråd"
    drive.type("Sundhedsrådet")
    drive.press(Key.Key_Return)
    assert drive.rows()[2] == "  2.1 Sundhedsrådet"
    assert not drive.is_writing()
    assert drive.current() == "Sundhedsrådet"
    assert drive.undo() == "Omdøb punkt 2.1"
    assert drive.rows() == START


def test_letters_write_into_the_row(drive: Driver) -> None:
    drive.click("Faktaark")
    drive.type("Et faktaark")
    drive.press(Key.Key_Return)
    assert drive.rows()[3] == "    Bilag 1 Et faktaark"
    assert drive.undo() == "Omdøb bilag 1 under 2.1"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Backspace, Key.Key_Escape, Key.Key_Tab])
def test_other_keys_never_write(drive: Driver, key: Qt.Key) -> None:
    drive.click("Velkomst")
    drive.press(key)
    assert not drive.is_writing()
    assert drive.rows() == START
    assert QApplication.focusWidget() is drive.tree


def test_a_double_click_writes_into_the_cell(drive: Driver) -> None:
    at = drive.point("Fordeling", column=Column.CASEWORKER)
    QTest.mouseClick(drive.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(drive.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    drive.type("mje")
    drive.press(Key.Key_Return)
    assert drive.cell("Fordeling", Column.CASEWORKER) == "mje"
    assert drive.undo() == "Ret sagsbehandler for punkt 2.2"


def test_a_title_with_a_type_in_front(drive: Driver) -> None:
    drive.click("Fordeling")
    drive.press(Key.Key_F2)
    drive.type("Beslutningssag: Fordeling af flygtninge 2028")
    drive.press(Key.Key_Return)
    assert drive.cell("Fordeling af flygtninge 2028", Column.CASE_TYPE) == "Beslutningssag"
    drive.undo()
    assert drive.cell("Fordeling af flygtninge 2027", Column.CASE_TYPE) == "Orienteringssag"


def test_a_title_is_never_left_empty(drive: Driver) -> None:
    drive.click("Nærhed")
    drive.press(Key.Key_F2)
    drive.press(Key.Key_Delete)
    drive.press(Key.Key_Return)
    assert drive.rows() == START


def test_the_type_is_chosen_from_the_councils(drive: Driver) -> None:
    drive.click("Fordeling", column=Column.CASE_TYPE)
    drive.press(Key.Key_F2)
    assert drive.choices() == ["", "Beslutningssag", "Temadrøftelse", "Drøftelsessag", "Orienteringssag"]
    drive.type("Drøftelsessag")
    drive.press(Key.Key_Return)
    assert drive.cell("Fordeling", Column.CASE_TYPE) == "Drøftelsessag"
    assert drive.undo() == "Ret sagstype for punkt 2.2"


def test_the_type_of_several_from_the_menu(drive: Driver) -> None:
    drive.select("Nærhed", "Fordeling")
    menu = drive.pane.findChild(QMenu, "agenda-case-types")
    assert isinstance(menu, QMenu)
    choice = next(action for action in menu.actions() if action.text() == "Beslutningssag")
    choice.trigger()
    drive.settle()
    assert {drive.cell(title, Column.CASE_TYPE) for title in ("Nærhed", "Fordeling")} == {"Beslutningssag"}
    assert choice.isChecked()
    drive.undo()
    assert drive.cell("Nærhed", Column.CASE_TYPE) == "Temadrøftelse"


def test_the_caseworker_by_the_keys(drive: Driver) -> None:
    drive.click("Fordeling")
    drive.press(Key.Key_F2, SHIFT)
    drive.type("mje")
    drive.press(Key.Key_Return)
    assert drive.cell("Fordeling", Column.CASEWORKER) == "mje"


def test_typing_survives_what_others_write(drive: Driver) -> None:
    drive.click("Fordeling")
    drive.press(Key.Key_F2)
    drive.type("Flygtn")
    other = item_of(drive.desk, "1").item.id
    drive.desk.write(drive.pane, "Andet", lambda store: store.delete_item(other))
    drive.settle()
    drive.type("inge")
    assert drive.editor().text() == "Flygtninge"
    drive.press(Key.Key_Return)
    assert "  1.2 Flygtninge" in drive.rows()


def test_what_cannot_be_written_is_told_and_stays(drive: Driver) -> None:
    told: list[Exception] = []
    drive.desk.failed.connect(told.append)
    section = item_of(drive.desk, "3").item.id
    drive.click("Eventuelt")
    drive.press(Key.Key_Return, CTRL)
    drive.type("Et nyt punkt")
    drive.desk.write(drive.pane, "Andet", lambda store: store.delete_item(section))
    QTest.keyClick(drive.editor(), Key.Key_Return)
    drive.settle()
    assert [error.code for error in told if isinstance(error, UserError)] == ["item-gone"]
    assert any("Et nyt punkt" in line for line in drive.rows())


def test_another_meeting_takes_drafts_away(drive: Driver) -> None:
    drive.click("Eventuelt")
    drive.press(Key.Key_Return)
    drive.type("glemt")
    drive.desk.open_meeting(None)
    drive.settle()
    assert drive.rows() == []
    assert not drive.tree.isVisible()


def test_ctrl_tab_leaves_the_tree(drive: Driver) -> None:
    drive.click("Velkomst")
    drive.press(Key.Key_Tab, CTRL)
    assert QApplication.focusWidget() is not drive.tree


def test_alt_and_arrows_do_not_write(drive: Driver) -> None:
    drive.click("Velkomst")
    drive.press(Key.Key_Up, ALT)
    assert (drive.rows(), drive.is_writing()) == (START, False)
