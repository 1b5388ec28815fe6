"""How long work reports its steps and learns that it was cancelled."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """What work calls as it goes on."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report one step.

        Args:
            done: Steps done so far.
            total: Steps in all; 0 while it is not known.
            what: Code of what is being done now, a key of `kkr_desk.sentences.PROGRESS`, or the user's own words
                (a title). Shown as it is when there is no such key.

        Raises:
            Cancelled: The user has asked to stop.
        """


class NullProgress:
    """Progress that nobody watches; for tests, scripts and nested work."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Do nothing."""
