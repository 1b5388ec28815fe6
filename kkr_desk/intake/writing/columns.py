"""How wide the columns of a table are: as wide as their words want, within the page."""

from __future__ import annotations

from dataclasses import dataclass

from kkr_desk.intake.writing.blocks import Cell, Table
from kkr_desk.intake.writing.lines import natural_widths
from kkr_desk.intake.writing.measures import INDENT, SetParagraph, set_paragraph, type_size

PADDING = 4.0
"""Points between a cell's edge and its words, on every side."""
_NARROWEST = 12.0


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell as set.

    Attributes:
        left: Points from the table's left edge.
        width: Points.
        paragraphs: What it says.
        header: Whether it heads its column or row.
    """

    left: float
    width: float
    paragraphs: tuple[SetParagraph, ...]
    header: bool

    @property
    def height(self) -> float:
        """Points it takes, without the padding."""
        return sum(paragraph.height for paragraph in self.paragraphs)


def set_table(table: Table, width: float) -> tuple[tuple[SetCell, ...], ...]:
    """Set a table in a column of so many points; what has many columns is set smaller."""
    count = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    scale = 0.92 if count <= 6 else 0.8 if count <= 10 else 0.62
    widths = _widths(table, count, width, scale)
    lefts = [sum(widths[:at]) for at in range(count + 1)]
    rows = []
    for row in table.rows:
        cells, column = [], 0
        for cell in row:
            left, right = lefts[column], lefts[column + cell.columns]
            cells.append(_set_cell(cell, left, right - left, scale))
            column += cell.columns
        rows.append(tuple(cells))
    return tuple(rows)


def _set_cell(cell: Cell, left: float, width: float, scale: float) -> SetCell:
    room = max(width - 2 * PADDING, 4.0)
    paragraphs = tuple(set_paragraph(paragraph, room, scale) for paragraph in cell.paragraphs)
    return SetCell(left, width, paragraphs, cell.header)


def _widths(table: Table, count: int, width: float, scale: float) -> list[float]:
    """Points of each column, as browsers share them out (CSS 2.2, 17.5.2.2)."""
    least, most = [_NARROWEST] * count, [_NARROWEST] * count
    for row in table.rows:
        column = 0
        for cell in row:
            low, high = _cell_widths(cell, width, scale)
            for at in range(column, column + cell.columns):
                least[at] = max(least[at], low / cell.columns)
                most[at] = max(most[at], high / cell.columns)
            column += cell.columns
    if sum(most) <= width:
        return most
    if sum(least) >= width:
        return [each * width / sum(least) for each in least]
    share = (width - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, most, strict=True)]


def _cell_widths(cell: Cell, width: float, scale: float) -> tuple[float, float]:
    low = high = 0.0
    for paragraph in cell.paragraphs:
        indent = paragraph.indent * INDENT
        narrow, wide = natural_widths(paragraph.inlines, width - 2 * PADDING, type_size(paragraph, scale)[0])
        low, high = max(low, narrow + indent), max(high, wide + indent)
    return low + 2 * PADDING + 0.1, high + 2 * PADDING + 0.1
