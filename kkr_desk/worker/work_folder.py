"""Folders for what is only there while a job goes on: private to the user, and gone with the job, also after a kill."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kkr_desk.errors import EnvironmentFault
from kkr_desk.handover import clear_leftovers, hold, own_folder
from kkr_desk.paths import work_place

_DOOR = "door"
"""A file that is locked while a folder is made or leftovers are cleared up: a folder that is not yet locked is new."""
_PATIENCE = 30.0
"""Seconds to wait while another process clears up."""


@contextmanager
def job_folder() -> Iterator[Path]:
    """An empty folder for one job, for whatever process does it; gone when the block ends however it ends.

    It is among the user's own files and nobody else may look into it. A process that is killed leaves it behind: the
    next `job_folder` or `clear_work_folders` of any process removes it, since the lock on it is gone.

    Raises:
        EnvironmentFault: ``folder-not-writable``.
    """
    place = _place()
    with ExitStack() as stack:
        with _alone(place):
            own = stack.enter_context(own_folder(place))
        files = own / "files"
        files.mkdir(mode=0o700)
        yield files


def clear_work_folders() -> int:
    """Remove what killed processes have left; for the program's start.

    Returns:
        How many folders that were.

    Raises:
        EnvironmentFault: ``folder-not-writable``.
    """
    if not work_place().is_dir():
        return 0
    place = _place()
    with _alone(place):
        return clear_leftovers(place)


def _place() -> Path:
    """The folder of all such folders, made where it is not there."""
    place = work_place()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            place.chmod(0o700)
    except OSError as error:
        raise EnvironmentFault("folder-not-writable", folder=str(place)) from error
    return place


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Keep other processes and threads from making and clearing up folders meanwhile."""
    end = time.monotonic() + _PATIENCE
    with (place / _DOOR).open("ab") as door:
        while True:
            try:
                hold(door)
                break
            except OSError as error:
                if time.monotonic() >= end:
                    raise EnvironmentFault("folder-not-writable", folder=str(place)) from error
                time.sleep(0.01)
        yield
