"""Finding words in the text of a page as a person means them. Pure.

Case, accents, ligatures and the shapes of dashes and quotes do not matter; æ, ø and å are letters of their own, and å
is the same as aa. A line's end is a space, and a word divided there is found whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

MOST_HITS = 1000
"""Hits that are marked on one page; a page has no more words that a person would go through."""

_DIVIDED = r"[-\x02\ufffe][ \t]*\r?\n\s*|[\x02\ufffe]"
"""PDFium puts U+0002 (in some of its calls U+FFFE) where a word was divided at a line's end, without the line's end."""
_GONE = r"\xad\s*\n\s*|[\xad\u200b-\u200d\u2060\ufeff\x00]"
_MARK = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOKEN = re.compile(rf"(?P<divided>{_DIVIDED})|(?P<gone>{_GONE})|(?P<space>\s+)|(?P<letter>.{_MARK}*)", re.DOTALL)
_DIVISION, _INVISIBLE, _SPACE, _MARKS = (re.compile(part) for part in (_DIVIDED, _GONE, r"\s+", rf"{_MARK}+"))
_ALIKE = str.maketrans("‐‑‒–—―−’‘‚‛´`“”„«»″", "-------''''''\"\"\"\"\"\"")
_PHRASE = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and where each of its characters came from.

    Attributes:
        text: The folded text.
        starts: Per character, where in the source the letter it came from begins; -1 where it is not the first one
            that the letter became.
        ends: Per character, where that letter ends; -1 where it is not the last one.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def needles(words: str) -> tuple[str, ...]:
    """What to look for, of words that were searched for: each word, and what stands in quotes as a whole."""
    found = (phrase or word for phrase, word in _PHRASE.findall(words))
    return tuple(dict.fromkeys(part for part in found if fold(part).text.strip()))


def find(text: str, wanted: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text.

    Args:
        text: The text; a character per place.
        wanted: Words or phrases.

    Returns:
        First place and the place behind the last of each hit, in order. Of hits that overlap the first counts,
        of those the longest.
    """
    sought = {folded for part in wanted if (folded := fold(part).text.strip())}
    places = {place for joined in _readings(text) for place in _all_places(fold(text, joined=joined), sought)}
    return tuple(_apart(sorted(places, key=lambda place: (place[0], -place[1]))))[:MOST_HITS]


def may_hold(text: str, wanted: Iterable[str]) -> bool:
    """Whether looking closer is worth it: quick, and never wrong when it says no.

    Args:
        text: The text.
        wanted: Words or phrases.
    """
    sought = [fold(part).text.strip() for part in wanted]
    quick = [_quickly(text, joined=joined) for joined in _readings(text)]
    return any(part and part in page for part in sought for page in quick)


def fold(text: str, *, joined: bool = True) -> Folded:
    """Bring a text into the form in which texts are compared.

    Args:
        text: Any text.
        joined: Whether a word divided at a line's end is one word; else its hyphen stays and the line's end goes.
    """
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in _TOKEN.finditer(text):
        became = _became(token, joined=joined)
        if became == " " and letters and letters[-1] == " ":
            continue
        letters.extend(became)
        if became:
            starts.extend([token.start(), *[-1] * (len(became) - 1)])
            ends.extend([*[-1] * (len(became) - 1), token.end()])
    return Folded("".join(letters), starts, ends)


def _readings(text: str) -> tuple[bool, ...]:
    """The ways to read a text's divided words: with and without the hyphen, where there are any."""
    return (True, False) if _DIVISION.search(text) else (True,)


def _quickly(text: str, *, joined: bool) -> str:
    """What `fold` makes of a text, without the places."""
    whole = _SPACE.sub(" ", _INVISIBLE.sub("", _DIVISION.sub("" if joined else "-", text)))
    return whole.lower() if whole.isascii() else _SPACE.sub(" ", _letter(whole))


def _became(token: re.Match[str], *, joined: bool) -> str:
    kind, text = token.lastgroup, token[0]
    if kind == "letter":
        return text.lower() if text.isascii() else _letter(text)
    if kind == "space":
        return " "
    return "-" if kind == "divided" and not joined else ""


def _letter(text: str) -> str:
    """One letter without case and accents; å becomes aa, a ligature its letters."""
    whole = unicodedata.normalize("NFC", text).casefold().replace("å", "aa").translate(_ALIKE)
    apart = unicodedata.normalize("NFKD", whole).casefold()
    return _MARKS.sub("", apart).translate(_ALIKE)


def _all_places(page: Folded, sought: Iterable[str]) -> Iterator[tuple[int, int]]:
    return chain.from_iterable(_places(page, needle) for needle in sought)


def _places(page: Folded, needle: str) -> Iterator[tuple[int, int]]:
    """Places of a needle in whole letters: half of an å is no a."""
    at = page.text.find(needle)
    while at >= 0:
        start, end = page.starts[at], page.ends[at + len(needle) - 1]
        if start >= 0 and end >= 0:
            yield start, end
        at = page.text.find(needle, at + 1)


def _apart(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Hits that do not overlap the one before them."""
    last = 0
    for start, end in places:
        if start >= last:
            yield start, end
            last = end
