"""The search pane: what was found for the words in the search field, by meeting."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from kkr_desk.store.search import Hit
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.search.asking import LIMIT, Asking
from kkr_desk.ui.search.hit_list import HitList
from kkr_desk.ui.search.words import count_text, translate

Key = Qt.Key
MOST_CHARACTERS = 500
"""Of what is searched for; more is cut off when it is pasted."""


class SearchPane(QWidget):
    """Hits for the words in the search field, which stands elsewhere in the window.

    Args:
        desk: What the window works on.
        parent: Its owner.
        field: The search field, when the window has one already; one is made without it.
    """

    wanted = Signal()
    """There is something to see here: words were typed, or the field was gone to while it had some."""
    left = Signal()
    """Escape was pressed in the field: back to work."""
    opened = Signal(object)
    """`Hit`: it was opened, and lies on the desk in a moment."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, field: QLineEdit | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-pane")
        self._desk = desk
        self._asking = Asking(desk, self)
        self._answer: tuple[str, tuple[Hit, ...]] | None = None
        self.search_field = field or QLineEdit(clearButtonEnabled=True)
        self.search_field.setMaxLength(MOST_CHARACTERS)
        self.search_field.installEventFilter(self)
        self.find_action = QAction(self)
        self.find_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        self._told = QLabel()
        self._told.setObjectName("search-result")
        self._told.setWordWrap(True)
        self._list = HitList()
        self._build()
        self.search_field.textChanged.connect(self._typed)
        self.find_action.triggered.connect(self.focus_field)
        self._asking.answered.connect(self._take)
        self._asking.waiting_changed.connect(self._tell)
        self._list.opened.connect(self._open)
        self._list.left.connect(self.focus_field)
        desk.changed.connect(self._ask_anew)
        self.retranslate()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """What the menu offers."""
        return (self.find_action,)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(translate("Search", "Søgning"))
        self.search_field.setPlaceholderText(translate("Search", "Søg i alle møder  (Ctrl+F)"))
        self.search_field.setAccessibleName(translate("Search", "Søg i alle møder"))
        self.find_action.setText(translate("Search", "&Søg i alle møder"))
        self.find_action.setStatusTip(translate("Search", "Find ord i titler, tekster og alle bilags sider"))
        self._list.setAccessibleName(translate("Search", "Fund"))
        self._list.hits.retranslate()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def focus_field(self) -> None:
        """Be ready to type."""
        if self.search_field.hasFocus() and self._words:
            self.wanted.emit()  # otherwise the focus that comes does so
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """What was found may have changed meanwhile."""
        super().showEvent(event)
        self._ask_anew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits any more."""
        super().hideEvent(event)
        self._asking.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's
        """The field's keys: Down into the list, Enter opens, Escape back to work."""
        if watched is self.search_field:
            if event.type() == QEvent.Type.FocusIn and self._words:
                self.wanted.emit()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._press(event.key())
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        self._told.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self._told)
        layout.addWidget(self._list, stretch=1)
        self.setMinimumWidth(280)

    @property
    def _words(self) -> str:
        return self.search_field.text().strip()

    def _press(self, key: int) -> bool:
        """A key of the field; whether it was one that means something here."""
        if key in {Key.Key_Return, Key.Key_Enter}:
            self._open_first()
        elif key == Key.Key_Down and self._list.chosen is not None:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _open_first(self) -> None:
        """Open what is chosen; what has just been typed is looked for first."""
        if self._asking.waiting:
            self._asking.ask_now()
        elif self._list.chosen is not None:
            self._open(self._list.chosen)

    @Slot(str)
    def _typed(self) -> None:
        if self._words:
            self._asking.ask(self._words)
            self.wanted.emit()
        else:
            self._asking.stop()
            self._answer = None
            self._list.show_hits(())
        self._tell()

    @Slot()
    def _ask_anew(self) -> None:
        """Something was written: what was found may be found no more."""
        if self._words and self.isVisible():
            self._asking.ask(self._words)

    @Slot(str, object)
    def _take(self, words: str, hits: tuple[Hit, ...]) -> None:
        self._answer = words, hits
        self._list.show_hits(hits)
        self._tell()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._told, self._told.text()))

    @Slot(object)
    def _open(self, hit: Hit) -> None:
        selection = Selection(hit.item_id, hit.attachment_id, hit.page, self._words)
        snapshot = self._desk.snapshot
        if snapshot is not None and snapshot.agenda.meeting.id == hit.meeting_id:
            self._desk.select(selection)
        else:
            self._desk.open_meeting(hit.meeting_id, selection)
        self.opened.emit(hit)

    @Slot()
    def _tell(self) -> None:
        """Say how the search stands, in one line."""
        self._list.setVisible(self._answer is not None and bool(self._answer[1]))
        self._told.setText(self._standing())

    def _standing(self) -> str:
        if not self._words:
            return translate("Search", "Søg i titler, tekster, beslutninger og alle bilags sider i alle møder.")
        if self._answer is None or (not self._answer[1] and self._asking.waiting):
            return translate("Search", "Søger …")
        words, hits = self._answer
        if not hits:
            told = translate("Search", "Intet møde har »{words}«. Prøv med færre eller kortere ord.")
            return told.format(words=words)
        return count_text(hits, LIMIT)
