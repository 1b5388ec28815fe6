"""Going through what the index offers: rows and pages in which everything that was looked for truly stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, islice

from kkr_desk.model import MeetingId, TextKind
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.search_index import TEXTS
from kkr_desk.store.search_query import Places, Query

PAGES_SHOWN = 3
"""Hits of one attachment; that there are others in it is said with the last."""

_NEAR = 400
"""Rows or pages of the first meetings that are read before the index is asked: what most of them have needs none."""
_GLANCE = 50
"""Those of them that tell whether reading on is worth it: where none has it, the index is asked."""
_FEW = {"search_row_gram": 500, "search_page_gram": 5000}
"""Places up to which each is looked up; of more, the meetings are gone through until there are hits enough. Which is
quicker depends on how many of the places are hits; these suit the questions of benchmarks/search_cost.py."""
_SEVERAL = 300
"""Hits among few places up to which all of them are found before it is asked whose they are; with more of them, the
places are put in order first, and read until there are hits enough."""

# Our own schema's names, all of them. CROSS JOIN keeps SQLite to the order in which the tables stand
# (https://sqlite.org/optoverview.html#crossjoin), so that what comes first is of the first meeting.
_FROM_INDEX = "SELECT rowid FROM {table} WHERE {table} MATCH :question"
_ROWS = "SELECT kind, row, search_row.meeting_id, text FROM json_each(:given) CROSS JOIN search_row"
_ROWS_BY_ID = f"{_ROWS} ON search_row.id = value WHERE"
_ROWS_BY_MEETING = f"{_ROWS} ON search_row.meeting_id = value WHERE"
_ROWS_OFFERED = f"{_ROWS_BY_MEETING} search_row.id IN ({_FROM_INDEX.format(table='search_row_gram')}) AND"
_PDF_OF_PAGE = """
    FROM json_each(:given)
    CROSS JOIN search_pdf ON search_pdf.first = (SELECT max(first) FROM search_pdf WHERE first <= value)
"""
_TEXTS_BY_ID = f"""
    SELECT value, page.text {_PDF_OF_PAGE}
    CROSS JOIN page ON page.pdf = search_pdf.pdf AND page.number = value - search_pdf.first + 1
"""
_PAGES_BY_ID = f"""
    SELECT item.meeting_id, attachment.id, search_pdf.pdf, value - search_pdf.first + 1 {_PDF_OF_PAGE}
    CROSS JOIN rendition ON rendition.pdf = search_pdf.pdf
    CROSS JOIN attachment ON attachment.source = rendition.source AND attachment.treatment = rendition.treatment
    CROSS JOIN item ON item.id = attachment.item_id
"""
_PAGES_BY_MEETING = """
    SELECT item.meeting_id, attachment.id, page.pdf, page.number FROM json_each(:given)
    CROSS JOIN item ON item.meeting_id = value
    CROSS JOIN attachment ON attachment.item_id = item.id
    CROSS JOIN rendition ON rendition.source = attachment.source AND rendition.treatment = attachment.treatment
    CROSS JOIN search_pdf ON search_pdf.pdf = rendition.pdf
    CROSS JOIN page ON page.pdf = search_pdf.pdf
"""
_PAGES_OFFERED = f"""
    {_PAGES_BY_MEETING}
    WHERE search_pdf.first + page.number - 1 IN ({_FROM_INDEX.format(table="search_page_gram")})
