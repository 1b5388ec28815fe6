"""Rows come back as they were written, and writing refuses what would not make an agenda."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import AgendaItem, Attachment, AttachmentId, ItemId, Meeting, MeetingId, MeetingState, Sha256
from kkr_desk.numbering import MAX_DEPTH
from kkr_desk.store import Store
from tests.factory import HORRIBLE_NAME
from tests.store.rows import TITLE, add_items, add_meeting, attach, count, full_meeting, titles


def test_everything_survives_a_restart(store: Store, folder: Path) -> None:
    meeting = full_meeting(store)
    agenda = store.agenda(meeting.id)
    store.close()
    with Store.open(folder) as again:
        assert again.agenda(meeting.id) == agenda
        assert again.meetings() == [meeting]
    assert [f"{row.number} {row.level}" for row in agenda.items] == ["1 1", "2 1", "2.1 2", "2.2 2"]
    assert [[a.number for a in row.attachments] for row in agenda.items] == [[1, 2], [], [1, 2], [1, 2]]


def test_meetings_come_newest_first(store: Store) -> None:
    old = add_meeting(store, day=date(2024, 2, 6))
    new = add_meeting(store, day=date(2025, 1, 1))
    assert store.meetings() == [new, old]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('Børnehus\' "budget"; DROP TABLE item;--', 'Børnehus\' "budget"; DROP TABLE item;--'),
        ("Klima 🌍👩‍👩‍👧 og energi", "Klima 🌍👩‍👩‍👧 og energi"),
        ("å" * 2000, "å" * 2000),
        ("  to\r\nlinjer\tog\x00nul\x1b[31m ", "to linjer og nul [31m"),
        ("linje\u2028skift", "linje skift"),
        ("A\u030arhus", "Århus"),
        ("fil\udce6navn", "fil\ufffdnavn"),
        ("", ""),
    ],
)
def test_titles_are_kept_on_one_line(store: Store, written: str, kept: str) -> None:
    (item,) = add_items(store, add_meeting(store), written)
    assert item.title == kept
    assert store.item(item.id) == item
    with store.operation("Ret"):
        assert store.change_item(item.id, title=written, case_type=written).title == kept
    assert store.item(item.id).case_type == (kept or None)


def test_an_attachment_keeps_its_horrible_name(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "Punkt")
    source = store.content.add_bytes(b"%PDF")
    with store.operation("Bilag"):
        attachment = store.add_attachment(item.id, "Landstal", HORRIBLE_NAME, source, pinned_number=3)
    assert store.attachment(attachment.id) == attachment
    assert attachment.file_name.endswith(".PDF")
    assert store.agenda(attachment_meeting(store)).items[0].attachments[0].number == 3


def attachment_meeting(store: Store) -> MeetingId:
    return store.meetings()[0].id


def test_every_field_of_a_meeting_can_be_changed(store: Store) -> None:
    meeting = add_meeting(store)
    with store.operation("Alt"):
        changed = store.change_meeting(
            meeting.id,
            council="KKR Fyn",
            date=date(2025, 4, 1),
            index_title="Bilag",
            state=MeetingState.HELD,
            time="9.30",
            place="Slagelse\nRådhus",
            archived=True,
        )
    assert store.meeting(meeting.id) == changed
    assert changed == Meeting(
        meeting.id, "KKR Fyn", date(2025, 4, 1), "Bilag", MeetingState.HELD, "9.30", "Slagelse Rådhus", archived=True
    )
    assert changed.issued


def test_every_field_of_items_and_attachments_can_be_changed(store: Store) -> None:
    meeting = add_meeting(store)
    (item,) = add_items(store, meeting, "Punkt")
    (attachment,) = attach(store, item, "Bilag")
    source = store.content.add_bytes(b"another")
    with store.operation("Alt"):
        store.change_item(
            item.id,
            title="Nyt",
            case_type="Drøftelsessag",
            pinned_number="4",
            case_number="SAG-2022-01500",
            caseworker="abk",
            closed=True,
        )
        store.change_attachment(
            attachment.id,
            title="T",
            file_name="t.pdf",
            source=source,
            pinned_number=7,
            page_choice="2-3",
            closed=True,
        )
    found = store.find_item(meeting.id, " 4 ")
    assert found.heading == "Drøftelsessag: Nyt"
    assert (found.case_number, found.caseworker, found.closed) == ("SAG-2022-01500", "abk", True)
    now = store.attachment(attachment.id)
    assert now == Attachment(now.id, item.id, now.order_key, "T", "t.pdf", source, 7, "2-3", closed=True)
    with store.operation("Løsn"):
        store.change_item(item.id, pinned_number=None, case_type="")
        store.change_attachment(attachment.id, pinned_number=None)
    assert store.item(item.id).case_type is None
    assert store.find_item(meeting.id, "1").id == item.id
    assert store.attachment(attachment.id).pinned_number is None


def test_items_go_where_they_are_put(store: Store) -> None:
    meeting = add_meeting(store)
    a, b, c = add_items(store, meeting, "A", "B", "C")
    with store.operation("Imellem"):
        store.add_item(meeting.id, "X", before=b.id)
        store.add_item(meeting.id, "Y", before=a.id)
    assert titles(store, meeting) == ["1 Y", "2 A", "3 X", "4 B", "5 C"]
    with store.operation("Flyt"):
        store.move_item(c.id, parent_id=a.id, before=None)
        store.move_item(b.id, parent_id=a.id, before=c.id)
    assert titles(store, meeting) == ["1 Y", "2 A", "2.1 B", "2.2 C", "3 X"]


def test_a_move_and_its_way_back_change_nothing(store: Store) -> None:
    meeting = add_meeting(store)
    a, b, c = add_items(store, meeting, "A", "B", "C")
    attachments = attach(store, a, "1", "2", "3")
    before = titles(store, meeting)
    with store.operation("Frem"):
        store.move_item(a.id, parent_id=None, before=None)
        store.move_attachment(attachments[0].id, item_id=b.id, before=None)
    assert titles(store, meeting) == ["1 B", "2 C", "3 A"]
    with store.operation("Tilbage"):
        store.move_item(a.id, parent_id=None, before=b.id)
        store.move_attachment(attachments[0].id, item_id=a.id, before=attachments[1].id)
    assert titles(store, meeting) == before
    assert [x.attachment.title for x in store.agenda(meeting.id).items[0].attachments] == ["1", "2", "3"]
    operations = count(store, "operation")
    with store.operation("På stedet"):
        store.move_item(b.id, parent_id=None, before=c.id)
        store.move_item(b.id, parent_id=None, before=b.id)
        store.move_item(c.id, parent_id=None, before=None)
        store.move_attachment(attachments[2].id, item_id=a.id, before=None)
    assert count(store, "operation") == operations


def test_equal_keys_make_room_in_the_same_operation(store: Store) -> None:
    meeting = add_meeting(store)
    a, b, c = add_items(store, meeting, "A", "B", "C")
    with store.operation("Som fra to computere"):
        store._connection.write("UPDATE item SET order_key = 'a1' WHERE meeting_id = ?", (meeting.id,))
    assert titles(store, meeting) == ["1 A", "2 B", "3 C"]
    with store.operation("Imellem"):
        store.move_item(c.id, parent_id=None, before=b.id)
    assert titles(store, meeting) == ["1 A", "2 C", "3 B"]
    store.undo()
    assert titles(store, meeting) == ["1 A", "2 B", "3 C"]
    assert {a.id, b.id, c.id} == {row.item.id for row in store.agenda(meeting.id).items}


def test_what_is_gone_is_said_to_be_gone(store: Store) -> None:
    meeting = add_meeting(store)
    (item,) = add_items(store, meeting, "A")
    (attachment,) = attach(store, item, "1")
    no_item, no_attachment, no_meeting = ItemId("x"), AttachmentId("x"), MeetingId("x")
    cases: dict[str, list[Callable[[], object]]] = {
        "item-gone": [
            lambda: store.item(no_item),
            lambda: store.change_item(no_item, title="x"),
            lambda: store.move_item(no_item, parent_id=None, before=None),
            lambda: store.move_item(item.id, parent_id=no_item, before=None),
            lambda: store.add_item(meeting.id, "x", before=no_item),
            lambda: store.add_item(meeting.id, "x", parent_id=no_item),
            lambda: store.delete_item(no_item),
            lambda: store.add_attachment(no_item, "x", "x", attachment.source),
            lambda: store.move_attachment(attachment.id, item_id=no_item, before=None),
        ],
        "attachment-gone": [
            lambda: store.attachment(no_attachment),
            lambda: store.change_attachment(no_attachment, title="x"),
            lambda: store.move_attachment(no_attachment, item_id=item.id, before=None),
            lambda: store.add_attachment(item.id, "x", "x", attachment.source, before=no_attachment),
            lambda: store.delete_attachment(no_attachment),
        ],
        "meeting-gone": [
            lambda: store.meeting(no_meeting),
            lambda: store.agenda(no_meeting),
            lambda: store.add_item(no_meeting, "x"),
            lambda: store.change_meeting(no_meeting, archived=True),
            lambda: store.delete_meeting(no_meeting),
        ],
    }
    for code, calls in cases.items():
        for call in calls:
            with store.operation("Forsøg"), pytest.raises(UserError) as error:
                call()
            assert error.value.code == code
    assert titles(store, meeting) == ["1 A"]


def test_an_item_of_another_meeting_is_no_parent(store: Store) -> None:
    here, there = add_meeting(store), add_meeting(store, "KKR Fyn")
    (stranger,) = add_items(store, there, "B")
    with store.operation("Forsøg"), pytest.raises(UserError, match="item-gone"):
        store.add_item(here.id, "x", parent_id=stranger.id)


def test_an_item_cannot_be_moved_below_itself(store: Store) -> None:
    meeting = add_meeting(store)
    (item,) = add_items(store, meeting, "A")
    with store.operation("Under"):
        child = store.add_item(meeting.id, "B", parent_id=item.id)
    for parent in (item, child):
        with store.operation("Forsøg"), pytest.raises(UserError, match="move-into-itself"):
            store.move_item(item.id, parent_id=parent.id, before=None)


def test_an_agenda_is_no_deeper_than_its_numbers(store: Store) -> None:
    meeting = add_meeting(store)
    line: list[AgendaItem] = []
    with store.operation("Ned"):
        for depth in range(MAX_DEPTH):
            line.append(store.add_item(meeting.id, str(depth), parent_id=line[-1].id if line else None))
        top = store.add_item(meeting.id, "top")
        store.add_item(meeting.id, "below top", parent_id=top.id)
    with store.operation("Forsøg"), pytest.raises(UserError, match="agenda-too-deep"):
        store.add_item(meeting.id, "x", parent_id=line[-1].id)
    with store.operation("Forsøg"), pytest.raises(UserError, match="agenda-too-deep"):
        store.move_item(top.id, parent_id=line[MAX_DEPTH - 2].id, before=None)
    with store.operation("Lige til"):
        store.move_item(top.id, parent_id=line[MAX_DEPTH - 3].id, before=None)
    assert max(row.level for row in store.agenda(meeting.id).items) == MAX_DEPTH


@pytest.mark.parametrize("number", ["0", "2.", "x", "1.02", "1.1.1.1.1.1.1", "12345"])
def test_a_number_must_be_one(store: Store, number: str) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    with store.operation("Forsøg"), pytest.raises(UserError, match="number-invalid"):
        store.change_item(item.id, pinned_number=number)
    (attachment,) = attach(store, item, "1")
    with store.operation("Forsøg"), pytest.raises(UserError, match="number-invalid"):
        store.change_attachment(attachment.id, pinned_number=0)


def test_two_items_of_one_number_are_not_guessed_between(store: Store) -> None:
    meeting = add_meeting(store)
    a, b = add_items(store, meeting, "A", "B")
    with store.operation("Lås"):
        store.change_item(a.id, pinned_number="2.4")
        store.change_item(b.id, pinned_number="2.4")
    with pytest.raises(UserError, match="item-ambiguous"):
        store.find_item(meeting.id, "2.4")
    with pytest.raises(UserError, match="item-unknown"):
        store.find_item(meeting.id, "9")


def test_writing_outside_an_operation_is_our_mistake(store: Store) -> None:
    meeting = add_meeting(store)
    with pytest.raises(Defect, match="no-operation"):
        store.add_item(meeting.id, "x")
    with pytest.raises(Defect, match="no operation is open"):
        store._connection.write("UPDATE meeting SET council = 'x'")  # the triggers do not rely on our code
    assert store.meeting(meeting.id).council == "KKR Midtsjælland"


def test_our_own_mistakes_are_defects(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    with store.operation("Forsøg"), pytest.raises(Defect, match="content-not-added"):
        store.add_attachment(item.id, "x", "x", Sha256("ab" * 32))
    with store.operation("Forsøg"), pytest.raises(Defect, match="unknown-field"):
        store.change_item(item.id, order_key="a")  # type: ignore[call-arg]
    with pytest.raises(Defect, match="not-a-hash"):
        store.content.path(Sha256("../../etc/passwd"))


def test_a_meeting_is_read_without_sqlite_utils(store: Store, folder: Path) -> None:
    """It costs more to import than a whole meeting to read: export would feel it."""
    full_meeting(store)
    store.close()
    script = (
        "import sys, pathlib; from kkr_desk.store import Store; s = Store.open(pathlib.Path(sys.argv[1]));"
        "s.agenda(s.meetings()[0].id); s.close(); print('sqlite_utils' in sys.modules, 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, folder], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_an_agenda_of_500_attachments_is_read_in_a_few_queries(store: Store) -> None:
    meeting = add_meeting(store)
    items = add_items(store, meeting, *(f"Punkt {n}" for n in range(50)))
    source = store.content.add_bytes(b"%PDF")
    with store.operation("Mange bilag"):
        for item in items:
            for n in range(10):
                store.add_attachment(item.id, f"Bilag {n}", "x.pdf", source)
    asked: list[str] = []
    store._connection.raw.set_trace_callback(asked.append)
    agenda = store.agenda(meeting.id)
    store._connection.raw.set_trace_callback(None)
    assert sum(len(item.attachments) for item in agenda.items) == 500
    assert len(asked) <= 8  # the eighth reads which numbers were ever sent out; none is asked for each attachment
    assert agenda.meeting.index_title == TITLE
