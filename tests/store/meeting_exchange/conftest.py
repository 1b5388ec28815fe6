"""Two stores that have the same meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desk.store import Store
from tests.store.meeting_exchange.exchanges import Pair
from tests.store.rows import copied


@pytest.fixture
def pair(store: Store, empty_store: Path, tmp_path: Path) -> Iterator[Pair]:
    with Store.open(copied(empty_store, tmp_path / "kollega"), who="mette") as there:
        yield Pair(store, there, tmp_path)
