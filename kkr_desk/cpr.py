"""CPR numbers (*personnumre*) in a text, however they are written there: found so that nobody publishes one. Pure.

A CPR number is the day, month and year of birth and a serial number: "010203-1234". The century follows from the
seventh digit and the year (cpr.dk, *Personnummeret i CPR-systemet*). Until 1 October 2007 all of them satisfied a
check modulo 11; some that were issued since do not, nearly all of people born on a 1 January (cpr.dk, *Personnumre
uden kontrolciffer*). So the check only ranks what is found. Numbers for people who can have none, *erstatnings-* and
administrative *personnumre*, have 60 added to the day (cpr.dk, *Erstatningspersonnummer i eksterne systemer*), or two
letters in the serial number (X-eCPR and D-eCPR of Sundhedsdatastyrelsen: "0203291WQ3").

What cannot be one is passed over: parts of longer numbers (EAN, IBAN, CVR), decimals, amounts, international phone
numbers, DOIs, ISBNs, dates with a time. Where it is in doubt it is found, and ranked low.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, pairwise

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_REPLACED = 60
_WINDOW = 48
"""Characters before a number within which a word tells what it is."""
_AFTER = 16
_WIDEST = 48
"""Characters that may lie between two parts of one number: the indent of a new line."""
_NOTHING = "\x00"
"""Stands for what is not seen: zero-width spaces, marks, soft hyphens that no line ends at."""
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\uffff")
_DASHES = frozenset("-\u02d7\u2043\u2212")
_BLANKS = frozenset("\t ")
_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_SIGNS = frozenset("./:_·•*|")
_DATE_SIGNS = frozenset("-./")
_ROW = frozenset({" ", "  "})
_WITHOUT_CHECK = frozenset({"0101", "6101"})
"""Days and months of birth that have run out of numbers with a check."""

_RUN = re.compile(f"[0-9]+(?:{_NOTHING}+[0-9]+)*")
_LETTERED = re.compile(r"(?<![0-9Aa])[0-9]{6} ?-? ?[01567][A-Z]{2}[0-9](?![0-9Aa])")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
_CPR_WORD = re.compile(
    r"(?<![a-zæøå])(?:e?-?cpr|person-?\s?n(?:umme)?r|pers\.?\s?nr|fødselsnummer|fødselsdag|fødselsdato|født|f\.(?=\s*$))"
)
_CPR_WORD_BEHIND = re.compile(r"\s*\(\s*(?:e?-?cpr|personn)")
_OTHER_WORD = re.compile(
    r"(?<![a-zæøå])(?:cvr|se-?nr|p-?\s?n(?:umme)?r|tlf|telefon|telef\.|mobil|fax|phone|ean|gln|iban|konto|reg\.?\s?nr"
    r"|isbn|issn|doi|faktura|ordre|vare-?\s?nr|matr|sags?-?\s?(?:nr|id|nummer)|journal|j\.\s?nr|dok\.|dokument-?\s?(?:nr|id)"
    r"|https?:|www\.)[^0-9]*$"
)
_DOI = re.compile(r"10\.[0-9]{4,9}/\S*$")
_ISBN = re.compile(r"isbn(?:-10)?[^0-9a-zæøå]*$")
_MONEY_BEFORE = re.compile(r"(?:kr\.?|dkk|eur|€|\$|£)\s?$")
_MONEY_AFTER = re.compile(r"\s?(?:kr\b|kroner|dkk|eur|€|%|mio|mia)")
_DECIMALS = re.compile(r"[.,][0-9]{1,3}(?![0-9])")


class Rank(StrEnum):
    """How much speaks for a number being somebody's."""

    LIKELY = "likely"
    """The check fits or a word beside it says so."""
    POSSIBLE = "possible"
    """It could be one."""


@dataclass(frozen=True, slots=True)
class CprNumber:
    """A CPR number in a text.

    Attributes:
        start: Where it begins: the index of its first character.
        end: Behind its last character.
        digits: Its ten characters without what stands between them, digits in ASCII.
        rank: How likely it is one.
    """

    start: int
    end: int
    digits: str
    rank: Rank


