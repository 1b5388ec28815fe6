"""A meeting file from anywhere becomes a `MeetingCopy`, or is refused with one sentence.

Nothing in the file is trusted: its schema must be plain tables of our own names and fields, no trigger, view or
generated field is there to run, every row is copied into tables of our own before it is looked at, and every content
is held against its hash before it is kept. A file of an earlier version goes through the store's own upgrades on the
way.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from kkr_desk.errors import Cancelled, EnvironmentFault, UserError, fault_of
from kkr_desk.model import Agenda, Council, MeetingId, Sha256
from kkr_desk.numbering import agenda
from kkr_desk.progress import Progress
from kkr_desk.store import migrations
from kkr_desk.store.attachments import read_attachments
from kkr_desk.store.connection import MAGIC, Connection, address
from kkr_desk.store.councils import read_council
from kkr_desk.store.editions import read_given
from kkr_desk.store.faults import MACHINE
from kkr_desk.store.meeting_exchange.demands import WrongRowError
from kkr_desk.store.meeting_exchange.form import (
    APPLICATION_ID,
    MOST_BYTES,
    MOST_ROWS,
    PART,
    STAYS,
    TABLES,
    Rows,
    Values,
)
from kkr_desk.store.meeting_exchange.history import PastOperation, columns, read_history
from kkr_desk.store.meeting_exchange.proving import prove
from kkr_desk.store.meeting_exchange.rows import read_rows
from kkr_desk.store.meetings import read_items, read_meeting
from kkr_desk.store.renditions import read_renditions

_PARTS = ("sha256", "number", "bytes")
_PLAIN = re.compile(r"\s*CREATE TABLE\b", re.IGNORECASE)
_RUNNING = re.compile(r"\b(CHECK|GENERATED|AS|COLLATE)\b", re.IGNORECASE)
"""Words of a schema by which a table computes something."""
_MOST_STEPS = 200_000
"""Of SQLite's virtual machine between two questions whether the user has cancelled."""
_ROWS_AT_ONCE = 1_000
_OURS_TO_MEND = frozenset({"store-unreachable", "store-no-memory", "store-full"})
"""What SQLite reports of a file where the machine is at fault, not the file."""


@dataclass(frozen=True, slots=True)
class MeetingCopy:
    """A meeting as a file has it.

    Attributes:
        file: The file.
        agenda: The meeting, numbered, with its renditions.
        council: Its council, with no id where the file has none.
        rows: The meeting's rows.
        history: Its part of the journal.
        council_row: The council's row; None where the file has none.
        content: Of every source, logo and file that was sent out, the hashes that its use takes: itself, and its PDFs.
        sizes: Bytes of each content.
    """

    file: Path
    agenda: Agenda
    council: Council
    rows: Rows
    history: tuple[PastOperation, ...]
    council_row: Values | None
    content: Mapping[Sha256, tuple[Sha256, ...]]
    sizes: Mapping[Sha256, int]

    @property
    def meeting_id(self) -> MeetingId:
        """Which meeting it is."""
        return self.agenda.meeting.id


def read_copy(file: Path, progress: Progress) -> MeetingCopy:
    """Read and prove a meeting file; its content is proved when it is taken.

    Args:
        file: The file.
        progress: Asked now and then whether to go on.

    Raises:
        UserError: ``file-missing``, ``meeting-file-unknown``, ``meeting-file-newer``, ``meeting-file-damaged``.
        EnvironmentFault: The machine cannot read it.
        Cancelled: The user has cancelled.
    """
    with MeetingFile.open(file) as opened:
        opened.check(progress)
        with opened.staged() as staged:
            meeting_id = _proved(file, staged)
            return _copy_of(file, staged, meeting_id)


