"""Office files with a password: opened with the right one, asked for without one."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from msoffcrypto.method.ecma376_agile import ECMA376Agile  # type: ignore[import-untyped]

from kkr_desk.intake.conversion import Refused, Request
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.papers import open_office
from kkr_desk.intake.papers.passwords import DEFAULT_PASSWORD
from kkr_desk.model import FileStatus
from tests.intake.office_papers import paragraph, parts, word

ASKED = (FileStatus.PASSWORD, "file-office-password")
WRONG = (FileStatus.PASSWORD, "file-office-password-wrong")


def locked(folder: Path, password: str) -> tuple[Path, bytes]:
    """A Word file with a password, and what is in it."""
    # the library writes no container for files below 4,096 bytes that it could read itself
    filling = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(200))
    plain = word(folder, paragraph("Notat"), {"word/media/a.png": filling}).read_bytes()
    path = folder / "locked"
    path.write_bytes(ECMA376Agile.encrypt(password, io.BytesIO(plain), spin_count=10))
    return path, plain


def opened(path: Path, password: str = "") -> Path:
    folder = path.parent / f"work{len(list(path.parent.iterdir()))}"
    folder.mkdir()
    return open_office(Request(path, "file.docx", kind_of(path), folder, password=password))


def outcome(path: Path, password: str = "") -> tuple[FileStatus, str]:
    with pytest.raises(Refused) as refusal:
        opened(path, password)
    return refusal.value.status, refusal.value.notice.code


def test_a_file_opens_with_its_password_alone(tmp_path: Path) -> None:
    path, plain = locked(tmp_path, "hemmelig æøå")
    assert opened(path, "hemmelig æøå").read_bytes() == plain
    assert outcome(path) == ASKED
    assert outcome(path, "Hemmelig") == WRONG


def test_a_workbook_that_is_only_guarded_against_changes_opens_unasked(tmp_path: Path) -> None:
    path, plain = locked(tmp_path, DEFAULT_PASSWORD)
    assert opened(path).read_bytes() == plain


def test_a_description_of_the_encryption_that_office_does_not_write_is_refused(tmp_path: Path) -> None:
    path, _ = locked(tmp_path, "x")
    data = path.read_bytes()
    path.write_bytes(data.replace(b'<?xml version="1.0"', b"<!DOCTYPE a []>    "))
    assert outcome(path, "x") == (FileStatus.DAMAGED, "office-built-oddly")
    path.write_bytes(data[: len(data) // 2])
    assert outcome(path, "x")[0] in {FileStatus.DAMAGED, FileStatus.UNSUPPORTED}
    name = "EncryptionInfo".encode("utf-16-le")
    path.write_bytes(data.replace(name, "EncryptionXnfo".encode("utf-16-le")))
    assert outcome(path, "x") == (FileStatus.UNSUPPORTED, "file-encryption-unsupported")


def test_real_files_with_passwords(shared: Path, tmp_path: Path) -> None:
    folder = shared / "corpus/office"
    copies = {}
    for name in ("bug53475-password-is-pass.docx", "protect.xlsx", "PasswordProtected.doc", "SampleDoc.doc"):
        copies[name] = tmp_path / name
        copies[name].write_bytes((folder / f"poi__{name}").read_bytes())
    assert "word/document.xml" in parts(opened(copies["bug53475-password-is-pass.docx"], "pass"))
    assert outcome(copies["bug53475-password-is-pass.docx"], "Pass") == WRONG
    assert outcome(copies["PasswordProtected.doc"]) == ASKED
    assert kind_of(opened(copies["protect.xlsx"])) == "xlsx"
    assert opened(copies["SampleDoc.doc"]) == copies["SampleDoc.doc"]


@pytest.mark.parametrize("kind", ["doc", "xls", "ppt"])
def test_what_is_not_known_of_older_formats_is_left_to_the_office_program(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert open_office(Request(path, f"file.{kind}", kind, tmp_path)) == path
