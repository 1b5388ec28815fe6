"""Meetings and files arrive in the store: bytes first, then what they are, then the rows, all rows in one operation.

A cancel or a failure on the way leaves no row; at most content that nothing refers to, which costs room and nothing
else. A file that cannot be included is kept as an attachment with its status, so that nothing vanishes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from kkr_desk.errors import UserError
from kkr_desk.intake.course import Incoming, Wanted, size_of
from kkr_desk.intake.inspector import Inspector
from kkr_desk.intake.novelty import wants_another_look
from kkr_desk.intake.outline import OutlineRow, outline
from kkr_desk.intake.telling import earlier_notices, notices
from kkr_desk.meeting_file import FileAttachment, MeetingFile
from kkr_desk.model import (
    Attachment,
    AttachmentId,
    FileStatus,
    ItemId,
    Meeting,
    MeetingId,
    Notice,
    Rendition,
    Sha256,
)
from kkr_desk.numbering import attachment_pins_needed
from kkr_desk.progress import Parts, Progress
from kkr_desk.sentences import Language, long_date
from kkr_desk.store import Store

_COPYING = 1
_LOOKING = 9
"""Parts of the work on a file: copying it into the store, and looking at it."""

_NUMBER_IN_FRONT = re.compile(r"(?i:bilag) \d{1,3}(?:\s*[-–:.]\s*(?=\S)|\s+(?=[A-ZÆØÅ]))")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of importing a meeting.

    Attributes:
        meeting: The new meeting.
        items: Items of the meeting file; sections that it only implies do not count.
        attachments: Attachments, those that cannot be included among them.
        pages: Pages of all attachments.
        warnings: What to tell the caseworker: whether the store has such a meeting already, then of the attachments
            as `kkr_desk.intake.telling` does.
    """

    meeting: Meeting
    items: int
    attachments: int
    pages: int
    warnings: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that is in the store and to which no row refers yet.

    Attributes:
        file_name: What the file is called.
        title: Title for its attachment.
        rendition: What came of looking at it, pages left out.
    """

    file_name: str
    title: str
    rendition: Rendition


@dataclass(frozen=True, slots=True)
class Attached:
    """A new attachment.

    Attributes:
        attachment: Its row.
        rendition: What came of looking at its file, pages left out.
        warnings: What to tell the caseworker, see `kkr_desk.intake.telling`.
    """

    attachment: Attachment
    rendition: Rendition
    warnings: tuple[Notice, ...] = ()


def import_meeting(store: Store, meeting_file: MeetingFile, inspector: Inspector, progress: Progress) -> Imported:
    """Put a meeting file's meeting, items and attachments into the store.

    Args:
        store: The store.
        meeting_file: As `kkr_desk.meeting_file.read` read it.
        inspector: Looks at files that the store does not know yet.
        progress: Told of the work done on the files' bytes, of all of it.

    Raises:
        UserError: ``file-missing`` or ``file-unreadable``; no row was written.
        EnvironmentFault: The store could not be written to; no row was written.
        Cancelled: No row was written.
    """
    rows = outline(meeting_file.items, issued=meeting_file.issued)
    files = [attachment for row in rows if row.item for attachment in row.item.attachments]
    arrived = take_in(store, [file.path for file in files], inspector, progress)
    earlier = _same_meeting(store, meeting_file)
    label = f"Importér mødet {long_date(meeting_file.date, Language.DANISH)}"
    with store.operation(label):
        meeting = store.add_meeting(
            meeting_file.council, meeting_file.date, meeting_file.index_title, state=meeting_file.state
        )
        attachments = _write_rows(store, meeting, rows, [one.rendition.source for one in arrived])
    stated = {attachment.id: file.pages for attachment, file in zip(attachments, files, strict=True)}
    told = notices(store.agenda(meeting.id), stated.keys(), stated)
    pages = sum(one.rendition.page_count for one in arrived)
    warnings = (*earlier, *chain.from_iterable(told.values()))
    return Imported(meeting, len(meeting_file.items), len(attachments), pages, warnings)


def take_in(
    store: Store, files: Sequence[Path | Wanted], inspector: Inspector, progress: Progress
) -> tuple[Arrived, ...]:
    """Copy files into the store and look at those it does not know; no row is written, and no operation needed.

    Args:
        store: The store.
        files: The files, in the order they are to stand, with what is decided of them where something is.
        inspector: Looks at files that the store does not know yet.
        progress: Told of the work done on the files' bytes, of all of it.

    Raises:
        UserError: ``file-missing`` or ``file-unreadable``.
        EnvironmentFault: The store could not be written to.
        Cancelled: Content may have been added that nothing refers to.
    """
    wanted = [file if isinstance(file, Wanted) else Wanted(file) for file in files]
    for file in wanted:
        size_of(file.path, file.name)
    arrived: dict[int, Arrived] = {}
    for place, outcome in arrive(store, wanted, inspector, progress):
        if not isinstance(outcome, Arrived):
            raise outcome
        arrived[place] = outcome
    return tuple(arrived[place] for place in range(len(files)))


def arrive(
    store: Store, files: Sequence[Wanted], inspector: Inspector, progress: Progress
) -> Iterator[tuple[int, Arrived | UserError]]:
    """Copy files into the store and look at those it does not know, several at a time; see `take_in`.

    A file is titled by its name for a start; the secretariat puts its own words there. A PDF's own title is not taken:
    it is mostly that of the document that served as a template.

    Args:
        store: The store.
        files: The files.
        inspector: Looks at files that the store does not know yet.
        progress: Told of the work done on the files' bytes, of all of it.

    Yields:
        The place of a file among `files` when it is done, and it, or what went wrong with it; the others go on.

    Raises:
        EnvironmentFault: The store could not be written to.
        Cancelled: What was yielded before is in the store.
    """
    parts = Parts(progress, sum(_length(file.path) for file in files) * (_COPYING + _LOOKING))
    met: list[_Met] = []
    done: deque[tuple[int, Arrived | UserError]] = deque()

    def unknown() -> Iterator[Incoming]:
        for place, file in enumerate(files):
            known = _meet(store, file, parts)
            if isinstance(known, Incoming):
                met.append(_Met(place, known))
                yield known
            else:
                done.append((place, known))

    for number, outcome in inspector.inspect_all(unknown()):
        yield from _drained(done)
        place, incoming = met[number].place, met[number].incoming
        if isinstance(outcome, Rendition):
            store.save_rendition(outcome)
            incoming.progress.step(1, 1)
            yield place, Arrived(incoming.name, title_of(Path(incoming.name)), replace(outcome, pages=()))
        elif isinstance(outcome, UserError):
            yield place, outcome
        else:
            raise outcome
    yield from _drained(done)


def write_attachments(
    store: Store, item_id: ItemId, arrived: Sequence[Arrived], *, before: AttachmentId | None = None
) -> tuple[Attached, ...]:
    """Write the rows of files that were taken in; needs an open operation.

    Args:
        store: The store.
        item_id: Whose attachments they become.
        arrived: What was taken in, in order.
        before: The attachment they are put before; at the end without one.

    Raises:
        UserError: ``item-gone`` or ``attachment-gone``.
    """
    attachments = [
        store.add_attachment(
            item_id,
            one.title,
            one.file_name,
            one.rendition.source,
            treatment=one.rendition.treatment,
            before=before,
        )
        for one in arrived
    ]
    told = told_of(store, store.item(item_id).meeting_id, attachments)
    pairs = zip(attachments, arrived, strict=True)
    return tuple(Attached(attachment, one.rendition, told[attachment.id]) for attachment, one in pairs)


def told_of(
    store: Store, meeting_id: MeetingId, attachments: Sequence[Attachment]
) -> dict[AttachmentId, tuple[Notice, ...]]:
    """What there is to tell of new attachments, see `kkr_desk.intake.telling`."""
    agenda, new = store.agenda(meeting_id), {attachment.id for attachment in attachments}
    told = notices(agenda, new, {})
    earlier = earlier_notices(agenda, {one.id: store.earlier_uses(one.source, but=new) for one in attachments})
    return {attachment: (*told[attachment], *earlier[attachment]) for attachment in told}


def title_of(file: Path) -> str:
    """A file's name as the first title of its attachment: without its ending, underscores as spaces.

    A number in front ("Bilag 1 - Faktaark.pdf") goes: the attachment is numbered by its place.
    """
    title = " ".join(file.stem.replace("_", " ").split())
    return _NUMBER_IN_FRONT.sub("", title) or file.name


@dataclass(frozen=True, slots=True)
class _Met:
    """A file that is being looked at, and its place among those that were given."""

    place: int
    incoming: Incoming


def _length(path: Path) -> int:
    """A file's length in bytes, at least 1 so that each counts in the progress."""
    try:
        return max(path.stat().st_size, 1)
    except OSError:
        return 1  # whoever reads it says so


