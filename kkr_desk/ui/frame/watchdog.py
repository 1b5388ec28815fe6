"""The watchdog: asks the GUI thread whether it is awake, and logs what it was doing when it did not answer in time.

Rows drawn late and typing that lags have one cause, and it is seldom found by reading: this names its lines.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback

from PySide6.QtCore import QObject, Signal, Slot

INTERVAL = 0.25
"""Seconds between two questions."""
PATIENCE = 0.2
"""Seconds after which the stack is taken: what a person notices."""
ALARM = 1.0
"""Seconds from which on it is a warning, and so in the log of a user's machine."""

_log = logging.getLogger(__name__)


class Watchdog(QObject):
    """Watches the thread it is made on, which must run an event loop from `start` to `stop`.

    Args:
        parent: Its owner.
        patience: Seconds, see `PATIENCE`.
        alarm: Seconds, see `ALARM`.
    """

    _asked = Signal()

    def __init__(self, parent: QObject | None = None, *, patience: float = PATIENCE, alarm: float = ALARM) -> None:
        super().__init__(parent)
        self._patience = patience
        self._alarm = alarm
        self._watched = threading.get_ident()
        self._answered = threading.Event()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="kkr-watchdog", daemon=True)
        self._asked.connect(self._answer)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no more; waits for the thread, which ends at once."""
        self._end.set()
        self._answered.set()
        if self._thread.is_alive():
            self._thread.join()

    @Slot()
    def _answer(self) -> None:
        self._answered.set()

    def _watch(self) -> None:
        while not self._end.wait(INTERVAL):
            self._answered.clear()
            asked = time.monotonic()
            self._asked.emit()
            if self._answered.wait(self._patience) or self._end.is_set():
                continue
            stack = self._stack()
            self._answered.wait()
            if not self._end.is_set():
                self._tell(time.monotonic() - asked, stack)

    def _stack(self) -> str:
        """What the watched thread is doing now: files, lines and code, no values."""
        frame = sys._current_frames().get(self._watched)  # noqa: SLF001  documented, for this very purpose
        return "".join(traceback.format_stack(frame)) if frame else ""

    def _tell(self, seconds: float, stack: str) -> None:
        level = logging.WARNING if seconds >= self._alarm else logging.INFO
        _log.log(level, "the window did not answer for %.1f s:\n%s", seconds, stack)
