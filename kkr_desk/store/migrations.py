"""The store's schema, step by step. A step that has been released is never changed; a new one is added below it.

All pending steps, the journal's triggers (made anew from the schema) and the mark at which undo stops are one
transaction: a store is never half upgraded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kkr_desk.errors import EnvironmentFault
from kkr_desk.store import search_index, triggers

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations
    from sqlite_utils.db import ForeignKey

APPLICATION_ID = 0x4B4B5244
"""Marks the file as ours in SQLite's header: "KKRD"."""

_SET = "kkr-desk"


def meetings_and_journal(db: Database) -> None:
    """Meetings, items and attachments; content, renditions and pages; the journal."""
    from sqlite_utils.db import ForeignKey  # noqa: PLC0415  sqlite-utils is slow to import; see connection

    text = {"id": str}
    _create(db, "meeting", text | {"council": str, "date": str, "index_title": str, "issued": int})
    item = {"meeting_id": str, "parent_id": str, "order_key": str, "title": str, "case_type": str, "pinned_number": str}
    keys = [
        ForeignKey("item", "meeting_id", "meeting", "id", on_delete="CASCADE"),
        ForeignKey("item", "parent_id", "item", "id", on_delete="CASCADE"),
    ]
    _create(db, "item", text | item, keys, optional={"parent_id", "case_type", "pinned_number"})
    _create(db, "content", {"sha256": str, "size": int, "added": str})
    attachment = {
        "item_id": str,
        "order_key": str,
        "title": str,
        "file_name": str,
        "source": str,
        "pinned_number": int,
    }
    keys = [
        ForeignKey("attachment", "item_id", "item", "id", on_delete="CASCADE"),
        ForeignKey("attachment", "source", "content", "sha256"),
    ]
    _create(db, "attachment", text | attachment, keys, optional={"pinned_number"})
    for table, column in (("item", "meeting_id"), ("item", "parent_id"), ("attachment", "item_id")):
        db.table(table).create_index([column])
    db.table("attachment").create_index(["source"])
    _create_cache(db)
    _create_journal(db)


def meeting_details(db: Database) -> None:
    """State, time and place of meetings; texts and case of items; chosen pages; councils."""
    from sqlite_utils.db import ForeignKey  # noqa: PLC0415  as above

    _add_columns(db, "meeting", state="draft")
    db.conn.execute("UPDATE meeting SET state = 'issued' WHERE issued")
    db.table("meeting").transform(drop={"issued"})
    _add_columns(db, "meeting", time="", place="", archived=0)
    _add_columns(db, "item", case_number="", caseworker="", closed=0)
    _add_columns(db, "attachment", page_choice="", closed=0)
    text = {"id": str, "item_id": str, "kind": str, "html": str}
    _create(db, "item_text", text, [ForeignKey("item_text", "item_id", "item", "id", on_delete="CASCADE")])
    db.table("item_text").create_index(["item_id"])
    lists = {"template": str, "members": str, "sections": str, "case_types": str}
    logo = [ForeignKey("council", "logo", "content", "sha256")]
    _create(db, "council", {"id": str, "name": str, **lists, "logo": str}, logo, optional={"logo"})
    db.table("council").create_index(["name"], unique=True)


def backups_and_erasure(db: Database) -> None:
    """Backups that were made, and what is still to be done of deletions for good; neither is journaled."""
    _create(db, "backup_made", {"path": str, "at": str})
    _create(db, "erasure", {"what": str})


def search(db: Database) -> None:
    """The index that search asks; what is there already is noted, and indexed when the upgrade is done."""
    search_index.create(db.conn)


def word_templates(db: Database) -> None:
    """A council's own Word template."""
    db.conn.execute("ALTER TABLE council ADD COLUMN word_template TEXT REFERENCES content (sha256)")
    _add_columns(db, "council", word_template_name="")


def accessibility(db: Database) -> None:
    """What files bring for those who listen, and what the secretariat adds. None was looked at for that yet."""
    _add_columns(db, "rendition", accessibility="", inspection=1)
    _add_columns(db, "page", tags="blank", open_marks=0)
    _add_columns(db, "attachment", language="", alternate_texts="{}")


