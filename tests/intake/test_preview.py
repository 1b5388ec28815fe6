from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from kkr_desk.errors import Cancelled, EnvironmentFault
from kkr_desk.intake import preview_pdf
from kkr_desk.intake.pdfium import open_pdf
from kkr_desk.intake.preview import (
    MOST_ACROSS,
    PREVIEW_LIMITS,
    Area,
    Box,
    Drawn,
    Found,
    close_file,
    draw_areas,
    find_words,
)
from kkr_desk.model import Notice
from kkr_desk.progress import NullProgress
from kkr_desk.worker import Limits, Worker
from tests.factory import HORRIBLE_NAME
from tests.intake import preview_jobs
from tests.intake.papers import A4, annotation, page, saved, simple, text

BLACK, WHITE, RED, BLUE = (0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 0, 255)
LONG = 60.0


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    close_file(progress=NullProgress())


def whole(number: int = 1, across: int = 595, down: int = 842) -> Area:
    return Area(number, across, down, 0, 0, across, down)


def draw(path: Path, *areas: Area, seconds: float = LONG) -> Drawn:
    return draw_areas(path, areas or (whole(),), seconds, progress=NullProgress())


def find(path: Path, *words: str, first: int = 1, seconds: float = LONG) -> Found:
    return find_words(path, words, first, seconds, progress=NullProgress())


def colour(drawn: Drawn, x: int, y: int, picture: int = 0) -> tuple[int, int, int]:
    """Red, green and blue of a pixel, counted from the top left."""
    made = drawn.pictures[picture]
    at = 4 * (y * made.area.width + x)
    blue, green, red = made.pixels[at : at + 3]
    return red, green, blue


def red_corner(folder: Path, box: tuple[float, ...] = A4, **entries: object) -> Path:
    """A page whose own top left corner, 100 points square, is red."""
    pdf = Pdf.new()
    page(pdf, f"1 0 0 rg {box[0]} {box[3] - 100} 100 100 re f".encode(), box, **entries)
    return saved(pdf, folder)


def test_a_page_is_drawn_as_large_as_asked(tmp_path: Path) -> None:
    drawn = draw(red_corner(tmp_path), whole(across=300, down=424))
    (picture,) = drawn.pictures
    assert len(picture.pixels) == 300 * 424 * 4
    assert (colour(drawn, 10, 10), colour(drawn, 290, 10), colour(drawn, 10, 414)) == (RED, WHITE, WHITE)
    assert (drawn.notices, drawn.notice) == ((), None)


@pytest.mark.parametrize(
    ("turned", "corner"), [(0, (10, 10)), (90, (832, 10)), (180, (585, 832)), (270, (10, 585)), (-90, (10, 585))]
)
def test_a_turned_page_is_drawn_as_it_is_seen(tmp_path: Path, turned: int, corner: tuple[int, int]) -> None:
    size = (842, 595) if turned % 180 else (595, 842)
    drawn = draw(red_corner(tmp_path, Rotate=turned), whole(1, *size))
    corners = [(10, 10), (size[0] - 10, 10), (10, size[1] - 10), (size[0] - 10, size[1] - 10)]
    assert [place for place in corners if colour(drawn, *place) == RED] == [corner]


def test_only_the_cropped_part_is_drawn(tmp_path: Path) -> None:
    path = red_corner(tmp_path, CropBox=Array([0, 642, 200, 842]))
    drawn = draw(path, whole(1, 200, 200))
    assert (colour(drawn, 95, 95), colour(drawn, 105, 105)) == (RED, WHITE)


def test_a_page_with_its_own_unit_fills_the_picture(tmp_path: Path) -> None:
    drawn = draw(red_corner(tmp_path, (0, 0, 200, 200), UserUnit=3), whole(1, 600, 600))
    assert (colour(drawn, 290, 290), colour(drawn, 310, 310)) == (RED, WHITE)


