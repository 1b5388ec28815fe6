"""The triggers that write the journal, generated from the schema, and the mark at which undo stops.

They write under the operation that is open, and refuse any change of a journaled table while none is: what is not in
the journal cannot happen. A second change of the same row in one operation keeps the first "before".
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from kkr_desk.errors import Defect
from kkr_desk.store import search_index

JOURNALED = (
    "meeting",
    "item",
    "attachment",
    "item_text",
    "council",
    "decision",
    "attendee",
    "follow_up",
    "edition",
    "edition_file",
    "sign_off",
)
"""Tables whose every change is journaled and can be undone."""

_OPEN = "FROM operation WHERE open = 1"


def create(raw: sqlite3.Connection) -> None:
    """Make the triggers of every journaled table that there is, and those by which search follows."""
    search_index.make_triggers(raw)
    for table in JOURNALED:
        columns = [(row[1], row[2]) for row in raw.execute(f"PRAGMA table_info({table})")]
        if columns:
            for sql in statements(table, columns):
                raw.execute(sql)


def drop(raw: sqlite3.Connection) -> None:
    """Remove them, so that a migration can move rows without filling the journal."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal\\_%' ESCAPE '\\'"
    for (name,) in raw.execute(sql).fetchall():
        raw.execute(f"DROP TRIGGER {name}")


def bar_undo(raw: sqlite3.Connection, label: str) -> None:
    """Write the mark of a schema change: the journal before it speaks of columns that may be gone."""
    if raw.execute("SELECT 1 FROM operation").fetchone():
        values = (timestamp(), label)
        raw.execute("INSERT INTO operation (at, who, label, kind) VALUES (?, '', ?, 'schema')", values)
        raw.execute("UPDATE operation SET dropped = 1 WHERE undone_by IS NOT NULL")


def statements(table: str, columns: list[tuple[str, str]]) -> list[str]:
    """The three triggers of one table.

    Args:
        table: Its name.
        columns: Name and type of each column.

    Raises:
        Defect: ``store-defect`` (journal-type): a column's values would not come back the same from JSON.
    """
    for name, kind in columns:
        if kind not in {"TEXT", "INTEGER"}:
            raise Defect("store-defect", reason="journal-type", table=table, column=name, type=kind)
    old, new = (
        "json_object(" + ", ".join(f"'{name}', {side}.{name}" for name, _ in columns) + ")" for side in ("OLD", "NEW")
    )
    return [
        _statement(table, "insert", "NEW", "NULL", new),
        _statement(table, "update", "OLD", old, new),
        _statement(table, "delete", "OLD", old, "NULL"),
    ]


def timestamp() -> str:
    """Now, in UTC, as the journal writes it: sorts as text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _statement(table: str, event: str, side: str, before: str, after: str) -> str:
    return (
        f"CREATE TRIGGER journal_{table}_{event} AFTER {event.upper()} ON {table} BEGIN "
        f"SELECT RAISE(ABORT, 'no operation is open') WHERE NOT EXISTS (SELECT 1 {_OPEN}); "
        "INSERT INTO change (operation_id, table_name, row_id, before, after) "
        f"SELECT id, '{table}', {side}.id, {before}, {after} {_OPEN} "
        "ON CONFLICT (operation_id, table_name, row_id) DO UPDATE SET after = excluded.after; END"
    )
