"""The bilagssamling and its index as files: laid out, assembled, saved, read back, and only then handed over."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from kkr_desk.errors import Defect
from kkr_desk.export.archive import intend_colours, refuse_unfit
from kkr_desk.export.assemble import Assembly
from kkr_desk.export.job import CollectionJob, Exported
from kkr_desk.export.metadata import describe, document_title
from kkr_desk.export.pages import OwnPages, draw_pages
from kkr_desk.export.saving import save
from kkr_desk.export.stamp import stamp_characters
from kkr_desk.export.structure.claim import failures, withheld
from kkr_desk.export.verify import verify_made
from kkr_desk.handover import hand_over, sync, work_folder
from kkr_desk.model import Notice, Sha256
from kkr_desk.pdf.tagging.nodes import write_structure
from kkr_desk.plan import Part, Plan
from kkr_desk.progress import Progress


def export_collection(job: CollectionJob, target: Path, progress: Progress, *, archive: bool = False) -> Exported:
    """Make the bilagssamling as PDF. The target is replaced in one step at the end, or not at all.

    Args:
        job: What it is made from.
        target: Where it belongs.
        progress: Stepped by page.
        archive: As PDF/A-2b, or not at all.

    Raises:
        Cancelled: The user has asked to stop; nothing was changed.
        UserError: The target's folder is missing; ``archive-refused``, with the reasons by attachment.
        EnvironmentFault: The folder cannot be written, or the target is open elsewhere.
        Defect: ``verify-failed``: what was written is not what was planned; it is not handed over.
        OSError: The disk is full, or a file cannot be read.
    """
    with work_folder(target) as work:
        made = work / "bilagssamling.pdf"
        own = draw_pages(job.plan, stamp_characters(job.plan.template))
        warnings, unclaimed = _write_collection(job, own, made, progress, archive=archive)
        with ThreadPoolExecutor(1) as beside:  # the disk is slow: let it work while we check
            settled = beside.submit(_settle, made)
            _verify(job, own, made, progress, claimed=not unclaimed)
            digest = settled.result()
        size = made.stat().st_size
        hand_over(made, target)
    return Exported(target, job.plan.total_pages, digest, size, warnings, not unclaimed, unclaimed)


def export_index(plan: Plan, target: Path, progress: Progress, *, archive: bool = False) -> Exported:
    """Make the index alone as PDF; its page numbers are those of the collection, its rows are no links.

    Args:
        plan: The collection's plan.
        target: Where it belongs.
        progress: Stepped once.
        archive: As PDF/A-2b, or not at all.

    Raises:
        As `export_collection`.
    """
    with work_folder(target) as work:
        progress.step(0, plan.index_pages, "export-index")
        made = work / "indholdsfortegnelse.pdf"
        own = draw_pages(plan, index_only=True)
        with pikepdf.open(io.BytesIO(own.pdf)) as pdf:
            write_structure(pdf, own.nodes[0])
            unclaimed = _write(pdf, plan, plan.agenda.meeting.index_title, made, progress, archive=archive)
        digest = hash_of(made)
        size = made.stat().st_size
        hand_over(made, target)
    return Exported(target, plan.index_pages, digest, size, (), not unclaimed, unclaimed)


def hash_of(file: Path) -> Sha256:
    """SHA-256 of a file, read in pieces."""
    with file.open("rb") as stream:
        return Sha256(hashlib.file_digest(stream, "sha256").hexdigest())


def _write_collection(
    job: CollectionJob, own: OwnPages, made: Path, progress: Progress, *, archive: bool
) -> tuple[tuple[Notice, ...], tuple[Notice, ...]]:
    """Write it; returns what the caseworker should know of it, and why it does not claim to be accessible."""
    with pikepdf.open(io.BytesIO(own.pdf)) as own_pdf:
        assembly = Assembly(job, own, own_pdf)
        assembly.assemble(progress)
        title = document_title(job.plan)
        unclaimed = _write(
            assembly.pdf,
            job.plan,
            title,
            made,
            progress,
            unclaimed=withheld(job),
            archive=archive,
            parts=job.plan.parts,
        )
    return tuple(assembly.warnings), unclaimed


def _write(
    pdf: Pdf,
    plan: Plan,
    title: str,
    made: Path,
    progress: Progress,
    *,
    unclaimed: tuple[Notice, ...] = (),
    archive: bool,
    parts: Sequence[Part] = (),
) -> tuple[Notice, ...]:
    """Write a document that claims to be accessible, unless something speaks against it; returns what does.

    It is the file with the claim in it that is checked. One that fails is written again, without; one for the archive
    is refused.
    """
    if archive:
        intend_colours(pdf)
    describe(pdf, plan, title, accessible=not unclaimed, archived=archive)
    save(pdf, made, progress)
    if not unclaimed:
        unclaimed = failures(made, len(pdf.pages), progress)
        if unclaimed:
            describe(pdf, plan, title, archived=archive)
            save(pdf, made, progress)
    if archive:
        refuse_unfit(made, len(pdf.pages), parts, progress)
    return unclaimed


def _settle(made: Path) -> Sha256:
    """Bring a file to the disk and hash it."""
    sync(made)
    return hash_of(made)


def _verify(job: CollectionJob, own: OwnPages, made: Path, progress: Progress, *, claimed: bool) -> None:
    findings = verify_made(made, job, own, progress, claimed=claimed)
    if findings:
        raise Defect(
            "verify-failed", count=len(findings), findings=tuple(f"{n.code} {dict(n.facts)}" for n in findings)
        )
