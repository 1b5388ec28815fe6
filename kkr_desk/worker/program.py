"""Outside programs (LibreOffice, OCRmyPDF, PowerShell), run from inside a worker process and kept within limits.

A program gets no shell, no input, no proxy but a dead one, and a home and a folder for temporary files in the job's own
folder. What it writes to the terminal is kept, its last 64 KiB. When it ends, takes too long, or the job is cancelled,
it goes with everything it started; should the worker be killed first, the worker's process group (POSIX) or job object
(Windows) takes it along.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kkr_desk.errors import EnvironmentFault
from kkr_desk.progress import Progress
from kkr_desk.worker.group import leash
from kkr_desk.worker.offspring import MARK, end_offspring

if sys.platform == "linux":
    import resource

if sys.platform == "win32":
    from kkr_desk.worker.job_object import JobObject

    _HIDDEN = subprocess.CREATE_NO_WINDOW
else:
    _HIDDEN = 0  # a program shows no window unless it has a screen, and it is told of none

MOST_OUTPUT = 64 << 10
"""Bytes kept of what a program writes to the terminal: the last ones, where the reason of a failure stands."""
MOST_WRITTEN = 4 << 30
"""Bytes of the longest file a program may write (Linux)."""

_POLL = 0.2
"""Seconds between two looks at whether the user has cancelled."""
_LAST_WORDS = 1.0
"""Seconds to wait for the end of the output once the program is gone."""
_DEAD_PROXY = "http://127.0.0.1:9"
"""An address nothing listens at, for programs that would fetch what a document names."""
_KEPT = (
    "COMSPEC",
    "NUMBER_OF_PROCESSORS",
    "OS",
    "PATH",
    "PATHEXT",
    "PROCESSOR_ARCHITECTURE",
    "PROGRAMDATA",
    "PROGRAMFILES",
    "PROGRAMFILES(X86)",
    "SYSTEMDRIVE",
    "SYSTEMROOT",
    "WINDIR",
)
"""What of our own environment a program gets: where programs and Windows are, nothing about the user."""


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended.

    Attributes:
        returncode: Its exit code; negative the number of the signal that ended it (POSIX).
        output: The last of what it wrote to stdout and stderr, for the log and for finding out; not for the user.
    """

    returncode: int
    output: str


def run_program(
    argv: Sequence[str],
    *,
    folder: Path,
    seconds: float,
    memory: int | None,
    progress: Progress,
    environment: Mapping[str, str] | None = None,
) -> Finished:
    """Run a program and wait for it.

    Args:
        argv: The program, as a path or a name to be found along PATH, and its arguments.
        folder: The job's own folder: the program's working folder, home and place for temporary files.
        seconds: Wall time.
        memory: Bytes of address space (Linux) or of committed memory (Windows) for each of its processes; None for
            what the worker itself may take.
        progress: Asked a few times a second whether to go on, as ``step(0, 0)``; give it a `Share` of the job's.
        environment: Variables beside the few that every program gets, or in place of them.

    Raises:
        Cancelled: By `progress`.
        EnvironmentFault: ``program-missing``, ``program-not-started`` or ``program-timeout``.
    """
    progress.step(0, 0)
    end = time.monotonic() + seconds
    with start_program(argv, folder=folder, memory=memory, environment=environment) as program:
        while (returncode := program.wait(min(_POLL, max(end - time.monotonic(), 0.0)))) is None:
            progress.step(0, 0)
            if time.monotonic() >= end:
                raise EnvironmentFault("program-timeout", program=program.name, seconds=round(seconds))
    return Finished(returncode, program.output)


