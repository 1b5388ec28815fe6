"""The store as the rest of the program sees it: one folder, one connection, every row and every file in it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from kkr_desk.errors import UserError
from kkr_desk.model import (
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    ItemId,
    Meeting,
    MeetingId,
    Notice,
    PageFacts,
    Rendition,
    Sha256,
)
from kkr_desk.numbering import agenda
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.store import attachments, finding, journal, meetings, renditions
from kkr_desk.store.attachments import AttachmentChanges
from kkr_desk.store.connection import PATIENCE, Connection, connect, locate
from kkr_desk.store.content import Content
from kkr_desk.store.journal import Changes, HistoryEntry, Journal
from kkr_desk.store.meetings import ItemChanges, MeetingChanges

_CONTENT = "content"


class Store:
    """A folder with one SQLite file and its content. Owned by the thread that opened it.

    Every writing method needs an open operation. Rows and files that are not there raise a UserError ("item-gone"),
    since another program or an undo may have taken them; what the machine does raises an EnvironmentFault.

    Args:
        connection: An open connection to its file.
        who: Who works with it, for the journal.
    """

    def __init__(self, connection: Connection, who: str) -> None:
        self._connection = connection
        self._journal = Journal(connection, who)
        self.file = connection.file
        self.content = Content(connection, self.file.parent / _CONTENT)

    @classmethod
    def open(
        cls, folder: Path, *, read_only: bool = False, who: str | None = None, patience: float = PATIENCE
    ) -> Store:
        """Open a store; folder and schema are made when absent, an older schema is brought up to date.

        Args:
            folder: The store's folder, or a backup's file.
            read_only: Change nothing, not even the schema; works beside a program that writes.
            who: Name for the journal; the name the user is logged in by without one.
            patience: Seconds to wait for another program that is writing.

        Raises:
            UserError: ``store-missing`` or ``store-older`` (read only), ``store-newer``, ``not-a-store``. What is
                refused is not touched.
            EnvironmentFault: ``store-read-only``, ``store-locked``, ``store-corrupt``, ``store-full``,
                ``store-unreachable``, ``store-no-memory``.
        """
        connection = connect(locate(folder), read_only=read_only, patience=patience)
        store = cls(connection, journal.current_user() if who is None and not read_only else who or "")
        try:
            if not read_only:
                store.content.clear_leftovers()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close it; what is in an open operation is given up."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder it is in."""
        return self.file.parent

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading alone."""
        return self._connection.read_only

    def operation(self, label: str, *, coalesce_key: str | None = None) -> AbstractContextManager[None]:
        """One transaction and one undoable step; inside another one, a part of it. An error in it undoes all of it.

        Args:
            label: What the user did, in their words: "Flyt punkt 2.3".
            coalesce_key: Typing in one field: goes on with the operation before when that has the same key, is the
                same user's and is younger than `journal.COALESCE_SECONDS`.
        """
        return self._journal.operation(label, coalesce_key)

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read in the block is of one moment, whatever other programs write meanwhile."""
        return self._connection.snapshot()

    # -- reading -------------------------------------------------------------------------------------------------

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

    def rendition(self, source: Sha256) -> Rendition | None:
        """What came of looking at a file, pages left out; None when nobody has."""
        return renditions.read_rendition(self._connection, source)

    def pages(self, pdf: Sha256) -> tuple[PageFacts, ...]:
        """Facts of all pages of a PDF, in order; empty when nobody has looked at it."""
        return renditions.read_pages(self._connection, pdf)

    # -- meetings and items --------------------------------------------------------------------------------------

    def add_meeting(self, council: str, date: date, index_title: str, *, issued: bool = False) -> Meeting:
        """Write a new meeting."""
        self._journal.must_be_open()
        return meetings.add_meeting(self._connection, council, date, index_title, issued=issued)

    def change_meeting(self, meeting_id: MeetingId, **changes: Unpack[MeetingChanges]) -> Meeting:
        """Change fields of a meeting."""
        self._journal.must_be_open()
        return meetings.change_meeting(self._connection, meeting_id, changes)

    def delete_meeting(self, meeting_id: MeetingId) -> None:
        """Delete a meeting with its items and attachments."""
        self._journal.must_be_open()
        meetings.delete_meeting(self._connection, meeting_id)

    def add_item(
        self,
        meeting_id: MeetingId,
        title: str,
        *,
        parent_id: ItemId | None = None,
        case_type: str | None = None,
        pinned_number: str | None = None,
        before: ItemId | None = None,
    ) -> AgendaItem:
        """Write a new item before a sibling, at the end without one.

        Raises:
            UserError: ``meeting-gone``, ``item-gone``, ``agenda-too-deep``, ``number-invalid``.
        """
        self._journal.must_be_open()
        item = AgendaItem(ItemId(""), meeting_id, parent_id, "", title, case_type, pinned_number)
        return meetings.add_item(self._connection, item, before)

    def change_item(self, item_id: ItemId, **changes: Unpack[ItemChanges]) -> AgendaItem:
        """Change fields of an item."""
        self._journal.must_be_open()
        return meetings.change_item(self._connection, item_id, changes)

    def move_item(self, item_id: ItemId, *, parent_id: ItemId | None, before: ItemId | None) -> AgendaItem:
        """Put an item, with all below it, before a sibling, at the end for None.

        Raises:
            UserError: ``item-gone``, ``move-into-itself``, ``agenda-too-deep``.
        """
        self._journal.must_be_open()
        return meetings.move_item(self._connection, item_id, parent_id, before)

    def delete_item(self, item_id: ItemId) -> None:
        """Delete an item with all below it and its attachments."""
        self._journal.must_be_open()
        meetings.delete_item(self._connection, item_id)

    # -- attachments ---------------------------------------------------------------------------------------------

    def add_attachment(
        self,
        item_id: ItemId,
        title: str,
        file_name: str,
        source: Sha256,
        *,
        pinned_number: int | None = None,
        before: AttachmentId | None = None,
    ) -> Attachment:
        """Write a new attachment before a sibling, at the end without one; its content was added before.

        Raises:
            UserError: ``item-gone``, ``attachment-gone``, ``number-invalid``.
            Defect: ``store-defect`` (content-not-added).
        """
        self._journal.must_be_open()
        attachment = Attachment(AttachmentId(""), item_id, "", title, file_name, source, pinned_number)
        return attachments.add_attachment(self._connection, attachment, before)

    def change_attachment(self, attachment_id: AttachmentId, **changes: Unpack[AttachmentChanges]) -> Attachment:
        """Change fields of an attachment."""
        self._journal.must_be_open()
        return attachments.change_attachment(self._connection, attachment_id, changes)

    def move_attachment(
        self, attachment_id: AttachmentId, *, item_id: ItemId, before: AttachmentId | None
    ) -> Attachment:
        """Put an attachment before a sibling, at the end for None, also below another item."""
        self._journal.must_be_open()
        return attachments.move_attachment(self._connection, attachment_id, item_id, before)

    def delete_attachment(self, attachment_id: AttachmentId) -> None:
        """Delete an attachment; its content stays, since undo may bring it back."""
        self._journal.must_be_open()
        attachments.delete_attachment(self._connection, attachment_id)

    def save_rendition(self, rendition: Rendition) -> None:
        """Keep what came of looking at a file: a cache, not journaled; needs no operation."""
        renditions.save_rendition(self._connection, rendition)

    # -- the journal ---------------------------------------------------------------------------------------------

    @property
    def last_changes(self) -> Changes:
        """What the operation, undo or redo done last here changed."""
        return self._journal.last

    def changes(self, operation: int) -> Changes:
        """What an operation of the journal changed; empty for a number that it does not have."""
        return journal.changes(self._connection, operation)

    def history(self, item_id: ItemId) -> tuple[HistoryEntry, ...]:
        """Every operation that touched an item or an attachment while it belonged to it, newest first."""
        return journal.history(self._connection, item_id)

    def undo(self, operation: int | None = None) -> str:
        """Undo an operation, the latest without a number; returns its label. See `kkr_desk.store.undo`.

        Raises:
            UserError: ``nothing-to-undo``, ``undo-refused``, ``undo-after-upgrade``.
        """
        from kkr_desk.store.undo import undo  # noqa: PLC0415  most runs of the program need none of these

        label, self._journal.last = undo(self._connection, self._journal, operation)
        return label

    def redo(self) -> str:
        """Do again what was undone last; returns its label.

        Raises:
            UserError: ``nothing-to-redo``, ``undo-refused``.
        """
        from kkr_desk.store.undo import redo  # noqa: PLC0415  as above

        label, self._journal.last = redo(self._connection, self._journal)
        return label

    # -- the whole -----------------------------------------------------------------------------------------------

    def check(self, progress: Progress | None = None) -> tuple[Notice, ...]:
        """Look everything over; empty for a sound store. See `kkr_desk.store.check`."""
        from kkr_desk.store.check import check  # noqa: PLC0415  as above

        return check(self._connection, self.content, progress or NullProgress())

    def backup(self, file: Path, progress: Progress | None = None) -> tuple[Notice, ...]:
        """Write a backup, which opens as a store; returns what content the store has lost. See `kkr_desk.store.backup`.

        Raises:
            UserError: ``backup-refused``.
        """
        from kkr_desk.store.backup import back_up  # noqa: PLC0415  as above

        return back_up(self.file, self.content, file, progress or NullProgress())
