from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.intake.outline import outline
from kkr_desk.meeting_file import FileItem
from kkr_desk.model import AgendaItem, ItemId, MeetingId
from kkr_desk.numbering import item_numbers

numbers = st.lists(
    st.lists(st.integers(1, 4), min_size=1, max_size=3).map(lambda parts: ".".join(map(str, parts))) | st.none(),
    max_size=9,
).filter(lambda given: len([n for n in given if n]) == len({n for n in given if n}))


def items(*given: str | None) -> list[FileItem]:
    return [FileItem(number, f"Titel {n}", None) for n, number in enumerate(given)]


def shown(given: list[FileItem], *, issued: bool) -> list[tuple[str, str]]:
    """Number and title of every row, in agenda order, as the store will number them."""
    rows = outline(given, issued=issued)
    blank = [
        AgendaItem(
            ItemId(str(n)),
            MeetingId(""),
            None if row.parent is None else ItemId(str(row.parent)),
            f"{n:03}",
            row.item.title if row.item else "",
            pinned_number=row.pin,
        )
        for n, row in enumerate(rows)
    ]
    titles = {item.id: item.title for item in blank}
    return [(number, titles[item]) for item, number in item_numbers(blank, issued=issued).items()]


def pins(given: list[FileItem], *, issued: bool) -> list[str | None]:
    return [row.pin for row in outline(given, issued=issued)]


def test_a_flat_number_gets_its_section() -> None:
    assert shown(items("2.1", "2.2", "4.1"), issued=True) == [
        ("2", ""),
        ("2.1", "Titel 0"),
        ("2.2", "Titel 1"),
        ("4", ""),
        ("4.1", "Titel 2"),
    ]


def test_issued_numbers_are_pinned_sections_too() -> None:
    assert pins(items("2.4", "2.6"), issued=True) == ["2", "2.4", "2.6"]


def test_numbers_that_the_tree_gives_are_not_pinned() -> None:
    assert pins(items("1", "1.1", "1.2", "2"), issued=False) == [None] * 4


def test_other_numbers_are() -> None:
    assert pins(items("1", "1.1", "1.3", "1.4"), issued=False) == [None, None, "1.3", None]


def test_a_section_named_later_is_the_section() -> None:
    assert shown(items("2.1", "2", "2.2"), issued=True) == [("2", "Titel 1"), ("2.1", "Titel 0"), ("2.2", "Titel 2")]


def test_without_numbers_the_order_decides() -> None:
    assert shown(items(None, None), issued=False) == [("1", "Titel 0"), ("2", "Titel 1")]


def test_an_item_without_number_stands_beside_the_one_before_it() -> None:
    assert shown(items("1", "1.1", None, "2", None), issued=False) == [
        ("1", "Titel 0"),
        ("1.1", "Titel 1"),
        ("1.2", "Titel 2"),
        ("2", "Titel 3"),
        ("3", "Titel 4"),
    ]


@pytest.mark.parametrize("issued", [True, False])
@given(given=numbers)
def test_every_given_number_is_borne_by_its_item(issued: bool, given: list[str | None]) -> None:
    found = shown(items(*given), issued=issued)
    assert {(number, f"Titel {n}") for n, number in enumerate(given) if number} <= set(found)
    assert sorted(title for _, title in found if title) == sorted(f"Titel {n}" for n in range(len(given)))
    assert len({number for number, _ in found}) == len(found)
