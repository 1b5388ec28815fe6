"""The rows of the agenda tree: items and their attachments as they are shown, from a plan. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple, Self

from kkr_desk.export.accessibility import Alternates, Verdict, lacking
from kkr_desk.model import AttachmentId, FileStatus, ItemId, Notice, NumberedAttachment, NumberedItem
from kkr_desk.plan import PartKind, Plan


class RowKind(StrEnum):
    """What a row is.

    A draft is an item that is being written and not yet stored, an awaited row an attachment whose file is not.
    """

    ITEM = "item"
    ATTACHMENT = "attachment"
    DRAFT = "draft"
    AWAITED = "awaited"

    @property
    def is_kept(self) -> bool:
        """Whether the store has it: it can be moved, copied and deleted."""
        return self in {RowKind.ITEM, RowKind.ATTACHMENT}

    @property
    def is_paper(self) -> bool:
        """Whether it is an attachment, or will be one."""
        return self in {RowKind.ATTACHMENT, RowKind.AWAITED}


class RowKey(NamedTuple):
    """Which row, whatever the snapshot: a kind and the id of the item or attachment.

    A tuple, since a view looks rows up thousands of times for each picture it draws.
    """

    kind: RowKind
    id: str

    @classmethod
    def of_item(cls, item_id: ItemId) -> Self:
        """The row of an item."""
        return cls(RowKind.ITEM, item_id)

    @classmethod
    def of_attachment(cls, attachment_id: AttachmentId) -> Self:
        """The row of an attachment."""
        return cls(RowKind.ATTACHMENT, attachment_id)

    @classmethod
    def of_awaited(cls, item_id: ItemId, name: str, again: int) -> Self:
        """The row of an attachment that is awaited at an item, the `again`th of that name there."""
        return cls(RowKind.AWAITED, f"{item_id}/{again}/{name}")

    @property
    def item(self) -> ItemId | None:
        """The item's id; None for a row of another kind."""
        return ItemId(self.id) if self.kind is RowKind.ITEM else None

    @property
    def attachment(self) -> AttachmentId | None:
        """The attachment's id; None for a row of another kind."""
        return AttachmentId(self.id) if self.kind is RowKind.ATTACHMENT else None


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        key: Which it is.
        parent: The row it stands under; None at the top.
        level: 1 at the top; an attachment's is one more than its item's.
        number: An item's number ("2.1"), an attachment's within its item ("1"), "" for a draft.
        title: Title without case type.
        case_type: "" for none, and for an attachment.
        caseworker: "" for none, and for an attachment.
        pages: Pages that an attachment brings along, 0 when it cannot be included; None for an item.
        page: 1-based page of the collection where it stands; None for an item without attachments.
        pinned: Whether its number was issued and stands.
        closed: Whether it is kept from the public.
        status: What came of an attachment's file.
        notices: What there is to know of an attachment's file.
        lacking: What an attachment is for those who listen, where its sender could mend that; None where all is well,
            or nobody has looked.
        arriving: Whether an awaited attachment's file is being read.
    """

    key: RowKey
    parent: RowKey | None
    level: int
    number: str
    title: str
    case_type: str = ""
    caseworker: str = ""
    pages: int | None = None
    page: int | None = None
    pinned: bool = False
    closed: bool = False
    status: FileStatus = FileStatus.OK
    notices: tuple[Notice, ...] = ()
    lacking: Verdict | None = None
    arriving: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it is an item, written or being written."""
        return not self.key.kind.is_paper


@dataclass(frozen=True, slots=True)
class Outline:
    """All rows of a meeting and how they stand.

    Attributes:
        rows: Every row by its key, in the order in which they stand.
        children: The rows under each row, in order; those at the top under None. Attachments come before items.
    """

    rows: dict[RowKey, Row] = field(default_factory=dict)
    children: dict[RowKey | None, list[RowKey]] = field(default_factory=dict)

    def under(self, key: RowKey | None) -> Sequence[RowKey]:
        """The rows under a row, in order."""
        return self.children.get(key, ())

    def item_children(self, key: RowKey | None) -> list[RowKey]:
        """The items under a row, in order."""
        return [child for child in self.under(key) if not child.kind.is_paper]

    def siblings(self, key: RowKey) -> list[RowKey]:
        """The rows of the same kind beside a row, itself among them, in order."""
        is_item = self.rows[key].is_item
        return [child for child in self.under(self.rows[key].parent) if self.rows[child].is_item == is_item]

    def ancestors(self, key: RowKey) -> Iterator[RowKey]:
        """The rows a row stands under, the nearest first."""
        above = self.rows[key].parent
        while above is not None:
            yield above
            above = self.rows[above].parent

    def item_of(self, key: RowKey) -> RowKey | None:
        """The item a row is or belongs to."""
        return key if self.rows[key].is_item else self.rows[key].parent

    def height(self, key: RowKey) -> int:
        """Levels of items from a row downwards, itself counted."""
        return 1 + max((self.height(child) for child in self.item_children(key)), default=0)

    def in_order(self, keys: Iterable[RowKey]) -> tuple[RowKey, ...]:
        """Those of the rows that are there, in the order in which they stand."""
        wanted = set(keys)
        return tuple(key for key in self.rows if key in wanted)

    def uppermost(self, keys: Iterable[RowKey]) -> tuple[RowKey, ...]:
        """Rows in order, without those that stand under another of them: they come along anyway."""
        chosen = set(keys)
        return tuple(key for key in self.in_order(chosen) if chosen.isdisjoint(self.ancestors(key)))


