"""Numbers that stand: given to every row when a meeting is sent out, taken away when it is numbered anew."""

from __future__ import annotations

from itertools import groupby

from kkr_desk.model import MeetingId
from kkr_desk.numbering import attachment_numbers, item_numbers
from kkr_desk.store.attachments import read_attachments
from kkr_desk.store.connection import Connection
from kkr_desk.store.editions import read_given
from kkr_desk.store.meetings import read_items, read_meeting, update


def pin_numbers(connection: Connection, meeting_id: MeetingId) -> None:
    """Pin every item and attachment of a meeting to the number it bears now; UserError ``meeting-gone``."""
    meeting = read_meeting(connection, meeting_id)
    given = read_given(connection, meeting_id)
    items = item_numbers(read_items(connection, meeting_id), issued=meeting.issued, sent=given.items)
    for item_id, number in items.items():
        update(connection, "item", item_id, {"pinned_number": number})
    attachments = sorted(read_attachments(connection, meeting_id), key=lambda attachment: attachment.item_id)
    for item_id, own in groupby(attachments, key=lambda attachment: attachment.item_id):
        places = attachment_numbers(own, issued=meeting.issued, sent=given.of(item_id))
        for attachment_id, place in places.items():
            update(connection, "attachment", attachment_id, {"pinned_number": place})


def release_numbers(connection: Connection, meeting_id: MeetingId) -> None:
    """Let every number of a meeting follow its position again; UserError ``meeting-gone``."""
    read_meeting(connection, meeting_id)
    connection.write(
        "UPDATE item SET pinned_number = NULL WHERE meeting_id = ? AND pinned_number IS NOT NULL", (meeting_id,)
    )
    connection.write(
        "UPDATE attachment SET pinned_number = NULL WHERE pinned_number IS NOT NULL "
        "AND item_id IN (SELECT id FROM item WHERE meeting_id = ?)",
        (meeting_id,),
    )
