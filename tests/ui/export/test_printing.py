"""Printing from the window: printer and pages from the system's dialog, drawn by the worker, sent by a thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from kkr_desk.export.request import Document
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.export import dialog as dialog_module
from kkr_desk.ui.export import print_dialog as print_module
from kkr_desk.ui.export.dialog import ExportDialog
from kkr_desk.ui.export.print_dialog import PrintDialog
from kkr_desk.ui.export.printing import ask_printer
from tests.intake.papers import page, saved, text
from tests.ui.desks import settle, take_in
from tests.ui.export.exports import Controls, lengthen, remove_damaged, wait_for

Asked = list[tuple[int, str]]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """What comes out of the printer: a PDF whose pages are pictures."""
    return tmp_path / "papir.pdf"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, paper: Path) -> Asked:
    """A printer is chosen as soon as somebody is asked; what they were asked."""
    questions: Asked = []

    def choose(_parent: object, pages: int, title: str) -> QPrinter:
        questions.append((pages, title))
        return printer(paper)

    for module in (dialog_module, print_module):
        monkeypatch.setattr(module, "ask_printer", choose)
    return questions


def printer(file: Path, ranges: str = "") -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(file))
    made.setResolution(75)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if ranges:
        made.setPageRanges(QPageRanges.fromString(ranges))
    return made


@pytest.fixture
def printing(desk: Desk, asked: Asked) -> Iterator[Controls]:
    remove_damaged(desk)
    yield from shown(desk)


def shown(desk: Desk) -> Iterator[Controls]:
    dialog = PrintDialog(desk)
    dialog.open_now()
    yield Controls(dialog)
    dialog.strip.cancel()
    settle(desk)
    dialog.close()
    dialog.deleteLater()


def sheets(file: Path) -> list[tuple[int, int]]:
    """Width and height of every printed page in whole points, once something is printed on it."""
    document = pypdfium2.PdfDocument(file)
    try:
        for number in range(len(document)):
            drawn = document[number].render(scale=0.5).to_pil().convert("L")
            assert drawn.getextrema()[0] < 128, f"nothing is printed on page {number + 1}"
        return [(round(w), round(h)) for w, h in (document.get_page_size(n) for n in range(len(document)))]
    finally:
        document.close()


def test_a_collection_is_printed(printing: Controls, desk: Desk, asked: Asked, paper: Path) -> None:
    printing.click("start")
    settle(desk)
    wait_for(lambda: not printing.dialog.strip.is_working)
    assert asked == [(10, "Bilagssamling KKR Midtsjælland 2026-09-18")]
    assert printing.outcome.startswith("Sendt til printeren: 10 side")
    assert sheets(paper) == [(595, 842)] * 10


def test_only_the_chosen_pages_are_printed(
    printing: Controls, desk: Desk, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_module, "ask_printer", lambda *_: printer(paper, "2-3,7"))
    printing.click("start")
    settle(desk)
    assert printing.outcome.startswith("Sendt til printeren: 3 side")
    assert len(sheets(paper)) == 3


def test_an_index_is_printed(printing: Controls, desk: Desk, asked: Asked, paper: Path) -> None:
    printing.click("choice_index")
    printing.click("start")
    settle(desk)
    assert asked == [(1, "Indholdsfortegnelse KKR Midtsjælland 2026-09-18")]
    assert len(sheets(paper)) == 1


def test_who_thinks_better_of_it_prints_nothing(
    printing: Controls, desk: Desk, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_module, "ask_printer", lambda *_: None)
    printing.click("start")
    settle(desk)
    assert printing.outcome == ""
    assert "start" in printing.shown()
    assert not paper.exists()


def test_every_page_lies_as_it_did(
    store_folder: Path, tmp_path: Path, paper: Path, asked: Asked, request: pytest.FixtureRequest
) -> None:
    import pikepdf  # noqa: PLC0415  for this test alone

    pdf = pikepdf.Pdf.new()
    for box in ((0, 0, 842, 595), (0, 0, 1684, 2384), (0, 0, 200, 300)):
        page(pdf, text("Kort", 20, 20, 40), box)
    with Store.open(store_folder) as store:
        source = take_in(store, saved(pdf, tmp_path, "kort.pdf"))
        with store.operation("Tilføj kort"):
            item = store.find_item(store.meetings()[0].id, "3")
            store.add_attachment(item.id, "Kort", "kort.pdf", source)
    desk: Desk = request.getfixturevalue("desk")
    remove_damaged(desk)
    controls = next(opened := shown(desk))
    controls.click("start")
    settle(desk)
    assert sheets(paper)[-3:] == [(842, 595), (595, 842), (595, 842)]
    document = pypdfium2.PdfDocument(paper)
    small = document[len(document) - 1].render().to_pil().convert("L").point(lambda value: 255 - value).getbbox()
    document.close()
    assert small is not None
    assert small[2] - small[0] < 200, "a small page is not made larger"
    assert list(opened) == []


def test_a_cancelled_print_stops(
    store_folder: Path, tmp_path: Path, asked: Asked, request: pytest.FixtureRequest
) -> None:
    lengthen(store_folder, tmp_path)
    desk: Desk = request.getfixturevalue("desk")
    remove_damaged(desk)
    controls = next(opened := shown(desk))
    controls.click("start")
    wait_for(lambda: controls.outcome.startswith("Udskriver side: ") and controls.bar.value() > 0)
    controls.click("cancel")
    settle(desk)
    wait_for(lambda: not controls.dialog.strip.is_working)
    assert controls.outcome.startswith("Annulleret.")
    assert list(opened) == []


@pytest.mark.qt_log_ignore("QPainter::begin\\(\\): Returned false", extend=True)
def test_a_printer_that_refuses_is_named(
    printing: Controls, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_module, "ask_printer", lambda *_: printer(tmp_path / "nej" / "papir.pdf"))
    printing.click("start")
    settle(desk)
    assert "tog ikke imod udskriften" in printing.outcome


def test_a_finished_file_is_printed_from_where_it_was_made(
    desk: Desk, tmp_path: Path, asked: Asked, paper: Path
) -> None:
    remove_damaged(desk)
    dialog = ExportDialog(desk)
    dialog.open_for(Document.INDEX)
    controls = Controls(dialog)
    controls.write_target(tmp_path / "indhold.pdf")
    controls.click("start")
    settle(desk)
    controls.click("print")
    settle(desk)
    wait_for(lambda: not dialog.strip.is_working)
    assert asked == [(1, "indhold")]
    assert controls.outcome.startswith("Sendt til printeren: 1 side")
    assert {"open", "folder"} <= controls.shown()
    assert len(sheets(paper)) == 1
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_the_systems_dialog_offers_the_documents_pages(
    printing: Controls, monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode
) -> None:
    offered: list[tuple[int, int, int, int]] = []

    def execute(dialog: QPrintDialog) -> QDialog.DialogCode:
        offered.append((dialog.minPage(), dialog.maxPage(), dialog.fromPage(), dialog.toPage()))
        return answer

    monkeypatch.setattr(QPrintDialog, "exec", execute)
    chosen = ask_printer(printing.dialog, 12, "Bilagssamling")
    assert offered == [(1, 12, 1, 12)]
    assert (chosen is not None) == (answer is QDialog.DialogCode.Accepted)
    if chosen is not None:
        assert chosen.docName() == "Bilagssamling"


def test_the_pages_that_lie_on_paper_are_a4_unless_the_printer_says_otherwise(paper: Path) -> None:
    assert printer(paper).pageLayout().fullRectPoints().size().toSizeF() == QSizeF(595, 842)