def start_program(
    argv: Sequence[str], *, folder: Path, memory: int | None, environment: Mapping[str, str] | None = None
) -> Program:
    """Start a program and go on: a server that stays between jobs; for the arguments see `run_program`.

    The processor time of the job in which it was started does not bind it.

    Raises:
        EnvironmentFault: ``program-missing`` or ``program-not-started``.
    """
    mark = uuid.uuid4().hex
    surroundings = {**_surroundings(folder), **(environment or {}), MARK: mark}
    command = [_found(argv[0], surroundings.get("PATH")), *argv[1:]]
    try:
        process = subprocess.Popen(  # noqa: S603  a list, no shell; who calls vouches for the program
            command,
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            creationflags=_HIDDEN,
            pass_fds=leash(),
        )
    except FileNotFoundError as error:
        raise EnvironmentFault("program-missing", program=Path(argv[0]).name) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentFault("program-not-started", program=Path(argv[0]).name, reason=reason) from error
    try:
        _limit(process.pid, memory)
        return Program(Path(argv[0]).name, process, mark, memory)
    except BaseException:
        with process:  # it cannot be kept within limits
            process.kill()
        raise


class Program:
    """A program under way; a context manager that ends it.

    Attributes:
        name: What it is called.
    """

    def __init__(self, name: str, process: subprocess.Popen[bytes], mark: str, memory: int | None) -> None:
        self.name = name
        self._process = process
        self._mark = mark
        if sys.platform == "win32":
            self._job = JobObject()
            self._job.limit(memory=memory)
            self._job.take(process.pid)
        self._tail = bytearray()
        self._reader = threading.Thread(target=self._read, args=(process.stdout,), daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        """Process id of the program itself."""
        return self._process.pid

    @property
    def output(self) -> str:
        """The last of what it has written to stdout and stderr."""
        return bytes(self._tail).decode("utf-8", "replace")

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def wait(self, seconds: float) -> int | None:
        """Wait for its end.

        Returns:
            Its exit code; None when it still runs after `seconds`.
        """
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        """End it at once with everything it started; harmless when it has ended."""
        running = self._process.returncode is None
        if sys.platform == "win32":
            self._job.end()
        end_offspring(self._process.pid if running else None, self._mark)
        if running:
            self._process.kill()
            self._process.wait()
        self._reader.join(_LAST_WORDS)

    def _read(self, stream: IO[bytes]) -> None:
        """Keep the last of the output; a pipe that nobody reads would stop the program."""
        with stream:
            while chunk := os.read(stream.fileno(), MOST_OUTPUT):
                self._tail += chunk
                del self._tail[:-MOST_OUTPUT]


def _surroundings(folder: Path) -> dict[str, str]:
    """The environment of a program that works in a folder."""
    home, passing = folder / "home", folder / "tmp"
    home.mkdir(mode=0o700, exist_ok=True)
    passing.mkdir(mode=0o700, exist_ok=True)
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    folders = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(passing))
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _DEAD_PROXY) | {"no_proxy": ""}
    if sys.platform != "win32":  # there, case does not count
        proxies |= {name.upper(): value for name, value in proxies.items()}
    return {"LC_ALL": "C.UTF-8", **kept, **homes, **folders, **proxies}


def _found(program: str, path: str | None) -> str:
    """Where a program is; never in the working folder, where a document may lie that is called as it is."""
    found = shutil.which(program, path=path)
    if found is None or not Path(found).is_absolute():
        raise EnvironmentFault("program-missing", program=Path(program).name)
    return found


def _limit(pid: int, memory: int | None) -> None:
    """Have Linux keep a started program's limits; it hands them on to what it starts."""
    if sys.platform == "linux":
        limits = {resource.RLIMIT_CPU: resource.RLIM_INFINITY, resource.RLIMIT_FSIZE: MOST_WRITTEN}
        if memory is not None:
            limits[resource.RLIMIT_AS] = memory
        with suppress(ProcessLookupError):  # it has ended already
            for kind, wanted in limits.items():
                _, hard = resource.prlimit(pid, kind)
                bounds = [bound for bound in (wanted, hard) if bound != resource.RLIM_INFINITY]
                resource.prlimit(pid, kind, (min(bounds, default=hard), hard))
