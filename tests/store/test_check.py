"""What is wrong with a store is found, named, and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled
from kkr_desk.model import FileStatus, Rendition
from kkr_desk.sentences import NOTICES
from kkr_desk.store import Store, check
from tests.store.rows import Recorder, add_items, add_meeting, attach, full_meeting


def codes(store: Store) -> list[str]:
    notices = store.check()
    assert {notice.code for notice in notices} <= set(NOTICES)
    return [notice.code for notice in notices]


def test_a_sound_store_has_nothing_to_say(store: Store) -> None:
    assert codes(store) == []
    meeting = full_meeting(store)
    source = store.agenda(meeting.id).items[0].attachments[0].attachment.source
    converted = store.content.add_bytes(b"its rendition as PDF")
    store.save_rendition(Rendition(source, FileStatus.OK, converted, 1))
    progress = Recorder()
    assert store.check(progress) == ()
    assert progress.steps[0] == (0, 0, "check-database")
    assert progress.steps[-1][0] == progress.steps[-1][1] > 0


def test_missing_and_damaged_content_is_named_by_its_title(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    gone, bad, same_length, made, _ = attach(store, item, "Væk", "Skåret", "Byttet", "Gengivet", "Sund")
    pdf = store.content.add_bytes(b"its rendition as PDF")
    store.save_rendition(Rendition(made.source, FileStatus.OK, pdf, 1, "docx"))
    store.content.path(pdf).unlink()
    store.content.path(gone.source).unlink()
    store.content.path(bad.source).write_bytes(b"")
    path = store.content.path(same_length.source)
    path.write_bytes(path.read_bytes()[::-1])
    found = {dict(notice.facts)["title"]: notice.code for notice in store.check()}
    assert found == {
        "Væk": "content-missing",
        "Skåret": "content-damaged",
        "Byttet": "content-damaged",
        "Gengivet": "content-missing",
    }


def test_a_file_that_nobody_refers_to(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "A")
    (attachment,) = attach(store, item, "1")
    stray = store.content.add_bytes(b"attached by nobody")
    with store.operation("Slet"):
        store.delete_attachment(attachment.id)
    (notice,) = store.check()  # what was deleted can come back: only the stray is not referred to
    assert notice.code == "content-unreferenced"
    assert dict(notice.facts) == {"file": stray, "size": "18"}


def test_rows_that_point_nowhere(store: Store) -> None:
    full_meeting(store)
    with closing(sqlite3.connect(store.file)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("DELETE FROM meeting")
        raw.commit()
    assert set(codes(store)) == {"row-dangling", "search-out-of-step"}


def test_a_database_index_that_disagrees_with_its_table(store: Store) -> None:
    full_meeting(store)
    with closing(sqlite3.connect(store.file)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        other = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'idx_attachment_item_id'").fetchone()
        raw.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = 'idx_item_parent_id'", other)
        raw.commit()
    store.close()
    with Store.open(store.folder) as damaged:
        notices = damaged.check()
    assert {notice.code for notice in notices} == {"store-damaged"}


@pytest.mark.parametrize("at", [1, 2, 3])
def test_it_can_be_cancelled(store: Store, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    full_meeting(store)
    monkeypatch.setattr(check, "_STEPS", 100)  # so that a small database too is asked about while it is checked
    with pytest.raises(Cancelled):
        store.check(Recorder(cancel_at=at))
    assert codes(store) == []


def test_a_reader_can_check(store: Store, folder: Path) -> None:
    full_meeting(store)
    with Store.open(folder, read_only=True) as reader:
        assert reader.check() == ()
