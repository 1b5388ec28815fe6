"""A meeting that is deleted for good is nowhere in the store's folder, and everything else is as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, Defect, EnvironmentFault, UserError
from kkr_desk.model import (
    AcceptedFinding,
    Attachment,
    AttachmentId,
    Decision,
    EditionKind,
    FileStatus,
    ItemId,
    Meeting,
    MeetingId,
    MeetingState,
    PageFacts,
    Particulars,
    Rendition,
    Reservation,
    Sha256,
    Shown,
    TextKind,
    Treatment,
)
from kkr_desk.store import Store
from kkr_desk.store.connection import FILE_NAME
from tests.store.rows import Recorder, add_items, add_meeting, count, dump, titles
from tests.store.sendings import file_of, table_of

WORDS = (
    "Hemmelighed ét", "Hemmelighed to", "Hemmelighed tre", "Hemmelig tekst", "Hemmelig gammel tekst", "Hemmelig side",
    "hemmelig.pdf", "hemmeligt bilag", "Hemmelig etiket", "Hemmeligt sted", "SAG-HEMMELIG", "Hemmelig note",
    "%PDF hemmelig", "Hemmelig afsender", "Hemmelig forrige side", "%PDF med hemmelige kommentarer",
    "Hemmeligt forbehold", "Hemmeligt medlem", "Hemmelig opgave", "Hemmelig besked", "%PDF udsendt",
)  # fmt: skip
"""What only the meeting has, and what the tests look for in the bytes of every file."""


def add_file(store: Store, item: ItemId, title: str, data: bytes, page: str) -> Attachment:
    """An attachment whose file was made a PDF: its source and the PDF are two contents."""
    source, pdf = store.content.add_bytes(data), store.content.add_bytes(data + b" som pdf")
    facts = (PageFacts(1, 595, 842, 0, page),)
    store.save_rendition(Rendition(source, FileStatus.OK, pdf, 1, "docx", (), facts))
    with store.operation(f"Vedhæft {title}"):
        return store.add_attachment(item, title, "hemmelig.pdf" if "hemmelig" in title else f"{title}.pdf", source)


def secret_meeting(store: Store) -> Meeting:
    """A meeting with a past: renamed, deleted, undone, written and written over."""
    with store.operation("Nyt møde"):
        meeting = store.add_meeting("KKR Fyn", date(2025, 3, 14), "Bilag", place="Hemmeligt sted")
        item = store.add_item(meeting.id, "Hemmelighed ét", case_number="SAG-HEMMELIG")
        section = store.add_item(meeting.id, "Eventuelt")
    with store.operation("Omdøb Hemmelighed ét"):
        store.change_item(item.id, title="Hemmelighed to")
        store.write_text(item.id, TextKind.BACKGROUND, "<p>Hemmelig gammel tekst</p>")
    with store.operation("Skriv"):
        store.write_text(item.id, TextKind.BACKGROUND, "<p>Hemmelig tekst</p>")
    with store.operation("Hemmelig etiket"):
        gone = store.add_item(meeting.id, "Hemmelighed tre", parent_id=section.id)
        store.write_text(gone.id, TextKind.DECISION, "Hemmelig note")
    store.undo()
    first = add_file(store, item.id, "hemmeligt bilag", b"%PDF hemmelig", "Hemmelig forrige side")
    make_anew(store, first.source)
    second = add_file(store, section.id, "hemmeligt bilag 2", b"%PDF hemmelig 2", "x")
    with store.operation("Slet"):
        store.delete_attachment(second.id)
    decide(store, meeting, item.id)
    with store.operation("Afholdt"):
        return store.change_meeting(meeting.id, state=MeetingState.HELD)


def decide(store: Store, meeting: Meeting, item: ItemId) -> None:
    """It came to something, was sent out, and what was to be done about it was done away with."""
    with store.operation("Beslut"):
        store.write_decision(Decision(item, "Godkendt", (Reservation("Lemvig", "Hemmeligt forbehold"),)))
        store.add_attendee(meeting.id, "Hemmeligt medlem")
    with store.operation("Opfølgning: Hemmelig opgave"):
        task = store.add_follow_up(item, "Hemmelig opgave")
    sent = file_of(store, b"%PDF udsendt")
    with store.operation("Udsend"):
        store.issue(meeting.id, EditionKind.FULL, [sent], table_of(store, meeting), note="Hemmelig besked")
        store.sign_off(meeting.id, [AcceptedFinding(AttachmentId("x"), 1, "cpr", sent.sha256)])
    with store.operation("Fjern"):
        store.remove_follow_up(task.id)


def make_anew(store: Store, source: Sha256) -> None:
    """Its PDF was made in another form, and of another treatment: no row names the first one any more."""
    pdf, treated = (store.content.add_bytes(data) for data in (b"%PDF anden", b"%PDF med hemmelige kommentarer"))
    facts, said = (PageFacts(1, 595, 842, 0, "Hemmelig side"),), Particulars(sender="Hemmelig afsender")
    store.save_rendition(Rendition(source, FileStatus.OK, pdf, 1, "docx", (), facts, particulars=said))
    shown = Treatment(comments=Shown.SHOWN)
    store.save_rendition(Rendition(source, FileStatus.OK, treated, 1, "docx", (), facts, treatment=shown))


def open_meeting(store: Store) -> tuple[Meeting, ItemId, Attachment]:
    """Another meeting that stays."""
    meeting = add_meeting(store, "KKR Sjælland")
    first, _ = add_items(store, meeting, "Sag", "Eventuelt")
    return meeting, first.id, add_file(store, first.id, "Notat", b"%PDF notat", "Åben side")


def found_in(folder: Path) -> dict[str, list[str]]:
    """Which of the words stand in some files, and in which."""
    held = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    found = {word: [file.name for file, data in held.items() if word.encode() in data] for word in WORDS}
    return {word: files for word, files in found.items() if files}


@pytest.fixture
def secret(store: Store) -> Meeting:
    meeting = secret_meeting(store)
    assert found_in(store.folder).keys() == set(WORDS)
    return meeting


def test_nothing_of_it_is_left_in_any_file(store: Store, secret: Meeting) -> None:
    stays, _, _ = open_meeting(store)
    before = store.agenda(stays.id)
    progress = Recorder()
    assert store.delete_for_good(secret.id, progress=progress) == ()
    assert [what for _, _, what in progress.steps] == ["erase-rows", "erase-content", "erase-traces"]
    assert found_in(store.folder) == {}
    assert store.meetings() == [stays]
    assert store.agenda(stays.id) == before
    contents = sorted(file.name for file in store.content.folder.rglob("*") if file.is_file())
    assert len(contents) == count(store, "content") == 2
    assert (count(store, "rendition"), count(store, "page"), count(store, "erasure")) == (1, 1, 0)
    assert count(store, "superseded") == 0
    store.close()
    assert found_in(store.folder) == {}
    with Store.open(store.folder) as again:
        assert again.agenda(stays.id) == before
        assert again.check() == ()


def test_it_cannot_be_undone_and_others_can(store: Store) -> None:
    stays, item, attachment = open_meeting(store)
    secret = secret_meeting(store)
    with store.operation("Omdøb sag"):
        store.change_item(item, title="Sag 2")
    store.delete_for_good(secret.id)
    assert store.last_changes.touches("meeting") == {secret.id}
    assert len(store.last_changes.deleted) == 10
    for label in ("Omdøb sag", "Vedhæft Notat", "Nye punkter", "Nyt møde"):
        assert store.undo_label() == label
        assert store.undo() == label
    assert store.undo_label() is None
    assert store.meetings() == []
    for _ in range(4):
        store.redo()
    assert titles(store, stays) == ["1 Sag 2", "2 Eventuelt"]
    assert store.attachment(attachment.id) == attachment
    assert store.history(item)[-1].label == "Nye punkter"


def test_an_operation_on_several_meetings_keeps_the_others(store: Store) -> None:
    """One operation touched both; one names the secret in its label but touches the other meeting alone."""
    stays, item, _ = open_meeting(store)
    secret = secret_meeting(store)
    with store.operation("Ret råd"):
        for name in ("KKR Fyn", "KKR Sjælland"):
            store.save_council(replace(store.council(name), name=f"{name} 2"), was=name)
    with store.operation("Skriv som i Hemmelighed to"):
        store.write_text(item, TextKind.BACKGROUND, "x")
    with store.operation("Flyt fra Eventuelt"):
        store.change_item(item, title="Flyttet")
    store.delete_for_good(secret.id)
    labels = [label for (label,) in store._connection.rows("SELECT label FROM operation ORDER BY id DESC LIMIT 3")]
    assert labels == ["Flyt fra Eventuelt", "Ændring i et slettet møde", "Ret råd"]
    for _ in range(3):
        store.undo()
    assert store.meeting(stays.id).council == "KKR Sjælland"
    assert [council.name for council in store.councils()] == ["KKR Sjælland"]
    assert found_in(store.folder) == {}


@pytest.mark.parametrize("course", ["out", "in", "in and deleted", "out and deleted"])
def test_attachments_that_changed_their_meeting(store: Store, course: str) -> None:
    """What was moved out is another meeting's now; what was moved in goes with this one."""
    stays, item, attachment = open_meeting(store)
    secret = secret_meeting(store)
    there = store.agenda(secret.id).items[0].item.id
    out = course.startswith("out")
    moved = add_file(store, there, "Notat 2", b"%PDF notat 2", "Side") if out else attachment
    with store.operation("Flyt bilag"):
        store.move_attachment(moved.id, item_id=item if out else there, before=None)
    if course.endswith("deleted"):
        with store.operation("Slet bilag"):
            store.delete_attachment(moved.id)
    store.delete_for_good(secret.id)
    known = store._connection.number("SELECT count(*) FROM change WHERE row_id = ?", (moved.id,))
    assert known == {"out": 1, "out and deleted": 2}.get(course, 0)
    assert store.content.path(moved.source).exists() == out
    if course == "out":
        assert store.attachment(moved.id).item_id == item
    if course == "out and deleted":
        assert store.undo() == "Slet bilag"
        assert store.attachment(moved.id).item_id == item
    while store.undo_label() is not None:
        store.undo()
    assert store.meetings() == []
    while store.redo_label() is not None:
        store.redo()
    assert [a.attachment.title for a in store.agenda(stays.id).items[0].attachments] == {
        "out": ["Notat", "Notat 2"], "out and deleted": ["Notat"], "in": [], "in and deleted": [],
    }[course]  # fmt: skip
    assert store.check() == ()


