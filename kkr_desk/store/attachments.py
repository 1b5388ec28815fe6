"""Rows of attachments (*bilag*): reading, writing, moving."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import (
    Attachment,
    AttachmentId,
    ItemId,
    MeetingId,
    RenditionKey,
    Sha256,
    Treatment,
    is_language,
)
from kkr_desk.page_choice import fits, format_choice, parse
from kkr_desk.sentences import printable
from kkr_desk.store import alternates
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.meetings import (
    insert,
    make_room,
    must_be_fields,
    new_id,
    position,
    read_item,
    stands_before,
    update,
)
from kkr_desk.store.renditions import treatment_of
from kkr_desk.store.wording import one_line

_FIELDS = (
    "id, item_id, order_key, title, file_name, source, pinned_number, page_choice, closed, language, treatment, "
    "withdrawn, closed_reason, closed_title"
)
_ATTACHMENT = "SELECT " + ", ".join(f"attachment.{name}" for name in _FIELDS.split(", ")) + " FROM attachment"  # noqa: S608  our schema

_LONGEST_SHOWN = 40
MAX_PAGES = 99_999
"""Most pages a choice may name of a file whose pages nobody has counted."""


class AttachmentChanges(TypedDict, total=False):
    """Fields of an attachment that can be changed; its place is changed by moving it."""

    title: str
    file_name: str
    source: Sha256
    pinned_number: int | None
    page_choice: str
    closed: bool
    language: str
    treatment: Treatment
    withdrawn: bool
    closed_reason: str
    closed_title: bool


def read_attachments(connection: Connection, meeting_id: MeetingId) -> list[Attachment]:
    """All attachments of a meeting, those of one item in order."""
    sql = (
        f"{_ATTACHMENT} JOIN item ON item.id = attachment.item_id WHERE item.meeting_id = ? "
        "ORDER BY attachment.order_key, attachment.id"
    )
    return [_attachment(row) for row in connection.rows(sql, (meeting_id,))]


def read_item_attachments(connection: Connection, item_id: ItemId) -> list[Attachment]:
    """All attachments of one item, in order."""
    sql = f"{_ATTACHMENT} WHERE item_id = ? ORDER BY order_key, id"
    return [_attachment(row) for row in connection.rows(sql, (item_id,))]


def read_attachment(connection: Connection, attachment_id: AttachmentId) -> Attachment:
    """One attachment; UserError ``attachment-gone`` without it."""
    row = connection.row(f"{_ATTACHMENT} WHERE id = ?", (attachment_id,))
    if row is None:
        raise UserError("attachment-gone")
    return _attachment(row)


def add_attachment(connection: Connection, attachment: Attachment, before: AttachmentId | None) -> Attachment:
    """Write a new attachment; its id and order key are given to it here.

    Raises:
        UserError: ``item-gone``, ``attachment-gone`` (`before`), ``number-invalid``, ``page-choice-invalid``,
            ``language-invalid``.
        Defect: ``store-defect`` (content-not-added).
    """
    read_item(connection, attachment.item_id)
    must_hold(connection, attachment.source)
    _must_be_number(attachment.pinned_number)
    _must_be_language(attachment.language)
    choice = _choice(connection, attachment.page_choice, attachment.rendition_key)
    siblings = _siblings(connection, attachment.item_id)
    key = make_room(connection, "attachment", siblings, position(siblings, before, "attachment-gone"))
    new = replace(
        attachment,
        id=AttachmentId(new_id()),
        order_key=key,
        title=one_line(attachment.title),
        file_name=one_line(attachment.file_name),
        page_choice=choice,
        closed_reason=one_line(attachment.closed_reason),
    )
    insert(connection, "attachment", _FIELDS, new)
    return new


def change_attachment(connection: Connection, attachment_id: AttachmentId, changes: AttachmentChanges) -> Attachment:
    """Change fields of an attachment.

    With its file go its treatment, pages it chose that the new file has not, and alternate texts; with a treatment that
    puts other pages or pictures into its PDF, the latter two.

    Raises:
        UserError: ``attachment-gone``, ``number-invalid``, ``page-choice-invalid``, ``language-invalid``.
        Defect: ``store-defect`` (content-not-added, unknown-field).
    """
    attachment = read_attachment(connection, attachment_id)
    must_be_fields(changes, AttachmentChanges.__annotations__)
    values: dict[str, object] = dict(changes)
    source = changes.get("source", attachment.source)
    if "source" in changes:
        must_hold(connection, source)
    _must_be_number(changes.get("pinned_number"))
    _must_be_language(changes.get("language", ""))
    is_other = source != attachment.source
    treatment = changes.get("treatment", Treatment() if is_other else attachment.treatment)
    if treatment != attachment.treatment:
        values["treatment"] = treatment
    if is_other or _holds_other(treatment, attachment.treatment):
        values["alternate_texts"] = alternates.NONE
    key = RenditionKey(source, treatment)
    if "page_choice" in changes:
        values["page_choice"] = _choice(connection, changes["page_choice"], key)
    elif key != attachment.rendition_key and not fits(attachment.page_choice, _page_count(connection, key)):
        values["page_choice"] = ""
    update(connection, "attachment", attachment_id, values)
    return read_attachment(connection, attachment_id)


def move_attachment(
    connection: Connection, attachment_id: AttachmentId, item_id: ItemId, before: AttachmentId | None
) -> Attachment:
    """Put an attachment elsewhere, also below another item; where it stands already, nothing is written.

    Raises:
        UserError: ``attachment-gone``, ``item-gone``.
    """
    attachment = read_attachment(connection, attachment_id)
    read_item(connection, item_id)
    siblings = _siblings(connection, item_id)
    if attachment.item_id == item_id and stands_before(siblings, attachment_id, before):
        return attachment
    others = [row for row in siblings if row[0] != attachment_id]
    key = make_room(connection, "attachment", others, position(others, before, "attachment-gone"))
    update(connection, "attachment", attachment_id, {"item_id": item_id, "order_key": key})
    return read_attachment(connection, attachment_id)


def delete_attachment(connection: Connection, attachment_id: AttachmentId) -> None:
    """Delete an attachment; its content stays, since the journal may bring it back."""
    read_attachment(connection, attachment_id)
    connection.write("DELETE FROM attachment WHERE id = ?", (attachment_id,))


def _attachment(row: Row) -> Attachment:
    identity, item, key, title, file_name, source, pin, page_choice, closed, language, treatment, *since = row
    withdrawn, reason, closed_title = since
    told = (identity, item, key, title, file_name, source, pin, page_choice, bool(closed), language)
    return Attachment(*told, treatment_of(treatment), bool(withdrawn), reason, bool(closed_title))


def _siblings(connection: Connection, item_id: ItemId) -> list[tuple[str, str]]:
    sql = "SELECT id, order_key FROM attachment WHERE item_id = ? ORDER BY order_key, id"
    return [(row, key) for row, key in connection.rows(sql, (item_id,))]


def must_hold(connection: Connection, source: Sha256) -> None:
    """Refuse a row that refers to content before the content is there."""
    if connection.row("SELECT 1 FROM content WHERE sha256 = ?", (source,)) is None:
        raise Defect("store-defect", reason="content-not-added", source=source)


def _holds_other(treatment: Treatment, before: Treatment) -> bool:
    """Whether a treatment may give a PDF other pages or pictures than another one."""
    return (treatment.changes, treatment.hidden) != (before.changes, before.hidden)


def _choice(connection: Connection, text: str, key: RenditionKey) -> str:
    """A choice of pages as it is kept."""
    count = _page_count(connection, key) if text.strip() else 0
    return format_choice(parse(text, count), count)


def _page_count(connection: Connection, key: RenditionKey) -> int:
    """Pages that may be chosen: of a file that nobody has looked at, as many as can be written."""
    sql = "SELECT page_count FROM rendition WHERE source = ? AND treatment = ?"
    return connection.number(sql, (key.source, str(key.treatment))) or MAX_PAGES


def _must_be_number(number: int | None) -> None:
    if number is not None and not 1 <= number <= 9999:
        raise UserError("number-invalid", number=str(number))


def _must_be_language(language: str) -> None:
    if language and not is_language(language):
        raise UserError("language-invalid", tag=printable(language[:_LONGEST_SHOWN]))
