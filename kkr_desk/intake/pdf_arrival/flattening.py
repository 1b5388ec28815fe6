"""Fields that no look can be made for are made part of their page, as PDFium draws them.

Everything else stays a field: the documents' own type has all European letters (`kkr_desk.pdf.field_words`). What is
left is Chinese, Japanese and Korean where this machine has fonts of them. Where it has none, or letters stand from
right to left, which PDFium does not set, the field stays as it is and looking at the file says so.
"""

from __future__ import annotations

import time
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String
from PIL import Image, ImageChops

from kkr_desk.intake.findings import listed
from kkr_desk.intake.pdfium import DrawingError, draw, open_pdf, show_forms
from kkr_desk.model import FileStatus, Notice
from kkr_desk.pdf.content import MALFORMED, open_ends
from kkr_desk.pdf.field_words import label_of, lacking, words_of
from kkr_desk.pdf.fields import inherited, widgets
from kkr_desk.progress import Progress

_DOTS = 400 / 72
"""Dots to a point."""
_MOST_DOTS = 4_000_000
_MOST_FIELDS = 200
_SECONDS = 5.0
"""For drawing one field."""
_INK = 128
"""Grey from which a dot is printed."""
_MOST_POINTS = 14_400.0
"""Longest side of a page (ISO 32000-1, annex C)."""
_ASKED = ("/Q", "/Ff", "/MaxLen")
_MULTILINE = 1 << 12
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_PICTURE = "/KKRFelt"


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that no look can be made for: on which page, counted from 0, where there, and what it says."""

    page: int
    widget: Object
    box: tuple[float, float, float, float]
    words: tuple[str, ...]


def flatten_fields(pdf: Pdf, folder: Path, progress: Progress) -> tuple[Notice, ...]:
    """Make fields part of their pages where only a picture can show them.

    Args:
        pdf: The open PDF.
        folder: For a file in between.
        progress: Asked whether to go on.

    Returns:
        A notice of which; none where there was none.

    Raises:
        Cancelled: By `progress`.
    """
    found = [field for field in _undrawable(pdf) if not _stands_right_to_left(field)][:_MOST_FIELDS]
    if not found:
        return ()
    letters = sorted(set[str]().union(*(lacking(field.words) for field in found)))
    drawn = _Drawn(pdf, found, letters, folder / "fields.pdf", progress)
    shown = {letter for letter in letters if drawn.shows(letter)}
    flattened: list[str] = []
    for place, field in enumerate(found):
        if lacking(field.words) <= shown and _put(pdf, field, drawn.picture(place)):
            flattened.append(label_of(field.widget))
            _remove(pdf, field)
    if not flattened:
        return ()
    return (Notice("pdf-form-flattened", (("count", str(len(flattened))), ("fields", listed(flattened)))),)


def _undrawable(pdf: Pdf) -> Iterator[_Field]:
    if "/AcroForm" not in pdf.Root:
        return
    for number, page in enumerate(pdf.pages):
        for widget in widgets(page.obj):
            box = _box(widget)
            if "/AP" not in widget and box is not None and lacking(words := words_of(widget)):
                yield _Field(number, widget, box, words)


def _box(widget: Object) -> tuple[float, float, float, float] | None:
    held: Any = widget.get("/Rect")
    sides = held.as_list() if isinstance(held, Array) else ()
    try:
        left, bottom, right, top = (float(side) for side in sides)
    except (TypeError, ValueError):
        return None
    left, right, bottom, top = min(left, right), max(left, right), min(bottom, top), max(bottom, top)
    is_sensible = 1 <= right - left <= _MOST_POINTS and 1 <= top - bottom <= _MOST_POINTS
    return (left, bottom, right, top) if is_sensible else None


def _stands_right_to_left(field: _Field) -> bool:
    return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for word in field.words for letter in word)


class _Drawn:
    """Fields as PDFium draws them: each alone on a page of its own, and behind these each letter that is in doubt.

    Args:
        pdf: The PDF with its form, for the fonts.
        found: The fields.
        letters: The letters.
        file: Where to write the pages.
        progress: Asked whether to go on.
    """

    def __init__(
        self, pdf: Pdf, found: Sequence[_Field], letters: Sequence[str], file: Path, progress: Progress
    ) -> None:
        self._letters = {letter: len(found) + place for place, letter in enumerate(letters)}
        self._pictures: dict[int, Image.Image] = {}
        with Pdf.new() as proof:
            for field in found:
                left, bottom, right, top = field.box
                _add(proof, (right - left, top - bottom), field.words, field.widget)
            for letter in letters:
                _add(proof, (36, 24), (letter,), Dictionary())
            _give_form(proof, pdf)
            proof.save(file, deterministic_id=True)
        document = open_pdf(file)
        if isinstance(document, FileStatus):
            return
        with closing(document):
            show_forms(document)
            for place in range(len(document)):
                progress.step(place, len(document))
                picture = _picture(document[place], progress)
                if picture is not None:
                    self._pictures[place] = picture

    def shows(self, letter: str) -> bool:
        """Whether a letter leaves ink."""
        return self._letters[letter] in self._pictures

    def picture(self, place: int) -> Image.Image | None:
        """A field, black on white; None where nothing is seen of it."""
        return self._pictures.get(place)


def _add(proof: Pdf, size: tuple[float, float], words: Sequence[str], asked: Object) -> None:
    """Add a page with one field, set as another one asks for it."""
    page = proof.add_blank_page(page_size=size)
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, F=4, V=String("\n".join(words)))
    field.T, field.Rect = String(str(len(proof.pages))), Array([0, 0, *size])
    field.DA = _in_black(inherited(asked, "/DA"))
    for key in _ASKED:
        value = inherited(asked, key)
        if isinstance(value, int):
            field[key] = value
    if len(words) > 1:
        field.Ff = _MULTILINE
    page.obj.Annots = Array([proof.make_indirect(field)])


def _in_black(look: Any) -> String:
    """A field's font and size; the usual ones where it states none."""
    words = str(look).split() if isinstance(look, String) else []
    if "Tf" in words[2:]:
        at = words.index("Tf", 2)
        return String(" ".join([*words[at - 2 : at + 1], "0 g"]))
    return String("/Helv 0 Tf 0 g")


