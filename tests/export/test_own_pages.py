"""The pages we draw: all of it is content of an element or an artifact, in the order it is to be read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Object

from kkr_desk.export.pages import OwnPages, draw_pages
from kkr_desk.export.stamp import stamp_characters
from kkr_desk.export.stamping import read_sample
from kkr_desk.model import Template
from kkr_desk.pdf.tagging.nodes import LinkArea, Marked, Node
from kkr_desk.plan import Plan, make_plan
from kkr_desk.typeface.fonts import measure
from tests.factory import make_agenda

DRAWS = frozenset(["Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "BI"])
ODD = "Hjemme\u2011pleje \U0001f389 \u4e2d\u6587 og \u0645\u0631\u062d\u0628\u0627 i kom\u00admunen\u200b"


def plan_of(*items: tuple[str, list[tuple[str, int]]]) -> Plan:
    return make_plan(make_agenda(items), measure)


def walk(nodes: tuple[Node, ...]) -> Iterator[tuple[int, Node]]:
    """Each node with its depth, in reading order."""
    for node in nodes:
        yield 0, node
        for depth, inner in walk(tuple(kid for kid in node.kids if isinstance(kid, Node))):
            yield depth + 1, inner


def marked_text(own: OwnPages, ahead: int) -> dict[Marked, str]:
    """What each marked-content sequence says, decoded by the fonts' own tables; every code must be in them.

    Fails where something is drawn outside of any.
    """
    said: dict[Marked, str] = {}
    with pikepdf.open(io.BytesIO(own.pdf)) as pdf:
        for number, page in enumerate(list(pdf.pages)[ahead:]):
            tables = {name: codes_of(font) for name, font in page.obj.Resources.Font.items()}
            font, open_marks = "", list[Marked | None]()
            for instruction in pikepdf.parse_content_stream(page):
                operator, operands = str(instruction.operator), list[Any](instruction.operands)
                if operator == "BDC":
                    mcid = operands[1].get("/MCID")
                    open_marks.append(None if mcid is None else Marked(number, int(mcid)))
                elif operator == "EMC":
                    open_marks.pop()
                elif operator == "Tf":
                    font = str(operands[0])
                elif operator in DRAWS:
                    assert open_marks, f"{operator} on page {number + 1} is neither content nor an artifact"
                    if operator == "Tj" and open_marks[0] is not None:
                        text = "".join(tables[font][code] for code in bytes(operands[0]))
                        said[open_marks[0]] = said.get(open_marks[0], "") + text
            assert not open_marks
    return said


def codes_of(font: Object) -> dict[int, str]:
    stated = font.ToUnicode.read_bytes()
    return {int(c, 16): chr(int(u, 16)) for c, u in re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>\n", stated)}


def spoken(node: Node, said: dict[Marked, str]) -> str:
    return "".join(said.get(kid, "") if isinstance(kid, Marked) else "" for kid in node.kids)


def test_the_index_is_read_row_by_row_with_its_links() -> None:
    titles = [(f"Bilag om kommunernes fælles indsats på området, del {n}", 3) for n in range(90)]
    plan = plan_of(("Første sag", titles))
    assert plan.index_pages > 2
    own = draw_pages(plan, stamp_characters(plan.template))
    said = marked_text(own, ahead=1)
    (index,) = own.nodes[0]
    assert (index.role, index.title) == ("Sect", plan.entries[0].text)
    header, heading, contents = (kid for kid in index.kids if isinstance(kid, Node))
    assert (header.role, heading.role, contents.role) == ("P", "H1", "TOC")
    assert spoken(header, said) == "KKR Midtsjælland 14. marts 2025"
    assert spoken(heading, said) == plan.entries[0].text
    assert {node.role for depth, node in walk((contents,)) if depth == 1} == {"TOCI"}
    links = [node for _, node in walk((contents,)) if node.role == "Link"]
    assert [spoken(link, said) for link in links] == [f"{entry.text} {entry.page}" for entry in plan.entries]
    areas = [kid for link in links for kid in link.kids if isinstance(kid, LinkArea)]
    assert areas == list(own.links)
    assert [area.entry for area in areas] == list(range(len(plan.entries)))
    pages = {kid.page for link in links for kid in link.kids if isinstance(kid, Marked)}
    assert pages == set(range(plan.index_pages))


def test_an_item_is_a_heading_where_it_begins_and_a_line_further_on() -> None:
    plan = plan_of(("Første sag", [("Notat", 2), ("Kort", 0)]), ("Anden sag", [("Brev", 1)]))
    own = draw_pages(plan)
    said = marked_text(own, ahead=0)
    told = [[(node.role, spoken(node, said)) for node in nodes] for nodes in own.nodes[1:]]
    assert told == [
        [("H1", "1 Første sag"), ("H2", "Bilag 1: Notat")],
        [],
        [("P", "1 Første sag"), ("H2", "Bilag 2: Kort")],
        [("P", "Bilag 2: Kort"), ("P", Template().slip_text)],
        [("H1", "2 Anden sag"), ("H2", "Bilag 1: Brev")],
        [],
    ]


def test_the_index_alone_has_references_and_no_links() -> None:
    plan = plan_of(("Første sag", [("Notat", 2)]))
    own = draw_pages(plan, index_only=True)
    said = marked_text(own, ahead=0)
    references = [node for _, node in walk(own.nodes[0]) if node.role == "Reference"]
    assert [spoken(node, said) for node in references] == [f"{entry.text} {entry.page}" for entry in plan.entries]
    assert not any(isinstance(kid, LinkArea) for _, node in walk(own.nodes[0]) for kid in node.kids)
    assert own.nodes[1:] == ((), ())


def test_what_the_font_has_not_is_drawn_by_something_else_and_read_as_it_is() -> None:
    plan = plan_of((ODD, [("Notat", 1)]))
    own = draw_pages(plan, stamp_characters(plan.template))
    said = marked_text(own, ahead=1)  # a code that stands for nothing fails here
    row = [spoken(node, said) for _, node in walk(own.nodes[0]) if node.role == "Link"][1]
    assert row == "1 Hjemme-pleje \u2610 \u2610\u2610 og \u2610\u2610\u2610\u2610\u2610 i kommunen 2"
    document = pypdfium2.PdfDocument(own.pdf)
    try:
        text_page = document[1].get_textpage()
        shown = text_page.get_text_range()
        text_page.close()
    finally:
        document.close()
    assert "Hjemme\u2011pleje" in shown
    assert "\u4e2d\u6587" in shown


def test_stamps_of_characters_the_font_has_not_can_be_drawn() -> None:
    plan = make_plan(make_agenda(), measure, Template(stamp_format="\u200b\u4e2d {page}/{pages}"))
    wanted = stamp_characters(plan.template)
    with pikepdf.open(io.BytesIO(draw_pages(plan, wanted).pdf)) as pdf:
        codes, font = read_sample(pikepdf.Page(pdf.pages[0].obj), wanted)
        drawn = {char: "".join(codes_of(font)[code] for code in codes[char]) for char in wanted}
    assert drawn == {char: {"\u200b": " ", "\u4e2d": "\u2610"}.get(char, char) for char in wanted}


@pytest.mark.parametrize("samples", ["", "0123456789"])
def test_the_same_plan_is_drawn_the_same(samples: str) -> None:
    plan = plan_of(("Første sag", [("Notat", 2), (ODD, 1)]))
    assert draw_pages(plan, samples) == draw_pages(plan, samples)
