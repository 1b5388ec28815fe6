"""What is doubtful about a meeting before a document is made of it: all that a caseworker would rather know now. Pure.

The order is that of the agenda, what stops the work first, then what must be decided and answered, then what is only
told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kkr_desk.model import Agenda, AttachmentId, ItemId, Notice, NumberedAttachment, NumberedItem, Sha256, Shown
from kkr_desk.numbering import parent_number
from kkr_desk.page_choice import fits
from kkr_desk.plan import closed, missing, place_facts


class Severity(StrEnum):
    """What a doubt asks of somebody."""

    STOPS = "stops"
    """Nothing is made until it is mended, or a slip page is allowed in its place."""
    DECIDES = "decides"
    """The window makes nothing until somebody has decided at the bilag how its file is to be shown."""
    ASKS = "asks"
    """Nothing is made until somebody has said that it is meant."""
    TELLS = "tells"
    """Worth knowing."""


_ASKING = {
    "office-changes": "changes",
    "office-comments": "comments",
    "office-hidden-sheets": "hidden",
    "office-hidden-slides": "hidden",
}
"""Notices that ask something, and the field of the treatment that answers."""
_NOT_DOUBTFUL = frozenset({"pdf-repaired"})
"""Notices of the bilag that say nothing of the document: where pages were lost, another one says so."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to know, and where in the meeting it is."""

    severity: Severity
    notice: Notice
    item: ItemId | None = None
    attachment: AttachmentId | None = None


def doubts(
    agenda: Agenda, *, logo_lost: bool = False, awaited: Mapping[ItemId, int] = MappingProxyType({})
) -> tuple[Doubt, ...]:
    """Everything doubtful about a meeting's collection, the same for its index.

    Args:
        agenda: The meeting as it stands, with its renditions.
        logo_lost: The council has a logo that cannot be read.
        awaited: How many attachments of an item have a title, but no file yet.
    """
    found = [*_not_ready(agenda), *_undecided(agenda), *_closed(agenda), *_awaited(agenda, awaited), *_told(agenda)]
    if logo_lost:
        found.append(Doubt(Severity.TELLS, Notice("doubt-logo-left-out")))
    return tuple(sorted(found, key=lambda doubt: list(Severity).index(doubt.severity)))


def _not_ready(agenda: Agenda) -> Iterator[Doubt]:
    """Attachments that cannot be included, each with what looking at its file has said."""
    for item, own in missing(agenda):
        where = place_facts(item, own)
        for notice in own.notices or (Notice("doubt-not-looked-at", (*where,)),):
            yield _at(Severity.STOPS, item, own, Notice(notice.code, (*where, *notice.facts)))


def undecided(agenda: Agenda) -> tuple[Notice, ...]:
    """What files ask and nobody has decided, each naming its attachment; none of those that cannot be included."""
    return tuple(doubt.notice for doubt in _undecided(agenda))


def _undecided(agenda: Agenda) -> Iterator[Doubt]:
    left_out = {own.attachment.id for _, own in missing(agenda)}
    for item in agenda.items:
        for own in item.attachments:
            for notice in own.notices:
                if own.attachment.id not in left_out and _asks(own, notice):
                    facts = (*place_facts(item, own), *notice.facts)
                    yield _at(Severity.DECIDES, item, own, Notice(notice.code, facts))


def _asks(own: NumberedAttachment, notice: Notice) -> bool:
    """Whether a notice asks what nobody has decided."""
    field = _ASKING.get(notice.code)
    return field is not None and getattr(own.attachment.treatment, field) is Shown.UNDECIDED


def _closed(agenda: Agenda) -> Iterator[Doubt]:
    for item, own in closed(agenda):
        yield _at(Severity.ASKS, item, own, Notice("doubt-closed-attachment", (*place_facts(item, own),)))


def _awaited(agenda: Agenda, awaited: Mapping[ItemId, int]) -> Iterator[Doubt]:
    for item in agenda.items:
        if count := awaited.get(item.item.id):
            facts = (("item", item.number), ("count", str(count)))
            yield Doubt(Severity.TELLS, Notice("doubt-files-awaited", facts), item.item.id)


