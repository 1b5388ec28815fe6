from __future__ import annotations

import json
from pathlib import Path

import pytest

from kkr_desk.errors import UserError
from kkr_desk.intake.digest import hash_of
from kkr_desk.model import AttachmentId
from kkr_desk.ui.attachment.working_copy import (
    NOTE,
    Look,
    Signature,
    WorkingCopy,
    copy_name,
    left_behind,
    look,
    make_copy,
    write_note,
)
from tests.factory import HORRIBLE_NAME


@pytest.mark.parametrize(
    ("name", "kind", "copy"),
    [
        ("notat.pdf", "pdf", "notat.pdf"),
        ("NOTAT.PDF", "pdf", "NOTAT.PDF"),
        ("notat", "pdf", "notat.pdf"),
        ("notat.exe", "pdf", "notat.exe.pdf"),
        ("brev.docm", "docx", "brev.docm"),
        ("brev.bat", "text", "brev.bat.txt"),
        ('a/b\\c:d*e?"f<g>|h.pdf', "pdf", "a_b_c_d_e__f_g__h.pdf"),
        ("con.pdf", "pdf", "_con.pdf"),
        ("LPT1.noget.pdf", "pdf", "_LPT1.noget.pdf"),
        ("~$brev.docx", "docx", "_~$brev.docx"),
        (" . ", "pdf", "bilag.pdf"),
        ("..", "pdf", "bilag.pdf"),
        ("punktum. .pdf", "pdf", "punktum.pdf"),
        ("tegning.dwg.pdf", "unknown", "tegning.dwg.pdf"),
    ],
)
def test_a_copy_has_a_name_that_every_system_takes(name: str, kind: str, copy: str) -> None:
    assert copy_name(name, kind) == copy


def test_a_long_name_is_cut() -> None:
    name = copy_name(HORRIBLE_NAME, "pdf")
    assert (len(name) <= 120, name.endswith(".PDF")) == (True, True)


@pytest.mark.parametrize(
    ("name", "kind"), [("x.exe", "program"), ("x.js", "unknown"), ("x", "ole"), ("x.ps", "postscript")]
)
def test_what_may_be_a_program_is_not_opened(name: str, kind: str) -> None:
    with pytest.raises(UserError) as caught:
        copy_name(name, kind)
    assert (caught.value.code, caught.value.facts) == ("file-not-opened", {"file": name})


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store æøå"
    folder.mkdir()
    return folder


@pytest.fixture
def copy(tmp_path: Path, store: Path) -> WorkingCopy:
    content = tmp_path / "content"
    content.write_bytes(b"as it came")
    wanted = WorkingCopy(Path(), AttachmentId("a1"), "Bilag 2 under 2.1", "Notat æøå.docx", hash_of(content))
    return make_copy(content, store, wanted, "docx")


def signature(path: Path) -> Signature:
    return path.stat().st_mtime_ns, path.stat().st_size


def looks(path: Path, known: Signature | None, times: int = 3) -> list[Look]:
    found: list[Look] = []
    for _ in range(times):
        found.append(look(path, found[-1].signature if found else None, known))
    return found


def test_a_copy_lies_in_a_folder_of_its_own(copy: WorkingCopy, copies: Path) -> None:
    assert copy.path.read_bytes() == b"as it came"
    assert (copy.path.name, copy.path.parent.parent) == ("Notat æøå.docx", copies)


def test_a_change_counts_once_it_stands_still(copy: WorkingCopy) -> None:
    known = signature(copy.path)
    assert [found.sha256 for found in looks(copy.path, known)] == [None, None, None]
    copy.path.write_bytes(b"half")
    first = look(copy.path, known, known)
    copy.path.write_bytes(b"whole now")
    second = look(copy.path, first.signature, known)
    third = look(copy.path, second.signature, known)
    assert [first.sha256, second.sha256] == [None, None]
    assert third.sha256 == hash_of(copy.path)


def test_an_empty_or_missing_file_is_one_that_is_being_saved(copy: WorkingCopy) -> None:
    known = signature(copy.path)
    saved = copy.path.with_name("~WRD0001.tmp")
    saved.write_bytes(b"as Word saves: beside it, then renamed")
    copy.path.unlink()
    assert [found.signature for found in looks(copy.path, known)] == [None, None, None]
    saved.replace(copy.path)
    assert [found.sha256 for found in looks(copy.path, known)] == [None, hash_of(copy.path), hash_of(copy.path)]
    copy.path.write_bytes(b"")
    assert [found.sha256 for found in looks(copy.path, known)] == [None, None, None]


@pytest.mark.parametrize("lock", ["~$tat æøå.docx", ".~lock.Notat æøå.docx#"])
def test_that_an_office_program_has_it_open_is_seen(copy: WorkingCopy, lock: str) -> None:
    assert not look(copy.path, None, None).in_use
    copy.path.with_name(lock).touch()
    assert look(copy.path, None, None).in_use


def test_what_was_changed_while_the_program_was_closed_is_found(copy: WorkingCopy, store: Path, tmp_path: Path) -> None:
    copy.path.write_bytes(b"changed since")
    assert left_behind(store) == (copy,)
    assert left_behind(tmp_path) == ()  # another store's business
    assert copy.path.exists()


def test_what_was_not_changed_is_cleared_away(copy: WorkingCopy, store: Path, copies: Path) -> None:
    lock = copy.path.with_name("~$tat.docx")
    lock.touch()
    assert left_behind(store) == (copy,)  # it is open still
    lock.unlink()
    assert left_behind(store) == ()
    assert list(copies.iterdir()) == []


def test_a_copy_that_is_gone_is_cleared_away(copy: WorkingCopy, store: Path, copies: Path) -> None:
    copy.path.unlink()
    assert left_behind(store) == ()
    assert list(copies.iterdir()) == []


def test_what_was_decided_is_not_asked_again(copy: WorkingCopy, store: Path) -> None:
    copy.path.write_bytes(b"changed since")
    write_note(store, WorkingCopy(copy.path, copy.attachment, copy.place, copy.file_name, hash_of(copy.path)))
    assert left_behind(store) == ()


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"store": 1}', "\x00"])
def test_a_folder_that_is_not_ours_is_left_alone(store: Path, copies: Path, note: str) -> None:
    folder = copies / "kkr-desk-x"
    folder.mkdir()
    (folder / NOTE).write_text(note, encoding="utf-8")
    assert left_behind(store) == ()
    assert folder.exists()


def test_a_note_leads_nowhere_else(copy: WorkingCopy, store: Path, tmp_path: Path) -> None:
    note = copy.path.parent / NOTE
    told = json.loads(note.read_text(encoding="utf-8"))
    note.write_text(json.dumps({**told, "copy": "../../content"}), encoding="utf-8")
    assert left_behind(store) == ()
    assert (tmp_path / "content").exists()
