"""The pages we write ourselves: the index, the dividers (*skilleblade*) and the slips, laid out by reportlab."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from kkr_desk.export.fonts import font_name, measure
from kkr_desk.index import IndexRow, Weight, row_left, row_weight, wrap
from kkr_desk.plan import Part, PartKind, Plan, attachment_text

_TEXT = Color(0.13, 0.13, 0.13)
_QUIET = Color(0.4, 0.4, 0.4)
_LEADER = Color(0.72, 0.72, 0.72)
_ROOM = 470.0
"""Points that number, heading and title of a divider may take below `_NUMBER_TOP`."""
_NUMBER_TOP = 250.0
_HEADER_BASELINE = 50.0


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A row of the index that leads somewhere.

    Attributes:
        page: 0-based page of the index.
        rect: left, bottom, right, top in points.
        entry: 0-based place in the plan's entries.
    """

    page: int
    rect: tuple[float, float, float, float]
    entry: int


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The pages we wrote, in the order of the plan, behind one that holds a sample of each character of the stamps.

    Attributes:
        pdf: The file's bytes: the sample where one was asked for, index pages, then each divider and slip.
        links: Areas on the index pages.
    """

    pdf: bytes
    links: tuple[LinkArea, ...]


def draw_pages(plan: Plan, samples: str = "", *, index_only: bool = False) -> OwnPages:
    """Lay out the index and, unless it is wanted alone, every divider and slip of a plan.

    Args:
        plan: What stands where.
        samples: Characters that the page numbers are made of, drawn one by one on a page before all others (before, so
            that they all fall into the font's first subset).
        index_only: Leave out dividers and slips.
    """
    out = io.BytesIO()
    size = (plan.style.page_width, plan.style.page_height)
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1, initialFontName=font_name(Weight.REGULAR))
    drawer = _Drawer(plan, canvas)
    if samples:
        drawer.samples(samples)
    links = drawer.index()
    for part in () if index_only else plan.parts:
        if part.kind is PartKind.DIVIDER:
            drawer.divider(part)
        elif part.kind is PartKind.SLIP:
            drawer.slip(part)
    canvas.save()
    return OwnPages(out.getvalue(), links)


class _Drawer:
    """Draws with the origin at the page's top left, as the plan measures."""

    def __init__(self, plan: Plan, canvas: Canvas) -> None:
        self._plan = plan
        self._style = plan.style
        self._canvas = canvas
        self._colour = HexColor(plan.template.colour)

    def index(self) -> tuple[LinkArea, ...]:
        links = []
        for page in range(1, self._plan.index_pages + 1):
            self._header()
            if page == 1:
                self._heading()
            links += [self._row(row) for row in self._plan.rows if row.page == page]
            self._canvas.showPage()
        return tuple(links)

    def divider(self, part: Part) -> None:
        self._header()
        self._naming(part)
        self._canvas.showPage()

    def slip(self, part: Part) -> None:
        self._header()
        if part.attachment is not None:
            y = self._paragraph(attachment_text(part.attachment, self._plan.template), 15, 21, 300, Weight.SEMIBOLD)
            self._paragraph(self._plan.template.slip_text, 12, 18, y + 10, Weight.REGULAR)
        self._canvas.showPage()

    def samples(self, chars: str) -> None:
        for char in chars:
            self._text(100, 100, char, Weight.REGULAR, 10)
        self._canvas.showPage()

    def _header(self) -> None:
        """Council and date, small, at the top of every page of ours."""
        meeting = self._plan.agenda.meeting
        self._text(self._style.left, _HEADER_BASELINE, meeting.council, Weight.SEMIBOLD, 9.5, colour=_QUIET)
        date, right = meeting.date_in_words, self._style.page_width - self._style.right
        self._text(
            right - measure(date, Weight.REGULAR, 9.5), _HEADER_BASELINE, date, Weight.REGULAR, 9.5, colour=_QUIET
        )

    def _heading(self) -> None:
        style = self._style
        for n, line in enumerate(self._plan.heading):
            baseline = style.top + style.heading_size + n * style.heading_leading
            self._text(style.left, baseline, line, Weight.SEMIBOLD, style.heading_size)

    def _row(self, row: IndexRow) -> LinkArea:
        style, entry = self._style, self._plan.entries[row.entry]
        left, right = row_left(entry.level, style), style.page_width - style.right
        weight = row_weight(entry.level)
        x = baseline = 0.0
        for n, line in enumerate(row.lines):
            x = left + (style.hanging if n else 0.0)
            baseline = row.top + n * style.leading + style.size
            self._text(x, baseline, line, weight, style.size)
        number = str(entry.page)
        start = right - measure(number, weight, style.size)
        self._leader(x + measure(row.lines[-1], weight, style.size) + 6, start - 6, baseline)
        self._text(start, baseline, number, weight, style.size)
        bottom = row.top + len(row.lines) * style.leading
        area = (left - 2, style.page_height - bottom, right + 2, style.page_height - row.top)
        return LinkArea(row.page - 1, area, row.entry)

    def _leader(self, left: float, right: float, baseline: float) -> None:
        """Dots, drawn from the right so that they stand in columns; a drawing, so that no one has to listen to it."""
        if right - left < 4:
            return
        canvas, y = self._canvas, self._style.page_height - baseline - 0.1
        canvas.saveState()
        canvas.setStrokeColor(_LEADER)
        canvas.setLineWidth(0.9)
        canvas.setLineCap(1)
        canvas.setDash([0, 3.6])
        canvas.line(right, y, left, y)
        canvas.restoreState()

    def _naming(self, part: Part) -> None:
        """Number, heading, a rule, and which bilag follows; smaller where much has to be said."""
        if part.item is None or part.attachment is None:
            return
        heading, name = part.item.item.heading, attachment_text(part.attachment, self._plan.template)
        scale = 1.0
        while scale > 0.2 and self._height(heading, name, scale) > _ROOM:
            scale -= 0.05
        number = part.item.number
        size = min(60.0, 60 * self._style.text_width / max(measure(number, Weight.SEMIBOLD, 60), 1))
        self._text(self._style.left, _NUMBER_TOP + 44, number, Weight.SEMIBOLD, size, colour=self._colour)
        y = self._paragraph(heading, 21 * scale, 28 * scale, _NUMBER_TOP + 72, Weight.SEMIBOLD) + 14
        self._canvas.setStrokeColor(self._colour)
        self._canvas.setLineWidth(0.8)
        at = self._style.page_height - y
        self._canvas.line(self._style.left, at, self._style.page_width - self._style.right, at)
        self._paragraph(name, 15 * scale, 21 * scale, y + 14, Weight.REGULAR)

    def _height(self, heading: str, name: str, scale: float) -> float:
        """Points a divider's words take at a scale."""
        headings = len(self._lines(heading, Weight.SEMIBOLD, 21 * scale))
        names = len(self._lines(name, Weight.REGULAR, 15 * scale))
        return 100 + (headings * 28 + names * 21) * scale

    def _lines(self, text: str, weight: Weight, size: float) -> tuple[str, ...]:
        return wrap(text, self._style.text_width, measure, weight, size)

    def _paragraph(self, text: str, size: float, leading: float, top: float, weight: Weight) -> float:
        """Draw wrapped text; returns where it ends, in points from the page's top."""
        lines = self._lines(text, weight, size)
        for n, line in enumerate(lines):
            self._text(self._style.left, top + n * leading + size, line, weight, size)
        return top + len(lines) * leading

    def _text(
        self, x: float, baseline: float, text: str, weight: Weight, size: float, *, colour: Color = _TEXT
    ) -> None:
        self._canvas.setFont(font_name(weight), size)
        self._canvas.setFillColor(colour)
        self._canvas.drawString(x, self._style.page_height - baseline, unicodedata.normalize("NFC", text))
