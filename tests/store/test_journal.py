"""One operation is one transaction, one step, and says what it changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, Defect
from kkr_desk.store import Store, journal
from kkr_desk.store.journal import OperationKind, RowId
from kkr_desk.store.triggers import statements
from tests.store.rows import add_items, add_meeting, attach, count, dump, full_meeting


def test_an_operation_says_what_it_changed(store: Store) -> None:
    meeting = add_meeting(store)
    a, b = add_items(store, meeting, "A", "B")
    (attachment,) = attach(store, b, "1")
    with store.operation("Det hele"):
        c = store.add_item(meeting.id, "C")
        store.change_item(a.id, title="A2")
        store.delete_item(b.id)
    changes = store.last_changes
    assert changes.label == "Det hele"
    assert changes.inserted == {RowId("item", c.id)}
    assert changes.updated == {RowId("item", a.id)}
    assert changes.deleted == {RowId("item", b.id), RowId("attachment", attachment.id)}
    assert changes.touches("item") == {a.id, b.id, c.id}
    assert store.changes(changes.operation) == changes
    assert not store.changes(12345)


def test_an_operation_that_changes_nothing_leaves_nothing(store: Store) -> None:
    meeting = add_meeting(store)
    (item,) = add_items(store, meeting, "A")
    operations = count(store, "operation")
    with store.operation("Intet"):
        store.change_item(item.id, title="A")
        store.change_item(item.id, title="B")
        store.change_item(item.id, title="A")
        store.delete_item(store.add_item(meeting.id, "kort").id)
    assert (count(store, "operation"), count(store, "change")) == (operations, operations)
    assert store.last_changes.operation == 0
    with store.operation("Tomt"):
        pass
    assert not store.last_changes


def test_a_failing_operation_leaves_nothing(store: Store) -> None:
    meeting = add_meeting(store)
    before = dump(store)

    def go_wrong(error: type[BaseException]) -> None:
        with store.operation("Går galt"):
            store.add_item(meeting.id, "A")
            with store.operation("Indeni"):
                store.add_item(meeting.id, "B")
                raise error

    for error in (ValueError, Cancelled, KeyboardInterrupt):
        with pytest.raises(error):
            go_wrong(error)
    assert dump(store) == before
    assert count(store, "operation") == 1
    assert not store.last_changes
    add_items(store, meeting, "Går godt")


def test_an_operation_within_one_is_part_of_it(store: Store) -> None:
    meeting = add_meeting(store)

    def give_up() -> None:
        with store.operation("Opgivet"):
            store.add_item(meeting.id, "C")
            raise ValueError("opgivet")

    with store.operation("Ydre"):
        store.add_item(meeting.id, "A")
        with store.operation("Indre"):
            store.add_item(meeting.id, "B")
        with pytest.raises(ValueError, match="opgivet"):
            give_up()
    assert [row.item.title for row in store.agenda(meeting.id).items] == ["A", "B"]
    assert store.undo() == "Ydre"
    assert store.agenda(meeting.id).items == ()


def test_an_error_in_our_caller_is_not_blamed_on_the_store(store: Store) -> None:
    with pytest.raises(FileNotFoundError), store.operation("Læs"):
        raise FileNotFoundError("the caller's own")


def test_typing_is_one_operation(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "")
    for length in range(1, 8):
        with store.operation("Skriv titel", coalesce_key=f"title:{item.id}"):
            store.change_item(item.id, title="Velkomst"[:length])
    assert count(store, "operation") == 3
    assert count(store, "change") == 3
    assert store.undo() == "Skriv titel"
    assert store.item(item.id).title == ""
    store.redo()
    assert store.item(item.id).title == "Velkoms"


def test_typing_that_comes_to_nothing_leaves_nothing(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    for title in ("AB", "A"):
        with store.operation("Skriv", coalesce_key="t"):
            store.change_item(item.id, title=title)
        assert store.last_changes.updated == {RowId("item", item.id)}
    assert count(store, "operation") == 2
    assert store.undo() == "Nye punkter"


@pytest.mark.parametrize(
    "between", ["another key", "no key", "another operation", "an undo", "a rest", "somebody else"]
)
def test_typing_starts_anew(store: Store, folder: Path, between: str, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = add_items(store, add_meeting(store), "A", "B")
    with store.operation("Skriv", coalesce_key="t"):
        store.change_item(a.id, title="A1")
    operations = 3
    writer, key = store, "t"
    if between == "another key":
        key = "u"
    elif between == "no key":
        key = ""
    elif between == "another operation":
        with store.operation("Andet"):
            store.change_item(b.id, title="B1")
        operations += 1
    elif between == "an undo":
        store.undo()
        operations += 1
    elif between == "a rest":
        monkeypatch.setattr(journal, "COALESCE_SECONDS", 0.0)
    else:
        writer = Store.open(folder, who="mnl")
    with writer.operation("Skriv", coalesce_key=key or None):
        writer.change_item(a.id, title="A2")
    assert count(store, "operation") == operations + 1
    if writer is not store:
        writer.close()


def test_a_new_operation_ends_what_could_be_redone(store: Store) -> None:
    meeting = add_meeting(store)
    (item,) = add_items(store, meeting, "A")
    store.undo()
    with store.operation("Tomt"):
        pass
    store.redo()
    store.undo()
    with store.operation("Nyt"):
        store.change_meeting(meeting.id, council="KKR Fyn")
    with pytest.raises(Exception, match="nothing-to-redo"):
        store.redo()
    with pytest.raises(Exception, match="item-gone"):
        store.item(item.id)


def test_the_history_of_an_item(store: Store) -> None:
    meeting = add_meeting(store)
    a, b = add_items(store, meeting, "A", "B")
    (attachment,) = attach(store, a, "1")
    with store.operation("Ret\npunkt"):
        store.change_item(a.id, title="A2")
    with store.operation("Flyt bilag"):
        store.move_attachment(attachment.id, item_id=b.id, before=None)
    with store.operation("Ret bilag hos B"):
        store.change_attachment(attachment.id, title="11")
    store.undo()
    entries = store.history(a.id)
    assert [entry.label for entry in entries] == ["Flyt bilag", "Ret punkt", "Nye bilag", "Nye punkter"]
    assert {entry.who for entry in entries} == {"abk"}
    assert timedelta(0) <= datetime.now(UTC) - entries[0].at < timedelta(minutes=1)
    (field,) = entries[1].fields
    assert (field.row, field.field, field.before, field.after) == (RowId("item", a.id), "title", "A", "A2")
    assert [entry.kind for entry in store.history(b.id)][:2] == [OperationKind.UNDO, OperationKind.DO]


def test_deleting_a_meeting_is_journaled_row_by_row(store: Store) -> None:
    meeting = full_meeting(store)
    rows = sum(len(rows) for rows in dump(store).values())
    with store.operation("Slet møde"):
        store.delete_meeting(meeting.id)
    assert len(store.last_changes.deleted) == rows == 11


def test_the_journal_holds_whole_rows_as_json(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), 'Børnehus\' "x" 🌍')
    row = store._connection.row("SELECT before, after FROM change WHERE row_id = ?", (item.id,))
    assert row is not None
    assert row[0] is None
    assert json.loads(row[1]) == {name: getattr(item, name) for name in type(item).__slots__}


def test_a_type_that_json_would_bend_is_refused() -> None:
    with pytest.raises(Defect, match="journal-type"):
        statements("item", [("id", "TEXT"), ("width", "REAL")])


def test_who_works_is_known_or_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "mnl")
    assert journal.current_user() == "mnl"

    def nobody() -> str:
        raise OSError("no such account")

    monkeypatch.setattr("getpass.getuser", nobody)
    with Store.open(folder) as store:
        (item,) = add_items(store, add_meeting(store), "A")
        assert store.history(item.id)[0].who == ""
