"""Words become lines of a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import groupby

from kkr_desk.index import Weight
from kkr_desk.intake.writing.blocks import Break, Inline, Look, Picture
from kkr_desk.typeface.fonts import Face, read_widths
from kkr_desk.typeface.glyphs import STAND_IN, characters

_WHITE = " \t-\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""White space without the spaces that do not break."""
_PART = re.compile(rf"[{_WHITE}]+|[^{_WHITE}-]+-*|-+")
_SPACE = re.compile(rf"[{_WHITE}]")
_GOOD_BREAK = re.compile(r"[/&?=.,;:_@+)\]}]")
_SLACK = 0.01
"""Points by which sums may differ for rounding alone."""
MOST_HEIGHT = 560.0
"""Points of a picture's height, so that it stands on a page with a line above it."""
_WORTH_LOOKING = 24
"""Characters before a forced break within which a better place for it is looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: text of one look, or a picture."""

    text: str
    look: Look
    width: float
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line as set, from the left.

    Attributes:
        pieces: What stands on it; neighbours differ in look.
        spaced: Whether white space stood where it ends: it is said, so that words do not run together when read.
    """

    pieces: tuple[Piece, ...]
    spaced: bool = True

    @property
    def picture_height(self) -> float:
        """Points of its tallest picture; 0 without one."""
        return max((piece.picture.height for piece in self.pieces if piece.picture), default=0.0)


@dataclass(slots=True)
class _Word:
    """What holds together, and the white space before it."""

    space: Piece | None = None
    pieces: list[Piece] = field(default_factory=list)
    begins_line: bool = False

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)


def text_width(text: str, face: Weight | Face, size: float) -> float:
    """Points a text takes."""
    return _thousandths(text, face) * size / 1000


@lru_cache(maxsize=16384)
def _thousandths(text: str, face: Weight | Face) -> float:
    widths, default = _widths(face)
    return sum(widths.get(char, default) for char in text)


@cache
def _widths(face: Weight | Face) -> tuple[dict[str, float], float]:
    widths, default = read_widths(face)
    return widths, widths.get(STAND_IN, default)


def set_lines(inlines: Iterable[Inline], width: float, size: float) -> tuple[Line, ...]:
    """Break what a paragraph says into lines.

    Args:
        inlines: It.
        width: Points a line may take; a word that takes more is broken, a picture made smaller.
        size: Points of its type.

    Returns:
        At least one line.
    """
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0.0
    for word in _words(inlines, width, size):
        gap = word.space.width if word.space and line else 0.0
        if word.begins_line or (line and used + gap + word.width > width + _SLACK):
            lines.append(Line(_joined(line), spaced=word.begins_line or word.space is not None))
            line, used = [], 0.0
        if word.space and line:
            line.append(word.space)
            used += word.space.width
        for part in _fitting(word, width, size):
            room = sum(piece.width for piece in part)
            if line and used + room > width + _SLACK:
                lines.append(Line(_joined(line), spaced=False))
                line, used = [], 0.0
            line += part
            used += room
    lines.append(Line(_joined(line)))
    return tuple(lines)


def natural_widths(inlines: Sequence[Inline], most: float, size: float) -> tuple[float, float]:
    """The least and the most points that a paragraph makes use of: its widest word, and its longest line."""
    widest = longest = line = 0.0
    for word in _words(inlines, most, size):
        widest = max(widest, word.width)
        if word.begins_line:
            longest, line = max(longest, line), 0.0
        line += word.width + (word.space.width if word.space else 0.0)
    return min(widest, most), min(max(longest, line), most)


def _words(inlines: Iterable[Inline], width: float, size: float) -> Iterator[_Word]:
    word = _Word()
    for inline in inlines:
        if isinstance(inline, Break):
            if word.pieces or word.begins_line:
                yield word
            word = _Word(begins_line=True)
        elif isinstance(inline, Picture):
            word.pieces.append(_picture(inline, width))
        else:
            for text in _PART.findall(inline.text):
                if _SPACE.match(text):
                    if word.pieces:
                        yield word
                        word = _Word()
                    word.space = word.space or _piece(" ", inline.look, size)
                    continue
                if word.pieces and word.pieces[-1].text.endswith("-") and word.pieces[-1].text.strip("-"):
                    yield word
                    word = _Word()
                word.pieces += (_piece(part, look, size) for part, look in _suited(text, inline.look))
    if word.pieces or word.begins_line:
        yield word


def _suited(text: str, look: Look) -> Iterator[tuple[str, Look]]:
    """A text in parts, each in a look whose face has its characters where any has."""
    if characters(look.face).issuperset(text):
        yield text, look
        return
    looks = (look, replace(look, italic=False, fixed=False), replace(look, italic=False, fixed=True))
    upright = looks[1]

    def suited(char: str) -> Look:
        return next((each for each in looks if char in characters(each.face)), upright)

    for each, chars in groupby(text, suited):
        yield "".join(chars), each


def _piece(text: str, look: Look, size: float) -> Piece:
    return Piece(text, look, text_width(text, look.face, size))


def _picture(picture: Picture, width: float) -> Piece:
    scale = min(1.0, width / picture.width, MOST_HEIGHT / picture.height)
    fitted = replace(picture, width=picture.width * scale, height=picture.height * scale)
    return Piece("", Look(), fitted.width, fitted)


def _fitting(word: _Word, width: float, size: float) -> Iterator[list[Piece]]:
    """A word in parts that each fit on a line; one that is short enough is one part."""
    if word.width <= width + _SLACK:
        yield word.pieces
        return
    for piece in word.pieces:
        if piece.width <= width:
            yield [piece]
            continue
        start = 0
        while start < len(piece.text):
            end = _fitting_end(piece.text, start, piece.look.face, width * 1000 / size)
            yield [_piece(piece.text[start:end], piece.look, size)]
            start = end


def _fitting_end(text: str, start: int, face: Weight | Face, room: float) -> int:
    """Up to where a word stands on one line, at least one character; in thousandths of the type size."""
    widths, default = _widths(face)
    end = start
    while end < len(text):
        room -= widths.get(text[end], default)
        if room < 0 and end > start:
            break
        end += 1
    if end == len(text):
        return end
    for at in range(end, max(end - _WORTH_LOOKING, start + 1), -1):
        if _GOOD_BREAK.match(text[at - 1]):
            return at
    return end


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].look == piece.look and not found[-1].picture and not piece.picture:
            found[-1] = Piece(found[-1].text + piece.text, piece.look, found[-1].width + piece.width)
        else:
            found.append(piece)
    return tuple(found)
