"""Rows of meetings and agenda items: reading, writing, moving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypedDict

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import AgendaItem, ItemId, Meeting, MeetingId, MeetingState, Treatment
from kkr_desk.numbering import MAX_DEPTH, is_number
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.order import place
from kkr_desk.store.wording import one_line

_MEETING_FIELDS = "id, council, date, index_title, state, time, place, archived"
_MEETING = f"SELECT {_MEETING_FIELDS} FROM meeting"  # noqa: S608  names of our own schema
_ITEM_FIELDS = (
    "id, meeting_id, parent_id, order_key, title, case_type, pinned_number, case_number, caseworker, closed, "
    "withdrawn, closed_reason, closed_title"
)
_ITEM = f"SELECT {_ITEM_FIELDS} FROM item"  # noqa: S608  likewise


class MeetingChanges(TypedDict, total=False):
    """Fields of a meeting that can be changed."""

    council: str
    date: date
    index_title: str
    state: MeetingState
    time: str
    place: str
    archived: bool


class ItemChanges(TypedDict, total=False):
    """Fields of an agenda item that can be changed; its place is changed by moving it."""

    title: str
    case_type: str | None
    pinned_number: str | None
    case_number: str
    caseworker: str
    closed: bool
    withdrawn: bool
    closed_reason: str
    closed_title: bool


def new_id() -> str:
    """A UUIDv7: rows made on two laptops never collide, and ids sort by when they were made."""
    from uuid_utils import uuid7  # noqa: PLC0415  reading a meeting does not need it

    return str(uuid7())


def read_meetings(connection: Connection) -> list[Meeting]:
    """All meetings, by date, newest first."""
    return [_meeting(row) for row in connection.rows(f"{_MEETING} ORDER BY date DESC, council, id")]


def read_meeting(connection: Connection, meeting_id: MeetingId) -> Meeting:
    """One meeting; UserError ``meeting-gone`` without it."""
    row = connection.row(f"{_MEETING} WHERE id = ?", (meeting_id,))
    if row is None:
        raise UserError("meeting-gone")
    return _meeting(row)


def read_items(connection: Connection, meeting_id: MeetingId) -> list[AgendaItem]:
    """All items of a meeting, siblings in order."""
    sql = f"{_ITEM} WHERE meeting_id = ? ORDER BY order_key, id"
    return [_item(row) for row in connection.rows(sql, (meeting_id,))]


def read_item(connection: Connection, item_id: ItemId) -> AgendaItem:
    """One item; UserError ``item-gone`` without it."""
    row = connection.row(f"{_ITEM} WHERE id = ?", (item_id,))
    if row is None:
        raise UserError("item-gone")
    return _item(row)


def add_meeting(connection: Connection, meeting: Meeting) -> Meeting:
    """Write a new meeting; its id is given to it here."""
    new = replace(
        meeting,
        id=MeetingId(new_id()),
        council=one_line(meeting.council),
        index_title=one_line(meeting.index_title),
        time=one_line(meeting.time),
        place=one_line(meeting.place),
    )
    insert(connection, "meeting", _MEETING_FIELDS, new)
    return new


def change_meeting(connection: Connection, meeting_id: MeetingId, changes: MeetingChanges) -> Meeting:
    """Change fields of a meeting."""
    read_meeting(connection, meeting_id)
    must_be_fields(changes, MeetingChanges.__annotations__)
    update(connection, "meeting", meeting_id, changes)
    return read_meeting(connection, meeting_id)


def delete_meeting(connection: Connection, meeting_id: MeetingId) -> None:
    """Delete a meeting with its items and attachments."""
    read_meeting(connection, meeting_id)
    connection.write("DELETE FROM meeting WHERE id = ?", (meeting_id,))


def add_item(connection: Connection, item: AgendaItem, before: ItemId | None) -> AgendaItem:
    """Write a new item; its id and order key are given to it here.

    Raises:
        UserError: ``meeting-gone``, ``item-gone`` (parent or `before`), ``agenda-too-deep``, ``number-invalid``.
    """
    read_meeting(connection, item.meeting_id)
    _must_fit(connection, item.meeting_id, None, item.parent_id)
    siblings = _siblings(connection, item.meeting_id, item.parent_id)
    key = make_room(connection, "item", siblings, position(siblings, before, "item-gone"))
    new = replace(
        item,
        id=ItemId(new_id()),
        order_key=key,
        title=one_line(item.title),
        case_type=_case_type(item.case_type),
        pinned_number=_number(item.pinned_number),
        case_number=one_line(item.case_number),
        caseworker=one_line(item.caseworker),
        closed_reason=one_line(item.closed_reason),
    )
    insert(connection, "item", _ITEM_FIELDS, new)
    return new


def change_item(connection: Connection, item_id: ItemId, changes: ItemChanges) -> AgendaItem:
    """Change fields of an item."""
    read_item(connection, item_id)
    must_be_fields(changes, ItemChanges.__annotations__)
    values: dict[str, object] = dict(changes)
    if "case_type" in changes:
        values["case_type"] = _case_type(changes["case_type"])
    if "pinned_number" in changes:
        values["pinned_number"] = _number(changes["pinned_number"])
    update(connection, "item", item_id, values)
    return read_item(connection, item_id)


def move_item(connection: Connection, item_id: ItemId, parent_id: ItemId | None, before: ItemId | None) -> AgendaItem:
    """Put an item, with all below it, elsewhere in its meeting; where it stands already, nothing is written.

    Raises:
        UserError: ``item-gone``, ``move-into-itself``, ``agenda-too-deep``.
    """
    item = read_item(connection, item_id)
    _must_fit(connection, item.meeting_id, item_id, parent_id)
    siblings = _siblings(connection, item.meeting_id, parent_id)
    if item.parent_id == parent_id and stands_before(siblings, item_id, before):
        return item
    others = [row for row in siblings if row[0] != item_id]
    key = make_room(connection, "item", others, position(others, before, "item-gone"))
    update(connection, "item", item_id, {"parent_id": parent_id, "order_key": key})
    return read_item(connection, item_id)


def delete_item(connection: Connection, item_id: ItemId) -> None:
    """Delete an item with all below it and its attachments."""
    read_item(connection, item_id)
    connection.write("DELETE FROM item WHERE id = ?", (item_id,))


def insert(connection: Connection, table: str, fields: str, row: object) -> None:
    """Write a new row; `fields` are the schema's names, with commas, and the value's attributes."""
    names = fields.split(", ")
    marks = ", ".join("?" * len(names))
    values = tuple(_value(getattr(row, name)) for name in names)
    connection.write(f"INSERT INTO {table} ({fields}) VALUES ({marks})", values)  # noqa: S608  names of our own schema


def update(connection: Connection, table: str, row_id: str, changes: Mapping[str, object]) -> None:
    """Write fields of one row, texts on one line; `table` and the field names are the schema's."""
    if changes:
        fields = ", ".join(f"{name} = ?" for name in changes)
        values = (*(_value(value) for value in changes.values()), row_id)
        connection.write(f"UPDATE {table} SET {fields} WHERE id = ?", values)  # noqa: S608  names checked by callers