class MeetingFile:
    """An open meeting file; a context manager.

    Args:
        file: Where it is.
        raw: A connection that cannot write.
        version: That of its schema.
    """

    def __init__(self, file: Path, raw: sqlite3.Connection, version: int) -> None:
        self.file = file
        self._raw = raw
        self._version = version

    @classmethod
    def open(cls, file: Path) -> MeetingFile:
        """Open a file, if it is one of ours; nothing is read but its header."""
        version = _version(file)
        with _file_blamed(file):
            raw = sqlite3.connect(address(file, mode="ro", immutable=1), uri=True, isolation_level=None)
            try:
                for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "mmap_size = 0"):
                    raw.execute(f"PRAGMA {pragma}")
                raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
                raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
            except BaseException:
                raw.close()
                raise
        return cls(file, raw, version)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._raw.close()

    def check(self, progress: Progress) -> None:
        """Refuse a schema that is not ours, a damaged file, and more rows than any meeting has."""
        with _file_blamed(self.file), _asking(self._raw, progress):
            tables = self._tables()
            found = self._raw.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise UserError("meeting-file-damaged", file=str(self.file), reason="integrity")
            for table in sorted(tables):
                rows = self._raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  our own names
                if rows > MOST_ROWS[table]:
                    raise UserError("meeting-file-damaged", file=str(self.file), reason=f"{table} rows")

    @contextmanager
    def staged(self) -> Iterator[Connection]:
        """The file's rows in tables of our own, of the present schema, for as long as the block lasts."""
        with closing(sqlite3.connect("", isolation_level=None)) as raw:
            staged = Connection(self.file, raw, read_only=True)
            with _file_blamed(self.file):
                _make_tables(staged, self._version)
                self._fill(staged)
                _upgrade(staged, self._version)
            yield staged

    def content(self, sha256: Sha256) -> ContentReader:
        """The bytes of a content, which whoever takes them holds against the hash."""
        return ContentReader(self.file, self._raw, sha256)

    def _tables(self) -> set[str]:
        """Names of its tables, all of them plain and known; those that a version had are demanded by `_fill`."""
        known, found = {*TABLES, "content_part"}, set()
        for kind, name, sql in self._raw.execute("SELECT type, name, sql FROM sqlite_master"):
            is_table = kind == "table" and name in known and _PLAIN.match(sql) and not _RUNNING.search(sql)
            if not is_table and not (kind == "index" and sql is None):
                raise UserError("meeting-file-damaged", file=str(self.file), reason="schema")
            if is_table:
                found.add(name)
        parts = [(name, hidden) for _, name, *_, hidden in self._raw.execute("PRAGMA table_xinfo(content_part)")]
        if parts != [(name, 0) for name in _PARTS]:
            raise UserError("meeting-file-damaged", file=str(self.file), reason="tables")
        return found

    def _fill(self, staged: Connection) -> None:
        staged.raw.execute("BEGIN")
        for table in TABLES:
            wanted = list(columns(staged, table))
            there = self._raw.execute(f"PRAGMA table_xinfo({table})").fetchall()
            if sorted(wanted) != sorted(row[1] for row in there) or any(row[6] for row in there):
                raise UserError("meeting-file-damaged", file=str(self.file), reason=f"{table} fields")
            if not wanted:  # the version had no such table yet
                continue
            names, marks = ", ".join(wanted), ", ".join("?" * len(wanted))
            rows = self._raw.execute(f"SELECT {names} FROM {table}")  # noqa: S608  our own names
            while batch := rows.fetchmany(_ROWS_AT_ONCE):
                staged.raw.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", batch)  # noqa: S608  likewise
        staged.raw.execute("COMMIT")
        if staged.raw.execute("PRAGMA foreign_key_check").fetchone():
            raise UserError("meeting-file-damaged", file=str(self.file), reason="references")


class ContentReader:
    """Reads one content of a meeting file from its beginning, as a stream of bytes."""

    def __init__(self, file: Path, raw: sqlite3.Connection, sha256: Sha256) -> None:
        self._file = file
        sql = "SELECT bytes FROM content_part WHERE sha256 = ? ORDER BY number"
        with _file_blamed(file):
            self._parts = raw.execute(sql, (sha256,))
        self._rest = b""

    def read(self, size: int = PART) -> bytes:
        """The next bytes, at most so many; none at the end."""
        if not self._rest:
            with _file_blamed(self._file):
                row = self._parts.fetchone()
            self._rest = row[0] if row and isinstance(row[0], bytes) else b""
        given, self._rest = self._rest[:size], self._rest[size:]
        return given


