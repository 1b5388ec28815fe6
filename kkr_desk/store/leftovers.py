"""Files that are still being written: a name of their own, and what a killed program left of them.

A file is held by a lock for as long as its program lives, so that another program can tell what was left behind from
what is being written right now.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_PREFIX = "kkr-desk-"
_END = ".part"
_SIDES = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file while it writes it."""

_STALE_SECONDS = 60.0
"""Age at which Windows, where an open file cannot be deleted but one just closed can, counts a file as left behind."""


@contextmanager
def part_file(folder: Path) -> Iterator[BinaryIO]:
    """A new file in `folder`, held while the block lasts, gone after it unless it was handed over.

    Raises:
        OSError: It cannot be made or written.
    """
    file = _create(folder)
    path = Path(file.name)
    try:
        yield file
    finally:
        file.close()
        _remove(path)


def hand_over(file: BinaryIO, target: Path) -> None:
    """Make a written part file the file it was meant to be, whole and on the disk, or not at all.

    Raises:
        OSError: `target` stays as it was.
    """
    file.flush()
    os.fsync(file.fileno())
    if sys.platform == "win32":
        file.close()  # an open file cannot be renamed there
    Path(file.name).replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's new names on the disk; Windows does so by itself and cannot open a folder."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def left_behind(folder: Path) -> list[Path]:
    """Part files in `folder` whose program is gone."""
    return sorted(path for path in folder.glob(f"{_PREFIX}*{_END}") if _is_stale(path))


def clear(folder: Path) -> None:
    """Remove what killed programs left in `folder`, if it can be removed; `check` names what remains."""
    for path in left_behind(folder):
        _remove(path)


def _create(folder: Path) -> BinaryIO:
    while True:
        file = (folder / f"{_PREFIX}{os.urandom(8).hex()}{_END}").open("xb")
        if _hold(file) and os.fstat(file.fileno()).st_nlink:
            return file
        file.close()  # another program cleared it between its making and its lock


def _hold(file: BinaryIO) -> bool:
    """Lock a file; False when another program has the lock."""
    if sys.platform == "win32":
        return True  # its being open is the lock
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: nobody else can lock it either, so nobody clears it
    return True


def _is_stale(path: Path) -> bool:
    try:
        if sys.platform == "win32":
            return time.time() - path.stat().st_mtime > _STALE_SECONDS
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held, gone meanwhile, or not to be told: leave it alone
        return False
    return True


def _remove(path: Path) -> None:
    for name in (path, *(path.with_name(path.name + side) for side in _SIDES)):
        try:
            name.unlink(missing_ok=True)
        except PermissionError:  # Windows: a scanner or its program holds it; the next opening tries again
            continue
