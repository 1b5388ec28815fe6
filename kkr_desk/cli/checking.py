"""`verify`, `check` and `backup`: is all well, and is it safe."""

from __future__ import annotations

from pathlib import Path

import click

from kkr_desk.cli.arriving import refuse_absent
from kkr_desk.cli.exporting import job_of_stored
from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.one_shot import job_of, lay_out
from kkr_desk.cli.output import counted, record, tell, tell_notices
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.stores import open_store
from kkr_desk.export.verify import verify_file
from kkr_desk.meeting_file import read
from kkr_desk.model import Notice
from kkr_desk.progress import Progress

FINDINGS = 1
"""Exit code when something was found."""


@click.command("verify")
@click.argument("file", type=FILE)
@click.option("--meeting")
@click.option("--full", is_flag=True)
@shared_options
def verify_command(file: Path, meeting: str | None, *, full: bool) -> None:
    """Read a collection again and say what is wrong with it."""
    refuse_absent((file,))
    with progress_shown(current().language) as progress:
        findings = _findings(file, meeting, progress, full=full)
    against = "itself" if meeting is None else "meeting"
    record(file=file, against=against, full=full, findings=findings)
    if findings:
        tell("verify-findings", file=file, count=counted("findings", len(findings)))
        tell_notices(findings)
    elif meeting is None:
        tell("verify-agrees-with-itself", file=file)
    else:
        tell("verify-agrees", file=file)
    if meeting is None:
        tell("verify-only-itself")
    _end(findings)


@click.command("check")
@shared_options
def check_command() -> None:
    """Check the store and all its content."""
    with progress_shown(current().language) as progress, open_store() as store:
        findings = store.check(progress)
    record(store=current().store, findings=findings)
    tell(
        "check-findings" if findings else "check-well", folder=current().store, count=counted("findings", len(findings))
    )
    tell_notices(findings)
    _end(findings)


@click.command("backup")
@click.argument("file", type=FILE)
@shared_options
def backup_command(file: Path) -> None:
    """Copy the store."""
    with progress_shown(current().language) as progress, open_store() as store:
        warnings = store.backup(file, progress)
    record(file=file, warnings=warnings)
    tell("backed-up", file=file)
    tell_notices(warnings)


def _findings(file: Path, meeting: str | None, progress: Progress, *, full: bool) -> tuple[Notice, ...]:
    if meeting is None:
        return verify_file(file, None, full, progress)
    if Path(meeting).is_file() or meeting.lower().endswith(".json"):
        return verify_file(file, job_of(lay_out(read(Path(meeting)), progress)), full, progress)
    with open_store(read_only=True) as store:
        job = job_of_stored(store, store.agenda(store.find_meeting(meeting).id))
        return verify_file(file, job, full, progress)


def _end(findings: tuple[Notice, ...]) -> None:
    if findings:
        click.get_current_context().exit(FINDINGS)
