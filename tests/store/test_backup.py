"""A backup is whole or not there, shares its content with others, and opens as a store."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, EnvironmentFault, UserError
from kkr_desk.store import Store
from tests.store.rows import Recorder, add_items, damage, dump, full_meeting, titles


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "Sikkerhedskopier æøå" / "2025-03-14.sqlite3"


def listing(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_a_backup_opens_as_a_store(store: Store, target: Path) -> None:
    meeting = full_meeting(store)
    with store.operation("Slet bilag"):
        store.delete_attachment(store.agenda(meeting.id).items[0].attachments[0].attachment.id)
    progress = Recorder()
    assert store.backup(target, progress) == ()
    assert {what for _, _, what in progress.steps} == {"backup-database", "backup-content"}
    assert listing(target.parent) == sorted(["2025-03-14.sqlite3", *listing_of_content(store)])
    with Store.open(target, read_only=True) as backup:
        assert backup.agenda(meeting.id) == store.agenda(meeting.id)
        assert backup.check() == ()
    assert listing(target.parent)[0] == "2025-03-14.sqlite3"
    with Store.open(target) as backup:
        assert backup.undo() == "Slet bilag"  # with the bytes of what undo brings back
        assert backup.check() == ()
        add_items(backup, meeting, "Kun i kopien")
    assert "Kun i kopien" not in str(titles(store, meeting))


def listing_of_content(store: Store) -> list[str]:
    return [name for name in listing(store.folder) if name.startswith("content")]


def test_backups_in_a_folder_share_their_content(store: Store, target: Path) -> None:
    full_meeting(store)
    store.backup(target)
    first = {path: path.stat().st_ino for path in (target.parent / "content").rglob("*")}
    store.content.add_bytes(b"one more")
    store.backup(target.with_name("2.sqlite3"))
    second = {path: path.stat().st_ino for path in (target.parent / "content").rglob("*")}
    assert first.items() <= second.items()
    shared = [path for path in store.content.folder.rglob("*") if path.is_file()]
    assert {path.stat().st_ino for path in shared} <= set(second.values())  # hard links on the same disk
    for file in (target, target.with_name("2.sqlite3")):
        with Store.open(file, read_only=True) as backup:
            assert backup.check() == ()


def test_content_is_copied_where_it_cannot_be_linked(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_meeting(store)

    def no_links(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", no_links)
    store.backup(target)
    with Store.open(target) as backup:
        assert backup.check() == ()
        inodes = {path.stat().st_ino for path in backup.content.folder.rglob("*") if path.is_file()}
    assert inodes.isdisjoint(path.stat().st_ino for path in store.content.folder.rglob("*"))


def test_a_backup_beside_the_store_uses_its_content(store: Store) -> None:
    meeting = full_meeting(store)
    before = listing_of_content(store)
    store.backup(store.folder / "kopi.sqlite3")
    assert listing_of_content(store) == before
    with Store.open(store.folder / "kopi.sqlite3", read_only=True) as backup:
        assert titles(backup, meeting) == titles(store, meeting)


def test_a_backup_has_what_is_still_in_the_wal_and_only_what_is_committed(store: Store, target: Path) -> None:
    meeting = full_meeting(store)
    state = dump(store)
    with store.operation("I gang"):
        store.add_item(meeting.id, "Ikke færdig")
        store.backup(target)
    with Store.open(target) as backup:
        assert dump(backup) == state


def test_a_writer_does_not_make_it_start_over(store: Store, target: Path) -> None:
    meeting = full_meeting(store)
    with store.operation("Meget"):
        for n in range(150):
            store.add_item(meeting.id, f"{n} " + "x" * 8000)
    state = dump(store)

    class Writing(Recorder):
        def step(self, done: int, total: int, what: str = "") -> None:
            super().step(done, total, what)
            if len(self.steps) < 50:  # a backup that starts over comes to an end all the same, and is found out
                add_items(store, meeting, "imens")

    progress = Writing()
    store.backup(target, progress)
    database = [done for done, _, what in progress.steps if what == "backup-database"]
    assert len(database) > 1
    assert database == sorted(set(database))
    with Store.open(target) as backup:
        assert dump(backup) == state


@pytest.mark.parametrize("at", [1, 2, 3])
def test_cancelling_keeps_the_earlier_backup(store: Store, target: Path, at: int) -> None:
    meeting = full_meeting(store)
    store.backup(target)
    before = target.read_bytes()
    add_items(store, meeting, "Nyt")
    with pytest.raises(Cancelled):
        store.backup(target, Recorder(cancel_at=at))
    assert target.read_bytes() == before
    assert [name for name in listing(target.parent) if not name.startswith("content")] == [target.name]


def test_a_killed_backup_is_cleared_by_the_next(store: Store, target: Path) -> None:
    full_meeting(store)
    script = (
        "import os, sys, pathlib\nfrom kkr_desk.store import Store\n"
        "class Kill:\n def step(self, done, total, what=''): os._exit(9)\n"
        "Store.open(pathlib.Path(sys.argv[1])).backup(pathlib.Path(sys.argv[2]), Kill())\n"
    )
    assert subprocess.run([sys.executable, "-c", script, store.folder, target], check=False).returncode == 9
    assert [name for name in listing(target.parent) if ".part" in name]
    assert not target.exists()
    store.backup(target)
    assert [name for name in listing(target.parent) if not name.startswith("content")] == [target.name]


def test_lost_content_is_told_and_the_rest_is_saved(store: Store, target: Path) -> None:
    meeting = full_meeting(store)
    attachment = store.agenda(meeting.id).items[0].attachments[0].attachment
    store.content.path(attachment.source).unlink()
    (notice,) = store.backup(target)
    assert notice.code == "content-missing"
    assert dict(notice.facts) == {"title": attachment.title, "sha256": attachment.source}
    with Store.open(target) as backup:
        assert [n.code for n in backup.check()] == ["content-missing"]


def test_a_damaged_store_does_not_replace_a_sound_backup(store: Store, target: Path, folder: Path) -> None:
    full_meeting(store)
    store.backup(target)
    before = target.read_bytes()
    store.close()
    damage(folder, "item")
    with Store.open(folder) as damaged, pytest.raises(EnvironmentFault) as error:
        damaged.backup(target)
    assert (error.value.code, error.value.facts["file"]) == ("store-corrupt", str(damaged.file))
    assert target.read_bytes() == before


def test_what_must_not_be_replaced_is_refused(store: Store, target: Path, tmp_path: Path) -> None:
    meeting = full_meeting(store)
    store.backup(target)
    with Store.open(target) as in_use:
        add_items(in_use, meeting, "A")
        for file in (store.file, tmp_path, target):
            with pytest.raises(UserError) as error:
                store.backup(file)
            assert error.value.code == "backup-refused"
    store.backup(target)
    assert len(store.meetings()) == 1


def test_another_kind_of_file_is_not_replaced(store: Store, tmp_path: Path) -> None:
    letter = tmp_path / "brev.pdf"
    letter.write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError, match="backup-refused"):
        store.backup(letter)
    assert letter.read_bytes() == b"%PDF-1.7"


def test_a_place_that_cannot_be_written(store: Store, tmp_path: Path, seal: Callable[[Path], None]) -> None:
    full_meeting(store)
    place = tmp_path / "skrivebeskyttet"
    place.mkdir()
    seal(place)
    with pytest.raises(EnvironmentFault) as error:
        store.backup(place / "kopi.sqlite3")
    assert (error.value.code, error.value.facts) == ("folder-not-writable", {"folder": str(place)})
    assert listing(place) == []


def test_a_store_that_cannot_be_written_can_be_backed_up(
    store: Store, folder: Path, target: Path, seal: Callable[[Path], None]
) -> None:
    full_meeting(store)
    state = dump(store)
    store.close()
    seal(folder)
    with Store.open(folder, read_only=True) as reader:
        assert reader.backup(target) == ()
    with Store.open(target) as backup:
        assert dump(backup) == state


def test_a_backup_brought_home_is_the_store_again(store: Store, folder: Path, target: Path) -> None:
    meeting = full_meeting(store)
    state = dump(store)
    store.backup(target)
    store.close()
    shutil.rmtree(folder)
    shutil.copytree(target.parent, folder)
    (folder / target.name).rename(folder / "kkr-desk.sqlite3")
    with Store.open(folder) as again:
        assert dump(again) == state
        assert again.check() == ()
        assert again.undo() == "Nye bilag"
        assert again.find_item(meeting.id, "2.1").title == "Sundhed"
