"""What the rows of a meeting file may say: no less than what this program writes, whoever has written the file.

They have been copied into tables of our own by then, which hold types, keys and references.
"""

from __future__ import annotations

import json
import re
from dataclasses import astuple
from datetime import datetime
from math import isfinite

from kkr_desk import settings
from kkr_desk.errors import UserError
from kkr_desk.model import FileStatus, MeetingId, PageTags, TextKind, is_language, read_treatment
from kkr_desk.numbering import MAX_DEPTH, in_order, is_number
from kkr_desk.rich_text import sanitise
from kkr_desk.store import alternates
from kkr_desk.store.attachments import read_attachments
from kkr_desk.store.connection import Connection
from kkr_desk.store.councils import read_councils
from kkr_desk.store.journal import OperationKind
from kkr_desk.store.meeting_exchange.demands import ID, KEY, SHA, WrongRowError, demand, demand_lines
from kkr_desk.store.meeting_exchange.proving_sendings import prove_editions, prove_minutes
from kkr_desk.store.meetings import read_items, read_meetings
from kkr_desk.store.renditions import read_accessibility, read_particulars

_FIELD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LINES = {
    "meeting": ("council", "index_title", "time", "place"),
    "item": ("title", "coalesce(case_type, '')", "case_number", "caseworker", "closed_reason"),
    "attachment": ("title", "file_name", "page_choice", "closed_reason"),
    "operation": ("who", "label"),
    "council": ("name",),
}
"""Texts on one line, by table."""
_LONGEST_CHANGE = 5_000_000
_LARGEST_PAGE = 1_000_000.0
"""Points; the PDF format ends at 14,400."""
_INK_COLUMNS = 20_000
_MOST_MARKS = 1_000_000
_NAMES_OF_CHANGE = {
    "attachment": ("item_id", "source"),
    "item": ("meeting_id",),
    "item_text": ("item_id",),
    "decision": ("item_id",),
    "attendee": ("meeting_id",),
    "follow_up": ("item_id",),
    "edition": ("meeting_id",),
    "edition_file": ("edition_id", "sha256"),
    "sign_off": ("meeting_id",),
}


def prove(staged: Connection) -> MeetingId:
    """Prove the rows of one meeting; texts are made safe on the way.

    Args:
        staged: Tables of the present schema, with the file's rows and nothing else.

    Returns:
        The meeting.

    Raises:
        WrongRowError: They are not what this program writes.
    """
    try:
        meeting = _meeting(staged)
        _texts(staged)
        prove_minutes(staged, meeting)
        prove_editions(staged, meeting)
        _councils(staged)
        _lines(staged)
        _renditions(staged)
        _pages(staged)
        _history(staged)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, UserError) as error:
        raise WrongRowError(type(error).__name__) from error
    return meeting


def _meeting(staged: Connection) -> MeetingId:
    meetings = read_meetings(staged)
    demand(len(meetings) == 1, "meeting")
    meeting = meetings[0]
    items, attachments = read_items(staged, meeting.id), read_attachments(staged, meeting.id)
    ordered = in_order(items)
    demand(len(ordered) == len(items) == staged.number("SELECT count(*) FROM item"), "item")
    demand(len(attachments) == staged.number("SELECT count(*) FROM attachment"), "attachment")
    depths: dict[str | None, int] = {None: 0}
    for item in ordered:
        depths[item.id] = depths[item.parent_id] + 1
        demand(depths[item.id] <= MAX_DEPTH and KEY.fullmatch(item.order_key), "item")
        demand(item.pinned_number is None or is_number(item.pinned_number), "item number")
    for attachment in attachments:
        demand(KEY.fullmatch(attachment.order_key), "attachment")
        demand(attachment.pinned_number is None or 1 <= attachment.pinned_number <= 9999, "attachment number")
        demand(not attachment.language or is_language(attachment.language), "attachment language")
    for treatment, written in staged.rows("SELECT treatment, alternate_texts FROM attachment"):
        demand(str(read_treatment(treatment)) == treatment, "treatment")
        texts = alternates.parse(written)
        demand_lines("alternate text", texts.values())
        demand(alternates.write(texts) == written, "alternate text")
    ids = [str(meeting.id), *(str(item.id) for item in items), *(str(own.id) for own in attachments)]
    demand(all(ID.fullmatch(row) for row in ids), "id")
    demand(all(SHA.fullmatch(sha) for (sha,) in staged.rows("SELECT sha256 FROM content")), "content")
    return meeting.id