@dataclass(frozen=True, slots=True)
class _Run:
    """Digits that stand together, and whether anything visible stands between them and those before."""

    start: int
    end: int
    digits: str


def find_cpr(text: str) -> tuple[CprNumber, ...]:
    """Every CPR number in a text, in order; they may overlap where the text can be read in two ways.

    Takes time in proportion to the text's length, whatever it is.

    Args:
        text: Any text, such as a page's.
    """
    plain = text.translate(_PLAIN)
    found = {(number.start, number.end): number for number in _found(text, plain)}
    if _RAISED.search(text):
        raised = text.translate(_PLAIN_RAISED)
        found |= {(number.start, number.end): number for number in _found(text, raised)}
    return tuple(found[place] for place in sorted(found))


def is_cpr(digits: str) -> bool:
    """Whether ten digits can be a CPR number: they begin with a date, one of a replacement number among them."""
    return len(digits) == 10 and digits.isascii() and digits.isdecimal() and born(digits) is not None


def born(digits: str) -> date | None:
    """The date of birth that a CPR number states, the century by its seventh digit; None where that is no date."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    try:
        return date(_century(year, seventh) + year, month, day - _REPLACED if day > _REPLACED else day)
    except ValueError:
        return None


def satisfies_modulus(digits: str) -> bool:
    """Whether the ten digits satisfy the check modulo 11 that all CPR numbers satisfied until October 2007."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _century(year: int, seventh: int) -> int:
    """By the year's last two digits and the seventh digit (cpr.dk, *Personnummeret i CPR-systemet*)."""
    if seventh <= 3:
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


class _Letters(dict[int, str]):
    """Each character as one of few: a digit, a dash, a space, an end of line, a letter (`A`, `a`), or itself.

    Args:
        raised: Whether raised, lowered and circled digits count as digits: otherwise they are those of notes.
    """

    def __init__(self, *, raised: bool) -> None:
        super().__init__()
        self._raised = raised

    def __missing__(self, code: int) -> str:
        self[code] = letter = self._plain(chr(code))
        return letter

    def _plain(self, letter: str) -> str:
        digit = unicodedata.digit(letter, -1) if self._raised else unicodedata.decimal(letter, -1)
        if digit >= 0:
            return str(digit)
        for signs, plain in ((_UNSEEN, _NOTHING), (_ENDS, "\n"), (_BLANKS, " "), (_DASHES, "-")):
            if letter in signs:
                return plain
        category = unicodedata.category(letter)
        if category.startswith("L"):
            return "A" if "A" <= letter <= "Z" else "a"
        return _BY_CATEGORY.get(category, letter)


_BY_CATEGORY = {"Pd": "-", "Zs": " ", "Mn": _NOTHING, "Me": _NOTHING, "Cf": _NOTHING, "Cc": _NOTHING}
_PLAIN = _Letters(raised=False)
_PLAIN_RAISED = _Letters(raised=True)
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪①-⑨]")


def _found(text: str, plain: str) -> Iterator[CprNumber]:
    runs = [_Run(m.start(), m.end(), m.group().replace(_NOTHING, "")) for m in _RUN.finditer(plain)]
    gaps = [_gap(plain[a.end : b.start]) for a, b in pairwise(runs)]
    lengths = [len(run.digits) for run in runs]
    for first in range(len(runs)):
        last = _last(lengths, gaps, first)
        if last is None:
            continue
        taken, between = runs[first : last + 1], gaps[first:last]
        around = (gaps[first - 1] if first else "", gaps[last] if last < len(gaps) else "")
        group = _Group(tuple(lengths[first : last + 1]), tuple(between), around)
        number = _judged(group, taken, text, plain)
        if number is not None:
            yield number
    yield from _lettered(text, plain)


def _gap(between: str) -> str:
    """What stands between two runs of digits: a dash, a line's end, one blank or two, a sign; "" for anything else."""
    if len(between) > _WIDEST:
        return ""
    seen = between.replace(_NOTHING, "")
    signs = seen.strip(" \n")
    if signs in {"-", "--"}:
        return "-"
    if signs:
        return signs if signs in _SIGNS else ""
    if "\n" in seen:
        return "\n"
    return " " if seen == " " else "  "