def treatments(db: Database) -> None:
    """How the files of attachments become PDFs: a rendition for each way, and what a file says of itself.

    A PDF that was made anew in another form leaves one behind that no row names any more; which file it was made of is
    kept, so that a deletion for good finds it.
    """
    _add_columns(db, "attachment", treatment="")
    _add_columns(db, "rendition", treatment="", particulars="{}")
    db.table("rendition").transform(pk=("source", "treatment"))
    both = {"pdf": str, "source": str}
    db.table("superseded").create(both, pk=tuple(both), not_null=list(both), strict=True)


def decisions_and_editions(db: Database) -> None:
    """What was decided and what was sent out; what is withdrawn or closed for a reason; a council's phrases."""
    for table in ("item", "attachment"):
        _add_columns(db, table, withdrawn=0, closed_reason="", closed_title=0)
    _add_columns(db, "council", phrases="")
    _create_minutes(db)
    _create_editions(db)


STEPS: tuple[Callable[[Database], None], ...] = (
    meetings_and_journal,
    meeting_details,
    backups_and_erasure,
    search,
    word_templates,
    accessibility,
    treatments,
    decisions_and_editions,
)
"""Every step in order; its name is recorded in the store and stands for ever."""

SCHEMA_VERSION = len(STEPS)
"""PRAGMA user_version of a store that has had all steps."""


def names() -> tuple[str, ...]:
    """Names of all steps that this version of the program knows."""
    return tuple(step.__name__ for step in STEPS)


def migrations() -> Migrations:
    """The steps as sqlite-utils applies them."""
    from sqlite_utils import Migrations  # noqa: PLC0415  as above

    known = Migrations(_SET)
    for step in STEPS:
        known()(step)
    return known


def applied(raw: sqlite3.Connection) -> list[str]:
    """Names of the steps that a store has had, in order; none for a new file."""
    if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return []
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    return [name for (name,) in raw.execute(sql, (_SET,))]


def upgrade(db: Database, file: Path, *, stop_before: str | None = None) -> None:
    """Bring a store's schema up to date; another process may be doing the same.

    Args:
        db: The store's connection.
        file: Its file, named when it is damaged.
        stop_before: Name of a step; it and all after it are left out. For tests of migrations with data.

    Raises:
        EnvironmentFault: ``store-corrupt``: rows point at rows that are not there; the store stays as it was.
    """
    with _foreign_keys_off(db), db.atomic():
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")  # a write: waits for other programs
        had = applied(db.conn)
        triggers.drop(db.conn)
        migrations().apply(db, stop_before=stop_before)
        now = applied(db.conn)
        triggers.create(db.conn)
        if had and had != now:
            triggers.bar_undo(db.conn, ", ".join(now[len(had) :]))
        db.conn.execute(f"PRAGMA user_version = {len(now)}")
        if db.conn.execute("PRAGMA foreign_key_check").fetchone():
            raise EnvironmentFault("store-corrupt", file=str(file), reason="foreign_key_check")


@contextmanager
def _foreign_keys_off(db: Database) -> Iterator[None]:
    """A table that others refer to cannot be remade while they are on; the pragma does nothing in a transaction."""
    db.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        db.conn.execute("PRAGMA foreign_keys = ON")


def _create(
    db: Database,
    name: str,
    columns: Mapping[str, type],
    foreign_keys: list[ForeignKey] | None = None,
    *,
    optional: set[str] | None = None,
) -> None:
    key = next(iter(columns))
    not_null = [column for column in columns if column not in (optional or set())]
    db.table(name).create(dict(columns), pk=key, foreign_keys=foreign_keys or [], not_null=not_null, strict=True)


def _add_columns(db: Database, table: str, **defaults: str | int) -> None:
    for name, default in defaults.items():
        db.table(table).add_column(name, type(default), not_null_default=default)


def _create_cache(db: Database) -> None:
    """What is derived from content, by its hash: it can be made again, so it is neither journaled nor referred to."""
    rendition = {"source": str, "status": str, "pdf": str, "page_count": int, "kind": str, "warnings": str}
    _create(db, "rendition", rendition, optional={"pdf"})
    page = {
        "pdf": str,
        "number": int,
        "width": float,
        "height": float,
        "rotation": int,
        "text": str,
        "ink_columns": int,
        "ink_top": bytes,
        "ink_bottom": bytes,
        "open_states": int,
        "digest": str,
        "annotations": str,
    }
    db.table("page").create(page, pk=("pdf", "number"), not_null=list(page), strict=True)


