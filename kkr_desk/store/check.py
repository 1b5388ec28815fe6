"""Looking a store over: its database, what its rows point at, and every content file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kkr_desk.errors import EnvironmentFault
from kkr_desk.model import Notice, Sha256
from kkr_desk.progress import Progress
from kkr_desk.store.connection import FILE_NAME, Connection
from kkr_desk.store.content import Content, content_files, file_hash
from kkr_desk.store.erasure import is_unfinished
from kkr_desk.store.faults import blamed
from kkr_desk.store.leftovers import left_behind
from kkr_desk.store.references import content_titles, used_content
from kkr_desk.store.search_index import is_out_of_step

_STEPS = 1_000_000
"""Of SQLite's virtual machine between two questions whether the user has cancelled."""


def check(connection: Connection, content: Content, progress: Progress) -> tuple[Notice, ...]:
    """Look a store over; nothing is changed.

    Args:
        connection: The store's connection.
        content: Its content.
        progress: Told of the database, the index that search asks, then of content in bytes.

    Returns:
        What is wrong, nothing for a sound store: ``store-damaged``, ``row-dangling``, ``content-missing``,
        ``content-damaged``, ``content-unreferenced``, ``content-leftover``, ``erasure-unfinished``,
        ``search-out-of-step``.

    Raises:
        Cancelled: The user has cancelled.
    """
    damage = _check_database(connection, progress)
    if damage:
        return damage  # what a damaged database says of its content is not to be trusted
    with connection.snapshot():
        found = _check_references(connection)
        if is_out_of_step(connection, progress):
            found.append(Notice("search-out-of-step"))
        found += _check_content(connection, content, progress)
        if is_unfinished(connection):
            found.append(Notice("erasure-unfinished"))
        return (*found, *_check_files(connection, content))


def _check_database(connection: Connection, progress: Progress) -> tuple[Notice, ...]:
    """SQLite's own check; it is interrupted when the user cancels."""
    with connection.interruptible(progress, "check-database", steps=_STEPS):
        try:
            rows = connection.rows("PRAGMA integrity_check(20)")
        except EnvironmentFault as fault:
            if fault.code != "store-corrupt":
                raise
            rows = [(str(fault.facts["reason"]),)]
    return tuple(Notice("store-damaged", (("what", line),)) for (line,) in rows if line != "ok")


def _check_references(connection: Connection) -> list[Notice]:
    rows = connection.rows("PRAGMA foreign_key_check")
    return [Notice("row-dangling", (("table", table), ("target", target))) for table, _, target, _ in rows]


def _check_content(connection: Connection, content: Content, progress: Progress) -> list[Notice]:
    """Every content file that a row names: there, in full, and with the bytes that its name says."""
    rows = connection.rows("SELECT sha256, size FROM content ORDER BY sha256")
    titles = content_titles(connection)
    total, done = sum(size for _, size in rows), 0
    found: list[Notice] = []
    for sha256, size in rows:
        facts = (("title", titles.get(sha256, "")), ("sha256", sha256))
        code = _examine(content.path(sha256), sha256, _Offset(progress, done, total))
        if code:
            found.append(Notice(code, facts))
        done += size
    return found


@dataclass(frozen=True, slots=True)
class _Offset:
    """Tells of bytes within one file as bytes within all."""

    progress: Progress
    start: int
    total: int

    def tell(self, read: int) -> None:
        self.progress.step(min(self.start + read, self.total), self.total, "check-content")


def _examine(path: Path, sha256: Sha256, offset: _Offset) -> str | None:
    """Code of what is wrong with a content file."""
    try:
        return None if file_hash(path, offset.tell) == sha256 else "content-damaged"
    except FileNotFoundError:
        return "content-missing"
    except OSError:
        return "content-damaged"  # there, and yet the disk does not give it


def _check_files(connection: Connection, content: Content) -> list[Notice]:
    """Files that nobody refers to. A folder of backups shares its content, so there nobody can tell."""
    if connection.file.name != FILE_NAME:
        return []
    used = used_content(connection)
    with blamed(content.folder):
        unknown = [file for file in content_files(content.folder) if file.name not in used]
        parts = left_behind(content.folder)
    return [
        *(
            Notice("content-unreferenced", (("file", file.name), ("size", str(file.stat().st_size))))
            for file in unknown
        ),
        *(Notice("content-leftover", (("file", file.name),)) for file in parts),
    ]
