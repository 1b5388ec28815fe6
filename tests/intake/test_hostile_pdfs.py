"""A PDF that asks for more than there is comes to a status, in its time and memory, and the next file is read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desk.intake.course import Incoming, Limits
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import Rendition
from tests.intake.hostile_pdfs import HOSTILE
from tests.intake.papers import SOURCE, simple

EXPECTED = {
    "content_bomb": {"too-large"},
    "deep_brackets": {"damaged", "empty"},
    "deep_page_tree": {"damaged"},
    "endless_function": {"ok"},
    "font_bomb": {"too-large"},
    "font_ring": {"ok"},
    "layered_bomb": {"too-large"},
    "many_annotations": {"too-large"},
    "many_fonts": {"ok"},
    "object_stream_bomb": {"damaged"},
    "object_streams_in_a_ring": {"damaged"},
    "packed_table_bomb": {"too-large"},
    "page_tree_laughs": {"damaged"},
    "page_tree_ring": {"damaged"},
    "patterns": {"ok"},
    "picture_bomb": {"ok"},
    "table_bomb": {"ok"},
    "table_ring": {"ok"},
    "unicode_bomb": {"too-large"},
}
"""Statuses of those that come to one by reading; of the others the worker comes to its limits, whichever is first."""

QUICK = ("layered_bomb", "object_streams_in_a_ring", "page_tree_laughs", "page_tree_ring", "table_bomb", "table_ring")
SLACK = 20.0
"""Seconds beyond a file's own for two new processes on a machine that is busy otherwise."""


@pytest.fixture(scope="module")
def inspector() -> Iterator[Inspector]:
    with Inspector() as inspector:
        yield inspector


def inspected(inspector: Inspector, path: Path) -> Rendition:
    return inspector.inspect(Incoming(path, SOURCE, path.name))


def test_small_files_that_unpack_to_gigabytes_and_lists_without_end(inspector: Inspector, tmp_path: Path) -> None:
    for name in QUICK:
        rendition = inspected(inspector, HOSTILE[name](tmp_path / f"{name}.pdf"))
        assert rendition.status in EXPECTED[name], name
    assert inspected(inspector, simple(tmp_path)).status == "ok"


@pytest.mark.torture
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_each_comes_to_a_status_in_time(inspector: Inspector, tmp_path: Path, name: str) -> None:
    path = HOSTILE[name](tmp_path / f"{name}.pdf")
    begun = time.monotonic()
    rendition = inspected(inspector, path)
    took = time.monotonic() - begun
    limits = Limits()
    size = path.stat().st_size / (1 << 20)
    assert took < limits.seconds + 2 * (limits.seconds_per_page + limits.seconds_per_megabyte * size) + SLACK
    assert rendition.status in EXPECTED.get(name, {"damaged", "timeout", "too-large"})
    assert inspected(inspector, simple(tmp_path)).status == "ok"
