"""The page plan: from a numbered agenda to index entries, dividers and page numbers. Pure, and it opens no file.

One plan feeds the window, the PDF, the Word file and the check after export, so that index numbers and printed
numbers cannot drift apart. The rules are those of the two seed meetings: the index lists itself and its pages count,
an item stands at its first attachment's divider, an attachment at its own, and items without attachments are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kkr_desk.index import (
    MAX_HEADING_LINES,
    IndexEntry,
    IndexRow,
    IndexStyle,
    Logo,
    Measure,
    Weight,
    heading_width,
    set_rows,
    shorten,
    wrap,
)
from kkr_desk.model import Agenda, FileStatus, ItemId, NumberedAttachment, NumberedItem, Template
from kkr_desk.page_choice import chosen_pages

INDEX_DESTINATION = "indholdsfortegnelse"

Facts = tuple[tuple[str, str], ...]
"""Facts of a notice by name."""


class PartKind(StrEnum):
    """What a run of pages in the collection is."""

    INDEX = "index"
    DIVIDER = "divider"
    ATTACHMENT = "attachment"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pages of one kind.

    Attributes:
        kind: What the pages are. A slip stands for an attachment that cannot be included.
        first_page: 1-based, in the collection.
        page_count: At least 1.
        item: Whose it is; None for the index.
        attachment: The attachment it precedes or is; None for the index.
    """

    kind: PartKind
    first_page: int
    page_count: int
    item: NumberedItem | None = None
    attachment: NumberedAttachment | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything in a collection stands.

    Attributes:
        agenda: What was planned.
        template: Words and looks it was planned with.
        style: Measures of the index.
        heading: The index's heading, wrapped.
        entries: Rows of the index in order, the first the index's own.
        rows: The same rows as set on the index's pages.
        parts: Every page of the collection, contiguous, in order.
        index_pages: Length of the index in pages.
        total_pages: Length of the collection in pages.
        logo: The council's logo beside the heading; None without one.
    """

    agenda: Agenda
    template: Template
    style: IndexStyle
    heading: tuple[str, ...]
    entries: tuple[IndexEntry, ...]
    rows: tuple[IndexRow, ...]
    parts: tuple[Part, ...]
    index_pages: int
    total_pages: int
    logo: Logo | None = None


def make_plan(
    agenda: Agenda,
    measure: Measure,
    template: Template | None = None,
    style: IndexStyle | None = None,
    *,
    logo: Logo | None = None,
) -> Plan:
    """Plan a collection.

    The index's length moves every page number, and a longer number narrows the index's lines. Only the number of
    digits feeds back, so it is tried from the least possible upwards until the collection fits it; that ends, since
    an index never needs more pages than it has lines.

    Args:
        agenda: The meeting, numbered, with the page counts of its attachments.
        measure: Widths of the embedded font.
        template: The council's words; the default ones without it.
        style: Measures of the index; the default ones without it.
        logo: The council's logo, which the heading's lines end before.
    """
    template, style = template or Template(), style or IndexStyle()
    heading = _heading(agenda.meeting.index_title, heading_width(logo, style), measure, style)
    texts = _texts(agenda, template)
    body = sum(1 + _length(attachment) for item in agenda.items for attachment in item.attachments)
    digit = measure("0", Weight.REGULAR, style.size)
    digits = len(str(body + 1))
    while True:
        rows = set_rows(texts, len(heading), digit * digits, measure, style)
        index_pages = rows[-1].page
        if len(str(index_pages + body)) <= digits:
            break
        digits += 1
    entries, parts = _lay_out(agenda, texts, index_pages)
    return Plan(agenda, template, style, heading, entries, rows, parts, index_pages, index_pages + body, logo)


def missing(agenda: Agenda) -> tuple[tuple[NumberedItem, NumberedAttachment], ...]:
    """Attachments that cannot be included as they are, in order; they block an export until the user has decided."""
    return tuple((i, a) for i in agenda.items for a in i.attachments if not _includable(a))


def included_pages(attachment: NumberedAttachment) -> tuple[int, ...]:
    """Which pages of its file an attachment has in the collection, 1-based; none where a slip stands for it."""
    if not _includable(attachment):
        return ()
    return chosen_pages(attachment.attachment.page_choice, attachment.rendition.page_count)


def closed(agenda: Agenda) -> tuple[tuple[NumberedItem, NumberedAttachment], ...]:
    """Attachments that the collection and its index would show although they are closed to the public, in order.

    What stands below a closed item or section is closed with it.
    """
    shut: set[ItemId | None] = set()
    found = []
    for row in agenda.items:
        if row.item.closed or row.item.parent_id in shut:
            shut.add(row.item.id)
        found += [(row, a) for a in row.attachments if row.item.id in shut or a.attachment.closed]
    return tuple(found)


def place_facts(item: NumberedItem, numbered: NumberedAttachment) -> Facts:
    """The facts of a notice that say which attachment it is about."""
    return (
        ("item", item.number),
        ("attachment", str(numbered.number)),
        ("title", numbered.attachment.title),
        ("file", numbered.attachment.file_name),
    )


def item_destination(number: str) -> str:
    """Name of an item's destination in the PDF: "punkt-2.1"."""
    return f"punkt-{number}"


