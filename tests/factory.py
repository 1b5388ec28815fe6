"""Values with defaults for tests: say only what the test is about."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from datetime import date

from kkr_desk.model import (
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    FileStatus,
    ItemId,
    Meeting,
    MeetingId,
    MeetingState,
    NumberedAttachment,
    NumberedItem,
    Rendition,
    RenditionKey,
    Sha256,
)
from kkr_desk.numbering import agenda

HORRIBLE_NAME = "Børnehus' æøå ÆØÅ – u\u0308bersicht 100%20 [endelig] (2) & kopi" + "_lang" * 20 + ".PDF"
"""A file name with everything a secretariat's mail brings along: apostrophe, spaces, æøå, decomposed ü, per cent
signs, brackets, an ampersand, an en dash, capitals in the extension, and great length (below 255 bytes in UTF-8)."""

_counter = itertools.count(1)


def make_sha(seed: object = None) -> Sha256:
    """A hash like any other; the same for the same seed, a new one without."""
    text = f"unique {next(_counter)}" if seed is None else repr(seed)
    return Sha256(hashlib.sha256(text.encode()).hexdigest())


def make_meeting(
    *, council: str = "KKR Midtsjælland", day: date = date(2025, 3, 14), title: str | None = None, issued: bool = False
) -> Meeting:
    """A meeting of an invented council."""
    state = MeetingState.ISSUED if issued else MeetingState.DRAFT
    return Meeting(
        MeetingId(f"meeting-{next(_counter):06}"), council, day, title or "Indholdsfortegnelse - Bilag", state
    )


def make_item(
    title: str = "Fordeling af flygtninge 2025",
    *,
    id: str | None = None,  # noqa: A002  the field's own name
    meeting_id: str = "meeting",
    parent_id: str | None = None,
    order_key: str | None = None,
    case_type: str | None = None,
    pinned_number: str | None = None,
) -> AgendaItem:
    """An agenda item; without an order key it comes after all items made before it."""
    n = next(_counter)
    return AgendaItem(
        ItemId(id or f"item-{n:06}"),
        MeetingId(meeting_id),
        None if parent_id is None else ItemId(parent_id),
        order_key or f"{n:06}",
        title,
        case_type,
        pinned_number,
    )


def make_attachment(
    item_id: str = "item",
    title: str = "Landstal 2025",
    *,
    id: str | None = None,  # noqa: A002  the field's own name
    order_key: str | None = None,
    file_name: str = "landstal.pdf",
    source: str | None = None,
    pinned_number: int | None = None,
) -> Attachment:
    """An attachment; without an order key it comes after all attachments made before it."""
    n = next(_counter)
    return Attachment(
        AttachmentId(id or f"attachment-{n:06}"),
        ItemId(item_id),
        order_key or f"{n:06}",
        title,
        file_name,
        make_sha() if source is None else Sha256(source),
        pinned_number,
    )


def make_rendition(
    pages: int = 1, *, source: str | None = None, status: FileStatus = FileStatus.OK, kind: str = "pdf"
) -> Rendition:
    """What came of a file: a sound PDF of so many pages, or a file that cannot be included."""
    sha = make_sha() if source is None else Sha256(source)
    if status is FileStatus.OK:
        return Rendition(sha, status, sha, pages, kind)
    return Rendition(sha, status, kind=kind)


def make_agenda(
    items: Sequence[tuple[str, Sequence[tuple[str, int]]]] = (
        ("Fordeling af flygtninge 2025", (("Landstal 2025", 14),)),
    ),
    *,
    meeting: Meeting | None = None,
) -> Agenda:
    """An agenda of top-level items.

    Args:
        items: Title of each item and its attachments, each a title and a page count; 0 pages is a file that cannot
            be included.
        meeting: Its meeting; an invented one without it.
    """
    meeting = meeting or make_meeting()
    rows: list[AgendaItem] = []
    attachments: list[Attachment] = []
    renditions: dict[RenditionKey, Rendition] = {}
    for title, files in items:
        rows.append(make_item(title, meeting_id=meeting.id))
        for name, pages in files:
            attachments.append(make_attachment(rows[-1].id, name))
            status = FileStatus.OK if pages else FileStatus.DAMAGED
            made = make_rendition(pages, source=attachments[-1].source, status=status)
            renditions[made.key] = made
    return agenda(meeting, rows, attachments, renditions)


def numbered(agenda: Agenda, number: str) -> NumberedItem:
    """The agenda's item of that number; KeyError without one."""
    return by_number(agenda)[number]


def by_number(agenda: Agenda) -> Mapping[str, NumberedItem]:
    """The agenda's items by number."""
    return {item.number: item for item in agenda.items}


def attachments_of(agenda: Agenda) -> list[NumberedAttachment]:
    """All attachments of an agenda in order."""
    return [attachment for item in agenda.items for attachment in item.attachments]
