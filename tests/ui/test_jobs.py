"""Jobs: done on a lane's own thread, told on the GUI thread, and in exactly one of three ways."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPersistentModelIndex
from pytestqt.qtbot import QtBot

from kkr_desk.errors import UserError
from kkr_desk.progress import Step
from kkr_desk.ui.jobs import Jobs, Lane, Ticket


@pytest.fixture
def jobs(danish: None) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def wait(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: jobs.idle)


class Gate:
    """Holds a job until the test opens it."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def work(self, ticket: Ticket) -> str:
        self.reached.set()
        assert self.opened.wait(5)
        ticket.step(1, 2, "half")
        return "done"


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[int, int]] = []
    here = threading.get_ident()
    jobs.submit(Lane.STORE, jobs, lambda _: threading.get_ident(), lambda there: told.append((there, me())))
    wait(qtbot, jobs)
    ((there, back),) = told
    assert there != here == back


def test_no_lane_takes_apart_what_belongs_to_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    """Circles with something of Qt in them, left over on the window's thread while a lane makes thousands more."""
    here, collected = threading.get_ident(), list[int]()

    def note(phase: str, _: dict[str, int]) -> None:
        collected.append(me())

    def leave_circles(_: object) -> None:
        for _again in range(20_000):
            circle: list[object] = [QPersistentModelIndex()]
            circle.append(circle)

    gc.callbacks.append(note)
    try:
        jobs.submit(Lane.STORE, jobs, leave_circles)
        wait(qtbot, jobs)
        assert collected == []
        qtbot.waitUntil(lambda: bool(collected))
    finally:
        gc.callbacks.remove(note)
    assert set(collected) == {here}
    jobs.close()
    assert gc.isenabled()


def me() -> int:
    return threading.get_ident()


def test_nothing_is_told_before_submit_returns(qtbot: QtBot, jobs: Jobs) -> None:
    for _ in range(50):
        told: list[Ticket] = []
        ticket = jobs.submit(Lane.STORE, jobs, lambda ticket: ticket, told.append)
        assert not told
        wait(qtbot, jobs)
        assert told == [ticket]


def test_a_lane_keeps_its_thread_and_its_order_and_lanes_do_not_wait(qtbot: QtBot, jobs: Jobs) -> None:
    gate, told = Gate(), list[str]()
    threads: dict[Lane, set[int]] = {Lane.STORE: set(), Lane.PREVIEW: set()}

    def work(lane: Lane, n: int) -> Callable[[Ticket], str]:
        def note(_: Ticket) -> str:
            threads[lane].add(me())
            return f"{lane} {n}"

        return note

    jobs.submit(Lane.STORE, jobs, gate.work, told.append)
    for n in range(5):
        for lane in threads:
            jobs.submit(lane, jobs, work(lane, n), told.append)
    qtbot.waitUntil(lambda: told == [f"preview {n}" for n in range(5)])
    gate.opened.set()
    wait(qtbot, jobs)
    assert told[5:] == ["done", *(f"store {n}" for n in range(5))]
    assert [len(used) for used in threads.values()] == [1, 1]
    assert threads[Lane.STORE].isdisjoint(threads[Lane.PREVIEW])


def test_an_error_is_told_to_whoever_takes_it(qtbot: QtBot, jobs: Jobs) -> None:
    taken, left, error = list[Exception](), list[Exception](), UserError("item-gone")
    jobs.failed.connect(left.append)

    def fail(_: Ticket) -> None:
        raise error

    jobs.submit(Lane.STORE, jobs, fail, failed=taken.append)
    jobs.submit(Lane.STORE, jobs, fail)
    wait(qtbot, jobs)
    assert (taken, left) == ([error], [error])


def test_a_cancelled_job_is_silent(qtbot: QtBot, jobs: Jobs) -> None:
    gate, told = Gate(), list[object]()
    jobs.failed.connect(told.append)
    first = jobs.submit(Lane.ARRIVAL, jobs, gate.work, told.append, told.append)
    begun: list[int] = []
    second = jobs.submit(Lane.ARRIVAL, jobs, lambda _: begun.append(1), told.append, told.append)
    assert gate.reached.wait(5)
    jobs.cancel(Lane.ARRIVAL)
    gate.opened.set()
    wait(qtbot, jobs)
    assert (told, begun) == ([], [])
    assert all(ticket.cancelled and ticket.ended for ticket in (first, second))


def test_what_ends_before_it_hears_of_a_cancel_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[int] = []
    ticket = jobs.submit(Lane.STORE, jobs, lambda _: 5, told.append)
    jobs.finish(Lane.STORE, lambda: None)
    ticket.cancel()
    wait(qtbot, jobs)
    assert told == [5]


def test_an_owner_that_is_gone_is_not_told(qtbot: QtBot, jobs: Jobs) -> None:
    gate, told, owner = Gate(), list[object](), QObject()
    jobs.submit(Lane.STORE, owner, gate.work, told.append, told.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    gate.opened.set()
    wait(qtbot, jobs)
    assert told == []


def test_progress_is_there_to_be_looked_at(qtbot: QtBot, jobs: Jobs) -> None:
    gate = Gate()
    ticket = jobs.submit(Lane.EXPORT, jobs, gate.work)
    assert (ticket.progress, jobs.tickets) == (Step(), ((ticket, Lane.EXPORT),))
    gate.opened.set()
    wait(qtbot, jobs)
    assert (ticket.progress, jobs.tickets) == (Step(1, 2, "half"), ())


def test_idle_is_told_when_it_begins_and_ends(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[bool] = []
    jobs.idle_changed.connect(lambda: seen.append(jobs.idle))
    for _ in range(3):
        jobs.submit(Lane.STORE, jobs, lambda _: None)
    wait(qtbot, jobs)
    assert seen == [False, True]


def test_a_result_that_fails_to_be_shown_does_not_stop_the_rest(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[int] = []

    def show(_: int) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        jobs.submit(Lane.STORE, jobs, lambda _: 1, show)
        jobs.submit(Lane.STORE, jobs, lambda _: 2, told.append)
        wait(qtbot, jobs)
    assert [error[0] for error in caught] == [ZeroDivisionError]
    assert told == [2]


@pytest.mark.parametrize("after", [lambda jobs: None, lambda jobs: jobs.submit(Lane.STORE, jobs, lambda _: 1)])
def test_close_waits_and_then_nobody_is_told(qtbot: QtBot, jobs: Jobs, after: Callable[[Jobs], Ticket | None]) -> None:
    told: list[object] = []
    tickets = [jobs.submit(lane, jobs, lambda _: 1, told.append) for lane in Lane]
    names = {thread.name for thread in threading.enumerate()}
    jobs.close()
    left = {thread.name for thread in threading.enumerate()}
    late = after(jobs)
    qtbot.wait(1)
    assert told == []
    assert all(ticket.ended for ticket in tickets)
    assert late is None or (late.ended and late.cancelled)
    assert any(name.startswith("kkr-") for name in names)
    assert not any(name.startswith("kkr-") for name in left)
