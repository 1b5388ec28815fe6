"""The small sound files that a fuzz run spoils: one or more of every kind that is taken in."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from tests.intake.mail.outlook_files import Values, outlook_mail, packed_mail
from tests.intake.office.office_papers import HOSTILE
from tests.intake.papers import annotation, page, picture, text
from tests.intake.pictures.photographs import motif

MOST_BYTES = 200_000
"""Larger files of the shared corpus are left out: spoiling them tells no more and takes longer."""
_TURNED = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
"""What a telephone says of a picture that it took on its side."""
_NOBODY = "http://127.0.0.1:9"
_HTML = (
    "<!doctype html><html lang='da'><head><meta charset='utf-8'><title>Høring</title>"
    "<style>p { color: red }</style></head><body><h1>Høring om æ, ø og å</h1><p>Første <b>afsnit</b> med "
    "<a href='https://example.org/'>en henvisning</a> og <img src='cid:billede' alt='kort'></p>"
    "<table border=1><tr><th colspan=2>Beløb</th></tr><tr><td rowspan=2>12</td><td>34</td></tr><tr><td>56</td></tr>"
    "</table><ul><li>et<ol><li>to</li></ol></li></ul><pre>  tre\n  fire</pre><blockquote>fem</blockquote>"
    "</body></html>"
)
_SAVED_PAGE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    f"Content-Type: text/html; charset=utf-8\r\n\r\n{_HTML}\r\n--x--\r\n"
)
_RICH_TEXT = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}}{\colortbl;\red255\green0\blue0;}"
    r"\paperw11906\paperh16838\margl1134\pard\f0\fs24 R\'f8dgr\'f8d \b med\b0  fl\u248?de\par"
    r"{\field{\*\fldinst HYPERLINK http://127.0.0.1:9/}{\fldrslt her}}\par"
    r"\trowd\cellx3000\cellx6000\intbl et\cell to\cell\row\pard{\footnote note}\par}"
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound file.

    Attributes:
        name: What it is called.
        data: Its bytes.
    """

    name: str
    data: bytes


def seeds(folder: Path, shared: Path | None) -> tuple[Seed, ...]:
    """All of them, in an order that does not change.

    Args:
        folder: A folder for making them.
        shared: The project's shared material, None where it is not there.
    """
    made = [*_pdfs(), *_pictures(), *_office(folder), *_mails(), *_texts()]
    inner = _zipped({"d": b"e"})
    made.append(Seed("pakke.zip", _zipped({"a.txt": b"abc", "mappe/b.pdf": made[0].data, "c.zip": inner})))
    if shared is not None:
        made += [
            Seed(path.name, path.read_bytes())
            for kind in ("office", "pdf")
            for path in sorted((shared / "corpus" / kind).iterdir())
            if path.suffix != ".tsv" and path.stat().st_size < MOST_BYTES
        ]
    return tuple(made)


def _pdfs() -> Iterator[Seed]:
    pdf = Pdf.new()
    for number in range(3):
        kept = page(pdf, text(f"Notat {number}") + b"q 8 0 0 8 9 9 cm /P Do Q\n1 0 0 rg 9 9 m 90 90 l S\n")
        kept.Resources.XObject = Dictionary(P=picture(pdf))
        comment = annotation("Text")
        field = annotation("Widget", FT=Name.Tx, T=String(f"felt {number}"), V=String("æøå"))
        kept.Annots = Array([pdf.make_indirect(comment), pdf.make_indirect(field)])
    fields = Array([one.Annots[1] for one in pdf.pages])
    pdf.Root.AcroForm = Dictionary(Fields=fields, DA=String("/F1 9 Tf"))
    pdf.attachments["regneark.csv"] = b"a;b\n1;2\n"
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Punkt", 1))
    for name, options in {
        "plain.pdf": {"compress_streams": False, "object_stream_mode": ObjectStreamMode.disable},
        "packed.pdf": {"object_stream_mode": ObjectStreamMode.generate},
        "locked.pdf": {"encryption": pikepdf.Encryption(owner="ejer", user="", R=6)},
    }.items():
        out = BytesIO()
        pdf.save(out, static_id=True, **options)
        yield Seed(name, out.getvalue())


