"""Laws of the texts: one content, one value, one string of bytes; and nothing in it but the subset."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from kkr_desk.rich_text import Document, from_paste, from_plain_text, parse, plain_text, sanitise, to_html
from kkr_desk.rich_text.arranging import arrange, loose_table, loosen, within_cell
from kkr_desk.rich_text.document import Heading, Table
from tests.rich_text.documents import documents, loose

TAGS = {"p", "h3", "h4", "strong", "em", "ul", "ol", "li", "table", "tr", "th", "td", "a", "br"}
ATTRIBUTES = {("a", "href"), ("ol", "start")}
ADDRESS = re.compile(r"(https?://|mailto:)[^\s\"<>]+")

CLOSED = [*sorted(TAGS - {"br", "a"}), "h1", "b", "i", "div", "span", "pre", "del", "svg"]
PIECES = st.sampled_from(
    [
        *(
            f"<{tag}>"
            for tag in [
                "p",
                "h1",
                "h4",
                "b",
                "i",
                "strong",
                "em",
                "ul",
                "ol",
                "li",
                "table",
                "tr",
                "td",
                "th",
                "thead",
                "br",
                "a",
                "div",
                "span",
                "pre",
                "del",
                "svg",
                "o:p",
            ]
        ),
        *(
            f"</{tag}>"
            for tag in [
                "p",
                "h1",
                "h4",
                "b",
                "i",
                "strong",
                "em",
                "ul",
                "ol",
                "li",
                "table",
                "tr",
                "td",
                "th",
                "div",
                "span",
                "pre",
                "del",
                "svg",
            ]
        ),
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>",
        "<span style='mso-list:Ignore'>",
        "<![if !supportLists]>",
        "<![endif]>",
        "<!--[if gte mso 9]>",
        "<li value=7>",
        "<ol start=12>",
        "<td colspan=3 rowspan=2>",
        "<a href='https://kl.dk/?a=1&amp;b=2'>",
        "<a href='javascript:alert(1)'>",
        "<b style='font-weight:normal'>",
        "<span style='font-weight:700;font-style:italic'>",
        "<script>",
        "<img src=x onerror=alert(1)>",
        "&nbsp;",
        "&#x2028;",
        "&lt;p&gt;",
        "a",
        " b ",
        "\n",
        "1. ",
        "\x0b",
        "\ud800",
        "\u0301",
    ]
)
SOURCES = st.one_of(st.text(max_size=40), st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=25).map("".join))


class Reader(HTMLParser):
    """Fails on any tag or attribute outside of the subset."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert (tag, name) in ATTRIBUTES
            assert name != "href" or ADDRESS.fullmatch(value or "")
            assert name != "start" or (value or "").isdecimal()

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


@given(SOURCES)
@example("<ul><ul><ul><li>a</ul></ul><li>b</ul>")
@example("<table><tr><td rowspan=9 colspan=9>a<td>b<tr><td>c</table>")
@example("a\u00a0 b\u00a0<b>\u00a0c</b>\u00a0d")
def test_cleaning_what_is_clean_changes_nothing(source: str) -> None:
    once = sanitise(source)
    assert sanitise(once) == once


@given(SOURCES)
def test_only_the_subset_comes_out(source: str) -> None:
    for html in (sanitise(source), to_html(from_paste(source))):
        reader = Reader()
        reader.feed(html)
        reader.close()
        assert re.search("[\x00-\x09\x0b-\x1f\u2028\u2029\u200b\ufffc]", html) is None


@given(documents)
def test_a_document_survives_its_html(document: Document) -> None:
    html = to_html(document)
    assert parse(html) == document
    assert sanitise(html) == html


@given(documents)
def test_pasting_our_own_html_gives_the_same_text(document: Document) -> None:
    pasted = from_paste(to_html(document))
    if not any(isinstance(block, Table | Heading) for block in document.blocks):
        assert pasted == document
    assert plain_text(pasted).split() == plain_text(document).split()


@given(loose)
def test_arranging_what_is_arranged_changes_nothing(blocks) -> None:
    document = arrange(blocks)
    again = [loose_table(block) if isinstance(block, Table) else block for block in loosen(document)]
    assert arrange(again) == document


@given(documents)
def test_a_cell_takes_every_word(document: Document) -> None:
    inside = within_cell(document)
    assert not any(isinstance(block, Table | Heading) for block in inside.blocks)
    assert plain_text(inside).split() == plain_text(document).split()


@given(st.text())
def test_plain_text_keeps_its_lines(text: str) -> None:
    document = from_plain_text(text)
    assert from_plain_text(plain_text(document)) == document
