"""What is searched for: the words that somebody typed, as a question to the index and as a test of a text. Pure.

* Every word must occur, anywhere in a word: *fordeling* finds *Flygtningefordeling*. One of one or two letters must be
  a word of its own.
* What stands in quotes must occur as it stands, whole words; while the second quote is missing, the last may go on.
* A sign within a word ("SAG-2022-01500", "10,5") parts it into words that must follow each other; a hyphen may also be
  none, since it may be a line's end that divided the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kkr_desk.store.search_words import EDGE, Folded, fold, fold_plainly, is_short, pieces, quickly, words_of

MOST_TERMS = 24
"""Words of a question that count; a whole page that was pasted is cut off here."""
_MOST_LETTERS = 200
"""Letters of one term that count."""
_MOST_PIECES = 60
"""Pieces that the index is asked for; it needs no more to leave few pages over."""

_TYPED = re.compile(r'"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+)')
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
_UNIT = re.compile("å|aa|.")
_TO_END = "(?![^ ])"
_QUOTES = str.maketrans("“”„«»″", '""""""')


Places = tuple[tuple[tuple[int, int], ...], ...]
"""For each thing that was looked for, where it stands: first character and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that must follow each other.

    Attributes:
        words: Folded, at least one.
        from_start: Whether the first may not be the end of a longer word.
        to_end: Whether the last may not be the beginning of a longer word.
    """

    words: tuple[str, ...]
    from_start: bool
    to_end: bool

    def places(self, page: Folded) -> Iterator[tuple[int, int]]:
        """Where it stands in a text."""
        pattern, letters, at = _pattern(self), page.letters, 0
        while found := pattern.search(letters, at):
            start, end = found.span()
            if self.from_start and start and letters[start - 1] != " ":
                at = start + 1
            else:
                yield page.place(start, end)
                at = end

    def pieces(self) -> Iterator[str]:
        """What the index must hold of a text, each as FTS5 writes it."""
        last = len(self.words) - 1
        for n, word in enumerate(self.words):
            is_from_start, is_to_end = n > 0 or self.from_start, n < last or self.to_end
            edged = f"{EDGE * is_from_start}{word}{EDGE * is_to_end}"
            found = pieces(edged)
            if found or (is_from_start and is_to_end):
                yield from (f'"{piece}"' for piece in found or (edged,))
            else:
                yield f'"{edged}"*'  # three letters and no edge: whatever piece begins with them


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must occur, in any of its readings."""

    readings: tuple[Wanted, ...]

    def places(self, page: Folded) -> tuple[tuple[int, int], ...]:
        """Where it stands in a text: first character and the one behind the last, in order of the readings."""
        return tuple(place for wanted in self.readings for place in wanted.places(page))

    def may_be_in(self, letters: str) -> bool:
        """Whether a text may have it, of which `quickly` gave the letters; never wrong when it says no."""
        return any(all(_letters(word).search(letters) for word in wanted.words) for wanted in self.readings)

    def expression(self) -> str:
        """The question to FTS5."""
        parts = [" AND ".join(list(dict.fromkeys(wanted.pieces()))[:_MOST_PIECES]) for wanted in self.readings]
        return " OR ".join(f"({part})" for part in parts)


@dataclass(frozen=True, slots=True)
class Query:
    """All that must occur in one text."""

    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)

    def expression(self) -> str:
        """The question to FTS5: what it finds is a little too much, `places` decides."""
        return " AND ".join(f"({part})" for part in dict.fromkeys(term.expression() for term in self.terms))

    def places(self, text: str) -> Places:
        """Where in a text each of them stands; empty when one does not."""
        page = fold_plainly(text)
        if page is not None:
            if not self._may_stand_in(page.letters):
                return ()
        else:
            letters = quickly(text)
            if not all(term.may_be_in(letters) for term in self.terms):
                return ()
            page = fold(text)
        found = []
        for term in self.terms:
            places = term.places(page)
            if not places:
                return ()
            found.append(places)
        return tuple(found)

    def _may_stand_in(self, letters: str) -> bool:
        """Whether each has a reading that stands there, if perhaps within a word; sorts out most texts."""
        for term in self.terms:
            for wanted in term.readings:
                if _pattern(wanted).search(letters):
                    break
            else:
                return False
        return True


def parse(typed: str) -> Query:
    """Read what somebody typed; nothing of it is ever wrong."""
    terms: dict[Term, None] = {}
    for found in _TYPED.finditer(typed.translate(_QUOTES)):
        term = _phrase(found["phrase"], bool(found["closed"])) if found["word"] is None else _word(found["word"])
        if term is not None:
            terms[term] = None
    return Query(tuple(terms)[:MOST_TERMS])


@lru_cache(maxsize=200)
def _pattern(wanted: Wanted) -> re.Pattern[str]:
    """What stands in the letters of a text; that it begins a word is looked at by hand, which is quicker."""
    return re.compile(" +".join(map(_spelt, wanted.words)) + _TO_END * wanted.to_end)


@lru_cache(maxsize=200)
def _letters(word: str) -> re.Pattern[str]:
    return re.compile(_spelt(word))


def _spelt(word: str) -> str:
    """A word as a pattern in which å and aa are the same."""
    return "".join("(?:å|aa)" if unit in {"å", "aa"} else re.escape(unit) for unit in _UNIT.findall(word))


def _phrase(text: str, is_closed: bool) -> Term | None:  # noqa: FBT001  read off the text beside it
    words = tuple(words_of(text[:_MOST_LETTERS]))
    if not words:
        return None
    is_whole = is_closed or text != text.rstrip() or len(words[-1]) == 1
    return Term((Wanted(words, from_start=True, to_end=is_whole),))


def _word(text: str) -> Term | None:
    text = text[:_MOST_LETTERS]
    ways = dict.fromkeys(tuple(words_of(way)) for way in (text, _HYPHEN.sub("", text)))
    readings = tuple(Wanted(words, is_short(words[0]), is_short(words[-1])) for words in ways if words)
    return Term(readings) if readings else None
