"""The strip that asks, without standing in the way, whether to take in what another program has changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kkr_desk.sentences import printable
from kkr_desk.ui.attachment.elsewhere import Elsewhere
from kkr_desk.ui.frame.icons import icon


class QuestionStrip(QFrame):
    """Asks about one copy after the other; not there when there is nothing to ask.

    Args:
        elsewhere: What is asked about.
        parent: Its owner.
    """

    def __init__(self, elsewhere: Elsewhere, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionStrip")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._elsewhere = elsewhere
        self._sign = QLabel()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setObjectName("question")
        self._take = QPushButton()
        self._take.setObjectName("takeChanges")
        self._keep = QPushButton()
        self._keep.setObjectName("keepAsItWas")
        told, answers = QHBoxLayout(), QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._text, 1)
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(self._take)
        answers.addWidget(self._keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(told)
        layout.addLayout(answers)
        self._take.clicked.connect(elsewhere.take)
        self._keep.clicked.connect(elsewhere.keep)
        elsewhere.asked.connect(self.refresh)
        self.hide()
        self.retranslate()

    def refresh(self) -> None:
        """Ask what is to be asked now."""
        question = self._elsewhere.question
        if question is not None:
            asked = self.tr("Filen »{file}« ({place}) er ændret i et andet program. Tag ændringerne med?")
            file = printable(question.copy.file_name)
            text = asked.format(file=file, place=printable(question.copy.place))
            if question.in_use:
                text = f"{text} {self.tr('Den er stadig åben dér.')}"
            if text != self._text.text() or self.isHidden():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
            self._text.setText(text)
        self.setVisible(question is not None)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._take.setText(self.tr("&Tag med"))
        self._keep.setText(self.tr("Behold som de&n var"))
        self._sign.setPixmap(icon("circle-question-mark").pixmap(16, 16))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the colours."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
