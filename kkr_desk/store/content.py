"""The bytes of attachments: one file per content, named by its SHA-256 and shared by all who hold the same.

A file is copied to a name of its own in the same folder, hashed on the way, put on the disk and renamed; only then does
a row say that it is there. A crash in between leaves at most a file that no row names.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from kkr_desk.errors import Defect, EnvironmentFault, UserError
from kkr_desk.model import Sha256
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.store.connection import Connection
from kkr_desk.store.faults import blamed
from kkr_desk.store.leftovers import clear, hand_over, part_file, sync_folder
from kkr_desk.store.triggers import timestamp

CHUNK = 1 << 20
"""Bytes read at a time."""

_SHA = re.compile(r"[0-9a-f]{64}")


class Content:
    """The content folder of a store.

    Args:
        connection: The store's connection; content files are named in its table `content`.
        folder: The folder; made when something is first added.
    """

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self.folder = folder

    def path(self, sha256: Sha256) -> Path:
        """Where a content's file is, or would be.

        Raises:
            Defect: ``store-defect`` (not-a-hash).
        """
        return content_path(self.folder, sha256)

    def holds(self, sha256: Sha256) -> bool:
        """Whether a content's file is there, in its full length."""
        size = self._connection.row("SELECT size FROM content WHERE sha256 = ?", (sha256,))
        return size is not None and is_whole(self.path(sha256), size[0])

    def add(self, path: Path, progress: Progress | None = None) -> Sha256:
        """Copy a file into the store; one that is there already is only hashed.

        Args:
            path: The file.
            progress: Told of bytes done, of all to be read.

        Returns:
            Its hash.

        Raises:
            UserError: ``file-unreadable``.
            EnvironmentFault: The store's folder is full, read-only or gone.
            Cancelled: Nothing is left behind.
        """
        try:
            with path.open("rb") as source:
                return self._add(source, os.fstat(source.fileno()).st_size, path.name, progress or NullProgress())
        except OSError as error:  # of the source alone: what concerns the store has been told apart in `_write`
            raise unreadable(path, error) from error

    def add_bytes(self, data: bytes) -> Sha256:
        """Put bytes into the store; see `add`."""
        return self._add(io.BytesIO(data), len(data), "", NullProgress())

    def receive(self, source: BinaryIO, sha256: Sha256, tell: Callable[[int], None]) -> bool:
        """Copy bytes whose hash is known beforehand; bytes of another hash are not kept.

        Args:
            source: The bytes.
            sha256: Their hash.
            tell: Called with the bytes written so far.

        Returns:
            Whether they were the right ones.
        """
        return self._copy(source, "", tell, sha256) == sha256

    def clear_leftovers(self) -> None:
        """Remove what a killed program left half written."""
        with blamed(self.folder):
            if self.folder.is_dir():
                clear(self.folder)

    def _add(self, source: BinaryIO, size: int, name: str, progress: Progress) -> Sha256:
        # Only a file of a length that is held already can be a file that is held already.
        total = size
        if self._connection.row("SELECT 1 FROM content WHERE size = ?", (size,)):
            total *= 2
            known = _digest(source, lambda done: progress.step(done, total, "content-hash"))
            if self.holds(known):
                self._came_again(known)
                progress.step(total, total, "content-hash")
                return known
            source.seek(0)
        first = total - size
        return self._copy(source, name, lambda done: progress.step(first + done, total, "content-copy"))

    def _copy(self, source: BinaryIO, name: str, tell: Callable[[int], None], wanted: Sha256 | None = None) -> Sha256:
        if self._connection.read_only:
            raise EnvironmentFault("store-read-only", file=str(self.folder), reason="opened read only")
        with blamed(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        chunks = _chunks(source, Path(name))
        with blamed(self.folder), part_file(self.folder) as part:
            digest, size = hashlib.sha256(), 0
            with closing(chunks):
                for chunk in chunks:
                    digest.update(chunk)
                    part.write(chunk)
                    size += len(chunk)
                    tell(size)
            sha256 = Sha256(digest.hexdigest())
            is_wanted = wanted in {None, sha256}
            if is_wanted:
                put_in_place(part, self.path(sha256), size)
        if is_wanted:
            self._record(sha256, size)
        return sha256

    def _came_again(self, sha256: Sha256) -> None:
        """Note that somebody has just brought it, so that it is not tidied away before a row names it."""
        if not self._connection.read_only:
            with self._connection.transaction():
                self._connection.write("UPDATE content SET added = ? WHERE sha256 = ?", (timestamp(), sha256))

    def _record(self, sha256: Sha256, size: int) -> None:
        """Say in the table that it is there; part of the operation that is open, or of its own."""
        sql = "INSERT OR IGNORE INTO content (sha256, size, added) VALUES (?, ?, ?)"
        with self._connection.transaction():
            self._connection.write(sql, (sha256, size, timestamp()))


def content_path(folder: Path, sha256: str) -> Path:
    """The file of a content in a content folder: ``ab/abcd…``.

    Raises:
        Defect: ``store-defect`` (not-a-hash): it could lead anywhere.
    """
    if not is_hash(sha256):
        raise Defect("store-defect", reason="not-a-hash", value=sha256[:80])
    return folder / sha256[:2] / sha256


def is_hash(name: str) -> bool:
    """Whether a name is that of a content."""
    return _SHA.fullmatch(name) is not None


def content_files(folder: Path) -> Iterator[Path]:
    """Every file in a content folder, in order.

    Raises:
        OSError: It cannot be read.
    """
    yield from sorted(file for file in folder.glob("??/*") if file.is_file())


def is_whole(path: Path, size: int) -> bool:
    """Whether a content file is there with all its bytes; whether they are the right ones is for `check`."""
    try:
        return path.stat().st_size == size
    except FileNotFoundError:
        return False


def put_in_place(part: BinaryIO, target: Path, size: int) -> None:
    """Hand a written part file over as a content file, unless another program has just done the same.

    Raises:
        OSError: Nothing is in place.
    """
    if not target.parent.is_dir():
        target.parent.mkdir(exist_ok=True)
        sync_folder(target.parent.parent)
    try:
        hand_over(part, target)
    except PermissionError:
        if not is_whole(target, size):  # Windows refuses to replace a file that somebody reads; it is the same one
            raise


def file_hash(path: Path, tell: Callable[[int], None]) -> Sha256:
    """Hash of a file; `tell` is called with the bytes read so far.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as stream:
        return _digest(stream, tell)


def unreadable(path: Path, error: OSError) -> UserError:
    """The error of a file that the user chose and that cannot be read."""
    return UserError("file-unreadable", file=path.name, reason=error.strerror or type(error).__name__)


def _digest(stream: BinaryIO, tell: Callable[[int], None]) -> Sha256:
    digest, done = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        done += len(chunk)
        tell(done)
    return Sha256(digest.hexdigest())


def _chunks(source: BinaryIO, path: Path) -> Generator[bytes, None, None]:
    """A file's bytes; that it cannot be read further is said of the file, not of the store."""
    while True:
        try:
            chunk = source.read(CHUNK)
        except OSError as error:
            raise unreadable(path, error) from error
        if not chunk:
            return
        yield chunk
