"""`export`: the documents of a meeting in the store, and what every export needs."""

from __future__ import annotations

from pathlib import Path

import click

from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.output import counted, record, tell, tell_notices
from kkr_desk.cli.planning import template_of
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.renewing import renew_meeting
from kkr_desk.cli.stores import open_store
from kkr_desk.cli.wording import announce_word, refuse_template, word_template_option
from kkr_desk.errors import UserError
from kkr_desk.export.job import Exported
from kkr_desk.export.request import (
    Document,
    ExportRequest,
    job_of,
    plan_of,
    refuse_closed,
    refuse_overwriting,
    run_export,
)
from kkr_desk.model import Agenda, FileFormat, MeetingId
from kkr_desk.plan import missing
from kkr_desk.sentences import COMMAND, say
from kkr_desk.store import Store

slip_pages_option = click.option("--slip-pages", is_flag=True)
pdf_a_option = click.option("--pdf-a", is_flag=True)


@click.command("export")
@click.argument("meeting")
@click.option("--document", type=click.Choice(list(map(str, Document))), default="collection", show_default=True)
@click.option("--format", "format_", type=click.Choice(list(map(str, FileFormat))), default="pdf", show_default=True)
@click.option("-o", "--output", type=FILE, required=True)
@word_template_option
@slip_pages_option
@pdf_a_option
@click.option("--include-closed", is_flag=True)
@shared_options
def export_command(
    meeting: str,
    document: str,
    format_: str,
    output: Path,
    word_template: Path | None,
    *,
    slip_pages: bool,
    pdf_a: bool,
    include_closed: bool,
) -> None:
    """Make a document of a meeting in the store."""
    if pdf_a and format_ != FileFormat.PDF:
        raise click.UsageError(say(COMMAND, "pdf-a-without-pdf", current().language))
    renew_meeting(meeting)
    with open_store(read_only=True) as store:
        kept = (store.file, store.content.folder, *([word_template] if word_template else []))
        refuse_overwriting(output, kept)
        refuse_template(word_template)
        agenda = store.agenda(store.find_meeting(meeting).id)
        request = ExportRequest(
            Document(document),
            FileFormat(format_),
            output,
            replace=True,
            slip_pages=slip_pages,
            archive=pdf_a,
            closed=include_closed,
            word_template=word_template,
            template=template_of(store.council(agenda.meeting.council)),
        )
        refuse_missing(agenda, slip_pages=slip_pages)
        refuse_closed(agenda, allowed=include_closed)
        size = _announce(store, agenda, request)
    _export(agenda.meeting.id, request, size)


def _announce(store: Store, agenda: Agenda, request: ExportRequest) -> int | None:
    """Say first how large a collection in Word will be; returns the bytes, None for other documents."""
    if request.format is not FileFormat.WORD or request.document is not Document.COLLECTION:
        return None
    return announce_word(job_of(store, plan_of(store, agenda, request.template)))


def _export(meeting_id: MeetingId, request: ExportRequest, size: int | None) -> None:
    with progress_shown(current().language) as progress:
        exported = run_export(current().store, meeting_id, request, progress=progress)
    if size is not None:
        tell_exported(exported, "exported-word", estimated_bytes=size)
    else:
        tell_exported(exported, f"exported-{request.document}")


def refuse_missing(agenda: Agenda, *, slip_pages: bool) -> None:
    """Refuse to leave attachments out, unless the user has asked for slip pages in their place.

    Raises:
        UserError: Some cannot be included; all of them are named, each with the reason.
    """
    left_out = missing(agenda)
    if not left_out or slip_pages:
        return
    language = current().language
    named = [
        say(
            COMMAND,
            "attachment-not-ready",
            language,
            item=item.number,
            number=attachment.number,
            title=attachment.attachment.title,
            advice=say(COMMAND, f"advice-{attachment.rendition.status}", language),
        )
        for item, attachment in left_out
    ]
    raise UserError("attachments-not-ready", count=len(named), attachments=tuple(named))


def tell_exported(made: Exported, code: str, **more: object) -> None:
    """Tell of a finished document; `code` is that of its sentence, `more` are further fields of its JSON object."""
    is_pdf = made.file.suffix.lower() == ".pdf"
    if is_pdf:
        more = {**more, "accessible": made.accessible, "unclaimed": made.unclaimed}
    record(file=made.file, pages=made.pages, sha256=made.sha256, warnings=made.warnings, **more)
    tell(code, file=made.file, pages=counted("pages", made.pages))
    tell_notices(made.warnings, placed=True)
    if is_pdf:
        tell("exported-accessible" if made.accessible else "exported-unclaimed")
        tell_notices(made.unclaimed)
