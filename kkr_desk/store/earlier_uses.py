"""Where the same file stands already: the same content, in this meeting or another one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from operator import attrgetter

from kkr_desk.model import AttachmentId, Meeting, MeetingId, Sha256
from kkr_desk.numbering import attachment_numbers, item_numbers
from kkr_desk.store.attachments import read_item_attachments
from kkr_desk.store.connection import Connection
from kkr_desk.store.meetings import read_items, read_meeting

MOST_MEETINGS = 10
"""Meetings that are named: what is on every agenda is in all of them."""

_MEETINGS = """
    SELECT meeting.id FROM attachment JOIN item ON item.id = item_id JOIN meeting ON meeting.id = meeting_id
    WHERE source = ? GROUP BY meeting.id ORDER BY date DESC, meeting.id DESC
"""


@dataclass(frozen=True, slots=True)
class EarlierUse:
    """An attachment with the same file.

    Attributes:
        attachment: Which one.
        meeting: The meeting it is in.
        item_number: Number of its item ("2.1").
        number: Its own number within the item.
        title: Its title there.
    """

    attachment: AttachmentId
    meeting: Meeting
    item_number: str
    number: int
    title: str


def earlier_uses(connection: Connection, source: Sha256, but: Collection[AttachmentId]) -> tuple[EarlierUse, ...]:
    """Attachments with a file, those of the latest meeting first, within it in the order of the agenda.

    Args:
        connection: The store's connection.
        source: The file's content.
        but: Attachments that are not told of.

    Returns:
        Those of the latest `MOST_MEETINGS` meetings that have any.
    """
    with connection.snapshot():
        found: list[EarlierUse] = []
        meetings = 0
        for (meeting_id,) in connection.rows(_MEETINGS, (source,)):
            uses = [use for use in _uses_in(connection, meeting_id, source) if use.attachment not in but]
            found += uses
            meetings += bool(uses)
            if meetings == MOST_MEETINGS:
                break
    return tuple(found)


def _uses_in(connection: Connection, meeting_id: MeetingId, source: Sha256) -> list[EarlierUse]:
    meeting = read_meeting(connection, meeting_id)
    sql = "SELECT DISTINCT item_id FROM attachment JOIN item ON item.id = item_id WHERE source = ? AND meeting_id = ?"
    holding = {item for (item,) in connection.rows(sql, (source, meeting_id))}
    uses: list[EarlierUse] = []
    for item, item_number in item_numbers(read_items(connection, meeting_id), issued=meeting.issued).items():
        own = read_item_attachments(connection, item) if item in holding else []
        numbers = attachment_numbers(own, issued=meeting.issued)
        uses += sorted(
            (EarlierUse(a.id, meeting, item_number, numbers[a.id], a.title) for a in own if a.source == source),
            key=attrgetter("number"),
        )
    return uses
