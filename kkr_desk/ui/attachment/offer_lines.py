"""The lines above an attachment's pages: what is asked and offered about its file, each with its answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desk.ui.attachment.line import Answer, Line, Manner
from kkr_desk.ui.frame.icons import SIZE, icon

_SHARE = 0.4
"""Of the height of what they stand in, so that the pages stay in view; what is more scrolls."""
_LINES = 11
"""Lines of text that they keep in a low window."""
_ICONS = {
    Manner.ASKS: "circle-question-mark",
    Manner.OFFERS: "info",
    Manner.DECIDED: "check",
    Manner.TELLS: "files",
}


class OfferLines(QScrollArea):
    """The lines; not there where there is nothing to say.

    Args:
        parent: Its owner.
    """

    chosen = Signal(object)
    """`Deed`: what the user wants done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offerLines")
        self._shown: tuple[Line, ...] = ()
        self._rows: dict[str, _Row] = {}
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        inner = QWidget()
        inner.setLayout(self._lines)
        inner.installEventFilter(self)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()
        self.hide()

    @property
    def is_answerable(self) -> bool:
        """Whether there is a line that can be answered."""
        return any(answer.obstacle == "" for line in self._shown for answer in line.answers)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; who was answering one goes on with the same, or with the first."""
        if tuple(lines) == self._shown:
            return
        held = next((name for name, row in self._rows.items() if row.has_keys()), None)
        self._shown = tuple(lines)
        for row in self._rows.values():
            row.leave()
            self._lines.removeWidget(row)
            row.deleteLater()
        self._rows = {line.name: _Row(line) for line in lines}
        for row in self._rows.values():
            row.chosen.connect(self.chosen)
            self._lines.addWidget(row)
            row.show()  # now, not when the layout comes to it: it may be given the keys at once
        self.setVisible(bool(lines))
        self.updateGeometry()
        if held is not None and not (held in self._rows and self._rows[held].take_keys()):
            self.answer_next()

    def answer_next(self) -> bool:
        """Give the keys to the next line that can be answered, the first one after the last; whether there is one."""
        rows = list(self._rows.values())
        here = next((place for place, row in enumerate(rows) if row.has_keys()), -1)
        for row in (*rows[here + 1 :], *rows[: here + 1]):
            if row.take_keys():
                self.ensureWidgetVisible(row)
                return True
        return False

    def retranslate(self) -> None:
        """Say everything in the window's language; the lines themselves are given anew by the pane."""
        self.setAccessibleName(self.tr("Spørgsmål og forslag om filen"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As much as there is to say, up to its share."""
        height = self._lines.totalHeightForWidth(self.viewport().width())
        above = self.parentWidget()
        most = int(above.height() * _SHARE) if above is not None else height
        return QSize(super().sizeHint().width(), min(height, most))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Some lines in a low window; the rest scrolls."""
        return QSize(0, min(self.sizeHint().height(), _LINES * self.fontMetrics().lineSpacing()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Take the room that the lines need when they have moved their answers below or beside."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew."""
        super().resizeEvent(event)
        self.updateGeometry()


class _Row(QFrame):
    """One line: a sign, a sentence, and its answers beside it, or below it where the pane is narrow."""

    chosen = Signal(object)

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.setObjectName(f"line-{line.name}")
        asks = line.manner is Manner.ASKS
        self.setFrameShape(QFrame.Shape.StyledPanel if asks else QFrame.Shape.NoFrame)
        self._manner = line.manner
        self._sign = QLabel()
        self._text = QLabel(line.text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setObjectName(f"lineText-{line.name}")
        self._buttons = [self._button(line, answer) for answer in line.answers]
        told, answers = QHBoxLayout(), QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._text, 1)
        answers.setSpacing(8)
        answers.addStretch(1)
        for button in self._buttons:
            answers.addWidget(button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        edge = 4 if asks else 0
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(4)
        self._layout.addLayout(told, 1)
        self._layout.addLayout(answers)
        self._draw_sign()

    def leave(self) -> None:
        """Be gone already for all who look for it, though its answer may still be heard."""
        self.hide()
        for part in (self._text, *self._buttons):
            part.setObjectName("")

    def has_keys(self) -> bool:
        """Whether one of its buttons has the keys."""
        return any(button.hasFocus() for button in self._buttons)

    def take_keys(self) -> bool:
        """Give the keys to its first answer; whether it has one that can be given."""
        button = next((one for one in self._buttons if one.isEnabled()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return button is not None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours."""
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_sign()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers where there is room for them."""
        super().resizeEvent(event)
        needed = self._text.fontMetrics().horizontalAdvance(self._text.text()) + SIZE + 24
        needed += sum(button.sizeHint().width() + 8 for button in self._buttons)
        fits = needed <= self.width() or len(self._buttons) < 2
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(beside if fits else below)

    def _button(self, line: Line, answer: Answer) -> QPushButton | QToolButton:
        made = QPushButton() if line.manner is Manner.ASKS else QToolButton()
        made.setObjectName(answer.name)
        made.setText(answer.text.replace("&", "&&"))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(answer.text)
        made.setAccessibleDescription(answer.obstacle or line.text)
        made.setToolTip(answer.obstacle)
        made.setEnabled(not answer.obstacle)
        made.clicked.connect(lambda: self.chosen.emit(answer.deed))
        return made

    def _draw_sign(self) -> None:
        self._sign.setPixmap(icon(_ICONS[self._manner]).pixmap(SIZE, SIZE))
