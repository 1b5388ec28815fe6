"""The top of the attachment pane: number and title, the file's name, whether it is closed, and its facts to unfold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kkr_desk.export.accessibility import Assessment
from kkr_desk.model import FileStatus, NumberedAttachment, NumberedItem
from kkr_desk.sentences import printable
from kkr_desk.ui.accessibility.words import verdict_icon, verdict_word
from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.facts import Facts, Paper
from kkr_desk.ui.attachment.title_field import TitleField
from kkr_desk.ui.frame.icons import icon


class ElidedLabel(QLabel):
    """A line of text that gives up its middle where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)

    def show_text(self, text: str) -> None:
        """Show a text; all of it as a tip."""
        self._whole = text
        self.setToolTip(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))


class Header(QWidget):
    """Title, file and facts of an attachment.

    Args:
        commands: "Omdøb" and "Lukket bilag" are in it.
        parent: Its owner.
    """

    closed_wanted = Signal(bool)
    """Close the attachment to the public, or open it."""
    accessibility_wanted = Signal(bool)
    """Show what those who listen get of the attachment, or hide it."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._shown: tuple[NumberedItem, NumberedAttachment] | None = None
        self._paper: Paper | None = None
        self._number = QLabel()
        self.title = TitleField()
        self.title.setObjectName("attachmentTitle")
        self._number.setBuddy(self.title)
        self._file = ElidedLabel()
        self._file.setObjectName("attachmentFile")
        self._closed = QCheckBox()
        self._closed.setObjectName("attachmentClosed")
        self._more = _fold_button("attachmentFacts")
        self._verdict = _fold_button("attachmentAccessibility")
        self._assessed: Assessment | None = None
        self._facts = Facts()
        self._facts.hide()
        self._lay_out()
        self._more.toggled.connect(self._facts.setVisible)
        self._more.toggled.connect(self._fold_accessibility)
        self._verdict.toggled.connect(self._fold_facts)
        self._verdict.toggled.connect(self.accessibility_wanted)
        self._more.toggled.connect(self._show)
        self._closed.clicked.connect(self.closed_wanted)
        commands.closed.triggered.connect(self.closed_wanted)
        commands.rename.triggered.connect(self._rename)
        self.retranslate()

    def show_attachment(self, item: NumberedItem, own: NumberedAttachment, paper: Paper | None) -> None:
        """Show an attachment; `paper` is None until its file has been read."""
        self._shown, self._paper = (item, own), paper
        self._show()

    @property
    def wants_accessibility(self) -> bool:
        """Whether what those who listen get of the attachment is to be shown."""
        return self._verdict.isChecked()

    def show_verdict(self, assessed: Assessment) -> None:
        """Show what those who listen get of the attachment, in a word."""
        self._assessed = assessed
        self._verdict.setIcon(icon(verdict_icon(assessed)))
        self._verdict.setText(verdict_word(assessed))
        name = self.tr("Webtilgængelighed: {word}").format(word=verdict_word(assessed))
        self._verdict.setAccessibleName(name)
        self._verdict.setToolTip(name)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.title.setAccessibleName(self.tr("Bilagets titel"))
        self.title.setPlaceholderText(self.tr("Titel, som den skal stå i indholdsfortegnelsen"))
        self._closed.setText(self.tr("&Lukket bilag"))
        self._closed.setToolTip(self.tr("Bilaget er ikke for offentligheden"))
        if self._assessed is not None:
            self.show_verdict(self._assessed)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._number)
        first.addWidget(self.title, 1)
        second.setSpacing(8)
        second.addWidget(self._verdict)
        second.addWidget(self._more)
        second.addStretch(1)
        second.addWidget(self._closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self._file)
        layout.addLayout(second)
        layout.addWidget(self._facts)

    def _show(self) -> None:
        folded = not self._more.isChecked()
        notices = len(self._shown[1].notices) if self._shown else 0
        stops = self._shown is not None and self._shown[1].rendition.status is not FileStatus.OK
        text = self.tr("Oplysninger")
        if notices:  # in the words of the status line: what cannot be included is a warning
            text = self.tr("%n advarsel(er)", "", notices) if stops else self.tr("%n bemærkning(er)", "", notices)
        self._more.setText(text)
        told = "triangle-alert" if stops else "info"
        self._more.setIcon(icon(told if notices else "chevron-right" if folded else "chevron-down"))
        self._more.setAccessibleName(self.tr("Oplysninger om filen"))
        tip = self.tr("Vis, hvad der vides om filen") if folded else self.tr("Skjul, hvad der vides om filen")
        self._more.setToolTip(tip)
        if self._shown is None:
            return
        _, own = self._shown
        self._number.setText(self.tr("Bilag {number}").format(number=own.number))
        self._file.show_text(self.tr("Fil: {name}").format(name=printable(own.attachment.file_name)))
        self._closed.setChecked(own.attachment.closed)
        self._commands.closed.setChecked(own.attachment.closed)
        self._facts.show_facts(own.attachment, own.rendition, self._paper)

    def _fold_accessibility(self, shown: bool) -> None:  # noqa: FBT001  a button tells it so
        if shown:
            self._verdict.setChecked(False)

    def _fold_facts(self, shown: bool) -> None:  # noqa: FBT001  likewise
        """One of the two at a time: the pages are to be seen too."""
        if shown:
            self._more.setChecked(False)

    def _rename(self) -> None:
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()


def _fold_button(name: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setCheckable(True)
    made.setAutoRaise(True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return made
