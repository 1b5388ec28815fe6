"""Runs of the command line and what they give; tiny attachments for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

COUNCIL = "KKR Midtsjælland"
TOTAL = 10
"""Pages of the sample collection: 1 of index, 3 dividers, 1 + 2 + 3 pages of attachments."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects that were printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self) -> dict[str, Any]:
        """The only JSON object that was printed."""
        assert self.code == 0, self.err
        (found,) = self.objects
        return found


Desk = Callable[..., Outcome]


def make_pdf(file: Path, pages: int, word: str) -> Path:
    """A PDF whose pages each bear a word."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for n in range(pages):
            page = pdf.add_blank_page(page_size=(300, 420))  # small: they become pictures in Word
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pdf.make_stream(f"BT /F1 20 Tf 40 300 Td ({word} {n + 1}) Tj ET".encode())
        pdf.save(file)
    return file


def start(
    command: Sequence[object], *, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start a Python of its own with the words of a command."""
    words = [sys.executable, *map(str, command)]
    env = {**os.environ, **(environment or {})}
    return subprocess.Popen(words, env=env, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def stored_in(home: Path) -> list[Path]:
    """What a run has left among the user's files, beside the empty place for work that goes on."""
    return [path for path in home.rglob("*") if path.is_file() and path.name != "door"]
