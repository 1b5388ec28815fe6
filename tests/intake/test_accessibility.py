"""What is found out of a PDF for those who listen to it; and that nothing in a file stops that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.intake.inspection import inspect_pdf
from kkr_desk.model import Accessibility, FileStatus, PageTags, Rendition, Sha256
from kkr_desk.progress import NullProgress

HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
TEXT = b"BT /F1 12 Tf 72 700 Td (Referat) Tj ET"
TOLD = b"/P <</MCID 0>> BDC " + TEXT + b" EMC"
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" {part}><dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
    "Referat &amp; bilag</rdf:li></rdf:Alt></dc:title>{element}</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def add_page(pdf: Pdf, content: bytes) -> Object:
    page = pdf.add_blank_page(page_size=(595, 842)).obj
    page.Contents = pdf.make_stream(content)
    page.Resources = Dictionary(Font=Dictionary(F1=HELVETICA))
    return page


def element(pdf: Pdf, role: str, page: Object | None = None, **entries: Any) -> Object:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), **entries))
    if page is not None:
        made.Pg = page
    return made


def tag(pdf: Pdf, *kids: Object) -> None:
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array(kids)))


def look(pdf: Pdf, folder: Path) -> Rendition:
    pdf.save(folder / "bilag.pdf", fix_metadata_version=False)
    looked = inspect_pdf(folder / "bilag.pdf", Sha256("0" * 64), 100, draw=False, progress=NullProgress())
    assert looked.status is FileStatus.OK
    return looked


def known(pdf: Pdf, folder: Path) -> Accessibility:
    found = look(pdf, folder).accessibility
    assert found is not None
    return found


@pytest.fixture
def pdf() -> Pdf:
    return pikepdf.new()


def test_a_tagged_file(pdf: Pdf, tmp_path: Path) -> None:
    first, second = add_page(pdf, TOLD), add_page(pdf, TOLD)
    inner = element(
        pdf, "Figure", K=Array([Dictionary(Type=Name.MCR, Pg=second, MCID=0)]), Alt=String("Kort\nover Fyn")
    )
    plain, spoken = element(pdf, "Billede", first, K=0), element(pdf, "Figure", ActualText=String("Søjler"))
    tag(pdf, element(pdf, "Document", K=Array([plain, element(pdf, "P", K=Array([inner, spoken]))])))
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Billede=Name.Figure)
    pdf.Root.Lang = String("DA-dk")
    pdf.docinfo.Title = String("Dagsorden")
    looked = look(pdf, tmp_path)
    found = looked.accessibility
    assert found is not None
    assert [page.tags for page in looked.pages] == [PageTags.TAGGED] * 2
    assert [(f.place, f.page, f.alternate) for f in found.figures] == [
        ("figure:1", 1, ""),
        ("figure:2", 2, "Kort over Fyn"),
        ("figure:3", 0, "Søjler"),
    ]
    assert (found.tagged, found.language, found.title) == (True, "da-DK", "Dagsorden")
    assert (found.untagged, found.scans, found.declared) == ((), (), False)


@pytest.mark.parametrize(
    ("part", "declared"),
    [
        ({"part": 'pdfuaid:part="1"', "element": ""}, True),
        ({"part": "", "element": "<pdfuaid:part>1</pdfuaid:part>"}, True),
        ({"part": 'pdfuaid:part="2"', "element": ""}, False),
        ({"part": "", "element": ""}, False),
    ],
)
def test_what_the_metadata_say(pdf: Pdf, tmp_path: Path, part: dict[str, str], declared: bool) -> None:
    add_page(pdf, TEXT)
    pdf.docinfo.Title = String("Et andet")
    pdf.Root.Metadata = pdf.make_stream(XMP.format(**part).encode(), Type=Name.Metadata, Subtype=Name.XML)
    found = known(pdf, tmp_path)
    assert (found.title, found.declared) == ("Referat & bilag", declared)


def test_pages_that_no_tags_reach(pdf: Pdf, tmp_path: Path) -> None:
    told = add_page(pdf, TOLD)
    add_page(pdf, TEXT)
    add_page(pdf, b"0 0 1 rg 0 0 300 300 re f")
    add_page(pdf, b"1 1 1 rg 0 0 595 842 re f BT /F1 12 Tf ( ) Tj ET BT 3 Tr /F1 12 Tf () Tj ET 0 0 9 9 re n")
    tag(pdf, element(pdf, "P", told, K=0))
    looked = look(pdf, tmp_path)
    assert [page.tags for page in looked.pages] == list(PageTags)
    assert looked.accessibility is not None
    assert (looked.accessibility.untagged, looked.accessibility.scans) == ((2,), (3,))


def test_what_is_known_of_a_page_is_that_without_its_stale_marks(tmp_path: Path) -> None:
    """The export takes them out too: the finished page is held against what was known on arrival."""
    looks = []
    for content in (b"q " + TOLD, b"q " + TEXT):
        with pikepdf.new() as pdf:
            add_page(pdf, content)
            looks.append(look(pdf, tmp_path).pages[0])
    stale, clean = looks
    assert stale.tags is clean.tags is PageTags.TEXT
    assert (stale.open_states, stale.open_marks) == (1, 0)
    assert stale.digest != ""


def test_marks_left_open_are_counted_and_tags_out_of_reach_do_not_count(pdf: Pdf, tmp_path: Path) -> None:
    pages = [add_page(pdf, content) for content in (TOLD.removesuffix(b" EMC"), TOLD + b" Q")]
    tag(pdf, *(element(pdf, "P", page, K=0) for page in pages))
    first, second = look(pdf, tmp_path).pages
    assert (first.tags, first.open_states, first.open_marks) == (PageTags.TAGGED, 0, 1)
    assert (second.tags, second.open_states, second.open_marks) == (PageTags.TEXT, -1, 0)


def embedded(pdf: Pdf) -> Object:
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Egen, FontFile2=pdf.make_stream(b"\0\1\0\0"))
    return Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Egen, FontDescriptor=descriptor)


def type_3(pdf: Pdf) -> Object:
    square = Dictionary(a=pdf.make_stream(b"9 0 0 0 9 9 d1 0 0 9 9 re f"))
    encoding = Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a]))
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]), FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]),
        CharProcs=square, Encoding=encoding, FirstChar=97, LastChar=97, Widths=Array([9]),
    )  # fmt: skip


def test_fonts_that_are_drawn_with_and_not_embedded(pdf: Pdf, tmp_path: Path) -> None:
    page = add_page(pdf, b"/X Do BT /F2 12 Tf 72 600 Td (a) Tj /F3 12 Tf (a) Tj 3 Tr /F4 12 Tf (a) Tj ET")
    courier, unseen, unused = (
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"))
        for name in ("Courier", "Times-Roman", "Symbol")
    )
    inner = pdf.make_stream(
        TEXT.replace(b"F1", b"F9"), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])
    )
    inner.Resources = Dictionary(Font=Dictionary(F9=courier))
    page.Resources = Dictionary(
        XObject=Dictionary(X=inner),
        Font=Dictionary(F2=embedded(pdf), F3=type_3(pdf), F4=unseen, F5=unused),
    )
    assert known(pdf, tmp_path).fonts == ("Courier",)


def test_a_font_of_an_annotations_look(pdf: Pdf, tmp_path: Path) -> None:
    page = add_page(pdf, b"")
    look_of = pdf.make_stream(TEXT, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 90, 20]))
    look_of.Resources = Dictionary(Font=Dictionary(F1=HELVETICA))
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 90, 20]), AP=Dictionary(N=look_of))
    page.Annots = Array([pdf.make_indirect(stamp)])
    assert known(pdf, tmp_path).fonts == ("Helvetica",)


def ring_of_elements(pdf: Pdf) -> None:
    page = add_page(pdf, TOLD)
    first, second = element(pdf, "Figure", page), element(pdf, "Figure", page)
    first.K, second.K = Array([second, first, 0]), Array([first, second])
    tag(pdf, first, first, second)
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(A=Name.B, B=Name.A)


def deep_elements(pdf: Pdf) -> None:
    page = add_page(pdf, TOLD)
    inner = element(pdf, "P", page, K=0)
    for _ in range(5_000):
        inner = element(pdf, "Div", K=inner)
    tag(pdf, inner)


def things_of_other_types(pdf: Pdf) -> None:
    page = add_page(pdf, TEXT)
    wrong = Array([1, String("x"), Name.x, Array([]), True, 2.5])
    pdf.Root.Lang, pdf.Root.Metadata, pdf.Root.MarkInfo = wrong, String("x"), 7
    pdf.docinfo.Title = Dictionary(A=1)
    figure = element(pdf, "Figure", K=wrong, Alt=Name.x, ActualText=wrong, Pg=String("side"))
    tag(pdf, figure, element(pdf, "P", page, K=wrong))
    pdf.Root.StructTreeRoot.RoleMap = wrong
    page.Resources.Font.F1 = pdf.make_indirect(Dictionary(Subtype=7, BaseFont=wrong, FontDescriptor=wrong))
    page.Resources.XObject = Dictionary(A=wrong, B=7)
    page.Resources.Pattern = wrong
    page.Annots = Array([1, Dictionary(Subtype=Name.Stamp, AP=7), Dictionary(Subtype=Name.Stamp, AP=Dictionary(N=7))])


def ring_of_forms(pdf: Pdf) -> None:
    page = add_page(pdf, TEXT)
    form = pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(X=form), Font=Dictionary(F1=HELVETICA))
    page.Resources.XObject = Dictionary(X=form)


def metadata_that_explode(pdf: Pdf) -> None:
    add_page(pdf, TEXT)
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&a11;&f;</x>'
    pdf.Root.Metadata = pdf.make_stream(xml.encode(), Type=Name.Metadata, Subtype=Name.XML)


def metadata_that_are_none(pdf: Pdf) -> None:
    add_page(pdf, TEXT)
    pdf.Root.Metadata = pdf.make_stream(b"\xff\xfe<<<\0", Type=Name.Metadata, Subtype=Name.XML)


@pytest.mark.parametrize(
    "spoil",
    [
        ring_of_elements,
        deep_elements,
        things_of_other_types,
        ring_of_forms,
        metadata_that_explode,
        metadata_that_are_none,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_whatever_stands_in_a_file(pdf: Pdf, tmp_path: Path, spoil: Callable[[Pdf], None]) -> None:
    spoil(pdf)
    looked = look(pdf, tmp_path)
    assert looked.accessibility is not None
    assert (looked.accessibility.title, looked.accessibility.language) == ("", "")
    is_told = spoil in (ring_of_elements, deep_elements)
    assert looked.pages[0].tags is (PageTags.TAGGED if is_told else PageTags.TEXT)
    assert len(looked.accessibility.figures) == (2 if spoil is ring_of_elements else 0)


def test_no_more_pictures_are_listed_than_anybody_describes(pdf: Pdf, tmp_path: Path) -> None:
    page = add_page(pdf, TOLD)
    figures = [element(pdf, "Figure", Alt=String("x" * 2_000)) for _ in range(1_200)]
    tag(pdf, element(pdf, "P", page, K=0), *figures)
    found = known(pdf, tmp_path)
    assert len(found.figures) == 1_000
    assert {len(figure.alternate) for figure in found.figures} == {1_000}
