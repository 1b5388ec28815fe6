"""Files of the kinds that arrive, made here with fixed seeds, ten pages each where their kind has pages."""

from __future__ import annotations

import csv
import os
import random
import subprocess
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import docx
import numpy as np
import pikepdf
from PIL import Image
from reportlab.pdfgen import canvas

from benchmarks import danish
from kkr_desk.intake.office.finding import Maker, office_found
from tests.tagged_meetings import tagged_pdf

PAGES = 10
A4_DOTS = (1654, 2339)
"""A4 at 200 dots an inch, as scanners make it."""
DAMAGED = "damaged PDF"


def made(folder: Path, copies: int) -> dict[str, list[Path]]:
    """Files by what they are called in the table; no two of them alike.

    Args:
        folder: Where to write them.
        copies: How many of each.
    """
    words = danish.pages((copies + 1) * PAGES * 12)
    return {
        name: [make(folder / f"{name.replace(' ', '-')}-{number}{ending}", words) for number in range(copies)]
        for name, (ending, make) in _KINDS.items()
    }


def _text_pdf(path: Path, words: Iterator[str]) -> Path:
    sheet = canvas.Canvas(str(path), invariant=1)
    for _ in range(PAGES):
        lines = sheet.beginText(60, 780)
        lines.textLines(next(words)[:2500])
        sheet.drawText(lines)
        sheet.showPage()
    sheet.save()
    return path


def _tagged(path: Path, words: Iterator[str]) -> Path:
    return tagged_pdf(path, next(words)[:40], PAGES)


def _damaged(path: Path, words: Iterator[str]) -> Path:
    """Without its table of objects and half of its last page."""
    data = _text_pdf(path, words).read_bytes()
    path.write_bytes(data[: data.rindex(b"xref\n0") - 200])
    return path


def _scan(words: Iterator[str]) -> Image.Image:
    """Something like a scanned page: paper that is not quite even, and lines on it."""
    chance = np.random.default_rng(len(next(words)) + random.Random(next(words)).randrange(10**6))  # noqa: S311
    grey = chance.normal(240, 4, (A4_DOTS[1], A4_DOTS[0]))
    for line in range(200, 2200, 45):
        grey[line : line + 22, 180:1480] -= 190 * (chance.random((22, 1300)) > 0.6)
    return Image.fromarray(grey.clip(0, 255).astype("uint8")).convert("RGB")


def _scans(path: Path, words: Iterator[str]) -> Path:
    pages = [_scan(words) for _ in range(PAGES)]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200, quality=80)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, static_id=True)
    return path


def _tiff(path: Path, words: Iterator[str]) -> Path:
    pages = [_scan(words).convert("1") for _ in range(PAGES)]
    pages[0].save(path, save_all=True, append_images=pages[1:], compression="group4", dpi=(200, 200))
    return path


def _picture(path: Path, words: Iterator[str], size: tuple[int, int]) -> Path:
    """A picture with shades and a little noise."""
    chance = random.Random(next(words))  # noqa: S311  nothing here is a secret
    small = np.random.default_rng(chance.randrange(10**6)).integers(0, 255, (30, 40, 3), dtype="uint8")
    Image.fromarray(small).resize(size, Image.Resampling.BICUBIC).save(path, quality=90)
    return path


def _mail(path: Path, words: Iterator[str]) -> Path:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ane <ane@kommune.example>", "kkr@kl.example", next(words)[:50].strip()
    mail["Date"] = "Wed, 05 Jun 2024 10:00:00 +0200"
    mail.set_content("\n\n".join(next(words) for _ in range(PAGES)))
    path.write_bytes(mail.as_bytes())
    return path


def _text(path: Path, words: Iterator[str]) -> Path:
    path.write_text("\n\n".join(next(words) for _ in range(PAGES)), encoding="utf-8")
    return path


def _word(path: Path, words: Iterator[str]) -> Path:
    document = docx.Document()
    for number in range(PAGES):
        document.add_heading(f"Afsnit {number + 1}", 1)
        for part in next(words).split("\n\n"):
            document.add_paragraph(part)
        document.add_page_break()  # type: ignore[no-untyped-call]
    document.save(str(path))
    return path


def _excel(path: Path, words: Iterator[str]) -> Path:
    chance = random.Random(next(words))  # noqa: S311  as above
    source = path.with_suffix(".csv")
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([f"Post {row}", *(chance.randrange(10**6) for _ in range(6))] for row in range(500))
    return _by_office(source, path)


def _powerpoint(path: Path, words: Iterator[str]) -> Path:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    kinds = {"office": "office", "draw": "drawing", "text": "text", "svg": "svg-compatible", "style": "style"}
    names = " ".join(f'xmlns:{name}="{space}:{kind}:1.0"' for name, kind in kinds.items())
    box = '<draw:frame svg:x="2cm" svg:y="2cm" svg:width="22cm" svg:height="12cm"><draw:text-box><text:p>'
    slides = "".join(
        f'<draw:page draw:name="{number}">{box}{next(words)[:300]}</text:p></draw:text-box></draw:frame></draw:page>'
        for number in range(PAGES)
    )
    kind = "application/vnd.oasis.opendocument.presentation"
    body = f"<office:body><office:presentation>{slides}</office:presentation></office:body>"
    source = path.with_suffix(".fodp")
    source.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document {names} office:version="1.2" office:mimetype="{kind}">{body}</office:document>',
        encoding="utf-8",
    )
    return _by_office(source, path)


def _by_office(source: Path, path: Path) -> Path:
    """Have LibreOffice write a file anew in its neighbour's kind."""
    office = office_found()
    if office is None or office.maker is not Maker.LIBREOFFICE:
        raise SystemExit("LibreOffice is missing; sh scripts/system-packages installs it")
    profile = (source.parent / "profile").as_uri()
    command = [office.program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", path.suffix[1:]]
    subprocess.run(
        [*map(str, command), "--outdir", str(path.parent), str(source)],
        check=True, capture_output=True, env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )  # fmt: skip
    return path


_KINDS: dict[str, tuple[str, Callable[[Path, Iterator[str]], Path]]] = {
    "PDF with text": (".pdf", _text_pdf),
    "tagged PDF": (".pdf", _tagged),
    "PDF of scans": (".pdf", _scans),
    DAMAGED: (".pdf", _damaged),
    "JPEG, 12 megapixels": (".jpg", partial(_picture, size=(4000, 3000))),
    "PNG, 2 megapixels": (".png", partial(_picture, size=(1920, 1080))),
    "TIFF, black and white": (".tif", _tiff),
    "mail": (".eml", _mail),
    "text": (".txt", _text),
    "Word": (".docx", _word),
    "Excel": (".xlsx", _excel),
    "PowerPoint": (".pptx", _powerpoint),
}