def _texts(staged: Connection) -> None:
    for row, item, kind, html in staged.rows("SELECT id, item_id, kind, html FROM item_text"):
        demand(kind in list(TextKind) and row == f"{item}/{kind}", "text")
        safe = sanitise(html)
        if safe != html:
            staged.write("UPDATE item_text SET html = ? WHERE id = ?", (safe, row))


def _councils(staged: Connection) -> None:
    """The council's words go into documents: they are held against what settings may say."""
    for council in read_councils(staged):
        if council.id:
            demand(ID.fullmatch(council.id), "council")
            for section, known in settings.SETTINGS.items():
                for name, (attribute, check) in known.items():
                    check(getattr(council.template, attribute), f"{section}.{name}", staged.file)
            names = (part for member in council.members for part in (member.name, member.municipality, member.party))
            phrases = (part for own in council.phrases for part in (own.case_type, *own.outcomes))
            demand_lines("council", (*names, *council.sections, *council.case_types, *phrases))


def _lines(staged: Connection) -> None:
    for table, fields in _LINES.items():
        for row in staged.rows(f"SELECT {', '.join(fields)} FROM {table}"):  # noqa: S608  our own names
            demand_lines(table, row)


def _renditions(staged: Connection) -> None:
    sql = "SELECT pdf, status, page_count, kind, warnings, accessibility, particulars FROM rendition"
    for pdf, status, count, kind, warnings, accessibility, particulars in staged.rows(sql):
        demand(status in list(FileStatus) and count >= 0 and (pdf is None) == (count == 0), "rendition")
        demand_lines("rendition", (kind, *astuple(read_particulars(particulars))))
        known = read_accessibility(accessibility)
        if known is not None:
            said = (part for figure in known.figures for part in (figure.place, figure.alternate))
            demand_lines("accessibility", (known.language, known.title, *known.fonts, *said))
        for code, facts, *of_making in json.loads(warnings):
            demand(of_making in ([], [True]), "warning")
            demand_lines("warning", (code, *(part for name, value in facts for part in (name, value))))
    sql = """
        SELECT 1 FROM rendition WHERE pdf IS NOT NULL AND (
            pdf NOT IN (SELECT sha256 FROM content)
            OR page_count <> (SELECT count(*) FROM page WHERE page.pdf = rendition.pdf)
            OR page_count <> (SELECT max(number) FROM page WHERE page.pdf = rendition.pdf)
            OR 1 <> (SELECT min(number) FROM page WHERE page.pdf = rendition.pdf)
        )
        UNION SELECT 1 FROM rendition WHERE (source, treatment) NOT IN (SELECT source, treatment FROM attachment)
        UNION SELECT 1 FROM page WHERE pdf NOT IN (SELECT pdf FROM rendition WHERE pdf IS NOT NULL)
    """
    demand(staged.row(sql) is None, "rendition")


def _pages(staged: Connection) -> None:
    sql = (
        "SELECT width, height, rotation, ink_columns, ink_top, ink_bottom, open_marks, tags, digest, annotations "
        "FROM page"
    )
    for width, height, rotation, columns, top, bottom, marks, tags, *digests in staged.rows(sql):
        sides = all(isfinite(side) and 0 < side <= _LARGEST_PAGE for side in (width, height))
        ink = (columns + 7) // 8 * 8
        is_ink = 0 <= columns <= _INK_COLUMNS and len(top) in {0, ink} and len(bottom) in {0, ink}
        demand(tags in list(PageTags) and 0 <= marks <= _MOST_MARKS, "page tags")
        demand(sides and rotation in {0, 90, 180, 270} and is_ink, "page")
        demand_lines("page", digests)


def _history(staged: Connection) -> None:
    for at, kind in staged.rows("SELECT at, kind FROM operation"):
        demand(datetime.fromisoformat(at).tzinfo is not None and kind in list(OperationKind), "operation")
    for table, row, *sides in staged.rows("SELECT table_name, row_id, before, after FROM change"):
        demand(table in {"meeting", *_NAMES_OF_CHANGE} and len(row) <= 200, "change")
        for side in sides:
            if side is not None:
                demand(_is_state(table, row, side), "change")


def _is_state(table: str, row: str, side: str) -> bool:
    """Whether a state is a row as the journal writes it."""
    if len(side) > _LONGEST_CHANGE:
        return False
    values = json.loads(side)
    if not isinstance(values, dict) or values.get("id") != row:
        return False
    plain = all(_FIELD.fullmatch(k) and (v is None or type(v) in {str, int}) for k, v in values.items())
    return plain and all(isinstance(values.get(name), str) for name in _NAMES_OF_CHANGE.get(table, ()))
