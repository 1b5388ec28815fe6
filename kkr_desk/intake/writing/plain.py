"""Plain text becomes blocks: prose in a type that is easy to read, columns in one whose characters are equally wide."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.writing.blocks import Block, Break, Cell, Inline, Look, PageBreak, Paragraph, Table, Words
from kkr_desk.intake.writing.measures import MOST_CHARACTERS, MOST_PAGES
from kkr_desk.intake.writing.spaces import kept_spaces, without_controls
from kkr_desk.model import FileStatus, Notice
from kkr_desk.rich_text import link_address

_LINE_END = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S|[\u2500-\u257f]|^\s*\|.*\|\s*$")
_MANY = 0.12
"""Of the lines, so many that stand in columns make a text that does."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"\u00a0]{3,2000}")
_BEHIND = ".,;:!?)]}'\""
_QUOTE = re.compile(r"(?:> ?){1,20}")
MOST_LINES = 200_000
"""Of a text; more take more pages than are laid out, and each costs memory before that is seen."""
_LONGEST_GROUP = 80
"""Lines of one paragraph; a text without empty lines is parted here."""
_WIDTH = 467.7
_ADVANCE = 0.6
"""Of the type size, what each fixed character takes."""
_SIZES = (9.0, 8.4, 7.8, 7.2, 6.6)
_MOST_TABLE_ROWS = 5_000
_MOST_TABLE_COLUMNS = 14


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text; a form feed begins a new page.

    Raises:
        Refused: It has too many lines.
    """
    _check_lines(text)
    fixed = _is_in_columns(text)
    blocks: list[Block] = []
    for number, page in enumerate(without_controls(text).split("\f")):
        if number and page.strip():
            blocks += [PageBreak()] if blocks else []
        lines = [line.rstrip() for line in _LINE_END.split(page)]
        blocks += _fixed(lines) if fixed else _prose(lines)
    return tuple(blocks)


def mail_blocks(text: str, *, flowed: bool = False, joined: bool = False) -> tuple[Block, ...]:
    """The blocks of a mail's text: what is quoted stands behind bars.

    Args:
        text: It.
        flowed: Whether a line that ends in a space goes on on the next (RFC 3676).
        joined: Whether that space is no part of it (its `DelSp`).

    Raises:
        Refused: It has too many lines.
    """
    _check_lines(text)
    fixed = _is_in_columns(text)
    lines = [_quoted(line) for line in _LINE_END.split(without_controls(text).replace("\f", "\n"))]
    if flowed:
        lines = list(_flowed(lines, joined=joined))
    blocks: list[Block] = []
    for depth, group in groupby(lines, key=lambda line: line[0]):
        of_depth = [line.rstrip() for _, line in group]
        blocks += _fixed(of_depth, depth) if fixed else _prose(of_depth, depth)
    return tuple(blocks)


def table_block(text: str) -> Table | None:
    """The table that a CSV file holds; None where its rows do not agree."""
    sample = text[: 1 << 16]
    for delimiter in (";", "\t", ",", "|"):
        counts = [len(row) for row in islice(_rows(sample, delimiter), 50)][:-1] or [1]
        if 2 <= counts[0] <= _MOST_TABLE_COLUMNS and len(set(counts)) == 1:
            break
    else:
        rows = list(islice(_rows(sample, ";"), 3))
        if len(rows) != 2 or len(rows[0]) != len(rows[1]) or len(rows[0]) < 2:
            return None
        delimiter = ";"
    table = list(islice(_rows(text, delimiter), _MOST_TABLE_ROWS + 1))
    if len(table) > _MOST_TABLE_ROWS or any(len(row) > _MOST_TABLE_COLUMNS for row in table):
        return None
    width = max(map(len, table))
    cells = [
        tuple(_cell(value, header=not number) for value in [*row, *[""] * (width - len(row))])
        for number, row in enumerate(table)
    ]
    return Table(tuple(cells))


def _cell(value: str, *, header: bool) -> Cell:
    return Cell((Paragraph(_linked(value, Look(bold=header))),), header)


def _check_lines(text: str) -> None:
    if len(text) > MOST_CHARACTERS or sum(map(text.count, "\n\r\f")) > MOST_LINES:
        raise Refused(FileStatus.TOO_LARGE, Notice("writing-too-long", (("limit", str(MOST_PAGES)),)))


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(_LINE_END.split(without_controls(text).strip()), delimiter=delimiter)
    try:
        yield from (row for row in rows if row)
    except csv.Error:  # a value longer than the module reads; the rows before it stand
        return


def _is_in_columns(text: str) -> bool:
    lines = [line for line in islice(_LINE_END.split(text[: 1 << 18]), 3000) if line.strip()]
    return bool(lines) and sum(bool(_COLUMNS.search(line[:400])) for line in lines) >= max(_MANY * len(lines), 2)


def _prose(lines: Iterable[str], quotes: int = 0) -> Iterator[Block]:
    for group in _groups(lines):
        yield Paragraph(_broken(map(kept_spaces, group), Look()), quotes=min(quotes, 6))


def _fixed(lines: Sequence[str], quotes: int = 0) -> Iterator[Block]:
    longest = max((len(line.expandtabs()) for line in lines), default=0)
    fitting = [size for size in _SIZES if longest * size * _ADVANCE <= _WIDTH - 12 * quotes]
    size = fitting[0] if fitting else _SIZES[0]
    for group in _groups(lines):
        inlines = _broken(map(kept_spaces, group), Look(fixed=True))
        yield Paragraph(inlines, quotes=min(quotes, 6), size=size)


def _groups(lines: Iterable[str]) -> Iterator[list[str]]:
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            of_group = list(group)
            for at in range(0, len(of_group), _LONGEST_GROUP):
                yield of_group[at : at + _LONGEST_GROUP]


def _broken(lines: Iterable[str], look: Look) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for line in lines:
        if inlines:
            inlines.append(Break())
        inlines += _linked(line, look)
    return tuple(inlines)


def _linked(line: str, look: Look | None = None) -> tuple[Inline, ...]:
    """A line whose web addresses are links."""
    look, inlines, end = look or Look(), [], 0
    for match in _ADDRESS.finditer(line):
        shown = match[0].rstrip(_BEHIND)
        address = link_address(shown)
        if address:
            inlines += [Words(line[end : match.start()], look), Words(shown, Look(fixed=look.fixed, href=address))]
            end = match.start() + len(shown)
    inlines.append(Words(line[end:], look))
    return tuple(words for words in inlines if words.text)


def _quoted(line: str) -> tuple[int, str]:
    match = _QUOTE.match(line)
    return (match[0].count(">"), line[match.end() :]) if match else (0, line)


def _flowed(lines: Iterable[tuple[int, str]], *, joined: bool) -> Iterator[tuple[int, str]]:
    """Lines put together again that were broken on the way; what begins with a space was stuffed with it."""
    depth, text, is_open = 0, "", False
    for at, each in lines:
        line = each.removeprefix(" ")
        if is_open and at == depth:
            text += line
        else:
            if is_open:
                yield depth, text
            depth, text = at, line
        is_open = line.endswith(" ") and line != "-- "
        if not is_open:
            yield depth, text
        elif joined:
            text = text[:-1]
    if is_open:
        yield depth, text
