"""What must be looked at before a meeting's papers are published: CPR numbers above all, and what hides in files. Pure.

Each finding is accepted by name, or its attachment is closed. What was accepted is known by its place and by a hash of
the page it is on, so that it must be accepted again when the page has changed. What is closed is not published, and so
nothing is said of it. The metadata of sources are no finding: they never come along (`kkr_desk.export.metadata`), and
`kkr_desk.export.leaks` holds the finished file against that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from types import MappingProxyType
from urllib.parse import unquote

from kkr_desk.cpr import CprNumber, Rank, find_cpr
from kkr_desk.export.closed_material import shut
from kkr_desk.export.paper_marks import file_notices, scans, signature_pages
from kkr_desk.model import (
    AcceptedFinding,
    Agenda,
    AttachmentId,
    ItemId,
    Notice,
    NumberedAttachment,
    NumberedItem,
    PageFacts,
    Sha256,
    SignOff,
    TextKind,
)
from kkr_desk.plan import closed, included_pages, place_facts
from kkr_desk.rich_text.reading import parse
from kkr_desk.rich_text.writing import plain_text, to_html

_LINK = re.compile('href="([^"]*)"')

NOBODY = AttachmentId("")
"""Whose a finding is that is in no attachment, such as in an item's text."""


class Kind(StrEnum):
    """What was found."""

    CPR = "cpr"
    MAYBE_CPR = "maybe-cpr"
    SCANS = "scans"
    SIGNATURES = "signatures"
    FILE = "file"
    """Something that came with the file: comments, tracked changes, hidden sheets."""


