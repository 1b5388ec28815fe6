"""A `Document` goes into a QTextDocument."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from kkr_desk.rich_text import Block, Cell, Document, Heading, Inline, LineBreak, List, Paragraph, Table
from kkr_desk.rich_text.arranging import within_cell
from kkr_desk.ui.rich_text.look import (
    cell_format,
    heading_format,
    item_format,
    list_format,
    paragraph_format,
    table_format,
    text_format,
)
from kkr_desk.ui.rich_text.structure import table_at

LINE_BREAK = "\u2028"
"""How Qt keeps a new line within a paragraph."""


def load(document: Document, target: QTextDocument) -> None:
    """Replace all that a QTextDocument holds. There is nothing to undo afterwards."""
    target.setUndoRedoEnabled(False)
    target.clear()
    cursor = QTextCursor(target)
    cursor.beginEditBlock()  # one layout instead of one per paragraph: 4,000 took 7.1 s, now 1.0 s (measured)
    _Writer(cursor).blocks(document.blocks)
    cursor.endEditBlock()
    target.setUndoRedoEnabled(True)


def insert(document: Document, cursor: QTextCursor) -> None:
    """Put a document in place of what is selected, as one step of undo.

    A single paragraph joins the text it is put into, and so does the first of several; what stood behind the cursor
    goes on below them. In a cell, headings become bold paragraphs and tables their cells' paragraphs.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    inside = table_at(cursor) is not None
    blocks = list((within_cell(document) if inside else document).blocks)
    writer = _Writer(cursor, cell_format() if inside else paragraph_format())
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        writer.inlines(blocks[0].inlines)
    elif blocks and not cursor.block().text():
        writer.blocks(blocks)
    elif blocks:
        _insert_within(writer, cursor, blocks)
    cursor.endEditBlock()


def _insert_within(writer: _Writer, cursor: QTextCursor, blocks: list[Block]) -> None:
    """Put blocks into a paragraph that has words before or behind the cursor, or both."""
    if cursor.atBlockStart():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    else:
        if not cursor.atBlockEnd():
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        first = blocks[0]
        if isinstance(first, Paragraph):
            writer.inlines(first.inlines)
            blocks = blocks[1:]
        writer.fresh = False
    writer.blocks(blocks)


class _Writer:
    """Writes at a cursor.

    Args:
        cursor: Moves along.
        paragraph: The format of paragraphs at this place.

    Attributes:
        fresh: The cursor stands in an empty block that the next paragraph may take.
    """

    def __init__(self, cursor: QTextCursor, paragraph: QTextBlockFormat | None = None) -> None:
        self._cursor = cursor
        self._paragraph = paragraph_format() if paragraph is None else paragraph
        self.fresh = True

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._begin(self._paragraph)
                self.inlines(block.inlines)
            elif isinstance(block, Heading):
                self._begin(heading_format(block.level))
                self.inlines(block.inlines)
            elif isinstance(block, List):
                self._list(block, 1)
            else:
                self._table(block)
        if self.fresh:
            self._begin(self._paragraph)

    def inlines(self, inlines: Iterable[Inline]) -> None:
        for inline in inlines:
            if isinstance(inline, LineBreak):
                self._cursor.insertText(LINE_BREAK, text_format())
            else:
                look = text_format(bold=inline.bold, italic=inline.italic, href=inline.href)
                self._cursor.insertText(inline.text, look)

    def _begin(self, look: QTextBlockFormat) -> None:
        """Begin a paragraph."""
        if self.fresh:
            self._cursor.setBlockFormat(look)
            self._cursor.setBlockCharFormat(QTextCharFormat())
            self._cursor.setCharFormat(QTextCharFormat())
        else:
            self._cursor.insertBlock(look, QTextCharFormat())
        self.fresh = False

    def _list(self, part: List, level: int) -> None:
        made = None
        for item in part.items:
            self._begin(item_format())
            if made is None:
                made = self._cursor.createList(list_format(ordered=part.ordered, level=level, start=part.start))
            else:
                made.add(self._cursor.block())
            self.inlines(item.inlines)
            for nested in item.nested:
                self._list(nested, level + 1)

    def _table(self, table: Table) -> None:
        made = self._cursor.insertTable(len(table.rows), len(table.rows[0]), table_format(header=table.header))
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                self._cell(cell, made.cellAt(row, column).firstCursorPosition())
        self._cursor.setPosition(made.lastPosition() + 1)
        self.fresh = True

    def _cell(self, cell: Cell, cursor: QTextCursor) -> None:
        _Writer(cursor, cell_format()).blocks(cell.blocks)
