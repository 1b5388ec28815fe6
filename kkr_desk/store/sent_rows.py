"""What was sent out stands: its rows are not deleted, its numbers not changed. It is withdrawn or corrected instead."""

from __future__ import annotations

from kkr_desk.errors import UserError
from kkr_desk.model import (
    Agenda,
    Attachment,
    AttachmentId,
    ItemId,
    MeetingId,
    NumberedAttachment,
    Sent,
    SentAttachment,
    SentItem,
)
from kkr_desk.store.attachments import AttachmentChanges, read_attachment
from kkr_desk.store.connection import Connection
from kkr_desk.store.editions import read_standing
from kkr_desk.store.meetings import ItemChanges, read_item


def must_not_be_sent(connection: Connection, meeting_id: MeetingId) -> None:
    """Refuse what would give a meeting other numbers while an edition stands: UserError ``numbers-sent``."""
    standing = read_standing(connection, meeting_id)
    if standing:
        raise UserError("numbers-sent", edition=standing[-1][0].number)


def item_may_go(connection: Connection, item_id: ItemId) -> None:
    """Refuse to delete an item that was sent, or stands above one that was: UserError ``item-sent``."""
    meeting = read_item(connection, item_id).meeting_id
    standing = read_standing(connection, meeting)
    if not standing:
        return
    sql = """
        WITH below (id) AS (SELECT :item UNION SELECT item.id FROM item JOIN below ON parent_id = below.id)
        SELECT id FROM below
    """
    for (row,) in connection.rows(sql, {"item": item_id}):
        found = _sent_item(standing, row)
        if found is not None:
            raise UserError("item-sent", number=found.number)


def item_may_change(connection: Connection, item_id: ItemId, changes: ItemChanges) -> None:
    """Refuse another number for an item that was sent, and a number that another was sent with.

    Raises:
        UserError: ``item-gone``, ``item-sent``, ``number-sent``.
    """
    number = changes.get("pinned_number")
    standing = (
        read_standing(connection, read_item(connection, item_id).meeting_id) if "pinned_number" in changes else ()
    )
    found = _sent_item(standing, item_id)
    if found is not None and number != found.number:
        raise UserError("item-sent", number=found.number)
    if found is None and any(item.number == number for _, sent in standing for item in sent.items):
        raise UserError("number-sent", number=number)


def attachment_may_go(connection: Connection, attachment_id: AttachmentId, to: ItemId | None = None) -> None:
    """Refuse to delete an attachment that was sent, or to put it below another item.

    Args:
        connection: The store's connection.
        attachment_id: The attachment.
        to: The item below which it is to stand; None when it is to be deleted.

    Raises:
        UserError: ``attachment-gone``, ``attachment-sent``.
    """
    attachment = read_attachment(connection, attachment_id)
    if to == attachment.item_id:
        return
    found = _sent_attachment(_standing_of(connection, attachment), attachment_id)
    if found is not None:
        raise UserError("attachment-sent", number=found.number, title=attachment.title)


def attachment_may_change(connection: Connection, attachment_id: AttachmentId, changes: AttachmentChanges) -> None:
    """Refuse another number for an attachment that was sent, and a number that another was sent with.

    Raises:
        UserError: ``attachment-gone``, ``attachment-sent``, ``number-sent``.
    """
    if "pinned_number" not in changes:
        return
    attachment = read_attachment(connection, attachment_id)
    standing = _standing_of(connection, attachment)
    found = _sent_attachment(standing, attachment_id)
    number = changes["pinned_number"]
    if found is not None and number != found.number:
        raise UserError("attachment-sent", number=found.number, title=attachment.title)
    others = (item for _, sent in standing for item in sent.items if item.id == attachment.item_id)
    if found is None and any(own.number == number for item in others for own in item.attachments):
        raise UserError("number-sent", number=str(number))


def must_be_as_sent(agenda: Agenda, sent: Sent) -> None:
    """Refuse a table that is not of the agenda as it stands: something was changed while the documents were made.

    Raises:
        UserError: ``edition-outdated``.
    """
    items = {row.item.id: row for row in agenda.items}
    for item in sent.items:
        row = items.get(item.id)
        told = row and (row.number, row.item.heading, row.item.withdrawn)
        if row is None or told != (item.number, item.heading, item.withdrawn):
            raise UserError("edition-outdated", what=f"{item.number} {item.heading}")
        own = {numbered.attachment.id: numbered for numbered in row.attachments}
        for attachment in item.attachments:
            if attachment.id not in own or not _is_same(own[attachment.id], attachment):
                raise UserError("edition-outdated", what=f"{item.number}/{attachment.number} {attachment.title}")


def _is_same(numbered: NumberedAttachment, sent: SentAttachment) -> bool:
    own = numbered.attachment
    return (numbered.number, own.title, own.source, own.treatment, own.page_choice, own.withdrawn) == (
        sent.number,
        sent.title,
        sent.source,
        sent.treatment,
        sent.page_choice,
        sent.withdrawn,
    )


_Standing = tuple[tuple[object, Sent], ...]


def _standing_of(connection: Connection, attachment: Attachment) -> _Standing:
    return read_standing(connection, read_item(connection, attachment.item_id).meeting_id)


def _sent_item(standing: _Standing, item_id: str) -> SentItem | None:
    return next((found for _, sent in standing if (found := sent.item(ItemId(item_id)))), None)


def _sent_attachment(standing: _Standing, attachment_id: AttachmentId) -> SentAttachment | None:
    return next((found for _, sent in standing if (found := sent.attachment(attachment_id))), None)
