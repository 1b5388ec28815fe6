"""The list of files as Qt's model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kkr_desk.intake.proposals import Proposal
from kkr_desk.model import Agenda, ItemId
from kkr_desk.ui.arrivals.rows import ArrivalRow, Stage, numbered, with_item, with_number, with_title
from kkr_desk.ui.arrivals.words import (
    Column,
    column_name,
    no_item,
    number_text,
    spoken,
    state_icon,
    state_text,
    state_tip,
)
from kkr_desk.ui.frame.icons import icon

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_WRITTEN = {Column.ITEM, Column.NUMBER, Column.TITLE}
NOWHERE = QModelIndex()


class ArrivalModel(QAbstractTableModel):
    """Files, where they are to go, and what came of them.

    Args:
        rows: The files.
        agenda: The meeting's.
    """

    decided = Signal()
    """Something was decided of a row."""

    def __init__(self, rows: Sequence[ArrivalRow], agenda: Agenda, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._agenda = agenda
        self._is_open = True
        self.items = {row.item.id: f"{row.number} {row.item.title}" for row in agenda.items}
        """What each item is called, in order."""
        self.rows = numbered(rows, agenda)

    @property
    def wanted(self) -> int:
        """How many are to become attachments."""
        return sum(row.is_wanted for row in self.rows)

    def close(self) -> None:
        """Nothing can be decided any more."""
        self._is_open = False
        self._draw()

    def open(self) -> None:
        """Everything can be decided again."""
        self._is_open = True
        self._draw()

    def follow(self, agenda: Agenda) -> None:
        """Go by the meeting as it stands now; a row whose item is gone has none."""
        self._agenda = agenda
        self.items = {row.item.id: f"{row.number} {row.item.title}" for row in agenda.items}
        self._change(
            lambda row: row if row.proposal.item in self.items else with_item(row, None), range(len(self.rows))
        )

    def show(self, place: int, **changes: object) -> None:
        """Tell what has become of a file: its `stage`, `rendition` or `error`."""
        self.rows[place] = replace(self.rows[place], **changes)  # type: ignore[arg-type]  # its own fields
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    def choose_item(self, places: Sequence[int], item: ItemId | None) -> None:
        """Let several files go to an item, or nowhere."""
        self._change(lambda row: with_item(row, item), places)

    # -- Qt's --------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        flags = super().flags(index)
        if self._is_open and index.column() in _WRITTEN:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if orientation is Qt.Orientation.Horizontal and role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return column_name(section)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        row, column = self.rows[index.row()], Column(index.column())
        if role == _Role.DisplayRole:
            return self._shown(row)[column]
        if role == _Role.EditRole:
            return self._written(row, column)
        if role == _Role.ToolTipRole:
            tips = {Column.STATE: state_tip(row), Column.FILE: str(row.name)}
            return tips.get(column) or self._shown(row)[column]
        if role == _Role.AccessibleTextRole:
            return spoken(row, self.items)
        if role == _Role.DecorationRole and column is Column.STATE and state_icon(row):
            return icon(state_icon(row))
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Keep what was decided of a file."""
        if role != _Role.EditRole or not self._is_open:
            return False
        column = Column(index.column())
        if column is Column.ITEM:
            self.choose_item([index.row()], ItemId(value) if isinstance(value, str) and value else None)
        elif column is Column.NUMBER:
            text = str(value).strip()
            number = int(text) if text.isdecimal() and 0 < int(text) < 1000 else None
            self._change(lambda row: with_number(row, number), [index.row()])
        else:
            self._change(lambda row: with_title(row, str(value)), [index.row()])
        return True

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._draw()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _shown(self, row: ArrivalRow) -> dict[Column, str]:
        item = self.items.get(row.proposal.item) if row.proposal.item else None
        return {
            Column.FILE: str(self._short(row)),
            Column.ITEM: item or no_item(),
            Column.NUMBER: number_text(row),
            Column.TITLE: row.proposal.title,
            Column.STATE: state_text(row),
        }

    def _short(self, row: ArrivalRow) -> PurePath:
        """Its name without the folder that all of them came in."""
        tops = {one.name.parts[0] if len(one.name.parts) > 1 else None for one in self.rows}
        return row.name.relative_to(row.name.parts[0]) if len(tops) == 1 and None not in tops else row.name

    def _written(self, row: ArrivalRow, column: Column) -> object:
        proposal: Proposal = row.proposal
        return {
            Column.ITEM: proposal.item or "",
            Column.NUMBER: proposal.number or "",
            Column.TITLE: proposal.title,
        }.get(column, "")

    def _change(self, change: Callable[[ArrivalRow], ArrivalRow], places: Sequence[int]) -> None:
        rows = list(self.rows)
        for place in places:
            rows[place] = change(rows[place])
        self.rows = numbered(rows, self._agenda)
        self._draw()
        self.decided.emit()

    def _draw(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))


def are_coming(rows: Sequence[ArrivalRow]) -> tuple[int, ...]:
    """The places of the rows that are to be read."""
    return tuple(place for place, row in enumerate(rows) if row.is_wanted and row.stage is Stage.PROPOSED)
