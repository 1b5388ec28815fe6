"""What was sent out: editions (*udsendelser*), their files, what stood in them, and what was accepted before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kkr_desk.model.identity import AttachmentId, EditionId, ItemId, MeetingId, Sha256, SignOffId
from kkr_desk.model.treatment import Treatment


class EditionKind(StrEnum):
    """What an edition is: everything, or what has come since the last one (*eftersendte bilag*)."""

    FULL = "full"
    SUPPLEMENT = "supplement"


class DocumentKind(StrEnum):
    """Which document."""

    AGENDA = "agenda"
    COLLECTION = "collection"
    MINUTES = "minutes"
    DECISIONS = "decisions"


class Audience(StrEnum):
    """Whom a document is for: the council's members, or the public, from whom closed items and bilag are kept."""

    MEMBERS = "members"
    PUBLIC = "public"


class FileFormat(StrEnum):
    """As what a document can be made: PDF to send out, Word to go on editing."""

    PDF = "pdf"
    WORD = "docx"


@dataclass(frozen=True, slots=True)
class Edition:
    """One *udsendelse* of a meeting; never undone, only withdrawn.

    Attributes:
        id: Its id.
        meeting_id: The meeting.
        number: From 1, within the meeting; one that was withdrawn keeps its own.
        kind: What it is.
        issued_at: When it was sent, with its time zone.
        who: By whom.
        withdrawn_at: When it was withdrawn; None as long as it stands.
        note: What was said with it, one line.
    """

    id: EditionId
    meeting_id: MeetingId
    number: int
    kind: EditionKind
    issued_at: datetime
    who: str = ""
    withdrawn_at: datetime | None = None
    note: str = ""

    @property
    def stands(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class EditionFile:
    """One file of an edition; its bytes are in the store's content.

    Attributes:
        edition_id: The edition; "" while it is not yet issued.
        document: Which document.
        audience: Whom it is for.
        format: In which form.
        name: What the file is called.
        sha256: Hash of its bytes.
        pages: How many it has.
        size: Its bytes.
    """

    edition_id: EditionId
    document: DocumentKind
    audience: Audience
    format: FileFormat
    name: str
    sha256: Sha256
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class SentAttachment:
    """A bilag as an edition has it.

    Attributes:
        id: The attachment.
        number: Within its item.
        title: Its title.
        first_page: 1-based page of the collection on which its divider stands.
        page_count: Pages behind the divider.
        source: Hash of its file.
        treatment: How that was made into a PDF.
        page_choice: Which of its pages were included, "" for all.
        closed: Whether it is kept from the public.
        withdrawn: Whether it was sent as "udgår".
    """

    id: AttachmentId
    number: int
    title: str
    first_page: int
    page_count: int
    source: Sha256
    treatment: Treatment = field(default_factory=Treatment)
    page_choice: str = ""
    closed: bool = False
    withdrawn: bool = False

    @property
    def last_page(self) -> int:
        """1-based page of the collection on which it ends."""
        return self.first_page + self.page_count


@dataclass(frozen=True, slots=True)
class SentItem:
    """An item as an edition has it: its number, its heading with the case type, its attachments in order."""

    id: ItemId
    number: str
    heading: str
    attachments: tuple[SentAttachment, ...] = ()
    closed: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """The frozen table of an edition: which number and pages everything in it has.

    Attributes:
        items: Every item in it, in the order of the agenda; of a supplement those with something in it.
        last_page: The last page of its collection, counted from the first page of the first edition; 0 without one.
    """

    items: tuple[SentItem, ...] = ()
    last_page: int = 0

    def item(self, item_id: ItemId) -> SentItem | None:
        """An item of it, None where it is not in it."""
        return next((item for item in self.items if item.id == item_id), None)

    def attachment(self, attachment_id: AttachmentId) -> SentAttachment | None:
        """An attachment of it, None where it is not in it."""
        every = (own for item in self.items for own in item.attachments)
        return next((own for own in every if own.id == attachment_id), None)


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """Something that was found before a public edition and accepted by name.

    Attributes:
        attachment_id: In which attachment.
        page: 1-based page of its PDF; 0 for what is not on a page, such as its title.
        what: A code of what was found, as `kkr_desk.export.publication` gives it.
        page_hash: Hash of the page's text: when it changes, it must be accepted again.
    """

    attachment_id: AttachmentId
    page: int
    what: str
    page_hash: Sha256


@dataclass(frozen=True, slots=True)
class SignOff:
    """A *kvittering*: who has accepted what was found, before the meeting's papers are published.

    Attributes:
        id: Its id.
        meeting_id: The meeting.
        who: Who has accepted it.
        at: When, with its time zone.
        findings: What.
    """

    id: SignOffId
    meeting_id: MeetingId
    who: str
    at: datetime
    findings: tuple[AcceptedFinding, ...] = ()
