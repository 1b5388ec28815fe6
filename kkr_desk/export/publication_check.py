"""Looking through a meeting's papers in the store before they are published: in a worker or on the command line.

The window imports this to ask, so nothing that opens a PDF is loaded before it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kkr_desk.errors import fault_of
from kkr_desk.export.publication import Finding, MoreWords, UnseenWords, findings, left
from kkr_desk.export.request import refuse_outdated
from kkr_desk.model import Agenda, Meeting, MeetingId, Sha256, SignOff
from kkr_desk.plan import closed, included_pages
from kkr_desk.progress import Progress
from kkr_desk.store import Store


@dataclass(frozen=True, slots=True)
class PublicationCheck:
    """What was found in a meeting's papers.

    Attributes:
        meeting: The meeting.
        agenda: It as it stood.
        found: All, in the order of the agenda.
        left: Those of it that nobody has accepted as they are now.
        sign_offs: Who has accepted the others.
    """

    meeting: Meeting
    agenda: Agenda
    found: tuple[Finding, ...]
    left: tuple[Finding, ...]
    sign_offs: tuple[SignOff, ...]


def check_publication(store: Path, meeting_id: MeetingId, *, progress: Progress) -> PublicationCheck:
    """Look through all that a public edition of a meeting would show.

    Args:
        store: The store's folder or file; it is only read.
        meeting_id: The meeting.
        progress: Stepped by file.

    Raises:
        Cancelled: The user has asked to stop.
        UserError: ``meeting-gone``; ``attachments-outdated``.
        EnvironmentFault: The machine is at fault: a file cannot be read.
    """
    try:
        with Store.open(store, read_only=True) as opened, opened.snapshot():
            agenda = opened.agenda(meeting_id)
            refuse_outdated(opened, agenda)
            found = findings(
                agenda,
                opened.meeting_texts(meeting_id),
                opened.pages,
                alternates=opened.meeting_alternate_texts(meeting_id),
                unseen=_unseen(opened, agenda, progress),
                more=_more(opened, meeting_id),
            )
            sign_offs = opened.sign_offs(meeting_id)
    except OSError as error:
        raise fault_of(error) from error
    return PublicationCheck(agenda.meeting, agenda, found, left(found, sign_offs), sign_offs)


def _unseen(store: Store, agenda: Agenda, progress: Progress) -> dict[Sha256, tuple[UnseenWords, ...]]:
    """What the files say beside their pages' text, each file once."""
    from kkr_desk.export.unseen_words import unseen_words  # noqa: PLC0415  see the module's docstring

    shut = {own.attachment.id for _, own in closed(agenda)}
    every = [own for item in agenda.items for own in item.attachments if own.attachment.id not in shut]
    wanted = {own.rendition.pdf: None for own in every if own.rendition.pdf and included_pages(own)}
    found = {}
    for number, pdf in enumerate(wanted):
        progress.step(number, len(wanted), "publication-files")
        found[pdf] = unseen_words(store.content.path(pdf))
    progress.step(len(wanted), len(wanted), "publication-files")
    return found


def _more(store: Store, meeting_id: MeetingId) -> Iterator[MoreWords]:
    """What was decided, who takes part and what is to be done."""
    for decision in store.decisions(meeting_id).values():
        yield MoreWords("outcome", decision.outcome, decision.item_id)
        for number, reservation in enumerate(decision.reservations, 1):
            text = f"{reservation.municipality}: {reservation.text}"
            yield MoreWords(f"reservation-{number}", text, decision.item_id)
    for attendee in store.attendance(meeting_id):
        yield MoreWords(f"attendee-{attendee.id}", f"{attendee.name}, {attendee.substitute_for}")
