"""A meeting goes out as a file and comes in elsewhere: the same rows, the same bytes, its history, one undo."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, EnvironmentFault, UserError
from kkr_desk.model import (
    NOBODY_HERE,
    Council,
    CouncilId,
    FileStatus,
    Member,
    PageFacts,
    Particulars,
    Rendition,
    Shown,
    Template,
    Treatment,
)
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from kkr_desk.store.journal import OperationKind
from kkr_desk.store.meeting_exchange import form, saving
from kkr_desk.store.meeting_exchange.differences import Side
from kkr_desk.store.meeting_exchange.reading import read_copy
from tests.factory import HORRIBLE_NAME
from tests.intake.papers import simple
from tests.store.meeting_exchange.exchanges import (
    all_of,
    compare,
    courses,
    hand_over,
    item_named,
    look_at,
    rich_meeting,
    rows,
    take_in,
)
from tests.store.rows import Recorder, add_items, attach, count, dump


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "møde.kkr"


def test_a_meeting_comes_in_with_everything(store: Store, other: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    differences = hand_over(store, meeting.id, other, file)
    assert differences.ours is None
    assert rows(other, meeting.id) == rows(store, meeting.id)
    assert other.agenda(meeting.id) == store.agenda(meeting.id)
    assert other.meeting_texts(meeting.id) == store.meeting_texts(meeting.id)
    assert other.check() == ()


def test_a_saved_meeting_tells_its_history(store: Store, other: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    item = item_named(store, meeting.id, "Sundhed")
    hand_over(store, meeting.id, other, file)
    entries = other.history(item)
    assert [entry.label for entry in entries] == [f"Åbn mødefil {file.name}", *(e.label for e in store.history(item))]
    assert [entry.who for entry in entries] == ["mette", *["abk"] * (len(entries) - 1)]
    assert {entry.kind for entry in entries[1:]} == {OperationKind.TOLD}
    assert [entry.fields for entry in entries[1:]] == [entry.fields for entry in store.history(item)]


def test_opening_is_one_undo_and_the_history_is_none(store: Store, other: Store, file: Path) -> None:
    before = dump(other)
    meeting = rich_meeting(store)
    hand_over(store, meeting.id, other, file)
    after = dump(other)
    assert other.undo_label() == f"Åbn mødefil {file.name}"
    other.undo()
    assert dump(other) == before
    assert other.undo_label() is None
    with pytest.raises(UserError, match="nothing-to-undo"):
        other.undo()
    other.redo()
    assert dump(other) == after


def test_what_was_known_of_files_comes_along(store: Store, other: Store, file: Path, tmp_path: Path) -> None:
    meeting = rich_meeting(store)
    paper = simple(tmp_path, "notat.pdf", 3)
    source = look_at(store, paper)
    with store.operation("Vedhæft"):
        store.add_attachment(item_named(store, meeting.id, "Velkomst"), "Notat", HORRIBLE_NAME, source)
    hand_over(store, meeting.id, other, file)
    assert other.rendition(source) == store.rendition(source)
    assert other.pages(source) == store.pages(source)
    assert len(other.pages(source)) == 3
    assert other.content.path(source).read_bytes() == paper.read_bytes()


def test_a_pdf_that_was_made_there_comes_along_and_is_looked_at_here(
    store: Store, other: Store, file: Path, tmp_path: Path
) -> None:
    """Not every laptop has every program: a refusal gives way to a colleague's PDF, also where no row differs."""
    meeting = rich_meeting(store)
    source = store.content.add_bytes(b"PK notat")
    shown = Treatment(changes=Shown.SHOWN)
    with store.operation("Vedhæft"):
        store.add_attachment(item_named(store, meeting.id, "Velkomst"), "Notat", "notat.docx", source, treatment=shown)
    store.save_rendition(Rendition(source, FileStatus.UNSUPPORTED, kind="docx", treatment=shown))
    hand_over(store, meeting.id, other, file)
    refused = other.rendition(source, shown)
    assert refused is not None
    assert (refused.pdf, refused.is_outdated) == (None, True)  # there may be more programs here
    pdf = other.content.add(simple(tmp_path, "gengivelse.pdf", 2))
    pages = (PageFacts(1, 595, 842, 0, "Tekst"), PageFacts(2, 595, 842, 0, "Mere"))
    said = Particulars(sender="Roskilde")
    made = Rendition(source, FileStatus.OK, pdf, 2, "docx", (), pages, treatment=shown, particulars=said)
    other.save_rendition(made)
    differences = hand_over(other, meeting.id, store, tmp_path / "retur.kkr")
    assert differences.items == ()
    assert store.rendition(source, shown) == replace(made, pages=(), inspection=NOBODY_HERE)
    assert (store.pages(pdf), store.content.holds(pdf)) == (pages, True)
    assert store.rendition(source) is None
    assert store.check() == ()


