"""How a row of the agenda tree is drawn and written into."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from kkr_desk.ui.agenda.rows import Row, RowKey
from kkr_desk.ui.agenda.tree_model import AgendaModel, Index
from kkr_desk.ui.agenda.words import Column, Mark, column_name
from kkr_desk.ui.frame.icons import icon

ROW_HEIGHT = 28
ICON = 14
GAP = 4
_MARGINS = 16
"""More than what a style leaves free at both sides of a text, heavier type counted in."""
_LEAST = 72
"""Pixels that a title keeps beside its marks."""
_FILLED = "kkr-filled"


class AgendaDelegate(QStyledItemDelegate):
    """Draws rows and makes their editors."""

    entered = Signal(object)
    """Return was pressed in the editor of a row, its key; what was typed is written and the editor closed."""
    shifted = Signal(object, int)
    """Tab (1) or Shift+Tab (-1) was pressed in the editor of a row, its key; the editor stays open."""

    def __init__(self, model: AgendaModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._icons: dict[str, QIcon] = {}
        self.case_types: tuple[str, ...] = ()
        """Offered for the type of an item."""
        self.written = QPersistentModelIndex()
        """The cell whose editor was opened last."""

    # -- drawing -------------------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  Qt's
        """Sections in heavier type; what nobody has named in italics."""
        super().initStyleOption(option, index)
        row = self._model.row_of(index)
        if row is not None and index.column() == Column.TITLE:
            option.font.setItalic(not row.title)
            if self._model.is_section(row.key):
                option.font.setWeight(QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; a title over the empty cells behind it, as spreadsheets do."""
        row = self._model.row_of(index)
        if row is not None and Column.TITLE <= index.column() <= _end_of_title(row):
            self._paint_title(painter, option, index, row)
        else:
            super().paint(painter, option, index)

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        """Draw what of a title lies in a cell, and of the marks at its right."""
        drawn, rect = self._model.marks_of(row), self._title_rect(option, row, _end_of_title(row))
        is_first = index.column() == Column.TITLE
        room = option.rect.width() if is_first else option.rect.left() - rect.left()
        if not drawn and option.fontMetrics.horizontalAdvance(row.title) < room - _MARGINS:
            super().paint(painter, option, index)  # a title that needs no other cell
            return
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        whole = QStyleOptionViewItem(option)
        whole.rect = rect
        self._paint_marked(painter, whole, index.sibling(index.row(), Column.TITLE), drawn)
        painter.restore()

    def _title_rect(self, option: QStyleOptionViewItem, row: Row, end: int) -> QRect:
        """The cells of a row from its title to another column."""
        view: QWidget | None = option.widget  # None where a test draws without a view
        if not isinstance(view, QTreeView):
            return option.rect
        left = view.columnViewportPosition(Column.TITLE) + row.level * view.indentation()
        right = view.columnViewportPosition(end) + view.columnWidth(end)
        return QRect(left, option.rect.top(), right - left, option.rect.height())

    def _paint_marked(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, drawn: tuple[Mark, ...]
    ) -> None:
        """Draw a title with marks at its right."""
        if not drawn:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        widget: QWidget | None = cell.widget  # None where a test draws without a view
        style = widget.style() if widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, cell, painter, widget)
        room = _room(drawn, option.fontMetrics)
        text = QStyleOptionViewItem(option)
        text.rect = option.rect.adjusted(0, 0, -min(room, max(option.rect.width() - _LEAST, 0)), 0)
        super().paint(painter, text, index)
        beside = QRect(text.rect.right() + 1, cell.rect.top(), room, cell.rect.height())
        self._paint_marks(painter, cell, drawn, beside)

    def _paint_marks(
        self, painter: QPainter, option: QStyleOptionViewItem, drawn: tuple[Mark, ...], rect: QRect
    ) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        metrics = QFontMetrics(option.font)
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        painter.setPen(option.palette.color(role))
        left = rect.left() + GAP
        for mark in drawn:
            square = QRect(left, rect.center().y() - ICON // 2, ICON, ICON)
            mode = QIcon.Mode.Selected if is_selected else QIcon.Mode.Normal
            self._icon(mark.icon).paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode)
            left += ICON + GAP
            if mark.shown:
                width = metrics.horizontalAdvance(mark.shown)
                words = QRect(left, rect.top(), width + 1, rect.height())
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, mark.shown)
                left += width + 2 * GAP
        painter.restore()

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = icon(name)
        return self._icons[name]

    # -- writing -------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002, N802  Qt's
        """A line to write in; for the type a list to choose from as well."""
        self.written = QPersistentModelIndex(index)
        column = index.column()
        editor = self._type_editor(parent) if column == Column.CASE_TYPE else QLineEdit(parent)
        editor.setObjectName("agenda-editor")
        editor.setAccessibleName(column_name(column))
        if isinstance(editor, QLineEdit):
            editor.setFrame(False)
            editor.setAutoFillBackground(True)
            if column == Column.CASEWORKER:
                editor.setCompleter(self._caseworkers(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802  Qt's
        """Fill an editor once: a snapshot that comes later must not undo what is being typed."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)  # noqa: FBT003  Qt's
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802  Qt's
        """Hand what was typed to the model."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  Qt's
        """The editor covers its cell, a title's all cells of text: titles are long."""
        row = self._model.row_of(index)
        is_title = row is not None and index.column() == Column.TITLE
        rect = self._title_rect(option, row, Column.CASEWORKER) if row and is_title else QRect(option.rect)
        if isinstance(editor, QComboBox):  # its arrow takes the room of the longest type
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's
        """In a title, Return goes on to the next item, and Tab indents what is being written."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.entered.emit(self.written_key())
                return True
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self.shifted.emit(self.written_key(), 1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().eventFilter(editor, event)

    def written_key(self) -> RowKey | None:
        """The row whose editor was opened last."""
        return self._model.key_of(self.written)

    def _type_editor(self, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        box.setEditable(True)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.addItems(["", *self.case_types])
        return box

    def _caseworkers(self, parent: QObject) -> QCompleter:
        names = {row.caseworker for row in self._model.outline.rows.values() if row.caseworker}
        completer = QCompleter(sorted(names), parent)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return completer


def _end_of_title(row: Row) -> int:
    """The last column that a title may fill: those behind it that say nothing."""
    if row.case_type:
        return Column.TITLE
    return Column.CASE_TYPE if row.caseworker else Column.CASEWORKER


def _room(drawn: tuple[Mark, ...], metrics: QFontMetrics) -> int:
    """Width of marks beside a text."""
    words = sum(metrics.horizontalAdvance(mark.shown) + 2 * GAP for mark in drawn if mark.shown)
    return GAP + len(drawn) * (ICON + GAP) + words
