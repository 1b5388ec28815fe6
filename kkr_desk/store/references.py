"""Which content is referred to, by rows or by the journal, which can bring a row back."""

from __future__ import annotations

import json

from kkr_desk.model import Sha256
from kkr_desk.store.connection import Connection

_REFERRING = (("attachment", "source"), ("council", "logo"), ("council", "word_template"))
"""Journaled tables and their column that names a content."""


def used_content(connection: Connection) -> set[Sha256]:
    """Hashes of all content in use: of whatever rows name it or can come back, and of its renditions."""
    used: set[Sha256] = set()
    for table, column in _REFERRING:
        used.update(sha for (sha,) in connection.rows(f"SELECT {column} FROM {table}"))  # noqa: S608  our own names
        for row in connection.rows("SELECT before, after FROM change WHERE table_name = ?", (table,)):
            used.update(json.loads(side).get(column) for side in row if side)  # older entries lack younger columns
    for source, pdf in connection.rows("SELECT source, pdf FROM rendition WHERE pdf IS NOT NULL"):
        if source in used:
            used.add(pdf)
    return used
