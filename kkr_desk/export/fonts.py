"""The documents' one type family, Source Sans Pro, embedded from its package, and the widths plans are made with."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kkr_desk.index import Weight

_FILES = {Weight.REGULAR: "SourceSansPro-Regular.ttf", Weight.SEMIBOLD: "SourceSansPro-Semibold.ttf"}
_FOLDER = Path(font_source_sans_pro.font_directory)


def measure(text: str, weight: Weight, size: float) -> float:
    """Width in points of a text as reportlab sets it: the sum of its advances, without kerning."""
    return _thousandths(text, weight) * size / 1000


def font_name(weight: Weight) -> str:
    """The name reportlab knows a weight by, registered on first use."""
    name = f"KKR-{weight}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(font_file(weight))))
    return name


def font_file(weight: Weight) -> Path:
    """The TrueType file of a weight."""
    return _FOLDER / _FILES[weight]


@lru_cache(maxsize=65536)
def _thousandths(text: str, weight: Weight) -> float:
    widths, default = _widths(weight)
    return sum(widths.get(char, default) for char in text)


@cache
def _widths(weight: Weight) -> tuple[dict[str, float], float]:
    face = pdfmetrics.getFont(font_name(weight)).face
    return {chr(code): width for code, width in face.charWidths.items()}, face.defaultWidth
