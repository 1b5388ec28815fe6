"""A few words of a text around what was found in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from kkr_desk.store.search_words import divisions

WIDTH = 150
"""Characters of an excerpt, about."""

_BEFORE = 45
"""Characters before the first mark, about."""
_SLACK = 20
"""Characters that an excerpt may be longer by, so that it ends with a whole word."""
_TRIED = 40
"""Marks that an excerpt may begin with; of more, the first are as good as the others."""
_SPACE = re.compile(r"\s+")
_SEPARATOR = " · "

Marks = tuple[tuple[int, int], ...]
"""What was found: first character and the one behind the last, of each, in order and apart."""


def excerpt(text: str, places: Sequence[Sequence[tuple[int, int]]]) -> tuple[str, Marks]:
    """The stretch of a text in which the most of what was looked for stands, and the marks in it.

    Args:
        text: The text, of many lines.
        places: For each thing that was looked for, where it stands.
    """
    every = _apart(sorted(set(chain.from_iterable(places))))
    start, end = _stretch(text, places, every)
    return _set(text, start, end, every, line_end=" ")


def whole(text: str, places: Sequence[Sequence[tuple[int, int]]]) -> tuple[str, Marks]:
    """All of a text, its lines parted by dots, and the marks in it."""
    every = _apart(sorted(set(chain.from_iterable(places))))
    return _set(text, 0, len(text), every, line_end=_SEPARATOR)


def _apart(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places that overlap or touch, as one."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _stretch(
    text: str, places: Sequence[Sequence[tuple[int, int]]], every: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Where the excerpt begins and ends: at words' edges."""
    best = max(every[:_TRIED], key=lambda place: (_held(places, place[0]), -place[0]))
    start = max(best[0] - _BEFORE, 0)
    if start:
        found = _SPACE.search(text, start, best[0])
        start = found.end() if found else best[0]
    end = max(start + WIDTH, best[1])
    if end >= len(text):
        return start, len(text)
    found = _SPACE.search(text, end, end + _SLACK)
    return start, found.start() if found else end


def _held(places: Sequence[Sequence[tuple[int, int]]], start: int) -> int:
    """How much of what was looked for stands in an excerpt whose first mark is there."""
    room = start + WIDTH - _BEFORE
    return sum(any(start <= place[0] and place[1] <= room for place in those) for those in places)


def _set(text: str, start: int, end: int, every: Sequence[tuple[int, int]], *, line_end: str) -> tuple[str, Marks]:
    """A stretch on one line, with dots where it was cut."""
    gone = divisions(text)
    made = "… " if start else ""
    marks: list[tuple[int, int]] = []
    at = start
    for first, last in every:
        if first < start or last > end:
            continue
        made += _on_one_line(text, at, first, gone, line_end)
        marked = _on_one_line(text, first, last, gone, line_end)
        marks.append((len(made), len(made) + len(marked)))
        made += marked
        at = last
    made += _on_one_line(text, at, end, gone, line_end)
    return made + (" …" if end < len(text) else ""), tuple(marks)


def _on_one_line(text: str, start: int, end: int, gone: Sequence[tuple[int, int]], line_end: str) -> str:
    """A piece of a text without line ends; a word that was divided there is whole again."""
    pieces = []
    for first, last in gone:
        if start < last and first < end:
            pieces.append(text[start : max(first, start)])
            start = min(last, end)
    pieces.append(text[start:end])
    return _SPACE.sub(" ", "".join(pieces).replace("\n", line_end))
