"""`save-meeting` and `open-meeting`: one meeting as a file for a colleague or a stick."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from kkr_desk.cli.invocation import FILE, current, shared_options
from kkr_desk.cli.output import counted, record, tell, tell_lines
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.reading import item_count
from kkr_desk.cli.stores import make_store, open_store_as_it_is
from kkr_desk.cli.wording import megabytes
from kkr_desk.errors import UserError
from kkr_desk.model import Agenda
from kkr_desk.sentences import COMMAND, say
from kkr_desk.store.meeting_exchange.differences import Differences, ItemDifference, Side
from kkr_desk.store.meeting_exchange.reading import MeetingCopy, read_copy
from kkr_desk.store.meeting_exchange.taking import Sides
from kkr_desk.store.meeting_exchange.words import course, heading, lines

FINDINGS = 1
"""Exit code when the meeting here differs and nothing was chosen."""

_SUGGESTED = "suggested"


@click.command("save-meeting")
@click.argument("meeting")
@click.option("-o", "--output", type=FILE, required=True)
@shared_options
def save_meeting_command(meeting: str, output: Path) -> None:
    """Save one meeting as a file."""
    with progress_shown(current().language) as progress, open_store_as_it_is() as store:
        saved = store.save_meeting(store.find_meeting(meeting).id, output, progress)
    record(file=saved.file, size=saved.size, items=saved.items, attachments=saved.attachments)
    tell(
        "exchange-saved",
        file=saved.file,
        items=counted("items", saved.items),
        attachments=counted("attachments", saved.attachments),
        size=megabytes(saved.size, current().language),
    )


@click.command("open-meeting")
@click.argument("file", type=FILE)
@click.option("--take", type=click.Choice([_SUGGESTED, Side.THEIRS.value, Side.OURS.value]))
@click.option("--item", "items", multiple=True)
@shared_options
def open_meeting_command(file: Path, take: str | None, items: tuple[str, ...]) -> None:
    """Put a meeting from a file into the store, or what was chosen of it."""
    with progress_shown(current().language) as progress:
        copy = read_copy(file, progress)
        with make_store() as store:
            differences = store.compare(copy)
            sides = _sides(differences, take, items)
            outcome = _outcome(differences, take)
            if outcome != "differs":
                store.take_content(copy, store.content_wanted(copy, differences, sides), progress)
            if outcome in {"added", "merged"}:
                store.take_meeting(copy, sides, f"Åbn mødefil {file.name}")
    _tell(copy, differences, sides, outcome)
    if outcome == "differs":
        click.get_current_context().exit(FINDINGS)


def _outcome(differences: Differences, take: str | None) -> str:
    if differences.ours is None:
        return "added"
    if not differences.items:
        return "same"
    return "merged" if take else "differs"


def _sides(differences: Differences, take: str | None, items: Collection[str]) -> Sides:
    """What is taken: of all that differs, or of the items that were named; the rest stays as it is here."""
    known = {number for difference in differences.items for number in _numbers(difference)}
    for number in items:
        if number not in known:
            raise UserError("item-same", number=number)
    chosen = [one for one in differences.items if not items or _numbers(one) & set(items)]
    if take is None:
        return {}
    return {one.item: one.default if take == _SUGGESTED else Side(take) for one in chosen}


def _numbers(difference: ItemDifference) -> set[str]:
    return {row.number for row in (difference.ours, difference.theirs) if row is not None}


def _tell(copy: MeetingCopy, differences: Differences, sides: Sides, outcome: str) -> None:
    language, meeting = current().language, copy.agenda.meeting
    told = [(one, sides.get(one.item, Side.OURS)) for one in differences.items]
    record(
        meeting=meeting.id,
        council=meeting.council,
        date=meeting.date.isoformat(),
        outcome=outcome,
        differences=[_record(one, side, differences) for one, side in told],
    )
    facts = {"council": meeting.council, "date": meeting.date, **_counts(copy.agenda)}
    tell(f"exchange-{outcome}", **facts)
    for one, side in told:
        taken = "" if outcome == "differs" else say(COMMAND, f"exchange-took-{side}", language)
        tell_lines([f"  {heading(one, language)} – {course(one, language)}{taken}"])
        for line in lines(one, differences, language):
            words = say(COMMAND, "exchange-line", language, label=line.label, ours=line.ours, theirs=line.theirs)
            tell_lines([f"    – {words}"])
    if outcome == "differs":
        tell("exchange-choose")


def _counts(agenda: Agenda) -> dict[str, object]:
    attachments = sum(len(item.attachments) for item in agenda.items)
    return {"items": counted("items", item_count(agenda)), "attachments": counted("attachments", attachments)}


def _record(one: ItemDifference, side: Side, differences: Differences) -> dict[str, object]:
    row = one.ours or one.theirs
    language = current().language
    return {
        "item": row.number if row else None,
        "title": row.item.title if row else None,
        "changed_by": one.changed_by,
        "suggested": one.default,
        "taken": side,
        "fields": [
            {"field": line.label, "ours": line.ours, "theirs": line.theirs}
            for line in lines(one, differences, language)
        ],
    }