def _create_journal(db: Database) -> None:
    """One row an operation, one row for each row it changed: before and after as JSON."""
    operation = {
        "id": int,
        "at": str,
        "who": str,
        "label": str,
        "kind": str,
        "target": int,
        "coalesce_key": str,
        "undone_by": int,
        "dropped": int,
        "open": int,
    }
    db.table("operation").create(
        operation,
        pk="id",
        not_null=["at", "who", "label", "kind", "dropped", "open"],
        defaults={"dropped": 0, "open": 0},
        strict=True,
    )
    change = {"operation_id": int, "table_name": str, "row_id": str, "before": str, "after": str}
    keys = [("operation_id", "operation", "id")]
    db.table("change").create(change, pk=("operation_id", "table_name", "row_id"), foreign_keys=keys, strict=True)
    db.table("change").create_index(["table_name", "row_id"])
    db.conn.execute("CREATE INDEX operation_open ON operation (open) WHERE open = 1")
    db.conn.execute("CREATE INDEX operation_undone ON operation (undone_by) WHERE undone_by IS NOT NULL")


def _create_minutes(db: Database) -> None:
    """What a meeting came to. A decision's id is its item's; an item that goes takes nobody out of the attendance."""
    from sqlite_utils.db import ForeignKey  # noqa: PLC0415  as above

    decision = {"id": str, "item_id": str, "outcome": str, "reservations": str, "begun": str, "ended": str}
    _create(db, "decision", decision, [ForeignKey("decision", "item_id", "item", "id", on_delete="CASCADE")])
    who = {"name": str, "municipality": str, "party": str, "presence": str, "substitute_for": str}
    attendee = {"id": str, "meeting_id": str, "order_key": str, **who, "arrives_at": str, "leaves_at": str}
    keys = [
        ForeignKey("attendee", "meeting_id", "meeting", "id", on_delete="CASCADE"),
        ForeignKey("attendee", "arrives_at", "item", "id", on_delete="SET NULL"),
        ForeignKey("attendee", "leaves_at", "item", "id", on_delete="SET NULL"),
    ]
    _create(db, "attendee", attendee, keys, optional={"arrives_at", "leaves_at"})
    follow_up = {"id": str, "item_id": str, "what": str, "who": str, "due": str, "state": str, "done": str}
    keys = [ForeignKey("follow_up", "item_id", "item", "id", on_delete="CASCADE")]
    _create(db, "follow_up", follow_up, keys, optional={"due", "done"})
    for table, *columns in (
        ("decision", "item_id"),
        ("attendee", "meeting_id", "arrives_at", "leaves_at"),
        ("follow_up", "item_id"),
    ):
        for column in columns:
            db.table(table).create_index([column])


def _create_editions(db: Database) -> None:
    """What was sent out, with its table as JSON and its files' content, and what was accepted before."""
    from sqlite_utils.db import ForeignKey  # noqa: PLC0415  as above

    told = {"issued_at": str, "who": str, "withdrawn_at": str, "note": str, "sent": str}
    edition = {"id": str, "meeting_id": str, "number": int, "kind": str, **told}
    keys = [ForeignKey("edition", "meeting_id", "meeting", "id", on_delete="CASCADE")]
    _create(db, "edition", edition, keys, optional={"withdrawn_at"})
    which = {"document": str, "audience": str, "format": str, "name": str, "sha256": str, "pages": int, "size": int}
    keys = [
        ForeignKey("edition_file", "edition_id", "edition", "id", on_delete="CASCADE"),
        ForeignKey("edition_file", "sha256", "content", "sha256"),
    ]
    _create(db, "edition_file", {"id": str, "edition_id": str, **which}, keys)
    sign_off = {"id": str, "meeting_id": str, "who": str, "at": str, "findings": str}
    _create(db, "sign_off", sign_off, [ForeignKey("sign_off", "meeting_id", "meeting", "id", on_delete="CASCADE")])
    for table, column in (
        ("edition", "meeting_id"),
        ("edition_file", "edition_id"),
        ("edition_file", "sha256"),
        ("sign_off", "meeting_id"),
    ):
        db.table(table).create_index([column])
