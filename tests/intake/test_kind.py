from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desk.intake.inspector import _NOTICE_OF_KIND
from kkr_desk.intake.kind import HEAD, kind_of
from kkr_desk.sentences import NOTICES
from tests.factory import HORRIBLE_NAME

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind(folder: Path, data: bytes, name: str = "fil") -> str:
    path = folder / name
    path.write_bytes(data)
    return kind_of(path)


def zipped(folder: Path, names: dict[str, bytes]) -> bytes:
    path = folder / "z"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return path.read_bytes()


def ole(stream: str, directory: int = 1) -> bytes:
    """The least of a compound file: header, table of sectors, and a directory of two sectors that are apart."""
    header = bytearray(512)
    header[:8] = OLE
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, directory)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = [0xFFFFFFFF] * 128
    table[directory] = 3
    table[3] = 0xFFFFFFFE
    name = stream.encode("utf-16-le") + b"\0\0"
    entry = name.ljust(64, b"\0") + struct.pack("<H", len(name)) + bytes(62)
    return bytes(header) + struct.pack("<128I", *table) + bytes(1024) + entry.ljust(512, b"\0") + bytes(512)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty-file"),
        (b"%PDF-1.7\n%...", "pdf"),
        (b"junk before it\n%PDF-1.4\n", "pdf"),
        (b" " * 1019 + b"%PDF-1.4\n", "pdf"),
        (b"\0" * 1024 + b"%PDF-1.4\n", "unknown"),
        (b"@PJL SET\r\n%PDF-1.3", "pdf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"II*\0\x08\0\0\0", "tiff"),
        (b"MM\0*\0\0\0\x08", "tiff"),
        (b"GIF89a\x01\0", "gif"),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "bmp"),
        (b"BM is how this note begins", "text"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"MZ\x90\0", "program"),
        (b"\x7fELF\x02\x01", "program"),
        (b"#!/bin/sh\n", "program"),
        (b"%!PS-Adobe-3.0", "postscript"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf  <!-- x --><HTML lang='da'>", "html"),
        (b"From: a@b.dk\r\nTo: c@d.dk\r\nSubject: Bilag\r\n\r\nHej", "eml"),
        (b"Notat: vi har\nen sag", "text"),
        ("Notat om æøå".encode(), "text"),
        ("Notat om æøå".encode("cp1252"), "text"),
        ("Notat".encode("utf-16"), "text"),
        (bytes(range(256)), "unknown"),
        (OLE, "ole"),
        (b"PK\x03\x04 and then nothing", "zip"),
    ],
)
def test_bytes_tell(tmp_path: Path, data: bytes, expected: str) -> None:
    assert kind(tmp_path, data) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["[Content_Types].xml", "word/document.xml"], "docx"),
        (["[Content_Types].xml", "xl/workbook.xml"], "xlsx"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "pptx"),
        (["[Content_Types].xml", "drawing/x.xml"], "zip"),
        (["word/document.xml"], "zip"),
        (["Bilag 1.pdf"], "zip"),
    ],
)
def test_zip_files_tell_by_their_names(tmp_path: Path, names: list[str], expected: str) -> None:
    data = zipped(tmp_path, dict.fromkeys(names, b"x"))
    assert kind(tmp_path, data) == expected
    assert kind(tmp_path, data[:-30]) == expected  # cut off: the directory at its end is gone


@pytest.mark.parametrize(
    ("mimetype", "expected"),
    [
        (b"application/vnd.oasis.opendocument.text", "odt"),
        (b"application/vnd.oasis.opendocument.spreadsheet-template", "ods"),
        (b"application/vnd.oasis.opendocument.presentation\n", "odp"),
        (b"application/epub+zip", "zip"),
    ],
)
def test_open_documents_tell_by_their_mimetype(tmp_path: Path, mimetype: bytes, expected: str) -> None:
    assert kind(tmp_path, zipped(tmp_path, {"mimetype": mimetype, "content.xml": b"x"})) == expected


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("PowerPoint Document", "ppt"),
        ("__properties_version1.0", "msg"),
        ("EncryptedPackage", "office-encrypted"),
        ("Contents", "ole"),
    ],
)
def test_old_office_files_tell_by_their_streams(tmp_path: Path, stream: str, expected: str) -> None:
    assert kind(tmp_path, ole(stream)) == expected


def test_a_directory_that_leads_in_a_ring_ends(tmp_path: Path) -> None:
    data = bytearray(ole("Contents"))
    struct.pack_into("<I", data, 512 + 4 * 3, 1)
    assert kind(tmp_path, bytes(data)) == "ole"


@pytest.mark.parametrize(("data", "expected"), [(b"not a pdf at all", "pdf"), (b"\xff\xd8\xff\xe0", "jpeg")])
def test_a_pdf_name_counts_only_where_the_bytes_say_nothing(tmp_path: Path, data: bytes, expected: str) -> None:
    assert kind(tmp_path, data, HORRIBLE_NAME) == expected
    path = tmp_path / "0123abcd"
    path.write_bytes(data)
    assert kind_of(path, HORRIBLE_NAME) == expected


@given(st.binary(max_size=HEAD + 10) | st.binary(max_size=600).map(lambda data: OLE + data))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise_and_every_kind_has_a_sentence(tmp_path: Path, data: bytes) -> None:
    found = kind(tmp_path, data)
    assert found == "pdf" or _NOTICE_OF_KIND[found] in NOTICES


def test_every_office_file_of_the_corpus_is_told_by_its_kind(shared: Path) -> None:
    ending = {"doc": "doc", "docx": "docx", "xls": "xls", "xlsx": "xlsx", "ppt": "ppt", "pptx": "pptx", "odt": "odt"}
    ending |= {"ods": "ods", "odp": "odp", "rtf": "rtf", "msg": "msg", "eml": "eml", "txt": "text", "jpg": "jpeg"}
    ending |= {"tif": "tiff", "tiff": "tiff", "png": "png", "gif": "gif", "bmp": "bmp", "webp": "webp", "heic": "heic"}
    locked = {"poi__bug53475-password-is-pass.docx", "poi__protect.xlsx"}
    for path in sorted((shared / "corpus/office").iterdir()):
        if path.name == "MANIFEST.tsv":
            continue
        expected = "office-encrypted" if path.name in locked else ending[path.suffix[1:].lower()]
        assert (path.name, kind_of(path)) == (path.name, expected)
