"""Looks for the values of form fields in the documents' own type: of letters that the fonts viewers bring have not.

The font comes along, so that every viewer shows the same (ISO 32000-1, 12.7.3.3).
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from kkr_desk.index import Weight
from kkr_desk.pdf.fields import inherited
from kkr_desk.typeface.fonts import font_name, measure
from kkr_desk.typeface.glyphs import runs

_MULTILINE = 1 << 12
_COMB = 1 << 24
_PAD = 2.0
"""Points between a field's edge and its letters."""
_USUAL = 12.0
_LEAST = 4.0
_STEP = 0.5
_LEADING = 1.2
_ABOVE = 0.7
"""How far letters go up from their line, as a share of their size."""
_DROP = 0.24
_MOST_CELLS = 1000
_SIZE = re.compile(r"([-+.\d]+)\s+Tf")
_COLOUR = re.compile(r"((?:[-+.\d]+\s+){1,4})(g|rg|k)\b")
_PARTS = {"g": 1, "rg": 3, "k": 4}
_TURNS = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


@dataclass(frozen=True, slots=True)
class Words:
    """What a field is to show.

    Attributes:
        widget: The field on its page.
        lines: Its words; of a list a line each.
    """

    widget: Object
    lines: tuple[str, ...]


def show_words(pdf: Pdf, wanted: Sequence[Words]) -> None:
    """Give fields a look with their words in it.

    Args:
        pdf: The open attachment.
        wanted: The fields.
    """
    if not wanted:
        return
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=0, initialFontName=font_name(Weight.REGULAR))
    boxes = [_Box(pdf, words.widget) for words in wanted]
    for words, box in zip(wanted, boxes, strict=True):
        canvas.setPageSize((box.width, box.height))
        box.draw(canvas, [_drawn(line) for line in words.lines])
        canvas.showPage()
    canvas.save()
    made = Pdf.open(file)  # not closed: the fonts are read from it when the collection is written
    resources = pdf.copy_foreign(made.make_indirect(made.pages[0].obj.Resources))
    for page, words, box in zip(made.pages, wanted, boxes, strict=True):
        page.contents_coalesce()
        look = pdf.make_stream(b"/Tx BMC\n" + page.obj.Contents.read_bytes() + b"\nEMC")
        look.Type, look.Subtype, look.Resources = Name.XObject, Name.Form, resources
        look.BBox = Array([0, 0, _number(box.width), _number(box.height)])
        if box.turn in _TURNS:
            look.Matrix = Array([*_TURNS[box.turn], 0, 0])
        words.widget.AP = Dictionary(N=look)


class _Box:
    """Where a field's words go, and how they are set.

    Args:
        pdf: The attachment.
        widget: The field on its page.
    """

    def __init__(self, pdf: Pdf, widget: Object) -> None:
        across, up = _sides(widget)
        held = widget.get("/MK")
        self.turn = _whole(held.get("/R") if isinstance(held, Dictionary) else 0) % 360
        self.width, self.height = (up, across) if self.turn in {90, 270} else (across, up)
        form = pdf.Root.get("/AcroForm")
        above = form if isinstance(form, Dictionary) else Dictionary()
        look: Any = inherited(widget, "/DA") or above.get("/DA")
        self._look = str(look) if isinstance(look, String) else ""
        self._side = _whole(inherited(widget, "/Q") or above.get("/Q"))
        self._flags = _whole(inherited(widget, "/Ff"))
        self._cells = min(_whole(inherited(widget, "/MaxLen")), _MOST_CELLS) if self._flags & _COMB else 0

    def draw(self, canvas: Canvas, words: Sequence[str]) -> None:
        """Draw a field's words; smaller where they would not fit."""
        several = len(words) > 1 or bool(self._flags & _MULTILINE)
        lines = (
            [line for text in words for line in text.splitlines()] if several else [" ".join("".join(words).split())]
        )
        size = self._stated()
        if several:
            size, lines = self._fitted(lines, size)
        elif not self._cells:
            room = max(self.width - 2 * _PAD, 1.0)
            size = max(min(size, room / max(measure(lines[0], Weight.REGULAR, 1.0), 0.01)), 1.0)
        self._colour(canvas)
        canvas.setFont(font_name(Weight.REGULAR), size)
        if self._cells:
            self._draw_cells(canvas, lines[0], size)
            return
        first = self.height - _PAD - size * _ABOVE if several else (self.height - size * (_ABOVE - _DROP)) / 2
        for number, line in enumerate(lines):
            self._draw_line(canvas, line, first - number * size * _LEADING)

    def _stated(self) -> float:
        """The size that the field states, or that suits its height; not larger than there is room for."""
        found = _SIZE.search(self._look)
        stated = _float(found[1]) if found else 0.0
        most = max(self.height / _LEADING, 1.0)
        return min(stated, most) if stated > 0 else min(_USUAL, most)

    def _fitted(self, lines: Sequence[str], size: float) -> tuple[float, list[str]]:
        """Lines broken to the field's width, and the size in which they fit its height."""
        while True:
            room = max(self.width - 2 * _PAD, size)
            broken = [
                part for line in lines for part in simpleSplit(line, font_name(Weight.REGULAR), size, room) or [""]
            ]
            if size <= _LEAST or len(broken) * size * _LEADING <= self.height - _PAD:
                return size, broken
            size = max(size - _STEP, _LEAST)

    def _draw_line(self, canvas: Canvas, line: str, y: float) -> None:
        if self._side == 1:
            canvas.drawCentredString(self.width / 2, y, line)
        elif self._side == 2:
            canvas.drawRightString(self.width - _PAD, y, line)
        else:
            canvas.drawString(_PAD, y, line)

    def _draw_cells(self, canvas: Canvas, line: str, size: float) -> None:
        """A letter in each of a row of cells."""
        y = (self.height - size * (_ABOVE - _DROP)) / 2
        for number, letter in enumerate(line[: self._cells]):
            canvas.drawCentredString(self.width * (number + 0.5) / self._cells, y, letter)

    def _colour(self, canvas: Canvas) -> None:
        for numbers, operator in reversed(_COLOUR.findall(self._look)):
            parts = [min(max(_float(part), 0.0), 1.0) for part in numbers.split()]
            if len(parts) == _PARTS[operator]:
                {"g": canvas.setFillGray, "rg": canvas.setFillColorRGB, "k": canvas.setFillColorCMYK}[operator](*parts)
                return
        canvas.setFillGray(0)


def _drawn(line: str) -> str:
    """A line as it is drawn, line by line, in letters that the font has."""
    composed = unicodedata.normalize("NFC", line).replace("\t", " ").splitlines()
    return "\n".join("".join(run.drawn for run in runs(piece, Weight.REGULAR)) for piece in composed)


def _sides(widget: Object) -> tuple[float, float]:
    held: Any = widget.get("/Rect")
    sides: Iterable[Any] = held.as_list() if isinstance(held, Array) else ()
    numbers = [float(side) for side in sides if isinstance(side, (int, float, Decimal))]
    if len(numbers) != 4:
        return 1.0, 1.0
    left, bottom, right, top = numbers
    return max(abs(right - left), 1.0), max(abs(top - bottom), 1.0)


def _whole(held: Any) -> int:
    return held if isinstance(held, int) else 0


def _float(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0


def _number(value: float) -> Decimal:
    return Decimal(f"{value:.3f}")