def _told(agenda: Agenda) -> Iterator[Doubt]:
    if not any(item.attachments for item in agenda.items):
        yield Doubt(Severity.TELLS, Notice("doubt-no-attachments"))
    left_out = {own.attachment.id for _, own in missing(agenda)}
    first: dict[Sha256, tuple[NumberedItem, NumberedAttachment]] = {}
    yield from _item_numbers(agenda)
    yield from _sections(agenda)
    for item in agenda.items:
        if item.attachments and not item.item.title:
            yield Doubt(Severity.TELLS, Notice("doubt-untitled-item", (("item", item.number),)), item.item.id)
        yield from _attachment_numbers(item)
        for own in item.attachments:
            if own.attachment.id not in left_out:
                yield from _of_attachment(item, own)
            yield from _of_twin(item, own, first.setdefault(own.attachment.source, (item, own)))


def _of_attachment(item: NumberedItem, own: NumberedAttachment) -> Iterator[Doubt]:
    attachment, where = own.attachment, place_facts(item, own)
    if not attachment.title:
        yield _at(Severity.TELLS, item, own, Notice("doubt-untitled-attachment", (*where,)))
    if attachment.page_choice:
        facts = (*where, ("pages", attachment.page_choice.replace(",", ", ")), ("count", str(own.rendition.page_count)))
        is_sound = fits(attachment.page_choice, own.rendition.page_count)
        yield _at(Severity.TELLS, item, own, Notice("doubt-pages-left-out" if is_sound else "doubt-pages-unfit", facts))
    for notice in own.notices:
        if notice.code not in _ASKING and notice.code not in _NOT_DOUBTFUL:
            yield _at(Severity.TELLS, item, own, Notice(notice.code, (*where, *notice.facts)))


def _of_twin(
    item: NumberedItem, own: NumberedAttachment, same: tuple[NumberedItem, NumberedAttachment]
) -> Iterator[Doubt]:
    other_item, other = same
    if other is not own:
        facts = (("other_item", other_item.number), ("other_attachment", str(other.number)))
        yield _at(Severity.TELLS, item, own, Notice("attachment-twice", (*place_facts(item, own), *facts)))


def _sections(agenda: Agenda) -> Iterator[Doubt]:
    """Items without a title that no document shows yet, all in one: an agenda may be full of them."""
    untitled = [item for item in agenda.items if not item.item.title and not item.attachments]
    if untitled:
        numbers = ", ".join(item.number for item in untitled)
        yield Doubt(Severity.TELLS, Notice("doubt-untitled-sections", (("items", numbers),)), untitled[0].item.id)


def _item_numbers(agenda: Agenda) -> Iterator[Doubt]:
    """Numbers that two items bear, and holes in the numbers of a section: both come of pinned numbers alone."""
    times = Counter(item.number for item in agenda.items)
    last: defaultdict[str | None, int] = defaultdict(int)
    for item in sorted(agenda.items, key=lambda row: tuple(map(int, row.number.split(".")))):
        section, part = parent_number(item.number), int(item.number.rpartition(".")[2])
        where = ("item", item.number)
        if times[item.number] > 1:
            yield Doubt(Severity.TELLS, Notice("doubt-number-twice", (where,)), item.item.id)
            times[item.number] = 0
        hole = _hole(last[section], part, f"{section}." if section else "")
        last[section] = part
        if hole:
            yield Doubt(Severity.TELLS, Notice("doubt-number-gap", (where, ("missing", hole))), item.item.id)


def _attachment_numbers(item: NumberedItem) -> Iterator[Doubt]:
    """The same for the attachments of one item."""
    times = Counter(own.number for own in item.attachments)
    last = 0
    for own in sorted(item.attachments, key=lambda row: row.number):
        where = place_facts(item, own)
        if times[own.number] > 1:
            yield _at(Severity.TELLS, item, own, Notice("doubt-attachment-number-twice", (*where,)))
            times[own.number] = 0
        hole = _hole(last, own.number, "")
        last = own.number
        if hole:
            facts = (*where, ("missing", hole))
            yield _at(Severity.TELLS, item, own, Notice("doubt-attachment-number-gap", facts))


def _hole(last: int, part: int, prefix: str) -> str:
    """The numbers between two that follow each other: "2.5", "3–5"; "" when there are none."""
    if part <= last + 1:
        return ""
    return f"{prefix}{last + 1}" if part == last + 2 else f"{prefix}{last + 1}–{prefix}{part - 1}"


def _at(severity: Severity, item: NumberedItem, own: NumberedAttachment, notice: Notice) -> Doubt:
    return Doubt(severity, notice, item.item.id, own.attachment.id)
