"""Rows of sign-offs: what was found before a public edition and accepted, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from kkr_desk.model import AcceptedFinding, MeetingId, SignOff, SignOffId
from kkr_desk.store.connection import Connection
from kkr_desk.store.meetings import new_id, read_meeting
from kkr_desk.store.sending_form import parse_findings, write_findings
from kkr_desk.store.wording import one_line


def read_sign_offs(connection: Connection, meeting_id: MeetingId) -> tuple[SignOff, ...]:
    """All sign-offs of a meeting, the first one first; UserError ``meeting-gone``."""
    read_meeting(connection, meeting_id)
    sql = "SELECT id, meeting_id, who, at, findings FROM sign_off WHERE meeting_id = ? ORDER BY at, id"
    return tuple(
        SignOff(identity, meeting, who, datetime.fromisoformat(at), parse_findings(findings))
        for identity, meeting, who, at, findings in connection.rows(sql, (meeting_id,))
    )


def add_sign_off(
    connection: Connection, meeting_id: MeetingId, who: str, findings: Iterable[AcceptedFinding]
) -> SignOff:
    """Write who has accepted what; its id and when are given to it here. UserError ``meeting-gone``."""
    read_meeting(connection, meeting_id)
    now = datetime.now(UTC).replace(microsecond=0)
    new = SignOff(SignOffId(new_id()), meeting_id, one_line(who), now, tuple(findings))
    connection.write(
        "INSERT INTO sign_off (id, meeting_id, who, at, findings) VALUES (?, ?, ?, ?, ?)",
        (new.id, meeting_id, new.who, now.isoformat(), write_findings(new.findings)),
    )
    return new