def _last(lengths: Sequence[int], gaps: Sequence[str], first: int) -> int | None:
    """The run with which ten digits are full, or twelve with a whole year; None where no run ends there."""
    total, at = lengths[first], first
    while total < 10:
        if at == len(gaps) or not gaps[at]:
            return None
        at += 1
        total += lengths[at]
    return at if total == 10 or (total == 12 and lengths[at] == 4) else None


@dataclass(frozen=True, slots=True)
class _Group:
    """Runs of digits that may be one number.

    Attributes:
        lengths: Digits of each run.
        gaps: What stands between them.
        around: What stands between the first and the run before it, and the last and the run behind it.
    """

    lengths: tuple[int, ...]
    gaps: tuple[str, ...]
    around: tuple[str, str]

    @property
    def middle(self) -> int | None:
        """The index of the gap before the serial number's four digits; None where no run ends there."""
        totals = list(accumulate(self.lengths))
        wanted = totals[-1] - 4
        return totals.index(wanted) if wanted in totals else None

    @property
    def is_broken(self) -> bool:
        """Whether a line's end stands within the date or within the serial number."""
        return "\n" in self.gaps and (self.middle is None or self.gaps[self.middle] != "\n")

    def written(self, digits: str) -> Rank | None:
        """How the digits are grouped: as people write a number, as some might, or as nobody does.

        Args:
            digits: The ten of the number.
        """
        if self.lengths == (10,):
            return Rank.LIKELY
        if self.middle is None:
            return Rank.POSSIBLE if len(self.lengths) == 2 and self.gaps == ("\n",) else None
        at, middle = self.middle, self.gaps[self.middle]
        head, tail = self.lengths[: at + 1], self.lengths[at + 1 :]
        if not _is_head(head, self.gaps[:at], middle) or not _is_tail(tail, self.gaps[at + 1 :], middle):
            return None
        if middle == "-":
            return Rank.POSSIBLE if self.is_broken else Rank.LIKELY
        is_usual = self.lengths == (6, 4) and middle in {" ", "\n"} and not set(self.around) & _ROW
        return Rank.LIKELY if is_usual and not _TIME.fullmatch(digits[6:]) else Rank.POSSIBLE

    def is_part(self) -> bool:
        """Whether it may be part of a longer row of digits in pieces, such as a phone number's or a table's."""
        if self.middle is None:
            return False
        is_joined = self.gaps[self.middle] == "-"
        has_date = self.lengths[0] in {6, 8}
        is_free_before = has_date or is_joined or self.around[0] not in _ROW
        is_free_after = (self.lengths[-1] == 4 and (has_date or is_joined)) or self.around[1] not in _ROW
        return not (is_free_before and is_free_after)

    def is_time(self, digits: str) -> bool:
        """Whether it is a date written as one, and a time: "19.06.24 0930"."""
        if self.middle is None or self.lengths[0] != 2 or self.gaps[self.middle] == "-":
            return False
        return self.gaps[0] in _DATE_SIGNS and bool(_TIME.fullmatch(digits[6:]))


def _is_head(lengths: tuple[int, ...], gaps: Sequence[str], middle: str) -> bool:
    """Whether day, month and year are grouped as in a CPR number."""
    if len(lengths) == 1:
        return True
    if lengths in {(2, 2, 2), (2, 2, 4)} and gaps[0] in _DATE_SIGNS:
        return len(set(gaps)) == 1
    if middle == "-":
        return set(gaps) <= _ROW | {"\n"}
    return set(gaps) <= _ROW and lengths in {(2, 2, 2), (4, 2), (2, 4), (1,) * 6}


def _is_tail(lengths: tuple[int, ...], gaps: Sequence[str], middle: str) -> bool:
    """Whether the serial number is grouped as in a CPR number."""
    if middle == "-":
        return set(gaps) <= _ROW | {"\n"}
    return set(gaps) <= _ROW and lengths in {(4,), (2, 2), (1,) * 4}


