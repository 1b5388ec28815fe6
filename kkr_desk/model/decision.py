"""What a meeting came to: who took part, what was decided of each item, and what is to be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kkr_desk.model.identity import AttendeeId, FollowUpId, ItemId, MeetingId


@dataclass(frozen=True, slots=True)
class Reservation:
    """A *forbehold*: what a municipality does not go along with, in words; "" where it only takes its reservation."""

    municipality: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of one item. Its text is the item's own: `TextKind.DECISION`.

    Attributes:
        item_id: The item.
        outcome: In a few words, often one of the council's phrases: "Godkendt", "Udsat"; "" where nobody has said.
        reservations: In the order in which they are listed.
        begun: When the meeting came to it, as the secretariat writes it ("9.40"); "" where nobody has said.
        ended: When it was done with it; likewise.
    """

    item_id: ItemId
    outcome: str = ""
    reservations: tuple[Reservation, ...] = ()
    begun: str = ""
    ended: str = ""


class Presence(StrEnum):
    """Whether somebody took part."""

    PRESENT = "present"
    ABSENT = "absent"
    SUBSTITUTE = "substitute"
    """Took part for somebody else."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of a meeting's attendance.

    Attributes:
        id: Its id.
        meeting_id: The meeting.
        order_key: Its place among the others.
        name: Who.
        municipality: Of which municipality; "" where it does not matter.
        party: By its letter or name; likewise.
        presence: Whether they took part.
        substitute_for: For whom, of a SUBSTITUTE.
        arrives_at: The item at which somebody came who was late; None for the beginning.
        leaves_at: The item at which somebody left before the end; None for the end.
    """

    id: AttendeeId
    meeting_id: MeetingId
    order_key: str
    name: str
    municipality: str = ""
    party: str = ""
    presence: Presence = Presence.PRESENT
    substitute_for: str = ""
    arrives_at: ItemId | None = None
    leaves_at: ItemId | None = None


class FollowUpState(StrEnum):
    """How far a follow-up has come."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An *opfølgning*: what somebody is to do about an item.

    Attributes:
        id: Its id.
        item_id: The item that it comes of.
        what: What is to be done.
        who: By whom; "" where nobody was named.
        due: By which day; None without one.
        state: How far it has come.
        done: On which day it was done or dropped; None while it is open, or where nobody has said.
    """

    id: FollowUpId
    item_id: ItemId
    what: str
    who: str = ""
    due: date | None = None
    state: FollowUpState = FollowUpState.OPEN
    done: date | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether it is open though its day has passed."""
        return self.state is FollowUpState.OPEN and self.due is not None and self.due < today
