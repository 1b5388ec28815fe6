"""What it takes until a file of each kind is looked at, made a PDF of where it is none; prints JSON.

The files go through the `Inspector`, nothing is stored. Each kind is measured one file at a time and two at a time,
turn about with the same files, after a first file of the kind has loaded what it needs; what that one took longer is
told by itself, LibreOffice's start for the first Word file.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.arrival_files import made
from kkr_desk.intake.course import Wanted
from kkr_desk.intake.inspector import Inspector, inspect_files

COPIES, TIMES = 4, 3


def took(files: Sequence[Path], inspector: Inspector) -> tuple[float, int]:
    """Seconds until all of them are looked at, and how many pages they have.

    Raises:
        SystemExit: One of them could not be included: then there is nothing to measure.
    """
    begin, pages = time.perf_counter(), 0
    for path, rendition, _ in inspect_files([Wanted(file) for file in files], inspector):
        if not rendition.pages:
            raise SystemExit(f"{path.name}: {rendition.status}, {[notice.code for notice in rendition.warnings]}")
        pages += len(rendition.pages)
    return time.perf_counter() - begin, pages


def measure(files: Sequence[Path], one: Inspector, two: Inspector) -> dict[str, float]:
    """Measure one kind."""
    first, _ = took(files[:1], one)
    took(files, two)  # both of its workers load what they need
    single, double, pages = [], [], 0
    for _ in range(TIMES):
        seconds, pages = took(files, one)
        single.append(seconds)
        double.append(took(files, two)[0])
    alone = statistics.median(single)
    return {
        "pages": pages / len(files),
        "first": first - alone / len(files),
        "one": pages / alone,
        "two": pages / statistics.median(double),
    }


def main() -> None:
    """Measure all kinds, or those whose names begin with one of the arguments."""
    with (
        tempfile.TemporaryDirectory() as work,
        Inspector(at_once=1) as one,
        Inspector(at_once=2) as two,
    ):
        kinds = made(Path(work), COPIES)
        json.dump({name: measure(files, one, two) for name, files in kinds.items()}, sys.stdout)


if __name__ == "__main__":
    main()
