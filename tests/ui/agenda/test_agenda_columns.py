"""The columns of the agenda: titles have the room that others do not need, and are told in full."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kkr_desk.ui.agenda.words import Column
from tests.ui.agenda.driving import SHIFT, Driver, Key
from tests.ui.desks import item_of


def test_titles_have_the_room_of_caseworkers_whom_nobody_has_named(drive: Driver) -> None:
    header, item = drive.tree.header(), item_of(drive.desk, "2.1").item.id

    def width() -> int:
        return header.sectionSize(Column.TITLE)

    narrow = width()
    assert not header.isSectionHidden(Column.CASEWORKER)
    drive.desk.write(drive.desk, "Ret", lambda store: store.change_item(item, caseworker=""))
    drive.settle()
    assert header.isSectionHidden(Column.CASEWORKER)
    assert width() > narrow
    drive.click("Nærhed")
    drive.press(Key.Key_F2, SHIFT)
    assert not header.isSectionHidden(Column.CASEWORKER)
    drive.press(Key.Key_Escape)
    assert header.isSectionHidden(Column.CASEWORKER)
    drive.press(Key.Key_F2, SHIFT)
    drive.type("mlo")
    drive.press(Key.Key_Return)
    assert drive.cell("Nærhed", Column.CASEWORKER) == "mlo"
    assert width() == narrow


def test_a_title_that_is_cut_off_is_told_in_full(drive: Driver) -> None:
    told = str(drive.row("Nærhed").data(Qt.ItemDataRole.ToolTipRole))
    assert told == "Nærhed og sammenhæng i det nye sundhedsråd"
