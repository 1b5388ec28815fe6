"""Where the number goes: on the page, off the print, the same place as far as that allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.export.stamp import Place, closing, find_place, opening, stamp_characters, stamp_text
from kkr_desk.index import Weight
from kkr_desk.model import NO_INK, EdgeInk, PageFacts, PageTags, StampPlace, Template
from kkr_desk.pdf.content import MALFORMED
from kkr_desk.typeface.fonts import measure

A4 = (595.0, 842.0)


def ink(*, bottom: list[tuple[int, int]] = [], top: list[tuple[int, int]] = [], width: float = 595) -> EdgeInk:  # noqa: B006
    """Print in the cells from-to (in points across) of every row of the strips."""
    columns = int(width // EdgeInk.CELL) + 1
    stride = (columns + 7) // 8

    def rows(ranges: list[tuple[int, int]]) -> bytes:
        line = bytearray(stride)
        for left, right in ranges:
            for column in range(left // EdgeInk.CELL, right // EdgeInk.CELL + 1):
                line[column >> 3] |= 0x80 >> (column & 7)
        return bytes(line) * EdgeInk.ROWS

    return EdgeInk(columns, rows(top), rows(bottom))


def middle(place: Place, text: str) -> float:
    return place.x + measure(text, Weight.REGULAR, place.size) / 2


def test_bottom_right_by_default() -> None:
    place = find_place("Side 4 af 180", A4, NO_INK, Template())
    assert place.x + measure("Side 4 af 180", Weight.REGULAR, place.size) == pytest.approx(595 - 20, abs=0.01)
    assert (place.y, place.size) == (20, 9)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ([(480, 590)], 280, 315),
        ([(480, 590), (250, 340)], 0, 100),
    ],
)
def test_another_place_at_the_edge_where_the_corner_is_taken(
    printed: list[tuple[int, int]], low: float, high: float
) -> None:
    place = find_place("Side 4 af 180", A4, ink(bottom=printed), Template())
    assert low < middle(place, "Side 4 af 180") < high
    assert place.y < 60


def test_the_top_where_the_bottom_is_taken() -> None:
    place = find_place("Side 4 af 180", A4, ink(bottom=[(0, 594)]), Template())
    assert place.y > 780


def test_the_usual_place_where_everything_is_taken() -> None:
    full = ink(bottom=[(0, 594)], top=[(0, 594)])
    assert find_place("Side 4 af 180", A4, full, Template()) == find_place("Side 4 af 180", A4, NO_INK, Template())


@given(
    st.floats(2, 14400),
    st.floats(2, 14400),
    st.sampled_from(list(StampPlace)),
    st.integers(1, 99_999),
    st.binary(min_size=64, max_size=64),
)
def test_always_on_the_page(width: float, height: float, wanted: StampPlace, page: int, bits: bytes) -> None:
    template = Template(stamp_place=wanted)
    text = stamp_text(template, page, 99_999)
    place = find_place(text, (width, height), EdgeInk(64, bits, bits), template)
    assert place.x >= 0
    assert place.x + measure(text, Weight.REGULAR, place.size) <= width + 0.01
    assert place.y >= 0
    assert place.y + place.size * 0.7 <= height + 0.01
    assert place.size > 0


def test_every_character_of_a_stamp_is_sampled() -> None:
    template = Template(stamp_format="– {page}/{pages} æ –")
    assert set(stamp_text(template, 1234567890, 1234567890)) <= set(stamp_characters(template))


@given(st.integers(0, 74), st.integers(0, 74), st.integers(0, 7), st.integers(0, 7))
def test_a_cell_of_ink_is_found_where_it_lies_and_nowhere_else(at: int, asked: int, row: int, asked_row: int) -> None:
    stride = 10
    bits = bytearray(stride * EdgeInk.ROWS)
    bits[row * stride + (at >> 3)] |= 0x80 >> (at & 7)
    grid = EdgeInk(75, bytes(bits), bytes(len(bits)))
    left, near = asked * 8 + 1.0, asked_row * 8 + 1.0
    free = grid.is_free(at_top=True, left=left, right=left + 6, near=near, far=near + 6)
    assert free == ((at, row) != (asked, asked_row))
    assert grid.is_free(at_top=False, left=0, right=600, near=0, far=64)


@pytest.mark.parametrize("tags", list(PageTags))
@pytest.mark.parametrize(("states", "marks"), [(0, 0), (2, 0), (0, 1), (2, 3), (MALFORMED, 0)])
def test_what_a_page_leaves_open_is_closed_behind_it(tags: PageTags, states: int, marks: int) -> None:
    facts = PageFacts(1, 595, 842, 0, open_states=states, open_marks=marks, tags=tags)
    own = [b"q"] * max(states, 0) + [b"BDC"] * marks
    operators = [*opening(facts).split(), *own, *closing(facts).split()]
    for begins, ends in ((b"q", b"Q"), (b"BDC", b"EMC")):
        depth = 0
        for operator in operators:
            depth += (operator == begins) - (operator == ends)
            assert depth >= 0
        assert depth == 0
    role = {PageTags.TEXT: b"/P", PageTags.PICTURE: b"/Figure"}.get(tags)
    assert (operators[:4] == [role, b"<</MCID", b"0>>", b"BDC"]) is (role is not None)
    assert (b"/KKRIndhold" in operators) is (states == MALFORMED)
