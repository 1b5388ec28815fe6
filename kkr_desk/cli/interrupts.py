"""Requests to end the process: Ctrl-C, and what a system sends when it shuts down."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 3
"""Which request breaks off even the cleaning up."""


class Interrupts:
    """Breaks off the work at the first request, so that it cleans up; further ones do not disturb the cleaning up."""

    def __init__(self) -> None:
        self._count = 0
        self._is_held = False

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Answer requests with KeyboardInterrupt for as long as the block lasts."""
        numbers = [signal.SIGINT, signal.SIGTERM]
        if sys.platform == "win32":
            numbers.append(signal.SIGBREAK)
        before = [signal.signal(number, self._answer) for number in numbers]
        try:
            yield
        finally:
            for number, handler in zip(numbers, before, strict=True):
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Answer requests only at the end of the block.

        A compiled library that is broken off while it is being loaded takes the whole process down (pikepdf does).

        Raises:
            KeyboardInterrupt: There was a request in the block.
        """
        before = self._count
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._count > before:
            raise KeyboardInterrupt

    def _answer(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  signal's signature
        self._count += 1
        if not self._is_held and (self._count == 1 or self._count >= PATIENCE):
            raise KeyboardInterrupt
