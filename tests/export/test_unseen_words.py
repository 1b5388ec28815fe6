"""What a file says beside its pages' text."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from kkr_desk.errors import EnvironmentFault
from kkr_desk.export.publication import Place
from kkr_desk.export.unseen_words import unseen_words
from kkr_desk.pdf.held_words import held_words, spoken_words
from tests.export.papers import Paper, look, text_field


def everywhere(file: Path) -> Path:
    """A file with a number of its own in each place that a page's text leaves out."""
    paper = Paper()
    first = paper.page("Forside", content=b"/Span <</ActualText (nr. 111 i stedet)>> BDC EMC\n")
    second = paper.page("Side", content=b"BT /F1 12 Tf 40 900 Td (222 over papiret) Tj ET\n")
    text_field(paper, first, "Navn 333", "444")
    note = paper.annotate(first, Subtype=Name.Text, Contents=String("555"), RC=String("<p>6<b>66</b> &amp; mere</p>"))
    note.T = String("777 Jensen")
    paper.annotate(second, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://kl.dk/%38%38%38")))
    shown = Dictionary(Font=Dictionary(F1=paper.font))
    stamp = paper.annotate(second, Subtype=Name.Stamp, F=4)
    form = paper.pdf.make_stream(
        look("MODTAGET 999"), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 160, 20]), Resources=shown
    )
    stamp.AP = Dictionary(N=form)
    element = paper.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String("1010"), Pg=second))
    root = paper.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=element))
    paper.pdf.Root.StructTreeRoot = root
    with paper.pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Afsnit 1111", 0))
    paper.pdf.docinfo["/Title"] = "1212"
    paper.pdf.Root.Metadata = paper.pdf.make_stream(b"<x>1212</x>", Type=Name.Metadata, Subtype=Name.XML)
    picture = paper.pdf.make_stream(b"0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    picture.ColorSpace = Name.DeviceGray
    picture.Metadata = paper.pdf.make_stream(b"<x>foto <b>13</b>13</x>", Type=Name.Metadata, Subtype=Name.XML)
    second.Resources.XObject = Dictionary(Im0=picture)
    return paper.save(file)


def test_each_place_is_looked_into(tmp_path: Path) -> None:
    found = unseen_words(everywhere(tmp_path / "f.pdf"))
    words = {(held.page, held.place, held.text) for held in found if held.place is not Place.SHOWN}
    assert words >= {
        (1, Place.SPOKEN, "nr. 111 i stedet"),
        (1, Place.ELSEWHERE, "Navn 333"),
        (1, Place.FIELD, "444"),
        (1, Place.ANNOTATION, "555"),
        (1, Place.ANNOTATION, "666 & mere"),
        (1, Place.ELSEWHERE, "777 Jensen"),
        (2, Place.LINK, "https://kl.dk/888"),
        (2, Place.SPOKEN, "1010"),
        (0, Place.BOOKMARK, "Afsnit 1111"),
        (0, Place.ELSEWHERE, " foto  13 13 "),
    }
    shown = {held.page: held.text for held in found if held.place is Place.SHOWN}
    assert "MODTAGET 999" in shown[2]
    assert "222 over papiret" in shown[2]
    assert not any("1212" in held.text for held in found)


def test_a_plain_file_says_no_more_than_its_pages(tmp_path: Path) -> None:
    paper = Paper()
    paper.page("Side 1")
    assert unseen_words(paper.save(tmp_path / "f.pdf")) == ()


def test_a_file_that_is_gone_or_broken_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        unseen_words(tmp_path / "gone.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    with pytest.raises(EnvironmentFault, match="machine-refused"):
        unseen_words(tmp_path / "broken.pdf")


def test_every_string_and_every_long_name_of_every_object_is_held() -> None:
    paper = Paper()
    page = paper.page("Side")
    page.Odd = Array([Dictionary({"/Børn 2024": Array([String("inde"), Name("/et langt navn")])}), String("æøå €")])
    page["/Personsager"] = Dictionary({"/Kort": Name("/Kort")})
    held = list(held_words(paper.pdf))
    assert {(one.key, one.text) for one in held} >= {("/Børn 2024", "inde"), ("/Odd", "æøå €")}
    names = [one.text for one in held if one.holder == (0, 0)]
    assert {"Børn 2024", "et langt navn", "Personsager"} <= set(names)
    assert len(names) == len(set(names))
    assert "Kort" not in names


def test_a_name_in_no_encoding_hides_nothing(tmp_path: Path) -> None:
    file = tmp_path / "f.pdf"
    paper = Paper()
    paper.page("Side").Odd = Dictionary({"/Navnet_QX": String("inde")})
    file.write_bytes(paper.save(file).read_bytes().replace(b"Navnet_QX", b"Navnet_\xe6\xf8"))
    with pikepdf.open(file) as pdf:
        assert any("inde" in one.text for one in held_words(pdf))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"/Span <</ActualText (010203-1234)>> BDC", ["010203-1234"]),
        (b"/Span<</Alt<FEFF00480065>/E(a\\(b)>>BDC", ["He", "a(b"]),
        (b"/Span <</ActualText (no end", []),
        (b"/Span <</ActualText <00", []),
        (b"/Title (x) /T 3 /E <</A 1>>", []),
    ],
)
def test_what_content_has_said_is_read(content: bytes, said: list[str]) -> None:
    assert list(spoken_words(content)) == said
