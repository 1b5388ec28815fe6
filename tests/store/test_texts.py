"""Texts of items: journaled like everything else, in the item's history, gone and back with the item."""

from __future__ import annotations

import pytest

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import TextKind
from kkr_desk.store import Store
from kkr_desk.store.journal import FieldChange, RowId
from tests.store.rows import add_items, add_meeting, count

BACKGROUND, DECISION = TextKind.BACKGROUND, TextKind.DECISION


def test_texts_of_an_item(store: Store) -> None:
    meeting = add_meeting(store)
    a, b = add_items(store, meeting, "A", "B")
    html = "<h3>Sagen</h3>\n<p>Blåbær &amp; æøå</p>\n<ul>\n<li>ét</li>\n</ul>"
    with store.operation("Skriv"):
        store.write_text(a.id, DECISION, "<p>Godkendt</p>")
        store.write_text(a.id, BACKGROUND, html)
    assert list(store.texts(a.id).items()) == [(BACKGROUND, html), (DECISION, "<p>Godkendt</p>")]
    assert store.texts(b.id) == {}
    assert store.meeting_texts(meeting.id) == {a.id: store.texts(a.id)}
    with store.operation("Skriv"):
        store.write_text(a.id, BACKGROUND, " \n")
        store.write_text(b.id, BACKGROUND, "")
    assert store.texts(a.id) == {DECISION: "<p>Godkendt</p>"}
    assert store.last_changes.deleted == {RowId("item_text", f"{a.id}/background")}


def test_a_text_is_undone_and_stands_in_the_history(store: Store) -> None:
    a, b = add_items(store, add_meeting(store), "A", "B")
    row = RowId("item_text", f"{a.id}/background")
    for html in ("<p>Et</p>", "<p>To</p>"):
        with store.operation("Skriv baggrund"):
            store.write_text(a.id, BACKGROUND, html)
    with store.operation("Skriv hos B"):
        store.write_text(b.id, BACKGROUND, "<p>B</p>")
    latest, first, _ = store.history(a.id)
    assert latest.fields == (FieldChange(row, "html", "<p>Et</p>", "<p>To</p>"),)
    assert FieldChange(row, "html", None, "<p>Et</p>") in first.fields
    assert (store.undo_label(), store.redo_label()) == ("Skriv hos B", None)
    store.undo()
    store.undo()
    assert store.texts(a.id) == {BACKGROUND: "<p>Et</p>"}
    assert (store.undo_label(), store.redo_label()) == ("Skriv baggrund", "Skriv baggrund")
    store.redo()
    assert store.texts(a.id) == {BACKGROUND: "<p>To</p>"}


def test_texts_go_and_come_back_with_their_item(store: Store) -> None:
    meeting = add_meeting(store)
    (item,) = add_items(store, meeting, "A")
    with store.operation("Skriv"):
        store.write_text(item.id, BACKGROUND, "<p>x</p>")
    with store.operation("Slet møde"):
        store.delete_meeting(meeting.id)
    assert count(store, "item_text") == 0
    assert store.last_changes.touches("item_text") == {f"{item.id}/background"}
    store.undo()
    assert store.texts(item.id) == {BACKGROUND: "<p>x</p>"}


def test_typing_in_a_text_is_one_operation(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    for length in range(1, 6):
        with store.operation("Skriv", coalesce_key=f"text:{item.id}"):
            store.write_text(item.id, DECISION, "Godkendt"[:length])
    assert store.undo() == "Skriv"
    assert store.texts(item.id) == {}


def test_what_is_refused(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    with pytest.raises(Defect, match="no-operation"):
        store.write_text(item.id, DECISION, "x")
    store.undo()
    with store.operation("Forsøg"), pytest.raises(UserError, match="item-gone"):
        store.write_text(item.id, DECISION, "x")
    with pytest.raises(UserError, match="item-gone"):
        store.texts(item.id)
