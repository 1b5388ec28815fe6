"""White space: kept where columns were drawn with it, squeezed where it means nothing."""

from __future__ import annotations

import re

_TAB = 8
_RUN = re.compile("  +")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def kept_spaces(line: str) -> str:
    """A line whose spaces stand: tabs lead to the next eighth column, and only single spaces may break."""
    line = line.expandtabs(_TAB)
    return _RUN.sub(lambda run: "\u00a0" * (len(run[0]) - 1) + " ", f"\n{line}").lstrip("\n") if "  " in line else line


def one_line(text: str) -> str:
    """A text on one line, without control characters."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def without_controls(text: str) -> str:
    """A text without control characters other than tabs, line ends and form feeds."""
    return _CONTROLS.sub("", text)