def test_the_same_meeting_gives_the_same_bytes(store: Store, file: Path, tmp_path: Path) -> None:
    meeting = rich_meeting(store)
    saved = store.save_meeting(meeting.id, file)
    store.save_meeting(meeting.id, tmp_path / "igen.kkr")
    assert file.read_bytes() == (tmp_path / "igen.kkr").read_bytes()
    assert (saved.size, saved.items, saved.attachments) == (file.stat().st_size, 4, 6)


def test_saved_again_it_holds_the_same_rows(store: Store, other: Store, file: Path, tmp_path: Path) -> None:
    meeting = rich_meeting(store)
    hand_over(store, meeting.id, other, file)
    other.save_meeting(meeting.id, tmp_path / "igen.kkr")
    once, twice = read_copy(file, NullProgress()), read_copy(tmp_path / "igen.kkr", NullProgress())
    assert once.rows == twice.rows
    assert once.agenda == twice.agenda
    assert [o.mark for o in twice.history[:-1]] == [o.mark for o in once.history]


def test_only_the_meeting_leaves_the_house(store: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    with store.operation("Hemmeligt og åbent på én gang"):
        secret = store.add_meeting("KKR Hemmelig", meeting.date, "Andet")
        item = store.add_item(secret.id, "Fortroligt punkt")
        store.change_item(item_named(store, meeting.id, "Sundhed"), caseworker="xyz")
    attach(store, item, "Fortroligt bilag")
    (moved,) = attach(store, store.item(item_named(store, meeting.id, "Velkomst")), "Flyttet notat")
    with store.operation("Flyt til det andet møde"):
        store.change_attachment(moved.id, title="Fortroligt nu")
        store.move_attachment(moved.id, item_id=item.id, before=None)
    store.save_meeting(meeting.id, file)
    data = file.read_bytes()
    assert b"Flyttet notat" in data
    assert b"Fortroligt" not in data
    assert b"KKR Hemmelig" not in data


def test_a_council_comes_along_where_it_is_unknown(store: Store, other: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    logo = store.content.add_bytes(b"<svg/>")
    mine = Council(
        CouncilId(""), meeting.council, Template(colour="#123456"), logo, (Member("Anna"),), ("Åbning",), ("Sag",)
    )
    own = store.content.add_bytes(b"a Word template")
    with store.operation("Rådet"):
        saved = store.save_council(replace(mine, word_template=own, word_template_name="kkr.docx"))
    hand_over(store, meeting.id, other, file)
    assert other.council(meeting.council) == replace(saved, word_template=None, word_template_name="")
    assert other.content.holds(logo)
    assert not other.content.holds(own), "the template is no part of a meeting"


def test_a_council_that_is_here_keeps_its_ways(store: Store, other: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    for each, colour in ((store, "#111111"), (other, "#222222")):
        with each.operation("Rådet"):
            each.save_council(Council(CouncilId(""), meeting.council, Template(colour=colour)))
    hand_over(store, meeting.id, other, file)
    assert other.council(meeting.council).template.colour == "#222222"


def test_a_deleted_meeting_comes_back(store: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    before = rows(store, meeting.id)
    store.save_meeting(meeting.id, file)
    with store.operation("Slet møde"):
        store.delete_meeting(meeting.id)
    assert take_in(store, file).ours is None
    assert rows(store, meeting.id) == before
    assert store.undo() == f"Åbn mødefil {file.name}"


def test_large_content_goes_in_parts(store: Store, other: Store, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (form, saving):
        monkeypatch.setattr(module, "PART", 1000)
    meeting = rich_meeting(store)
    data = bytes(range(256)) * 41 + b"slut"
    source = store.content.add_bytes(data)
    with store.operation("Vedhæft"):
        store.add_attachment(item_named(store, meeting.id, "Velkomst"), "Stort", "stort.bin", source)
    hand_over(store, meeting.id, other, file)
    assert other.content.path(source).read_bytes() == data
    with closing(sqlite3.connect(file)) as raw:
        sizes = raw.execute("SELECT length(bytes) FROM content_part WHERE sha256 = ? ORDER BY number", (source,))
        assert [size for (size,) in sizes] == [1000] * 10 + [500]


@pytest.mark.parametrize("loss", ["missing", "damaged"])
def test_a_lost_file_is_said_before_anything_is_handed_over(store: Store, file: Path, loss: str) -> None:
    meeting = rich_meeting(store)
    attachment = store.agenda(meeting.id).items[0].attachments[0].attachment
    place = store.content.path(attachment.source)
    place.unlink() if loss == "missing" else place.write_bytes(b"noget andet")
    file.write_bytes(b"den gamle")
    with pytest.raises(UserError) as refused:
        store.save_meeting(meeting.id, file)
    assert (refused.value.code, refused.value.facts["title"]) == ("content-lost", attachment.title)
    assert file.read_bytes() == b"den gamle"
    assert [each.name for each in file.parent.glob(".kkr-desk-*")] == []


def test_a_cancelled_save_leaves_the_old_file(store: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    file.write_bytes(b"den gamle")
    with pytest.raises(Cancelled):
        store.save_meeting(meeting.id, file, Recorder(cancel_at=3))
    assert file.read_bytes() == b"den gamle"
    assert [each.name for each in file.parent.glob(".kkr-desk-*")] == []


def test_a_cancelled_opening_leaves_no_row(store: Store, other: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    store.save_meeting(meeting.id, file)
    before = dump(other)
    for stop in (1, 2, 4):
        with pytest.raises(Cancelled):
            take_in(other, file, progress=Recorder(cancel_at=stop))
        assert dump(other) == before
    take_in(other, file)
    assert rows(other, meeting.id) == rows(store, meeting.id)


def test_a_full_disk_is_named(store: Store, small_disk: Path) -> None:
    meeting = rich_meeting(store)
    source = store.content.add_bytes(bytes(2_000_000))
    with store.operation("Vedhæft"):
        store.add_attachment(item_named(store, meeting.id, "Velkomst"), "Stort", "stort.bin", source)
    with pytest.raises(EnvironmentFault) as fault:
        store.save_meeting(meeting.id, small_disk / "møde.kkr")
    assert fault.value.code == "disk-full"
    assert list(small_disk.iterdir()) == []


def test_the_store_is_never_written_over(store: Store) -> None:
    meeting = rich_meeting(store)
    for target in (store.file, store.content.folder / "møde.kkr"):
        with pytest.raises(UserError, match="target-is-source"):
            store.save_meeting(meeting.id, target)


def test_a_write_error_of_the_machine_is_named(store: Store, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error", "stick")

    monkeypatch.setattr(saving, "_write_content", fail)
    with pytest.raises(EnvironmentFault, match="machine-refused"):
        store.save_meeting(rich_meeting(store).id, file)


def test_a_file_opens_where_nothing_can_be_written(store: Store, other: Store, file: Path, tmp_path: Path) -> None:
    meeting = rich_meeting(store)
    stick = tmp_path / "stick 100%"
    stick.mkdir()
    store.save_meeting(meeting.id, stick / HORRIBLE_NAME.replace(".PDF", ".kkr"))
    stick.chmod(0o555)
    take_in(other, next(stick.iterdir()))
    stick.chmod(0o755)
    assert rows(other, meeting.id) == rows(store, meeting.id)
    assert [each.suffix for each in stick.iterdir()] == [".kkr"]


def test_an_older_file_is_brought_up_to_date_on_the_way(other: Store, file: Path, root: Path, tmp_path: Path) -> None:
    """As the first version would have saved it: its tables, its fields, its mark."""
    old = tmp_path / "gammel.sqlite3"
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript((root / "tests" / "data" / "store-1.sql").read_text(encoding="utf-8"))
        tables = [name for name in form.TABLES if raw.execute(f"PRAGMA table_info({name})").fetchone()]
        meeting = raw.execute("SELECT id FROM meeting ORDER BY id LIMIT 1").fetchone()[0]
        with closing(sqlite3.connect(file, isolation_level=None)) as new:
            new.execute(f"PRAGMA application_id = {form.APPLICATION_ID}")
            new.execute("PRAGMA user_version = 1")
            for table in tables:
                new.execute(raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])
                for row in raw.execute(f"SELECT * FROM {table}").fetchall():
                    new.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
            new.execute(form.PARTS_TABLE)
            _keep_one_meeting(new, meeting)
    copy = read_copy(file, NullProgress())
    assert copy.meeting_id == meeting
    assert copy.rows["meeting"][meeting]["state"] in {"draft", "issued"}
    assert other.compare(copy).ours is None


def _keep_one_meeting(raw: sqlite3.Connection, meeting: str) -> None:
    raw.execute("DELETE FROM meeting WHERE id <> ?", (meeting,))
    raw.execute("DELETE FROM item WHERE meeting_id <> ?", (meeting,))
    raw.execute("DELETE FROM attachment WHERE item_id NOT IN (SELECT id FROM item)")
    raw.execute("DELETE FROM rendition")
    raw.execute("DELETE FROM page")
    raw.execute("DELETE FROM change")
    raw.execute("DELETE FROM operation")


def test_what_is_the_same_makes_no_difference(store: Store, other: Store, file: Path) -> None:
    meeting = rich_meeting(store)
    hand_over(store, meeting.id, other, file)
    with other.operation("Arkivér"):
        other.change_meeting(meeting.id, archived=True)
    _, differences = compare(other, file)
    assert differences.items == ()
    before = dump(other)
    operations = count(other, "operation")
    take_in(other, file, all_of(Side.THEIRS))
    assert dump(other) == before
    assert count(other, "operation") == operations


def test_to_and_fro(store: Store, other: Store, file: Path) -> None:
    """Two secretaries take turns; nobody is ever asked about what only one has changed."""
    meeting = rich_meeting(store)
    hand_over(store, meeting.id, other, file)
    for turn in range(3):
        for giver, taker in ((other, store), (store, other)):
            with giver.operation(f"Ret {turn}"):
                giver.change_item(item_named(giver, meeting.id, "Velkomst"), caseworker=f"{giver.folder.name} {turn}")
                giver.add_item(meeting.id, f"Nyt {turn} {giver.folder.name}")
            differences = hand_over(giver, meeting.id, taker, file)
            assert set(courses(differences).values()) == {"theirs"}
            assert rows(taker, meeting.id) == rows(giver, meeting.id)


def test_a_meeting_that_was_copied_as_a_store_is_the_same(store: Store, file: Path, tmp_path: Path) -> None:
    meeting = rich_meeting(store)
    store.save_meeting(meeting.id, file)
    shutil.copytree(store.folder, tmp_path / "kopi")
    with Store.open(tmp_path / "kopi") as copied:
        assert compare(copied, file)[1].items == ()
        add_items(copied, copied.meeting(meeting.id), "Mere")
        assert courses(compare(copied, file)[1]) == {"Mere": "ours"}
