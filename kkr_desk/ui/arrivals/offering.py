"""Files are offered for confirmation: the list is opened when they have been looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kkr_desk.model import Attachment
from kkr_desk.ui.desk import Desk

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.progress import Progress
    from kkr_desk.store import Store
    from kkr_desk.ui.arrivals.collecting import Collected


class Offering(QObject):
    """Opens the list of files.

    Args:
        desk: Whose open meeting they go to.
        pane: Above whose window it opens.
    """

    def __init__(self, desk: Desk, pane: QWidget) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane

    def show(self, collected: Collected) -> None:
        """Open the list; when the meeting has been closed meanwhile, the files are not wanted."""
        from kkr_desk.ui.arrivals.dialog import ArrivalsDialog  # noqa: PLC0415  not before files come

        snapshot = self._desk.snapshot
        if snapshot is None:
            collected.room.close()
            return
        ArrivalsDialog(self._desk, snapshot, collected, self._pane.window()).present()

    def take_out(self, attachment: Attachment) -> None:
        """Open the list of what a bilag of the open meeting encloses."""
        snapshot = self._desk.snapshot
        if snapshot is None:
            return
        meeting_id = snapshot.agenda.meeting.id

        def work(store: Store, _: Inspector, progress: Progress) -> Collected:
            from kkr_desk.ui.arrivals.collecting import collect_enclosed  # noqa: PLC0415  likewise

            return collect_enclosed(store, meeting_id, attachment, progress)

        self._desk.arrive(self, work, self.show)
