"""The pages we write ourselves: the index, the dividers (*skilleblade*) and the slips, laid out by reportlab.

All that they show is marked as content of a structure element or as an artifact (ISO 14289-1, 7.1); what repeats on
every page, what only leads the eye and what only parts is an artifact.
"""

from __future__ import annotations

import io
import unicodedata
from contextlib import ExitStack
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader

from kkr_desk.export.structure.word_breaks import with_spaces
from kkr_desk.index import Area, IndexRow, Weight, logo_area, row_left, row_weight, wrap
from kkr_desk.model import ItemId
from kkr_desk.pdf.tagging.canvas import TaggedCanvas
from kkr_desk.pdf.tagging.nodes import LinkArea, Node, box
from kkr_desk.plan import Part, PartKind, Plan, attachment_text, logo_text
from kkr_desk.typeface.fonts import font_name, measure
from kkr_desk.typeface.glyphs import runs

_TEXT = Color(0.13, 0.13, 0.13)
_QUIET = Color(0.4, 0.4, 0.4)
_LEADER = Color(0.72, 0.72, 0.72)
_ROOM = 470.0
"""Points that number, heading and title of a divider may take below `_NUMBER_TOP`."""
_NUMBER_TOP = 250.0
_HEADER_BASELINE = 50.0
_HEADER = "/Type /Pagination /Subtype /Header /Attached [/Top]"
"""The header where it only says again what the first page has said (ISO 32000-1, 14.8.2.2.2)."""


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The pages we wrote, in the order of the plan, behind one that holds a sample of each character of the stamps.

    Attributes:
        pdf: The file's bytes: the sample where one was asked for, index pages, then each divider and slip.
        links: Areas on the index pages.
        nodes: The structure of each part of the plan, in its order; nothing of attachments. A divider's first is the
            item's heading, an `H1` where the item begins.
    """

    pdf: bytes
    links: tuple[LinkArea, ...]
    nodes: tuple[tuple[Node, ...], ...] = ()


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
    regular = font_name(Weight.REGULAR)
    canvas = TaggedCanvas(
        out, ahead=bool(samples), pagesize=size, invariant=1, pageCompression=1, initialFontName=regular
    )
    drawer = _Drawer(plan, canvas)
    if samples:
        drawer.samples(samples)
    links, nodes = drawer.index(linked=not index_only), [canvas.noted()]
    for part in plan.parts[1:]:
        if part.kind is PartKind.DIVIDER and not index_only:
            drawer.divider(part)
        elif part.kind is PartKind.SLIP and not index_only:
            drawer.slip(part)
        nodes.append(canvas.noted())
    canvas.save()
    return OwnPages(out.getvalue(), links, tuple(nodes))


class _Drawer:
    """Draws with the origin at the page's top left, as the plan measures."""

    def __init__(self, plan: Plan, canvas: TaggedCanvas) -> None:
        self._plan = plan
        self._style = plan.style
        self._canvas = canvas
        self._colour = HexColor(plan.template.colour)
        self._begun: ItemId | None = None

    def index(self, *, linked: bool) -> tuple[LinkArea, ...]:
        canvas, links = self._canvas, []
        with canvas.element("Sect", title=self._plan.agenda.meeting.index_title):
            with canvas.tagged("P"):
                self._header()
            self._logo()
            with canvas.tagged("H1"):
                self._heading()
            with canvas.element("TOC"):
                for page in range(1, self._plan.index_pages + 1):
                    if page > 1:
                        self._next_page()
                    links += [self._row(row, linked=linked) for row in self._plan.rows if row.page == page]
        canvas.showPage()
        return tuple(links)

    def divider(self, part: Part) -> None:
        with self._canvas.artifact(_HEADER):
            self._header()
        self._naming(part)
        self._canvas.showPage()

    def slip(self, part: Part) -> None:
        with self._canvas.artifact(_HEADER):
            self._header()
        if part.attachment is not None:
            name = attachment_text(part.attachment, self._plan.template)
            with self._canvas.tagged("P"):
                y = self._paragraph(name, 15, 21, 300, Weight.SEMIBOLD)
            with self._canvas.tagged("P"):
                self._paragraph(self._plan.template.slip_text, 12, 18, y + 10, Weight.REGULAR)
        self._canvas.showPage()

    def samples(self, chars: str) -> None:
        for char in chars:
            drawn = "".join(run.drawn for run in runs(char, Weight.REGULAR))
            self._text(100, 100, drawn or " ", Weight.REGULAR, 10)
        self._canvas.showPage()

    def _next_page(self) -> None:
        self._canvas.showPage()
        with self._canvas.artifact(_HEADER):
            self._header()

    def _header(self) -> None:
        """Council and date, small, at the top of every page of ours."""
        meeting = self._plan.agenda.meeting
        self._text(self._style.left, _HEADER_BASELINE, f"{meeting.council} ", Weight.SEMIBOLD, 9.5, colour=_QUIET)
        date, right = meeting.date_in_words, self._style.page_width - self._style.right
        self._text(
            right - measure(date, Weight.REGULAR, 9.5), _HEADER_BASELINE, date, Weight.REGULAR, 9.5, colour=_QUIET
        )

    def _logo(self) -> None:
        plan = self._plan
        if plan.logo is not None:
            self._picture(plan.logo.png, logo_area(plan.logo, plan.style), logo_text(plan.agenda))

    def _picture(self, png: bytes, area: Area, alternate: str) -> None:
        """Draw a picture; the alternate is read aloud in its place (ISO 14289-1, 7.3)."""
        bottom = self._style.page_height - area.top - area.height
        rect = (area.left, bottom, area.left + area.width, bottom + area.height)
        with self._canvas.tagged("Figure", alternate=alternate, attributes=box(rect)):
            self._canvas.drawImage(ImageReader(io.BytesIO(png)), area.left, bottom, area.width, area.height)

    def _heading(self) -> None:
        style = self._style
        for n, line in enumerate(with_spaces(self._plan.entries[0].text, self._plan.heading)):
            baseline = style.top + style.heading_size + n * style.heading_leading
            self._text(style.left, baseline, line, Weight.SEMIBOLD, style.heading_size)

    def _row(self, row: IndexRow, *, linked: bool) -> LinkArea:
        """One row: what it leads to and the page's number are the link, the dots between them are not read."""
        style, entry, canvas = self._style, self._plan.entries[row.entry], self._canvas
        right, weight = style.page_width - style.right, row_weight(entry.level)
        number = str(entry.page)
        start = right - measure(number, weight, style.size)
        bottom = row.top + len(row.lines) * style.leading
        rect = (row_left(entry.level, style) - 2, style.page_height - bottom, right + 2, style.page_height - row.top)
        with ExitStack() as opened:
            for role in ("TOCI", "Reference", *(("Link",) if linked else ())):
                opened.enter_context(canvas.element(role))
            with canvas.content():
                x, baseline = self._row_text(row, weight)
            with canvas.artifact():
                self._leader(x + 6, start - 6, baseline)
            with canvas.content():
                self._text(start, baseline, number, weight, style.size)
            return canvas.link_area(rect, row.entry, noted=linked)

    def _row_text(self, row: IndexRow, weight: Weight) -> tuple[float, float]:
        """Draw a row's lines, with a space between them and the number; returns where the last one ends."""
        style, entry = self._style, self._plan.entries[row.entry]
        *lines, last = with_spaces(entry.text, row.lines)
        x = baseline = 0.0
        for n, line in enumerate((*lines, f"{last} ")):
            x = row_left(entry.level, style) + (style.hanging if n else 0.0)
            baseline = row.top + n * style.leading + style.size
            self._text(x, baseline, line, weight, style.size)
        return x + measure(last, weight, style.size), baseline

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
        with self._canvas.tagged("P" if self._begun == part.item.item.id else "H1"):
            self._text(self._style.left, _NUMBER_TOP + 44, f"{number} ", Weight.SEMIBOLD, size, colour=self._colour)
            y = self._paragraph(heading, 21 * scale, 28 * scale, _NUMBER_TOP + 72, Weight.SEMIBOLD) + 14
        self._begun = part.item.item.id
        with self._canvas.artifact():
            self._rule(y)
        with self._canvas.tagged("H2"):
            self._paragraph(name, 15 * scale, 21 * scale, y + 14, Weight.REGULAR)

    def _rule(self, y: float) -> None:
        """A line across the page, so many points below its top."""
        self._canvas.setStrokeColor(self._colour)
        self._canvas.setLineWidth(0.8)
        at = self._style.page_height - y
        self._canvas.line(self._style.left, at, self._style.page_width - self._style.right, at)

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
        for n, line in enumerate(with_spaces(text, lines)):
            self._text(self._style.left, top + n * leading + size, line, weight, size)
        return top + len(lines) * leading

    def _text(
        self, x: float, baseline: float, text: str, weight: Weight, size: float, *, colour: Color = _TEXT
    ) -> None:
        canvas, y = self._canvas, self._style.page_height - baseline
        canvas.setFillColor(colour)
        for run in runs(unicodedata.normalize("NFC", text), weight):
            canvas.setFont(font_name(weight), size)
            if run.drawn == run.text:
                canvas.drawString(x, y, run.text)
            elif run.drawn:
                room = measure(run.text, weight, size)
                canvas.setFont(font_name(weight), size * room / measure(run.drawn, weight, size))
                with canvas.meaning(run.text):
                    canvas.drawString(x, y, run.drawn)
            x += measure(run.text, weight, size)
