"""A row is put where it is wanted, whatever keys its siblings have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.store.order import MAX_KEY, place

KEYS = st.lists(st.sampled_from(["a0", "a1", "a1V", "a2", "Zz", "", "!", "a10", "b00"]), max_size=8)


@given(KEYS, st.data())
def test_a_row_comes_where_it_is_put(keys: list[str], data: st.DataObject) -> None:
    siblings = sorted(((f"id{n}", key) for n, key in enumerate(keys)), key=lambda row: (row[1], row[0]))
    position = data.draw(st.integers(0, len(siblings)))
    found = place(siblings, position)
    now = {row: found.respaced.get(row, key) for row, key in siblings}
    wanted = [row for row, _ in siblings]
    wanted.insert(position, "new")
    now["new"] = found.key
    assert sorted(now, key=lambda row: (now[row], row)) == wanted
    if not found.respaced:
        assert [key for key in now.values() if key == found.key] == [found.key]


def test_a_thousand_rows_before_the_same_one_keep_short_keys() -> None:
    siblings = [("last", "a0")]
    for n in range(1000):
        found = place(siblings, len(siblings) - 1)
        siblings = [(row, found.respaced.get(row, key)) for row, key in siblings]
        siblings.insert(len(siblings) - 1, (f"{n:04}", found.key))
    assert max(len(key) for _, key in siblings) <= MAX_KEY
    assert [row for row, _ in siblings] == [*(f"{n:04}" for n in range(1000)), "last"]
    assert sorted(siblings, key=lambda row: row[1]) == siblings


def test_a_move_changes_one_row() -> None:
    assert place([("a", "a0"), ("b", "a1")], 1).respaced == {}
