"""A meeting file laid out as it would be in the store, without one: for `build` and `verify --meeting MEETING.json`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kkr_desk.cli.exporting import collection_job
from kkr_desk.cli.planning import plan_of
from kkr_desk.export.collection import hash_of
from kkr_desk.export.job import CollectionJob
from kkr_desk.intake.inspector import Inspector
from kkr_desk.intake.outline import outline
from kkr_desk.meeting_file import FileAttachment, FileItem, MeetingFile
from kkr_desk.model import (
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    FileStatus,
    ItemId,
    Meeting,
    MeetingId,
    Notice,
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
        warnings: What to tell the caseworker; each names ``item``, ``attachment`` (numbers), ``title`` and ``file``.
    """

    agenda: Agenda
    files: Mapping[Sha256, Path]
    pages: Mapping[Sha256, tuple[PageFacts, ...]]
    warnings: tuple[Notice, ...] = ()


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
    row, items, given = _rows(meeting, sources)
    short = {source: replace(rendition, pages=()) for source, rendition in renditions.items()}
    made = agenda(row, items, [attachment for attachment, _ in given], short)
    warnings = _warnings(made, {attachment.id: file.pages for attachment, file in given})
    return Laid(made, files, pages, tuple(warnings))


def job_of(laid: Laid) -> CollectionJob:
    """All that an export of a meeting file needs."""
    return collection_job(plan_of(laid.agenda), laid.files.__getitem__, laid.pages.__getitem__)


def _rows(
    meeting: MeetingFile, sources: Mapping[Path, Sha256]
) -> tuple[Meeting, list[AgendaItem], list[tuple[Attachment, FileAttachment]]]:
    """The rows that the store would hold: meeting, items, and attachments each with what the file says of it."""
    row = Meeting(MeetingId("file"), meeting.council, meeting.date, meeting.index_title, meeting.issued)
    items: list[AgendaItem] = []
    attachments: list[tuple[Attachment, FileAttachment]] = []
    for n, place in enumerate(outline(meeting.items, issued=meeting.issued)):
        parent = None if place.parent is None else items[place.parent].id
        title, case_type = (place.item.title, place.item.case_type) if place.item else ("", None)
        items.append(AgendaItem(ItemId(f"{n:06}"), row.id, parent, f"{n:06}", title, case_type, place.pin))
        if place.item:
            attachments += _attachments(items[-1].id, place.item, sources, issued=meeting.issued)
    return row, items, attachments


def _attachments(
    item_id: ItemId, item: FileItem, sources: Mapping[Path, Sha256], *, issued: bool
) -> Iterator[tuple[Attachment, FileAttachment]]:
    pins = attachment_pins_needed([a.number for a in item.attachments], issued=issued)
    for n, (file, pin) in enumerate(zip(item.attachments, pins, strict=True)):
        key = AttachmentId(f"{item_id} {n:06}")
        yield Attachment(key, item_id, f"{n:06}", file.title, file.path.name, sources[file.path], pin), file


def _warnings(made: Agenda, stated: Mapping[AttachmentId, int | None]) -> Iterator[Notice]:
    """What looking at the files found, as an import would tell it."""
    places = [(item, numbered) for item in made.items for numbered in item.attachments]
    for item, numbered in places:
        attachment, rendition = numbered.attachment, numbered.rendition
        where = (
            ("item", item.number),
            ("attachment", str(numbered.number)),
            ("title", attachment.title),
            ("file", attachment.file_name),
        )
        for notice in rendition.warnings:
            yield Notice(notice.code, (*where, *notice.facts))
        wanted = stated[attachment.id]
        if wanted is not None and rendition.status is FileStatus.OK and wanted != rendition.page_count:
            facts = (("stated", str(wanted)), ("found", str(rendition.page_count)))
            yield Notice("attachment-pages-differ", (*where, *facts))
