"""A meeting file laid out as it would be in the store, without one: for `build` and `verify --meeting MEETING.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kkr_desk.cli.exporting import collection_job
from kkr_desk.cli.planning import plan_of
from kkr_desk.export.collection import hash_of
from kkr_desk.export.job import CollectionJob
from kkr_desk.intake.inspector import Inspector
from kkr_desk.intake.outline import outline
from kkr_desk.meeting_file import FileItem, MeetingFile
from kkr_desk.model import (
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    ItemId,
    Meeting,
    MeetingId,
    PageFacts,
    Rendition,
    Sha256,
)
from kkr_desk.numbering import agenda, attachment_pins_needed
from kkr_desk.progress import Progress


@dataclass(frozen=True, slots=True)
class Laid:
    """A meeting file's agenda with what an export needs of its files, by the hash of their PDF.

    Attributes:
        agenda: The meeting, numbered.
        files: The attachments' PDFs.
        pages: What is known of their pages.
    """

    agenda: Agenda
    files: Mapping[Sha256, Path]
    pages: Mapping[Sha256, tuple[PageFacts, ...]]


class _Share:
    """Progress on one file of several, told as progress on them all."""

    PARTS = 1000

    def __init__(self, progress: Progress, before: int, count: int, name: str) -> None:
        self._progress = progress
        self._before = before
        self._count = count
        self._name = name

    def step(self, done: int, total: int, what: str = "") -> None:  # noqa: ARG002  the file's name says more
        part = self.PARTS * done // total if total else 0
        self._progress.step(self._before * self.PARTS + part, self._count * self.PARTS, self._name)


def lay_out(meeting: MeetingFile, progress: Progress) -> Laid:
    """Look at every attachment of a meeting file and number its agenda.

    Args:
        meeting: The meeting file.
        progress: Stepped by attachment.

    Raises:
        Cancelled: The user has asked to stop.
        OSError: A file cannot be read.
    """
    paths = list(dict.fromkeys(a.path for item in meeting.items for a in item.attachments))
    sources: dict[Path, Sha256] = {}
    files: dict[Sha256, Path] = {}
    renditions: dict[Sha256, Rendition] = {}
    with Inspector() as inspector:
        for n, path in enumerate(paths):
            share = _Share(progress, n, len(paths), path.name)
            share.step(0, 1)
            source = sources[path] = hash_of(path)
            if source not in renditions:
                renditions[source] = inspector.inspect(path, source, share)
                files[source] = path
    pages = {rendition.pdf: rendition.pages for rendition in renditions.values() if rendition.pdf is not None}
    return Laid(agenda_of(meeting, sources, renditions), files, pages)


def job_of(laid: Laid) -> CollectionJob:
    """All that an export of a meeting file needs."""
    return collection_job(plan_of(laid.agenda), laid.files.__getitem__, laid.pages.__getitem__)


def agenda_of(meeting: MeetingFile, sources: Mapping[Path, Sha256], renditions: Mapping[Sha256, Rendition]) -> Agenda:
    """The agenda of a meeting file.

    Args:
        meeting: The meeting file.
        sources: Hash of each attachment's file.
        renditions: What came of each file, by that hash.
    """
    row = Meeting(MeetingId("file"), meeting.council, meeting.date, meeting.index_title, meeting.issued)
    items: list[AgendaItem] = []
    attachments: list[Attachment] = []
    for n, place in enumerate(outline(meeting.items, issued=meeting.issued)):
        parent = None if place.parent is None else items[place.parent].id
        title, case_type = (place.item.title, place.item.case_type) if place.item else ("", None)
        items.append(AgendaItem(ItemId(f"{n:06}"), row.id, parent, f"{n:06}", title, case_type, place.pin))
        if place.item:
            attachments += _attachments(items[-1].id, place.item, sources, issued=meeting.issued)
    short = {source: replace(rendition, pages=()) for source, rendition in renditions.items()}
    return agenda(row, items, attachments, short)


def _attachments(item_id: ItemId, item: FileItem, sources: Mapping[Path, Sha256], *, issued: bool) -> list[Attachment]:
    pins = attachment_pins_needed([a.number for a in item.attachments], issued=issued)
    return [
        Attachment(
            id=AttachmentId(f"{item_id} {n:06}"),
            item_id=item_id,
            order_key=f"{n:06}",
            title=attachment.title,
            file_name=attachment.path.name,
            source=sources[attachment.path],
            pinned_number=pin,
        )
        for n, (attachment, pin) in enumerate(zip(item.attachments, pins, strict=True))
    ]
