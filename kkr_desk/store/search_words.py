"""How search reads a text: as letters without case and accents, each knowing where in the text it stands. Pure.

Æ, ø and å are letters of their own; å is the same as aa, so that "Århus" finds "Aarhus". A word divided at a line's end
is whole again, what is no letter, digit or § parts words, and nothing else matters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

GRAM = 4
"""Letters of the pieces that words are indexed by. Three are found on too many pages, see docs/decisions/0011."""
EDGE = "_"
"""Where a word begins and ends, in its pieces."""

_MARKS = "\u00ad\u0300-\u036f"
_LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff"
_DIVIDED = rf"(?<=[{_LOWER}])[-\u2010\u2011][ \t]*\n[ \t]*(?=[{_LOWER}])(?!(?:og|eller|samt|til)\b)"
"""A hyphen at a line's end, unless a capital or a figure stands beside it ("KKR-") or it hangs ("social- og …")."""
_DIVISION = re.compile(_DIVIDED)
_LINE_END = re.compile(r"[-\u2010\u2011][ \t]*\n")
_DASH_END = re.compile(r"-[ \t]*\n")
_WORD = re.compile(rf"[^\W_]+(?:(?:[{_MARKS}]+|{_DIVIDED})[^\W_]*)*|§")
_LETTER = re.compile(rf"(?P<division>[-\u2010\u2011][ \t]*\n[ \t]*)|.[{_MARKS}]*", re.DOTALL)
"""The letters of a word, each with its accents."""
_PLAIN = re.compile(r"[^\W_]+|§")
_MARK = re.compile(f"[{_MARKS}]+")

_CODES = ("latin-1", "cp1252")
"""What they can encode is folded byte by byte. Danish texts seldom go beyond the second, which has dashes and quotes;
the first is tried before since Python encodes it five times as fast."""
_ODD = b"\0"
"""What a byte becomes that does not stay one letter or a space: such a text is read word by word."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as search reads it.

    Attributes:
        letters: Its words, with at least a space between them; å is one letter.
        places: Where in the text each letter's source begins and ends; None where that is its own place.
    """

    letters: str
    places: Sequence[tuple[int, int]] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a stretch of `letters` stands, of which the first and the last are no spaces."""
        return (start, end) if self.places is None else (self.places[start][0], self.places[end - 1][1])


def fold_plainly(text: str) -> Folded | None:
    """Read a text that can be read letter by letter; None for any other."""
    plain = _letter_by_letter(text)
    return None if plain is None else Folded(plain)


def fold(text: str) -> Folded:
    """Read a text."""
    plain = fold_plainly(text)
    if plain is not None:
        return plain
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        for letter in _LETTER.finditer(word[0]):
            became = " ".join(fold_word(letter[0])) if letter.lastgroup is None else ""
            letters.append(became)
            places.extend([(word.start() + letter.start(), word.start() + letter.end())] * len(became))
        letters.append(" ")
        places.append((word.end(), word.end()))
    return Folded("".join(letters), places)


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    plain = _letter_by_letter(text)
    if plain is not None:
        return plain.split()
    return [word for raw in _WORD.findall(text) for word in fold_word(raw)]


@lru_cache(maxsize=20_000)
def fold_word(raw: str) -> tuple[str, ...]:
    """What one word of a text becomes; seldom more than one."""
    folded = undivided(raw).casefold()
    return (folded,) if folded.isascii() else tuple(_PLAIN.findall(_bare(folded)))


def quickly(text: str) -> str:
    """All of a text's letters as its words have them, and whatever stands between: holds every word whole, and more."""
    plain = _letter_by_letter(text)
    return _bare(undivided(text).casefold()) if plain is None else plain


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
    """Every stretch of `GRAM` letters, å as aa; none of fewer letters."""
    spelt = letters.replace("å", "aa")
    return tuple(spelt[n : n + GRAM] for n in range(len(spelt) - GRAM + 1))


def indexed(text: str) -> str:
    """What the index is given for a text: the pieces of each of its words, the word's edges included."""
    return " ".join(map(_pieces_of_word, set(words_of(text))))


@lru_cache(maxsize=20_000)
def _pieces_of_word(word: str) -> str:
    """Those of "mål": "_maa maal aal_"; a word of one letter is a piece as it is: "_5_"."""
    edged = f"{EDGE}{word}{EDGE}"
    return " ".join(pieces(edged)) or edged


def _bare(folded: str) -> str:
    """Letters without accents, ligatures and figures taken apart; å stays."""
    apart = unicodedata.normalize("NFKD", folded).casefold()
    return _MARK.sub("", apart.replace("a\u030a", "å"))


def _letter_by_letter(text: str) -> str | None:
    """A text with each letter folded and all else a space, place by place. None where that cannot be done."""
    if "-" in text and _DASH_END.search(text):
        return None
    for code in _CODES:
        try:
            folded = text.encode(code).translate(_folding_table(code))
        except UnicodeEncodeError:  # a letter from farther away
            continue
        return None if _ODD in folded else folded.decode(code)
    return None


@cache
def _folding_table(code: str) -> bytes:
    """What each byte of a code becomes."""
    return b"".join(_folded_byte(bytes([byte]), code) for byte in range(256))


def _folded_byte(byte: bytes, code: str) -> bytes:
    try:
        letter = byte.decode(code)
    except UnicodeDecodeError:  # one of the five that mean nothing
        return _ODD
    if not _WORD.match(letter):
        return _ODD if _MARK.match(letter) else b" "
    became = " ".join(fold_word(letter))
    encoded = became.encode(code, "ignore")
    return encoded if len(became) == len(encoded) == 1 and became != "§" else _ODD
