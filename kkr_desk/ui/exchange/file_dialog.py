"""The small dialog in which a meeting file is saved or opened: how far it is, what has come of it, what went wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kkr_desk.model import Meeting
from kkr_desk.sentences import long_date, printable
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.export.strip import WorkStrip
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.frame.telling import known


class FileDialog(QDialog):
    """Work on one meeting file.

    Args:
        desk: What does it.
        parent: The main window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setMinimumWidth(480)
        self.desk = desk
        self._title: Callable[[], str] = str
        self._words: Callable[[], str] = str
        self._heading = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._heading.setObjectName("heading")
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self.strip = WorkStrip(self)
        self.close_button = QPushButton(self)
        self.close_button.setObjectName("close")
        self.close_button.setDefault(True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(16)
        self.body.addWidget(self._heading)
        self.body.addWidget(self.strip)
        self.body.addLayout(self.buttons)
        self.close_button.clicked.connect(self.reject)
        self.strip.stopped.connect(self._on_stopped)

    def say(self, title: Callable[[], str], heading: Callable[[], str]) -> None:
        """Say what is being done.

        Args:
            title: Gives the dialog's title.
            heading: Gives what it is about.
        """
        self._title, self._words = title, heading
        self.retranslate()

    def fail(self, error: Exception) -> None:
        """Show what went wrong; a mistake of ours goes to the window."""
        shown = known(error)
        if shown is not None:
            self.strip.show_error(shown)
            self.present()
        else:
            self.reject_at_once()
            self.desk.failed.emit(error)

    def present(self) -> None:
        """Show the dialog, or bring it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self.setWindowTitle(self._title())
        self._heading.setText(self._words())
        self.close_button.setText(self.tr("&Luk"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def reject(self) -> None:
        """Esc and the window's cross: cancel what is under way, else close."""
        if self.strip.is_working:
            self.strip.cancel()
        else:
            super().reject()

    def reject_at_once(self) -> None:
        """Close without asking what is under way."""
        self.strip.show_reason(str)
        super().reject()

    def _on_stopped(self) -> None:
        self.strip.show_note(lambda: self.tr("Annulleret. Intet er ændret."))


def meeting_words(meeting: Meeting) -> str:
    """A meeting by its council and day: "KKR Sjælland, 19. juni 2024"."""
    return f"{printable(meeting.council)}, {long_date(meeting.date, language())}"
