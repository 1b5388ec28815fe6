"""What a meeting file is: an SQLite file with the store's own tables for one meeting, and its content in parts.

Content lies in parts of `PART` bytes in `content_part`, since SQLite holds at most 1,000,000,000 bytes in one value
(https://sqlite.org/limits.html) and nobody should need the memory for a whole file.
"""

from __future__ import annotations

from collections.abc import Mapping

APPLICATION_ID = 0x4B4B524D
"""Marks the file in SQLite's header: "KKRM". The user version is that of the store's schema."""

SUFFIX = ".kkr"

PART = 4 << 20
"""Bytes of content in one row."""

PARTS_TABLE = """
    CREATE TABLE content_part (
        sha256 TEXT NOT NULL REFERENCES content (sha256), number INTEGER NOT NULL, bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, number)
    ) STRICT
"""

ROWS = (
    "meeting",
    "item",
    "item_text",
    "attachment",
    "decision",
    "attendee",
    "follow_up",
    "edition",
    "edition_file",
    "sign_off",
)
"""Tables whose rows make a meeting; the later ones point at the earlier ones."""

STAYS: Mapping[str, frozenset[str]] = {"council": frozenset({"word_template", "word_template_name"})}
"""Fields by table that are no part of a meeting: they stay in the store, and are not believed of a file."""

TABLES = ("content", "council", *ROWS, "rendition", "page", "operation", "change")
"""The store's tables that the file has too, in an order in which each points at earlier ones only."""

MOST_ROWS: Mapping[str, int] = {
    "content": 20_000,
    "council": 1,
    "meeting": 1,
    "item": 10_000,
    "item_text": 40_000,
    "attachment": 20_000,
    "decision": 10_000,
    "attendee": 10_000,
    "follow_up": 20_000,
    "edition": 1_000,
    "edition_file": 20_000,
    "sign_off": 10_000,
    "rendition": 20_000,
    "page": 500_000,
    "operation": 500_000,
    "change": 2_000_000,
    "content_part": 4_000_000,
}
"""Rows that a file may have: far more than any meeting, few enough to be read."""

MOST_BYTES = 64 << 20
"""Bytes of one value in a file."""

MOST_CHARACTERS = 100_000
"""Of a title or any other text on one line."""

Value = str | int | None
"""What a field of a row holds."""

Values = Mapping[str, Value]
"""One row by field."""

Rows = Mapping[str, Mapping[str, Values]]
"""Rows of a meeting: by table, then by id."""
