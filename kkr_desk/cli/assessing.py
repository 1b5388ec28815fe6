"""`accessibility`: how accessible a meeting's attachments are, and what to ask their senders for."""

from __future__ import annotations

import click

from kkr_desk.cli.invocation import current, shared_options
from kkr_desk.cli.output import counted, notice_text, record, tell, tell_lines, tell_notices
from kkr_desk.cli.renewing import renew_meeting
from kkr_desk.cli.stores import open_store
from kkr_desk.export.accessibility import AccessibilityReport, Assessment, report
from kkr_desk.export.accessibility_mail import mail_to_sender
from kkr_desk.plan import place_facts
from kkr_desk.sentences import COMMAND, say


@click.command("accessibility")
@click.argument("meeting")
@click.option("--mail", is_flag=True)
@shared_options
def accessibility_command(meeting: str, *, mail: bool) -> None:
    """Tell how accessible the attachments of a meeting are."""
    renew_meeting(meeting)
    with open_store(read_only=True) as store, store.snapshot():
        found = store.find_meeting(meeting).id
        told = report(store.agenda(found), store.meeting_alternate_texts(found))
    record(
        meeting=told.meeting.id,
        council=told.meeting.council,
        date=told.meeting.date.isoformat(),
        attachments=len(told.assessments),
        accessible=told.accessible,
        report=[_record(told, assessed) for assessed in told.assessments],
    )
    tell("meeting-heading", council=told.meeting.council, date=told.meeting.date)
    if not told.assessments:
        tell("accessibility-none")
        return
    attachments = counted("attachments", len(told.assessments))
    tell("accessibility-count", accessible=told.accessible, attachments=attachments)
    for assessed in told.assessments:
        _tell(told, assessed, with_mail=mail)


def _tell(told: AccessibilityReport, assessed: Assessment, *, with_mail: bool) -> None:
    language = current().language
    verdict = say(COMMAND, assessed.word, language)
    tell_lines([""])
    tell("accessibility-attachment", **dict(place_facts(assessed.item, assessed.own)), verdict=verdict)
    tell_notices(assessed.problems)
    tell_lines(f"  {notice_text(advice, language)}" for advice in assessed.advice)
    if with_mail and assessed.is_askable:
        mail = mail_to_sender(told.meeting, [assessed], language)
        tell_lines(["", *(f"    {line}".rstrip() for line in mail.text.splitlines())])


def _record(told: AccessibilityReport, assessed: Assessment) -> dict[str, object]:
    mail = mail_to_sender(told.meeting, [assessed], current().language) if assessed.is_askable else None
    pictures = [
        {
            "place": picture.place,
            "page": picture.page or None,
            "stated": picture.stated,
            "given": picture.given,
        }
        for picture in assessed.pictures
    ]
    return {
        **dict(place_facts(assessed.item, assessed.own)),
        "attachment": assessed.own.number,
        "verdict": assessed.verdict,
        "accessible": assessed.is_accessible,
        "language": assessed.language,
        "problems": assessed.problems,
        "advice": assessed.advice,
        "pictures": pictures,
        "mail": {"subject": mail.subject, "body": mail.body} if mail else None,
    }
