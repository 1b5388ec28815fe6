"""The journal: one operation is one transaction, and what it changed is known afterwards.

From its two tables come the `Changes` that views refresh by, undo and redo (`kkr_desk.store.undo`), and the history
of an item.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from kkr_desk.errors import Defect, EnvironmentFault
from kkr_desk.model import ItemId
from kkr_desk.store.connection import Connection
from kkr_desk.store.triggers import timestamp
from kkr_desk.store.wording import one_line

COALESCE_SECONDS = 5.0
"""Typing goes on in the same operation until it has rested for so long."""


class OperationKind(StrEnum):
    """What an operation is."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    TOLD = "told"
    """Done elsewhere and told by a meeting file: history, and never undone here."""
    FINAL = "final"
    """Told to others, as an edition is: neither it nor what was done before it can be undone."""
    SCHEMA = "schema"


@dataclass(frozen=True, slots=True)
class RowId:
    """A row of a journaled table."""

    table: str
    id: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What one operation changed: what views refresh by. Of coalesced typing, all of it so far.

    Rows that were written and came back to what they were are among them: a view may have seen them half way.
    `operation` is its number in the journal, 0 when it left no row there.
    """

    operation: int = 0
    label: str = ""
    kind: OperationKind = OperationKind.DO
    inserted: frozenset[RowId] = frozenset()
    updated: frozenset[RowId] = frozenset()
    deleted: frozenset[RowId] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def rows(self) -> frozenset[RowId]:
        """All rows it touched."""
        return self.inserted | self.updated | self.deleted

    def touches(self, table: str) -> frozenset[str]:
        """Ids of the rows of one table that it touched."""
        return frozenset(row.id for row in self.rows if row.table == table)


NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row, before and after; None where the row was not there, or the field empty."""

    row: RowId
    field: str
    before: str | int | None
    after: str | int | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one operation did to an item and its attachments, and when and by whom."""

    operation: int
    at: datetime
    who: str
    label: str
    kind: OperationKind
    fields: tuple[FieldChange, ...]


class Journal:
    """The journal of one open store.

    Args:
        connection: The store's connection.
        who: Who works with it; the name they are logged in by.
    """

    def __init__(self, connection: Connection, who: str) -> None:
        self._connection = connection
        self.who = one_line(who)
        self.last = NOTHING
        self._is_open = False

    @contextmanager
    def operation(self, label: str, coalesce_key: str | None = None) -> Iterator[None]:
        """One transaction and one undoable step; inside another operation, a part of that.

        Args:
            label: What the user did, in their words: "Flyt punkt 2.3".
            coalesce_key: Goes on with the operation before when that had the same key, was the same person's, and
                ended less than `COALESCE_SECONDS` ago: typing in one field.
        """
        if self._is_open:
            with self._connection.transaction():
                yield
            return
        self.last = NOTHING
        with self.recorded(label, OperationKind.DO, coalesce_key=coalesce_key) as operation:
            yield
            touched = changes(self._connection, operation)
            left = self._close(operation)
        self.last = touched if left else replace(touched, operation=0)

    @contextmanager
    def recorded(
        self, label: str, kind: OperationKind, *, target: int | None = None, coalesce_key: str | None = None
    ) -> Iterator[int]:
        """Open an operation's row and yield its number; whoever calls closes or deletes it within the block."""
        if self._connection.read_only:
            raise EnvironmentFault("store-read-only", file=str(self._connection.file), reason="opened read only")
        with self._connection.transaction():
            operation = self._begin(one_line(label), kind, target, coalesce_key)
            self._is_open = True
            try:
                yield operation
            finally:
                self._is_open = False

    def must_be_open(self) -> None:
        """Refuse a write outside an operation; the triggers would refuse it later, with less to say.

        Raises:
            Defect: ``store-defect`` (no-operation).
        """
        if not self._is_open:
            raise Defect("store-defect", reason="no-operation")

    def make_final(self) -> None:
        """Let the open operation be one that cannot be undone, nor anything done before it."""
        self._connection.write("UPDATE operation SET kind = ? WHERE open = 1", (OperationKind.FINAL.value,))

    def must_be_closed(self) -> None:
        """Refuse what cannot be a part of an operation, such as undoing one.

        Raises:
            Defect: ``store-defect`` (operation-open).
        """
        if self._is_open:
            raise Defect("store-defect", reason="operation-open")

    def _begin(self, label: str, kind: OperationKind, target: int | None, coalesce_key: str | None) -> int:
        sql = "INSERT INTO operation (at, who, label, kind, target, coalesce_key, open) VALUES (?, ?, ?, ?, ?, ?, 1)"
        operation = self._connection.write(sql, (timestamp(), self.who, label, kind.value, target, coalesce_key))
        earlier = self._same_typing(operation, coalesce_key) if coalesce_key else None
        if earlier is None:
            return operation
        self._connection.write("DELETE FROM operation WHERE id = ?", (operation,))
        self._connection.write("UPDATE operation SET open = 1 WHERE id = ?", (earlier,))
        return earlier

    def _same_typing(self, operation: int, coalesce_key: str) -> int | None:
        """The operation before, when this one goes on with it."""
        row = self._connection.row(
            "SELECT id, at, who, kind, coalesce_key, undone_by FROM operation WHERE id < ? ORDER BY id DESC LIMIT 1",
            (operation,),
        )
        if row is None or row[2:] != (self.who, OperationKind.DO.value, coalesce_key, None):
            return None
        rested = datetime.now(UTC) - datetime.fromisoformat(row[1])
        return int(row[0]) if timedelta(0) <= rested < timedelta(seconds=COALESCE_SECONDS) else None

    def _close(self, operation: int) -> bool:
        """Keep what truly changed; whether anything did. A new operation ends what could be redone."""
        write = self._connection.write
        write("DELETE FROM change WHERE operation_id = ? AND before IS after", (operation,))
        if not self._connection.number("SELECT count(*) FROM change WHERE operation_id = ?", (operation,)):
            write("DELETE FROM operation WHERE id = ?", (operation,))
            return False
        write("UPDATE operation SET open = 0, at = ? WHERE id = ?", (timestamp(), operation))
        write("UPDATE operation SET dropped = 1 WHERE undone_by IS NOT NULL AND dropped = 0")
        return True


