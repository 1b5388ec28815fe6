"""The collection and its index as Word files: what is in them, and that nothing is left behind when they fail."""

from __future__ import annotations

import io
import signal
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from PIL import Image

from kkr_desk.errors import Cancelled, Defect, UserError
from kkr_desk.export import word_pictures
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.word import estimated_size, export_index_word, export_word
from kkr_desk.export.word_encoding import encode, is_coloured, is_dark
from kkr_desk.plan import PartKind, make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import measure
from tests.export.conftest import Collection, letter
from tests.export.papers import Paper, make_job, text_field
from tests.export.word_schema import faults
from tests.factory import make_agenda, make_meeting

ONE_SHADE = {"Former 7", "Former 9"}
"""Pages that print outside their own box, or black on black."""


class Stopping:
    """Progress that cancels at its n-th step and counts them all."""

    def __init__(self, at: int = 0) -> None:
        self.at, self.steps = at, 0

    def step(self, done: int, total: int, what: str = "") -> None:
        self.steps += 1
        if self.steps == self.at:
            raise Cancelled


@pytest.fixture(scope="session")
def pictures(word: Path, collection: Collection) -> dict[str, Image.Image]:
    """Each attachment page's picture by the words that the page prints first."""
    names = iter(sorted(name for name in zipfile.ZipFile(word).namelist() if name.startswith("word/media/")))
    found = {}
    for part in collection.job.plan.parts:
        if part.kind is PartKind.ATTACHMENT and part.attachment and part.attachment.rendition.pdf:
            for fact in collection.job.pages[part.attachment.rendition.pdf]:
                picture = Image.open(io.BytesIO(zipfile.ZipFile(word).read(next(names))))
                found[f"{part.attachment.attachment.title} {fact.number}"] = picture.convert("RGB").convert("L")
    return found


def test_the_file_keeps_to_the_schema(word: Path, collection: Collection, tmp_path: Path) -> None:
    assert list(faults(word)) == []
    export_index_word(collection.job.plan, tmp_path / "indeks.docx", None, NullProgress())
    assert list(faults(tmp_path / "indeks.docx")) == []


def test_headings_have_the_styles_of_headings(word: Path, collection: Collection) -> None:
    document = docx.Document(str(word))
    headings = [
        (str(p.style.name), p.text) for p in document.paragraphs if p.style and str(p.style.name).startswith("Heading")
    ]
    assert headings == [(f"Heading {e.level}", e.text) for e in collection.job.plan.entries]


def test_properties_and_language(word: Path) -> None:
    properties = docx.Document(str(word)).core_properties
    assert properties.title == "Bilagssamling – KKR Midtsjælland, 14. marts 2025"
    assert (properties.author, properties.subject, properties.language) == (
        "KKR Midtsjælland", "14. marts 2025", "da-DK"
    )  # fmt: skip
    styles = zipfile.ZipFile(word).read("word/styles.xml").decode()
    assert '<w:lang w:val="da-DK"' in styles


def test_every_picture_is_told_in_words(word: Path) -> None:
    told = [d.get("descr") for d in docx.Document(str(word)).element.body.iter(qn("wp:docPr"))]
    assert told[:3] == ["Bilag 1, side 1 af 3: Brev", "Bilag 1, side 2 af 3: Brev", "Bilag 1, side 3 af 3: Brev"]
    assert all(told)


def test_a_picture_shows_what_a_reader_sees(pictures: dict[str, Image.Image], collection: Collection) -> None:
    sizes = {name: picture.size for name, picture in pictures.items()}
    assert sizes["Former 1"] == (1754, 1240)  # lies
    assert sizes["Former 2"][0] > sizes["Former 2"][1]  # turned
    assert sizes["Former 5"] == (625, 834)  # CropBox, 300 x 400 points at 150 dots an inch
    assert sizes["Former 8"][1] == pytest.approx(1754, abs=2)  # UserUnit: larger than the paper, made to fit
    for name, picture in pictures.items():
        shades = [shade for shade, count in enumerate(picture.histogram()) if count]
        assert shades[-1] - shades[0] > 100 or name in ONE_SHADE, f"{name} is blank"


