"""The line in which words are looked for in the attachment that is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.file_search import MOST_HITS, FileSearch
from kkr_desk.ui.frame.icons import icon

PAUSE = 250
"""Milliseconds without a key after which the words are looked for."""


class SearchBar(QWidget):
    """A field for words, how many places were found, and the way from one to the next.

    Args:
        search: Does the looking.
        commands: Whose buttons stand in it.
        parent: Its owner.
    """

    wanted = Signal(str)
    """Look for these words."""
    left = Signal()
    """The line was closed."""

    def __init__(self, search: FileSearch, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._commands = commands
        self._field = QLineEdit()
        self._field.setObjectName("fileSearchField")
        self._field.setClearButtonEnabled(True)
        self._field.setMaxLength(200)
        self._told = QLabel()
        self._told.setObjectName("fileSearchResult")
        self._close = QToolButton()
        self._close.setObjectName("closeFileSearch")
        self._close.setIcon(icon("x"))
        self._close.setAutoRaise(True)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._look)
        self._field.textEdited.connect(self._typed)
        self._close.clicked.connect(self.close_line)
        search.changed.connect(self.refresh)
        self._lay_out()
        self.retranslate()

    def open_line(self) -> None:
        """Show the line, ready to be written in."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_line(self) -> None:
        """Put the line away, and look for nothing any more."""
        self._soon.stop()
        self._search.stop()
        self.hide()
        self.left.emit()

    def show_words(self, text: str) -> None:
        """Show what is looked for; nothing puts the line away."""
        self._field.setText(text)
        self.setVisible(bool(text))

    def refresh(self) -> None:
        """Show what was found."""
        search = self._search
        self._told.setText(self._result())
        for action in (self._commands.find_next, self._commands.find_previous):
            action.setEnabled(bool(search.hits))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._field.setPlaceholderText(self.tr("Søg i bilaget"))
        self._field.setAccessibleName(self.tr("Søg i bilaget"))
        self._close.setToolTip(self.tr("Luk søgningen (Esc)"))
        self._close.setAccessibleName(self.tr("Luk søgningen"))
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            if action is not None:
                button.setAccessibleName(action.text().replace("&", ""))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter for the next place, with Shift for the one before, Esc to close."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._told)
        for action, name in (
            (self._commands.find_previous, "findPreviousInFile"),
            (self._commands.find_next, "findNextInFile"),
        ):
            button = QToolButton()
            button.setObjectName(name)
            button.setAutoRaise(True)
            button.setDefaultAction(action)
            layout.addWidget(button)
        layout.addWidget(self._close)

    def _result(self) -> str:
        search = self._search
        if not search.text:
            return ""
        count = len(search.hits)
        if count == 0 and search.searching:
            return self.tr("Søger …")
        if count == 0:
            return self.tr("Kunne ikke søges") if search.stopped else self.tr("Ikke fundet")
        many = self.tr("over {count}").format(count=MOST_HITS) if count >= MOST_HITS else str(count)
        more = " …" if search.searching else ""
        if search.place == 0:
            return self.tr("{count} steder").format(count=many) + more
        return self.tr("{place} af {count}").format(place=search.place, count=many) + more

    def _typed(self) -> None:
        self._soon.start()

    def _look(self) -> None:
        self._soon.stop()
        self.wanted.emit(self._field.text().strip())

    def _enter(self, *, back: bool) -> None:
        if self._soon.isActive() or self._field.text().strip() != self._search.text:
            self._look()
        elif back:
            self._commands.find_previous.trigger()
        else:
            self._commands.find_next.trigger()
