"""The agenda as it would be if rows were put elsewhere: what the window shows while they are dragged. Pure.

It is asked for at every step of a drag, so only the rows that would have new neighbours are made anew.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kkr_desk.model import Agenda
from kkr_desk.numbering import agenda as numbered
from kkr_desk.plan import PartKind, Plan
from kkr_desk.ui.agenda.places import Place
from kkr_desk.ui.agenda.rows import RowKey

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a row's place gives it: its number, and the page where it stands, None without one."""

    number: str
    page: int | None


def moved(agenda: Agenda, keys: Sequence[RowKey], place: Place) -> Agenda:
    """The agenda with rows put elsewhere, numbered as the store would number it.

    Args:
        agenda: As it stands.
        keys: The rows in order, none of them under another.
        place: Where they are to stand; not among themselves, and deep enough for none.
    """
    items = {row.item.id: row.item for row in agenda.items}
    attachments = {own.attachment.id: own.attachment for row in agenda.items for own in row.attachments}
    parent = place.parent.item if place.parent else None
    coming = [key.item for key in keys if key.item]
    if coming:
        beside = [row.item.id for row in agenda.items if row.item.parent_id == parent]
        for n, item in enumerate(_among(beside, coming, place.before.item if place.before else None)):
            items[item] = replace(items[item], parent_id=parent, order_key=f"{n:06}")
    own = [key.attachment for key in keys if key.attachment]
    if own and parent is not None:
        there = [a.attachment.id for row in agenda.items if row.item.id == parent for a in row.attachments]
        for n, one in enumerate(_among(there, own, place.before.attachment if place.before else None)):
            attachments[one] = replace(attachments[one], item_id=parent, order_key=f"{n:06}")
    renditions = {a.rendition.key: a.rendition for row in agenda.items for a in row.attachments}
    return numbered(agenda.meeting, list(items.values()), attachments.values(), renditions)


def standings(plan: Plan) -> dict[RowKey, Standing]:
    """What every row's place gives it in a plan."""
    made = {RowKey.of_item(row.item.id): Standing(row.number, None) for row in plan.agenda.items}
    for part in plan.parts:
        if part.kind is PartKind.DIVIDER and part.item is not None and part.attachment is not None:
            item = RowKey.of_item(part.item.item.id)
            if made[item].page is None:
                made[item] = Standing(part.item.number, part.first_page)
            own = RowKey.of_attachment(part.attachment.attachment.id)
            made[own] = Standing(str(part.attachment.number), part.first_page)
    return made


def _among(beside: Sequence[K], coming: Collection[K], before: K | None) -> list[K]:
    """Rows with others among them, before one of them or at the end."""
    staying = [key for key in beside if key not in coming]
    place = staying.index(before) if before is not None and before in staying else len(staying)
    return [*staying[:place], *coming, *staying[place:]]
