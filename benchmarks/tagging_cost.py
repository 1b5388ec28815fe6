"""What tags cost: a meeting is exported with them and without, turn about, in one process; prints JSON.

There is no switch that leaves tags out, so the steps that make, write and check the structure are put out of action
here for every other export. What goes into taking stale marks out of pages is counted as theirs too; the check of a
claim, in a process of its own, by itself. Times are processor time: other work on the machine does not count.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pikepdf

from kkr_desk.export import attachment, collection, verify
from kkr_desk.export.job import CollectionJob
from kkr_desk.model import Notice
from kkr_desk.pdf.tagging.tree import StructureTree
from kkr_desk.progress import NullProgress
from tests.export.papers import make_job
from tests.tagged_meetings import tagged_job

TIMES = 3


def exported(job: CollectionJob, target: Path) -> float:
    """Seconds of processor time that an export takes."""
    start = spent()
    collection.export_collection(job, target, NullProgress())
    return spent() - start


def spent() -> float:
    """Seconds of processor time of this process and of those it has started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def nothing(*_: object, **__: object) -> tuple[()]:
    """Stands for a step that is left out."""
    return ()


@contextmanager
def without_tags() -> Iterator[Callable[[], float]]:
    """Leave tags out; gives the seconds that went into taking stale marks out all the same."""
    strip, stripping = attachment._strip, [0.0]  # noqa: SLF001  it has no name outside

    def timed(*arguments: Any) -> None:
        start = spent()
        strip(*arguments)
        stripping[0] += spent() - start

    def unclaimed(*_: object) -> tuple[Notice, ...]:
        return (Notice("claim-unchecked"),)

    def nothing(*_: object, **__: object) -> tuple[()]:
        return ()

    with (
        patch.object(attachment, "_strip", timed),
        patch.object(attachment, "graft", nothing),
        patch.object(attachment, "describe_annotations", nothing),
        patch.object(StructureTree, "write", nothing),
        patch.object(verify, "check_structure", nothing),
        patch.object(collection, "withheld", unclaimed),
    ):
        yield lambda: stripping[0]


def measure(job: CollectionJob, folder: Path) -> dict[str, float]:
    """Export a meeting without tags, with them, and with the claim that they are good checked as well."""
    plain, tagged, claimed = [], [], []
    for _ in range(TIMES):
        with without_tags() as stripping:
            plain.append(exported(job, folder / "uden.pdf") - stripping())
        with patch.object(collection, "failures", nothing):
            tagged.append(exported(job, folder / "med.pdf"))
        claimed.append(exported(job, folder / "med.pdf"))
    with pikepdf.open(folder / "med.pdf") as pdf:
        elements = sum(
            isinstance(held, pikepdf.Dictionary) and held.get("/Type") == pikepdf.Name.StructElem
            for held in pdf.objects
        )
        pages = len(pdf.pages)
    return {
        "pages": pages,
        "elements": elements,
        "plain": statistics.median(plain),
        "tagged": statistics.median(tagged),
        "claimed": statistics.median(claimed),
    }


def as_it_came(meeting: Path) -> CollectionJob:
    """A meeting with the files that lie beside its meeting file."""
    items = json.loads(meeting.read_text(encoding="utf-8"))["items"]
    return make_job({item["title"]: [meeting.parent / own["file"] for own in item["attachments"]] for item in items})


def main() -> None:
    """Measure the meeting file named on the command line; with ``anew`` behind it, its attachments are made tagged."""
    meeting, anew = Path(sys.argv[1]), sys.argv[2:] == ["anew"]
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        job = tagged_job(meeting, folder) if anew else as_it_came(meeting)
        json.dump(measure(job, folder), sys.stdout)


if __name__ == "__main__":
    main()
