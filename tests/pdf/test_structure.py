"""A structure tree is read to its end, however it is broken."""

from __future__ import annotations

from typing import Any

import pikepdf
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.pdf.structure import Element, Mark, Reference, read_structure, tagged_pages


def document(*contents: bytes) -> Pdf:
    """Pages with these contents and an empty structure tree."""
    pdf = pikepdf.new()
    for content in contents:
        page = pdf.add_blank_page().obj
        page.Contents = pdf.make_stream(content)
        page.Resources = Dictionary()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Titel=Name.H1)))
    pdf.Root.StructTreeRoot = root
    return pdf


def element(pdf: Pdf, role: str, *kids: Any, **keys: Any) -> Object:
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), K=Array(list(kids)), **keys))


def test_elements_come_in_order_with_what_they_hold() -> None:
    with document(b"/P <</MCID 0>> BDC EMC", b"") as pdf:
        page = pdf.pages[0].obj
        link = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link))
        inner = element(pdf, "Link", Dictionary(Type=Name.OBJR, Obj=link))
        text = element(pdf, "P", 0, inner, Dictionary(Type=Name.MCR, Pg=page, MCID=2), Pg=page)
        pdf.Root.StructTreeRoot.K = element(pdf, "Document", element(pdf, "Titel"), text)
        structure = read_structure(pdf)
        assert [found.role for found in structure.elements] == ["Document", "H1", "P", "Link"]
        assert structure.elements[2].kids == [Mark(page.objgen, 0), structure.elements[3], Mark(page.objgen, 2)]
        assert structure.tops == structure.elements[:1]
        referred = structure.elements[3].kids[0]
        assert isinstance(referred, Reference)
        assert referred.object.objgen == link.objgen
        assert tagged_pages(pdf, structure) == {1}


def test_rings_twins_and_wrong_types_are_passed_over() -> None:
    with document(b"") as pdf:
        page = pdf.pages[0].obj
        twin = element(pdf, "P", 3, Pg=page)
        top = element(pdf, "Sect", twin, twin, String("x"), Name.P, None, page, -1, Array([1]), 7)
        twin.K.append(top)
        twin.K.append(Dictionary(Type=Name.MCR, Pg=top, MCID=1))
        twin.K.append(Dictionary(Type=Name.MCR, MCID=String("1")))
        twin.K.append(Dictionary(Type=Name.OBJR))
        twin.K.append(Dictionary(Type=Name.MCR, MCID=1, Stm=page))
        pdf.Root.StructTreeRoot.K = Array([top, pdf.Root.StructTreeRoot, twin])
        structure = read_structure(pdf)
        assert [found.role for found in structure.elements] == ["Sect", "P"]
        assert list(structure.marks()) == [Mark(page.objgen, 3)]


def test_a_tree_of_any_depth_is_read() -> None:
    with document(b"/P <</MCID 0>> BDC EMC") as pdf:
        top = inner = element(pdf, "Div")
        for _ in range(3000):
            below = element(pdf, "Div")
            inner.K.append(below)
            inner = below
        inner.K = 0
        inner.Pg = pdf.pages[0].obj
        pdf.Root.StructTreeRoot.K = top
        assert len(read_structure(pdf).elements) == 3001
        assert tagged_pages(pdf) == {1}


def test_pages_are_tagged_where_what_is_claimed_is_there() -> None:
    contents = (b"/P <</MCID 0>> BDC EMC", b"/P <</MCID 1>> BDC EMC", b"/Artifact BMC f EMC", b"(a) Tj", b"/Fm Do", b"")
    with document(*contents) as pdf:
        pages = [page.obj for page in pdf.pages]
        form = pdf.make_stream(b"/P <</MCID 5>> BDC EMC", Type=Name.XObject, Subtype=Name.Form)
        pages[4].Resources.XObject = Dictionary(Fm=form)
        marks = [Dictionary(Type=Name.MCR, Pg=page, MCID=0) for page in pages[:4]]
        marks.append(Dictionary(Type=Name.MCR, Pg=pages[4], MCID=5, Stm=form))
        assert tagged_pages(pdf) == frozenset()
        pdf.Root.StructTreeRoot.K = element(pdf, "P", *marks)
        assert tagged_pages(pdf) == {1, 3, 5}


def test_a_document_without_tags_has_none() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        assert read_structure(pdf).root is None
        assert tagged_pages(pdf) == frozenset()
        pdf.Root.StructTreeRoot = Name.Wrong
        assert read_structure(pdf).elements == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(["P", "Figure", "Titel", "X"])), max_size=30
    )
)
def test_any_graph_is_read_once(edges: list[tuple[int, int, str]]) -> None:
    with document(b"") as pdf:
        nodes = [element(pdf, "Sect") for _ in range(10)]
        for above, below, role in edges:
            nodes[above].K.append(nodes[below])
            nodes[below].S = Name(f"/{role}")
        pdf.Root.StructTreeRoot.K = Array(nodes[:2])
        structure = read_structure(pdf)
        keys = [found.object.objgen for found in structure.elements]
        assert len(keys) == len(set(keys)) <= 10
        below_ = [kid for found in structure.elements for kid in found.kids if isinstance(kid, Element)]
        assert len(below_) + 2 == len(keys)
        assert len(structure.figures()) == sum(found.role == "Figure" for found in structure.elements)
