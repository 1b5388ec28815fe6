"""Undo and redo, by name: "Fortryd: Flyt punkt 2.3". A text field's own undo goes first while it has the focus."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kkr_desk.ui.desk import Desk, Undoable
from kkr_desk.ui.frame.icons import icon

Field = QLineEdit | QTextEdit | QPlainTextEdit
"""What has an undo of its own for what is being typed in it."""

_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


class UndoActions(QObject):
    """The two actions of the menu Rediger.

    Args:
        desk: What the window works on.
        parent: The main window.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._focused: Field | None = None
        self.undo = QAction(icon("undo-2"), "", parent)
        self.redo = QAction(icon("redo-2"), "", parent)
        self.undo.setObjectName("undo")
        self.redo.setObjectName("redo")
        self.undo.setShortcuts(_UNDO)
        self.redo.setShortcuts(_REDO)
        self.undo.triggered.connect(self._undo)
        self.redo.triggered.connect(self._redo)
        desk.undoable_changed.connect(self._name)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self._name(desk.undoable)

    def retranslate(self) -> None:
        """Name what would be undone and done again, in the window's language; the label is the journal's."""
        undoable = self._desk.undoable
        undo, redo = undoable.undo, undoable.redo
        own_undo, own_redo = _has_undo(self._field), _has_redo(self._field)
        typing = self.tr("Indtastning")
        self._show(self.undo, self.tr("&Fortryd"), self.tr("&Fortryd: {label}"), typing if own_undo else undo)
        self._show(self.redo, self.tr("&Gentag"), self.tr("&Gentag: {label}"), typing if own_redo else redo)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Keep a field from taking the keys for itself when it has nothing of its own to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            bare_undo = event.matches(_UNDO) and not _has_undo(self._field)
            if bare_undo or (event.matches(_REDO) and not _has_redo(self._field)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    @property
    def _field(self) -> Field | None:
        """The field that has the focus; a field that is deleted with the focus in it tells nobody."""
        return self._focused if self._focused is not None and shiboken6.isValid(self._focused) else None

    def _show(self, action: QAction, bare: str, named: str, label: str | None) -> None:
        action.setText(bare if label is None else named.format(label=label.replace("&", "&&")))
        action.setToolTip(action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"))
        action.setEnabled(label is not None)

    @Slot(object)
    def _name(self, _: Undoable) -> None:
        self.retranslate()

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._focused = now if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit) else None
        if self._focused is not None:
            self._focused.installEventFilter(self)
        self.retranslate()

    @Slot()
    def _undo(self) -> None:
        field = self._field
        if field is not None and _has_undo(field):
            field.undo()
        else:
            self._desk.undo()

    @Slot()
    def _redo(self) -> None:
        field = self._field
        if field is not None and _has_redo(field):
            field.redo()
        else:
            self._desk.redo()


def _has_undo(field: Field | None) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return field is not None and not field.isReadOnly() and field.document().isUndoAvailable()


def _has_redo(field: Field | None) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return field is not None and not field.isReadOnly() and field.document().isRedoAvailable()
