from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.errors import UserError
from kkr_desk.model import Agenda, Rendition
from kkr_desk.store import Store
from kkr_desk.ui.agenda.operations import put, take_away
from kkr_desk.ui.agenda.places import Hover, Place, above, below, dropped, indented, outdented, receiving
from kkr_desk.ui.agenda.rows import Outline, RowKey
from kkr_desk.ui.agenda.trial import moved
from tests.ui.agenda.outlines import AGENDA, Tree, drawn, key, make_tree, rows_of, trees

ROWS = rows_of(make_tree(AGENDA))


def at(parent: str | None, before: str | None = None) -> Place:
    return Place(key(parent) if parent else None, key(before) if before else None)


@pytest.mark.parametrize(
    ("movement", "names", "place"),
    [
        (above, ["Flygtninge"], at("Temaer", "Sundhed")),
        (above, ["Flygtninge", "Klima"], at("Temaer", "Sundhed")),
        (above, ["Sundhed", "Klima"], at("Temaer", "Flygtninge")),
        (above, ["Sundhed"], at("Velkomst")),
        (above, ["Velkomst"], None),
        (above, ["Flygtninge/3"], at("Flygtninge", "Flygtninge/2")),
        (above, ["Flygtninge/1"], at("Sundhed")),
        (above, ["Sundhed/1"], at("Temaer")),
        (above, ["Sundhed", "Siden sidst"], None),
        (above, ["Klima", "Flygtninge/1"], None),
        (below, ["Sundhed"], at("Temaer", "Klima")),
        (below, ["Flygtninge"], at("Temaer")),
        (below, ["Sundhed", "Klima"], at("Temaer")),
        (below, ["Klima"], at("Eventuelt", "Siden sidst")),
        (below, ["Siden sidst"], None),
        (below, ["Sundhed/2"], at("Flygtninge", "Flygtninge/1")),
        (below, ["Flygtninge/3"], at("Klima")),
        (below, ["Flygtninge/1"], at("Flygtninge", "Flygtninge/3")),
        (below, ["Siden sidst/1"], None),
        (indented, ["Flygtninge"], at("Sundhed")),
        (indented, ["Flygtninge", "Klima"], at("Sundhed")),
        (indented, ["Sundhed"], None),
        (indented, ["Eventuelt"], at("Temaer")),
        (indented, ["Sundhed/2"], None),
        (outdented, ["Flygtninge"], at(None, "Eventuelt")),
        (outdented, ["Siden sidst"], at(None)),
        (outdented, ["Temaer"], None),
        (outdented, ["Sundhed/1"], None),
    ],
)
def test_where_the_keys_lead(
    movement: Callable[[Outline, Sequence[RowKey]], Place | None], names: list[str], place: Place | None
) -> None:
    assert movement(ROWS, [key(name) for name in names]) == place


@pytest.mark.parametrize(
    ("names", "over", "height", "place"),
    [
        (["Klima"], "Flygtninge", 0.1, at("Temaer", "Flygtninge")),
        (["Klima"], "Flygtninge", 0.5, at("Flygtninge")),
        (["Klima"], "Sundhed", 0.9, at("Temaer", "Flygtninge")),
        (["Klima"], "Sundhed/1", 0.5, at("Temaer", "Flygtninge")),
        (["Klima"], "Temaer", 0.9, at("Temaer", "Sundhed")),
        (["Klima"], "Klima", 0.1, at("Temaer")),
        (["Klima"], "Klima", 0.5, None),
        (["Flygtninge", "Klima"], "Sundhed", 0.9, at("Temaer")),
        (["Klima"], None, 0.5, at(None)),
        (["Temaer"], "Sundhed", 0.5, None),
        (["Temaer"], "Sundhed/2", 0.5, None),
        (["Sundhed/1"], "Flygtninge/2", 0.2, at("Flygtninge", "Flygtninge/2")),
        (["Sundhed/1"], "Flygtninge/2", 0.8, at("Flygtninge", "Flygtninge/3")),
        (["Sundhed/1"], "Flygtninge/3", 0.8, at("Flygtninge")),
        (["Sundhed/1"], "Klima", 0.1, at("Klima")),
        (["Sundhed/1"], "Flygtninge", 0.9, at("Flygtninge", "Flygtninge/1")),
        (["Sundhed/1"], "Flygtninge", 0.5, at("Flygtninge")),
        (["Sundhed/1", "Sundhed/2"], "Sundhed", 0.9, at("Sundhed")),
        (["Sundhed/1"], None, 0.5, None),
        (["Klima", "Sundhed/1"], "Flygtninge", 0.5, at("Flygtninge")),
        (["Klima", "Sundhed/1"], "Flygtninge", 0.1, None),
        (["Klima", "Sundhed/1"], "Flygtninge/1", 0.5, None),
        (["Klima", "Sundhed/1"], None, 0.5, None),
    ],
)
def test_where_a_drop_leads(names: list[str], over: str | None, height: float, place: Place | None) -> None:
    hover = Hover(key(over) if over else None, height)
    assert dropped(ROWS, ROWS.in_order(map(key, names)), hover) == place


