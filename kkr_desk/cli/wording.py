"""Word files from the command line: what is said before one is made, and the making, whose libraries load only then."""

from __future__ import annotations

from pathlib import Path

import click

from kkr_desk.cli.invocation import FILE, current
from kkr_desk.cli.output import tell
from kkr_desk.export.job import CollectionJob, Exported
from kkr_desk.plan import Plan
from kkr_desk.progress import Progress
from kkr_desk.sentences import Language

word_template_option = click.option("--word-template", type=FILE)


def refuse_template(template: Path | None) -> None:
    """Refuse a template that cannot be used, before any work is done.

    Raises:
        UserError: It is missing or broken, or it lacks a style.
    """
    if template is not None:
        from kkr_desk.export.word_template import open_template  # noqa: PLC0415  python-docx only where Word is wanted

        open_template(template)


def announce_word(job: CollectionJob) -> int:
    """Say what a collection in Word is for and about how large it will be.

    Returns:
        About how many bytes it will have.
    """
    from kkr_desk.export.word import estimated_size  # noqa: PLC0415  likewise

    size = estimated_size(job)
    tell("word-for-editing", size=megabytes(size, current().language))
    return size


def make_word(job: CollectionJob, target: Path, template: Path | None, progress: Progress) -> Exported:
    """Make the collection as a Word file; see `kkr_desk.export.word.export_word`."""
    from kkr_desk.export.word import export_word  # noqa: PLC0415  likewise

    return export_word(job, target, template, progress)


def make_index_word(plan: Plan, target: Path, template: Path | None, progress: Progress) -> Exported:
    """Make the index as a Word file; see `kkr_desk.export.word.export_index_word`."""
    from kkr_desk.export.word import export_index_word  # noqa: PLC0415  likewise

    return export_index_word(plan, target, template, progress)


def megabytes(size: int, language: Language) -> str:
    """A size in millions of bytes with its unit: "12,3 MB", in English "12.3 MB"."""
    text = f"{size / 1_000_000:.1f} MB"
    return text.replace(".", ",") if language is Language.DANISH else text
