"""Every way to break a finished collection is caught, by the check before the rename and by the command."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Pdf, String

from kkr_desk.export.job import CollectionJob
from kkr_desk.export.verify import verify_file
from kkr_desk.plan import PartKind
from kkr_desk.progress import NullProgress
from tests.export.breaks import BREAKS, Break, blank_page, remove_page, rewrite_a_divider, shift_printed_number
from tests.export.conftest import Collection


def broken(collection: Collection, how: Break, folder: Path) -> Path:
    """A copy of the collection, broken; it is written anew, so that only the break differs."""
    file = folder / "brudt.pdf"
    part = next(p for p in collection.job.plan.parts if p.kind is PartKind.ATTACHMENT)
    with pikepdf.open(collection.file) as pdf:
        how(pdf, part.first_page - 1)
        pdf.save(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return file


def said(file: Path, job: CollectionJob | None) -> set[str]:
    """Codes of what is found."""
    found = verify_file(file, job, full=False, progress=NullProgress())
    return {notice.code.removeprefix("verify-") for notice in found}


def test_a_sound_collection_has_no_findings(collection: Collection) -> None:
    assert verify_file(collection.file, collection.job, full=False, progress=NullProgress()) == ()
    assert verify_file(collection.file, collection.job, full=True, progress=NullProgress()) == ()
    assert verify_file(collection.file, None, full=False, progress=NullProgress()) == ()


def test_writing_a_copy_breaks_nothing(collection: Collection, tmp_path: Path) -> None:
    file = broken(collection, lambda pdf, page: None, tmp_path)
    assert verify_file(file, collection.job, full=False, progress=NullProgress()) == ()


@pytest.mark.parametrize("how", BREAKS, ids=lambda how: how.__name__)
def test_every_break_is_caught_and_named(collection: Collection, how: Break, tmp_path: Path) -> None:
    file = broken(collection, how, tmp_path)
    assert BREAKS[how][0]
    assert said(file, collection.job) == set(BREAKS[how][0].split())
    assert said(file, None) == set(BREAKS[how][1].split())


def test_a_count_of_pages_that_only_some_readers_believe(collection: Collection, tmp_path: Path) -> None:
    plain, file = tmp_path / "plain.pdf", tmp_path / "brudt.pdf"
    with pikepdf.open(collection.file) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
        total = len(pdf.pages)
    data = plain.read_bytes()
    assert f"/Count {total} ".encode() in data
    file.write_bytes(data.replace(f"/Count {total} ".encode(), f"/Count {total - 10} ".encode()))
    assert said(plain, collection.job) == set()
    assert said(file, collection.job) == {"page-count"}


def test_another_version_is_held_to_its_numbers_only(collection: Collection, tmp_path: Path) -> None:
    def from_another_version(pdf: Pdf, page: int) -> None:
        pdf.docinfo.Producer = String("KKR Desk 0.0.1")
        rewrite_a_divider(pdf, page)

    def from_elsewhere(pdf: Pdf, page: int) -> None:
        pdf.docinfo.Producer = String("Word")
        rewrite_a_divider(pdf, page)

    def with_another_number(pdf: Pdf, page: int) -> None:
        pdf.docinfo.Producer = String("KKR Desk 0.0.1")
        shift_printed_number(pdf, page)

    assert said(broken(collection, from_another_version, tmp_path), collection.job) == set()
    assert said(broken(collection, from_elsewhere, tmp_path), collection.job) == {"own-page-changed"}
    assert said(broken(collection, with_another_number, tmp_path), collection.job) == {"stamp-wrong"}


def test_full_reads_the_text_of_every_page(collection: Collection, tmp_path: Path) -> None:
    file = broken(collection, blank_page, tmp_path)
    codes = {notice.code for notice in verify_file(file, collection.job, full=True, progress=NullProgress())}
    assert codes == {"verify-page-changed", "verify-text-changed"}


def test_a_file_that_is_no_collection(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"ikke en PDF")
    found = verify_file(tmp_path / "a.pdf", None, full=False, progress=NullProgress())
    assert [n.code for n in found] == ["verify-unreadable"]
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "b.pdf")
        pdf.save(tmp_path / "laast.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
        del pdf.pages[0]
        pdf.save(tmp_path / "tom.pdf")
    for name, code in (("b.pdf", "no-index"), ("laast.pdf", "unreadable"), ("tom.pdf", "no-index")):
        assert said(tmp_path / name, None) == {code}


def test_full_stops_at_a_file_that_is_another(collection: Collection, tmp_path: Path) -> None:
    """Not a PDF, and not as many pages: said once, not once a page."""
    (tmp_path / "a.pdf").write_bytes(b"ikke en PDF")
    found = verify_file(tmp_path / "a.pdf", collection.job, full=True, progress=NullProgress())
    assert [notice.code for notice in found] == ["verify-unreadable"]
    file = broken(collection, remove_page, tmp_path)
    found = verify_file(file, collection.job, full=True, progress=NullProgress())
    assert [notice.code for notice in found] == ["verify-page-count"]
