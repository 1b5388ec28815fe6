"""Where something stands in a QTextDocument: in which table, which list, which heading."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from kkr_desk.rich_text.document import HeadingLevel


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table that a cursor stands in (PySide6's own types say that it always does)."""
    return cursor.currentTable()


def list_of(block: QTextBlock) -> QTextList | None:
    """The list that a block is an item of (here too)."""
    return block.textList()


def level_of(block: QTextBlock) -> int:
    """The level of a list's item, 1 for the outermost; 0 for any other paragraph."""
    part = list_of(block)
    return part.format().indent() if part is not None else 0


def is_ordered(block: QTextBlock) -> bool:
    """Whether a block is an item of a numbered list."""
    part = list_of(block)
    return part is not None and part.format().style() is QTextListFormat.Style.ListDecimal


def heading_level(block: QTextBlock) -> HeadingLevel | None:
    """The level of a block that is a heading."""
    level = block.blockFormat().headingLevel()
    return HeadingLevel(level) if level in set(HeadingLevel) else None


def is_in_table(block: QTextBlock) -> bool:
    """Whether a block stands in a cell."""
    return table_at(QTextCursor(block)) is not None


def is_in_header_row(block: QTextBlock) -> bool:
    """Whether a block stands in the header row of a table."""
    table = table_at(QTextCursor(block))
    if table is None or not table.format().headerRowCount():
        return False
    return table.cellAt(block.position()).row() == 0


def is_same_place(one: QTextBlock, other: QTextBlock) -> bool:
    """Whether two blocks stand in the same cell, or both in none."""
    if not other.isValid():
        return False
    table, other_table = table_at(QTextCursor(one)), table_at(QTextCursor(other))
    if table is None or other_table is None:
        return table is other_table
    if table != other_table:
        return False
    cell, other_cell = table.cellAt(one.position()), table.cellAt(other.position())
    return (cell.row(), cell.column()) == (other_cell.row(), other_cell.column())


def is_bold(found: QTextCharFormat) -> bool:
    """Whether a run is bold; nothing that is written here is in between."""
    return found.hasProperty(QTextFormat.Property.FontWeight.value) and found.fontWeight() >= QFont.Weight.DemiBold
