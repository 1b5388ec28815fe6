"""Undo and redo of any operation, as a new operation with the inverse. They work across restarts.

Nothing is applied that does not lead back to the very rows that were: each row must still be as the operation left
it, and what the inverse writes must be its rows and no other (a cascade may reach further). Otherwise it is refused.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from kkr_desk.errors import Defect, UserError
from kkr_desk.store.connection import Connection
from kkr_desk.store.journal import Changes, Journal, OperationKind, changes
from kkr_desk.store.triggers import JOURNALED

_LATEST = "SELECT id FROM operation WHERE kind = 'do' AND undone_by IS NULL AND id < ? ORDER BY id DESC LIMIT 1"
_UNDONE = "SELECT id FROM operation WHERE undone_by IS NOT NULL AND dropped = 0 ORDER BY undone_by DESC LIMIT 1"
_LATER = """
    SELECT operation.label
    FROM change AS earlier
    JOIN change AS later USING (table_name, row_id)
    JOIN operation ON operation.id = later.operation_id
    WHERE earlier.operation_id = ? AND operation.id > earlier.operation_id AND kind = 'do' AND undone_by IS NULL
    ORDER BY operation.id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class _RowStep:
    """A row as it must be found and as it is to become, as the journal's JSON; None where it is not there."""

    table: str
    id: str
    found: str | None
    wanted: str | None


def undo(connection: Connection, journal: Journal, operation: int | None = None) -> tuple[str, Changes]:
    """Undo an operation.

    Args:
        connection: The store's connection.
        journal: Its journal.
        operation: Number of the operation; the latest that is not undone without one.

    Returns:
        Its label, and what undoing it changed.

    Raises:
        UserError: ``nothing-to-undo``; ``undo-after-upgrade`` when the schema has changed since; ``undo-final`` when
            something was done since, or was to be undone, that stands for good, such as an edition; ``undo-refused``
            when a later operation touched the same rows. Nothing is changed then.
    """
    journal.must_be_closed()
    with journal.recorded("", OperationKind.UNDO) as new:
        target = operation or connection.number(_LATEST, (new,))
        label = _undoable(connection, target)
        later = connection.row(_LATER, (target,))
        if later:
            raise UserError("undo-refused", label=label, later=later[0])
        steps = [_RowStep(table, row, after, before) for table, row, before, after in _changed(connection, target)]
        _apply(connection, new, steps, label)
        connection.write("UPDATE operation SET undone_by = ? WHERE id = ?", (new, target))
        done = _finish(connection, new, target, label)
    return label, done


def redo(connection: Connection, journal: Journal) -> tuple[str, Changes]:
    """Do again what was undone last, as long as nothing new was done since.

    Returns:
        The label of what was done again, and what that changed.

    Raises:
        UserError: ``nothing-to-redo``, or ``undo-refused`` when its rows are no longer as undoing left them.
    """
    journal.must_be_closed()
    with journal.recorded("", OperationKind.REDO) as new:
        target = connection.number(_UNDONE)
        if not target:
            raise UserError("nothing-to-redo")
        label = str((connection.row("SELECT label FROM operation WHERE id = ?", (target,)) or ("",))[0])
        steps = [_RowStep(table, row, before, after) for table, row, before, after in _changed(connection, target)]
        _apply(connection, new, steps, label)
        connection.write("UPDATE operation SET undone_by = NULL WHERE id = ?", (target,))
        done = _finish(connection, new, target, label)
    return label, done


def undo_label(connection: Connection) -> str | None:
    """Label of what `undo` would undo now; None where there is nothing, or a schema change or an edition bars it."""
    sql = """
        SELECT label FROM operation WHERE kind = 'do' AND undone_by IS NULL AND open = 0
        AND id > coalesce((SELECT max(id) FROM operation WHERE kind IN ('schema', 'final')), 0)
        ORDER BY id DESC LIMIT 1
    """
    row = connection.row(sql)
    return str(row[0]) if row else None


def redo_label(connection: Connection) -> str | None:
    """Label of what `redo` would do again now; None where there is nothing."""
    row = connection.row("SELECT label FROM operation WHERE id = ?", (connection.number(_UNDONE),))
    return str(row[0]) if row else None


