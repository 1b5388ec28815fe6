from __future__ import annotations

import array
import errno
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, Defect, EnvironmentFault, UserError
from kkr_desk.progress import Step
from kkr_desk.worker import Limits, Result, Worker, process
from tests.worker import jobs

if sys.platform != "win32":
    import fcntl
    import termios

posix = pytest.mark.skipif(sys.platform == "win32", reason="the system keeps this limit on POSIX only")


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as worker:
        yield worker


class Watcher:
    """Progress that remembers, and cancels when its condition holds."""

    def __init__(self, cancel_when: Callable[[Step], bool] = lambda step: False) -> None:
        self.seen: list[Step] = []
        self._cancel_when = cancel_when

    def step(self, done: int, total: int, what: str = "") -> None:
        step = Step(done, total, what)
        self.seen.append(step)
        if self._cancel_when(step):
            raise Cancelled


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # a zombie that nobody has waited for is gone all the same
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


def gone_within(pid: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not is_running(pid):
            return True
        time.sleep(0.02)
    return False


def unread(descriptor: int) -> int:
    """Bytes that wait in a pipe."""
    count = array.array("i", [0])
    fcntl.ioctl(descriptor, termios.FIONREAD, count)
    return count[0]


def test_returns_what_the_job_returns(worker: Worker) -> None:
    assert worker.run(jobs.add, 2, 3) == 5


def test_works_in_another_process_and_keeps_it(worker: Worker) -> None:
    first, second = worker.run(jobs.own_pid), worker.run(jobs.own_pid)
    assert first == second == worker.pid
    assert first != os.getpid()


def test_reports_steps(worker: Worker) -> None:
    watcher = Watcher()
    assert worker.run(jobs.steps, 5, 0.06, progress=watcher) == 5
    reported = [step for step in watcher.seen if step.total]
    assert {step.what for step in reported} <= {f"step {n}" for n in range(5)}
    assert len(set(reported)) >= 3
    assert reported == sorted(reported, key=lambda step: step.done)


@pytest.mark.parametrize(
    ("job", "arguments"), [(jobs.abort, ()), (jobs.segfault, ()), (jobs.leave, (0,)), (jobs.leave, (7,))]
)
def test_a_death_is_told_and_the_next_job_works(
    worker: Worker, job: Callable[..., None], arguments: tuple[int]
) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        worker.run(job, *arguments)
    assert caught.value.code == "worker-died"
    assert worker.run(jobs.add, 1, 1) == 2


def test_the_exit_code_is_told(worker: Worker) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        worker.run(jobs.leave, 7)
    assert caught.value.facts["exit_code"] == 7


def test_a_worker_killed_while_idle_is_replaced(worker: Worker) -> None:
    pid = worker.run(jobs.own_pid)
    _, sentinel = worker.waitables
    os.kill(pid, signal.SIGTERM)
    assert wait([sentinel], 20)
    assert worker.run(jobs.own_pid) != pid


def test_a_hanging_job_is_killed_when_its_time_is_up(worker: Worker) -> None:
    worker.run(jobs.add, 0, 0)
    pid = worker.pid
    start = time.monotonic()
    with pytest.raises(EnvironmentFault) as caught:
        worker.run(jobs.hang, None, limits=Limits(seconds=0.3))
    assert caught.value.code == "worker-timeout"
    assert 0.3 <= time.monotonic() - start < 5
    assert pid is not None
    assert not is_running(pid)
    assert worker.run(jobs.add, 1, 1) == 2


def test_time_grows_with_the_total(worker: Worker) -> None:
    limits = Limits(seconds=0.2, seconds_per_step=1.0)
    assert worker.run(jobs.steps, 6, 0.06, limits=limits) == 6


@posix
def test_a_memory_bomb_is_told_and_the_next_job_works(worker: Worker) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        worker.run(jobs.bomb, limits=Limits(memory=256 << 20))
    assert caught.value.code == "worker-memory"
    assert worker.run(jobs.add, 1, 1) == 2


def test_cancel_stops_a_job_that_reports_and_keeps_the_process(worker: Worker) -> None:
    worker.run(jobs.add, 0, 0)
    pid = worker.pid
    with pytest.raises(Cancelled):
        worker.run(jobs.steps, 1000, 0.01, progress=Watcher(lambda step: step.done > 3))
    assert worker.pid == pid
    assert worker.run(jobs.add, 1, 1) == 2


def test_a_job_that_is_done_before_it_hears_the_cancel_has_ended_well(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "cancelled"

    def cancel(step: Step) -> bool:
        if step.total == 1:
            mark.touch()
        return mark.exists()

    monkeypatch.setattr(process, "GRACE", 60.0)  # however busy the machine is
    assert worker.run(jobs.wait_for, mark, progress=Watcher(cancel)) == "done"


@pytest.mark.parametrize("fails", ["start", "Pipe"])
def test_a_process_that_cannot_be_started_is_told_and_the_next_job_works(
    worker: Worker, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    with monkeypatch.context() as machine:
        machine.setattr(SpawnProcess if fails == "start" else SpawnContext, fails, refuse)
        with pytest.raises(EnvironmentFault) as caught:
            worker.run(jobs.add, 1, 1)
    assert caught.value.code == "worker-died"
    assert (worker.pid, worker.busy) == (None, False)
    worker.close()
    assert worker.run(jobs.add, 1, 1) == 2


def test_cancel_kills_a_job_that_reports_nothing(worker: Worker) -> None:
    worker.run(jobs.add, 0, 0)
    pid = worker.pid
    start = time.monotonic()
    with pytest.raises(Cancelled):
        worker.run(jobs.hang, None, progress=Watcher(lambda step: True))
    assert time.monotonic() - start < 3
    assert pid is not None
    assert not is_running(pid)
    assert worker.run(jobs.add, 1, 1) == 2


def test_the_programs_own_errors_arrive_whole(worker: Worker) -> None:
    with pytest.raises(UserError) as caught:
        worker.run(jobs.fail_with_facts)
    assert caught.value.code == "file-missing"
    assert caught.value.facts == {"file": "Bilag æøå.pdf", "pages": [1, 2]}


def test_other_exceptions_arrive_as_a_defect_with_their_traceback(worker: Worker) -> None:
    with pytest.raises(Defect) as caught:
        worker.run(jobs.fail_unforeseen)
    assert caught.value.code == "worker-exception"
    assert caught.value.facts["error"] == "builtins.ZeroDivisionError"
    assert "fail_unforeseen" in str(caught.value.facts["traceback"])
    assert "words of a document" not in str(caught.value)  # for no content goes into the log
    assert worker.run(jobs.add, 1, 1) == 2


def test_a_result_that_cannot_travel_is_a_defect(worker: Worker) -> None:
    with pytest.raises(Defect) as caught:
        worker.run(jobs.return_what_cannot_travel)
    assert caught.value.code == "worker-exception"


@pytest.mark.expects_log("our own remark")
def test_what_libraries_print_goes_nowhere(
    worker: Worker, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert worker.run(jobs.be_noisy) == "done"
    assert capfd.readouterr() == ("", "")
    assert [(record.name, record.getMessage()) for record in caplog.records] == [("kkr_desk.intake", "our own remark")]


def test_polling_does_the_same_without_waiting(worker: Worker) -> None:
    worker.begin(jobs.steps, 3, 0.05)
    assert worker.busy
    told: Step | Result = Step()
    while not isinstance(told, Result):
        told = worker.poll()
        time.sleep(0.01)
    assert told == Result(3)
    assert not worker.busy


@posix
def test_what_was_told_in_time_counts_however_late_it_is_asked_for(worker: Worker) -> None:
    worker.begin(jobs.much, 50_000, limits=Limits(seconds=0.0))
    pipe = worker.waitables[0]
    end = time.monotonic() + 20
    while unread(pipe.fileno()) < 50_000 and time.monotonic() < end:
        time.sleep(0.005)
    told = worker.poll()
    assert isinstance(told, Result)
    assert len(told.value) == 50_000


def test_a_second_job_at_once_is_refused(worker: Worker) -> None:
    worker.begin(jobs.hang, None)
    with pytest.raises(Defect) as caught:
        worker.begin(jobs.add, 1, 1)
    assert caught.value.code == "worker-busy"
    worker.kill()
    assert not worker.busy


def test_interrupt_is_the_parents_to_understand(worker: Worker) -> None:
    assert worker.run(jobs.survive_interrupt) == "still here"


def test_an_interrupt_in_the_parent_leaves_no_process(worker: Worker, tmp_path: Path) -> None:
    mark = tmp_path / "pid"

    class Interrupting:
        def step(self, done: int, total: int, what: str = "") -> None:
            if mark.exists():
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        worker.run(jobs.hang, mark, progress=Interrupting())
    assert gone_within(int(mark.read_text(encoding="utf-8")), 3)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes such images only where it was told to")
def test_a_crash_leaves_no_image_of_what_was_read(worker: Worker) -> None:
    assert worker.run(jobs.images) == (0, "0")


def test_close_ends_the_process() -> None:
    with Worker() as worker:
        pid = worker.run(jobs.own_pid)
    assert gone_within(pid, 3)
    assert worker.pid is None