def changes(connection: Connection, operation: int) -> Changes:
    """What an operation changed, `NOTHING` for one that is not in the journal."""
    head = connection.row("SELECT label, kind FROM operation WHERE id = ?", (operation,))
    if head is None:
        return NOTHING
    found: dict[str, set[RowId]] = {"inserted": set(), "updated": set(), "deleted": set()}
    sql = "SELECT table_name, row_id, before IS NULL, after IS NULL FROM change WHERE operation_id = ?"
    for table, row, was_absent, is_absent in connection.rows(sql, (operation,)):
        kind = "deleted" if is_absent else "inserted" if was_absent else "updated"
        found[kind].add(RowId(table, row))
    sets = {kind: frozenset(rows) for kind, rows in found.items()}
    return Changes(operation, head[0], OperationKind(head[1]), **sets)


def history(connection: Connection, item: ItemId) -> tuple[HistoryEntry, ...]:
    """Every operation that touched an item, what belongs to it, or an attachment while it did, newest first."""
    sql = """
        SELECT operation.id, at, who, label, kind, table_name, row_id, before, after
        FROM change JOIN operation ON operation.id = operation_id
        WHERE (table_name = 'item' AND row_id = :item)
           OR (table_name = 'item_text' AND row_id >= :item || '/' AND row_id < :item || '0')
           OR (table_name = 'decision' AND row_id = :item)
           OR (table_name IN ('attachment', 'follow_up')
               AND :item IN (json_extract(before, '$.item_id'), json_extract(after, '$.item_id')))
        ORDER BY operation.id DESC, table_name DESC, row_id
    """
    entries: dict[int, HistoryEntry] = {}
    with connection.snapshot():
        rows = connection.rows(sql, {"item": item})
    for operation, at, who, label, kind, table, row, before, after in rows:
        fields = _fields(RowId(table, row), before, after)
        known = entries.get(operation)
        entries[operation] = HistoryEntry(
            operation,
            datetime.fromisoformat(at),
            who,
            label,
            OperationKind(kind),
            (*known.fields, *fields) if known else fields,
        )
    return tuple(entries.values())


def current_user() -> str:
    """The name somebody is logged in by, "" where the machine does not tell."""
    import getpass  # noqa: PLC0415  readers have no use for it

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # no such variable, no such account: a service, a container
        return ""


def _fields(row: RowId, before: str | None, after: str | None) -> tuple[FieldChange, ...]:
    old: dict[str, str | int | None] = json.loads(before) if before else {}
    new: dict[str, str | int | None] = json.loads(after) if after else {}
    names = [name for name in (new or old) if old.get(name) != new.get(name)]
    return tuple(FieldChange(row, name, old.get(name), new.get(name)) for name in names)
