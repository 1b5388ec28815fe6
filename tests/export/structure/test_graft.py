"""An attachment's own structure comes into the collection whole, and nothing else comes along."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, String

from tests.export.structure.grown import Tagged, check, elements, everything, grown, roles


def small() -> bytes:
    """A heading, a table with headers by identifier, a list item of a type of its own, a picture, a link."""
    tagged = Tagged()
    page = tagged.page("Overskrift", "Celle", "Punkt", "Billede", "Henvisning")
    other = tagged.page("Anden side")
    link = tagged.annotate(page, Subtype=Name.Link, Dest=Array([other, Name.Fit]))
    attributes = Dictionary(O=Name.Table, Headers=Array([String("h1"), String("lost")]), ColSpan=2)
    header = tagged.element("TH", page=page, ID="h1", A=Dictionary(O=Name.Table, Scope=Name.Column))
    cell = tagged.element("TD", 1, page=page, A=tagged.pdf.make_indirect(attributes))
    table = tagged.element(
        "Table", tagged.element("TR", header, cell), A=Dictionary(O=Name.Table, Summary=String("Om"))
    )
    own = tagged.element("Punktum", 2, page=page, C=Name.Luft, Lang="en")
    picture = tagged.element("Figure", 3, page=page, ActualText="fi")
    leads = tagged.element("Link", 4, Dictionary(Type=Name.OBJR, Obj=link, Pg=page), page=page)
    text = tagged.element("P", 0, page=other)
    heading = tagged.element("Heading 1", 0, page=page, T="Titel")
    tagged.root.RoleMap = Dictionary({"/Punktum": Name.LI, "/Heading 1": Name.H1, "/Unused": Name.P})
    tagged.root.ClassMap = Dictionary(Luft=Dictionary(O=Name.Layout, SpaceBefore=3), Unused=Dictionary(O=Name.Layout))
    return tagged.bytes(tagged.element("Document", heading, table, own, picture, leads, text))


EXPECTED = ["  H3", "  Table", "   TR", "    TH", "    TD", "  Punktum", "  Figure", "  Link", "  P"]


def test_structure_keeps_types_words_and_order(shared: Path, tmp_path: Path) -> None:
    with grown(small(), alternates={"figure:1": "Et kort over Jylland"}) as pdf:
        assert roles(pdf) == ["Document", " Part", *EXPECTED]
        root: Any = pdf.Root.StructTreeRoot
        assert dict(root.RoleMap.items()) == {"/Punktum": Name.LI}
        assert list(root.ClassMap.keys()) == ["/Luft"]
        own, picture, header, cell = (elements(pdf, role)[0] for role in ("Punktum", "Figure", "TH", "TD"))
        assert (own.C, str(own.Lang)) == (Name.Luft, "en")
        assert (str(picture.ActualText), str(picture.Alt)) == ("fi", "Et kort over Jylland")
        assert str(header.ID) == "1-1-h1"
        assert [str(name) for name in cell.A.Headers] == ["1-1-h1"]
        assert cell.A.ColSpan == 2
        assert str(elements(pdf, "Table")[0].A.Summary) == "Om"
        assert str(elements(pdf, "H3")[0].T) == "Titel"
        assert check(shared, pdf, tmp_path) == []


def test_a_reference_leads_to_the_copied_link_which_says_where_it_leads() -> None:
    with grown(small(), small()) as pdf:
        for n, element in enumerate(elements(pdf, "Link")):
            page: Any = pdf.pages[2 * n].obj
            link = page.Annots[0]
            assert element.K[1].Obj.objgen == link.objgen
            assert str(link.Contents) == f"Henvisning til side {2 * n + 2}"
            assert page.Tabs == Name.S


def test_one_file_twice_keeps_its_two_structures_apart(shared: Path, tmp_path: Path) -> None:
    with grown(small(), small()) as pdf:
        assert roles(pdf) == ["Document", " Part", *EXPECTED, " Part", *EXPECTED]
        cells = elements(pdf, "TD")
        assert [[str(name) for name in cell.A.Headers] for cell in cells] == [["1-1-h1"], ["1-2-h1"]]
        assert [str(own.C) for own in elements(pdf, "Punktum")] == ["/Luft", "/Luft-2"]
        names = [str(name) for leaf in pdf.Root.StructTreeRoot.IDTree.Kids for name in leaf.Names[::2]]
        assert names == ["1-1-h1", "1-2-h1"]
        assert check(shared, pdf, tmp_path) == []


def test_types_of_one_name_that_mean_something_else_get_two_names() -> None:
    def paper(standard: Name) -> bytes:
        tagged = Tagged()
        page = tagged.page("Tekst")
        tagged.root.RoleMap = Dictionary(Eget=standard, P=Name.Span)
        return tagged.bytes(tagged.element("Eget", 0, page=page))

    with grown(paper(Name.P), paper(Name.BlockQuote), paper(Name.P)) as pdf:
        assert roles(pdf) == ["Document", " Part", "  Eget", " Part", "  Eget-2", " Part", "  Eget"]
        assert dict(pdf.Root.StructTreeRoot.RoleMap.items()) == {"/Eget": Name.P, "/Eget-2": Name.BlockQuote}


def secretive() -> bytes:
    """Three pages; every word of the second, and every word about it, holds "HEMMELIG"."""
    tagged = Tagged()
    pages = [tagged.page("Første"), tagged.page("HEMMELIG"), tagged.page("Tredje")]
    comment = tagged.annotate(pages[1], Subtype=Name.Text, Contents=String("HEMMELIG kommentar"))
    second = tagged.element("P", 0, Dictionary(Type=Name.OBJR, Obj=comment), page=pages[1], ActualText="HEMMELIG")
    empty = tagged.element("Figure", page=pages[1], Alt="HEMMELIG figur")
    file = tagged.pdf.make_stream(b"HEMMELIG fil")
    bad = Dictionary(O=Name.Layout, Side=pages[1], Fil=file, BBox=Array([0, 0, 9, 9]))
    first = tagged.element("P", 0, page=pages[0], A=bad, AF=file, Ref=Array([second]), T="Titel")
    third = tagged.element("P", Dictionary(Type=Name.MCR, Pg=pages[2], MCID=0), page=pages[1])
    row = tagged.element("TR", tagged.element("TD", first), tagged.element("TD", ActualText="HEMMELIG celle"))
    gone = tagged.element("TR", tagged.element("TD", second))
    table = tagged.element("Table", row, gone, A=Dictionary(O=Name.Table, Summary=String("HEMMELIG sum"), RowSpan=1))
    sect = tagged.element("Sect", table, empty, third, T="HEMMELIG afsnit", Alt="HEMMELIG", ID="sect")
    tagged.root.ClassMap = Dictionary(HEMMELIG=Dictionary(O=Name.Layout))
    return tagged.bytes(tagged.element("Document", sect, T="HEMMELIG"))


def test_nothing_of_pages_that_are_left_out_comes_along(shared: Path, tmp_path: Path) -> None:
    with grown(secretive(), pages=(1, 3)) as pdf:
        assert b"HEMMELIG" not in everything(pdf)
        assert roles(pdf) == [
            "Document", " Part", "  Sect", "   Table", "    TR", "     TD", "      P", "     TD", "   P",
        ]  # fmt: skip
        [first] = [text for text in elements(pdf, "P") if "/A" in text]
        assert str(first.T) == "Titel"
        assert sorted(first.A.keys()) == ["/BBox", "/O"]
        assert check(shared, pdf, tmp_path) == []
    with grown(secretive()) as pdf:
        assert everything(pdf).count(b"HEMMELIG kommentar") == 1


def test_pages_without_tags_and_what_nobody_claims_are_told_of_in_their_place(shared: Path, tmp_path: Path) -> None:
    tagged = Tagged()
    first = tagged.page("Et", "Ingen har mig")
    bare = tagged.page(content=b"BT /F 9 Tf (bar) Tj ET")
    tagged.page(content=b"0 0 9 9 re f")
    last = tagged.page("To")
    tagged.annotate(bare, Subtype=Name.Square)
    tagged.annotate(first, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://www.kl.dk/")))
    tagged.annotate(first, Subtype=Name.Text, F=2, Contents=String("skjult"))
    sect = tagged.element("Sect", tagged.element("H", 0, page=first), tagged.element("P", 0, page=last))
    data = tagged.bytes(sect)
    with grown(data, alternates={"page:3": "En plan"}) as pdf:
        found = ["  Sect", "   H3", "   P", "   Link", "   P", "   Annot", "   Figure", "   P"]
        assert roles(pdf) == ["Document", " Part", *found]
        assert str(elements(pdf, "Annot")[0].Alt) == "Firkant"
        picture = elements(pdf, "Figure")[0]
        assert str(picture.Alt) == "En plan"
        assert [int(side) for side in picture.A.BBox] == [0, 0, 300, 300]
        assert str(pdf.pages[0].obj.Annots[0].Contents) == "Henvisning til https://www.kl.dk/"
        assert check(shared, pdf, tmp_path) == []
    with grown(data) as pdf:
        said = "Scannet side 3 af 4 i Bilag 1. Siden findes kun som billede."
        assert str(elements(pdf, "Figure")[0].Alt) == said


def test_stale_marks_on_a_blank_page_are_owned(shared: Path, tmp_path: Path) -> None:
    tagged = Tagged()
    page = tagged.page("Tekst")
    tagged.page(content=b"/Sti <</MCID 4>> BDC EMC")
    with grown(tagged.bytes(tagged.element("P", 0, page=page)), blank=(2,)) as pdf:
        assert roles(pdf) == ["Document", " Part", "  P", "  P"]
        assert check(shared, pdf, tmp_path) == []


def test_marked_content_in_a_form_belongs_to_it(shared: Path, tmp_path: Path) -> None:
    tagged = Tagged()
    page = tagged.page("Side", content=b"/Fm Do")
    form = tagged.pdf.make_stream(
        b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    form.StructParents = 77
    page.Resources.XObject = Dictionary(Fm=form)
    inside = Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=0)
    with grown(tagged.bytes(tagged.element("P", 0, inside, page=page))) as pdf:
        text, copied = elements(pdf, "P")[0], pdf.pages[0].obj.Resources.XObject.Fm
        assert text.K[1].Stm.objgen == copied.objgen
        numbers: Any = pdf.Root.StructTreeRoot.ParentTree.Kids[0].Nums
        owners = dict(zip([int(n) for n in numbers[::2]], list(numbers[1::2]), strict=True))
        assert owners[int(copied.StructParents)][0].objgen == text.objgen
        assert check(shared, pdf, tmp_path) == []


def test_fields_are_named_and_told_of(shared: Path, tmp_path: Path) -> None:
    tagged = Tagged()
    page = tagged.page("Skema")
    fields = [
        tagged.annotate(page, Subtype=Name.Widget, FT=Name.Btn, **keys)
        for keys in ({"T": String("Navn")}, {"T": String("Alder"), "TU": String("Alder i år")}, {})
    ]
    tagged.pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
    with grown(tagged.bytes(tagged.element("P", 0, page=page))) as pdf:
        assert [str(field.TU) for field in pdf.pages[0].obj.Annots] == ["Navn", "Alder i år", "Felt"]
        assert roles(pdf) == ["Document", " Part", "  P", "  Form", "  Form", "  Form"]
        assert check(shared, pdf, tmp_path) == []


@pytest.mark.parametrize(("given_", "wrapped"), [("", True), ("da-DK", False)])
def test_a_document_with_a_language_of_its_own_keeps_it_unless_we_know_better(given_: str, wrapped: bool) -> None:
    tagged = Tagged()
    page = tagged.page("Text")
    data = tagged.bytes(tagged.element("Document", tagged.element("P", 0, page=page), Lang="en-GB"))
    with grown(data, language=given_) as pdf:
        assert roles(pdf) == ["Document", " Part", *(["  Div", "   P"] if wrapped else ["  P"])]
        assert [str(group.Lang) for group in elements(pdf, "Div")] == ["en-GB"] * wrapped


def test_a_tree_deeper_than_any_stack_comes_along() -> None:
    tagged = Tagged()
    page = tagged.page("Dybt nede")
    inner = tagged.element("P", 0, page=page)
    for _ in range(5000):
        inner = tagged.element("Div", inner)
    with grown(tagged.bytes(inner)) as pdf:
        assert len(elements(pdf, "Div")) == 5000


ODD: list[Any] = [None, True, 7, -3, 10**9, String("x"), Name.P, Array([1, Array()]), Dictionary(Type=Name.MCR, MCID=0)]
KEYS = ["/K", "/Pg", "/S", "/P", "/A", "/C", "/ID", "/Alt", "/T", "/Lang", "/Type", "/NS", "/ActualText"]
EDITS = st.tuples(st.integers(0, 11), st.sampled_from(KEYS), st.integers(0, 60))


@given(st.lists(EDITS, max_size=25), st.sampled_from([None, (1,), (2,)]))
def test_any_broken_tree_ends_as_a_sound_one(shared: Path, edits: list[tuple[int, str, int]], pages: Any) -> None:
    tagged = Tagged()
    first, second = tagged.page("a", "b", "c"), tagged.page("d", "e")
    link = tagged.annotate(first, Subtype=Name.Link, Dest=Array([second, Name.Fit]))
    nodes: list[Object] = [tagged.element("Sect") for _ in range(4)]
    nodes += [tagged.element("P", n, page=first) for n in range(3)]
    nodes += [tagged.element("TD", n, page=second, ID=f"x{n}") for n in range(2)]
    nodes += [
        tagged.element("Link", Dictionary(Type=Name.OBJR, Obj=link)),
        tagged.element("H2"),
        tagged.element("Figure"),
    ]
    for node in nodes[1:]:
        nodes[0].K.append(node)
    values: list[Any] = [*nodes, tagged.root, first, second, link, *ODD, *(Array([node, node, 0]) for node in nodes)]
    for at, key, n in edits:
        value = values[n % len(values)]
        if value is None and key in nodes[at]:
            del nodes[at][key]
        elif value is not None:
            nodes[at][key] = value
    with grown(tagged.bytes(nodes[0]), pages=pages) as pdf:
        assert found_wrong(shared, pdf) == []


def found_wrong(shared: Path, pdf: pikepdf.Pdf) -> list[str]:
    import tempfile  # noqa: PLC0415  hypothesis gives no folder of its own

    with tempfile.TemporaryDirectory() as folder:
        return check(shared, pdf, Path(folder))
