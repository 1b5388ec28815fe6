"""What is to be made, as what, and what its file is called."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from kkr_desk.export.request import Document
from kkr_desk.model import FileFormat, Meeting

_NAMES = {Document.COLLECTION: "Bilagssamling", Document.INDEX: "Indholdsfortegnelse"}
"""What the file is called. It is sent out, so it speaks the documents' language, not the window's."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def proposed_name(meeting: Meeting, document: Document, format_: FileFormat) -> str:
    """A file name that every system accepts: "Bilagssamling KKR Sjælland 2024-06-19.pdf"."""
    words = (_NAMES[document], safe_name(meeting.council), meeting.date.isoformat())
    return " ".join(filter(None, words)) + f".{format_}"


def safe_name(text: str) -> str:
    """A text as a part of a file name that every system accepts."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())[:100].strip(" .")


class DocumentChoice(QWidget):
    """Which document: the collection, or its index alone."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {document: QRadioButton(self) for document in Document}
        _lay_out(self, self._buttons)
        self.choose(Document.COLLECTION)
        for button in self._buttons.values():
            button.toggled.connect(self._tell)
        self.retranslate()

    @property
    def document(self) -> Document:
        """The one that is chosen."""
        return next(document for document, button in self._buttons.items() if button.isChecked())

    def choose(self, document: Document) -> None:
        """Choose one."""
        self._buttons[document].setChecked(True)

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self._buttons[Document.COLLECTION].setText(self.tr("&Bilagssamling"))
        self._buttons[Document.INDEX].setText(self.tr("&Indholdsfortegnelse"))
        self._buttons[Document.COLLECTION].setAccessibleName(self.tr("Dokument: bilagssamling"))
        self._buttons[Document.INDEX].setAccessibleName(self.tr("Dokument: indholdsfortegnelse"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell(self, checked: bool) -> None:  # noqa: FBT001  Qt's signal
        if checked:
            self.chosen.emit()


class FormatChoice(QWidget):
    """PDF to send out or Word to edit."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {format_: QRadioButton(self) for format_ in FileFormat}
        _lay_out(self, self._buttons)
        self.choose(FileFormat.PDF)
        for button in self._buttons.values():
            button.toggled.connect(self._tell)
        self.retranslate()

    @property
    def format(self) -> FileFormat:
        """The one that is chosen."""
        return next(format_ for format_, button in self._buttons.items() if button.isChecked())

    def choose(self, format_: FileFormat) -> None:
        """Choose one."""
        self._buttons[format_].setChecked(True)

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self._buttons[FileFormat.PDF].setText(self.tr("&PDF til udsendelse"))
        self._buttons[FileFormat.WORD].setText(self.tr("&Word til redigering"))
        self._buttons[FileFormat.PDF].setAccessibleName(self.tr("Format: PDF til udsendelse"))
        self._buttons[FileFormat.WORD].setAccessibleName(self.tr("Format: Word til redigering"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell(self, checked: bool) -> None:  # noqa: FBT001  Qt's signal
        if checked:
            self.chosen.emit()


def _lay_out(choice: QWidget, buttons: dict[Document, QRadioButton] | dict[FileFormat, QRadioButton]) -> None:
    """Put the buttons of a choice side by side."""
    layout = QHBoxLayout(choice)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    group = QButtonGroup(choice)
    for value, button in buttons.items():
        button.setObjectName(f"choice_{value}")
        group.addButton(button)
        layout.addWidget(button)
    layout.addStretch(1)
