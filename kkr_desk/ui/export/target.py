"""Where a document is to be saved: its name in a field, and below it the folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kkr_desk.model import FileFormat
from kkr_desk.sentences import printable


class TargetField(QWidget):
    """The file's name and its folder: a proposal until somebody says otherwise.

    A whole path can be written or pasted too; its folder moves down to the folder's line when the field is left.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._proposed: Path | None = None
        self._gone: Path | None = None
        self._agreed: Path | None = None
        self.field = QLineEdit(self)
        self.field.setObjectName("target")
        self._browse = QPushButton(self)
        self._browse.setObjectName("browse")
        self._browse.setAutoDefault(False)
        self._where = ElidedLabel(self)
        self._where.setObjectName("target_folder")
        self._note = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._note.setObjectName("folder_gone")
        self._lay_out()
        self.field.textChanged.connect(self._on_changed)
        self.field.editingFinished.connect(self._settle)
        self._browse.clicked.connect(self.browse)
        self.setFocusProxy(self.field)
        self.retranslate()

    @property
    def path(self) -> Path | None:
        """The file that is named, with the ending of its format; None while none is."""
        text = self.field.text().strip()
        path = Path(text).expanduser()
        if self._folder is not None:
            path = self._folder / path
        if not text or not path.is_absolute() or path.name in {"", ".", ".."}:
            return None
        return _with_ending(path, self._proposed.suffix) if self._proposed else path

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

    def propose(self, folder: Path, name: str, gone: Path | None = None) -> None:
        """Propose a place, unless somebody has written another; that one gets the ending of the proposal.

        Args:
            folder: The folder.
            name: The file's name.
            gone: The folder that would have been proposed, had it still been there.
        """
        is_untouched = not self.field.text() or self.path == self._proposed
        self._proposed, self._gone = folder / name, gone
        if is_untouched:
            self._show(self._proposed)
        elif self.path is not None:
            self._show(self.path)

    def browse(self) -> None:
        """Ask by the system's own dialog, which also asks whether an existing file may be replaced."""
        suffix = self._proposed.suffix if self._proposed else ""
        kinds = {".pdf": self.tr("PDF-filer (*.pdf)"), ".docx": self.tr("Word-filer (*.docx)")}
        start = self.path or self._proposed or Path()
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Gem dokumentet som"), str(start), kinds.get(suffix, self.tr("Alle filer (*)"))
        )
        if name:
            chosen = Path(name)
            self._show(_with_ending(chosen, suffix))
            if chosen == self.path:  # a name that we have given an ending is not the one that was asked about
                self.agree()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self.field.setAccessibleName(self.tr("Filens navn"))
        self._browse.setText(self.tr("&Vælg…"))
        self._browse.setAccessibleName(self.tr("Vælg, hvor dokumentet gemmes"))
        self._say_where()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.field, 1)
        beside.addWidget(self._browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(beside)
        layout.addWidget(self._where)
        layout.addWidget(self._note)

    def _on_changed(self) -> None:
        self._say_where()
        self.changed.emit()

    def _settle(self) -> None:
        """Show the file as it will be: its whole name in the field, its folder below."""
        if self.path is not None:
            self._show(self.path)

    def _show(self, file: Path) -> None:
        self._folder = file.parent
        if self.field.text() != file.name:
            self.field.setText(file.name)
        else:
            self._on_changed()

    def _say_where(self) -> None:
        """Name the folder, and say when it is not the one that was used last."""
        folder = self.path.parent if self.path else self._folder
        self._where.setVisible(folder is not None)
        self._where.say(self.tr("I mappen {folder}").format(folder=printable(str(folder))))
        self._note.setVisible(self._gone is not None and self._proposed is not None and folder == self._proposed.parent)
        words = self.tr("Mappen {folder} findes ikke længere. Derfor foreslås en anden.")
        self._note.setText(words.format(folder=printable(str(self._gone))))


class ElidedLabel(QLabel):
    """One line that is cut in its middle where it does not fit; pointed at, it is shown whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))


def _with_ending(path: Path, suffix: str) -> Path:
    """The file with the ending of its format, whichever of ours it had."""
    known = {f".{format_}" for format_ in FileFormat}
    if path.suffix.lower() == suffix:
        return path
    return path.with_suffix(suffix) if path.suffix.lower() in known else path.with_name(path.name + suffix)
