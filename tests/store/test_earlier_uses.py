"""The same file again is told with where it stands already."""

from __future__ import annotations

from datetime import date

from kkr_desk.model import MeetingState
from kkr_desk.store import Store, earlier_uses
from kkr_desk.store.earlier_uses import EarlierUse
from tests.store.rows import add_items, add_meeting, attach, full_meeting


def places(uses: tuple[EarlierUse, ...]) -> list[tuple[str, str, int, str]]:
    return [(use.meeting.date.isoformat(), use.item_number, use.number, use.title) for use in uses]


def test_the_latest_meeting_comes_first(store: Store) -> None:
    source = store.content.add_bytes(b"the same every time")
    assert store.earlier_uses(source) == ()
    made = []
    for day in (date(2024, 4, 17), date(2025, 6, 19), date(2023, 1, 1)):
        meeting = add_meeting(store, day=day)
        first, second = add_items(store, meeting, "Velkomst", "Sundhed")
        attach(store, second, f"Andet {day}")
        with store.operation("Vedhæft"):
            made.append(store.add_attachment(second.id, f"Faktaark {day.year}", "f.pdf", source).id)
            if day.year == 2024:
                store.add_attachment(first.id, "Samme fil", "f.pdf", source)
                store.change_meeting(meeting.id, state=MeetingState.ISSUED)
                store.delete_item(first.id)
    assert places(store.earlier_uses(source)) == [
        ("2025-06-19", "2", 2, "Faktaark 2025"),
        ("2024-04-17", "2", 2, "Faktaark 2024"),
        ("2023-01-01", "2", 2, "Faktaark 2023"),
    ]
    assert places(store.earlier_uses(source, but=made[-1:]))[-1][0] == "2024-04-17"


def test_twice_in_a_meeting(store: Store) -> None:
    meeting = full_meeting(store)
    source = store.content.add_bytes(b"twice")
    items = {row.number: row.item.id for row in store.agenda(meeting.id).items}
    with store.operation("Vedhæft"):
        for number in ("2.2", "1", "1"):
            store.add_attachment(items[number], "Igen", "f.pdf", source)
    found = store.earlier_uses(source)
    assert [(use.item_number, use.number) for use in found] == [("1", 3), ("1", 4), ("2.2", 3)]
    assert {store.attachment(use.attachment).source for use in found} == {source}
    assert store.earlier_uses(source, but=[use.attachment for use in found]) == ()


def test_what_is_on_every_agenda_is_not_told_without_end(store: Store) -> None:
    source = store.content.add_bytes(b"on every agenda")
    for n in range(earlier_uses.MOST_MEETINGS + 2):
        (item,) = add_items(store, add_meeting(store, day=date(2000 + n, 1, 1)), "Velkomst")
        with store.operation("Vedhæft"):
            store.add_attachment(item.id, "Forretningsorden", "f.pdf", source)
    found = store.earlier_uses(source)
    assert [use.meeting.date.year for use in found] == [2011 - n for n in range(earlier_uses.MOST_MEETINGS)]
