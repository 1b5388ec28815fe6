"""`build`: the documents of a meeting file, in one go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kkr_desk.cli.exporting import refuse_missing, refuse_overwriting, slip_pages_option, slips, tell_exported
from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.one_shot import job_of, lay_out
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.export.collection import export_collection, export_index
from kkr_desk.meeting_file import read


@click.command("build")
@click.argument("meeting_file", type=FILE)
@click.option("--pdf", type=FILE, required=True)
@click.option("--index-pdf", type=FILE)
@slip_pages_option
@shared_options
def build_command(meeting_file: Path, pdf: Path, index_pdf: Path | None, *, slip_pages: bool) -> None:
    """Make the collection of a meeting file, without a store."""
    meeting = read(meeting_file)
    kept = (meeting_file, *(attachment.path for item in meeting.items for attachment in item.attachments))
    refuse_overwriting(pdf, kept)
    if index_pdf is not None:
        refuse_overwriting(index_pdf, (pdf, *kept))
    with progress_shown(current().language) as progress:
        laid = lay_out(meeting, progress)
        refuse_missing(laid.agenda, slip_pages=slip_pages)
        job = job_of(laid)
        collection = export_collection(job, pdf, progress)
        index = None if index_pdf is None else export_index(job.plan, index_pdf, progress)
    warnings = (*slips(laid.agenda), *laid.warnings, *collection.warnings)
    tell_exported(replace(collection, warnings=warnings), "exported-collection")
    if index is not None:
        tell_exported(index, "exported-index")
