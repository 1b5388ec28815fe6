"""The part of a store's journal that concerns one meeting, and what it tells of who changed what.

A row's journal knows every state the row was in. Where one side's present state is among the other side's past ones,
the other side has gone on from it; where neither is, both have changed it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kkr_desk.errors import UserError
from kkr_desk.model import MeetingId
from kkr_desk.rich_text import sanitise
from kkr_desk.store.connection import Connection
from kkr_desk.store.meeting_exchange.form import ROWS, Value, Values

_LOCAL = frozenset({("meeting", "archived")})
"""Fields that each keeps as they like; they make no difference."""

_CHANGES = """
    WITH item_ever (id) AS MATERIALIZED (
        SELECT id FROM item WHERE meeting_id = :meeting
        UNION SELECT row_id FROM change WHERE table_name = 'item'
        AND :meeting IN (json_extract(before, '$.meeting_id'), json_extract(after, '$.meeting_id'))
    ), edition_ever (id) AS MATERIALIZED (
        SELECT id FROM edition WHERE meeting_id = :meeting
        UNION SELECT row_id FROM change WHERE table_name = 'edition'
        AND :meeting IN (json_extract(before, '$.meeting_id'), json_extract(after, '$.meeting_id'))
    )
    SELECT operation_id, table_name, row_id, before, after,
        table_name <> 'attachment' OR json_extract(before, '$.item_id') IN (SELECT id FROM item_ever),
        table_name <> 'attachment' OR json_extract(after, '$.item_id') IN (SELECT id FROM item_ever)
    FROM change
    WHERE (table_name = 'meeting' AND row_id = :meeting)
        OR (table_name = 'item' AND row_id IN (SELECT id FROM item_ever))
        OR (table_name IN ('item_text', 'attachment', 'decision', 'follow_up')
            AND (json_extract(before, '$.item_id') IN (SELECT id FROM item_ever)
                OR json_extract(after, '$.item_id') IN (SELECT id FROM item_ever)))
        OR (table_name IN ('attendee', 'sign_off')
            AND :meeting IN (json_extract(before, '$.meeting_id'), json_extract(after, '$.meeting_id')))
        OR (table_name = 'edition' AND row_id IN (SELECT id FROM edition_ever))
        OR (table_name = 'edition_file'
            AND json_extract(coalesce(after, before), '$.edition_id') IN (SELECT id FROM edition_ever))
    ORDER BY operation_id, table_name, row_id
"""
"""Changes of a meeting's rows, and of each side whether the row was the meeting's then: an attachment can move."""


class ChangedBy(StrEnum):
    """Who has changed something since both were the same."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class PastChange:
    """What an operation did to one row; states as the journal's JSON, None where the row was not in the meeting."""

    table: str
    row: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class PastOperation:
    """An operation of a journal, as far as it concerns one meeting."""

    at: str
    who: str
    label: str
    kind: str
    changes: tuple[PastChange, ...]

    @property
    def mark(self) -> tuple[str, str, str]:
        """What it is known by in any store."""
        return self.at, self.who, self.label


def read_history(connection: Connection, meeting_id: MeetingId) -> tuple[PastOperation, ...]:
    """Every operation that touched a meeting, oldest first, without what else it did."""
    changes: defaultdict[int, list[PastChange]] = defaultdict(list)
    rows = connection.rows(_CHANGES, {"meeting": meeting_id})
    for operation, table, row, before, after, was_here, is_here in rows:
        change = PastChange(table, row, before if was_here else None, after if is_here else None)
        changes[operation].append(change)
    found = []
    for number, at, who, label, kind in connection.rows("SELECT id, at, who, label, kind FROM operation ORDER BY id"):
        if number in changes:
            found.append(PastOperation(at, who, label, kind, tuple(changes[number])))
    return tuple(found)


