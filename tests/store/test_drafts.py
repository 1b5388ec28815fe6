"""A new meeting has what is on every agenda, and nothing of the cases of another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kkr_desk.errors import UserError
from kkr_desk.model import INDEX_TITLE, USUAL_SECTIONS, Meeting, MeetingState, TextKind
from kkr_desk.store import Store
from tests.store.rows import TITLE, attach, dump, titles

DAY = date(2025, 6, 13)


def full_meeting(store: Store) -> Meeting:
    """A meeting that was held: sections, cases below them and at the top, one of everything."""
    with store.operation("Holdt møde"):
        meeting = store.add_meeting("KKR Fyn", date(2025, 3, 14), "Bilagsoversigt", time="9.30", place="Odense")
        opening = store.add_item(meeting.id, "Velkomst", caseworker="abk")
        store.add_item(meeting.id, "Referat", case_type="Beslutningssag")
        cases = store.add_item(meeting.id, "Temaer", closed=True)
        case = store.add_item(meeting.id, "Flygtninge", parent_id=cases.id, case_type="Beslutningssag")
        store.add_item(meeting.id, "Uden sagstype", parent_id=cases.id)
        unnamed = store.add_item(meeting.id, "")
        news = store.add_item(meeting.id, "Siden sidst.", parent_id=unnamed.id, case_type="Orienteringssag")
        store.add_item(meeting.id, "")
        store.add_item(meeting.id, "Eventuelt")
        store.write_text(news.id, TextKind.BACKGROUND, "<p>Nyt</p>")
        store.change_item(opening.id, case_number="SAG-1")
    attach(store, case, "Landstal")
    attach(store, news, "Notat")
    with store.operation("Udsendt"):
        store.change_meeting(meeting.id, state=MeetingState.HELD, archived=True)
    return store.meeting(meeting.id)


def test_a_new_meeting_has_the_usual_sections(store: Store) -> None:
    with store.operation("Nyt møde"):
        meeting = store.new_meeting("KKR Fyn", DAY, time="9.30", place="Odense\nRådhus")
    assert meeting == Meeting(meeting.id, "KKR Fyn", DAY, INDEX_TITLE, time="9.30", place="Odense Rådhus")
    assert titles(store, meeting) == [f"{n} {title}" for n, title in enumerate(USUAL_SECTIONS, 1)]
    store.undo()
    assert store.meetings() == []


def test_a_new_meeting_has_the_sections_of_its_council(store: Store) -> None:
    with store.operation("Råd og møder"):
        store.save_council(replace(store.council("KKR Fyn"), sections=("Velkomst", "Sager")))
        store.add_meeting("KKR Fyn", date(2024, 1, 1), "Ældre overskrift")
        store.add_meeting("KKR Fyn", date(2025, 1, 1), "Bilagsoversigt")
        store.add_meeting("KKR Sjælland", date(2025, 2, 1), "Andet")
        meeting = store.new_meeting("KKR Fyn ", DAY)
    assert titles(store, meeting) == ["1 Velkomst", "2 Sager"]
    assert meeting.index_title == "Bilagsoversigt"


def test_a_copy_is_divided_alike_and_has_no_cases(store: Store) -> None:
    earlier = full_meeting(store)
    before = dump(store)
    with store.operation("Kopi"):
        meeting = store.copy_meeting(earlier.id, DAY)
    assert meeting == Meeting(meeting.id, "KKR Fyn", DAY, "Bilagsoversigt")
    rows = [row.item for row in store.agenda(meeting.id).items]
    assert [(row.title, row.case_type, row.closed) for row in rows] == [
        ("Temaer", None, True),
        ("", None, False),
        ("Siden sidst.", "Orienteringssag", False),
        ("Eventuelt", None, False),
    ]
    assert titles(store, meeting) == ["1 Temaer", "2 ", "2.1 Siden sidst.", "3 Eventuelt"]
    assert {(row.case_number, row.caseworker, row.pinned_number) for row in rows} == {("", "", None)}
    assert store.meeting_texts(meeting.id) == {}
    assert not any(row.attachments for row in store.agenda(meeting.id).items)
    store.undo()
    assert dump(store) == before


def test_what_several_agendas_have_recurs(store: Store) -> None:
    """ "Velkomst" was once marked as a case, "Uden sagstype" stands below a section: yet both were there before."""
    earlier = full_meeting(store)
    with store.operation("Et møde før"):
        older = store.add_meeting("KKR Fyn", date(2024, 12, 1), TITLE)
        for title in ("VELKOMST:", "Uden sagstype"):
            store.add_item(older.id, title)
        meeting = store.copy_meeting(earlier.id, DAY)
    assert titles(store, meeting)[:3] == ["1 Velkomst", "2 Temaer", "2.1 Uden sagstype"]


def test_a_flat_agenda_leaves_its_cases_behind(store: Store) -> None:
    with store.operation("Fladt"):
        earlier = store.add_meeting("KKR Fyn", DAY, TITLE)
        for title, case_type in (("Velkomst", None), ("Flygtninge", "Beslutningssag"), ("Eventuelt", None)):
            store.add_item(earlier.id, title, case_type=case_type)
        case = store.add_item(earlier.id, "Rammeaftale")
    attach(store, case, "Notat")
    with store.operation("Kopi"):
        meeting = store.copy_meeting(earlier.id, DAY)
    assert titles(store, meeting) == ["1 Velkomst", "2 Eventuelt"]


def test_a_meeting_that_is_gone_is_not_copied(store: Store) -> None:
    earlier = full_meeting(store)
    with store.operation("Slet"):
        store.delete_meeting(earlier.id)
    with store.operation("Kopi"), pytest.raises(UserError, match="meeting-gone"):
        store.copy_meeting(earlier.id, DAY)