def _undoable(connection: Connection, target: int) -> str:
    """The label of an operation that may be undone."""
    final = connection.row("SELECT label FROM operation WHERE kind = 'final' AND id >= ? ORDER BY id DESC", (target,))
    if final:
        raise UserError("undo-final", label=final[0])
    row = connection.row("SELECT label, kind, undone_by FROM operation WHERE id = ?", (target,))
    if row is None:
        raise UserError("nothing-to-undo")
    label, kind, undone_by = row
    if connection.row("SELECT 1 FROM operation WHERE kind = 'schema' AND id > ?", (target,)):
        raise UserError("undo-after-upgrade", label=label)
    if kind != OperationKind.DO.value or undone_by is not None:
        raise UserError("undo-refused", label=label, later=label)
    return str(label)


def _changed(connection: Connection, operation: int) -> list[tuple[str, str, str | None, str | None]]:
    sql = "SELECT table_name, row_id, before, after FROM change WHERE operation_id = ?"
    return [(table, row, before, after) for table, row, before, after in connection.rows(sql, (operation,))]


def _finish(connection: Connection, new: int, target: int, label: str) -> Changes:
    connection.write("UPDATE operation SET open = 0, label = ?, target = ? WHERE id = ?", (label, target, new))
    return changes(connection, new)


def _apply(connection: Connection, new: int, steps: list[_RowStep], label: str) -> None:
    """Write the rows as they are to become, under operation `new`.

    Rows come back before others point at them, and go after nothing points at them any more.
    """
    connection.write("PRAGMA defer_foreign_keys = ON")
    for step in sorted(steps, key=lambda s: (s.wanted is None, s.found is not None)):
        columns: dict[str, str | int | None] = json.loads(step.wanted) if step.wanted else {}
        if step.table not in JOURNALED or _is_elsewhere(connection, step):
            raise UserError("undo-refused", label=label, later=label)
        _write(connection, step, columns, label)
    expected = {(step.table, step.id, step.found, step.wanted) for step in steps}
    if set(_changed(connection, new)) != expected or any(_dangles(connection, step) for step in steps):
        raise UserError("undo-refused", label=label, later=label)


def _write(connection: Connection, step: _RowStep, columns: dict[str, str | int | None], label: str) -> None:
    """Write one row; one that another now has the name of (a council) is refused like any that was touched since."""
    try:
        connection.write(*_statement(step, columns))
    except Defect as defect:
        if defect.facts.get("reason") != "SQLITE_CONSTRAINT_UNIQUE":
            raise
        raise UserError("undo-refused", label=label, later=label) from defect


def _is_elsewhere(connection: Connection, step: _RowStep) -> bool:
    """Whether a row that is to come is there already; a changed one shows in the journal."""
    if step.found is not None:
        return False
    return connection.row(f"SELECT 1 FROM {step.table} WHERE id = ?", (step.id,)) is not None  # noqa: S608  our names


def _statement(step: _RowStep, columns: dict[str, str | int | None]) -> tuple[str, tuple[str | int | None, ...]]:
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    values = tuple(columns.values())
    if step.wanted is None:
        return f"DELETE FROM {step.table} WHERE id = ?", (step.id,)  # noqa: S608  names of our own schema
    if step.found is None:
        return f"INSERT INTO {step.table} ({names}) VALUES ({marks})", values  # noqa: S608  likewise
    return f"UPDATE {step.table} SET ({names}) = ({marks}) WHERE id = ?", (*values, step.id)  # noqa: S608  likewise


def _dangles(connection: Connection, step: _RowStep) -> bool:
    """Whether a row that was written points at one that is not there.

    Only what was written can: rows that pointed at one that has gone went with it. The commit looks once more.
    """
    if step.wanted is None:
        return False
    written: dict[str, str | int | None] = json.loads(step.wanted)
    for _, _, table, column, key, *_ in connection.rows(f"PRAGMA foreign_key_list({step.table})"):
        sql = f"SELECT 1 FROM {table} WHERE {key} = ?"  # noqa: S608  names of our own schema
        if written[column] is not None and connection.row(sql, (written[column],)) is None:
            return True
    return False
