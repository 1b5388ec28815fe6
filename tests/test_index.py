"""Rows of the index: broken so that they fit beside their number, and put on pages so that no item stands alone."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.index import (
    MAX_ROW_LINES,
    IndexRow,
    IndexStyle,
    Weight,
    row_left,
    row_weight,
    set_rows,
    shorten,
    wrap,
)
from tests.outlines import TITLES, measure, titles

STYLE = IndexStyle()
NUMBER_WIDTH = 4 * measure("0", Weight.REGULAR, STYLE.size)

entries = st.lists(st.tuples(st.sampled_from([1, 2, 2, 2]), titles), max_size=120).map(
    lambda rows: [(1, "Indholdsfortegnelse - Bilag"), *rows]
)


def set_them(texts: list[tuple[int, str]], heading_lines: int = 1) -> tuple[IndexRow, ...]:
    return set_rows(texts, heading_lines, NUMBER_WIDTH, measure, STYLE)


def room(level: int, line: int) -> float:
    """Points a line of a row has between its left side and the number column."""
    left = row_left(level, STYLE) + (STYLE.hanging if line else 0)
    return STYLE.page_width - STYLE.right - NUMBER_WIDTH - STYLE.number_gap - left


def squeeze(text: str) -> str:
    return "".join(text.split())


def bottom(row: IndexRow) -> float:
    return row.top + len(row.lines) * STYLE.leading


@given(titles, st.floats(60, 500), st.floats(0, 30), st.sampled_from(Weight))
def test_no_line_is_wider_than_its_room(text: str, width: float, hanging: float, weight: Weight) -> None:
    for n, line in enumerate(wrap(text, width, measure, weight, 10.5, hanging=hanging)):
        marks = sum(1 for letter in line if unicodedata.combining(letter))
        assert measure(line, weight, 10.5) <= (width - hanging if n else width) or len(line) - marks <= 1


@given(titles, st.floats(20, 500))
def test_the_lines_joined_are_the_text(text: str, width: float) -> None:
    lines = wrap(text, width, measure, Weight.REGULAR, 10.5, hanging=12)
    assert squeeze("".join(lines)) == squeeze(text)


@given(st.lists(st.text("abcæøå", min_size=1, max_size=8), max_size=30))
def test_words_that_fit_stay_whole(words: list[str]) -> None:
    lines = wrap("  ".join(words), 120, measure, Weight.REGULAR, 10.5)
    assert " ".join(lines).split() == words


def test_a_text_of_nothing_is_one_empty_line() -> None:
    assert wrap(" \n ", 100, measure, Weight.REGULAR, 10.5) == ("",)


def test_a_line_does_not_break_at_a_no_break_space() -> None:
    text = "Bekendtgørelse af lov om social service §\u00a05"
    broken = [wrap(text, width, measure, Weight.REGULAR, 10.5) for width in range(60, 260, 3)]
    assert all(any("§\u00a05" in line for line in lines) for lines in broken)
    assert len({len(lines) for lines in broken}) > 2


def test_a_word_too_wide_is_cut_and_a_letter_keeps_its_marks() -> None:
    word = "a\u030a" * 60
    lines = wrap(word, 100, measure, Weight.REGULAR, 10.5, hanging=12)
    assert len(lines) > 3
    assert all(not unicodedata.combining(line[0]) for line in lines)
    assert "".join(lines) == word


def test_too_many_lines_end_in_an_ellipsis_that_fits() -> None:
    lines = wrap("fjordby " * 400, 200, measure, Weight.REGULAR, 10.5, hanging=12)
    short = shorten(lines, measure, Weight.REGULAR, 10.5, most=3, room=188)
    assert short[:2] == lines[:2]
    assert len(short) == 3
    assert short[2].endswith("…")
    assert measure(short[2], Weight.REGULAR, 10.5) <= 188
    assert shorten(lines[:3], measure, Weight.REGULAR, 10.5, most=3, room=188) == lines[:3]


def test_items_are_semibold_and_attachments_indented() -> None:
    assert row_weight(1) is Weight.SEMIBOLD
    assert row_weight(2) is Weight.REGULAR
    assert row_left(2, STYLE) - row_left(1, STYLE) == STYLE.indent


@given(entries, st.integers(1, 8))
def test_rows_stay_on_the_page_and_follow_each_other(texts: list[tuple[int, str]], heading_lines: int) -> None:
    rows = set_them(texts, heading_lines)
    assert [row.entry for row in rows] == list(range(len(texts)))
    for row in rows:
        assert row.top >= STYLE.top
        assert bottom(row) <= STYLE.page_height - STYLE.bottom + 1e-6
    for row, after in itertools.pairwise(rows):
        assert after.page in (row.page, row.page + 1)
        assert after.page > row.page or after.top >= bottom(row) - 1e-6


@given(entries)
def test_every_line_leaves_room_for_leader_and_number(texts: list[tuple[int, str]]) -> None:
    for row in set_them(texts):
        level, text = texts[row.entry]
        for n, line in enumerate(row.lines):
            assert measure(line, row_weight(level), STYLE.size) <= room(level, n)
        if len(row.lines) < MAX_ROW_LINES:
            assert squeeze("".join(row.lines)) == squeeze(text)


@given(entries)
def test_an_items_row_is_never_the_last_on_its_page(texts: list[tuple[int, str]]) -> None:
    rows = set_them(texts)
    for row, after in itertools.pairwise(rows):
        if texts[row.entry][0] == 1 and texts[after.entry][0] == 2:
            assert after.page == row.page


@given(entries)
def test_a_page_is_left_only_when_the_next_rows_do_not_fit(texts: list[tuple[int, str]]) -> None:
    rows = set_them(texts)
    for row, after in itertools.pairwise(rows):
        if after.page == row.page:
            continue
        level = texts[after.entry][0]
        needed = len(after.lines) * STYLE.leading + (STYLE.space_above if level == 1 else 0)
        following = rows[after.entry + 1] if after.entry + 1 < len(rows) else None
        if level == 1 and following and texts[following.entry][0] == 2:
            needed += len(following.lines) * STYLE.leading
        assert bottom(row) + needed > STYLE.page_height - STYLE.bottom


def test_space_stands_above_an_item_but_not_at_a_pages_top() -> None:
    texts = [(1, "Indholdsfortegnelse - Bilag")] + [(1, "Punkt"), (2, "Bilag 1")] * 40
    rows = set_them(texts)
    assert rows[-1].page > 1
    for row, after in itertools.pairwise(rows):
        if after.page > row.page:
            assert after.top == STYLE.top
        else:
            above = STYLE.space_above if texts[after.entry][0] == 1 else 0
            assert after.top == pytest.approx(bottom(row) + above)


def test_a_title_longer_than_half_a_page_is_cut_so_that_item_and_attachment_fit_together() -> None:
    endless = (TITLES[6] + " ") * 40
    rows = set_them([(1, "Indholdsfortegnelse"), (1, endless), (2, endless)], heading_lines=8)
    assert [len(row.lines) for row in rows] == [1, MAX_ROW_LINES, MAX_ROW_LINES]
    assert rows[1].page == rows[2].page == 2
    assert rows[2].lines[-1].endswith("…")
