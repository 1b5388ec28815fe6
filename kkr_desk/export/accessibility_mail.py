"""A mail to whoever sent attachments that are not accessible, ready to be sent. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from kkr_desk.export.accessibility import Assessment
from kkr_desk.model import Meeting
from kkr_desk.sentences import COMMAND, NOTICES, Language, printable, say

LONGEST_LINK = 1_900
"""Characters of a `mailto:` that every mail program takes: Windows cuts commands at 2,048."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail without an address: who sent the attachments is known to the secretariat alone."""

    subject: str
    body: str

    @property
    def text(self) -> str:
        """Subject and body, to be pasted."""
        return f"{self.subject}\n\n{self.body}"

    @property
    def link(self) -> str:
        """As a link that opens the mail program (RFC 6068)."""
        body = self.body.replace("\n", "\r\n")
        return f"mailto:?subject={quote(self.subject)}&body={quote(body)}"

    @property
    def is_long(self) -> bool:
        """Whether the link is longer than mail programs take."""
        return len(self.link) > LONGEST_LINK


def mail_to_sender(meeting: Meeting, asked: Sequence[Assessment], language: Language) -> Mail:
    """Ask for accessible PDFs: which files, of which meeting, what each lacks, and how it is done.

    Args:
        meeting: The attachments' meeting.
        asked: The attachments, at least one; all from one sender.
        language: The sender's.
    """
    first = asked[0]
    council, day = meeting.council, meeting.date
    if len(asked) == 1:
        titled = _named(first)
        subject = say(COMMAND, "mail-subject", language, title=titled)
        about = say(
            COMMAND,
            "mail-about",
            language,
            title=titled,
            file=first.own.attachment.file_name,
            council=council,
            date=day,
            item=first.item.number,
        )
    else:
        subject = say(COMMAND, "mail-subject-several", language, count=len(asked))
        about = say(COMMAND, "mail-about-several", language, council=council, date=day)
    codes = ("mail-why", "mail-ask", "mail-how", "mail-thanks", "mail-end")
    why, ask, how, thanks, end = (say(COMMAND, code, language) for code in codes)
    lacking = [_lacking(found, language) for found in asked]
    paragraphs = [say(COMMAND, "mail-hello", language), about, ask, *lacking, why, how, thanks, end]
    return Mail(subject, "\n\n".join(paragraphs) + "\n")


def _named(found: Assessment) -> str:
    return printable(found.own.attachment.title or found.own.attachment.file_name)


def _lacking(found: Assessment, language: Language) -> str:
    """What one file lacks, a line each."""
    file = found.own.attachment.file_name
    heading = say(COMMAND, "mail-lacking", language, file=file, title=_named(found), item=found.item.number)
    lines = [say(NOTICES, problem.code, language, **dict(problem.facts)) for problem in found.problems]
    return "\n".join([heading, *(f"- {line}" for line in lines)])
