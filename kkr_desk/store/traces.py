"""What a store knows of one meeting, in rows and journal, and its erasing from the journal.

Another meeting's operations stay as they were. An attachment that was moved between meetings is the meeting's in which
it is, or in which it was deleted. Of one that went elsewhere, only the time in this meeting is erased: it is then as if
it had come from nowhere, so that whatever was done before and after can still be undone.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from kkr_desk.model import MeetingId, Sha256
from kkr_desk.store.connection import Connection
from kkr_desk.store.journal import RowId

_ANONYMOUS = "Ændring i et slettet møde"
"""Label of an operation that named something of the meeting and has done something elsewhere, too."""
_SHORTEST = 3
"""Characters of a title that is looked for in labels; shorter ones tell nothing."""
_WORDS = ("title", "file_name", "what")
_FILES = ("source", "sha256")
"""Fields that name a content."""

_ITEMS = """
    SELECT id FROM item WHERE meeting_id = :id
    UNION SELECT row_id FROM change WHERE table_name = 'item'
    AND :id IN (json_extract(before, '$.meeting_id'), json_extract(after, '$.meeting_id'))
"""
_PRESENT = """
    SELECT 'item', id FROM item WHERE meeting_id = :id
    UNION ALL SELECT 'item_text', item_text.id FROM item_text JOIN item ON item.id = item_id WHERE meeting_id = :id
    UNION ALL SELECT 'attachment', attachment.id FROM attachment JOIN item ON item.id = item_id WHERE meeting_id = :id
    UNION ALL SELECT 'decision', decision.id FROM decision JOIN item ON item.id = item_id WHERE meeting_id = :id
    UNION ALL SELECT 'follow_up', follow_up.id FROM follow_up JOIN item ON item.id = item_id WHERE meeting_id = :id
    UNION ALL SELECT 'attendee', id FROM attendee WHERE meeting_id = :id
    UNION ALL SELECT 'edition', id FROM edition WHERE meeting_id = :id
    UNION ALL SELECT 'edition_file', edition_file.id FROM edition_file JOIN edition ON edition.id = edition_id
        WHERE meeting_id = :id
    UNION ALL SELECT 'sign_off', id FROM sign_off WHERE meeting_id = :id
"""
_EDITIONS = """
    SELECT id FROM edition WHERE meeting_id = :id
    UNION SELECT row_id FROM change WHERE table_name = 'edition'
    AND :id IN (json_extract(before, '$.meeting_id'), json_extract(after, '$.meeting_id'))
"""
_PLAIN = """
    SELECT operation_id, table_name, row_id, coalesce(
        json_extract(coalesce(after, before), '$.edition_id'),
        json_extract(coalesce(after, before), '$.item_id'),
        json_extract(coalesce(after, before), '$.meeting_id'),
        row_id
    )
    FROM change WHERE table_name NOT IN ('attachment', 'council')
"""
"""Changes of rows that are one meeting's for ever, each with what the row belongs to."""
_ATTACHMENTS = """
    SELECT operation_id, row_id, json_extract(before, '$.item_id'), json_extract(after, '$.item_id')
    FROM change WHERE table_name = 'attachment' ORDER BY operation_id
"""
_IN_USE = """
    SELECT 1 FROM item WHERE title = :word
    UNION ALL SELECT 1 FROM attachment WHERE :word IN (title, file_name)
    UNION ALL SELECT 1 FROM follow_up WHERE what = :word LIMIT 1
"""

_BOTH = ("before", "after")
_Change = tuple[int, str, str]
"""Operation, table and row id: the key of one row of the journal."""
_KEY = "operation_id = ? AND table_name = ? AND row_id = ?"


class Traces:
    """What there is of a meeting; made before its rows are deleted.

    Args:
        connection: The store's connection.
        meeting_id: The meeting.

    Attributes:
        rows: Its rows that there are now.
        sources: Hashes of all files that its attachments ever had, and of all that were sent out.
    """

    def __init__(self, connection: Connection, meeting_id: MeetingId) -> None:
        self._connection = connection
        self._items: set[str] = {row for (row,) in connection.rows(_ITEMS, {"id": meeting_id})}
        present = {RowId(table, row) for table, row in connection.rows(_PRESENT, {"id": meeting_id})}
        self.rows = frozenset({RowId("meeting", meeting_id), *present})
        plain = ((change, _BOTH) for change in self._plain_changes(meeting_id))
        self._changes: dict[_Change, tuple[str, ...]] = dict([*plain, *self._attachment_changes()])
        self.sources: set[Sha256] = set()
        self._words: set[str] = set()
        self._look_into()

    def erase(self) -> None:
        """Erase them from the journal; the meeting's rows were deleted before."""
        write, changes = self._connection.write_many, list(self._changes)
        for side in _BOTH:
            erased = [change for change in changes if side in self._changes[change]]
            write(f"UPDATE change SET {side} = NULL WHERE {_KEY}", erased)  # noqa: S608  our own names
        write(f"DELETE FROM change WHERE {_KEY} AND before IS NULL AND after IS NULL", changes)  # noqa: S608  likewise
        touched = [(operation,) for operation in sorted({operation for operation, _, _ in changes})]
        rest = "SELECT 1 FROM change WHERE operation_id = operation.id"
        write(f"DELETE FROM operation WHERE id = ? AND NOT EXISTS ({rest})", touched)  # noqa: S608  likewise
        telling = [(_ANONYMOUS, operation) for operation in self._telling_labels()]
        write("UPDATE operation SET label = ? WHERE id = ?", telling)

    def _plain_changes(self, meeting_id: MeetingId) -> Iterator[_Change]:
        """Those of the meeting and of all that is never another meeting's."""
        editions = {row for (row,) in self._connection.rows(_EDITIONS, {"id": meeting_id})}
        homes = {meeting_id, *self._items, *editions}
        for operation, table, row, home in self._connection.rows(_PLAIN):
            if home in homes:
                yield operation, table, row

    def _attachment_changes(self) -> Iterator[tuple[_Change, tuple[str, ...]]]:
        """Those of attachments, and which sides of them are the meeting's."""
        exist = {row for (row,) in self._connection.rows("SELECT id FROM attachment")}
        changes: defaultdict[str, list[tuple[int, str | None, str | None]]] = defaultdict(list)
        for operation, row, before, after in self._connection.rows(_ATTACHMENTS):
            changes[row].append((operation, before, after))
        for row, course in changes.items():
            _, before, after = course[-1]
            deleted_here = row not in exist and (after or before) in self._items
            whole = deleted_here or RowId("attachment", row) in self.rows
            for operation, *homes in course:
                here = _BOTH if whole else tuple(s for s, home in zip(_BOTH, homes, strict=True) if home in self._items)
                if here:
                    yield (operation, "attachment", row), here

    def _look_into(self) -> None:
        """Gather files and words of the changes."""
        for change, sides in self._changes.items():
            sql = f"SELECT {', '.join(sides)} FROM change WHERE {_KEY}"  # noqa: S608  our own names
            for side in self._connection.row(sql, change) or ():
                values = json.loads(side) if side else {}
                self.sources.update(values[name] for name in _FILES if name in values)
                self._words.update(values[name] for name in _WORDS if name in values)

    def _telling_labels(self) -> list[int]:
        """Operations that are left and name something that only the meeting had."""
        words = [word for word in self._words if len(word) >= _SHORTEST]
        named = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
        found = []
        for operation, label in self._connection.rows("SELECT id, label FROM operation") if words else ():
            match = named.search(label)
            if match and self._connection.row(_IN_USE, {"word": match.group()}) is None:
                found.append(operation)
        return found
