"""The bar comes late, is drawn seldom, names its step and goes away."""

from __future__ import annotations

import io
import sys

import pytest

from kkr_desk.cli.progress_bar import DELAY, INTERVAL, ProgressBar, bar, progress_shown
from kkr_desk.progress import NullProgress
from kkr_desk.sentences import Language


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "60")
    return Terminal()


def test_work_that_is_soon_done_draws_nothing(clock: Clock, terminal: Terminal) -> None:
    shown = ProgressBar(terminal, Language.DANISH, clock)
    clock.now += DELAY - 0.01
    shown.step(1, 2, "export-saving")
    shown.clear()
    assert terminal.getvalue() == ""


def test_long_work_draws_now_and_then_and_clears_up(clock: Clock, terminal: Terminal) -> None:
    shown = ProgressBar(terminal, Language.DANISH, clock)
    clock.now += DELAY
    for n in range(1000):
        shown.step(n, 1000, "backup-content")
        clock.now += INTERVAL / 100
    drawn = terminal.getvalue().split("\r\x1b[K")[1:]
    assert 8 <= len(drawn) <= 11
    assert drawn[0].endswith("Kopierer bilag")
    assert all(len(line) < 60 for line in drawn)
    shown.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_bar_says_how_far(clock: Clock) -> None:
    assert bar(1, 2, "Samler") == "████████████░░░░░░░░░░░░   50 %  Samler"
    assert bar(7, 5, "Samler").count("█") == 24
    assert "%" not in bar(0, 0, "Samler")


def test_a_title_cannot_move_the_cursor(clock: Clock, terminal: Terminal) -> None:
    shown = ProgressBar(terminal, Language.DANISH, clock)
    clock.now += DELAY
    shown.step(1, 2, "notat\x1b[2J\n.pdf" + "x" * 200)
    (drawn,) = terminal.getvalue().split("\r\x1b[K")[1:]
    assert "\x1b" not in drawn
    assert "\n" not in drawn
    assert len(drawn) == 59


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown(Language.DANISH) as progress:
        assert isinstance(progress, NullProgress)
    assert capsys.readouterr().err == ""


def test_on_a_terminal_there_is_one(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("kkr_desk.cli.progress_bar.DELAY", 0.0)
    with progress_shown(Language.ENGLISH) as progress:
        progress.step(1, 2, "backup-content")
        assert "Copying attachments" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
