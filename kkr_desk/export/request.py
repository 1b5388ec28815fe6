"""What somebody asks to have made of a meeting, and the making of it: in the command line's process or in a worker's.

The window imports this to ask, so nothing that opens a PDF is loaded before something is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from kkr_desk.errors import UserError, fault_of
from kkr_desk.export.council_template import council_template
from kkr_desk.export.doubts import undecided
from kkr_desk.export.job import CollectionJob, Exported, collection_job
from kkr_desk.export.logo import logo_of
from kkr_desk.model import Agenda, FileFormat, MeetingId, Notice, NumberedAttachment, NumberedItem, Template
from kkr_desk.plan import Plan, closed, make_plan, missing, place_facts
from kkr_desk.progress import Progress
from kkr_desk.store import Store


class Document(StrEnum):
    """What can be made of a meeting."""

    COLLECTION = "collection"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One document of one meeting, as somebody asked for it.

    Attributes:
        document: What.
        format: As what.
        target: Where.
        replace: Whether a file that is there already may be replaced.
        slip_pages: Whether a slip page may stand for each attachment that cannot be included.
        archive: Whether a PDF must be one for the archive, PDF/A-2b; of no matter to Word.
        closed: Whether items and attachments that are closed to the public may be in it.
        word_template: A Word template; without it the one that the store has for the council, or the program's.
        template: Words and looks; those of the meeting's council without it.
    """

    document: Document
    format: FileFormat
    target: Path
    replace: bool = False
    slip_pages: bool = False
    archive: bool = False
    closed: bool = False
    word_template: Path | None = None
    template: Template | None = None


def run_export(store: Path, meeting_id: MeetingId, request: ExportRequest, *, progress: Progress) -> Exported:
    """Make a document of a meeting as it stands at this moment, whatever is written to the store meanwhile.

    Args:
        store: The store's folder or file; it is only read.
        meeting_id: The meeting.
        request: What is wanted. Nothing is made that it does not allow.
        progress: Stepped by page.

    Raises:
        Cancelled: The user has asked to stop; the target is as it was.
        UserError: ``meeting-gone``, ``target-exists``, ``target-is-source``, ``target-folder-missing``,
            ``target-is-folder``, ``attachments-not-ready``, ``attachments-outdated``, ``closed-not-allowed``,
            ``archive-refused``, ``page-not-drawn``, or the Word template is missing (``template-gone``) or lacks a
            style.
        EnvironmentFault: The machine is at fault: no room, no access, the target is open in another program.
        Defect: ``verify-failed``: what was written is not what was planned; it is not handed over.
    """
    try:
        with Store.open(store, read_only=True) as opened, opened.snapshot():
            agenda = opened.agenda(meeting_id)
            _refuse_target(request, (opened.file, opened.content.folder))
            refuse_missing(agenda, slip_pages=request.slip_pages)
            refuse_closed(agenda, allowed=request.closed)
            refuse_outdated(opened, agenda)
            plan = plan_of(opened, agenda, request.template)
            lost = _lost_logo(opened, plan)
            made = _make(opened, plan, request, progress)
    except OSError as error:
        raise fault_of(error) from error
    return replace(made, warnings=(*slips(agenda), *undecided(agenda), *lost, *made.warnings))


def estimate_word(store: Path, meeting_id: MeetingId, *, progress: Progress) -> int:
    """About how many bytes a meeting's collection would have as a Word file; draws a few of its pages.

    Args, raises: As `run_export`.
    """
    from kkr_desk.export.word import estimated_size  # noqa: PLC0415  see the module's docstring

    progress.step(0, 0)
    try:
        with Store.open(store, read_only=True) as opened, opened.snapshot():
            return estimated_size(job_of(opened, plan_of(opened, opened.agenda(meeting_id))))
    except OSError as error:
        raise fault_of(error) from error


def plan_of(store: Store, agenda: Agenda, template: Template | None = None) -> Plan:
    """The plan of a meeting's collection.

    Args:
        store: The meeting's store.
        agenda: The meeting.
        template: Words and looks; those of the meeting's council without it.
    """
    from kkr_desk.typeface.fonts import measure  # noqa: PLC0415  as above

    council = store.council(agenda.meeting.council)
    return make_plan(agenda, measure, template or council.template, logo=logo_of(store, council))