def test_form_values_and_only_shown_layers_are_in_the_pictures(
    pictures: dict[str, Image.Image], tmp_path: Path
) -> None:
    counts = {}
    for value in ("", "Anna Andersen"):
        paper = Paper()
        text_field(paper, paper.page("Skema"), "Navn", value)
        job = make_job({"Sag": [paper.save(tmp_path / f"Skema {value}.pdf")]})
        (picture,) = word_pictures.draw_pictures(job, tmp_path, NullProgress())
        counts[value] = sum(Image.open(picture.file).convert("L").histogram()[:128])
    assert counts["Anna Andersen"] > counts[""] + 100
    hidden = pictures["Lag 1"].crop((80, 1090, 700, 1160))
    assert hidden.getextrema() == (255, 255)


def test_a_locked_file_that_opens_without_a_password_is_drawn(tmp_path: Path) -> None:
    with pikepdf.open(letter(tmp_path / "Brev.pdf")) as pdf:
        pdf.save(tmp_path / "Laast.pdf", encryption=pikepdf.Encryption(owner="hemmelig", user=""))
    job = make_job({"Sag": [tmp_path / "Laast.pdf"]})
    export_word(job, tmp_path / "a.docx", None, NullProgress())
    assert len([n for n in zipfile.ZipFile(tmp_path / "a.docx").namelist() if "media" in n]) == 3


def test_no_more_than_five_drawn_pages_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper()
    for n in range(12):
        paper.page(f"Side {n}", (200, 200))
    drawn: list[object] = []
    draw = word_pictures._draw

    def counted(*given: Any) -> Any:
        drawn.append(given)
        return draw(*given)

    monkeypatch.setattr(word_pictures, "_draw", counted)
    pictures = word_pictures.draw_pictures(
        make_job({"Sag": [paper.save(tmp_path / "a.pdf")]}), tmp_path, NullProgress()
    )
    waiting = []
    for made, _ in enumerate(pictures):
        waiting.append(len(drawn) - made)
    assert (len(waiting), max(waiting)) == (12, 5)


def test_numbers_are_light_on_dark_ground(word: Path) -> None:
    colours = [c.get(qn("w:val")) for c in docx.Document(str(word)).element.body.iter(qn("w:color"))]
    assert {"FFFFFF", "262626"} <= set(colours)


def test_pictures_are_as_small_as_they_can_be() -> None:
    flat = Image.new("RGB", (400, 300), "white")
    noise = Image.merge("RGB", [Image.effect_noise((400, 300), 80) for _ in range(3)])
    assert encode(flat)[1] == "png"
    assert encode(noise)[1] == "jpeg"
    assert not is_coloured(flat)
    assert is_coloured(noise)
    assert not is_coloured(Image.merge("RGB", [Image.effect_noise((400, 300), 80)] * 3))
    assert is_dark(Image.new("RGB", (100, 100), "#203040"), (0.8, 0.9, 0.95, 0.99))
    assert not is_dark(flat, (0.8, 0.9, 0.95, 0.99))


def test_two_runs_give_the_same_bytes(word: Path, collection: Collection, tmp_path: Path) -> None:
    export_word(collection.job, tmp_path / "igen.docx", None, NullProgress())
    assert (tmp_path / "igen.docx").read_bytes() == word.read_bytes()


def test_the_estimate_is_about_right(word: Path, collection: Collection) -> None:
    assert estimated_size(collection.job) == pytest.approx(word.stat().st_size, rel=0.3)


