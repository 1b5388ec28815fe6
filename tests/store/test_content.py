"""Content is stored once, whole or not at all, and renditions are remembered by its hash."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.errors import Cancelled, EnvironmentFault, UserError
from kkr_desk.model import EdgeInk, FileStatus, Notice, PageFacts, Rendition, Sha256
from kkr_desk.store import Store
from kkr_desk.store.content import CHUNK
from kkr_desk.store.leftovers import left_behind, part_file
from tests.factory import HORRIBLE_NAME
from tests.store.rows import Recorder, add_items, add_meeting, copied, count

DATA = bytes(range(256)) * (CHUNK // 128)


def files(store: Store) -> list[Path]:
    folder = store.content.folder
    return sorted(file for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / HORRIBLE_NAME
    path.write_bytes(DATA)
    return path


def test_a_file_is_stored_under_its_hash(store: Store, file: Path) -> None:
    progress = Recorder()
    sha256 = store.content.add(file, progress)
    assert sha256 == hashlib.sha256(DATA).hexdigest()
    assert store.content.path(sha256) == store.folder / "content" / sha256[:2] / sha256
    assert store.content.path(sha256).read_bytes() == DATA
    assert store.content.holds(sha256)
    assert files(store) == [store.content.path(sha256)]
    assert progress.steps == [(CHUNK, 2 * CHUNK, "content-copy"), (2 * CHUNK, 2 * CHUNK, "content-copy")]


def test_the_same_bytes_again_cost_a_hash(store: Store, file: Path) -> None:
    sha256 = store.content.add(file)
    stored = store.content.path(sha256).stat()
    progress = Recorder()
    assert store.content.add(file, progress) == sha256
    now = store.content.path(sha256).stat()
    assert (now.st_ino, now.st_mtime_ns) == (stored.st_ino, stored.st_mtime_ns)
    assert {what for _, _, what in progress.steps} == {"content-hash"}
    assert progress.steps[-1][:2] == (4 * CHUNK, 4 * CHUNK)
    assert count(store, "content") == 1


def test_other_bytes_of_the_same_length_are_other_content(store: Store, file: Path) -> None:
    first = store.content.add(file)
    file.write_bytes(DATA[::-1])
    progress = Recorder()
    second = store.content.add(file, progress)
    assert first != second
    assert store.content.path(second).read_bytes() == DATA[::-1]
    done = [done for done, _, _ in progress.steps]
    assert done == sorted(done)
    assert progress.steps[-1][0] == progress.steps[-1][1]


def test_an_empty_file_is_content_too(store: Store, tmp_path: Path) -> None:
    (tmp_path / "tom.pdf").touch()
    sha256 = store.content.add(tmp_path / "tom.pdf")
    assert store.content.holds(sha256)
    assert store.content.add_bytes(b"") == sha256


def test_what_was_lost_or_cut_is_mended_by_adding_it_again(store: Store, file: Path) -> None:
    sha256 = store.content.add(file)
    store.content.path(sha256).write_bytes(b"cut")
    assert not store.content.holds(sha256)
    store.content.add(file)
    assert store.content.path(sha256).read_bytes() == DATA
    store.content.path(sha256).unlink()
    assert not store.content.holds(sha256)
    store.content.add_bytes(DATA)
    assert store.content.holds(sha256)


@pytest.mark.parametrize("at", [1, 2])
def test_cancelling_leaves_nothing_behind(store: Store, file: Path, at: int) -> None:
    with pytest.raises(Cancelled):
        store.content.add(file, Recorder(cancel_at=at))
    assert files(store) == []
    assert count(store, "content") == 0


def test_a_file_that_cannot_be_read(store: Store, tmp_path: Path) -> None:
    for path in (tmp_path / "ikke her.pdf", tmp_path):
        with pytest.raises(UserError) as error:
            store.content.add(path)
        assert (error.value.code, error.value.facts["file"]) == ("file-unreadable", path.name)
    assert files(store) == []


def test_content_of_an_operation_given_up_is_only_a_file(store: Store, file: Path) -> None:
    def give_up() -> None:
        with store.operation("Opgivet"):
            store.content.add(file)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert count(store, "content") == 0
    assert [notice.code for notice in store.check()] == ["content-unreferenced"]
    sha256 = store.content.add(file)
    assert store.content.holds(sha256)


def test_what_a_killed_program_left_is_cleared_at_the_next_opening(store: Store, folder: Path, file: Path) -> None:
    script = (
        "import os, sys, pathlib\nfrom kkr_desk.store import Store\n"
        "class Kill:\n def step(self, done, total, what=''): os._exit(9)\n"
        "Store.open(pathlib.Path(sys.argv[1])).content.add(pathlib.Path(sys.argv[2]), Kill())\n"
    )
    done = subprocess.run([sys.executable, "-c", script, folder, file], check=False)
    assert done.returncode == 9
    (left,) = files(store)
    assert left_behind(store.content.folder) == [left]
    assert [notice.code for notice in store.check()] == ["content-leftover"]
    with Store.open(folder, read_only=True):
        assert files(store) == [left]
    with Store.open(folder) as again:
        assert again.check() == ()
    assert files(store) == []


def test_what_another_program_is_writing_is_left_alone(store: Store, folder: Path) -> None:
    store.content.folder.mkdir()
    with part_file(store.content.folder) as part:
        with Store.open(folder):
            assert files(store) == [Path(part.name)]
        assert store.check() == ()
    assert files(store) == []


def test_two_programs_may_store_the_same_file(store: Store, folder: Path, file: Path) -> None:
    with Store.open(folder) as other:

        class Meanwhile(Recorder):
            def step(self, done: int, total: int, what: str = "") -> None:
                if done == CHUNK:
                    other.content.add(file)

        sha256 = store.content.add(file, Meanwhile())
    assert files(store) == [store.content.path(sha256)]
    assert count(store, "content") == 1
    assert [notice.code for notice in store.check()] == ["content-unreferenced"]


INK = st.builds(EdgeInk, st.integers(0, 200), st.binary(max_size=40), st.binary(max_size=40))
POINTS = st.floats(0, 20_000, allow_nan=False)
PAGES = st.lists(
    st.builds(
        PageFacts,
        number=st.just(1),
        width=POINTS,
        height=POINTS,
        rotation=st.sampled_from([0, 90, 180, 270]),
        text=st.text(),
        ink=INK,
        open_states=st.integers(-1, 9),
        digest=st.text("0123456789abcdef", max_size=64),
        annotations=st.text("0123456789abcdef", max_size=64),
    ),
    max_size=4,
)
NOTICES = st.lists(
    st.builds(Notice, st.text(min_size=1), st.lists(st.tuples(st.text(), st.text()), max_size=2).map(tuple)), max_size=3
)


@given(st.sampled_from(FileStatus), st.booleans(), st.integers(0, 9999), PAGES, NOTICES)
def test_a_rendition_comes_back_as_it_was(
    empty_store: Path, status: FileStatus, has_pdf: bool, page_count: int, pages: list[PageFacts], notices: list[Notice]
) -> None:
    facts = tuple(
        PageFacts(n, p.width, p.height, p.rotation, p.text, p.ink, p.open_states, p.digest, p.annotations)
        for n, p in enumerate(pages, 1)
    )
    source, pdf = Sha256("aa" * 32), Sha256("bb" * 32) if has_pdf else None
    whole = Rendition(source, status, pdf, page_count, "pdf", tuple(notices), facts)
    with tempfile.TemporaryDirectory() as folder, Store.open(copied(empty_store, Path(folder))) as store:
        assert store.rendition(source) is None
        store.save_rendition(whole)
        bare = Rendition(source, status, pdf, page_count, "pdf", tuple(notices))
        assert store.rendition(source) == bare
        assert store.pages(Sha256("bb" * 32)) == (facts if has_pdf else ())
        store.save_rendition(bare)  # knows no pages, and takes none away
        assert store.pages(Sha256("bb" * 32)) == (facts if has_pdf else ())
        store.save_rendition(whole)
        assert store.pages(Sha256("bb" * 32)) == (facts if has_pdf else ())


def test_half_a_character_in_a_page_s_text_is_no_hindrance(store: Store) -> None:
    page = PageFacts(1, 595.0, 842.0, 0, "før\ud83d efter\0\nlinje")
    sha256 = Sha256("aa" * 32)
    store.save_rendition(Rendition(sha256, FileStatus.OK, sha256, 1, pages=(page,)))
    assert store.pages(sha256)[0].text == "før\ufffd efter\0\nlinje"


def test_renditions_are_no_operation_of_their_own(store: Store) -> None:
    meeting = add_meeting(store)
    sha256 = store.content.add_bytes(b"%PDF")
    rendition = Rendition(sha256, FileStatus.OK, sha256, 7, warnings=(Notice("form", (("fields", "3"),)),))
    store.save_rendition(rendition)
    assert count(store, "operation") == 1
    (item,) = add_items(store, meeting, "A")
    with store.operation("Bilag"):
        store.add_attachment(item.id, "x", "x.pdf", sha256)
        store.save_rendition(rendition)
    assert store.agenda(meeting.id).items[0].attachments[0].rendition == rendition
    store.undo()
    assert store.rendition(sha256) == rendition
    with Store.open(store.folder, read_only=True) as reader:
        with pytest.raises(EnvironmentFault, match="store-read-only"):
            reader.save_rendition(rendition)
        assert reader.rendition(sha256) == rendition
