"""The first heading of a page as it is printed: the lines at its top that are set larger than its text."""

from __future__ import annotations

import ctypes
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

MOST_CHARACTERS = 4_000
"""Of the page: a heading that begins later is not the paper's title."""
LARGER = 1.15
"""How many times as high as the page's text a heading's letters are at least."""
MOST_LINES = 4
LEAST_LETTERS = 3
"""An initial or a page number in large figures is no heading."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its text, and how high its letters' boxes are, in points."""

    text: str
    height: float


def first_heading(shown: pdfium.PdfPage) -> str:
    """The first heading of a page; "" when nothing on it is set larger than the rest, or it cannot be read."""
    try:
        with closing(shown.get_textpage()) as textpage:
            lines = _lines(textpage)
    except pdfium.PdfiumError:
        return ""
    weights = sorted(height for line in lines for height in [line.height] * len(line.text))
    largest = max((line.height for line in lines if len(line.text) >= LEAST_LETTERS), default=0.0)
    if not weights or largest < weights[len(weights) // 2] * LARGER:
        return ""
    start = next(n for n, line in enumerate(lines) if len(line.text) >= LEAST_LETTERS and line.height >= largest * 0.98)
    heading = []
    for line in lines[start : start + MOST_LINES]:
        if abs(line.height - largest) > largest * 0.05:
            break
        heading.append(line.text)
    return " ".join(heading)


def _lines(textpage: pdfium.PdfTextPage) -> list[_Line]:
    count = min(textpage.count_chars(), MOST_CHARACTERS)
    lines: list[_Line] = []
    letters: list[str] = []
    highest = 0.0
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(textpage, index)
        if code in {10, 13}:
            _end_line(lines, letters, highest)
            letters, highest = [], 0.0
            continue
        letters.append(chr(code) if 32 <= code <= 0x10FFFF else "")
        if code > 32:
            highest = max(highest, _height(textpage, index))
    _end_line(lines, letters, highest)
    return lines


def _end_line(lines: list[_Line], letters: list[str], height: float) -> None:
    text = " ".join("".join(letters).split())
    if text and height > 0:
        lines.append(_Line(text, height))


def _height(textpage: pdfium.PdfTextPage, index: int) -> float:
    """How high the box of a letter is that holds all letters of its font, in points on the page."""
    box = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
        return 0.0
    return float(max(abs(box.top - box.bottom), 0.0))
