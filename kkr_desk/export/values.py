"""Looks for form fields that have a value and leave it to viewers to draw it: many do not (ISO 32000-1, 12.7.3.3)."""

from __future__ import annotations

import logging
import re
from typing import Any

from pikepdf import AcroFormField, Array, Dictionary, Name, Object, Pdf, String
from pikepdf.form import DefaultAppearanceStreamGenerator, ExtendedAppearanceStreamGenerator
from reportlab.pdfbase import pdfmetrics

from kkr_desk.export.ticks import show_choices, tick
from kkr_desk.export.value_looks import Words, show_words
from kkr_desk.pdf.content import UNREADABLE
from kkr_desk.pdf.field_words import has_formatting, is_plain, words_of
from kkr_desk.pdf.fields import inherited, needs_look, widgets

_ENCODED = (Name.WinAnsiEncoding, Name.MacRomanEncoding)
_SIGNS = frozenset({"/Symbol", "/ZapfDingbats"})
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_FONT_NAME = re.compile(r"/([^\s/\[\]()<>]+)\s+[-+.\d]+\s+Tf")
_FAILURES = (*UNREADABLE, ValueError, KeyError, AttributeError, TypeError, IndexError, ArithmeticError)
_Maker = DefaultAppearanceStreamGenerator
_log = logging.getLogger(__name__)


def show_values(source: Pdf) -> None:
    """Give fields that leave their look to viewers one, in the open attachment (not in its file)."""
    form = source.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    wanting = [w for page in source.pages for w in widgets(page.obj) if needs_look(source, w)]
    if not wanting:
        return
    for widget in wanting:
        tick(source, widget)
    _prepare_fonts(form, wanting)
    fields = source.acroform  # each time it is asked for, it is read anew
    makers = (ExtendedAppearanceStreamGenerator(source, fields), DefaultAppearanceStreamGenerator(source, fields))
    for field in fields.fields:
        held: Any = field.obj
        if not isinstance(held, Dictionary):  # written into a list instead of being an object of its own
            continue
        try:
            shown = [annot.obj for annot in fields.get_annotations_for_field(field)]
            if field.is_text and field.value_as_string:
                _show(field, shown, source, makers)
            elif field.is_choice:
                _show_choices(source, field, shown)
        except _FAILURES as error:
            _log.info("a field that cannot be read: %r", error)
    show_words(
        source, [Words(widget, words) for widget in wanting if "/AP" not in widget and (words := words_of(widget))]
    )


def _show(field: AcroFormField, shown: list[Object], source: Pdf, makers: tuple[_Maker, ...]) -> None:
    """Draw one field's value where it has no look, by the first that can; a look that stands is kept."""
    looks = [(widget, widget.get("/AP"), _wants(source, widget)) for widget in shown]
    if not any(wanted for _, _, wanted in looks):
        return
    for widget, look, _ in looks:
        if look is not None:
            del widget["/AP"]
    for maker in makers:
        try:
            maker.generate_text(field)
            break
        except _FAILURES as error:
            _log.info("no look for a field by %s: %r", type(maker).__name__, error)
    for widget, look, wanted in looks:
        if look is not None and not (wanted and "/AP" in widget):
            widget.AP = look


def _wants(source: Pdf, widget: Object) -> bool:
    """Whether a text field is given a look of the plain sort; not one whose own shows what that one could not."""
    stands = "/AP" in widget
    return needs_look(source, widget) and is_plain(words_of(widget)) and not (stands and has_formatting(widget))


def _show_choices(source: Pdf, field: AcroFormField, shown: list[Object]) -> None:
    words = words_of(field.obj)
    for widget in shown:
        if words and is_plain(words) and needs_look(source, widget):
            show_choices(source, widget, words, _helvetica())


def _prepare_fonts(form: Object, wanting: list[Object]) -> None:
    """See to it that Danish letters can be drawn: by qpdf only in fonts with an encoding it knows, "?" in others.

    The form gets resources of its own for that, since pages may share the ones it has.
    """
    stated = form.get("/DR")
    resources = Dictionary(dict(stated.items())) if isinstance(stated, Dictionary) else Dictionary()
    listed = resources.get("/Font")
    fonts = {name: _encoded(font) for name, font in listed.items()} if isinstance(listed, Dictionary) else {}
    for widget in wanting:
        look: Any = inherited(widget, "/DA") or form.get("/DA")
        for name in _FONT_NAME.findall(str(look)) if isinstance(look, String) else ():
            fonts.setdefault(f"/{name}", _helvetica())
    resources.Font = Dictionary(fonts)
    form.DR = resources


def _encoded(font: Any) -> Object:
    """A font that Danish letters can be set in: itself, itself in another encoding, or Helvetica in its place."""
    if not isinstance(font, Dictionary):
        return _helvetica()
    if str(font.get("/BaseFont", "")) in _SIGNS:
        return font
    described = font.get("/FontDescriptor")
    if isinstance(described, Dictionary) and font.get("/Encoding") in _ENCODED:
        return font
    embedded = isinstance(described, Dictionary) and any(key in described for key in _EMBEDDED)
    if embedded or font.get("/Subtype") not in (Name.Type1, Name.TrueType):
        return _helvetica()
    return _plain(str(font.get("/BaseFont", "/Helvetica")))


def _helvetica() -> Object:
    return _plain("/Helvetica")


def _plain(name: str) -> Object:
    """A font that viewers bring themselves, with the measures that lines are broken by."""
    standard = pdfmetrics.getFont(name[1:] if name[1:] in pdfmetrics.standardFonts else "Helvetica")
    face = standard.face
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(name),
        Flags=32,
        FontBBox=Array([-250, -300, 1100, 1000]),
        ItalicAngle=0,
        Ascent=face.ascent,
        Descent=face.descent,
        CapHeight=700,
        StemV=80,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name(name),
        Encoding=Name.WinAnsiEncoding,
        FirstChar=0,
        LastChar=255,
        Widths=Array(standard.widths),
        FontDescriptor=descriptor,
    )
