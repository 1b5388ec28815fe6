"""Draws lines, bars and frames on a tagged canvas; the origin is the page's top left."""

from __future__ import annotations

import io
import unicodedata
from contextlib import ExitStack, nullcontext

from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader

from kkr_desk.intake.writing.blocks import Look, Picture
from kkr_desk.intake.writing.lines import Line, Piece, text_width
from kkr_desk.intake.writing.measures import PAGE, QUOTE, SetParagraph
from kkr_desk.pdf.tagging.canvas import TaggedCanvas
from kkr_desk.pdf.tagging.nodes import box
from kkr_desk.typeface.fonts import font_name
from kkr_desk.typeface.glyphs import STAND_IN, runs

_TEXT = Color(0.13, 0.13, 0.13)
_QUIET = Color(0.4, 0.4, 0.4)
_LINK = Color(0.04, 0.29, 0.55)
_LINES = Color(0.72, 0.72, 0.72)
_GROUND = Color(0.955, 0.955, 0.955)


class Drawing:
    """What is drawn on the canvas.

    Args:
        canvas: It.

    Attributes:
        addresses: Of the links, by the entries of their areas.
        unseen: Characters that a box was drawn for.
    """

    def __init__(self, canvas: TaggedCanvas) -> None:
        self.canvas = canvas
        self.addresses: list[str] = []
        self.unseen = 0

    def line(self, paragraph: SetParagraph, line: Line, left: float, top: float, *, marked: bool = True) -> None:
        """Draw a line.

        Args:
            paragraph: Whose it is.
            line: It.
            left: Where its column begins.
            top: Where it does.
            marked: Whether it is content of the open element; else it is part of an artifact.
        """
        x, height = left + paragraph.left, paragraph.height_of(line)
        baseline = top + height - paragraph.leading + (paragraph.leading + paragraph.size * 0.66) / 2
        for number, piece in enumerate(line.pieces):
            last = number == len(line.pieces) - 1
            if piece.picture is not None:
                self._picture(piece.picture, x, baseline, marked=marked)
            else:
                text = f"{piece.text} " if last and line.spaced else piece.text
                self._piece(piece, text, x, baseline, paragraph.size, marked=marked)
            x += piece.width

    def label(self, paragraph: SetParagraph, left: float, top: float, role: str = "Lbl") -> None:
        """Draw what stands before a point of a list."""
        label = f"{paragraph.paragraph.label} "
        height = paragraph.height_of(paragraph.lines[0])
        baseline = top + height - paragraph.leading + (paragraph.leading + paragraph.size * 0.66) / 2
        look = Look()
        x = max(left + paragraph.left - 5 - text_width(label.rstrip(), look.face, paragraph.size), left)
        with self.canvas.tagged(role) if role else self.canvas.content():
            self._text(label, look, x, baseline, paragraph.size)

    def bars(self, quotes: int, left: float, top: float, height: float) -> None:
        """Draw the bars at the left of what is quoted."""
        if quotes:
            with self.canvas.artifact():
                self.canvas.setStrokeColor(_LINES)
                self.canvas.setLineWidth(1.5)
                for n in range(quotes):
                    x = left + n * QUOTE + 1
                    self.canvas.line(x, PAGE.page_height - top, x, PAGE.page_height - top - height)

    def rule(self, left: float, top: float) -> None:
        """Draw a thin line to the right margin."""
        with self.canvas.artifact():
            self.canvas.setStrokeColor(_LINES)
            self.canvas.setLineWidth(0.6)
            y = PAGE.page_height - top
            self.canvas.line(left, y, PAGE.page_width - PAGE.right, y)

    def frame(self, left: float, top: float, width: float, height: float, *, header: bool, marked: bool) -> None:
        """Draw the lines around a cell."""
        with self.canvas.artifact() if marked else nullcontext():
            self.canvas.setStrokeColor(_LINES)
            self.canvas.setFillColor(_GROUND)
            self.canvas.setLineWidth(0.5)
            self.canvas.rect(left, PAGE.page_height - top - height, width, height, stroke=1, fill=int(header))

    def _piece(self, piece: Piece, text: str, x: float, baseline: float, size: float, *, marked: bool) -> None:
        look = piece.look
        with ExitStack() as opened:
            if marked and look.href:
                opened.enter_context(self.canvas.element("Link"))
            if marked:
                with self.canvas.content():
                    self._text(text, look, x, baseline, size)
            else:
                self._text(text, look, x, baseline, size)
            if look.underlined or look.struck:
                with self.canvas.artifact() if marked else nullcontext():
                    self._stroke(look, x, baseline, piece.width, size)
            if marked and look.href:
                y = PAGE.page_height - baseline
                self.canvas.link_area((x, y - size * 0.25, x + piece.width, y + size * 0.8), len(self.addresses))
                self.addresses.append(look.href)

    def _stroke(self, look: Look, x: float, baseline: float, width: float, size: float) -> None:
        self.canvas.setStrokeColor(_colour(look))
        self.canvas.setLineWidth(0.5)
        y = PAGE.page_height - baseline + (size * 0.25 if look.struck else -1.4)
        self.canvas.line(x, y, x + width, y)

    def _text(self, text: str, look: Look, x: float, baseline: float, size: float) -> None:
        canvas, y = self.canvas, PAGE.page_height - baseline
        canvas.setFillColor(_colour(look))
        canvas.setFont(font_name(look.face), size)
        for run in runs(unicodedata.normalize("NFC", text), look.face):
            if run.drawn == run.text:
                canvas.drawString(x, y, run.text)
            elif run.drawn:
                self.unseen += run.drawn.count(STAND_IN)
                with canvas.meaning(run.text):
                    canvas.drawString(x, y, run.drawn)
            x += text_width(run.text, look.face, size)

    def _picture(self, picture: Picture, x: float, baseline: float, *, marked: bool) -> None:
        y = PAGE.page_height - baseline - 2
        rect = (x, y, x + picture.width, y + picture.height)
        told = {"alternate": picture.alternate or "Billede", "attributes": box(rect)}
        with self.canvas.tagged("Figure", **told) if marked else nullcontext():
            self.canvas.drawImage(ImageReader(io.BytesIO(picture.data)), x, y, picture.width, picture.height)


def _colour(look: Look) -> Color:
    return _LINK if look.href else _QUIET if look.quiet else _TEXT
