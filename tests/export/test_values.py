"""Values of form fields are drawn as they were written, Danish letters and lines included."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from kkr_desk.export.values import show_values
from kkr_desk.pdf.digest import Digester
from kkr_desk.pdf.field_words import words_of
from kkr_desk.pdf.fields import needs_look
from tests.export.papers import Paper, text_field

VALUE = "Børge Ærø, 5 år"


def looks(paper: Paper) -> list[bytes]:
    """What the fields show after `show_values`."""
    show_values(paper.pdf)
    return [f.AP.N.read_bytes() for f in paper.pdf.Root.AcroForm.Fields]


def hexadecimal(text: str) -> bytes:
    return text.encode("cp1252").hex().encode()


ENCODINGS: dict[str, Any] = {
    "none": None,
    "PDFDocEncoding": Dictionary(Type=Name.Encoding, Differences=Array([24, Name.breve])),
    "WinAnsiEncoding": Name.WinAnsiEncoding,
}


@pytest.mark.parametrize("wanted", [True, False], ids=["asked for", "missing"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_danish_letters(encoding: str, *, wanted: bool) -> None:
    paper = Paper()
    if ENCODINGS[encoding] is not None:
        paper.font.Encoding = ENCODINGS[encoding]
    text_field(paper, paper.page("skema"), "Navn", VALUE)
    paper.pdf.Root.AcroForm.NeedAppearances = wanted
    (look,) = looks(paper)
    assert hexadecimal(VALUE) in look


def test_a_font_that_is_not_there() -> None:
    paper = Paper()
    text_field(paper, paper.page("skema"), "Navn", VALUE).DA = String("/Ukendt 10 Tf")
    del paper.pdf.Root.AcroForm.DR
    (look,) = looks(paper)
    assert hexadecimal(VALUE) in look


def test_lines_are_lines() -> None:
    paper = Paper()
    text_field(paper, paper.page("skema"), "Tekst", "en\nto", Ff=1 << 12)
    (look,) = looks(paper)
    assert look.count(b"T*") == 1
    assert b"\\n" not in look


def test_the_pages_keep_their_fonts() -> None:
    paper = Paper()
    page = paper.page("skema")
    text_field(paper, page, "Navn", VALUE)
    page.Resources = paper.pdf.Root.AcroForm.DR = paper.pdf.make_indirect(paper.pdf.Root.AcroForm.DR)
    looks(paper)
    assert "/Encoding" not in page.Resources.Font.Helv


def test_a_look_that_stands_is_kept(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page("skema")
    drawn = paper.pdf.make_stream(b"% som tegnet", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    text_field(paper, page, "Fast", "x", AP=Dictionary(N=drawn))
    text_field(paper, page, "Tom", VALUE)
    first, second = looks(paper)
    assert first == b"% som tegnet"
    assert hexadecimal(VALUE) in second
    with pikepdf.open(paper.save(tmp_path / "a.pdf")) as pdf:
        assert len(pdf.Root.AcroForm.Fields) == 2


def field(paper: Paper, sort: Name, flags: int = 0, **entries: Any) -> pikepdf.Object:
    """A field that is no text's, on a page of its own."""
    made = text_field(paper, paper.page("skema"), "Felt", "", Ff=flags)
    made.FT = sort
    del made.V
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def test_a_tick_that_no_viewer_is_told_to_draw() -> None:
    paper = Paper()
    box = field(paper, Name.Btn, V=Name.Ja)
    assert needs_look(paper.pdf, box)
    show_values(paper.pdf)
    assert str(box.AS) == "/Ja"
    assert box.AP.N.Ja.read_bytes().count(b" l") == 2
    assert box.AP.N.Off.read_bytes() == b""
    assert not needs_look(paper.pdf, box)


def test_a_radio_button_and_a_cross() -> None:
    paper = Paper()
    radio = field(paper, Name.Btn, 1 << 15, V=Name.To, AS=Name.To)
    cross = field(paper, Name.Btn, AS=Name.X, MK=Dictionary(CA=String("8")))
    show_values(paper.pdf)
    assert radio.AP.N.To.read_bytes().count(b" c ") == 4
    assert cross.AP.N.X.read_bytes().count(b" l ") == 2


def test_a_box_that_has_looks_is_only_told_which() -> None:
    paper = Paper()
    looks = Dictionary(N=Dictionary(Ja=paper.pdf.make_stream(b"% ja"), Off=paper.pdf.make_stream(b"")))
    untold = field(paper, Name.Btn, V=Name.Ja, AP=looks)
    unticked = field(paper, Name.Btn, V=Name.Off, AS=Name.Off)
    button = field(paper, Name.Btn, 1 << 16, MK=Dictionary(CA=String("Send")))
    show_values(paper.pdf)
    assert str(untold.AS) == "/Ja"
    assert untold.AP.N.Ja.read_bytes() == b"% ja"
    assert "/AP" not in unticked
    assert "/AP" not in button


