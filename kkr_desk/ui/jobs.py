"""Work that must not hold up the window: lanes of one thread each, results delivered on the GUI thread.

A lane does its jobs one after the other, in the order they were submitted, and keeps its thread for life, so that
what a thread owns (a connection, a worker process) can be kept between jobs. A job ends in exactly one of three ways:
`done` with its value, `failed` with its error, or silence because it was cancelled or its owner is gone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from kkr_desk.errors import Cancelled
from kkr_desk.progress import Step
from kkr_desk.ui.tidying import Tidying

T = TypeVar("T")


class Lane(StrEnum):
    """A thread of its own for each kind of work, so that none waits for another kind."""

    STORE = "store"
    ARRIVAL = "arrival"
    EXPORT = "export"
    PREVIEW = "preview"


class Ticket:
    """A job under way: how far it is, and the way to stop it. It is the `Progress` that the job is given.

    The window looks at `progress` as often as it likes to; the job never waits for the window.
    """

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._step = Step()
        self.since = time.monotonic()
        """When it was submitted, in seconds of the monotonic clock."""
        self.ended = False
        """Whether its result, its error or its cancellation has been dealt with. Set on the GUI thread."""
        self.is_shown = False
        """Whether who asked for it shows how far it is, so that nobody else need. Set on the GUI thread."""

    @property
    def progress(self) -> Step:
        """The last step the job reported."""
        return self._step

    @property
    def cancelled(self) -> bool:
        """Whether somebody has asked it to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop. One that has not begun never begins; what has ended is told as if nobody had asked."""
        self._stop.set()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Called by the job; see `kkr_desk.progress.Progress`."""
        if self._stop.is_set():
            raise Cancelled
        self._step = Step(done, total, what)


class Jobs(QObject):
    """The lanes. Lives on the GUI thread."""

    failed = Signal(object)
    """An error that no `failed` of a job's own took: an exception."""
    idle_changed = Signal()
    """The last job has been dealt with, or a first one is under way: see `idle`."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._tickets: dict[Ticket, Lane] = {}
        self._is_closed = False
        self._tidying = Tidying(self)
        self._tidying.start()
        # Queued also when a job ends before `submit` returns: results never come before the ticket.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether every job has been dealt with."""
        return not self._tickets

    @property
    def tickets(self) -> tuple[tuple[Ticket, Lane], ...]:
        """Every job that is waiting or under way, in the order they were submitted."""
        return tuple(self._tickets.items())

    def submit(
        self,
        lane: Lane,
        owner: QObject,
        work: Callable[[Ticket], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Ticket:
        """Have something done.

        Args:
            lane: Who does it.
            owner: For whom; when it is gone, nobody is told.
            work: What to do, on the lane's thread; its progress is the ticket.
            done: Told the value, on the GUI thread.
            failed: Told the error, on the GUI thread; `Jobs.failed` is, without it. A cancellation is told to nobody.

        Returns:
            Its ticket; after `close`, one that is cancelled already.
        """
        ticket = Ticket()
        if self._is_closed:
            ticket.cancel()
            ticket.ended = True
            return ticket
        self._tickets[ticket] = lane
        if len(self._tickets) == 1:
            self.idle_changed.emit()

        def run() -> T:
            ticket.step(0, 0)
            return work(ticket)

        future = self._executor(lane).submit(run)

        def deliver() -> None:
            if ticket.ended:  # by `close`
                return
            self._end(ticket)
            if not shiboken6.isValid(owner):
                return
            error = future.exception()
            if error is None:
                if done is not None:
                    done(future.result())
            elif not isinstance(error, Cancelled):
                self._tell(error, failed)

        future.add_done_callback(lambda _: self._arrive(deliver))
        return ticket

    def cancel(self, lane: Lane) -> None:
        """Cancel everything that a lane has to do."""
        for ticket, its_lane in self._tickets.items():
            if its_lane is lane:
                ticket.cancel()

    def close(self) -> None:
        """Cancel everything and wait until no lane works any more; from now on nobody is told anything."""
        self._is_closed = True
        for ticket in self._tickets:
            ticket.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()
        self._tidying.stop()
        for ticket in tuple(self._tickets):
            self._end(ticket)

    def finish(self, lane: Lane, work: Callable[[], None]) -> None:
        """Do a last thing on a lane's thread and wait for it: closing what the thread owns."""
        executor = self._lanes.get(lane)
        if executor is not None:
            executor.submit(work).result()

    def _executor(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=f"kkr-{lane}")
        return self._lanes[lane]

    def _arrive(self, deliver: Callable[[], None]) -> None:
        """Hand over to the GUI thread; called on the lane's."""
        if shiboken6.isValid(self):
            self._arrived.emit(deliver)

    @Slot(object)
    def _deliver(self, deliver: Callable[[], None]) -> None:
        deliver()

    def _end(self, ticket: Ticket) -> None:
        ticket.ended = True
        self._tickets.pop(ticket, None)
        if self.idle:
            self.idle_changed.emit()

    def _tell(self, error: BaseException, failed: Callable[[Exception], None] | None) -> None:
        if not isinstance(error, Exception):
            raise error
        if failed is not None:
            failed(error)
        else:
            self.failed.emit(error)
