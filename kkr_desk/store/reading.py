"""What can be asked of a store: its meetings, councils, files and history."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING

from kkr_desk.errors import UserError
from kkr_desk.model import (
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    Council,
    ItemId,
    Meeting,
    MeetingId,
    PageFacts,
    Rendition,
    Sha256,
    TextKind,
    Treatment,
)
from kkr_desk.numbering import agenda
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.store import alternates, attachments, councils, editions, finding, journal, meetings, renditions, texts
from kkr_desk.store.connection import Connection
from kkr_desk.store.journal import Changes, HistoryEntry
from kkr_desk.store.renditions import UNTREATED

if TYPE_CHECKING:
    from kkr_desk.store.earlier_uses import EarlierUse
    from kkr_desk.store.search import Hit


class Reading:
    """The reading half of a store; needs no operation."""

    _connection: Connection

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read in the block is of one moment, whatever other programs write meanwhile."""
        return self._connection.snapshot()

    def version(self) -> int:
        """A number that is another one once any other connection has written to the store (`PRAGMA data_version`)."""
        return self._connection.number("PRAGMA data_version")

    def meetings(self) -> list[Meeting]:
        """All meetings, by date, newest first."""
        return meetings.read_meetings(self._connection)

    def meeting(self, meeting_id: MeetingId) -> Meeting:
        """One meeting; UserError ``meeting-gone`` without it."""
        return meetings.read_meeting(self._connection, meeting_id)

    def find_meeting(self, words: str) -> Meeting:
        """The meeting that a few words mean, see `kkr_desk.store.finding`.

        Raises:
            UserError: ``meeting-unknown`` or ``meeting-ambiguous``.
        """
        return finding.find(self.meetings(), words)

    def agenda(self, meeting_id: MeetingId) -> Agenda:
        """A meeting as it stands at one moment, numbered; renditions without their pages."""
        with self.snapshot():
            return agenda(
                self.meeting(meeting_id),
                meetings.read_items(self._connection, meeting_id),
                attachments.read_attachments(self._connection, meeting_id),
                renditions.read_renditions(self._connection, meeting_id),
                editions.read_given(self._connection, meeting_id),
            )

    def find_item(self, meeting_id: MeetingId, number: str) -> AgendaItem:
        """The item of a number ("2.1").

        Raises:
            UserError: ``item-unknown``; ``item-ambiguous`` when two items are pinned to the number.
        """
        wanted = number.strip()
        found = [item.item for item in self.agenda(meeting_id).items if item.number == wanted]
        if not found:
            raise UserError("item-unknown", number=wanted)
        if len(found) > 1:
            raise UserError("item-ambiguous", number=wanted)
        return found[0]

    def item(self, item_id: ItemId) -> AgendaItem:
        """One item; UserError ``item-gone`` without it."""
        return meetings.read_item(self._connection, item_id)

    def attachment(self, attachment_id: AttachmentId) -> Attachment:
        """One attachment; UserError ``attachment-gone`` without it."""
        return attachments.read_attachment(self._connection, attachment_id)

    def alternate_texts(self, attachment_id: AttachmentId) -> dict[str, str]:
        """What the secretariat says instead of an attachment's pictures, by place; UserError ``attachment-gone``."""
        return alternates.read_alternates(self._connection, attachment_id)

    def meeting_alternate_texts(self, meeting_id: MeetingId) -> dict[AttachmentId, dict[str, str]]:
        """The same for all attachments of a meeting that have any."""
        return alternates.read_meeting_alternates(self._connection, meeting_id)

    def rendition(self, source: Sha256, treatment: Treatment = UNTREATED) -> Rendition | None:
        """What came of looking at a file, pages left out; None when nobody has with that treatment."""
        return renditions.read_rendition(self._connection, source, treatment)

    def renditions_of(self, source: Sha256) -> tuple[Rendition, ...]:
        """What came of looking at a file, pages left out, of each treatment that anybody asked for."""
        return renditions.read_renditions_of(self._connection, source)

    def earlier_uses(self, source: Sha256, *, but: Collection[AttachmentId] = ()) -> tuple[EarlierUse, ...]:
        """Where the same file is attached already, latest meeting first; see `kkr_desk.store.earlier_uses`.

        Args:
            source: The file's content.
            but: Attachments that are not told of: those that are about to be, or just were, made of it.
        """
        from kkr_desk.store.earlier_uses import earlier_uses  # noqa: PLC0415  most runs of the program need none

        return earlier_uses(self._connection, source, but)

    def pages(self, pdf: Sha256) -> tuple[PageFacts, ...]:
        """Facts of all pages of a PDF, in order; empty when nobody has looked at it."""
        return renditions.read_pages(self._connection, pdf)

    def texts(self, item_id: ItemId) -> dict[TextKind, str]:
        """The texts of an item that there are, as HTML; UserError ``item-gone`` without the item."""
        return texts.read_texts(self._connection, item_id)

    def meeting_texts(self, meeting_id: MeetingId) -> dict[ItemId, dict[TextKind, str]]:
        """The texts of all items of a meeting that have any; UserError ``meeting-gone`` without the meeting."""
        return texts.read_meeting_texts(self._connection, meeting_id)

    def councils(self) -> list[Council]:
        """All councils by name, also those that only meetings name: these have no id, and what is usual."""
        return councils.read_councils(self._connection)

    def council(self, name: str) -> Council:
        """The council of a name; one without an id, and with what is usual, for a name that nobody has saved."""
        return councils.read_council(self._connection, name)

    def search(
        self, words: str, *, limit: int = 200, today: date | None = None, progress: Progress | None = None
    ) -> tuple[Hit, ...]:
        """Look for words in all meetings; see `kkr_desk.store.search`.

        Args:
            words: What somebody typed; nothing is wrong in it.
            limit: Hits at most; so many mean that there may be more.
            today: Meetings from then on are to come; this day without it.
            progress: Asked often whether to go on.

        Raises:
            Cancelled: A newer question has come.
        """
        from kkr_desk.store.search import search  # noqa: PLC0415  most runs of the program need none of these

        day = today or date.today()  # noqa: DTZ011  the day on the user's calendar
        return search(self._connection, words, limit=limit, today=day, progress=progress or NullProgress())

    def changes(self, operation: int) -> Changes:
        """What an operation of the journal changed; empty for a number that it does not have."""
        return journal.changes(self._connection, operation)

    def history(self, item_id: ItemId) -> tuple[HistoryEntry, ...]:
        """Every operation that touched an item, what belongs to it, or an attachment while it did, newest first."""
        return journal.history(self._connection, item_id)

    def undo_label(self) -> str | None:
        """Label of what `Store.undo` would undo now; None where there is nothing, or an upgrade or edition bars it."""
        from kkr_desk.store.undo import undo_label  # noqa: PLC0415  as above

        return undo_label(self._connection)

    def redo_label(self) -> str | None:
        """Label of what `Store.redo` would do again now; None where there is nothing."""
        from kkr_desk.store.undo import redo_label  # noqa: PLC0415  as above

        return redo_label(self._connection)
