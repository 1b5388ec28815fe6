"""The looks of the sample meeting's papers: type, colours, and one sheet for each kind of sender."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import font_source_sans_pro
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

SLIDE = (960.0, 540.0)
"""A page of a presentation in points, 16:9."""

WIDE = landscape(A4)
INK, GREY, PALE = HexColor("#1c2530"), HexColor("#6b7480"), HexColor("#e9edf1")
GREEN, BLUE, RED, NIGHT, GOLD = (HexColor(c) for c in ("#2f6b4f", "#1d4f91", "#9c2f3b", "#14263d", "#f0b84a"))

Size = tuple[float, float]
"""Width and height in points."""

Decoration = Callable[[Canvas, Size], None]
"""Draws what stands on every page of a size."""


def register_fonts() -> None:
    """Make the papers' type known to reportlab: Source Sans Pro, and the wider Vera for presentations."""
    folder = Path(font_source_sans_pro.font_directory)
    for name, file in {
        "Sans": folder / "SourceSansPro-Regular.ttf",
        "Sans-Bold": folder / "SourceSansPro-Semibold.ttf",
        "Vera": Path("Vera.ttf"),
    }.items():
        pdfmetrics.registerFont(TTFont(name, str(file)))
    pdfmetrics.registerFontFamily("Sans", "Sans", "Sans-Bold", "Sans", "Sans-Bold")
    pdfmetrics.registerFontFamily("Vera", "Vera", "Vera", "Vera", "Vera")


def style(size: float, *, bold: bool = False, colour: Color = INK, family: str = "Sans", **more: Any) -> ParagraphStyle:
    """A paragraph style; `more` are reportlab's own fields."""
    more.setdefault("leading", size * 1.4)
    more.setdefault("spaceAfter", size * 0.55)
    font = f"{family}-Bold" if bold else family
    return ParagraphStyle(f"{font}{size}", fontName=font, bulletFontName=font, fontSize=size, textColor=colour, **more)


BODY = style(10.5)
TITLE = style(20, bold=True, leading=24, spaceAfter=10)
HEADING = style(12.5, bold=True, spaceBefore=8, spaceAfter=3)
SMALL = style(8.5, colour=GREY)


def paragraphs(text: str) -> list[Any]:
    """Flowables of a plain text: `# ` is the title, `## ` a heading, `- ` a bullet, a blank line parts paragraphs."""
    made: list[Any] = []
    for block in text.strip().split("\n\n"):
        words = " ".join(block.split())
        if words.startswith("## "):
            made.append(Paragraph(words[3:], HEADING))
        elif words.startswith("# "):
            made.append(Paragraph(words[2:], TITLE))
        elif words.startswith("- "):
            bullet = style(10.5, leftIndent=14, spaceAfter=3)
            made += [Paragraph(point, bullet, bulletText="•") for point in words[2:].split(" - ")]
            made.append(Spacer(0, 4))
        else:
            made.append(Paragraph(words, BODY))
    return made


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], colour: Color) -> Table:
    """A table with a coloured head; every column but the first is set to the right."""
    head, cell = style(9, bold=True, colour=white, spaceAfter=0), style(9, spaceAfter=0)
    right = {"alignment": TA_RIGHT}
    heads = [head, *[style(9, bold=True, colour=white, spaceAfter=0, **right)] * (len(widths) - 1)]
    cells = [cell, *[style(9, spaceAfter=0, **right)] * (len(widths) - 1)]
    texts = [
        [Paragraph(text, (heads if n == 0 else cells)[m]) for m, text in enumerate(row)] for n, row in enumerate(rows)
    ]
    return Table(
        texts,
        colWidths=widths,
        repeatRows=1,
        hAlign="LEFT",
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), colour),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [white, PALE]),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, GREY),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 3.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ],
    )


def write(
    file: Path,
    title: str,
    story: list[Any],
    decorate: Decoration,
    *,
    size: Size = A4,
    margins: tuple[float, float, float, float] = (25 * mm, 30 * mm, 25 * mm, 22 * mm),
    columns: int = 1,
) -> None:
    """Write a paper; the same bytes each time.

    Args:
        file: Where to.
        title: For the document's properties.
        story: reportlab's flowables.
        decorate: Draws what stands on every page.
        size: Width and height in points.
        margins: Left, top, right and bottom, in points.
        columns: How many columns the text runs in.
    """
    left, top, right, bottom = margins
    gap = 8 * mm
    width = (size[0] - left - right - gap * (columns - 1)) / columns
    frames = [
        Frame(left + n * (width + gap), bottom, width, size[1] - top - bottom, 0, 0, 0, 0) for n in range(columns)
    ]

    def on_page(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.saveState()
        decorate(canvas, size)
        canvas.restoreState()

    document = BaseDocTemplate(str(file), pagesize=size, title=title, author="KKR Desk", invariant=1, lang="da-DK")
    document.addPageTemplates(PageTemplate(frames=frames, onPage=on_page))
    document.build(story)


def words(
    canvas: Canvas, x: float, y: float, text: str, size: float = 9, *, bold: bool = False, colour: Color = GREY
) -> None:
    """Set one line of text, its foot at `y` points from the page's bottom."""
    canvas.setFont("Sans-Bold" if bold else "Sans", size)
    canvas.setFillColor(colour)
    canvas.drawString(x, y, text)


def municipality(name: str, colour: Color, foot: str = "") -> Decoration:
    """The sheet of a municipality: a coat of arms of three waves, the name, and a line at the foot."""

    def decorate(canvas: Canvas, size: Size) -> None:
        width, height = size
        canvas.setFillColor(colour)
        canvas.roundRect(25 * mm, height - 24 * mm, 11 * mm, 12 * mm, 2 * mm, stroke=0, fill=1)
        canvas.setStrokeColor(white)
        canvas.setLineWidth(1.4)
        for n in range(3):
            y = height - (16 + 2.4 * n) * mm
            canvas.bezier(27 * mm, y, 29.5 * mm, y + 2.4 * mm, 31.5 * mm, y - 2.4 * mm, 34 * mm, y)
        words(canvas, 39 * mm, height - 19.5 * mm, name, 14, bold=True, colour=colour)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(0.8)
        canvas.line(25 * mm, 16 * mm, width - 25 * mm, 16 * mm)
        words(canvas, 25 * mm, 11.5 * mm, foot or f"{name} · Rådhustorvet 1")

    return decorate
