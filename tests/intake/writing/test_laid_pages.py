from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kkr_desk.index import Weight
from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.writing import pages
from kkr_desk.intake.writing.blocks import Block, Break, Look, Paragraph, Words
from kkr_desk.intake.writing.lines import set_lines, text_width
from kkr_desk.intake.writing.markup import read_markup
from kkr_desk.intake.writing.measures import PAGE
from kkr_desk.intake.writing.pages import lay_out
from kkr_desk.model import FileStatus
from kkr_desk.progress import NullProgress
from tests.intake.laid import pages_of, text_of


def laid(html: str, folder: Path) -> Path:
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "blue").save(picture, "PNG")
    markup = read_markup(html, {"cid:a": picture.getvalue()}.get)
    lay_out(markup.blocks, folder / "ud.pdf", title=markup.title, progress=NullProgress())
    return folder / "ud.pdf"


ALL = (
    "<title>Notat</title><h1>Overskrift</h1><p>Tekst med <b>fed</b>, <i>skrå Ж</i> og "
    "<a href='https://kl.dk/x'>et link</a> 😀"
    "<ul><li>punkt et<li>punkt to</ul><blockquote>citat</blockquote><hr><pre>kode  her</pre><img src=cid:a alt=Graf>"
    "<table border=1><tr><th>Navn<th>Tal<tr><td>Køge<td>12</table>"
)


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    first = laid(ALL, tmp_path).read_bytes()
    assert laid(ALL, tmp_path).read_bytes() == first


def test_what_is_laid_out_is_tagged_and_its_links_lead_on(tmp_path: Path) -> None:
    with pikepdf.open(laid(ALL, tmp_path)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title) == "Notat"
        roles = [str(element.S) for element in elements(pdf.Root.StructTreeRoot.K)]
        (link,) = pdf.pages[0].Annots
        assert str(link.A.URI) == "https://kl.dk/x"
        assert "StructParent" in str(link.keys())
    for role in (
        "/H1",
        "/P",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/BlockQuote",
        "/Figure",
        "/Table",
        "/TR",
        "/TH",
        "/TD",
        "/Link",
    ):
        assert role in roles
    text = text_of(tmp_path / "ud.pdf")
    for words in (
        "Overskrift",
        "Tekst med fed, skrå Ж og et link",
        "• punkt et",
        "kode her".replace(" ", "\u00a0 "),
        "Køge 12",
    ):
        assert words in text.replace("kode her", "kode\u00a0 her")


def elements(node: Any) -> list[Any]:
    kids = list(node) if isinstance(node, pikepdf.Array) else [node]
    found: list[Any] = []
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found.append(kid)
            found += elements(kid.K) if "/K" in kid else []
    return found


def test_long_tables_go_on_with_their_heading_and_tall_rows_are_parted(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>Række {n}<td>{'ord ' * (900 if n == 3 else 5)}" for n in range(90))
    pdf = laid(f"<table border=1><tr><th>Kommune<th>Bemærkning{rows}</table>", tmp_path)
    count, text = pages_of(pdf), text_of(pdf)
    assert count > 3
    assert text.count("Bemærkning") == count
    assert all(f"Række {n} " in text for n in range(90))
    assert text.count("ord") == 900 + 89 * 5


@pytest.mark.parametrize("word", ["x" * 3000, "https://kl.dk/" + "a-b/c?d=" * 300, "æ\u00a0" * 900, "☐😀" * 400])
def test_no_line_is_wider_than_its_column(word: str) -> None:
    for width, look in ((400.0, Look()), (37.0, Look(bold=True)), (3.0, Look(fixed=True))):
        lines = set_lines([Words(f"før {word} efter", look), Break(), Words("ny")], width, 10.5)
        assert "".join(piece.text for line in lines for piece in line.pieces).replace(" ", "") == f"før{word}efterny"
        for line in lines:
            many = sum(len(piece.text) for piece in line.pieces) > 1
            assert not many or sum(piece.width for piece in line.pieces) <= width + 0.1


def test_lines_break_between_words_and_behind_hyphens() -> None:
    width = text_width("sundheds-", Weight.REGULAR, 10)
    texts = [
        "".join(piece.text for piece in line.pieces)
        for line in set_lines([Words("social- og sundheds-chef")], width, 10)
    ]
    assert texts == ["social- og", "sundheds-", "chef"]


def test_what_has_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_PAGES", 3)
    blocks: list[Block] = [Paragraph((Words(f"linje {n}"),)) for n in range(300)]
    with pytest.raises(Refused) as refused:
        lay_out(blocks, tmp_path / "ud.pdf", title="", progress=NullProgress())
    assert refused.value.status is FileStatus.TOO_LARGE
    assert dict(refused.value.notice.facts) == {"limit": "3"}


def test_everything_stands_within_the_margins(tmp_path: Path) -> None:
    html = (
        f"<table border=1><tr>{'<td>' + 'Langtord' * 6 + '</td>'}"
        + "<td>x y z</td>" * 13
        + f"</table><ul>{'<ul><li>dybt' * 12}"
    )
    pdf = laid(html + "<blockquote>" * 12 + "citat " * 60, tmp_path)
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(at)
                if right > left and text.get_text_range(at, 1).strip():
                    assert left >= PAGE.left - 0.5
                    assert right <= PAGE.page_width - PAGE.right + 1
                    assert bottom >= PAGE.bottom - 6
                    assert top <= PAGE.page_height - PAGE.top + 1
