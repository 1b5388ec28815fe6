"""The desk: the open store, the open meeting and what is selected. Every pane is given the one desk and works by it.

A pane never touches the store: it hands over what to read or to write, which is done on the store's own thread. What is
written is one operation of the journal; afterwards every pane hears `changed` and draws the new `Snapshot`, the pane
that asked for it like the others. So no pane ever has to tell another what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from kkr_desk.errors import Defect, UserError
from kkr_desk.export.accessibility import Alternates
from kkr_desk.export.logo import logo_of
from kkr_desk.model import Agenda, AttachmentId, Council, ItemId, MeetingId, NumberedAttachment, NumberedItem
from kkr_desk.plan import Plan, make_plan
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.store.journal import NOTHING, Changes
from kkr_desk.typeface.widths import measure
from kkr_desk.ui.jobs import Jobs, Lane, Ticket

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.worker import Limits, Worker

T = TypeVar("T")
Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: an item, one of its attachments with `item` its item, or neither.

    `page` is the attachment's page to show, 1-based; None for no wish. `words` are what was searched for, to be marked.
    """

    item: ItemId | None = None
    attachment: AttachmentId | None = None
    page: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The open meeting as it stands: numbered, planned with its council's template, its pictures in words."""

    agenda: Agenda
    plan: Plan
    council: Council
    alternates: Alternates = field(default_factory=dict)

    def item(self, item_id: ItemId | None) -> NumberedItem | None:
        """An item of the meeting, None when it is not there."""
        return next((row for row in self.agenda.items if row.item.id == item_id), None)

    def attachment(self, attachment_id: AttachmentId | None) -> tuple[NumberedItem, NumberedAttachment] | None:
        """An attachment of the meeting with its item, None when it is not there."""
        every = ((row, own) for row in self.agenda.items for own in row.attachments)
        return next((pair for pair in every if pair[1].attachment.id == attachment_id), None)


@dataclass(frozen=True, slots=True)
class Undoable:
    """Labels of what undo and redo would do; None where there is nothing."""

    undo: str | None = None
    redo: str | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came back from the store's thread: a value, what changed, and how things stand now."""

    value: object
    changes: Changes | None
    snapshot: Snapshot | None
    undoable: Undoable


