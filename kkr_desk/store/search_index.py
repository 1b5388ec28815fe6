"""The index that search asks: kept by the store itself, whoever writes a row and however.

Triggers note in `search_due` what has changed, and the end of the transaction brings the index up to date (`catch_up`),
so that undo, deletion for good and whatever comes later need not think of it. Two FTS5 tables hold the pieces of words
(`search_words.indexed`) without the texts: `search_row_gram` those of the rows in `search_row`, `search_page_gram`
those of pages, where page n of a PDF has the id `search_pdf.first` + n - 1. What was put in is taken out by the same
text; so a change of `indexed` needs a migration that ends in `note_all`.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kkr_desk.errors import UserError
from kkr_desk.model import DANISH_MONTHS
from kkr_desk.progress import Progress

if TYPE_CHECKING:
    from kkr_desk.store.connection import Connection

TEXTS = ("item_text", "decision", "follow_up")
"""Tables whose rows are found as texts of an item; the latter two as what was decided of it."""
ROWS = ("meeting", "item", "attachment", *TEXTS)
"""Tables whose rows are found by their words."""
GRAMS = ("search_row_gram", "search_page_gram")
"""The FTS5 tables."""

_TABLES = """
    CREATE TABLE search_row (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, row TEXT NOT NULL, meeting_id TEXT NOT NULL, text TEXT NOT NULL,
        UNIQUE (kind, row)
    ) STRICT;
    CREATE INDEX idx_search_row_meeting_id_kind ON search_row (meeting_id, kind);
    CREATE TABLE search_pdf (first INTEGER PRIMARY KEY, pdf TEXT NOT NULL UNIQUE, pages INTEGER NOT NULL) STRICT;
    CREATE TABLE search_due (
        kind TEXT NOT NULL, row TEXT NOT NULL, number INTEGER NOT NULL, old TEXT,
        PRIMARY KEY (kind, row, number)
    ) STRICT;
    CREATE INDEX idx_rendition_pdf ON rendition (pdf)
"""
_GRAM = "USING fts5 (pieces, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")"
_NOTE = "INSERT INTO search_due (kind, row, number, old)"
_ONCE = "ON CONFLICT (kind, row, number) DO NOTHING"
"""What was noted first stays: it knows the text that is in the index."""
_DUE_ROWS = "SELECT kind, row FROM search_due WHERE kind <> 'page'"
_ROWS_AT_ONCE = 500

_SOURCES = {
    "meeting": "SELECT id, date, council, place FROM meeting WHERE id = ?",
    "item": "SELECT meeting_id, title, case_type, case_number, caseworker FROM item WHERE id = ?",
    "attachment": "SELECT meeting_id, attachment.title, file_name FROM attachment "
    "JOIN item ON item.id = item_id WHERE attachment.id = ?",
    "item_text": "SELECT meeting_id, html FROM item_text JOIN item ON item.id = item_id WHERE item_text.id = ?",
    "decision": "SELECT meeting_id, outcome, reservations FROM decision JOIN item ON item.id = item_id "
    "WHERE decision.id = ?",
    "follow_up": "SELECT meeting_id, what, who FROM follow_up JOIN item ON item.id = item_id WHERE follow_up.id = ?",
}
"""A row's meeting and its words, by its table."""


def create(raw: sqlite3.Connection) -> None:
    """Make the tables, and note all that there is as due."""
    for statement in _TABLES.split(";"):
        raw.execute(statement)
    for table in GRAMS:
        raw.execute(f"CREATE VIRTUAL TABLE {table} {_GRAM}")
        raw.execute(f"CREATE VIRTUAL TABLE {table}_count USING fts5vocab ({table}, row)")
    note_all(raw)


def note_all(raw: sqlite3.Connection) -> None:
    """Empty the index and note every row and every page as due."""
    for table in GRAMS:
        raw.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608  our own names, as all below
    for table in ("search_row", "search_pdf", "search_due"):
        raw.execute(f"DELETE FROM {table}")  # noqa: S608
    for table in _there(raw):
        raw.execute(f"{_NOTE} SELECT '{table}', id, 0, NULL FROM {table}")  # noqa: S608
    raw.execute(f"{_NOTE} SELECT 'page', pdf, number, NULL FROM page")  # noqa: S608


