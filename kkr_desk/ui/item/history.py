"""The history of an item: what was done with it and its bilag, when and by whom, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from kkr_desk.model import ItemId, read_treatment
from kkr_desk.rich_text import parse, plain_text
from kkr_desk.sentences import long_date
from kkr_desk.store import Store
from kkr_desk.store.journal import FieldChange, HistoryEntry, OperationKind
from kkr_desk.store.meeting_exchange.words import treatment_words
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.language import language

_SHOWN = 120
"""Characters of a value that are shown; the rest is cut."""

_COLUMNS = 3

_YES_OR_NO = frozenset({"closed", "closed_title", "withdrawn"})
"""Fields that say only whether it is so."""


class HistoryPage(QWidget):
    """Reads the history when it is looked at, and again when it has grown.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item: ItemId | None = None
        self._entries: Sequence[HistoryEntry] = ()
        self.list = QTreeWidget()
        self.list.setObjectName("history")
        self.list.setColumnCount(_COLUMNS)
        self.list.setStyleSheet("QTreeView::item { padding: 4px 0; }")
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.list)
        layout.addWidget(self._empty)
        desk.changed.connect(self._read)
        self.retranslate()

    def show_item(self, item_id: ItemId | None) -> None:
        """Turn to an item."""
        if item_id != self._item:
            self._item = item_id
            self._entries = ()
            self._fill()
            self._read()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.list.setHeaderLabels([self.tr("Hvornår"), self.tr("Hvem"), self.tr("Hvad")])
        self.list.setAccessibleName(self.tr("Historik"))
        self._empty.setText(self.tr("Her står, hvad der sker med punktet og dets bilag."))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read it now that somebody looks."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        item_id = self._item
        if item_id is None or not self.isVisible():
            return

        def work(store: Store) -> tuple[HistoryEntry, ...]:
            return store.history(item_id)

        def done(entries: Sequence[HistoryEntry]) -> None:
            if self._item == item_id and entries != self._entries:
                self._entries = entries
                self._fill()

        self._desk.read(self, work, done)

    def _fill(self) -> None:
        self.list.clear()
        for entry in self._entries:
            when = entry.at.astimezone()
            day = long_date(when.date(), language())
            at = self.tr("{day} kl. {hour}.{minute}").format(day=day, hour=when.hour, minute=f"{when.minute:02}")
            row = QTreeWidgetItem([at, entry.who, _told(entry)])
            row.setToolTip(_COLUMNS - 1, _told(entry))
            for change in entry.fields:
                text = _change(change)
                if text:
                    below = QTreeWidgetItem(["", "", text])
                    below.setToolTip(_COLUMNS - 1, text)
                    row.addChild(below)
            self.list.addTopLevelItem(row)
        self.list.setVisible(bool(self._entries))
        self._empty.setVisible(not self._entries)


def _told(entry: HistoryEntry) -> str:
    match entry.kind:
        case OperationKind.UNDO:
            return QCoreApplication.translate("History", "Fortrudt: {label}").format(label=entry.label)
        case OperationKind.REDO:
            return QCoreApplication.translate("History", "Gentaget: {label}").format(label=entry.label)
        case _:
            return entry.label


def _field_names() -> dict[str, str]:
    """Fields that a caseworker knows; others (keys, ids) are left out."""
    translate = QCoreApplication.translate
    return {
        "title": translate("History", "Titel"),
        "case_type": translate("History", "Type"),
        "case_number": translate("History", "Sagsnummer"),
        "caseworker": translate("History", "Sagsbehandler"),
        "pinned_number": translate("History", "Fast nummer"),
        "html": translate("History", "Tekst"),
        "file_name": translate("History", "Fil"),
        "page_choice": translate("History", "Sider"),
        "closed": translate("History", "Lukket"),
        "closed_reason": translate("History", "Grund til at det er lukket"),
        "closed_title": translate("History", "Titlen lukket"),
        "withdrawn": translate("History", "Udgår"),
        "treatment": translate("History", "Gengivelse"),
    }


def _change(change: FieldChange) -> str:
    """One field before and after: "Titel: Budget → Budget 2027"; "" for one that says nothing to a caseworker."""
    name = _field_names().get(change.field)
    before, after = _value(change.field, change.before), _value(change.field, change.after)
    if name is None or before == after:
        return ""
    nothing = QCoreApplication.translate("History", "(intet)")
    return f"{name}: {before or nothing} → {after or nothing}"


def _treated(written: str) -> str:
    """How a file was treated, in words; as it is written where a later version of the program wrote it."""
    try:
        return treatment_words(read_treatment(written), language())
    except ValueError:
        return written


def _value(field: str, value: str | int | None) -> str:
    if value is None:
        return ""
    if field in _YES_OR_NO:
        translate = QCoreApplication.translate
        return translate("History", "ja") if value else translate("History", "nej")
    if field == "treatment":
        return _treated(str(value))
    text = " ".join((plain_text(parse(str(value))) if field == "html" else str(value)).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
