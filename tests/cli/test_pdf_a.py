"""`--pdf-a`: a PDF for the archive, or why there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.cli.runs import COUNCIL, Desk


def test_a_meeting_that_may_be_kept_is(desk: Desk, root: Path, tmp_path: Path) -> None:
    """The sample's attachments have all their fonts."""
    sample = root / "resources" / "sample" / "meeting.json"
    assert desk("build", sample, "--pdf", tmp_path / "c.pdf", "--pdf-a").code == 0
    with pikepdf.open(tmp_path / "c.pdf") as pdf:
        assert b"<pdfaid:part" in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_attachment_in_the_way_is_named_with_the_reason(
    desk: Desk, meeting: Path, tmp_path: Path, language: str
) -> None:
    told = desk("--lang", language, "build", meeting, "--pdf", tmp_path / "c.pdf", "--pdf-a")
    assert told.code == 1
    first, *reasons, advice = told.err.splitlines()
    titles = [
        a["title"]
        for item in json.loads(meeting.read_text(encoding="utf-8"))["items"]
        for a in item.get("attachments", [])
    ]
    assert titles
    assert all(any(title in reason for reason in reasons) for title in titles)
    assert all("PDFA2B-" in reason for reason in reasons)
    assert "PDF/A" in first
    assert advice.endswith({"da": "Intet er ændret.", "en": "Nothing was changed."}[language])
    assert not (tmp_path / "c.pdf").exists()


def test_export_refuses_too(desk: Desk, store: Path, tmp_path: Path) -> None:
    assert desk("export", COUNCIL, "-o", tmp_path / "c.pdf", "--pdf-a").code == 1
    assert desk("export", COUNCIL, "--document", "index", "-o", tmp_path / "i.pdf", "--pdf-a").code == 0


def test_it_is_about_pdf_files(desk: Desk, store: Path, meeting: Path, tmp_path: Path) -> None:
    for words in (("build", meeting, "--word"), ("export", COUNCIL, "--format", "docx", "-o")):
        told = desk(*words, tmp_path / "c.docx", "--pdf-a")
        assert told.code == 2
        assert "--pdf-a gælder PDF-filer" in told.err
