"""What is to be made, as what, and where it is to be saved."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from kkr_desk.export.request import Document, FileFormat
from kkr_desk.model import Meeting
from kkr_desk.ui.frame.preferences import Preferences

PURPOSE = "export"
"""What the folders for documents are kept as; the council "" has the one that the settings name."""

_NAMES = {Document.COLLECTION: "Bilagssamling", Document.INDEX: "Indholdsfortegnelse"}
"""What the file is called. It is sent out, so it speaks the documents' language, not the window's."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def proposed_name(meeting: Meeting, document: Document, format_: FileFormat) -> str:
    """A file name that every system accepts: "Bilagssamling KKR Sjælland 2024-06-19.pdf"."""
    words = (_NAMES[document], safe_name(meeting.council), meeting.date.isoformat())
    return " ".join(filter(None, words)) + f".{format_}"


def usual_folder(preferences: Preferences, council: str) -> Path:
    """Where a council's documents went last; at first, the folder that the settings name, or the user's documents.

    Args:
        preferences: Where folders are kept.
        council: Its name; "" for the folder of the settings.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return preferences.folder(PURPOSE, council) or preferences.folder(PURPOSE, "") or Path(documents)


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


class TargetField(QWidget):
    """Where the file is to be saved: a proposal until somebody says otherwise."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposed = ""
        self._agreed: Path | None = None
        self.field = QLineEdit(self)
        self.field.setObjectName("target")
        self._browse = QPushButton(self)
        self._browse.setObjectName("browse")
        self._browse.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._browse)
        self.field.textChanged.connect(self.changed)
        self._browse.clicked.connect(self.browse)
        self.setFocusProxy(self.field)
        self.retranslate()

    @property
    def path(self) -> Path | None:
        """The file that is named; None while none is, or only a part of where it is to be."""
        text = self.field.text().strip()
        path = Path(text).expanduser()
        return path if text and path.is_absolute() and path.name else None

    @property
    def is_agreed(self) -> bool:
        """Whether somebody has said that a file of this name may be replaced."""
        return self._agreed is not None and self._agreed == self.path

    def agree(self) -> None:
        """A file of this name may be replaced, once."""
        self._agreed = self.path

    def forget(self) -> None:
        """What was agreed to is done."""
        self._agreed = None

    def propose(self, folder: Path, name: str) -> None:
        """Propose a place, unless somebody has written another; that one gets the ending of the proposal.

        Args:
            folder: The folder.
            name: The file's name.
        """
        before, self._proposed = self._proposed, str(folder / name)
        if self.field.text() in {"", before}:
            self.field.setText(self._proposed)
        elif self.path is not None:
            self.field.setText(str(_with_ending(self.path, Path(name).suffix)))

    def browse(self) -> None:
        """Ask by the system's own dialog, which also asks whether an existing file may be replaced."""
        suffix = Path(self._proposed).suffix
        kinds = {".pdf": self.tr("PDF-filer (*.pdf)"), ".docx": self.tr("Word-filer (*.docx)")}
        start = self.path or Path(self._proposed)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Gem dokumentet som"), str(start), kinds.get(suffix, self.tr("Alle filer (*)"))
        )
        if name:
            chosen = Path(name)
            self.field.setText(str(_with_ending(chosen, suffix)))
            if chosen == self.path:  # a name that we have given an ending is not the one that was asked about
                self.agree()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self.field.setAccessibleName(self.tr("Filen, dokumentet gemmes i"))
        self._browse.setText(self.tr("&Vælg…"))
        self._browse.setAccessibleName(self.tr("Vælg, hvor dokumentet gemmes"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _with_ending(path: Path, suffix: str) -> Path:
    """The file with the ending of its format, whichever of ours it had."""
    known = {f".{format_}" for format_ in FileFormat}
    if path.suffix.lower() == suffix:
        return path
    return path.with_suffix(suffix) if path.suffix.lower() in known else path.with_name(path.name + suffix)


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
