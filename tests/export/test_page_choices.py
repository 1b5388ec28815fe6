"""An attachment of which some pages are left out: the others as they were, and nothing of these anywhere."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from kkr_desk.export.collection import export_collection, export_index
from kkr_desk.export.job import CollectionJob, Exported
from kkr_desk.export.verify import page_text, verify_file
from kkr_desk.export.word import export_word
from kkr_desk.model import Notice
from kkr_desk.plan import PartKind, included_pages
from kkr_desk.progress import NullProgress
from tests.export.papers import Paper, make_job, text_field

PAGES = 5


def report(file: Path) -> Path:
    """Five pages that link to each other in every way, with fields, comments and bookmarks across them."""
    paper = Paper()
    pages = [paper.page(f"Rapport side {n}") for n in range(1, PAGES + 1)]
    names = {f"kapitel {n}": Array([pages[n - 1], Name.XYZ, 0, 400, 0]) for n in range(1, PAGES + 1)}
    flat = [part for name, target in sorted(names.items()) for part in (String(name), target)]
    paper.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(flat)))
    paper.annotate(pages[1], Subtype=Name.Link, Dest=Array([pages[2], Name.Fit]))
    paper.annotate(pages[1], Subtype=Name.Link, Dest=Array([pages[4], Name.Fit]))
    paper.annotate(pages[1], Subtype=Name.Link, A=Dictionary(S=Name.GoTo, D=String("kapitel 4")))
    paper.annotate(pages[2], Subtype=Name.Link, A=Dictionary(S=Name.GoTo, D=String("kapitel 2")))
    paper.annotate(pages[2], Subtype=Name.Link, Dest=Array([0, Name.Fit]))
    paper.annotate(pages[2], Subtype=Name.Link, Dest=Array([1, Name.Fit]))
    paper.annotate(pages[2], Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://www.kl.dk/")))
    note = paper.annotate(pages[2], Subtype=Name.Text, Contents=String("Kommentar på side 3"), F=4)
    paper.annotate(pages[2], Subtype=Name.Popup, Parent=note)
    for n, page in enumerate(pages, 1):
        text_field(paper, page, f"Felt {n}", f"Vaerdi {n}")
    with paper.pdf.open_outline() as outline:
        for n in range(PAGES):
            chapter = pikepdf.OutlineItem(f"Afsnit {n + 1}", n)
            chapter.children.append(pikepdf.OutlineItem(f"Underafsnit {n + 1}", n))
            outline.root.append(chapter)
    return paper.save(file)


def job_of(folder: Path, choice: str) -> CollectionJob:
    """A collection in which the report stands between two others, and once more without a choice."""
    before, middle, after = folder / "Foer.pdf", report(folder / "Rapport.pdf"), folder / "Efter.pdf"
    for file in (before, after):
        paper = Paper()
        paper.page(f"{file.stem} side 1")
        paper.save(file)
    return make_job({"Sag": [before, middle, after]}, choices={middle: choice})


def export(job: CollectionJob, folder: Path) -> tuple[Exported, list[str]]:
    """Make it, hold it against its job, and read every page's text."""
    made = export_collection(job, folder / "samling.pdf", NullProgress())
    assert verify_file(made.file, job, full=True, progress=NullProgress()) == ()
    assert verify_file(made.file, None, full=False, progress=NullProgress()) == ()
    document = pypdfium2.PdfDocument(made.file)
    texts = [page_text(document, page) for page in range(len(document))]
    document.close()
    return made, texts


def streams(pdf: pikepdf.Pdf) -> bytes:
    """All that the objects of a file hold."""
    held = (obj.read_bytes() if isinstance(obj, pikepdf.Stream) else obj.unparse() for obj in pdf.objects)
    return b"\n".join(held)


