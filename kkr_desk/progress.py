"""How long work reports its steps and learns that it was cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Step:
    """The last step that work under way reported; total 0 while it is not known."""

    done: int = 0
    total: int = 0
    what: str = ""


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


class Share:
    """Progress of a part of the work, told as progress of all of it.

    Args:
        whole: Progress of all.
        start: Where the part begins, of `total`.
        length: How long it is.
        total: How long all is.
        what: What is being worked on: a file's name.
    """

    def __init__(self, whole: Progress, start: int, length: int, total: int, what: str) -> None:
        self._whole = whole
        self._start = start
        self._length = length
        self._total = total
        self._what = what

    def step(self, done: int, total: int, what: str = "") -> None:  # noqa: ARG002  the file's name says more
        """Report one step of the part."""
        part = self._length * min(done, total) // total if total else 0
        self._whole.step(self._start + part, self._total, self._what)
