"""What hits are called: numbers and titles of items and attachments, read only where something was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kkr_desk.model import AgendaItem, Attachment, AttachmentId, ItemId, Meeting, MeetingId
from kkr_desk.numbering import Given, attachment_numbers, item_numbers
from kkr_desk.store.attachments import read_item_attachments
from kkr_desk.store.connection import Connection
from kkr_desk.store.editions import read_given
from kkr_desk.store.meetings import read_items


@dataclass(frozen=True, slots=True)
class NamedItem:
    """An item with its number, and its place in the agenda, 0-based."""

    item: AgendaItem
    number: str
    place: int


@dataclass(frozen=True, slots=True)
class NamedAttachment:
    """An attachment with its number and its item."""

    attachment: Attachment
    number: int
    item: NamedItem


class Names:
    """Names of what was found.

    Args:
        connection: The store's connection.
        meetings: All meetings.
    """

    def __init__(self, connection: Connection, meetings: Iterable[Meeting]) -> None:
        self._connection = connection
        self.meetings = {meeting.id: meeting for meeting in meetings}
        self._given: dict[MeetingId, Given] = {}
        self._items: dict[MeetingId, dict[ItemId, NamedItem]] = {}
        self._attachments: dict[ItemId, dict[AttachmentId, NamedAttachment]] = {}

    def item(self, meeting_id: MeetingId, item_id: ItemId) -> NamedItem:
        """An item of a meeting."""
        if meeting_id not in self._items:
            items = read_items(self._connection, meeting_id)
            by_id = {item.id: item for item in items}
            self._given[meeting_id] = given = read_given(self._connection, meeting_id)
            numbers = item_numbers(items, issued=self.meetings[meeting_id].issued, sent=given.items)
            self._items[meeting_id] = {
                key: NamedItem(by_id[key], number, place) for place, (key, number) in enumerate(numbers.items())
            }
        return self._items[meeting_id][item_id]

    def attachment(self, meeting_id: MeetingId, attachment_id: AttachmentId) -> NamedAttachment:
        """An attachment of a meeting."""
        row = self._connection.row("SELECT item_id FROM attachment WHERE id = ?", (attachment_id,))
        item = self.item(meeting_id, row[0] if row else ItemId(""))
        if item.item.id not in self._attachments:
            own = {row.id: row for row in read_item_attachments(self._connection, item.item.id)}
            issued, sent = self.meetings[meeting_id].issued, self._given[meeting_id].of(item.item.id)
            numbers = attachment_numbers(own.values(), issued=issued, sent=sent)
            self._attachments[item.item.id] = {
                key: NamedAttachment(own[key], number, item) for key, number in numbers.items()
            }
        return self._attachments[item.item.id][attachment_id]
