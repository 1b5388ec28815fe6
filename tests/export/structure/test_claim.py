"""A collection claims to be accessible only when all that came with it is, and when the check says so."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from kkr_desk.export.collection import export_collection
from kkr_desk.export.job import CollectionJob, Exported
from kkr_desk.export.structure import claim
from kkr_desk.export.structure.claim import subject_of
from kkr_desk.progress import NullProgress
from kkr_desk.worker import Worker
from tests.export.conftest import Collection, letter
from tests.export.papers import make_job
from tests.tagged_meetings import tagged_pdf


def made(job: CollectionJob, folder: Path) -> Exported:
    return export_collection(job, folder / "samling.pdf", NullProgress())


def metadata(file: Path) -> bytes:
    with pikepdf.open(file) as pdf:
        return bytes(pdf.Root.Metadata.read_bytes())


def without_alternates(file: Path) -> Path:
    """A tagged file whose picture says nothing: its own tags reach all of it, but it breaks a rule."""
    tagged_pdf(file, "Notat", 1)
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Dictionary) and "/Alt" in held:
                del held.Alt
        pdf.save(file)
    return file


def test_it_claims_where_all_is_told_even_when_a_worker_makes_it(tmp_path: Path, worker: Worker) -> None:
    """The window has its exports made in a worker process, and the check wants one of its own."""
    job = make_job({"Budget": [tagged_pdf(tmp_path / "Notat.pdf", "Notat", 2)]})
    found = worker.run(export_collection, job, tmp_path / "samling.pdf")
    assert found.accessible
    assert found.unclaimed == ()
    assert b"<pdfuaid:part" in metadata(found.file)


def test_every_attachment_that_stands_in_the_way_is_named(collection: Collection, tmp_path: Path) -> None:
    tagged = tagged_pdf(tmp_path / "Notat.pdf", "Notat", 1)
    found = made(make_job({"Budget": [tagged, letter(tmp_path / "Brev.pdf")]}), tmp_path)
    assert not found.accessible
    (reason,) = found.unclaimed
    assert (reason.code, dict(reason.facts)["title"], dict(reason.facts)["pages"]) == ("claim-untagged", "Brev", "1-3")
    assert b"pdfuaid" not in metadata(found.file)


def test_a_claim_that_the_check_refuses_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = make_job({"Budget": [without_alternates(tmp_path / "Notat.pdf")]})
    found = made(job, tmp_path)
    assert [notice.code for notice in found.unclaimed] == ["claim-alternates"]
    assert not found.accessible
    assert b"pdfuaid" not in metadata(found.file)
    monkeypatch.setattr("kkr_desk.export.collection.withheld", lambda job: found.unclaimed)
    assert made(job, tmp_path).sha256 == found.sha256  # as if it had never been claimed


def test_a_check_that_takes_too_long_costs_the_claim_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim, "SECONDS", 0.0)
    monkeypatch.setattr(claim, "SECONDS_PER_PAGE", 0.0)
    found = made(make_job({"Budget": [tagged_pdf(tmp_path / "Notat.pdf", "Notat", 1)]}), tmp_path)
    assert [notice.code for notice in found.unclaimed] == ["claim-unchecked"]
    assert found.file.is_file()


def test_a_file_that_the_check_cannot_read_is_unchecked(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"ikke en PDF")
    assert claim.broken_rules(str(tmp_path / "a.pdf"), progress=NullProgress()) is None


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("PDFUA1-FONT-EMBEDDING-001", "claim-fonts"),
        ("PDFUA1-CIDTOGIDMAP-001", "claim-fonts"),
        ("PDFUA1-TH-PARENT-001", "claim-tables"),
        ("PDFUA1-TOC-KIDS-001", "claim-other"),
        ("PDFUA1-L-KIDS-001", "claim-lists"),
        ("PDFUA1-LINK-CONTENTS-001", "claim-annotations"),
        ("PDFUA1-FORM-FIELD-TU-LANGUAGE-001", "claim-language"),
        ("PDFUA1-FORMULA-ALTERNATIVE-TEXT-001", "claim-alternates"),
        ("PDFUA1-CONTENT-TAGGING-001", "claim-content"),
        ("PDFUA1-HEADING-NESTING-001", "claim-headings"),
    ],
)
def test_rules_are_told_by_what_they_are_about(rule: str, code: str) -> None:
    assert subject_of(rule) == code
