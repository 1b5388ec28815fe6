"""What a store knows of a meeting's day: decisions, attendance, follow-ups. What writes needs an open operation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Unpack

from kkr_desk.model import (
    Attendee,
    AttendeeId,
    Decision,
    FollowUp,
    FollowUpId,
    ItemId,
    MeetingId,
    Presence,
)
from kkr_desk.store import attendance, decisions, follow_ups
from kkr_desk.store.connection import Connection
from kkr_desk.store.journal import Journal

if TYPE_CHECKING:
    from kkr_desk.store.attendance import AttendeeChanges
    from kkr_desk.store.follow_ups import FollowUpChanges, ListedFollowUp


class Minutes:
    """The part of a store that minutes are made from."""

    _connection: Connection
    _journal: Journal

    # -- decisions -----------------------------------------------------------------------------------------------

    def decision(self, item_id: ItemId) -> Decision:
        """What was decided of an item, an empty decision where nothing was; UserError ``item-gone``."""
        return decisions.read_decision(self._connection, item_id)

    def decisions(self, meeting_id: MeetingId) -> dict[ItemId, Decision]:
        """Every decision of a meeting that says something; UserError ``meeting-gone``."""
        return decisions.read_decisions(self._connection, meeting_id)

    def write_decision(self, decision: Decision) -> Decision:
        """Write what was decided of an item, and return it as it is kept; an empty one is taken away.

        Raises:
            UserError: ``item-gone``.
        """
        self._journal.must_be_open()
        return decisions.write_decision(self._connection, decision)

    # -- attendance ----------------------------------------------------------------------------------------------

    def attendance(self, meeting_id: MeetingId) -> tuple[Attendee, ...]:
        """A meeting's attendance, in order; UserError ``meeting-gone``."""
        return attendance.read_attendance(self._connection, meeting_id)

    def fill_attendance(self, meeting_id: MeetingId) -> tuple[Attendee, ...]:
        """List the council's members who are not listed yet, as present, and return those.

        Raises:
            UserError: ``meeting-gone``.
        """
        self._journal.must_be_open()
        return attendance.fill_attendance(self._connection, meeting_id)

    def add_attendee(
        self,
        meeting_id: MeetingId,
        name: str,
        *,
        municipality: str = "",
        party: str = "",
        presence: Presence = Presence.PRESENT,
        substitute_for: str = "",
        before: AttendeeId | None = None,
    ) -> Attendee:
        """Write a new line of attendance before another one, at the end without one.

        Raises:
            UserError: ``meeting-gone``, ``attendee-gone``.
        """
        self._journal.must_be_open()
        words = (name, municipality, party)
        attendee = Attendee(AttendeeId(""), meeting_id, "", *words, presence, substitute_for)
        return attendance.add_attendee(self._connection, attendee, before)

    def change_attendee(self, attendee_id: AttendeeId, **changes: Unpack[AttendeeChanges]) -> Attendee:
        """Change fields of a line of attendance.

        Raises:
            UserError: ``attendee-gone``; ``item-gone``: an item at which somebody came or left is not the meeting's.
        """
        self._journal.must_be_open()
        return attendance.change_attendee(self._connection, attendee_id, changes)

    def move_attendee(self, attendee_id: AttendeeId, *, before: AttendeeId | None) -> Attendee:
        """Put a line of attendance before another one, at the end for None; UserError ``attendee-gone``."""
        self._journal.must_be_open()
        return attendance.move_attendee(self._connection, attendee_id, before)

    def remove_attendee(self, attendee_id: AttendeeId) -> None:
        """Take a line of attendance away; UserError ``attendee-gone``."""
        self._journal.must_be_open()
        attendance.remove_attendee(self._connection, attendee_id)

    # -- follow-ups ----------------------------------------------------------------------------------------------

    def item_follow_ups(self, item_id: ItemId) -> tuple[FollowUp, ...]:
        """Follow-ups of one item, in the order in which they were written; UserError ``item-gone``."""
        return follow_ups.read_item_follow_ups(self._connection, item_id)

    def follow_ups(self, meeting_id: MeetingId | None = None) -> tuple[ListedFollowUp, ...]:
        """Follow-ups of a meeting, of all meetings without one: what is overdue first, what is done last."""
        with self._connection.snapshot():
            return follow_ups.read_follow_ups(self._connection, meeting_id)

    def add_follow_up(self, item_id: ItemId, what: str, *, who: str = "", due: date | None = None) -> FollowUp:
        """Write a new follow-up, open; UserError ``item-gone``."""
        self._journal.must_be_open()
        return follow_ups.add_follow_up(self._connection, FollowUp(FollowUpId(""), item_id, what, who, due))

    def change_follow_up(self, follow_up_id: FollowUpId, **changes: Unpack[FollowUpChanges]) -> FollowUp:
        """Change fields of a follow-up; what is open again was done on no day. UserError ``follow-up-gone``."""
        self._journal.must_be_open()
        return follow_ups.change_follow_up(self._connection, follow_up_id, changes)

    def remove_follow_up(self, follow_up_id: FollowUpId) -> None:
        """Take a follow-up away; UserError ``follow-up-gone``."""
        self._journal.must_be_open()
        follow_ups.remove_follow_up(self._connection, follow_up_id)