class Place(StrEnum):
    """Where a number was found."""

    PAGE = "page"
    TITLE = "title"
    FILE_NAME = "file-name"
    HEADING = "heading"
    MEETING = "meeting"
    """What is said of the meeting itself, such as where it is."""
    TEXT = "text"
    """An item's text, or a decision."""
    ANNOTATION = "annotation"
    FIELD = "field"
    LINK = "link"
    BOOKMARK = "bookmark"
    SPOKEN = "spoken"
    """Alternate texts, and what is read aloud in place of what is shown."""
    SHOWN = "shown"
    """On the page, but not in its text: in the looks of stamps and fields, or outside its visible part."""
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class UnseenWords:
    """Words of a file that its pages' text leaves out; `kkr_desk.export.unseen_words` gathers them.

    Attributes:
        page: 1-based page of the file, 0 where that cannot be told.
        place: What they are.
        text: They. `Place.SHOWN` is all of a page's text, with what was left out.
    """

    page: int
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class MoreWords:
    """Words of the meeting beside its items' texts and titles.

    Attributes:
        name: What they are, each of an item by another name: "reservation-1".
        text: They.
        item: Whose; None for the whole meeting.
    """

    name: str
    text: str
    item: ItemId | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be accepted before publication.

    Attributes:
        kind: What.
        notice: It in words, without the number itself.
        key: By which it is accepted.
        item: The item it is in; None for the meeting's own words.
        attachment: The attachment it is in; None for an item's texts.
        page: 1-based page of the attachment's PDF; 0 for what is on none.
        place: Where a number stands.
        start: Index of its first character in the page's text, or in the words of another place.
        end: Index behind its last character.
        digits: The number.
    """

    kind: Kind
    notice: Notice
    key: AcceptedFinding
    item: ItemId | None = None
    attachment: AttachmentId | None = None
    page: int = 0
    place: Place | None = None
    start: int = 0
    end: int = 0
    digits: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """A short name for its key, by which a person can accept it: eight hexadecimal digits."""
        key = self.key
        return _hash("\x00".join((key.attachment_id, str(key.page), key.what, key.page_hash)))[:8]


_LIKELY = {
    Place.PAGE: "publication-cpr-page",
    Place.TITLE: "publication-cpr-title",
    Place.FILE_NAME: "publication-cpr-file-name",
    Place.HEADING: "publication-cpr-heading",
    Place.MEETING: "publication-cpr-meeting",
    Place.TEXT: "publication-cpr-text",
    Place.SHOWN: "publication-cpr-shown",
    Place.ANNOTATION: "publication-cpr-annotation",
    Place.FIELD: "publication-cpr-field",
    Place.LINK: "publication-cpr-link",
    Place.BOOKMARK: "publication-cpr-bookmark",
    Place.SPOKEN: "publication-cpr-spoken",
    Place.ELSEWHERE: "publication-cpr-elsewhere",
}
_POSSIBLE = {
    Place.PAGE: "publication-maybe-page",
    Place.TITLE: "publication-maybe-title",
    Place.FILE_NAME: "publication-maybe-file-name",
    Place.HEADING: "publication-maybe-heading",
    Place.MEETING: "publication-maybe-meeting",
    Place.TEXT: "publication-maybe-text",
    Place.SHOWN: "publication-maybe-shown",
    Place.ANNOTATION: "publication-maybe-annotation",
    Place.FIELD: "publication-maybe-field",
    Place.LINK: "publication-maybe-link",
    Place.BOOKMARK: "publication-maybe-bookmark",
    Place.SPOKEN: "publication-maybe-spoken",
    Place.ELSEWHERE: "publication-maybe-elsewhere",
}


def findings(
    agenda: Agenda,
    texts: Mapping[ItemId, Mapping[TextKind, str]],
    pages: Callable[[Sha256], Sequence[PageFacts]],
    *,
    alternates: Mapping[AttachmentId, Mapping[str, str]] = MappingProxyType({}),
    unseen: Mapping[Sha256, Sequence[UnseenWords]] = MappingProxyType({}),
    more: Iterable[MoreWords] = (),
) -> tuple[Finding, ...]:
    """All that must be accepted before a meeting's papers are published, in the order of the agenda.

    Args:
        agenda: The meeting as it stands, with its renditions.
        texts: The items' texts and decisions, as HTML.
        pages: Facts of all pages of a PDF by its hash.
        alternates: What the secretariat says instead of pictures, by attachment and place.
        unseen: What a PDF says beside its pages' text, by its hash.
        more: Further words of the meeting that are published, such as reservations.
    """
    closed_attachments = frozenset(own.attachment.id for _, own in closed(agenda))
    sources = _Sources(texts, pages, alternates, unseen, tuple(more))
    look = _Look(sources, shut(agenda), shut(agenda, title_too=True), closed_attachments)
    found = [*_own("place", agenda.meeting.place)]
    found += [hit for words in sources.more if words.item is None for hit in _own(words.name, words.text)]
    for item in agenda.items:
        found += look.item(item)
        for own in item.attachments:
            found += look.attachment(item, own)
    return tuple(found)


def left(found: Iterable[Finding], sign_offs: Iterable[SignOff]) -> tuple[Finding, ...]:
    """Those of the findings that nobody has accepted as they are now."""
    accepted = {one for sign_off in sign_offs for one in sign_off.findings}
    return tuple(finding for finding in found if finding.key not in accepted)


def accepted_numbers(found: Iterable[Finding], sign_offs: Iterable[SignOff]) -> frozenset[str]:
    """The CPR numbers that may be in the published file since somebody has accepted them."""
    listed = tuple(found)
    open_still = {finding.digits for finding in left(listed, sign_offs)}
    return frozenset({finding.digits for finding in listed if finding.digits} - open_still)


@dataclass(frozen=True, slots=True)
class _Sources:
    """What `findings` is given beside the agenda."""

    texts: Mapping[ItemId, Mapping[TextKind, str]]
    pages: Callable[[Sha256], Sequence[PageFacts]]
    alternates: Mapping[AttachmentId, Mapping[str, str]]
    unseen: Mapping[Sha256, Sequence[UnseenWords]]
    more: tuple[MoreWords, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks through what of a meeting is public.

    Attributes:
        sources: Where its words come from.
        closed_items: Items whose texts are kept from the public.
        nameless: Those whose headings are, too.
        closed_attachments: Attachments whose pages are kept from the public.
    """

    sources: _Sources
    closed_items: frozenset[ItemId]
    nameless: frozenset[ItemId]
    closed_attachments: frozenset[AttachmentId]

    def item(self, row: NumberedItem) -> Iterator[Finding]:
        """An item's own words."""
        item = row.item
        yield from _own("closed_reason", item.closed_reason, row, Place.TEXT)
        if item.id not in self.nameless:
            yield from _own("heading", item.heading, row, Place.HEADING)
            yield from _own("case_number", item.case_number, row, Place.TEXT)
            yield from _own("caseworker", item.caseworker, row, Place.TEXT)
        if item.id not in self.closed_items:
            yield from _texts(row, self.sources.texts.get(item.id, {}))
            for words in self.sources.more:
                if words.item == item.id:
                    yield from _own(words.name, words.text, row, Place.TEXT)

    def attachment(self, row: NumberedItem, own: NumberedAttachment) -> Iterator[Finding]:
        """An attachment's names and pages."""
        attachment, paper = own.attachment, _Paper(row, own)
        is_closed = attachment.id in self.closed_attachments
        yield from paper.words(attachment.closed_reason, Place.TEXT)
        if row.item.id not in self.nameless and not (is_closed and attachment.closed_title):
            yield from paper.words(attachment.title, Place.TITLE)
        if is_closed:
            return
        yield from paper.words(attachment.file_name, Place.FILE_NAME)
        for text in self.sources.alternates.get(attachment.id, {}).values():
            yield from paper.words(text, Place.SPOKEN)
        if own.rendition.pdf:
            pages, unseen = self.sources.pages(own.rendition.pdf), self.sources.unseen.get(own.rendition.pdf, ())
            yield from _of_pages(paper, pages, unseen)
        for notice in file_notices(own):
            yield paper.other(Kind.FILE, notice, _hash(f"{own.rendition.pdf} {notice.facts}"))


