"""Files that come to an item: taken in beside all other work, then written as attachments in one operation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kkr_desk.errors import UserError
from kkr_desk.model import AttachmentId, ItemId, MeetingId
from kkr_desk.ui.agenda.awaited import titles_for
from kkr_desk.ui.agenda.lines import AttachmentTitle
from kkr_desk.ui.agenda.rows import Row, RowKey
from kkr_desk.ui.agenda.words import attaching, attachment_name
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.jobs import Ticket

if TYPE_CHECKING:
    from kkr_desk.intake.arrival import Arrived, Attached
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.progress import Progress
    from kkr_desk.store import Store
    from kkr_desk.ui.arrivals.collecting import Collected


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Files and folders, by their names, that are being read for an item."""

    item_id: ItemId
    names: tuple[str, ...]


class Attaching(QObject):
    """Attaches files, and keeps the titles that wait for theirs while the program runs."""

    waiting_changed = Signal()
    """Other titles wait: see `waiting`."""
    offered = Signal(object)
    """`Collected`: files that are to be confirmed in a list."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[ItemId, tuple[AttachmentTitle, ...]] = {}
        self._arriving: dict[Ticket, _Arrival] = {}
        desk.jobs.idle_changed.connect(self._drop_cancelled)

    def attach(self, paths: Sequence[Path], item_id: ItemId, before: AttachmentId | None = None) -> None:
        """Attach files, and those in folders, to an item of the open meeting.

        Args:
            paths: Files and folders in any order, see `kkr_desk.intake.folders`.
            item_id: The item.
            before: The attachment they are put before; at the end without one.

        A folder, a packed folder and several files whose names have numbers are shown in a list first: `offered`.
        """
        meeting_id, is_waited_for = self._meeting(), item_id in self._waiting

        def work(store: Store, inspector: Inspector, progress: Progress) -> tuple[Arrived, ...] | Collected:
            from kkr_desk.intake.arrival import take_in  # noqa: PLC0415  the agenda is drawn before any file comes
            from kkr_desk.ui.arrivals.collecting import collect  # noqa: PLC0415  likewise

            collected = collect(store, meeting_id, paths, item_id, progress)
            if not (collected.is_plain or (is_waited_for and not collected.is_opened)):
                return collected
            with collected.room:
                return take_in(store, [one.path for one in collected.found], inspector, progress)

        number = self._number(item_id)

        def done(arrived: tuple[Arrived, ...] | Collected) -> None:
            if isinstance(arrived, tuple):
                self._write(arrived, item_id, before, number, ticket)
            else:
                self._arrive(ticket)
                self.offered.emit(arrived)

        def failed(error: Exception) -> None:
            self._arrive(ticket)
            self._desk.failed.emit(error)

        ticket = self._desk.arrive(self, work, done, failed)
        self._arriving[ticket] = _Arrival(item_id, tuple(path.name for path in paths))
        self.waiting_changed.emit()

    def offer(self, paths: Sequence[Path]) -> None:
        """Look through files that belong to no item yet: they are `offered`."""
        meeting_id = self._meeting()

        def work(store: Store, _: Inspector, progress: Progress) -> Collected:
            from kkr_desk.ui.arrivals.collecting import collect  # noqa: PLC0415  likewise

            return collect(store, meeting_id, paths, None, progress)

        self._desk.arrive(self, work, self.offered.emit)

    def wait_for(self, item_id: ItemId, titles: Sequence[AttachmentTitle]) -> None:
        """Keep titles for the next files that are attached to an item."""
        if titles:
            self._waiting[item_id] = (*self._waiting.get(item_id, ()), *titles)
            self.waiting_changed.emit()

    def forget(self, item_id: ItemId) -> None:
        """Let an item's titles wait no longer."""
        if self._waiting.pop(item_id, None):
            self.waiting_changed.emit()

    def waiting(self) -> dict[RowKey, tuple[str, ...]]:
        """The titles that wait, by item, as they are shown."""
        return {
            RowKey.of_item(item): tuple(attachment_name(title.number, title.title) for title in titles)
            for item, titles in self._waiting.items()
        }

    def awaited(self) -> dict[RowKey, tuple[Row, ...]]:
        """The attachments whose files are not there yet, by item: first those that are being read."""
        items = dict.fromkeys([*(one.item_id for one in self._arriving.values()), *self._waiting])
        return {RowKey.of_item(item): tuple(self._awaited_at(item)) for item in items}

    def _awaited_at(self, item_id: ItemId) -> Iterator[Row]:
        left = self._waiting.get(item_id, ())
        coming: list[tuple[int | None, str, bool]] = []
        for arrival in self._arriving.values():
            if arrival.item_id == item_id:
                titles, left = titles_for(arrival.names, left)
                pairs = zip(arrival.names, titles, strict=True)
                coming += [(None, title or Path(name).stem, True) for name, title in pairs]
        coming += [(title.number, title.title, False) for title in left]
        times = Counter[str]()
        for number, title, arriving in coming:
            times[title] += 1
            key = RowKey.of_awaited(item_id, title, times[title])
            yield Row(key, None, 0, str(number or ""), title, arriving=arriving)

    def _arrive(self, ticket: Ticket) -> None:
        """Nothing is awaited of a job any more."""
        if self._arriving.pop(ticket, None) is not None:
            self.waiting_changed.emit()

    def _drop_cancelled(self) -> None:
        """Who is cancelled is told nothing."""
        for ticket in [ticket for ticket in self._arriving if ticket.cancelled and ticket.ended]:
            self._arrive(ticket)

    def _write(
        self,
        arrived: tuple[Arrived, ...],
        item_id: ItemId,
        before: AttachmentId | None,
        number: str,
        ticket: Ticket,
    ) -> None:
        waiting = self._waiting.get(item_id, ())
        titles, left = titles_for([one.file_name for one in arrived], waiting)
        pairs = zip(arrived, titles, strict=True)
        named = tuple(replace(one, title=title) if title else one for one, title in pairs)

        def write(store: Store) -> tuple[Attached, ...]:
            from kkr_desk.intake.arrival import write_attachments  # noqa: PLC0415  likewise

            return write_attachments(store, item_id, named, before=before)

        def done(_: tuple[Attached, ...]) -> None:
            self._arrive(ticket)
            if left != waiting:
                self.forget(item_id)
                self.wait_for(item_id, left)

        def failed(error: Exception) -> None:
            self._arrive(ticket)
            self._desk.failed.emit(error)

        self._desk.write(self, attaching([one.file_name for one in arrived], number), write, done, failed)

    def _meeting(self) -> MeetingId:
        """The open meeting.

        Raises:
            UserError: ``meeting-gone``.
        """
        if self._desk.snapshot is None:
            raise UserError("meeting-gone")
        return self._desk.snapshot.agenda.meeting.id

    def _number(self, item_id: ItemId) -> str:
        """The item's number for the label; "?" when the snapshot has it no more."""
        item = self._desk.snapshot.item(item_id) if self._desk.snapshot else None
        return item.number if item else "?"
