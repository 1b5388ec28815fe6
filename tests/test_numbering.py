"""Numbers come from the tree unless they were issued; an issued number stands and a hole stays a hole."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from fractional_indexing import generate_key_between, generate_n_keys_between
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.model import Agenda, AgendaItem, ItemId
from kkr_desk.numbering import (
    agenda,
    attachment_numbers,
    attachment_pins_needed,
    in_order,
    is_number,
    item_numbers,
    parent_number,
    pins_needed,
)
from tests.factory import by_number, make_attachment, make_item, make_meeting, make_rendition
from tests.outlines import REAL, agendas, read_real, real_agenda, tree

numbers = st.lists(st.integers(1, 12), min_size=1, max_size=3).map(lambda parts: ".".join(map(str, parts)))


def numbers_of(items: list[AgendaItem], *, issued: bool = False) -> list[str]:
    return list(item_numbers(items, issued=issued).values())


@pytest.mark.parametrize("text", ["1", "2.1", "10.20.30", "1.2.3.4.5.6", "9999"])
def test_a_number_has_one_to_six_parts(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "0", "2.", ".1", "2.0", "02", "2,1", "2.1a", "10000", "1.2.3.4.5.6.7", "٢", " 2"])
def test_other_texts_are_no_number(text: str) -> None:
    assert not is_number(text)


def test_the_section_of_a_number() -> None:
    assert parent_number("2.1.3") == "2.1"
    assert parent_number("2") is None


def test_numbers_follow_the_tree_depth_first() -> None:
    first, second = make_item("Velkomst"), make_item("Temaer")
    below = [make_item(parent_id=second.id), make_item(parent_id=second.id)]
    deep = make_item(parent_id=below[0].id)
    last = make_item("Eventuelt")
    rows = [last, deep, *below, second, first]
    assert [item.id for item in in_order(rows)] == [i.id for i in (first, second, below[0], deep, below[1], last)]
    assert numbers_of(rows) == ["1", "2", "2.1", "2.1.1", "2.2", "3"]


def test_equal_order_keys_are_told_apart_by_id() -> None:
    a, b = make_item(id="a", order_key="m"), make_item(id="b", order_key="m")
    assert in_order([b, a]) == in_order([a, b]) == [a, b]


def test_an_item_whose_section_is_gone_cannot_be_reached() -> None:
    reached = make_item()
    assert in_order([make_item(parent_id="gone"), reached]) == [reached]


def test_a_draft_follows_the_pinned_sibling_before_it() -> None:
    rows = [make_item(), make_item(pinned_number="5"), make_item(), make_item()]
    assert numbers_of(rows) == ["1", "5", "6", "7"]


def test_a_draft_passes_over_a_number_pinned_further_down() -> None:
    rows = [make_item(), make_item(), make_item(pinned_number="2")]
    assert numbers_of(rows) == ["1", "3", "2"]


def test_a_late_item_of_an_issued_meeting_gets_the_next_number_wherever_it_stands() -> None:
    rows = [make_item(pinned_number="1"), make_item(), make_item(pinned_number="2"), make_item(pinned_number="4")]
    assert numbers_of(rows, issued=True) == ["1", "5", "2", "4"]


@pytest.mark.parametrize("issued", [False, True])
def test_a_pinned_number_of_another_section_does_not_lead_this_one(issued: bool) -> None:
    """2.3 was dragged to the top level and keeps its issued number; its neighbour there is not numbered after it."""
    rows = [make_item(pinned_number="1"), make_item(pinned_number="2.3"), make_item()]
    assert numbers_of(rows, issued=issued) == ["1", "2.3", "2"]


def test_a_longer_pinned_number_that_begins_like_the_section_does_not_lead_it() -> None:
    section = make_item(pinned_number="2")
    rows = [section, make_item(parent_id=section.id, pinned_number="2.1.7"), make_item(parent_id=section.id)]
    assert numbers_of(rows) == ["2", "2.1.7", "2.1"]


def test_an_issued_number_that_moved_to_another_section_is_not_given_again() -> None:
    two, three = make_item(pinned_number="2"), make_item(pinned_number="3")
    moved = make_item(parent_id=three.id, pinned_number="2.4")
    late = make_item(parent_id=two.id)
    assert item_numbers([two, three, moved, late], issued=True)[late.id] == "2.5"


def test_attachments_are_numbered_from_one_within_their_item() -> None:
    rows = [make_attachment() for _ in range(3)]
    assert list(attachment_numbers(reversed(rows), issued=False).values()) == [1, 2, 3]


@pytest.mark.parametrize(
    ("issued", "expected"),
    [(True, [4, 3, 5, 1]), (False, [2, 3, 4, 1])],
)
def test_a_pinned_attachment_number_stands(issued: bool, expected: list[int]) -> None:
    rows = [make_attachment(pinned_number=pin) for pin in (None, 3, None, 1)]
    assert list(attachment_numbers(rows, issued=issued).values()) == expected


@pytest.mark.parametrize("name", REAL)
def test_the_real_meetings_keep_their_numbers_and_holes(name: str) -> None:
    outline = read_real(name)
    made = real_agenda(outline)
    given = [row["number"] for row in outline["items"]]
    assert [row.number for row in made.items if row.attachments] == given
    sections = [row for row in made.items if not row.attachments]
    assert [row.number for row in sections] == sorted({str(parent_number(number)) for number in given})
    assert {row.item.title for row in sections} == {""}
    assert {row.level for row in sections} == {1}
    assert {row.level for row in made.items if row.attachments} == {2}


def test_an_agenda_holds_every_attachment_with_its_rendition() -> None:
    meeting, item = make_meeting(), make_item()
    known, unknown = make_attachment(item.id, "Kendt"), make_attachment(item.id, "Ukendt")
    rendition = make_rendition(7, source=known.source)
    made = agenda(meeting, [item], [unknown, known], {rendition.key: rendition})
    assert [(a.number, a.attachment.title) for a in made.items[0].attachments] == [(1, "Kendt"), (2, "Ukendt")]
    assert made.items[0].attachments[0].rendition == rendition
    assert made.items[0].attachments[1].rendition.page_count == 0


@given(agendas())
def test_numbers_are_unique(made: Agenda) -> None:
    assert len(by_number(made)) == len(made.items)
    for item in made.items:
        assert len({a.number for a in item.attachments}) == len(item.attachments)


@given(agendas())
def test_numbers_do_not_depend_on_the_order_rows_come_in(made: Agenda) -> None:
    rows = [row.item for row in made.items]
    issued = made.meeting.issued
    assert item_numbers(reversed(rows), issued=issued) == item_numbers(rows, issued=issued)


@given(agendas())
def test_an_unpinned_number_continues_its_sections(made: Agenda) -> None:
    by_id = {row.item.id: row for row in made.items}
    for row in made.items:
        parent = by_id[row.item.parent_id] if row.item.parent_id else None
        assert row.level == (parent.level + 1 if parent else 1)
        if row.item.pinned_number is None:
            assert parent_number(row.number) == (parent.number if parent else None)


@given(st.lists(numbers, unique=True, max_size=20), st.booleans(), st.randoms(use_true_random=False))
def test_pins_give_back_any_numbering(given_numbers: list[str], issued: bool, random: Random) -> None:
    random.shuffle(given_numbers)
    items, wanted = tree("meeting", [(number, number, None) for number in given_numbers])
    pins = pins_needed(items, wanted, issued=issued)
    pinned = [replace(item, pinned_number=pins.get(item.id)) for item in items]
    assert item_numbers(pinned, issued=issued) == wanted
    if issued:
        assert pins == wanted


def test_a_numbering_that_is_the_trees_needs_no_pin() -> None:
    items, wanted = tree("meeting", [(number, "", None) for number in ("1", "2", "2.1", "2.2", "2.2.1", "3")])
    assert pins_needed(items, wanted, issued=False) == {}


def test_one_pin_carries_the_numbers_after_it() -> None:
    items, wanted = tree("meeting", [(number, "", None) for number in ("2.4", "2.5", "2.7", "2.8")])
    pins = pins_needed(items, wanted, issued=False)
    assert sorted(pins.values()) == ["2", "2.4", "2.7"]


@given(st.lists(st.integers(1, 15) | st.none(), max_size=12), st.booleans())
def test_attachment_pins_give_back_any_numbering(stated: list[int | None], issued: bool) -> None:
    wanted = [None if number in stated[:n] else number for n, number in enumerate(stated)]
    pins = attachment_pins_needed(wanted, issued=issued)
    rows = [make_attachment(pinned_number=pin) for pin in pins]
    got = list(attachment_numbers(rows, issued=issued).values())
    assert len(set(got)) == len(got)
    assert [number for number, want in zip(got, wanted, strict=True) if want is not None] == [
        want for want in wanted if want is not None
    ]


def test_attachments_numbered_as_they_stand_need_no_pin() -> None:
    assert attachment_pins_needed([1, None, 3], issued=False) == [None, None, None]
    assert attachment_pins_needed([1, None, 3], issued=True) == [1, None, 3]


@given(st.integers(2, 9), st.data())
def test_a_move_and_its_way_back_change_nothing(count: int, data: st.DataObject) -> None:
    """The way back gives the item another key than it had, since keys are made between two neighbours."""
    keys = generate_n_keys_between(None, None, count)
    rows = [make_item(str(n), order_key=key) for n, key in enumerate(keys)]
    before = numbers_of(rows)
    moved = data.draw(st.integers(0, count - 1))
    there = data.draw(st.integers(0, count - 1))
    away = move(rows, rows[moved].id, there)
    back = move(away, rows[moved].id, moved)
    assert [item.id for item in in_order(back)] == [item.id for item in rows]
    assert numbers_of(back) == before
    assert item_numbers(back, issued=False) == item_numbers(rows, issued=False)


def move(rows: list[AgendaItem], moved: ItemId, place: int) -> list[AgendaItem]:
    """Put an item at a place among its siblings, as the store does: one row gets a key between its new neighbours."""
    others = [item for item in in_order(rows) if item.id != moved]
    before = others[place - 1].order_key if place else None
    after = others[place].order_key if place < len(others) else None
    key = generate_key_between(before, after)
    return [replace(item, order_key=key) if item.id == moved else item for item in rows]
