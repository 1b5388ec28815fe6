"""Word files from `build` and `export`: what is made, what is said before, and what is never written over."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from kkr_desk.cli.wording import megabytes
from kkr_desk.sentences import Language
from tests.cli.runs import COUNCIL, TOTAL, Desk


def test_build_makes_every_document(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    names = ("--pdf", "--index-pdf", "--word", "--index-word")
    words = [word for n, name in enumerate(names) for word in (name, tmp_path / f"{n}")]
    made = desk("build", meeting, *words)
    assert made.code == 0, made.err
    assert all((tmp_path / str(n)).is_file() for n in range(4))
    assert next(p.text for p in docx.Document(str(tmp_path / "3")).paragraphs) == "Indholdsfortegnelse - Bilag"


def test_the_purpose_and_the_size_are_said_before(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    told = desk("build", meeting, "--word", tmp_path / "samling.docx")
    first, second = told.out.splitlines()
    assert first.startswith("Word-filen er til redigering, ikke til offentliggørelse")
    said = re.search(r"på omkring (\d+,\d) MB\.$", first)
    assert said is not None
    size = (tmp_path / "samling.docx").stat().st_size / 1_000_000
    assert float(said[1].replace(",", ".")) == pytest.approx(size, abs=0.2)
    assert second.startswith(f"{tmp_path / 'samling.docx'} er gemt og kontrolleret: 10 sider.")


def test_english_and_json(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    told = desk("--lang", "en", "build", meeting, "--word", tmp_path / "a.docx")
    assert told.out.startswith("The Word file is for editing, not for publishing")
    made = desk("build", meeting, "--word", tmp_path / "a.docx", "--json").object
    assert made["pages"] == TOTAL
    assert 300_000 < made["estimated_bytes"] < 500_000


def test_export_makes_what_build_makes(desk: Desk, store: Path, meeting: Path, tmp_path: Path) -> None:
    assert desk("build", meeting, "--word", tmp_path / "a.docx", "--index-word", tmp_path / "b.docx").code == 0
    assert desk("export", COUNCIL, "--format", "docx", "-o", tmp_path / "c.docx").code == 0
    made = desk(
        "export", COUNCIL, "--format", "docx", "--document", "index", "-o", tmp_path / "d.docx", "--json"
    ).object
    assert "estimated_bytes" not in made
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "c.docx").read_bytes()
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "d.docx").read_bytes()


def test_a_template_of_the_council(desk: Desk, meeting: Path, root: Path, tmp_path: Path) -> None:
    template = tmp_path / "skabelon.docx"
    template.write_bytes((root / "resources" / "templates" / "samling.docx").read_bytes())
    told = desk("build", meeting, "--word", template, "--word-template", template)
    assert told.code == 1
    assert "er en af de filer, dokumentet laves af" in told.err
    assert desk("build", meeting, "--word", tmp_path / "a.docx", "--word-template", template).code == 0
    assert not [name for name in zipfile.ZipFile(tmp_path / "a.docx").namelist() if "font" in name]
    absent = desk("build", meeting, "--word", tmp_path / "a.docx", "--word-template", tmp_path / "x.docx")
    assert (absent.code, f"{tmp_path / 'x.docx'} findes ikke" in absent.err) == (1, True)


@pytest.mark.parametrize("words", [["--word", "Notat.pdf"], ["--word", "a.docx", "--index-word", "./a.docx"]])
def test_build_never_writes_over_what_it_reads(
    desk: Desk, meeting: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(meeting.parent)
    before = {file: file.read_bytes() for file in meeting.parent.iterdir()}
    assert desk("build", "meeting.json", *words).code == 1
    assert {file: file.read_bytes() for file in meeting.parent.iterdir()} == before


def test_what_is_missing_blocks_and_slips_stand_in(desk: Desk, broken: Path, tmp_path: Path) -> None:
    told = desk("build", broken, "--word", tmp_path / "a.docx")
    assert told.code == 1
    assert "Word-filen" not in told.out
    made = desk("build", broken, "--word", tmp_path / "a.docx", "--slip-pages", "--json").object
    assert made["warnings"][0]["code"] == "attachment-slip"
    text = "\n".join(p.text for p in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert "kunne ikke medtages" in text


def test_word_costs_nothing_where_it_is_not_wanted() -> None:
    code = "import sys, kkr_desk.cli.building; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_sizes_are_written_as_the_language_does() -> None:
    assert megabytes(12_345_678, Language.DANISH) == "12,3 MB"
    assert megabytes(12_345_678, Language.ENGLISH) == "12.3 MB"
