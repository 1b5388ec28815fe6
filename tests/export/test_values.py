"""Values of form fields are drawn as they were written, Danish letters and lines included."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from kkr_desk.export.values import show_values
from tests.export.papers import Paper, text_field

VALUE = "Børge Ærø, 5 år"


def looks(paper: Paper) -> list[bytes]:
    """What the fields show after `show_values`."""
    show_values(paper.pdf)
    return [f.AP.N.read_bytes() for f in paper.pdf.Root.AcroForm.Fields]


def hexadecimal(text: str) -> bytes:
    return text.encode("cp1252").hex().encode()


ENCODINGS: dict[str, Any] = {
    "none": None,
    "PDFDocEncoding": Dictionary(Type=Name.Encoding, Differences=Array([24, Name.breve])),
    "WinAnsiEncoding": Name.WinAnsiEncoding,
}


@pytest.mark.parametrize("wanted", [True, False], ids=["asked for", "missing"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_danish_letters(encoding: str, *, wanted: bool) -> None:
    paper = Paper()
    if ENCODINGS[encoding] is not None:
        paper.font.Encoding = ENCODINGS[encoding]
    text_field(paper, paper.page("skema"), "Navn", VALUE)
    paper.pdf.Root.AcroForm.NeedAppearances = wanted
    (look,) = looks(paper)
    assert hexadecimal(VALUE) in look


def test_a_font_that_is_not_there() -> None:
    paper = Paper()
    text_field(paper, paper.page("skema"), "Navn", VALUE).DA = String("/Ukendt 10 Tf")
    del paper.pdf.Root.AcroForm.DR
    (look,) = looks(paper)
    assert hexadecimal(VALUE) in look


def test_lines_are_lines() -> None:
    paper = Paper()
    text_field(paper, paper.page("skema"), "Tekst", "en\nto", Ff=1 << 12)
    (look,) = looks(paper)
    assert look.count(b"T*") == 1
    assert b"\\n" not in look


def test_the_pages_keep_their_fonts() -> None:
    paper = Paper()
    page = paper.page("skema")
    text_field(paper, page, "Navn", VALUE)
    page.Resources = paper.pdf.Root.AcroForm.DR = paper.pdf.make_indirect(paper.pdf.Root.AcroForm.DR)
    looks(paper)
    assert "/Encoding" not in page.Resources.Font.Helv


def test_a_look_that_stands_is_kept(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page("skema")
    drawn = paper.pdf.make_stream(b"% som tegnet", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    text_field(paper, page, "Fast", "x", AP=Dictionary(N=drawn))
    text_field(paper, page, "Tom", VALUE)
    first, second = looks(paper)
    assert first == b"% som tegnet"
    assert hexadecimal(VALUE) in second
    with pikepdf.open(paper.save(tmp_path / "a.pdf")) as pdf:
        assert len(pdf.Root.AcroForm.Fields) == 2