def _pictures() -> Iterator[Seed]:
    one, other = motif(size=(60, 40)), motif("L", (30, 50))
    for name, mode, options in (
        ("a.png", "RGBA", {}),
        ("b.png", "P", {"dpi": (72, 72)}),
        ("c.jpg", "RGB", {"progressive": True, "exif": _TURNED}),
        ("d.jpg", "CMYK", {}),
        ("e.gif", "P", {"save_all": True, "append_images": [one.convert("P")]}),
        ("f.bmp", "RGB", {}),
        ("g.webp", "RGB", {}),
        ("h.tiff", "RGB", {"save_all": True, "append_images": [other], "compression": "tiff_lzw"}),
        ("i.tiff", "1", {"compression": "group4"}),
        ("j.tiff", "CMYK", {"compression": "jpeg"}),
    ):
        out = BytesIO()
        one.convert(mode).save(out, {"jpg": "jpeg"}.get(name[2:], name[2:]), **options)
        yield Seed(name, out.getvalue())


def _office(folder: Path) -> Iterator[Seed]:
    for kind, make in HOSTILE.items():
        yield Seed(f"links.{kind}", make(folder / f"links.{kind}", _NOBODY).read_bytes())
    paper, out = docx.Document(), BytesIO()
    paper.add_heading("Notat om æ", 1)
    paper.add_paragraph("Et afsnit", style="List Bullet").add_run(" med fed").bold = True
    table = paper.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "flettet"
    paper.sections[0].header.paragraphs[0].text = "hoved"
    paper.save(out)
    yield Seed("notat.docx", out.getvalue())
    yield Seed("notat.rtf", _RICH_TEXT.encode("ascii"))


def _mails() -> Iterator[Seed]:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Åse Æbelø <aase@example.org>", "b@example.org, c@example.org"
    mail["Subject"], mail["Date"] = "Høring om ø", "Wed, 19 Jun 2024 09:30:00 +0200"
    mail.set_content("Kære alle\n\n> citat\n\nHilsen")
    mail.add_alternative(_HTML, subtype="html")
    shown = BytesIO()
    motif(size=(8, 8)).save(shown, "png")
    mail.get_payload(1).add_related(shown.getvalue(), "image", "png", cid="<billede>")  # type: ignore[union-attr]
    mail.add_attachment(b"%PDF-1.4\n", maintype="application", subtype="pdf", filename="bilag ø.pdf")
    yield Seed("brev.eml", mail.as_bytes())
    yield Seed("side.mht", _SAVED_PAGE.encode())
    words: Values = {
        0x37: "Høring",
        0x0C1A: "Åse",
        0x1000: "Kære alle",
        0x1013: _HTML.encode(),
        0x39: 133_000_000_000_000_000,
    }
    files: tuple[Values, ...] = ({0x3707: "a.txt", 0x3701: b"abc", 0x3705: 1},)
    yield Seed("brev.msg", outlook_mail(words, ({0x3001: "Bo"},), files))
    yield Seed("winmail.dat", packed_mail(words, (("a.txt", b"abc", {0x3707: "a.txt"}),)))


def _texts() -> Iterator[Seed]:
    yield Seed("side.html", _HTML.encode())
    yield Seed("notat.txt", "Vi ønsker, at sagen drøftes.\n\n  * et\n  * to\n\x0cny side\n".encode("cp1252"))
    yield Seed("tal.csv", 'Kommune;Beløb;Note\nÆrø;1.234,50;"a;b"\nLæsø;7;\n'.encode())
    yield Seed("bred.txt", "Rødgrød med fløde".encode("utf-16"))


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 6, 19, 0, 0, 0)), data)
    return out.getvalue()