def _meet(store: Store, file: Wanted, parts: Parts) -> Incoming | Arrived | UserError:
    """A file that is in the store now: to be looked at, known already, or not to be read."""
    path, name = file.path, file.name
    length = _length(path)
    copying, looking = parts.part(length * _COPYING, name), parts.part(length * _LOOKING, name)
    try:
        size_of(path, name)
        source = store.content.add(path, copying)
    except UserError as error:
        return error
    known = store.rendition(source, file.treatment)
    if known is None or _is_stale(store, known, file):
        content = store.content
        return Incoming(content.path(source), source, name, file.treatment, file.password, looking, content.add)
    looking.step(1, 1)
    return Arrived(name, title_of(Path(name)), known)


def _is_stale(store: Store, known: Rendition, file: Wanted) -> bool:
    """Whether to look at a file again that the store knows.

    After a timeout too: a slow day is not the file's fault for ever. Not where a PDF was made of it and is there:
    `kkr_desk.intake.renewal` looks at that one, since making it anew might need what is not at hand now.
    """
    if known.pdf is not None and not store.content.holds(known.pdf):
        return True
    if known.pdf not in {None, known.source}:
        return False
    if known.status is FileStatus.PASSWORD and file.password:
        return True
    return known.status is FileStatus.TIMEOUT or wants_another_look(known)


