"""An attachment's pictures and scanned pages in words: a list that leads to each, and a line to write in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kkr_desk.export.accessibility import Picture
from kkr_desk.sentences import printable
from kkr_desk.store.alternates import LONGEST
from kkr_desk.store.wording import one_line
from kkr_desk.ui.frame.icons import SIZE, icon

_ROWS = 4
"""Rows that the list shows before it scrolls: the preview is to be seen beside it."""


class Descriptions(QWidget):
    """What is said instead of each picture.

    What was typed is kept by Enter, which goes on to the next picture, and by leaving the line.

    Args:
        parent: Its owner.
    """

    page_wanted = Signal(int)
    """Show this page (1-based): one of its pictures was chosen."""
    written = Signal(object, str)
    """Keep a text for a `Picture`; "" takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[Picture, ...] = ()
        self._about: Picture | None = None
        self._list = QListWidget()
        self._list.setObjectName("pictures")
        self._list.setIconSize(QSize(SIZE, SIZE))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._label = QLabel()
        self._line = QLineEdit()
        self._line.setObjectName("alternateText")
        self._line.setMaxLength(LONGEST)
        self._label.setBuddy(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._list, self._label, self._line):
            layout.addWidget(part)
        self._list.currentRowChanged.connect(self._turn)
        self._list.itemActivated.connect(self._write)
        self._line.returnPressed.connect(self._go_on)
        self._line.editingFinished.connect(self.flush)
        self.retranslate()

    def show_pictures(self, pictures: tuple[Picture, ...], *, anew: bool) -> None:
        """Show an attachment's pictures.

        Args:
            pictures: In the order of the pages.
            anew: They are of another attachment than before; else the one that is chosen stays so, and so does what
                is being typed.
        """
        self._pictures = pictures
        places = [picture.place for picture in pictures]
        kept = self._about.place if self._about is not None and not anew else None
        first = next((n for n, picture in enumerate(pictures) if not picture.is_told), 0)
        self._fill(places.index(kept) if kept in places else first)

    def flush(self) -> None:
        """Keep what was typed, now."""
        text = one_line(self._line.text())
        if self._about is not None and self._line.isModified():
            self._line.setModified(False)
            if text != self._about.given:
                self.written.emit(self._about, text)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._list.setAccessibleName(self.tr("Billeder og scannede sider"))
        self._label.setText(self.tr("Hvad viser &det? Skriv, hvad der skal læses op i stedet:"))
        self._line.setAccessibleName(self.tr("Beskrivelse af billedet"))
        self._fill(self._list.currentRow())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed."""
        self.flush()
        super().hideEvent(event)

    def _fill(self, row: int) -> None:
        blocked = self._list.blockSignals(True)  # noqa: FBT003  Qt's
        self._list.clear()
        for picture in self._pictures:
            self._list.addItem(self._item(picture))
        self._list.setCurrentRow(min(row, len(self._pictures) - 1))
        self._list.blockSignals(blocked)
        height = self._list.sizeHintForRow(0) if self._pictures else 0
        self._list.setFixedHeight(min(len(self._pictures), _ROWS) * height + 2 * self._list.frameWidth())
        self._show()

    def _item(self, picture: Picture) -> QListWidgetItem:
        name = self.tr("Scannet side {page}") if picture.is_page else self.tr("Billede på side {page}")
        if not picture.page:
            name = self.tr("Billede")
        said = picture.given or picture.stated
        words = self.tr("»{text}«").format(text=printable(said)) if said else self.tr("mangler beskrivelse")
        text = f"{name.format(page=picture.page)}: {words}"
        made = QListWidgetItem(icon("circle-check" if said else "circle-alert"), text)
        made.setToolTip(text)
        return made

    def _turn(self, _row: int) -> None:
        """Another picture is chosen: keep what was typed for the one before, and show its page."""
        self.flush()
        self._show()
        if self._about is not None and self._about.page:
            self.page_wanted.emit(self._about.page)

    def _show(self) -> None:
        row = self._list.currentRow()
        picture = self._pictures[row] if 0 <= row < len(self._pictures) else None
        is_same = picture is not None and self._about is not None and picture.place == self._about.place
        self._about = picture
        self._line.setEnabled(picture is not None)
        if is_same and self._line.isModified():
            return
        self._line.setText(picture.given if picture else "")
        self._line.setPlaceholderText(printable(picture.stated) if picture else "")

    def _write(self) -> None:
        self._line.setFocus()
        self._line.selectAll()

    def _go_on(self) -> None:
        self.flush()
        if self._list.currentRow() < self._list.count() - 1:
            self._list.setCurrentRow(self._list.currentRow() + 1)
