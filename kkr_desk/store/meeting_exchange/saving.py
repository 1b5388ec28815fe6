"""A meeting becomes a file: rows, journal and page facts copied, content in parts, written beside and then renamed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kkr_desk.errors import EnvironmentFault, UserError, fault_of
from kkr_desk.handover import hand_over, work_folder
from kkr_desk.model import MeetingId, Sha256
from kkr_desk.progress import Progress
from kkr_desk.store import migrations
from kkr_desk.store.connection import Connection, address
from kkr_desk.store.content import Content
from kkr_desk.store.faults import MACHINE
from kkr_desk.store.meeting_exchange.form import APPLICATION_ID, PART, PARTS_TABLE, STAYS, TABLES
from kkr_desk.store.meeting_exchange.history import columns, read_history
from kkr_desk.store.meeting_exchange.rows import OF_MEETING
from kkr_desk.store.meetings import read_meeting
from kkr_desk.store.references import content_titles

_PAGE_SIZE = 16_384
"""Bytes of a page of the file: content is most of it, and larger pages make fewer of them."""

_SOURCES = f"SELECT source FROM attachment WHERE {OF_MEETING['attachment']}"  # noqa: S608  our own text
_RENDITIONS = f"SELECT source, treatment FROM attachment WHERE {OF_MEETING['attachment']}"  # noqa: S608  likewise
_LOGO = "SELECT logo FROM council JOIN meeting ON council = name WHERE meeting.id = ? AND logo IS NOT NULL"
_RENDERED = f"SELECT pdf FROM rendition WHERE (source, treatment) IN ({_RENDITIONS}) AND pdf IS NOT NULL"  # noqa: S608
_SENT = f"SELECT sha256 FROM edition_file WHERE {OF_MEETING['edition_file']}"  # noqa: S608  likewise
_WHICH = {
    **OF_MEETING,
    "council": "name IN (SELECT council FROM meeting WHERE id = ?)",
    "rendition": f"(source, treatment) IN ({_RENDITIONS})",
    "page": f"pdf IN ({_RENDERED})",
    "content": f"sha256 IN ({_SOURCES} UNION {_RENDERED} UNION {_LOGO} UNION {_SENT})",
}
"""The condition, by table, for a row to go along."""
_IS_SOURCE = """
    SELECT 1 FROM attachment WHERE source = :sha256 UNION SELECT 1 FROM council WHERE logo = :sha256
