"""Blocks as they are collected from a source that says one thing after the other: HTML, or RTF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.writing.blocks import (
    Block,
    Break,
    Cell,
    Inline,
    Look,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Table,
    Words,
    plain_words,
)
from kkr_desk.model import FileStatus, Notice

MOST_COLUMNS = 40
"""Side by side; a row that has more is set as a paragraph."""
MOST_CELLS = 50_000
"""Of all tables."""
_BLANKS = " \t\n\r\f\v\u00a0"

Place = tuple[int, int, str]
"""Where words stand: level of lists, quotes around them, and "H1" to "H6" within a heading, else ""."""


@dataclass(slots=True)
class _CellDraft:
    blocks: list[Block] = field(default_factory=list)
    header: bool = False
    columns: int = 1
    rows: int = 1

    @property
    def is_blank(self) -> bool:
        return not any(_says(block) for block in self.blocks)


@dataclass(slots=True)
class _TableDraft:
    ruled: bool
    loose: list[Block] = field(default_factory=list)
    rows: list[list[_CellDraft]] = field(default_factory=list)


class Collecting:
    """Collects blocks: words are put into the paragraph that is open, and `part` ends it."""

    def __init__(self) -> None:
        self.first_heading = ""
        self._top: list[Block] = []
        self._sinks: list[list[Block]] = [self._top]
        self._tables: list[_TableDraft] = []
        self._cells = 0
        self._inlines: list[Inline] = []
        self._place: Place = (0, 0, "")
        self._label = ""
        self._spaced = True

    def finished(self) -> tuple[Block, ...]:
        """The blocks, once all was told."""
        self.part()
        while self._tables:
            self.close_table(0)
        return tuple(_squeezed(self._top))

    def words(self, text: str, look: Look, place: Place) -> None:
        """Text; white space alone opens no paragraph."""
        if self._inlines or text.strip(" \t\n\r\f\v"):
            self.inline(Words(text, look), place)

    def picture(self, picture: Picture, place: Place) -> None:
        """A picture."""
        self.inline(picture, place)

    def new_line(self, place: Place) -> None:
        """A line break."""
        self.inline(Break(), place)

    def inline(self, inline: Inline, place: Place) -> None:
        """Anything that stands in a paragraph."""
        if not self._inlines:
            self._place = place
        self._inlines.append(inline)

    def point(self, label: str) -> None:
        """What follows is a point of a list."""
        self.part()
        self._label = label

    def part(self, *, spaced: bool = False) -> None:
        """End the paragraph that is open.

        Args:
            spaced: Whether what follows stands apart from it.
        """
        inlines, self._inlines = _trimmed(self._inlines), []
        if inlines is not None:
            level, quotes, heading = self._place
            role = heading or ("LI" if self._label else "P")
            close = not self._spaced and not heading and not self._label
            paragraph = Paragraph(inlines, role, self._label, level, quotes, close=close)
            if heading and not self.first_heading:
                self.first_heading = plain_words([paragraph])
            self._sinks[-1].append(paragraph)
            self._label, self._spaced = "", False
        self._spaced = self._spaced or spaced

    def rule(self, quotes: int) -> None:
        """A line across."""
        self.part()
        if len(self._sinks) == 1:
            self._top.append(Rule(quotes))

    def new_page(self) -> None:
        """What follows begins on a new page, unless it stands in a table."""
        self.part()
        if len(self._sinks) == 1 and self._top:
            self._top.append(PageBreak())

    def open_table(self, *, ruled: bool) -> None:
        """A table begins."""
        self.part()
        table = _TableDraft(ruled)
        self._tables.append(table)
        self._sinks.append(table.loose)

    def open_row(self) -> None:
        """A row of the innermost table begins."""
        self.part()
        if self._tables:
            self._tables[-1].rows.append([])

    def open_cell(self, *, header: bool, columns: int, rows: int, ruled: bool) -> None:
        """A cell of the innermost table begins."""
        self.part()
        if not self._tables:
            return
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise Refused(FileStatus.TOO_LARGE, Notice("writing-too-tangled"))
        table = self._tables[-1]
        table.ruled = table.ruled or ruled
        cell = _CellDraft([], header, columns, rows)
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(cell)
        self._sinks[-1] = cell.blocks
        self._spaced = False

    def close_table(self, quotes: int) -> None:
        """The innermost table ends: into a table of ours, or into what it frames."""
        self.part()
        if not self._tables:
            return
        table = self._tables.pop()
        self._sinks.pop()
        self._sinks[-1] += [*table.loose, *_finished_table(table, quotes)]
        self._spaced = True


def _finished_table(draft: _TableDraft, quotes: int) -> Iterable[Block]:
    """A table; one that frames others, or has one column, was there for the looks and leaves what it frames."""
    rows = _rectangular(draft.rows)
    cells = [cell for row in draft.rows for cell in row]
    widest = max((sum(cell.columns for cell in row) for row in rows), default=0)
    if widest <= 1 or any(isinstance(block, Table) for cell in cells for block in cell.blocks):
        return [block for cell in cells for block in cell.blocks]
    if widest > MOST_COLUMNS:
        return [Paragraph(_in_a_row(row), quotes=quotes) for row in draft.rows]
    kept = tuple(
        tuple(Cell(_paragraphs(cell.blocks), cell.header, cell.columns) for cell in row)
        for row in rows
        if draft.ruled or not all(cell.is_blank for cell in row)
    )
    return [Table(kept, draft.ruled or any(cell.header for cell in cells), quotes)] if kept else []


def _rectangular(rows: Sequence[list[_CellDraft]]) -> list[list[_CellDraft]]:
    """Rows of equally many columns: cells that reach down leave empty ones, columns without content are left out."""
    grid: list[list[_CellDraft]] = []
    below: dict[int, tuple[int, bool]] = {}
    for row in rows:
        cells, column = [], 0
        for cell in [*row, None]:
            while below.get(column, (0, False))[0] > 0:
                left, header = below[column]
                below[column] = (left - 1, header)
                cells.append(_CellDraft(header=header))
                column += 1
            if cell is None or column > MOST_COLUMNS:
                break
            cell.columns = min(cell.columns, MOST_COLUMNS + 1)
            below |= {at: (cell.rows - 1, cell.header) for at in range(column, column + cell.columns) if cell.rows > 1}
            cells.append(cell)
            column += cell.columns
        grid.append(cells)
    return _without_empty_columns(grid)


def _without_empty_columns(grid: list[list[_CellDraft]]) -> list[list[_CellDraft]]:
    count = max((sum(cell.columns for cell in row) for row in grid), default=0)
    filled = {at for row in grid for at, cell in _placed(row) if cell.columns == 1 and not cell.is_blank}
    for row in grid:
        for at, cell in _placed(row):
            if not cell.is_blank and not filled & set(range(at, at + cell.columns)):
                filled.add(at)
    found = []
    for row in grid:
        cells = []
        for at, cell in _placed(row):
            columns = len(filled & set(range(at, at + cell.columns)))
            if columns:
                cells.append(_CellDraft(cell.blocks, cell.header, columns, 1))
        missing = len(filled) - sum(cell.columns for cell in cells)
        found.append(cells + [_CellDraft() for _ in range(missing)])
    return found if count else []


def _placed(row: Iterable[_CellDraft]) -> list[tuple[int, _CellDraft]]:
    placed, column = [], 0
    for cell in row:
        placed.append((column, cell))
        column += cell.columns
    return placed


def _paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    return tuple(replace(block, quotes=0) for block in _squeezed(blocks) if isinstance(block, Paragraph))


def _in_a_row(row: Iterable[_CellDraft]) -> tuple[Inline, ...]:
    texts = (plain_words(block for block in cell.blocks if isinstance(block, Paragraph)) for cell in row)
    return (Words(" | ".join(texts)),)


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...] | None:
    """A paragraph's inlines without the line break at its end; () for an empty line, None for nothing at all."""
    if not inlines:
        return None
    if not any(map(_is_said, inlines)):
        kept_open = any(isinstance(inline, Break) or "\u00a0" in getattr(inline, "text", "") for inline in inlines)
        return () if kept_open else None
    while isinstance(inlines[-1], Break):
        inlines.pop()
    kept: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Break) and len(kept) > 1 and isinstance(kept[-1], Break) and isinstance(kept[-2], Break):
            continue
        kept.append(inline)
    return tuple(kept)


def _says(block: Block) -> bool:
    return not isinstance(block, Paragraph) or any(map(_is_said, block.inlines))


def _is_said(inline: Inline) -> bool:
    return isinstance(inline, Picture) or (isinstance(inline, Words) and bool(inline.text.strip(_BLANKS)))


def _squeezed(blocks: Iterable[Block]) -> Iterable[Block]:
    """Blocks with one empty line where there were several, and none at the beginning."""
    empty = True
    for block in blocks:
        if isinstance(block, Paragraph) and not block.inlines:
            if not empty:
                yield block
            empty = True
        else:
            yield block
            empty = False
