"""Files are taken out of zip files: bounded in count, bytes, ratio and depth; only files, and no path is followed."""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.folders import is_left_behind
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.unpacking.enclosed import MEGABYTE, Bounds, Enclosed, Tray, shown_name, too_much
from kkr_desk.intake.unpacking.names import entry_name
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress

_PIECE = 1 << 18
_RATIO = 200
"""How many times its packed size a file may have; a white page in the old BMP format has a hundred times."""
_RATIO_FROM = 16 * MEGABYTE
"""Bytes from which the ratio counts: small files of one letter pack a thousand times and do no harm."""
_MOST_DIRECTORY = 8 * MEGABYTE
"""Bytes of the list of entries: some 50,000 names of common length, far beyond what is unpacked."""
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_AES = 99
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, ValueError, KeyError)


def unpack_zip(path: Path, tray: Tray, password: str, progress: Progress) -> None:
    """Lay the files of a zip file on a tray, those of zip files in it among them.

    Args:
        path: The zip file.
        tray: Where they are laid.
        password: Opens it, "" without one.
        progress: Told of the bytes unpacked, of all of it; asked whether to go on.

    Raises:
        Refused: It is damaged, locked, of a method that cannot be read, or unpacks to too much.
        Cancelled: By `progress`.
    """
    _Unpacking(tray, password, progress).unpack(path, "", 1)


@dataclass(frozen=True, slots=True)
class _Unpacking:
    """What every zip file within the zip file shares with it."""

    tray: Tray
    password: str
    progress: Progress

    def unpack(self, path: Path, prefix: str, depth: int) -> None:
        """Lay the files of a zip file on the tray; their names begin with the prefix."""
        laid = self._lay_out(path, prefix)
        if depth >= self.tray.bounds.most_depth:
            return
        for enclosed in laid:
            if kind_of(enclosed.path, enclosed.name) == "zip":
                self._replace(enclosed, depth + 1)

    def _replace(self, enclosed: Enclosed, depth: int) -> None:
        """Lay what a zip file holds in its place; one that cannot be opened stays, and tells when it is attached."""
        try:
            _entries(enclosed.path, self.tray.bounds, self.password)
        except Refused as refused:
            if refused.status is FileStatus.TOO_LARGE:
                raise
            return
        self.unpack(enclosed.path, f"{enclosed.name}/", depth)
        self.tray.take_back(enclosed)

    def _lay_out(self, path: Path, prefix: str) -> list[Enclosed]:
        entries = _entries(path, self.tray.bounds, self.password)
        total, done, laid = sum(entry.file_size for entry in entries), 0, []
        if total > self.tray.room:
            raise too_much(self.tray.bounds)
        try:
            with zipfile.ZipFile(path) as archive:
                key = _key(archive, entries, self.password)
                for entry in entries:
                    self.progress.step(done, total, entry.filename)
                    pieces = _pieces(archive, entry, key, self.tray.bounds)
                    laid.append(self.tray.put(prefix + entry_name(entry), pieces))
                    done += entry.file_size
        except _BROKEN as error:
            raise _damaged() from error
        except NotImplementedError as error:
            raise Refused(FileStatus.UNSUPPORTED, Notice("zip-method")) from error
        except RuntimeError as error:  # zipfile says so of a wrong password alone
            raise _locked(self.password) from error
        return laid


def _key(archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], password: str) -> bytes | None:
    """The bytes that a zip file was locked with by whoever types this password; None where nothing is locked.

    One key in 256 passes for the right one until the file is read to its end, so the smallest is.

    Raises:
        Refused: It is another password.
    """
    smallest = min((e for e in entries if e.flag_bits & _ENCRYPTED), key=lambda e: e.file_size, default=None)
    if smallest is None:
        return None
    from kkr_desk.intake.pdf_arrival.unlocking import passwords  # noqa: PLC0415  few zip files are locked

    for key in passwords(password):
        try:
            with archive.open(smallest, pwd=key) as file:
                while file.read(_PIECE):
                    pass
        except NotImplementedError:
            raise
        except (*_BROKEN, RuntimeError):  # zipfile says RuntimeError of a wrong password alone
            continue
        return key
    raise _locked(password)


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, key: bytes | None, bounds: Bounds) -> Iterator[bytes]:
    done = 0
    with archive.open(entry, pwd=key) as file:
        while piece := file.read(_PIECE):
            done += len(piece)
            if done > _RATIO_FROM and done > _RATIO * entry.compress_size:
                raise too_much(bounds)
            yield piece


def _entries(path: Path, bounds: Bounds, password: str) -> list[zipfile.ZipInfo]:
    """The entries that are files for people; each was looked at, none was opened.

    Raises:
        Refused: The list is damaged, too long or deceitful, or an entry is locked and there is no password.
    """
    if _directory_size(path) > _MOST_DIRECTORY:
        raise _too_many(bounds)
    try:
        with zipfile.ZipFile(path) as archive:
            every, end = archive.infolist(), archive.start_dir
    except (*_BROKEN, NotImplementedError) as error:
        raise _damaged() from error
    files = [entry for entry in every if _is_file(entry)]
    if len(files) > bounds.most_files:
        raise _too_many(bounds)
    if any(entry.header_offset < 0 for entry in every):
        raise _damaged()
    if _overlap(every, end):
        raise Refused(FileStatus.DAMAGED, Notice("zip-overlaps"))
    if any(entry.flag_bits & _ENCRYPTED and (entry.compress_type == _AES or not password) for entry in files):
        raise _locked(password)
    return files


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a file and one for people: neither a folder nor a link, a device or what systems leave."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    is_plain = kind in {0, stat.S_IFREG} and not entry.filename.endswith("/")  # `is_dir` stumbles over no name
    return is_plain and not any(is_left_behind(part) for part in shown_name(entry_name(entry)).split("/"))


def _overlap(entries: Sequence[zipfile.ZipInfo], end: int) -> bool:
    """Whether two entries share bytes, by which a small file unpacks to any length (Fifield, "A better zip bomb")."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    starts = [*(entry.header_offset for entry in ordered[1:]), end]
    ends = (entry.header_offset + _LOCAL_HEADER + entry.compress_size for entry in ordered)
    return any(after > start for after, start in zip(ends, starts, strict=True)) if ordered else False


def _directory_size(path: Path) -> int:
    """Bytes of a zip file's list of entries, as the record at its end says (APPNOTE.TXT 4.3.14, 4.3.16); 0 without."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - (1 << 16) - 98, 0))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        return 0
    told = int.from_bytes(tail[at + 12 : at + 16], "little")
    wide = tail.rfind(b"PK\x06\x06", 0, at)
    return max(
        told if told < 0xFFFFFFFF else 0, int.from_bytes(tail[wide + 40 : wide + 48], "little") if wide >= 0 else 0
    )


def _damaged() -> Refused:
    return Refused(FileStatus.DAMAGED, Notice("zip-damaged"))


def _locked(password: str) -> Refused:
    return Refused(FileStatus.PASSWORD, Notice("zip-password-wrong" if password else "zip-password"))


def _too_many(bounds: Bounds) -> Refused:
    return Refused(FileStatus.TOO_LARGE, Notice("file-encloses-many", (("limit", str(bounds.most_files)),)))
