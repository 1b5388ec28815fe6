"""The list of what is doubtful, each line leading to its bilag, and the two questions that may have to be answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kkr_desk.export.doubts import Doubt, Severity
from kkr_desk.sentences import COMMAND, NOTICES, say
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.icons import SIZE, icon
from kkr_desk.ui.frame.language import language

_ICONS = {
    Severity.STOPS: "circle-x",
    Severity.DECIDES: "circle-question-mark",
    Severity.ASKS: "circle-question-mark",
    Severity.TELLS: "info",
}


class DoubtList(QWidget):
    """What to know before a document is made.

    Args:
        desk: A line that is chosen is selected there.
        parent: The dialog.
    """

    answered = Signal()
    """One of the questions was answered anew."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._doubts: tuple[Doubt, ...] = ()
        self._heading = QLabel(self)
        self._list = _Lines(self)
        self._list.setObjectName("doubts")
        self._heading.setBuddy(self._list)
        self._slips = QCheckBox(self)
        self._slips.setObjectName("slip_pages")
        self._closed = QCheckBox(self)
        self._closed.setObjectName("closed")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._heading, self._list, self._slips, self._closed):
            layout.addWidget(part)
        self._list.itemClicked.connect(self._lead)
        self._list.itemActivated.connect(self._lead)
        for box in (self._slips, self._closed):
            box.toggled.connect(self.answered)
        self.retranslate()

    @property
    def slip_pages(self) -> bool:
        """Whether slip pages may stand for what cannot be included."""
        return self._slips.isChecked()

    @property
    def closed(self) -> bool:
        """Whether what is closed to the public may be shown."""
        return self._closed.isChecked()

    def show_doubts(self, doubts: tuple[Doubt, ...]) -> None:
        """Show what is doubtful now. Answers stand while what they answered stands."""
        if doubts == self._doubts:
            return
        asked_before, asked = self._places(Severity.ASKS), {d.attachment for d in doubts if d.severity is Severity.ASKS}
        stopped_before = self._places(Severity.STOPS)
        stops = {d.attachment for d in doubts if d.severity is Severity.STOPS}
        self._doubts = doubts
        if not asked <= asked_before:
            self._closed.setChecked(False)
        if not stops <= stopped_before:
            self._slips.setChecked(False)
        self.retranslate()

    def obstacle(self) -> str:
        """Why nothing can be made yet, "" when nothing stops it."""
        if self._places(Severity.STOPS) and not self.slip_pages:
            return self.tr("Ret de bilag, der ikke kan medtages, eller sæt kryds ved erstatningssider.")
        if self._places(Severity.DECIDES):
            return self.tr("Svar på spørgsmålene om filerne: vælg en linje for at komme til bilaget.")
        if self._places(Severity.ASKS) and not self.closed:
            return self.tr("Sæt kryds, hvis det lukkede må være med. Ellers fjern det først.")
        return ""

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        count = len(self._doubts)
        self._heading.setText(self.tr("Før du går i gang: %n ting at se på", "", count) if count else "")
        self._list.setAccessibleName(self.tr("Ting at se på, før dokumentet laves"))
        stops, asks = len(self._places(Severity.STOPS)), len(self._places(Severity.ASKS))
        self._slips.setText(self.tr("Sæt en tydelig erstatningsside ind for %n bilag", "", stops))
        self._closed.setText(self.tr("Tag %n lukket/lukkede bilag med i filen", "", asks))
        for part, needed in ((self._heading, count), (self._list, count), (self._slips, stops), (self._closed, asks)):
            part.setVisible(bool(needed))
        row = self._list.currentRow()
        self._list.clear()
        for doubt in self._doubts:
            self._list.addItem(self._line(doubt))
        self._list.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _places(self, severity: Severity) -> set[object]:
        return {doubt.attachment for doubt in self._doubts if doubt.severity is severity}

    def _line(self, doubt: Doubt) -> QListWidgetItem:
        facts = dict(doubt.notice.facts)
        text = say(NOTICES, doubt.notice.code, language(), **facts)
        if "attachment" in facts:
            text = say(COMMAND, "notice-placed", language(), **{**facts, "notice": text})
        words = {
            Severity.STOPS: self.tr("Stopper: {text}"),
            Severity.DECIDES: self.tr("Vælg: {text}"),
            Severity.ASKS: self.tr("Spørgsmål: {text}"),
            Severity.TELLS: self.tr("Bemærk: {text}"),
        }
        line = QListWidgetItem(icon(_ICONS[doubt.severity]), words[doubt.severity].format(text=text))
        if facts.get("title"):
            line.setToolTip(facts["title"])
        line.setData(Qt.ItemDataRole.UserRole, doubt)
        return line

    def _lead(self, line: QListWidgetItem) -> None:
        """Select what a line is about."""
        doubt: Doubt = line.data(Qt.ItemDataRole.UserRole)
        if doubt.item is not None:
            self._desk.select(Selection(doubt.item, doubt.attachment))


class _Lines(QListWidget):
    """Lines that wrap, and no taller than they need."""

    _MOST = 240
    """Points that the list may take before it scrolls."""
    _FEWEST = 140
    """Points that it keeps in a low window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setSpacing(4)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)

    def viewportSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Room for all lines, up to a limit; as wide as the dialog is without them, since they wrap."""
        height = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
        return QSize(0, min(height, self._MOST))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Some lines; more of them are shown where there is room."""
        return QSize(200, min(self.viewportSizeHint().height() + 2 * self.frameWidth(), self._FEWEST))