def make_triggers(raw: sqlite3.Connection) -> None:
    """Make the triggers that note what has changed, anew: a migration that remakes a table has dropped them."""
    if raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_due'").fetchone() is None:
        return
    noted = [
        (table, event, f"'{table}', {side}.id, 0, NULL")
        for table in _there(raw)
        for event, side in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD"))
    ]
    noted.append(("page", "insert", "'page', NEW.pdf, NEW.number, NULL"))
    noted += [("page", event, "'page', OLD.pdf, OLD.number, OLD.text") for event in ("update", "delete")]
    for table, event, values in noted:
        raw.execute(f"DROP TRIGGER IF EXISTS search_{table}_{event}")
        raw.execute(
            f"CREATE TRIGGER search_{table}_{event} AFTER {event.upper()} ON {table} "
            f"BEGIN {_NOTE} VALUES ({values}) {_ONCE}; END"
        )


def _there(raw: sqlite3.Connection) -> list[str]:
    """Those of `ROWS` that a store has: younger tables come by later migrations."""
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [table for table in ROWS if table in tables]


def catch_up(connection: Connection, progress: Progress | None = None) -> None:
    """Bring the index up to date; costs next to nothing when nothing is due.

    Args:
        connection: The store's connection, in a transaction.
        progress: Told of pages, where there may be many.
    """
    while notes := connection.rows(f"{_DUE_ROWS} LIMIT ?", (_ROWS_AT_ONCE,)):
        for kind, row in notes:
            _follow_row(connection, kind, row)
        connection.write_many("DELETE FROM search_due WHERE kind = ? AND row = ?", notes)
    total, done = 0, 0
    while note := connection.row("SELECT row FROM search_due LIMIT 1"):
        if progress is not None:
            total = total or connection.number("SELECT count(*) FROM search_due")
            progress.step(done, total, "search-index")
        done += _follow_pages(connection, *note)
        connection.write("DELETE FROM search_due WHERE kind = 'page' AND row = ?", note)


def rebuild(connection: Connection, progress: Progress) -> None:
    """Make the index anew; nothing is changed when the user cancels."""
    with connection.transaction():
        note_all(connection.raw)
        catch_up(connection, progress)


def is_out_of_step(connection: Connection, progress: Progress) -> bool:
    """Whether the index is not that of the rows and pages that there are.

    Every word is read anew and counted; what cannot be told by that is which of two texts a piece belongs to.
    """
    if connection.row("SELECT 1 FROM search_due") or _rows_differ(connection):
        return True
    sql = """
        SELECT 1 FROM page LEFT JOIN search_pdf USING (pdf) WHERE first IS NULL OR number > pages
        UNION ALL SELECT 1 FROM search_pdf WHERE pdf NOT IN (SELECT pdf FROM page) LIMIT 1
    """
    if connection.row(sql):
        return True
    rows = (text for (text,) in connection.stream("SELECT text FROM search_row"))
    pages = (text for (text,) in connection.stream("SELECT text FROM page"))
    totals = (connection.number("SELECT count(*) FROM search_row"), connection.number("SELECT count(*) FROM page"))
    return any(
        _held(connection, table) != _counted(texts, progress, total)
        for table, texts, total in zip(GRAMS, (rows, pages), totals, strict=True)
    )


