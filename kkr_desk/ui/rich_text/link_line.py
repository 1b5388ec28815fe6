"""The line under the bar where a link's address is given."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class LinkLine(QWidget):
    """Asks for an address, in place.

    Signals:
        accepted: Enter or the button: the address as typed.
        removed: The link is to go, its words stay.
        closed: Escape: nothing is to change.
    """

    accepted = Signal(str)
    removed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._address = QLineEdit(self)
        self._address.setObjectName("link-address")
        self._address.setClearButtonEnabled(True)
        self._label.setBuddy(self._address)
        self._accept = QPushButton(self)
        self._accept.setObjectName("link-accept")
        self._remove = QPushButton(self)
        self._remove.setObjectName("link-remove")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(self._address, 1)
        layout.addWidget(self._accept)
        layout.addWidget(self._remove)
        self._address.returnPressed.connect(self._say_accepted)
        self._accept.clicked.connect(self._say_accepted)
        self._remove.clicked.connect(self.removed)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._label.setText(self.tr("&Adresse:"))
        self._address.setPlaceholderText(self.tr("www.kl.dk eller navn@kommune.dk"))
        self._address.setAccessibleName(self.tr("Linkets adresse"))
        self._accept.setText(self.tr("&Sæt link"))
        self._remove.setText(self.tr("&Fjern link"))

    def ask(self, address: str) -> None:
        """Show the line.

        Args:
            address: What the link leads to now; empty for a new one.
        """
        self._address.setText(address)
        self._remove.setVisible(bool(address))
        self.show()
        self._address.selectAll()
        self._address.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self._address, self._accept, self._remove]

    def has_focus(self) -> bool:
        """Whether the user is in the line."""
        return any(part.hasFocus() for part in self.stops())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say_accepted(self) -> None:
        self.accepted.emit(self._address.text())