def test_parts_of_a_page_make_the_whole(tmp_path: Path) -> None:
    path = simple(tmp_path, words="Notat om et sundhedsr\\345d")
    area = whole(across=400, down=566)
    (picture,) = draw(path, area).pictures
    parts = [Area(1, 400, 566, left, top, 200, 283) for top in (0, 283) for left in (0, 200)]
    made = {(p.area.left, p.area.top): p.pixels for p in draw(path, *parts).pictures}
    for (left, top), pixels in made.items():
        rows = (picture.pixels[4 * (y * 400 + left) :][: 4 * 200] for y in range(top, top + 283))
        assert b"".join(rows) == pixels


def test_comments_and_filled_in_fields_are_drawn_and_hidden_ones_are_not(tmp_path: Path) -> None:
    pdf = Pdf.new()
    sheet = page(pdf)
    look = pdf.make_stream(
        b"0 0 1 rg 0 0 100 20 re f", BBox=Array([0, 0, 100, 20]), Type=Name.XObject, Subtype=Name.Form
    )
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("navn"), Rect=Array([100, 300, 200, 320]), F=4,
        AP=Dictionary(N=look), V=String("x"),
    )  # fmt: skip
    square = annotation("Square", AP=Dictionary(N=look))
    hidden = annotation("Square", AP=Dictionary(N=look), F=2, Rect=Array([100, 500, 200, 520]))
    sheet.Annots = Array([pdf.make_indirect(part) for part in (field, square, hidden)])
    pdf.Root.AcroForm = Dictionary(Fields=Array([sheet.Annots[0]]))
    drawn = draw(saved(pdf, tmp_path))
    assert [colour(drawn, 150, 842 - y) for y in (310, 110, 510)] == [BLUE, BLUE, WHITE]


def test_what_time_does_not_allow_is_left_for_the_next_call(tmp_path: Path) -> None:
    path = simple(tmp_path, pages=5)
    thumbnails = tuple(whole(n, 60, 85) for n in range(1, 6))
    assert [p.area.page for p in draw(path, *thumbnails, seconds=0).pictures] == [1]
    assert [p.area.page for p in draw(path, *thumbnails).pictures] == [1, 2, 3, 4, 5]


def test_a_damaged_page_costs_only_itself(tmp_path: Path) -> None:
    pdf = Pdf.new()
    for _ in range(3):
        page(pdf, b"1 0 0 rg 0 0 595 842 re f")
    pdf.Root.Pages.Kids[1] = pdf.make_indirect(Dictionary(Nothing=1))
    drawn = draw(saved(pdf, tmp_path), whole(1), whole(2), whole(2, 60, 85), whole(3))
    assert [p.area.page for p in drawn.pictures] in ([1, 3], [1, 2, 2, 3])
    drawn = draw(tmp_path / "file.pdf", whole(4), whole(0), whole(1))
    assert [p.area.page for p in drawn.pictures] == [1]
    assert drawn.notices == tuple((n, Notice("preview-page-damaged", (("page", str(n)),))) for n in (4, 0))


@pytest.mark.parametrize(
    "area",
    [
        whole(1, 5000, 5000),
        Area(1, MOST_ACROSS + 1, 100, 0, 0, 100, 100),
        Area(1, 0, 100, 0, 0, 100, 100),
        Area(1, 100, 100, 0, 0, -3, -3),
    ],
)
def test_nobody_can_ask_for_a_picture_without_bounds(tmp_path: Path, area: Area) -> None:
    drawn = draw(simple(tmp_path), area)
    assert (drawn.pictures, [n.code for _, n in drawn.notices]) == ((), ["preview-page-damaged"])


def test_part_of_a_huge_page_is_drawn(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, b"1 0 0 rg 0 0 14400 14400 re f", (0, 0, 14400, 14400))
    drawn = draw(saved(pdf, tmp_path), Area(1, 38_400, 38_400, 20_000, 20_000, 1024, 1024))
    assert colour(drawn, 1000, 1000) == RED


