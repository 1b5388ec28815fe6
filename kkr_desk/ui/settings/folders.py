"""Where things lie: the store, and where documents are saved until another folder is chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kkr_desk.ui.export.folders import PURPOSE, usual_folder
from kkr_desk.ui.export.opening import show_in_folder
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.settings.buttons import button


class FoldersPage(QWidget):
    """The two folders.

    Args:
        store: The store's folder.
        preferences: Keeps the other.
    """

    def __init__(self, store: Path, preferences: Preferences) -> None:
        super().__init__()
        self._store_folder = store
        self._preferences = preferences
        self.store, self.export = (QLineEdit(readOnly=True) for _ in range(2))
        self.store.setObjectName("store-folder")
        self.export.setObjectName("export-folder")
        self.show_store = button("show-store", "folder-open")
        self.choose = button("choose-export-folder", "folder")
        self._labels = (QLabel(), QLabel())
        self._hints = (QLabel(wordWrap=True), QLabel(wordWrap=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(4)
        rows = zip(self._labels, (self.store, self.export), (self.show_store, self.choose), self._hints, strict=True)
        for label, line, command, hint in rows:
            label.setBuddy(line)
            beside = QHBoxLayout()
            beside.setSpacing(8)
            beside.addWidget(line, stretch=1)
            beside.addWidget(command)
            layout.addWidget(label)
            layout.addLayout(beside)
            layout.addWidget(hint)
            layout.addSpacing(16)
            self.setTabOrder(line, command)
        layout.addStretch()
        self.store.setText(str(store))
        self.export.setText(str(self._export_folder()))
        self.show_store.clicked.connect(self._show_store)
        self.choose.clicked.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        texts = (self.tr("&Møder og bilag ligger i:"), self.tr("&Dokumenter gemmes i:"))
        for label, line, text in zip(self._labels, (self.store, self.export), texts, strict=True):
            label.setText(text)
            line.setAccessibleName(text.replace("&", "").removesuffix(":"))
        self.show_store.setText(self.tr("&Vis i mappe"))
        self.choose.setText(self.tr("V&ælg mappe…"))
        self._hints[0].setText(self.tr("Lad mappen være, som den er: programmet holder selv orden i den."))
        self._hints[1].setText(
            self.tr("Et råd, der allerede er gemt dokumenter for, beholder den mappe, der blev brugt sidst.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _export_folder(self) -> Path:
        return usual_folder(self._preferences, "")

    def _show_store(self) -> None:
        show_in_folder(self._store_folder, self)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Vælg mappe til dokumenter"), str(self._export_folder())
        )
        if name:
            self._preferences.keep_folder(PURPOSE, "", Path(name))
            self.export.setText(str(Path(name)))