def targets(pdf: pikepdf.Pdf, page: int) -> list[int]:
    """1-based pages of the collection that the links of a page (1-based) lead to."""
    numbers = {leaf.obj.objgen: n for n, leaf in enumerate(pdf.pages, 1)}
    annots: Any = pdf.pages[page - 1].obj.get("/Annots", [])
    return [numbers[annot.Dest[0].objgen] for annot in annots if annot.get("/Dest") is not None]


def test_two_pages_of_five(tmp_path: Path) -> None:
    job = job_of(tmp_path, "2-3")
    made, texts = export(job, tmp_path)
    index = job.plan.index_pages
    assert job.plan.total_pages == len(texts) == made.pages == index + 2 + 3 + 2
    shown = [re.sub(r"\s+", " ", text) for text in texts[index:]]
    assert [next(iter(re.findall(r"(?:Rapport|Foer|Efter) side \d", text)), "") for text in shown] == [
        "", "Foer side 1", "", "Rapport side 2", "Rapport side 3", "", "Efter side 1",
    ]  # fmt: skip
    for number, text in enumerate(texts, 1):
        assert re.search(rf"Side\s+{number}\s+af\s+{len(texts)}\b", text)
    assert [entry.page for entry in job.plan.entries] == [1, 2, 2, 4, 7]


def test_links_lead_where_they_did_or_are_gone(tmp_path: Path) -> None:
    job = job_of(tmp_path, "2-3")
    made, _ = export(job, tmp_path)
    second, third = 5, 6  # of the collection
    with pikepdf.open(made.file) as pdf:
        assert targets(pdf, second) == [third]
        assert targets(pdf, third) == [second, second]
        kinds = [str(annot.Subtype) for annot in pdf.pages[third - 1].obj.Annots]
        assert kinds == ["/Link", "/Link", "/Link", "/Text", "/Popup", "/Widget"]
    (item,) = job.plan.agenda.items
    place = (("item", item.number), ("attachment", "2"), ("title", "Rapport"), ("file", "Rapport.pdf"))
    assert made.warnings == (Notice("links-left-out", (*place, ("count", "3"))),)


def test_bookmarks_and_names_of_pages_that_are_left_out(tmp_path: Path) -> None:
    made, _ = export(job_of(tmp_path, "2-3"), tmp_path)
    with pikepdf.open(made.file) as pdf, pdf.open_outline() as outline:
        own = outline.root[1].children[1].children
        assert [(mark.title, [child.title for child in mark.children]) for mark in own] == [
            ("Afsnit 2", ["Underafsnit 2"]),
            ("Afsnit 3", ["Underafsnit 3"]),
        ]
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert sorted(name for name in names if ":" in name) == ["bilag-1-2:kapitel 2", "bilag-1-2:kapitel 3"]


def test_nothing_of_the_others_is_in_the_file(tmp_path: Path) -> None:
    made, _ = export(job_of(tmp_path, "2-3"), tmp_path)
    with pikepdf.open(made.file) as pdf:
        held = streams(pdf)
        fields = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    assert fields == ["Felt 2", "Felt 3"]
    for n in range(1, PAGES + 1):
        for words in (b"(Rapport side %d)" % n, b"Vaerdi %d" % n, b"Afsnit %d" % n, b"Felt %d" % n):
            assert (words in held) == (n in {2, 3}), words


@pytest.mark.parametrize(("choice", "pages"), [("1", (1,)), ("5", (5,)), ("1,3,5", (1, 3, 5)), ("", (1, 2, 3, 4, 5))])
def test_other_choices(tmp_path: Path, choice: str, pages: tuple[int, ...]) -> None:
    job = job_of(tmp_path, choice)
    made, texts = export(job, tmp_path)
    (part,) = [p for p in job.plan.parts if p.kind is PartKind.ATTACHMENT and p.attachment and p.attachment.number == 2]
    assert part.attachment is not None
    assert included_pages(part.attachment) == pages
    assert part.page_count == len(pages)
    found = [texts[part.first_page - 1 + n] for n in range(len(pages))]
    assert [f"Rapport side {n}" in text for n, text in zip(pages, found, strict=True)] == [True] * len(pages)
    assert [notice.code for notice in made.warnings] == ([] if choice in {"1", "5", ""} else ["links-left-out"])


