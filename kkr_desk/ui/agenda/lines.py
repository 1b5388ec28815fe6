"""Agenda items as lines of text, to paste into the agenda and to copy out of it. Pure.

Understood are the lines of an agenda, of an index and of a table: ``2.1 Beslutningssag: Fordeling …``, tabs for spaces,
``Punkt 2.1:`` in front, dots and a page number behind, and ``Bilag 1: Landstal``. Numbers say how deep a line stands,
indentation where there are none. The numbers themselves are not kept: an item is numbered by its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kkr_desk.errors import UserError
from kkr_desk.model import DANISH_MONTHS
from kkr_desk.ui.agenda.rows import Outline, Row, RowKey

MOST_LINES = 400
"""Lines pasted at a time: the longest agenda with its index has fewer; more is a document pasted by mistake."""

_TAB = 4
_BULLET = re.compile(r"[•·▪◦‣*–-]\s+")
_PAGE = re.compile(r"(?:\t\s*|\s{3,}|\s*(?:\.\s?){3,}\s*|\s*…+\s*)\d{1,4}$")
_ATTACHMENT = re.compile(
    r"bilag(?:\s+(?P<number>\d{1,3})[a-zæøå]?(?:\s*[:.]\s*|\s+[–-]\s+|\s+|$)|\s*:\s*)(?P<title>.*)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?P<word>(?:punkt|pkt\.?|ad)\s+)?(?P<number>\d{1,3}(?:\.\d{1,3})*)(?P<end>[.):]?)(?P<gap>\s+|$)", re.I
)
_SEPARATOR = r"(?:\s*[:\t]\s*|\s+[–-]\s+)"
_STEMS = {
    "beslutning": ("beslutning", "til beslutning", "sag til beslutning"),
    "drøftelse": ("drøftelse", "til drøftelse", "sag til drøftelse"),
    "orientering": ("orientering", "til orientering", "sag til orientering"),
    "tema": ("tema",),
}
"""Words that some secretariats write for a case type, by how that type begins."""


@dataclass(frozen=True, slots=True)
class AttachmentTitle:
    """What a line says an attachment is called; `number` is None where it does not say."""

    number: int | None
    title: str


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item that a line describes.

    Attributes:
        parent: 0-based place of the item it stands under among all of them; None for one at the top.
        title: Without number and case type.
        case_type: None for none.
        attachments: What the lines below it say its attachments are called.
    """

    parent: int | None
    title: str
    case_type: str | None = None
    attachments: tuple[AttachmentTitle, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """What a text says.

    Attributes:
        items: The items, in order.
        depth: How deep the numbers put the first item, 1 for "2", 2 for "2.1"; None where it has no number.
        loose: Attachments named before any item.
    """

    items: tuple[ItemLine, ...] = ()
    depth: int | None = None
    loose: tuple[AttachmentTitle, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is an item: how far it is indented, how many parts its number has (0 for none), what it says."""

    indent: int
    parts: int
    text: str


def read_lines(text: str, case_types: Sequence[str], *, passed_over: Collection[str] = ()) -> Lines:
    """Read items from lines of text.

    Args:
        text: As it was on the clipboard.
        case_types: Those the council uses.
        passed_over: Lines that are no items: the heading of the index.

    Raises:
        UserError: ``too-many-lines``: more than `MOST_LINES`.
    """
    raw = [_tidy(line) for line in text.splitlines()]
    kept = [(indent, line) for indent, line in raw if line and line not in passed_over]
    if len(kept) > MOST_LINES:
        raise UserError("too-many-lines", limit=MOST_LINES)
    several = sum(1 for _, line in kept if _NUMBER.match(line)) > 1
    items: list[_Line] = []
    named: list[list[AttachmentTitle]] = [[]]
    for indent, line in kept:
        attachment = _attachment(line)
        if attachment is not None:
            named[-1] += [attachment] if attachment.title else []
            continue
        parts, rest = _number(line, plain=several)
        if rest:
            items.append(_Line(indent, parts, rest))
            named.append([])
    parents = list(_parents(_levels(items)))
    made = []
    for item, parent, titles in zip(items, parents, named[1:], strict=True):
        case_type, title = split_case_type(item.text, case_types)
        made.append(ItemLine(parent, _one_line(title), case_type, tuple(titles)))
    return Lines(tuple(made), (items[0].parts or None) if items else None, tuple(named[0]))


def is_whole_agenda(text: str) -> bool:
    """Whether a text is all of an agenda, not some lines of one: it begins with item 1, and item 2 is there."""
    numbers = [found["number"] for line in text.splitlines() if (found := _NUMBER.match(_tidy(line)[1]))]
    return numbers[:1] == ["1"] and "2" in numbers


def split_case_type(text: str, case_types: Sequence[str]) -> tuple[str | None, str]:
    """Case type and title of a heading such as "Beslutningssag: Fordeling af flygtninge"; None without a type."""
    for case_type in case_types:
        for word in (case_type, *_other_words(case_type)):
            found = re.match(re.escape(word) + _SEPARATOR + r"(?P<title>\S.*)", text, re.IGNORECASE)
            if found:
                return case_type, found["title"]
        found = re.match(re.escape(case_type) + r"\s+(?P<title>[^\W_a-zæøå].*)", text)
        if found:
            return case_type, found["title"]
    return None, text


def write_lines(outline: Outline, keys: Sequence[RowKey]) -> str:
    """Rows, with all under them, as lines that `read_lines` reads again.

    Args:
        outline: All rows.
        keys: Which, in order, none of them under another.
    """
    rows = [row for key in keys for row in _family(outline, key)]
    top = min((row.level for row in rows), default=1)
    return "".join(f"{chr(9) * (row.level - top)}{_as_line(row)}\n" for row in rows)


def _as_line(row: Row) -> str:
    """A row as a line, a tab behind its number: "2.1 Beslutningssag: Fordeling af flygtninge", "Bilag 1: Landstal"."""
    if not row.is_item:
        return f"Bilag {row.number}: {row.title}" if row.number else f"Bilag: {row.title}"
    return f"{row.number}\t{row.case_type}: {row.title}" if row.case_type else f"{row.number}\t{row.title}"


def _family(outline: Outline, key: RowKey) -> Iterator[Row]:
    yield outline.rows[key]
    for child in outline.under(key):
        yield from _family(outline, child)


def _tidy(line: str) -> tuple[int, str]:
    """How far a line is indented, and what it says: composed, without bullet and without the page of an index."""
    line = unicodedata.normalize("NFC", line).rstrip()
    bare = line.lstrip()
    indent = len(line.expandtabs(_TAB)) - len(bare.expandtabs(_TAB)) if bare else 0
    bare = _BULLET.sub("", bare, count=1) if _BULLET.match(bare) else bare
    return indent, _PAGE.sub("", bare)


def _attachment(line: str) -> AttachmentTitle | None:
    found = _ATTACHMENT.fullmatch(line)
    if found is None:
        return None
    number = found["number"]
    return AttachmentTitle(int(number) if number else None, _one_line(found["title"]))


def _number(line: str, *, plain: bool) -> tuple[int, str]:
    """How many parts a line's number has, 0 without one, and the rest of the line.

    A plain number and a space is a number only beside other numbered lines: "10 års jubilæum" is a title. "19. juni"
    is a date.
    """
    found = _NUMBER.match(line)
    if found is None:
        return 0, line
    rest = line[found.end() :].lstrip(" \t:–-")
    parts = found["number"].count(".") + 1
    sure = parts > 1 or found["word"] or found["end"] or "\t" in found["gap"] or not rest
    if rest.casefold().startswith(DANISH_MONTHS) or not (sure or plain):
        return 0, line
    return parts, rest


def _levels(lines: Sequence[_Line]) -> Iterator[int]:
    """How deep each line stands: by its number, else beside or under the lines before it by its indentation."""
    before: list[tuple[int, int]] = []
    for line in lines:
        level = line.parts or _level_of_indent(line.indent, before)
        before.append((line.indent, level))
        yield level


def _level_of_indent(indent: int, before: Sequence[tuple[int, int]]) -> int:
    for other, level in reversed(before):
        if other <= indent:
            return level if other == indent else level + 1
    return min((level for _, level in before), default=1)


def _parents(levels: Iterator[int]) -> Iterator[int | None]:
    """The nearest line before each that stands higher."""
    open_lines: list[tuple[int, int]] = []
    for place, level in enumerate(levels):
        while open_lines and open_lines[-1][1] >= level:
            open_lines.pop()
        yield open_lines[-1][0] if open_lines else None
        open_lines.append((place, level))


def _other_words(case_type: str) -> tuple[str, ...]:
    return next((words for stem, words in _STEMS.items() if case_type.casefold().startswith(stem)), ())


def _one_line(text: str) -> str:
    return " ".join(text.split())
