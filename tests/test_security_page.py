"""The page on strange files names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

NAMED = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")


def test_every_test_that_is_named_exists(root: Path) -> None:
    page = (root / "docs" / "security.md").read_text(encoding="utf-8")
    table = [line for line in page.splitlines() if line.startswith("| ")]
    assert len(table) > 30
    for row in table[1:]:
        named = NAMED.findall(row)
        assert named, row
        for file, name in named:
            text = (root / "tests" / file).read_text(encoding="utf-8")
            assert not name or f"def {name}(" in text, f"{file}::{name}"
