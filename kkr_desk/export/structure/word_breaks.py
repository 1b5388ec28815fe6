"""Spaces where lines end, so that what is read aloud does not run words together (ISO 32000-1, 14.8.2.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BREAK = re.compile(r"[^\S\u00a0\u202f]+")
"""What parts words, as `kkr_desk.index.wrap` has it: any white space but the no-break spaces."""


def with_spaces(text: str, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines that a text was wrapped into, each with the space that stood behind it.

    A line that was broken behind a hyphen, or within a word too long for it, gets none.

    Args:
        text: The whole text.
        lines: It as wrapped; the last may have been shortened.
    """
    rest = _squeezed(text)
    spaced = []
    for line in lines:
        before = len(rest)
        rest = rest.removeprefix(_squeezed(line))
        parted = len(rest) < before and rest.startswith(" ")
        spaced.append(f"{line} " if parted else line)
        rest = rest[1:] if parted else rest
    return tuple(spaced)


def _squeezed(text: str) -> str:
    return " ".join(filter(None, _BREAK.split(text)))
