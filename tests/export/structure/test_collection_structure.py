"""A collection is read in the order of its pages: index, items, and their attachments below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from kkr_desk.export.collection import export_collection, export_index
from kkr_desk.export.structure.collection import CollectionStructure, attachment_language
from kkr_desk.model import Accessibility, Agenda, NumberedAttachment, Template
from kkr_desk.pdf.tagging.nodes import Node
from kkr_desk.plan import PartKind, make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import measure
from tests.export.conftest import Collection
from tests.export.papers import Paper, make_job
from tests.factory import make_agenda


@pytest.fixture
def pdf(collection: Collection) -> Iterator[Pdf]:
    with pikepdf.open(collection.file) as opened:
        yield opened


def kids(element: Object) -> list[Object]:
    held = element.get("/K")
    members = list[Any](held.as_list()) if isinstance(held, Array) else [held]
    return [kid for kid in members if isinstance(kid, Dictionary)]


def below(element: Object, role: str) -> Iterator[Object]:
    for kid in kids(element):
        if kid.get("/S") == Name(f"/{role}"):
            yield kid
        yield from below(kid, role)


def role(element: Object) -> str:
    return str(element.S)


def test_items_and_attachments_are_sections_and_parts_with_titles(collection: Collection, pdf: Pdf) -> None:
    (document,) = pdf.Root.StructTreeRoot.K.as_list()
    index, *items = kids(document)
    assert role(document) == "/Document"
    assert (role(index), str(index.T)) == ("/Sect", collection.job.plan.entries[0].text)
    assert {role(item) for item in items} == {"/Sect"}
    rows = [str(row.T) for item in items for row in (item, *(kid for kid in kids(item) if role(kid) == "/Part"))]
    assert rows == [entry.text for entry in collection.job.plan.entries[1:]]
    for item in items:
        heading, *parts = kids(item)
        assert role(heading) == "/H1"
        assert [role(kids(part)[0]) for part in parts] == ["/H2", *["/P"] * (len(parts) - 1)]
        assert all(sum(role(kid) == "/H2" for kid in kids(part)) == 1 for part in parts)


def test_every_row_of_the_index_is_a_link_that_says_where_it_leads(collection: Collection, pdf: Pdf) -> None:
    (document,) = pdf.Root.StructTreeRoot.K.as_list()
    links = list(below(kids(document)[0], "Link"))
    entries = collection.job.plan.entries
    assert len(links) == len(entries)
    for link, entry in zip(links, entries, strict=True):
        (reference,) = kids(link)
        assert str(reference.Type) == "/OBJR"
        assert str(reference.Obj.Contents) == f"Gå til {entry.text}, side {entry.page}"
        assert str(reference.Obj.Dest) == entry.destination
        numbers = pdf.Root.StructTreeRoot.ParentTree.Kids[0].Nums.as_list()
        table = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        assert table[int(reference.Obj.StructParent)].objgen == link.objgen


def test_the_document_says_that_it_is_tagged_and_claims_no_more(collection: Collection, pdf: Pdf) -> None:
    root = pdf.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "da-DK"
    assert root.ViewerPreferences.DisplayDocTitle
    assert all(str(page.obj.Tabs) == "/S" for page in pdf.pages if "/Annots" in page.obj)
    stated = root.Metadata.read_bytes()
    assert b"<rdf:li>da-DK</rdf:li>" in stated
    assert b"pdfuaid" not in stated


def test_the_index_alone_is_tagged_too(tmp_path: Path) -> None:
    plan = make_plan(make_agenda(), measure, Template(language="en-GB"))
    export_index(plan, tmp_path / "index.pdf", NullProgress())
    with pikepdf.open(tmp_path / "index.pdf") as pdf:
        (document,) = pdf.Root.StructTreeRoot.K.as_list()
        assert len(list(below(document, "Reference"))) == len(plan.entries)
        assert not list(below(document, "Link"))
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked


def test_an_english_council_is_spoken_to_in_english(tmp_path: Path) -> None:
    paper = Paper()
    paper.page("Page")
    template = Template(language="en-GB", attachment_text="Annex {number}: {title}", page_word="page")
    job = make_job({"Budget": [paper.save(tmp_path / "Figures.pdf")]}, template)
    export_collection(job, tmp_path / "made.pdf", NullProgress())
    with pikepdf.open(tmp_path / "made.pdf") as pdf:
        said = [str(annotation.Contents) for annotation in pdf.pages[0].obj.Annots.as_list()]
    assert said[-1] == "Go to Annex 1: Figures, page 2"


def attachment_of(agenda: Agenda) -> NumberedAttachment:
    return agenda.items[0].attachments[0]


@pytest.mark.parametrize(
    ("given", "stated", "language"),
    [
        ("", "", ""),
        ("", "en-US", "en-US"),
        ("sv", "en-US", "sv"),
        ("", "da_DK", ""),
        ("", "\u0000", ""),
        ("engelsk sprog", "en", "en"),
    ],
)
def test_an_attachment_speaks_as_the_caseworker_says_else_as_its_file_does(
    given: str, stated: str, language: str
) -> None:
    numbered = attachment_of(make_agenda())
    known = replace(numbered.rendition, accessibility=Accessibility(language=stated))
    numbered = replace(numbered, attachment=replace(numbered.attachment, language=given), rendition=known)
    assert attachment_language(numbered) == language


def test_our_words_keep_our_language_in_an_attachment_of_another() -> None:
    agenda = make_agenda()
    item, numbered = agenda.items[0], attachment_of(agenda)
    foreign = replace(numbered, attachment=replace(numbered.attachment, language="en"))
    plan = make_plan(replace(agenda, items=(replace(item, attachments=(foreign,)),)), measure)
    pdf = pikepdf.new()
    structure = CollectionStructure(pdf, plan, nowhere)
    divider = next(part for part in plan.parts if part.kind is PartKind.DIVIDER)
    structure.divider(divider, (Node("H1"), Node("H2")), ())
    structure.slip((Node("P"),), ())
    assert str(structure.part.Lang) == "en"
    assert [(role(kid), str(kid.Lang)) for kid in kids(structure.part)] == [("/H2", "da-DK"), ("/P", "da-DK")]
    heading = kids(kids(structure.tree.document)[0])[0]
    assert role(heading) == "/H1"
    assert "/Lang" not in heading


def nowhere(_: object) -> tuple[Object, Object]:
    raise AssertionError
