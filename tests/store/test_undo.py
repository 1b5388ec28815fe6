"""Undo and redo lead back to the very rows that were, or are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkr_desk.errors import Defect, EnvironmentFault, UserError
from kkr_desk.store import Store
from kkr_desk.store.journal import OperationKind
from tests.store.rows import add_items, add_meeting, attach, count, dump, full_meeting


def test_a_deleted_meeting_comes_back_whole_and_goes_again(store: Store, folder: Path) -> None:
    meeting = full_meeting(store)
    whole = dump(store)
    with store.operation("Slet møde"):
        store.delete_meeting(meeting.id)
    empty = dump(store)
    for _ in range(2):
        assert store.undo() == "Slet møde"
        assert dump(store) == whole
        assert len(store.last_changes.inserted) == 11
        assert store.last_changes.kind is OperationKind.UNDO
        store.close()
        store = Store.open(folder)
        assert store.redo() == "Slet møde"
        assert dump(store) == empty
        assert len(store.last_changes.deleted) == 11
    store.close()


def test_everything_can_be_undone_and_redone_to_the_last(store: Store) -> None:
    states = [dump(store)]
    meeting = add_meeting(store)
    states.append(dump(store))
    a, b = add_items(store, meeting, "A", "B")
    states.append(dump(store))
    attach(store, a, "1", "2")
    states.append(dump(store))
    with store.operation("Om"):
        store.move_item(a.id, parent_id=b.id, before=None)
        store.change_item(b.id, title="B2", case_type="Drøftelsessag", pinned_number="4")
        store.delete_attachment(store.agenda(meeting.id).items[1].attachments[0].attachment.id)
    states.append(dump(store))
    for state in reversed(states[:-1]):
        store.undo()
        assert dump(store) == state
    with pytest.raises(UserError, match="nothing-to-undo"):
        store.undo()
    for state in states[1:]:
        store.redo()
        assert dump(store) == state
    with pytest.raises(UserError, match="nothing-to-redo"):
        store.redo()
    assert dump(store) == states[-1]


def test_a_row_made_changed_and_filled_in_one_operation(store: Store) -> None:
    meeting = add_meeting(store)
    (old,) = add_items(store, meeting, "Gammel")
    (attachment,) = attach(store, old, "1")
    before = dump(store)
    with store.operation("Opdel"):
        store.change_attachment(attachment.id, title="ret")
        new = store.add_item(meeting.id, "Ny")
        store.move_attachment(attachment.id, item_id=new.id, before=None)
        store.delete_item(old.id)
    after = dump(store)
    store.undo()
    assert dump(store) == before
    store.redo()
    assert dump(store) == after


def test_an_earlier_operation_can_be_undone_alone(store: Store) -> None:
    meeting = add_meeting(store)
    a, b = add_items(store, meeting, "A", "B")
    with store.operation("Ret A"):
        store.change_item(a.id, title="A2")
    earlier = store.last_changes.operation
    with store.operation("Ret B"):
        store.change_item(b.id, title="B2")
    assert store.undo(earlier) == "Ret A"
    assert (store.item(a.id).title, store.item(b.id).title) == ("A", "B2")
    assert store.undo() == "Ret B"
    assert store.redo() == "Ret B"
    assert store.redo() == "Ret A"
    assert (store.item(a.id).title, store.item(b.id).title) == ("A2", "B2")


def test_it_is_refused_when_a_later_operation_touched_the_row(store: Store) -> None:
    meeting = add_meeting(store)
    (item,) = add_items(store, meeting, "A")
    made = store.last_changes.operation
    with store.operation("Ret titel"):
        store.change_item(item.id, title="B")
    changed = store.last_changes.operation
    with store.operation("Ret igen"):
        store.change_item(item.id, title="C")
    before = dump(store)
    for earlier in (made, changed):
        with pytest.raises(UserError) as error:
            store.undo(earlier)
        assert (error.value.code, error.value.facts["later"]) == ("undo-refused", "Ret igen")
    assert dump(store) == before
    store.undo()
    store.undo()
    assert store.item(item.id).title == "A"
    with pytest.raises(UserError, match="undo-refused"):
        store.undo(changed)


def test_it_is_refused_when_more_would_go_than_came(store: Store) -> None:
    """Undoing an item's creation would cascade to an attachment that came later."""
    (item,) = add_items(store, add_meeting(store), "A")
    made = store.last_changes.operation
    attach(store, item, "1")
    before, operations = dump(store), count(store, "operation")
    with pytest.raises(UserError, match="undo-refused"):
        store.undo(made)
    assert (dump(store), count(store, "operation")) == (before, operations)


def test_it_is_refused_when_what_it_belonged_to_is_gone(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    (attachment,) = attach(store, item, "1")
    with store.operation("Slet bilag"):
        store.delete_attachment(attachment.id)
    deleted = store.last_changes.operation
    with store.operation("Slet punkt"):
        store.delete_item(item.id)
    before = dump(store)
    with pytest.raises(UserError, match="undo-refused"):
        store.undo(deleted)
    assert dump(store) == before
    store.undo()
    store.undo()
    assert store.attachment(attachment.id) == attachment


def test_it_is_refused_when_rows_were_changed_past_the_journal(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    with store.operation("Ret"):
        store.change_item(item.id, title="B")
    _past_the_journal(store, "UPDATE item SET title = 'X'")
    with pytest.raises(UserError, match="undo-refused"):
        store.undo()
    _past_the_journal(store, "UPDATE item SET title = 'B'")
    store.undo()
    _past_the_journal(store, "DELETE FROM item")
    with pytest.raises(UserError, match="undo-refused"):
        store.redo()


def test_it_is_refused_when_a_row_is_back_already(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    row = dump(store)["item"][0]
    with store.operation("Slet"):
        store.delete_item(item.id)
    _past_the_journal(store, f"INSERT INTO item VALUES ({', '.join('?' * len(row))})", row)
    with pytest.raises(UserError, match="undo-refused"):
        store.undo()


def _past_the_journal(store: Store, sql: str, values: tuple[object, ...] = ()) -> None:
    triggers = store._connection.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    for name, _ in triggers:
        store._connection.write(f"DROP TRIGGER {name}")
    store._connection.write(sql, values)
    for _, made in triggers:
        store._connection.write(made)


def test_undo_is_no_part_of_an_operation(store: Store) -> None:
    add_meeting(store)
    for step in (store.undo, store.redo):
        with pytest.raises(Defect, match="operation-open"), store.operation("Forsøg"):
            step()
    assert len(store.meetings()) == 1


def test_an_unknown_operation_is_nothing_to_undo(store: Store) -> None:
    add_meeting(store)
    with pytest.raises(UserError, match="nothing-to-undo"):
        store.undo(99)
    store.undo()
    with pytest.raises(UserError, match="undo-refused"):
        store.undo(store.last_changes.operation)  # an undo is redone, not undone


def test_another_program_undoes_what_this_one_did(store: Store, folder: Path) -> None:
    meeting = add_meeting(store)
    with Store.open(folder, who="mnl") as other:
        assert other.undo() == "Nyt møde"
    assert store.meetings() == []
    assert store.redo() == "Nyt møde"
    assert store.meetings() == [meeting]


def test_a_reader_cannot_undo(store: Store, folder: Path) -> None:
    add_meeting(store)
    with Store.open(folder, read_only=True) as reader:
        with pytest.raises(EnvironmentFault, match="store-read-only"):
            reader.undo()
        with pytest.raises(EnvironmentFault, match="store-read-only"), reader.operation("Nej"):
            pass
