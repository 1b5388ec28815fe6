"""What there is to tell of new attachments: what looking at their files found, and how they fit into the meeting. Pure.

Each notice names its attachment: ``item`` and ``attachment`` (their numbers), ``title`` and ``file``, beside its own
facts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from kkr_desk.model import Agenda, AttachmentId, FileStatus, Notice, NumberedAttachment, NumberedItem, Sha256
from kkr_desk.plan import Facts, place_facts
from kkr_desk.store.earlier_uses import EarlierUse


def notices(
    agenda: Agenda, new: Collection[AttachmentId], stated: Mapping[AttachmentId, int | None]
) -> dict[AttachmentId, tuple[Notice, ...]]:
    """The notices of each new attachment, in the agenda's order.

    Args:
        agenda: The meeting with the new attachments in it.
        new: Which they are; of two new ones with the same content only the second is told.
        stated: How many pages a meeting file says they have, None where it does not say.
    """
    places = [(item, attachment) for item in agenda.items for attachment in item.attachments]
    known: dict[Sha256, tuple[NumberedItem, NumberedAttachment]] = {}
    for item, numbered in places:
        if numbered.attachment.id not in new:
            known.setdefault(numbered.attachment.source, (item, numbered))
    told: dict[AttachmentId, tuple[Notice, ...]] = {}
    for item, numbered in places:
        attachment = numbered.attachment
        if attachment.id in new:
            where, same = place_facts(item, numbered), known.setdefault(attachment.source, (item, numbered))
            of_file = _of_file(numbered, where, stated.get(attachment.id))
            told[attachment.id] = (*of_file, *_of_twin(numbered, where, same))
    return told


def earlier_notices(
    agenda: Agenda, uses: Mapping[AttachmentId, Sequence[EarlierUse]]
) -> dict[AttachmentId, tuple[Notice, ...]]:
    """Of each new attachment, where its file stands in another meeting: in the latest one.

    Args:
        agenda: The meeting with the new attachments in it.
        uses: Where each one's file stands already, latest meeting first; those in this meeting are `notices`' to tell.
    """
    places = {own.attachment.id: place_facts(item, own) for item in agenda.items for own in item.attachments}
    told: dict[AttachmentId, tuple[Notice, ...]] = {}
    for attachment, every in uses.items():
        elsewhere = (use for use in every if use.meeting.id != agenda.meeting.id)
        told[attachment] = tuple(_of_use(places[attachment], use) for use in islice(elsewhere, 1))
    return told


def _of_use(where: Facts, use: EarlierUse) -> Notice:
    facts = (
        ("council", use.meeting.council),
        ("date", f"{use.meeting.date:%d-%m-%Y}"),
        ("other_item", use.item_number),
        ("other_attachment", str(use.number)),
        ("other_title", use.title),
    )
    return Notice("attachment-known", (*where, *facts))


def _of_file(numbered: NumberedAttachment, where: Facts, stated: int | None) -> Iterator[Notice]:
    rendition = numbered.rendition
    for notice in numbered.notices:
        yield Notice(notice.code, (*where, *notice.facts))
    if stated is not None and rendition.status is FileStatus.OK and stated != rendition.page_count:
        facts = (("stated", str(stated)), ("found", str(rendition.page_count)))
        yield Notice("attachment-pages-differ", (*where, *facts))


def _of_twin(
    numbered: NumberedAttachment, where: Facts, same: tuple[NumberedItem, NumberedAttachment]
) -> Iterator[Notice]:
    item, other = same
    if other is not numbered:
        facts = (("other_item", item.number), ("other_attachment", str(other.number)))
        yield Notice("attachment-twice", (*where, *facts))
