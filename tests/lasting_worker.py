"""A worker whose process outlives it: the next one goes on with it, for tests that are not about processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

import pytest

from kkr_desk.worker import Worker
from kkr_desk.worker.family import Family

PLACES = (
    "kkr_desk.worker.Worker",
    "kkr_desk.worker.crew.Worker",
    "kkr_desk.cli.coming.Worker",
    "kkr_desk.export.archive.Worker",
    "kkr_desk.export.structure.claim.Worker",
    "kkr_desk.intake.folder_arrival.Worker",
)
"""Where the program takes its workers from."""

_idle: deque[tuple[SpawnProcess, Family | None, Connection[Any, Any]]] = deque()
"""Processes that wait for a job. To start one takes some 0.3 seconds of a processor, and every desk wants two."""


class LastingWorker(Worker):
    """As a `Worker`, but what is closed in good health is kept for the next."""

    def close(self) -> None:
        if self._process is not None and self._pipe is not None and not self.busy and self._process.is_alive():
            _idle.append((self._process, self._family, self._pipe))
            self._process = self._family = self._pipe = None
        super().close()

    def _live_pipe(self) -> Connection[Any, Any]:
        if self._process is None and _idle:
            self._process, self._family, self._pipe = _idle.pop()
        return super()._live_pipe()


def use_lasting(monkeypatch: pytest.MonkeyPatch, *more: str) -> None:
    """Have the program go on with the processes of those before it, here and in more places."""
    for place in (*PLACES, *more):
        monkeypatch.setattr(place, LastingWorker)


@contextmanager
def lasting() -> Iterator[None]:
    """End the processes that are left in the end."""
    yield
    while _idle:
        ended = Worker()
        ended._process, ended._family, ended._pipe = _idle.pop()
        ended.close()
