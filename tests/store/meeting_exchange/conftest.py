"""Two stores that have the same meeting."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desk.store import Store
from tests.store.meeting_exchange.exchanges import Pair
from tests.store.rows import copied


@pytest.fixture
def other(tmp_path: Path, empty_store: Path) -> Iterator[Store]:
    """A colleague's store, empty."""
    with Store.open(copied(empty_store, tmp_path / "kollega"), who="mette") as opened:
        yield opened


@pytest.fixture(scope="session")
def made_pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of two such stores, "her" and "der", closed, to be copied."""
    folder = tmp_path_factory.mktemp("par")
    with Store.open(folder / "her", who="abk") as here, Store.open(folder / "der", who="mette") as there:
        Pair(here, there, folder)
    return folder


@pytest.fixture
def pair(made_pair: Path, tmp_path: Path) -> Iterator[Pair]:
    folder = Path(shutil.copytree(made_pair, tmp_path / "par"))
    with Store.open(folder / "her", who="abk") as here, Store.open(folder / "der", who="mette") as there:
        yield Pair(here, there, folder)
