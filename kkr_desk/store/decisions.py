"""Rows of decisions: what was decided of each item, beside the text that it has with its other texts."""

from __future__ import annotations

import json

from kkr_desk.model import Decision, ItemId, MeetingId, Reservation
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.meetings import read_item, read_meeting
from kkr_desk.store.wording import one_line

_DECISION = "SELECT item_id, outcome, reservations, begun, ended FROM decision"


def read_decision(connection: Connection, item_id: ItemId) -> Decision:
    """What was decided of an item; an empty decision where nothing was. UserError ``item-gone``."""
    read_item(connection, item_id)
    row = connection.row(f"{_DECISION} WHERE item_id = ?", (item_id,))
    return _decision(row) if row else Decision(item_id)


def read_decisions(connection: Connection, meeting_id: MeetingId) -> dict[ItemId, Decision]:
    """Every decision of a meeting that says something, by item; UserError ``meeting-gone``."""
    read_meeting(connection, meeting_id)
    sql = f"{_DECISION} JOIN item ON item.id = item_id WHERE meeting_id = ?"
    return {row[0]: _decision(row) for row in connection.rows(sql, (meeting_id,))}


def write_decision(connection: Connection, decision: Decision) -> Decision:
    """Write what was decided of an item, and return it as it is kept; an empty one is taken away.

    Raises:
        UserError: ``item-gone``.
    """
    read_item(connection, decision.item_id)
    given = (Reservation(one_line(r.municipality), one_line(r.text)) for r in decision.reservations)
    reservations = tuple(one for one in given if one != Reservation(""))
    lines = (one_line(decision.outcome), one_line(decision.begun), one_line(decision.ended))
    kept = Decision(decision.item_id, lines[0], reservations, *lines[1:])
    if kept == Decision(decision.item_id):
        connection.write("DELETE FROM decision WHERE id = ?", (kept.item_id,))
        return kept
    values = (kept.item_id, kept.item_id, kept.outcome, write_reservations(reservations), kept.begun, kept.ended)
    connection.write(
        "INSERT INTO decision (id, item_id, outcome, reservations, begun, ended) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET (outcome, reservations, begun, ended) = "
        "(excluded.outcome, excluded.reservations, excluded.begun, excluded.ended)",
        values,
    )
    return kept


def write_reservations(reservations: tuple[Reservation, ...]) -> str:
    """Reservations as the column holds them."""
    return json.dumps([[one.municipality, one.text] for one in reservations], ensure_ascii=False)


def parse_reservations(written: str) -> tuple[Reservation, ...]:
    """Reservations as the column holds them; ValueError or TypeError for what this program never writes."""
    return tuple(Reservation(municipality, text) for municipality, text in json.loads(written))


def _decision(row: Row) -> Decision:
    item_id, outcome, reservations, begun, ended = row
    return Decision(item_id, outcome, parse_reservations(reservations), begun, ended)
