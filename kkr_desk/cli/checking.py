"""`verify`, `check` and `backup`: is all well, and is it safe."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import click

from kkr_desk.cli.coming import refuse_absent
from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.one_shot import job_of, laid_out
from kkr_desk.cli.output import counted, record, tell, tell_notices
from kkr_desk.cli.planning import plan_of
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.renewing import renew_meeting
from kkr_desk.cli.stores import open_store, open_store_as_it_is
from kkr_desk.cli.wording import megabytes
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.logo import logo_of
from kkr_desk.export.request import job_of as job_of_stored
from kkr_desk.export.request import slips
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
    if meeting is not None and not _is_file(meeting):
        renew_meeting(meeting)
    with progress_shown(current().language) as progress:
        verified = _verify(file, meeting, progress, full=full)
    findings = verified.findings
    record(file=file, against=verified.against, full=full, findings=findings, slips=verified.slips)
    if findings:
        tell("verify-findings", file=file, count=counted("findings", len(findings)))
        tell_notices(findings)
        tell("verify-advice")
    elif verified.slips:
        tell("verify-agrees-with-slips", file=file)
        tell_notices(verified.slips, placed=True)
    else:
        tell("verify-agrees" if meeting else "verify-agrees-with-itself", file=file)
    if meeting is None:
        tell("verify-only-itself")
    _end(findings)


@click.command("check")
@click.option("--tidy", is_flag=True)
@shared_options
def check_command(*, tidy: bool) -> None:
    """Check the store and all its content."""
    opened = open_store() if tidy else open_store_as_it_is()
    with progress_shown(current().language) as progress, opened as store:
        tidied = store.tidy() if tidy else None
        findings = store.check(progress)
    record(store=current().store, tidied=tidied and asdict(tidied), findings=findings)
    if tidied is not None:
        facts = {"files": counted("files", tidied.files), "size": megabytes(tidied.size, current().language)}
        tell("tidied" if tidied.files else "tidied-nothing", **facts)
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
    with progress_shown(current().language) as progress, open_store_as_it_is() as store:
        warnings = store.backup(file, progress)
    record(file=file, warnings=warnings)
    tell("backed-up", file=file)
    tell_notices(warnings)


@dataclass(frozen=True, slots=True)
class _Verified:
    """What reading a collection again gave.

    Attributes:
        against: "meeting", or "itself" when no meeting was named.
        findings: What is wrong with the file.
        slips: Attachments that a slip page stands for, as it should.
    """

    against: str
    findings: tuple[Notice, ...]
    slips: tuple[Notice, ...] = ()


def _is_file(meeting: str) -> bool:
    """Whether a meeting is named by its meeting file, not by words that mean one of the store."""
    return Path(meeting).is_file() or meeting.lower().endswith(".json")


def _verify(file: Path, meeting: str | None, progress: Progress, *, full: bool) -> _Verified:
    if meeting is None:
        return _Verified("itself", verify_file(file, None, full, progress))
    if _is_file(meeting):
        with laid_out(read(Path(meeting)), progress) as laid:
            return _verify_job(file, job_of(laid), progress, full=full)
    with open_store(read_only=True) as store:
        agenda = store.agenda(store.find_meeting(meeting).id)
        council = store.council(agenda.meeting.council)
        job = job_of_stored(store, plan_of(agenda, council, logo_of(store, council)))
        return _verify_job(file, job, progress, full=full)


def _verify_job(file: Path, job: CollectionJob, progress: Progress, *, full: bool) -> _Verified:
    return _Verified("meeting", verify_file(file, job, full, progress), slips(job.plan.agenda))


def _end(findings: tuple[Notice, ...]) -> None:
    if findings:
        click.get_current_context().exit(FINDINGS)
