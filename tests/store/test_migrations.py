"""A store of every earlier schema is brought up to date with its data; a fresh one is the same as a migrated one."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.model import (
    USUAL_PHRASES,
    FileStatus,
    MeetingState,
    PageTags,
    Particulars,
    Shown,
    TextKind,
    Treatment,
)
from kkr_desk.store import Store, migrations
from kkr_desk.store.connection import FILE_NAME
from kkr_desk.store.triggers import JOURNALED
from tests.outlines import DATA
from tests.store.rows import add_items, add_meeting, count, dump, full_meeting, titles

if TYPE_CHECKING:
    from sqlite_utils import Database


def next_year(db: Database) -> None:
    """A step such as later versions will bring: remakes a table that others refer to."""
    db.table("item").add_column("place", str)
    db.table("item").transform(rename={"case_type": "case_kind"})
    db.conn.execute("UPDATE item SET place = 'her'")


def year_after(db: Database) -> None:
    """And back, so that this program's code still fits."""
    db.table("item").transform(rename={"case_kind": "case_type"})


def broken(db: Database) -> None:
    """A step that leaves rows behind that point nowhere."""
    db.conn.execute("DELETE FROM meeting")


def known(monkeypatch: pytest.MonkeyPatch, *steps: object) -> None:
    """Let the program know further steps."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, *steps))
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", len(migrations.STEPS))


def old_store(folder: Path, version: int) -> Path:
    """A store as the program of an earlier schema left it; `tests/data/store-N.sql` stays as it is for ever."""
    file = folder / FILE_NAME
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript((DATA / f"store-{version}.sql").read_text(encoding="utf-8"))
    return file


def schema(file: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def test_the_version_is_the_number_of_steps(store: Store) -> None:
    assert store._connection.number("PRAGMA user_version") == len(migrations.STEPS) == migrations.SCHEMA_VERSION
    assert migrations.applied(store._connection.raw) == list(migrations.names())
    assert store._connection.number("PRAGMA foreign_keys") == 1
    assert store._connection.number("PRAGMA synchronous") == 2
    assert store._connection.row("PRAGMA journal_mode") == ("wal",)


def test_a_store_is_upgraded_with_its_data(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = full_meeting(store)
    before, changes = titles(store, meeting), count(store, "change")
    store.undo()
    store.redo()
    store.undo()
    store.redo()
    store.close()
    known(monkeypatch, next_year, year_after)
    with Store.open(folder, who="abk") as upgraded:
        assert titles(upgraded, meeting) == before
        assert upgraded.check() == ()
        assert {row[-1] for row in dump(upgraded)["item"]} == {"her"}
        assert count(upgraded, "change") > changes
        assert upgraded._connection.number("PRAGMA foreign_keys") == 1
        with pytest.raises(UserError, match="undo-after-upgrade"):
            upgraded.undo()
        with pytest.raises(UserError, match="nothing-to-redo"):
            upgraded.redo()
        state = dump(upgraded)
        add_items(upgraded, meeting, "Efter")
        row = upgraded._connection.row("SELECT after FROM change ORDER BY rowid DESC")
        assert row is not None
        assert '"place":null' in row[0]  # the triggers know the new column
        upgraded.undo()
        assert dump(upgraded) == state
        with pytest.raises(UserError, match="undo-after-upgrade"):
            upgraded.undo()


def test_a_store_of_the_first_schema(tmp_path: Path) -> None:
    """Meetings that were issued still are, and nothing else has a value that nobody gave it."""
    file = old_store(tmp_path / "old", 1)
    with Store.open(file.parent, who="abk") as store:
        newer, older = store.meetings()
        assert (newer.council, newer.state, newer.issued) == ("KKR Fyn", MeetingState.DRAFT, False)
        assert (older.council, older.state, older.issued) == ("KKR Sjælland", MeetingState.ISSUED, True)
        assert (older.date, older.time, older.place, older.archived) == (date(2024, 6, 19), "", "", False)
        section, item = store.agenda(older.id).items
        assert (section.number, section.item.title) == ("2", "Temaer og sager til drøftelse")
        assert (item.number, item.item.heading) == ("2.1", "Beslutningssag: Fordeling af flygtninge 2025")
        assert (item.item.case_number, item.item.caseworker, item.item.closed) == ("", "", False)
        (attachment,) = (row.attachment for row in item.attachments)
        assert (attachment.title, attachment.pinned_number) == ("Landstal 2025", 1)
        assert (attachment.page_choice, attachment.closed) == ("", False)
        assert store.texts(item.item.id) == {}
        assert [entry.label for entry in store.history(item.item.id)] == ["Omdøb punkt", "Omdøb punkt", "Nye punkter"]
        assert (store.undo_label(), store.redo_label()) == (None, None)
        with store.operation("Skriv"):
            store.write_text(item.item.id, TextKind.BACKGROUND, "<p>x</p>")
            store.change_meeting(newer.id, state=MeetingState.HELD)
        store.undo()
        assert store.meeting(newer.id) == newer
        assert {notice.code for notice in store.check()} == {"content-missing"}  # its content was not kept
    with Store.open(tmp_path / "fresh") as fresh:
        add_meeting(fresh)
    assert schema(file) == schema(tmp_path / "fresh" / FILE_NAME)


def test_a_store_from_before_files_were_looked_at_for_tags(tmp_path: Path) -> None:
    """What is known of its files counts as outdated; what is known of others stays, and nothing is invented."""
    file = old_store(tmp_path / "old", 5)
    with Store.open(file.parent, who="abk") as store:
        (meeting,) = store.meetings()
        rows = [row for item in store.agenda(meeting.id).items for row in item.attachments]
        first, second = (row.attachment for row in rows)
        assert [(a.title, a.language, store.alternate_texts(a.id)) for a in (first, second)] == [
            ("Landstal for 2025", "", {}),
            ("Notat", "", {}),
        ]
        pdf, word = (row.rendition for row in rows)
        assert (pdf.status, pdf.accessibility, pdf.is_outdated) == (FileStatus.OK, None, True)
        assert (word.kind, word.accessibility, word.is_outdated) == ("docx", None, True)
        (page,) = store.pages(first.source)
        assert (page.text, page.digest, page.tags, page.open_marks) == ("Landstal 2025", "d" * 32, PageTags.BLANK, 0)
        with store.operation("Beskriv billede"):
            store.write_alternate_text(first.id, "page:1", "Landstal")
        store.undo()
        assert store.alternate_texts(first.id) == {}
        assert [hit.title for hit in store.search("landstal")] != []
        assert {notice.code for notice in store.check()} == {"content-missing"}
    with Store.open(tmp_path / "fresh") as fresh:
        add_meeting(fresh)
    assert schema(file) == schema(tmp_path / "fresh" / FILE_NAME)


def test_a_store_from_before_files_were_treated(tmp_path: Path) -> None:
    """Every rendition is that of its file untreated, and all are looked at again: what was refused may be included."""
    file = old_store(tmp_path / "old", 6)
    with Store.open(file.parent, who="abk") as store:
        (meeting,) = store.meetings()
        (item,) = store.agenda(meeting.id).items
        pdf, word, torn = item.attachments
        assert [(own.attachment.title, own.attachment.treatment) for own in item.attachments] == [
            ("Landstal for 2025", Treatment()),
            ("Notat", Treatment()),
            ("Brev", Treatment()),
        ]
        assert [(own.rendition.status, own.rendition.kind, own.rendition.page_count) for own in item.attachments] == [
            (FileStatus.OK, "pdf", 1),
            (FileStatus.UNSUPPORTED, "docx", 0),
            (FileStatus.OK, "pdf", 1),
        ]
        assert {own.rendition.is_outdated for own in item.attachments} == {True}
        assert {own.rendition.particulars for own in item.attachments} == {Particulars()}
        assert pdf.attachment.language == "da-DK"
        assert store.alternate_texts(pdf.attachment.id) == {"figure:1": "Kurve over landstallet"}
        assert pdf.rendition.accessibility is not None
        assert [page.text for page in store.pages(torn.rendition.pdf or torn.attachment.source)] == [
            "Brev fra ministeriet"
        ]
        assert [hit.title for hit in store.search("ministeriet")] == ["Brev"]
        with store.operation("Vis ændringer"):
            store.change_attachment(word.attachment.id, treatment=Treatment(changes=Shown.SHOWN))
        store.undo()
        assert store.attachment(word.attachment.id) == word.attachment
        assert {notice.code for notice in store.check()} == {"content-missing"}
    with Store.open(tmp_path / "fresh") as fresh:
        add_meeting(fresh)
    assert schema(file) == schema(tmp_path / "fresh" / FILE_NAME)


def test_a_store_from_before_decisions_and_editions(tmp_path: Path) -> None:
    """Nothing is withdrawn, nobody has given a reason, nothing was sent; a meeting that was issued still is."""
    file = old_store(tmp_path / "old", 7)
    with Store.open(file.parent, who="abk") as store:
        (meeting,) = store.meetings()
        (item,) = store.agenda(meeting.id).items
        assert (meeting.state, item.item.closed) == (MeetingState.ISSUED, True)
        assert (item.item.withdrawn, item.item.closed_reason, item.item.closed_title) == (False, "", False)
        first, second = (own.attachment for own in item.attachments)
        assert (first.title, first.withdrawn, first.closed_reason, first.closed_title) == (
            "Landstal for 2025",
            False,
            "",
            False,
        )
        assert second.treatment == Treatment(changes=Shown.SHOWN)
        council = store.council("KKR Sjælland")
        assert (council.members[0].name, council.phrases) == ("Mette Holm", USUAL_PHRASES)
        assert store.texts(item.item.id) == {TextKind.DECISION: "<p>Godkendt</p>"}
        with store.operation("Tag af dagsordenen"):
            store.change_item(item.item.id, withdrawn=True, closed_reason="Personsag", closed_title=True)
        changed = store.item(item.item.id)
        assert (changed.withdrawn, changed.closed_reason, changed.closed_title) == (True, "Personsag", True)
        store.undo()
        assert store.item(item.item.id) == item.item
        assert store.undo_label() is None
        assert {notice.code for notice in store.check()} == {"content-missing"}
    with Store.open(tmp_path / "fresh") as fresh:
        add_meeting(fresh)
    assert schema(file) == schema(tmp_path / "fresh" / FILE_NAME)


def test_what_could_be_redone_ends_with_an_upgrade(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_meeting(store)
    store.undo()
    store.close()
    known(monkeypatch, next_year, year_after)
    with Store.open(folder) as upgraded, pytest.raises(UserError, match="nothing-to-redo"):
        upgraded.redo()


@pytest.mark.parametrize("stop", ["next_year", "year_after"])
def test_fresh_is_the_same_as_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: str) -> None:
    known(monkeypatch, next_year, year_after)
    with Store.open(tmp_path / "fresh") as fresh:
        add_meeting(fresh)
    old = tmp_path / "old" / FILE_NAME
    old.parent.mkdir()
    from sqlite_utils import Database  # noqa: PLC0415  as the program: when it is needed

    with closing(sqlite3.connect(old, isolation_level=None)) as raw:
        migrations.upgrade(Database(raw, execute_plugins=False), old, stop_before=stop)
        raw.execute("INSERT INTO operation (at, who, label, kind, open) VALUES ('2025-01-01', '', 'x', 'do', 1)")
        raw.execute("INSERT INTO meeting (id, council, date, index_title) VALUES ('m', 'KKR', '2025-01-01', 'Bilag')")
        raw.execute("UPDATE operation SET open = 0")
    with Store.open(old.parent) as migrated:
        assert [meeting.council for meeting in migrated.meetings()] == ["KKR"]
    assert schema(old) == schema(tmp_path / "fresh" / FILE_NAME)


def test_a_step_that_fails_changes_nothing(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full_meeting(store)
    store.close()
    file = folder / FILE_NAME
    before = (schema(file), dump(file))
    with monkeypatch.context() as later:
        known(later, next_year, broken)
        with pytest.raises(EnvironmentFault, match="store-corrupt"):
            Store.open(folder)
    assert (schema(file), dump(file)) == before
    with Store.open(folder) as again:
        assert len(again.meetings()) == 1


def test_a_reader_does_not_upgrade(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_meeting(store)
    store.close()
    before = schema(folder / FILE_NAME)
    known(monkeypatch, next_year, year_after)
    with pytest.raises(UserError, match="store-older"):
        Store.open(folder, read_only=True)
    assert schema(folder / FILE_NAME) == before


def test_every_journaled_table_has_its_triggers(store: Store) -> None:
    sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal%'"
    names = {name for (name,) in store._connection.rows(sql)}
    assert names == {f"journal_{table}_{event}" for table in JOURNALED for event in ("insert", "update", "delete")}


def test_several_programs_make_the_same_store_at_once(folder: Path) -> None:
    script = (
        "import sys, pathlib\nfrom kkr_desk.store import Store\nsys.stdin.readline()\n"
        "with Store.open(pathlib.Path(sys.argv[1])) as s: print(len(s.meetings()), s.check())\n"
    )
    command = [sys.executable, "-c", script, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    programs = [subprocess.Popen(command, **pipes) for _ in range(3)]  # type: ignore[call-overload]
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate(timeout=60) for program in programs]
    assert said == [("0 ()\n", "")] * 3
