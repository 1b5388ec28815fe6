"""From the flat list of a meeting file to the agenda's tree, with the numbers that must be pinned. Pure.

A flat "2.1" without its section gets the section 2, untitled until somebody names it (seed meetings: the sections are
headings of the agenda and stand in no index). An item without a number stands beside the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kkr_desk.meeting_file import FileItem
from kkr_desk.model import AgendaItem, ItemId, MeetingId
from kkr_desk.numbering import parent_number, pins_needed


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One agenda item to be written.

    Attributes:
        item: What the meeting file says of it; None for a section that it only implies.
        parent: 0-based place of its section among the rows, always before it; None at the top.
        pin: The number to pin, None where the position gives the right one.
    """

    item: FileItem | None
    parent: int | None
    pin: str | None = None


def outline(items: Sequence[FileItem], *, issued: bool) -> tuple[OutlineRow, ...]:
    """The agenda that a meeting file describes.

    Args:
        items: Its items in order; given numbers are unique and well formed.
        issued: Whether the numbers were sent out: then all that are given are pinned.

    Returns:
        Sections and items; siblings in order, a section before what is in it.
    """
    tree = _Tree(items)
    rows = tree.rows
    given = {_id(n): number for number, n in tree.places.items()}
    blank = [_blank(n, row.parent) for n, row in enumerate(rows)]
    pins = pins_needed(blank, given, issued=issued)
    return tuple(OutlineRow(row.item, row.parent, pins.get(_id(n))) for n, row in enumerate(rows))


class _Tree:
    """Puts rows in their places; `places` is where each given or implied number stands."""

    def __init__(self, items: Sequence[FileItem]) -> None:
        self.rows: list[OutlineRow] = []
        self.places: dict[str, int] = {}
        self._given = {item.number: item for item in items if item.number}
        previous: int | None = None
        for item in items:
            if item.number:
                previous = self._place(item.number)
            else:
                parent = None if previous is None else self.rows[previous].parent
                previous = self._add(item, parent)

    def _place(self, number: str) -> int:
        """Where a number's row is; added, after its section, when it is not there yet."""
        if number not in self.places:
            section = parent_number(number)
            parent = self._place(section) if section else None
            self.places[number] = self._add(self._given.get(number), parent)
        return self.places[number]

    def _add(self, item: FileItem | None, parent: int | None) -> int:
        self.rows.append(OutlineRow(item, parent))
        return len(self.rows) - 1


def _id(place: int) -> ItemId:
    return ItemId(f"{place:08}")


def _blank(place: int, parent: int | None) -> AgendaItem:
    """A row as `numbering` wants it, with its place for an id and an order key."""
    return AgendaItem(_id(place), MeetingId(""), None if parent is None else _id(parent), _id(place), "")
