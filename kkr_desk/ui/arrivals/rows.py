"""The rows of the list of files: where each is to go, and what came of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePath

from kkr_desk.errors import KkrDeskError
from kkr_desk.intake.proposals import Proposal, Why, taken_marked
from kkr_desk.model import Agenda, ItemId, Notice, Rendition


class Stage(StrEnum):
    """How far a file is."""

    PROPOSED = "proposed"
    COMING = "coming"
    READ = "read"
    """It was looked at; its attachment is written when all are."""
    ATTACHED = "attached"
    FAILED = "failed"
    LEFT = "left"
    """It was not wanted, or the work was stopped before it."""


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """A file in the list.

    Attributes:
        proposal: Where it is to go, as proposed or as the user has decided.
        path: Where it is.
        notice: Why a packed folder could not be unpacked.
        stage: How far it is.
        rendition: What came of looking at it.
        error: What went wrong.
    """

    proposal: Proposal
    path: Path
    notice: Notice | None = None
    stage: Stage = Stage.PROPOSED
    rendition: Rendition | None = None
    error: KkrDeskError | None = field(default=None, compare=False)

    @property
    def name(self) -> PurePath:
        """Its name, with the folders that it came in."""
        return self.proposal.file

    @property
    def is_wanted(self) -> bool:
        """Whether it is to become an attachment."""
        return self.proposal.item is not None


def numbered(rows: Sequence[ArrivalRow], agenda: Agenda) -> list[ArrivalRow]:
    """The rows, those marked anew whose number is taken."""
    marked = taken_marked([row.proposal for row in rows], agenda)
    return [replace(row, proposal=proposal) for row, proposal in zip(rows, marked, strict=True)]


def with_item(row: ArrivalRow, item: ItemId | None) -> ArrivalRow:
    """The row with another item, or with none: that is decided then."""
    return replace(row, proposal=replace(row.proposal, item=item, why=Why.DROPPED))


def with_number(row: ArrivalRow, number: int | None) -> ArrivalRow:
    """The row with another number."""
    return replace(row, proposal=replace(row.proposal, number=number))


def with_title(row: ArrivalRow, title: str) -> ArrivalRow:
    """The row with another title; the old one where nothing is given."""
    plain = " ".join(title.split())
    return replace(row, proposal=replace(row.proposal, title=plain or row.proposal.title))