def test_what_was_chosen_in_a_list_is_shown_in_its_words() -> None:
    paper = Paper()
    options = Array([Array([String("84"), String("Ærø (øen)")]), Array([String("85"), String("Bornholm")])])
    one = field(paper, Name.Ch, 1 << 17, V=String("84"), Opt=options)
    several = field(paper, Name.Ch, V=Array([String("84"), String("85")]), Opt=options)
    nothing = field(paper, Name.Ch, Opt=options)
    show_values(paper.pdf)
    assert "(Ærø \\(øen\\)) Tj".encode("cp1252") in one.AP.N.read_bytes()
    assert several.AP.N.read_bytes().count(b"Tj") == 2
    assert "/AP" not in nothing


def test_a_look_with_letters_that_a_new_one_would_lack_is_kept() -> None:
    paper = Paper()
    drawn = paper.pdf.make_stream(b"% som tegnet", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    text_field(paper, paper.page("skema"), "By", "Łódź", AP=Dictionary(N=drawn))
    paper.pdf.Root.AcroForm.NeedAppearances = True
    assert looks(paper) == [b"% som tegnet"]


def test_a_password_is_shown_to_nobody() -> None:
    paper = Paper()
    text_field(paper, paper.page("skema"), "Kode", "hemmelig", Ff=1 << 13)
    text_field(paper, paper.page("skema"), "Navn", VALUE)
    show_values(paper.pdf)
    secret, named = paper.pdf.Root.AcroForm.Fields
    assert "/AP" not in secret
    assert hexadecimal(VALUE) in named.AP.N.read_bytes()


def test_looks_that_are_made_do_not_count_as_changes() -> None:
    paper = Paper()
    field(paper, Name.Btn, V=Name.Ja)
    before = Digester(paper.pdf).annotations(0)
    hashed, _, made = before.partition(" ")
    assert made == "0"
    show_values(paper.pdf)
    assert Digester(paper.pdf).annotations(0, made=made) == before
    assert Digester(paper.pdf).annotations(0) != hashed


def drawn(paper: Paper) -> str:
    """What the looks of the fields on the first page say, by the code that each letter of the font stands for."""
    (sheet,) = paper.pdf.pages
    said = []
    for annot in sheet.Annots:
        look = annot.AP.N
        for font in look.Resources.Font.values():
            assert "/FontFile2" in font.FontDescriptor
        said.append(look.read_bytes())
    return b"\n".join(said).decode("latin-1")


def test_letters_of_all_europe_come_with_their_font(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page("skema")
    field = text_field(paper, page, "By", "A\u030aby, Łódź", Q=2)
    field.DA = String("/Helv 10 Tf 1 0 0 rg")
    lines = text_field(paper, page, "Tekst", "Ørsted\nĐorđe " * 9, Ff=1 << 12)
    cells = text_field(paper, page, "Felter", "ŁØ", Ff=1 << 24, MaxLen=5, MK=Dictionary(R=90))
    show_values(paper.pdf)
    shown = drawn(paper)
    assert shown.count("/Tx BMC") == shown.count("EMC") == 3
    assert "1 0 0 rg" in shown
    assert shown.count(" Tj") >= 1 + 10 + 2
    assert [int(part) for part in cells.AP.N.Matrix] == [0, 1, -1, 0, 0, 0]
    assert "/Matrix" not in lines.AP.N
    file = paper.save(tmp_path / "a.pdf")
    with pikepdf.open(file) as pdf:
        assert pdf.pages[0].Annots[0].AP.N.Resources.Font


def test_a_field_that_its_form_does_not_know_and_a_rich_text_are_shown() -> None:
    paper = Paper()
    page = paper.page("skema")
    text_field(paper, page, "Løs", "Łukasz")
    rich = text_field(paper, page, "Rig", "")
    rich.V, rich.RV = String(""), String("<body><p>Ti &lt; <b>tolv</b></p></body>")
    del paper.pdf.Root.AcroForm.Fields[0]
    show_values(paper.pdf)
    assert drawn(paper).count("/Tx BMC") == 2
    assert words_of(rich) == ("Ti < tolv",)


def test_the_look_of_a_rich_text_is_kept() -> None:
    paper = Paper()
    made = paper.pdf.make_stream(b"% fed", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    text_field(paper, paper.page("skema"), "Rig", "fed", AP=Dictionary(N=made), RV=String("<p><b>fed</b></p>"))
    paper.pdf.Root.AcroForm.NeedAppearances = True
    assert looks(paper) == [b"% fed"]


def test_a_list_says_letters_of_all_europe() -> None:
    paper = Paper()
    options = Array([Array([String("1"), String("Żółć")]), Array([String("2"), String("Bo")])])
    field(paper, Name.Ch, V=Array([String("1"), String("2")]), Opt=options)
    show_values(paper.pdf)
    assert drawn(paper).count(" Tj") == 2
