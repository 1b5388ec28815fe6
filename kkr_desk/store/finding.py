"""Which meeting a user means by a few words. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from kkr_desk.errors import UserError
from kkr_desk.model import Meeting

_ISO = re.compile(r"\d{4}(-\d{2}){0,2}")
_DANISH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_SHORTEST_ID = 4
_NAMED = 5


def find(meetings: Sequence[Meeting], words: str) -> Meeting:
    """The one meeting that fits.

    Args:
        meetings: All there are.
        words: An id or the beginning of one (4 characters or more), or any of: a date ("2024-06-19", "19.6.2024", or
            only "2024-06" or "2024") and parts of the council's name.

    Raises:
        UserError: ``meeting-unknown`` or ``meeting-ambiguous``.
    """
    text = _fold(words)
    fitting = [m for m in meetings if m.id == text]
    if not fitting and len(text) >= _SHORTEST_ID:
        fitting = [m for m in meetings if m.id.startswith(text)]
    if not fitting and text:
        fitting = [m for m in meetings if all(_fits(m, word) for word in text.split())]
    if not fitting:
        raise UserError("meeting-unknown", words=words.strip())
    if len(fitting) > 1:
        named = tuple(f"{meeting.council} {meeting.date.isoformat()} ({meeting.id})" for meeting in fitting[:_NAMED])
        raise UserError("meeting-ambiguous", words=words.strip(), meetings=named)
    return fitting[0]


def _fits(meeting: Meeting, word: str) -> bool:
    day = _day(word)
    if day is not None:
        return meeting.date.isoformat().startswith(day)
    return word in _fold(meeting.council)


def _day(word: str) -> str | None:
    """A date, or its beginning, as ISO text; None for a word that is none."""
    if _ISO.fullmatch(word):
        return word
    danish = _DANISH.fullmatch(word)
    if danish is None:
        return None
    day, month, year = (int(part) for part in danish.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # the 31st of June is a word like any other
        return None


def _fold(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().strip()
