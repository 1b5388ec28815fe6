"""What the rows of decisions, attendance, follow-ups, editions and sign-offs of a meeting file may say."""

from __future__ import annotations

from datetime import datetime

from kkr_desk.model import FollowUpState, MeetingId, Sent
from kkr_desk.numbering import is_number
from kkr_desk.store.attendance import read_attendance
from kkr_desk.store.connection import Connection
from kkr_desk.store.decisions import read_decisions, write_reservations
from kkr_desk.store.editions import read_editions, read_files, read_sent
from kkr_desk.store.follow_ups import read_item_follow_ups
from kkr_desk.store.meeting_exchange.demands import ID, KEY, SHA, demand, demand_lines
from kkr_desk.store.meetings import read_items
from kkr_desk.store.sending_form import write_findings, write_sent
from kkr_desk.store.sign_offs import read_sign_offs

_MOST_PAGES = 1_000_000


def prove_minutes(staged: Connection, meeting_id: MeetingId) -> None:
    """Prove what a meeting came to.

    Args:
        staged: The file's rows in tables of our own.
        meeting_id: The only meeting among them.

    Raises:
        WrongRowError: It is not what this program writes.
        ValueError: Likewise; so are TypeError and KeyError.
    """
    decisions = read_decisions(staged, meeting_id)
    demand(len(decisions) == staged.number("SELECT count(*) FROM decision"), "decision")
    for own, item, written in staged.rows("SELECT id, item_id, reservations FROM decision"):
        decision = decisions[item]
        demand(own == item and write_reservations(decision.reservations) == written, "decision")
        said = (part for one in decision.reservations for part in (one.municipality, one.text))
        demand_lines("decision", (decision.outcome, decision.begun, decision.ended, *said))
    attendance = read_attendance(staged, meeting_id)
    demand(len(attendance) == staged.number("SELECT count(*) FROM attendee"), "attendee")
    for row in attendance:
        demand(ID.fullmatch(row.id) and KEY.fullmatch(row.order_key), "attendee")
        demand_lines("attendee", (row.name, row.municipality, row.party, row.substitute_for))
    for item_id in (item.id for item in read_items(staged, meeting_id)):
        for follow_up in read_item_follow_ups(staged, item_id):
            demand(ID.fullmatch(follow_up.id), "follow-up")
            demand(follow_up.state is not FollowUpState.OPEN or follow_up.done is None, "follow-up")
            demand_lines("follow-up", (follow_up.what, follow_up.who))


def prove_editions(staged: Connection, meeting_id: MeetingId) -> None:
    """Prove what was sent out; as `prove_minutes`."""
    editions = read_editions(staged, meeting_id)
    demand(len(editions) == staged.number("SELECT count(*) FROM edition"), "edition")
    for edition in editions:
        demand(ID.fullmatch(edition.id) and 1 <= edition.number <= _MOST_PAGES, "edition")
        _demand_zone(edition.issued_at, edition.withdrawn_at)
        demand_lines("edition", (edition.who, edition.note))
        sent = read_sent(staged, edition.id)
        (written,) = staged.rows("SELECT sent FROM edition WHERE id = ?", (edition.id,))[0]
        _demand_sent(sent)
        demand(write_sent(sent) == written, "sent")
        for file in read_files(staged, edition.id):
            demand(0 <= file.pages <= _MOST_PAGES and file.name, "edition file")
            demand_lines("edition file", (file.name,))
    sql = """
        SELECT 1 FROM edition_file LEFT JOIN content USING (sha256)
        WHERE edition_file.size IS NOT content.size OR edition_file.id NOT GLOB edition_id || '/[0-9][0-9][0-9][0-9]'
    """
    demand(staged.row(sql) is None, "edition file")
    sign_offs = read_sign_offs(staged, meeting_id)
    demand(len(sign_offs) == staged.number("SELECT count(*) FROM sign_off"), "sign-off")
    for sign_off in sign_offs:
        demand(ID.fullmatch(sign_off.id), "sign-off")
        _demand_zone(sign_off.at)
        (written,) = staged.rows("SELECT findings FROM sign_off WHERE id = ?", (sign_off.id,))[0]
        demand(write_findings(sign_off.findings) == written, "sign-off")
        for one in sign_off.findings:
            demand(type(one.page) is int and 0 <= one.page <= _MOST_PAGES and SHA.fullmatch(one.page_hash), "finding")
            demand_lines("finding", (sign_off.who, one.attachment_id, one.what))


def _demand_sent(sent: Sent) -> None:
    numbers = [sent.last_page]
    for item in sent.items:
        demand(ID.fullmatch(item.id) and is_number(item.number), "sent")
        demand_lines("sent", (item.heading,))
        for own in item.attachments:
            demand(ID.fullmatch(own.id) and SHA.fullmatch(own.source) and 1 <= own.number <= 9999, "sent")
            demand_lines("sent", (own.title, own.page_choice))
            numbers += [own.number, own.first_page, own.page_count]
        flags = [
            item.closed,
            item.withdrawn,
            *(flag for own in item.attachments for flag in (own.closed, own.withdrawn)),
        ]
        demand(all(type(flag) is bool for flag in flags), "sent")
    demand(all(type(number) is int and 0 <= number <= _MOST_PAGES for number in numbers), "sent")


def _demand_zone(*moments: datetime | None) -> None:
    demand(all(moment is None or moment.tzinfo is not None for moment in moments), "moment")