def attachment_destination(number: str, attachment: int) -> str:
    """Name of an attachment's destination in the PDF: "bilag-2.1-3"."""
    return f"bilag-{number}-{attachment}"


def attachment_text(attachment: NumberedAttachment, template: Template) -> str:
    """An attachment as index, divider and outline name it: "Bilag 3: Notat om organisering af botilbud"."""
    return template.attachment_text.format(number=attachment.number, title=attachment.attachment.title).strip()


def logo_text(agenda: Agenda) -> str:
    """What is read aloud in place of the logo: "Logo: KKR Sjælland"."""
    return f"Logo: {agenda.meeting.council}"


def _heading(text: str, width: float, measure: Measure, style: IndexStyle) -> tuple[str, ...]:
    lines = wrap(text, width, measure, Weight.SEMIBOLD, style.heading_size)
    return shorten(lines, measure, Weight.SEMIBOLD, style.heading_size, most=MAX_HEADING_LINES, room=width)


def _includable(attachment: NumberedAttachment) -> bool:
    return attachment.rendition.status is FileStatus.OK and attachment.rendition.page_count > 0


def _length(attachment: NumberedAttachment) -> int:
    """Pages behind the divider: the attachment's own, or one slip."""
    if not attachment.attachment.page_choice and _includable(attachment):
        return attachment.rendition.page_count  # of most, and so often asked for that no list is made
    return len(included_pages(attachment)) or 1


def _texts(agenda: Agenda, template: Template) -> list[tuple[int, str]]:
    """Level and text of every entry: the index itself, items that have attachments, attachments."""
    texts = [(1, agenda.meeting.index_title)]
    for item in agenda.items:
        if item.attachments:
            texts.append((1, f"{item.number} {item.item.heading}".strip()))
            texts.extend((2, attachment_text(attachment, template)) for attachment in item.attachments)
    return texts


def _lay_out(
    agenda: Agenda, texts: Iterable[tuple[int, str]], index_pages: int
) -> tuple[tuple[IndexEntry, ...], tuple[Part, ...]]:
    """Entries and parts with their pages, the index being so many pages long."""
    waiting = iter(texts)
    entries = [IndexEntry(*next(waiting), 1, INDEX_DESTINATION)]
    parts = [Part(PartKind.INDEX, 1, index_pages)]
    page = index_pages + 1
    for item in agenda.items:
        if item.attachments:
            entries.append(IndexEntry(*next(waiting), page, item_destination(item.number)))
        for attachment in item.attachments:
            name = attachment_destination(item.number, attachment.number)
            entries.append(IndexEntry(*next(waiting), page, name))
            parts.append(Part(PartKind.DIVIDER, page, 1, item, attachment))
            kind = PartKind.ATTACHMENT if _includable(attachment) else PartKind.SLIP
            length = _length(attachment)
            parts.append(Part(kind, page + 1, length, item, attachment))
            page += 1 + length
    return tuple(entries), tuple(parts)
