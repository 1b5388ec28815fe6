"""One inspector for the tests of intake that do not ask for limits of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kkr_desk.intake.inspector import Inspector


@pytest.fixture(scope="session")
def inspector() -> Iterator[Inspector]:
    """An inspector whose worker processes live on between the tests: to start them takes longer than most files do."""
    with Inspector() as lasting:
        yield lasting
