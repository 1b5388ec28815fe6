"""The list of what differs: each item, what has happened to it, and what is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from kkr_desk.model import ItemId
from kkr_desk.store.meeting_exchange.differences import ItemDifference, Side
from kkr_desk.store.meeting_exchange.history import ChangedBy
from kkr_desk.store.meeting_exchange.words import course, heading
from kkr_desk.ui.frame.icons import SIZE, icon
from kkr_desk.ui.frame.language import language

_ROW = 28
"""Points that a row takes."""


class DifferenceList(QTreeWidget):
    """Items that differ."""

    current_changed = Signal()
    """Another one is to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self._items: tuple[ItemDifference, ...] = ()
        self._chosen: Mapping[ItemId | None, Side] = {}
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(SIZE, SIZE))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 180), (2, 140)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self.currentItemChanged.connect(self.current_changed)
        self.retranslate()

    @property
    def current(self) -> ItemDifference | None:
        """The one that is looked at."""
        item = self.currentItem()
        row = self.indexOfTopLevelItem(item) if item is not None else -1
        return self._items[row] if 0 <= row < len(self._items) else None

    def show_items(self, items: tuple[ItemDifference, ...], chosen: Mapping[ItemId | None, Side]) -> None:
        """Show what differs and what is chosen. The same one stays looked at; at first it is the first question."""
        before = self.current
        self._items, self._chosen = items, chosen
        self._fill(_row_of(items, before.item) if before is not None else _first_question(items))

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self.setHeaderLabels([self.tr("Punkt"), self.tr("Hvad der er sket"), self.tr("Valg")])
        self.setAccessibleName(self.tr("Hvad der er anderledes"))
        self.show_items(self._items, self._chosen)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, row: int) -> None:
        words = {
            Side.OURS: self.tr("Behold her"),
            Side.THEIRS: self.tr("Tag fra filen"),
            Side.EACH: self.tr("Tag begge ændringer"),
        }
        before = self.blockSignals(True)  # noqa: FBT003  Qt's
        self.clear()
        for one in self._items:
            side = self._chosen.get(one.item, Side.OURS)
            item = QTreeWidgetItem([heading(one, language()), course(one, language()), words[side]])
            item.setSizeHint(0, QSize(0, _ROW))
            for column in range(item.columnCount()):
                item.setToolTip(column, item.text(column))
            if is_question(one):
                item.setIcon(1, icon("circle-question-mark"))
            self.addTopLevelItem(item)
        wanted = self.topLevelItem(row)
        if wanted is not None:
            self.setCurrentItem(wanted)
        self.blockSignals(before)


def is_question(one: ItemDifference) -> bool:
    """Whether only a person can say: both have changed the same."""
    return one.changed_by is ChangedBy.BOTH and Side.EACH not in one.sides


def _row_of(items: tuple[ItemDifference, ...], item: ItemId | None) -> int:
    return next((row for row, one in enumerate(items) if one.item == item), 0)


def _first_question(items: tuple[ItemDifference, ...]) -> int:
    return next((row for row, one in enumerate(items) if is_question(one)), 0)
