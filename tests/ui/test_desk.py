"""The desk: what the panes read and write by, what they hear of it, and on which thread the store is worked."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.intake.course import Incoming
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import FileStatus, MeetingId
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.store.content import Content
from kkr_desk.store.journal import NOTHING, Changes
from kkr_desk.ui.desk import Desk, Selection, Snapshot, Undoable
from kkr_desk.ui.jobs import Lane
from tests.ui.desks import DAMAGED, item_of, only_meeting, settle, snapshot_of


def rename(desk: Desk, number: str, title: str, owner: QObject | None = None) -> None:
    """Give an item another title, as a pane does."""
    item = item_of(desk, number).item.id
    desk.write(owner or desk, f"Omdøb punkt {number}", lambda store: store.change_item(item, title=title))


def title_of(desk: Desk, number: str) -> str:
    return item_of(desk, number).item.title


def test_the_meeting_is_on_the_desk(desk: Desk) -> None:
    assert [row.number for row in snapshot_of(desk).agenda.items] == ["1", "2", "2.1", "2.2", "3"]
    assert snapshot_of(desk).plan.total_pages == 12
    last = item_of(desk, "2.2").attachments[-1]
    assert (last.attachment.title, last.rendition.status) == (DAMAGED, FileStatus.DAMAGED)
    found = snapshot_of(desk).attachment(last.attachment.id)
    assert found is not None
    assert found[0].number == "2.2"


def test_a_write_is_one_operation_that_everybody_hears_of_before_who_asked(desk: Desk) -> None:
    heard: list[object] = []
    desk.changed.connect(lambda changes: heard.append((changes.label, title_of(desk, "1"))))
    desk.snapshot_changed.connect(lambda snapshot: heard.append(snapshot.agenda.items[0].item.title))
    desk.undoable_changed.connect(heard.append)
    item = item_of(desk, "1").item.id
    desk.write(desk, "Omdøb punkt 1", lambda store: store.change_item(item, title="Goddag").title, heard.append)
    settle(desk)
    undoable = Undoable("Omdøb punkt 1")
    assert heard == [undoable, ("Omdøb punkt 1", "Goddag"), "Goddag", "Goddag"]
    assert desk.undoable == undoable


def test_what_changes_nothing_is_no_operation(desk: Desk) -> None:
    numbers, snapshots, before = list[int](), list[object](), desk.undoable
    desk.changed.connect(lambda changes: numbers.append(changes.operation))
    desk.snapshot_changed.connect(snapshots.append)
    rename(desk, "1", title_of(desk, "1"))
    settle(desk)
    assert (numbers, snapshots, desk.undoable) == ([0], [], before)


def test_undo_and_redo_have_names_which_stand_after_a_restart(desk: Desk, store_folder: Path) -> None:
    rename(desk, "1", "Goddag")
    settle(desk)
    desk.undo()
    settle(desk)
    assert (desk.undoable.redo, title_of(desk, "1")) == ("Omdøb punkt 1", "Velkomst og godkendelse af dagsorden")
    desk.close()
    again = Desk(store_folder)
    again.open_store()
    settle(again)
    assert again.undoable == Undoable("Importér mødet 18. september 2026", "Omdøb punkt 1")
    again.open_meeting(only_meeting(again))
    again.redo()
    settle(again)
    assert (again.undoable, title_of(again, "1")) == (Undoable("Omdøb punkt 1"), "Goddag")
    again.close()


def test_an_error_goes_to_who_takes_it_or_to_the_window_and_nothing_is_written(desk: Desk) -> None:
    taken, left = list[Exception](), list[Exception]()
    desk.failed.connect(left.append)

    def fail(store: Store) -> None:
        store.change_item(item_of(desk, "1").item.id, title="Halvt")
        raise UserError("item-gone")

    desk.write(desk, "Omdøb", fail, failed=taken.append)
    desk.write(desk, "Omdøb", fail)
    desk.undo()
    desk.undo()
    settle(desk)
    assert [type(error) for error in taken] == [UserError]
    assert [error.code for error in left if isinstance(error, UserError)] == ["item-gone", "nothing-to-undo"]


def test_who_is_gone_is_not_told_but_what_was_written_is(desk: Desk) -> None:
    pane, told = QObject(), list[object]()
    item = item_of(desk, "1").item.id
    desk.write(pane, "Omdøb", lambda store: store.change_item(item, title="Goddag"), told.append, told.append)
    desk.write(pane, "Fejl", lambda store: store.change_item(item, parent_id=item), told.append, told.append)  # type: ignore[call-arg]
    left: list[Exception] = []
    desk.failed.connect(left.append)
    pane.deleteLater()
    QCoreApplication.sendPostedEvents(pane, QEvent.Type.DeferredDelete)
    settle(desk)
    assert told == []
    assert title_of(desk, "1") == "Goddag"
    assert len(left) == 1


def test_typing_is_one_operation(desk: Desk) -> None:
    item = item_of(desk, "1").item.id
    for title in ("G", "Go", "God"):
        work = partial(Store.change_item, item_id=item, title=title)
        desk.write(desk, "Ret titel", work, coalesce_key="title 1")
    settle(desk)
    desk.undo()
    settle(desk)
    assert title_of(desk, "1") == "Velkomst og godkendelse af dagsorden"


def test_the_selection_follows_what_is_there(desk: Desk) -> None:
    heard: list[Selection] = []
    item = item_of(desk, "2.1")
    attachment = item.attachments[0].attachment.id
    chosen = Selection(item.item.id, attachment, 2, "notat")
    desk.select(chosen)
    desk.selection_changed.connect(heard.append)
    desk.select(chosen)
    desk.write(desk, "Slet bilag", lambda store: store.delete_attachment(attachment))
    settle(desk)
    desk.write(desk, "Slet punkt", lambda store: store.delete_item(item.item.id))
    settle(desk)
    assert heard == [Selection(item.item.id), Selection()]


def test_a_meeting_that_goes_leaves_the_desk(desk: Desk) -> None:
    heard: list[Snapshot | None] = []
    desk.snapshot_changed.connect(heard.append)
    meeting = snapshot_of(desk).agenda.meeting.id
    desk.write(desk, "Slet møde", lambda store: store.delete_meeting(meeting))
    settle(desk)
    desk.open_meeting(MeetingId("never there"))
    settle(desk)
    assert heard == [None]


def test_what_another_program_writes_is_seen_when_looking_around(desk: Desk, store_folder: Path) -> None:
    heard: list[Changes] = []
    desk.changed.connect(heard.append)
    desk.look_around()
    settle(desk)
    assert heard == []
    item = item_of(desk, "1").item.id
    with Store.open(store_folder, who="mlh") as other, other.operation("Omdøb"):
        other.change_item(item, title="Skrevet af en anden")
    desk.look_around()
    settle(desk)
    desk.look_around()
    settle(desk)
    assert heard == [NOTHING]
    assert title_of(desk, "1") == "Skrevet af en anden"
    assert desk.undoable == Undoable("Omdøb")


def test_files_arrive_on_a_thread_with_a_store_of_its_own(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notat.txt"
    file.write_text("Notat", encoding="utf-8")
    told: list[tuple[str, Path, str | None]] = []

    def work(store: Store, inspector: Inspector, progress: Progress) -> tuple[str, Path, str | None]:
        source = store.content.add(file, progress)
        store.save_rendition(inspector.inspect(Incoming(file, source, file.name, progress=progress)))
        rendition = store.rendition(source)
        return threading.current_thread().name, store.folder, None if rendition is None else rendition.kind

    desk.arrive(desk, work, told.append)
    settle(desk)
    ((thread, folder, kind),) = told
    assert thread.startswith("kkr-arrival")
    assert (folder, kind) == (desk.folder, "text")


def test_a_worker_does_what_must_not_be_done_here(desk: Desk) -> None:
    told: list[int] = []
    for _ in range(2):
        desk.in_worker(Lane.PREVIEW, desk, process_id, (), told.append)
    settle(desk)
    assert told[0] == told[1] != os.getpid()


def process_id(*, progress: Progress) -> int:
    progress.step(1, 1)
    return os.getpid()


def test_closing_finishes_what_is_being_written(desk: Desk, store_folder: Path) -> None:
    item = item_of(desk, "1").item.id
    for n in range(20):
        desk.write(desk, f"Omdøb {n}", partial(Store.change_item, item_id=item, title=f"Titel {n}"))
    last = partial(Store.change_item, item_id=item, title="Det sidste ord")
    desk.closing.connect(lambda: desk.write(desk, "Omdøb", last))
    desk.close()
    with Store.open(store_folder) as store:
        assert store.item(item).title == "Det sidste ord"
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("kkr-")]


def test_a_store_that_cannot_be_opened_says_so_to_everyone(qtbot: QtBot, store_folder: Path) -> None:
    file = next(store_folder.glob("*.sqlite3"))
    file.write_bytes(b"not a store at all")
    desk, left = Desk(store_folder), list[EnvironmentFault]()
    desk.failed.connect(left.append)
    desk.open_store()
    desk.read(desk, Store.meetings, lambda _: None)
    desk.undo()
    settle(desk)
    assert [error.code for error in left] == ["store-corrupt"] * 3
    desk.close()


def test_the_gui_thread_never_touches_store_or_files(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gui, calls = threading.get_ident(), list[tuple[str, bool]]()

    def watch(owner: type, name: str) -> None:
        original: Callable[..., Any] = getattr(owner, name)

        def watched(self: object, *arguments: object, **named: object) -> Any:
            calls.append((name, threading.get_ident() == gui))
            return original(self, *arguments, **named)

        monkeypatch.setattr(owner, name, watched)

    for owner in (Store, Content):
        for name, member in [(n, m) for base in owner.__mro__[:-1] for n, m in vars(base).items()]:
            if callable(member) and not name.startswith("__") and not isinstance(member, classmethod):
                watch(owner, name)
    rename(desk, "1", "Goddag")
    desk.read(desk, Store.meetings, lambda _: None)
    desk.undo()
    desk.redo()
    desk.look_around()
    desk.open_meeting(None)
    settle(desk)
    desk.close()
    assert {"operation", "change_item", "meetings", "undo", "agenda", "close"} <= {name for name, _ in calls}
    assert [name for name, on_gui in calls if on_gui] == []
