"""Files that are dropped, pasted and chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog

from kkr_desk.errors import UserError
from kkr_desk.ui.agenda.words import Column
from tests.factory import HORRIBLE_NAME
from tests.intake.papers import simple
from tests.ui.agenda.driving import CTRL, START, Driver, Key, dropped_at, files
from tests.ui.desks import item_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kommer ind"
    made.mkdir()
    return made


@pytest.fixture
def told(drive: Driver) -> list[Exception]:
    errors: list[Exception] = []
    drive.desk.failed.connect(errors.append)
    return errors


def test_a_file_is_dropped_on_an_item(drive: Driver, folder: Path) -> None:
    file = simple(folder, "Notat_om_økonomi.pdf", pages=4, words="økonomi")
    assert drive.drop(files(file), drive.point("Velkomst"))
    assert drive.rows()[1] == "  Bilag 1 Notat om økonomi"
    assert drive.cell("Notat om økonomi", Column.PAGES) == "4"
    assert drive.undo() == "Vedhæft Notat_om_økonomi.pdf til punkt 1"
    assert drive.rows() == START


def test_files_are_dropped_between_attachments(drive: Driver, folder: Path) -> None:
    data = files(*(simple(folder, f"ny {n}.pdf", words=f"ny {n}") for n in (10, 9)))
    assert drive.drop(data, drive.point("Landstal", 0.9))
    assert drive.rows()[6:10] == [
        "    Bilag 1 Landstal og kommunekvoter 2027",
        "    Bilag 2 ny 9",
        "    Bilag 3 ny 10",
        "    Bilag 4 Høringssvar fra handicaprådene",
    ]
    assert drive.undo() == "Vedhæft 2 bilag til punkt 2.2"


def test_a_file_that_cannot_be_included_becomes_a_row_that_says_so(drive: Driver, folder: Path) -> None:
    broken = folder / HORRIBLE_NAME
    broken.write_bytes(b"%PDF-1.7\nher er intet")
    (folder / "tom.pdf").touch()
    drive.drop(files(broken, folder / "tom.pdf"), drive.point("Eventuelt"))
    rows = [str(drive.row(title).data(Qt.ItemDataRole.AccessibleTextRole)) for title in ("Børnehus", "tom")]
    assert "Beskadiget, kan ikke medtages, side" in rows[0]
    assert "Tom fil, kan ikke medtages, side" in rows[1]
    assert "Kan ikke medtages" in str(drive.row("tom").data(Qt.ItemDataRole.ToolTipRole))


def test_a_file_that_is_gone_is_told_and_nothing_written(drive: Driver, folder: Path, told: list[Exception]) -> None:
    drive.drop(files(folder / "væk.pdf"), drive.point("Velkomst"))
    assert [error.code for error in told if isinstance(error, UserError)] == ["file-missing"]
    assert drive.rows() == START


def test_an_empty_folder_is_told(drive: Driver, folder: Path, told: list[Exception]) -> None:
    drive.drop(files(folder), drive.point("Velkomst"))
    assert [error.code for error in told if isinstance(error, UserError)] == ["folder-empty"]


def test_an_item_deleted_while_its_file_comes(drive: Driver, folder: Path, told: list[Exception]) -> None:
    item = item_of(drive.desk, "1").item.id
    file = simple(folder)
    at = drive.point("Velkomst")
    drive.hover(files(file), at)
    drive.desk.write(drive.pane, "Andet", lambda store: store.delete_item(item))
    drive.drop(files(file), at)
    drive.settle()
    assert len(drive.rows()) in {8, 9}
    codes = [error.code for error in told if isinstance(error, UserError)]
    assert codes in ([], ["item-gone"])
    assert (len(drive.rows()) == 8) == (codes == ["item-gone"])


def test_chosen_files_come_behind_the_current_attachment(
    drive: Driver, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = simple(folder, "valgt.pdf", words="valgt")
    asked: list[str] = []

    def choose(parent: object, title: str, *rest: object) -> tuple[list[str], str]:
        asked.append(title)
        return [str(file)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    drive.click("Faktaark")
    drive.press(Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    drive.settle()
    assert asked == ["Vedhæft filer"]
    assert drive.rows()[4] == "    Bilag 2 valgt"


def test_files_are_pasted(drive: Driver, folder: Path) -> None:
    file = simple(folder, "kopieret.pdf", words="kopieret")
    QApplication.clipboard().setMimeData(files(file))
    drive.click("Eventuelt")
    drive.press(Key.Key_V, CTRL)
    drive.settle()
    assert drive.rows()[9:] == ["  Bilag 1 kopieret"]


def test_titles_wait_for_their_files(drive: Driver, folder: Path) -> None:
    QApplication.clipboard().setText("Bilag 1: Referat\nBilag 2: Årsplan")
    drive.click("Eventuelt")
    drive.press(Key.Key_V, CTRL)
    assert drive.rows() == [*START, "   Referat", "   Årsplan"]
    assert drive.row("Referat").data(Qt.ItemDataRole.AccessibleTextRole) == "Bilag 1: Referat, Fil mangler"
    spoken = str(drive.row("Eventuelt").data(Qt.ItemDataRole.AccessibleTextRole))
    assert "2 bilag mangler fil" in spoken
    assert "Bilag 2: Årsplan" in str(drive.row("Eventuelt").data(Qt.ItemDataRole.ToolTipRole))
    drive.drop(files(simple(folder, "3-1_bilag2.pdf", words="to")), drive.point("Eventuelt"))
    assert drive.rows()[9:] == ["  Bilag 1 Årsplan", "   Referat"]
    drive.drop(files(simple(folder, "et eller andet.pdf", words="et")), drive.point("Eventuelt"))
    assert drive.rows()[9:] == ["  Bilag 1 Årsplan", "  Bilag 2 Referat"]
    assert "mangler fil" not in str(drive.row("Eventuelt").data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_awaited_is_only_looked_at(drive: Driver) -> None:
    QApplication.clipboard().setText("Bilag 1: Referat")
    drive.click("Eventuelt")
    drive.press(Key.Key_V, CTRL)
    drive.press(Key.Key_Down)
    assert drive.current() == "Referat"
    assert drive.desk.selection.item == item_of(drive.desk, "3").item.id
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_Tab, Key.Key_X):
        drive.press(key)
    assert drive.rows() == [*START, "   Referat"]
    drive.press(Key.Key_Up)
    assert drive.current() == "Eventuelt"


def test_what_is_being_read_says_so(drive: Driver, folder: Path) -> None:
    QApplication.clipboard().setText("Bilag 1: Referat")
    drive.click("Eventuelt")
    drive.press(Key.Key_V, CTRL)
    at, carried = drive.point("Eventuelt"), files(simple(folder, "brev.pdf"), simple(folder, "landstal.pdf"))
    assert drive.hover(carried, at)
    QApplication.sendEvent(drive.tree.viewport(), dropped_at(carried, at))
    spoken = [str(drive.row(title).data(Qt.ItemDataRole.AccessibleTextRole)) for title in ("Referat", "landstal")]
    assert spoken == ["Referat, Læses ind …", "landstal, Læses ind …"]
    drive.settle()
    assert drive.rows()[9:] == ["  Bilag 1 Referat", "  Bilag 2 landstal"]


def test_what_could_not_be_read_is_awaited_no_longer(drive: Driver, folder: Path, told: list[Exception]) -> None:
    for cancelled in (False, True):
        at, carried = drive.point("Velkomst"), files(folder / "væk.pdf")
        assert drive.hover(carried, at)
        QApplication.sendEvent(drive.tree.viewport(), dropped_at(carried, at))
        assert drive.rows()[1] == "   væk"
        for ticket, _ in drive.desk.jobs.tickets if cancelled else ():
            ticket.cancel()
        drive.settle()
        assert drive.rows() == START
    assert told


def test_waiting_titles_can_be_let_go(drive: Driver) -> None:
    forget = drive.pane.findChild(QAction, "agenda-forget-titles")
    assert isinstance(forget, QAction)
    drive.click("Eventuelt")
    assert not forget.isVisible()
    QApplication.clipboard().setText("Bilag 1: Referat")
    drive.press(Key.Key_V, CTRL)
    assert forget.isVisible()
    forget.trigger()
    assert "mangler fil" not in str(drive.row("Eventuelt").data(Qt.ItemDataRole.AccessibleTextRole))
    assert not forget.isVisible()
