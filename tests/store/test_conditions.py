"""The real conditions that a store meets: each gives its own error, and nothing is lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.model import Meeting
from kkr_desk.store import Store, migrations
from kkr_desk.store.connection import FILE_NAME
from tests.store.rows import add_items, add_meeting, damage, dump, full_meeting, titles

HOLD = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def another_program_writes(file: Path) -> Iterator[None]:
    """Another process holds the write lock."""
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        try:
            yield
        finally:
            program.communicate("\n", timeout=30)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def set_pragma(folder: Path, pragma: str, value: int) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        raw.execute(f"PRAGMA {pragma} = {value}")
        raw.commit()


def test_a_store_from_a_newer_version(store: Store, folder: Path) -> None:
    add_meeting(store)
    store.close()
    set_pragma(folder, "user_version", migrations.SCHEMA_VERSION + 1)
    before = contents(folder)
    for read_only in (False, True):
        with pytest.raises(UserError) as error:
            Store.open(folder, read_only=read_only)
        assert error.value.code == "store-newer"
        assert error.value.facts["known"] == migrations.SCHEMA_VERSION
    assert contents(folder) == before


def test_a_store_with_a_step_that_we_do_not_know(store: Store, folder: Path) -> None:
    add_meeting(store)
    rows = dump(store)
    store._connection.write(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('kkr-desk', 'of_a_colleague', '')"
    )
    store.close()
    with pytest.raises(UserError, match="store-newer"):
        Store.open(folder)
    assert dump(folder / FILE_NAME) == rows


@pytest.mark.parametrize("text", [b"Dagsorden for KKR", b"x", b"SQLite format 3\0", bytes(4096)])
def test_a_file_that_is_no_store(tmp_path: Path, text: bytes) -> None:
    file = tmp_path / "dagsorden.txt"
    file.write_bytes(text)
    for read_only in (False, True):
        with pytest.raises(UserError, match="not-a-store"):
            Store.open(file, read_only=read_only)
    assert contents(tmp_path) == {"dagsorden.txt": text}


@pytest.mark.parametrize(("name", "application"), [("bogmærker.sqlite3", 0), (FILE_NAME, 0), (FILE_NAME, 42)])
def test_another_program_s_database(tmp_path: Path, name: str, application: int) -> None:
    with closing(sqlite3.connect(tmp_path / name)) as raw:
        raw.execute("CREATE TABLE meeting (id)")
        raw.execute(f"PRAGMA application_id = {application}")
    before = contents(tmp_path)
    for path in (tmp_path / name, tmp_path):
        if (path / FILE_NAME).exists() or path.is_file():
            with pytest.raises(UserError, match="not-a-store"):
                Store.open(path)
    assert contents(tmp_path) == before


def test_a_file_that_a_crash_left_empty_becomes_a_store(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).touch()
    with pytest.raises(UserError, match="store-missing"):
        Store.open(folder, read_only=True)
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    with Store.open(folder) as store:
        assert store.meetings() == []


def test_no_store_to_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "ingen", tmp_path / "backup.sqlite3"):
        with pytest.raises(UserError, match="store-missing"):
            Store.open(path, read_only=True)
    with pytest.raises(UserError, match="store-missing"):
        Store.open(tmp_path / "backup.sqlite3")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(EnvironmentFault, match="store-unreachable"):
        Store.open(tmp_path / "fil" / "arkiv")


def test_a_folder_that_cannot_be_written(store: Store, folder: Path, seal: Callable[[Path], None]) -> None:
    meeting = full_meeting(store)
    agenda = store.agenda(meeting.id)
    store.close()
    seal(folder)
    before = contents(folder)
    with pytest.raises(EnvironmentFault, match="store-read-only"):
        Store.open(folder)
    with pytest.raises(EnvironmentFault, match="store-read-only"):
        Store.open(folder / "nyt")
    with Store.open(folder, read_only=True) as reader:  # an archive can be read all the same
        assert reader.agenda(meeting.id) == agenda
        assert reader.check() == ()
        with pytest.raises(EnvironmentFault, match="store-read-only"):
            reader.content.add_bytes(b"x")
    assert contents(folder) == before


def test_a_content_folder_that_becomes_unwritable(store: Store, seal: Callable[[Path], None]) -> None:
    meeting = full_meeting(store)
    seal(store.content.folder)
    with pytest.raises(EnvironmentFault, match="store-read-only"):
        store.content.add_bytes(b"a new file")
    assert store.meetings() == [meeting]


def test_another_program_is_writing(store: Store, folder: Path) -> None:
    meeting = add_meeting(store)
    store.close()
    with Store.open(folder, patience=0.05) as impatient:
        with another_program_writes(impatient.file):
            with pytest.raises(EnvironmentFault, match="store-locked"):
                add_items(impatient, meeting, "A")
            with pytest.raises(EnvironmentFault, match="store-locked"):
                impatient.undo()
            assert impatient.meetings() == [meeting]  # reading goes on
            with Store.open(folder, read_only=True) as reader:
                assert reader.meetings() == [meeting]
        add_items(impatient, meeting, "A")
        assert titles(impatient, meeting) == ["1 A"]


def test_it_waits_for_another_program(store: Store) -> None:
    meeting = add_meeting(store)
    script = HOLD.replace("sys.stdin.readline()", "import time; time.sleep(0.3); raw.execute('COMMIT')")
    with subprocess.Popen(
        [sys.executable, "-c", script, str(store.file)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        add_items(store, meeting, "A")
    assert titles(store, meeting) == ["1 A"]


def test_an_overwritten_header(store: Store, folder: Path) -> None:
    full_meeting(store)
    store.close()
    file = folder / FILE_NAME
    with file.open("r+b") as stream:
        stream.write(b"overskrevet af noget andet")
    before = contents(folder)
    for read_only in (False, True):
        with pytest.raises(EnvironmentFault, match="store-corrupt"):
            Store.open(folder, read_only=read_only)
    assert contents(folder) == before


def test_a_damaged_page(store: Store, folder: Path) -> None:
    meeting = full_meeting(store)
    store.close()
    damage(folder, "item")
    with Store.open(folder) as damaged:
        assert damaged.meetings() == [meeting]
        with pytest.raises(EnvironmentFault, match="store-corrupt"):
            damaged.agenda(meeting.id)
        with pytest.raises(EnvironmentFault, match="store-corrupt"):
            add_items(damaged, meeting, "A")
        assert {notice.code for notice in damaged.check()} == {"store-damaged"}
        assert damaged.meetings() == [meeting]


def test_a_store_cut_short(store: Store, folder: Path) -> None:
    full_meeting(store)
    store.close()
    data = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(data[: len(data) // 4096 // 2 * 4096])

    def use() -> None:
        with Store.open(folder) as cut:
            cut.agenda(cut.meetings()[0].id)

    with pytest.raises(EnvironmentFault, match="store-corrupt"):
        use()


def test_a_database_that_cannot_grow(store: Store) -> None:
    meeting = add_meeting(store)
    pages = store._connection.number("PRAGMA page_count")
    store._connection.number(f"PRAGMA max_page_count = {pages}")
    before = dump(store)

    def fill() -> None:
        with store.operation("Mange"):
            for _ in range(100):
                store.add_item(meeting.id, "x" * 1000)

    with pytest.raises(EnvironmentFault, match="store-full"):
        fill()
    assert dump(store) == before
    store._connection.number("PRAGMA max_page_count = 100000")
    fill()
    assert len(store.agenda(meeting.id).items) == 100


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    with Store.open(small_disk / "arkiv") as store:
        meeting = full_meeting(store)
        store._connection.write("PRAGMA wal_checkpoint(TRUNCATE)")
        before = dump(store)
        kept = sorted(str(file) for file in store.content.folder.rglob("*"))
        (tmp_path / "stor.pdf").write_bytes(bytes(2_000_000))
        with pytest.raises(EnvironmentFault, match="store-full"):
            store.content.add(tmp_path / "stor.pdf")
        with pytest.raises(EnvironmentFault, match="store-full"):
            _add_many(store, meeting)
        with pytest.raises(EnvironmentFault, match="disk-full"):
            _fill_and_back_up(store, small_disk)
        assert sorted(str(file) for file in store.content.folder.rglob("*")) == kept
        assert dump(store) == before
        assert store.check() == ()
        assert not (small_disk / "kopi.sqlite3").exists()
        add_items(store, meeting, "Der er plads igen")


def _add_many(store: Store, meeting: Meeting) -> None:
    with store.operation("Mange"):
        for _ in range(500):
            store.add_item(meeting.id, "x" * 2000)


def _fill_and_back_up(store: Store, disk: Path) -> None:
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(max(shutil.disk_usage(disk).free - 20_000, 0)))
    try:
        store.backup(disk / "kopi.sqlite3")
    finally:
        ballast.unlink()


def test_a_reader_keeps_its_snapshot_while_a_writer_commits(store: Store, folder: Path) -> None:
    meeting = full_meeting(store)
    with Store.open(folder, read_only=True) as reader:
        with reader.snapshot():
            before = reader.agenda(meeting.id)
            with store.operation("Slet"):
                store.delete_meeting(meeting.id)
            with reader.snapshot():
                assert reader.agenda(meeting.id) == before
            assert reader.find_meeting(meeting.id) == meeting
        assert reader.meetings() == []
        assert store.undo() == "Slet"
        assert reader.agenda(meeting.id) == before
