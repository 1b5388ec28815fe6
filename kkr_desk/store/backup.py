"""A backup: one SQLite file, and beside it the content folder that all backups in the same folder share.

A backup is a store: `Store.open` takes the path of its file. Its content is hard-linked, so a second backup on the same
disk costs the database alone; where links cannot be made it is copied. What the journal can bring back is in it too.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.model import Notice
from kkr_desk.progress import Progress
from kkr_desk.store.connection import MAGIC, Connection, address, reading_address
from kkr_desk.store.content import CHUNK, Content, content_path, is_whole, put_in_place
from kkr_desk.store.faults import blamed, sqlite_fault
from kkr_desk.store.leftovers import clear, hand_over, part_file, sync_folder
from kkr_desk.store.references import TITLES
from kkr_desk.store.triggers import timestamp

CONTENT = "content"
"""The folder beside a store's or a backup's file that holds the content."""

_PAGES_A_STEP = 256

_WANTED = f"""
    SELECT sha256, size, coalesce(title, '') FROM content LEFT JOIN ({TITLES}) USING (sha256) ORDER BY sha256
"""  # noqa: S608  our own text


def back_up(source: Path, content: Content, target: Path, progress: Progress) -> tuple[Notice, ...]:
    """Write a backup, of one moment, while work goes on; a backup of that name is replaced when the new one is whole.

    Args:
        source: The store's SQLite file.
        content: Its content.
        target: The backup's file.
        progress: Told of SQLite pages, then of content files.

    Returns:
        A notice ``content-missing`` for each content file that the store has lost.

    Raises:
        UserError: ``backup-refused``: `target` is a folder, a store in use, or a file that is no database.
        EnvironmentFault: ``folder-not-writable``, ``disk-full`` or another of the machine's, or ``store-corrupt``: an
            earlier backup is not replaced by a damaged one.
        Cancelled: An earlier backup is untouched, nothing is left beside it.
    """
    _must_be_free(source, target)
    with _place_blamed(target), blamed(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        clear(target.parent)
        with part_file(target.parent) as part:
            with _damage_blamed_on(source):
                _copy_database(source, Path(part.name), progress)
            lost = _share_content(Path(part.name), content, target.parent / CONTENT, progress)
            hand_over(part, target)
    return lost


def remember(connection: Connection, file: Path) -> None:
    """Note where a backup was written, so that a deletion for good can name it."""
    sql = "INSERT INTO backup_made (path, at) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET at = excluded.at"
    connection.write(sql, (str(file.absolute()), timestamp()))


def _must_be_free(source: Path, target: Path) -> None:
    """Refuse what must not be replaced.

    A file that some program has open as a store, with changes beside it, would be torn by it; another kind of file
    is hardly meant.
    """
    in_use = target.with_name(target.name + "-wal").exists()
    if target.is_dir() or in_use or (target.exists() and (target.samefile(source) or not _is_database(target))):
        raise UserError("backup-refused", file=str(target))


def _is_database(file: Path) -> bool:
    with blamed(file), file.open("rb") as stream:
        return stream.read(len(MAGIC)) in (MAGIC, b"")


@contextmanager
def _place_blamed(target: Path) -> Iterator[None]:
    """Where a backup cannot be written, it is its folder or disk that the user must see to, not the store."""
    try:
        yield
    except EnvironmentFault as fault:
        if fault.code == "store-read-only":
            raise EnvironmentFault("folder-not-writable", folder=str(target.parent)) from fault
        if fault.code == "store-full":
            raise EnvironmentFault("disk-full") from fault
        raise


@contextmanager
def _damage_blamed_on(source: Path) -> Iterator[None]:
    """What is damaged is the store, while a full disk is the backup's."""
    try:
        yield
    except sqlite3.Error as error:
        fault = sqlite_fault(error, source)
        raise (fault if fault.code == "store-corrupt" else error) from error


def _copy_database(source: Path, part: Path, progress: Progress) -> None:
    """Copy the database as it stands in one read transaction, so that a writer does not make the copy start over."""

    def tell(_status: int, remaining: int, total: int) -> None:
        progress.step(total - remaining, total, "backup-database")

    with (
        closing(sqlite3.connect(reading_address(source), uri=True, isolation_level=None)) as original,
        closing(sqlite3.connect(address(part, mode="rw"), uri=True, isolation_level=None)) as copy,
    ):
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        original.backup(copy, pages=_PAGES_A_STEP, progress=tell)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, which also opens where nothing can be written
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise EnvironmentFault("store-corrupt", file=str(source), reason="quick_check")


def _share_content(part: Path, content: Content, folder: Path, progress: Progress) -> tuple[Notice, ...]:
    with closing(sqlite3.connect(address(part, mode="ro"), uri=True)) as copy:
        wanted = copy.execute(_WANTED).fetchall()
    lost: list[Notice] = []
    for done, (sha256, size, title) in enumerate(wanted):
        progress.step(done, len(wanted), "backup-content")
        original, target = content.path(sha256), content_path(folder, sha256)
        if is_whole(target, size):
            continue
        if not is_whole(original, size):
            lost.append(Notice("content-missing", (("title", title), ("sha256", sha256))))
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        _link_or_copy(original, target, size, progress)
    progress.step(len(wanted), len(wanted), "backup-content")
    return tuple(lost)


def _link_or_copy(original: Path, target: Path, size: int, progress: Progress) -> None:
    try:
        os.link(original, target)
    except OSError:  # another disk, a file system without links, or a damaged file in its place
        with original.open("rb") as source, part_file(target.parents[1]) as part:
            while chunk := source.read(CHUNK):
                part.write(chunk)
                progress.step(0, 0, "backup-content")
            put_in_place(part, target, size)
        return
    sync_folder(target.parent)
