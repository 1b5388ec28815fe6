"""The finished collection, read by engines that did not write it."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from kkr_desk.errors import Cancelled, Defect, UserError
from kkr_desk.export.collection import export_collection, export_index
from kkr_desk.export.job import CollectionJob
from kkr_desk.model import StampPlace, Template
from kkr_desk.pdf.geometry import geometry
from kkr_desk.plan import PartKind, make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import measure
from tests.export.conftest import Collection, letter
from tests.export.papers import Paper, make_job
from tests.factory import make_agenda


@pytest.fixture
def pdf(collection: Collection) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(collection.file) as opened:
        yield opened


@pytest.fixture
def shown(collection: Collection) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(collection.file)
    yield document
    document.close()


def text_of(document: pypdfium2.PdfDocument, page: int) -> str:
    opened = document[page - 1]
    text_page = opened.get_textpage()
    text = str(text_page.get_text_range())
    text_page.close()
    opened.close()
    return text


def page_called(document: pypdfium2.PdfDocument, words: str) -> int:
    """1-based page that prints these words."""
    return next(n for n in range(1, len(document) + 1) if words in text_of(document, n))


def test_every_page_prints_its_number(collection: Collection, shown: pypdfium2.PdfDocument) -> None:
    total = collection.job.plan.total_pages
    assert len(shown) == total
    for page in range(1, total + 1):
        assert re.search(rf"Side\s+{page}\s+af\s+{total}\b", text_of(shown, page)), f"page {page}"


def test_numbers_stand_inside_the_visible_page(
    collection: Collection, shown: pypdfium2.PdfDocument, pdf: pikepdf.Pdf
) -> None:
    for index, page in enumerate(pdf.pages):
        where = geometry(page)
        opened = shown[index]
        text_page = opened.get_textpage()
        found = text_page.search(f"Side {index + 1} af").get_next()
        assert found is not None, f"page {index + 1}"
        left, bottom, right, top = text_page.get_charbox(found[0])
        assert where.box[0] <= left < right <= where.box[2], f"page {index + 1}"
        assert where.box[1] <= bottom < top <= where.box[3], f"page {index + 1}"
        text_page.close()
        opened.close()


def test_numbers_read_on_dark_ground(shown: pypdfium2.PdfDocument) -> None:
    page = page_called(shown, "moerk")
    opened = shown[page - 1]
    picture = opened.render(scale=2, grayscale=True).to_pil()
    corner = picture.crop((980, 1600, 1190, 1684))
    opened.close()
    assert corner.getextrema() == (0, 255)  # a white outline on the black ground


def test_numbers_keep_off_what_the_page_prints(shown: pypdfium2.PdfDocument) -> None:
    page = page_called(shown, "optaget")
    opened = shown[page - 1]
    text_page = opened.get_textpage()
    own, ours = text_page.search("nederst").get_next(), text_page.search(f"Side {page}").get_next()
    assert own is not None
    assert ours is not None
    length = len(f"Side {page} af {len(shown)}")
    end = text_page.get_charbox(ours[0] + length - 1)
    assert end[2] < text_page.get_charbox(own[0])[0]
    text_page.close()
    opened.close()


def test_enclosed_pages_still_print_what_they_did(shown: pypdfium2.PdfDocument) -> None:
    assert "lukket" in text_of(shown, page_called(shown, "lukket"))
    assert "afbrudt" in text_of(shown, page_called(shown, "afbrudt"))


def test_sizes_and_rotations_are_the_sources(collection: Collection, pdf: pikepdf.Pdf) -> None:
    for part in collection.job.plan.parts:
        if part.kind is PartKind.ATTACHMENT and part.attachment and part.attachment.rendition.pdf:
            with pikepdf.open(collection.job.sources[part.attachment.rendition.pdf]) as source:
                for offset, page in enumerate(source.pages):
                    assert geometry(pdf.pages[part.first_page - 1 + offset]) == geometry(page)


def test_links_of_an_attachment_lead_into_its_copy(pdf: pikepdf.Pdf, shown: pypdfium2.PdfDocument) -> None:
    first = page_called(shown, "Brev side 1")
    third = pdf.pages[first + 1].obj
    assert pdf.pages[first - 1].obj.Annots[0].Dest[0].is_same_object_as(third)
    assert pdf.pages[first].obj.Annots[0].Dest[0].is_same_object_as(third)
    assert str(pdf.pages[first].obj.Annots[1].A.URI) == "https://www.kl.dk/"


def test_bookmarks_nest_item_attachment_and_its_own(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        item = outline.root[1]
        assert [i.title for i in outline.root] == [
            "Indholdsfortegnelse - Bilag",
            "1 Temadrøftelse: Børns trivsel",
            "3 Beslutningssag: Sidernes form",
            "4 Skemaer",
        ]
        assert [c.title for c in item.children] == ["Bilag 1: Brev", "Bilag 2: Billeder"]
        assert item.children[0].children[0].title == "Første del"
        assert item.children[0].children[0].children[0].title == "Afsnit"


def test_form_fields_keep_their_values_apart(pdf: pikepdf.Pdf) -> None:
    fields = {str(f.T): f for f in pdf.Root.AcroForm.Fields}
    assert {str(f.V) for f in fields.values()} == {"Anna", "Børge", "/Ja"}
    assert len(fields) == 4
    for field in fields.values():
        flags: Any = field.Ff
        assert int(flags) & 1
        assert "/N" in field.AP
        assert "/AA" not in field


def test_hidden_layers_stay_hidden(pdf: pikepdf.Pdf) -> None:
    standard = pdf.Root.OCProperties.D
    assert [str(group.Name) for group in standard.OFF] == ["Udkast"]
    assert standard.OFF[0].is_same_object_as(pdf.Root.OCProperties.OCGs[0])


def test_nothing_runs_and_nothing_hides(collection: Collection, tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    with pikepdf.open(collection.file) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert "/EmbeddedFiles" not in pdf.Root.Names
        pdf.save(plain, qdf=True)
    data = plain.read_bytes()
    for word in (b"JavaScript", b"app.alert", b"/Launch", b"cmd.exe", b"EmbeddedFile", b"indlejret"):
        assert word not in data


def test_named_destinations(pdf: pikepdf.Pdf, collection: Collection) -> None:
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    for entry in collection.job.plan.entries:
        assert names[entry.destination][0].is_same_object_as(pdf.pages[entry.page - 1].obj)
    assert "bilag-1-1:slut" in names


def test_labels_language_title_and_metadata(pdf: pikepdf.Pdf) -> None:
    assert [page.label for page in pdf.pages][:3] == ["1", "2", "3"]
    assert pdf.pages[-1].label == str(len(pdf.pages))
    assert str(pdf.Root.Lang) == "da-DK"
    assert str(pdf.docinfo.Title) == "Bilagssamling – KKR Midtsjælland, 14. marts 2025"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Bilagssamling – KKR Midtsjælland, 14. marts 2025"


def test_our_fonts_are_embedded(pdf: pikepdf.Pdf, collection: Collection) -> None:
    for part in collection.job.plan.parts:
        if part.kind is PartKind.DIVIDER:
            for font in pdf.pages[part.first_page - 1].obj.Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor


def test_two_runs_give_the_same_bytes(collection: Collection, tmp_path: Path) -> None:
    export_collection(collection.job, tmp_path / "igen.pdf", NullProgress())
    assert (tmp_path / "igen.pdf").read_bytes() == collection.file.read_bytes()


@pytest.mark.parametrize("place", list(StampPlace))
def test_stamp_settings(tmp_path: Path, place: StampPlace) -> None:
    paper = Paper()
    paper.page("Side", (595, 842))
    template = Template(stamp_place=place, stamp_format="– {page} –", stamp_size=12)
    job = make_job({"Sag": [paper.save(tmp_path / "a.pdf")]}, template)
    export_collection(job, tmp_path / "samling.pdf", NullProgress())
    document = pypdfium2.PdfDocument(tmp_path / "samling.pdf")
    opened = document[2]
    text_page = opened.get_textpage()
    found = text_page.search("– 3 –").get_next()
    assert found is not None
    left, bottom, right, _ = text_page.get_charbox(found[0])
    high, side = place.value.split("-")
    assert (bottom > 780) if high == "top" else (bottom < 40)
    assert {"left": left < 30, "centre": 280 < left < 300, "right": right > 540}[side]
    text_page.close()
    opened.close()
    document.close()


def test_index_alone(collection: Collection, tmp_path: Path) -> None:
    exported = export_index(collection.job.plan, tmp_path / "indeks.pdf", NullProgress())
    document = pypdfium2.PdfDocument(tmp_path / "indeks.pdf")
    assert exported.pages == len(document) == 1
    assert "Bilag 2: Billeder" in text_of(document, 1)
    document.close()


def test_a_former_collection_can_be_attached(collection: Collection, tmp_path: Path) -> None:
    job = make_job({"Sidste møde": [collection.file]})
    exported = export_collection(job, tmp_path / "ny.pdf", NullProgress())
    assert exported.pages == collection.job.plan.total_pages + 2


def test_a_missing_attachment_becomes_a_slip(tmp_path: Path) -> None:
    plan = make_plan(make_agenda([("Sag", [("Ulæselig", 0)])]), measure)
    export_collection(CollectionJob(plan, {}, {}), tmp_path / "samling.pdf", NullProgress())
    document = pypdfium2.PdfDocument(tmp_path / "samling.pdf")
    assert "kunne ikke medtages" in text_of(document, 3)
    assert "Bilag 1: Ulæselig" in text_of(document, 3)
    document.close()


class Stopping:
    """Progress that cancels at its n-th step and counts them all."""

    def __init__(self, at: int = 0) -> None:
        self.at, self.steps = at, 0

    def step(self, done: int, total: int, what: str = "") -> None:
        self.steps += 1
        if self.steps == self.at:
            raise Cancelled


def test_cancel_at_any_moment_leaves_the_old_file(tmp_path: Path) -> None:
    job = make_job({"Sag": [letter(tmp_path / "Brev.pdf")]})
    target = tmp_path / "ud" / "samling.pdf"
    target.parent.mkdir()
    target.write_bytes(b"den gamle")
    counter = Stopping()
    export_collection(job, tmp_path / "alle.pdf", counter)
    assert counter.steps > 4
    for at in range(1, counter.steps + 1):
        with pytest.raises(Cancelled):
            export_collection(job, target, Stopping(at))
        assert target.read_bytes() == b"den gamle"
        assert [p.name for p in target.parent.iterdir()] == ["samling.pdf"]


def test_a_changed_source_is_not_handed_over(tmp_path: Path) -> None:
    job = make_job({"Sag": [letter(tmp_path / "Brev.pdf")]})
    with pikepdf.open(tmp_path / "Brev.pdf", allow_overwriting_input=True) as pdf:
        pdf.pages[1].obj.Contents.write(b"BT /F1 18 Tf 40 400 Td (en anden side) Tj ET")
        pdf.save()
    target = tmp_path / "samling.pdf"
    with pytest.raises(Defect) as caught:
        export_collection(job, target, NullProgress())
    assert caught.value.code == "verify-failed"
    assert not target.exists()


def test_a_missing_folder_and_a_folder_as_target(collection: Collection, tmp_path: Path) -> None:
    with pytest.raises(UserError) as missing:
        export_collection(collection.job, tmp_path / "findes ikke" / "a.pdf", NullProgress())
    assert missing.value.code == "target-folder-missing"
    with pytest.raises(UserError) as folder:
        export_collection(collection.job, tmp_path, NullProgress())
    assert folder.value.code == "target-is-folder"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set per process there")
def test_more_attachments_than_files_may_be_open(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  not on Windows

    files = []
    for n in range(140):
        paper = Paper()
        paper.page(f"Nr. {n}", (200, 200))
        files.append(paper.save(tmp_path / f"{n:03}.pdf"))
    job = make_job({"Sag": files})
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, before[1]))
    try:
        exported = export_collection(job, tmp_path / "samling.pdf", NullProgress())
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert exported.pages == job.plan.index_pages + 2 * len(files)


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set per process there")
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(collection: Collection, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  not on Windows

    target = tmp_path / "samling.pdf"
    target.write_bytes(b"den gamle")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (collection.file.stat().st_size // 2, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            export_collection(collection.job, target, NullProgress())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert target.read_bytes() == b"den gamle"
    assert [p.name for p in tmp_path.iterdir()] == ["samling.pdf"]