def job_of(store: Store, plan: Plan) -> CollectionJob:
    """All that an export of a meeting in the store needs."""
    alternates = store.meeting_alternate_texts(plan.agenda.meeting.id)
    return replace(collection_job(plan, store.content.path, store.pages), alternates=alternates)


def refuse_missing(agenda: Agenda, *, slip_pages: bool) -> None:
    """Refuse to leave attachments out, unless slip pages may stand in their place.

    Raises:
        UserError: ``attachments-not-ready``: some cannot be included; all of them are named.
    """
    left_out = missing(agenda)
    if left_out and not slip_pages:
        raise UserError("attachments-not-ready", count=len(left_out), attachments=_named(left_out))


def refuse_closed(agenda: Agenda, *, allowed: bool) -> None:
    """Refuse to show what is closed to the public, unless that was allowed.

    Raises:
        UserError: ``closed-not-allowed``; every attachment is named.
    """
    shown = closed(agenda)
    if shown and not allowed:
        raise UserError("closed-not-allowed", count=len(shown), attachments=_named(shown))


def refuse_outdated(store: Store, agenda: Agenda) -> None:
    """Refuse to use what an earlier version of the program has found out of attachments; see `kkr_desk.intake.renewal`.

    One whose content is lost cannot be looked at again, and is told of when it is missed.

    Raises:
        UserError: ``attachments-outdated``; every attachment is named.
    """
    every = ((item, own) for item in agenda.items for own in item.attachments if own.rendition.is_outdated)
    found = [(item, own) for item, own in every if store.content.holds(own.attachment.source)]
    if found:
        raise UserError("attachments-outdated", count=len(found), attachments=_named(found))


def refuse_overwriting(target: Path, kept: Iterable[Path]) -> None:
    """Refuse to write a document over what it is made from.

    Args:
        target: Where the document is to be.
        kept: Files, and folders with all that is in them.

    Raises:
        UserError: ``target-is-source``.
    """
    place = target.resolve()
    for path in kept:
        if path.resolve() in {place, *place.parents}:
            raise UserError("target-is-source", file=target)


def slips(agenda: Agenda) -> tuple[Notice, ...]:
    """Which attachments a slip page stands for, so that nobody takes the document for complete."""
    return tuple(Notice("attachment-slip", place_facts(*place)) for place in missing(agenda))


def _lost_logo(store: Store, plan: Plan) -> tuple[Notice, ...]:
    """That the council has a logo which the document goes without."""
    wanted = store.council(plan.agenda.meeting.council).logo
    return (Notice("doubt-logo-left-out"),) if wanted is not None and plan.logo is None else ()


def _named(places: Iterable[tuple[NumberedItem, NumberedAttachment]]) -> tuple[str, ...]:
    """Attachments in digits and their own words, which are the same in every language: "2.1 / 3: Notat"."""
    return tuple(f"{item.number} / {own.number}: {own.attachment.title}" for item, own in places)


def _refuse_target(request: ExportRequest, kept: tuple[Path, ...]) -> None:
    refuse_overwriting(request.target, (*kept, *([request.word_template] if request.word_template else [])))
    if not request.replace and request.target.is_file():
        raise UserError("target-exists", file=request.target)


def _make(store: Store, plan: Plan, request: ExportRequest, progress: Progress) -> Exported:
    target = request.target
    if request.format is FileFormat.WORD:
        from kkr_desk.export.word import export_index_word, export_word  # noqa: PLC0415  as above

        template = request.word_template or council_template(store, plan.agenda.meeting.council)
        if request.document is Document.INDEX:
            return export_index_word(plan, target, template, progress)
        return export_word(job_of(store, plan), target, template, progress)
    from kkr_desk.export.collection import export_collection, export_index  # noqa: PLC0415  as above

    if request.document is Document.INDEX:
        return export_index(plan, target, progress, archive=request.archive)
    return export_collection(job_of(store, plan), target, progress, archive=request.archive)
