"""The pane of the item that is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from kkr_desk.model import NumberedItem, TextKind
from kkr_desk.store.journal import Changes
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.item.case import CaseFields
from kkr_desk.ui.item.history import HistoryPage
from kkr_desk.ui.item.texts import TextsPage

_BEFORE = (TextKind.BACKGROUND, TextKind.RECOMMENDATION, TextKind.PRESENTATION)


class ItemPane(QWidget):
    """Case, texts, decision and history of one item, each on a tab.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("item")
        self._desk = desk
        self._row: NumberedItem | None = None
        self._head = QLabel(wordWrap=True)
        self._page = QLabel()
        self.case = CaseFields(desk)
        self.texts = TextsPage(desk, _BEFORE)
        self.decision = TextsPage(desk, (TextKind.DECISION,))
        self.history = HistoryPage(desk)
        self.tabs = QTabWidget()
        for page in (self.case, self.texts, self.decision, self.history):
            self.tabs.addTab(page, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        for widget in (self._head, self._page, self.tabs):
            layout.addWidget(widget)
        layout.setStretch(2, 1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        desk.selection_changed.connect(self._show)
        desk.snapshot_changed.connect(self._show)
        desk.changed.connect(self._follow)
        self.retranslate()
        self._show()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """Nothing of its own: what is done with items is the agenda's."""
        return ()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        titles = (self.tr("Sag"), self.tr("Tekst"), self.tr("Beslutning"), self.tr("Historik"))
        for number, title in enumerate(titles):
            self.tabs.setTabText(number, title)
        self.tabs.setAccessibleName(self.tr("Punktet"))
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        snapshot = self._desk.snapshot
        row = snapshot.item(self._desk.selection.item) if snapshot else None
        if self._row is not None and snapshot is not None and snapshot.item(self._row.item.id) is None:
            self._drop()
        self._row = row
        self.tabs.setVisible(row is not None)
        self._page.setVisible(row is not None)
        self.case.show_item(row, snapshot.council.case_types if snapshot else ())
        self.texts.show_item(row)
        self.decision.show_item(row)
        self.history.show_item(row.item.id if row else None)
        self._name()

    def _drop(self) -> None:
        """Forget what was being typed in an item that is gone."""
        for page in (self.case, self.texts, self.decision):
            page.drop()

    def _follow(self, changes: Changes) -> None:
        """Read the texts again when somebody has written them: undo, another program."""
        if not changes or changes.touches("item_text"):
            self.texts.read()
            self.decision.read()

    def _name(self) -> None:
        heading = QFont(self.font())
        heading.setBold(self._row is not None)
        self._head.setFont(heading)
        if self._row is None:
            snapshot = self._desk.snapshot
            has_items = snapshot is not None and bool(snapshot.agenda.items)
            self._head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._head.setText(self.tr("Vælg et punkt i dagsordenen for at se det her.") if has_items else "")
            self._page.clear()
            return
        self._head.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._head.setText(f"{self._row.number} {self._row.item.heading}".strip())
        page = self._first_page(self._row)
        text = self.tr("I samlingen: side {page}").format(page=page) if page else self.tr("Ingen bilag i samlingen")
        self._page.setText(text)

    def _first_page(self, row: NumberedItem) -> int | None:
        """Where the item stands in the collection; None without attachments."""
        snapshot = self._desk.snapshot
        parts = snapshot.plan.parts if snapshot else ()
        return next((part.first_page for part in parts if part.item and part.item.item.id == row.item.id), None)
