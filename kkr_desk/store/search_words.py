"""How search reads a text: as words without case and accents, each knowing where in the text it stands. Pure.

Æ, ø and å are letters of their own; å is the same as aa, so that "Århus" finds "Aarhus". A word divided at a line's end
is whole again, what is no letter, digit or § parts words, and nothing else matters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

GRAM = 4
"""Letters of the pieces that words are indexed by. Three are found on too many pages, see docs/decisions/0009."""
EDGE = "_"
"""Where a word begins and ends, in its pieces."""

_MARKS = "\u00ad\u0300-\u036f"
_LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff"
_DIVIDED = rf"(?<=[{_LOWER}])[-\u2010\u2011][ \t]*\n[ \t]*(?=[{_LOWER}])(?!(?:og|eller|samt|til)\b)"
"""A hyphen at a line's end, unless a capital or a figure stands beside it ("KKR-") or it hangs ("social- og …")."""
_DIVISION = re.compile(_DIVIDED)
_LINE_END = re.compile(r"[-\u2010\u2011][ \t]*\n")
_WORD = re.compile(rf"[^\W_]+(?:(?:[{_MARKS}]+|{_DIVIDED})[^\W_]*)*|§")
_PLAIN = re.compile(r"[^\W_]+|§")
_MARK = re.compile(f"[{_MARKS}]+")
_LETTER = re.compile(rf"(?P<division>[-\u2010\u2011][ \t]*\n[ \t]*)|.[{_MARKS}]*", re.DOTALL)
"""The letters of a word, each with its accents."""
_ODD = re.compile("[^\x00-\x7fæøå§–]")
"""What needs a closer look: all that Danish texts hardly ever hold."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as search reads it.

    Attributes:
        text: Its words with a space before and behind each.
        starts: Where in `text` each word begins.
        places: Where in the source the word stands that it came from: first character and the one behind its last.
        source: The text itself.
    """

    text: str
    starts: Sequence[int]
    places: Sequence[tuple[int, int]]
    source: str

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in the source a stretch of `text` stands; None when it cuts a letter in two (half an å is no a).

        Args:
            start: The first character, one of a word.
            end: The one behind the last, which is of a word too.
        """
        first, last = self._within(start, at_end=False), self._within(end - 1, at_end=True)
        return None if first is None or last is None else (first, last)

    def _within(self, at: int, *, at_end: bool) -> int | None:
        """The source's place of one character: before it, or behind it."""
        word = bisect_right(self.starts, at) - 1
        begin, end = self.places[word]
        raw, offset = self.source[begin:end], at - self.starts[word] + (1 if at_end else 0)
        if raw.isascii() and "\n" not in raw:
            return begin + offset
        if len(fold_word(raw)) > 1:  # a sign that became several words (½) counts as a whole
            return end if at_end else begin
        became = 0
        for letter in _LETTER.finditer(raw):
            if letter.lastgroup is not None:
                continue
            if became == offset and not at_end:
                return begin + letter.start()
            became += sum(map(len, fold_word(letter[0])))
            if became == offset and at_end:
                return begin + letter.end()
        return None


def fold(text: str) -> Folded:
    """Read a text."""
    words: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    at = 1
    for found in _WORD.finditer(text):
        for word in fold_word(found[0]):
            words.append(word)
            starts.append(at)
            places.append(found.span())
            at += len(word) + 1
    return Folded(f" {' '.join(words)} ", starts, places, text)


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    letters = _letters(text)
    if not _ODD.search(letters):
        return _PLAIN.findall(letters.replace("å", "aa"))
    return [word for raw in _WORD.findall(text) for word in fold_word(raw)]


@lru_cache(maxsize=20_000)
def fold_word(raw: str) -> tuple[str, ...]:
    """What one word of a text becomes; seldom more than one."""
    folded = undivided(raw).casefold()
    if folded.isascii():
        return (folded,)
    return tuple(_PLAIN.findall(_bare(folded)))


def quickly(text: str) -> str:
    """All of a text's letters as its words have them, and whatever stands between: holds every word whole, and more."""
    letters = _letters(text)
    return _bare(letters) if _ODD.search(letters) else letters.replace("å", "aa")


def undivided(text: str) -> str:
    """A text in which no line's end divides a word."""
    return _DIVISION.sub("", text) if _LINE_END.search(text) else text


def divisions(text: str) -> list[tuple[int, int]]:
    """Where a line's end divides a word: its hyphen and the character behind the line's end."""
    return [found.span() for found in _DIVISION.finditer(text)] if _LINE_END.search(text) else []


def is_short(word: str) -> bool:
    """Whether a word has one or two letters: it is then looked for as a word, not as a part of one."""
    return len(word.replace("aa", "å")) < 3


def pieces(letters: str) -> tuple[str, ...]:
    """Every stretch of `GRAM` letters; none of fewer letters."""
    return tuple(letters[n : n + GRAM] for n in range(len(letters) - GRAM + 1))


def indexed(text: str) -> str:
    """What the index is given for a text: the pieces of each of its words, the word's edges included."""
    return " ".join(map(_pieces_of_word, set(words_of(text))))


@lru_cache(maxsize=20_000)
def _pieces_of_word(word: str) -> str:
    """Those of "mål": "_maa maal aal_"; a word of one letter is a piece as it is: "_5_"."""
    edged = f"{EDGE}{word}{EDGE}"
    return " ".join(pieces(edged)) or edged


def _letters(text: str) -> str:
    """A text in small letters, divided words whole."""
    return undivided(text).casefold()


def _bare(folded: str) -> str:
    """Letters without accents, ligatures and figures taken apart."""
    apart = unicodedata.normalize("NFKD", folded).casefold()
    return _MARK.sub("", apart.replace("a\u030a", "aa"))
