"""Files of the open meeting that are not known as they would be now: they are looked at again, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kkr_desk.intake.novelty import lost_pdfs, wants_another_look
from kkr_desk.model import MeetingId, RenditionKey
from kkr_desk.ui.desk import Desk, Snapshot

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.progress import Progress
    from kkr_desk.store import Store


class Renewal(QObject):
    """Has what is known of the open meeting's files renewed where that is needed, with progress, and once.

    That is so after an upgrade, when a caseworker has decided to have a file treated otherwise, when an office program
    has come to the machine, and when a PDF that was made of a file is gone from the disk. What was cancelled or could
    not be done is tried again when the program is next started; until then the meeting cannot be made into a document,
    and `kkr_desk.export.request` says why.

    Args:
        desk: Whose meetings.
        parent: Its owner.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: set[RenditionKey] = set()
        self._searched: set[MeetingId] = set()
        desk.snapshot_changed.connect(self._look)
        self._look(desk.snapshot)

    @Slot(object)
    def _look(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            return
        agenda, meeting = snapshot.agenda, snapshot.agenda.meeting.id
        every = (own for item in agenda.items for own in item.attachments)
        self._renew(meeting, {own.attachment.rendition_key for own in every if wants_another_look(own.rendition)})
        if meeting not in self._searched:
            self._searched.add(meeting)
            self._desk.read(self, lambda store: (meeting, set(lost_pdfs(store.content, agenda))), self._on_searched)

    def _on_searched(self, found: tuple[MeetingId, set[RenditionKey]]) -> None:
        self._renew(*found)

    def _renew(self, meeting: MeetingId, keys: set[RenditionKey]) -> None:
        """Have these files of a meeting looked at again, each once."""
        wanted = keys - self._asked
        if not wanted:
            return
        self._asked |= wanted

        def work(store: Store, inspector: Inspector, progress: Progress) -> tuple[RenditionKey, ...]:
            from kkr_desk.intake.renewal import renew  # noqa: PLC0415  seldom needed: after an upgrade

            return renew(store, meeting, inspector, progress)

        self._desk.arrive(self, work, self._on_renewed)

    def _on_renewed(self, renewed: tuple[RenditionKey, ...]) -> None:
        if renewed:
            self._desk.refresh()