def must_be_fields(changes: Mapping[str, object], fields: Mapping[str, object]) -> None:
    """Refuse a field that cannot be changed: Defect ``store-defect``."""
    for name in changes:
        if name not in fields:
            raise Defect("store-defect", reason="unknown-field", field=name)


def stands_before(siblings: list[tuple[str, str]], row_id: str, before: str | None) -> bool:
    """Whether a row already stands right before another, or last for None."""
    ids: list[str | None] = [row for row, _ in siblings]
    return before == row_id or (row_id in ids and [*ids, None][ids.index(row_id) + 1] == before)


def position(siblings: list[tuple[str, str]], before: str | None, gone: str) -> int:
    """0-based place before a sibling, or at the end; UserError `gone` when it is not among them."""
    if before is None:
        return len(siblings)
    ids = [row for row, _ in siblings]
    if before not in ids:
        raise UserError(gone)
    return ids.index(before)


def make_room(connection: Connection, table: str, siblings: list[tuple[str, str]], where: int) -> str:
    """An order key at a place among siblings, spacing them anew when there is no room."""
    found = place(siblings, where)
    for row, key in found.respaced.items():
        update(connection, table, row, {"order_key": key})
    return found.key


def _meeting(row: Row) -> Meeting:
    identity, council, day, index_title, state, time, place, archived = row
    return Meeting(
        identity, council, date.fromisoformat(day), index_title, MeetingState(state), time, place, bool(archived)
    )


def _item(row: Row) -> AgendaItem:
    identity, meeting, parent, key, title, case_type, pin, case_number, caseworker, closed, *since = row
    withdrawn, reason, closed_title = since
    told = (identity, meeting, parent, key, title, case_type, pin, case_number, caseworker)
    return AgendaItem(*told, bool(closed), bool(withdrawn), reason, bool(closed_title))


def _siblings(connection: Connection, meeting_id: MeetingId, parent_id: ItemId | None) -> list[tuple[str, str]]:
    sql = "SELECT id, order_key FROM item WHERE meeting_id = ? AND parent_id IS ? ORDER BY order_key, id"
    return [(row, key) for row, key in connection.rows(sql, (meeting_id, parent_id))]


def _must_fit(connection: Connection, meeting_id: MeetingId, item_id: ItemId | None, parent_id: ItemId | None) -> None:
    """Refuse a parent that is not of the meeting, stands below the item, or makes the agenda too deep."""
    sql = "SELECT id, parent_id FROM item WHERE meeting_id = ?"
    parents: dict[str, str | None] = dict(connection.rows(sql, (meeting_id,)))
    if parent_id is not None and parent_id not in parents:
        raise UserError("item-gone")
    above = _line(parents, parent_id)
    if item_id in above:
        raise UserError("move-into-itself")
    lines = [_line(parents, row) for row in parents] if item_id else []
    height = max((line.index(item_id) + 1 for line in lines if item_id in line), default=1)
    if len(above) + height > MAX_DEPTH:
        raise UserError("agenda-too-deep", depth=MAX_DEPTH)


def _line(parents: Mapping[str, str | None], row: str | None) -> list[str]:
    """An item and all it stands under, up to the top."""
    line: list[str] = []
    while row is not None:
        line.append(row)
        row = parents[row]
    return line


def _case_type(text: str | None) -> str | None:
    return one_line(text or "") or None


def _number(text: str | None) -> str | None:
    """A pinned number as it is written in the store; None for none."""
    number = one_line(text or "") or None
    if number and not is_number(number):
        raise UserError("number-invalid", number=number)
    return number


def _value(value: object) -> object:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Treatment):
        return str(value)
    return int(value) if isinstance(value, bool) else value
