"""A meeting file is taken in: a new meeting with its history, or chosen sides of one that is here, as one operation.

Content comes first, outside of any operation, as with every file that arrives; then the rows are written at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import BinaryIO, cast

from kkr_desk.errors import UserError
from kkr_desk.model import NOBODY_HERE, Agenda, ItemId, MeetingId, Rendition, Sha256
from kkr_desk.numbering import MAX_DEPTH
from kkr_desk.progress import Progress
from kkr_desk.store.attachments import must_hold
from kkr_desk.store.connection import Connection
from kkr_desk.store.content import Content
from kkr_desk.store.journal import Journal, OperationKind
from kkr_desk.store.meeting_exchange.differences import Differences, Side, compare
from kkr_desk.store.meeting_exchange.form import PART, ROWS, Values
from kkr_desk.store.meeting_exchange.history import PastOperation, columns
from kkr_desk.store.meeting_exchange.reading import MeetingCopy, MeetingFile
from kkr_desk.store.renditions import read_pages, read_rendition, read_renditions_of, save_rendition

Sides = Mapping[ItemId | None, Side]
"""What was chosen, by item, None for the meeting itself. What is not named stays as it is here."""

_CONTENT: Mapping[str, str] = {"attachment": "source", "edition_file": "sha256"}
"""Tables of a meeting whose rows name a content, and the field that does."""

_Wanted = dict[str, dict[str, Values]]
"""Rows as they are to become, by table and id."""


def content_wanted(connection: Connection, copy: MeetingCopy, differences: Differences, sides: Sides) -> set[Sha256]:
    """Sources, logos and files that were sent out, which must be here before what was chosen can be written.

    Args:
        connection: The store's connection.
        copy: The file's meeting.
        differences: As `compare` found them.
        sides: What was chosen.

    Returns:
        Those, and sources that are here of which a PDF could be made there alone.
    """
    if differences.ours is None:
        logo = None if _has_council(connection, copy) else copy.council.logo
        every = {Sha256(str(row[column])) for table, column in _CONTENT.items() for row in copy.rows[table].values()}
        return every | ({logo} if logo else set())
    taken = (row for item in differences.items for row in item.taken(sides.get(item.item, Side.OURS)))
    chosen = {Sha256(str(row.theirs[_CONTENT[row.table]])) for row in taken if row.table in _CONTENT and row.theirs}
    return chosen | _made_there(connection, copy, differences.ours)


def _made_there(connection: Connection, copy: MeetingCopy, ours: Agenda) -> set[Sha256]:
    """Sources of a meeting's attachments here whose PDF only the file has: not every laptop has every program."""
    waiting = {own.attachment.rendition_key for row in ours.items for own in row.attachments}
    theirs = (own.rendition for row in copy.agenda.items for own in row.attachments)
    found = (told for told in theirs if told.pdf is not None and told.pdf != told.source and told.key in waiting)
    return {told.source for told in found if _is_news(connection, told)}


def _is_news(connection: Connection, told: Rendition) -> bool:
    """Whether nobody here has looked at a file, or no PDF could be made of it here."""
    ours = read_rendition(connection, told.source, told.treatment)
    return ours is None or (ours.pdf is None and told.pdf is not None)


