"""The hits as rows of a list: under each meeting's heading its own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kkr_desk.model import Meeting
from kkr_desk.store.search import Hit
from kkr_desk.ui.search.words import spoken, spoken_meeting

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins the hits of a meeting."""

    meeting: Meeting
    hits: int


Row = Heading | Hit


class Hits(QAbstractListModel):
    """Headings, which cannot be chosen, and hits, which can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show these in place of what was there."""
        self.beginResetModel()
        self._rows = []
        for meeting, own in groupby(hits, key=lambda hit: hit.meeting):
            those = list(own)
            self._rows += [Heading(meeting, len(those)), *those]
        self.endResetModel()

    def row_of(self, index: Index) -> Row | None:
        """What stands at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def hit_at(self, index: Index) -> Hit | None:
        """The hit at an index; None for a heading."""
        row = self.row_of(index)
        return row if isinstance(row, Hit) else None

    def rows_of_hits(self) -> list[int]:
        """Places of the rows that can be chosen, 0-based."""
        return [place for place, row in enumerate(self._rows) if isinstance(row, Hit)]

    def place_of(self, wanted: Hit) -> int | None:
        """Where a hit stands, as long as it leads to the same place; None without it."""
        same = (place for place, row in enumerate(self._rows) if isinstance(row, Hit) and leads_alike(row, wanted))
        return next(same, None)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    # -- Qt's --------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Headings and hits together."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """A row in one sentence."""
        row = self.row_of(index)
        if row is None or role not in {Role.DisplayRole, Role.AccessibleTextRole}:
            return None
        return spoken(row) if isinstance(row, Hit) else spoken_meeting(row.meeting, row.hits)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if self.hit_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def leads_alike(one: Hit, other: Hit) -> bool:
    """Whether two hits are of the same place, whatever is written there by now."""
    return _place(one) == _place(other)


def _place(hit: Hit) -> tuple[object, ...]:
    return hit.kind, hit.meeting_id, hit.item_id, hit.attachment_id, hit.text, hit.page
