"""What the secretariat says instead of an attachment's pictures.

It is one column of the attachment's row, so that journal, undo, exchange and erasure take it along. A text belongs to a
place in the attachment's file (`kkr_desk.model.figure_place`, `page_place`), and so it goes when the file is replaced:
beside another picture it would be wrong.
"""

from __future__ import annotations

import json

from kkr_desk.errors import UserError
from kkr_desk.model import AttachmentId, MeetingId, is_place
from kkr_desk.store.connection import Connection
from kkr_desk.store.meetings import update
from kkr_desk.store.wording import one_line

LONGEST = 5_000
"""Characters of one text."""
MOST = 5_000
"""Texts of one attachment."""
NONE = "{}"
"""An attachment without any, as it is written."""


def read_alternates(connection: Connection, attachment_id: AttachmentId) -> dict[str, str]:
    """The texts of an attachment by place, in order; UserError ``attachment-gone`` without it."""
    row = connection.row("SELECT alternate_texts FROM attachment WHERE id = ?", (attachment_id,))
    if row is None:
        raise UserError("attachment-gone")
    return parse(row[0])


def read_meeting_alternates(connection: Connection, meeting_id: MeetingId) -> dict[AttachmentId, dict[str, str]]:
    """The texts of all attachments of a meeting that have any."""
    sql = (
        "SELECT attachment.id, alternate_texts FROM attachment JOIN item ON item.id = item_id "
        "WHERE meeting_id = ? AND alternate_texts <> ?"
    )
    return {attachment: parse(written) for attachment, written in connection.rows(sql, (meeting_id, NONE))}


def write_alternate(connection: Connection, attachment_id: AttachmentId, place: str, text: str) -> None:
    """Write one text of an attachment; an empty one is taken away.

    Raises:
        UserError: ``attachment-gone``; ``alternate-text-invalid``: no such place, or longer than `LONGEST`.
    """
    texts = read_alternates(connection, attachment_id)
    said = one_line(text)
    if said:
        texts[place] = said
    else:
        texts.pop(place, None)
    update(connection, "attachment", attachment_id, {"alternate_texts": write(texts)})


def write(texts: dict[str, str]) -> str:
    """Texts by place as the column holds them: the same texts are the same characters.

    Raises:
        UserError: ``alternate-text-invalid``.
    """
    if len(texts) > MOST or not all(is_place(place) and len(text) <= LONGEST for place, text in texts.items()):
        raise UserError("alternate-text-invalid", limit=LONGEST)
    return json.dumps({place: texts[place] for place in sorted(texts, key=_order)}, ensure_ascii=False)


def parse(written: str) -> dict[str, str]:
    """Texts by place as the column holds them; ValueError or TypeError for what this program never writes."""
    held = json.loads(written)
    if not isinstance(held, dict) or not all(isinstance(text, str) for text in held.values()):
        raise TypeError
    return held


def _order(place: str) -> tuple[str, int]:
    kind, _, number = place.partition(":")
    return kind, int(number) if number.isdecimal() else 0