def test_a_choice_that_does_not_fit_its_file_loses_nothing(tmp_path: Path) -> None:
    _, texts = export(job_of(tmp_path, "4-9"), tmp_path)
    assert sum("Rapport side" in text for text in texts) == PAGES


def test_the_same_file_whole_and_in_part(tmp_path: Path) -> None:
    """Both come from one PDF; what is known of its pages is known once."""
    whole = report(tmp_path / "Rapport.pdf")
    part = tmp_path / "Uddrag.pdf"
    part.write_bytes(whole.read_bytes())
    job = make_job({"Sag": [whole, part]}, choices={part: "4-5"})
    _, texts = export(job, tmp_path)
    assert sum("Rapport side" in text for text in texts) == PAGES + 2
    assert "Rapport side 5" in texts[-1]


def test_a_page_too_many_is_caught(tmp_path: Path) -> None:
    """A file that was made with all its pages does not pass for one with two of them, nor the other way round."""
    some, every = job_of(tmp_path, "2-3"), job_of(tmp_path, "")
    made, _ = export(every, tmp_path)
    codes = {notice.code for notice in verify_file(made.file, some, full=False, progress=NullProgress())}
    assert codes == {"verify-page-count"}
    other = job_of(tmp_path, "3-4")
    made, _ = export(some, tmp_path)
    codes = {notice.code for notice in verify_file(made.file, other, full=True, progress=NullProgress())}
    assert {"verify-page-changed", "verify-text-changed"} <= codes


def test_a_link_that_was_mended_by_hand_is_caught(tmp_path: Path) -> None:
    job = job_of(tmp_path, "2-3")
    made, _ = export(job, tmp_path)
    with pikepdf.open(made.file, allow_overwriting_input=True) as pdf:
        link = next(annot for annot in pdf.pages[4].obj.Annots if annot.Subtype == Name.Link)
        link.Dest = Array([pdf.pages[4].obj, Name.Fit])
        pdf.save(compress_streams=False)
    found = verify_file(made.file, job, full=False, progress=NullProgress())
    assert [(n.code, dict(n.facts)["number"]) for n in found] == [("verify-annotations-changed", "2")]


def test_a_source_with_other_links_is_not_taken_at_its_word(tmp_path: Path) -> None:
    """What is expected of the links comes from the source only while it is the file that was looked at."""
    job = job_of(tmp_path, "2-3")
    source = next(file for file in job.sources.values() if file.name == "Rapport.pdf")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        del pdf.pages[1].obj.Annots[0]
        pdf.save()
    made = tmp_path / "samling.pdf"
    with pytest.raises(Exception, match="verify-failed"):
        export_collection(job, made, NullProgress())
    assert not made.exists()


def test_the_index_alone_and_word_count_alike(tmp_path: Path) -> None:
    job = job_of(tmp_path, "2-3")
    export_index(job.plan, tmp_path / "indeks.pdf", NullProgress())
    document = pypdfium2.PdfDocument(tmp_path / "indeks.pdf")
    rows = page_text(document, 0)
    document.close()
    assert re.search(r"Bilag 3: Efter\s+7\b", rows)
    made = export_word(job, tmp_path / "samling.docx", None, NullProgress())
    assert made.pages == job.plan.total_pages
    with zipfile.ZipFile(made.file) as package:
        body = package.read("word/document.xml").decode()
        pictures = [name for name in package.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 4
    told = dict.fromkeys(re.findall(r'descr="(Bilag 2, [^"]*)"', body))
    assert list(told) == ["Bilag 2, side 2 af 5: Rapport", "Bilag 2, side 3 af 5: Rapport"]
