"""The Danish alphabet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.alphabet import alphabetic


def test_danish_letters_come_last_and_aa_is_one_of_them() -> None:
    names = ["Aabenraa", "Ærø", "Østjylland", "Billund", "Århus", "aalborg", "Zealand", "2. region"]
    assert sorted(names, key=alphabetic) == [
        "2. region", "Billund", "Zealand", "Ærø", "Østjylland", "Aabenraa", "aalborg", "Århus",
    ]  # fmt: skip


@given(st.lists(st.text()))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    assert sorted(sorted(texts, key=alphabetic), key=alphabetic) == sorted(texts, key=alphabetic)
