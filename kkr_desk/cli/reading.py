"""`list` and `show`: what is in the store."""

from __future__ import annotations

import shutil
import sys

import click

from kkr_desk.cli.invocation import current, shared_options
from kkr_desk.cli.output import counted, record, table, tell, tell_lines
from kkr_desk.cli.planning import plan_of
from kkr_desk.cli.stores import open_store
from kkr_desk.errors import UserError
from kkr_desk.export.logo import logo_of
from kkr_desk.intake.novelty import waits_for_office
from kkr_desk.model import Agenda, FileStatus, Meeting, NumberedAttachment, NumberedItem
from kkr_desk.plan import Part, PartKind, Plan, included_pages
from kkr_desk.sentences import COMMAND, long_date, printable, say

ID_LENGTH = 8
"""Characters of a meeting's id in a list; more where the ids share them."""
_NARROWEST = 20


@click.command("list")
@shared_options
def list_command() -> None:
    """List the meetings, newest first."""
    invocation = current()
    agendas = _agendas()
    if not agendas:
        tell("no-meetings", folder=invocation.store)
        return
    language = invocation.language
    length = _id_length([agenda.meeting for agenda in agendas])
    heading = [say(COMMAND, f"column-{name}", language) for name in ("date", "council", "items", "attachments", "id")]
    rows = [heading]
    for agenda in agendas:
        meeting, attachments = agenda.meeting, sum(len(item.attachments) for item in agenda.items)
        day = long_date(meeting.date, language)
        rows.append([day, printable(meeting.council), str(item_count(agenda)), str(attachments), meeting.id[:length]])
        record(
            meeting=meeting.id,
            council=meeting.council,
            date=meeting.date.isoformat(),
            state=meeting.state,
            issued=meeting.issued,
            archived=meeting.archived,
            items=item_count(agenda),
            attachments=attachments,
        )
    tell_lines(table(rows, right=frozenset({2, 3})))


@click.command("show")
@click.argument("meeting")
@shared_options
def show_command(meeting: str) -> None:
    """Show a meeting's agenda with the pages of its collection."""
    with open_store(read_only=True) as store:
        agenda = store.agenda(store.find_meeting(meeting).id)
        council = store.council(agenda.meeting.council)
        plan = plan_of(agenda, council, logo_of(store, council))
    found = agenda.meeting
    record(
        meeting=found.id,
        council=found.council,
        date=found.date.isoformat(),
        time=found.time,
        place=found.place,
        state=found.state,
        issued=found.issued,
        archived=found.archived,
        pages=plan.total_pages,
        index_pages=plan.index_pages,
        items=[_item_record(item, plan) for item in agenda.items],
    )
    tell("meeting-heading", council=found.council, date=found.date)
    tell_lines(["", *_agenda_table(plan), ""])
    attachments = sum(len(item.attachments) for item in agenda.items)
    tell(
        "meeting-summary",
        items=counted("items", item_count(agenda)),
        attachments=counted("attachments", attachments),
        pages=counted("pages", plan.total_pages),
    )


def _agendas() -> list[Agenda]:
    """Every meeting of the store; none where there is no store yet."""
    try:
        with open_store(read_only=True) as store:
            return [store.agenda(meeting.id) for meeting in store.meetings()]
    except UserError as error:
        if error.code != "store-missing":
            raise
        return []


def item_count(agenda: Agenda) -> int:
    """How many items a person would count: sections that nobody has named are only numbers."""
    return sum(bool(item.item.title) for item in agenda.items)


def _id_length(meetings: list[Meeting]) -> int:
    """Characters from the beginning of an id that tell all meetings apart, at least `ID_LENGTH`."""
    length = ID_LENGTH
    while len({meeting.id[:length] for meeting in meetings}) < len(meetings):
        length += 1
    return length


def _item_record(item: NumberedItem, plan: Plan) -> dict[str, object]:
    pages = _pages(plan)
    return {
        "number": item.number,
        "level": item.level,
        "title": item.item.title,
        "case_type": item.item.case_type,
        "case_number": item.item.case_number,
        "caseworker": item.item.caseworker,
        "closed": item.item.closed,
        "attachments": [
            {
                "number": attachment.number,
                "title": attachment.attachment.title,
                "file": attachment.attachment.file_name,
                "status": attachment.rendition.status,
                "pages": attachment.rendition.page_count,
                "page_choice": attachment.attachment.page_choice,
                "closed": attachment.attachment.closed,
                "page": pages[attachment.attachment.id],
                "warnings": attachment.notices,
            }
            for attachment in item.attachments
        ],
    }


def _pages(plan: Plan) -> dict[str, int]:
    """Page of each attachment's divider, 1-based, by the attachment's id."""
    return {_id(part): part.first_page for part in plan.parts if part.kind is PartKind.DIVIDER}


def _id(part: Part) -> str:
    return part.attachment.attachment.id if part.attachment else ""


def _agenda_table(plan: Plan) -> list[str]:
    language = current().language
    rows = [[say(COMMAND, f"column-{name}", language) for name in ("number", "title", "pages", "page")]]
    pages = _pages(plan)
    for item in plan.agenda.items:
        first = str(pages[item.attachments[0].attachment.id]) if item.attachments else ""
        title = item.item.heading or say(COMMAND, "untitled-section", language)
        rows.append([item.number, printable(title), "", first])
        for attachment in item.attachments:
            length, page = _length(attachment), str(pages[attachment.attachment.id])
            name = plan.template.attachment_text.format(number=attachment.number, title=attachment.attachment.title)
            rows.append(["", f"  {printable(name)}", length, page])
    return table(_fitted(rows), right=frozenset({2, 3}))


def _length(attachment: NumberedAttachment) -> str:
    """Pages of an attachment, "2 of 5" where some are left out, or why it has none."""
    rendition, language = attachment.rendition, current().language
    if rendition.status is not FileStatus.OK:
        code = "office-missing" if waits_for_office(rendition) else rendition.status
        return say(COMMAND, f"status-{code}", language)
    chosen, count = len(included_pages(attachment)), rendition.page_count
    return str(count) if chosen == count else say(COMMAND, "pages-of", language, chosen=chosen, count=count)


def _fitted(rows: list[list[str]]) -> list[list[str]]:
    """Shorten titles to a terminal's width; whole ones go to a file or another program."""
    if not sys.stdout.isatty():
        return rows
    others = sum(max(len(row[n]) for row in rows) + 2 for n in (0, 2, 3))
    room = max(shutil.get_terminal_size().columns - others, _NARROWEST)
    return [[row[0], row[1] if len(row[1]) <= room else row[1][: room - 1] + "…", *row[2:]] for row in rows]
