"""One connection to a store's file: how it is opened, what is refused, and its transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kkr_desk.errors import Cancelled, EnvironmentFault, UserError
from kkr_desk.progress import Progress
from kkr_desk.store import migrations, search_index
from kkr_desk.store.faults import blamed, sqlite_fault

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE_NAME = "kkr-desk.sqlite3"
PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

MAGIC = b"SQLite format 3\x00"
"""How every SQLite file begins."""
_HEADER_BYTES = 100

Values = Sequence[object] | Mapping[str, object]
"""What a statement's question marks or names stand for."""

Row = tuple[Any, ...]


class Connection:
    """A connection to one store, owned by the thread that opened it.

    sqlite-utils is imported when something is first written, not before: it costs more than reading a whole meeting.

    Args:
        file: The SQLite file.
        raw: An open connection to it in autocommit mode.
        read_only: Whether it was opened for reading alone.
    """

    def __init__(self, file: Path, raw: sqlite3.Connection, *, read_only: bool) -> None:
        self.file = file
        self.raw = raw
        self.read_only = read_only
        self._database: Database | None = None

    @property
    def database(self) -> Database:
        """The same connection, as sqlite-utils sees it."""
        if self._database is None:
            from sqlite_utils import Database  # noqa: PLC0415  see the class's docstring

            self._database = Database(self.raw, execute_plugins=False, recursive_triggers=False)
        return self._database

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""
        with blamed(self.file):
            return self.raw.execute(sql, values).fetchall()

    def stream(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """The rows of a query one by one; whoever has enough lets the rest be."""
        with blamed(self.file):
            for row in self.raw.execute(sql, values):  # noqa: UP028  it would close the cursor of a closed store
                yield row

    @contextmanager
    def interruptible(self, progress: Progress, what: str, *, steps: int) -> Iterator[None]:
        """What is read in the block ends with `Cancelled` when the user cancels, long queries included.

        Args:
            progress: Asked now and then.
            what: What it is told.
            steps: Of SQLite's virtual machine between two questions; a thousand take about 0.1 ms.
        """
        wishes: list[Cancelled] = []

        def ask() -> int:
            try:
                progress.step(0, 0, what)
            except Cancelled as wish:
                wishes.append(wish)
            return len(wishes)

        progress.step(0, 0, what)
        self.raw.set_progress_handler(ask, steps)
        try:
            yield
        except Exception:
            if wishes:
                raise wishes[0] from None
            raise
        finally:
            self.raw.set_progress_handler(None, 0)

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a query, None without one."""
        with blamed(self.file):
            found: Row | None = self.raw.execute(sql, values).fetchone()
            return found

    def number(self, sql: str, values: Values = ()) -> int:
        """The whole number that a query answers, 0 without a row."""
        found = self.row(sql, values)
        return int(found[0]) if found else 0

    def write(self, sql: str, values: Values = ()) -> int:
        """Run one statement; returns the row id of what it inserted last."""
        with blamed(self.file):
            return self.raw.execute(sql, values).lastrowid or 0

    def write_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run one statement for each set of values."""
        with blamed(self.file):
            self.raw.executemany(sql, values)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.raw.in_transaction

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written in the block, or nothing; a block within another one is undone alone when it fails.

        The first statement must write: SQLite then waits for other programs instead of refusing at the first read.
        What was written is found by search from then on.
        """
        is_outermost = not self.in_transaction
        try:
            with self.database.atomic():
                yield
                if is_outermost:
                    search_index.catch_up(self)
        except sqlite3.Error as error:  # of BEGIN and COMMIT: `write` and `row` speak for what is in the block
            raise sqlite_fault(error, self.file) from error

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read in the block is of one moment, whatever others write meanwhile."""
        if self.in_transaction:
            yield
            return
        self.write("BEGIN")
        try:
            self.number("SELECT count(*) FROM sqlite_master")  # a read transaction starts at its first read
            yield
        finally:
            with blamed(self.file):
                self.raw.rollback()  # does nothing when an error has ended the transaction already

    def close(self) -> None:
        """Close it; a transaction still open is rolled back."""
        with blamed(self.file):
            self.raw.close()


def locate(folder: Path) -> Path:
    """The store's file: that of a folder, or the file itself when a backup is named.

    Raises:
        UserError: ``store-missing``: a file is named that is not there.
    """
    if folder.is_file():
        return folder
    if folder.suffix == Path(FILE_NAME).suffix and not folder.exists():
        raise UserError("store-missing", folder=str(folder))
    return folder / FILE_NAME


def connect(file: Path, *, read_only: bool, patience: float = PATIENCE) -> Connection:
    """Open a store's file, make it when it is not there, and bring its schema up to date.

    Args:
        file: The SQLite file; its folder is made when absent, unless read only.
        read_only: Never write, and refuse what would have to be written first.
        patience: Seconds to wait for another program that is writing.

    Raises:
        UserError: ``store-missing``, ``not-a-store``, ``store-newer`` or ``store-older``; the file is untouched.
        EnvironmentFault: The machine is at fault, see `kkr_desk.store.faults`.
    """
    with blamed(file):
        _look(file, read_only=read_only)
        if not read_only:
            _must_be_writable(file)
        connection = _open(file, read_only=read_only, patience=patience)
        try:
            _set_up(connection)
        except BaseException:
            connection.raw.close()
            raise
    return connection


def address(file: Path, **options: object) -> str:
    """A file as SQLite's URI, also for a drive letter or a network share."""
    path = quote(file.absolute().as_posix())
    path = path if path.startswith("/") else f"/{path}"
    return f"file://{path}?" + "&".join(f"{key}={value}" for key, value in options.items())


def reading_address(file: Path) -> str:
    """A store's file as a URI that opens it for reading alone, also where nobody can write."""
    options: dict[str, object] = {"mode": "ro"}
    if _is_at_rest(file):
        options["immutable"] = 1
    return address(file, **options)


def _look(file: Path, *, read_only: bool) -> None:
    """Refuse what is no store of ours before anything opens it, so that it stays as it is."""
    try:
        with file.open("rb") as stream:
            header = stream.read(_HEADER_BYTES)
    except FileNotFoundError:
        header = b""
    if not header:
        if read_only:
            raise UserError("store-missing", folder=str(file.parent))
        return
    if not header.startswith(MAGIC) or len(header) < _HEADER_BYTES:
        if file.name == FILE_NAME:
            raise EnvironmentFault("store-corrupt", file=str(file), reason="SQLITE_NOTADB")
        raise UserError("not-a-store", file=str(file))
    # https://sqlite.org/fileformat.html: user version at byte 60, application id at byte 68
    version, application = int.from_bytes(header[60:64], "big"), int.from_bytes(header[68:72], "big")
    if application == migrations.APPLICATION_ID:
        _refuse_newer(file, version, ())
    elif application or not _may_become_store(file):
        raise UserError("not-a-store", file=str(file))


def _may_become_store(file: Path) -> bool:
    """Whether a file without our mark is an empty database, as a crash while it was made leaves it."""
    raw = sqlite3.connect(address(file, mode="ro"), uri=True, isolation_level=None)
    try:
        tables: int = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        application: int = raw.execute("PRAGMA application_id").fetchone()[0]
    finally:
        raw.close()
    return application == migrations.APPLICATION_ID or not tables


def _refuse_newer(file: Path, version: int, names: Sequence[str]) -> None:
    if version > migrations.SCHEMA_VERSION or set(names) - set(migrations.names()):
        raise UserError("store-newer", file=str(file), version=version, known=migrations.SCHEMA_VERSION)


def _must_be_writable(file: Path) -> None:
    """Say at once that a store cannot be changed, not at the first change."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for path in (file.parent, file):
        if path.exists() and not os.access(path, os.W_OK):
            raise EnvironmentFault("store-read-only", file=str(path), reason="access")


def _open(file: Path, *, read_only: bool, patience: float) -> Connection:
    uri = reading_address(file) if read_only else address(file, mode="rwc")
    raw = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience)
    try:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("PRAGMA query_only = ON" if read_only else "PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raw.close()
        raise sqlite_fault(error, file) from error
    return Connection(file, raw, read_only=read_only)


def _is_at_rest(file: Path) -> bool:
    """Whether the file lies where nobody can write, a CD or an archive, with nothing left to be recovered.

    SQLite needs files beside a WAL database even to read it; where they cannot be made, it must be told that the
    file never changes.
    """
    if os.access(file.parent, os.W_OK):
        return False
    return not any(file.with_name(file.name + end).exists() for end in ("-wal", "-shm", "-journal"))


def _set_up(connection: Connection) -> None:
    version = connection.number("PRAGMA user_version")
    _refuse_newer(connection.file, version, migrations.applied(connection.raw))
    if version == migrations.SCHEMA_VERSION:
        return
    if connection.read_only:
        raise UserError("store-older" if version else "store-missing", folder=str(connection.file.parent))
    migrations.upgrade(connection.database, connection.file)
    with connection.transaction():
        connection.write("UPDATE search_due SET old = old")  # what an upgrade brings to be found is due
