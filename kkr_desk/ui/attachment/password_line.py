"""The field for the password of a locked file. What is typed in it is used once and kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class PasswordLine(QWidget):
    """A field, and "Åbn".

    Args:
        parent: Its owner.
    """

    given = Signal(str)
    """Open the file with this."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_trying = False
        self._is_wrong = False
        self._label = QLabel()
        self._field = QLineEdit()
        self._field.setObjectName("password")
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._field.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._label.setBuddy(self._field)
        self._open = QPushButton()
        self._open.setObjectName("openWithPassword")
        self._told = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText)
        self._told.setObjectName("passwordTold")
        line = QHBoxLayout()
        line.setSpacing(8)
        for part, stretch in ((self._label, 0), (self._field, 1), (self._open, 0)):
            line.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._told)
        self._field.returnPressed.connect(self._give)
        self._field.textChanged.connect(self._allow)
        self._open.clicked.connect(self._give)
        self.retranslate()

    def start(self) -> None:
        """Begin with another file: nothing is typed, nothing was tried."""
        self._field.setText("")  # unlike `clear`, without a way back
        self._is_trying = self._is_wrong = False
        self._show()

    def take_keys(self) -> None:
        """Let the password be typed."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self) -> None:
        """Say that the password does not open the file."""
        self._is_trying, self._is_wrong = False, True
        self._show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._told.text()))
        self.take_keys()

    def give_up(self) -> None:
        """The file could not be tried at all; whoever reads it has said why."""
        self._is_trying = False
        self._show()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._label.setText(self.tr("Adgangs&kode:"))
        self._field.setAccessibleName(self.tr("Adgangskode til filen"))
        self._open.setText(self.tr("Åb&n"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _give(self) -> None:
        password = self._field.text()
        if not password or self._is_trying:
            return
        self._field.setText("")
        self._is_trying, self._is_wrong = True, False
        self._show()
        self.given.emit(password)

    def _show(self) -> None:
        self._field.setEnabled(not self._is_trying)
        self._allow()
        wrong = self.tr("Koden passede ikke. Intet er gemt.") if self._is_wrong else ""
        self._told.setText(self.tr("Åbner filen …") if self._is_trying else wrong)
        self._told.setVisible(bool(self._told.text()))

    def _allow(self) -> None:
        self._open.setEnabled(bool(self._field.text()) and not self._is_trying)
