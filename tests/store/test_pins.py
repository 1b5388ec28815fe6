"""Numbers stand from the moment a meeting is no draft any more, until it is numbered anew."""

from __future__ import annotations

import pytest

from kkr_desk.errors import UserError
from kkr_desk.model import MeetingId, MeetingState
from kkr_desk.store import Store
from tests.store.rows import add_items, add_meeting, attach, dump, full_meeting, titles


def test_numbers_stand_when_a_meeting_is_sent_out(store: Store) -> None:
    meeting = full_meeting(store)
    before = titles(store, meeting)
    state = dump(store)
    with store.operation("Udsend"):
        store.change_meeting(meeting.id, state=MeetingState.ISSUED)
    assert titles(store, meeting) == before
    agenda = store.agenda(meeting.id)
    assert {(row.item.pinned_number, row.number) for row in agenda.items} == {
        (r.number, r.number) for r in agenda.items
    }
    assert {(a.attachment.pinned_number, a.number) for row in agenda.items for a in row.attachments} == {(1, 1), (2, 2)}
    sundhed = store.find_item(meeting.id, "2.1")
    with store.operation("Træk tilbage"):
        store.delete_item(sundhed.id)
        late = store.add_item(
            meeting.id, "Sent", parent_id=sundhed.parent_id, before=store.find_item(meeting.id, "2.2").id
        )
    assert titles(store, meeting) == ["1 Velkomst", "2 Temaer og sager", "2.3 Sent", "2.2 Flygtninge"]
    assert late.pinned_number is None
    store.undo()
    store.undo()
    assert dump(store) == state


def test_from_one_state_to_the_next_nothing_is_pinned_anew(store: Store) -> None:
    meeting = add_meeting(store)
    (first,) = add_items(store, meeting, "A")
    with store.operation("Udsend"):
        store.change_meeting(meeting.id, state=MeetingState.ISSUED)
    (late,) = add_items(store, meeting, "B")
    for state in (MeetingState.HELD, MeetingState.APPROVED, MeetingState.DRAFT):
        with store.operation("Videre"):
            store.change_meeting(meeting.id, state=state)
    assert (store.item(first.id).pinned_number, store.item(late.id).pinned_number) == ("1", None)


def test_a_meeting_is_numbered_anew_in_one_operation(store: Store) -> None:
    meeting, other = full_meeting(store), full_meeting(store)
    for each in (meeting, other):
        with store.operation("Udsend"):
            store.change_meeting(each.id, state=MeetingState.ISSUED)
    with store.operation("Slet"):
        store.delete_item(store.find_item(meeting.id, "2.1").id)
    untouched = store.agenda(other.id)
    before = dump(store)
    with store.operation("Omnummerér"):
        store.renumber(meeting.id)
    assert titles(store, meeting) == ["1 Velkomst", "2 Temaer og sager", "2.1 Flygtninge"]
    pins = [row.item.pinned_number for row in store.agenda(meeting.id).items]
    pins += [str(a.attachment.pinned_number) for row in store.agenda(meeting.id).items for a in row.attachments]
    assert set(pins) == {None, "None"}
    assert store.agenda(other.id) == untouched
    assert store.undo() == "Omnummerér"
    assert dump(store) == before


def test_numbering_anew_what_has_no_pins_changes_nothing(store: Store) -> None:
    meeting = full_meeting(store)
    with store.operation("Omnummerér"):
        store.renumber(meeting.id)
    assert not store.last_changes


def test_several_rows_are_moved_and_deleted_in_one_operation(store: Store) -> None:
    meeting = add_meeting(store)
    a, b, c, d = add_items(store, meeting, "A", "B", "C", "D")
    one, two, three = attach(store, a, "1", "2", "3")
    before = dump(store)
    with store.operation("Flyt 2 punkter og 2 bilag"):
        for item in (c, d):
            with store.operation("Flyt"):
                store.move_item(item.id, parent_id=b.id, before=None)
        for attachment in (one, three):
            with store.operation("Flyt"):
                store.move_attachment(attachment.id, item_id=d.id, before=None)
    assert titles(store, meeting) == ["1 A", "2 B", "2.1 C", "2.2 D"]
    assert [x.attachment.title for x in store.agenda(meeting.id).items[3].attachments] == ["1", "3"]
    moved = dump(store)
    with store.operation("Slet 2 punkter"):
        store.delete_item(b.id)
        with pytest.raises(UserError, match="item-gone"):
            store.delete_item(c.id)  # gone with the item above it
        store.delete_attachment(two.id)
    assert titles(store, meeting) == ["1 A"]
    assert store.undo() == "Slet 2 punkter"
    assert dump(store) == moved
    assert store.undo() == "Flyt 2 punkter og 2 bilag"
    assert dump(store) == before


def test_a_meeting_that_is_gone(store: Store) -> None:
    for step in (
        lambda: store.renumber(MeetingId("gone")),
        lambda: store.change_meeting(MeetingId("gone"), state=MeetingState.HELD),
    ):
        with store.operation("Forsøg"), pytest.raises(UserError, match="meeting-gone"):
            step()
