"""Searching all meetings: titles, texts of items, decisions, and every page of every attachment.

Hits come by meeting: first those that are open or to come, then the others, the newest first, the archive last; within
a meeting titles, texts, pages. How words are matched is told in `search_query`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kkr_desk.model import AttachmentId, ItemId, Meeting, MeetingId, MeetingState, TextKind
from kkr_desk.progress import Progress
from kkr_desk.store.connection import Connection
from kkr_desk.store.meetings import read_meetings
from kkr_desk.store.search_excerpt import Marks, excerpt, whole
from kkr_desk.store.search_naming import Names
from kkr_desk.store.search_places import Found, HitKind, Looking
from kkr_desk.store.search_query import parse

_STEPS = 10_000
_TITLES = (HitKind.MEETING, HitKind.ITEM, HitKind.ATTACHMENT)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where everything that was looked for stands.

    Attributes:
        kind: What it is.
        meeting: Whose it is.
        title: That of the attachment or the item; the council of a meeting.
        snippet: Words around what was found.
        marks: What was found in `snippet`: first character and the one behind the last, in order and apart.
        item_id: The item; None for a meeting.
        item_number: Its number, "2.1".
        attachment_id: The attachment, of an ATTACHMENT or a PAGE.
        attachment_number: Its number within the item.
        text: Which text of the item, of a TEXT; its outcome, reservations and follow-ups count as its decision.
        page: 1-based, of a PAGE.
        more: Whether there are hits on further pages of the attachment than the three that are given at most.
    """

    kind: HitKind
    meeting: Meeting
    title: str
    snippet: str
    marks: Marks
    item_id: ItemId | None = None
    item_number: str = ""
    attachment_id: AttachmentId | None = None
    attachment_number: int | None = None
    text: TextKind | None = None
    page: int | None = None
    more: bool = False

    @property
    def meeting_id(self) -> MeetingId:
        """Whose it is."""
        return self.meeting.id


def search(connection: Connection, typed: str, *, limit: int, today: date, progress: Progress) -> tuple[Hit, ...]:
    """Look for words in all meetings.

    Where there is more than `limit`, titles have half of it at least, texts a quarter.

    Args:
        connection: The store's connection.
        typed: What somebody typed, see `search_query`; nothing is wrong in it.
        limit: Hits at most.
        today: Meetings from then on are to come.
        progress: Asked often whether to go on.

    Raises:
        Cancelled: A newer question has come.
    """
    query = parse(typed)
    if not query or limit < 1:
        return ()
    with connection.snapshot(), connection.interruptible(progress, "search", steps=_STEPS):
        meetings = in_order(read_meetings(connection), today)
        looking = Looking(connection, query, [meeting.id for meeting in meetings])
        names = Names(connection, meetings)
        placed = [_named(found, looking.ranks[found.meeting], names) for found in _shared_out(looking, limit)]
        return tuple(hit for _, hit in sorted(placed, key=lambda pair: pair[0]))


def in_order(meetings: Iterable[Meeting], today: date) -> list[Meeting]:
    """Meetings as they are found: open ones and those to come first, the archive last, the newest first."""

    def place(meeting: Meeting) -> tuple[bool, bool, int]:
        is_open = meeting.date >= today or meeting.state in {MeetingState.DRAFT, MeetingState.ISSUED}
        return meeting.archived, not is_open, -meeting.date.toordinal()

    return sorted(meetings, key=place)


def _shared_out(looking: Looking, limit: int) -> list[Found]:
    """As many as are wanted, of every kind."""
    half, quarter = -(-limit // 2), limit // 4
    titles = looking.titles(limit)
    texts = looking.texts(limit - min(len(titles), half))
    left = limit - min(len(titles), half) - min(len(texts), quarter)
    pages = looking.pages(left) if left else []
    texts = texts[: limit - len(pages) - min(len(titles), half)]
    return [*titles[: limit - len(pages) - len(texts)], *texts, *pages]


_Place = tuple[int, int, int, int, int, int]


def _named(found: Found, rank: int, names: Names) -> tuple[_Place, Hit]:
    """A hit as it is shown, and its place among the others."""
    meeting = names.meetings[found.meeting]
    in_full = found.kind in _TITLES
    snippet, marks = (whole if in_full else excerpt)(found.words, found.places)
    if found.kind is HitKind.MEETING:
        return (rank, 0, -1, 0, 0, 0), Hit(found.kind, meeting, meeting.council, snippet, marks)
    if found.kind in {HitKind.ATTACHMENT, HitKind.PAGE}:
        return _of_attachment(found, rank, names, snippet, marks)
    item_id, _, text = found.row.partition("/")
    named = names.item(found.meeting, ItemId(item_id))
    kind = TextKind(text) if text else None
    place = (rank, 1 if kind else 0, named.place, 0, list(TextKind).index(kind) if kind else 0, 0)
    return place, Hit(found.kind, meeting, named.item.title, snippet, marks, named.item.id, named.number, text=kind)


def _of_attachment(found: Found, rank: int, names: Names, snippet: str, marks: Marks) -> tuple[_Place, Hit]:
    named = names.attachment(found.meeting, AttachmentId(found.row))
    hit = Hit(
        found.kind,
        names.meetings[found.meeting],
        named.attachment.title,
        snippet,
        marks,
        named.item.item.id,
        named.item.number,
        named.attachment.id,
        named.number,
        page=found.page or None,
        more=found.more,
    )
    return (rank, 2 if found.page else 0, named.item.place, named.number, 0, found.page), hit
