"""One inspector for the tests of intake that do not ask for limits of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desk.intake.inspector import Inspector
from kkr_desk.store import Store
from tests.lasting_worker import lasting, use_lasting
from tests.store.rows import copied


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


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store's folder, closed; for `tests.store.rows.copied`."""
    folder = tmp_path_factory.mktemp("empty") / "store"
    Store.open(folder, who="abk").close()
    return folder


@pytest.fixture
def store(empty_store: Path, tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with Store.open(copied(empty_store, tmp_path / "Møder"), who="abk") as opened:
        yield opened
