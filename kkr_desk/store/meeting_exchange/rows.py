"""The rows that make a meeting, as they are kept: what is saved, compared and taken in."""

from __future__ import annotations

from kkr_desk.model import MeetingId
from kkr_desk.store.connection import Connection
from kkr_desk.store.meeting_exchange.form import ROWS, Rows
from kkr_desk.store.meeting_exchange.history import columns

_OF_ITEMS = "item_id IN (SELECT id FROM item WHERE meeting_id = ?)"
_OWN = "meeting_id = ?"
OF_MEETING = {
    "meeting": "id = ?",
    "item": _OWN,
    "item_text": _OF_ITEMS,
    "attachment": _OF_ITEMS,
    "decision": _OF_ITEMS,
    "attendee": _OWN,
    "follow_up": _OF_ITEMS,
    "edition": _OWN,
    "edition_file": "edition_id IN (SELECT id FROM edition WHERE meeting_id = ?)",
    "sign_off": _OWN,
}
"""The condition, by table, for a row to be a meeting's."""


def read_rows(connection: Connection, meeting_id: MeetingId) -> Rows:
    """All rows of a meeting; none for one that is not there."""
    found = {}
    for table in ROWS:
        names = tuple(columns(connection, table))
        sql = f"SELECT {', '.join(names)} FROM {table} WHERE {OF_MEETING[table]} ORDER BY id"  # noqa: S608  our names
        rows = (dict(zip(names, row, strict=True)) for row in connection.rows(sql, (meeting_id,)))
        found[table] = {str(row["id"]): row for row in rows}
    return found
