from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.ui.agenda.differences import Arrangement, Insert, Move, Remove, Step, steps

Children = Mapping[int | None, Sequence[int]]


@st.composite
def forests(draw: st.DrawFn) -> dict[int | None, list[int]]:
    """Some of the numbers below 20, each under an earlier one or at the top, in any order."""
    numbers = draw(st.permutations(range(20)))[: draw(st.integers(0, 20))]
    children: dict[int | None, list[int]] = {}
    for place, number in enumerate(numbers):
        parent = draw(st.sampled_from([None, *numbers[:place]]))
        children.setdefault(parent, []).append(number)
    return children


def walk(before: Children, after: Children) -> tuple[list[Step[int]], dict[int | None, list[int]]]:
    now: Arrangement[int] = Arrangement(before)
    taken = []
    for step in steps(now, after):
        taken.append(step)
        check_possible(now, step)
        now.apply(step)
    return taken, {parent: under for parent, under in now.children.items() if under}


def check_possible(now: Arrangement[int], step: Step[int]) -> None:
    """What Qt demands of a step."""
    if isinstance(step, Insert):
        assert step.parent is None or step.parent in now.parents
        assert 0 <= step.first <= len(now.under(step.parent))
        assert not set(step.keys) & set(now.parents)
    elif isinstance(step, Remove):
        assert 0 <= step.first <= step.last < len(now.under(step.parent))
    else:
        assert now.under(step.source)[step.old] == step.key
        above = step.parent
        while above is not None:
            assert above != step.key, "a row would stand under itself"
            above = now.parents[above]
        assert step.source != step.parent or step.place not in {step.old, step.old + 1}


@given(forests(), forests())
def test_the_steps_lead_from_any_arrangement_to_any_other(before: Children, after: Children) -> None:
    assert walk(before, after)[1] == after


@given(forests())
def test_nothing_changed_takes_no_step(same: Children) -> None:
    assert walk(same, same)[0] == []


@given(forests(), forests())
def test_rows_that_stay_are_never_taken_away(before: Children, after: Children) -> None:
    kept = {key for under in after.values() for key in under}
    now: Arrangement[int] = Arrangement(before)
    for step in steps(now, after):
        there = set(now.parents)
        now.apply(step)
        assert kept & there <= set(now.parents)


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("abcdef", "bcdefa", 1),
        ("abcdef", "fabcde", 1),
        ("abcdef", "abef", 2),
        ("abef", "abcdef", 1),
        ("abcd", "badc", 2),
        ("", "abc", 1),
    ],
)
def test_few_steps(before: str, after: str, count: int) -> None:
    now: Arrangement[str] = Arrangement({None: list(before)})
    taken = 0
    wanted: Mapping[str | None, Sequence[str]] = {None: list(after)}
    for step in steps(now, wanted):
        now.apply(step)
        taken += 1
    assert (taken, "".join(now.under(None))) == (count, after)


def test_what_goes_lets_go_of_what_stays_under_it() -> None:
    taken, _ = walk({None: [1, 2], 1: [3], 3: [4]}, {None: [2], 2: [3], 3: [4]})
    assert taken == [Move(3, 1, 0, 2, 0), Remove(None, 0, 0)]


def test_a_row_by_another_name_keeps_its_place() -> None:
    now: Arrangement[str] = Arrangement({None: ["a", "b"], "a": ["c"]})
    now.rename("a", "z")
    assert (now.children, now.parents) == ({None: ["z", "b"], "z": ["c"]}, {"z": None, "b": None, "c": "z"})
