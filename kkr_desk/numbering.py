"""Item numbers ("2.1") and attachment numbers ("Bilag 3"): from the position, unless they were issued. Pure.

The rules are the seed meetings': items without attachments keep their number though the index leaves them out, bilag
are numbered from 1 within their item, and a number once sent out stands, so that 2.4 may be followed by 2.6.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kkr_desk.model import (
    NOBODY_HERE,
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    FileStatus,
    ItemId,
    Meeting,
    NumberedAttachment,
    NumberedItem,
    Rendition,
    RenditionKey,
    Sent,
    Sha256,
)

MAX_DEPTH = 6
_NUMBER = re.compile(r"[1-9]\d{0,3}(\.[1-9]\d{0,3}){0,5}")


@dataclass(frozen=True, slots=True)
class Given:
    """Numbers that were sent out with a meeting at any time: nothing else ever gets them.

    Attributes:
        items: Of items.
        attachments: Of the attachments of each item.
    """

    items: frozenset[str] = frozenset()
    attachments: Mapping[ItemId, frozenset[int]] = field(default_factory=dict)

    def of(self, item_id: ItemId) -> frozenset[int]:
        """Numbers that attachments of an item were sent with."""
        return self.attachments.get(item_id, frozenset())


NONE_GIVEN = Given()


def given(editions: Iterable[Sent]) -> Given:
    """The numbers of all editions of a meeting, those that were withdrawn included: somebody may have read them."""
    items: set[str] = set()
    attachments: defaultdict[ItemId, set[int]] = defaultdict(set)
    for sent in editions:
        for item in sent.items:
            items.add(item.number)
            attachments[item.id].update(own.number for own in item.attachments)
    return Given(frozenset(items), {item: frozenset(numbers) for item, numbers in attachments.items()})


def is_number(text: str) -> bool:
    """Whether a text is an item number: 1 to 6 parts of 1 to 4 digits, without leading zeros ("2", "2.1")."""
    return _NUMBER.fullmatch(text) is not None


def parent_number(number: str) -> str | None:
    """Number of the section an item stands in ("2.1" -> "2"); None for a top-level item."""
    head, dot, _ = number.rpartition(".")
    return head if dot else None


def in_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """All items of one meeting, depth first; siblings by order key, then id.

    An item whose parent is not among them is left out: it cannot be reached from the agenda's top.
    """
    children: defaultdict[ItemId | None, list[AgendaItem]] = defaultdict(list)
    for item in items:
        children[item.parent_id].append(item)
    for siblings in children.values():
        siblings.sort(key=lambda i: (i.order_key, i.id))
    ordered: list[AgendaItem] = []
    stack = list(reversed(children[None]))
    while stack:
        item = stack.pop()
        ordered.append(item)
        stack.extend(reversed(children[item.id]))
    return ordered


def item_numbers(items: Iterable[AgendaItem], *, issued: bool, sent: Iterable[str] = frozenset()) -> dict[ItemId, str]:
    """The number of every item of one meeting, in agenda order.

    A pinned item bears its pinned number. The others follow the sibling before them, passing over every number that
    is taken; in an issued meeting they come after all the pinned numbers of their section, since a hole stays a hole.

    Args:
        items: All items of one meeting, in any order.
        issued: Whether the meeting's numbers were sent out.
        sent: Numbers that were sent out at any time, see `Given`; of no matter unless `issued`.
    """
    ordered = in_order(items)
    taken = {item.pinned_number for item in ordered if item.pinned_number} | (set(sent) if issued else set())
    numbers: dict[ItemId, str] = {}
    last = _highest(taken) if issued else {}
    for item in ordered:
        section = numbers[item.parent_id] if item.parent_id else None
        if item.pinned_number:
            numbers[item.id] = item.pinned_number
            if not issued and parent_number(item.pinned_number) == section:
                last[section] = _last_part(item.pinned_number)
            continue
        prefix = f"{section}." if section else ""
        part = last.get(section, 0) + 1
        while f"{prefix}{part}" in taken:
            part += 1
        last[section] = part
        numbers[item.id] = f"{prefix}{part}"
        taken.add(numbers[item.id])
    return numbers


def attachment_numbers(
    attachments: Iterable[Attachment], *, issued: bool, sent: Iterable[int] = frozenset()
) -> dict[AttachmentId, int]:
    """The number of every attachment of one item, in order; the same rules as for items."""
    ordered = sorted(attachments, key=lambda a: (a.order_key, a.id))
    taken = {a.pinned_number for a in ordered if a.pinned_number} | (set(sent) if issued else set())
    last = max(taken, default=0) if issued else 0
    numbers: dict[AttachmentId, int] = {}
    for attachment in ordered:
        if attachment.pinned_number:
            number = attachment.pinned_number
            last = last if issued else number
        else:
            number = last + 1
            while number in taken:
                number += 1
            last = number
            taken.add(number)
        numbers[attachment.id] = number
    return numbers


def pins_needed(items: Sequence[AgendaItem], given: Mapping[ItemId, str], *, issued: bool) -> dict[ItemId, str]:
    """Which items must be pinned for every item to bear the number it was given.

    Args:
        items: All items of one meeting, unpinned.
        given: Numbers stated in a meeting file, unique within it.
        issued: Pins every given number; otherwise only those that the tree would number differently.

    Returns:
        The pinned number by item.
    """
    if issued:
        return dict(given)
    pins: dict[ItemId, str] = {}
    while True:
        now = item_numbers([_pin(item, pins.get(item.id)) for item in items], issued=False)
        wrong = next((i for i, number in now.items() if i in given and number != given[i]), None)
        if wrong is None:
            return pins
        pins[wrong] = given[wrong]


def attachment_pins_needed(given: Sequence[int | None], *, issued: bool) -> list[int | None]:
    """Pinned numbers for attachments in order, so that each bears the number it was given, None where it has none.

    Args:
        given: Numbers stated in a meeting file, unique within the item; None where none is stated.
        issued: Pins every given number, otherwise only those that differ from the position's.
    """
    pins: list[int | None] = list(given) if issued else [None] * len(given)
    while True:
        rows = [
            Attachment(AttachmentId(f"{n:06}"), ItemId(""), f"{n:06}", "", "", Sha256(""), pin)
            for n, pin in enumerate(pins)
        ]
        now = list(attachment_numbers(rows, issued=issued).values())
        wrong = next((n for n, want in enumerate(given) if want is not None and now[n] != want), None)
        if wrong is None:
            return pins
        pins[wrong] = given[wrong]


def agenda(
    meeting: Meeting,
    items: Sequence[AgendaItem],
    attachments: Iterable[Attachment],
    renditions: Mapping[RenditionKey, Rendition],
    sent: Given = NONE_GIVEN,
) -> Agenda:
    """Put a meeting's rows together and number them.

    Args:
        meeting: The meeting.
        items: All its items.
        attachments: All their attachments.
        renditions: Those of their files by key; of an attachment without one, its file has still to be looked at.
        sent: Numbers that were sent out with the meeting.
    """
    by_item: defaultdict[ItemId, list[Attachment]] = defaultdict(list)
    for attachment in attachments:
        by_item[attachment.item_id].append(attachment)
    numbers = item_numbers(items, issued=meeting.issued, sent=sent.items)
    levels: dict[ItemId, int] = {}
    numbered = []
    for item in in_order(items):
        levels[item.id] = levels[item.parent_id] + 1 if item.parent_id else 1
        own = {a.id: a for a in by_item[item.id]}
        rows = tuple(
            NumberedAttachment(number, own[key], _rendition(own[key], renditions))
            for key, number in attachment_numbers(own.values(), issued=meeting.issued, sent=sent.of(item.id)).items()
        )
        numbered.append(NumberedItem(numbers[item.id], levels[item.id], item, rows))
    return Agenda(meeting, tuple(numbered))


def _rendition(attachment: Attachment, renditions: Mapping[RenditionKey, Rendition]) -> Rendition:
    """The rendition of an attachment; until it is made, its file untreated stands in for it, outdated as that is."""
    found = renditions.get(attachment.rendition_key)
    if found is not None:
        return found
    plain = renditions.get(RenditionKey(attachment.source))
    stand_in = plain or Rendition(attachment.source, FileStatus.UNSUPPORTED)
    return replace(stand_in, treatment=attachment.treatment, inspection=NOBODY_HERE)


def _highest(pinned: Iterable[str]) -> dict[str | None, int]:
    """The highest issued last part by section number, wherever its item stands now (2.7 moved to 3 stays 2.7)."""
    highest: dict[str | None, int] = {}
    for number in pinned:
        section = parent_number(number)
        highest[section] = max(highest.get(section, 0), _last_part(number))
    return highest


def _last_part(number: str) -> int:
    return int(number.rpartition(".")[2])


def _pin(item: AgendaItem, number: str | None) -> AgendaItem:
    return replace(item, pinned_number=number)
