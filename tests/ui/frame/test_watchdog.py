"""The watchdog: names the lines that hold up the window, as a warning only when it was long."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kkr_desk.ui.frame.watchdog import Watchdog

NAME = "kkr_desk.ui.frame.watchdog"


@pytest.fixture
def watchdog(qtbot: QtBot) -> Iterator[Watchdog]:
    made = Watchdog(patience=0.05, alarm=0.3)
    made.start()
    yield made
    made.stop()


def hold_up(seconds: float) -> None:
    """What a slow pane would do on the GUI thread."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sum(range(1000))


def told(caplog: pytest.LogCaptureFixture, level: int) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == NAME and record.levelno == level]


@pytest.mark.expects_log("did not answer")
def test_a_long_hold_up_is_a_warning_with_its_lines(
    qtbot: QtBot, watchdog: Watchdog, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, NAME)
    qtbot.wait(20)
    hold_up(1.0)
    qtbot.waitUntil(lambda: bool(told(caplog, logging.WARNING)))
    assert "in hold_up" in told(caplog, logging.WARNING)[0]


def test_a_short_hold_up_is_only_noted(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, NAME)
    watchdog = Watchdog(patience=0.05, alarm=30.0)
    watchdog.start()
    hold_up(0.6)
    qtbot.waitUntil(lambda: bool(told(caplog, logging.INFO)))
    watchdog.stop()
    assert "in hold_up" in told(caplog, logging.INFO)[0]
    assert told(caplog, logging.WARNING) == []


@pytest.mark.expects_log("did not answer")
def test_a_window_that_answers_is_left_alone(
    qtbot: QtBot, watchdog: Watchdog, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, NAME)
    turns = [time.monotonic()]
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: turns.append(time.monotonic()))
    timer.start()
    qtbot.wait(700)
    longest = max(later - earlier for earlier, later in itertools.pairwise(turns))
    assert told(caplog, logging.WARNING) == [] or longest > 0.2, "a busy machine may hold the window up itself"


def test_it_ends_at_once_also_while_the_window_is_held_up(qtbot: QtBot) -> None:
    watchdog = Watchdog(patience=0.01, alarm=0.01)
    watchdog.start()
    time.sleep(0.4)  # it has asked, and nobody has answered
    began = time.monotonic()
    watchdog.stop()
    assert time.monotonic() - began < 1
    assert "kkr-watchdog" not in {thread.name for thread in threading.enumerate()}
