"""Going through what the index offers: rows and pages in which everything that was looked for truly stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, islice

from kkr_desk.model import MeetingId
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.search_query import Places, Query

PAGES_SHOWN = 3
"""Hits of one attachment; that there are others in it is said with the last."""

_FEW = {"search_row_gram": 500, "search_page_gram": 5000}
"""Places up to which each is looked up; of more, the meetings are gone through until there are hits enough. Which is
quicker depends on how many of the places are hits; these suit the questions of benchmarks/search_cost.py."""

# Our own schema's names, all of them. CROSS JOIN keeps SQLite to the order in which the tables stand
# (https://sqlite.org/optoverview.html#crossjoin), so that what comes first is of the first meeting.
_FROM_INDEX = "SELECT rowid FROM {table} WHERE {table} MATCH :question"
_ROWS = "SELECT kind, row, search_row.meeting_id, text FROM json_each(:given) CROSS JOIN search_row"
_ROWS_BY_ID = f"{_ROWS} ON search_row.id = value"
_ROWS_BY_MEETING = f"""
    {_ROWS} ON search_row.meeting_id = value
    WHERE search_row.id IN ({_FROM_INDEX.format(table="search_row_gram")})
"""
_PAGES_BY_ID = """
    SELECT item.meeting_id, attachment.id, search_pdf.pdf, value - search_pdf.first + 1 FROM json_each(:given)
    CROSS JOIN search_pdf ON search_pdf.first = (SELECT max(first) FROM search_pdf WHERE first <= value)
    CROSS JOIN rendition ON rendition.pdf = search_pdf.pdf
    CROSS JOIN attachment ON attachment.source = rendition.source
    CROSS JOIN item ON item.id = attachment.item_id
"""
_PAGES_BY_MEETING = f"""
    SELECT item.meeting_id, attachment.id, page.pdf, page.number FROM json_each(:given)
    CROSS JOIN item ON item.meeting_id = value
    CROSS JOIN attachment ON attachment.item_id = item.id
    CROSS JOIN rendition ON rendition.source = attachment.source
    CROSS JOIN search_pdf ON search_pdf.pdf = rendition.pdf
    CROSS JOIN page ON page.pdf = search_pdf.pdf
    WHERE search_pdf.first + page.number - 1 IN ({_FROM_INDEX.format(table="search_page_gram")})
"""  # noqa: S608


class HitKind(StrEnum):
    """Where something was found: in the words of a row, in a text of an item, on a page of an attachment."""

    MEETING = "meeting"
    ITEM = "item"
    ATTACHMENT = "attachment"
    TEXT = "text"
    PAGE = "page"


_KINDS = {
    "meeting": HitKind.MEETING,
    "item": HitKind.ITEM,
    "attachment": HitKind.ATTACHMENT,
    "item_text": HitKind.TEXT,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A place where everything stands.

    Attributes:
        kind: What it is.
        meeting: Whose it is.
        row: Id of the kind's row; of a page, its attachment's.
        words: The text.
        places: Where in it.
        page: 1-based; 0 for a row.
        more: Whether there are others on further pages of the attachment.
    """

    kind: HitKind
    meeting: MeetingId
    row: str
    words: str
    places: Places
    page: int = 0
    more: bool = False


class Looking:
    """One question put to the store.

    Args:
        connection: The store's connection.
        query: What is looked for.
        meetings: All meetings, in the order in which they are wanted.
    """

    def __init__(self, connection: Connection, query: Query, meetings: Sequence[MeetingId]) -> None:
        self._connection = connection
        self._query = query
        self._meetings = json.dumps(meetings)
        self._question = query.expression()
        self.ranks = {meeting: rank for rank, meeting in enumerate(meetings)}

    def titles(self) -> Iterator[Found]:
        """Meetings, items and attachments by their own words."""
        return self._rows("kind <> 'item_text'")

    def texts(self) -> Iterator[Found]:
        """Texts of items."""
        return self._rows("kind = 'item_text'")

    def pages(self) -> Iterator[Found]:
        """Pages of attachments, not more than `PAGES_SHOWN` of one."""
        rows = self._offered("search_page_gram", _PAGES_BY_ID, _PAGES_BY_MEETING)
        for (meeting, attachment), offered in groupby(rows, key=lambda row: (row[0], row[1])):
            found = list(islice(self._true_pages(meeting, attachment, offered), PAGES_SHOWN + 1))
            if len(found) > PAGES_SHOWN:
                found[PAGES_SHOWN - 1 :] = [replace(found[PAGES_SHOWN - 1], more=True)]
            yield from found

    def _rows(self, condition: str) -> Iterator[Found]:
        by_id, by_meeting = f"{_ROWS_BY_ID} WHERE {condition}", f"{_ROWS_BY_MEETING} AND {condition}"
        for kind, row, meeting, text in self._offered("search_row_gram", by_id, by_meeting, meeting=2):
            places = self._query.places(text)
            if places:
                yield Found(_KINDS[kind], meeting, row, text, places)

    def _true_pages(self, meeting: MeetingId, attachment: str, offered: Iterable[Row]) -> Iterator[Found]:
        for _, _, *page in offered:
            row = self._connection.row("SELECT text FROM page WHERE pdf = ? AND number = ?", page)
            text = str(row[0]) if row else ""
            places = self._query.places(text)
            if places:
                yield Found(HitKind.PAGE, meeting, attachment, text, places, int(page[1]))

    def _offered(self, table: str, by_id: str, by_meeting: str, *, meeting: int = 0) -> Iterable[Row]:
        """What the index holds to be possible, by meetings; `meeting` is the column that says which."""
        question = {"question": self._question}
        sql = f"{_FROM_INDEX.format(table=table)} LIMIT {_FEW[table] + 1}"
        ids = [row for (row,) in self._connection.rows(sql, question)]
        if len(ids) > _FEW[table]:
            return self._connection.stream(by_meeting, {"given": self._meetings, **question})
        rows = self._connection.rows(by_id, {"given": json.dumps(ids)})
        return sorted(rows, key=lambda row: (self.ranks[row[meeting]], *row))
