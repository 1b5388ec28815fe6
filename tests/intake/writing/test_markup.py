from __future__ import annotations

import base64
import io
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.writing.blocks import PageBreak, Paragraph, Picture, Rule, Table, Words, plain_words
from kkr_desk.intake.writing.markup import Markup, read_markup
from kkr_desk.intake.writing.pictures import sound_picture


def png(width: int = 40, height: int = 20) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (10, 90, 160)).save(out, "PNG")
    return out.getvalue()


def said(html: str) -> list[str]:
    """What each paragraph says, with its role, label and place where they are not the usual ones."""
    lines = []
    for block in read_markup(html).blocks:
        if isinstance(block, Table):
            lines.append(" / ".join(" | ".join(plain_words(cell.paragraphs) for cell in row) for row in block.rows))
        elif isinstance(block, Paragraph):
            mark = f"{'>' * block.quotes}{' ' * block.indent}{block.label}{block.role if block.role[0] == 'H' else ''}"
            lines.append(f"{mark} {plain_words([block])}".strip())
        else:
            lines.append(type(block).__name__)
    return lines


def pictures(markup: Markup) -> list[Picture]:
    paragraphs = [block for block in markup.blocks if isinstance(block, Paragraph)]
    return [inline for block in paragraphs for inline in block.inlines if isinstance(inline, Picture)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Kære &aelig;ble</p>løs tekst", ["Kære æble", "løs tekst"]),
        ("<div>en</div><div>to<br>tre</div>", ["en", "to tre"]),
        ("<h1>Titel</h1><h4>Under</h4>", ["H1 Titel", "H4 Under"]),
        ("<ol start=3><li>tre<li>fire<ul><li>a</ul></ol>", ["3. tre", "4. fire", "– a"]),
        ("<blockquote>en<blockquote><p>to</blockquote></blockquote>", ["> en", ">> to"]),
        ("<p>en<hr><p>to", ["en", "Rule", "to"]),
        ("<pre>a  b\n\tc</pre>", ["a b c"]),
        ("<p>a</p><br><br><p>&nbsp;</p><p>b</p>", ["a", "", "b"]),
        ("<p>et<br style='page-break-before:always'>to", ["et", "PageBreak", "to"]),
        ("<table border=1><tr><td>a<td>b<tr><td>c<td>d</table>", ["a | b / c | d"]),
        ("<table><tr><td>kun<tr><td>ramme</table>", ["kun", "ramme"]),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", ["a | b", "c"]),
        ("<table border=1><tr><td rowspan=2>a<td>b<tr><td>c</table>", ["a | b /  | c"]),
        ("<table border=1><tr><td colspan=2>a<tr><td>b<td>c</table>", ["a / b | c"]),
        ("<table><tr><td>a<td>&nbsp;<td>b<tr><td>c<td><td>d</table>", ["a | b / c | d"]),
        ("<table><caption>Navn</caption><tr><td>a<td>b</table>", ["Navn", "a | b"]),
        ("<p style='display:none'>skjult</p><p hidden>skjult</p><span style='mso-hide:all'>x</span>ses", ["ses"]),
        ("<style>p{}</style><script>alert(1)</script><p>ses<svg><text>x</text></svg>", ["ses"]),
        ("<title>T</title><p>ord\u200b\u202egnal", ["ordgnal"]),
        ("", []),
    ],
)
def test_html_is_read_as_people_see_it(html: str, expected: list[str]) -> None:
    assert [line.replace("\u00a0", " ") for line in said(html)] == expected


def test_looks_and_links() -> None:
    html = (
        "<b>fed</b><i>skrå</i><span style='font-weight:700;text-decoration:underline'>fu</span>"
        "<s>ud</s><code>kode</code>"
        "<a href='HTTPS://kl.dk/a'>KL</a><a href='javascript:alert(1)'>nej</a><a href='file:///c:/x'>fil</a>"
    )
    (block,) = read_markup(html).blocks
    assert isinstance(block, Paragraph)
    looks = {words.text: words.look for words in block.inlines if isinstance(words, Words)}
    assert looks["fed"].bold
    assert looks["skrå"].italic
    assert looks["fu"].bold
    assert looks["fu"].underlined
    assert looks["ud"].struck
    assert looks["kode"].fixed
    assert looks["KL"].href == "https://kl.dk/a"
    assert looks["nej"].href == looks["fil"].href == ""


