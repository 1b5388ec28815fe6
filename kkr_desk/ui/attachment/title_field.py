"""The field for an attachment's title: kept a moment after the last key, and never taken from who is typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kkr_desk.store.wording import one_line

PAUSE = 400
"""Milliseconds without a key after which the title is kept."""


class TitleField(QLineEdit):
    """A line for a title.

    What the store holds is shown as soon as it is known, but for two cases: something was typed that is not kept yet,
    and the store's form differs from what is being typed in spaces alone.

    Args:
        parent: Its owner.
    """

    written = Signal(str)
    """Keep this title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.turn = 0
        """Counts the titles that were turned to; whoever keeps one remembers for which."""
        self._stored = ""
        self._awaited = 0
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._keep)
        self.textEdited.connect(self._soon.start)
        self.editingFinished.connect(self.flush)

    def start(self, title: str) -> None:
        """Turn to another title; what was typed for the one before has been kept by `flush`."""
        self._soon.stop()
        self.turn += 1
        self._awaited = 0
        self._stored = title
        self.setText(title)
        self.setCursorPosition(0)

    def show_title(self, title: str) -> None:
        """Show what the store holds, unless that would take something from the typist."""
        self._stored = title
        if self._soon.isActive() or self._awaited:
            return
        if one_line(self.text()) == title and self.hasFocus():
            return
        if self.text() != title:
            self.setText(title)

    def settled(self, turn: int, *, kept: bool) -> None:
        """What was written is in the store, or could not be written: then it stays to be tried again.

        Args:
            turn: What `turn` was when it was written; of a title that was left since, nothing is to be done.
            kept: Whether it is in the store.
        """
        if turn == self.turn:
            self._awaited = max(self._awaited - 1, 0)
            if kept:
                self.show_title(self._stored)

    def flush(self) -> None:
        """Keep what was typed, now."""
        if self._soon.isActive():
            self._keep()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed; a title without a letter is none, so the one before comes back."""
        self.flush()
        super().focusOutEvent(event)
        self.show_title(self._stored)

    def _keep(self) -> None:
        self._soon.stop()
        title = one_line(self.text())
        if title and title != self._stored:
            self._awaited += 1
            self.written.emit(title)
