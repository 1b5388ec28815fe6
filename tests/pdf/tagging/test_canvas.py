"""What is drawn on a tagged canvas is content of an element or an artifact, and its structure is noted."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from kkr_desk.export.structure.word_breaks import with_spaces
from kkr_desk.index import Weight
from kkr_desk.pdf.tagging.canvas import TaggedCanvas
from kkr_desk.pdf.tagging.nodes import LinkArea, Marked, Node, box, numbering, scope, write_structure
from kkr_desk.typeface.fonts import font_name


def make_canvas(out: io.BytesIO, ahead: int = 0) -> TaggedCanvas:
    font = font_name(Weight.REGULAR)
    return TaggedCanvas(out, ahead=ahead, pagesize=(300, 400), invariant=1, initialFontName=font, pageCompression=0)


def test_minutes_can_be_told_with_lists_and_tables() -> None:
    out = io.BytesIO()
    canvas = make_canvas(out)
    with canvas.element("Table"):
        with canvas.element("TR"), canvas.tagged("TH", attributes=scope("Column")):
            canvas.drawString(10, 300, "Navn")
        with canvas.element("TR"), canvas.tagged("TD"):
            canvas.drawString(10, 280, "Åse")
    canvas.showPage()
    with canvas.element("L", attributes=numbering("Decimal")), canvas.element("LI"):
        with canvas.tagged("Lbl"):
            canvas.drawString(10, 300, "1. ")
        with canvas.element("LBody"), canvas.tagged("P", language="en"):
            canvas.drawString(30, 300, "Welcome")
    with canvas.artifact():
        canvas.line(10, 10, 200, 10)
    canvas.showPage()
    nodes = canvas.noted()
    canvas.save()
    assert [node.role for node in nodes] == ["Table", "L"]
    assert canvas.noted() == ()

    with pikepdf.open(out) as pdf:
        write_structure(pdf, nodes)
        table, listed = pdf.Root.StructTreeRoot.K[0].K.as_list()
        head = table.K[0].K[0]
        assert (str(head.S), str(head.A.O), str(head.A.Scope), int(head.K[0])) == ("/TH", "/Table", "/Column", 0)
        assert str(listed.A.ListNumbering) == "/Decimal"
        body = listed.K[0].K[1].K[0]
        assert (str(body.Lang), body.Pg.objgen, int(body.K[0])) == ("en", pdf.pages[1].obj.objgen, 1)
        contents = [page.Contents.read_bytes() for page in pdf.pages]
        for content in contents:
            assert len(re.findall(rb"BDC", content)) == len(re.findall(rb"EMC", content))
        assert re.search(rb"/Artifact <</Type /Layout>> BDC\s[^E]* l S\s+EMC", contents[1])


def test_an_element_goes_on_over_pages_and_pages_ahead_do_not_count() -> None:
    canvas = make_canvas(io.BytesIO(), ahead=1)
    canvas.showPage()
    with canvas.element("TOC", title="Indhold"):
        for entry in range(2):
            with canvas.element("Link"):
                with canvas.content():
                    canvas.drawString(10, 10, "side")
                canvas.link_area((1, 2, 3, 4), entry)
                canvas.link_area((1, 2, 3, 4), entry, noted=False)
            canvas.showPage()
    links = [Node("Link", (Marked(page, 0), LinkArea(page, (1, 2, 3, 4), page))) for page in range(2)]
    assert canvas.noted() == (Node("TOC", tuple(links), title="Indhold"),)


def test_a_figure_says_where_it_stands() -> None:
    stated = box((10.00049, 20, 30, 40)).dictionary()
    assert (str(stated.O), str(stated.Placement)) == ("/Layout", "/Block")
    assert [float(side) for side in stated.BBox.as_list()] == [10.0, 20.0, 30.0, 40.0]


@pytest.mark.parametrize(
    ("text", "lines", "spaced"),
    [
        ("Notat om  botilbud", ("Notat om", "botilbud"), ("Notat om ", "botilbud")),
        ("Plan 2024-2027 i alt", ("Plan 2024-", "2027 i", "alt"), ("Plan 2024-", "2027 i ", "alt")),
        ("arbejdsmarkedet", ("arbejds", "markedet"), ("arbejds", "markedet")),
        ("§\u00a05 og mere", ("§\u00a05 og", "me…"), ("§\u00a05 og ", "me…")),
        ("", ("",), ("",)),
    ],
)
def test_a_line_ends_in_the_space_that_stood_there(text: str, lines: tuple[str, ...], spaced: tuple[str, ...]) -> None:
    assert with_spaces(text, lines) == spaced
