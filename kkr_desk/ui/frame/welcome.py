"""The first start: a store without meetings says in one line what to do, with one button, and offers the sample."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kkr_desk.ui.frame.icons import icon


class Welcome(QWidget):
    """What stands in the window while there are no meetings."""

    new_wanted = Signal()
    """A new meeting is wanted."""
    sample_wanted = Signal()
    """The sample meeting is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._line = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        font = QFont(self._line.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._line.setFont(font)
        self._new = QPushButton(icon("calendar-plus"), "")
        self._new.setObjectName("welcome-new")
        self._new.setDefault(True)
        self._sample = QPushButton()  # a flat one does not show that it has the focus
        self._sample.setAutoDefault(True)
        self._sample.setObjectName("welcome-sample")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(self._line)
        layout.addWidget(self._new, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._sample, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        self._new.clicked.connect(self.new_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._line.setText(self.tr("Her er ingen møder endnu. Begynd med at oprette det næste."))
        self._new.setText(self.tr("&Nyt møde…"))
        self._sample.setText(self.tr("Se e&t prøvemøde"))

    def showEvent(self, event: QShowEvent) -> None:
        """Let Enter do what is written here."""
        super().showEvent(event)
        self._new.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
