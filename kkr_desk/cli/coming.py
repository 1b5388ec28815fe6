"""What `attach` and `inspect` share: the files that are named, what is decided of them, and what came of each."""

from __future__ import annotations

from pathlib import Path

import click

from kkr_desk.cli.invocation import current
from kkr_desk.cli.output import counted
from kkr_desk.errors import UserError
from kkr_desk.intake.gathering import Found, gather
from kkr_desk.model import FileStatus, Rendition, Treatment, read_treatment
from kkr_desk.progress import Progress
from kkr_desk.sentences import COMMAND, say
from kkr_desk.worker import Worker

treatment_option = click.option("--treat", multiple=True)
password_option = click.option("--password", default="", envvar="KKR_DESK_PASSWORD")


def treatment(words: tuple[str, ...]) -> Treatment:
    """The treatment that ``--treat`` asks for.

    Raises:
        click.UsageError: There is no such treatment.
    """
    try:
        return read_treatment(" ".join(words))
    except ValueError as error:
        raise click.UsageError(say(COMMAND, "no-such-treatment", current().language, given=" ".join(words))) from error


def gathered(files: tuple[Path, ...], folder: Path, progress: Progress, *, opens_mails: bool) -> tuple[Found, ...]:
    """The files that are named, and those of packed folders among them.

    Args:
        files: What was named.
        folder: An empty folder for what is unpacked; it must stay until the files were looked at.
        progress: Told of the unpacking.
        opens_mails: Whether the files that come with mails are wanted too.

    Raises:
        Cancelled: By `progress`.
    """
    with Worker() as unpacker:
        return tuple(
            found
            for place, file in enumerate(files)
            for found in gather([file], folder / str(place), unpacker, progress, opens_mails=opens_mails)
        )


def refuse_absent(files: tuple[Path, ...]) -> None:
    """Refuse before anything is done if one of the files is not there.

    Raises:
        UserError: The first that is missing.
    """
    for file in files:
        if not file.is_file():
            raise UserError("file-missing", file=file)


def outcome(rendition: Rendition) -> str:
    """What came of a file, for people: its pages, or what to do about it where no notice says it better."""
    if rendition.status is FileStatus.OK:
        return counted("pages", rendition.page_count)
    code = "cannot-include" if rendition.warnings else f"advice-{rendition.status}"
    return say(COMMAND, code, current().language)
