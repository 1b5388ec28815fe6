"""The error strip: what went wrong, in line above the panes: a sentence, details to copy, and a way to put it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from kkr_desk.errors import KkrDeskError
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.telling import details, sentence

MOST = 3
"""Errors shown at a time; the oldest makes room, being in nobody's mind any more."""


class ErrorStrip(QWidget):
    """The errors that nobody has put away yet, newest on top; not there when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error-strip")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rows: list[ErrorRow] = []
        self.hide()

    def tell(self, error: KkrDeskError) -> None:
        """Show an error; one that is shown already moves to the top."""
        for row in self._rows:
            if (row.error.code, row.error.facts) == (error.code, error.facts):
                self._put_away(row)
                break
        row = ErrorRow(error)
        row.dismissed.connect(self._dismiss)
        self._rows.insert(0, row)
        self._layout.insertWidget(0, row)
        row.show()
        while len(self._rows) > MOST:
            self._put_away(self._rows[-1])
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, row.text))

    @Slot(object)
    def _dismiss(self, row: ErrorRow) -> None:
        self._put_away(row)
        self.setVisible(bool(self._rows))

    def _put_away(self, row: ErrorRow) -> None:
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()


class ErrorRow(QFrame):
    """One error."""

    dismissed = Signal(object)
    """The row itself."""

    def __init__(self, error: KkrDeskError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error-row")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.error = error
        sign = QLabel()
        sign.setPixmap(icon("circle-alert").pixmap(16, 16))
        self._sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(icon("copy"), "")
        self._dismiss = QToolButton(autoRaise=True)
        self._dismiss.setIcon(icon("x"))
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._sentence, stretch=1)
        layout.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._dismiss, alignment=Qt.AlignmentFlag.AlignTop)
        self._copy.clicked.connect(self._copy_details)
        self._dismiss.clicked.connect(self._put_away)
        self.retranslate()

    @property
    def text(self) -> str:
        """What it says."""
        return self._sentence.text()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._sentence.setText(sentence(self.error))
        self._copy.setText(self.tr("Kopiér detaljer"))
        self._copy.setAccessibleName(self.tr("Kopiér detaljer om fejlen"))
        self._dismiss.setToolTip(self.tr("Luk beskeden"))
        self._dismiss.setAccessibleName(self.tr("Luk beskeden"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.text}\n\n{details(self.error)}")

    @Slot()
    def _put_away(self) -> None:
        self.dismissed.emit(self)
