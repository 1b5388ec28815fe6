"""Whatever goes wrong ends in one sentence and the documented exit code, never in a traceback."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click
import pytest

from kkr_desk import log_file
from kkr_desk.cli.failure import outcome
from kkr_desk.cli.run import run
from kkr_desk.errors import Cancelled, Defect, EnvironmentFault, UserError, fault_of
from kkr_desk.log_file import trace
from kkr_desk.sentences import Language
from kkr_desk.store import Store

SECRET = "010203-1234"


@pytest.fixture
def log() -> Iterator[Path]:
    """The log as `__main__` starts it, ended with the test."""
    root, raises = logging.getLogger(), logging.raiseExceptions
    before = list(root.handlers)
    yield log_file.start_log()
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    logging.raiseExceptions = raises


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (UserError("file-missing", file="a.pdf"), 1, "a.pdf findes ikke."),
        (EnvironmentFault("disk-full"), 3, "Der er ikke mere plads på disken."),
        (OSError(errno.ENOSPC, "no room", "c.pdf"), 3, "Der er ikke mere plads på disken."),
        (PermissionError(errno.EACCES, "denied", "c.pdf"), 3, "Der er ikke adgang til c.pdf."),
        (OSError(errno.EROFS, "read only", "c.pdf"), 3, "Der er ikke adgang til c.pdf."),
        (OSError(errno.EIO, "I/O error", "c.pdf"), 3, "Computeren afviste at læse eller skrive c.pdf (I/O error)."),
        (OSError("nothing known"), 3, "Computeren afviste at læse eller skrive – (OSError)."),
        (MemoryError(), 3, "Computeren har ikke hukommelse nok"),
        (Cancelled(), 130, "Afbrudt. Intet er ændret."),
        (KeyboardInterrupt(), 130, "Afbrudt. Intet er ændret."),
        (click.Abort(), 130, "Afbrudt. Intet er ændret."),
    ],
)
def test_every_failure_has_its_code_and_its_sentence(error: BaseException, code: int, says: str) -> None:
    sentence, found = outcome(error, Language.DANISH, None)
    assert (found, sentence[: len(says)]) == (code, says)


def test_a_file_open_in_another_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class SharingError(PermissionError):
        """As Windows raises it."""

        winerror = 32

    error = SharingError(errno.EACCES, "sharing violation", "c.pdf")
    monkeypatch.setattr(sys, "platform", "win32")
    assert fault_of(error).code == "file-in-use"


@pytest.mark.expects_log("Traceback")
def test_a_defect_goes_into_the_log_and_the_sentence_says_where(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(folder: Path, *, read_only: bool) -> NoReturn:
        raise ZeroDivisionError(f"content: {SECRET}")

    (tmp_path / "store").mkdir()
    monkeypatch.setattr(Store, "open", fail)
    assert run(["--store", str(tmp_path / "store"), "undo"], log) == 70
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert str(log) in printed.err
    assert "Traceback" not in printed.err
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert "undoing.py" in written
    assert "KKR Desk 0." in written
    assert SECRET not in written


@pytest.mark.expects_log("Traceback")
def test_a_defect_with_a_sentence_of_its_own_says_it_and_where_the_log_is(log: Path) -> None:
    sentence, code = outcome(Defect("store-defect", file="x", reason="y"), Language.ENGLISH, log)
    assert code == 70
    assert "y" in sentence
    assert str(log) in sentence


@pytest.mark.expects_log("Traceback")
def test_a_log_that_cannot_be_written_is_not_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = home / "log"
    blocked.write_bytes(b"")
    handler = log_file.LogFile(blocked / "kkr-desk.log")
    logging.getLogger().addHandler(handler)
    raises, logging.raiseExceptions = logging.raiseExceptions, False
    try:
        sentence, code = outcome(ValueError("x"), Language.DANISH, blocked / "kkr-desk.log")
    finally:
        logging.raiseExceptions = raises
        logging.getLogger().removeHandler(handler)
    assert code == 70
    assert "kunne ikke skrives ned" in sentence
    assert capsys.readouterr().err == ""


def test_a_trace_follows_the_causes_and_quotes_no_document() -> None:
    def deep() -> None:
        try:
            int(SECRET)
        except ValueError as error:
            raise Defect("store-defect", reason="number") from error

    with pytest.raises(Defect) as caught:
        deep()
    text = trace(caught.value)
    assert "kkr_desk.errors.Defect: store-defect {'reason': 'number'}" in text
    assert "builtins.ValueError" in text
    assert SECRET not in text


@pytest.mark.expects_log("line")
def test_a_long_log_is_put_aside(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "MAX_BYTES", 2000)
    for n in range(200):
        logging.getLogger("kkr_desk.test").warning("line %d", n)
    assert len(list(log.parent.iterdir())) == 1 + log_file.KEPT
    assert all(file.stat().st_size <= 2000 for file in log.parent.iterdir())


def test_nothing_is_written_while_nothing_is_logged(log: Path) -> None:
    logging.getLogger("kkr_desk.test").info("all is well")
    assert not log.parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_folder_that_may_not_be_written_is_the_machines_fault(
    meeting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    assert run(["import", str(meeting), "--store", str(file / "store")]) == 3
    assert capsys.readouterr().err.count("\n") == 1