def _give_form(proof: Pdf, pdf: Pdf) -> None:
    """Have the fields know the fonts of their form, and Helvetica."""
    stated: Any = pdf.Root.AcroForm.get("/DR")
    fonts = stated.get("/Font") if isinstance(stated, Dictionary) else None
    held = proof.copy_foreign(pdf.make_indirect(fonts)) if isinstance(fonts, Dictionary) else Dictionary()
    if "/Helv" not in held:
        held.Helv = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    fields = [page.obj.Annots[0] for page in proof.pages]
    proof.Root.AcroForm = Dictionary(Fields=Array(fields), DR=Dictionary(Font=held))


def _picture(page: pdfium.PdfPage, progress: Progress) -> Image.Image | None:
    """A page in black and white; None where there is nothing on it, or it cannot be drawn."""
    width, height = page.get_size()
    scale = min(_DOTS, (_MOST_DOTS / (width * height)) ** 0.5)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    bitmap = pdfium.PdfBitmap.new_native(*size, pdfium_c.FPDFBitmap_BGRx)
    try:
        draw(page, bitmap, (0, 0, *size, 0, 0), time.monotonic() + _SECONDS, lambda: progress.step(0, 1))
    except DrawingError:
        return None
    finally:
        page.close()
    grey = bitmap.to_pil().convert("L")
    return grey.point(lambda dot: 255 * (dot >= _INK), "1") if ImageChops.invert(grey).getbbox() else None


def _put(pdf: Pdf, field: _Field, picture: Image.Image | None) -> bool:
    """Print a picture onto a field's page; False where that cannot be, since the page's own content is broken."""
    page = pdf.pages[field.page]
    states, marks = open_ends(page)
    if picture is None or states == MALFORMED:
        return False
    image = pdf.make_stream(zlib.compress(picture.tobytes()), Filter=Name.FlateDecode)
    image.Type, image.Subtype, image.ImageMask, image.BitsPerComponent = Name.XObject, Name.Image, True, 1
    image.Width, image.Height = picture.size
    name = _own_place(page)
    page.obj.Resources.XObject[name] = image
    left, bottom, right, top = field.box
    meant = String("\n".join(field.words)).unparse()
    at = f"{right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm"
    shown = b"/Span <</ActualText %s>> BDC q 0 g %s %s Do Q EMC\n" % (meant, at.encode(), name.encode())
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\n" + b"Q\n" * (states + 1) + b"EMC\n" * marks + shown)
    return True


def _own_place(page: Page) -> str:
    """A name for a picture among a page's resources, which become its own: several pages may share them."""
    above: Any = inherited(page.obj, "/Resources")
    resources = Dictionary(dict(above.items())) if isinstance(above, Dictionary) else Dictionary()
    held = resources.get("/XObject")
    resources.XObject = Dictionary(dict(held.items())) if isinstance(held, Dictionary) else Dictionary()
    page.obj.Resources = resources
    number = 1
    while f"{_PICTURE}{number}" in resources.XObject:
        number += 1
    return f"{_PICTURE}{number}"


def _remove(pdf: Pdf, field: _Field) -> None:
    """Take a field off its page and out of its form."""
    page, widget = pdf.pages[field.page].obj, field.widget
    page.Annots = _without(page.Annots, widget)
    node: Any = widget
    for _ in range(_MOST_FIELDS):
        above = node.get("/Parent")
        holder, key = (above, "/Kids") if isinstance(above, Dictionary) else (pdf.Root.AcroForm, "/Fields")
        if isinstance(holder.get(key), Array):
            holder[key] = _without(holder[key], node)
        if key == "/Fields" or len(holder.get(key, ())):
            break
        node = above
    for key in list(widget.keys()):
        del widget[key]  # tags may still lead to it


def _without(members: Object, gone: Object) -> Array:
    return Array([member for member in members.as_list() if not _is_same(member, gone)])


def _is_same(member: Any, gone: Object) -> bool:
    return isinstance(member, Dictionary) and member.is_indirect and member.objgen == gone.objgen
