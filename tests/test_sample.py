"""The sample meeting: it is what its script makes, and has what a demonstration should show."""

from __future__ import annotations

import filecmp
import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest


@pytest.fixture(scope="module")
def sample(root: Path) -> Path:
    return root / "resources" / "sample"


def test_the_script_makes_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(sample / "make_sample.py"), str(tmp_path)], check=True)
    made = sorted(file.name for file in tmp_path.iterdir())
    kept = sorted(file.name for file in sample.iterdir() if file.suffix in {".pdf", ".json"})
    assert made == kept
    _, different, unreadable = filecmp.cmpfiles(sample, tmp_path, made, shallow=False)
    assert (different, unreadable) == ([], [])


def test_six_items_and_ten_attachments_each_of_its_own_file(sample: Path) -> None:
    meeting = json.loads((sample / "meeting.json").read_text(encoding="utf-8"))
    files = [a["file"] for item in meeting["items"] for a in item.get("attachments", [])]
    assert (len(meeting["items"]), len(files), len(set(files))) == (6, 10, 10)
    assert [item["number"] for item in meeting["items"] if not item.get("attachments")] == ["1", "2"]
    assert sorted(files) == sorted(file.name for file in sample.glob("*.pdf"))


def test_the_files_are_small_and_of_many_kinds(sample: Path) -> None:
    shapes = set()
    for file in sample.glob("*.pdf"):
        assert file.stat().st_size < 40_000
        with pikepdf.open(file) as pdf:
            for page in pdf.pages:
                width, height = (float(side) for side in page.mediabox[2:])
                shapes.add((width > height, int(page.obj.get("/Rotate", 0))))
    assert shapes == {(False, 0), (True, 0), (True, 90)}
