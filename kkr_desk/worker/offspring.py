"""What a program started, found and ended: also what left its parent, its process group and its session behind.

Linux says of every process who started it and with which environment. Windows keeps a program and its offspring in a
job object instead (`kkr_desk.worker.job_object`); elsewhere a worker's end takes everything with it, since all that a
job starts is in the worker's process group.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MARK = "KKR_DESK_PROGRAM"
"""Environment variable that a program hands on to whatever it starts."""

_PATIENCE = 2.0
"""Seconds that processes may take to go once they are killed."""
_PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class _Process:
    pid: int
    parent: int
    marked: bool


def end_offspring(pid: int | None, mark: str) -> None:
    """Kill everything that a program started, the program included, and wait until it is gone.

    Args:
        pid: The program's; None once it has been waited for, since another may have its number by then.
        mark: The program's own value of `MARK`.
    """
    if sys.platform == "linux":
        end = time.monotonic() + _PATIENCE
        while (living := offspring(pid, mark)) and time.monotonic() < end:
            for one in living:
                with suppress(ProcessLookupError):  # it went by itself meanwhile
                    os.kill(one, signal.SIGKILL)
            time.sleep(0.005)


def offspring(pid: int | None, mark: str) -> set[int]:
    """Process ids of a program and of everything it started that still runs (Linux)."""
    processes = list(_processes(mark))
    found = {process.pid for process in processes if process.marked or process.pid == pid}
    while new := {process.pid for process in processes if process.parent in found} - found:
        found |= new
    return found


def _processes(mark: str) -> Iterator[_Process]:
    line = f"{MARK}={mark}".encode()
    for folder in _PROCESSES.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            state, parent = (folder / "stat").read_bytes().rpartition(b")")[2].split()[:2]
            environment = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue  # another user's, or gone
        if state not in {b"Z", b"X"}:
            yield _Process(int(folder.name), int(parent), line in environment)