class Desk(QObject):
    """What the whole window works on. Lives on the GUI thread.

    Args:
        folder: The store's folder; made when it is not there.
        who: Name for the journal, the login's without one.
    """

    store_opened = Signal()
    """The store is open and can be read."""
    changed = Signal(object)
    """`Changes`: what an operation, an undo or a redo has changed, in any meeting; `NOTHING` when nobody can say what,
    since another program may have written: whoever keeps something reads it anew."""
    snapshot_changed = Signal(object)
    """`Snapshot | None`: the open meeting anew, or none is open any more."""
    selection_changed = Signal(object)
    """`Selection`."""
    awaited_changed = Signal()
    """Other files are awaited: see `awaited`."""
    undoable_changed = Signal(object)
    """`Undoable`."""
    failed = Signal(object)
    """An exception that its pane left to the window."""
    closing = Signal()
    """The desk is about to close: what is written now is the last that is."""

    def __init__(self, folder: Path, *, who: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self.failed)
        self.snapshot: Snapshot | None = None
        self.selection = Selection()
        self.awaited: Mapping[ItemId, int] = {}  # attachments that have a title but no file; the agenda's pane knows
        self.undoable = Undoable()
        self._who = who
        self._store: Store | None = None  # the store lane's
        self._fault: Exception | None = None  # the store lane's
        self._arrivals: tuple[Store, Inspector] | None = None  # the arrival lane's
        self._workers: dict[Lane, Worker] = {}  # each its lane's
        self._opened: MeetingId | None = None  # the store lane's
        self._version = 0  # the store lane's

    # -- the store -----------------------------------------------------------------------------------------------

    def open_store(self) -> Ticket:
        """Open the store; `store_opened` tells when it is done.

        What is asked of the desk meanwhile waits for it, and fails as opening has failed.
        """

        def work(_: Progress) -> Undoable:
            try:
                self._store = Store.open(self.folder, who=self._who)
            except Exception as error:
                self._fault = error
                raise
            self._version = self._store.version()
            return _undoable(self._store)

        def done(undoable: Undoable) -> None:
            self._set_undoable(undoable)
            self.store_opened.emit()

        return self.jobs.submit(Lane.STORE, self, work, done)

    def read(
        self, owner: QObject, work: Callable[[Store], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> Ticket:
        """Read from the store, on its thread.

        Args:
            owner: For whom; when it is gone, nobody is told.
            work: Given the store; reads only.
            done: Told the value, on the GUI thread.
            failed: Told the error; the window shows it without one.
        """
        return self.jobs.submit(Lane.STORE, owner, lambda _: work(self._open_store()), done, failed)

    def write(
        self,
        owner: QObject,
        label: str,
        work: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        coalesce_key: str | None = None,
    ) -> Ticket:
        """Write to the store, as one operation. Everybody draws the new snapshot before `done` is told.

        Args:
            owner: For whom.
            label: What the user did, in their words: "Flyt punkt 2.3". Undo shows it.
            work: Given the store with the operation open.
            done: Told the value.
            failed: Told the error; the window shows it without one. Nothing was written then.
            coalesce_key: Typing in one field goes on with the operation before, see `Store.operation`.
        """

        def change(store: Store) -> T:
            with store.operation(label, coalesce_key=coalesce_key):
                return work(store)

        return self.alter(owner, change, done, failed)

    def alter(
        self,
        owner: QObject,
        change: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> Ticket:
        """Do something that may change the store, and tell everybody how things stand then.

        For what `write` cannot do, since it is no operation or makes its own: undo, deleting for good. The desk is
        the job's owner: what was written is told to all, also when the pane that asked is gone by then.
        """

        def work(_: Progress) -> _Outcome:
            store = self._open_store()
            before = store.last_changes
            value = change(store)
            changes = store.last_changes
            return _Outcome(value, changes if changes is not before else None, self._take(store), _undoable(store))

        def deliver(outcome: _Outcome) -> None:
            self._draw(outcome)
            if done is not None and shiboken6.isValid(owner):
                done(outcome.value)  # type: ignore[arg-type]

        def tell(error: Exception) -> None:
            if failed is not None and shiboken6.isValid(owner):
                failed(error)
            else:
                self.failed.emit(error)

        return self.jobs.submit(Lane.STORE, self, work, deliver, tell)

    def undo(self) -> Ticket:
        """Undo the latest operation; the error when it cannot be is shown by the window."""
        return self.alter(self, Store.undo)

    def redo(self) -> Ticket:
        """Do again what was undone last."""
        return self.alter(self, Store.redo)

    def look_around(self) -> Ticket:
        """Read everything anew when another program has written to the store since."""

        def work(store: Store) -> bool:
            before, self._version = self._version, store.version()
            return self._version != before

        def done(is_newer: bool) -> None:  # noqa: FBT001  the value read
            if is_newer:
                self.refresh()

        return self.read(self, work, done)

    def refresh(self) -> Ticket:
        """Read everything anew: something else than this desk may have written to the store."""
        return self.alter(self, lambda _: None, lambda _: self.changed.emit(NOTHING))

    # -- the meeting and what is selected --------------------------------------------------------------------------

    def open_meeting(self, meeting_id: MeetingId | None, selection: Selection | None = None) -> Ticket:
        """Lay a meeting on the desk, or clear it; `snapshot_changed` tells when it is there."""

        def work(_: Store) -> None:
            self._opened = meeting_id

        def done(_: None) -> None:
            self.select(selection or Selection())

        return self.alter(self, work, done)

    def select(self, selection: Selection) -> None:
        """Select an item or an attachment of the open meeting."""
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit(selection)

    # -- work beside the store ---------------------------------------------------------------------------------------

    def arrive(
        self,
        owner: QObject,
        work: Callable[[Store, Inspector, Progress], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Ticket:
        """Take files in, on a thread with a store connection and an inspector of its own, while work goes on.

        Args:
            owner: For whom.
            work: Copies and looks at files; writes content and renditions, never rows, which `write` does afterwards.
            done: Told the value.
            failed: Told the error.
        """

        def run(progress: Progress) -> T:
            from kkr_desk.intake.inspector import Inspector  # noqa: PLC0415  not before a file arrives

            if self._arrivals is None:
                self._arrivals = (Store.open(self.folder, who=self._who), Inspector())
            return work(*self._arrivals, progress)

        return self.jobs.submit(Lane.ARRIVAL, owner, run, done, failed)

    def in_worker(  # noqa: PLR0917  what is done for whom is plain at the call
        self,
        lane: Lane,
        owner: QObject,
        function: Callable[..., T],
        arguments: tuple[object, ...],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        limits: Limits | None = None,
    ) -> Ticket:
        """Have a worker process do something: whatever opens a PDF.

        Args:
            lane: EXPORT or PREVIEW; each has one process, which is replaced when it dies.
            owner: For whom.
            function: A top-level function; called with `arguments` and the keyword ``progress``.
            arguments: Picklable.
            done: Told the value.
            failed: Told the error.
            limits: Time and memory.
        """

        def run(progress: Progress) -> T:
            from kkr_desk.worker import Worker  # noqa: PLC0415  not before there is work for one

            worker = self._workers.setdefault(lane, Worker())
            return worker.run(function, *arguments, limits=limits, progress=progress)

        return self.jobs.submit(lane, owner, run, done, failed)

    def close(self) -> None:
        """End all work and close the store; what is being written is finished first."""
        self.closing.emit()
        for lane in (Lane.EXPORT, Lane.PREVIEW, Lane.ARRIVAL):
            self.jobs.cancel(lane)
        for lane in Lane:
            self.jobs.finish(lane, lambda lane=lane: self._let_go(lane))  # type: ignore[misc]
        self.jobs.close()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _open_store(self) -> Store:
        if self._store is None:
            raise self._fault or Defect("store-defect", reason="not-open")
        return self._store

    def _let_go(self, lane: Lane) -> None:
        """Close what a lane's thread owns; on that thread."""
        if lane is Lane.STORE and self._store is not None:
            self._store.close()
            self._store = None
        if lane is Lane.ARRIVAL and self._arrivals is not None:
            store, inspector = self._arrivals
            inspector.close()
            store.close()
            self._arrivals = None
        worker = self._workers.pop(lane, None)
        if worker is not None:
            worker.close()

    def _take(self, store: Store) -> Snapshot | None:
        """The open meeting as it stands; none when it is gone."""
        if self._opened is None:
            return None
        try:
            agenda = store.agenda(self._opened)
        except UserError as error:
            if error.code != "meeting-gone":
                raise
            self._opened = None
            return None
        council = store.council(agenda.meeting.council)
        plan = make_plan(agenda, measure, council.template, logo=logo_of(store, council))
        return Snapshot(agenda, plan, council, store.meeting_alternate_texts(agenda.meeting.id))

    def _draw(self, outcome: _Outcome) -> None:
        self._set_undoable(outcome.undoable)
        is_new = outcome.snapshot != self.snapshot
        self.snapshot = outcome.snapshot
        if outcome.changes:
            self.changed.emit(outcome.changes)
        if is_new:
            self.snapshot_changed.emit(outcome.snapshot)
            self.select(self._still_there(self.selection))

    def _still_there(self, selection: Selection) -> Selection:
        """The selection without what the snapshot no longer has."""
        if self.snapshot is None:
            return Selection()
        if selection.attachment and not self.snapshot.attachment(selection.attachment):
            selection = Selection(selection.item)
        return selection if self.snapshot.item(selection.item) else Selection()

    def _set_undoable(self, undoable: Undoable) -> None:
        if undoable != self.undoable:
            self.undoable = undoable
            self.undoable_changed.emit(undoable)


def _undoable(store: Store) -> Undoable:
    return Undoable(store.undo_label(), store.redo_label())