def test_a_page_that_is_slow_to_draw_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_pdf, "DRAWING_SECONDS", 0.05)
    monkeypatch.setattr("kkr_desk.intake.pdfium.SLICE", 0.0)
    pdf = Pdf.new()
    page(pdf, b"0 0 m 595 842 l S\n" * 100_000)
    page(pdf)
    drawn = draw(saved(pdf, tmp_path), whole(1), whole(2))
    assert drawn.notices == ((1, Notice("preview-page-slow", (("page", "1"),))),)


def test_a_cancel_reaches_into_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Impatient:
        asked = 0

        def step(self, done: int, total: int, what: str = "") -> None:
            self.asked += 1
            if self.asked > 2:
                raise Cancelled

    monkeypatch.setattr("kkr_desk.intake.pdfium.SLICE", 0.0)
    pdf = Pdf.new()
    page(pdf, b"0 0 m 595 842 l S\n" * 100_000)
    path = saved(pdf, tmp_path)
    with pytest.raises(Cancelled):
        draw_areas(path, (whole(),), LONG, progress=Impatient())
    assert len(draw(path, whole(1, 10, 14)).pictures) == 1


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (b"%PDF-1.7\nit ends here", "preview-damaged"),
        (b"", "preview-damaged"),
        (b"PK\x03\x04", "preview-damaged"),
    ],
)
def test_what_cannot_be_opened_is_said(tmp_path: Path, made: bytes, code: str) -> None:
    path = tmp_path / "fil.pdf"
    path.write_bytes(made)
    assert draw(path) == Drawn(notice=Notice(code))
    assert find(path, "x") == Found(notice=Notice(code))


def test_a_locked_file_is_said_and_one_locked_against_changes_is_shown(tmp_path: Path) -> None:
    path = simple(tmp_path)
    with Pdf.open(path) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="kode", owner="kode"))
        pdf.save(tmp_path / "owner.pdf", encryption=pikepdf.Encryption(user="", owner="kode"))
    assert draw(tmp_path / "locked.pdf").notice == Notice("preview-password")
    assert len(draw(tmp_path / "owner.pdf").pictures) == 1


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    notice = draw(tmp_path / "væk.pdf").notice
    assert notice is not None
    assert (notice.code, dict(notice.facts)["reason"]) == ("preview-file-gone", os.strerror(errno.ENOENT))


def test_a_file_is_kept_open_and_the_next_one_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | bytes] = []

    def watched(source: Path | bytes) -> object:
        opened.append(source)
        return open_pdf(source)

    monkeypatch.setattr("kkr_desk.intake.pdfium.open_pdf", watched)
    first, second = red_corner(tmp_path), simple(tmp_path, HORRIBLE_NAME)
    assert colour(draw(first), 10, 10) == RED
    assert colour(draw(first), 10, 10) == RED
    assert len(opened) == 1
    assert colour(draw(second), 10, 10) == WHITE
    assert colour(draw(first), 10, 10) == RED
    assert len(opened) == 3


@pytest.mark.parametrize("in_memory", [0, preview_pdf.IN_MEMORY])
def test_a_file_that_was_replaced_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory: int
) -> None:
    monkeypatch.setattr(preview_pdf, "IN_MEMORY", in_memory)
    path = red_corner(tmp_path)
    assert colour(draw(path), 10, 10) == RED
    path.unlink()
    assert draw(path).notice is not None
    simple(tmp_path, path.name)
    assert colour(draw(path), 10, 10) == WHITE


def test_words_are_found_page_by_page(tmp_path: Path) -> None:
    path = simple(tmp_path, pages=4, words="Kommunekvoter \\345r 2027, side")
    found = find(path, "år")
    assert [hit.page for hit in found.hits] == [1, 2, 3, 4]
    assert found.next_page is None
    first = find(path, "år", seconds=0)
    assert ([hit.page for hit in first.hits], first.next_page) == ([1], 2)
    assert [hit.page for hit in find(path, "år", first=first.next_page or 0).hits] == [2, 3, 4]
    assert find(path, "side 3", first=4) == Found()


def near(box: Box, *sides: float) -> bool:
    return (box.left, box.top, box.right, box.bottom) == pytest.approx(sides, abs=0.03)


