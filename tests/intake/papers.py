"""PDFs and other files for the tests of intake, made when they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from kkr_desk.intake.inspection import inspect_pdf
from kkr_desk.model import Rendition, Sha256
from kkr_desk.progress import NullProgress

SOURCE = Sha256("0" * 64)
A4 = (0, 0, 595, 842)


def page(pdf: Pdf, content: bytes = b"", box: Sequence[float] = A4, **entries: Any) -> pikepdf.Object:
    """Add a page with Helvetica as /F1; returns its dictionary."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made = Dictionary(
        Type=Name.Page,
        MediaBox=Array(list(box)),
        Contents=pdf.make_stream(content),
        Resources=Dictionary(Font=Dictionary(F1=font)),
    )
    for key, value in entries.items():
        made[f"/{key}"] = value
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))
    return pdf.pages[-1].obj


def text(words: str, x: float = 72, y: float = 420, size: float = 12) -> bytes:
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n".encode("latin-1")


def saved(pdf: Pdf, folder: Path, name: str = "file.pdf", **options: Any) -> Path:
    path = folder / name
    pdf.save(path, **options)
    return path


def simple(folder: Path, name: str = "file.pdf", pages: int = 1, words: str = "Notat") -> Path:
    """A sound PDF of some pages; different words make different bytes."""
    pdf = Pdf.new()
    for n in range(pages):
        page(pdf, text(f"{words} {n + 1}"))
    return saved(pdf, folder, name, deterministic_id=True)


def look(path: Path, *, most_pages: int = 20_000, draw: bool = True) -> Rendition:
    """Inspect in this process."""
    return inspect_pdf(path, SOURCE, most_pages, draw=draw, progress=NullProgress())


def codes(rendition: Rendition) -> dict[str, Mapping[str, str]]:
    return {notice.code: dict(notice.facts) for notice in rendition.warnings}


def picture(pdf: Pdf) -> Stream:
    """A grey picture of 8 x 8 pixels."""
    made = pdf.make_stream(bytes(range(0, 256, 4)))
    made.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=8,
        Height=8,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    return made


def annotation(subtype: str, **entries: Any) -> Dictionary:
    made = Dictionary(Type=Name.Annot, Rect=Array([100, 100, 200, 120]), Contents=String("x"))
    made["/Subtype"] = Name(f"/{subtype}")
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made
