"""Run a command as a process of its own and say what it cost."""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KKR_DESK = (str(Path(sys.executable).with_name("kkr-desk")),)
"""The real command, as a user starts it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall time in seconds, the largest process's peak resident memory in bytes, and what was written to stdout."""

    seconds: float
    peak: int
    output: str


def compile_program() -> None:
    """Compile the program's modules, as pip does when it installs them; otherwise every start would do so anew.

    Raises:
        SystemExit: One of them is no Python.
    """
    if not compileall.compile_dir(ROOT / "kkr_desk", quiet=1):
        raise SystemExit("The program does not compile.")


def run(command: Sequence[str | Path], *, accepted: Sequence[int] = (0,)) -> Cost:
    """Run a command once.

    Args:
        command: Program and arguments.
        accepted: Exit codes that mean it did its work (qpdf answers 3 when it did, with warnings).

    Raises:
        SystemExit: It failed; what it said on stderr is passed on.
    """
    if sys.platform == "win32":
        raise SystemExit("The benchmark reads a process's peak memory as Unix gives it; run it there.")
    start = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None  # noqa: S101  asked for above
        assert process.stderr is not None  # noqa: S101  likewise
        output, complaint = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode not in accepted:
        raise SystemExit(f"{' '.join(map(str, command))}\nended with {process.returncode}:\n{complaint}")
    return Cost(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024), output)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of time and of memory, each by itself."""
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        int(statistics.median(cost.peak for cost in costs)),
        costs[-1].output,
    )


def repeat(command: Sequence[str | Path], times: int, *, accepted: Sequence[int] = (0,)) -> Cost:
    """The median of so many runs."""
    return median([run(command, accepted=accepted) for _ in range(times)])
