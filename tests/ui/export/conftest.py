"""The export dialog before the user, on a meeting in order, on one that is stopped, on a long one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desk.ui.desk import Desk
from kkr_desk.worker import Worker
from tests.ui.export.exports import Exporting, lengthen, opened, remove_damaged


@pytest.fixture
def exporting(desk: Desk, tmp_path: Path) -> Iterator[Exporting]:
    """The dialog on a meeting without anything that stops it."""
    remove_damaged(desk)
    yield from opened(desk, tmp_path / "Ud & ind")


@pytest.fixture
def stopped(desk: Desk, tmp_path: Path) -> Iterator[Exporting]:
    """The dialog on a meeting with an attachment that cannot be included."""
    yield from opened(desk, tmp_path / "ud")


@pytest.fixture
def long(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Exporting]:
    """The dialog on a meeting that takes a while, most of it to start a process of its own."""
    monkeypatch.setattr("kkr_desk.worker.Worker", Worker)
    lengthen(store_folder, tmp_path)
    desk: Desk = request.getfixturevalue("desk")
    remove_damaged(desk)
    yield from opened(desk, tmp_path / "ud")
