"""Headings keep their order below those of the collection, and skip no level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.export.structure.headings import FIRST_LEVEL, Headings


def given_levels(stated: list[int]) -> list[int]:
    headings = Headings()
    return [headings.level(level) for level in stated]


@pytest.mark.parametrize(
    ("stated", "given_"),
    [
        ([1, 2, 3, 2, 1], [3, 4, 5, 4, 3]),
        ([2, 3, 2, 1, 2], [3, 4, 3, 3, 4]),
        ([1, 4, 4, 2], [3, 4, 4, 4]),
        ([1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 6, 6]),
        ([], []),
    ],
)
def test_levels(stated: list[int], given_: list[int]) -> None:
    assert given_levels(stated) == given_


@given(st.lists(st.integers(1, 9), max_size=40))
def test_no_level_is_skipped_and_order_stays(stated: list[int]) -> None:
    found = given_levels(stated)
    before = FIRST_LEVEL - 1
    for level in found:
        assert FIRST_LEVEL <= level <= min(6, before + 1)
        before = level
    for (was, made), (next_was, next_made) in zip(
        zip(stated, found, strict=True), list(zip(stated, found, strict=True))[1:], strict=False
    ):
        if next_was > was:
            assert next_made == min(made + 1, 6)
        elif next_was == was:
            assert next_made == made
        else:
            assert next_made <= made


@given(st.lists(st.integers(0, 1), max_size=40))
def test_levels_without_a_gap_stay_as_they_are(steps: list[int]) -> None:
    stated = [1]
    for step in steps:
        stated.append(stated[-1] + 1 if step and stated[-1] < 4 else max(1, stated[-1] - 1))
    assert given_levels(stated) == [level + 2 for level in stated]
