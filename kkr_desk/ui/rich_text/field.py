"""The field that a text is written in: its keys, its clipboard, its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from kkr_desk.errors import UserError
from kkr_desk.rich_text import Document, from_paste, from_plain_text, plain_text, to_html
from kkr_desk.rich_text.reading import fitting
from kkr_desk.ui.rich_text.anchors import address_at, is_at_end
from kkr_desk.ui.rich_text.blocks import begin_afresh, deepen, lift
from kkr_desk.ui.rich_text.loading import insert
from kkr_desk.ui.rich_text.look import INDENT, Looks, paragraph_format, text_format
from kkr_desk.ui.rich_text.reading import read, read_selection
from kkr_desk.ui.rich_text.structure import heading_level, is_bold, level_of, table_at
from kkr_desk.ui.rich_text.tables import next_cell, previous_cell

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class TextField(QTextEdit):
    """A QTextEdit that holds headings, lists, tables, bold, italic and links, and nothing else.

    Signals:
        link_activated: An address was asked for, by Ctrl and a click or Ctrl and Enter (a click in a text that is only
            read).
        undo_exhausted: Undo was asked for and nothing typed here is left to undo.
        redo_exhausted: The same for redo.
        refused: A paste was too much: the UserError. The text is as it was.
    """

    link_activated = Signal(str)
    undo_exhausted = Signal()
    redo_exhausted = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.document().setDefaultFont(self.font())
        self.document().setDocumentMargin(8)
        self.document().setIndentWidth(INDENT)
        self._looks = Looks(self.document())
        self._looks.follow(self.palette(), self.font())
        self._commands: dict[QKeySequence, QAction] = {}
        self._tidy_start()

    def take_commands(self, commands: list[QAction]) -> None:
        """Let these be run by their shortcuts while the field has the focus, before anything else that has them."""
        self._commands = {command.shortcut(): command for command in commands if not command.shortcut().isEmpty()}

    def redraw_looks(self) -> None:
        """Draw headings and header rows anew, after a change that the paragraphs know nothing of."""
        with self._unchanged():
            self._looks.rehighlight()

    # --- keys ---

    def event(self, event: QEvent) -> bool:
        """Keep the field's own keys from the window's shortcuts and from the focus."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._is_own(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in _TABS and self._press_tab(event):
                event.accept()
                return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._show_address(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run a command, or do what the key does in a heading, a list or at a link's end."""
        if self._runs(event):
            return
        if not self.isReadOnly() and not self.textCursor().hasSelection():
            if self._breaks_out(event):
                return
            self._leave_link(event)
        super().keyPressEvent(event)

    def undo_step(self) -> None:
        """Undo what was typed last, or say that nothing is left."""
        if self.document().isUndoAvailable() and not self.isReadOnly():
            self.undo()
        else:
            self.undo_exhausted.emit()

    def redo_step(self) -> None:
        """Do again what was undone last, or say that nothing is left."""
        if self.document().isRedoAvailable() and not self.isReadOnly():
            self.redo()
        else:
            self.redo_exhausted.emit()

    def _runs(self, event: QKeyEvent) -> bool:
        """Run the command that the key stands for, if it does for one."""
        command = self._command(event)
        if command is not None:
            command.trigger()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_step()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_step()
        elif event.key() in _ENTER and event.modifiers() & _CONTROL:
            self._activate(address_at(self.textCursor()))
        else:
            return False
        return True

    def _leave_link(self, event: QKeyEvent) -> None:
        """What is typed behind a link is not part of it."""
        if event.text().isprintable() and is_at_end(self.textCursor()):
            look = self.currentCharFormat()
            self.setCurrentCharFormat(text_format(bold=is_bold(look), italic=look.fontItalic()))

    def _is_own(self, event: QKeyEvent) -> bool:
        leaving = event.key() in _TABS and bool(event.modifiers() & _CONTROL)
        following = event.key() in _ENTER and bool(event.modifiers() & _CONTROL)
        return leaving or following or self._command(event) is not None

    def _command(self, event: QKeyEvent) -> QAction | None:
        """The command that the key stands for, if it can be run now."""
        command = self._commands.get(QKeySequence(event.keyCombination()))
        return command if command is not None and command.isEnabled() else None

    def _press_tab(self, event: QKeyEvent) -> bool:
        """Tab: the next cell or one level down; with Shift the other way; with Ctrl, or elsewhere, out of the field."""
        back = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & _SHIFT)
        cursor = self.textCursor()
        if event.modifiers() & _CONTROL or self.isReadOnly():
            return self.focusNextPrevChild(not back)
        if table_at(cursor) is not None:
            moved = previous_cell(cursor) if back else next_cell(cursor)
            if moved is not None:
                self.setTextCursor(moved)
            return moved is not None
        if level_of(cursor.block()):
            (lift if back else deepen)(cursor)
            return True
        return False

    def _breaks_out(self, event: QKeyEvent) -> bool:
        """Enter behind a heading writes body text; Enter in an empty item and Backspace before one leave the list."""
        cursor = self.textCursor()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _ENTER and plain:
            if heading_level(cursor.block()) is not None and cursor.atBlockEnd():
                cursor.insertBlock(paragraph_format(), text_format())
                self.setTextCursor(cursor)
                return True
            return not cursor.block().text() and begin_afresh(cursor)
        if event.key() == Qt.Key.Key_Backspace and plain and cursor.atBlockStart():
            return begin_afresh(cursor)
        return False

    # --- clipboard ---

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  Qt's name
        """Whether there are words to take; files are for whoever takes in attachments."""
        return (source.hasHtml() or source.hasText()) and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  Qt's name
        """Paste or drop: what the subset holds, and nothing else."""
        if self.canInsertFromMimeData(source):
            self._insert(from_paste, source.html()) if source.hasHtml() else self._insert(
                from_plain_text, source.text()
            )

    def paste_plain(self, source: QMimeData) -> None:
        """Paste the words alone."""
        if self.canInsertFromMimeData(source):
            self._insert(from_plain_text, source.text())

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  Qt's name
        """Copy as the same subset, so that Word and Outlook get headings and lists, not looks."""
        part = read_selection(self.textCursor())
        found = QMimeData()
        found.setHtml(to_html(part))
        found.setText(plain_text(part))
        return found

    def _insert(self, reader: Callable[[str], Document], text: str) -> None:
        try:
            document = reader(text)
            fitting(Document((*read(self.document()).blocks, *document.blocks)))
        except UserError as error:
            self.refused.emit(error)
            return
        cursor = self.textCursor()
        insert(document, cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # --- links ---

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._follows(event.modifiers()):
            self._activate(self.anchorAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would lead."""
        super().mouseMoveEvent(event)
        leads = self._follows(event.modifiers()) and bool(self.anchorAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.IBeamCursor)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's palette and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            with self._unchanged():
                if event.type() is QEvent.Type.FontChange:
                    self.document().setDefaultFont(self.font())
                self._looks.follow(self.palette(), self.font())

    def _follows(self, modifiers: Qt.KeyboardModifier) -> bool:
        wanted = self.isReadOnly() or bool(modifiers & _CONTROL)
        return wanted and not self.textCursor().hasSelection()

    def _activate(self, address: str) -> None:
        if address:
            self.link_activated.emit(address)

    def _show_address(self, event: QHelpEvent) -> bool:
        address = self.anchorAt(self.viewport().mapFromGlobal(event.globalPos()))
        if not address:
            QToolTip.hideText()
        elif self.isReadOnly():
            QToolTip.showText(event.globalPos(), address, self)
        else:
            QToolTip.showText(event.globalPos(), self.tr("{address}\nCtrl+klik åbner").format(address=address), self)
        return True

    @contextmanager
    def _unchanged(self) -> Iterator[None]:
        """What is done within changes no text, though Qt says so of every drawing anew."""
        blocker = QSignalBlocker(self)
        try:
            yield
        finally:
            blocker.unblock()

    def _tidy_start(self) -> None:
        """An empty text begins with a paragraph that looks like the others; that is nothing to undo."""
        self.document().setUndoRedoEnabled(False)
        QTextCursor(self.document()).setBlockFormat(paragraph_format())
        self.document().setUndoRedoEnabled(True)
