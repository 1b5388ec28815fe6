"""The zip file an Office document is: read within bounds, changed part by part, written the same way every time.

Parts that nothing changed keep their bytes. Names that a part must not have (ECMA-376 part 2, 6.2.2; ODF 1.3 part 2,
3) and bombs are refused before anything is unpacked.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.papers import xml_part
from kkr_desk.intake.papers.xml_part import Element, parse, written
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress

MOST_PARTS = 20_000
MOST_BYTES = 1 << 30
"""Unpacked, all parts together."""
MOST_RATIO = 500
FREE_OF_RATIO = 64 << 20
"""Bytes that may be packed as tightly as one likes: empty sheets pack well."""

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file can name."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_XML = re.compile(r"\.(?:xml|rels|rdf)$", re.IGNORECASE)
_UNSAFE = re.compile(r"(?:^/)|(?:^[A-Za-z]:)|(?:(?:^|/)\.\.?(?:/|$))|[\x00-\x1f]")


class Package:
    """The parts of one Office file; a context manager.

    Args:
        path: The file.

    Raises:
        Refused: It is no whole zip file, or built as none should be.
    """

    def __init__(self, path: Path) -> None:
        with _sound():
            self._zip = zipfile.ZipFile(path)
        try:
            self._entries = _entries(self._zip)
        except Refused:
            self._zip.close()
            raise
        self._lowered = {name.lower(): name for name in self._entries}
        self._trees: dict[str, Element] = {}
        self._changed: dict[str, bytes] = {}
        self._touched: set[str] = set()

    def __enter__(self) -> Self:
        """Work on it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._zip.close()

    def __contains__(self, name: object) -> bool:
        """Whether there is a part of that name."""
        return name in self._entries

    def name(self, target: str) -> str | None:
        """The name of the part that a target leads to, whose letters may differ in case; None without one."""
        if target in self._entries:
            return target
        name = self._lowered.get(target.lower())
        return name if name in self._entries else None

    def names(self) -> Iterator[str]:
        """The parts' names in their order, folders left out."""
        yield from [name for name in self._entries if not name.endswith("/")]

    def data(self, name: str) -> bytes:
        """The bytes of a part that is XML or the like.

        Raises:
            Refused: They cannot be unpacked, or are too many to be taken in.
        """
        if name in self._changed:
            return self._changed[name]
        if self._entries[name].file_size > xml_part.MOST_XML_BYTES:
            raise Refused(FileStatus.TOO_LARGE, Notice("office-too-large"))
        with _sound():
            return self._zip.read(self._entries[name])

    def tree(self, name: str) -> Element | None:
        """A part's XML, the same one each time; None without that part. Say `touch` after changing it.

        Raises:
            Refused: It is no sound XML.
        """
        if name not in self._entries:
            return None
        if name not in self._trees:
            self._trees[name] = parse(self.data(name))
        return self._trees[name]

    def touch(self, name: str) -> None:
        """A part's tree was changed."""
        self._touched.add(name)

    def put(self, name: str, data: bytes) -> None:
        """Give a part other bytes."""
        self._changed[name] = data
        self._trees.pop(name, None)
        self._touched.add(name)

    def remove(self, name: str) -> None:
        """Leave a part out."""
        if self._entries.pop(name, None) is not None:
            self._trees.pop(name, None)
            self._touched.add(name)

    def settle(self, name: str) -> None:
        """Give up a tree's memory: its bytes are kept where it was changed."""
        tree = self._trees.pop(name, None)
        if tree is not None and name in self._touched:
            self._changed[name] = written(tree)

    def check(self, progress: Progress) -> None:
        """Read every XML part that nobody has looked at, so that none reaches the converter unread.

        Args:
            progress: Told of the parts.

        Raises:
            Refused: One of them is unsound.
            Cancelled: By `progress`.
        """
        names = list(self.names())
        for n, name in enumerate(names):
            progress.step(n, len(names), "office-prepare")
            if _XML.search(name) and name not in self._trees and name not in self._changed:
                data = self.data(name)
                if data.strip():
                    parse(data)

    def write(self, path: Path) -> None:
        """Write the copy: the same bytes whenever the parts are the same.

        Raises:
            Refused: A part cannot be unpacked.
        """
        for name in list(self._trees):
            self.settle(name)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
            for name, entry in self._entries.items():
                info = zipfile.ZipInfo(name, _DAY)
                info.create_system = 0
                info.compress_type = entry.compress_type
                if name in self._changed:
                    copy.writestr(info, self._changed[name])
                elif name.endswith("/"):
                    copy.writestr(info, b"")
                else:
                    info.file_size = entry.file_size
                    with copy.open(info, "w") as target:
                        for chunk in self._chunks(entry):
                            target.write(chunk)

    def _chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        with _sound():
            source = self._zip.open(entry)
        with source:
            while True:
                with _sound():
                    chunk = source.read(1 << 20)
                if not chunk:
                    return
                yield chunk


@contextmanager
def _sound() -> Iterator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise Refused(FileStatus.DAMAGED, Notice("office-cut-off")) from error


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The entries by name.

    Raises:
        Refused: A name leads elsewhere or stands twice, or they would unpack to too much.
    """
    infos = archive.infolist()
    packed = sum(info.compress_size for info in infos)
    unpacked = sum(info.file_size for info in infos)
    bomb = unpacked > FREE_OF_RATIO and unpacked > MOST_RATIO * packed
    if len(infos) > MOST_PARTS or unpacked > MOST_BYTES or bomb:
        raise Refused(FileStatus.TOO_LARGE, Notice("office-too-large"))
    entries: dict[str, zipfile.ZipInfo] = {}
    lowered: set[str] = set()
    for info in infos:
        name = info.filename.replace("\\", "/")
        if _UNSAFE.search(name) or name.lower() in lowered or info.compress_type not in _METHODS or info.flag_bits & 1:
            raise Refused(FileStatus.DAMAGED, Notice("office-built-oddly"))
        entries[name] = info
        lowered.add(name.lower())
    return entries
