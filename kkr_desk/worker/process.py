"""The outside of a worker process: starts it, gives it jobs, keeps its limits, and replaces it when it fails.

One worker does one job at a time and is kept alive between jobs. A job is a top-level function with picklable
arguments; it is called with a `Progress` as keyword ``progress``. A worker that dies, takes too long, wants too much
memory or does not heed a cancel is killed, and the next job gets a new one. What the libraries in the worker print is
thrown away; log records of the program's own loggers are passed on to the parent's, those of others are dropped, since
what a caseworker must know of a file is a `Notice`.

Processes are spawned, never forked, so that it is the same on Windows and in a frozen program (`__main__` calls
`multiprocessing.freeze_support`). Limits of memory and of processor time are kept by the system: RLIMIT_AS (address
space) and RLIMIT_CPU on POSIX, a job object on Windows. What a job starts ends with the worker, and the worker with its
parent (`kkr_desk.worker.family`).
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self, TypeVar

from kkr_desk.errors import Cancelled, Defect, EnvironmentFault, KkrDeskError
from kkr_desk.progress import NullProgress, Progress, Step
from kkr_desk.worker.child import Began, Cancel, Failed, Finished, Job, Logged, Reported, Stopped, serve
from kkr_desk.worker.family import OUT_OF_PROCESSOR_TIME, Family

T = TypeVar("T")

POLL = 0.1
"""Seconds between two looks at whether the user has cancelled, when the job itself reports nothing."""
GRACE = 0.5
"""Seconds a cancelled job has to stop by itself before its process is killed."""
START_UP = 60.0
"""Seconds a new process may take until it begins its first job; does not count against the job."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may take.

    Attributes:
        seconds: Wall time.
        seconds_per_step: Time added for every step of the total that the job reports, to wall and processor time.
        memory: Bytes of address space on POSIX, of committed memory on Windows; None for no limit.
        cpu_seconds: Processor time of the worker from the job's beginning, in whole seconds rounded up (POSIX); of it
            and of all that it has started, in user mode (Windows). None for no limit.
    """

    seconds: float = 600.0
    seconds_per_step: float = 0.0
    memory: int | None = None
    cpu_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a finished job returned."""

    value: Any


