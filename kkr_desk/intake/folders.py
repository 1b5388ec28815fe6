"""Which files are meant when files and folders are dropped on an item, and in which order they are attached."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from kkr_desk.alphabet import alphabetic
from kkr_desk.errors import UserError

MOST_FILES = 200
"""Files taken in at a time: more is a folder dropped by mistake."""

_LEFT_BEHIND = {"desktop.ini", "ehthumbs.db", "thumbs.db", "__macosx"}
_DIGITS = re.compile(r"(\d+)")


def files_among(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that paths name, those in folders and their subfolders among them.

    Args:
        paths: Files and folders, in the order in which a file manager happens to give them.

    Returns:
        The files as a person would sort them, see `natural_order`; a folder's together, without what the system and
        Office leave behind (Thumbs.db, "~$notat.docx", names that begin with a dot).

    Raises:
        UserError: ``too-many-files``: more than `MOST_FILES`. ``folder-empty``: folders without a file.
            ``file-unreadable``: a folder that cannot be looked into.
    """
    given = sorted(paths, key=lambda path: natural_order(path.name))
    found: list[Path] = []
    for path in given:
        for file in _within(path):
            found.append(file)
            if len(found) > MOST_FILES:
                raise UserError("too-many-files", limit=MOST_FILES)
    if not found and given:
        raise UserError("folder-empty", folder=given[0].name)
    return tuple(found)


def natural_order(name: str) -> tuple[tuple[int, int, tuple[tuple[int, ...], str]], ...]:
    """What to sort names by: the Danish alphabet, and numbers by their value, so that Bilag 2 is before Bilag 10."""
    parts = filter(None, _DIGITS.split(unicodedata.normalize("NFC", name).casefold()))
    return tuple((0, int(part), ((), "")) if part.isdecimal() else (1, 0, alphabetic(part)) for part in parts)


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of this name is nobody's paper but what systems and Office leave behind."""
    return name.casefold() in _LEFT_BEHIND or name.startswith((".", "~$"))


def _within(path: Path) -> Iterator[Path]:
    """The files at or below a path; one that is not there counts as a file, so that whoever reads it tells."""
    if not path.is_dir():
        yield path
        return
    try:
        entries = sorted(path.iterdir(), key=lambda entry: natural_order(entry.name))
    except OSError as error:
        raise UserError("file-unreadable", file=path.name, reason=error.strerror or type(error).__name__) from error
    for entry in entries:
        if is_left_behind(entry.name):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _within(entry)
        elif entry.is_file():
            yield entry