"""
"""Whether a content came from outside."""
_COUNTED = ("item WHERE title <> ''", "attachment")
_ORDER = {"page": "pdf, number", "rendition": "source, treatment", "content": "sha256"}


@dataclass(frozen=True, slots=True)
class SavedMeeting:
    """A meeting file that is finished.

    Attributes:
        file: Where it is.
        size: Bytes.
        items: How many agenda items are in it; a section that nobody has named is only a number.
        attachments: How many attachments.
    """

    file: Path
    size: int
    items: int
    attachments: int


def save_meeting(
    connection: Connection, content: Content, meeting_id: MeetingId, target: Path, progress: Progress
) -> SavedMeeting:
    """Save a meeting as it stands at this moment. The target is replaced in one step at the end, or not at all.

    Args:
        connection: The store's connection.
        content: Its content.
        meeting_id: The meeting.
        target: The file.
        progress: Stepped by parts of content.

    Raises:
        UserError: ``meeting-gone``, ``target-is-source``, ``target-folder-missing``, ``target-is-folder``;
            ``content-lost``: the file of an attachment is not in the store as it should be; a PDF that was made of one
            and is lost only stays behind.
        EnvironmentFault: ``disk-full``, ``folder-not-writable``, ``target-in-use`` or another of the machine's.
        Cancelled: Nothing was changed.
    """
    _refuse_store(target, connection.file, content.folder)
    with connection.snapshot(), work_folder(target) as work:
        read_meeting(connection, meeting_id)
        made = work / "meeting.kkr"
        with _file_blamed(target), closing(_create(connection, made)) as file:
            for table in _WHICH:
                _copy_rows(connection, file, table, meeting_id)
            _write_history(connection, file, meeting_id)
            _write_content(connection, content, file, progress)
            counts = [int(file.execute(f"SELECT count(*) FROM {which}").fetchone()[0]) for which in _COUNTED]  # noqa: S608
            file.execute("COMMIT")
        size = made.stat().st_size
        hand_over(made, target)
    return SavedMeeting(target, size, *counts)


def _refuse_store(target: Path, file: Path, folder: Path) -> None:
    """Refuse to write over the store itself."""
    place = target.resolve()
    if place == file.resolve() or folder.resolve() in place.parents:
        raise UserError("target-is-source", file=target)


@contextmanager
def _file_blamed(target: Path) -> Iterator[None]:
    """What SQLite and the machine report of the new file."""
    try:
        yield
    except sqlite3.Error as error:
        code = MACHINE.get("_".join(getattr(error, "sqlite_errorname", "").split("_")[:2]))
        if code == "store-full":
            raise EnvironmentFault("disk-full") from error
        if code is None:
            raise
        raise EnvironmentFault("machine-refused", file=str(target), reason=str(error)) from error
    except OSError as error:
        raise fault_of(error) from error


def _create(connection: Connection, made: Path) -> sqlite3.Connection:
    """The file with its tables, spelled as in the store, and a transaction open."""
    file = sqlite3.connect(address(made, mode="rwc"), uri=True, isolation_level=None)
    try:
        for pragma in (
            f"page_size = {_PAGE_SIZE}",
            "journal_mode = OFF",  # nobody sees it before it is whole, and the hand-over brings it to the disk
            "synchronous = OFF",
            f"application_id = {APPLICATION_ID}",
            f"user_version = {migrations.SCHEMA_VERSION}",
        ):
            file.execute(f"PRAGMA {pragma}")
        file.execute("BEGIN")
        for table in TABLES:
            sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
            file.execute(str((connection.row(sql, (table,)) or ("",))[0]))
        file.execute(PARTS_TABLE)
    except BaseException:
        file.close()
        raise
    return file


def _copy_rows(connection: Connection, file: sqlite3.Connection, table: str, meeting_id: MeetingId) -> None:
    """Copy the rows of one table that go along."""
    names = ", ".join(name for name in columns(connection, table) if name not in STAYS.get(table, ()))
    condition = _WHICH[table]
    meetings = (meeting_id,) * condition.count("?")
    sql = f"SELECT {names} FROM {table} WHERE {condition} ORDER BY {_ORDER.get(table, 'id')}"  # noqa: S608  our names
    marks = ", ".join("?" * len(names.split(", ")))
    rows = connection.stream(sql, meetings)
    file.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608  likewise


def _write_history(connection: Connection, file: sqlite3.Connection, meeting_id: MeetingId) -> None:
    """The meeting's part of the journal, numbered anew: nothing tells how much else was done in between."""
    for number, operation in enumerate(read_history(connection, meeting_id), 1):
        file.execute(
            "INSERT INTO operation (id, at, who, label, kind) VALUES (?, ?, ?, ?, ?)",
            (number, operation.at, operation.who, operation.label, operation.kind),
        )
        file.executemany(
            "INSERT INTO change (operation_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
            ((number, c.table, c.row, c.before, c.after) for c in operation.changes),
        )


def _write_content(connection: Connection, content: Content, file: sqlite3.Connection, progress: Progress) -> None:
    wanted = file.execute("SELECT sha256, size FROM content ORDER BY sha256").fetchall()
    titles = content_titles(connection)
    total = sum(_parts(size) for _, size in wanted)
    done = 0
    for sha256, _ in wanted:
        digest = hashlib.sha256()
        for number, part in enumerate(_read_parts(content.path(Sha256(sha256)))):
            progress.step(done, total, "exchange-saving")
            digest.update(part)
            file.execute("INSERT INTO content_part (sha256, number, bytes) VALUES (?, ?, ?)", (sha256, number, part))
            done += 1
        if digest.hexdigest() != sha256 and not _left_out(file, sha256):
            raise UserError("content-lost", title=titles.get(sha256, sha256[:8]))
    progress.step(total, total, "exchange-saving")


def _left_out(file: sqlite3.Connection, sha256: str) -> bool:
    """Leave a lost PDF out of the file where it was made of another file that goes along: it can be made again.

    Returns:
        Whether that is so.
    """
    if file.execute(_IS_SOURCE, {"sha256": sha256}).fetchone() is not None:
        return False
    for table, column in (("content_part", "sha256"), ("page", "pdf"), ("rendition", "pdf"), ("content", "sha256")):
        file.execute(f"DELETE FROM {table} WHERE {column} = ?", (sha256,))  # noqa: S608  our own names
    return True


def _parts(size: int) -> int:
    return -(-size // PART)


def _read_parts(path: Path) -> Iterator[bytes]:
    """A content's bytes; none for a file that is not there, whose hash then tells."""
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        return
    with stream:
        while part := stream.read(PART):
            yield part