def test_a_file_that_others_have_too_stays(store: Store, secret: Meeting) -> None:
    """In another meeting, in the journal of another meeting, and as a logo."""
    sources: list[Sha256] = []
    stays, item, _ = open_meeting(store)
    there = store.agenda(secret.id).items[0].item.id
    for n in range(3):
        attachment = add_file(store, there, f"Fælles {n}", f"%PDF fælles {n}".encode(), "Side")
        sources.append(attachment.source)
    with store.operation("Samme filer"):
        store.add_attachment(item, "Fælles 0", "f.pdf", sources[0])
        gone = store.add_attachment(item, "Fælles 1", "f.pdf", sources[1])
        store.save_council(replace(store.council("KKR Fyn"), logo=sources[2]))
    with store.operation("Slet"):
        store.delete_attachment(gone.id)
    store.delete_for_good(secret.id)
    assert all(store.content.holds(source) for source in sources)
    assert store.pages(store.rendition(sources[0]).pdf)  # type: ignore[union-attr,arg-type]
    store.undo()
    assert [a.attachment.title for a in store.agenda(stays.id).items[0].attachments] == [
        "Notat",
        "Fælles 0",
        "Fælles 1",
    ]


def test_backups_that_still_have_it_are_named(store: Store, secret: Meeting, tmp_path: Path) -> None:
    folder = tmp_path / "Kopier"
    with_it, without, gone, other = (folder / f"{n}.sqlite3" for n in ("med", "uden", "væk", "ukendt"))
    for file in (with_it, gone, other):
        store.backup(file)
    store.backup(with_it)  # made anew: known once
    gone.unlink()
    broken = folder / "ødelagt.sqlite3"
    broken.write_bytes(b"SQLite format 3\0 and nothing more")
    with store.operation("Slet"):
        store.delete_meeting(secret.id)
    in_journal = folder / "i journalen.sqlite3"
    store.backup(in_journal)
    store.undo()
    copies = tmp_path / "andre"
    copies.mkdir()
    with Store.open(copies, who="mnl") as another:
        add_meeting(another)
        another.backup(without)
    named = store.delete_for_good(secret.id, backups=(without, broken, other, folder / "findes ikke"))
    assert set(named) == {with_it, in_journal, other, broken}
    assert len(named) == 4