"""


_IS_TEXT = "kind IN ('" + "', '".join(TEXTS) + "')"


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
    **dict.fromkeys(TEXTS, HitKind.TEXT),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A place where everything stands.

    Attributes:
        kind: What it is.
        meeting: Whose it is.
        row: Id of the kind's row; of a page, its attachment's. Whatever was decided is the item's text of that name.
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

    def titles(self, most: int) -> list[Found]:
        """Meetings, items and attachments by their own words."""
        return self._rows(f"NOT {_IS_TEXT}", most)

    def texts(self, most: int) -> list[Found]:
        """Texts of items, and what was decided of them."""
        return self._rows(_IS_TEXT, most)

    def pages(self, most: int) -> list[Found]:
        """Pages of attachments, not more than `PAGES_SHOWN` of one."""
        near = self._near(_PAGES_BY_MEETING, self._on_pages, most)
        if near is not None:
            return near
        ids = self._offered("search_page_gram")
        if ids is None:
            rows: Iterable[Row] = self._stream(_PAGES_OFFERED)
        else:
            rows = self._in_order(_PAGES_BY_ID, self._hits_alone(ids), meeting=0)
        return list(islice(self._on_pages(rows), most))

    def _rows(self, condition: str, most: int) -> list[Found]:
        """What stands in rows of some kinds."""
        near = self._near(f"{_ROWS_BY_MEETING} {condition}", self._in_rows, most)
        if near is not None:
            return near
        ids = self._offered("search_row_gram")
        if ids is None:
            rows: Iterable[Row] = self._stream(f"{_ROWS_OFFERED} {condition}")
        else:
            rows = self._in_order(f"{_ROWS_BY_ID} {condition}", ids, meeting=2)
        return list(islice(self._in_rows(rows), most))

    def _near(self, sql: str, read: Callable[[Iterable[Row]], Iterator[Found]], most: int) -> list[Found] | None:
        """What the first meetings have; None where it is not enough, and there is more to be read."""
        found: list[Found] = []

        def first() -> Iterator[Row]:
            for number, row in enumerate(self._stream(sql)):
                if number == _NEAR or (number == _GLANCE and not found):
                    raise _FartherOff
                yield row

        try:
            for place in islice(read(first()), most):
                found.append(place)  # noqa: PERF402  one by one, since `first` looks at them
        except _FartherOff:
            return None
        return found

    def _in_rows(self, rows: Iterable[Row]) -> Iterator[Found]:
        """Rows that truly have it."""
        for kind, row, meeting, text in rows:
            places = self._query.places(text)
            if places:
                yield Found(_KINDS[kind], meeting, self._named(kind, row), text, places)

    def _named(self, kind: str, row: str) -> str:
        """What a row is known by: of a decision or a follow-up, the item's text that it stands with."""
        if kind not in {"decision", "follow_up"}:
            return row
        item = self._connection.row(f"SELECT item_id FROM {kind} WHERE id = ?", (row,))  # noqa: S608  our own names
        return f"{item[0] if item else row}/{TextKind.DECISION}"

    def _on_pages(self, rows: Iterable[Row]) -> Iterator[Found]:
        """Pages that truly have it; those of an attachment stand together."""
        for (meeting, attachment), offered in groupby(rows, key=lambda row: (row[0], row[1])):
            found = list(islice(self._true_pages(meeting, attachment, offered), PAGES_SHOWN + 1))
            if len(found) > PAGES_SHOWN:
                found[PAGES_SHOWN - 1 :] = [replace(found[PAGES_SHOWN - 1], more=True)]
            yield from found

    def _true_pages(self, meeting: MeetingId, attachment: str, offered: Iterable[Row]) -> Iterator[Found]:
        for _, _, *page in offered:
            row = self._connection.row("SELECT text FROM page WHERE pdf = ? AND number = ?", page)
            text = str(row[0]) if row else ""
            places = self._query.places(text)
            if places:
                yield Found(HitKind.PAGE, meeting, attachment, text, places, int(page[1]))

    def _offered(self, table: str) -> list[int] | None:
        """Ids of what the index holds to be possible; None for more than few."""
        sql = f"{_FROM_INDEX.format(table=table)} LIMIT {_FEW[table] + 1}"
        ids = [row for (row,) in self._connection.rows(sql, {"question": self._question})]
        return None if len(ids) > _FEW[table] else ids

    def _hits_alone(self, ids: list[int]) -> list[int]:
        """Those of few pages that truly have it; all of them when there are several."""
        found = []
        for page, text in self._connection.stream(_TEXTS_BY_ID, {"given": json.dumps(ids)}):
            if self._query.places(text):
                found.append(page)
            if len(found) > _SEVERAL:
                return ids
        return found

    def _in_order(self, sql: str, ids: list[int], *, meeting: int) -> list[Row]:
        """Rows by their ids, those of the first meetings first; `meeting` is the column that says whose they are."""
        rows = self._connection.rows(sql, {"given": json.dumps(ids)})
        return sorted(rows, key=lambda row: (self.ranks[row[meeting]], *row))

    def _stream(self, sql: str) -> Iterator[Row]:
        """Rows by meetings, one by one."""
        return self._connection.stream(sql, {"given": self._meetings, "question": self._question})


class _FartherOff(Exception):  # noqa: N818  nothing is wrong
    """Enough is not near."""
