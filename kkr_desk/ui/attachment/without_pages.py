"""What stands in place of the preview where a file has no pages to show: why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from kkr_desk.model import Rendition
from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.facts import notice_sentences
from kkr_desk.ui.frame.icons import icon

_ICON = 48


class WithoutPages(QWidget):
    """A sentence and the buttons that go with it.

    Args:
        commands: "Erstat med PDF…" and "Åbn i eget program" are in it.
        parent: Its owner.
    """

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rendition: Rendition | None = None
        self._picture = QLabel()
        self._what = QLabel()
        self._why = QLabel()
        self._why.setObjectName("whyNoPages")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addStretch(1)
        for label in (self._picture, self._what, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        bold = self._what.font()
        bold.setBold(True)
        self._what.setFont(bold)
        for action, name in ((commands.replace_by_pdf, "replaceByPdf"), (commands.open_elsewhere, "openElsewhere")):
            button = QToolButton()
            button.setObjectName(name)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def show_reason(self, rendition: Rendition) -> None:
        """Say why a file has no pages."""
        self._rendition = rendition
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        if self._rendition is None:
            return
        self._picture.setPixmap(icon("file-x").pixmap(_ICON, _ICON))
        self._what.setText(self.tr("Kan ikke komme med i samlingen"))
        why = notice_sentences(self._rendition) or [self.tr("Filen er ikke set efter endnu. Erstat den med en PDF.")]
        self._why.setText("\n".join(why))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the colours."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
