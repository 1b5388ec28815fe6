"""`inspect`: what would come of files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from kkr_desk.cli.coming import gathered, outcome, password_option, refuse_absent, treatment, treatment_option
from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.output import record, tell, tell_notices
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.intake.course import Wanted
from kkr_desk.intake.gathering import Found
from kkr_desk.intake.inspector import Inspector, inspect_files
from kkr_desk.intake.unpacking.packed_folder import PACKED
from kkr_desk.model import FileStatus, Particulars, Rendition
from kkr_desk.progress import Progress
from kkr_desk.worker.work_folder import job_folder


@click.command("inspect")
@click.argument("files", type=FILE, nargs=-1, required=True)
@treatment_option
@password_option
@shared_options
def inspect_command(files: tuple[Path, ...], treat: tuple[str, ...], password: str) -> None:
    """Say what would happen if files were attached; nothing is stored."""
    refuse_absent(files)
    decided = treatment(treat)
    with Inspector() as inspector, progress_shown(current().language) as progress, job_folder() as folder:
        wanted = [Wanted(file, decided, password) for file in files]
        for place, (path, rendition, seconds) in enumerate(inspect_files(wanted, inspector, progress)):
            if any(notice.code == PACKED for notice in rendition.warnings):
                came = gathered((path,), folder / str(place), progress, opens_mails=False)
                _tell_packed(path, came, seconds, inspector, progress)
            else:
                _tell_inspected(path, rendition, seconds)


def _tell_packed(path: Path, came: Sequence[Found], seconds: float, inspector: Inspector, progress: Progress) -> None:
    """Print what would come of each file of a packed folder, and of them all."""
    wanted = [Wanted(one.path, called=one.name.name) for one in came]
    pages = 0
    for one, (_, rendition, spent) in zip(came, inspect_files(wanted, inspector, progress), strict=True):
        _tell_inspected(path.parent / one.name, rendition, spent)
        pages, seconds = pages + rendition.page_count, seconds + spent
    record(
        file=path,
        status=FileStatus.OK,
        pages=pages,
        kind="zip",
        seconds=round(seconds, 3),
        particulars={},
        warnings=(),
    )


def _tell_inspected(path: Path, rendition: Rendition, seconds: float) -> None:
    record(
        file=path,
        status=rendition.status,
        pages=rendition.page_count,
        kind=rendition.kind,
        seconds=round(seconds, 3),
        particulars=_said(rendition.particulars),
        warnings=rendition.warnings,
    )
    tell("inspected", file=path, outcome=outcome(rendition))
    tell_notices(rendition.warnings)


def _said(particulars: Particulars) -> dict[str, str]:
    """What a file says of itself, without what it does not say."""
    return {name: value for name, value in asdict(particulars).items() if value}
