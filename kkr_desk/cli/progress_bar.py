"""A progress bar on a terminal: shown late, drawn seldom, gone when the work is done."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from kkr_desk.progress import NullProgress, Progress
from kkr_desk.sentences import PROGRESS, Language, printable, say

DELAY = 0.6
"""Seconds of work before anything is drawn: what is done at once needs no bar."""
INTERVAL = 0.1
"""Seconds between two drawings."""
BAR_WIDTH = 24


class ProgressBar:
    """Progress drawn on one line of a terminal.

    Args:
        stream: The terminal.
        language: Language of the steps' names.
        clock: Seconds that only ever grow.
    """

    def __init__(self, stream: TextIO, language: Language, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._language = language
        self._clock = clock
        self._next = clock() + DELAY
        self._drawn = False

    def step(self, done: int, total: int, what: str = "") -> None:
        """Draw the step if it is time to."""
        if self._clock() < self._next:
            return
        self._next = self._clock() + INTERVAL
        self._drawn = True
        room = shutil.get_terminal_size().columns - 1
        self._stream.write("\r\x1b[K" + bar(done, total, printable(say(PROGRESS, what, self._language)))[:room])
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = False


def bar(done: int, total: int, what: str) -> str:
    """One drawing: "████████░░░░░░░░  50 %  Samler siderne", without a share while the total is not known."""
    if total <= 0:
        return f"{'░' * BAR_WIDTH}        {what}"
    share = min(max(done / total, 0.0), 1.0)
    full = int(share * BAR_WIDTH)
    return f"{'█' * full}{'░' * (BAR_WIDTH - full)}  {share:4.0%}  {what}".replace("%", " %", 1)


@contextmanager
def progress_shown(language: Language) -> Iterator[Progress]:
    """Progress for the length of the block: a bar if the error stream is a terminal, none otherwise."""
    if not sys.stderr.isatty():
        yield NullProgress()
        return
    shown = ProgressBar(sys.stderr, language)
    try:
        yield shown
    finally:
        shown.clear()
