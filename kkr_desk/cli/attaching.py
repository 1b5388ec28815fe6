"""`attach` and `attach-folder`: files become attachments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kkr_desk.cli.coming import gathered, outcome, password_option, refuse_absent, treatment, treatment_option
from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.output import record, tell, tell_notices
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.stores import open_store
from kkr_desk.intake.arrival import Attached, take_in, write_attachments
from kkr_desk.intake.course import Wanted
from kkr_desk.intake.folder_arrival import attach_folder
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import Agenda
from kkr_desk.sentences import ERRORS, say
from kkr_desk.worker.work_folder import job_folder


@click.command("attach")
@click.argument("meeting")
@click.argument("item")
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--pages", default="")
@click.option("--enclosed", is_flag=True)
@treatment_option
@password_option
@shared_options
def attach_command(
    meeting: str,
    item: str,
    files: tuple[Path, ...],
    *,
    pages: str,
    enclosed: bool,
    treat: tuple[str, ...],
    password: str,
) -> None:
    """Put files into the store as attachments of an item, each with all its pages or those named."""
    refuse_absent(files)
    decided = treatment(treat)
    with (
        progress_shown(current().language) as progress,
        open_store() as store,
        Inspector() as inspector,
        job_folder() as folder,
    ):
        found = store.find_meeting(meeting)
        target = store.find_item(found.id, item)
        came = gathered(files, folder, progress, opens_mails=enclosed)
        arrived = take_in(
            store, [Wanted(one.path, decided, password, one.name.name) for one in came], inspector, progress
        )
        what = files[0].name if len(arrived) == 1 else f"{len(arrived)} bilag"
        with store.operation(f"Vedhæft {what} til punkt {item.strip()}"):
            attached = write_attachments(store, target.id, arrived)
            for one in attached if pages else ():
                store.change_attachment(one.attachment.id, page_choice=pages)
        agenda = store.agenda(found.id)
    _tell_attached(agenda, attached)


@click.command("attach-folder")
@click.argument("meeting")
@click.argument("folder", type=FILE)
@shared_options
def attach_folder_command(meeting: str, folder: Path) -> None:
    """Attach the files of a folder to the items that their names tell, and name the others."""
    with progress_shown(current().language) as progress, open_store() as store, Inspector() as inspector:
        found = store.find_meeting(meeting)
        came = attach_folder(store, found.id, folder, inspector, progress)
        agenda = store.agenda(found.id)
    _tell_attached(agenda, came.attached)
    for proposal in came.unclear:
        record(file=str(proposal.file), attachment=None, reason=proposal.why)
        tell("unclear", file=proposal.file)
    for proposal, error in came.failed:
        record(file=str(proposal.file), attachment=None, reason=error.code)
        tell("not-attached", file=proposal.file, reason=say(ERRORS, error.code, current().language, **error.facts))


def _tell_attached(agenda: Agenda, attached: Sequence[Attached]) -> None:
    """Print each new attachment with its numbers."""
    places = {own.attachment.id: (row.number, own.number) for row in agenda.items for own in row.attachments}
    for one in attached:
        rendition, (item, number) = one.rendition, places[one.attachment.id]
        record(
            attachment=one.attachment.id,
            item=item,
            number=number,
            title=one.attachment.title,
            file=one.attachment.file_name,
            status=rendition.status,
            pages=rendition.page_count,
            warnings=one.warnings,
        )
        tell("attached", item=item, number=number, title=one.attachment.title, outcome=outcome(rendition))
        tell_notices(one.warnings)