def test_titles_may_hold_anything(tmp_path: Path) -> None:
    title = 'Børnehus\' »økonomi« & <b>10 %</b> "2025" 🏠 \u05e9\u05dc\u05d5\u05dd \x02\x0b\ud800 slut'
    meeting = make_meeting(council="KKR \x01 & Søn" + "n" * 300, title="Indhold\x07 & mere")
    plan = make_plan(make_agenda([(title, [(title, 0), ("", 0)])], meeting=meeting), measure)
    export_word(CollectionJob(plan, {}, {}), tmp_path / "a.docx", None, NullProgress())
    export_index_word(plan, tmp_path / "b.docx", None, NullProgress())
    for file in ("a.docx", "b.docx"):
        assert list(faults(tmp_path / file)) == []
        assert 'Børnehus\' »økonomi« & <b>10 %</b> "2025" 🏠' in docx.Document(
            str(tmp_path / file)
        ).element.xml.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def test_a_title_too_long_for_the_index_is_cut_there_and_whole_on_its_divider(tmp_path: Path) -> None:
    title = "Meget lang " * 250 + "SLUT"
    plan = make_plan(make_agenda([("Sag", [(title, 0)])]), measure)
    export_word(CollectionJob(plan, {}, {}), tmp_path / "a.docx", None, NullProgress())
    document = docx.Document(str(tmp_path / "a.docx"))
    heading = next(p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2")
    assert heading.endswith("…")
    row = next(p for p in document.paragraphs if p.style and p.style.name == "toc 2")
    assert heading in "".join(t.text or "" for t in row._p.iter(qn("w:t")))
    rest = next(p.text for p in document.paragraphs if p.text.startswith("…"))
    assert (heading[:-1] + rest[1:]).replace(" ", "") == f"Bilag 1: {title}".replace(" ", "")


def test_cancel_at_any_moment_leaves_the_old_file_and_no_thread(tmp_path: Path) -> None:
    paper = Paper()
    for n in range(3):
        paper.page(f"Side {n}", (200, 200))  # small, for it is made as often as it has steps
    job = make_job({"Sag": [paper.save(tmp_path / "Brev.pdf")]})
    target = tmp_path / "ud" / "samling.docx"
    target.parent.mkdir()
    target.write_bytes(b"den gamle")
    counter = Stopping()
    export_word(job, tmp_path / "alle.docx", None, counter)
    assert counter.steps > 8
    for at in range(1, counter.steps + 1):
        with pytest.raises(Cancelled):
            export_word(job, target, None, Stopping(at))
        assert target.read_bytes() == b"den gamle"
        assert [p.name for p in target.parent.iterdir()] == ["samling.docx"]
        assert not [t for t in threading.enumerate() if t.name.startswith("kkr-desk-picture")]


def test_what_a_thread_fails_of_is_told(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(image: Image.Image) -> tuple[bytes, str]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(word_pictures, "encode", full)
    with pytest.raises(OSError, match="No space left"):
        export_word(collection.job, tmp_path / "a.docx", None, NullProgress())
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_drawn_is_named(tmp_path: Path) -> None:
    job = make_job({"Sag": [letter(tmp_path / "Brev.pdf")]})
    part = next(p for p in job.plan.parts if p.attachment is not None and p.attachment.rendition.pdf)
    assert part.attachment is not None
    key = part.attachment.rendition.pdf
    assert key is not None
    facts = [*job.pages[key][:2], type(job.pages[key][2])(9, 595, 842, 0)]
    with pytest.raises(UserError) as caught:
        export_word(
            CollectionJob(job.plan, job.sources, {key: tuple(facts)}), tmp_path / "a.docx", None, NullProgress()
        )
    assert caught.value.code == "page-not-drawn"
    assert caught.value.facts == {"item": "1", "number": 1, "title": "Brev", "page": 9}
    assert not (tmp_path / "a.docx").exists()


def test_a_changed_source_is_not_handed_over(tmp_path: Path) -> None:
    job = make_job({"Sag": [letter(tmp_path / "Brev.pdf")]})
    (tmp_path / "Brev.pdf").write_bytes((tmp_path / "Brev.pdf").read_bytes() + b"\n")
    with pytest.raises(Defect) as caught:
        export_word(job, tmp_path / "a.docx", None, NullProgress())
    assert caught.value.code == "verify-failed"
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set per process there")
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(
    collection: Collection, word: Path, tmp_path: Path
) -> None:
    import resource  # noqa: PLC0415  not on Windows

    target = tmp_path / "samling.docx"
    target.write_bytes(b"den gamle")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (word.stat().st_size // 2, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            export_word(collection.job, target, None, NullProgress())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert target.read_bytes() == b"den gamle"
    assert [p.name for p in tmp_path.iterdir()] == ["samling.docx"]


@pytest.mark.parametrize("items", [5, pytest.param(50, marks=pytest.mark.torture)])
def test_hundreds_of_attachments(tmp_path: Path, items: int) -> None:
    paper = Paper()
    paper.page("Bilag", (200, 200))
    job = make_job({f"Sag {n}": [paper.save(tmp_path / "a.pdf")] * 10 for n in range(items)})
    exported = export_word(job, tmp_path / "samling.docx", None, NullProgress())
    assert exported.pages == job.plan.index_pages + 20 * items
