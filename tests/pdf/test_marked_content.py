"""Marks are taken out of content without touching anything else of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.pdf.content import UNREADABLE, page_streams
from kkr_desk.pdf.digest import Digester
from kkr_desk.pdf.marked_content import (
    content_bytes,
    form_identifiers,
    is_all_marked,
    open_marks,
    page_identifiers,
    strip_marks,
    without_marks,
)

STRIPPED = {
    b"/P <</MCID 0>> BDC (a) Tj EMC": b"  (a) Tj  ",
    b"/P<</MCID 0>>BDC(a)Tj EMC": b" (a)Tj  ",
    b"/Artifact BMC (a) Tj EMC (b) Tj": b"  (a) Tj   (b) Tj",
    b"/P /MC0 BDC (a) Tj EMC": b"  (a) Tj  ",
    b"/Here MP /There <</A (b)>> DP": b"   ",
    b"(a) Tj EMC EMC": b"(a) Tj    ",
    b"/P BMC (a) Tj": b"  (a) Tj",
    b"/P <</A <</B [(x) <4142> (EMC (q))]>>>> BDC EMC": b"   ",
    b"/P %note\n<</MCID 0 %>>\n>> BDC EMC": b"   ",
    b"/OC /L0 BDC /P <</MCID 1>> BDC (a) Tj EMC EMC": b"/OC /L0 BDC   (a) Tj   EMC",
    b"/P BMC /OC /L0 BDC EMC EMC": b"  /OC /L0 BDC EMC  ",
    b"/Span <</ActualText (fi) /MCID 7>> BDC (a) Tj EMC": b" /Span <</ActualText (fi) >> BDC (a) Tj EMC",
    b"/Span /Spoken BDC (a) Tj EMC": b" /Span /Spoken BDC (a) Tj EMC",
    b"(EMC) Tj /P BMC [(BMC) 3 <41>] TJ EMC": b"(EMC) Tj   [(BMC) 3 <41>] TJ  ",
    b"((nested (EMC) ) BMC) Tj /EMC gs EMC": b"((nested (EMC) ) BMC) Tj /EMC gs  ",
    b"BI /W 4 /H 1 /CS /G /BPC 8 ID EMC \nEI /P BMC EMC": b"BI /W 4 /H 1 /CS /G /BPC 8 ID EMC \nEI    ",
}

UNMADE = (b"BMC (a) Tj", b"/P (b) BDC", b"(a EMC", b"/P <</MCID 0 BDC EMC", b") EMC")

LISTS = Dictionary(
    Properties=Dictionary(
        Spoken=Dictionary(ActualText=String("fi")),
        MC0=Dictionary(MCID=4),
        MC1=Dictionary(MCID=5, ActualText=String("")),
    )
)


@pytest.mark.parametrize("content", STRIPPED, ids=repr)
def test_marks_are_taken_out(content: bytes) -> None:
    assert without_marks(content, LISTS) == STRIPPED[content]


@pytest.mark.parametrize("content", UNMADE, ids=repr)
def test_what_cannot_be_made_out_is_left_alone(content: bytes) -> None:
    assert without_marks(content) is None


@given(st.binary(max_size=200).map(lambda data: data + b" EMC /P BMC"))
def test_any_bytes_get_an_answer(content: bytes) -> None:
    stripped = without_marks(content)
    assert stripped is None or len(stripped) <= len(content) + 3


PIECES = [b"(a) Tj", b"/P <</MCID 3>> BDC", b"/A BMC", b"EMC", b"q", b"[(b) 2] TJ", b"/OC /L BDC", b"0 0 9 9 re f"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_only_the_marks_go(pieces: Sequence[bytes]) -> None:
    stripped = without_marks(b"\n".join(pieces))
    assert stripped is not None
    marks = (b"/P", b"<<", b"/A", b"EMC", b"/OC", b"BDC", b"BMC", b"/L", b"3>>")
    left = [word for word in stripped.split() if not word.startswith(marks)]
    assert left == [word for piece in pieces for word in piece.split() if not word.startswith(marks)]
    assert stripped.count(b"/OC") == pieces.count(b"/OC /L BDC")
    assert without_marks(stripped) == stripped


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"/Artifact BMC 0 0 9 9 re f EMC", True),
        (b"/Artifact <</Type /Layout>> BDC q EMC", True),
        (b"/Artifact BMC (a) Tj EMC (b) Tj", False),
        (b"/P BMC (a) Tj EMC", False),
        (b"(Artifact) Tj", False),
        (b"", False),
        (b"/Artifact BMC (a", False),
    ],
)
def test_all_is_marked_where_nothing_is_painted_outside(content: bytes, told: bool) -> None:
    assert is_all_marked(content) is told


def one_page(*streams: bytes, resources: Object | None = None) -> Pdf:
    pdf = pikepdf.new()
    page = pdf.add_blank_page().obj
    page.Contents = Array([pdf.make_stream(stream) for stream in streams])
    page.Resources = resources or Dictionary()
    return pdf


def test_identifiers_stand_in_content_and_in_property_lists() -> None:
    with one_page(
        b"/P <</MCID 0>> BDC EMC /P <</Lang (da) /MCID", b"12>>BDC EMC /P /MC0 BDC EMC", resources=LISTS
    ) as pdf:
        assert page_identifiers(pdf.pages[0].obj) == {0, 12, 4}


def test_marks_left_open_are_counted() -> None:
    for content, count in {
        b"/P BMC": 1,
        b"/P BMC /Q BMC EMC": 1,
        b"EMC /P BMC": 1,
        b"(a) Tj": 0,
        b"/P BMC (": 0,
    }.items():
        with one_page(content) as pdf:
            assert open_marks(pdf.pages[0].obj) == count


def form(pdf: Pdf, content: bytes, **drawn: Any) -> Object:
    resources = Dictionary(XObject=Dictionary({f"/{name}": held for name, held in drawn.items()}))
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Resources=resources)


def test_forms_are_stripped_for_this_page_only() -> None:
    with one_page(b"/P BMC /Fm Do EMC") as pdf:
        inner = form(pdf, b"/P <</MCID 1>> BDC (inderst) Tj EMC")
        outer = form(pdf, b"/In Do", In=inner)
        outer.Resources.XObject.Ring = outer
        other = form(pdf, b"/OC /L BDC EMC")
        resources = pdf.make_indirect(Dictionary(XObject=Dictionary(Fm=outer, Other=other)))
        pdf.add_blank_page()
        first, second = (page.obj for page in pdf.pages)
        first.Resources = second.Resources = resources
        known: dict[tuple[int, int], Object | None] = {}
        assert strip_marks(pdf, first, known)
        assert b"MCID" in second.Resources.XObject.Fm.Resources.XObject.In.read_bytes()
        made = first.Resources.XObject.Fm
        assert made.Resources.XObject.In.read_bytes() == b"  (inderst) Tj  "
        assert made.Resources.XObject.Ring.is_same_object_as(made)
        assert first.Resources.XObject.Other.is_same_object_as(other)
        assert strip_marks(pdf, second, known)
        assert second.Resources.XObject.Fm.is_same_object_as(made)
        assert not strip_marks(pdf, second, known)
        assert form_identifiers(inner) == {1}


def test_a_page_without_marks_or_that_cannot_be_made_out_stays() -> None:
    for content in (b"(a) Tj", b"", b"/P BMC (uden slutning"):
        with one_page(content) as pdf:
            before = pdf.pages[0].obj.unparse()
            assert not strip_marks(pdf, pdf.pages[0].obj)
            assert pdf.pages[0].obj.unparse() == before
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page().obj
        page.Contents = pdf.make_stream(b"intet zip EMC", Filter=Name.FlateDecode)
        assert not strip_marks(pdf, page)
        assert open_marks(page) == 0
        assert page_identifiers(page) == frozenset()


def test_stripping_is_the_same_each_time() -> None:
    def digest() -> str:
        with one_page(b"/P <</MCID 0>> BDC (a) Tj /Fm Do EMC") as pdf:
            pdf.pages[0].obj.Resources.XObject = Dictionary(Fm=form(pdf, b"/A BMC EMC"))
            strip_marks(pdf, pdf.pages[0].obj)
            return Digester(pdf).page(0)

    assert digest() == digest()


def test_real_pages_paint_the_same_without_their_marks(shared: Path) -> None:
    files = sorted((shared / "corpus" / "pdf").glob("*.pdf"))
    looked = 0
    for file in random.Random(5).sample(files, len(files)):
        if looked > 12:
            break
        try:
            pdf = pikepdf.open(file)
        except (*UNREADABLE, pikepdf.PasswordError):
            continue
        with pdf:
            page = pdf.pages[0].obj if len(pdf.pages) else Dictionary()
            try:
                marked = b"BDC" in content_bytes(page)
            except UNREADABLE:
                continue
            if marked:
                looked += 1
                before = painting(page)
                assert strip_marks(pdf, page) or not page_identifiers(page), file.name
                assert painting(page) == before, file.name
    assert looked > 12


def painting(page: Object) -> list[str]:
    """What a page's content does, as another parser reads it, but for marks."""
    marks = {"BDC", "BMC", "EMC", "MP", "DP"}
    assert page_streams(page)
    return [
        f"{[str(operand) for operand in instruction.operands]} {instruction.operator}"
        for instruction in pikepdf.parse_content_stream(pikepdf.Page(page))
        if str(instruction.operator) not in marks
    ]
