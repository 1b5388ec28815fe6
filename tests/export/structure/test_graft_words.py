"""Words and names of an attachment's structure come along however they are encoded, and ours say their language."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, String

from kkr_desk.pdf.text_strings import text_of
from tests.export.structure.grown import Tagged, elements, grown, roles

KEYS = ("Alt", "T", "ActualText", "E", "Lang")
ODD = (
    b"\x00", b"\xfe\xff\xd8\x00", b"\xff\xfeA\x00", b"\xef\xbb\xbf\xff", b"\xef\xbb\xbf\xed\xa0\x80", b'"\\/\b\n\r\x1b',
    b"\x7f\x9f\xad", b"\xfe\xff\x00\x1b\x00d\x00a\x00\x1b\x00x", b"12 0 R", b"u:x", b"b:ff", b"/Name", b"\xfe\xff",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(ODD), st.binary(min_size=1, max_size=12)), min_size=5, max_size=5))
def test_words_in_any_encoding_say_the_same_before_and_after(said: list[bytes]) -> None:
    tagged = Tagged()
    page = tagged.page("Tekst")
    stated = {key: String(text) for key, text in zip(KEYS, said, strict=True)}
    properties = Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String(said[0]), V=String(said[1]))]))
    data = tagged.bytes(tagged.element("P", 0, page=page, A=properties, **stated))
    with pikepdf.open(io.BytesIO(data)) as source, grown(data) as pdf:
        before, after = elements(source, "P")[0], elements(pdf, "P")[0]
        assert [text_of(after.get(f"/{key}")) for key in KEYS] == [text_of(before.get(f"/{key}")) for key in KEYS]
        assert len(after.A.P) == 1


@pytest.mark.parametrize(
    ("name", "called"),
    [(b"/Overskrift#e6", "Overskriftæ"), (b"/#22#5c", '"\\'), ("/Blåt afsnit".encode(), "Blåt afsnit")],
)
def test_a_type_keeps_its_name_or_gets_one_that_can_be_written(name: bytes, called: str) -> None:
    tagged = Tagged()
    page = tagged.page("Tekst")
    element = tagged.element("P", 0, page=page)
    own = Object.parse(name.replace(b" ", b"#20"))
    element.S = own
    element.C = own
    tagged.root.RoleMap = Object.parse(b"<< " + own.unparse() + b" /BlockQuote >>")
    tagged.root.ClassMap = Object.parse(b"<< " + own.unparse() + b" << /O /Layout /SpaceBefore 3 >> >>")
    with grown(tagged.bytes(element)) as pdf:
        assert roles(pdf) == ["Document", " Part", f"  {called}"]
        assert dict(pdf.Root.StructTreeRoot.RoleMap.items()) == {f"/{called}": Name.BlockQuote}


@pytest.mark.parametrize(("language", "stated"), [("en", ["da-DK", "da-DK"]), ("", [])])
def test_our_words_are_said_in_our_language_where_the_attachment_states_another(
    language: str, stated: list[str]
) -> None:
    tagged = Tagged()
    page = tagged.page("Text")
    scan = tagged.page(content=b"0 0 9 9 re f")
    tagged.annotate(scan, Subtype=Name.Square)
    keys = {"Lang": language} if language else {}
    with grown(tagged.bytes(tagged.element("P", 0, page=page, **keys)), own_language="da-DK") as pdf:
        ours = [*elements(pdf, "Figure"), *elements(pdf, "Annot")]
        assert [str(element.Alt) for element in ours] == [
            "Scannet side 2 af 2 i Bilag 1. Siden findes kun som billede.", "Firkant",
        ]  # fmt: skip
        assert [str(element.Lang) for element in ours if "/Lang" in element] == stated
