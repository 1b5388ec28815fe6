"""What is promised of whole meetings: real ones made anew as they ought to be, and a hard one as it came."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kkr_desk.export.collection import export_collection
from kkr_desk.export.job import CollectionJob
from kkr_desk.progress import NullProgress
from tests.export.papers import make_job
from tests.export.verapdf import VeraPdf
from tests.tagged_meetings import tagged_job

pytestmark = pytest.mark.torture

CLAIM = {"5-1"}
"""The clause that a file breaks which makes no claim."""


def structure_is_sound(shared: Path, file: Path) -> bool:
    """Whether the shared check finds nothing wrong with a file's structure."""
    check = [sys.executable, str(shared / "checks" / "structure_check.py"), str(file)]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", ["kkr-nordjylland-2022-06-10", "kkr-sjaelland-2024-06-19"])
def test_a_real_meeting_with_tagged_attachments_is_accessible_and_says_so(
    name: str, shared: Path, verapdf: VeraPdf, tmp_path: Path
) -> None:
    meeting = shared / "meetings" / name / "meeting.json"
    job = tagged_job(meeting, tmp_path)
    stated = [
        a["pages"] for item in json.loads(meeting.read_text(encoding="utf-8"))["items"] for a in item["attachments"]
    ]
    assert sum(len(pages) for pages in job.pages.values()) == sum(stated)
    made = export_collection(job, tmp_path / "samling.pdf", NullProgress())
    assert made.unclaimed == ()
    assert made.accessible
    (found,) = verapdf([made.file])
    assert found.failed == {}
    assert structure_is_sound(shared, made.file)


def test_the_hard_meeting_breaks_no_rule_that_none_of_its_files_breaks(
    shared: Path, verapdf: VeraPdf, tmp_path: Path
) -> None:
    job = long_job(shared)
    made = export_collection(job, tmp_path / "samling.pdf", NullProgress())
    assert structure_is_sound(shared, made.file)
    assert not made.accessible
    named = {dict(notice.facts)["title"] for notice in made.unclaimed}
    told = {a.attachment.title: a.rendition.accessibility for item in job.plan.agenda.items for a in item.attachments}
    assert named == {title for title, known in told.items() if known is not None and (known.untagged or known.scans)}
    collection, *sources = verapdf([made.file, *job.sources.values()])
    assert collection.failed.keys() - CLAIM <= {clause for found in sources for clause in found.failed}


def long_job(shared: Path) -> CollectionJob:
    folder = shared / "corpus" / "long"
    meeting = json.loads((folder / "meeting.json").read_text(encoding="utf-8"))
    return make_job({item["title"]: [folder / a["file"] for a in item["attachments"]] for item in meeting["items"]})
