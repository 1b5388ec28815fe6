"""How meetings are ordered on the shelf: by council and year, the next one first. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kkr_desk.alphabet import alphabetic
from kkr_desk.model import Meeting


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of one year, in the order they are shown."""

    year: int
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class CouncilShelf:
    """One council's meetings, the year of its next meeting first."""

    council: str
    years: tuple[Year, ...]


def arrange(meetings: Iterable[Meeting], today: date) -> tuple[CouncilShelf, ...]:
    """Order meetings.

    Councils by the Danish alphabet; within each, what is still to come first and soonest on top, then what has been,
    latest on top. A year stands where the first of its meetings does.

    Args:
        meetings: In any order.
        today: A meeting of today is still to come.
    """
    by_council: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in sorted(meetings, key=lambda m: _nearness(m, today)):
        by_council[meeting.council].append(meeting)
    return tuple(CouncilShelf(name, _years(by_council[name])) for name in sorted(by_council, key=alphabetic))


def _years(meetings: Iterable[Meeting]) -> tuple[Year, ...]:
    by_year: defaultdict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        by_year[meeting.date.year].append(meeting)
    return tuple(Year(year, tuple(own)) for year, own in by_year.items())


def _nearness(meeting: Meeting, today: date) -> tuple[bool, int, str]:
    days = (meeting.date - today).days
    return days < 0, abs(days), meeting.id
