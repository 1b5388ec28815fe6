"""Scans are made searchable where OCRmyPDF and Tesseract with Danish are installed; skipped where they are not."""

from __future__ import annotations

import stat
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Dictionary, Name, Pdf

from kkr_desk.errors import Cancelled
from kkr_desk.intake.conversion import Made, Request
from kkr_desk.intake.novelty import wants_another_look
from kkr_desk.intake.pdf_arrival import convert
from kkr_desk.intake.recognition import finding, recognition_found
from kkr_desk.model import FileStatus, Notice, Reading, Rendition, Sha256, Treatment
from kkr_desk.pdf.content import page_streams
from kkr_desk.progress import NullProgress, Progress
from tests.intake.papers import SOURCE, codes, look, page, picture, saved, text

SEARCHABLE = Treatment(reading=Reading.RECOGNISED)
WORDS = "Ærøskøbing ønsker på ny samarbejde"

needs_programs = pytest.mark.skipif(not recognition_found(), reason="needs OCRmyPDF and Tesseract with Danish")


def recognise(path: Path, progress: Progress | None = None) -> Made:
    folder = path.parent / f"work-{len(list(path.parent.glob('work-*')))}"
    folder.mkdir()
    return convert(Request(path, path.name, "pdf", folder, SEARCHABLE), progress or NullProgress())


def scan(pdf: Pdf, folder: Path, words: str) -> None:
    """Add a page that is a picture of words, as a scanner makes it."""
    drawn = Pdf.new()
    page(drawn, text(words.encode("cp1252").decode("latin-1"), 20, 40, 18), (0, 0, 400, 100))
    drawn.pages[0].obj.Resources.Font.F1.Encoding = Name.WinAnsiEncoding
    document = pdfium.PdfDocument(saved(drawn, folder, "words.pdf"))
    bitmap = document[0].render(scale=200 / 72, grayscale=True)
    data = b"".join(bytes(bitmap.buffer)[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height))
    made = pdf.make_stream(zlib.compress(data))
    made.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=bitmap.width, Height=bitmap.height,
        ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.FlateDecode,
    )  # fmt: skip
    document.close()
    page(pdf, b"q 400 0 0 100 0 0 cm /Im0 Do Q", (0, 0, 400, 100)).Resources.XObject = Dictionary(Im0=made)


@pytest.mark.torture
@needs_programs
def test_a_scan_is_searched_and_everything_else_stays(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Forside"))
    scan(pdf, tmp_path, WORDS)
    page(pdf, b"q 100 0 0 100 0 0 cm /Im0 Do Q").Resources.XObject = Dictionary(Im0=picture(pdf))
    path = saved(pdf, tmp_path)
    made = recognise(path)
    assert {notice.code: dict(notice.facts) for notice in made.notices} == {
        "text-recognised": {"count": "1", "pages": "2"},
        "text-not-recognised": {"count": "1", "pages": "3"},
    }
    found = look(made.pdf)
    assert [" ".join(one.text.split()) for one in found.pages] == ["Forside", WORDS, ""]
    assert codes(found) == {"pdf-scans": {"count": "1", "pages": "3"}}
    before = look(path).pages
    assert [one.digest == was.digest for one, was in zip(found.pages, before, strict=True)] == [True, False, True]
    with pikepdf.open(path) as source, pikepdf.open(made.pdf) as result:
        assert page_streams(result.pages[1].obj)[-1].read_bytes() == page_streams(source.pages[1].obj)[0].read_bytes()
        pictures = [one.pages[1].obj.Resources.XObject.Im0.read_raw_bytes() for one in (source, result)]
        assert pictures[0] == pictures[1]
    assert made.pdf.read_bytes() == recognise(path).pdf.read_bytes()


@needs_programs
def test_a_file_without_scans_needs_no_program(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Forside"))
    path = saved(pdf, tmp_path)
    assert recognise(path) == Made(path)


@needs_programs
def test_cancelling_ends_the_program(tmp_path: Path) -> None:
    class Impatient:
        def step(self, done: int, total: int, what: str = "") -> None:
            if what == "recognise-pages":
                raise Cancelled

    pdf = Pdf.new()
    scan(pdf, tmp_path, WORDS)
    with pytest.raises(Cancelled):
        recognise(saved(pdf, tmp_path), Impatient())


@pytest.mark.expects_log("OCRmyPDF ended with 3 on 1 pages")
@pytest.mark.skipif(sys.platform == "win32", reason="a program of the test's own is a script")
def test_a_program_that_fails_leaves_the_pages_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path, monkeypatch, "dan")
    pdf = Pdf.new()
    scan(pdf, tmp_path, WORDS)
    path = saved(pdf, tmp_path)
    made = recognise(path)
    assert made.pdf == path
    assert [notice.code for notice in made.notices] == ["text-not-recognised"]


@pytest.mark.skipif(sys.platform == "win32", reason="a program of the test's own is a script")
def test_danish_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path, monkeypatch, "eng")
    assert finding.languages() == {"eng"}
    assert not recognition_found()
    (tmp_path / "share/tessdata/dan.traineddata").touch()
    finding.languages.cache_clear()
    assert recognition_found()
    waiting = Rendition(SOURCE, FileStatus.OK, SOURCE, 1, "pdf", (Notice("recognition-missing"),))
    assert wants_another_look(waiting)
    assert not wants_another_look(replace(waiting, pdf=Sha256("1" * 64)))
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    finding.languages.cache_clear()
    assert finding.languages() == frozenset()
    assert not recognition_found()
    assert not wants_another_look(waiting)


def programs(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Put programs that only fail onto PATH."""
    (folder / "bin").mkdir()
    (folder / "share/tessdata").mkdir(parents=True)
    (folder / f"share/tessdata/{language}.traineddata").touch()
    for name in ("ocrmypdf", "tesseract"):
        program = folder / "bin" / name
        program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder / "bin"))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    finding.languages.cache_clear()
    monkeypatch.setattr(finding, "find_spec", lambda name: None)


@pytest.fixture(autouse=True)
def _forget() -> None:
    finding.languages.cache_clear()