def test_pictures_that_came_along_are_shown_and_others_said() -> None:
    inlined = base64.b64encode(png()).decode()
    markup = read_markup(
        f"<img src='cid:a' width=100 alt='Graf'><img src='data:image/png;base64,{inlined}'>"
        "<img src='http://x.dk/a.png' alt='Logo'><img src='//x.dk/b.png'><img src='file:///etc/passwd'>"
        "<img src='http://x.dk/sporing.gif' width=1 height=1><img src='cid:b'>",
        {"cid:a": png(), "cid:b": b"\x89PNG broken"}.get,
    )
    shown = pictures(markup)
    assert [(picture.width, picture.height, picture.alternate) for picture in shown] == [
        (75, 37.5, "Graf"),
        (30, 15, ""),
    ]
    assert markup.shown == {"cid:a", "data:image/inlined,0"}
    assert markup.fetched == 2
    text = plain_words(block for block in markup.blocks if isinstance(block, Paragraph))
    assert "[Billede hentet fra nettet er udeladt: Logo]" in text
    assert text.count("hentet fra nettet er udeladt") == 2
    assert text.count("[Billede, der ikke fulgte med, er udeladt]") == 2


def test_pictures_are_bounded_and_tell_no_place() -> None:
    assert sound_picture(png(3000, 100)).data != png(3000, 100)  # type: ignore[union-attr]
    assert sound_picture(b"") is None
    assert sound_picture(b"P6\n1 1\n255\nabc") is None
    bomb = io.BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    assert sound_picture(bomb.getvalue()) is None
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F], exif[0x0112] = "Kamera", 6
    Image.new("RGB", (30, 10), "red").save(out, "JPEG", exif=exif)
    turned = sound_picture(out.getvalue())
    assert turned is not None
    assert (turned.width, turned.height) == (7.5, 22.5)
    assert b"Kamera" not in turned.data


def test_a_title_is_its_own_or_its_first_heading() -> None:
    assert read_markup("<title> Notat &amp;\n mere </title><h1>H</h1>").title == "Notat & mere"
    assert read_markup("<p>x<h2>Over<b>skrift</b></h2>").title == "Overskrift"
    assert read_markup("<p>x").title == ""


@pytest.mark.parametrize(
    "html",
    [
        "<b>" * 100_000,
        "<div>" * 200_000,
        "<table><tr><td>" * 30_000,
        "<p>x" * 2_500_000,
        "<table>" + "<tr><td>x" * 8_000,
        "<!--" * 300_000,
        "<title" + "x" * 500_000,
        "<p style='" + "a:b;" * 300_000 + "'>x",
        "data:image/png;base64," * 60_000,
    ],
)
def test_tangles_cost_little(html: str) -> None:
    begun = time.process_time()
    with suppress(Refused):
        read_markup(html)
    assert time.process_time() - begun < 4


@given(st.text(alphabet="<>/=\"' abtdrpiu&;#\u00e6\x00", max_size=120))
@settings(max_examples=80)
def test_any_text_is_some_markup(html: str) -> None:
    assert read_markup(html).fetched == 0


ELEMENTS = (
    "<table>", "<tr>", "<td>", "<td colspan=3>", "<td rowspan=2>", "</td>", "</table>", "<li>", "<ul>", "</ul>", "<p>",
    "</p>", "x", "<br>", "<hr>", "<img src=q>", "<blockquote>", "<pre>", "<h2>", "<caption>",
)  # fmt: skip


@given(st.lists(st.sampled_from(ELEMENTS), max_size=30))
@settings(max_examples=120)
def test_any_elements_are_some_blocks(parts: list[str]) -> None:
    for block in read_markup("".join(parts)).blocks:
        assert isinstance(block, Paragraph | Table | Rule | PageBreak)
        if isinstance(block, Table):
            assert len({sum(cell.columns for cell in row) for row in block.rows}) == 1
