"""Rows of follow-ups: what is to be done about items, of one item or listed across all meetings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from kkr_desk.errors import UserError
from kkr_desk.model import AgendaItem, FollowUp, FollowUpId, FollowUpState, ItemId, Meeting, MeetingId
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.meetings import insert, must_be_fields, new_id, read_item, read_meetings, update
from kkr_desk.store.search_naming import Names
from kkr_desk.store.wording import one_line

_FIELDS = "id, item_id, what, who, due, state, done"
_FOLLOW_UP = f"SELECT {_FIELDS} FROM follow_up"  # noqa: S608  names of our own schema
_LISTED = """
    SELECT meeting_id, follow_up.id, item_id, what, who, due, state, done
    FROM follow_up JOIN item ON item.id = item_id WHERE :meeting IS NULL OR meeting_id = :meeting
"""


@dataclass(frozen=True, slots=True)
class ListedFollowUp:
    """A follow-up with what it comes of: its meeting, its item and that item's number."""

    follow_up: FollowUp
    meeting: Meeting
    item: AgendaItem
    number: str


class FollowUpChanges(TypedDict, total=False):
    """Fields of a follow-up that can be changed."""

    what: str
    who: str
    due: date | None
    state: FollowUpState
    done: date | None


def read_item_follow_ups(connection: Connection, item_id: ItemId) -> tuple[FollowUp, ...]:
    """Those of one item, in the order in which they were written; UserError ``item-gone``."""
    read_item(connection, item_id)
    return tuple(_follow_up(row) for row in connection.rows(f"{_FOLLOW_UP} WHERE item_id = ? ORDER BY id", (item_id,)))


def read_follow_ups(connection: Connection, meeting_id: MeetingId | None) -> tuple[ListedFollowUp, ...]:
    """Those of one meeting, of all meetings without one.

    Open ones come first, by the day they are due, so that what is overdue leads, those without a day behind; then what
    is done or dropped, the latest first.
    """
    meetings = {meeting.id: meeting for meeting in read_meetings(connection)}
    names = Names(connection, meetings.values())
    listed = []
    for meeting, *told in connection.rows(_LISTED, {"meeting": meeting_id}):
        follow_up = _follow_up(tuple(told))
        named = names.item(meeting, follow_up.item_id)
        listed.append(ListedFollowUp(follow_up, meetings[meeting], named.item, named.number))
    return tuple(sorted(listed, key=_place))


def read_follow_up(connection: Connection, follow_up_id: FollowUpId) -> FollowUp:
    """One follow-up; UserError ``follow-up-gone`` without it."""
    row = connection.row(f"{_FOLLOW_UP} WHERE id = ?", (follow_up_id,))
    if row is None:
        raise UserError("follow-up-gone")
    return _follow_up(row)


def add_follow_up(connection: Connection, follow_up: FollowUp) -> FollowUp:
    """Write a new follow-up; its id is given to it here. UserError ``item-gone``."""
    read_item(connection, follow_up.item_id)
    new = replace(follow_up, id=FollowUpId(new_id()), what=one_line(follow_up.what), who=one_line(follow_up.who))
    insert(connection, "follow_up", _FIELDS, new)
    return new


def change_follow_up(connection: Connection, follow_up_id: FollowUpId, changes: FollowUpChanges) -> FollowUp:
    """Change fields of a follow-up; what is open again has no day on which it was done.

    Raises:
        UserError: ``follow-up-gone``.
        Defect: ``store-defect`` (unknown-field).
    """
    read_follow_up(connection, follow_up_id)
    must_be_fields(changes, FollowUpChanges.__annotations__)
    values: dict[str, object] = dict(changes)
    if changes.get("state") is FollowUpState.OPEN:
        values["done"] = None
    update(connection, "follow_up", follow_up_id, values)
    return read_follow_up(connection, follow_up_id)


def remove_follow_up(connection: Connection, follow_up_id: FollowUpId) -> None:
    """Take a follow-up away; UserError ``follow-up-gone``."""
    read_follow_up(connection, follow_up_id)
    connection.write("DELETE FROM follow_up WHERE id = ?", (follow_up_id,))


def _follow_up(row: Row) -> FollowUp:
    identity, item, what, who, due, state, done = row
    days = [date.fromisoformat(day) if day else None for day in (due, done)]
    return FollowUp(identity, item, what, who, days[0], FollowUpState(state), days[1])


def _place(listed: ListedFollowUp) -> tuple[bool, int, int, str]:
    """Open ones by their day, others by when they were done, the latest first; what has no day comes last."""
    own = listed.follow_up
    if own.state is FollowUpState.OPEN:
        return False, (own.due or date.max).toordinal(), listed.meeting.date.toordinal(), own.id
    return True, -(own.done or date.min).toordinal(), -listed.meeting.date.toordinal(), own.id