@pytest.mark.parametrize(
    ("turned", "place"),
    [
        (0, (0.0, 0.0, 0.1, 0.02)),
        (90, (0.98, 0.0, 1.0, 0.1)),
        (180, (0.9, 0.98, 1.0, 1.0)),
        (270, (0.0, 0.9, 0.02, 1.0)),
    ],
)
def test_hits_are_boxes_on_the_page_as_it_is_seen(
    tmp_path: Path, turned: int, place: tuple[float, float, float, float]
) -> None:
    pdf = Pdf.new()
    content = text("Notat", 100, 690, 12) + text("Notat", 20, 20, 12)  # the second one is cropped away
    page(pdf, content, Rotate=turned, CropBox=Array([100, 300, 400, 700]), UserUnit=2)
    (hit,) = find(saved(pdf, tmp_path), "notat").hits
    (box,) = hit.boxes
    assert near(box, *place)


def test_words_over_two_lines_are_marked_on_both(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("kommunernes forvalt-", 72, 420) + text("ning og mere", 72, 405))
    (hit,) = find(saved(pdf, tmp_path), "forvaltning").hits
    upper, lower = hit.boxes
    assert upper.left > lower.left
    assert upper.bottom < lower.bottom


def test_in_a_worker_process_a_crash_costs_one_call_and_the_next_one_works(tmp_path: Path) -> None:
    path = simple(tmp_path, HORRIBLE_NAME, pages=3)
    with Worker() as worker:
        here, there = draw(path, whole(3, 30, 42)), worker.run(draw_areas, path, (whole(3, 30, 42),), LONG)
        assert here == there
        assert worker.run(find_words, path, ("notat",), 1, LONG) == find(path, "notat")
        with pytest.raises(EnvironmentFault) as caught:
            worker.run(preview_jobs.crash, path)
        assert caught.value.code == "worker-died"
        assert worker.run(draw_areas, path, (whole(3, 30, 42),), LONG, limits=PREVIEW_LIMITS) == here
        assert worker.run(close_file) is None


@pytest.mark.skipif(sys.platform == "win32", reason="the system keeps this limit on POSIX only")
def test_a_page_that_wants_all_memory_is_stopped(tmp_path: Path) -> None:
    path = simple(tmp_path)
    with Worker() as worker:
        worker.run(draw_areas, path, (whole(1, 10, 14),), LONG)
        with pytest.raises(EnvironmentFault) as caught:
            worker.run(draw_areas, path, (whole(1, 4000, 4000),), LONG, limits=Limits(memory=64 << 20))
    assert caught.value.code in {"worker-memory", "worker-died"}


def test_the_window_would_not_load_what_reads_pdfs() -> None:
    script = (
        "import sys, kkr_desk.intake.preview\n"
        "sys.exit(' '.join(sorted({'pikepdf', 'pypdfium2', 'reportlab'} & set(sys.modules))))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("\n", 1)  # nothing to name


@pytest.mark.torture
def test_every_pdf_of_the_corpus_is_shown_and_searched(shared: Path) -> None:
    paths = sorted(file for folder in ("corpus/pdf", "corpus/long") for file in (shared / folder).glob("*.pdf"))
    assert len(paths) > 130
    slow, silent = {}, []
    with Worker() as worker:
        for path in paths:
            start = time.monotonic()
            pages = [whole(n, 420, 594) for n in range(1, 400)]
            drawn: Drawn = worker.run(draw_areas, path, tuple(pages), 5.0, limits=PREVIEW_LIMITS)
            found: Found = worker.run(find_words, path, ("e", "der"), 1, 5.0, limits=PREVIEW_LIMITS)
            if drawn.notice is None and not drawn.pictures + drawn.notices:
                silent.append(path.name)
            assert (drawn.notice is None) == (found.notice is None)
            slow[path.name] = time.monotonic() - start
    assert silent == []
    assert {name: seconds for name, seconds in slow.items() if seconds > 30} == {}