def test_a_backup_is_remembered_where_it_may_be_written(store: Store, folder: Path, tmp_path: Path) -> None:
    with Store.open(folder, read_only=True) as reader:
        reader.backup(tmp_path / "a.sqlite3")
    store.backup(tmp_path / "b.sqlite3")
    assert store._connection.rows("SELECT path FROM backup_made") == [(str(tmp_path / "b.sqlite3"),)]


def test_what_is_refused_deletes_nothing(store: Store, secret: Meeting, folder: Path, tmp_path: Path) -> None:
    before = dump(store)
    with pytest.raises(UserError, match="meeting-gone"):
        store.delete_for_good(MeetingId("gone"))
    with store.operation("Indeni"), pytest.raises(Defect, match="operation-open"):
        store.delete_for_good(secret.id)
    for step in (1, 2, 3):
        with pytest.raises(Cancelled):
            store.delete_for_good(secret.id, progress=Recorder(cancel_at=step))
    with Store.open(folder, read_only=True) as reader, pytest.raises(EnvironmentFault, match="store-read-only"):
        reader.delete_for_good(secret.id)
    store.backup(tmp_path / "kopi.sqlite3")
    with Store.open(tmp_path / "kopi.sqlite3") as backup, pytest.raises(UserError, match="erasure-in-backup"):
        backup.delete_for_good(secret.id)
    assert dump(store) == before
    assert count(store, "erasure") == 0


