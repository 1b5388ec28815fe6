"""The structure tree: elements, what they own, and the tables that lead back to them."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from kkr_desk.pdf.tagging.parent_tree import LARGEST_MCID
from kkr_desk.pdf.tagging.tree import StructureTree


def pdf_with(pages: int) -> Pdf:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(300, 400))
    return pdf


def parents(pdf: Pdf) -> dict[int, Any]:
    """The parent tree as a table."""
    found: dict[int, Any] = {}
    for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids.as_list():
        numbers = leaf.Nums.as_list()
        assert list(leaf.Limits.as_list()) == [numbers[0], numbers[-2]]
        found.update(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    return found


def link(pdf: Pdf) -> Object:
    return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9])))


def test_marked_content_of_several_pages_leads_to_its_element_and_back() -> None:
    pdf = pdf_with(2)
    first, second = (page.obj for page in pdf.pages)
    tree = StructureTree(pdf)
    part = tree.element("Part", tree.document, title="Bilag 1: Æblegrød", language="en")
    paragraph = tree.element("P", part)
    assert tree.mark(paragraph, first, 2)
    assert tree.mark(paragraph, second, 0)
    assert not tree.mark(tree.element("P", part), second, 0)
    tree.write([first, second])

    top = pdf.Root.StructTreeRoot.K[0]
    assert str(top.S) == "/Document"
    assert (str(part.T), str(part.Lang)) == ("Bilag 1: Æblegrød", "en")
    assert paragraph.Pg.objgen == first.objgen
    kids: list[Any] = list(paragraph.K.as_list())
    assert kids[0] == 2
    assert (kids[1].Type, kids[1].MCID, kids[1].Pg.objgen) == (Name.MCR, 0, second.objgen)
    table = parents(pdf)
    on_first = table[int(first.StructParents)].as_list()
    assert on_first[:2] == [None, None]
    assert on_first[2].objgen == paragraph.objgen
    assert table[int(second.StructParents)].as_list()[0].objgen == paragraph.objgen
    assert pdf.Root.MarkInfo.Marked


def test_an_annotation_belongs_to_one_element_and_the_keyboard_follows_the_structure() -> None:
    pdf = pdf_with(2)
    first, second = (page.obj for page in pdf.pages)
    annotation = link(pdf)
    first.Annots = Array([annotation])
    tree = StructureTree(pdf)
    element = tree.element("Link", tree.document)
    assert tree.refer(element, first, annotation)
    assert not tree.refer(tree.element("Link", tree.document), first, annotation)
    tree.write([first, second])
    reference = element.K[0]
    assert (reference.Type, reference.Obj.objgen, reference.Pg.objgen) == (Name.OBJR, annotation.objgen, first.objgen)
    assert parents(pdf)[int(annotation.StructParent)].objgen == element.objgen
    assert first.Tabs == Name.S
    assert "/Tabs" not in second


def test_content_of_a_form_leads_to_its_element() -> None:
    pdf = pdf_with(1)
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"/P <</MCID 0>> BDC EMC", Type=Name.XObject, Subtype=Name.Form)
    tree = StructureTree(pdf)
    element = tree.element("P", tree.document)
    assert tree.mark_stream(element, page, form, 0)
    assert not tree.claim_stream(element, form, 0)
    tree.write([page])
    assert element.K[0].Stm.objgen == form.objgen
    assert parents(pdf)[int(form.StructParents)].as_list()[0].objgen == element.objgen
    assert "/StructParents" not in page


def test_a_page_without_marks_loses_the_key_it_came_with() -> None:
    pdf = pdf_with(1)
    pdf.pages[0].obj.StructParents = 7
    tree = StructureTree(pdf)
    tree.write([pdf.pages[0].obj])
    assert "/StructParents" not in pdf.pages[0].obj


@pytest.mark.parametrize("mcid", [-1, LARGEST_MCID + 1, 2**31 - 1])
def test_a_number_that_would_need_an_endless_list_is_not_taken(mcid: int) -> None:
    pdf = pdf_with(1)
    tree = StructureTree(pdf)
    assert not tree.claim(tree.document, pdf.pages[0].obj, mcid)


def test_names_of_two_documents_do_not_mix() -> None:
    pdf = pdf_with(1)
    tree = StructureTree(pdf)
    assert tree.add_roles({"Overskrift": "H1", "Tekst": "P"}) == {}
    assert tree.add_roles({"Overskrift": "H2", "Tekst": "P"}) == {"Overskrift": "Overskrift-2"}
    assert tree.add_roles({"Overskrift": "H2"}) == {"Overskrift": "Overskrift-2"}
    assert tree.add_classes({"Celle": Dictionary(O=Name.Table)}) == {}
    assert tree.add_classes({"Celle": Dictionary(O=Name.Layout)}) == {"Celle": "Celle-2"}
    one, other = tree.element("P", tree.document), tree.element("P", tree.document)
    assert tree.add_id(b"note", one)
    assert not tree.add_id(b"note", other)
    assert tree.add_id(b"a", other)
    tree.write([pdf.pages[0].obj])
    root = pdf.Root.StructTreeRoot
    assert {key: str(value) for key, value in root.RoleMap.items()} == {
        "/Overskrift": "/H1",
        "/Overskrift-2": "/H2",
        "/Tekst": "/P",
    }
    assert str(root.ClassMap["/Celle-2"].O) == "/Layout"
    assert [bytes(name) for name in root.IDTree.Kids[0].Names.as_list()[::2]] == [b"a", b"note"]
    assert bytes(one.ID) == b"note"


def test_a_long_parent_tree_has_leaves() -> None:
    pdf = pdf_with(1)
    page = pdf.pages[0].obj
    tree = StructureTree(pdf)
    for _ in range(600):
        tree.refer(tree.element("Link", tree.document), page, link(pdf))
    tree.write([page])
    assert len(pdf.Root.StructTreeRoot.ParentTree.Kids) == 3
    assert list(parents(pdf)) == list(range(600))
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == 600
