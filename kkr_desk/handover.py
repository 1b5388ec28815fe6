"""How a finished file takes the place of an old one: made in a work folder beside the target, then renamed.

Cancel, failure and a full disk leave the old file as it was and nothing beside it. A kill leaves the work folder; the
next work at the same place clears it up, unless its owner is still alive, which a lock on a file in it tells.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kkr_desk.errors import EnvironmentFault, UserError

PREFIX = ".kkr-desk-"
_LOCK = "in-use"


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
    clear_leftovers(folder)
    try:
        work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    except OSError as error:
        raise EnvironmentFault("folder-not-writable", folder=str(folder)) from error
    with (work / _LOCK).open("wb") as lock:
        _hold(lock)
        try:
            yield work
        finally:
            if sys.platform != "win32":
                shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(work, ignore_errors=True)


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
            shutil.rmtree(work, ignore_errors=True)
            cleared += 1
    return cleared


def _in_use(lock: Path) -> bool:
    try:
        with lock.open("rb+") as file:
            _hold(file)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _hold(file: IO[bytes]) -> None:
    """Lock a file until it is closed; raises OSError when another process holds it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  only there

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415  only there

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
