from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desk.intake.kind import HEAD, kind_of
from kkr_desk.intake.refusal import refusal
from kkr_desk.model.claims import claim
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
        (b"\0\0\0\x1cftypavif\0\0\0\0", "heic"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "media"),
        (b"ID3\x03\0", "media"),
        (b"OTTO\0\x0b", "font"),
        (b"\0\x01\0\0\0\x12\x01", "font"),
        (b"\0\x01\0\0Standard ACE DB\0", "database"),
        (b"SQLite format 3\0\x10", "database"),
        (b"conectix\0\0", "disk-image"),
        (bytes(32769) + b"CD001", "disk-image"),
        (b"\x78\x9f\x3e\x22\x01\0", "tnef"),
        (b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F\x9b", "lnk"),
        (b"[InternetShortcut]\r\nURL=https://x.dk", "url"),
        (b"[Desktop Entry]\nExec=x", "url"),
        (b"<?xml version='1.0'?><plist version='1.0'><dict><key>URL</key><string>x</string></dict>", "url"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "word-xml"),
        (b'<office:document x="y" office:mimetype="application/vnd.oasis.opendocument.text"/>', "fodt"),
        (b"<?php echo 1; ?>", "script"),
        (b"\x1f\x8b\x08\0", "gz"),
        (b"Rar!\x1a\x07\x01\0", "rar"),
        (bytes(257) + b"ustar\x0000", "tar"),
        (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3", "one"),
        (b"0\x82\x01\x02\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0", "sealed"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"MZ\x90\0", "program"),
        (b"\x7fELF\x02\x01", "program"),
        (b"#!/bin/sh\n", "program"),
        (b"%!PS-Adobe-3.0", "postscript"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf  <!-- x --><HTML lang='da'>", "html"),
        (b"From: a@b.dk\r\nTo: c@d.dk\r\nSubject: Bilag\r\n\r\nHej", "eml"),
        (b"From a@b.dk Mon Mar  3 09:30:00 2025\r\nFrom: a@b.dk\r\nTo: c@d.dk\r\n\r\nHej", "eml"),
        (b"\r\nFrom: a@b.dk\r\nSubject: =?x?=\r\n\r\n\0\1\2 8bit", "eml"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nSubject: x\r\n\r\n", "mht"),
        (b"Notat: vi har\nen sag", "text"),
        (b"Notat fra DOS\r\n\x1a", "text"),
        ("Notat om bl\u00e5b\u00e6r".encode("cp865"), "text"),
        ("Notat uden m\u00e6rke".encode("utf-16-le"), "text"),
        ("<html><body>x".encode("utf-16"), "html"),
        (b"\xff\xfe" + b"\x01\0\x02\0" * 40, "unknown"),
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
        (["[Content_Types].xml", "xl/workbook.bin"], "xlsb"),
        (["[Content_Types].xml", "FixedDocumentSequence.fdseq"], "xps"),
        (["[Content_Types].xml", "visio/document.xml"], "drawing"),
        (["Index/Document.iwa", "Metadata/x"], "iwork"),
        (["META-INF/MANIFEST.MF", "A.class"], "program"),
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
        (b"application/epub+zip", "epub"),
        (b"application/x-unheard-of", "zip"),
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


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("oprydning.vbs", b"MsgBox 1", "script"),
        ("oprydning.PS1", b"Get-Item x", "script"),
        ("side.hta", b"<html><script>x</script>", "script"),
        ("noter.txt", b"MsgBox 1", "text"),
        ("tal.csv", b"a;b\n1;2", "text"),
        ("link.webloc", b"bplist00\xd1\x01\x02SURL\0", "url"),
        ("link.url", b"anything", "url"),
        ("side.mht", b"From: a\r\nSubject: b\r\n\r\n", "mht"),
        ("notat.docx", bytes(range(256)), "garbled"),
        ("notat.bin", bytes(range(256)), "unknown"),
        ("notat.txt", bytes(range(256)), "unknown"),
        ("notat.docx", b"ren tekst", "text"),
    ],
)
def test_a_name_counts_where_bytes_cannot_tell(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert kind(tmp_path, data, name) == expected


@pytest.mark.parametrize(
    ("found", "name", "said"),
    [
        ("docx", "notat.docx", None),
        ("docx", "notat.DOCM", None),
        ("office-encrypted", "notat.docx", None),
        ("jpeg", "foto.JPEG", None),
        ("text", "tal.csv", None),
        ("word-xml", "brev.xml", None),
        ("excel-xml", "tal.xls", {"ending": ".xls", "kind": ".xml"}),
        ("pdf", "notat", None),
        ("pdf", "notat.kladde", None),
        ("script", "notat.txt", None),  # its own sentence says what it is
        ("rtf", "notat.doc", {"ending": ".doc", "kind": ".rtf"}),
        ("html", "tal.xls", {"ending": ".xls", "kind": ".html"}),
        ("jpeg", "foto.png", {"ending": ".png", "kind": ".jpg"}),
        ("docx", "notat.pdf", {"ending": ".pdf", "kind": ".docx"}),
    ],
)
def test_a_name_that_claims_another_kind_is_said(found: str, name: str, said: dict[str, str] | None) -> None:
    notice = claim(found, name)
    assert (notice and (notice.code, dict(notice.facts))) == (said and ("file-kind-differs", said))


def test_what_is_within_what_is_enclosed_does_not_count(tmp_path: Path) -> None:
    """A spreadsheet in which a Word document is embedded is a spreadsheet."""
    data = bytearray(ole("WordDocument"))
    at = 1024  # the directory's first sector
    assert data[at : at + 512] == bytes(512)
    for place, (name, child) in enumerate([("Root Entry", 1), ("Workbook", 0)]):
        label = name.encode("utf-16-le") + b"\0\0"
        entry = label.ljust(64, b"\0") + struct.pack("<H2xIII", len(label), 0xFFFFFFFF, 0xFFFFFFFF, child)
        data[at + 128 * place : at + 128 * (place + 1)] = entry.ljust(128, b"\0")
    assert kind(tmp_path, bytes(data)) == "xls"


@given(st.binary(max_size=HEAD + 10) | st.binary(max_size=600).map(lambda data: OLE + data))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise_and_every_kind_has_a_sentence(tmp_path: Path, data: bytes) -> None:
    assert refusal(kind(tmp_path, data)).code in NOTICES


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
