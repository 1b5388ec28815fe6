"""What can be changed in a store, row by row; each needs an open operation."""

from __future__ import annotations

from datetime import date
from typing import Unpack

from kkr_desk.model import (
    AgendaItem,
    Attachment,
    AttachmentId,
    Council,
    ItemId,
    Meeting,
    MeetingId,
    MeetingState,
    Rendition,
    Sha256,
    TextKind,
    Treatment,
)
from kkr_desk.store import alternates, attachments, councils, drafts, meetings, pins, renditions, sent_rows, texts
from kkr_desk.store.attachments import AttachmentChanges
from kkr_desk.store.journal import Journal
from kkr_desk.store.meetings import ItemChanges, MeetingChanges
from kkr_desk.store.reading import Reading
from kkr_desk.store.renditions import UNTREATED


class Writing(Reading):
    """The writing half of a store."""

    _journal: Journal

    # -- meetings and items --------------------------------------------------------------------------------------

    def add_meeting(
        self,
        council: str,
        date: date,
        index_title: str,
        *,
        state: MeetingState = MeetingState.DRAFT,
        time: str = "",
        place: str = "",
    ) -> Meeting:
        """Write a new meeting without items."""
        self._journal.must_be_open()
        meeting = Meeting(MeetingId(""), council, date, index_title, state, time, place)
        return meetings.add_meeting(self._connection, meeting)

    def new_meeting(
        self, council: str, date: date, *, time: str = "", place: str = "", is_empty: bool = False
    ) -> Meeting:
        """Write a new meeting with the usual sections of its council, or without any item."""
        self._journal.must_be_open()
        return drafts.new_meeting(self._connection, council, date, time, place, is_empty=is_empty)

    def copy_meeting(self, meeting_id: MeetingId, date: date) -> Meeting:
        """Write a draft that is divided as an earlier meeting is, without its cases. See `kkr_desk.store.drafts`."""
        self._journal.must_be_open()
        return drafts.copy_meeting(self._connection, meeting_id, date)

    def change_meeting(self, meeting_id: MeetingId, **changes: Unpack[MeetingChanges]) -> Meeting:
        """Change fields of a meeting; when it is a draft no longer, every number is pinned as it stands.

        Raises:
            UserError: ``meeting-gone``; ``numbers-sent``: an edition stands, so it cannot be a draft.
        """
        self._journal.must_be_open()
        if changes.get("state") is MeetingState.DRAFT:
            sent_rows.must_not_be_sent(self._connection, meeting_id)
        is_sent = changes.get("state", MeetingState.DRAFT) is not MeetingState.DRAFT
        if is_sent and not self.meeting(meeting_id).issued:
            pins.pin_numbers(self._connection, meeting_id)
        return meetings.change_meeting(self._connection, meeting_id, changes)

    def renumber(self, meeting_id: MeetingId) -> None:
        """Release every pinned number of a meeting, so that all follow their positions.

        Raises:
            UserError: ``meeting-gone``; ``numbers-sent``: an edition stands.
        """
        self._journal.must_be_open()
        sent_rows.must_not_be_sent(self._connection, meeting_id)
        pins.release_numbers(self._connection, meeting_id)

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
        case_number: str = "",
        caseworker: str = "",
        closed: bool = False,
        closed_reason: str = "",
        closed_title: bool = False,
        before: ItemId | None = None,
    ) -> AgendaItem:
        """Write a new item before a sibling, at the end without one.

        Raises:
            UserError: ``meeting-gone``, ``item-gone``, ``agenda-too-deep``, ``number-invalid``.
        """
        self._journal.must_be_open()
        item = AgendaItem(
            ItemId(""),
            meeting_id,
            parent_id,
            "",
            title,
            case_type,
            pinned_number,
            case_number,
            caseworker,
            closed,
            closed_reason=closed_reason,
            closed_title=closed_title,
        )
        return meetings.add_item(self._connection, item, before)

    def change_item(self, item_id: ItemId, **changes: Unpack[ItemChanges]) -> AgendaItem:
        """Change fields of an item.

        Raises:
            UserError: ``item-gone``, ``number-invalid``; ``item-sent`` and ``number-sent``: numbers that were sent out
                stand.
        """
        self._journal.must_be_open()
        sent_rows.item_may_change(self._connection, item_id, changes)
        return meetings.change_item(self._connection, item_id, changes)

    def move_item(self, item_id: ItemId, *, parent_id: ItemId | None, before: ItemId | None) -> AgendaItem:
        """Put an item, with all below it, before a sibling, at the end for None.

        Raises:
            UserError: ``item-gone``, ``move-into-itself``, ``agenda-too-deep``.
        """
        self._journal.must_be_open()
        return meetings.move_item(self._connection, item_id, parent_id, before)

    def delete_item(self, item_id: ItemId) -> None:
        """Delete an item with all below it and its attachments.

        Raises:
            UserError: ``item-gone``; ``item-sent``: it was sent out, or one below it, and is withdrawn instead.
        """
        self._journal.must_be_open()
        sent_rows.item_may_go(self._connection, item_id)
        meetings.delete_item(self._connection, item_id)

    def write_text(self, item_id: ItemId, kind: TextKind, html: str) -> None:
        """Write one text of an item, as HTML; an empty one is taken away. UserError ``item-gone``."""
        self._journal.must_be_open()
        texts.write_text(self._connection, item_id, kind, html)

    # -- attachments ---------------------------------------------------------------------------------------------

    def add_attachment(
        self,
        item_id: ItemId,
        title: str,
        file_name: str,
        source: Sha256,
        *,
        pinned_number: int | None = None,
        page_choice: str = "",
        closed: bool = False,
        language: str = "",
        treatment: Treatment = UNTREATED,
        closed_reason: str = "",
        closed_title: bool = False,
        before: AttachmentId | None = None,
    ) -> Attachment:
        """Write a new attachment before a sibling, at the end without one; its content was added before.

        Raises:
            UserError: ``item-gone``, ``attachment-gone``, ``number-invalid``, ``page-choice-invalid``,
                ``language-invalid``.
            Defect: ``store-defect`` (content-not-added).
        """
        self._journal.must_be_open()
        attachment = Attachment(
            AttachmentId(""),
            item_id,
            "",
            title,
            file_name,
            source,
            pinned_number,
            page_choice,
            closed,
            language,
            treatment,
            closed_reason=closed_reason,
            closed_title=closed_title,
        )
        return attachments.add_attachment(self._connection, attachment, before)

    def change_attachment(self, attachment_id: AttachmentId, **changes: Unpack[AttachmentChanges]) -> Attachment:
        """Change fields of an attachment; `page_choice` as `kkr_desk.page_choice.parse` takes it.

        With another treatment go pages it chose and alternate texts that may be of other pages and pictures.

        Raises:
            UserError: ``attachment-gone``, ``number-invalid``, ``page-choice-invalid``, ``language-invalid``;
                ``attachment-sent`` and ``number-sent``: numbers that were sent out stand.
            Defect: ``store-defect`` (content-not-added).
        """
        self._journal.must_be_open()
        sent_rows.attachment_may_change(self._connection, attachment_id, changes)
        return attachments.change_attachment(self._connection, attachment_id, changes)

    def replace_source(self, attachment_id: AttachmentId, file_name: str, source: Sha256) -> Attachment:
        """Give an attachment another file, its title and number kept; its content was added before.

        Its choice of pages goes when the new file has not all of them; its alternate texts go, being of other pictures,
        and its treatment, being of what the other file held.

        Raises:
            UserError: ``attachment-gone``.
            Defect: ``store-defect`` (content-not-added).
        """
        return self.change_attachment(attachment_id, file_name=file_name, source=source)

    def write_alternate_text(self, attachment_id: AttachmentId, place: str, text: str) -> None:
        """Write what is to be said instead of a picture of an attachment; an empty text is taken away.

        Args:
            attachment_id: The attachment.
            place: Which picture, see `kkr_desk.model.figure_place` and `page_place`.
            text: What is said.

        Raises:
            UserError: ``attachment-gone``, ``alternate-text-invalid``.
        """
        self._journal.must_be_open()
        alternates.write_alternate(self._connection, attachment_id, place, text)

    def move_attachment(
        self, attachment_id: AttachmentId, *, item_id: ItemId, before: AttachmentId | None
    ) -> Attachment:
        """Put an attachment before a sibling, at the end for None, also below another item.

        Raises:
            UserError: ``attachment-gone``, ``item-gone``; ``attachment-sent``: it was sent out with its item.
        """
        self._journal.must_be_open()
        sent_rows.attachment_may_go(self._connection, attachment_id, item_id)
        return attachments.move_attachment(self._connection, attachment_id, item_id, before)

    def delete_attachment(self, attachment_id: AttachmentId) -> None:
        """Delete an attachment; its content stays, since undo may bring it back.

        Raises:
            UserError: ``attachment-gone``; ``attachment-sent``: it was sent out, and is withdrawn instead.
        """
        self._journal.must_be_open()
        sent_rows.attachment_may_go(self._connection, attachment_id)
        attachments.delete_attachment(self._connection, attachment_id)

    def save_rendition(self, rendition: Rendition) -> None:
        """Keep what came of looking at a file: a cache, not journaled; needs no operation."""
        renditions.save_rendition(self._connection, rendition)

    # -- councils ------------------------------------------------------------------------------------------------

    def save_council(self, council: Council, *, was: str | None = None) -> Council:
        """Write a council; its meetings follow it to a new name.

        Args:
            council: What is to be kept; a new one has no id yet.
            was: The name its meetings bear now; without it, the name it was saved by.

        Returns:
            The council as it is kept, with its id.

        Raises:
            UserError: ``council-name-empty``, ``council-name-taken``, ``council-gone``.
            Defect: ``store-defect`` (content-not-added): its logo or Word template was not added to the content before.
        """
        self._journal.must_be_open()
        return councils.save_council(self._connection, council, was)
