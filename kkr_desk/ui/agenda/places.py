"""Where rows may go: by the keys that move them, and under the mouse that drags them. Pure.

Items stand among items, attachments among the attachments of an item, which come before the items under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kkr_desk.numbering import MAX_DEPTH
from kkr_desk.ui.agenda.rows import Outline, RowKey, RowKind

EDGE = 0.25
"""The part of a row's height, at its top and at its bottom, that means between two rows and not onto the row."""


@dataclass(frozen=True, slots=True)
class Place:
    """Under a row, before one of its kind among those under it; behind all of them for None."""

    parent: RowKey | None
    before: RowKey | None


@dataclass(frozen=True, slots=True)
class Hover:
    """What the mouse is over.

    Attributes:
        key: The row; None below all rows.
        height: How far down the row, from 0 to 1.
        is_open: Whether what stands under the row is shown.
    """

    key: RowKey | None
    height: float = 0.5
    is_open: bool = True


def movable(outline: Outline, keys: Sequence[RowKey]) -> bool:
    """Whether keys can move the rows: rows of one kind, in the store, and beside each other under one parent."""
    rows = [outline.rows[key] for key in keys]
    alike = len({(row.parent, row.is_item) for row in rows}) == 1
    return alike and all(key.kind.is_kept for key in keys)


def above(outline: Outline, keys: Sequence[RowKey]) -> Place | None:
    """One up among the siblings; from the first place to the end of the section or item before."""
    if not movable(outline, keys):
        return None
    parent, rest, first, _ = _block(outline, keys)
    if first > 0:
        return Place(parent, rest[first - 1])
    if not _together(outline, keys):
        return Place(parent, rest[0])
    neighbour = _neighbour(outline, keys[0], -1)
    return _allowed(outline, keys, Place(neighbour, None)) if neighbour else None


def below(outline: Outline, keys: Sequence[RowKey]) -> Place | None:
    """One down among the siblings; from the last place to the beginning of the section or item behind."""
    if not movable(outline, keys):
        return None
    parent, rest, _, last = _block(outline, keys)
    if last < len(rest):
        return Place(parent, rest[last + 1] if last + 1 < len(rest) else None)
    if not _together(outline, keys):
        return Place(parent, None)
    neighbour = _neighbour(outline, keys[0], +1)
    if neighbour is None:
        return None
    alike = [key for key in outline.under(neighbour) if outline.rows[key].is_item == outline.rows[keys[0]].is_item]
    return _allowed(outline, keys, Place(neighbour, alike[0] if alike else None))


def indented(outline: Outline, keys: Sequence[RowKey]) -> Place | None:
    """Under the item before them, as its last."""
    if not movable(outline, keys) or not outline.rows[keys[0]].is_item:
        return None
    _, rest, first, _ = _block(outline, keys)
    return _allowed(outline, keys, Place(rest[first - 1], None)) if first > 0 else None


def outdented(outline: Outline, keys: Sequence[RowKey]) -> Place | None:
    """Behind the item they stand under, as its siblings."""
    if not movable(outline, keys) or not outline.rows[keys[0]].is_item:
        return None
    parent = outline.rows[keys[0]].parent
    return Place(outline.rows[parent].parent, behind(outline, parent)) if parent else None


def behind(outline: Outline, key: RowKey) -> RowKey | None:
    """The row of its kind right behind a row; None behind the last."""
    siblings = outline.siblings(key)
    later = [row for row in siblings[siblings.index(key) + 1 :] if row.kind.is_kept]
    return later[0] if later else None


def past(outline: Outline, keys: Sequence[RowKey], place: Place) -> Place:
    """A place for rows that may stand there already: before a sibling that is none of them."""
    before = place.before
    while before is not None and (before in keys or not before.kind.is_kept):
        before = behind(outline, before)
    return Place(place.parent, before)


