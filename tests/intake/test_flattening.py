"""Fields that no look can be made for become part of their page, where PDFium can draw them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from kkr_desk.intake.conversion import Made, Request
from kkr_desk.intake.pdf_arrival import convert, flattening
from kkr_desk.progress import NullProgress
from tests.intake.papers import annotation, look, page, saved, text


def paper(folder: Path, *values: str) -> Path:
    """A page with two words and a field for each value, the last of them below a field of several."""
    pdf = Pdf.new()
    kept = pdf.make_indirect(annotation("Widget", FT=Name.Tx, T=String("Navn"), V=String("Åse"), Rect=box(40)))
    below = [
        pdf.make_indirect(annotation("Widget", FT=Name.Tx, T=String(f"{n}"), V=String(value), Rect=box(100 + 50 * n)))
        for n, value in enumerate(values)
    ]
    above = pdf.make_indirect(Dictionary(T=String("Svar"), Kids=Array(below)))
    for field in below:
        field.Parent = above
    page(pdf, b"q " + text("Skema") + b" q", Annots=Array([kept, *below]))
    pdf.Root.AcroForm = Dictionary(Fields=Array([kept, above]), DA=String("/Helv 12 Tf 0 g"))
    return saved(pdf, folder)


def box(bottom: int) -> Array:
    return Array([100, bottom, 200, bottom + 30])


def arrive(path: Path) -> Made:
    folder = path.parent / "work"
    folder.mkdir(exist_ok=True)
    return convert(Request(path, path.name, "pdf", folder), NullProgress())


def test_a_field_is_printed_on_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the documents' own type had no "Ø": PDFium has it on every machine."""
    monkeypatch.setattr(flattening, "lacking", lambda words: frozenset("Ø") & frozenset("".join(words)))
    made = arrive(paper(tmp_path, "Øl", "Blå"))
    (notice,) = made.notices
    assert (notice.code, dict(notice.facts)) == ("pdf-form-flattened", {"count": "1", "fields": "Svar.0"})
    with pikepdf.open(made.pdf) as pdf:
        (sheet,) = pdf.pages
        assert [str(annot.V) for annot in sheet.Annots] == ["Åse", "Blå"]
        assert [len(field.get("/Kids", ())) for field in pdf.Root.AcroForm.Fields] == [0, 1]
        content = b"".join(part.read_bytes() for part in sheet.Contents.as_list())
        (picture,) = sheet.Resources.XObject.values()
        assert content.count(b"\nQ\nQ\nQ\n/Span") == 1
        assert b"100.000 0 0 30.000 100.000 100.000 cm /KKRFelt1 Do" in content
        mask = picture.read_bytes()
        assert 0.002 < 1 - sum(byte.bit_count() for byte in mask) / (8 * len(mask)) < 0.1
    seen = look(made.pdf)
    assert (seen.status, seen.pages[0].text, seen.pages[0].open_states) == ("ok", "Skema", 0)
    first = made.pdf.read_bytes()
    assert arrive(tmp_path / "file.pdf").pdf.read_bytes() == first


@pytest.mark.parametrize("value", ["\ue000 Ø", "שלום Ø"], ids=["no font has it", "from right to left"])
def test_a_field_that_cannot_be_drawn_stays(tmp_path: Path, value: str) -> None:
    path = paper(tmp_path, value)
    assert arrive(path) == Made(path)
