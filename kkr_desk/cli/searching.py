"""`search`: where in all meetings some words stand."""

from __future__ import annotations

from itertools import groupby

import click

from kkr_desk.cli.invocation import current, shared_options
from kkr_desk.cli.output import counted, record, tell, tell_lines
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.stores import open_store
from kkr_desk.sentences import COMMAND, printable, say
from kkr_desk.store.search import Hit

LIMIT = 200


@click.command("search")
@click.argument("words", nargs=-1)
@click.option("--limit", type=click.IntRange(1), default=LIMIT)
@click.option("--rebuild", is_flag=True)
@shared_options
def search_command(words: tuple[str, ...], *, limit: int, rebuild: bool) -> None:
    """Find words in every meeting."""
    if not words and not rebuild:
        raise click.UsageError(say(COMMAND, "search-nothing-wanted", current().language))
    if rebuild:
        with progress_shown(current().language) as progress, open_store() as store:
            store.rebuild_search(progress)
        tell("search-rebuilt")
    if words:
        _search(" ".join(words), limit)


def _search(words: str, limit: int) -> None:
    with progress_shown(current().language) as progress, open_store(read_only=True) as store:
        hits = store.search(words, limit=limit, progress=progress)
    for meeting, own in groupby(hits, key=lambda hit: hit.meeting):
        tell("meeting-heading", council=meeting.council, date=meeting.date)
        for hit in own:
            tell_lines([f"  {_told(hit)}"])
            record(**_fields(hit))
    if not hits:
        tell("search-nothing", words=words)
        return
    tell_lines(["", counted("hits", len(hits)) + "."])
    if len(hits) == limit:
        tell("search-limited", count=limit)


def _told(hit: Hit) -> str:
    language = current().language
    facts = {
        "item": hit.item_number,
        "number": hit.attachment_number,
        "page": hit.page,
        "snippet": printable(hit.snippet),
        "text": say(COMMAND, f"text-{hit.text}", language) if hit.text else "",
        "title": printable(hit.title),
    }
    told = say(COMMAND, f"search-{hit.kind}", language, **facts)
    return say(COMMAND, "search-page-more", language, hit=told) if hit.more else told


def _fields(hit: Hit) -> dict[str, object]:
    return {
        "meeting": hit.meeting_id,
        "council": hit.meeting.council,
        "date": hit.meeting.date.isoformat(),
        "kind": hit.kind,
        "item": hit.item_number or None,
        "attachment": hit.attachment_number,
        "title": hit.title,
        "text": hit.text,
        "page": hit.page,
        "snippet": hit.snippet,
        "marks": hit.marks,
        "more": hit.more,
    }
