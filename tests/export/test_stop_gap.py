"""Pages that no tags reach: what goes around them for those who listen, held against what was planned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from kkr_desk.export.collection import export_collection
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.verify import verify_file
from kkr_desk.model import PageTags
from kkr_desk.progress import NullProgress
from tests.export.papers import Paper, make_job

KINDS = (PageTags.TEXT, PageTags.PICTURE, PageTags.BLANK, PageTags.TEXT, PageTags.TEXT)
FIRST = 2
"""0-based page of the collection that the attachment begins on."""


@pytest.fixture
def job(tmp_path: Path) -> CollectionJob:
    """An attachment with text, a picture, nothing to tell of, states left open, and an end in the middle of a text."""
    paper = Paper()
    for content in (b"", b"0 0 9 9 re f\n", b"", b"q q\n", b"BT (uden slutning"):
        paper.page("Side", content=content)
    made = make_job({"Sag": [paper.save(tmp_path / "Notat.pdf")]})
    facts = {
        key: tuple(replace(page, tags=kind) for page, kind in zip(pages, KINDS, strict=True))
        for key, pages in made.pages.items()
    }
    return replace(made, pages=facts)


def test_the_whole_of_a_page_is_one_sequence_and_its_number_is_not_in_it(job: CollectionJob, tmp_path: Path) -> None:
    made = tmp_path / "samling.pdf"
    export_collection(job, made, NullProgress())
    assert verify_file(made, job, full=True, progress=NullProgress()) == ()
    with pikepdf.open(made) as pdf:
        for page, kind in zip(list(pdf.pages)[FIRST:], KINDS, strict=True):
            marks, depth = [], 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                if operator == "BDC":
                    assert depth == 0
                    marks.append(str(instruction.operands[0]))
                depth += (operator == "BDC") - (operator == "EMC")
                if operator in {"Tj", "re", "Do"}:
                    assert depth == int(bool(marks))
            assert depth == 0
            role = {PageTags.TEXT: ["/P"], PageTags.PICTURE: ["/Figure"], PageTags.BLANK: []}[kind]
            assert marks == [*role, "/Artifact"]


def test_a_picture_that_is_told_of_as_text_is_found_out(job: CollectionJob, tmp_path: Path) -> None:
    made, broken = tmp_path / "samling.pdf", tmp_path / "anden.pdf"
    export_collection(job, made, NullProgress())
    with pikepdf.open(made) as pdf:
        contents = pdf.pages[FIRST + 1].obj.Contents
        contents[0] = pdf.make_stream(contents[0].read_bytes().replace(b"/Figure", b"/P"))
        pdf.save(broken)
    codes = [notice.code for notice in verify_file(broken, job, full=False, progress=NullProgress())]
    assert "verify-stamp-wrong" in codes
