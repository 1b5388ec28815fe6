"""What a file really is, by its bytes: a name may lie, and mail programs lose it.

Signatures are those of the formats' own specifications, as collected in the `file` program's magic and PRONOM. A PDF
header may stand anywhere in the first 1,024 bytes, as Acrobat and PDFium accept it (Adobe's implementation note 13 to
PDF 1.7, appendix H).
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import BinaryIO

PDF = "pdf"
EMPTY = "empty-file"
UNKNOWN = "unknown"

HEAD = 4096
"""Bytes from the start of a file that tell what it is."""
PDF_HEADER_WITHIN = 1024
_MOST_DIRECTORY_SECTORS = 256
_END_OF_CHAIN = 0xFFFFFFFA

_SIGNATURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"{\\rtf", "rtf"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xfe\xed\xfa\xcf", "program"),
    (b"#!", "program"),
    (b"%!PS", "postscript"),
    (b"\xc5\xd0\xd3\xc6", "postscript"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1", b"avif"})
_BMP_HEADERS = frozenset(size.to_bytes(4, "little") for size in (12, 16, 40, 52, 56, 64, 108, 124))
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
}
_OFFICE_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OLE_STREAMS = (
    ("EncryptedPackage", "office-encrypted"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML_HTML = re.compile(rb"\s*<\?xml[^>]*>.{0,1000}?<html\b", re.IGNORECASE | re.DOTALL)
_MAIL_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t\r\n]")
_MAIL = re.compile(
    rb"^(?:received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(path: Path, name: str = "") -> str:
    """What a file is.

    Args:
        path: The file.
        name: What it was called when it came, where `path` no longer says (content files bear their hash). Only
            consulted for bytes that nothing else explains: a file called .pdf is then taken for a broken PDF.

    Returns:
        "pdf", "empty-file", a format such as "docx", "jpeg" or "msg", or "unknown".

    Raises:
        OSError: The machine would not let it be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
        if not head:
            return EMPTY
        file.seek(0)
        kind = _by_signature(head, path)
    if kind in {"text", UNKNOWN} and (name or path.name).lower().endswith(".pdf"):
        return PDF
    return kind


def _by_signature(head: bytes, path: Path) -> str:
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _in_ole(path)
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return PDF
    return _picture(head) or _text(head)


def _picture(head: bytes) -> str | None:
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "heic"
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0" and head[14:18] in _BMP_HEADERS:
        return "bmp"
    return None


def _text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text"
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(plain) or _XML_HTML.match(plain):
        return "html"
    if _BINARY.search(plain):
        return UNKNOWN
    if _MAIL_FIELD.match(plain) and len(_MAIL.findall(plain)) >= 2:
        return "eml"
    return "text"


def _in_zip(path: Path) -> str:
    """Tell Office and OpenDocument files from other zip files; a broken one by its first names."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                return _OPEN_DOCUMENT.get(declared.removesuffix("-template"), "zip")
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        names = _first_names(path)
    if "[Content_Types].xml" not in names:
        return "zip"
    return next((kind for start, kind in _OFFICE_PARTS if any(name.startswith(start) for name in names)), "zip")


def _first_names(path: Path) -> list[str]:
    """Names that stand in the local headers of a zip file whose directory cannot be read."""
    with path.open("rb") as file:
        data = file.read(1 << 20)
    names = []
    for match in re.finditer(rb"PK\x03\x04.{26}", data, re.DOTALL):
        length = int.from_bytes(match[0][26:28], "little")
        names.append(data[match.start() + 30 : match.start() + 30 + length].decode("utf-8", "replace"))
    return names


def _in_ole(path: Path) -> str:
    """Tell the old Office formats and Outlook mails apart by the streams that their directory names.

    A directory entry is 128 bytes and begins with its name in UTF-16; the directory's first sector and the first
    sectors of the table that chains sectors are told in the header ([MS-CFB] 2.2, 2.3, 2.6).
    """
    with path.open("rb") as file:
        header = file.read(512)
        size = 1 << min(max(int.from_bytes(header[30:32], "little"), 9), 12)
        tables = [_word(header, 76 + 4 * n) for n in range(109)]
        sector, named = _word(header, 48), set[str]()
        for _ in range(_MOST_DIRECTORY_SECTORS):
            if sector >= _END_OF_CHAIN:
                break
            data = _sector(file, sector, size)
            named.update(_entry_name(data[at : at + 128]) for at in range(0, size, 128))
            table, place = divmod(sector, size // 4)
            sector = _word(_sector(file, tables[table], size), 4 * place) if table < 109 else _END_OF_CHAIN
    return next((kind for stream, kind in _OLE_STREAMS if stream in named), "ole")


def _sector(file: BinaryIO, sector: int, size: int) -> bytes:
    """A sector's bytes; b"" where the file ends before it. The header takes the room of one sector."""
    file.seek((sector + 1) * size)
    return file.read(size)


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little") if len(data) >= at + 4 else _END_OF_CHAIN


def _entry_name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: max(length - 2, 0)].decode("utf-16-le", "replace") if length <= 64 else ""