def merge(connection: Connection) -> None:
    """Take out of the index's file what was deleted from the index; not in a transaction, since it may take seconds."""
    for table in GRAMS:
        connection.write(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def source_text(connection: Connection, kind: str, row: str) -> tuple[str, str] | None:
    """The meeting of a row and its words as they stand in the store; None when the row is gone."""
    found = connection.row(_SOURCES[kind], (row,))
    if found is None:
        return None
    meeting_id, *words = found
    if kind == "meeting":
        words[0] = _date_in_words(words[0])
    if kind == "item_text":
        words = [plain(words[0])]
    if kind == "decision":
        words[1:] = [word for reservation in json.loads(words[1]) for word in reservation]
    return meeting_id, "\n".join(word for word in words if word)


def _rows_differ(connection: Connection) -> bool:
    """Whether a row's words are not those that were indexed."""
    there = {(kind, row) for kind in ROWS for (row,) in connection.rows(f"SELECT id FROM {kind}")}  # noqa: S608
    known = connection.rows("SELECT kind, row, meeting_id, text FROM search_row")
    if there != {(kind, row) for kind, row, _, _ in known}:
        return True
    return any(source_text(connection, kind, row) != (meeting, text) for kind, row, meeting, text in known)


def _held(connection: Connection, table: str) -> int:
    """How many pieces of texts an FTS5 table holds."""
    return connection.number(f"SELECT total(doc) FROM {table}_count")  # noqa: S608


def _counted(texts: Iterable[str], progress: Progress, total: int) -> int:
    """How many it should hold."""
    from kkr_desk.store.search_words import indexed  # noqa: PLC0415  as below

    count = 0
    for done, text in enumerate(texts):
        progress.step(done, total, "check-search")
        count += len(set(indexed(text).split()))
    return count


def plain(text: str) -> str:
    """The words of a text of an item."""
    from kkr_desk.rich_text import parse, plain_text  # noqa: PLC0415  loads nh3, which few operations need

    try:
        return plain_text(parse(text))
    except UserError:  # longer or more tangled than what is written in the window; its words count all the same
        from html import unescape  # noqa: PLC0415  as rare as such a text

        return unescape(re.sub(r"<[^>]*>", " ", text))


def _date_in_words(day: str) -> str:
    """A date as people look for it: "19. juni 2024"."""
    found = date.fromisoformat(day)
    return f"{found.day}. {DANISH_MONTHS[found.month - 1]} {found.year}"


def _follow_row(connection: Connection, kind: str, row: str) -> None:
    """Bring one row's words up to date."""
    sql = "SELECT id, meeting_id, text FROM search_row WHERE kind = ? AND row = ?"
    known, now = connection.row(sql, (kind, row)), source_text(connection, kind, row)
    if known is not None and now is not None and known[1:] == now:
        return
    if known is not None:
        _take_out(connection, "search_row_gram", [(known[0], known[2])])
        connection.write("DELETE FROM search_row WHERE id = ?", (known[0],))
    if now is not None:
        sql = "INSERT INTO search_row (kind, row, meeting_id, text) VALUES (?, ?, ?, ?)"
        _put_in(connection, "search_row_gram", [(connection.write(sql, (kind, row, *now)), now[1])])


@dataclass(frozen=True, slots=True)
class _Range:
    """Where a PDF's pages stand in the index: id of its first page, and for how many pages there is room."""

    first: int
    pages: int

    def ids(self, texts: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
        """Pages by their ids instead of their numbers."""
        return [(self.first + number - 1, text) for number, text in texts]


def _follow_pages(connection: Connection, pdf: str) -> int:
    """Bring the pages of one PDF up to date; returns how many were due."""
    due: dict[int, str | None] = dict(
        connection.rows("SELECT number, old FROM search_due WHERE kind = 'page' AND row = ?", (pdf,))
    )
    now: dict[int, str] = dict(connection.rows("SELECT number, text FROM page WHERE pdf = ?", (pdf,)))
    row = connection.row("SELECT first, pages FROM search_pdf WHERE pdf = ?", (pdf,))
    known, last = _Range(*row) if row else None, max(now, default=0)
    within = {number: text for number, text in due.items() if text is not None} if known else {}
    if known is not None and 0 < last <= known.pages:
        place = known
        same = {number for number, text in within.items() if now.get(number) == text}
        gone = [(number, text) for number, text in within.items() if number not in same]
        come = [(number, now[number]) for number in due if number in now and number not in same]
    else:
        place = _Range(_next_id(connection), last)
        gone = [*within.items(), *((number, text) for number, text in now.items() if known and number not in due)]
        come = list(now.items())
    if known is not None:
        _take_out(connection, "search_page_gram", known.ids(gone))
    if place != known:
        connection.write("DELETE FROM search_pdf WHERE pdf = ?", (pdf,))
        if now:
            connection.write("INSERT INTO search_pdf VALUES (?, ?, ?)", (place.first, pdf, place.pages))
    _put_in(connection, "search_page_gram", place.ids(come))
    return len(due)


def _next_id(connection: Connection) -> int:
    """An id above all that pages have."""
    row = connection.row("SELECT first + pages FROM search_pdf ORDER BY first DESC LIMIT 1")
    return int(row[0]) if row else 1


def _put_in(connection: Connection, table: str, texts: Iterable[tuple[int, str]]) -> None:
    sql = f"INSERT INTO {table} (rowid, pieces) VALUES (?, ?)"  # noqa: S608
    connection.write_many(sql, _in_pieces(texts))


def _take_out(connection: Connection, table: str, texts: Iterable[tuple[int, str]]) -> None:
    sql = f"INSERT INTO {table} ({table}, rowid, pieces) VALUES ('delete', ?, ?)"  # noqa: S608
    connection.write_many(sql, _in_pieces(texts))


def _in_pieces(texts: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    from kkr_desk.store.search_words import indexed  # noqa: PLC0415  opening a store does not need it

    return [(row, indexed(text)) for row, text in texts]
