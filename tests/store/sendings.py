"""Sending a meeting out in tests, without making its documents."""

from __future__ import annotations

from kkr_desk.model import (
    Audience,
    DocumentKind,
    Edition,
    EditionFile,
    EditionId,
    EditionKind,
    FileFormat,
    Meeting,
    Sent,
    SentAttachment,
    SentItem,
)
from kkr_desk.store import Store


def table_of(store: Store, meeting: Meeting) -> Sent:
    """The table of a meeting as it stands, each attachment of one page behind its divider."""
    page = 2
    items = []
    for row in store.agenda(meeting.id).items:
        own = []
        for numbered in row.attachments:
            a = numbered.attachment
            told = (a.source, a.treatment, a.page_choice, a.closed, a.withdrawn)
            own.append(SentAttachment(a.id, numbered.number, a.title, page, 1, *told))
            page += 2
        items.append(
            SentItem(row.item.id, row.number, row.item.heading, tuple(own), row.item.closed, row.item.withdrawn)
        )
    return Sent(tuple(items), page - 1)


def file_of(store: Store, data: bytes) -> EditionFile:
    """A collection for the members, its bytes in the content."""
    sha = store.content.add_bytes(data)
    which = (DocumentKind.COLLECTION, Audience.MEMBERS, FileFormat.PDF)
    return EditionFile(EditionId(""), *which, "samling.pdf", sha, 1, 0)


def issue(store: Store, meeting: Meeting, kind: EditionKind = EditionKind.FULL) -> Edition:
    """Send a meeting out as it stands, with a file of its own."""
    made = file_of(store, b"%PDF " + str(len(store.editions(meeting.id))).encode())
    with store.operation("Udsend"):
        return store.issue(meeting.id, kind, [made], table_of(store, meeting))
