"""What is promised of a finished collection, held against it by checks that know nothing of the program."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from kkr_desk.cli.run import run

SECOND = pytest.param("meetings/kkr-sjaelland-2024-06-19", marks=pytest.mark.torture)
LONG = pytest.param("corpus/long", marks=pytest.mark.torture)


def build(meeting: Path, target: Path) -> None:
    assert run(["build", str(meeting), "--pdf", str(target)]) == 0


@pytest.mark.parametrize("name", ["meetings/kkr-nordjylland-2022-06-10", SECOND, LONG])
def test_the_independent_check_finds_nothing(
    name: str, shared: Path, tool: Callable[[str], Path], tmp_path: Path
) -> None:
    meeting, target = shared / name / "meeting.json", tmp_path / "samling.pdf"
    build(meeting, target)
    check = [sys.executable, str(shared / "checks" / "collection_check.py"), "--tagged", str(meeting), str(target)]
    done = subprocess.run(check, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    qpdf = subprocess.run([str(tool("qpdf")), "--check", str(target)], capture_output=True, check=False)
    assert qpdf.returncode == 0, qpdf.stdout


def test_two_processes_write_the_same_bytes(root: Path, sample: Path, tmp_path: Path) -> None:
    meeting = root / "resources" / "sample" / "meeting.json"
    command = [sys.executable, "-m", "kkr_desk", "build", str(meeting), "--pdf", str(tmp_path / "to.pdf")]
    subprocess.run(command, check=True, capture_output=True, cwd=root)
    assert sample.read_bytes() == (tmp_path / "to.pdf").read_bytes()


@pytest.fixture(scope="module")
def sample(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample meeting's collection."""
    target = tmp_path_factory.mktemp("sample") / "samling.pdf"
    build(root / "resources" / "sample" / "meeting.json", target)
    return target


def test_whole_rows_of_the_index_are_links(sample: Path) -> None:
    """From the text's left edge to the number's right, as high as the row's lines, one below the other."""
    with pikepdf.open(sample) as pdf:
        rects = [[float(side) for side in annot.Rect] for annot in pdf.pages[0].obj.Annots]
        width = float(pdf.pages[0].mediabox[2])
    assert {round(width - right) for _, _, right, _ in rects} == {55}
    assert {round(left) for left, _, _, _ in rects} == {69, 91}
    assert all(top - bottom >= 15 for _, bottom, _, top in rects)
    assert all(upper[1] >= lower[3] - 0.01 for upper, lower in itertools.pairwise(rects))


def test_numbers_in_the_index_are_flush_right(root: Path, tool: Callable[[str], Path], sample: Path) -> None:
    """poppler's boxes of the last word of each row end at one line, the right margin."""
    command = [str(tool("pdftotext")), "-f", "1", "-l", "1", "-bbox", str(sample), "-"]
    lines = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout.splitlines()
    words = [re.search(r'xMax="([\d.]+)".*>(\d{1,2})</word>', line) for line in lines]
    ends = [round(float(word[1]), 1) for word in words if word]
    assert ends.count(538.6) == 15
    with (root / "resources" / "sample" / "meeting.json").open(encoding="utf-8") as file:
        items = json.load(file)["items"]
    assert sum(bool(held) + len(held) for held in (item.get("attachments", []) for item in items)) + 1 == 15
