"""Tables: made, walked through, and given rows and columns. Each is one step of undo."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from kkr_desk.rich_text.arranging import MOST_CELLS, MOST_COLUMNS
from kkr_desk.ui.rich_text.blocks import one_step
from kkr_desk.ui.rich_text.look import cell_format, paragraph_format, table_format
from kkr_desk.ui.rich_text.structure import table_at

NEW_ROWS, NEW_COLUMNS = 3, 3
"""Of a new table; Tab in the last cell adds a row."""


def insert_table(cursor: QTextCursor) -> QTextCursor:
    """Put an empty table with a header row behind the paragraph of the cursor. There are no tables in tables.

    Returns:
        A cursor in its first cell, or the one given if that stands in a table.
    """
    if table_at(cursor) is not None:
        return cursor
    with one_step(cursor):
        cursor.clearSelection()
        if cursor.block().text():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        table = cursor.insertTable(NEW_ROWS, NEW_COLUMNS, table_format(header=True))
        _format_cells(table, range(NEW_ROWS), range(NEW_COLUMNS))
    return table.cellAt(0, 0).firstCursorPosition()


def next_cell(cursor: QTextCursor) -> QTextCursor | None:
    """A cursor in the cell after this one; the last cell gets a new row below it. None outside of tables."""
    table = table_at(cursor)
    if table is None:
        return None
    cell = table.cellAt(cursor)
    row, column = divmod(cell.row() * table.columns() + cell.column() + 1, table.columns())
    if row == table.rows() and not insert_rows(cursor, row):
        return cursor
    return _content(table, row, column)


def previous_cell(cursor: QTextCursor) -> QTextCursor | None:
    """A cursor in the cell before this one; None in the first and outside of tables."""
    table = table_at(cursor)
    if table is None:
        return None
    cell = table.cellAt(cursor)
    before = cell.row() * table.columns() + cell.column() - 1
    return _content(table, *divmod(before, table.columns())) if before >= 0 else None


def insert_rows(cursor: QTextCursor, row: int) -> bool:
    """Add a row that becomes number `row` (0-based); False if the table is as large as a text may hold."""
    table = table_at(cursor)
    if table is None or (table.rows() + 1) * table.columns() > MOST_CELLS:
        return False
    with one_step(cursor):
        table.insertRows(row, 1)
        _format_cells(table, range(row, row + 1), range(table.columns()))
    return True


def insert_columns(cursor: QTextCursor, column: int) -> bool:
    """Add a column that becomes number `column` (0-based); False if the table is as wide as a text may hold."""
    table = table_at(cursor)
    if table is None or table.columns() >= MOST_COLUMNS or table.rows() * (table.columns() + 1) > MOST_CELLS:
        return False
    with one_step(cursor):
        table.insertColumns(column, 1)
        _format_cells(table, range(table.rows()), range(column, column + 1))
    return True


def place(cursor: QTextCursor) -> tuple[int, int] | None:
    """Row and column (0-based) of the cursor; None outside of tables."""
    table = table_at(cursor)
    if table is None:
        return None
    cell = table.cellAt(cursor)
    return cell.row(), cell.column()


def remove_row(cursor: QTextCursor) -> None:
    """Remove the cursor's row; with the last one the table goes."""
    table, at = table_at(cursor), place(cursor)
    if table is not None and at is not None:
        if table.rows() == 1:
            remove_table(cursor)
        else:
            table.removeRows(at[0], 1)


def remove_column(cursor: QTextCursor) -> None:
    """Remove the cursor's column; with the last one the table goes."""
    table, at = table_at(cursor), place(cursor)
    if table is not None and at is not None:
        if table.columns() == 1:
            remove_table(cursor)
        else:
            table.removeColumns(at[1], 1)


def remove_table(cursor: QTextCursor) -> None:
    """Remove the cursor's table with all that stands in it.

    Qt would join the paragraph above and the one below: so an empty one is put between, which takes over the looks of
    the one below as they are joined.
    """
    table = table_at(cursor)
    if table is None:
        return
    with one_step(cursor):
        below = QTextCursor(cursor.document())
        below.setPosition(table.lastPosition() + 1)
        look = below.blockFormat()
        above = QTextCursor(cursor.document())
        above.setPosition(table.firstPosition() - 1)
        if above.block().text():
            above.insertBlock(paragraph_format())
        table.removeRows(0, table.rows())
        below.setBlockFormat(look)


def has_header(cursor: QTextCursor) -> bool:
    """Whether the first row of the cursor's table is a header."""
    table = table_at(cursor)
    return table is not None and table.format().headerRowCount() > 0


def toggle_header(cursor: QTextCursor) -> None:
    """Make the first row of the cursor's table a header, or a row like the others."""
    table = table_at(cursor)
    if table is not None:
        table.setFormat(table_format(header=not has_header(cursor)))


def _content(table: QTextTable, row: int, column: int) -> QTextCursor:
    """A cursor over all that a cell holds, so that typing replaces it, as in a spreadsheet and in Word."""
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _format_cells(table: QTextTable, rows: range, columns: range) -> None:
    for row in rows:
        for column in columns:
            table.cellAt(row, column).firstCursorPosition().setBlockFormat(cell_format())