def take_content(
    connection: Connection, content: Content, copy: MeetingCopy, wanted: Collection[Sha256], progress: Progress
) -> None:
    """Copy content and what is known of it from a file into the store; what is here already is left alone.

    A PDF that was made there is taken though no row is: `content_wanted` says so.

    Args:
        connection: The store's connection.
        content: The store's content.
        copy: The file's meeting.
        wanted: Sources and logos.
        progress: Stepped by parts.

    Raises:
        UserError: ``meeting-file-damaged``: bytes are not those that their hash says.
        EnvironmentFault: The store's disk is full or cannot be written.
        Cancelled: Nothing refers to what was copied so far.
    """
    if not wanted:
        return
    hashes = dict.fromkeys(sha for source in sorted(wanted) for sha in copy.content.get(source, (source,)))
    missing = [sha for sha in hashes if not content.holds(sha)]
    with MeetingFile.open(copy.file) as file:
        total = sum(copy.sizes[sha] for sha in missing)
        done = 0
        for sha in missing:
            start = done

            def tell(copied: int, start: int = start) -> None:
                progress.step((start + copied) // PART, total // PART, "exchange-content")

            if not content.receive(cast("BinaryIO", file.content(sha)), sha, tell):
                raise UserError("meeting-file-damaged", file=str(copy.file), reason="content")
            done += copy.sizes[sha]
        _take_renditions(connection, file, wanted)


def take(connection: Connection, journal: Journal, copy: MeetingCopy, sides: Sides, label: str) -> MeetingId:
    """Write a meeting of a file, or what was chosen of it, as one operation; its history is told before.

    Args:
        connection: The store's connection.
        journal: Its journal.
        copy: The file's meeting.
        sides: What was chosen; a meeting that is not here is written whole.
        label: What the user did: "Åbn mødefil sommermøde.kkr".

    Returns:
        The meeting.

    Raises:
        UserError: ``meeting-file-clash``.
        Defect: ``store-defect`` (content-not-added).
    """
    journal.must_be_closed()
    with connection.transaction():
        connection.write("DELETE FROM operation WHERE id = 0")  # a write first: it waits for other programs
        differences = compare(connection, copy)
        _tell_history(connection, copy.history)  # after the comparison, which asks what was known before
        with journal.operation(label):
            connection.write("PRAGMA defer_foreign_keys = ON")
            if differences.ours is None:
                _add_council(connection, copy)
                _write(connection, {table: {} for table in ROWS}, {t: dict(r) for t, r in copy.rows.items()})
            else:
                ours = {table: dict(rows) for table, rows in differences.our_rows.items()}
                _write(connection, ours, _wanted(differences, copy, sides))
    return copy.meeting_id


def _take_renditions(connection: Connection, file: MeetingFile, sources: Collection[Sha256]) -> None:
    """Keep what the file knows of sources that nobody here has looked at, or of which no PDF could be made here."""
    with file.staged() as staged:
        for told in (rendition for source in sources for rendition in read_renditions_of(staged, source)):
            if _is_news(connection, told):
                known = read_pages(connection, told.pdf) if told.pdf else ()
                pages = read_pages(staged, told.pdf) if told.pdf and not known else ()
                save_rendition(connection, replace(_believed(told), pages=pages))


def _believed(told: Rendition) -> Rendition:
    """What a file tells of a source, as it is kept here.

    What it tells of a PDF that came as one is held against that PDF by every export. A PDF that was made of something
    else could be any, and a refusal may end here: both are used only once they were looked at on this machine.
    """
    return told if told.pdf == told.source else replace(told, inspection=NOBODY_HERE)


def _tell_history(connection: Connection, history: tuple[PastOperation, ...]) -> None:
    """Write the operations that are not known here, as told: they are read, and compared by, but never undone."""
    known = {(at, who, label) for at, who, label in connection.rows("SELECT at, who, label FROM operation")}
    for operation in history:
        if operation.mark in known:
            continue
        number = connection.write(
            "INSERT INTO operation (at, who, label, kind) VALUES (?, ?, ?, ?)",
            (*operation.mark, OperationKind.TOLD.value),
        )
        connection.write_many(
            "INSERT INTO change (operation_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
            [(number, c.table, c.row, c.before, c.after) for c in operation.changes],
        )


def _has_council(connection: Connection, copy: MeetingCopy) -> bool:
    """Whether the council was ever saved here, so that the file's is not needed."""
    sql = "SELECT 1 FROM council WHERE name = ? OR id = ?"
    return not copy.council.id or connection.row(sql, (copy.council.name, copy.council.id)) is not None


def _add_council(connection: Connection, copy: MeetingCopy) -> None:
    """Write the council where it is not known; one that is here keeps its own ways."""
    if copy.council_row is not None and not _has_council(connection, copy):
        _insert(connection, "council", copy.council_row)


def _wanted(differences: Differences, copy: MeetingCopy, sides: Sides) -> _Wanted:
    """The meeting's rows as they are to become."""
    wanted: _Wanted = {table: dict(rows) for table, rows in differences.our_rows.items()}
    for item in differences.items:
        for row in item.taken(sides.get(item.item, Side.OURS)):
            if row.theirs is None:
                wanted[row.table].pop(row.id, None)
            else:
                wanted[row.table][row.id] = row.theirs
    _keep_sections(wanted["item"], (differences.our_rows["item"], copy.rows["item"]))
    _keep_depth(wanted["item"], differences.our_rows["item"])
    for table in ("item_text", "attachment", "decision", "follow_up"):
        wanted[table] = {row: v for row, v in wanted[table].items() if v["item_id"] in wanted["item"]}
    wanted["edition_file"] = {r: v for r, v in wanted["edition_file"].items() if v["edition_id"] in wanted["edition"]}
    wanted["attendee"] = {row: _at_known_items(v, wanted["item"]) for row, v in wanted["attendee"].items()}
    return wanted


def _at_known_items(attendee: Values, items: Mapping[str, Values]) -> Values:
    """A line of attendance that names no item which is not there, as if that had been deleted later."""
    lost = {name: None for name in ("arrives_at", "leaves_at") if attendee[name] not in items}
    return {**attendee, **lost}


def _keep_sections(items: dict[str, Values], sources: tuple[Mapping[str, Values], ...]) -> None:
    """Keep or bring along what chosen items stand below, also where it was not itself chosen."""
    for row in list(items.values()):
        parent = row["parent_id"]
        while parent is not None and parent not in items:
            found = next((source[str(parent)] for source in sources if str(parent) in source), None)
            if found is None:
                break
            items[str(parent)] = found
            parent = found["parent_id"]


def _keep_depth(items: dict[str, Values], ours: Mapping[str, Values]) -> None:
    """Where two moves together would make a circle or too deep an agenda, an item stays where it is here, or on top."""
    for places in (ours, {}):
        for row in sorted(items):
            if _depth(items, row) is None:
                place = places[row]["parent_id"] if row in places else None
                items[row] = {**items[row], "parent_id": place}


def _depth(items: Mapping[str, Values], row: str) -> int | None:
    """How deep an item stands; None for one that stands in a circle, too deep, or below nothing that is there."""
    depth = 1
    parent = items[row]["parent_id"]
    while parent is not None:
        depth += 1
        if depth > MAX_DEPTH or str(parent) not in items:
            return None
        parent = items[str(parent)]["parent_id"]
    return depth


def _write(connection: Connection, ours: _Wanted, wanted: _Wanted) -> None:
    """Make the rows what they are to be: what comes and changes first, then what goes, leaves before their parents."""
    for table in ROWS:
        for row, values in wanted[table].items():
            if table in _CONTENT:
                must_hold(connection, Sha256(str(values[_CONTENT[table]])))
            if row not in ours[table]:
                _insert(connection, table, values)
            elif ours[table][row] != values:
                _update(connection, table, values)
    for table in reversed(ROWS):
        for row in ours[table].keys() - wanted[table].keys():
            connection.write(f"DELETE FROM {table} WHERE id = ?", (row,))  # noqa: S608  our own names


def _insert(connection: Connection, table: str, values: Values) -> None:
    names = [name for name in columns(connection, table) if name in values]
    marks = ", ".join("?" * len(names))
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  our own names
    connection.write(sql, tuple(values[name] for name in names))


def _update(connection: Connection, table: str, values: Values) -> None:
    names = [name for name in columns(connection, table) if name in values and name not in {"id", "archived"}]
    fields = ", ".join(f"{name} = ?" for name in names)
    sql = f"UPDATE {table} SET {fields} WHERE id = ?"  # noqa: S608  our own names
    connection.write(sql, (*(values[name] for name in names), values["id"]))
