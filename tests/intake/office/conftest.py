"""One LibreOffice for the tests of a process, and files made for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kkr_desk.intake.conversion import Made, Request
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.office.conversion import convert
from kkr_desk.intake.office.engine import end_office
from kkr_desk.intake.office.finding import VARIABLE
from kkr_desk.model import Treatment
from kkr_desk.progress import NullProgress

Convert = Callable[..., Made]


@pytest.fixture(scope="session")
def soffice(tool: Callable[[str], Path]) -> Iterator[Path]:
    """LibreOffice; skips where there is none. What it keeps running ends with the tests."""
    yield tool("soffice")
    end_office()


@pytest.fixture
def converted(soffice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Convert:
    """Makes a PDF of a file as a worker does."""
    monkeypatch.setenv(VARIABLE, str(soffice))
    made = iter(range(1000))

    def convert_one(path: Path, treatment: Treatment | None = None) -> Made:
        folder = tmp_path / f"job-{next(made)}"
        folder.mkdir()
        request = Request(path, path.name, kind_of(path, path.name), folder, treatment or Treatment())
        return convert(request, NullProgress())

    return convert_one