def dropped(outline: Outline, keys: Sequence[RowKey], hover: Hover) -> Place | None:
    """Where dragged rows would come to stand; None where they may not be dropped.

    Args:
        outline: The rows.
        keys: What is dragged, in order, none of them under another.
        hover: What it is dragged over.
    """
    kinds = {outline.rows[key].is_item for key in keys}
    if kinds == {False}:
        place = receiving(outline, hover)
    elif kinds == {True}:
        place = _among_items(outline, hover)
    else:  # items and attachments together may go onto an item alone
        onto = hover.key if hover.key and hover.key.kind is RowKind.ITEM and _part(hover) == 0 else None
        place = Place(onto, None) if onto else None
    return _allowed(outline, keys, place) if place else None


def receiving(outline: Outline, hover: Hover) -> Place | None:
    """Where attachments or files dropped there would come: into an item, or before or behind an attachment.

    Below all rows it is nowhere yet: files are asked about.
    """
    key = hover.key
    if key is None:
        return Place(None, None)
    if key.kind is RowKind.DRAFT:
        return None
    if key.kind is RowKind.AWAITED:
        return Place(outline.rows[key].parent, None)
    if key.kind is RowKind.ATTACHMENT:
        return Place(outline.rows[key].parent, key if hover.height < 0.5 else behind(outline, key))
    attachments = [child for child in outline.under(key) if child.kind is RowKind.ATTACHMENT]
    first = _part(hover) > 0 and hover.is_open and attachments
    return Place(key, attachments[0] if first else None)


def _among_items(outline: Outline, hover: Hover) -> Place | None:
    key, part = hover.key, _part(hover)
    if key is None:
        return Place(None, None)
    if key.kind is RowKind.ITEM and part < 0:
        return Place(outline.rows[key].parent, key)
    if key.kind is RowKind.ITEM and part == 0:
        return Place(key, None)
    item = outline.item_of(key)
    if item is None or item.kind is RowKind.DRAFT:
        return None
    inside = outline.item_children(item) if hover.is_open else []
    return Place(item, inside[0]) if inside else Place(outline.rows[item].parent, behind(outline, item))


def _part(hover: Hover) -> int:
    """-1 for between a row and the one above, +1 for between it and the one below, 0 for onto it."""
    return -1 if hover.height < EDGE else 1 if hover.height > 1 - EDGE else 0


def _allowed(outline: Outline, keys: Sequence[RowKey], place: Place) -> Place | None:
    """The place, before a row that stays; None when the rows would stand under themselves or too deep."""
    parent = place.parent
    above_it = {parent, *outline.ancestors(parent)} if parent else set()
    if not above_it.isdisjoint(keys):
        return None
    level = outline.rows[parent].level if parent else 0
    items = [key for key in keys if outline.rows[key].is_item]
    if any(level + outline.height(key) > MAX_DEPTH for key in items) or (parent is None and len(items) < len(keys)):
        return None
    return past(outline, keys, place)


def _block(outline: Outline, keys: Sequence[RowKey]) -> tuple[RowKey | None, list[RowKey], int, int]:
    """Parent of the rows, their siblings that stay, and how many of those stand before the first and the last row."""
    siblings = [key for key in outline.siblings(keys[0]) if key.kind.is_kept]
    rest = [key for key in siblings if key not in keys]
    places = [siblings.index(key) for key in keys]
    first, last = min(places), max(places)
    return outline.rows[keys[0]].parent, rest, first, last - len(keys) + 1


def _together(outline: Outline, keys: Sequence[RowKey]) -> bool:
    """Whether no sibling stands between the rows."""
    _, _, first, last = _block(outline, keys)
    return first == last


def _neighbour(outline: Outline, key: RowKey, step: int) -> RowKey | None:
    """What the rows beside `key` would be moved into: the next section for items, the next item for attachments."""
    row = outline.rows[key]
    if row.parent is None:
        return None
    beside = outline.siblings(row.parent) if row.is_item else [k for k in outline.rows if outline.rows[k].is_item]
    written = [other for other in beside if other.kind is RowKind.ITEM]
    place = written.index(row.parent) + step
    return written[place] if 0 <= place < len(written) else None
