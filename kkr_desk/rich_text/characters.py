"""Which characters a text may hold, and how its white space is tidied."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from kkr_desk.rich_text.document import Inline, LineBreak, Paragraph, Run

UNUSABLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters without white space in them
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero width spaces: invisible, and words are not found for them
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of text, also of what the reader sees
    "\ufdd0-\ufdef\ufff9-\ufffc"  # noncharacters and anchors; Qt keeps the edges of tables and pictures in them
    "\ue000-\uf8ff"  # private use: bullets of Symbol and Wingdings, boxes in every other font
    "\ud800-\udfff"  # halves of characters
    "\ufffe\uffff"
    "]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff]"
)
"""What is taken out of every text."""

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Where plain text ends a line. Qt keeps a line break as U+2028 and the end of a paragraph as U+2029."""

_SPACE = re.compile(r"\s+")
_STICKY = re.compile("[\u00a0\u202f\u2007]+")


def tidy(inlines: Iterable[Inline], *, bold: bool = True) -> tuple[Inline, ...]:
    """Runs in their canonical shape: joined, composed (NFC), white space collapsed, no space beside a line's edge.

    A no-break space stays where it stands alone between two words, as in "§\u00a05"; doubled or beside other white
    space it was put there to draw with, and becomes a space. Empty lines are left out.

    Args:
        inlines: Runs and line breaks in any state; a run may hold control characters and line ends.
        bold: Whether runs may be bold. They may not in headings and header rows.
    """
    return _with_breaks(line for line in _lines(inlines, bold=bold) if line)


def paragraphs(inlines: Iterable[Inline], *, bold: bool = True) -> Iterator[Paragraph]:
    """The same as paragraphs: an empty line ends one, since two line breaks are how mails part paragraphs."""
    lines = _lines(inlines, bold=bold)
    for filled, group in itertools.groupby(lines, key=bool):
        if filled:
            yield Paragraph(_with_breaks(group))


def _lines(inlines: Iterable[Inline], *, bold: bool) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for inline in _without_line_ends(inlines):
        if isinstance(inline, LineBreak):
            lines.append([])
        elif inline.text:
            lines[-1].append(inline if bold else Run(inline.text, italic=inline.italic, href=inline.href))
    return [_tidy_line(line) for line in lines]


def _with_breaks(lines: Iterable[list[Run]]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for index, line in enumerate(lines):
        found += [LineBreak()] if index else []
        found += line
    return tuple(found)


def _without_line_ends(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, LineBreak):
            yield inline
            continue
        for index, text in enumerate(LINE_END.split(inline.text)):
            if index:
                yield LineBreak()
            yield Run(UNUSABLE.sub("", text), inline.bold, inline.italic, inline.href)


def _tidy_line(runs: list[Run]) -> list[Run]:
    found = [Run(unicodedata.normalize("NFC", run.text), run.bold, run.italic, run.href) for run in _joined(runs)]
    found = list(_joined(_collapsed(found)))
    if found:
        found[0] = _with_text(found[0], found[0].text.lstrip())
        found[-1] = _with_text(found[-1], found[-1].text.rstrip())
    return [run for run in found if run.text]


def _collapsed(runs: list[Run]) -> Iterator[Run]:
    """White space collapsed across the borders of runs; what is left of it belongs to the run it began in."""
    whole = "".join(run.text for run in runs)
    position, spaces = 0, {match.start(): match for match in _SPACE.finditer(whole)}
    inside = 0
    for run in runs:
        text = []
        end = position + len(run.text)
        while position < end:
            match = spaces.get(position)
            if match is not None:
                text.append(match[0][0] if _is_one_sticky_space(match[0]) else " ")
                inside = match.end()
            elif position >= inside:
                text.append(whole[position])
            position += 1
        yield _with_text(run, "".join(text))


def _is_one_sticky_space(space: str) -> bool:
    return _STICKY.fullmatch(space) is not None


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    filled = (run for run in runs if run.text)
    for _, group in itertools.groupby(filled, key=lambda run: (run.bold, run.italic, run.href)):
        first, *rest = group
        yield _with_text(first, "".join(run.text for run in (first, *rest))) if rest else first


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.href)
