"""Rows of editions: what was sent out, frozen, and withdrawn by an operation of its own.

An edition's table (`Sent`) is one column of its row; the bytes of its files are content that is kept as long as the
edition is. Neither issuing nor withdrawing can be undone: both were told to others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import takewhile

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import (
    Audience,
    DocumentKind,
    Edition,
    EditionFile,
    EditionId,
    EditionKind,
    FileFormat,
    MeetingId,
    MeetingState,
    Sent,
)
from kkr_desk.numbering import Given, given
from kkr_desk.store.attachments import must_hold
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.meetings import new_id, read_meeting, update
from kkr_desk.store.sending_form import parse_sent, write_sent
from kkr_desk.store.wording import one_line

_FIELDS = "id, meeting_id, number, kind, issued_at, who, withdrawn_at, note"
_EDITION = f"SELECT {_FIELDS} FROM edition"  # noqa: S608  names of our own schema
_FILE_FIELDS = "edition_id, document, audience, format, name, sha256, pages, size"
_FILE = f"SELECT {_FILE_FIELDS} FROM edition_file"  # noqa: S608  likewise


def read_editions(connection: Connection, meeting_id: MeetingId) -> tuple[Edition, ...]:
    """All editions of a meeting by number, those that were withdrawn included; UserError ``meeting-gone``."""
    read_meeting(connection, meeting_id)
    rows = connection.rows(f"{_EDITION} WHERE meeting_id = ? ORDER BY number, id", (meeting_id,))
    return tuple(_edition(row) for row in rows)


def read_edition(connection: Connection, edition_id: EditionId) -> Edition:
    """One edition; UserError ``edition-gone`` without it."""
    row = connection.row(f"{_EDITION} WHERE id = ?", (edition_id,))
    if row is None:
        raise UserError("edition-gone")
    return _edition(row)


def read_files(connection: Connection, edition_id: EditionId) -> tuple[EditionFile, ...]:
    """An edition's files, in the order in which they were given; UserError ``edition-gone``."""
    read_edition(connection, edition_id)
    return tuple(_file(row) for row in connection.rows(f"{_FILE} WHERE edition_id = ? ORDER BY id", (edition_id,)))


def read_sent(connection: Connection, edition_id: EditionId) -> Sent:
    """An edition's table; UserError ``edition-gone``."""
    row = connection.row("SELECT sent FROM edition WHERE id = ?", (edition_id,))
    if row is None:
        raise UserError("edition-gone")
    return parse_sent(row[0])


def read_given(connection: Connection, meeting_id: MeetingId) -> Given:
    """Every number that was ever sent out with a meeting."""
    rows = connection.rows("SELECT sent FROM edition WHERE meeting_id = ?", (meeting_id,))
    return given(parse_sent(written) for (written,) in rows)


def read_standing(connection: Connection, meeting_id: MeetingId) -> tuple[tuple[Edition, Sent], ...]:
    """What stands of a meeting's collection: the last full edition that was not withdrawn, and its supplements.

    An edition with an empty table, such as one of the minutes alone, has no part in it.
    """
    standing: list[tuple[Edition, Sent]] = []
    for edition, sent in _ever_standing(connection, meeting_id):
        if edition.kind is EditionKind.FULL:
            standing.clear()
        standing.append((edition, sent))
    return tuple(standing)


def add_edition(connection: Connection, edition: Edition, files: Sequence[EditionFile], sent: Sent) -> Edition:
    """Write an edition; its id, its number and when are given to it here.

    Args:
        connection: The store's connection.
        edition: What it is.
        files: What was made; `edition_id` and `size` are given to them here.
        sent: Its table.

    Raises:
        UserError: ``supplement-without-edition``: nothing stands that it could be one to.
        Defect: ``store-defect``: content-not-added, edition-file-names.
    """
    if edition.kind is EditionKind.SUPPLEMENT and not read_standing(connection, edition.meeting_id):
        raise UserError("supplement-without-edition")
    _must_be_apart(files)
    last = connection.number("SELECT coalesce(max(number), 0) FROM edition WHERE meeting_id = ?", (edition.meeting_id,))
    new = replace(
        edition,
        id=EditionId(new_id()),
        number=last + 1,
        issued_at=datetime.now(UTC).replace(microsecond=0),
        withdrawn_at=None,
        who=one_line(edition.who),
        note=one_line(edition.note),
    )
    values = (new.id, new.meeting_id, new.number, new.kind.value, new.issued_at.isoformat(), new.who, new.note)
    names = "id, meeting_id, number, kind, issued_at, who, note, sent"
    sql = f"INSERT INTO edition ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  our own names
    connection.write(sql, (*values, write_sent(sent)))
    for place, file in enumerate(files, 1):
        _add_file(connection, f"{new.id}/{place:04}", replace(file, edition_id=new.id))
    return new