def outline(plan: Plan, alternates: Alternates | None = None) -> Outline:
    """The rows of a planned meeting.

    Args:
        plan: Where everything stands.
        alternates: What the secretariat says instead of pictures.
    """
    pages: dict[AttachmentId, int] = {}
    lengths: dict[AttachmentId, int] = {}
    for part in plan.parts:
        if part.attachment is not None:
            attachment_id = part.attachment.attachment.id
            if part.kind is PartKind.DIVIDER:
                pages[attachment_id] = part.first_page
            elif part.kind is PartKind.ATTACHMENT:
                lengths[attachment_id] = part.page_count
    made, given = Outline(), alternates or {}
    for item in plan.agenda.items:
        row = _item_row(item, pages)
        _add(made, row)
        for attachment in item.attachments:
            own = attachment.attachment.id
            verdict = lacking(attachment, given.get(own, {}))
            _add(made, _attachment_row(row, attachment, pages[own], lengths.get(own, 0), verdict))
    return made


def with_drafts(base: Outline, drafts: Sequence[tuple[Row, RowKey | None]]) -> Outline:
    """An outline with rows that are being written among its own.

    Args:
        base: What the store has.
        drafts: Each with the sibling it stands behind, which may be a draft before it. Without a sibling, or when that
            is not there, it is the last under its parent; without its parent, at the top.
    """
    if not drafts:
        return base
    rows = dict(base.rows)
    children = {key: list(under) for key, under in base.children.items()}
    for draft, behind in drafts:
        parent = draft.parent if draft.parent in rows else None
        beside = children.setdefault(parent, [])
        beside.insert(beside.index(behind) + 1 if behind in beside else len(beside), draft.key)
        level = rows[parent].level + 1 if parent else 1
        rows[draft.key] = replace(draft, parent=parent, level=level)
    made = Outline({}, children)
    _walk(made, rows, None)
    return made


def with_awaited(base: Outline, awaited: Mapping[RowKey, Sequence[Row]]) -> Outline:
    """An outline with the attachments whose files are not there yet, behind those of their items that are."""
    if awaited.keys().isdisjoint(base.rows):
        return base
    rows = dict(base.rows)
    children = {key: list(under) for key, under in base.children.items()}
    for item, coming in awaited.items():
        if item in base.rows:
            beside = children.setdefault(item, [])
            place = sum(key.kind.is_paper for key in beside)
            beside[place:place] = [row.key for row in coming]
            rows.update((row.key, replace(row, parent=item, level=rows[item].level + 1)) for row in coming)
    made = Outline({}, children)
    _walk(made, rows, None)
    return made


def _walk(made: Outline, rows: dict[RowKey, Row], parent: RowKey | None) -> None:
    for key in made.under(parent):
        made.rows[key] = rows[key]
        _walk(made, rows, key)


def _add(made: Outline, row: Row) -> None:
    made.rows[row.key] = row
    made.children.setdefault(row.parent, []).append(row.key)


def _item_row(numbered: NumberedItem, pages: dict[AttachmentId, int]) -> Row:
    item = numbered.item
    first = numbered.attachments[0].attachment.id if numbered.attachments else None
    return Row(
        key=RowKey.of_item(item.id),
        parent=RowKey.of_item(item.parent_id) if item.parent_id else None,
        level=numbered.level,
        number=numbered.number,
        title=item.title,
        case_type=item.case_type or "",
        caseworker=item.caseworker,
        page=None if first is None else pages[first],
        pinned=item.pinned_number is not None,
        closed=item.closed,
    )


def _attachment_row(item: Row, numbered: NumberedAttachment, page: int, length: int, verdict: Verdict | None) -> Row:
    attachment, rendition = numbered.attachment, numbered.rendition
    return Row(
        key=RowKey.of_attachment(attachment.id),
        parent=item.key,
        level=item.level + 1,
        number=str(numbered.number),
        title=attachment.title,
        pages=length,
        page=page,
        pinned=attachment.pinned_number is not None,
        closed=attachment.closed,
        status=rendition.status,
        notices=numbered.notices,
        lacking=verdict,
    )
