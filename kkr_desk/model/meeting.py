"""Meetings, agenda items and attachments: the rows of the store, and the agenda they make, numbered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kkr_desk.model.claims import notices_of
from kkr_desk.model.identity import AttachmentId, ItemId, MeetingId, Sha256
from kkr_desk.model.rendition import Notice, Rendition, RenditionKey
from kkr_desk.model.treatment import Treatment

INDEX_TITLE = "Indholdsfortegnelse - Bilag"
"""Heading of the index where nobody gives another (seed meetings)."""

DANISH_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


class MeetingState(StrEnum):
    """How far a meeting has come; from the second on, its numbers stand."""

    DRAFT = "draft"
    ISSUED = "issued"
    HELD = "held"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of one council.

    Attributes:
        id: Its id.
        council: Name of its council.
        date: Its day.
        index_title: Heading of the collection's index and its first row (seed meetings: "Indholdsfortegnelse -
            Bilag").
        state: How far it has come.
        time: When on the day, as the secretariat writes it ("9.30", "10.00-12.30"); "" where nobody has said.
        place: Where; "" where nobody has said.
        archived: Whether it is kept out of the way.
    """

    id: MeetingId
    council: str
    date: date
    index_title: str
    state: MeetingState = MeetingState.DRAFT
    time: str = ""
    place: str = ""
    archived: bool = False

    @property
    def issued(self) -> bool:
        """Whether its numbers were sent out."""
        return self.state is not MeetingState.DRAFT

    @property
    def date_in_words(self) -> str:
        """The date as Danish documents write it: "19. juni 2024"."""
        return f"{self.date.day}. {DANISH_MONTHS[self.date.month - 1]} {self.date.year}"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A numbered item (*punkt*) of the agenda; a section is an item that has items below it.

    `pinned_number` is an issued number such as "2.4" that stands whatever the position; None follows the position.
    An empty `title` is a section that nobody has named yet. `case_type` is free text, since a council may use others
    than those of the seed meetings: Beslutningssag, Temadrøftelse, Drøftelsessag, Orienteringssag. `case_number` is
    that of the case system ("SAG-2022-01500"), `caseworker` a name or initials. `closed` keeps it from the public, for
    the reason that `closed_reason` gives, its heading only if `closed_title`. `withdrawn` is "udgår": taken off after
    it was sent, so that it keeps its number; before that, an item is simply deleted.
    """

    id: ItemId
    meeting_id: MeetingId
    parent_id: ItemId | None
    order_key: str
    title: str
    case_type: str | None = None
    pinned_number: str | None = None
    case_number: str = ""
    caseworker: str = ""
    closed: bool = False
    withdrawn: bool = False
    closed_reason: str = ""
    closed_title: bool = False

    @property
    def heading(self) -> str:
        """Title with its case type in front, as in "Beslutningssag: Fordeling af flygtninge 2025"."""
        return f"{self.case_type}: {self.title}" if self.case_type else self.title


class TextKind(StrEnum):
    """Which of an item's texts: the first three before the meeting, the last after it."""

    BACKGROUND = "background"
    RECOMMENDATION = "recommendation"
    PRESENTATION = "presentation"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A *bilag* of one agenda item.

    `title` is the secretariat's words; `file_name` what the file was called when it came. `pinned_number` is an
    issued number that stands whatever the position. `page_choice` says which of its pages are included, 1-based
    ("1-3,5"), "" for all. `closed` keeps it from the public. `language` is a tag ("da-DK") that somebody has
    given it, "" for its file's own. `treatment` is how its file is made into the PDF that is included. `withdrawn`,
    `closed_reason` and `closed_title` are as an item's; one that is withdrawn keeps its number and its pages.
    """

    id: AttachmentId
    item_id: ItemId
    order_key: str
    title: str
    file_name: str
    source: Sha256
    pinned_number: int | None = None
    page_choice: str = ""
    closed: bool = False
    language: str = ""
    treatment: Treatment = field(default_factory=Treatment)
    withdrawn: bool = False
    closed_reason: str = ""
    closed_title: bool = False

    @property
    def rendition_key(self) -> RenditionKey:
        """Which rendition of its file is included."""
        return RenditionKey(self.source, self.treatment)


@dataclass(frozen=True, slots=True)
class NumberedAttachment:
    """An attachment with its number within the item and its rendition (pages left out)."""

    number: int
    attachment: Attachment
    rendition: Rendition

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What to tell of its file."""
        return notices_of(self.rendition, self.attachment.file_name)


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """An agenda item with its number ("2.1"), its depth (1 for a section) and its attachments in order."""

    number: str
    level: int
    item: AgendaItem
    attachments: tuple[NumberedAttachment, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting as it stands at one moment: every item, numbered, depth first. What documents are made from."""

    meeting: Meeting
    items: tuple[NumberedItem, ...]