def _judged(group: _Group, runs: Sequence[_Run], text: str, plain: str) -> CprNumber | None:
    """The number that runs of digits are, None where they are none."""
    digits = "".join(run.digits for run in runs)
    if len(digits) == 12:
        digits = _shortened(digits) if group.middle is not None and group.gaps[group.middle] == "-" else ""
    form = group.written(digits) if is_cpr(digits) else None
    if form is None:
        return None
    start, end = runs[0].start, runs[-1].end
    before, after = text[max(start - _WINDOW, 0) : start].lower(), text[end : end + _AFTER].lower()
    if _is_told(before, after):
        return CprNumber(start, end, digits, Rank.LIKELY)
    fits = satisfies_modulus(digits) or digits[:4] in _WITHOUT_CHECK
    if group.is_part() or group.is_time(digits) or (group.middle is None and group.gaps and not fits):
        return None
    sides = _Sides(plain[max(start - 2, 0) : start], plain[end : end + 2])
    if _DOI.search(before) or (group.lengths == (10,) and _is_another(digits, before, after, sides)):
        return None
    is_sure = fits and form is Rank.LIKELY and not sides.are_joined and not _OTHER_WORD.search(before)
    return CprNumber(start, end, digits, Rank.LIKELY if is_sure else Rank.POSSIBLE)


def _shortened(digits: str) -> str:
    """A number with its whole year as one with two digits of it; "" where the two disagree, as in a date."""
    short = digits[:4] + digits[6:]
    there = born(short)
    return short if there is not None and there.year == int(digits[4:8]) else ""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two characters on either side of a number, plain."""

    left: str
    right: str

    @property
    def are_letters(self) -> bool:
        """Whether it stands within a word."""
        return self.left[-1:].isalpha() and self.right[:1].isalpha()

    @property
    def are_joined(self) -> bool:
        """Whether a word or a longer number goes on beside it."""
        if self.left[-1:].isalpha() or self.right[:1].isalpha() or self.left[-1:] in {"_", "#", "/"}:
            return True
        return _JOINED_LEFT.fullmatch(self.left) is not None or _JOINED_RIGHT.fullmatch(self.right) is not None


_JOINED_LEFT = re.compile("[0-9][-.,/]")
_JOINED_RIGHT = re.compile("[-/][0-9]")


def _is_another(digits: str, before: str, after: str, sides: _Sides) -> bool:
    """Whether ten digits in one are something else, whatever their date."""
    if sides.are_letters or before.endswith("+") or _DECIMALS.match(after):
        return True
    if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after):
        return True
    return bool(_ISBN.search(before)) and sum((10 - n) * int(d) for n, d in enumerate(digits)) % 11 == 0


def _is_told(before: str, after: str) -> bool:
    """Whether words beside a number say that it is a CPR number: the last ones before it, or those behind it."""
    words = list(_CPR_WORD.finditer(before))
    if not words:
        return _CPR_WORD_BEHIND.match(after) is not None
    other = _OTHER_WORD.search(before)
    return other is None or other.start() < words[-1].start()


def _lettered(text: str, plain: str) -> Iterator[CprNumber]:
    """Replacement numbers with two letters in them."""
    for match in _LETTERED.finditer(plain):
        start, end = match.span()
        pairs = zip(text[start:end], match.group(), strict=True)
        digits = "".join(sign if kind == "A" else kind for sign, kind in pairs if kind not in " -")
        if not is_cpr(digits[:6] + _LIKE[digits[6]] + "000"):
            continue
        before, after = text[max(start - _WINDOW, 0) : start].lower(), text[end : end + _AFTER].lower()
        yield CprNumber(start, end, digits, Rank.LIKELY if _is_told(before, after) else Rank.POSSIBLE)


_LIKE = {"0": "0", "1": "0", "5": "5", "6": "4", "7": "4"}
"""The seventh digit of a replacement number with letters, and one by which `born` tells about the same century."""
