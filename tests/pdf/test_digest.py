"""The hash of a page stays when the file is written anew, and changes with anything the page shows."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from kkr_desk.pdf.digest import Digester


def page_pdf() -> Pdf:
    """Two pages that share a font; the first has a form XObject, a pattern that leads back to itself, a link."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Note=String("5 0 R"))
    )
    for n in range(2):
        page = pdf.add_blank_page(page_size=(300, 400)).obj
        page.Contents = Array([pdf.make_stream(b"q"), pdf.make_stream(b"BT /F1 9 Tf (side %d) Tj ET Q" % n)])
        page.Resources = Dictionary(Font=Dictionary(F1=font))
    first = pdf.pages[0].obj
    form = pdf.make_stream(b"0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
    form.Resources = Dictionary(XObject=Dictionary(Self=form), ExtGState=Dictionary(G=Dictionary(ca=0.5)))
    form.StructParent = 3
    first.Resources.XObject = Dictionary(X=form)
    second = pdf.pages[1].obj
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=Array([second, Name.Fit]))
    first.Annots = Array([pdf.make_indirect(link)])
    return pdf


def again(pdf: Pdf, **options: Any) -> Pdf:
    """The document written and read."""
    out = io.BytesIO()
    pdf.save(out, **options)
    return pikepdf.open(out)


def digests(pdf: Pdf) -> tuple[str, str, str]:
    digester = Digester(pdf)
    return digester.page(0), digester.page(1), digester.annotations(0)


def test_pages_differ_from_each_other() -> None:
    with page_pdf() as pdf:
        first, second, links = digests(pdf)
        assert len({first, second, links}) == 3
        assert Digester(pdf).annotations(1) == ""


@pytest.mark.parametrize("mode", list(pikepdf.ObjectStreamMode.__members__.values()))
def test_writing_anew_changes_nothing(mode: pikepdf.ObjectStreamMode) -> None:
    with page_pdf() as pdf:
        options = {"object_stream_mode": mode, "compress_streams": False}
        with again(pdf, **options) as once, again(once, linearize=True, compress_streams=False) as twice:
            assert digests(once) == digests(pdf) == digests(twice)


def test_copying_behind_other_pages_changes_nothing_but_where_links_count_from() -> None:
    with page_pdf() as pdf, pikepdf.new() as other:
        other.add_blank_page()
        for page in pdf.pages:
            other.copy_foreign(page.obj)
        other.pages.extend(pdf.pages)
        with again(other, compress_streams=False) as copied:
            digester = Digester(copied)
            assert (digester.page(1), digester.page(2), digester.annotations(1, 1)) == digests(pdf)
            assert digester.annotations(1, 0) != digests(pdf)[2]


def reorder_resources(page: Any) -> None:
    page.Resources = Dictionary(dict(reversed(list(page.Resources.items()))))


def renumber_structure(page: Any) -> None:
    page.Resources.XObject.X.StructParent = 77


@pytest.mark.parametrize("change", [reorder_resources, renumber_structure])
def test_what_nobody_sees_does_not_count(change: Callable[[Any], None]) -> None:
    with page_pdf() as pdf:
        before = digests(pdf)
        change(pdf.pages[0].obj)
        assert digests(pdf) == before


CHANGES: dict[str, Callable[[Any], None]] = {
    "content": lambda page: page.Contents[1].write(b"BT ET Q"),
    "order of contents": lambda page: page.__setattr__("Contents", Array([page.Contents[1], page.Contents[0]])),
    "box": lambda page: page.__setattr__("CropBox", Array([0, 0, 100, 100])),
    "rotation": lambda page: page.__setattr__("Rotate", 90),
    "unit": lambda page: page.__setattr__("UserUnit", 2),
    "font": lambda page: page.Resources.Font.F1.__setattr__("BaseFont", Name.Courier),
    "name of a font": lambda page: page.Resources.__setattr__("Font", Dictionary(F2=page.Resources.Font.F1)),
    "a string like a reference": lambda page: page.Resources.Font.F1.__setattr__("Note", String("6 0 R")),
    "form": lambda page: page.Resources.XObject.X.write(b"0 0 10 11 re f"),
    "state of a form": lambda page: page.Resources.XObject.X.Resources.ExtGState.G.__setattr__("ca", 1),
    "lost resources": lambda page: page.__delattr__("Resources"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_seen_counts(change: Callable[[Any], None]) -> None:
    with page_pdf() as pdf:
        before = Digester(pdf).page(0)
        change(pdf.pages[0].obj)
        assert Digester(pdf).page(0) != before


ANNOTATIONS: dict[str, Callable[[Any], None]] = {
    "place": lambda page: page.Annots[0].__setattr__("Rect", Array([1, 0, 9, 9])),
    "target": lambda page: page.Annots[0].__setattr__("Dest", Array([page, Name.Fit])),
    "hidden": lambda page: page.Annots[0].__setattr__("F", 2),
    "gone": lambda page: page.__setattr__("Annots", Array()),
}


@pytest.mark.parametrize("change", ANNOTATIONS.values(), ids=ANNOTATIONS)
def test_annotations_count(change: Callable[[Any], None]) -> None:
    with page_pdf() as pdf:
        before = Digester(pdf).annotations(0)
        change(pdf.pages[0].obj)
        assert Digester(pdf).annotations(0) != before


def test_links_that_do_not_come_along_do_not_count() -> None:
    with page_pdf() as pdf:
        before = Digester(pdf).annotations(0)
        launch = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.Launch))
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(launch))
        assert Digester(pdf).annotations(0) == before


def test_an_empty_stream_is_written_without_its_packing() -> None:
    with page_pdf() as pdf:
        form: Any = pdf.pages[0].obj.Resources.XObject.X
        form.write(b"", filter=Name.FlateDecode)
        pdf.pages[1].obj.Contents = pdf.make_stream(b"", Filter=Name.FlateDecode)
        with again(pdf, compress_streams=False) as copied:
            assert digests(copied) == digests(pdf)


def test_a_type_in_a_string_hides_nothing() -> None:
    with page_pdf() as pdf:
        font: Any = pdf.pages[0].obj.Resources.Font.F1
        font.Note = String("/Type /Page ")
        before = Digester(pdf).page(0)
        font.BaseFont = Name.Courier
        assert Digester(pdf).page(0) != before
