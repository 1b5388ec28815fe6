"""What other programs put on the clipboard, and what is made of it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from kkr_desk.errors import UserError
from kkr_desk.rich_text import from_paste, from_plain_text, link_address, sanitise, to_html

CLIPBOARD = Path(__file__).parent / "clipboard"


@pytest.mark.parametrize("program", ["word", "outlook", "libreoffice", "chrome", "google-docs", "excel"])
def test_a_paste_keeps_what_means_something(program: str) -> None:
    source = (CLIPBOARD / f"{program}.html").read_text(encoding="utf-8")
    expected = (CLIPBOARD / f"{program}.expected.html").read_text(encoding="utf-8")
    assert to_html(from_paste(source)) + "\n" == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Bare ord", "<p>Bare ord</p>"),
        ("<p>a</p>\n<p>&nbsp;</p>\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<div>Et<br><br>To<br>Tre</div>", "<p>Et</p>\n<p>To<br>Tre</p>"),
        ("§&nbsp;5 &nbsp;og&nbsp;&nbsp;6&nbsp;", "<p>§\u00a05 og\u00a06</p>"),
        ("<b>a</b><strong>b</strong> <i>c</i>", "<p><strong>ab</strong> <em>c</em></p>"),
        (
            "<a href='https://kl.dk'>K<b>L</b><br>x</a>",
            '<p><a href="https://kl.dk">K<strong>L</strong></a><br><a href="https://kl.dk">x</a></p>',
        ),
        ("a\u030a \u00ad\ufeffb\u200bc \uf0b7", "<p>å bc</p>"),
        ("<pre>et\nto</pre>", "<p>et<br>to</p>"),
        ("<table><tr><td><p>Ramme</p><ul><li>x</li></ul></td></tr></table>", "<p>Ramme</p>\n<ul><li>x</li></ul>"),
        ("<table><tr><td>&nbsp;</td><td></td></tr></table>", ""),
        (
            "<table><caption>Tal</caption><tr><td>a<td>b</table>",
            "<p>Tal</p>\n<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>",
        ),
        (
            "<table><tr><th>a<td>b<tr><td><table><tr><td>d<td>e</table>f</table>",
            (
                "<table><tr><td><p><strong>a</strong></p></td><td><p>b</p></td></tr>"
                "<tr><td><p>d</p><p>e</p><p>f</p></td><td></td></tr></table>"
            ),
        ),
        ("<h2>a</h2><h4>b</h4><h2>c</h2>", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>"),
        ("<h5>alene</h5>", "<h3>alene</h3>"),
        ("<p class=MsoTitle>T</p><p style='mso-outline-level:3'>u</p>", "<h3>T</h3>\n<h4>u</h4>"),
        ("<ul><li>a<li><li>b</ul><ul><li>c</ul>", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
        ("<ol><li>a</ol><ol><li>b</ol>", "<ol><li>a</li></ol>\n<ol><li>b</li></ol>"),
        ("<ol><li>a<li value=7>b</ol>", '<ol><li>a</li></ol>\n<ol start="7"><li>b</li></ol>'),
        ("<ol><li>a<ul><li>b</ul>c</ol>", "<ol><li>a<br>c<ul><li>b</li></ul></li></ol>"),
        ("<ul>" * 9 + "<li>dyb" + "</ul>" * 9, "<ul><li>dyb</li></ul>"),
        ("<p style='mso-list:l0 level1 lfo1'>uden tegn</p>", "<ul><li>uden tegn</li></ul>"),
        (
            "<p style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->iv. <!--[endif]-->fire</p>",
            '<ol start="4"><li>fire</li></ol>',
        ),
        ("<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]>1 <![endif]>Nr</h1>", "<h3>Nr</h3>"),
    ],
)
def test_what_is_kept(source: str, expected: str) -> None:
    assert to_html(from_paste(source)) == expected


@pytest.mark.parametrize(
    "source",
    [
        "<script>x</script><style>x</style><title>x</title><svg><script>x</script></svg><math><mi>x</mi></math>",
        "<img src=https://spor.example/x.gif onerror=x><video src=x>x</video><object data=x>x</object>",
        "<p style='display:none'>x</p><span style='visibility:hidden'>x</span><del>x</del>",
        "<!--x--><![CDATA[x]]><?x?><!DOCTYPE x>",
        "<textarea>x</textarea><select><option>x</select><noscript>x</noscript><template>x</template>",
        "\x00\x01\x1f\u200b\u202e\ufeff\ufffc\ud800&#xFDD0;&#8232;",
    ],
)
def test_nothing_is_left_of_what_is_not_text(source: str) -> None:
    assert to_html(from_paste(source)) == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        " &#14; javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://x.dk/",
        "//x.dk/a",
        "#anker",
        "/relativ",
        "https:///x",
        "https://",
        "https://[x",
        "https://www.kl.dk@example.com/",
        "mailto:",
        "mailto:?subject=x",
        "https://kl.dk/" + "x" * 2000,
    ],
)
def test_a_link_leads_to_the_web_or_a_mailbox_or_is_none(address: str) -> None:
    assert to_html(from_paste(f'<a href="{address}">ord</a>')) == "<p>ord</p>"


def test_styles_run_nothing() -> None:
    source = "<p style=\"width:expression(alert(1));behavior:url(x);font-weight:bold\" class='x' id=y onclick=z>ord</p>"
    assert to_html(from_paste(source)) == "<p><strong>ord</strong></p>"


def test_plain_text_becomes_paragraphs() -> None:
    html = to_html(from_plain_text("  Et\r\n\r\nTo < tre\x0bfire\n<b>fem</b>\u2029"))
    assert html == "<p>Et</p>\n<p>To &lt; tre</p>\n<p>fire</p>\n<p>&lt;b&gt;fem&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("<p>" + "x" * 300_000, "text-too-long"),
        ("x" * 5_000_001, "text-too-long"),
        ("<div>" * 100_000 + "x", "text-too-tangled"),
        ("".join(f"<b id={n}>" for n in range(500)) + "<p>x" * 50_000, "text-too-tangled"),
        ("<table><tr>" + "<td>x" * 21 + "</table>", "text-table-too-large"),
        ("<table>" + "<tr><td>x<td>y" * 2001 + "</table>", "text-table-too-large"),
        ("<table><tr><td>x<td>y</table>" * 2001, "text-table-too-large"),
    ],
)
def test_what_is_too_much_is_refused_with_a_sentence(source: str, code: str) -> None:
    with pytest.raises(UserError) as error:
        from_paste(source)
    assert error.value.code == code


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "blockquote", "span", "li", "b", "font", "o:p"])
def test_deep_nesting_costs_no_stack(tag: str) -> None:
    assert sanitise(f"<{tag}>" * 1_000 + "dybt").count("dybt") == 1


def test_a_span_over_everything_leaves_no_empty_columns() -> None:
    html = sanitise("<table><tr><td colspan=1000>a<tr><td>b<td>c</table>")
    assert html == "<table><tr><td><p>a</p></td><td></td></tr><tr><td><p>b</p></td><td><p>c</p></td></tr></table>"


def test_a_safe_link_gives_up_its_target_and_not_its_reader() -> None:
    inner = "https%3A%2F%2Fkl.dk%2Fa"
    for _ in range(2):
        inner = f"https://eur02.safelinks.protection.outlook.com/?url={inner}&data=anna%40kkr.dk"
        assert link_address(inner) == "https://kl.dk/a"
        inner = quote(inner, safe="")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.kl.dk", "https://www.kl.dk"),
        (" kl.dk/kkr?a=1 ", "https://kl.dk/kkr?a=1"),
        ("HTTPS://KL.dk", "https://KL.dk"),
        ("anna@regionsj.dk", "mailto:anna@regionsj.dk"),
        ("mailto:anna@regionsj.dk?subject=KKR møde", "mailto:anna@regionsj.dk?subject=KKR%20møde"),
        ("https://kl.dk/æøå", "https://kl.dk/æøå"),
        ("ikke en adresse", None),
        ("2.1", None),
    ],
)
def test_an_address_is_completed_as_it_was_meant(typed: str, address: str | None) -> None:
    assert link_address(typed) == address
