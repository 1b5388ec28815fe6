"""Blocks become the pages of a tagged PDF, laid out as a letter is."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.index import Weight
from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.particulars import language_of
from kkr_desk.intake.writing.blocks import Block, PageBreak, Paragraph, Rule, Table, Words, plain_words
from kkr_desk.intake.writing.columns import PADDING, SetCell, set_table
from kkr_desk.intake.writing.drawing import Drawing
from kkr_desk.intake.writing.lines import Line
from kkr_desk.intake.writing.measures import (
    BOTTOM,
    MOST_CHARACTERS,
    MOST_PAGES,
    PAGE,
    QUOTE,
    SetParagraph,
    set_paragraph,
)
from kkr_desk.model import FileStatus, Notice
from kkr_desk.pdf.tagging.canvas import TaggedCanvas
from kkr_desk.pdf.tagging.nodes import LinkArea, Node, numbering, plant, scope
from kkr_desk.pdf.tagging.tree import StructureTree
from kkr_desk.progress import Progress
from kkr_desk.typeface.fonts import font_name

_FIRST = 60
"""Blocks that the language is told by."""
_REPEATED = 150.0
"""Points of a heading row that is drawn again at the top of each page."""
_WHOLE = 300.0
"""Points of a row that is not parted where it fits on the next page."""
_KEEP = 45.0
"""Points that must be free below a heading, else it goes to the next page."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What came of laying out.

    Attributes:
        pages: How many.
        unseen: Characters that the type has not; a box stands for each.
    """

    pages: int
    unseen: int


def lay_out(blocks: Sequence[Block], pdf: Path, *, title: str, progress: Progress) -> Laid:
    """Write blocks as a PDF; the same blocks give the same bytes.

    Args:
        blocks: What it says.
        pdf: Where to.
        title: The document's title.
        progress: Told of the blocks that are done.

    Raises:
        Refused: It has more than `MOST_PAGES`.
    """
    if sum(map(_length, blocks)) > MOST_CHARACTERS:
        raise _too_long()
    out = io.BytesIO()
    size = (PAGE.page_width, PAGE.page_height)
    canvas = TaggedCanvas(out, pagesize=size, invariant=1, pageCompression=1, initialFontName=font_name(Weight.REGULAR))
    sheet = _Sheet(Drawing(canvas))
    sheet.add(blocks, progress)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as document:
        _finish(document, canvas.noted(), sheet.drawing.addresses, title, _language(blocks))
        document.save(pdf, deterministic_id=True)
        return Laid(len(document.pages), sheet.drawing.unseen)


class _Sheet:
    """The page that is being filled, from its top."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self._canvas = drawing.canvas
        self._y = PAGE.top
        self._pages = 1
        self._header: tuple[SetCell, ...] | None = None
        self._ruled = False
        self._left = PAGE.left

    def add(self, blocks: Sequence[Block], progress: Progress) -> None:
        done = 0
        for quoted, group in groupby(blocks, key=lambda block: getattr(block, "quotes", 0) > 0):
            with ExitStack() as opened:
                if quoted:
                    opened.enter_context(self._canvas.element("BlockQuote"))
                for is_list, points in groupby(group, key=_is_point):
                    with ExitStack() as listed:
                        if is_list:
                            listed.enter_context(self._canvas.element("L", attributes=numbering("None")))
                        for block in points:
                            done += 1
                            progress.step(done, len(blocks))
                            self._add(block)

    def _add(self, block: Block) -> None:
        if isinstance(block, PageBreak):
            self._next_page()
        elif isinstance(block, Rule):
            self._rule(block)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._paragraph(set_paragraph(block, PAGE.text_width))

    @property
    def _is_fresh(self) -> bool:
        return self._y <= PAGE.top

    def _next_page(self) -> None:
        if self._pages >= MOST_PAGES:
            raise _too_long()
        self._pages += 1
        self._canvas.showPage()
        self._y = PAGE.top
        if self._header is not None:
            with self._canvas.artifact():
                self._draw_row(self._header, [list(_all_lines(cell)) for cell in self._header], tagged=False)

    @property
    def _padding(self) -> float:
        """Points above and below a cell's words."""
        return PADDING if self._ruled else 1.5

    def _height(self, row: Iterable[SetCell]) -> float:
        return max((cell.height for cell in row), default=0.0) + 2 * self._padding

    def _room(self) -> float:
        return BOTTOM - self._y

    def _space(self, above: float) -> float:
        """Leave space, unless at a page's top."""
        taken = 0.0 if self._is_fresh else min(above, max(self._room(), 0.0))
        self._y += taken
        return taken

    def _paragraph(self, paragraph: SetParagraph) -> None:
        first = paragraph.height_of(paragraph.lines[0])
        keep = _KEEP if paragraph.paragraph.role.startswith("H") else 0.0
        if len(paragraph.lines) > 1:
            keep = max(keep, paragraph.height_of(paragraph.lines[1]))
        if not self._is_fresh and paragraph.above + first + keep > self._room():
            self._next_page()
        space = self._space(paragraph.above)
        role = paragraph.paragraph.role
        if not any(line.pieces for line in paragraph.lines):
            self._space(paragraph.height)
            return
        with self._canvas.element(role):
            if paragraph.paragraph.label:
                self.drawing.label(paragraph, PAGE.left, self._y)
            with self._canvas.element("LBody") if role == "LI" else nullcontext():
                for line in paragraph.lines:
                    self._line(paragraph, line, space)
                    space = 0.0

    def _line(self, paragraph: SetParagraph, line: Line, space: float) -> None:
        """Draw a line, on the next page where this one is full; bars reach up through the space above it."""
        height = paragraph.height_of(line)
        if not self._is_fresh and height > self._room():
            self._next_page()
            space = 0.0
        self.drawing.bars(paragraph.paragraph.quotes, PAGE.left, self._y - space, height + space)
        self.drawing.line(paragraph, line, PAGE.left, self._y)
        self._y += height

    def _rule(self, rule: Rule) -> None:
        if self._room() < 20:
            self._next_page()
        else:
            self.drawing.rule(PAGE.left + rule.quotes * QUOTE, self._y + 10)
            self._y += 16

    def _table(self, table: Table) -> None:
        rows = set_table(table, PAGE.text_width - table.quotes * QUOTE)
        self._ruled = table.ruled
        self._left = PAGE.left + table.quotes * QUOTE - (0.0 if table.ruled else PADDING)
        self._space(8.0)
        with self._canvas.element("Table"):
            for row in rows:
                self._row(row)
                if row is rows[0] and all(cell.header for cell in row) and self._height(row) < _REPEATED:
                    self._header = row
        self._header = None
        self._space(4.0)

    def _row(self, row: tuple[SetCell, ...]) -> None:
        """Draw a row; one that is taller than what is left of the page goes on on the next."""
        left = [list(_all_lines(cell)) for cell in row]
        height = self._height(row)
        if not self._is_fresh and height > self._room() and (height < _WHOLE or self._room() < 60):
            self._next_page()
        while True:
            taken = [self._take(lines, self._room() - 2 * self._padding) for lines in left]
            with self._canvas.element("TR"):
                self._draw_row(row, taken)
            if not any(left):
                return
            self._next_page()

    @staticmethod
    def _take(lines: list[tuple[SetParagraph, Line, float]], room: float) -> list[tuple[SetParagraph, Line, float]]:
        """The lines that stand in so many points, and at least one; they are taken out of the list."""
        taken: list[tuple[SetParagraph, Line, float]] = []
        while lines and (not taken or lines[0][2] <= room):
            taken.append(lines.pop(0))
            room -= taken[-1][2]
        return taken

    def _draw_row(
        self, row: tuple[SetCell, ...], taken: list[list[tuple[SetParagraph, Line, float]]], *, tagged: bool = True
    ) -> None:
        height = max((sum(line[2] for line in lines) for lines in taken), default=0.0) + 2 * self._padding
        for cell, lines in zip(row, taken, strict=True):
            left = self._left + cell.left
            if self._ruled:
                self.drawing.frame(left, self._y, cell.width, height, header=cell.header, marked=tagged)
            with ExitStack() as opened:
                if tagged:
                    role, told = ("TH", scope("Column")) if cell.header else ("TD", None)
                    opened.enter_context(self._canvas.element(role, attributes=told))
                self._cell(lines, left + PADDING, tagged=tagged)
        self._y += height

    def _cell(self, lines: list[tuple[SetParagraph, Line, float]], left: float, *, tagged: bool) -> None:
        y = self._y + self._padding
        for _, group in groupby(lines, key=lambda line: id(line[0])):
            of_paragraph = list(group)
            paragraph = of_paragraph[0][0]
            with ExitStack() as opened:
                if tagged:
                    opened.enter_context(self._canvas.element("P"))
                for _, line, height in of_paragraph:
                    top = y + height - paragraph.height_of(line)
                    if paragraph.paragraph.label and line is paragraph.lines[0]:
                        self.drawing.label(paragraph, left, top, role="")
                    self.drawing.line(paragraph, line, left, top, marked=tagged)
                    y += height


