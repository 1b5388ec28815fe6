"""Removing what nothing uses any more: files that were never attached, and PDFs that were made and then made anew.

Whatever a row names, or undo could bring back, stays; and so does what came lately, since a file is in the store before
its attachment is.
"""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kkr_desk.errors import UserError
from kkr_desk.model import Sha256
from kkr_desk.store.connection import FILE_NAME, Connection
from kkr_desk.store.content import Content, content_files, is_hash
from kkr_desk.store.erasure import finish, release
from kkr_desk.store.faults import blamed
from kkr_desk.store.references import used_content

AGE = timedelta(days=7)
"""How long a file must have been in the store: far longer than it takes from its coming to its row."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was removed.

    Attributes:
        files: How many files.
        size: Their bytes.
    """

    files: int
    size: int


def tidy(connection: Connection, content: Content, now: datetime) -> Tidied:
    """Remove content that neither a row nor the journal names, and renditions of treatments that neither does.

    Args:
        connection: The store's connection.
        content: Its content.
        now: The present, with its time zone.

    Raises:
        UserError: ``tidy-in-backup``: what lies beside a backup belongs to others, too.
    """
    if connection.file.name != FILE_NAME:
        raise UserError("tidy-in-backup", file=str(connection.file))
    before = now - AGE
    with connection.transaction():
        connection.write("DELETE FROM superseded WHERE pdf NOT IN (SELECT sha256 FROM content)")
        added: dict[str, str] = dict(connection.rows("SELECT sha256, added FROM content"))
        late = {Sha256(sha) for sha, when in added.items() if datetime.fromisoformat(when) >= before}
        _forget_treatments(connection, late)
        unused = {Sha256(sha) for sha in added} - used_content(connection, late)
        with blamed(content.folder):
            lost = (file for file in content_files(content.folder) if file.name not in added and _is_old(file, before))
            unused.update(Sha256(file.name) for file in lost if is_hash(file.name))
            sizes = [path.stat().st_size for path in map(content.path, unused) if path.is_file()]
        release(connection, unused)
    finish(connection, content)
    return Tidied(len(sizes), sum(sizes))


def _forget_treatments(connection: Connection, late: AbstractSet[Sha256]) -> None:
    """Forget renditions of treatments that no attachment has or can have again; each can be made again."""
    wanted = set(connection.rows("SELECT source, treatment FROM attachment"))
    for row in connection.rows("SELECT before, after FROM change WHERE table_name = 'attachment'"):
        sides = (json.loads(side) for side in row if side)
        wanted.update((side.get("source"), side.get("treatment", "")) for side in sides)
    for source, treatment, pdf in connection.rows("SELECT source, treatment, pdf FROM rendition WHERE treatment <> ''"):
        if (source, treatment) not in wanted and not late & {source, pdf}:
            connection.write("DELETE FROM rendition WHERE source = ? AND treatment = ?", (source, treatment))


def _is_old(file: Path, before: datetime) -> bool:
    return file.stat().st_mtime < before.timestamp()
