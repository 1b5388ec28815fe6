"""The councils, and the settings of the one that is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from kkr_desk.alphabet import alphabetic
from kkr_desk.model import Council, CouncilId
from kkr_desk.store import Store
from kkr_desk.store.journal import Changes
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.settings.buttons import button
from kkr_desk.ui.settings.council_form import CouncilForm
from kkr_desk.ui.settings.keeping import KeptCouncil

ROW_HEIGHT = 28
_LIST_WIDTH = 190


class CouncilsPage(QWidget):
    """Every council that was saved or that a meeting names.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._councils: list[Council] = []
        self._kept: KeptCouncil | None = None
        self._wanted: str | None = None
        self.list = QListWidget()
        self.list.setObjectName("councils")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.new = button("new-council", "plus")
        self.form = CouncilForm(desk)
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.form)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, stretch=1)
        left.addWidget(self.new)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left)
        layout.addWidget(self._stack, stretch=1)
        self.list.currentRowChanged.connect(self._choose)
        self.new.clicked.connect(self._make_new)
        desk.changed.connect(self._follow)
        desk.store_opened.connect(self._read)
        self.retranslate()
        self._read()

    def flush(self) -> None:
        """Write what is being typed."""
        self.form.flush()

    def show_council(self, name: str) -> None:
        """Choose a council by its name; one that is not read yet, as soon as it is."""
        found = next((row for row, council in enumerate(self._councils) if council.name == name), None)
        self._wanted = name if found is None else None
        if found is not None:
            self.list.setCurrentRow(found)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.list.setAccessibleName(self.tr("Råd"))
        self.new.setText(self.tr("Nyt &råd"))
        self._empty.setText(
            self.tr("Her er ingen råd endnu. Et råd kommer til med sit første møde, eller med Nyt råd.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        if not changes or changes.touches("council") or changes.touches("meeting"):
            self._read()

    @Slot()
    def _read(self) -> None:
        self._desk.read(self, lambda store: store.councils(), self._take)

    def _take(self, councils: list[Council]) -> None:
        """Show the councils; the one that was chosen stays so, whatever it is called now."""
        self._councils = sorted(councils, key=lambda council: alphabetic(council.name))
        chosen = self._kept.find(self._councils) if self._kept else None
        if chosen is None:
            self._kept = None
        names = [council.name for council in self._councils]
        with QSignalBlocker(self.list):
            if [self.list.item(row).text() for row in range(self.list.count())] != names:
                self.list.clear()
                for row, name in enumerate(names):
                    self.list.addItem(name)
                    self.list.item(row).setSizeHint(QSize(0, ROW_HEIGHT))
            self.list.setCurrentRow(self._councils.index(chosen) if chosen else self._first())
        self._choose(self.list.currentRow())
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_council(wanted)
            self._wanted = None  # gone since

    def _first(self) -> int:
        """The council of the meeting on the desk, or the first."""
        opened = self._desk.snapshot.council.name if self._desk.snapshot else None
        found = (row for row, council in enumerate(self._councils) if council.name == opened)
        return next(found, 0 if self._councils else -1)

    @Slot(int)
    def _choose(self, row: int) -> None:
        self._stack.setCurrentWidget(self.form if row >= 0 else self._empty)
        if row < 0:
            return
        council = self._councils[row]
        if self._kept is None or self._kept.find(self._councils) is not council:
            self._kept = KeptCouncil(self._desk, council)
        self.form.show_council(self._kept, council)

    def _make_new(self) -> None:
        """A council with a name that no other has, to be written over."""
        word, label = self.tr("Nyt råd"), self.tr("Opret et råd")

        def work(store: Store) -> Council:
            taken = {council.name for council in store.councils()}
            names = (word if number == 1 else f"{word} {number}" for number in range(1, len(taken) + 2))
            return store.save_council(Council(CouncilId(""), next(name for name in names if name not in taken)))

        self._desk.write(self, label, work, self._show_new)

    def _show_new(self, council: Council) -> None:
        """Choose it, behind the councils that are being read now, and let its name be written."""
        self._desk.read(self, lambda store: store.councils(), partial(self._begin_name, council))

    def _begin_name(self, council: Council, councils: list[Council]) -> None:
        self._take(councils)
        self.show_council(council.name)
        self.form.begin_name()