def test_below_a_closed_section_is_behind_it() -> None:
    assert dropped(ROWS, [key("Velkomst")], Hover(key("Temaer"), 0.9, is_open=False)) == at(None, "Eventuelt")
    assert receiving(ROWS, Hover(key("Sundhed"), 0.9, is_open=False)) == at("Sundhed")


def test_no_item_comes_too_deep() -> None:
    deep: list[Tree] = []
    for name in reversed("abcdef"):
        deep = [(name, 0, deep)]
    rows = rows_of(make_tree([*deep, ("x", 0, [("y", 0, [])])]))
    assert dropped(rows, [key("y")], Hover(key("e"))) == at("e")
    assert dropped(rows, [key("y")], Hover(key("f"))) is None
    assert dropped(rows, [key("x")], Hover(key("e"))) is None
    assert dropped(rows, [key("x")], Hover(key("d"))) == at("d")


def in_store(store: Store, agenda: Agenda) -> tuple[Agenda, dict[RowKey, RowKey]]:
    """Write an agenda into a store; what it is there, and which of its rows is which."""
    same: dict[RowKey, RowKey] = {}
    with store.operation("Skriv"):
        meeting = store.add_meeting("KKR", agenda.meeting.date, "Indhold")
        for row in agenda.items:
            parent = same[RowKey.of_item(row.item.parent_id)].item if row.item.parent_id else None
            item = store.add_item(meeting.id, row.item.title, parent_id=parent)
            same[RowKey.of_item(row.item.id)] = RowKey.of_item(item.id)
            for own in row.attachments:
                source = store.content.add_bytes(own.attachment.id.encode())
                store.save_rendition(Rendition(source, own.rendition.status, source, own.rendition.page_count))
                made = store.add_attachment(item.id, own.attachment.title, "a.pdf", source)
                same[RowKey.of_attachment(own.attachment.id)] = RowKey.of_attachment(made.id)
    return store.agenda(meeting.id), same


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("store"), who="abk") as store:
        yield store


@given(trees(), st.data())
def test_a_trial_is_what_the_store_then_has(store: Store, given: list[Tree], data: st.DataObject) -> None:
    rows = rows_of(make_tree(given))
    if not rows.rows:
        return
    keys = list(rows.rows)
    chosen = rows.uppermost(data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=4)))
    over = data.draw(st.none() | st.sampled_from(keys))
    place = dropped(rows, chosen, Hover(over, data.draw(st.sampled_from([0.1, 0.5, 0.9]))))
    if place is None:
        return
    agenda, same = in_store(store, make_tree(given))
    there = Place(same[place.parent] if place.parent else None, same[place.before] if place.before else None)
    moving = [same[row] for row in chosen]
    expected = drawn(rows_of(moved(agenda, moving, there)))
    with store.operation("Flyt"):
        put(store, moving, there)
    assert drawn(rows_of(store.agenda(agenda.meeting.id))) == expected


def test_numbers_follow_in_a_trial() -> None:
    agenda = make_tree(AGENDA)
    after = rows_of(moved(agenda, [key("Klima")], at("Temaer", "Sundhed")))
    numbers = {row.title: row.number for row in after.rows.values() if row.is_item}
    assert numbers["Klima"] == "2.1"
    assert numbers["Sundhed"] == "2.2"
    assert [row.number for row in rows_of(agenda).rows.values()] == [row.number for row in ROWS.rows.values()]


def test_pages_follow_in_a_trial() -> None:
    agenda = make_tree(AGENDA)
    before, after = ROWS.rows, rows_of(moved(agenda, [key("Flygtninge/1")], at("Sundhed", "Sundhed/1"))).rows
    assert after[key("Flygtninge/1")].page == before[key("Sundhed/1")].page
    assert after[key("Sundhed/1")].page != before[key("Sundhed/1")].page


def test_the_store_refuses_what_was_deleted_meanwhile(store: Store) -> None:
    _, same = in_store(store, make_tree(AGENDA))
    with store.operation("Slet"):
        take_away(store, [same[key("Klima")]])
    with pytest.raises(UserError) as caught, store.operation("Flyt"):
        put(store, [same[key("Klima")]], Place(None, None))
    assert caught.value.code == "item-gone"
