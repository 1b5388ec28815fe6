"""The Danish alphabet."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.alphabet import alphabetic


def test_danish_letters_come_last_and_aa_is_one_of_them() -> None:
    names = ["Aabenraa", "Ærø", "Østjylland", "Billund", "Århus", "aalborg", "Zealand", "2. region"]
    assert sorted(names, key=alphabetic) == [
        "2. region", "Billund", "Zealand", "Ærø", "Østjylland", "Aabenraa", "aalborg", "Århus",
    ]  # fmt: skip


@given(st.lists(st.text()), st.randoms(use_true_random=False))
def test_the_order_is_one_whatever_it_was_before(texts: list[str], random: Random) -> None:
    once = sorted(texts, key=alphabetic)
    random.shuffle(texts)
    assert sorted(texts, key=alphabetic) == once