def _all_lines(cell: SetCell) -> Iterator[tuple[SetParagraph, Line, float]]:
    """A cell's lines with the points each takes, with the space above where a paragraph begins."""
    for number, paragraph in enumerate(cell.paragraphs):
        for at, line in enumerate(paragraph.lines):
            yield paragraph, line, paragraph.height_of(line) + (paragraph.above if number and not at else 0.0)


def _too_long() -> Refused:
    return Refused(FileStatus.TOO_LARGE, Notice("writing-too-long", (("limit", str(MOST_PAGES)),)))


def _paragraphs(block: Block) -> list[Paragraph]:
    if isinstance(block, Table):
        return [paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs]
    return [block] if isinstance(block, Paragraph) else []


def _length(block: Block) -> int:
    """Characters of a block."""
    inlines = (each for paragraph in _paragraphs(block) for each in paragraph.inlines)
    return sum(len(each.text) for each in inlines if isinstance(each, Words))


def _language(blocks: Sequence[Block]) -> str:
    """The language that the first words are in; "" when that is uncertain."""
    return language_of(plain_words(paragraph for block in blocks[:_FIRST] for paragraph in _paragraphs(block)))


def _is_point(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "LI"


def _finish(document: Pdf, nodes: Iterable[Node], addresses: Sequence[str], title: str, language: str) -> None:
    """Give a document its structure, links and title."""
    tree, pages = StructureTree(document), [page.obj for page in document.pages]

    def link(area: LinkArea) -> tuple[Object, Object]:
        page, address = pages[area.page], addresses[area.entry]
        annotation = document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(number, 2) for number in area.rect]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(address),
                A=Dictionary(S=Name.URI, URI=String(address)),
            )
        )
        if "/Annots" not in page:
            page["/Annots"] = Array()
        page["/Annots"].append(annotation)
        return page, annotation

    for node in nodes:
        plant(tree, tree.document, node, pages, link)
    tree.write(pages)
    if language:
        document.Root.Lang = String(language)
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    document.trailer["/Info"] = document.make_indirect(Dictionary(Title=String(title)))
