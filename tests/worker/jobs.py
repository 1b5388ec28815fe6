"""Jobs for the worker's tests: each does one thing that hostile files make libraries do."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import time
import warnings
from pathlib import Path

from kkr_desk.errors import UserError
from kkr_desk.progress import Progress


def add(a: int, b: int, *, progress: Progress) -> int:
    return a + b


def own_pid(*, progress: Progress) -> int:
    return os.getpid()


def steps(total: int, seconds: float, *, progress: Progress) -> int:
    for n in range(total):
        progress.step(n, total, f"step {n}")
        time.sleep(seconds)
    return total


def wait_for(mark: Path, *, progress: Progress) -> str:
    """Report once, then hear of nothing but a file that comes."""
    progress.step(0, 1)
    while not mark.exists():
        time.sleep(0.005)
    return "done"


def abort(*, progress: Progress) -> None:
    os.abort()


def leave(code: int, *, progress: Progress) -> None:
    os._exit(code)


def segfault(*, progress: Progress) -> None:
    ctypes.string_at(0)


def hang(mark: Path | None, *, progress: Progress) -> None:
    if mark is not None:
        mark.write_text(str(os.getpid()), encoding="utf-8")
    while True:
        time.sleep(0.05)


def bomb(*, progress: Progress) -> int:
    kept = []
    while True:
        kept.append(bytearray(64 << 20))


def fail_with_facts(*, progress: Progress) -> None:
    raise UserError("file-missing", file="Bilag æøå.pdf", pages=[1, 2])


def fail_unforeseen(*, progress: Progress) -> None:
    raise ZeroDivisionError(" ".join(["words", "of", "a", "document"]))


def return_what_cannot_travel(*, progress: Progress) -> object:
    return lambda: None


def be_noisy(*, progress: Progress) -> str:
    sys.stdout.write("on stdout\n")
    sys.stderr.write("on stderr\n")
    os.write(1, b"raw on stdout\n")
    os.write(2, b"raw on stderr\n")
    warnings.warn("a warning", stacklevel=1)
    logging.getLogger("pikepdf").warning("a library's remark")
    logging.getLogger("kkr_desk.intake").warning("our own remark")
    return "done"


def survive_interrupt(*, progress: Progress) -> str:
    signal.raise_signal(signal.SIGINT)
    return "still here"
