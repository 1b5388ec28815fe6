"""How a finished file takes the place of an old one: made in a work folder beside the target, then renamed.

Cancel, failure and a full disk leave the old file as it was and nothing beside it. A kill leaves the work folder; the
next work at the same place clears it up, unless its owner is still alive, which a lock on a file in it tells.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kkr_desk.errors import EnvironmentFault, UserError

PREFIX = ".kkr-desk-"
_LOCK = "in-use"
_PAUSES = (0.0, 0.1, 0.3)
"""Seconds to wait after each try at removing a folder."""


@contextmanager
def work_folder(target: Path) -> Iterator[Path]:
    """A folder of our own beside `target`, on the same disk, gone when the block ends however it ends.

    Args:
        target: The file that is to be made. It is not touched.

    Raises:
        UserError: ``target-folder-missing``, ``target-is-folder``.
        EnvironmentFault: ``folder-not-writable``.
    """
    folder = target.parent
    if not folder.is_dir():
        raise UserError("target-folder-missing", folder=str(folder))
    if target.is_dir():
        raise UserError("target-is-folder", file=str(target))
    with own_folder(folder) as work:
        yield work


@contextmanager
def own_folder(parent: Path) -> Iterator[Path]:
    """A new folder that only this user may look into, gone when the block ends however it ends.

    Args:
        parent: Where it is made, after what others have left there is cleared up.

    Raises:
        EnvironmentFault: ``folder-not-writable``.
    """
    clear_leftovers(parent)
    try:
        work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    except OSError as error:
        raise EnvironmentFault("folder-not-writable", folder=str(parent)) from error
    try:
        with (work / _LOCK).open("wb") as lock:
            hold(lock)
            try:
                yield work
            finally:
                if sys.platform != "win32":
                    _remove(work)
    finally:
        _remove(work)  # Windows removes no file that is open


def hand_over(made: Path, target: Path) -> None:
    """Put a finished file in the target's place: on the disk first, then renamed in one step.

    Args:
        made: The finished file, on the same disk as the target.
        target: Where it belongs; an existing file is replaced.

    Raises:
        EnvironmentFault: ``target-in-use`` when another program holds the target open (Windows), or it may not be
            replaced. The old file is untouched.
    """
    sync(made)
    try:
        made.replace(target)
    except OSError as error:
        raise EnvironmentFault("target-in-use", file=str(target)) from error
    if sys.platform != "win32":
        handle = os.open(target.parent, os.O_RDONLY)
        with suppress(OSError):  # some network disks cannot sync a folder; the file itself is safe
            os.fsync(handle)
        os.close(handle)


def sync(file: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def clear_leftovers(folder: Path) -> int:
    """Remove work folders whose owner was killed.

    Returns:
        How many were removed.
    """
    cleared = 0
    for work in folder.glob(PREFIX + "*"):
        if work.is_dir() and not _in_use(work / _LOCK):
            _remove(work)
            cleared += 1
    return cleared


def _remove(folder: Path) -> None:
    """Remove a folder of ours with all that is in it, as far as the system lets us; the next work tries again.

    What was unpacked into it may be read-only or bear a name that Windows takes in full length only, and a program that
    was just killed may for a moment hold it open there.
    """
    whole = Path(f"\\\\?\\{folder.absolute()}") if sys.platform == "win32" else folder
    for pause in _PAUSES:
        shutil.rmtree(whole, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(pause)
        _let_us_write(whole)


def _let_us_write(folder: Path) -> None:
    """Let us remove what is in a folder; what a link leads to is not touched."""
    with suppress(OSError):  # gone, or not ours to change: what cannot be removed stays
        folder.chmod(0o700)
        for inside in folder.iterdir():
            if inside.is_dir() and not inside.is_symlink():
                _let_us_write(inside)
            elif sys.platform == "win32":
                inside.chmod(0o600)


def _in_use(lock: Path) -> bool:
    try:
        with lock.open("rb+") as file:
            hold(file)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def hold(file: IO[bytes]) -> None:
    """Lock a file until it is closed; raises OSError when another process holds it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  only there

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415  only there

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
