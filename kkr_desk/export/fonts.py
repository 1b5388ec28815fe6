"""The documents' one type family, Source Sans Pro, embedded from its package."""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kkr_desk.export.widths import measure
from kkr_desk.index import Weight

__all__ = ["font_file", "font_name", "measure", "read_widths"]

_FILES = {Weight.REGULAR: "SourceSansPro-Regular.ttf", Weight.SEMIBOLD: "SourceSansPro-Semibold.ttf"}
_FOLDER = Path(font_source_sans_pro.font_directory)


def font_name(weight: Weight) -> str:
    """The name reportlab knows a weight by, registered on first use."""
    name = f"KKR-{weight}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(font_file(weight))))
    return name


def font_file(weight: Weight) -> Path:
    """The TrueType file of a weight."""
    return _FOLDER / _FILES[weight]


def read_widths(weight: Weight) -> tuple[dict[str, float], float]:
    """Advances by character in thousandths of the type size, and that of a character the font has not."""
    face = pdfmetrics.getFont(font_name(weight)).face
    return {chr(code): width for code, width in face.charWidths.items()}, face.defaultWidth
