"""A meeting file laid out as it would be in the store, without one: for `build` and `verify --meeting MEETING.json`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from kkr_desk.cli.planning import plan_of
from kkr_desk.export.job import CollectionJob, collection_job
from kkr_desk.intake.course import Wanted
from kkr_desk.intake.inspector import Inspector, inspect_files, kept_in
from kkr_desk.intake.outline import outline
from kkr_desk.intake.telling import notices
from kkr_desk.meeting_file import FileAttachment, FileItem, MeetingFile
from kkr_desk.model import (
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    ItemId,
    Meeting,
    MeetingId,
    Notice,
    PageFacts,
    Rendition,
    RenditionKey,
    Sha256,
)
from kkr_desk.numbering import agenda, attachment_pins_needed
from kkr_desk.progress import Progress
from kkr_desk.worker.work_folder import job_folder


@dataclass(frozen=True, slots=True)
class Laid:
    """A meeting file's agenda with what an export needs of its files, by the hash of their PDF.

    Attributes:
        agenda: The meeting, numbered.
        files: The attachments' PDFs.
        pages: What is known of their pages.
        warnings: What to tell the caseworker, as `kkr_desk.intake.telling` does.
        alternates: What the meeting file says instead of pictures, by attachment and place.
    """

    agenda: Agenda
    files: Mapping[Sha256, Path]
    pages: Mapping[Sha256, tuple[PageFacts, ...]]
    warnings: tuple[Notice, ...] = ()
    alternates: Mapping[AttachmentId, Mapping[str, str]] = field(default_factory=dict)


@contextmanager
def laid_out(meeting: MeetingFile, progress: Progress) -> Iterator[Laid]:
    """Look at every attachment of a meeting file and number its agenda; what was made of them stays until the end.

    Args:
        meeting: The meeting file.
        progress: Told of the work done on the files' bytes.

    Raises:
        Cancelled: The user has asked to stop.
        UserError: ``file-missing`` or ``file-unreadable``.
    """
    paths = list(dict.fromkeys(a.path for item in meeting.items for a in item.attachments))
    with job_folder() as folder:
        yield _laid(meeting, _looked_at(paths, folder, progress))


@dataclass(frozen=True, slots=True)
class _Looked:
    """What came of looking at files: their hashes, by path; the PDFs to include and what is known of them, by hash."""

    sources: Mapping[Path, Sha256]
    files: Mapping[Sha256, Path]
    renditions: Mapping[RenditionKey, Rendition]


def _looked_at(paths: Sequence[Path], folder: Path, progress: Progress) -> _Looked:
    """Look at files; the PDFs that are made of them are put into the folder."""
    sources: dict[Path, Sha256] = {}
    files: dict[Sha256, Path] = {}
    renditions: dict[RenditionKey, Rendition] = {}
    with Inspector() as inspector:
        for path, rendition, _ in inspect_files([Wanted(path) for path in paths], inspector, progress, keep_in=folder):
            sources[path] = rendition.source
            renditions.setdefault(rendition.key, rendition)
            if rendition.pdf is not None:
                is_made = rendition.pdf != rendition.source
                files.setdefault(rendition.pdf, kept_in(folder, rendition.pdf) if is_made else path)
    return _Looked(sources, files, renditions)


def _laid(meeting: MeetingFile, looked: _Looked) -> Laid:
    known = looked.renditions.values()
    pages = {rendition.pdf: rendition.pages for rendition in known if rendition.pdf is not None}
    row, items, given = _rows(meeting, looked.sources)
    short = {key: replace(rendition, pages=()) for key, rendition in looked.renditions.items()}
    made = agenda(row, items, [attachment for attachment, _ in given], short)
    stated = {attachment.id: file.pages for attachment, file in given}
    told = notices(made, stated.keys(), stated)
    alternates = {attachment.id: file.alternate_texts for attachment, file in given if file.alternate_texts}
    return Laid(made, looked.files, pages, tuple(chain.from_iterable(told.values())), alternates)


def job_of(laid: Laid) -> CollectionJob:
    """All that an export of a meeting file needs."""
    job = collection_job(plan_of(laid.agenda), laid.files.__getitem__, laid.pages.__getitem__)
    return replace(job, alternates=laid.alternates)


def _rows(
    meeting: MeetingFile, sources: Mapping[Path, Sha256]
) -> tuple[Meeting, list[AgendaItem], list[tuple[Attachment, FileAttachment]]]:
    """The rows that the store would hold: meeting, items, and attachments each with what the file says of it."""
    row = Meeting(MeetingId("file"), meeting.council, meeting.date, meeting.index_title, meeting.state)
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
        key, source = AttachmentId(f"{item_id} {n:06}"), sources[file.path]
        made = Attachment(key, item_id, f"{n:06}", file.title, file.path.name, source, pin, language=file.language)
        yield made, file
