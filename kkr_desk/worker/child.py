"""The inside of a worker process: waits for jobs, does them, tells the parent. See `kkr_desk.worker.process`."""

from __future__ import annotations

import logging
import math
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from dataclasses import dataclass
from multiprocessing import current_process, parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from kkr_desk.errors import Cancelled, KkrDeskError
from kkr_desk.worker.group import lead_a_group

if sys.platform != "win32":
    import resource

QUIET = 0.05
"""Least seconds between two reported steps, and between two looks at whether the parent has cancelled."""
_OF_CODE = (AttributeError, ImportError, NameError, NotImplementedError, TypeError)
LEFTOVER = 60.0
"""Seconds beyond a job's limit after which the system ends a worker whose parent no longer can (POSIX)."""


@dataclass(frozen=True, slots=True)
class Job:
    """Parent to child: do this.

    Attributes:
        number: Tells a late cancel from one that is meant.
        call: The function and its arguments, pickled.
        memory: Bytes of address space, None for no limit.
        seconds: Wall time; the parent keeps it, the system does so after the parent's death.
        seconds_per_step: Time added for each step of the total, to both.
        cpu_seconds: Processor time, None for no limit.
    """

    number: int
    call: bytes
    memory: int | None
    seconds: float
    seconds_per_step: float
    cpu_seconds: float | None


@dataclass(frozen=True, slots=True)
class Cancel:
    """Parent to child: stop this job."""

    number: int


@dataclass(frozen=True, slots=True)
class Began:
    """Child to parent: the job has begun."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Child to parent: one step."""

    done: int
    total: int
    what: str


@dataclass(frozen=True, slots=True)
class Logged:
    """Child to parent: a log record of one of the program's own loggers."""

    logger: str
    level: int
    message: str

    def hand_over(self) -> None:
        """Log it here."""
        logging.getLogger(self.logger).log(self.level, "%s", self.message)


@dataclass(frozen=True, slots=True)
class Finished:
    """Child to parent: what the job returned, pickled."""

    value: bytes


@dataclass(frozen=True, slots=True)
class Stopped:
    """Child to parent: the job was cancelled."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Child to parent: what the job raised; `error` when it is one of the program's own."""

    error: KkrDeskError | None
    out_of_memory: bool
    summary: str
    traceback: str


def serve(pipe: Connection[Any, Any]) -> None:
    """Do jobs until the parent closes the pipe or ends."""
    _be_quiet()
    lead_a_group()
    _leave_no_image()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to understand
    current_process().daemon = False  # a daemon may not have workers of its own; this one ends with its parent anyway
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logger = logging.getLogger("kkr_desk")
    logger.addHandler(_ToParent(pipe))
    logger.propagate = False
    logging.getLogger().addHandler(logging.NullHandler())
    while True:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            return
        if message is None:
            return
        if isinstance(message, Job):  # a Cancel that comes after its job has ended means nothing
            try:
                pipe.send(_do(message, pipe))
            except OSError:
                return


class PipeProgress:
    """Progress that goes to the parent and brings its cancel back."""

    def __init__(self, pipe: Connection[Any, Any], job: Job, time_limits: _TimeLimits) -> None:
        self._pipe = pipe
        self._job = job
        self._time_limits = time_limits
        self._next = 0.0
        self._total = 0

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report one step, unless another was reported a moment ago.

        Raises:
            Cancelled: The parent asked to stop this job.
        """
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + QUIET
        if total != self._total:
            self._total = total
            self._time_limits.set(total)
        while self._pipe.poll():
            message = self._pipe.recv()
            if isinstance(message, Cancel) and message.number == self._job.number:
                raise Cancelled
        self._pipe.send(Reported(done, total, what))


class _ToParent(logging.Handler):
    def __init__(self, pipe: Connection[Any, Any]) -> None:
        super().__init__(logging.INFO)
        self._pipe = pipe

    def emit(self, record: logging.LogRecord) -> None:
        text = self.format(record)
        self._pipe.send(Logged(record.name, record.levelno, text))


def _do(job: Job, pipe: Connection[Any, Any]) -> Finished | Stopped | Failed:
    pipe.send(Began())
    time_limits = _TimeLimits(job)
    try:
        _limit_memory(job.memory)
        time_limits.set(0)
        function, arguments = pickle.loads(job.call)  # noqa: S301  our own parent wrote it
        value = pickle.dumps(function(*arguments, progress=PipeProgress(pipe, job, time_limits)))
    except Cancelled:
        return Stopped()
    except MemoryError:
        return Failed(None, out_of_memory=True, summary="MemoryError", traceback="")
    except KkrDeskError as error:
        return Failed(error, out_of_memory=False, summary=str(error), traceback="")
    except Exception as error:  # noqa: BLE001  the parent gets it as a Defect with this traceback
        return Failed(None, out_of_memory=False, summary=_summary(error), traceback=_trace(error))
    else:
        return Finished(value)
    finally:
        time_limits.lift()


def _summary(error: BaseException) -> str:
    """Kind of an error, with its message where that speaks of code: others may quote a document."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{kind}: {error}" if isinstance(error, _OF_CODE) else kind


def _trace(error: BaseException) -> str:
    """Where an error came from, without its message."""
    return "".join(traceback.format_tb(error.__traceback__))


class _TimeLimits:
    """The system ends this process when a job's processor time is up, and some time after its wall time (POSIX).

    The wall time is the parent's to keep, but a hung worker may have lost its parent.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._before = time.process_time()  # of the jobs before this one

    def set(self, total: int) -> None:
        """Set them, for a job of so many steps."""
        if sys.platform != "win32":
            extra = self._job.seconds_per_step * total
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, self._job.seconds + extra + LEFTOVER)
            if self._job.cpu_seconds is not None:
                _limit(resource.RLIMIT_CPU, math.ceil(self._before + self._job.cpu_seconds + extra))

    def lift(self) -> None:
        """Take them back: an idle worker may wait as long as it likes."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)
            _limit(resource.RLIMIT_CPU, None)


def _limit_memory(memory: int | None) -> None:
    """Set the limit of address space in bytes, where the system keeps one."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_AS, memory)


def _limit(kind: int, wanted: int | None) -> None:
    """Set a limit that the system keeps, as far as it was not set lower for good; None for none of ours."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(kind)
        bounds = [bound for bound in (wanted, hard) if bound is not None and bound != resource.RLIM_INFINITY]
        resource.setrlimit(kind, (min(bounds, default=hard), hard))


def _leave_no_image() -> None:
    """Have no image of this process written when it crashes: it would hold what the documents say."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_CORE, 0)


def _be_quiet() -> None:
    """Send what libraries print to nowhere: it would land in the middle of the user's terminal."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    quiet = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  for the life of the process
    sys.stdout = sys.stderr = quiet


def _end_with_parent() -> None:
    """Leave when the parent has ended, even in the middle of a job, and take along what was started."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        if sys.platform != "win32":
            os.killpg(0, signal.SIGKILL)
        os._exit(0)
