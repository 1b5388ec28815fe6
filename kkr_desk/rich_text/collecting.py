"""Collects the blocks of HTML that nh3 has balanced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from kkr_desk.rich_text.document import (
    Entry,
    Heading,
    HeadingLevel,
    Inline,
    Line,
    LineBreak,
    LooseBlock,
    LooseCell,
    LooseTable,
    Paragraph,
    Run,
)
from kkr_desk.rich_text.elements import PARTING
from kkr_desk.rich_text.links import link_address
from kkr_desk.rich_text.styles import (
    PLAIN,
    Look,
    heading_level,
    is_list_marker,
    list_level,
    look_within,
    marker_number,
    properties,
)

_VOID = frozenset({"br", "hr"})
_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
"""In HTML outside of pre a line end is white space."""


@dataclass(slots=True)
class _Draft:
    """A paragraph, heading or item that is being filled."""

    heading: int | None = None
    level: int | None = None
    ordered: bool = False
    number: int | None = None
    inlines: list[Inline] = field(default_factory=list)
    marker: str = ""

    def finished(self, headings: Mapping[int, HeadingLevel]) -> Line:
        inlines = tuple(self.inlines)
        if self.level is not None:
            number = marker_number(self.marker) if self.marker.strip() else self.number
            ordered = number is not None if self.marker.strip() else self.ordered
            return Entry(self.level, ordered, inlines, number)
        if self.heading is not None:
            return Heading(headings[self.heading], inlines)
        return Paragraph(inlines)


@dataclass(slots=True)
class _DraftCell:
    header: bool
    columns: int
    rows: int
    drafts: list[_Draft | _DraftTable] = field(default_factory=list)

    def finished(self, headings: Mapping[int, HeadingLevel]) -> LooseCell:
        lines = tuple(draft.finished(headings) for draft in self.drafts if isinstance(draft, _Draft))
        return LooseCell(lines, self.header, self.columns, self.rows)


@dataclass(slots=True)
class _DraftTable:
    rows: list[list[_DraftCell]] = field(default_factory=list)

    def finished(self, headings: Mapping[int, HeadingLevel]) -> LooseTable:
        return LooseTable(tuple(tuple(cell.finished(headings) for cell in row) for row in self.rows))


@dataclass(slots=True)
class _OpenList:
    """An ol or ul that is open, and where its counting stands."""

    ordered: bool
    level: int
    next_number: int = 1
    say_number: bool = True

    def entry(self, value: int | None) -> _Draft:
        """The list's next item. Its number is said where the list begins, is told to, or was interrupted."""
        if value is not None:
            self.next_number, self.say_number = value, True
        number = self.next_number if self.say_number and self.ordered else None
        self.say_number = False
        self.next_number += 1
        return _Draft(level=self.level, ordered=self.ordered, number=number)


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element and what holds within it."""

    tag: str = ""
    look: Look = PLAIN
    heading: int | None = None
    word_level: int | None = None
    marker: bool = False
    item: _Draft | None = None
    listed: _OpenList | None = None
    head: bool = False


class Collector(HTMLParser):
    """Reads balanced HTML into loose blocks: `feed`, `close`, then ask for `blocks`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._frames = [_Frame()]
        self._top: list[_Draft | _DraftTable] = []
        self._stream = self._top
        self._current: _Draft | None = None
        self._table: _DraftTable | None = None
        self._table_depth = 0
        self._heading_numbers: set[int] = set()

    def blocks(self, *, relative_headings: bool) -> list[LooseBlock]:
        """What was read.

        Args:
            relative_headings: The source's highest heading becomes `HeadingLevel.HEADING` whatever its number, the
                others `SUBHEADING`; else h1 to h3 and h4 to h9.
        """
        highest = min(self._heading_numbers, default=1) if relative_headings else 3
        headings = {
            number: HeadingLevel.HEADING if number <= highest else HeadingLevel.SUBHEADING for number in range(1, 10)
        }
        return [draft.finished(headings) for draft in self._top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element (`HTMLParser`'s hook)."""
        outer = self._frames[-1]
        if tag in _VOID:
            self._void(tag, outer)
            return
        if tag in PARTING:
            self._current = None
        values = {name: value or "" for name, value in attrs}
        style, classes = properties(values.get("style", "")), set(values.get("class", "").lower().split())
        href = (link_address(values["href"]) or "") if "href" in values else ""
        frame = replace(outer, tag=tag, look=look_within(outer.look, tag, style, classes, href))
        heading = heading_level(tag, style, classes)
        if heading is not None:
            frame = replace(frame, heading=heading)
        elif tag in {"p", "div"} and list_level(style) is not None:
            frame = replace(frame, word_level=list_level(style))
        if is_list_marker(style):
            frame = replace(frame, marker=True)
        self._frames.append(self._structured(frame, tag, values))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element; nh3 has balanced them (`HTMLParser`'s hook)."""
        if self._frames[-1].tag != tag or len(self._frames) == 1:
            return
        frame = self._frames.pop()
        if tag in PARTING:
            self._current = None
        if tag in {"td", "th"} and self._table_depth == 1:
            self._stream = self._top
        elif tag == "table":
            self._table_depth -= 1
            if self._table_depth == 0:
                self._end_table(frame)

    def handle_data(self, data: str) -> None:
        """Text (`HTMLParser`'s hook)."""
        frame = self._frames[-1]
        if frame.look.hidden:
            return
        if frame.marker:
            if frame.word_level is not None and frame.item is None:
                self._draft().marker += data
            return
        if not frame.look.preformatted:
            data = _LINE_END.sub(" ", data)
        if self._current is not None or data.strip():
            look = frame.look
            self._draft().inlines.append(Run(data, look.bold, look.italic, look.href))

    def _void(self, tag: str, outer: _Frame) -> None:
        if tag == "hr":
            self._current = None
        elif self._current is not None and not outer.look.hidden and not outer.marker:
            self._current.inlines.append(LineBreak())

    def _structured(self, frame: _Frame, tag: str, values: dict[str, str]) -> _Frame:
        """The frame with what lists and tables make of it."""
        if tag in {"ul", "ol"}:
            level = frame.listed.level + 1 if frame.listed else 1
            return replace(frame, listed=_OpenList(tag == "ol", level, _count(values.get("start", ""), least=0)))
        if tag == "li":
            value = _count(values["value"], least=0) if "value" in values else None
            item = (frame.listed or _OpenList(ordered=False, level=1)).entry(value)
            self._stream.append(item)
            return replace(frame, item=item, word_level=None)
        if tag == "table":
            self._table_depth += 1
            if self._table_depth == 1:
                self._table = _DraftTable()
        elif tag == "thead":
            return replace(frame, head=True)
        elif self._table_depth == 1 and self._table is not None:
            return self._in_table(frame, tag, values, self._table)
        return frame

    def _in_table(self, frame: _Frame, tag: str, values: dict[str, str], table: _DraftTable) -> _Frame:
        if tag == "tr":
            table.rows.append([])
        elif tag in {"td", "th"}:
            cell = _DraftCell(
                tag == "th" or frame.head, _count(values.get("colspan", "")), _count(values.get("rowspan", ""))
            )
            table.rows[-1].append(cell)
            self._stream = cell.drafts
            return replace(frame, heading=None, word_level=None, item=None, listed=None)
        return frame

    def _end_table(self, frame: _Frame) -> None:
        if self._table is not None and not frame.look.hidden:
            self._top.append(self._table)
        self._table = None
        for open_frame in self._frames:
            if open_frame.listed:
                open_frame.listed.say_number = True

    def _draft(self) -> _Draft:
        """The paragraph that text at this place belongs to; a paragraph within an item is a line of the item."""
        if self._current is None:
            frame = self._frames[-1]
            if frame.item is not None:
                self._current = frame.item
                if frame.item.inlines:
                    frame.item.inlines.append(LineBreak())
                return self._current
            if frame.word_level is not None:
                self._current = _Draft(level=frame.word_level)
            else:
                self._current = _Draft(heading=frame.heading)
                self._heading_numbers |= {frame.heading} if frame.heading is not None else set()
            self._stream.append(self._current)
        return self._current


def _count(text: str, least: int = 1) -> int:
    """A number attribute; 1 where it is missing or nonsense."""
    return max(least, int(text)) if text.isascii() and text.isdecimal() and len(text) <= 4 else 1
