"""The process group that a worker leads, and what makes Linux itself end it when nobody is left to do so.

A pipe that is closed can send a signal to a whole group. The worker's end of the pipe from its parent closes with the
parent; what its programs hold of a second pipe, their leash, closes with the worker. No code of ours has to run for
that: the worker may be stuck in a library, or have been killed together with its parent.
"""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import parent_process

if sys.platform == "linux":
    import fcntl

_leash: list[int] = []
"""The end of the second pipe that programs hold; nothing outside a worker, whose group may be the terminal's."""


def lead_a_group() -> None:
    """Be the head of a process group, so that whatever a job starts can be ended with this process (POSIX)."""
    if sys.platform != "win32":
        os.setpgid(0, 0)
    parent = parent_process()
    if sys.platform == "linux" and parent is not None:
        _end_group_when_closed(parent.sentinel)
        held, _ = os.pipe()  # the other end stays open, here alone, for the life of this process
        _end_group_when_closed(held)
        _leash.append(held)


def leash() -> tuple[int, ...]:
    """What a program must be handed on to be ended with this process."""
    return tuple(_leash)


def _end_group_when_closed(pipe: int) -> None:
    """Have Linux kill our group when the other end of a pipe is closed, as long as any process has this end."""
    if sys.platform == "linux":
        fcntl.fcntl(pipe, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(pipe, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
