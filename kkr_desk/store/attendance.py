"""Rows of a meeting's attendance, in the order in which its minutes list them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from kkr_desk.errors import UserError
from kkr_desk.model import Attendee, AttendeeId, ItemId, MeetingId, Presence
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.councils import read_council
from kkr_desk.store.meetings import (
    insert,
    make_room,
    must_be_fields,
    new_id,
    position,
    read_item,
    read_meeting,
    stands_before,
    update,
)
from kkr_desk.store.wording import one_line

_FIELDS = "id, meeting_id, order_key, name, municipality, party, presence, substitute_for, arrives_at, leaves_at"
_ATTENDEE = f"SELECT {_FIELDS} FROM attendee"  # noqa: S608  names of our own schema


class AttendeeChanges(TypedDict, total=False):
    """Fields of a line of attendance that can be changed; its place is changed by moving it."""

    name: str
    municipality: str
    party: str
    presence: Presence
    substitute_for: str
    arrives_at: ItemId | None
    leaves_at: ItemId | None


def read_attendance(connection: Connection, meeting_id: MeetingId) -> tuple[Attendee, ...]:
    """A meeting's attendance, in order; UserError ``meeting-gone``."""
    read_meeting(connection, meeting_id)
    sql = f"{_ATTENDEE} WHERE meeting_id = ? ORDER BY order_key, id"
    return tuple(_attendee(row) for row in connection.rows(sql, (meeting_id,)))


def read_attendee(connection: Connection, attendee_id: AttendeeId) -> Attendee:
    """One line of attendance; UserError ``attendee-gone`` without it."""
    row = connection.row(f"{_ATTENDEE} WHERE id = ?", (attendee_id,))
    if row is None:
        raise UserError("attendee-gone")
    return _attendee(row)


def fill_attendance(connection: Connection, meeting_id: MeetingId) -> tuple[Attendee, ...]:
    """Add the council's members who are not listed yet, as present, and return those.

    Known by name and municipality: a member who is listed stays as listed.
    """
    meeting = read_meeting(connection, meeting_id)
    listed = {(row.name, row.municipality) for row in read_attendance(connection, meeting_id)}
    added = []
    for member in read_council(connection, meeting.council).members:
        if (member.name, member.municipality) not in listed:
            new = Attendee(AttendeeId(""), meeting_id, "", member.name, member.municipality, member.party)
            added.append(add_attendee(connection, new, None))
    return tuple(added)


def add_attendee(connection: Connection, attendee: Attendee, before: AttendeeId | None) -> Attendee:
    """Write a new line of attendance; its id and order key are given to it here.

    Raises:
        UserError: ``meeting-gone``, ``attendee-gone`` (`before`), ``item-gone``.
    """
    read_meeting(connection, attendee.meeting_id)
    for item_id in (attendee.arrives_at, attendee.leaves_at):
        _must_be_of(connection, item_id, attendee.meeting_id)
    siblings = _siblings(connection, attendee.meeting_id)
    key = make_room(connection, "attendee", siblings, position(siblings, before, "attendee-gone"))
    new = replace(
        attendee,
        id=AttendeeId(new_id()),
        order_key=key,
        name=one_line(attendee.name),
        municipality=one_line(attendee.municipality),
        party=one_line(attendee.party),
        substitute_for=one_line(attendee.substitute_for),
    )
    insert(connection, "attendee", _FIELDS, new)
    return new


def change_attendee(connection: Connection, attendee_id: AttendeeId, changes: AttendeeChanges) -> Attendee:
    """Change fields of a line of attendance; whoever is no substitute any more is one for nobody.

    Raises:
        UserError: ``attendee-gone``; ``item-gone``: an item that is not the meeting's.
        Defect: ``store-defect`` (unknown-field).
    """
    attendee = read_attendee(connection, attendee_id)
    must_be_fields(changes, AttendeeChanges.__annotations__)
    for item_id in (changes.get("arrives_at"), changes.get("leaves_at")):
        _must_be_of(connection, item_id, attendee.meeting_id)
    values: dict[str, object] = dict(changes)
    if changes.get("presence", Presence.SUBSTITUTE) is not Presence.SUBSTITUTE:
        values.setdefault("substitute_for", "")
    update(connection, "attendee", attendee_id, values)
    return read_attendee(connection, attendee_id)


def move_attendee(connection: Connection, attendee_id: AttendeeId, before: AttendeeId | None) -> Attendee:
    """Put a line before another one, at the end for None; UserError ``attendee-gone``."""
    attendee = read_attendee(connection, attendee_id)
    siblings = _siblings(connection, attendee.meeting_id)
    if stands_before(siblings, attendee_id, before):
        return attendee
    others = [row for row in siblings if row[0] != attendee_id]
    key = make_room(connection, "attendee", others, position(others, before, "attendee-gone"))
    update(connection, "attendee", attendee_id, {"order_key": key})
    return read_attendee(connection, attendee_id)


def remove_attendee(connection: Connection, attendee_id: AttendeeId) -> None:
    """Take a line away; UserError ``attendee-gone``."""
    read_attendee(connection, attendee_id)
    connection.write("DELETE FROM attendee WHERE id = ?", (attendee_id,))


def _attendee(row: Row) -> Attendee:
    identity, meeting, key, name, municipality, party, presence, substitute_for, arrives_at, leaves_at = row
    told = (identity, meeting, key, name, municipality, party)
    return Attendee(*told, Presence(presence), substitute_for, arrives_at, leaves_at)


def _siblings(connection: Connection, meeting_id: MeetingId) -> list[tuple[str, str]]:
    sql = "SELECT id, order_key FROM attendee WHERE meeting_id = ? ORDER BY order_key, id"
    return [(row, key) for row, key in connection.rows(sql, (meeting_id,))]


def _must_be_of(connection: Connection, item_id: ItemId | None, meeting_id: MeetingId) -> None:
    if item_id is not None and read_item(connection, item_id).meeting_id != meeting_id:
        raise UserError("item-gone")
