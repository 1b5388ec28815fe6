"""Files that were taken in become attachments of several items at once, each in its place and with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kkr_desk.intake.arrival import Arrived, Attached, told_of
from kkr_desk.model import Attachment, AttachmentId, ItemId, MeetingId, NumberedAttachment
from kkr_desk.numbering import attachment_pins_needed
from kkr_desk.store import Store


@dataclass(frozen=True, slots=True)
class Placed:
    """A file that was taken in, and where it goes.

    Attributes:
        item: Its item.
        number: Its number among the item's attachments; None to come last, as does one whose number is taken.
        arrived: The file, with its title.
    """

    item: ItemId
    number: int | None
    arrived: Arrived


def write_placed(store: Store, meeting_id: MeetingId, placed: Sequence[Placed]) -> tuple[Attached, ...]:
    """Write the rows of files that were taken in; needs an open operation.

    Args:
        store: The store.
        meeting_id: The meeting of the items.
        placed: The files; those of one item come in the order of their numbers, those without in the order given.

    Returns:
        What was written, in the order given.

    Raises:
        UserError: ``item-gone``; the operation must be given up.
    """
    agenda = store.agenda(meeting_id)
    there = {row.item.id: row.attachments for row in agenda.items}
    written: dict[int, Attachment] = {}
    by_item = sorted(enumerate(placed), key=lambda pair: pair[1].item)
    for item, group in groupby(by_item, key=lambda pair: pair[1].item):
        ordered = sorted(group, key=lambda pair: (pair[1].number is None, pair[1].number or 0))
        own = there.get(item, ())
        pins = _pins(own, [one for _, one in ordered], issued=agenda.meeting.issued)
        for (place, one), pin in zip(ordered, pins, strict=True):
            written[place] = _write(store, one, pin, _behind(own, one.number if pin else None))
    told = told_of(store, meeting_id, list(written.values()))
    rows = ((written[place], one.arrived.rendition) for place, one in enumerate(placed))
    return tuple(Attached(attachment, rendition, told[attachment.id]) for attachment, rendition in rows)


def _pins(own: Sequence[NumberedAttachment], placed: Sequence[Placed], *, issued: bool) -> list[int | None]:
    """The number to hold fast for each: none where its place gives it that number, or where it is taken."""
    taken = {attachment.number for attachment in own}
    wanted: list[int | None] = []
    for one in placed:
        number = one.number if one.number not in taken else None
        taken.add(number or 0)
        wanted.append(number)
    if not any(wanted):
        return list(wanted)
    before = [attachment.number for attachment in own]
    needed = attachment_pins_needed([*before, *wanted], issued=issued)[len(before) :]
    return [pin if number else None for pin, number in zip(needed, wanted, strict=True)]


def _behind(own: Sequence[NumberedAttachment], number: int | None) -> AttachmentId | None:
    """The first of an item's attachments that a number comes before; None at the end."""
    if number is None:
        return None
    return next((one.attachment.id for one in own if one.number > number), None)


def _write(store: Store, one: Placed, pin: int | None, before: AttachmentId | None) -> Attachment:
    arrived = one.arrived
    return store.add_attachment(
        one.item,
        arrived.title,
        arrived.file_name,
        arrived.rendition.source,
        treatment=arrived.rendition.treatment,
        pinned_number=pin,
        before=before,
    )
