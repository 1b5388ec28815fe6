"""A QTextDocument becomes a `Document`, from its blocks and formats; Qt's own HTML is not asked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from kkr_desk.rich_text import Document, Heading, Inline, Paragraph, Run
from kkr_desk.rich_text.arranging import arrange
from kkr_desk.rich_text.document import Entry, Line, LooseBlock, LooseCell, LooseTable
from kkr_desk.ui.rich_text.structure import heading_level, is_bold, is_ordered, list_of, table_at


def read(source: QTextDocument) -> Document:
    """All that a QTextDocument holds, in the canonical shape.

    Raises:
        UserError: `text-table-too-large`.
    """
    return arrange(_blocks(source))


def read_selection(cursor: QTextCursor) -> Document:
    """What is selected."""
    part = QTextDocument()
    QTextCursor(part).insertFragment(cursor.selection())
    return read(part)


def _blocks(source: QTextDocument) -> Iterator[LooseBlock]:
    block, before = source.begin(), None
    while block.isValid():
        table = table_at(QTextCursor(block))
        if table is None:
            yield _line(block, before)
            block, before = block.next(), block
        else:
            yield _table(source, table)
            block, before = source.findBlock(table.lastPosition() + 1), None


def _table(source: QTextDocument, table: QTextTable) -> LooseTable:
    header = table.format().headerRowCount() > 0
    return LooseTable(
        tuple(
            tuple(
                LooseCell(tuple(_cell_lines(source, table, row, column)), header=header and row == 0)
                for column in range(table.columns())
            )
            for row in range(table.rows())
        )
    )


def _cell_lines(source: QTextDocument, table: QTextTable, row: int, column: int) -> Iterator[Line]:
    cell = table.cellAt(row, column)
    block, before = source.findBlock(cell.firstPosition()), None
    while block.isValid() and block.position() <= cell.lastPosition():
        yield _line(block, before)
        block, before = block.next(), block


def _line(block: QTextBlock, before: QTextBlock | None) -> Line:
    inlines = tuple(_inlines(block))
    part = list_of(block)
    if part is not None:
        look = part.format()
        interrupted = before is None or list_of(before) is None
        number = look.start() + part.itemNumber(block) if interrupted or part.item(0) == block else None
        return Entry(look.indent(), is_ordered(block), inlines, number)
    level = heading_level(block)
    return Paragraph(inlines) if level is None else Heading(level, inlines)


def _inlines(block: QTextBlock) -> Iterator[Inline]:
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        look = fragment.charFormat()
        href = look.anchorHref() if look.isAnchor() else ""
        yield Run(fragment.text(), bold=is_bold(look), italic=look.fontItalic(), href=href)
        walk += 1
