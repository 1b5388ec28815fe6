"""A new meeting before it has any cases: from what is usual in its council, or as a copy of an earlier meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kkr_desk.model import INDEX_TITLE, AgendaItem, ItemId, Meeting, MeetingId
from kkr_desk.numbering import in_order
from kkr_desk.store.connection import Connection
from kkr_desk.store.councils import read_council
from kkr_desk.store.meetings import add_item, add_meeting, read_items, read_meeting
from kkr_desk.store.wording import one_line


def new_meeting(connection: Connection, council: str, day: date, time: str, place: str, *, is_empty: bool) -> Meeting:
    """Write a meeting with the council's usual sections as items, its index titled as in the council's latest.

    Args:
        connection: The store's connection.
        council: The council's name.
        day: The meeting's day.
        time: Its time, "" for none.
        place: Its place, "" for none.
        is_empty: It begins without any item.
    """
    meeting = add_meeting(
        connection, Meeting(MeetingId(""), council, day, _index_title(connection, council), time=time, place=place)
    )
    for title in () if is_empty else read_council(connection, council).sections:
        add_item(connection, AgendaItem(ItemId(""), meeting.id, None, "", title), None)
    return meeting


def copy_meeting(connection: Connection, meeting_id: MeetingId, day: date) -> Meeting:
    """Write a meeting that is divided as an earlier one is, as a draft.

    Copied are sections and what is on every agenda, with case type and whether and why it is closed. Cases are not, nor
    attachments, texts, caseworkers and pinned numbers. See `_Recurring` for which is which.
    """
    earlier = read_meeting(connection, meeting_id)
    meeting = add_meeting(connection, Meeting(MeetingId(""), earlier.council, day, earlier.index_title))
    items = in_order(read_items(connection, meeting_id))
    kept = _kept(items, _Recurring(connection, earlier, items))
    copies: dict[ItemId, ItemId] = {}
    for item in items:
        if item.id in kept:
            parent = copies[item.parent_id] if item.parent_id else None
            copy = AgendaItem(
                ItemId(""),
                meeting.id,
                parent,
                "",
                item.title,
                item.case_type,
                closed=item.closed,
                closed_reason=item.closed_reason,
                closed_title=item.closed_title,
            )
            copies[item.id] = add_item(connection, copy, None).id
    return meeting


class _Recurring:
    """Tells what is on every agenda from what is a case of one meeting.

    On every agenda: an item named like one of the council's usual sections or like an item of another of its
    meetings, a section at the top, and whatever at the top nothing marks as a case (type, number, caseworker,
    attachment).
    """

    def __init__(self, connection: Connection, meeting: Meeting, items: Sequence[AgendaItem]) -> None:
        elsewhere = connection.rows(
            "SELECT DISTINCT title FROM item JOIN meeting ON meeting.id = meeting_id "
            "WHERE council = ? AND meeting.id <> ?",
            (meeting.council, meeting.id),
        )
        usual = read_council(connection, meeting.council).sections
        self._titles = {_folded(title) for title in (*usual, *(row[0] for row in elsewhere))} - {""}
        self._sections = {item.parent_id for item in items}
        with_attachments = connection.rows(
            "SELECT DISTINCT item_id FROM attachment JOIN item ON item.id = item_id WHERE meeting_id = ?", (meeting.id,)
        )
        self._with_attachments = {row[0] for row in with_attachments}

    def holds(self, item: AgendaItem) -> bool:
        """Whether an item is on every agenda."""
        if _folded(item.title) in self._titles:
            return True
        if item.parent_id is not None or not item.title:
            return False
        is_case = item.case_type or item.case_number or item.caseworker or item.id in self._with_attachments
        return item.id in self._sections or not is_case


def _kept(items: Sequence[AgendaItem], recurring: _Recurring) -> set[ItemId]:
    """What is to be copied of items in agenda order: what recurs, and all that it stands below."""
    kept: set[ItemId] = set()
    for item in reversed(items):
        if item.id in kept or recurring.holds(item):
            kept.add(item.id)
            if item.parent_id:
                kept.add(item.parent_id)
    return kept


def _index_title(connection: Connection, council: str) -> str:
    sql = "SELECT index_title FROM meeting WHERE council = ? ORDER BY date DESC, id DESC LIMIT 1"
    row = connection.row(sql, (one_line(council),))
    return str(row[0]) if row else INDEX_TITLE


def _folded(title: str) -> str:
    return title.casefold().strip(" .:")
