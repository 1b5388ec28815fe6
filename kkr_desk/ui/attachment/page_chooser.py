"""Which pages of an attachment are included: a thumbnail each to tick, and a line to write them in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from kkr_desk.errors import UserError
from kkr_desk.page_choice import chosen_pages, format_choice, parse
from kkr_desk.sentences import ERRORS, say
from kkr_desk.ui.attachment.artist import Artist
from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.page_layout import Size
from kkr_desk.ui.attachment.page_strip import PageStrip
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.language import language


class PageChooser(QWidget):
    """The strip of thumbnails, and the line below it.

    Args:
        artist: Where the thumbnails come from.
        commands: "Medtag alle sider" is in it.
        parent: Its owner.
    """

    chosen = Signal(str)
    """Another choice of pages, as the store keeps it."""

    def __init__(self, artist: Artist, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._count = 0
        self._choice = ""
        self._error: UserError | None = None
        self.strip = PageStrip(artist)
        self.strip.setObjectName("pageStrip")
        self._fold = QToolButton()
        self._fold.setObjectName("foldPages")
        self._fold.setAutoRaise(True)
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        self._label = QLabel()
        self._field = QLineEdit()
        self._field.setObjectName("pageChoiceField")
        self._field.setMaxLength(400)
        self._label.setBuddy(self._field)
        self._all = QPushButton()
        self._all.setObjectName("includeAllPages")
        self._told = QLabel()
        self._told.setObjectName("pageChoiceError")
        self._told.setWordWrap(True)
        self._told.hide()
        self._lay_out()
        self._fold.toggled.connect(self._unfold)
        self._field.editingFinished.connect(self._written)
        self.strip.chosen.connect(self._ticked)
        self._all.clicked.connect(commands.include_all.trigger)
        commands.include_all.triggered.connect(self._choose_all)
        self.retranslate()

    def show_pages(self, sizes: Sequence[Size]) -> None:
        """Show another file's pages."""
        self._count = len(sizes)
        self._tell(None)
        self._field.setModified(False)
        self.strip.pages.show_pages(sizes)

    def show_choice(self, choice: str) -> None:
        """Show what is included now; what is being written in the line stays.

        Args:
            choice: As the store keeps it.
        """
        self._choice = choice
        self.strip.pages.include(chosen_pages(choice, self._count))
        if not (self._field.isModified() and self._field.hasFocus()):
            self._show_text()
        self._commands.include_all.setEnabled(bool(choice) and self._count > 0)
        self._all.setEnabled(self._commands.include_all.isEnabled())

    def left_out(self) -> frozenset[int]:
        """The pages that are not included, 1-based."""
        return frozenset(range(1, self._count + 1)) - self.strip.pages.included

    @property
    def folded(self) -> bool:
        """Whether the thumbnails are put away."""
        return not self._fold.isChecked()

    def fold(self, *, away: bool) -> None:
        """Put the thumbnails away, or show them."""
        self._fold.setChecked(not away)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._label.setText(self.tr("Medtag &sider:"))
        self._field.setAccessibleName(self.tr("Sider, der medtages i samlingen"))
        self._field.setToolTip(self.tr("Skriv sider og intervaller, for eksempel 1-3, 5"))
        self._all.setText(self.tr("&Alle"))
        self._all.setAccessibleName(self.tr("Medtag alle sider"))
        self._fold.setAccessibleName(self.tr("Vis miniaturer af siderne"))
        self._fold.setToolTip(self.tr("Vis eller skjul miniaturer"))
        self._unfold(self._fold.isChecked())
        self._tell(self._error)
        self._show_text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what was there."""
        if event.key() == Qt.Key.Key_Escape and self._field.hasFocus():
            self._tell(None)
            self._show_text()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        for part in (self._fold, self._label):
            line.addWidget(part)
        line.addWidget(self._field, 1)
        line.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.strip)
        layout.addLayout(line)
        layout.addWidget(self._told)

    def _unfold(self, shown: bool) -> None:  # noqa: FBT001  a checkable button tells it so
        self.strip.setVisible(shown)
        self._fold.setIcon(icon("chevron-down" if shown else "chevron-right"))

    def _show_text(self) -> None:
        every = self.tr("alle {count}").format(count=self._count) if self._count else ""
        self._field.setText(", ".join(self._choice.split(",")) if self._choice else every)
        self._field.setModified(False)

    def _written(self) -> None:
        """What was written in the line; what cannot be understood stays there with a sentence below."""
        if not self._field.isModified():
            return
        text = self._field.text()
        words = {self.tr("alle").lower(), self.tr("alle {count}").format(count=self._count).lower()}
        try:
            pages = parse("" if text.strip().lower() in words else text, self._count)
        except UserError as error:
            self._tell(error)
            return
        self._field.setModified(False)
        self._choose(pages)

    def _ticked(self, pages: frozenset[int]) -> None:
        try:
            self._choose(sorted(pages))
        except UserError as error:
            self._tell(error)

    def _choose_all(self) -> None:
        self._choose(range(1, self._count + 1))

    def _choose(self, pages: Sequence[int]) -> None:
        choice = format_choice(pages, self._count)
        self._tell(None)
        changed = choice != self._choice
        self.show_choice(choice)
        self._show_text()
        if changed:
            self.chosen.emit(choice)

    def _tell(self, error: UserError | None) -> None:
        self._error = error
        self._told.setVisible(error is not None)
        if error is None:
            self._told.clear()
        elif error.facts.get("pages") == "":
            said = self.tr("Mindst én side skal med. Fjern bilaget fra punktet, hvis det slet ikke skal medtages.")
            self._told.setText(said)
        else:
            self._told.setText(say(ERRORS, error.code, language(), **error.facts))
