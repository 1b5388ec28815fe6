"""`import`: a meeting comes in."""

from __future__ import annotations

from pathlib import Path

import click

from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.output import counted, record, tell, tell_notices
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.stores import make_store
from kkr_desk.intake.arrival import import_meeting
from kkr_desk.intake.inspector import Inspector
from kkr_desk.meeting_file import read


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
