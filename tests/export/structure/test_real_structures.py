"""Tagged files as people make them: their structure and text are the same before and after (but for heading levels)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from kkr_desk.pdf.content import UNREADABLE
from kkr_desk.pdf.marked_content import page_identifiers
from kkr_desk.pdf.structure import read_structure, tagged_pages
from tests.export.structure.grown import check, grown

QUICK = (
    "pdfbox__PDFBOX-5792-240045.pdf",
    "pdfjs__bug1868759.pdf",
    "pdfbox__testPDFPackage.pdf",
    "pdfplumber__pdf_structure.pdf",
    "pdfbox__PDFBOX-5762-722238.pdf",
)
"""Word, LaTeX and InDesign; links; tops that are no Document, and one with a language of its own."""
MOST = 600
"""Elements that pdfinfo lists in good time."""

_NAMING = re.compile(r'^(\w[^"<\n]{0,100}?)(?: <[^>\n]*>)?(?: ".*")?(?= \(|:?$)')
"""An element's identifier, which is given a prefix, and its title, which poppler does not decode."""
_LEVEL = re.compile(r"^H\d?( |$)")
_OURS = re.compile(r"^((Document|Part|Div|Link|Form|Annot)\b|Object \d+ 0$)")


@pytest.mark.parametrize("name", QUICK)
def test_structure_and_text_of_a_tagged_file_stay(
    shared: Path, tool: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    assert_same(shared, tool("pdfinfo"), shared / "corpus" / "pdf" / name, tmp_path)


@pytest.mark.torture
def test_structure_and_text_of_every_wholly_tagged_file_stay(
    shared: Path, tool: Callable[[str], Path], tmp_path: Path
) -> None:
    compared = 0
    for file in sorted((shared / "corpus").glob("*/*.pdf")):
        try:
            with pikepdf.open(file) as pdf:
                whole = is_whole(pdf)
        except (*UNREADABLE, pikepdf.PasswordError):
            continue
        if whole:
            assert_same(shared, tool("pdfinfo"), file, tmp_path)
            compared += 1
    assert compared > 12


@pytest.mark.torture
def test_structures_of_all_sound_files_together_are_sound(shared: Path, tmp_path: Path) -> None:
    sources = []
    for file in sorted((shared / "corpus").glob("*/*.pdf")):
        try:
            with pikepdf.open(file) as pdf:
                if not pdf.is_encrypted and len(pdf.pages):
                    sources.append(file.read_bytes())
        except (*UNREADABLE, pikepdf.PasswordError):
            continue
    with grown(*sources) as pdf:
        assert len(sources) > 100
        assert check(shared, pdf, tmp_path) == []


def is_whole(pdf: pikepdf.Pdf) -> bool:
    """Whether tags reach all of a document, so that nothing of ours is added, and few enough to be listed."""
    structure = read_structure(pdf)
    claimed = {mark.place for mark in structure.marks()}
    stated = {(page.obj.objgen, mcid) for page in pdf.pages for mcid in page_identifiers(page.obj)}
    every = 0 < len(pdf.pages) == len(tagged_pages(pdf, structure))
    return every and stated <= claimed and len(structure.elements) < MOST


def assert_same(shared: Path, pdfinfo: Path, file: Path, folder: Path) -> None:
    with grown(file.read_bytes()) as pdf:
        assert check(shared, pdf, folder) == [], file.name
    before, after = spoken(pdfinfo, file), spoken(pdfinfo, folder / "grown.pdf")
    assert before, file.name
    assert after == before, file.name


def spoken(pdfinfo: Path, file: Path) -> list[str]:
    """What poppler reads along the structure: types and text, without what a collection has around an attachment."""
    done = subprocess.run([pdfinfo, "-struct-text", file], capture_output=True, check=True)
    shown = (line.strip() for line in done.stdout.decode("utf-8", "replace").splitlines())
    lines = [_LEVEL.sub("H ", _NAMING.sub(r"\1", line)).strip() for line in shown]
    told: list[str] = []
    attributes: list[str] = []
    for line in filter(None, lines):
        if line.startswith("/"):  # attributes stand in the order of the file's own dictionaries
            attributes.append(line)
        elif not _OURS.match(line):
            told += [*sorted(attributes), line]
            attributes.clear()
    return told + sorted(attributes)
