"""The list of files as a widget: written in by keys alone."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kkr_desk.model import ItemId
from kkr_desk.ui.arrivals.model import ArrivalModel, Index
from kkr_desk.ui.arrivals.words import Column, column_name, no_item
from kkr_desk.ui.frame.focus import quieten

ROW_HEIGHT = 28
ICON = 14
_WIDTHS = {Column.NUMBER: 72, Column.STATE: 170}
"""Pixels of the columns that never have more to say; the others share the rest."""


class ArrivalTable(QTableView):
    """The list. Letters write into a cell, Return confirms all, Delete leaves a file out."""

    def __init__(self, model: ArrivalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("arrivals")
        self.arrivals = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setIconSize(QSize(ICON, ICON))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        for column in (Column.FILE, Column.ITEM, Column.TITLE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setCurrentIndex(model.index(0, Column.ITEM))
        self.retranslate()

    def chosen(self) -> list[int]:
        """The rows that are selected, the current one where none is."""
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return places or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Filer, der skal vedhæftes"))
        self.setAccessibleDescription(
            self.tr(
                "F2 retter et felt. Mellemrum vælger punkt for de valgte filer. Delete lader en fil være. "
                "Enter vedhæfter."
            )
        )
        self.arrivals.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete leaves the selected files out; Return is the dialog's; a space opens the choice of items."""
        if self.state() is QAbstractItemView.State.EditingState:  # Return ends the writing, and nothing else
            event.accept()
        elif event.key() == Qt.Key.Key_Delete:
            self.arrivals.choose_item(self.chosen(), None)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().column() == Column.ITEM:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802  Qt's
        """The selection is quieter while the keys are elsewhere."""
        super().initViewItemOption(option)
        quieten(self, option)


class _Delegate(QStyledItemDelegate):
    """A list of items to choose from, a line for a number or a title."""

    def __init__(self, table: ArrivalTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  Qt's
        """Of a file's name the end tells as much as the beginning; of items and titles the beginning does."""
        super().initStyleOption(option, index)
        if index.column() != Column.FILE:
            option.textElideMode = Qt.TextElideMode.ElideRight

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002, N802  Qt's
        """See Qt."""
        editor = self._item_choice(parent) if index.column() == Column.ITEM else QLineEdit(parent)
        editor.setObjectName("arrivals-editor")
        editor.setAccessibleName(column_name(index.column()))
        if isinstance(editor, QLineEdit):
            editor.setFrame(False)
            editor.setAutoFillBackground(True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802  Qt's
        """See Qt."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(value), 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802  Qt's
        """See Qt; an item is chosen for every selected file."""
        if isinstance(editor, QComboBox):
            item = ItemId(str(editor.currentData())) if editor.currentData() else None
            places = {index.row(), *self._table.chosen()}
            self._table.arrivals.choose_item(sorted(places), item)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def _item_choice(self, parent: QWidget) -> QComboBox:
        choice = QComboBox(parent)
        choice.addItem(no_item(), "")
        for item, name in self._table.arrivals.items.items():
            choice.addItem(name, item)
        choice.activated.connect(lambda _: self._close(choice))
        QTimer.singleShot(0, choice, choice.showPopup)
        return choice

    def _close(self, choice: QComboBox) -> None:
        self.commitData.emit(choice)
        self.closeEditor.emit(choice)