def _version(file: Path) -> int:
    """The schema's version of a file that is ours and that we can read."""
    try:
        with file.open("rb") as stream:
            header = stream.read(100)
    except FileNotFoundError as error:
        raise UserError("file-missing", file=str(file)) from error
    except OSError as error:
        raise fault_of(error) from error
    # https://sqlite.org/fileformat.html: user version at byte 60, application id at byte 68
    version, application = int.from_bytes(header[60:64], "big"), int.from_bytes(header[68:72], "big")
    if not header.startswith(MAGIC) or len(header) < 100 or application != APPLICATION_ID or version < 1:
        raise UserError("meeting-file-unknown", file=str(file))
    if version > migrations.SCHEMA_VERSION:
        raise UserError("meeting-file-newer", file=str(file), version=version, known=migrations.SCHEMA_VERSION)
    return version


def _make_tables(staged: Connection, version: int) -> None:
    """The store's tables as they were in a version, without anything that would run."""
    _made_tables(version).backup(staged.raw)


@cache
def _made_tables(version: int) -> sqlite3.Connection:
    """Such tables, empty; to copy them takes a twentieth of the time of making them. Any thread may."""
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    made, names = Connection(Path(), raw, read_only=True), migrations.names()
    stop = names[version] if version < len(names) else None
    migrations.migrations().apply(made.database, stop_before=stop)
    _drop_triggers(made)
    return raw


def _upgrade(staged: Connection, version: int) -> None:
    if version < migrations.SCHEMA_VERSION:
        migrations.upgrade(staged.database, staged.file)
        _drop_triggers(staged)


def _drop_triggers(staged: Connection) -> None:
    for (name,) in staged.raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        staged.raw.execute(f"DROP TRIGGER {name}")


def _proved(file: Path, staged: Connection) -> MeetingId:
    try:
        return prove(staged)
    except WrongRowError as wrong:
        raise UserError("meeting-file-damaged", file=str(file), reason=str(wrong)) from wrong


def _copy_of(file: Path, staged: Connection, meeting_id: MeetingId) -> MeetingCopy:
    renditions = read_renditions(staged, meeting_id)
    pdfs: defaultdict[Sha256, set[Sha256]] = defaultdict(set)
    for rendition in renditions.values():
        if rendition.pdf is not None:
            pdfs[rendition.source].add(rendition.pdf)
    meeting = read_meeting(staged, meeting_id)
    rows = read_items(staged, meeting_id), read_attachments(staged, meeting_id)
    council = read_council(staged, meeting.council)
    sources = {attachment.source for attachment in rows[1]} | ({council.logo} if council.logo else set())
    sources |= {sha256 for (sha256,) in staged.rows("SELECT sha256 FROM edition_file")}
    return MeetingCopy(
        file,
        agenda(meeting, *rows, renditions, read_given(staged, meeting_id)),
        council,
        read_rows(staged, meeting_id),
        read_history(staged, meeting_id),
        _council_row(staged, council),
        {source: (source, *sorted(pdfs[source] - {source})) for source in sources},
        dict(staged.rows("SELECT sha256, size FROM content")),
    )


def _council_row(staged: Connection, council: Council) -> Values | None:
    names = [name for name in columns(staged, "council") if name not in STAYS["council"]]
    row = staged.row(f"SELECT {', '.join(names)} FROM council WHERE id = ?", (council.id,))  # noqa: S608  our names
    return dict(zip(names, row, strict=True)) if row else None


@contextmanager
def _file_blamed(file: Path) -> Iterator[None]:
    """What SQLite reports of a meeting file: damage, unless the machine is at fault."""
    try:
        yield
    except sqlite3.Error as error:
        code = MACHINE.get("_".join(getattr(error, "sqlite_errorname", "").split("_")[:2]))
        if code in _OURS_TO_MEND:
            raise EnvironmentFault("machine-refused", file=str(file), reason=str(error)) from error
        raise UserError("meeting-file-damaged", file=str(file), reason=type(error).__name__) from error
    except UnicodeDecodeError as error:  # a text of the file, its own schema's included, is none
        raise UserError("meeting-file-damaged", file=str(file), reason=type(error).__name__) from error


@contextmanager
def _asking(raw: sqlite3.Connection, progress: Progress) -> Iterator[None]:
    """Ask now and then whether to go on, also within one long query."""
    wishes: list[Cancelled] = []

    def ask() -> int:
        try:
            progress.step(0, 0, "exchange-checking")
        except Cancelled as wish:
            wishes.append(wish)
        return len(wishes)

    progress.step(0, 0, "exchange-checking")
    raw.set_progress_handler(ask, _MOST_STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        if wishes:
            raise wishes[0] from None
        raise
    finally:
        raw.set_progress_handler(None, 0)
