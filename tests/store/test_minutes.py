"""What a meeting came to: decisions, attendance and follow-ups, journaled and undone like everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import (
    AttendeeId,
    Council,
    CouncilId,
    Decision,
    FollowUp,
    FollowUpId,
    FollowUpState,
    ItemId,
    Meeting,
    MeetingId,
    Member,
    Presence,
    Reservation,
)
from kkr_desk.store import Store
from tests.store.rows import add_items, add_meeting, dump, full_meeting

HOLM = Member("Mette Holm", "Roskilde", "A")
BRUN = Member("Ole Brun", "Lemvig", "V")


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """A meeting of a council with two members."""
    with store.operation("Råd"):
        store.save_council(Council(CouncilId(""), "KKR Midtsjælland", members=(HOLM, BRUN)))
    return full_meeting(store)


def item_of(store: Store, meeting: Meeting, number: str) -> ItemId:
    return store.find_item(meeting.id, number).id


def test_a_decision_is_written_changed_and_taken_away(store: Store, meeting: Meeting) -> None:
    item = item_of(store, meeting, "2.1")
    assert store.decision(item) == Decision(item)
    assert store.decisions(meeting.id) == {}
    before = dump(store)
    reservations = (Reservation("Lemvig\nKommune", "  tager forbehold "), Reservation(""), Reservation("Skive"))
    with store.operation("Beslut"):
        kept = store.write_decision(Decision(item, "Godkendt", reservations, "9.40", "10.05"))
    wanted = (Reservation("Lemvig Kommune", "tager forbehold"), Reservation("Skive"))
    assert kept == Decision(item, "Godkendt", wanted, "9.40", "10.05")
    assert store.decision(item) == kept
    assert store.decisions(meeting.id) == {item: kept}
    assert store.last_changes.touches("decision") == {item}
    with store.operation("Beslut"):
        store.write_decision(replace(kept, outcome="Udsat"))
    assert [entry.label for entry in store.history(item)][:2] == ["Beslut", "Beslut"]
    assert {(f.field, f.before, f.after) for f in store.history(item)[0].fields} == {("outcome", "Godkendt", "Udsat")}
    with store.operation("Beslut"):
        store.write_decision(Decision(item, " "))
    assert store.decisions(meeting.id) == {}
    for _ in range(3):
        store.undo()
    assert dump(store) == before
    for _ in range(2):
        store.redo()
    assert store.decision(item).outcome == "Udsat"


def test_attendance_begins_with_the_members_and_goes_its_own_ways(store: Store, meeting: Meeting) -> None:
    with store.operation("Fremmøde"):
        holm, brun = store.fill_attendance(meeting.id)
    assert [(row.name, row.municipality, row.party, row.presence) for row in (holm, brun)] == [
        ("Mette Holm", "Roskilde", "A", Presence.PRESENT),
        ("Ole Brun", "Lemvig", "V", Presence.PRESENT),
    ]
    with store.operation("Fremmøde"):
        assert store.fill_attendance(meeting.id) == ()
    assert not store.last_changes
    late = item_of(store, meeting, "2.2")
    with store.operation("Afbud"):
        store.change_attendee(brun.id, presence=Presence.ABSENT)
        stand_in = store.add_attendee(
            meeting.id, "Ida Krogh", presence=Presence.SUBSTITUTE, substitute_for="Ole Brun", before=brun.id
        )
        store.change_attendee(holm.id, leaves_at=late)
        store.move_attendee(holm.id, before=None)
    assert [row.name for row in store.attendance(meeting.id)] == ["Ida Krogh", "Ole Brun", "Mette Holm"]
    assert store.attendance(meeting.id)[2].leaves_at == late
    with store.operation("Kom selv"):
        assert store.change_attendee(stand_in.id, presence=Presence.PRESENT).substitute_for == ""
        store.remove_attendee(brun.id)
    before = dump(store)
    with store.operation("Slet punkt"):
        store.delete_item(late)
    assert store.attendance(meeting.id)[-1].leaves_at is None
    store.undo()
    assert dump(store) == before
    store.redo()
    store.undo()
    assert dump(store) == before


def test_nobody_comes_or_leaves_at_an_item_of_another_meeting(store: Store, meeting: Meeting) -> None:
    (elsewhere,) = add_items(store, add_meeting(store, "KKR Fyn"), "Andet")
    with store.operation("Fremmøde"):
        holm, _ = store.fill_attendance(meeting.id)
        with pytest.raises(UserError, match="item-gone"):
            store.change_attendee(holm.id, arrives_at=elsewhere.id)


def test_follow_ups_are_listed_across_meetings_what_is_overdue_first(store: Store, meeting: Meeting) -> None:
    other = add_meeting(store, "KKR Fyn", date(2025, 6, 1))
    (budget,) = add_items(store, other, "Budget")
    sundhed = item_of(store, meeting, "2.1")
    with store.operation("Opfølgning"):
        some_time = store.add_follow_up(sundhed, "Spørg\nministeriet", who="abk")
        june = store.add_follow_up(budget.id, "Send brev", due=date(2025, 6, 10))
        may = store.add_follow_up(sundhed, "Indhent tal", due=date(2025, 5, 1))
        done = store.add_follow_up(sundhed, "Aftal møde", due=date(2025, 4, 1))
        store.change_follow_up(done.id, state=FollowUpState.DONE, done=date(2025, 4, 2))
    assert some_time.what == "Spørg ministeriet"
    listed = store.follow_ups()
    assert [row.follow_up.id for row in listed] == [may.id, june.id, some_time.id, done.id]
    assert [(row.number, row.item.title, row.meeting.council) for row in listed[:2]] == [
        ("2.1", "Sundhed", "KKR Midtsjælland"),
        ("1", "Budget", "KKR Fyn"),
    ]
    assert [row.follow_up.is_overdue(date(2025, 5, 2)) for row in listed] == [True, False, False, False]
    assert [row.follow_up.what for row in store.follow_ups(other.id)] == ["Send brev"]
    assert [own.what for own in store.item_follow_ups(sundhed)] == ["Spørg ministeriet", "Indhent tal", "Aftal møde"]
    with store.operation("Åbn igen"):
        assert store.change_follow_up(done.id, state=FollowUpState.OPEN) == FollowUp(
            done.id, sundhed, "Aftal møde", due=date(2025, 4, 1)
        )
    with store.operation("Fjern"):
        store.remove_follow_up(may.id)
    assert [entry.label for entry in store.history(sundhed)][:3] == ["Fjern", "Åbn igen", "Opfølgning"]
    store.undo()
    assert [row.follow_up.id for row in store.follow_ups()] == [done.id, may.id, june.id, some_time.id]


def test_what_is_gone_and_what_is_no_field(store: Store, meeting: Meeting) -> None:
    with store.operation("Forsøg"):
        for code, step in (
            ("item-gone", lambda: store.write_decision(Decision(ItemId("x"), "Godkendt"))),
            ("item-gone", lambda: store.add_follow_up(ItemId("x"), "Skriv")),
            ("meeting-gone", lambda: store.fill_attendance(MeetingId("x"))),
            ("attendee-gone", lambda: store.remove_attendee(AttendeeId("x"))),
            ("attendee-gone", lambda: store.add_attendee(meeting.id, "A", before=AttendeeId("x"))),
            ("follow-up-gone", lambda: store.remove_follow_up(FollowUpId("x"))),
        ):
            with pytest.raises(UserError, match=code):
                step()
        row = store.add_attendee(meeting.id, "A")
        with pytest.raises(Defect, match="store-defect"):
            store.change_attendee(row.id, id="y")  # type: ignore[call-arg]
    with pytest.raises(Defect, match="store-defect"):
        store.remove_attendee(row.id)  # no operation is open
