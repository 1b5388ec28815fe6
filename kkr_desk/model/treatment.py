"""What a caseworker has decided of how a file becomes the PDF that is included."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Shown(StrEnum):
    """Whether what a file holds beside its text is in its PDF."""

    UNDECIDED = ""
    SHOWN = "shown"
    LEFT_OUT = "left-out"


class Paper(StrEnum):
    """Which size the page of a picture has."""

    A4 = ""
    OWN = "own"


class Detail(StrEnum):
    """How many of a picture's pixels are kept."""

    ALL = ""
    FEWER = "fewer"


class Reading(StrEnum):
    """Where the text of scanned pages comes from."""

    AS_IS = ""
    RECOGNISED = "recognised"


@dataclass(frozen=True, slots=True)
class Treatment:
    """How a file is made into the PDF that is included; where a file asks nothing of that, it has no effect.

    Attributes:
        changes: Tracked changes: shown with their marks, or accepted and their marks left out.
        comments: Comments of Office documents and of PDFs.
        hidden: Hidden sheets and slides.
        paper: A picture's page.
        detail: A picture's pixels.
        reading: The text of scans.
    """

    changes: Shown = Shown.UNDECIDED
    comments: Shown = Shown.UNDECIDED
    hidden: Shown = Shown.UNDECIDED
    paper: Paper = Paper.A4
    detail: Detail = Detail.ALL
    reading: Reading = Reading.AS_IS

    def __str__(self) -> str:
        """As the store and `.kkr` files keep it: "changes=shown hidden=left-out"; "" where nothing was decided."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return " ".join(f"{name}={value}" for name, value in pairs if value)


_KINDS = {
    "changes": Shown,
    "comments": Shown,
    "hidden": Shown,
    "paper": Paper,
    "detail": Detail,
    "reading": Reading,
}


def read_treatment(written: str) -> Treatment:
    """The treatment that `str` wrote.

    Raises:
        ValueError: It is not one.
    """
    given: dict[str, StrEnum] = {}
    for pair in written.split():
        name, _, value = pair.partition("=")
        if name not in _KINDS or name in given or not value:
            raise ValueError(written)
        given[name] = _KINDS[name](value)
    return Treatment(**given)  # type: ignore[arg-type]  # each is of its own kind
