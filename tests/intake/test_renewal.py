"""What an earlier version has found out of files is found out again before it is used, and never used before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from kkr_desk.errors import Cancelled, UserError
from kkr_desk.export.request import Document, ExportRequest, run_export
from kkr_desk.intake.arrival import take_in, write_attachments
from kkr_desk.intake.course import Wanted
from kkr_desk.intake.inspector import Inspector
from kkr_desk.intake.renewal import outdated, renew
from kkr_desk.model import (
    INSPECTION,
    NOBODY_HERE,
    Attachment,
    FileFormat,
    FileStatus,
    MeetingId,
    PageTags,
    Rendition,
    Sha256,
    Shown,
    Treatment,
)
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from tests.intake.papers import simple
from tests.store.rows import Recorder, add_items, add_meeting, dump


@pytest.fixture
def attached(store: Store, inspector: Inspector, tmp_path: Path) -> list[Attachment]:
    """Two sound files and one that is none, looked at long ago."""
    packed = tmp_path / "lister.rar"
    packed.write_bytes(b"Rar!\x1a\x07\x00")
    files = [simple(tmp_path, "a.pdf", 2), simple(tmp_path, "b.pdf", 1), packed]
    (item,) = add_items(store, add_meeting(store), "Sag")
    arrived = take_in(store, files, inspector, NullProgress())
    with store.operation("Vedhæft"):
        rows = [one.attachment for one in write_attachments(store, item.id, arrived)]
    for row in rows:
        age(store, row.source)
    return rows


def age(store: Store, source: Sha256) -> None:
    """Have a file looked at by an earlier version."""
    known = store.rendition(source)
    assert known is not None
    pages = tuple(replace(page, digest="gammel", tags=PageTags.BLANK) for page in store.pages(source))
    store.save_rendition(replace(known, pages=pages, accessibility=None, inspection=INSPECTION - 1))


def meeting(store: Store) -> MeetingId:
    return store.meetings()[0].id


def test_files_are_looked_at_again(store: Store, inspector: Inspector, attached: list[Attachment]) -> None:
    first, second, packed = (row.source for row in attached)
    names = {row.rendition_key: row.file_name for row in attached}
    assert outdated(store.agenda(meeting(store))) == names
    before, told = dump(store), Recorder()
    assert set(renew(store, meeting(store), inspector, told)) == set(names)
    for source, pages in ((first, 2), (second, 1)):
        rendition = store.rendition(source)
        assert rendition is not None
        assert rendition.accessibility is not None
        assert (rendition.page_count, rendition.is_outdated) == (pages, False)
        assert [page.tags for page in store.pages(source)] == [PageTags.TEXT] * pages
        assert all(page.digest != "gammel" for page in store.pages(source))
    assert dump(store) == before
    done = [step[0] for step in told.steps]
    assert done == sorted(done)
    assert {step[2] for step in told.steps} == set(names.values())
    assert renew(store, meeting(store), inspector, NullProgress()) == ()
    kept = store.rendition(packed)
    assert kept is not None
    assert kept.status is FileStatus.UNSUPPORTED


def test_a_cancel_keeps_what_is_done(store: Store, attached: list[Attachment]) -> None:
    class Impatient(NullProgress):
        def step(self, done: int, total: int, what: str = "") -> None:
            if what == "b.pdf":
                raise Cancelled

    with Inspector(at_once=1) as inspector:
        with pytest.raises(Cancelled):
            renew(store, meeting(store), inspector, Impatient())
        assert list(outdated(store.agenda(meeting(store))).values()) == ["b.pdf", "lister.rar"]
        left = [row.rendition_key for row in attached[1:]]
        assert list(renew(store, meeting(store), inspector, NullProgress())) == left


def test_a_lost_file_stays_as_it_is(store: Store, inspector: Inspector, attached: list[Attachment]) -> None:
    store.content.path(attached[0].source).unlink()
    there = {row.rendition_key for row in attached[1:]}
    assert set(renew(store, meeting(store), inspector, NullProgress())) == there
    assert list(outdated(store.agenda(meeting(store))).values()) == ["a.pdf"]


def test_the_same_file_comes_again(
    store: Store, inspector: Inspector, attached: list[Attachment], tmp_path: Path
) -> None:
    (arrived,) = take_in(store, [tmp_path / "a.pdf"], inspector, NullProgress())
    assert arrived.rendition.source == attached[0].source
    assert not arrived.rendition.is_outdated
    assert list(outdated(store.agenda(meeting(store))).values()) == ["b.pdf", "lister.rar"]


def test_no_document_is_made_of_outdated_facts(
    store: Store, inspector: Inspector, attached: list[Attachment], tmp_path: Path
) -> None:
    target = tmp_path / "samling.pdf"
    request = ExportRequest(Document.COLLECTION, FileFormat.PDF, target, slip_pages=True)
    with pytest.raises(UserError, match="attachments-outdated") as refused:
        run_export(store.file.parent, meeting(store), request, progress=NullProgress())
    assert refused.value.facts["count"] == 3
    assert not target.exists()
    renew(store, meeting(store), inspector, NullProgress())
    made = run_export(store.file.parent, meeting(store), request, progress=NullProgress())
    assert made.pages > 3
    assert len(attached) == 3


@pytest.fixture
def note(store: Store, inspector: Inspector, tmp_path: Path) -> Rendition:
    """A text of which a PDF was made long ago."""
    file = tmp_path / "notat.txt"
    file.write_text("Sagen drøftes.", encoding="utf-8")
    (item,) = add_items(store, add_meeting(store), "Sag")
    arrived = take_in(store, [file], inspector, NullProgress())
    with store.operation("Vedhæft"):
        write_attachments(store, item.id, arrived)
    known = arrived[0].rendition
    assert known.pdf not in {None, known.source}
    store.save_rendition(replace(known, inspection=INSPECTION - 1))
    return known


def test_a_pdf_that_was_made_here_is_looked_at(store: Store, inspector: Inspector, note: Rendition) -> None:
    store.content.path(note.source).unlink()  # what it was made of is not needed
    assert renew(store, meeting(store), inspector, NullProgress()) == (note.key,)
    assert store.rendition(note.source) == note
    assert "Sagen drøftes" in store.pages(note.pdf or note.source)[0].text


def test_a_pdf_that_somebody_else_has_made_is_made_anew(
    store: Store, inspector: Inspector, note: Rendition, tmp_path: Path
) -> None:
    other = store.content.add(simple(tmp_path, "noget-andet.pdf"))
    store.save_rendition(replace(note, pdf=other, inspection=NOBODY_HERE))
    assert renew(store, meeting(store), inspector, NullProgress()) == (note.key,)
    assert store.rendition(note.source) == note


def test_a_pdf_that_somebody_else_has_made_is_used_where_it_cannot_be_made(
    store: Store, inspector: Inspector, note: Rendition, tmp_path: Path
) -> None:
    other = store.content.add(simple(tmp_path, "noget-andet.pdf", 3))
    store.save_rendition(replace(note, pdf=other, inspection=NOBODY_HERE))
    store.content.path(note.source).write_bytes(
        b"Rar!\x1a\x07\x00"
    )  # stands for a file this machine has no program for
    assert renew(store, meeting(store), inspector, NullProgress()) == (note.key,)
    known = store.rendition(note.source)
    assert known is not None
    assert (known.pdf, known.page_count, known.kind, known.is_outdated) == (other, 3, "text", False)


def test_what_was_said_of_the_making_is_said_for_good(store: Store, inspector: Inspector, tmp_path: Path) -> None:
    """Also what looking at a PDF could say, but does not say of the one that was made."""
    file = tmp_path / "låst.pdf"
    with Pdf.open(simple(tmp_path)) as pdf:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 20, 20]), Contents=String("nej"))
        pdf.pages[0].Annots = Array([note])
        pdf.save(file, encryption=Encryption(owner="kun-mig", user=""))
    (item,) = add_items(store, add_meeting(store), "Sag")
    wanted = Wanted(file, Treatment(comments=Shown.LEFT_OUT))
    with store.operation("Vedhæft"):
        (one,) = write_attachments(store, item.id, take_in(store, [wanted], inspector, NullProgress()))
    assert [notice.code for notice in one.rendition.warnings] == ["pdf-owner-locked", "comments-left-out"]
    store.save_rendition(replace(one.rendition, inspection=INSPECTION - 1))
    assert renew(store, meeting(store), inspector, NullProgress()) == (one.rendition.key,)
    assert store.rendition(one.rendition.source, one.rendition.treatment) == one.rendition


def test_a_made_pdf_that_is_lost_is_made_again(
    store: Store, inspector: Inspector, note: Rendition, tmp_path: Path
) -> None:
    store.save_rendition(note)
    made = note.pdf or note.source
    store.content.path(made).unlink()
    assert outdated(store.agenda(meeting(store)), store.content) == {note.key: "notat.txt"}
    saved = store.save_meeting(meeting(store), tmp_path / "møde.kkr", NullProgress())
    assert saved.attachments == 1
    with closing(sqlite3.connect(saved.file)) as file:
        held = [row[0] for row in file.execute("SELECT sha256 FROM content")]
        assert (held, file.execute("SELECT count(*) FROM rendition").fetchone()) == ([note.source], (0,))
    assert renew(store, meeting(store), inspector, NullProgress()) == (note.key,)
    assert store.content.holds(made)
    assert outdated(store.agenda(meeting(store)), store.content) == {}
    store.content.path(note.source).unlink()
    with pytest.raises(UserError, match="content-lost"):
        store.save_meeting(meeting(store), tmp_path / "møde.kkr", NullProgress())
