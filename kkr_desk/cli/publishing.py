"""`check-publication`: what must be decided on before a meeting's papers are published."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import click

from kkr_desk.cli.invocation import current, shared_options
from kkr_desk.cli.output import counted, notice_text, record, tell, tell_lines
from kkr_desk.cli.progress_bar import progress_shown
from kkr_desk.cli.renewing import renew_meeting
from kkr_desk.cli.stores import open_store
from kkr_desk.errors import UserError
from kkr_desk.export.publication import Finding, left
from kkr_desk.export.publication_check import PublicationCheck, check_publication
from kkr_desk.model import MeetingId

FINDINGS = 1
"""Exit code when something is left to decide on."""


@click.command("check-publication")
@click.argument("meeting")
@click.option("--accept", "accept", multiple=True)
@shared_options
def check_publication_command(meeting: str, accept: tuple[str, ...]) -> None:
    """Look through the papers of a meeting before they are published."""
    renew_meeting(meeting)
    with open_store(read_only=True) as store:
        found = store.find_meeting(meeting).id
    checked = _accepted(_checked(found), accept)
    told = checked.meeting
    record(
        meeting=told.id,
        council=told.council,
        date=told.date.isoformat(),
        left=len(checked.left),
        findings=[_record(finding, is_left=finding in checked.left) for finding in checked.found],
    )
    tell("meeting-heading", council=told.council, date=told.date)
    _tell(checked)
    if checked.left:
        click.get_current_context().exit(FINDINGS)


def _checked(meeting: MeetingId) -> PublicationCheck:
    with progress_shown(current().language) as progress:
        return check_publication(current().store, meeting, progress=progress)


def _accepted(checked: PublicationCheck, names: tuple[str, ...]) -> PublicationCheck:
    """What is left once the findings of these names are accepted, in the name of whoever is logged in.

    Raises:
        UserError: ``finding-unknown``: there is none of that name; nothing was accepted.
    """
    by_name = {finding.name: finding for finding in checked.found}
    for name in names:
        if name.lower() not in by_name:
            raise UserError("finding-unknown", name=name)
    keys = {by_name[name.lower()].key: None for name in names}
    if not keys:
        return checked
    with open_store() as store, store.operation("Godkend før offentliggørelse"):
        store.sign_off(checked.meeting.id, keys)
        sign_offs = store.sign_offs(checked.meeting.id)
    return replace(checked, left=left(checked.found, sign_offs), sign_offs=sign_offs)


def _tell(checked: PublicationCheck) -> None:
    if not checked.left:
        tell("publication-well")
    else:
        tell("publication-findings", count=counted("findings", len(checked.left)))
    if len(checked.found) > len(checked.left):
        tell("publication-accepted", count=counted("findings", len(checked.found) - len(checked.left)))
    for attachment, group in groupby(checked.left, key=lambda finding: finding.attachment):
        listed = list(group)
        tell_lines([""])
        if attachment is None:
            tell("publication-meeting")
        else:
            facts = dict(listed[0].notice.facts)
            tell("publication-attachment", item=facts["item"], attachment=facts["attachment"], title=facts["title"])
        language = current().language
        tell_lines(f"  {finding.name} – {notice_text(finding.notice, language)}" for finding in listed)


def _record(finding: Finding, *, is_left: bool) -> dict[str, object]:
    return {
        "name": finding.name,
        "kind": finding.kind,
        "page": finding.page or None,
        "place": finding.place,
        "start": finding.start,
        "end": finding.end,
        "accepted": not is_left,
        "notice": finding.notice,
    }
