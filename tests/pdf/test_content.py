"""What a content stream leaves open, and which can only be followed by something when enclosed."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array

from kkr_desk.pdf.content import MALFORMED, open_states, scan

SOUND = {
    b"": 0,
    b"q Q": 0,
    b"q q Q": 1,
    b"q % Q i en kommentar": 1,
    b"(Q Q \\) Q) Tj": 0,
    b"(a (b (c) ) Q) Tj q": 1,
    b"(omvendt skraastreg \\\\) Tj": 0,
    b"[(q) -120 (Q \\( ) <5151>] TJ": 0,
    b"/q /Q gs": 0,
    b"<</A (Q)>> pop": 0,
    b"/OC /L0 BDC q Q EMC": 0,
    b"/P <</MCID 0 /B [1 [2 (Q)]]>> BDC EMC": 0,
    b"BT (tekst) Tj ET": 0,
    b"q BI /W 2 /H 1 /CS /G /BPC 8 ID Q\xff\nEI Q": 0,
    b"BI /W 1 /H 1 /CS /G /BPC 8 ID \x00\nEI\nq Q q 1 0 0 1 0 0 cm": 1,
    b"Qx qy": 0,
    b"1 0 0": 0,
}

MARKED = {
    b"/P BMC": (0, 1),
    b"q /P <</MCID 0>> BDC q Q /Span BMC EMC": (1, 1),
    b"/OC /L0 BDC BT (EMC) Tj ET /P BMC": (0, 2),
}

BROKEN = (
    b"Q",
    b"q Q Q",
    b"(uden slutning",
    b"(a (b) uden slutning",
    b"[1 2",
    b"[1 2 Q",
    b"] Q",
    b"<< /A 1",
    b"<41",
    b"BT (tekst) Tj",
    b"EMC",
    b"/P BMC EMC EMC",
    b"BI /W 1 /H 1 ID \x00\x01",
    b"BI /W 1 /H 1",
    b"{ q }",
    b") q",
)


@pytest.mark.parametrize("data", SOUND, ids=repr)
def test_open_states_are_counted(data: bytes) -> None:
    assert scan(data) == (SOUND[data], 0)


@pytest.mark.parametrize("data", MARKED, ids=repr)
def test_marked_content_left_open_is_counted(data: bytes) -> None:
    assert scan(data) == MARKED[data]


@pytest.mark.parametrize("data", BROKEN, ids=repr)
def test_what_would_swallow_a_stamp_is_malformed(data: bytes) -> None:
    assert scan(data) == (MALFORMED, 0)


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    states, marks = scan(data)
    assert (states, marks) >= (MALFORMED, 0)
    assert marks >= 0


@given(
    st.lists(st.sampled_from([b"q", b"Q", b"(a) Tj", b"[1 (Q)] TJ", b"/Q gs", b"%Q\n", b"1 0 0 1 0 0 cm"]), max_size=30)
)
def test_agrees_with_counting_by_hand(parts: list[bytes]) -> None:
    depth, lowest = 0, 0
    for part in parts:
        depth += {b"q": 1, b"Q": -1}.get(part, 0)
        lowest = min(lowest, depth)
    assert scan(b" ".join(parts)) == (MALFORMED if lowest < 0 else depth, 0)


def test_several_streams_are_read_as_one() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Contents = Array([pdf.make_stream(b"q (a"), pdf.make_stream(b"b) Tj q")])
        assert open_states(page) == 2
        del page.obj["/Contents"]
        assert open_states(page) == 0


def test_a_stream_that_cannot_be_decoded_is_enclosed() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Contents = pdf.make_stream(b"intet zip", Filter=pikepdf.Name.FlateDecode)
        assert open_states(page) == MALFORMED
