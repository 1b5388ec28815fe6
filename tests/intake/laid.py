"""What tests ask of the PDFs that mails and texts were made into."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from kkr_desk.intake.conversion import Made, Request, converter_of
from kkr_desk.intake.kind import kind_of
from kkr_desk.progress import NullProgress


def made_of(data: bytes, folder: Path, name: str = "fil") -> Made:
    """What a file becomes; a folder of its own in the folder is written to."""
    place = folder / f"made-{len(list(folder.iterdir()))}"
    place.mkdir()
    path = place / "source"
    path.write_bytes(data)
    kind = kind_of(path, name)
    convert = converter_of(kind)
    assert convert is not None, kind
    return convert(Request(path, name, kind, place), NullProgress())


def text_of(pdf: Path) -> str:
    """All its text, white space squeezed."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def pages_of(pdf: Path) -> int:
    """How many pages it has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def codes(made: Made) -> list[str]:
    """Of its notices."""
    return [notice.code for notice in made.notices]


def facts(made: Made, code: str) -> dict[str, str]:
    """Of one of its notices."""
    (notice,) = (notice for notice in made.notices if notice.code == code)
    return dict(notice.facts)
