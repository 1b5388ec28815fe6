"""Rows and lines of text on the clipboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kkr_desk.errors import UserError
from kkr_desk.model import Meeting, TextKind
from kkr_desk.store import Store
from kkr_desk.ui.agenda.words import Column
from tests.ui.agenda.driving import CTRL, START, Driver, Key
from tests.ui.desks import item_of

NEW = """3 Udpegninger
3.1 Beslutningssag: Udpegning til Letbanens bestyrelse
Bilag 1: Vedtægter
3.2 Orienteringssag: Udpegninger i 2026
4 Siden sidst
"""


@pytest.fixture
def told(drive: Driver) -> list[Exception]:
    errors: list[Exception] = []
    drive.desk.failed.connect(errors.append)
    return errors


def paste(drive: Driver, at: str, text: str | None = None) -> None:
    if text is not None:
        QApplication.clipboard().setText(text)
    drive.click(at)
    drive.press(Key.Key_V, CTRL)
    drive.settle()


def other_meeting(drive: Driver) -> None:
    """Make another meeting with one section, and lay it on the desk."""
    made: list[Meeting] = []

    def make(store: Store) -> Meeting:
        meeting = store.add_meeting("KKR Midtsjælland", date(2026, 12, 4), "Indholdsfortegnelse - Bilag")
        store.add_item(meeting.id, "Det andet møde")
        return meeting

    drive.desk.write(drive.pane, "Nyt møde", make, made.append)
    drive.settle()
    drive.desk.open_meeting(made[0].id)
    drive.settle()


def test_lines_become_items_behind_the_section(drive: Driver) -> None:
    paste(drive, "Notat", NEW)
    assert drive.rows()[8:] == [
        "3 Udpegninger",
        "  3.1 Udpegning til Letbanens bestyrelse",
        "     Vedtægter",
        "  3.2 Udpegninger i 2026",
        "4 Siden sidst",
        "5 Eventuelt",
    ]
    assert drive.cell("Udpegning til", Column.CASE_TYPE) == "Beslutningssag"
    assert "1 bilag mangler fil" in str(drive.row("Udpegning til").data(Qt.ItemDataRole.AccessibleTextRole))
    assert len(drive.selected()) == 4
    assert (drive.undo() or "").startswith("Indsæt 4 punkt")
    assert drive.rows() == START


def test_lines_one_level_deeper_come_into_the_section(drive: Driver) -> None:
    paste(drive, "Eventuelt", "3.1 Nyt fra KL\n3.2 Nyt fra regionen")
    assert drive.rows()[8:] == ["3 Eventuelt", "  3.1 Nyt fra KL", "  3.2 Nyt fra regionen"]


def test_lines_without_numbers_come_behind_the_item(drive: Driver) -> None:
    paste(drive, "Faktaark", "Klima\n\tTransport")
    assert drive.rows()[5:7] == ["  2.2 Klima", "    2.2.1 Transport"]


def test_lines_into_an_empty_agenda(drive: Driver) -> None:
    drive.select("Velkomst", "Temaer", "Eventuelt")
    drive.press(Key.Key_Delete)
    QApplication.clipboard().setText(NEW)
    paste_action = next(a for a in drive.pane.menu_actions() if a is not None and a.objectName() == "agenda-paste")
    paste_action.trigger()
    drive.settle()
    assert drive.rows()[:2] == ["1 Udpegninger", "  1.1 Udpegning til Letbanens bestyrelse"]


def test_an_agenda_fills_the_usual_sections_of_a_new_meeting(drive: Driver) -> None:
    made: list[Meeting] = []
    day = date(2026, 12, 4)
    drive.desk.write(drive.pane, "Nyt møde", lambda store: store.new_meeting("KKR Midtsjælland", day), made.append)
    drive.settle()
    drive.desk.open_meeting(made[0].id)
    drive.settle()
    empty = drive.rows()
    agenda = "1 Mødets tema\n2 TEMAER og sager til drøftelse\n2.1 Klima\n3 Økonomi\n4 Eventuelt\n"
    paste(drive, "Velkomst", agenda)
    numbered = ["1 Mødets tema", "2 Temaer og sager til drøftelse", "  2.1 Klima", "3 Økonomi", "4 Eventuelt"]
    assert drive.rows() == numbered, "a whole agenda has the numbers that it came with"
    drive.undo()
    assert drive.rows() == empty
    paste(drive, "Velkomst", agenda.removeprefix("1 "))
    assert drive.rows() == [
        "1 Velkomst og godkendelse af dagsorden",
        "2 Mødets tema",
        "3 Godkendelse af referat",
        "4 Temaer og sager til drøftelse",
        "  4.1 Klima",
        "5 Økonomi",
        "6 Udpegninger",
        "7 Siden sidst",
        "8 Punkter til næste møde",
        "9 Eventuelt",
    ]
    paste(drive, "Eventuelt", "Eventuelt")
    assert drive.rows()[-2:] == ["9 Eventuelt", "10 Eventuelt"], "what somebody has worked on is not guessed at"
    drive.undo()
    drive.undo()
    assert drive.rows() == empty


def test_a_whole_document_is_told(drive: Driver, told: list[Exception]) -> None:
    paste(drive, "Eventuelt", "en linje\n" * 500)
    assert [error.code for error in told if isinstance(error, UserError)] == ["too-many-lines"]
    assert drive.rows() == START


def test_attachments_without_an_item_are_told(drive: Driver, told: list[Exception]) -> None:
    drive.select("Velkomst", "Temaer", "Eventuelt")
    drive.press(Key.Key_Delete)
    QApplication.clipboard().setText("Bilag 1: Løst")
    next(a for a in drive.pane.menu_actions() if a is not None and a.objectName() == "agenda-paste").trigger()
    assert [error.code for error in told if isinstance(error, UserError)] == ["choose-an-item"]


def test_nothing_useful_on_the_clipboard(drive: Driver, told: list[Exception]) -> None:
    QApplication.clipboard().clear()
    paste(drive, "Eventuelt")
    assert (drive.rows(), told) == (START, [])


def test_an_item_is_copied_with_all_it_has(drive: Driver) -> None:
    drive.click("Nærhed")
    drive.press(Key.Key_C, CTRL)
    paste(drive, "Eventuelt")
    assert drive.rows()[9:] == [
        "4 Nærhed og sammenhæng i det nye sundhedsråd",
        "  Bilag 1 Faktaark om sundhedsrådet",
        "  Bilag 2 Notat om nære sundhedstilbud",
    ]
    assert drive.rows()[:9] == START
    copy = item_of(drive.desk, "4").item
    assert (copy.case_type, copy.case_number, copy.caseworker) == ("Temadrøftelse", "SAG-2026-00413", "abk")
    texts: list[dict[TextKind, str]] = []
    drive.desk.read(drive.pane, lambda store: store.texts(copy.id), texts.append)
    drive.settle()
    assert set(texts[0]) == {TextKind.BACKGROUND, TextKind.RECOMMENDATION}
    assert (drive.undo() or "").startswith("Indsæt 1 punkt")
    assert drive.rows() == START


def test_attachments_are_copied_behind_the_current_one(drive: Driver) -> None:
    drive.select("Faktaark", "Notat")
    drive.press(Key.Key_C, CTRL)
    paste(drive, "Landstal")
    assert drive.rows()[6:10] == [
        "    Bilag 1 Landstal og kommunekvoter 2027",
        "    Bilag 2 Faktaark om sundhedsrådet",
        "    Bilag 3 Notat om nære sundhedstilbud",
        "    Bilag 4 Høringssvar fra handicaprådene",
    ]
    assert drive.cell("Faktaark", Column.PAGES) == "1"
    assert (drive.undo() or "").startswith("Indsæt 2 bilag")


def test_what_is_cut_stays_until_it_is_pasted(drive: Driver) -> None:
    drive.click("Notat")
    drive.press(Key.Key_X, CTRL)
    assert drive.rows() == START
    assert "Klippet" in str(drive.row("Notat").data(Qt.ItemDataRole.AccessibleTextRole))
    paste(drive, "Fordeling")
    assert drive.rows()[7] == "    Bilag 3 Notat om nære sundhedstilbud"
    assert "Klippet" not in str(drive.row("Notat").data(Qt.ItemDataRole.AccessibleTextRole))
    paste(drive, "Eventuelt")
    assert len(drive.rows()) == len(START)
    assert drive.undo() == "Flyt bilag 2 under 2.1"
    assert drive.rows() == START


def test_an_item_pasted_into_itself_is_told_and_stays(drive: Driver, told: list[Exception]) -> None:
    drive.click("Temaer")
    drive.press(Key.Key_X, CTRL)
    paste(drive, "Nærhed")
    assert [error.code for error in told if isinstance(error, UserError)] == ["move-into-itself"]
    assert drive.rows() == START


def test_a_copy_into_another_meeting(drive: Driver) -> None:
    drive.click("Fordeling")
    drive.press(Key.Key_C, CTRL)
    other_meeting(drive)
    paste(drive, "Det andet møde")
    assert drive.rows() == [
        "1 Det andet møde",
        "2 Fordeling af flygtninge 2027",
        "  Bilag 1 Landstal og kommunekvoter 2027",
        "  Bilag 2 Høringssvar fra handicaprådene",
    ]


def test_what_is_cut_moves_to_another_meeting(drive: Driver) -> None:
    first = drive.desk.snapshot.agenda.meeting.id if drive.desk.snapshot else None
    drive.click("Fordeling")
    drive.press(Key.Key_X, CTRL)
    other_meeting(drive)
    paste(drive, "Det andet møde")
    assert drive.rows()[1] == "2 Fordeling af flygtninge 2027"
    drive.desk.open_meeting(first)
    drive.settle()
    assert drive.rows() == [*START[:5], START[8]]
    drive.undo()
    assert drive.rows() == START


def test_what_was_copied_and_deleted_is_told(drive: Driver, told: list[Exception]) -> None:
    drive.click("Notat")
    drive.press(Key.Key_C, CTRL)
    drive.press(Key.Key_Delete)
    paste(drive, "Eventuelt")
    assert [error.code for error in told if isinstance(error, UserError)] == ["attachment-gone"]
