"""What search costs in a store of 400 meetings, 12,000 items, 40,000 attachments and 100,000 pages; prints JSON.

`scan` is the plain way to compare with: LIKE over all pages until as many are found as are shown.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from benchmarks.danish import pages
from kkr_desk.model import FileStatus, MeetingId, PageFacts, Rendition, Sha256, TextKind
from kkr_desk.store import Store

MEETINGS, ITEMS, ATTACHMENTS, PAGES = 400, 30, 100, 250
"""The last three of each meeting."""
SHOWN = 50
QUESTIONS = (
    "kommune",
    "og",
    "fordeling",
    "ing",
    "bil",
    "region fordeling notat",
    "bestilling",
    '"plan for fordeling"',
    "budgetregnskab",
    "xylofon",
)
"""Frequent and rare, parts of words, several words, a phrase, and what is nowhere."""
TODAY = date(2026, 9, 1)


def fill(folder: Path, meetings: int) -> dict[str, float]:
    """Make the store; returns seconds a meeting without and with the index, and what it holds."""
    texts = pages(meetings * PAGES + meetings * ITEMS)
    sources = [Sha256(hashlib.sha256(str(n).encode()).hexdigest()) for n in range(meetings * ATTACHMENTS)]
    with Store.open(folder, who="bench") as store:
        with closing(sqlite3.connect(store.file)) as raw:  # the content's rows alone: 40,000 files are not the subject
            raw.executemany("INSERT INTO content VALUES (?, 0, '2026-01-01')", [(source,) for source in sources])
            raw.commit()
        for n in range(meetings):
            own = sources[n * ATTACHMENTS : (n + 1) * ATTACHMENTS]
            with store.operation("Møde"):
                meeting = store.add_meeting("KKR Midtsjælland", TODAY - timedelta(days=30 * n), "Bilag")
                _fill_meeting(store, meeting.id, own, texts)
    return {"pages": meetings * PAGES}


def _fill_meeting(store: Store, meeting: MeetingId, sources: list[Sha256], texts: Iterator[str]) -> None:
    title = next(texts).split()
    items = [store.add_item(meeting, " ".join(title[n : n + 6])) for n in range(ITEMS)]
    for item in items[1:]:
        store.write_text(item.id, TextKind.BACKGROUND, f"<p>{next(texts)[:800]}</p>")
    for n, source in enumerate(sources):
        store.add_attachment(items[n % ITEMS].id, " ".join(title[n : n + 5]), f"notat_{n}.pdf", source)
        store.save_rendition(Rendition(source, FileStatus.OK, source, *_facts(n, texts)))


def _facts(n: int, texts: Iterator[str]) -> tuple[int, str, tuple[()], tuple[PageFacts, ...]]:
    """Page count, kind, warnings and pages of one attachment: two or three."""
    count = 2 + n % 2
    return count, "pdf", (), tuple(PageFacts(k, 595, 842, 0, next(texts)) for k in range(1, count + 1))


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    """The median of a few runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def ask(folder: Path) -> list[dict[str, object]]:
    """Every question, and the scan beside it."""
    rows = []
    with Store.open(folder, read_only=True) as store, closing(sqlite3.connect(store.file)) as raw:
        for question in QUESTIONS:
            hits = len(store.search(question, limit=SHOWN, today=TODAY))
            taken = milliseconds(lambda question=question: store.search(question, limit=SHOWN, today=TODAY))  # type: ignore[misc]
            scan = milliseconds(lambda question=question: _scan(raw, question), 1)  # type: ignore[misc]
            rows.append({"question": question, "hits": hits, "milliseconds": taken, "scan": scan})
    return rows


def _scan(raw: sqlite3.Connection, question: str) -> list[tuple[object, ...]]:
    words = [question.strip('"')] if question.startswith('"') else question.split()
    condition = " AND ".join("text LIKE ?" for _ in words)
    sql = f"SELECT pdf, number FROM page WHERE {condition}"  # noqa: S608  as many question marks as words
    return raw.execute(sql, [f"%{word}%" for word in words]).fetchall()


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of the pages' table and of the index, and of the file."""
    with Store.open(folder, read_only=True) as store, closing(sqlite3.connect(store.file)) as raw:
        by_table = dict(raw.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
        return {
            "page": by_table["page"],
            "index": sum(size for name, size in by_table.items() if "search" in name),
            "page_pieces": by_table["search_page_gram_data"],
        }


def rebuild(folder: Path) -> float:
    """Seconds that making the index anew takes."""
    with Store.open(folder) as store:
        start = time.perf_counter()
        store.rebuild_search()
        return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    meetings = int(sys.argv[1]) if len(sys.argv) > 1 else MEETINGS
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "store"
        start = time.perf_counter()
        made = fill(folder, meetings)
        filled = time.perf_counter() - start
        answers = ask(folder)
        found = {**made, "filled": filled, **sizes(folder), "questions": answers, "rebuild": rebuild(folder)}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
