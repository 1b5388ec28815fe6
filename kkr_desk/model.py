"""The words of the secretariat's world: meetings, agenda items, attachments, and the facts known of their pages.

Everything here is a frozen value. Rows come from the store, go through `numbering` and `plan`, and end in documents.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

MeetingId = NewType("MeetingId", str)
ItemId = NewType("ItemId", str)
AttachmentId = NewType("AttachmentId", str)
CouncilId = NewType("CouncilId", str)
Sha256 = NewType("Sha256", str)
"""SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""

INDEX_TITLE = "Indholdsfortegnelse - Bilag"
"""Heading of the index where nobody gives another (seed meetings)."""

DANISH_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


class FileStatus(StrEnum):
    """What came of looking at a file that is to be an attachment."""

    OK = "ok"
    PASSWORD = "password"  # noqa: S105  a status, not a secret
    DAMAGED = "damaged"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too-large"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a caseworker should know of a file or a document: a code of `kkr_desk.sentences.NOTICES` and facts."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


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
    that of the case system ("SAG-2022-01500"), `caseworker` a name or initials, `closed` keeps it from the public.
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
class EdgeInk:
    """Which cells of the strips along a page's visible top and bottom already hold print.

    A cell is `CELL` points square. `top` and `bottom` hold one bit a cell, row by row from the page's edge inwards,
    each row `columns` cells from the left and padded to whole bytes, most significant bit first. A set bit is print:
    an evenly dark ground is free, since a stamp reads on it.
    """

    CELL = 8
    ROWS = 8

    columns: int
    top: bytes
    bottom: bytes

    def is_free(self, *, at_top: bool, left: float, right: float, near: float, far: float) -> bool:
        """Whether a box holds no print.

        Args:
            at_top: The strip along the top edge, else the one along the bottom.
            left: Left side of the box in points from the page's visible left edge.
            right: Its right side.
            near: Distance in points from the page's edge to the nearer side of the box.
            far: Distance to the farther side; what lies outside the strip counts as free.
        """
        bits = self.top if at_top else self.bottom
        stride = (self.columns + 7) // 8
        first, last = max(int(left // self.CELL), 0), min(int(right // self.CELL), self.columns - 1)
        if last < first:
            return True
        mask = ((1 << (last - first + 1)) - 1) << (stride * 8 - 1 - last)
        for row in range(max(int(near // self.CELL), 0), min(int(far // self.CELL), self.ROWS - 1) + 1):
            if int.from_bytes(bits[row * stride : (row + 1) * stride], "big") & mask:
                return False
        return True


NO_INK = EdgeInk(columns=0, top=b"", bottom=b"")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of one page of a rendition, so that nobody has to open it again.

    Attributes:
        number: 1-based.
        width: Visible width in points, after rotation and UserUnit.
        height: Visible height in points.
        rotation: 0, 90, 180 or 270, clockwise.
        text: The page's text, "" for a scan.
        ink: Where its top and bottom edges hold print.
        open_states: Graphics states (`q`) its content leaves open, to be closed before a stamp; -1 when the content
            is malformed and must be enclosed in a form XObject before anything is appended to it.
        digest: Hash of all that the page shows (boxes, content, resources), see `kkr_desk.pdf.digest`.
        annotations: Hash of its annotations and where its links lead, relative to the attachment.
    """

    number: int
    width: float
    height: float
    rotation: int
    text: str = ""
    ink: EdgeInk = NO_INK
    open_states: int = 0
    digest: str = ""
    annotations: str = ""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A source file's form as PDF: what came of looking at it.

    Attributes:
        source: Hash of the file as it came.
        status: `FileStatus.OK` when it can be included.
        pdf: Hash of the PDF to include; equal to `source` for a sound PDF, None without one.
        page_count: Pages of that PDF, 0 without one.
        kind: What the bytes are: "pdf", or the kind that is not supported.
        warnings: What to tell the caseworker.
        pages: Facts page by page; empty where they were not asked for.
    """

    source: Sha256
    status: FileStatus
    pdf: Sha256 | None = None
    page_count: int = 0
    kind: str = "pdf"
    warnings: tuple[Notice, ...] = ()
    pages: tuple[PageFacts, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A *bilag* of one agenda item.

    `title` is the secretariat's words; `file_name` what the file was called when it came. `pinned_number` is an
    issued number that stands whatever the position. `page_choice` says which of its pages are included, 1-based
    ("1-3,5"), "" for all. `closed` keeps it from the public.
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


@dataclass(frozen=True, slots=True)
class NumberedAttachment:
    """An attachment with its number within the item and its rendition (pages left out)."""

    number: int
    attachment: Attachment
    rendition: Rendition


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


class StampPlace(StrEnum):
    """Where on the visible page the page number is printed."""

    BOTTOM_RIGHT = "bottom-right"
    BOTTOM_CENTRE = "bottom-centre"
    BOTTOM_LEFT = "bottom-left"
    TOP_RIGHT = "top-right"
    TOP_CENTRE = "top-centre"
    TOP_LEFT = "top-left"


@dataclass(frozen=True, slots=True)
class Template:
    """What a council's documents say and look like; the words belong here, not to the window's language.

    Attributes:
        attachment_text: How an attachment is named in index, divider and outline.
        stamp_format: The page number; ``{page}`` and ``{pages}`` are filled in.
        stamp_place: Preferred place; another edge is taken where the page itself prints there.
        stamp_size: Type size in points.
        stamp_margin: Distance in points from the visible page's edges.
        colour: The council's colour, "#rrggbb".
        language: Language tag of the documents.
        collection_title: Title of the collection as a document; ``{council}`` and ``{date}`` are filled in.
        page_word: What a page is called in running text, such as a link's description.
        slip_text: What stands on the page in place of an attachment that could not be included.
    """

    attachment_text: str = "Bilag {number}: {title}"
    stamp_format: str = "Side {page} af {pages}"
    stamp_place: StampPlace = StampPlace.BOTTOM_RIGHT
    stamp_size: float = 9.0
    stamp_margin: float = 20.0
    colour: str = "#1f4e79"
    language: str = "da-DK"
    collection_title: str = "Bilagssamling – {council}, {date}"
    page_word: str = "side"
    slip_text: str = "Bilaget kunne ikke medtages i samlingen. Kontakt sekretariatet for at få det."


USUAL_SECTIONS = (
    "Velkomst og godkendelse af dagsorden",
    "Godkendelse af referat",
    "Temaer og sager til drøftelse",
    "Udpegninger",
    "Siden sidst",
    "Punkter til næste møde",
    "Eventuelt",
)
"""What the agenda of a KKR is divided into, until the council says otherwise (agendas of the five councils)."""

USUAL_CASE_TYPES = ("Beslutningssag", "Temadrøftelse", "Drøftelsessag", "Orienteringssag")
"""Case types of the seed meetings."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a council; party by its letter or name, "" where it does not matter."""

    name: str
    municipality: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Council:
    """A council and what is usual in it.

    Attributes:
        id: Its id; "" for one that nobody has saved yet.
        name: Its name, as its meetings bear it.
        template: What its documents say and look like.
        logo: Hash of a picture among the store's content.
        members: In the order in which its minutes list them.
        sections: What a new agenda is divided into.
        case_types: What is offered as case type.
    """

    id: CouncilId
    name: str
    template: Template = field(default_factory=Template)
    logo: Sha256 | None = None
    members: tuple[Member, ...] = ()
    sections: tuple[str, ...] = USUAL_SECTIONS
    case_types: tuple[str, ...] = USUAL_CASE_TYPES
