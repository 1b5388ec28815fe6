"""One inspector for the tests of intake that do not ask for limits of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kkr_desk.intake.inspector import Inspector
from tests.lasting_worker import lasting, use_lasting


@pytest.fixture(scope="session")
def worker_processes() -> Iterator[None]:
    """Ends what `workers` have left."""
    with lasting():
        yield


@pytest.fixture(autouse=True)
def workers(worker_processes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that tests make for themselves go on with the processes of those before them."""
    use_lasting(monkeypatch)


@pytest.fixture(scope="session")
def inspector() -> Iterator[Inspector]:
    """An inspector whose worker processes live on between the tests: to start them takes longer than most files do."""
    with Inspector() as lasting:
        yield lasting
