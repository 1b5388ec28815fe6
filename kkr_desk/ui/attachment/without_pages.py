"""What stands in place of the preview where a file has no pages to show: why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from kkr_desk.model import FileStatus, Rendition
from kkr_desk.ui.attachment.commands import Commands
from kkr_desk.ui.attachment.facts import notice_sentences
from kkr_desk.ui.attachment.password_line import PasswordLine
from kkr_desk.ui.frame.icons import icon

_ICON = 48
_WIDEST = 420
"""Points that the password's field takes at most."""
_NO_USE = frozenset({"office-opendocument-password", "zip-password", "zip-password-wrong"})
"""Notices of locked files that the program cannot open with their password either."""


class WithoutPages(QWidget):
    """A sentence and the buttons that go with it.

    Args:
        commands: "Erstat med PDF…", "Prøv igen" and "Åbn i eget program" are in it.
        parent: Its owner.
    """

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rendition: Rendition | None = None
        self._picture = QLabel()
        self._what = QLabel()
        self._why = QLabel()
        self._why.setObjectName("whyNoPages")
        self.password = PasswordLine()
        """For the password of a file that is locked."""
        self.password.setMaximumWidth(_WIDEST)
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
        layout.addWidget(self.password)
        layout.setAlignment(self.password, Qt.AlignmentFlag.AlignHCenter)
        self._again = QToolButton()
        every = (
            (commands.replace_by_pdf, "replaceByPdf", QToolButton()),
            (commands.look_again, "lookAgain", self._again),
            (commands.open_elsewhere, "openElsewhere", QToolButton()),
        )
        for action, name, button in every:
            button.setObjectName(name)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def show_reason(self, rendition: Rendition) -> None:
        """Say why a file has no pages."""
        before, self._rendition = self._rendition, rendition
        if before is None or before.key != rendition.key:
            self.password.start()
        self.password.setVisible(opens_with_password(rendition))
        self._again.setVisible(may_be_tried_again(rendition))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        if self._rendition is None:
            return
        self._picture.setPixmap(icon("file-x").pixmap(_ICON, _ICON))
        self._what.setText(self.tr("Kan ikke komme med i samlingen"))
        told = notice_sentences(self._rendition.warnings)
        why = told or [self.tr("Filen er ikke set efter endnu. Erstat den med en PDF.")]
        self._why.setText("\n".join(why))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the colours."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)


def opens_with_password(rendition: Rendition) -> bool:
    """Whether a file can be included once its password is known."""
    is_locked = rendition.status is FileStatus.PASSWORD
    return is_locked and all(notice.code not in _NO_USE for notice in rendition.warnings)


def may_be_tried_again(rendition: Rendition) -> bool:
    """Whether another look may help: what was in the way was the machine, or the hour."""
    if rendition.pdf is not None:
        return False
    waits = any(notice.code == "office-missing" for notice in rendition.warnings)
    return waits or rendition.is_outdated or rendition.status is FileStatus.TIMEOUT
