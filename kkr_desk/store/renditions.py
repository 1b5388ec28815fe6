"""Renditions and the facts of their pages: a cache by content hash, which can be made again and is not journaled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, astuple, fields

from kkr_desk.model import (
    Accessibility,
    EdgeInk,
    Figure,
    FileStatus,
    MeetingId,
    Notice,
    PageFacts,
    PageTags,
    Particulars,
    Rendition,
    RenditionKey,
    Sha256,
    Treatment,
    read_treatment,
)
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.wording import one_line, storable

_FIELDS = "source, status, pdf, page_count, kind, warnings, accessibility, inspection, treatment, particulars"
_NOTHING = "{}"
UNTREATED = Treatment()
"""As the file comes: nothing was decided."""
NOTHING_SAID = Particulars()
"""Of a file that says nothing of itself."""

_RENDITION = f"SELECT {_FIELDS} FROM rendition"  # noqa: S608  names of our own schema
_OF_MEETING = "source IN (SELECT attachment.source FROM attachment JOIN item ON item.id = item_id WHERE meeting_id = ?)"
_SUPERSEDE = """
    INSERT OR IGNORE INTO superseded (pdf, source) SELECT pdf, source FROM rendition
    WHERE source = ? AND treatment = ? AND pdf <> source AND pdf IS NOT ?
"""
_PAGE = (
    "number, width, height, rotation, text, ink_columns, ink_top, ink_bottom, open_states, digest, annotations, tags, "
    "open_marks"
)


def read_rendition(connection: Connection, source: Sha256, treatment: Treatment) -> Rendition | None:
    """A file's rendition, pages left out; None when the file has not been looked at with that treatment."""
    row = connection.row(f"{_RENDITION} WHERE source = ? AND treatment = ?", (source, str(treatment)))
    return _rendition(row) if row else None


def read_renditions_of(connection: Connection, source: Sha256) -> tuple[Rendition, ...]:
    """All renditions of a file, pages left out, the untreated one first."""
    sql = f"{_RENDITION} WHERE source = ? ORDER BY treatment"
    return tuple(_rendition(row) for row in connection.rows(sql, (source,)))


def read_renditions(connection: Connection, meeting_id: MeetingId) -> dict[RenditionKey, Rendition]:
    """All renditions of the files of a meeting, pages left out, by key."""
    found = (_rendition(row) for row in connection.rows(f"{_RENDITION} WHERE {_OF_MEETING}", (meeting_id,)))
    return {rendition.key: rendition for rendition in found}


def read_pages(connection: Connection, pdf: Sha256) -> tuple[PageFacts, ...]:
    """Facts of all pages of a PDF, in order; empty when it has not been looked at."""
    sql = f"SELECT {_PAGE} FROM page WHERE pdf = ? ORDER BY number"  # noqa: S608  names of our own schema
    return tuple(_page(row) for row in connection.rows(sql, (pdf,)))


def save_rendition(connection: Connection, rendition: Rendition) -> None:
    """Write what came of looking at a file; pages that are known stay when `rendition` has none.

    Part of the operation that is open, or a transaction of its own.
    """
    warnings = json.dumps([[w.code, list(w.facts), *([True] if w.of_making else [])] for w in rendition.warnings])
    values = (
        rendition.source,
        rendition.status.value,
        rendition.pdf,
        rendition.page_count,
        rendition.kind,
        warnings,
        _written(rendition.accessibility),
        rendition.inspection,
        str(rendition.treatment),
        _said(rendition.particulars),
    )
    with connection.transaction():
        connection.write(_SUPERSEDE, (rendition.source, str(rendition.treatment), rendition.pdf))
        marks = ", ".join("?" * len(values))
        sql = f"INSERT OR REPLACE INTO rendition ({_FIELDS}) VALUES ({marks})"  # noqa: S608  likewise
        connection.write(sql, values)
        if rendition.pdf is not None and rendition.pages:
            connection.write("DELETE FROM page WHERE pdf = ?", (rendition.pdf,))
            marks = ", ".join("?" * 14)
            sql = f"INSERT INTO page (pdf, {_PAGE}) VALUES ({marks})"  # noqa: S608  names of our own schema
            connection.write_many(sql, _page_values(rendition.pdf, rendition.pages))


def _rendition(row: Row) -> Rendition:
    source, status, pdf, page_count, kind, warnings, accessibility, inspection, treatment, particulars = row
    notices = tuple(_notice(*written) for written in json.loads(warnings))
    return Rendition(
        source,
        FileStatus(status),
        pdf,
        page_count,
        kind,
        notices,
        (),
        read_accessibility(accessibility),
        inspection,
        treatment_of(treatment),
        read_particulars(particulars),
    )


def _notice(code: str, facts: list[list[str]], of_making: bool = False) -> Notice:  # noqa: FBT001, FBT002  from JSON
    return Notice(code, tuple((name, value) for name, value in facts), of_making)


def treatment_of(written: str) -> Treatment:
    """The treatment that a column holds; mostly none was decided, and then it is the same value every time.

    Raises:
        ValueError: This program never writes that.
    """
    return read_treatment(written) if written else UNTREATED


def read_accessibility(written: str) -> Accessibility | None:
    """What was written of a PDF's accessibility.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: This program never writes that.
    """
    if not written:
        return None
    held = json.loads(written)
    figures = tuple(Figure(str(place), int(page), str(said)) for place, page, said in held["figures"])
    return Accessibility(
        tagged=bool(held["tagged"]),
        language=str(held["language"]),
        title=str(held["title"]),
        untagged=tuple(map(int, held["untagged"])),
        scans=tuple(map(int, held["scans"])),
        fonts=tuple(map(str, held["fonts"])),
        figures=figures,
        declared=bool(held["declared"]),
    )


def read_particulars(written: str) -> Particulars:
    """What was written of a file's particulars.

    Raises:
        ValueError, TypeError: This program never writes that.
    """
    if written == _NOTHING:
        return NOTHING_SAID
    held = json.loads(written)
    if not isinstance(held, dict) or not all(isinstance(text, str) for text in held.values()):
        raise TypeError
    return Particulars(**held)


def _said(particulars: Particulars) -> str:
    """What a file says of itself, without what it does not say."""
    said = ((field.name, one_line(getattr(particulars, field.name))) for field in fields(particulars))
    return json.dumps({name: text for name, text in said if text}, ensure_ascii=False)


def _written(known: Accessibility | None) -> str:
    if known is None:
        return ""
    held = {**asdict(known), "figures": [astuple(figure) for figure in known.figures]}
    return json.dumps(held)


def _page(row: Row) -> PageFacts:
    number, width, height, rotation, text, columns, top, bottom, open_states, digest, annotations, tags, open_marks = (
        row
    )
    ink = EdgeInk(columns, top, bottom)
    return PageFacts(
        number, width, height, rotation, text, ink, open_states, digest, annotations, PageTags(tags), open_marks
    )


def _page_values(pdf: Sha256, pages: tuple[PageFacts, ...]) -> Iterator[tuple[object, ...]]:
    for p in pages:
        ink = (p.ink.columns, p.ink.top, p.ink.bottom)
        facts = (p.number, float(p.width), float(p.height), p.rotation, storable(p.text))
        yield (pdf, *facts, *ink, p.open_states, p.digest, p.annotations, p.tags.value, p.open_marks)