def test_what_could_not_be_finished_is_finished_later(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program has a file open (Windows refuses to delete it then), and yet another reads the database."""
    secret = secret_meeting(store)
    store.backup(tmp_path / "kopi.sqlite3")
    store.close()
    store = Store.open(folder, patience=0.1)
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as reader, monkeypatch.context() as held:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM meeting").fetchone()

        def refuse(_path: Path, *, missing_ok: bool = False) -> None:
            raise PermissionError(13, "in use")

        held.setattr(Path, "unlink", refuse)
        with pytest.raises(EnvironmentFault, match="erasure-unfinished") as fault:
            store.delete_for_good(secret.id)
    assert fault.value.facts["backups"] == (str(tmp_path / "kopi.sqlite3"),)
    assert store.meetings() == []
    assert {"erasure-unfinished", "content-unreferenced"} == {notice.code for notice in store.check()}
    assert found_in(folder)
    store.close()
    with Store.open(folder) as again:
        assert again.check() == ()
        assert found_in(folder) == {}


def test_a_file_that_was_added_again_meanwhile_stays(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = secret_meeting(store)
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", lambda _path, **_: (_ for _ in ()).throw(PermissionError(13, "in use")))
        with pytest.raises(EnvironmentFault, match="erasure-unfinished"):
            store.delete_for_good(secret.id)
    source = store.content.add_bytes(b"%PDF hemmelig")
    store.close()
    with Store.open(folder) as again:
        assert again.content.holds(source)
        assert count(again, "erasure") == 0
        assert [notice.code for notice in again.check()] == ["content-unreferenced"]  # attached nowhere yet


def test_a_search_index_keeps_nothing(store: Store) -> None:
    """FTS5 keeps the words of deleted rows until its parts are merged."""
    secret = secret_meeting(store)
    write = store._connection.write
    write("CREATE VIRTUAL TABLE found USING fts5 (words, tokenize = 'trigram')")
    words = ("hemmelighedskræmmeriet", "åbenhed")
    for n, word in enumerate(words):
        write("INSERT INTO found (rowid, words) VALUES (?, ?)", (n, word))
    write("DELETE FROM found WHERE rowid = 0")
    store.delete_for_good(secret.id)
    data = (store.folder / FILE_NAME).read_bytes()
    assert [word.encode() in data for word in words] == [False, True]
    assert store._connection.rows("SELECT words FROM found WHERE found MATCH 'benhe'") == [("åbenhed",)]
    index = store._connection.rows("SELECT block FROM found_data")
    assert not any(b"mme" in block for (block,) in index)
