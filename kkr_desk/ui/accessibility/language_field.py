"""The language of an attachment: its file's own, one of the usual, or any that has a tag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from kkr_desk.model import is_language

_USUAL = ("da-DK", "en-GB", "sv-SE", "nb-NO", "de-DE")
"""Languages that papers for a Danish council come in."""


class LanguageField(QComboBox):
    """A list to choose from, in which a tag such as "fr-FR" may be written too.

    Args:
        parent: Its owner.
    """

    written = Signal(str)
    """Keep this language tag; "" for the file's own."""
    refused = Signal(str)
    """What was written is no tag: why, in a sentence; "" when all is well again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentLanguage")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._given = ""
        self._stated = ""
        self.activated.connect(self._choose)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.flush)
        self.retranslate()

    def show_language(self, given: str, stated: str) -> None:
        """Show a language.

        Args:
            given: What the secretariat has said, "" where it has not.
            stated: What the file says itself.
        """
        line = self.lineEdit()
        is_typing = line is not None and line.isModified() and given == self._given
        self._given, self._stated = given, stated
        if not is_typing:
            self.retranslate()

    def flush(self) -> None:
        """Keep what was typed, if it can be understood."""
        line = self.lineEdit()
        if line is None or not line.isModified():
            return
        text = self.currentText().strip()
        row = next((n for n in range(self.count()) if self.itemText(n).casefold() == text.casefold()), -1)
        if row >= 0:
            self._choose(row)
        elif is_language(text):
            self._keep(text)
        else:
            self.refused.emit(self.tr("Skriv sproget som en kode, fx fr-FR, eller vælg det på listen."))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self.tr("Bilagets sprog"))
        own = self._name(self._stated) if is_language(self._stated) else self.tr("ikke angivet")
        blocked = self.blockSignals(True)  # noqa: FBT003  Qt's
        self.clear()
        self.addItem(self.tr("Filens eget ({language})").format(language=own), "")
        for tag in dict.fromkeys((*_USUAL, *([self._given] if self._given else []))):
            self.addItem(self._name(tag) if tag in _USUAL else tag, tag)
        self.setCurrentIndex(self.findData(self._given))
        self.blockSignals(blocked)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self, row: int) -> None:
        self._keep(str(self.itemData(row)))

    def _keep(self, tag: str) -> None:
        line = self.lineEdit()
        if line is not None:
            line.setModified(False)
        self.refused.emit("")
        if tag != self._given:
            self._given = tag
            self.written.emit(tag)

    def _name(self, tag: str) -> str:
        """A language by its name: "Dansk"; by its tag where that is plainer."""
        names = {
            "da": self.tr("Dansk"),
            "en": self.tr("Engelsk"),
            "sv": self.tr("Svensk"),
            "nb": self.tr("Norsk"),
            "de": self.tr("Tysk"),
        }
        return names.get(tag.partition("-")[0], tag)
