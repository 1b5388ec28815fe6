"""A request to end the process is heeded at once, but for the moments in which it would do harm."""

from __future__ import annotations

import signal
import sys

import pytest

from kkr_desk.cli.interrupts import PATIENCE, Interrupts


@pytest.fixture
def interrupts() -> Interrupts:
    return Interrupts()


def test_the_first_request_breaks_off_the_work(interrupts: Interrupts) -> None:
    with interrupts.heeded(), pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_so_does_a_system_that_shuts_down(interrupts: Interrupts) -> None:
    with interrupts.heeded(), pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)


def test_the_cleaning_up_is_disturbed_by_the_third_alone(interrupts: Interrupts) -> None:
    with interrupts.heeded():
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        for _ in range(PATIENCE - 2):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_a_request_while_a_library_is_loaded_waits_until_it_is(interrupts: Interrupts) -> None:
    loaded = []

    def load() -> None:
        with interrupts.held():
            signal.raise_signal(signal.SIGINT)
            loaded.append("whole")

    with interrupts.heeded(), pytest.raises(KeyboardInterrupt):
        load()
    assert loaded == ["whole"]


def test_without_a_request_the_work_goes_on(interrupts: Interrupts) -> None:
    with interrupts.heeded():
        with interrupts.held():
            loaded = True
        assert loaded


def test_an_error_while_loading_is_not_hidden(interrupts: Interrupts) -> None:
    with interrupts.heeded(), pytest.raises(ImportError), interrupts.held():
        raise ImportError


def test_what_answered_before_answers_again(interrupts: Interrupts) -> None:
    before = signal.getsignal(signal.SIGINT)
    with interrupts.heeded():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before