class Worker:
    """A process that does jobs, one at a time; a context manager.

    `run` waits for a job. `begin`, `poll` and `cancel` are the same without waiting, for a caller with an event loop.
    """

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._family: Family | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._limits: Limits | None = None
        self._number = 0
        self._step = Step()
        self._deadline: float | None = None
        self._started = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Process id of the worker; None before the first job and after a kill."""
        return self._process.pid if self._process else None

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._limits is not None

    @property
    def waitables(self) -> tuple[Any, ...]:
        """What `multiprocessing.connection.wait` waits for until `poll` has news of a job; none when idle."""
        if self._process is None or self._pipe is None:
            return ()
        return (self._pipe, self._process.sentinel)

    def run(
        self,
        function: Callable[..., T],
        *arguments: object,
        limits: Limits | None = None,
        progress: Progress | None = None,
    ) -> T:
        """Do one job and wait for it.

        Args:
            function: A top-level function; called with `arguments` and the keyword ``progress``.
            arguments: Picklable.
            limits: What it may take.
            progress: Told of the job's steps; asked about ten times a second whether to go on.

        Raises:
            Cancelled: `progress` said so, or the job itself did. A job that is done before it hears ends as any other.
            EnvironmentFault: ``worker-died``, ``worker-timeout`` or ``worker-memory``; the process is gone, or it
                could not be started.
            Defect: ``worker-exception``; the job raised something unforeseen. Its traceback is among the facts.
            KkrDeskError: Whatever the job raised, with code and facts.
        """
        progress = progress or NullProgress()
        try:
            self.begin(function, *arguments, limits=limits)
            while True:
                told: Step | Result | None = self.poll(POLL)
                if isinstance(told, Step):
                    told = self._tell(told, progress)
                if isinstance(told, Result):
                    value: T = told.value
                    return value
        finally:
            if self.busy:
                self.kill()

    def _tell(self, step: Step, progress: Progress) -> Result | None:
        """Tell of a step; when that brings a cancel, stop, unless the job was done before it heard."""
        try:
            progress.step(step.done, step.total, step.what)
        except Cancelled:
            result = self.cancel()
            if result is None:
                raise
            return result
        return None

    def begin(self, function: Callable[..., object], *arguments: object, limits: Limits | None = None) -> None:
        """Start a job and return at once; see `run`."""
        if self.busy:
            raise Defect("worker-busy")
        limits = limits or Limits()
        self._number += 1
        call = pickle.dumps((function, arguments))
        job = Job(self._number, call, limits.memory, limits.seconds, limits.seconds_per_step, limits.cpu_seconds)
        self._step, self._deadline = Step(), None
        try:
            self._live_pipe().send(job)
        except OSError:  # it died while it was idle: that is not held against this job
            self.kill()
            self._live_pipe().send(job)
        self._limits = limits
        self._started = time.monotonic()
        try:
            self._set_limits()
        except BaseException:
            self.kill()  # it cannot be kept within them
            raise

    def poll(self, seconds: float = 0.0) -> Step | Result:
        """How far the job is.

        Args:
            seconds: Longest wait for news.

        Returns:
            The last step while the job is under way, its result once it has ended well.

        Raises:
            Cancelled, EnvironmentFault, Defect, KkrDeskError: As `run` does, once.
        """
        if self._limits is None or self._pipe is None or self._process is None:
            raise Defect("worker-idle")
        begun = time.monotonic()
        end = begun + seconds
        while True:
            told = wait(self.waitables, self._patience(end))
            if told:
                result = self._receive()
                if result is not None:
                    return result
            now = time.monotonic()
            # What a worker told in time counts, however late the caller is to ask
            if now >= self._last_moment() and (not told or now >= begun + GRACE):
                raise self._timeout()
            if now >= end and not (told and now >= self._last_moment()):
                return self._step

    def ask_to_stop(self) -> None:
        """Ask for the job to be stopped and do not wait: `cancel` sees that it is."""
        if self.busy and self._pipe is not None:
            with suppress(OSError):  # it is dead: `poll` and `cancel` will find that out
                self._pipe.send(Cancel(self._number))

    def cancel(self) -> Result | None:
        """Stop the job: ask the worker, and kill it when it does not stop within half a second.

        Returns:
            What it returned, when it was done before it heard: a file may have been replaced by then.
        """
        if not self.busy or self._pipe is None:
            return None
        end = time.monotonic() + GRACE
        self.ask_to_stop()
        try:
            while time.monotonic() < end:
                told = self.poll(end - time.monotonic())
                if isinstance(told, Result):
                    return told
        except (Cancelled, KkrDeskError, OSError):
            pass  # it stopped, failed or died on the way: whatever it was, the user no longer wants it
        if self.busy:
            self.kill()
        return None

    def kill(self) -> None:
        """End the process at once, whatever it is doing, and with it whatever it has started."""
        if self._family is not None:
            self._family.end()
        if self._process is not None:
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._family = self._pipe = self._limits = None

    def close(self) -> None:
        """End the worker: politely when it is idle, at once when it is not."""
        if self._process is not None and self._pipe is not None and not self.busy:
            try:
                self._pipe.send(None)
            except OSError:
                pass  # it is dead already
            else:
                self._process.join(GRACE)
        self.kill()

    def _live_pipe(self) -> Connection[Any, Any]:
        if self._process is not None and wait([self._process.sentinel], 0):
            self.kill()  # it died while it was idle
        if self._pipe is None:
            self._pipe, self._process, self._family = _start()
        return self._pipe

    def _patience(self, end: float) -> float:
        return max(min(end, self._last_moment()) - time.monotonic(), 0.0)

    def _last_moment(self) -> float:
        """When the job's time is up: its clock runs from when it began, not from when the process was asked."""
        if self._deadline is None or self._limits is None:
            return self._started + START_UP
        return self._deadline + self._limits.seconds_per_step * self._step.total

    def _receive(self) -> Result | None:
        """Take one message; None when the job goes on."""
        if self._pipe is None or self._limits is None:
            raise Defect("worker-idle")
        try:
            if not self._pipe.poll():
                raise self._death()
            message = self._pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            raise self._death() from None
        match message:
            case Began():
                self._started = time.monotonic()
                self._deadline = self._started + self._limits.seconds
            case Reported():
                self._go_on(Step(message.done, message.total, message.what))
            case Logged():
                message.hand_over()
            case Finished():
                self._limits = None
                return Result(pickle.loads(message.value))  # noqa: S301  our own child wrote it
            case Stopped():
                self._limits = None
                raise Cancelled
            case Failed():
                self._fail(message)
        return None

    def _go_on(self, step: Step) -> None:
        """Take note of a step, and of how long the job has become."""
        before, self._step = self._step, step
        if step.total != before.total:
            self._set_limits()

    def _set_limits(self) -> None:
        """Have Windows keep the job's limits, from now on; on POSIX the worker sees to its own."""
        if self._family is not None and self._limits is not None:
            processor = self._limits.cpu_seconds
            if processor is not None:
                processor += self._limits.seconds_per_step * self._step.total
            self._family.limit(self._limits.memory, processor)

    def _fail(self, message: Failed) -> None:
        """Raise what the job raised."""
        self._limits = None
        if message.out_of_memory:
            self.kill()  # what is left of its memory is in pieces
            raise EnvironmentFault("worker-memory", done=self._step.done, total=self._step.total)
        if message.error is not None:
            raise message.error
        raise Defect("worker-exception", error=message.summary, traceback=message.traceback)

    def _timeout(self) -> EnvironmentFault:
        facts = {"done": self._step.done, "total": self._step.total}
        self.kill()
        return EnvironmentFault("worker-timeout", seconds=round(time.monotonic() - self._started, 1), **facts)

    def _death(self) -> EnvironmentFault:
        code: int | None = None
        if self._process is not None:
            self._process.join(GRACE)
            code = self._process.exitcode
        if code == OUT_OF_PROCESSOR_TIME:
            return self._timeout()
        done, total = self._step.done, self._step.total
        self.kill()
        return EnvironmentFault("worker-died", exit_code=code, done=done, total=total)


def _start() -> tuple[Connection[Any, Any], SpawnProcess, Family]:
    """Start a process and give it its end of a pipe.

    Raises:
        EnvironmentFault: ``worker-died``: the machine would not have another process: no memory, too many already.
    """
    context = multiprocessing.get_context("spawn")
    ours: Any  # Windows has a kind of connection of its own
    try:
        ours, theirs = context.Pipe()
    except OSError as error:
        raise EnvironmentFault("worker-died", reason=str(error)) from error
    process = context.Process(target=serve, args=(theirs,), daemon=True, name="kkr-desk-worker")
    try:
        with _interrupts_held():
            process.start()
        family = Family(process)
    except BaseException as error:
        ours.close()
        if process.pid is not None and process.is_alive():
            process.kill()  # it cannot be kept within limits
        if isinstance(error, OSError):
            raise EnvironmentFault("worker-died", reason=str(error)) from error
        raise
    finally:
        theirs.close()
    return ours, process, family


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let a process be born deaf to Ctrl+C, which it would answer with a traceback before it gets to ignore it.

    A process inherits the signals its parent holds back (POSIX); on Windows that moment stays.
    """
    if sys.platform == "win32":
        yield
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
