"""`export`: the documents of a meeting in the store, and what every export needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.output import counted, record, tell, tell_notices
from kkr_desk.cli.planning import plan_of
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.stores import open_store
from kkr_desk.cli.wording import announce_word, make_index_word, make_word, refuse_template, word_template_option
from kkr_desk.errors import UserError
from kkr_desk.export.collection import Exported, export_collection, export_index
from kkr_desk.export.job import CollectionJob
from kkr_desk.intake.telling import place_facts
from kkr_desk.model import Agenda, Notice, PageFacts, Sha256
from kkr_desk.plan import Plan, missing
from kkr_desk.sentences import COMMAND, say
from kkr_desk.store import Store

slip_pages_option = click.option("--slip-pages", is_flag=True)


@click.command("export")
@click.argument("meeting")
@click.option("--document", type=click.Choice(["collection", "index"]), default="collection", show_default=True)
@click.option("--format", "format_", type=click.Choice(["pdf", "docx"]), default="pdf", show_default=True)
@click.option("-o", "--output", type=FILE, required=True)
@word_template_option
@slip_pages_option
@shared_options
def export_command(
    meeting: str, document: str, format_: str, output: Path, word_template: Path | None, *, slip_pages: bool
) -> None:
    """Make a document of a meeting in the store."""
    with open_store(read_only=True) as store:
        kept = (store.file, store.content.folder, *([word_template] if word_template else []))
        refuse_overwriting(output, kept)
        refuse_template(word_template)
        agenda = store.agenda(store.find_meeting(meeting).id)
        refuse_missing(agenda, slip_pages=slip_pages)
        told = partial(_tell_with_slips, agenda)
        if format_ == "docx":
            _export_word(job_of_stored(store, agenda), document, output, word_template, told)
            return
        with progress_shown(current().language) as progress:
            if document == "index":
                exported = export_index(plan_of(agenda), output, progress)
            else:
                exported = export_collection(job_of_stored(store, agenda), output, progress)
    told(exported, f"exported-{document}")


def _export_word(
    job: CollectionJob, document: str, output: Path, template: Path | None, told: Callable[..., None]
) -> None:
    size = announce_word(job) if document == "collection" else None
    with progress_shown(current().language) as progress:
        if document == "index":
            exported = make_index_word(job.plan, output, template, progress)
        else:
            exported = make_word(job, output, template, progress)
    if size is None:
        told(exported, "exported-index")
    else:
        told(exported, "exported-word", estimated_bytes=size)


def _tell_with_slips(agenda: Agenda, exported: Exported, code: str, **more: object) -> None:
    tell_exported(replace(exported, warnings=(*slips(agenda), *exported.warnings)), code, **more)


def collection_job(
    plan: Plan, path_of: Callable[[Sha256], Path], pages_of: Callable[[Sha256], tuple[PageFacts, ...]]
) -> CollectionJob:
    """All that an export needs: the plan, and file and page facts of each attachment that is included."""
    included = _included(plan.agenda)
    sources: Mapping[Sha256, Path] = {pdf: path_of(pdf) for pdf in included}
    return CollectionJob(plan, sources, {pdf: pages_of(pdf) for pdf in included})


def job_of_stored(store: Store, agenda: Agenda) -> CollectionJob:
    """The job of a meeting in the store."""
    return collection_job(plan_of(agenda), store.content.path, store.pages)


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
    raise UserError("attachments-not-ready", count=counted("attachments", len(named)), attachments=tuple(named))


def refuse_overwriting(target: Path, kept: Iterable[Path]) -> None:
    """Refuse to write a document over what it is made from.

    Args:
        target: Where the document is to be.
        kept: Files, and folders with all that is in them.

    Raises:
        UserError: ``target-is-source``.
    """
    place = target.resolve()
    for path in kept:
        if path.resolve() in {place, *place.parents}:
            raise UserError("target-is-source", file=target)


def slips(agenda: Agenda) -> tuple[Notice, ...]:
    """Which attachments a slip page stands for, so that nobody takes the document for complete."""
    return tuple(Notice("attachment-slip", place_facts(*place)) for place in missing(agenda))


def _included(agenda: Agenda) -> Iterable[Sha256]:
    left_out = {attachment.attachment.id for _, attachment in missing(agenda)}
    every = (attachment for item in agenda.items for attachment in item.attachments)
    ready = (a.rendition.pdf for a in every if a.attachment.id not in left_out)
    return dict.fromkeys(pdf for pdf in ready if pdf is not None)


def tell_exported(made: Exported, code: str, **more: object) -> None:
    """Tell of a finished document; `code` is that of its sentence, `more` are further fields of its JSON object."""
    record(file=made.file, pages=made.pages, sha256=made.sha256, warnings=made.warnings, **more)
    tell(code, file=made.file, pages=counted("pages", made.pages))
    tell_notices(made.warnings, placed=True)
