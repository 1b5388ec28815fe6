"""Two stores that have the same meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desk.store import Store
from tests.store.meeting_exchange.exchanges import Pair


@pytest.fixture
def pair(store: Store, tmp_path: Path) -> Iterator[Pair]:
    with Store.open(tmp_path / "kollega", who="mette") as there:
        yield Pair(store, there, tmp_path)
