"""The hard files of ../shared: every one comes to the status its manifest says, and none hangs."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kkr_desk.intake.course import Incoming, Wanted
from kkr_desk.intake.inspector import Inspector, inspect_files
from kkr_desk.model import FileStatus
from tests.intake.papers import SOURCE

EMPTY_TREES = {
    "pdfjs__comments.pdf": "its tree has an element that holds nothing, and no page is marked",
    "tika__testPDFFileEmbInAnnotation_noContents.pdf": "its page shows nothing, and holds nothing that is marked",
    "unstructured__embedded-images-tables.pdf": "a page taken out of a document: its tree's element holds nothing",
    "verapdf__veraPDF test suite 6-3-3-t01-pass-d.pdf": "its page shows nothing, and holds nothing that is marked",
}
"""Files that the manifest calls tagged since they have a structure tree, and why it reaches no page."""

DEAR = {
    "pdfcpu__GridFromPDF.pdf",
    "pdfjs__comments.pdf",
    "pdfjs__issue12963.pdf",
    "pdfjs__issue19971.pdf",
    "pdfjs__issue6127.pdf",
    "pdfjs__prefilled_f1040.pdf",
    "pypdf__Seige_of_Vicksburg_Sample_OCR-crazyones-merged.pdf",
    "pypdf__issue-301.pdf",
}
"""Sound files of which each takes as long as a dozen others; half of the time of all 120. The torture has them."""

DISAGREED: dict[str, tuple[str, str]] = {
    "pdfjs__bug1606566.pdf": ("ok", "damaged, and mended by qpdf"),
}
"""File to what we make of it and why, where that is not what the manifest says."""


def manifest(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def test_hard_pdfs(shared: Path, inspector: Inspector) -> None:
    folder = shared / "corpus/pdf"
    rows = {name: row for name, row in manifest(folder).items() if name not in DEAR}
    assert disagreements(folder, rows, inspector) == []
    assert len(rows) == 120 - len(DEAR)


@pytest.mark.torture
def test_hard_pdfs_that_take_long(shared: Path, inspector: Inspector) -> None:
    folder = shared / "corpus/pdf"
    rows = {name: row for name, row in manifest(folder).items() if name in DEAR}
    assert disagreements(folder, rows, inspector) == []
    assert rows.keys() == DEAR


def disagreements(folder: Path, rows: dict[str, dict[str, str]], inspector: Inspector) -> list[tuple[object, ...]]:
    """What is made of files otherwise than their rows in the manifest say."""
    wrong: list[tuple[object, ...]] = []
    for path, found, _ in inspect_files([Wanted(folder / name) for name in rows], inspector):
        row = rows[path.name]
        expected = DISAGREED.get(path.name, (row["expected"], ""))[0]
        pages = int(row["pages"]) if expected == "ok" else 0
        if (found.status, found.page_count, len(found.pages)) != (expected, pages, pages):
            wrong.append((path.name, expected, row["pages"], found.status.value, found.page_count))
        known = found.accessibility
        is_tagged = "struct" in row["features"].split(",") and path.name not in EMPTY_TREES
        if expected == "ok" and (known is None or known.tagged != is_tagged):
            wrong.append((path.name, "tagged", str(is_tagged), str(known), 0))
        if found.status is not FileStatus.OK and not found.warnings:
            wrong.append((path.name, "says nothing", "", found.status.value, 0))
    return wrong


def test_known_passwords_of_pdfs(shared: Path, inspector: Inspector) -> None:
    folder = shared / "corpus/pdf"
    known = {
        name: said[1]
        for name, row in manifest(folder).items()
        if (said := re.search(r'password="(.*?)"', row["features"])) is not None
    }
    assert len(known) == 6
    wanted = [Wanted(folder / name, password=password) for name, password in known.items()]
    for path, found, _ in inspect_files(wanted, inspector):
        assert found.status is FileStatus.OK, path.name
        assert found.page_count > 0, path.name
        assert found.warnings[0].code == "pdf-unlocked", path.name


@pytest.mark.torture
def test_long_pdfs(shared: Path, inspector: Inspector) -> None:
    folder = shared / "corpus/long"
    rows = manifest(folder)
    wanted = [Wanted(folder / name) for name in rows]
    found = {path.name: one for path, one, _ in inspect_files(wanted, inspector)}
    assert {name: (r.status.value, r.page_count) for name, r in found.items()} == {
        name: ("ok", int(row["pages"])) for name, row in rows.items()
    }
    for name, row in rows.items():
        words = sum(len(page.text.split()) for page in found[name].pages)
        assert words > 0.85 * int(row["words"]), name  # counted by another engine, with what is cropped away


@pytest.mark.torture
def test_the_known_password_of_an_office_file(shared: Path, inspector: Inspector) -> None:
    path = shared / "corpus/office/poi__bug53475-password-is-pass.docx"
    locked = Incoming(path, SOURCE, path.name)
    assert inspector.inspect(locked).status is FileStatus.PASSWORD
    assert inspector.inspect(replace(locked, password="forkert")).status is FileStatus.PASSWORD
    assert inspector.inspect(replace(locked, password="pass")).status is FileStatus.OK
