"""Rows of meetings and agenda items: reading, writing, moving."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import AgendaItem, ItemId, Meeting, MeetingId
from kkr_desk.numbering import MAX_DEPTH, is_number
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.order import place
from kkr_desk.store.wording import one_line

_MEETING = "SELECT id, council, date, index_title, issued FROM meeting"
_ITEM = "SELECT id, meeting_id, parent_id, order_key, title, case_type, pinned_number FROM item"


class MeetingChanges(TypedDict, total=False):
    """Fields of a meeting that can be changed."""

    council: str
    date: date
    index_title: str
    issued: bool


class ItemChanges(TypedDict, total=False):
    """Fields of an agenda item that can be changed; its place is changed by moving it."""

    title: str
    case_type: str | None
    pinned_number: str | None


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
    return [AgendaItem(*row) for row in connection.rows(sql, (meeting_id,))]


def read_item(connection: Connection, item_id: ItemId) -> AgendaItem:
    """One item; UserError ``item-gone`` without it."""
    row = connection.row(f"{_ITEM} WHERE id = ?", (item_id,))
    if row is None:
        raise UserError("item-gone")
    return AgendaItem(*row)


def add_meeting(connection: Connection, council: str, day: date, index_title: str, *, issued: bool) -> Meeting:
    """Write a new meeting."""
    meeting = Meeting(MeetingId(new_id()), one_line(council), day, one_line(index_title), issued)
    values = (meeting.id, meeting.council, day.isoformat(), meeting.index_title, int(issued))
    connection.write("INSERT INTO meeting (id, council, date, index_title, issued) VALUES (?, ?, ?, ?, ?)", values)
    return meeting


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
    title, case_type, number = one_line(item.title), _case_type(item.case_type), _number(item.pinned_number)
    siblings = _siblings(connection, item.meeting_id, item.parent_id)
    key = make_room(connection, "item", siblings, position(siblings, before, "item-gone"))
    new = AgendaItem(ItemId(new_id()), item.meeting_id, item.parent_id, key, title, case_type, number)
    connection.write(
        "INSERT INTO item (id, meeting_id, parent_id, order_key, title, case_type, pinned_number) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new.id, new.meeting_id, new.parent_id, new.order_key, new.title, new.case_type, new.pinned_number),
    )
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
    return Meeting(row[0], row[1], date.fromisoformat(row[2]), row[3], bool(row[4]))


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
    return int(value) if isinstance(value, bool) else value
