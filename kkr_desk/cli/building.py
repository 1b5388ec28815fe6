"""`build`: the documents of a meeting file, in one go."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import click

from kkr_desk.cli.exporting import pdf_a_option, refuse_missing, slip_pages_option, tell_exported
from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.one_shot import job_of, laid_out
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.wording import announce_word, make_index_word, make_word, refuse_template, word_template_option
from kkr_desk.export.collection import export_collection, export_index
from kkr_desk.export.job import CollectionJob, Exported
from kkr_desk.export.request import refuse_overwriting, slips
from kkr_desk.meeting_file import read
from kkr_desk.model import Notice
from kkr_desk.progress import Progress
from kkr_desk.sentences import COMMAND, say


@dataclass(frozen=True, slots=True)
class _Targets:
    """Where each document is to be, None for one that is not wanted; and whether PDFs are for the archive."""

    pdf: Path | None
    index_pdf: Path | None
    word: Path | None
    index_word: Path | None
    template: Path | None
    archive: bool

    def wanted(self) -> list[Path]:
        """The documents' files, in the order they are made."""
        return [file for file in (self.pdf, self.index_pdf, self.word, self.index_word) if file is not None]


@click.command("build")
@click.argument("meeting_file", type=FILE)
@click.option("--pdf", type=FILE)
@click.option("--index-pdf", type=FILE)
@click.option("--word", type=FILE)
@click.option("--index-word", type=FILE)
@word_template_option
@slip_pages_option
@pdf_a_option
@shared_options
def build_command(
    meeting_file: Path,
    *,
    pdf: Path | None,
    index_pdf: Path | None,
    word: Path | None,
    index_word: Path | None,
    word_template: Path | None,
    slip_pages: bool,
    pdf_a: bool,
) -> None:
    """Make the documents of a meeting file, without a store."""
    targets = _Targets(pdf, index_pdf, word, index_word, word_template, pdf_a)
    if not targets.wanted():
        raise click.UsageError(say(COMMAND, "build-nothing-wanted", current().language))
    if pdf_a and pdf is None and index_pdf is None:
        raise click.UsageError(say(COMMAND, "pdf-a-without-pdf", current().language))
    meeting = read(meeting_file)
    attached = (attachment.path for item in meeting.items for attachment in item.attachments)
    _refuse_overwriting(targets, (meeting_file, *attached))
    refuse_template(word_template)
    with ExitStack() as until_made:
        with progress_shown(current().language) as progress:
            laid = until_made.enter_context(laid_out(meeting, progress))
            refuse_missing(laid.agenda, slip_pages=slip_pages)
            job = job_of(laid)
        size = None if word is None else announce_word(job)
        with progress_shown(current().language) as progress:
            made = _make(job, targets, progress)
    _tell(made, size, (*slips(laid.agenda), *laid.warnings))


def _refuse_overwriting(targets: _Targets, sources: Iterable[Path]) -> None:
    """Refuse to write over a source, the template or another of the documents."""
    kept = [*sources, *([targets.template] if targets.template else [])]
    for target in targets.wanted():
        refuse_overwriting(target, kept)
        kept.append(target)


def _make(job: CollectionJob, targets: _Targets, progress: Progress) -> list[tuple[str, Exported]]:
    """Make what is wanted; each with the code of its sentence."""
    made = []
    if targets.pdf is not None:
        made.append(("exported-collection", export_collection(job, targets.pdf, progress, archive=targets.archive)))
    if targets.index_pdf is not None:
        made.append(("exported-index", export_index(job.plan, targets.index_pdf, progress, archive=targets.archive)))
    if targets.word is not None:
        made.append(("exported-word", make_word(job, targets.word, targets.template, progress)))
    if targets.index_word is not None:
        made.append(("exported-index", make_index_word(job.plan, targets.index_word, targets.template, progress)))
    return made


def _tell(made: list[tuple[str, Exported]], size: int | None, warnings: tuple[Notice, ...]) -> None:
    """Tell of each document; what is said of the attachments goes with the first."""
    for n, (code, exported) in enumerate(made):
        told = replace(exported, warnings=(*warnings, *exported.warnings)) if n == 0 else exported
        if code == "exported-word":
            tell_exported(told, code, estimated_bytes=size)
        else:
            tell_exported(told, code)
