"""A line that is checked while it is typed: what is wrong is said below it, and meanwhile the old value stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kkr_desk import settings
from kkr_desk.errors import UserError
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.pending import Pending
from kkr_desk.ui.settings.wrapped_label import FaultLabel

LONGEST = 500
"""Characters that a line takes; `kkr_desk.settings.MAX_TEXT` for the words of documents."""

Check = Callable[[str], str]
"""Says what is wrong with a text, "" when nothing is."""


class CheckedLine(QWidget):
    """The line and, when there is one, its fault.

    Args:
        desk: Before it closes, what is typed is written.
        check: Checks what is typed.
        write: Writes a text that was found right.
    """

    def __init__(self, desk: Desk, check: Check, write: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._write = write
        self.line = QLineEdit(maxLength=LONGEST)
        self.fault = FaultLabel()
        self.setFocusProxy(self.line)
        self._pending = Pending(desk, self.line, self._write_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.fault)
        self.line.textEdited.connect(self._look)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show what the store has.

        Args:
            text: Its value.
            anew: It belongs to something else than before; otherwise what is being typed stays, faults too.
        """
        if anew:
            self.say("")
        elif self._pending or self.fault.text():
            return
        if self.line.text() != text:
            self.line.setText(text)

    def put(self, text: str) -> None:
        """Take a text as if it were typed."""
        self.line.setText(text)
        self._look()
        self._pending.flush()

    def say(self, fault: str) -> None:
        """Say what is wrong, to a screen reader too; "" for nothing."""
        self.fault.say(fault)
        self.line.setAccessibleDescription(fault)

    def flush(self) -> None:
        """Write what is being typed."""
        self._pending.flush()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange and self.fault.text():
            self.say(self._check(self.line.text()))
        super().changeEvent(event)

    def _look(self) -> None:
        fault = self._check(self.line.text())
        self.say(fault)
        if fault:
            self._pending.drop()
        else:
            self._pending.touch()

    def _write_text(self) -> None:
        self._write(self.line.text())


def setting_fault(section: str, name: str, text: str) -> str:
    """What the checks of `kkr_desk.settings` find wrong with a setting, said for a field of the window."""
    try:
        settings.template({section: {name: text}}, Path())
    except UserError as error:
        return _words(error)
    return ""


def _words(error: UserError) -> str:
    """The sentences of a file's settings name file and setting; beside a field neither says anything."""
    match error.code:
        case "settings-braces":
            text = QCoreApplication.translate(
                "CouncilSettings",
                "Her kan kun bruges: {allowed}. Det gamle gælder, til det er rettet.",
            )
        case "settings-braces-missing":
            text = QCoreApplication.translate(
                "CouncilSettings", "{needed} skal være med. Det gamle gælder, til det er rettet."
            )
        case "settings-colour":
            text = QCoreApplication.translate(
                "CouncilSettings", "Skriv farven som #1f4e79. Den gamle farve gælder, til det er rettet."
            )
        case _:
            text = QCoreApplication.translate(
                "CouncilSettings",
                "Feltet skal have en tekst på én linje. Det gamle gælder, til det er rettet.",
            )
    for name, value in error.facts.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text
