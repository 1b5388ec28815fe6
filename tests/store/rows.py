"""What the store's tests make and look at."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from kkr_desk.errors import Cancelled
from kkr_desk.model import AgendaItem, Attachment, Meeting
from kkr_desk.store import Store
from kkr_desk.store.connection import FILE_NAME
from kkr_desk.store.triggers import JOURNALED

TITLE = "Indholdsfortegnelse - Bilag"


def dump(store: Store | Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the journaled tables, read past the store's own code."""
    file = store if isinstance(store, Path) else store.file
    with closing(sqlite3.connect(file)) as raw:
        return {table: sorted(raw.execute(f"SELECT * FROM {table}").fetchall(), key=str) for table in JOURNALED}


def copied(empty_store: Path, folder: Path) -> Path:
    """A new store's folder, as a copy of one: to make its tables takes ten times as long.

    Args:
        empty_store: The fixture.
        folder: Where it is to be; may be there, without a store.
    """
    return Path(shutil.copytree(empty_store, folder, dirs_exist_ok=True))


def count(store: Store, table: str) -> int:
    """Rows of a table."""
    with closing(sqlite3.connect(store.file)) as raw:
        return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


class Recorder:
    """Progress that remembers, and cancels when a number of steps are done."""

    def __init__(self, cancel_at: int | None = None) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self.cancel_at = cancel_at

    def step(self, done: int, total: int, what: str = "") -> None:
        self.steps.append((done, total, what))
        if self.cancel_at is not None and len(self.steps) >= self.cancel_at:
            raise Cancelled


def damage(folder: Path, table: str) -> None:
    """Overwrite the page that a table begins on."""
    file = folder / FILE_NAME
    with closing(sqlite3.connect(file)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as stream:
        stream.seek((page - 1) * size)
        stream.write(b"\xff" * size)


def add_meeting(store: Store, council: str = "KKR Midtsjælland", day: date = date(2025, 3, 14)) -> Meeting:
    """A meeting in an operation of its own."""
    with store.operation("Nyt møde"):
        return store.add_meeting(council, day, TITLE)


def add_items(store: Store, meeting: Meeting, *titles: str) -> list[AgendaItem]:
    """Top-level items in one operation."""
    with store.operation("Nye punkter"):
        return [store.add_item(meeting.id, title) for title in titles]


def attach(store: Store, item: AgendaItem, *titles: str) -> list[Attachment]:
    """Attachments with contents of their own, in one operation."""
    sources = [store.content.add_bytes(title.encode()) for title in titles]
    with store.operation("Nye bilag"):
        return [
            store.add_attachment(item.id, title, f"{title}.pdf", source)
            for title, source in zip(titles, sources, strict=True)
        ]


def full_meeting(store: Store) -> Meeting:
    """A meeting with two sections, items below them and attachments."""
    meeting = add_meeting(store)
    first, second = add_items(store, meeting, "Velkomst", "Temaer og sager")
    with store.operation("Under punkt 2"):
        below = [store.add_item(meeting.id, title, parent_id=second.id) for title in ("Sundhed", "Flygtninge")]
    for item in (first, *below):
        attach(store, item, f"{item.title} notat", f"{item.title} tal")
    return meeting


def titles(store: Store, meeting: Meeting) -> list[str]:
    """Number and title of every item, in order."""
    return [f"{row.number} {row.item.title}" for row in store.agenda(meeting.id).items]


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in another process."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
