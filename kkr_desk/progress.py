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


class Parts:
    """Progress of work whose parts go on side by side, told as progress of all of it.

    Args:
        whole: Progress of all.
        total: How long all is.
    """

    def __init__(self, whole: Progress, total: int) -> None:
        self._whole = whole
        self._total = total
        self._done = 0

    def part(self, length: int, what: str) -> Progress:
        """Progress of a part that is `length` of the total long; `what` is being worked on."""
        return _Part(self, length, what)

    def advance(self, by: int, what: str) -> None:
        """Count what has been done since the last time."""
        self._done += by
        self._whole.step(min(self._done, self._total), self._total, what)


class _Part:
    def __init__(self, parts: Parts, length: int, what: str) -> None:
        self._parts = parts
        self._length = length
        self._what = what
        self._done = 0

    def step(self, done: int, total: int, what: str = "") -> None:  # noqa: ARG002  the file's name says more
        """Report one step; work that begins anew (another job on the same file) does not take anything back."""
        now = self._length * min(done, total) // total if total else 0
        forward = max(now - self._done, 0)
        self._done += forward
        self._parts.advance(forward, self._what)
