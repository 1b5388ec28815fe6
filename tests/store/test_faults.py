"""Which of SQLite's and the system's errors are the machine's fault, in one table."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from kkr_desk.errors import Defect, EnvironmentFault
from kkr_desk.sentences import ERRORS
from kkr_desk.store.faults import MACHINE, blamed, sqlite_fault, system_fault

FILE = Path("kkr-desk.sqlite3")


def sqlite_error(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_BUSY", "store-locked"),
        ("SQLITE_BUSY_SNAPSHOT", "store-locked"),
        ("SQLITE_LOCKED", "store-locked"),
        ("SQLITE_PROTOCOL", "store-locked"),
        ("SQLITE_FULL", "store-full"),
        ("SQLITE_READONLY", "store-read-only"),
        ("SQLITE_READONLY_DIRECTORY", "store-read-only"),
        ("SQLITE_PERM", "store-read-only"),
        ("SQLITE_CORRUPT", "store-corrupt"),
        ("SQLITE_CORRUPT_INDEX", "store-corrupt"),
        ("SQLITE_NOTADB", "store-corrupt"),
        ("SQLITE_CANTOPEN", "store-unreachable"),
        ("SQLITE_IOERR_WRITE", "store-unreachable"),
        ("SQLITE_IOERR_FSYNC", "store-unreachable"),
        ("SQLITE_NOMEM", "store-no-memory"),
    ],
)
def test_the_machine_is_at_fault(name: str, code: str) -> None:
    fault = sqlite_fault(sqlite_error(name), FILE)
    assert isinstance(fault, EnvironmentFault)
    assert (fault.code, fault.facts["file"], fault.facts["reason"]) == (code, str(FILE), name)


@pytest.mark.parametrize(
    "name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_MISUSE", "SQLITE_RANGE", "SQLITE_TOOBIG", "X"]
)
def test_we_are_at_fault(name: str) -> None:
    assert isinstance(sqlite_fault(sqlite_error(name), FILE), Defect)


def test_an_error_of_python_s_own_is_ours() -> None:
    raw = sqlite3.connect(":memory:")
    raw.close()
    with pytest.raises(Defect, match="ProgrammingError"), blamed(FILE):
        raw.execute("SELECT 1")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store-full"),
        (errno.EDQUOT, "store-full"),
        (errno.EFBIG, "store-full"),
        (errno.EROFS, "store-read-only"),
        (errno.EACCES, "store-read-only"),
        (errno.EPERM, "store-read-only"),
        (errno.ENOMEM, "store-no-memory"),
        (errno.EIO, "store-unreachable"),
        (errno.ENOENT, "store-unreachable"),
    ],
)
def test_the_system_is_at_fault(number: int, code: str) -> None:
    fault = system_fault(OSError(number, "as the system says it"), FILE)
    assert (fault.code, fault.facts["reason"]) == (code, "as the system says it")
    assert system_fault(OSError(), FILE).code == "store-unreachable"


def test_every_fault_has_its_sentence() -> None:
    assert {*MACHINE.values(), "store-defect"} <= set(ERRORS)
