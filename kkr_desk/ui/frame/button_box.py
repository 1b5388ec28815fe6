"""The buttons at a dialog's foot, in the order of the desktop, with words alone.

Where no desktop has a say, Qt's style puts pictures of its own on OK and Cancel, in colours that are not ours.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


class ButtonBox(QDialogButtonBox):
    """Standard buttons without the style's pictures, some of them with words of our own.

    Args:
        buttons: Which.
    """

    def __init__(self, buttons: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.NoButton) -> None:
        super().__init__(buttons)
        self._words: dict[QDialogButtonBox.StandardButton, str] = {}
        for button in self.buttons():
            button.setIcon(QIcon())

    def say(self, button: QDialogButtonBox.StandardButton, text: str) -> None:
        """Let a standard button say something else than Qt has it say."""
        self._words[button] = text
        self.button(button).setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Keep our words when the language changes: Qt sets its own anew, after the dialog has set ours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for button, text in self._words.items():
                self.button(button).setText(text)
