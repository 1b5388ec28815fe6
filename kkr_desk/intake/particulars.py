"""What a paper says of itself on its first pages: case number, journal number, document id, date, sender, title.

The labels are those of Danish municipalities' and ministries' letters (seed meeting KKR Nordjylland, 2022: "Sags ID:
SAG-2022-01500", "Dok. ID: 3211001", "J.nr. 2022 - 4181", "Dato: 9. maj 2022"). All of it is offered, nothing is taken
unasked, so what is uncertain is rather left out. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from kkr_desk.model import DANISH_MONTHS, Particulars

FIRST_PAGES = 3
"""Pages that are read: a letter names its case on the first, a report behind its cover."""
MOST_CHARACTERS = 20_000
"""Of a page: what stands behind them on a page nobody wrote by hand is not read."""
LONGEST_TITLE = 200

_NUMBER = r"([A-ZÆØÅ0-9](?:[\w./]|(?: ?[-–] ?)(?=\w))*\d[\w./-]*|\d+)"
_CASE = re.compile(rf"\b(?:sags?[ -]?(?:id|nr|nummer|nummeret)|sag(?=:))\.?\s*[:.]?\s*{_NUMBER}", re.IGNORECASE)
_JOURNAL = re.compile(rf"\b(?:j\. ?nr|journal[ -]?(?:nr|nummer))\.?\s*[:.]?\s*{_NUMBER}", re.IGNORECASE)
_DOCUMENT = re.compile(rf"\b(?:dok(?:ument)?\.?[ -]?(?:id|nr|nummer))\.?\s*[:.]?\s*{_NUMBER}", re.IGNORECASE)
_LETTER_CASE = re.compile(r"\b(SAG-\d{4}-\d{3,6})\b")
_SENDER = re.compile(r"^(?:afsender|fra)\s*:\s*(\S[^\n]{1,99}?)\s*$", re.IGNORECASE | re.MULTILINE)

_MONTH = "|".join(DANISH_MONTHS)
_IN_WORDS = rf"(?P<day>\d{{1,2}})\.? ?(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)"
_IN_FIGURES = r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>(?:19|20)\d\d)"
_ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
_DATES = tuple(re.compile(rf"(?<![\d-]){form}(?![\d-])", re.IGNORECASE) for form in (_IN_WORDS, _IN_FIGURES, _ISO))
_DATE_LABEL = re.compile(r"\b(?:dato|den)\s*:?\s*$", re.IGNORECASE)
_ALONE = re.compile(r"(?:[A-ZÆØÅ][\wæøå. ]{0,30},?\s+)?(?:den )?$", re.IGNORECASE)

_NOT_TITLES = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)\b|(?:untitled|ikke-navngivet|unavngivet|dokument|document|doc|"
    r"præsentation|presentation|powerpoint|slide|lysbillede|mappe|book|scan|skan|img|image|billede|foto|print|"
    r"kopi af)[\s\d()-]*(?:\.\w{2,4})?$|https?:|www\.)",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|html?|dotx?|indd|ai|eps)$", re.IGNORECASE)

_COMMON_WORDS = {
    "da": "af at blev blive de den der det efter eller en er et for fra har hvor i ikke med men mellem og om også på "
    "samt skal som til ved vil være",
    "sv": "att av blev bli de den det där efter eller en ett för från har inte med men mellan och om också på samt ska "
    "som till vid vill vara är",
    "nb": "av at ble bli de den der det etter eller en er et for fra har hvor i ikke med men mellom og om også på samt "
    "skal som til ved vil være å",
    "en": "a after also and are as at be been between but by for from has have in is it not of on or shall that the "
    "this to was were which will with",
    "de": "aber als auch auf aus bei das dem den der des die durch ein eine für im in ist mit nach nicht oder sich "
    "sind und von werden wie zu zwischen",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _COMMON_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 25
_CLEARLY = 1.05
"""How many times as many words tell of a language as of the next."""


def particulars_of(texts: Sequence[str], title: str = "", heading: str = "") -> Particulars:
    """What a paper says of itself.

    Args:
        texts: Text of its pages, from the first; only the first few are read.
        title: The title among its properties.
        heading: Its first heading, as it is printed.
    """
    pages = [text[:MOST_CHARACTERS] for text in texts[:FIRST_PAGES]]
    front, first = "\n".join(pages), pages[0] if pages else ""
    case = _LETTER_CASE.search(front)
    return Particulars(
        title=sensible_title(title) or sensible_title(heading),
        case_number=case[1] if case else _labelled(_CASE, front),
        journal_number=_labelled(_JOURNAL, front),
        document_id=_labelled(_DOCUMENT, front),
        date=_date_of(first),
        sender=_labelled(_SENDER, first),
        language=language_of(front),
    )


def sensible_title(text: str) -> str:
    """A text as a title: on one line; "" when it is none, such as a file name or what a program calls a new file."""
    title = " ".join(text.split())
    if not 3 <= len(title) <= LONGEST_TITLE or _NOT_TITLES.match(title) or _FILE_NAME.search(title):
        return ""
    is_file_name = "_" in title or ("-" in title and " " not in title) or not re.search(r"[^\W\d_]{3}", title)
    return "" if is_file_name else title


def language_of(text: str) -> str:
    """The language of a text by its commonest words: "da", "sv", "nb", "en" or "de"; "" when that is uncertain.

    A short text may have none of the few words that tell Norwegian from Danish: then it is Danish, as nearly all are
    that come here.
    """
    counts = Counter(_WORD.findall(text.lower()))
    total = sum(counts.values())
    if total < _LEAST_WORDS:
        return ""
    scores = {tag: sum(counts[word] for word in words) for tag, words in _WORDS.items()}
    scores.pop("da" if scores["nb"] > scores["da"] * _CLEARLY else "nb")
    (second, _), (most, tag) = sorted((score, tag) for tag, score in scores.items())[-2:]
    return tag if most >= total * 0.15 and most > second * _CLEARLY else ""


def _labelled(label: re.Pattern[str], text: str) -> str:
    found = label.search(text)
    return " ".join(found[1].rstrip(".,-– ").split()) if found else ""


def _date_of(text: str) -> str:
    """The date of a letter, ISO: one that is labelled, else the first that stands on a line of its own."""
    dates = sorted(
        ((match.start(), match.end(), day) for form in _DATES for match in form.finditer(text) if (day := _day(match))),
    )
    for start, _, day in dates:
        line = text[text.rfind("\n", 0, start) + 1 : start]
        before = line or text[:start].rstrip("\n").rpartition("\n")[2]
        if _DATE_LABEL.search(before) and "dato" in before.casefold():
            return day.isoformat()
    for start, end, day in dates:
        line = text[text.rfind("\n", 0, start) + 1 : start]
        rest = text[end:].partition("\n")[0]
        if _ALONE.fullmatch(line) and len(rest.strip()) <= 2:
            return day.isoformat()
    return ""


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].casefold()
    number = int(month) if month.isdecimal() else DANISH_MONTHS.index(month) + 1
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
