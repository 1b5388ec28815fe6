"""The old Office formats and Outlook's mails are compound files; what tells them apart are the streams in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

_STREAMS = (
    ("EncryptedPackage", "office-encrypted"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("VisioDocument", "drawing"),
    ("Quill", "drawing"),
    ("Props14", "drawing"),
    ("Catalog", "database"),
)
_INSTALLER = bytes.fromhex("84100c0000000000c000000000000046")
"""Class of a Windows installer's root ({000C1084-…}); its streams bear names that nobody reads."""
_MOST_DIRECTORY_SECTORS = 256
_END_OF_CHAIN = 0xFFFFFFFA


def kind_in_compound(path: Path) -> str:
    """Tell what a compound file is by the streams that stand right below its root; a broken one by all its names.

    A directory entry is 128 bytes and begins with its name in UTF-16; those below the root are a tree that its entry
    leads to. The directory's first sector and the first sectors of the table that chains sectors are told in the
    header ([MS-CFB] 2.2, 2.3, 2.6).

    Args:
        path: A file that begins as compound files do.
    """
    entries = list(_entries(path))
    if entries and entries[0][80:96] == _INSTALLER:
        return "program"
    names = _below_root(entries) or {_entry_name(entry) for entry in entries}
    return next((kind for stream, kind in _STREAMS if stream in names), "ole")


def _entries(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        header = file.read(512)
        size = 1 << min(max(int.from_bytes(header[30:32], "little"), 9), 12)
        tables = [_word(header, 76 + 4 * n) for n in range(109)]
        sector = _word(header, 48)
        for _ in range(_MOST_DIRECTORY_SECTORS):
            if sector >= _END_OF_CHAIN:
                break
            data = _sector(file, sector, size)
            yield from (data[at : at + 128] for at in range(0, size, 128))
            table, place = divmod(sector, size // 4)
            sector = _word(_sector(file, tables[table], size), 4 * place) if table < 109 else _END_OF_CHAIN


def _below_root(entries: Sequence[bytes]) -> set[str]:
    """Names of what stands right below the root; none where nothing leads there."""
    seen: set[int] = set()
    waiting = [_word(entries[0], 76)] if entries else []
    while waiting:
        place = waiting.pop()
        if place < len(entries) and place not in seen and place:
            seen.add(place)
            waiting += [_word(entries[place], 68), _word(entries[place], 72)]
    return {_entry_name(entries[place]) for place in seen}


def _sector(file: BinaryIO, sector: int, size: int) -> bytes:
    """A sector's bytes; b"" where the file ends before it. The header takes the room of one sector."""
    file.seek((sector + 1) * size)
    return file.read(size)


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little") if len(data) >= at + 4 else _END_OF_CHAIN


def _entry_name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: max(length - 2, 0)].decode("utf-16-le", "replace") if length <= 64 else ""
