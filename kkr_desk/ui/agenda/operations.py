"""What the agenda tree does to the store: on the store's thread, in an operation that is open. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from kkr_desk.model import AgendaItem, AttachmentId, ItemId, MeetingId, NumberedItem
from kkr_desk.store import Store
from kkr_desk.ui.agenda.lines import ItemLine
from kkr_desk.ui.agenda.places import Place
from kkr_desk.ui.agenda.rows import RowKey


def add_behind(
    store: Store,
    meeting_id: MeetingId,
    title: str,
    case_type: str | None,
    *,
    parent: ItemId | None,
    behind: ItemId | None,
) -> AgendaItem:
    """Write a new item behind a sibling; last under its parent without one, or when the sibling is gone."""
    before = _next_item(store, meeting_id, parent, behind)
    return store.add_item(meeting_id, title, parent_id=parent, case_type=case_type, before=before)


def put(store: Store, keys: Sequence[RowKey], place: Place) -> None:
    """Put items and attachments elsewhere, in the order given.

    Raises:
        UserError: ``item-gone``, ``attachment-gone``, ``move-into-itself``, ``agenda-too-deep``.
    """
    parent = place.parent.item if place.parent else None
    before = place.before
    for key in keys:
        if key.item:
            store.move_item(key.item, parent_id=parent, before=before.item if before else None)
        elif key.attachment and parent:
            store.move_attachment(key.attachment, item_id=parent, before=before.attachment if before else None)


def take_away(store: Store, keys: Sequence[RowKey]) -> None:
    """Delete items and attachments.

    Raises:
        UserError: ``item-gone``, ``attachment-gone``.
    """
    for key in keys:
        if key.item:
            store.delete_item(key.item)
        elif key.attachment:
            store.delete_attachment(key.attachment)


def write_items(
    store: Store,
    meeting_id: MeetingId,
    items: Sequence[ItemLine],
    *,
    parent: ItemId | None,
    behind: ItemId | None,
    is_whole: bool = False,
) -> list[ItemId]:
    """Write items that were pasted as text, those at the top of the text behind a sibling; their ids, in order.

    A new meeting has its usual sections already: a heading that is called like one of them is that section, as long as
    nobody has touched them. Those that a whole agenda has not are taken away, so that it keeps its numbers.
    """
    before = _next_item(store, meeting_id, parent, behind)
    sections = _untouched_sections(store, meeting_id) if parent is None else {}
    written: list[ItemId] = []
    for line in items:
        top = line.parent is None
        section = sections.pop(line.title.casefold(), None) if top and not line.case_type else None
        if section is not None:
            written.append(section)
            before = _next_item(store, meeting_id, None, section)
            continue
        item = store.add_item(
            meeting_id,
            line.title,
            parent_id=parent if line.parent is None else written[line.parent],
            case_type=line.case_type,
            before=before if top else None,
        )
        written.append(item.id)
    for section in sections.values() if is_whole else ():
        store.delete_item(section)
    return written


def copy_rows(
    store: Store, meeting_id: MeetingId, keys: Sequence[RowKey], *, items_at: Place, attachments_at: Place
) -> list[RowKey]:
    """Write copies of items, with all under them, and of attachments, from whatever meeting.

    Pinned numbers are not copied: a number was given to one item.

    Args:
        store: The store.
        meeting_id: The meeting that the copies come into.
        keys: What is copied, in order, none of it under another.
        items_at: Where the items come.
        attachments_at: Where the attachments come; its parent is an item.

    Returns:
        The rows of the copies.

    Raises:
        UserError: ``item-gone`` or ``attachment-gone``: the original was deleted meanwhile. ``agenda-too-deep``.
    """
    made: list[RowKey] = []
    for key in keys:
        if key.item:
            parent = items_at.parent.item if items_at.parent else None
            before = items_at.before.item if items_at.before else None
            made.append(RowKey.of_item(_copy_item(store, meeting_id, key.item, parent, before)))
        elif key.attachment and attachments_at.parent and attachments_at.parent.item:
            beside = attachments_at.before.attachment if attachments_at.before else None
            copy = _copy_attachment(store, key.attachment, attachments_at.parent.item, beside)
            made.append(RowKey.of_attachment(copy))
    return made


def _copy_item(
    store: Store, meeting_id: MeetingId, item_id: ItemId, parent: ItemId | None, before: ItemId | None
) -> ItemId:
    """Copy an item with its texts, its attachments and all below it."""
    source = store.agenda(store.item(item_id).meeting_id)
    rows = {row.item.id: row for row in source.items}
    under: dict[ItemId | None, list[NumberedItem]] = {}
    for row in source.items:
        under.setdefault(row.item.parent_id, []).append(row)

    def copy(row: NumberedItem, parent: ItemId | None, before: ItemId | None) -> ItemId:
        item = row.item
        made = store.add_item(
            meeting_id,
            item.title,
            parent_id=parent,
            case_type=item.case_type,
            case_number=item.case_number,
            caseworker=item.caseworker,
            closed=item.closed,
            before=before,
        )
        for kind, html in store.texts(item.id).items():
            store.write_text(made.id, kind, html)
        for own in row.attachments:
            _copy_attachment(store, own.attachment.id, made.id, None)
        for child in under.get(item.id, ()):
            copy(child, made.id, None)
        return made.id

    return copy(rows[item_id], parent, before)


def _copy_attachment(
    store: Store, attachment_id: AttachmentId, item_id: ItemId, before: AttachmentId | None
) -> AttachmentId:
    own = store.attachment(attachment_id)
    made = store.add_attachment(
        item_id,
        own.title,
        own.file_name,
        own.source,
        page_choice=own.page_choice,
        closed=own.closed,
        language=own.language,
        treatment=own.treatment,
        before=before,
    )
    for place, text in store.alternate_texts(attachment_id).items():
        store.write_alternate_text(made.id, place, text)
    return made.id


def _untouched_sections(store: Store, meeting_id: MeetingId) -> dict[str, ItemId]:
    """The usual sections of a meeting that has nothing else, by title without regard to case."""
    agenda = store.agenda(meeting_id)
    usual = {title.casefold() for title in store.council(agenda.meeting.council).sections}
    found = {row.item.title.casefold(): row.item.id for row in agenda.items}
    is_untouched = found.keys() <= usual and not any(
        row.item.parent_id or row.item.case_type or row.attachments for row in agenda.items
    )
    return found if is_untouched else {}


def _next_item(store: Store, meeting_id: MeetingId, parent: ItemId | None, behind: ItemId | None) -> ItemId | None:
    """The sibling that follows another, from the store as it is now; None for the end."""
    beside = [row.item.id for row in store.agenda(meeting_id).items if row.item.parent_id == parent]
    if behind not in beside:
        return None
    later = beside[beside.index(behind) + 1 :]
    return later[0] if later else None
