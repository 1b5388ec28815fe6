"""A worker process together with everything it has started: kept within limits and ended as one.

On POSIX that is the worker's process group, which the worker makes itself when it starts (`kkr_desk.worker.child`); on
Windows a job object. A group of its own is not the terminal's either: Ctrl+C and Ctrl+Z reach the program alone, whose
end, however it comes, is the worker's.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
from contextlib import suppress
from multiprocessing.context import SpawnProcess

if sys.platform == "win32":
    from kkr_desk.worker.job_object import OUT_OF_TIME, JobObject

    OUT_OF_PROCESSOR_TIME = OUT_OF_TIME
else:
    OUT_OF_PROCESSOR_TIME = -signal.SIGXCPU
"""Exit code of a worker whose processor time is up."""


class Family:
    """A worker's process and all that it starts.

    Args:
        process: The worker's, which has just been started.

    Raises:
        EnvironmentFault: ``worker-died``: Windows would not have it.
    """

    def __init__(self, process: SpawnProcess) -> None:
        self._process = process
        atexit.register(self.end)  # before multiprocessing ends the worker alone, which is its habit at the end
        if sys.platform == "win32":
            self._job = JobObject()
            if process.pid is not None:
                self._job.take(process.pid)

    def limit(self, memory: int | None, processor_seconds: float | None) -> None:
        """Set what may be taken from now on; on POSIX the worker itself has the system keep it."""
        if sys.platform == "win32":
            self._job.limit(memory=memory, processor_seconds=processor_seconds)

    def end(self) -> None:
        """End all processes at once."""
        atexit.unregister(self.end)
        if sys.platform == "win32":
            self._job.end()
        elif self._process.pid is not None and (self._process.is_alive() or _is_free(self._process.pid)):
            with suppress(ProcessLookupError, PermissionError):  # no such group yet; nobody but the dead in it (macOS)
                os.killpg(self._process.pid, signal.SIGKILL)
        if self._process.is_alive():
            self._process.kill()


def _is_free(pid: int) -> bool:
    """Whether no process has the number of a worker that is gone.

    Then a process group of that number is the worker's, which others live on in: while a group bears a number, no new
    process gets it.
    """
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False  # another user's
    return False
