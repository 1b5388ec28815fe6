"""What a job has started ends with its worker, and the worker with its parent, however they come to their end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kkr_desk.errors import EnvironmentFault
from kkr_desk.worker import Limits, Worker
from tests.worker import jobs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a job object does it: test_job_object.py")

PARENT = """
import sys
from pathlib import Path
from kkr_desk.worker import Worker
from tests.worker import jobs
if __name__ == "__main__":
    worker = Worker()
    worker.run(jobs.start_a_program, Path(sys.argv[1]), sys.argv[2])
"""


def is_running(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False).stdout
    return bool(state.strip()) and not state.startswith(b"Z")


def until(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


def family(mark: Path) -> list[int]:
    """The worker, the program and the program's program."""
    pids = [int(pid) for pid in mark.read_text(encoding="utf-8").split()]
    assert len(pids) == 3
    return pids


def all_gone(mark: Path) -> bool:
    return until(lambda: not any(is_running(pid) for pid in family(mark)), 5)


def test_a_worker_that_is_killed_takes_along_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "pids"
    with Worker() as worker:
        worker.begin(jobs.start_a_program, mark, "hang")
        assert until(mark.exists)
        worker.kill()
        assert all_gone(mark)


def test_a_worker_that_is_closed_takes_along_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "pids"
    with Worker() as worker:
        worker.run(jobs.start_a_program, mark, "")
        assert all(is_running(pid) for pid in family(mark))
    assert all_gone(mark)


def test_what_a_worker_started_that_another_killed_is_ended(tmp_path: Path) -> None:
    mark = tmp_path / "pids"
    with Worker() as worker:
        with pytest.raises(EnvironmentFault, match="worker-died"):
            worker.run(jobs.start_a_program, mark, "die")
        assert all_gone(mark)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends what nobody is left to end")
def test_programs_go_with_a_worker_whose_parent_does_not_notice(tmp_path: Path) -> None:
    mark = tmp_path / "pids"
    with Worker() as worker:
        worker.begin(jobs.run_a_program, tmp_path, mark)
        assert until(mark.exists)
        assert all(is_running(pid) for pid in family(mark))
        os.kill(family(mark)[0], signal.SIGKILL)
        assert all_gone(mark)


@pytest.mark.parametrize("then", ["hang", "hold the interpreter"])
def test_a_parent_that_is_killed_leaves_nothing(tmp_path: Path, root: Path, then: str) -> None:
    if then != "hang" and sys.platform != "linux":
        pytest.skip("only Linux ends a worker whose interpreter is held; elsewhere its limits do")
    mark = tmp_path / "pids"
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    command = [sys.executable, str(script), str(mark), then]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(root)}) as parent:
        assert until(mark.exists)
        assert all(is_running(pid) for pid in family(mark))
        parent.kill()
    assert all_gone(mark)


def test_a_parent_that_ends_and_closes_nothing_leaves_nothing(tmp_path: Path, root: Path) -> None:
    mark = tmp_path / "pids"
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, str(script), str(mark), ""], env=environment, check=True, timeout=60)
    assert all_gone(mark)


def test_a_worker_is_not_in_the_terminals_group() -> None:
    with Worker() as worker:
        pid = worker.run(jobs.own_pid)
        assert os.getpgid(pid) == pid != os.getpgrp()


@pytest.mark.parametrize("seconds", [0.0, pytest.param(60.0, marks=pytest.mark.torture)])
def test_a_job_out_of_processor_time_is_stopped(seconds: float) -> None:
    """Limits are whole seconds: the real one takes a second, so that the system's signal stands in for it daily."""
    with Worker() as worker:
        start = time.monotonic()
        with pytest.raises(EnvironmentFault, match="worker-timeout"):
            worker.run(jobs.spin_until_stopped, seconds, limits=Limits(cpu_seconds=0.01))
        assert time.monotonic() - start < 20
        assert worker.run(jobs.add, 1, 1) == 2


def test_processor_time_counts_from_a_jobs_beginning() -> None:
    with Worker() as worker:
        worker.run(jobs.spin, 0.2)
        unlimited, before = worker.run(jobs.processor_limit)
        limit, used = worker.run(jobs.processor_limit, limits=Limits(cpu_seconds=5.0))
        assert before + 5 <= limit <= used + 6
        assert worker.run(jobs.processor_limit)[0] == unlimited


def test_the_terminals_interrupt_reaches_the_parent_which_ends_all(tmp_path: Path, root: Path) -> None:
    mark = tmp_path / "pids"
    script = tmp_path / "parent.py"
    take_the_terminal = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); worker = "
    script.write_text(PARENT.replace("worker = ", take_the_terminal), encoding="utf-8")
    ours, theirs = os.openpty()
    command = [sys.executable, str(script), str(mark), "hang"]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(
        command, env=environment, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, start_new_session=True
    ) as parent:
        os.close(theirs)
        assert until(mark.exists)
        os.write(ours, b"\x03")
        _, err = parent.communicate(timeout=20)
    os.close(ours)
    assert err.rstrip().endswith(b"KeyboardInterrupt")
    assert err.count(b"Traceback") == 1  # the worker's own would be another
    assert all_gone(mark)
