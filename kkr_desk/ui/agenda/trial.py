"""The agenda as it would be if rows were put elsewhere: what the window shows while they are dragged. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from kkr_desk.model import Agenda, AgendaItem, Attachment, AttachmentId, ItemId
from kkr_desk.numbering import agenda as numbered
from kkr_desk.ui.agenda.places import Place
from kkr_desk.ui.agenda.rows import RowKey

K = TypeVar("K", bound=Hashable)


def moved(agenda: Agenda, keys: Sequence[RowKey], place: Place) -> Agenda:
    """The agenda with rows put elsewhere, numbered as the store would number it.

    Args:
        agenda: As it stands.
        keys: The rows in order, none of them under another.
        place: Where they are to stand; not among themselves, and deep enough for none.
    """
    before = place.before
    items = {row.item.id: row.item for row in agenda.items}
    attachments = {own.attachment.id: own for row in agenda.items for own in row.attachments}
    under: defaultdict[ItemId | None, list[ItemId]] = defaultdict(list)
    beside: defaultdict[ItemId | None, list[AttachmentId]] = defaultdict(list)
    for row in agenda.items:
        under[row.item.parent_id].append(row.item.id)
        beside[row.item.id] = [own.attachment.id for own in row.attachments]
    parent = place.parent.item if place.parent else None
    _put(under, [key.item for key in keys if key.item], parent, before.item if before else None)
    own = [key.attachment for key in keys if key.attachment]
    _put(beside, own, parent, before.attachment if before else None)
    return numbered(
        agenda.meeting,
        [_item(items[key], above, n) for above, rows in under.items() for n, key in enumerate(rows)],
        [
            _attachment(attachments[key].attachment, above, n)
            for above, rows in beside.items()
            for n, key in enumerate(rows)
            if above is not None
        ],
        {own.attachment.source: own.rendition for own in attachments.values()},
    )


def _put(rows: defaultdict[ItemId | None, list[K]], keys: list[K], parent: ItemId | None, before: K | None) -> None:
    """Take rows out of wherever they stand and put them under a parent."""
    if not keys:
        return
    leaving = set(keys)
    for above in tuple(rows):
        rows[above] = [key for key in rows[above] if key not in leaving]
    place = rows[parent].index(before) if before in rows[parent] else len(rows[parent])
    rows[parent][place:place] = keys


def _item(item: AgendaItem, parent: ItemId | None, place: int) -> AgendaItem:
    return replace(item, parent_id=parent, order_key=f"{place:06}")


def _attachment(attachment: Attachment, item: ItemId, place: int) -> Attachment:
    return replace(attachment, item_id=item, order_key=f"{place:06}")
