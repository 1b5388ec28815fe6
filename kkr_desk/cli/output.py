"""What a run prints: sentences for people, or one JSON object a line."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from kkr_desk.cli.invocation import current
from kkr_desk.model import Notice
from kkr_desk.sentences import COMMAND, NOTICES, Language, say

_CLOSED_PIPE = errno.EINVAL if sys.platform == "win32" else errno.EPIPE
"""What writing to a pipe gives when nobody reads it any more."""


def tell(code: str, **facts: object) -> None:
    """Print a sentence of the command table, unless the run prints JSON."""
    invocation = current()
    if not invocation.json:
        _write(say(COMMAND, code, invocation.language, **facts))


def tell_lines(lines: Iterable[str]) -> None:
    """Print lines as they are, unless the run prints JSON."""
    if not current().json:
        for line in lines:
            _write(line)


def tell_notices(notices: Iterable[Notice], *, placed: bool = False) -> None:
    """Print each notice as a sentence on a line of its own, unless the run prints JSON.

    Args:
        notices: What there is to tell.
        placed: Say first which attachment each is about, where it knows: for notices on more than one.
    """
    invocation = current()
    if invocation.json:
        return
    for notice in notices:
        text, facts = notice_text(notice, invocation.language), dict(notice.facts)
        if placed and "attachment" in facts:
            text = say(COMMAND, "notice-placed", invocation.language, **{**facts, "notice": text})
        _write(f"  – {text}")


def record(**fields: Any) -> None:
    """Print one JSON object on one line, if the run prints JSON; notices become objects with their sentence."""
    invocation = current()
    if invocation.json:
        _write(json.dumps({name: _plain(value, invocation.language) for name, value in fields.items()}))


def counted(code: str, count: int) -> str:
    """A number with its noun: "1 side", "4 sider"; `code` is that of the table without "-one" or "-many"."""
    form = f"{code}-one" if count == 1 else f"{code}-many"
    return say(COMMAND, form, current().language, count=count)


def notice_text(notice: Notice, language: Language) -> str:
    """A notice as a sentence."""
    return say(NOTICES, notice.code, language, **dict(notice.facts))


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as lines with their columns under one another.

    Args:
        rows: Cells of each row, all rows of one length; the first row is the heading.
        right: 0-based columns that are set flush right: numbers.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = (
            cell.rjust(width) if n in right else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join(cells).rstrip())
    return [lines[0], "  ".join("─" * width for width in widths), *lines[1:]]


def _plain(value: Any, language: Language) -> Any:
    if isinstance(value, Notice):
        return {**dict(value.facts), "code": value.code, "message": notice_text(value, language)}
    if isinstance(value, tuple | list):
        return [_plain(part, language) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part, language) for key, part in value.items()}
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def _write(line: str) -> None:
    """Print a line. When whoever read the output has gone (`| head`), the work is still done to its end."""
    try:
        click.echo(line)
    except OSError as error:
        _discard_output()  # what was not written would fail once more when the process ends, and change its exit code
        if not isinstance(error, BrokenPipeError) and error.errno != _CLOSED_PIPE:
            raise


def _discard_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