def _drained(done: deque[tuple[int, Arrived | UserError]]) -> Iterator[tuple[int, Arrived | UserError]]:
    while done:
        yield done.popleft()


def _same_meeting(store: Store, meeting_file: MeetingFile) -> tuple[Notice, ...]:
    """Whether the council has a meeting of that day already: a second import is a second meeting."""
    known = ((meeting.council, meeting.date) for meeting in store.meetings())
    if (meeting_file.council, meeting_file.date) not in known:
        return ()
    facts = (("council", meeting_file.council), ("date", meeting_file.date.isoformat()))
    return (Notice("meeting-twice", facts),)


def _write_rows(
    store: Store, meeting: Meeting, rows: Sequence[OutlineRow], sources: Sequence[Sha256]
) -> list[Attachment]:
    """Write items and attachments; `sources` are the attachments' contents, in the rows' order."""
    written: list[ItemId] = []
    attachments: list[Attachment] = []
    waiting = iter(sources)
    for row in rows:
        item = store.add_item(
            meeting.id,
            row.item.title if row.item else "",
            parent_id=None if row.parent is None else written[row.parent],
            case_type=row.item.case_type if row.item else None,
            pinned_number=row.pin,
        )
        written.append(item.id)
        files: tuple[FileAttachment, ...] = row.item.attachments if row.item else ()
        pins = attachment_pins_needed([file.number for file in files], issued=meeting.issued)
        attachments += [
            _write_attachment(store, item.id, file, next(waiting), pin) for file, pin in zip(files, pins, strict=True)
        ]
    return attachments


def _write_attachment(
    store: Store, item_id: ItemId, file: FileAttachment, source: Sha256, pin: int | None
) -> Attachment:
    made = store.add_attachment(item_id, file.title, file.path.name, source, pinned_number=pin, language=file.language)
    for place, text in file.alternate_texts.items():
        store.write_alternate_text(made.id, place, text)
    return made
