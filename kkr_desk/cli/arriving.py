"""`import`, `attach` and `inspect`: what comes in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.output import counted, record, tell, tell_notices
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.stores import make_store, open_store
from kkr_desk.errors import UserError
from kkr_desk.intake.arrival import import_meeting, take_in, write_attachments
from kkr_desk.intake.course import Wanted
from kkr_desk.intake.inspector import Inspector, inspect_files
from kkr_desk.meeting_file import read
from kkr_desk.model import FileStatus, Particulars, Rendition, Treatment, read_treatment
from kkr_desk.sentences import COMMAND, say

treatment_option = click.option("--treat", multiple=True)
password_option = click.option("--password", default="", envvar="KKR_DESK_PASSWORD")


@click.command("import")
@click.argument("meeting_file", type=FILE)
@shared_options
def import_command(meeting_file: Path) -> None:
    """Put a meeting file and its attachments into the store."""
    meeting = read(meeting_file)
    with progress_shown(current().language) as progress, make_store() as store, Inspector() as inspector:
        imported = import_meeting(store, meeting, inspector, progress)
    record(
        meeting=imported.meeting.id,
        items=imported.items,
        attachments=imported.attachments,
        pages=imported.pages,
        warnings=imported.warnings,
    )
    tell(
        "imported",
        council=imported.meeting.council,
        date=imported.meeting.date,
        items=counted("items", imported.items),
        attachments=counted("attachments", imported.attachments),
        pages=counted("pages", imported.pages),
    )
    tell_notices(imported.warnings, placed=True)


@click.command("attach")
@click.argument("meeting")
@click.argument("item")
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--pages", default="")
@treatment_option
@password_option
@shared_options
def attach_command(
    meeting: str, item: str, files: tuple[Path, ...], *, pages: str, treat: tuple[str, ...], password: str
) -> None:
    """Put files into the store as attachments of an item, each with all its pages or those named."""
    refuse_absent(files)
    wanted = [Wanted(file, _treatment(treat), password) for file in files]
    with progress_shown(current().language) as progress, open_store() as store, Inspector() as inspector:
        found = store.find_meeting(meeting)
        target = store.find_item(found.id, item)
        arrived = take_in(store, wanted, inspector, progress)
        what = files[0].name if len(files) == 1 else f"{len(files)} bilag"
        with store.operation(f"Vedhæft {what} til punkt {item.strip()}"):
            attached = write_attachments(store, target.id, arrived)
            for one in attached if pages else ():
                store.change_attachment(one.attachment.id, page_choice=pages)
        rows = next(row for row in store.agenda(found.id).items if row.item.id == attached[0].attachment.item_id)
    numbers = {row.attachment.id: row.number for row in rows.attachments}
    for one in attached:
        rendition, number = one.rendition, numbers[one.attachment.id]
        record(
            attachment=one.attachment.id,
            item=rows.number,
            number=number,
            title=one.attachment.title,
            file=one.attachment.file_name,
            status=rendition.status,
            pages=rendition.page_count,
            warnings=one.warnings,
        )
        tell("attached", item=rows.number, number=number, title=one.attachment.title, outcome=_outcome(rendition))
        tell_notices(one.warnings)


@click.command("inspect")
@click.argument("files", type=FILE, nargs=-1, required=True)
@treatment_option
@password_option
@shared_options
def inspect_command(files: tuple[Path, ...], treat: tuple[str, ...], password: str) -> None:
    """Say what would happen if files were attached; nothing is stored."""
    refuse_absent(files)
    wanted = [Wanted(file, _treatment(treat), password) for file in files]
    with Inspector() as inspector, progress_shown(current().language) as progress:
        for path, rendition, seconds in inspect_files(wanted, inspector, progress):
            record(
                file=path,
                status=rendition.status,
                pages=rendition.page_count,
                kind=rendition.kind,
                seconds=round(seconds, 3),
                particulars=said(rendition.particulars),
                warnings=rendition.warnings,
            )
            tell("inspected", file=path, outcome=_outcome(rendition))
            tell_notices(rendition.warnings)


def said(particulars: Particulars) -> dict[str, str]:
    """What a file says of itself, without what it does not say."""
    return {name: value for name, value in asdict(particulars).items() if value}


def _treatment(words: tuple[str, ...]) -> Treatment:
    """The treatment that ``--treat`` asks for.

    Raises:
        click.UsageError: There is no such treatment.
    """
    try:
        return read_treatment(" ".join(words))
    except ValueError as error:
        raise click.UsageError(say(COMMAND, "no-such-treatment", current().language, given=" ".join(words))) from error


def refuse_absent(files: tuple[Path, ...]) -> None:
    """Refuse before anything is done if one of the files is not there.

    Raises:
        UserError: The first that is missing.
    """
    for file in files:
        if not file.is_file():
            raise UserError("file-missing", file=file)


def _outcome(rendition: Rendition) -> str:
    """What came of a file, for people: its pages, or what to do about it where no notice says it better."""
    if rendition.status is FileStatus.OK:
        return counted("pages", rendition.page_count)
    code = "cannot-include" if rendition.warnings else f"advice-{rendition.status}"
    return say(COMMAND, code, current().language)
