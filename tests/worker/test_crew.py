"""Several workers do tasks side by side; what goes wrong with one is not the others' affair."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, EnvironmentFault, KkrDeskError, UserError
from kkr_desk.handover import PREFIX
from kkr_desk.paths import work_place
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.worker import Course, Crew, Job, Limits, Task, once
from tests.worker import jobs
from tests.worker.test_family import is_running


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(2) as crew:
        yield crew


class Cancelling:
    """Progress that cancels once a file is there."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def step(self, done: int, total: int, what: str = "") -> None:
        if self._mark.exists():
            raise Cancelled


def single(job: Job, progress: Progress | None = None) -> Task[object]:
    return Task(once(job), progress or NullProgress())


def test_two_work_at_a_time_and_what_is_done_comes_first(crew: Crew, tmp_path: Path) -> None:
    mark = tmp_path / "mark"

    def tasks() -> Iterator[Task[object]]:
        yield single(Job(jobs.wait_for, (mark,)))
        yield single(Job(jobs.add, (1, 2)))
        yield single(Job(jobs.touch, (mark,)))

    assert list(crew.run_all(tasks())) in (
        [(1, 3), (2, None), (0, "done")],
        [(1, 3), (0, "done"), (2, None)],  # the first may hear of the mark before the third has told that it made it
    )


def test_the_next_task_is_taken_when_a_worker_is_free(crew: Crew) -> None:
    taken = []

    def tasks() -> Iterator[Task[object]]:
        for number in range(5):
            taken.append(number)
            yield single(Job(jobs.add, (number, 0)))

    done = []
    for place, value in crew.run_all(tasks()):
        assert value == place
        done.append(place)
        assert len(taken) <= len(done) + 2
    assert sorted(done) == list(range(5))


def test_an_error_is_its_tasks_own(crew: Crew) -> None:
    tasks = [
        single(Job(jobs.fail_with_facts)),
        single(Job(jobs.abort)),
        single(Job(jobs.hang, (None,), Limits(seconds=0.2))),
        single(Job(jobs.add, (1, 1))),
    ]
    outcomes = dict(crew.run_all(tasks))
    codes = [outcome.code if isinstance(outcome, KkrDeskError) else outcome for _, outcome in sorted(outcomes.items())]
    assert codes == ["file-missing", "worker-died", "worker-timeout", 2]


def test_a_course_goes_on_after_what_its_jobs_bring(crew: Crew) -> None:
    def course() -> Course[int]:
        first: int = yield Job(jobs.add, (1, 1))
        try:
            yield Job(jobs.leave, (7,))
        except EnvironmentFault as fault:
            first = yield Job(jobs.add, (first, fault.facts["exit_code"]))
        return first

    def refuses() -> Course[int]:
        first: int = yield Job(jobs.add, (1, 1))
        if first == 2:
            raise UserError("file-missing", file="x")
        return first

    outcomes = dict(crew.run_all([Task(course()), Task(refuses())]))
    assert outcomes[0] == 9
    assert isinstance(outcomes[1], UserError)


def test_cancel_stops_all_and_keeps_what_is_done(crew: Crew, tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    closed = []

    def course() -> Course[object]:
        try:
            return (yield Job(jobs.hang, (mark,)))
        finally:
            closed.append(True)

    tasks = [single(Job(jobs.add, (1, 1))), Task(course(), Cancelling(mark)), single(Job(jobs.steps, (1000, 0.02)))]
    done: list[object] = []
    with pytest.raises(Cancelled):
        done.extend(crew.run_all(tasks))
    assert not is_running(int(mark.read_text(encoding="utf-8")))
    assert (done, closed) in (([(0, 2)], [True]), ([], [True]))
    assert list(crew.run_all([single(Job(jobs.add, (2, 2)))])) == [(0, 4)]


def test_what_a_killed_worker_left_is_gone_with_the_crew() -> None:
    with Crew(1) as crew:
        (_, outcome), *_ = crew.run_all([single(Job(jobs.die_with_a_folder))])
        assert isinstance(outcome, EnvironmentFault)
        assert len(list(work_place().glob(f"{PREFIX}*"))) == 1
    assert list(work_place().glob(f"{PREFIX}*")) == []


def test_who_asks_for_no_more_stops_what_is_under_way(crew: Crew) -> None:
    with closing(crew.run_all([single(Job(jobs.own_pid)), single(Job(jobs.steps, (1000, 0.02)))])) as running:
        place, pid = next(running)
        assert (place, pid != os.getpid()) == (0, True)
    sums = crew.run_all([single(Job(jobs.add, (2, 2))), single(Job(jobs.add, (3, 3)))])
    assert sorted(sums) == [(0, 4), (1, 6)]
