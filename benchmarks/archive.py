"""A store as it is after many years: 400 meetings, 12,000 items, 40,000 attachments, and one long meeting to come."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from benchmarks.agenda_cost import write_meeting
from benchmarks.danish import ROOTS
from kkr_desk.model import FileStatus, ItemId, MeetingId, MeetingState, PageFacts, Rendition, Sha256
from kkr_desk.store import Store

MEETINGS, ITEMS, SECTIONS, ATTACHMENTS, PAGES = 400, 30, 4, 100, 1
"""The last is of each attachment, the three before of each meeting."""
COUNCILS = ("KKR Midtsjælland", "KKR Nordøerne", "Styregruppen for sundhed", "Embedsmandsudvalget")
WORDS_ON_PAGE = 25
LAST = date(2026, 6, 17)
"""Day of the newest of them."""
_SPLIT = """
    INSERT INTO operation (id, at, who, label, kind)
    SELECT 1000000 + rowid, '2026-06-01T10:00:00.000+00:00', 'abk', 'Ret ' || table_name, 'do' FROM change;
    UPDATE change SET operation_id = 1000000 + rowid;
    DELETE FROM operation WHERE id < 1000000;
"""
"""Every row was written by an operation of its own, as people work."""


def fill(folder: Path) -> tuple[MeetingId, MeetingId]:
    """Make the store.

    Returns:
        The newest of the 400 meetings, and the long one.
    """
    chance = random.Random(3)  # noqa: S311  nothing here is a secret
    with Store.open(folder, who="abk") as store:
        newest, *_ = [_write(store, n, chance) for n in range(MEETINGS)]
    with closing(sqlite3.connect(folder / "kkr-desk.sqlite3", isolation_level=None)) as raw:
        raw.executescript(f"PRAGMA foreign_keys = OFF; BEGIN; {_SPLIT} COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
    return newest, write_meeting(folder)


def _write(store: Store, number: int, chance: random.Random) -> MeetingId:
    """One meeting; its operation ends with its words in the index."""
    sources = [_source(number * ATTACHMENTS + n) for n in range(ATTACHMENTS)]
    with closing(sqlite3.connect(store.file)) as raw:  # the content's rows alone: 40,000 files are not the subject
        raw.executemany("INSERT INTO content VALUES (?, 0, '2026-01-01')", [(source,) for source in sources])
        raw.commit()
    with store.operation("Skriv et møde"):
        day = LAST - timedelta(days=14 * number)
        meeting = store.add_meeting(COUNCILS[number % len(COUNCILS)], day, "Indholdsfortegnelse - Bilag")
        store.change_meeting(meeting.id, state=MeetingState.APPROVED, archived=number > MEETINGS // 2)
        items = _write_items(store, meeting.id, chance)
        for n, source in enumerate(sources):
            store.add_attachment(items[n % len(items)], _words(chance, 5), f"notat_{n}.pdf", source)
            facts = tuple(PageFacts(k, 595, 842, 0, _words(chance, WORDS_ON_PAGE)) for k in range(1, PAGES + 1))
            store.save_rendition(Rendition(source, FileStatus.OK, source, PAGES, "pdf", (), facts))
    return meeting.id


def _write_items(store: Store, meeting: MeetingId, chance: random.Random) -> list[ItemId]:
    """Sections and their items; returns the items."""
    sections = [store.add_item(meeting, _words(chance, 3)).id for _ in range(SECTIONS)]
    return [
        store.add_item(meeting, _words(chance, 8), parent_id=sections[n % SECTIONS], case_type="Beslutningssag").id
        for n in range(ITEMS - SECTIONS)
    ]


def _source(number: int) -> Sha256:
    return Sha256(hashlib.sha256(str(number).encode()).hexdigest())


def _words(chance: random.Random, count: int) -> str:
    """So many words, most of them compounds."""
    return " ".join("".join(chance.choices(ROOTS, k=chance.choice((1, 2, 2)))) for _ in range(count))