def _texts(item: NumberedItem, texts: Mapping[TextKind, str]) -> Iterator[Finding]:
    for kind, html in texts.items():
        document = parse(html)
        yield from _own(kind.value, plain_text(document), item, Place.TEXT)
        for number, link in enumerate(_LINK.findall(to_html(document))):
            yield from _own(f"{kind.value}-link-{number}", unquote(unescape(link)), item, Place.LINK)


def _own(name: str, text: str, item: NumberedItem | None = None, place: Place = Place.MEETING) -> Iterator[Finding]:
    """The numbers in words of the secretariat's own."""
    whose = item.item.id if item else None
    facts = (("item", item.number),) if item else ()
    for number in find_cpr(text):
        key = AcceptedFinding(NOBODY, 0, f"cpr {whose or ''}/{name} {number.start}-{number.end}", _hash(text))
        notice = Notice(_code(number, place), (*facts, ("number", masked(number.digits))))
        yield Finding(_kind(number), notice, key, whose, None, 0, place, number.start, number.end, number.digits)


def _of_pages(paper: _Paper, pages: Sequence[PageFacts], unseen: Sequence[UnseenWords]) -> Iterator[Finding]:
    """What is on the pages that are published, each number of what their texts leave out once."""
    taken = set(included_pages(paper.own))
    shown = [page for page in pages if page.number in taken]
    told: set[tuple[int, str]] = set()
    for page in shown:
        for number in find_cpr(page.text):
            told.add((page.number, number.digits))
            yield paper.number(number, Place.PAGE, page.number, page_hash(page))
    for words in sorted(unseen, key=lambda words: words.place is Place.SHOWN):
        for number in find_cpr(words.text) if words.page == 0 or words.page in taken else ():
            if (words.page, number.digits) not in told:
                told.add((words.page, number.digits))
                yield paper.number(number, words.place, words.page, _hash(words.text))
    for facts, looks in scans(shown):
        yield paper.other(Kind.SCANS, Notice("publication-scans", facts), looks)
    for page in signature_pages(shown):
        notice = Notice("publication-signature-page", (("page", str(page.number)),))
        yield paper.other(Kind.SIGNATURES, notice, page_hash(page), page.number)


def page_hash(page: PageFacts) -> Sha256:
    """By what a page is known: its text and all that it shows."""
    return _hash("\x00".join((page.text, page.digest, page.annotations)))


def masked(digits: str) -> str:
    """A CPR number as it is told of: enough to find it by, too little to use it: "070761-xxxx"."""
    return f"{digits[:6]}-xxxx"


@dataclass(frozen=True, slots=True)
class _Paper:
    """An attachment and its item."""

    item: NumberedItem
    own: NumberedAttachment

    def words(self, text: str, place: Place) -> Iterator[Finding]:
        """Numbers in words that are on no page."""
        for number in find_cpr(text):
            yield self.number(number, place, 0, _hash(text))

    def number(self, number: CprNumber, place: Place, page: int, page_hash: Sha256) -> Finding:
        """A number."""
        facts = (*self._facts, ("page", str(page)), ("number", masked(number.digits)))
        what = f"cpr {place.value} {number.start}-{number.end}"
        key = AcceptedFinding(self.own.attachment.id, page, what, page_hash)
        notice = Notice(_code(number, place), facts)
        ids = (self.item.item.id, self.own.attachment.id)
        return Finding(_kind(number), notice, key, *ids, page, place, number.start, number.end, number.digits)

    def other(self, kind: Kind, notice: Notice, page_hash: Sha256, page: int = 0) -> Finding:
        """Anything else."""
        key = AcceptedFinding(self.own.attachment.id, page, notice.code, page_hash)
        told = Notice(notice.code, (*self._facts, *notice.facts))
        return Finding(kind, told, key, self.item.item.id, self.own.attachment.id, page)

    @property
    def _facts(self) -> tuple[tuple[str, str], ...]:
        return place_facts(self.item, self.own)


def _kind(number: CprNumber) -> Kind:
    return Kind.CPR if number.rank is Rank.LIKELY else Kind.MAYBE_CPR


def _code(number: CprNumber, place: Place) -> str:
    return (_LIKELY if number.rank is Rank.LIKELY else _POSSIBLE)[place]


def _hash(text: str) -> Sha256:
    return Sha256(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