def columns(connection: Connection, table: str) -> dict[str, Value]:
    """A table's fields, each with what it holds where nobody said anything."""
    found = connection.rows(f"PRAGMA table_info({table})")
    return {name: _default(default) for _, name, _, _, default, _ in found}


class PastStates:
    """What states the rows of a meeting were in.

    Args:
        history: The meeting's part of a journal.
        fields: Fields of each table with their defaults: states from before a field was there have its default.
        rows: Which rows are asked about; None for all.
    """

    def __init__(
        self,
        history: Iterable[PastOperation],
        fields: Mapping[str, Values],
        rows: Collection[tuple[str, str]] | None = None,
    ) -> None:
        self._fields = fields
        self._states: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._last: dict[tuple[str, str], str] = {}
        for operation in history:
            for change in operation.changes:
                key = (change.table, change.row)
                if rows is None or key in rows:
                    self._last[key] = operation.at
                    self._states[key].update(self._all(change))

    def knows(self, table: str, row: str) -> bool:
        """Whether the row was ever there."""
        return bool(self._states.get((table, row)))

    def holds(self, table: str, row: str, state: Values) -> bool:
        """Whether the row was ever in a state."""
        return same_state(table, state, self._fields[table]) in self._states.get((table, row), ())

    def last_change(self, table: str, row: str) -> str:
        """When the row was last changed, "" for never."""
        return self._last.get((table, row), "")

    def _all(self, change: PastChange) -> Iterator[str]:
        for side in (change.before, change.after):
            if side is not None:
                yield same_state(change.table, json.loads(side), self._fields[change.table])


def changed_by(  # noqa: PLR0917  both sides of one row
    table: str, row: str, ours: Values | None, theirs: Values | None, our_past: PastStates, their_past: PastStates
) -> ChangedBy:
    """Who has changed a row that differs.

    Args:
        table: The row's table.
        row: Its id.
        ours: As it is here; None where it is not.
        theirs: As it is in the file; None where it is not.
        our_past: The states it was in here.
        their_past: The states it was in before it came to the file.
    """
    if ours is None or theirs is None:
        there, past = (theirs, our_past) if ours is None else (ours, their_past)
        made, removed = (ChangedBy.THEIRS, ChangedBy.OURS) if ours is None else (ChangedBy.OURS, ChangedBy.THEIRS)
        if there is None or not past.knows(table, row):
            return made
        return removed if past.holds(table, row, there) else ChangedBy.BOTH
    was_ours, was_theirs = our_past.holds(table, row, theirs), their_past.holds(table, row, ours)
    if was_ours and was_theirs:  # one of them went back to an earlier state: the one who did so last
        is_later = our_past.last_change(table, row) > their_past.last_change(table, row)
        return ChangedBy.OURS if is_later else ChangedBy.THEIRS
    if was_ours:
        return ChangedBy.OURS
    return ChangedBy.THEIRS if was_theirs else ChangedBy.BOTH


def same_state(table: str, state: Values, fields: Values) -> str:
    """A row's state as a text that is the same for the same state."""
    known = {name: state.get(name, default) for name, default in fields.items() if (table, name) not in _LOCAL}
    if table == "item_text":
        known["html"] = _canonical(str(known["html"]))
    return json.dumps(known, sort_keys=True, ensure_ascii=False)


@lru_cache(maxsize=1024)
def _canonical(html: str) -> str:
    """A text as reading it from a file makes it: the same content is the same, however it was spelled."""
    try:
        return sanitise(html)
    except UserError:  # too long or too tangled to be read: it is only the same as itself
        return html


def meeting_fields(connection: Connection) -> dict[str, dict[str, Value]]:
    """The fields of every table that makes a meeting."""
    return {table: columns(connection, table) for table in ROWS}


def _default(sql: object) -> Value:
    """What a column's default in the schema means: a number, or a text in quotes."""
    if sql is None:
        return None
    text = str(sql)
    return text[1:-1].replace("''", "'") if text.startswith("'") else int(text)