def withdraw(connection: Connection, edition_id: EditionId) -> Edition:
    """Mark an edition as withdrawn; a meeting of which nothing stands any more is a draft again, its numbers pinned.

    Raises:
        UserError: ``edition-gone``, ``edition-withdrawn``; ``edition-followed``: a supplement to it stands.
    """
    edition = read_edition(connection, edition_id)
    if not edition.stands:
        raise UserError("edition-withdrawn", number=edition.number)
    after = (own for own, _ in _ever_standing(connection, edition.meeting_id) if own.number > edition.number)
    supplements = list(takewhile(lambda own: own.kind is EditionKind.SUPPLEMENT, after))
    if supplements and read_sent(connection, edition_id).items:
        raise UserError("edition-followed", number=edition.number, later=supplements[-1].number)
    now = datetime.now(UTC).replace(microsecond=0)
    update(connection, "edition", edition_id, {"withdrawn_at": now.isoformat()})
    meeting = read_meeting(connection, edition.meeting_id)
    if meeting.state is MeetingState.ISSUED and not _any_stands(connection, edition.meeting_id):
        update(connection, "meeting", meeting.id, {"state": MeetingState.DRAFT})
    return replace(edition, withdrawn_at=now)


def _ever_standing(connection: Connection, meeting_id: MeetingId) -> Iterator[tuple[Edition, Sent]]:
    """Every edition of a meeting's collection that was not withdrawn, by number."""
    sql = f"SELECT {_FIELDS}, sent FROM edition WHERE meeting_id = ? ORDER BY number, id"  # noqa: S608  our own names
    for *told, written in connection.rows(sql, (meeting_id,)):
        edition, sent = _edition(tuple(told)), parse_sent(written)
        if edition.stands and sent.items:
            yield edition, sent


def _any_stands(connection: Connection, meeting_id: MeetingId) -> bool:
    sql = "SELECT 1 FROM edition WHERE meeting_id = ? AND withdrawn_at IS NULL"
    return connection.row(sql, (meeting_id,)) is not None


def _must_be_apart(files: Iterable[EditionFile]) -> None:
    """Refuse files that could not lie in one folder."""
    names = [one_line(file.name).casefold() for file in files]
    if "" in names or len(set(names)) < len(names):
        raise Defect("store-defect", reason="edition-file-names")


def _add_file(connection: Connection, row: str, file: EditionFile) -> None:
    must_hold(connection, file.sha256)
    size = connection.number("SELECT size FROM content WHERE sha256 = ?", (file.sha256,))
    which = (file.document.value, file.audience.value, file.format.value)
    values = (row, file.edition_id, *which, one_line(file.name), file.sha256, file.pages, size)
    sql = f"INSERT INTO edition_file (id, {_FILE_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  our own names
    connection.write(sql, values)


def _edition(row: Row) -> Edition:
    identity, meeting, number, kind, issued_at, who, withdrawn_at, note = row
    withdrawn = datetime.fromisoformat(withdrawn_at) if withdrawn_at else None
    return Edition(
        identity, meeting, number, EditionKind(kind), datetime.fromisoformat(issued_at), who, withdrawn, note
    )


def _file(row: Row) -> EditionFile:
    edition, document, audience, form, *told = row
    return EditionFile(edition, DocumentKind(document), Audience(audience), FileFormat(form), *told)
