"""A line of the attachment pane: what is asked or offered about the file, and what answering it would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kkr_desk.model import Treatment
from kkr_desk.store.earlier_uses import EarlierUse


class Manner(StrEnum):
    """How a line is meant."""

    ASKS = "asks"
    """Somebody has to decide before the bilag is sent out."""
    OFFERS = "offers"
    """It may be done, or left."""
    DECIDED = "decided"
    """It was decided, and may be changed."""
    TELLS = "tells"
    """There is nothing to do."""


@dataclass(frozen=True, slots=True)
class Treat:
    """Have the file treated so; `label` is the operation's, with ``{place}``."""

    treatment: Treatment
    label: str


@dataclass(frozen=True, slots=True)
class Retitle:
    """Take a title."""

    title: str


@dataclass(frozen=True, slots=True)
class GiveCaseNumber:
    """Give the item a case number."""

    case_number: str


@dataclass(frozen=True, slots=True)
class GiveLanguage:
    """Say which language the attachment is in."""

    tag: str


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to another attachment, of this meeting or another one."""

    use: EarlierUse


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Offer the files that are in the file."""


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Look at the file again."""


Deed = Treat | Retitle | GiveCaseNumber | GiveLanguage | GoTo | TakeOut | LookAgain


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer a line.

    Attributes:
        name: The button's name among the window's widgets.
        text: What stands on it.
        deed: What it does.
        obstacle: Why it cannot be done here, a sentence; "" where it can.
    """

    name: str
    text: str
    deed: Deed
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        name: What it is about; each is there once.
        manner: How it is meant.
        text: A sentence.
        answers: None, one or two.
    """

    name: str
    manner: Manner
    text: str
    answers: tuple[Answer, ...] = ()


def counted(facts: Mapping[str, str], name: str = "count") -> int:
    """How many a notice tells of; 1 where it does not say, since a colleague's program may tell in another way."""
    told = facts.get(name, "")
    return int(told) if told.isdecimal() else 1
