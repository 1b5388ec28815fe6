"""Whose fault a failing store is: the machine's, said in a calm sentence, or ours, which ends in a crash report."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kkr_desk.errors import Defect, EnvironmentFault, KkrDeskError

MACHINE: Mapping[str, str] = {
    "SQLITE_BUSY": "store-locked",
    "SQLITE_LOCKED": "store-locked",
    "SQLITE_PROTOCOL": "store-locked",
    "SQLITE_FULL": "store-full",
    "SQLITE_READONLY": "store-read-only",
    "SQLITE_PERM": "store-read-only",
    "SQLITE_CORRUPT": "store-corrupt",
    "SQLITE_NOTADB": "store-corrupt",
    "SQLITE_CANTOPEN": "store-unreachable",
    "SQLITE_IOERR": "store-unreachable",
    "SQLITE_NOMEM": "store-no-memory",
}
"""Our code by SQLite's primary error name (https://sqlite.org/rescode.html). What is not here is our own mistake."""

_SYSTEM: Mapping[int, str] = {
    errno.ENOSPC: "store-full",
    errno.EDQUOT: "store-full",
    errno.EFBIG: "store-full",
    errno.EROFS: "store-read-only",
    errno.EACCES: "store-read-only",
    errno.EPERM: "store-read-only",
    errno.ENOMEM: "store-no-memory",
}


def sqlite_fault(error: sqlite3.Error, file: Path) -> KkrDeskError:
    """The error to raise instead of SQLite's.

    Args:
        error: What SQLite said; its extended name ("SQLITE_IOERR_WRITE") counts as its primary one.
        file: The store's file, named to the user.
    """
    name = getattr(error, "sqlite_errorname", "") or type(error).__name__
    primary = "_".join(name.split("_")[:2])
    if primary in MACHINE:
        return EnvironmentFault(MACHINE[primary], file=str(file), reason=name)
    return Defect("store-defect", file=str(file), reason=name, message=str(error))


def system_fault(error: OSError, file: Path) -> EnvironmentFault:
    """The error to raise instead of the operating system's, for a file or folder of the store."""
    code = _SYSTEM.get(error.errno or 0, "store-unreachable")
    return EnvironmentFault(code, file=str(file), reason=error.strerror or type(error).__name__)


@contextmanager
def blamed(file: Path) -> Iterator[None]:
    """Raise what SQLite and the operating system report within the block as errors of ours.

    Args:
        file: What is read or written in the block, named to the user.

    Raises:
        EnvironmentFault: The machine is at fault.
        Defect: We are.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise sqlite_fault(error, file) from error
    except OSError as error:
        raise system_fault(error, file) from error
