"""Headings and lists: what is done to the paragraphs of a selection. Each is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextList

from kkr_desk.rich_text.arranging import MOST_LEVELS
from kkr_desk.rich_text.document import HeadingLevel
from kkr_desk.ui.rich_text.look import cell_format, heading_format, item_format, list_format, paragraph_format
from kkr_desk.ui.rich_text.structure import (
    heading_level,
    is_in_table,
    is_ordered,
    is_same_place,
    level_of,
    list_of,
    table_at,
)


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """What is done within is undone together."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The paragraphs of a selection; of selected cells, those within them."""
    table = table_at(cursor)
    if cursor.hasComplexSelection() and table is not None:
        # PySide6 gives back what C++ fills in: first row, rows, first column, columns
        row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
        places = ((r, c) for r in range(row, row + rows) for c in range(column, column + columns))
        cells = [table.cellAt(*place) for place in places]
        return [block for cell in cells for block in _between(cursor, cell.firstPosition(), cell.lastPosition())]
    end = cursor.selectionEnd()
    blocks = list(_between(cursor, cursor.selectionStart(), end))
    return blocks[:-1] if len(blocks) > 1 and blocks[-1].position() == end else blocks


def _between(cursor: QTextCursor, start: int, end: int) -> Iterator[QTextBlock]:
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() <= end:
        yield block
        block = block.next()


def set_heading(cursor: QTextCursor, level: HeadingLevel | None) -> None:
    """Make the paragraphs headings, or body text again. Cells have no headings."""
    with one_step(cursor):
        for block in selected_blocks(cursor):
            if level is None:
                _make_paragraph(block)
            elif not is_in_table(block):
                QTextCursor(block).setBlockFormat(heading_format(level))


def toggle_list(cursor: QTextCursor, *, ordered: bool) -> None:
    """Make the paragraphs items of a list, of the other kind, or body text again if they all are such items."""
    blocks = selected_blocks(cursor)
    with one_step(cursor):
        if all(level_of(block) and is_ordered(block) is ordered for block in blocks):
            for block in blocks:
                _make_paragraph(block)
        else:
            for block in blocks:
                _make_item(block, level_of(block) or 1, ordered=ordered)


def deepen(cursor: QTextCursor) -> bool:
    """Move the items one level down, below the item before them.

    Returns:
        Whether any could be moved: the first item of a list has none to stand below.
    """
    moved = False
    with one_step(cursor):
        for block in selected_blocks(cursor):
            level, before = level_of(block), block.previous()
            if 0 < level < MOST_LEVELS and is_same_place(block, before) and level_of(before) >= level:
                _make_item(block, level + 1, ordered=is_ordered(block))
                moved = True
    return moved


def lift(cursor: QTextCursor) -> bool:
    """Move the items one level up; those of the outermost list become paragraphs.

    Returns:
        Whether there was an item.
    """
    moved = False
    with one_step(cursor):
        for block in selected_blocks(cursor):
            level = level_of(block)
            if level > 1:
                _make_item(block, level - 1, ordered=_kind_above(block, level - 1))
            elif level:
                _make_paragraph(block)
            moved = moved or level > 0
    return moved


def begin_afresh(cursor: QTextCursor) -> bool:
    """At the beginning of an item or heading: one level up, or body text. What Backspace and Enter do there.

    Returns:
        Whether the cursor stands in an item or heading.
    """
    if heading_level(cursor.block()) is not None:
        set_heading(cursor, None)
        return True
    return lift(cursor)


def clear(cursor: QTextCursor) -> None:
    """Make all that is selected plain body text; without a selection, the whole paragraph. Links stay."""
    with one_step(cursor):
        for block in selected_blocks(cursor):
            if level_of(block) or heading_level(block) is not None:
                _make_paragraph(block)
        part = QTextCursor(cursor)
        if not part.hasSelection():
            part.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            part.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        plain = QTextCharFormat()
        plain.setFontWeight(QFont.Weight.Normal)
        plain.setFontItalic(False)
        part.mergeCharFormat(plain)


def _make_paragraph(block: QTextBlock) -> None:
    QTextCursor(block).setBlockFormat(cell_format() if is_in_table(block) else paragraph_format())


def _make_item(block: QTextBlock, level: int, *, ordered: bool) -> None:
    """Let a block join the list around it, or begin one."""
    neighbour = _list_beside(block, level, QTextBlock.previous, ordered=ordered)
    if neighbour is None:
        neighbour = _list_beside(block, level, QTextBlock.next, ordered=ordered)
    QTextCursor(block).setBlockFormat(item_format())
    if neighbour is None:
        QTextCursor(block).createList(list_format(ordered=ordered, level=level))
    else:
        neighbour.add(block)


def _list_beside(
    block: QTextBlock, level: int, step: Callable[[QTextBlock], QTextBlock], *, ordered: bool
) -> QTextList | None:
    """The list of that level and kind which a block would go on, in one direction."""
    beside = step(block)
    while is_same_place(block, beside) and level_of(beside) > level:
        beside = step(beside)
    if is_same_place(block, beside) and level_of(beside) == level and is_ordered(beside) is ordered:
        return list_of(beside)
    return None


def _kind_above(block: QTextBlock, level: int) -> bool:
    """Whether the list of that level which a block stands in is numbered."""
    above = block.previous()
    while is_same_place(block, above) and level_of(above) > level:
        above = above.previous()
    same = is_same_place(block, above) and level_of(above) == level
    return is_ordered(above if same else block)
