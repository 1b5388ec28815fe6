"""Files of the open meeting that are not known as they would be now: they are looked at again, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kkr_desk.intake.novelty import wants_another_look
from kkr_desk.model import RenditionKey
from kkr_desk.ui.desk import Desk, Snapshot

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.progress import Progress
    from kkr_desk.store import Store


class Renewal(QObject):
    """Has what is known of the open meeting's files renewed where that is needed, with progress, and once.

    That is so after an upgrade, when a caseworker has decided to have a file treated otherwise, and when an office
    program has come to the machine. What was cancelled or could not be done is tried again when the program is next
    started; until then the meeting cannot be made into a document, and `kkr_desk.export.request` says why.

    Args:
        desk: Whose meetings.
        parent: Its owner.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: set[RenditionKey] = set()
        desk.snapshot_changed.connect(self._look)
        self._look(desk.snapshot)

    @Slot(object)
    def _look(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            return
        every = (own for item in snapshot.agenda.items for own in item.attachments)
        wanted = {own.attachment.rendition_key for own in every if wants_another_look(own.rendition)} - self._asked
        if not wanted:
            return
        self._asked |= wanted
        meeting = snapshot.agenda.meeting.id

        def work(store: Store, inspector: Inspector, progress: Progress) -> tuple[RenditionKey, ...]:
            from kkr_desk.intake.renewal import renew  # noqa: PLC0415  seldom needed: after an upgrade

            return renew(store, meeting, inspector, progress)

        self._desk.arrive(self, work, self._on_renewed)

    def _on_renewed(self, renewed: tuple[RenditionKey, ...]) -> None:
        if renewed:
            self._desk.refresh()
