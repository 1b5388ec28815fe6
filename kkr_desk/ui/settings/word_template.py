"""A council's own Word template: chosen among the user's files, named, and taken away."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kkr_desk.export.council_template import check_template
from kkr_desk.model import Council, Sha256
from kkr_desk.sentences import printable
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.telling import known, sentence
from kkr_desk.ui.jobs import Lane
from kkr_desk.ui.settings.buttons import button
from kkr_desk.ui.settings.keeping import KeptCouncil
from kkr_desk.ui.settings.wrapped_label import FaultLabel
from kkr_desk.worker import Limits

LIMITS = Limits(seconds=60.0, memory=2 << 30)
"""What looking at a template may take."""


class WordTemplateField(QWidget):
    """The template's name, and the buttons that choose and remove it.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept: KeptCouncil | None = None
        self._name = ""
        self._shown = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._shown.setObjectName("word-template")
        self.choose, self.remove = (
            button("choose-word-template", "file-text"),
            button("remove-word-template", "trash-2"),
        )
        self.fault = FaultLabel()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.fault)
        layout.addWidget(self._shown)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)

    def show_template(self, kept: KeptCouncil, council: Council, *, anew: bool) -> None:
        """Show a council's template.

        Args:
            kept: Writes another.
            council: The council as the store has it.
            anew: It is another council.
        """
        self._kept = kept
        if anew or council.word_template_name != self._name:
            self.fault.say("")
        self._name = council.word_template_name
        self.remove.setEnabled(council.word_template is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.choose.setText(self.tr("Vælg skabelon…"))
        self.remove.setText(self.tr("Fjern"))
        self.remove.setAccessibleName(self.tr("Fjern Word-skabelon"))
        self._shown.setText(printable(self._name) or self.tr("Programmets egen skabelon"))

    def _choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Vælg rådets Word-skabelon"), folder, self.tr("Word-filer (*.docx)")
        )
        if not name or self._kept is None:
            return
        file, kept = Path(name), self._kept
        self.fault.say("")
        self._desk.in_worker(
            Lane.EXPORT,
            self,
            check_template,
            (file,),
            lambda _: self._take_in(kept, file),
            self._fail,
            limits=LIMITS,
        )

    def _take_in(self, kept: KeptCouncil, file: Path) -> None:
        """It can be used: copy it into the store, and write that it is the council's."""

        def copy(store: Store, *_: object) -> Sha256:
            return store.content.add(file)

        self._desk.arrive(self, copy, partial(self._write, kept, file.name), self._fail)

    def _remove(self) -> None:
        if self._kept is not None:
            self._write(self._kept, "", None)

    def _write(self, kept: KeptCouncil, name: str, template: Sha256 | None) -> None:
        kept.write(self, lambda council: replace(council, word_template=template, word_template_name=name))

    def _fail(self, error: Exception) -> None:
        told = known(error)
        if told is None:
            self._desk.failed.emit(error)
        else:
            self.fault.say(sentence(told))
