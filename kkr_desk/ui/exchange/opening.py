"""Opening a meeting file: read and proved on the arrival lane; new here, it is taken in at once; else held beside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import MeetingId
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange.differences import Differences
from kkr_desk.store.meeting_exchange.reading import MeetingCopy, read_copy
from kkr_desk.store.meeting_exchange.taking import Sides
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.exchange.file_dialog import FileDialog, meeting_words
from kkr_desk.ui.jobs import Ticket

Read = tuple[MeetingCopy, Differences]


class OpeningDialog(FileDialog):
    """Opens a meeting file.

    Args:
        desk: Into whose store it goes.
        parent: The main window.
    """

    differs = Signal(object, object)
    """`MeetingCopy` and `Differences`: the meeting is here already, and not the same."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("opening_dialog")

    def open_file(self, file: Path) -> None:
        """Open a meeting file; while another is being opened, only show that."""
        if self.strip.is_working:
            self.present()
            return
        self.say(lambda: self.tr("Åbn mødefil"), lambda: file.name)
        self.present()
        ticket = self.desk.arrive(self, _reading(file), lambda read: self._on_read(read, ticket), self.fail)
        self.strip.show_work(ticket)

    def _on_read(self, read: Read, ticket: Ticket) -> None:
        if ticket.cancelled:  # it was read before it heard: the strip says that it was cancelled
            return
        copy, differences = read
        self.say(lambda: self.tr("Åbn mødefil"), lambda: meeting_words(copy.agenda.meeting))
        if differences.ours is None:
            take_in(self, copy, {}, self._on_taken)
        elif differences.items:
            self.reject_at_once()
            self.differs.emit(copy, differences)
        else:  # yet the colleague's program may have made a PDF that could not be made here
            fetching = self.desk.arrive(self, _fetching(copy, {}), lambda _: self._on_same(copy.meeting_id), self.fail)
            self.strip.show_work(fetching)

    def _on_same(self, meeting_id: MeetingId) -> None:
        self.strip.show_done(lambda: self.tr("Mødet er her allerede, og intet er anderledes i filen."))
        self.desk.open_meeting(meeting_id)

    def _on_taken(self, meeting_id: MeetingId) -> None:
        self.reject_at_once()
        self.desk.open_meeting(meeting_id)


def take_in(dialog: FileDialog, copy: MeetingCopy, sides: Sides, done: Callable[[MeetingId], None]) -> None:
    """Take what was chosen of a meeting file into the store: its content, then its rows as one operation.

    Args:
        dialog: Whose strip shows how far it is, and what goes wrong.
        copy: The file's meeting.
        sides: What was chosen; nothing for a meeting that is new.
        done: Told the meeting.
    """
    label = QCoreApplication.translate("OpeningDialog", "Åbn mødefil {file}").format(file=copy.file.name)

    def fetched(_: None) -> None:
        if not fetching.cancelled:
            taking = dialog.desk.alter(dialog, lambda store: store.take_meeting(copy, sides, label), done, dialog.fail)
            dialog.strip.show_work(taking)

    fetching = dialog.desk.arrive(dialog, _fetching(copy, sides), fetched, dialog.fail)
    dialog.strip.show_work(fetching)


def _reading(file: Path) -> Callable[[Store, Inspector, Progress], Read]:
    def work(store: Store, _: Inspector, progress: Progress) -> Read:
        copy = read_copy(file, progress)
        return copy, store.compare(copy)

    return work


def _fetching(copy: MeetingCopy, sides: Sides) -> Callable[[Store, Inspector, Progress], None]:
    def work(store: Store, _: Inspector, progress: Progress) -> None:
        store.take_content(copy, store.content_wanted(copy, store.compare(copy), sides), progress)

    return work
