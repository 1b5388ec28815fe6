"""One item as it is here and as it is in the file, beside each other, and the choice between them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kkr_desk.store.meeting_exchange.differences import Differences, ItemDifference, Side
from kkr_desk.store.meeting_exchange.words import Line, course, heading, lines
from kkr_desk.ui.exchange.marking import marked
from kkr_desk.ui.frame.language import language


class SideBySide(QWidget):
    """What differs in one item, and whose it is to be."""

    chosen = Signal(object)
    """`Side`: somebody has chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ItemDifference, Differences] | None = None
        self._heading = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._course = QLabel(self)
        self._lines = QScrollArea(self, widgetResizable=True)
        self._lines.setObjectName("lines")
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = {side: QRadioButton(self) for side in Side}
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._course)
        layout.addWidget(self._lines, 1)
        for side, button in self._buttons.items():
            button.setObjectName(f"side_{side}")
            group.addButton(button)
            layout.addWidget(button)
        group.buttonClicked.connect(self._on_clicked)
        self.retranslate()

    def show_difference(self, difference: ItemDifference | None, differences: Differences, side: Side) -> None:
        """Show an item; None for none.

        Args:
            difference: The item.
            differences: What it is one of.
            side: Whose it is to be, as things stand.
        """
        self._shown = (difference, differences) if difference is not None else None
        self.setVisible(difference is not None)
        if difference is not None:
            for each, button in self._buttons.items():
                button.setVisible(each in difference.sides)
            self._buttons[side].setChecked(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self._buttons[Side.OURS].setText(self.tr("&Behold her"))
        self._buttons[Side.THEIRS].setText(self.tr("&Tag fra filen"))
        self._buttons[Side.EACH].setText(self.tr("Tag begge &ændringer"))
        self._lines.setAccessibleName(self.tr("Her og i filen"))
        if self._shown is not None:
            difference, differences = self._shown
            self._heading.setText(heading(difference, language()))
            self._course.setText(course(difference, language()))
            self._lines.setWidget(self._table(lines(difference, differences, language())))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _table(self, told: tuple[Line, ...]) -> QWidget:
        """The lines in three columns: what, here, in the file."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, text in ((1, self.tr("Her")), (2, self.tr("I filen"))):
            grid.addWidget(_cell(f"<b>{text}</b>", text), 0, column)
        for row, line in enumerate(told, 1):
            ours, theirs = marked(line.ours, line.theirs)
            grid.addWidget(_cell(f"<b>{line.label}</b>", line.label, stretches=False), row, 0)
            names = (self.tr("{field} her: {text}"), self.tr("{field} i filen: {text}"))
            for column, html, text, name in ((1, ours, line.ours, names[0]), (2, theirs, line.theirs, names[1])):
                grid.addWidget(_cell(html, name.format(field=line.label, text=text)), row, column)
        grid.setRowStretch(len(told) + 1, 1)
        return table

    def _on_clicked(self, clicked: QRadioButton) -> None:
        self.chosen.emit(next(side for side, button in self._buttons.items() if button is clicked))


def _cell(html: str, name: str, *, stretches: bool = True) -> QLabel:
    cell = QLabel(html, wordWrap=True, textFormat=Qt.TextFormat.RichText)
    cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    cell.setAccessibleName(name)
    if stretches:
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    else:
        cell.setFixedWidth(130)
    return cell
