"""One sentence in Danish and English, and how its facts are filled in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from string import Formatter

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_CONTROLS = ("Cc", "Cs", "Zl", "Zp")
_UNPRINTABLE = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")
UNKNOWN = "…"
"""Stands where a sentence names a fact that it was not given."""


class Language(StrEnum):
    """Languages that the program speaks; the documents' words belong to the council's template."""

    DANISH = "da"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a person reads. Facts stand in braces, ``{file}``; one of many parts brings its own line breaks.

    An error says what happened, then what to do, then that nothing was lost.
    """

    da: str
    en: str

    def text(self, language: Language) -> str:
        """The sentence in one language, its facts not yet filled in."""
        return self.da if language is Language.DANISH else self.en


Table = Mapping[str, Sentence]
"""Sentences by code."""


def say(table: Table, code: str, language: Language, **facts: object) -> str:
    """Fill in a sentence.

    Never raises: a missing fact becomes an ellipsis and an unknown code is shown as it is, since a sentence is often
    the last thing that still works when something has failed.

    Args:
        table: One of the tables of `kkr_desk.sentences`.
        code: Key of the sentence.
        language: Language to say it in.
        facts: What stands in the sentence's braces. Dates are written out, the parts of a tuple stand each on a line
            of its own (a notice in its own words), control characters are made harmless.
    """
    sentence = table.get(code)
    if sentence is None:
        return code
    told = _Facts({name: _told(value, language) for name, value in facts.items()})
    return Formatter().vformat(sentence.text(language), (), told)


def facts_of(text: str) -> frozenset[str]:
    """Names of the facts that stand in a text's braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def long_date(day: date, language: Language) -> str:
    """A date written out: "19. juni 2024", "19 June 2024"."""
    from kkr_desk.model import DANISH_MONTHS  # noqa: PLC0415  the window is drawn before anything of the model is loaded

    if language is Language.DANISH:
        return f"{day.day}. {DANISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def printable(text: str) -> str:
    """A text with a mark for each character that does not print: a title or a file name may hold anything.

    Such characters could move a terminal's cursor, reverse the reading or make an XML file unreadable.
    """
    return "".join("\ufffd" if c in _UNPRINTABLE or unicodedata.category(c) in _CONTROLS else c for c in text)


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return UNKNOWN


def _told(value: object, language: Language) -> str:
    if isinstance(value, date):
        return long_date(value, language)
    if isinstance(value, tuple):
        return "".join(f"\n  – {_told_part(part, language)}" for part in value) + "\n"
    return printable(str(value))


def _told_part(part: object, language: Language) -> str:
    """One of many: a notice has a sentence of its own."""
    code, facts = getattr(part, "code", ""), getattr(part, "facts", ())
    if not code:
        return printable(str(part))
    from kkr_desk.sentences.notices import NOTICES  # noqa: PLC0415  a table is loaded when it is needed

    return say(NOTICES, code, language, **dict(facts))
