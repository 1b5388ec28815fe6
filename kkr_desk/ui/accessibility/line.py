"""One line on how many attachments are accessible, or on the file that was made of them, and a button to see which."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kkr_desk.export.accessibility import AccessibilityReport
from kkr_desk.export.job import Exported
from kkr_desk.ui.frame.icons import SIZE, icon


class AccessibilityLine(QWidget):
    """What those who listen will get of a collection, before it is made; afterwards, what the file says of itself.

    Args:
        parent: The dialog.
    """

    wanted = Signal()
    """Show each attachment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: AccessibilityReport | None = None
        self._made: Exported | None = None
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setObjectName("accessibilityCount")
        self._see = QPushButton()
        self._see.setObjectName("seeAccessibility")
        self._see.setAutoDefault(False)
        self.setFocusProxy(self._see)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._see)
        self._see.clicked.connect(self.wanted)
        self.retranslate()

    @property
    def made(self) -> Exported | None:
        """The file it speaks of, None before one is made."""
        return self._made

    def show_report(self, report: AccessibilityReport | None) -> None:
        """Show how things stand before a file is made; a file that was made is spoken of no more."""
        self._report, self._made = report, None
        self.retranslate()

    def show_made(self, made: Exported) -> None:
        """Show whether the file that was made says that it is accessible."""
        self._made = made
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._see.setText(self.tr("Se &hvert bilag…"))
        count = len(self._report.assessments) if self._report else 0
        good = self._report.accessible if self._report else 0
        is_well = self._made.accessible if self._made else good == count
        self._see.setEnabled(count > 0)
        self._icon.setPixmap(
            icon("circle-check" if is_well else "info").pixmap(QSize(SIZE, SIZE), self.devicePixelRatioF())
        )
        self._icon.setVisible(count > 0)
        self._text.setText(self._words(good, count))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the colours."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)

    def _words(self, good: int, count: int) -> str:
        if self._made is not None:
            return claim_words(self._made)
        if not count:
            return self.tr("Ingen bilag endnu")
        return self.tr("{good} af {count} bilag er webtilgængelige").format(good=good, count=count)


def claim_words(made: Exported) -> str:
    """Whether a file says of itself that it is accessible; it does only where that was found to be so."""
    if made.accessible:
        return QCoreApplication.translate("AccessibilityLine", "Filen er mærket som webtilgængelig (PDF/UA).")
    return QCoreApplication.translate("AccessibilityLine", "Filen er ikke mærket som webtilgængelig (PDF/UA).")
