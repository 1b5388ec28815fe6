"""The users' guide, shown in the program in the window's language: its headings on the left, its text on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from kkr_desk.paths import guide
from kkr_desk.ui.frame.language import language

_PLACE = Qt.ItemDataRole.UserRole
_INDENT = "    "


class GuideWindow(QDialog):
    """The guide in a window of its own, which stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self._headings, self._text = QListWidget(), QTextBrowser()
        self._headings.setObjectName("guide-headings")
        self._text.setObjectName("guide-text")
        self._text.setOpenExternalLinks(True)
        self._text.document().setDocumentMargin(16)
        splitter = QSplitter()
        splitter.addWidget(self._headings)
        splitter.addWidget(self._text)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 600])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self._headings.currentItemChanged.connect(self._go_to)
        self.resize(920, 640)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language, the guide's own among them."""
        self.setWindowTitle(self.tr("Vejledning"))
        self._headings.setAccessibleName(self.tr("Afsnit i vejledningen"))
        self._text.setAccessibleName(self.tr("Vejledningens tekst"))
        self._text.setMarkdown(guide(language()).read_text(encoding="utf-8"))
        self._list_headings()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _list_headings(self) -> None:
        """List the headings; the one that was chosen is the same in every language."""
        chosen = self._headings.currentRow()
        with QSignalBlocker(self._headings):
            self._headings.clear()
            self._fill_headings()
        self._headings.setCurrentRow(chosen)

    def _fill_headings(self) -> None:
        block: QTextBlock = self._text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level in (1, 2, 3) and block.text():
                row = QListWidgetItem(_INDENT * (level - 1) + block.text(), self._headings)
                row.setData(_PLACE, block.position())
            block = block.next()

    @Slot(QListWidgetItem)
    def _go_to(self, row: QListWidgetItem | None) -> None:
        """Bring a heading to the top."""
        if row is None:
            return
        document = self._text.document()
        block = document.findBlock(row.data(_PLACE))
        top = document.documentLayout().blockBoundingRect(block).top()
        self._text.verticalScrollBar().setValue(int(top))
