"""What nothing uses any more goes, and nothing else: not what undo can bring back, nor what has only just come."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kkr_desk.errors import UserError
from kkr_desk.model import FileStatus, PageFacts, Rendition, Sha256, Shown, Treatment
from kkr_desk.store import Store
from kkr_desk.store.tidying import AGE, Tidied
from tests.store.rows import add_items, add_meeting, attach, count, dump

LATER = datetime.now(UTC) + AGE + timedelta(hours=1)
SHOWN = Treatment(comments=Shown.SHOWN)


def made(store: Store, source: Sha256, pdf: bytes, treatment: Treatment = Treatment()) -> Sha256:  # noqa: B008
    """A PDF that was made of a file."""
    sha = store.content.add_bytes(pdf)
    pages = (PageFacts(1, 595, 842, 0, "Ordene på siden"),)
    store.save_rendition(Rendition(source, FileStatus.OK, sha, 1, "docx", (), pages, treatment=treatment))
    return sha


def test_only_what_nothing_uses_goes(store: Store) -> None:
    (item,) = add_items(store, add_meeting(store), "Sag")
    stays, gone, replaced = attach(store, item, "Bliver", "Slettet", "Erstattet")
    earlier, now = made(store, stays.source, b"a PDF"), made(store, stays.source, b"the same, made anew")
    tried = made(store, stays.source, b"with comments that nobody asked for", SHOWN)
    with store.operation("Andet"):
        store.delete_attachment(gone.id)
        store.replace_source(replaced.id, "ny.pdf", store.content.add_bytes(b"another file"))
        store.change_attachment(replaced.id, treatment=SHOWN)
        store.change_attachment(replaced.id, treatment=Treatment())
    wanted = made(store, store.attachment(replaced.id).source, b"wanted once", SHOWN)
    with store.operation("Behandling"):
        store.change_attachment(replaced.id, treatment=SHOWN)
    store.undo()
    never = store.content.add_bytes(b"never attached")
    cancelled = made(store, never, b"nor its PDF")
    before = dump(store)
    assert store.tidy() == Tidied(0, 0)  # all of it has only just come
    tidied = store.tidy(LATER)
    went = (earlier, tried, never, cancelled)
    assert [store.content.path(sha).exists() for sha in went] == [False] * 4
    words = (b"a PDF", b"with comments that nobody asked for", b"never attached", b"nor its PDF")
    assert tidied == Tidied(4, sum(map(len, words)))
    assert all(store.content.holds(sha) for sha in (stays.source, gone.source, replaced.source, now, wanted))
    assert dump(store) == before
    assert store.check() == ()
    assert (count(store, "superseded"), count(store, "erasure"), len(store.pages(tried))) == (0, 0, 0)
    assert [rendition.pdf for rendition in store.renditions_of(stays.source)] == [now]
    assert len(store.search("ordene")) == 1
    store.redo()
    assert store.check() == ()


def test_what_has_come_again_stays(store: Store) -> None:
    """Its attachment is about to be written, and its PDF with it."""
    source = store.content.add_bytes(b"a file that was not attached then")
    pdf = made(store, source, b"its PDF")
    store._connection.write("UPDATE content SET added = '2020-01-01T00:00:00.000+00:00'")
    assert store.content.add_bytes(b"a file that was not attached then") == source
    assert store.tidy() == Tidied(0, 0)
    assert store.content.holds(source)
    assert store.content.holds(pdf)
    assert store.tidy(LATER).files == 2


def test_a_file_that_no_row_ever_named(store: Store) -> None:
    """As a crash leaves it between its coming and its row. What is none of ours is left alone."""
    sha = store.content.add_bytes(b"x")
    store._connection.write("DELETE FROM content")
    strange = store.content.path(sha).with_name("huskeliste.txt")
    strange.write_bytes(b"mine")
    for file in (strange, store.content.path(sha)):
        os.utime(file, (time.time() - 10 * 86_400,) * 2)
    assert store.tidy() == Tidied(1, 1)
    assert (strange.exists(), store.content.path(sha).exists()) == (True, False)


def test_a_backup_is_not_tidied(store: Store, tmp_path: Path) -> None:
    store.content.add_bytes(b"x")
    store.backup(tmp_path / "kopi.sqlite3")
    with Store.open(tmp_path / "kopi.sqlite3") as backup, pytest.raises(UserError, match="tidy-in-backup"):
        backup.tidy(LATER)
