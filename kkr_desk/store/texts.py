"""Texts of agenda items, as HTML, one row a text: two people may write two texts of one item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kkr_desk.model import ItemId, MeetingId, TextKind
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.meetings import read_item, read_meeting
from kkr_desk.store.wording import storable


def read_texts(connection: Connection, item_id: ItemId) -> dict[TextKind, str]:
    """The texts of an item that there are, in the order of `TextKind`; UserError ``item-gone`` without the item."""
    read_item(connection, item_id)
    return _in_order(connection.rows("SELECT kind, html FROM item_text WHERE item_id = ?", (item_id,)))


def read_meeting_texts(connection: Connection, meeting_id: MeetingId) -> dict[ItemId, dict[TextKind, str]]:
    """The texts of all items of a meeting that have any; UserError ``meeting-gone`` without the meeting."""
    read_meeting(connection, meeting_id)
    sql = "SELECT item_id, kind, html FROM item_text JOIN item ON item.id = item_id WHERE meeting_id = ?"
    found: defaultdict[ItemId, list[Row]] = defaultdict(list)
    for item_id, *text in connection.rows(sql, (meeting_id,)):
        found[item_id].append(tuple(text))
    return {item_id: _in_order(rows) for item_id, rows in found.items()}


def write_text(connection: Connection, item_id: ItemId, kind: TextKind, html: str) -> None:
    """Write one text of an item; an empty one is taken away. UserError ``item-gone``."""
    read_item(connection, item_id)
    row = f"{item_id}/{kind}"
    if not html.strip():
        connection.write("DELETE FROM item_text WHERE id = ?", (row,))
        return
    sql = "INSERT INTO item_text VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET html = excluded.html"
    connection.write(sql, (row, item_id, kind.value, storable(html)))


def _in_order(rows: Iterable[Row]) -> dict[TextKind, str]:
    given: dict[str, str] = dict(rows)
    return {kind: given[kind.value] for kind in TextKind if kind.value in given}
