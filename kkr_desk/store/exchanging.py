"""What a store does with meetings as files; see `kkr_desk.store.meeting_exchange`, which is loaded when it is asked."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from kkr_desk.model import MeetingId, Sha256
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.store.connection import Connection
from kkr_desk.store.content import Content
from kkr_desk.store.journal import Journal

if TYPE_CHECKING:
    from kkr_desk.store.meeting_exchange.differences import Differences
    from kkr_desk.store.meeting_exchange.reading import MeetingCopy
    from kkr_desk.store.meeting_exchange.saving import SavedMeeting
    from kkr_desk.store.meeting_exchange.taking import Sides


class Exchanging:
    """The half of a store that hands meetings over and takes them in."""

    _connection: Connection
    _journal: Journal
    content: Content

    def save_meeting(self, meeting_id: MeetingId, file: Path, progress: Progress | None = None) -> SavedMeeting:
        """Save one meeting as a file for a colleague: items, texts, attachments with their files, and history.

        Raises:
            UserError: ``meeting-gone``, ``content-lost``, ``target-is-source``, ``target-folder-missing``,
                ``target-is-folder``.
            EnvironmentFault: ``disk-full``, ``folder-not-writable``, ``target-in-use``, ``machine-refused``.
            Cancelled: A file that was there is untouched.
        """
        from kkr_desk.store.meeting_exchange.saving import save_meeting  # noqa: PLC0415  seldom needed, as all below

        return save_meeting(self._connection, self.content, meeting_id, file, progress or NullProgress())

    def compare(self, copy: MeetingCopy) -> Differences:
        """Hold the meeting of a file against the one here; UserError ``meeting-file-clash``."""
        from kkr_desk.store.meeting_exchange.differences import compare  # noqa: PLC0415  likewise

        return compare(self._connection, copy)

    def content_wanted(self, copy: MeetingCopy, differences: Differences, sides: Sides) -> set[Sha256]:
        """Content that must be taken before what was chosen can be."""
        from kkr_desk.store.meeting_exchange.taking import content_wanted  # noqa: PLC0415  likewise

        return content_wanted(self._connection, copy, differences, sides)

    def take_content(self, copy: MeetingCopy, wanted: Collection[Sha256], progress: Progress | None = None) -> None:
        """Copy content of a file into the store; needs no operation.

        Raises:
            UserError: ``meeting-file-damaged``: bytes are not those that their hash says.
            EnvironmentFault: The store cannot be written.
            Cancelled: Nothing refers to what was copied so far.
        """
        from kkr_desk.store.meeting_exchange.taking import take_content  # noqa: PLC0415  likewise

        take_content(self._connection, self.content, copy, wanted, progress or NullProgress())

    def take_meeting(self, copy: MeetingCopy, sides: Sides, label: str) -> MeetingId:
        """Write a file's meeting, or what was chosen of it, as an operation of its own.

        Args:
            copy: The file's meeting; its content was taken before.
            sides: What was chosen by item, None for the meeting itself; what is not named stays as it is here. A
                meeting that is not here is written whole.
            label: What the user did.

        Raises:
            UserError: ``meeting-file-clash``.
            Defect: ``store-defect`` (content-not-added).
        """
        from kkr_desk.store.meeting_exchange.taking import take  # noqa: PLC0415  likewise

        return take(self._connection, self._journal, copy, sides, label)
