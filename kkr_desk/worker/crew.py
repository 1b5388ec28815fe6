"""Several workers at work at a time, led from one thread.

What is to be done is a *course*: a generator that yields jobs one after the other, is sent what each returns or thrown
what it raises, and returns what came of it all. A course that tries again otherwise, or makes something and then looks
at it, so reads from top to bottom; one that is a single job is `once(job)`. Whoever asks takes what is done as it gets
done, in a ``for`` loop; the next course is taken from what was given when a worker is free, so what it takes to come by
one (copying a file) is done while other workers go on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from kkr_desk.errors import Cancelled, EnvironmentFault, KkrDeskError
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.worker.process import POLL, Limits, Result, Worker
from kkr_desk.worker.work_folder import clear_work_folders

T = TypeVar("T")

AT_ONCE = 2
"""Workers at a time, where there are as many processors: more would starve the window on a small laptop."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is to do next.

    Attributes:
        function: A top-level function; called with `arguments` and the keyword ``progress``.
        arguments: Picklable.
        limits: What it may take.
    """

    function: Callable[..., Any]
    arguments: tuple[object, ...] = ()
    limits: Limits | None = None


Course = Generator[Job, Any, T]
"""What is done one job after the other, and what comes of it."""


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """A course that is to be gone through.

    Attributes:
        course: The course; it runs in the thread that asks, and raises a `KkrDeskError` where nothing can come of it.
        progress: Told of the steps of its jobs; asked about ten times a second whether to go on, it and all others.
            Let several be `kkr_desk.progress.Parts` of one.
    """

    course: Course[T]
    progress: Progress = field(default_factory=NullProgress)


@dataclass(frozen=True, slots=True)
class _Running(Generic[T]):
    place: int
    task: Task[T]

    def last(self, result: Result) -> Iterator[tuple[int, T | KkrDeskError]]:
        """What comes of it when its last job was done before it heard that it was to stop; none if it would go on."""
        try:
            self.task.course.send(result.value)
        except StopIteration as end:
            yield self.place, end.value
        except KkrDeskError as error:
            yield self.place, error


def once(job: Job) -> Course[Any]:
    """The course that is one job."""
    return (yield job)


class Crew:
    """Workers that live on between tasks; a context manager.

    Args:
        size: How many; as many as is sensible on this machine without it.
    """

    def __init__(self, size: int | None = None) -> None:
        self._workers = tuple(Worker() for _ in range(size or min(AT_ONCE, os.cpu_count() or 1)))
        self._idle = list(self._workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the workers, whatever they are doing, and remove what those that were killed have left."""
        for worker in self._workers:
            worker.close()
        with suppress(EnvironmentFault):  # the next start tries again
            clear_work_folders()

    def run_all(self, tasks: Iterable[Task[T]]) -> Generator[tuple[int, T | KkrDeskError], None, None]:
        """Do tasks, several at a time.

        Args:
            tasks: What is to be done; the next one is taken when a worker is free.

        Yields:
            Which task is done, counted from 0, and what its course returned or raised: the error of one is not the
            others'. A worker that dies is replaced.

        Raises:
            Cancelled: By one of the progresses; all workers have stopped. What was done before they heard is yielded
                first.
        """
        waiting, running = enumerate(tasks), dict[Worker, _Running[T]]()
        try:
            while True:
                while self._idle and (following := next(waiting, None)) is not None:
                    free = self._idle.pop()
                    running[free] = _Running(*following)
                    yield from self._go_on(free, running, None)
                if not running:
                    return
                wait([waitable for busy in running for waitable in busy.waitables], POLL)
                for busy in list(running):
                    yield from self._hear(busy, running)
        except Cancelled:
            yield from self._stop(running)
            raise
        finally:
            self._stop(running)

    def _hear(self, busy: Worker, running: dict[Worker, _Running[T]]) -> list[tuple[int, T | KkrDeskError]]:
        """Take what a worker has to tell; what is done with it."""
        try:
            told = busy.poll()
        except KkrDeskError as error:
            return self._go_on(busy, running, error)
        if isinstance(told, Result):
            return self._go_on(busy, running, told)
        running[busy].task.progress.step(told.done, told.total, told.what)
        return []

    def _go_on(
        self, free: Worker, running: dict[Worker, _Running[T]], told: Result | KkrDeskError | None
    ) -> list[tuple[int, T | KkrDeskError]]:
        """Tell a course what came of its job and begin its next; what is done with it."""
        own = running[free]
        try:
            _begin_next(free, own.task.course, told)
        except StopIteration as end:
            outcome: T | KkrDeskError = end.value
        except KkrDeskError as error:
            outcome = error
        else:
            return []
        del running[free]
        self._idle.append(free)
        return [(own.place, outcome)]

    def _stop(self, running: dict[Worker, _Running[T]]) -> list[tuple[int, T | KkrDeskError]]:
        """Stop all that is under way; what was done before it heard."""
        for busy in running:
            busy.ask_to_stop()
        done: list[tuple[int, T | KkrDeskError]] = []
        while running:
            stopped, own = running.popitem()
            result = stopped.cancel()
            self._idle.append(stopped)
            if result is not None:
                done.extend(own.last(result))
            own.task.course.close()
        return done


def _begin_next(free: Worker, course: Course[T], told: Result | KkrDeskError | None) -> None:
    """Tell a course what came of its job and begin its next.

    Raises:
        StopIteration: The course is at its end, with what came of it.
        KkrDeskError: Nothing comes of it.
    """
    while True:
        if isinstance(told, KkrDeskError):
            job = course.throw(told)
        else:
            job = course.send(None if told is None else told.value)
        try:
            free.begin(job.function, *job.arguments, limits=job.limits)
        except EnvironmentFault as fault:
            told = fault  # the machine would not have another process: as if the worker had died
        else:
            return
