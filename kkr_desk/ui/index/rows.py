"""The rows of the index as a list, each knowing what it leads to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from kkr_desk.index import IndexEntry, IndexRow
from kkr_desk.model import AttachmentId, ItemId
from kkr_desk.plan import Plan

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Target:
    """What a row leads to: an item, one of its attachments, or nothing (the index's own row)."""

    item: ItemId | None = None
    attachment: AttachmentId | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """A row and the stretch of paper that it is drawn on: with the next row's it makes up the page.

    Attributes:
        row: Where its lines stand.
        entry: What they say.
        target: What it leads to.
        top: Points from its page's top edge to the top of the stretch.
        bottom: To its bottom.
        is_first: Whether the page begins with it.
        is_last: Whether the page ends with it.
    """

    row: IndexRow
    entry: IndexEntry
    target: Target
    top: float
    bottom: float
    is_first: bool
    is_last: bool


class IndexRows(QAbstractListModel):
    """The rows of one plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self._slices: tuple[Slice, ...] = ()

    def show(self, plan: Plan | None) -> None:
        """Show the index of a plan, or nothing."""
        self.beginResetModel()
        self.plan = plan
        self._slices = slices(plan) if plan is not None else ()
        self.endResetModel()

    def slice_at(self, index: Index) -> Slice | None:
        """The row at an index."""
        return self._slices[index.row()] if index.isValid() and index.row() < len(self._slices) else None

    def index_of(self, target: Target) -> QModelIndex:
        """Where the row stands that leads to something; invalid where none does."""
        if target == Target():
            return QModelIndex()
        return next((self.index(n) for n, row in enumerate(self._slices) if row.target == target), QModelIndex())

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        if self._slices:
            self.dataChanged.emit(self.index(0), self.index(len(self._slices) - 1))

    # -- Qt's --------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """As many as the index has entries."""
        return 0 if parent.isValid() else len(self._slices)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """A row in one sentence: "2.1 Fordeling af flygtninge, side 16"."""
        row = self.slice_at(index)
        if row is None or role not in {Role.DisplayRole, Role.AccessibleTextRole}:
            return None
        told = QCoreApplication.translate("Index", "{text}, side {page}")
        return told.format(text=row.entry.text, page=row.entry.page)


def slices(plan: Plan) -> tuple[Slice, ...]:
    """A plan's rows with their stretches of paper."""
    rows, style = plan.rows, plan.style
    firsts = [n == 0 or rows[n - 1].page != row.page for n, row in enumerate(rows)]
    lasts = [*firsts[1:], True]
    made: list[Slice] = []
    for n, (row, target) in enumerate(zip(rows, targets(plan), strict=True)):
        top = 0.0 if firsts[n] else made[-1].bottom
        bottom = style.page_height if lasts[n] else _middle(plan, n)
        made.append(Slice(row, plan.entries[row.entry], target, top, bottom, firsts[n], lasts[n]))
    return tuple(made)


def targets(plan: Plan) -> list[Target]:
    """What each entry of a plan leads to, in order; see `kkr_desk.plan`."""
    found = [Target()]
    for row in plan.agenda.items:
        if row.attachments:
            found.append(Target(row.item.id))
            found.extend(Target(row.item.id, own.attachment.id) for own in row.attachments)
    return found


def _middle(plan: Plan, n: int) -> float:
    """Between the lines of a row and those of the next one on its page."""
    row, following = plan.rows[n], plan.rows[n + 1]
    end = row.top + len(row.lines) * plan.style.leading
    return (end + following.top) / 2
