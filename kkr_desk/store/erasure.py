"""Deleting a meeting for good: its rows, all that the journal knows of it, its files, and their traces on the disk.

What this program has no hold of is named instead: backups that still have it. What cannot be finished at once, because
another program has a file open or the disk is full, is noted in the table `erasure` and finished when the store is next
opened. That holds for a crash in between, too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.model import MeetingId, Sha256
from kkr_desk.progress import Progress
from kkr_desk.store import search_index
from kkr_desk.store.connection import FILE_NAME, Connection, reading_address
from kkr_desk.store.content import Content
from kkr_desk.store.journal import Changes, Journal, OperationKind
from kkr_desk.store.meetings import read_meeting
from kkr_desk.store.references import used_content
from kkr_desk.store.traces import Traces

_REWRITE = "rewrite"
"""Note that the database is to be written anew, so that nothing is left in its unused parts."""


def delete_for_good(
    connection: Connection,
    journal: Journal,
    content: Content,
    meeting_id: MeetingId,
    *,
    backups: Iterable[Path],
    progress: Progress,
) -> tuple[Path, ...]:
    """Delete a meeting so that nothing brings it back.

    Args:
        connection: The store's connection.
        journal: Its journal.
        content: Its content.
        meeting_id: The meeting.
        backups: Backups that are not known to the store.
        progress: Stepped before anything is final.

    Returns:
        The backups that still have it.

    Raises:
        UserError: ``meeting-gone``; ``erasure-in-backup``: the content beside a backup belongs to others too.
        EnvironmentFault: ``erasure-unfinished``: the meeting is gone, yet traces are left until the store is next
            opened; the fact `backups` is what would have been returned.
        Cancelled: Nothing was deleted.
    """
    journal.must_be_closed()
    if connection.file.name != FILE_NAME:
        raise UserError("erasure-in-backup", file=str(connection.file))
    read_meeting(connection, meeting_id)
    connection.write("PRAGMA secure_delete = ON")
    with journal.recorded("", OperationKind.DO) as operation:
        progress.step(0, 3, "erase-rows")
        traces = Traces(connection, meeting_id)
        connection.write("DELETE FROM meeting WHERE id = ?", (meeting_id,))
        connection.write("DELETE FROM change WHERE operation_id = ?", (operation,))
        connection.write("DELETE FROM operation WHERE id = ?", (operation,))
        traces.erase()
        progress.step(1, 3, "erase-content")
        _release_content(connection, traces.sources)
        connection.write("INSERT OR IGNORE INTO erasure (what) VALUES (?)", (_REWRITE,))
        progress.step(2, 3, "erase-traces")
    journal.last = Changes(deleted=traces.rows)
    keeping = _still_holding(connection, meeting_id, backups)
    if not finish(connection, content):
        raise EnvironmentFault("erasure-unfinished", backups=tuple(map(str, keeping)))
    return keeping


def finish(connection: Connection, content: Content) -> bool:
    """Do what is still to be done of earlier deletions; whether nothing is left to do."""
    if not is_unfinished(connection):
        return True
    notes = [what for (what,) in connection.rows("SELECT what FROM erasure ORDER BY what")]
    done = [_rewrite(connection) if what == _REWRITE else _unlink(connection, content, what) for what in notes]
    return all(done)


def is_unfinished(connection: Connection) -> bool:
    """Whether something is still to be done of earlier deletions.

    Never in a backup, which may have been made in between: its content is not its own.
    """
    return connection.file.name == FILE_NAME and connection.row("SELECT 1 FROM erasure") is not None


def _release_content(connection: Connection, sources: set[Sha256]) -> None:
    """Forget the content that only the meeting used, and note its files for deletion."""
    candidates = set(sources)
    for table in ("rendition", "superseded"):
        derived = connection.rows(f"SELECT source, pdf FROM {table} WHERE pdf IS NOT NULL")  # noqa: S608  our own names
        candidates.update(pdf for source, pdf in derived if source in sources)
    release(connection, candidates - used_content(connection))


def release(connection: Connection, unused: Iterable[Sha256]) -> None:
    """Forget content that nothing uses, and all that is known of it, and note its files for deletion."""
    for sha256 in sorted(unused):
        connection.write("DELETE FROM rendition WHERE source = ?", (sha256,))
        connection.write("DELETE FROM superseded WHERE ? IN (pdf, source)", (sha256,))
        connection.write("DELETE FROM page WHERE pdf = ?", (sha256,))
        connection.write("DELETE FROM content WHERE sha256 = ?", (sha256,))
        connection.write("INSERT OR IGNORE INTO erasure (what) VALUES (?)", (sha256,))


def _unlink(connection: Connection, content: Content, sha256: Sha256) -> bool:
    """Delete a content file, unless it has been added again since; False while another program holds it."""
    with connection.transaction():
        connection.write("DELETE FROM erasure WHERE what = ?", (sha256,))  # a write first: it waits for others
        if connection.row("SELECT 1 FROM content WHERE sha256 = ?", (sha256,)) is None:
            try:
                content.path(sha256).unlink(missing_ok=True)
            except OSError:
                connection.write("INSERT INTO erasure (what) VALUES (?)", (sha256,))
                return False
    return True


def _rewrite(connection: Connection) -> bool:
    """Write the database anew, and empty the file in which changes wait; False when the machine does not let us."""
    try:
        search_index.merge(connection)  # keeps what was deleted until then
        connection.write("VACUUM")
        busy = connection.row("PRAGMA wal_checkpoint(TRUNCATE)")
    except EnvironmentFault:
        return False
    if busy is None or busy[0]:
        return False
    connection.write("DELETE FROM erasure WHERE what = ?", (_REWRITE,))
    return True


def _still_holding(connection: Connection, meeting_id: MeetingId, named: Iterable[Path]) -> tuple[Path, ...]:
    """Backups, known or named, that are there and still have the meeting, or may have it."""
    known = (Path(path) for (path,) in connection.rows("SELECT path FROM backup_made ORDER BY path"))
    every = dict.fromkeys(path.absolute() for path in (*known, *named))
    return tuple(path for path in every if path.is_file() and _holds(path, meeting_id))


def _holds(backup: Path, meeting_id: MeetingId) -> bool:
    """Whether a backup has a meeting, in its rows or its journal; one that cannot be read may have it."""
    sql = "SELECT 1 FROM meeting WHERE id = :id UNION SELECT 1 FROM change WHERE row_id = :id"
    try:
        with closing(sqlite3.connect(reading_address(backup), uri=True)) as raw:
            return raw.execute(sql, {"id": meeting_id}).fetchone() is not None
    except sqlite3.Error:
        return True
