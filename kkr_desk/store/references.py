"""Which content is referred to, by rows or by the journal, which can bring a row back."""

from __future__ import annotations

import json
from collections.abc import Iterable

from kkr_desk.model import Sha256
from kkr_desk.store.connection import Connection

_REFERRING = (("attachment", "source"), ("council", "logo"), ("council", "word_template"), ("edition_file", "sha256"))
"""Journaled tables and their column that names a content."""


TITLES = """
    SELECT sha256, min(title) AS title FROM (
        SELECT source AS sha256, title FROM attachment
        UNION ALL SELECT pdf, title FROM rendition JOIN attachment USING (source, treatment) WHERE pdf IS NOT NULL
        UNION ALL SELECT sha256, name FROM edition_file
    ) GROUP BY sha256
"""
"""What each content is called: by an attachment whose file or PDF it is, or by the file that was sent out."""


def content_titles(connection: Connection) -> dict[Sha256, str]:
    """What each content is called: by an attachment whose file or PDF it is, or by the file that was sent out."""
    return dict(connection.rows(TITLES))


def used_content(connection: Connection, also: Iterable[Sha256] = ()) -> set[Sha256]:
    """Hashes of all content in use: of whatever rows name it or can come back, and of its renditions.

    Args:
        connection: The store's connection.
        also: Content that counts as in use.
    """
    used = set(also)
    for table, column in _REFERRING:
        used.update(sha for (sha,) in connection.rows(f"SELECT {column} FROM {table}"))  # noqa: S608  our own names
        for row in connection.rows("SELECT before, after FROM change WHERE table_name = ?", (table,)):
            used.update(json.loads(side).get(column) for side in row if side)  # older entries lack younger columns
    for source, pdf in connection.rows("SELECT source, pdf FROM rendition WHERE pdf IS NOT NULL"):
        if source in used:
            used.add(pdf)
    return used
