"""The index pane: the index as it will be printed, always as the agenda stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from kkr_desk.plan import Plan
from kkr_desk.ui.desk import Desk, Selection, Snapshot
from kkr_desk.ui.index.paper import PaperDelegate
from kkr_desk.ui.index.rows import Index, IndexRows, Target

_BETWEEN_TRIALS = 60
"""Milliseconds from a step of a drag to its index: drawing a long one takes as long as such a step may."""


class IndexPane(QWidget):
    """The index of the open meeting. A click or Enter on a row selects its item or attachment.

    Args:
        desk: What the window works on.
        parent: Its owner.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("index-pane")
        self._desk = desk
        self._plan: Plan | None = None
        self._trial: Plan | None = None
        self._soon = QTimer(self, singleShot=True, interval=_BETWEEN_TRIALS)
        self._soon.timeout.connect(self._show_trial)
        self._told = QLabel()
        self._told.setObjectName("index-told")
        self._told.setWordWrap(True)
        self._list = _IndexList()
        self.setFocusProxy(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._told.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._told)
        layout.addWidget(self._list, stretch=1)
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        desk.snapshot_changed.connect(self._take)
        desk.selection_changed.connect(self._mark)
        self._take(desk.snapshot)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setAccessibleName(self.tr("Indholdsfortegnelse"))
        self._list.setAccessibleName(self.tr("Indholdsfortegnelse"))
        self._list.rows.retranslate()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has come meanwhile: a pane that nobody sees costs a drag nothing."""
        self._draw()
        super().showEvent(event)

    @Slot(object)
    def show_plan(self, plan: Plan | None) -> None:
        """Show the index of a trial, as rows are dragged; None for the meeting as it stands."""
        snapshot = self._desk.snapshot
        self._plan = snapshot.plan if plan is None and snapshot is not None else plan
        if self.isVisible():
            self._draw()

    @Slot(object)
    def follow(self, trial: Plan | None) -> None:
        """Show the index of a trial soon, one for all that come meanwhile as rows are dragged; None as `show_plan`."""
        self._trial = trial
        if trial is None:
            self._soon.stop()
            self.show_plan(None)
        elif not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _show_trial(self) -> None:
        self.show_plan(self._trial)

    @Slot(object)
    def _take(self, snapshot: Snapshot | None) -> None:
        self._soon.stop()
        self.show_plan(snapshot.plan if snapshot is not None else None)

    def _draw(self) -> None:
        if self._plan is not self._list.rows.plan:
            self._list.show_plan(self._plan)
            self._mark(self._desk.selection)
        self._tell()

    @Slot(object)
    def _mark(self, selection: Selection) -> None:
        self._list.mark(Target(selection.item, selection.attachment))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self._list.rows.slice_at(index)
        if row is not None and row.target.item is not None:
            self._desk.select(Selection(row.target.item, row.target.attachment))
        self._mark(self._desk.selection)

    def _tell(self) -> None:
        """Say in one line why there is nothing to see."""
        plan = self._list.rows.plan
        is_empty = plan is None or len(plan.entries) == 1
        self._list.setVisible(not is_empty)
        self._told.setVisible(is_empty)
        if plan is None:
            self._told.setText(self.tr("Åbn et møde for at se dets indholdsfortegnelse."))
        else:
            self._told.setText(self.tr("Mødet har ingen bilag endnu. Bilag står her med deres sidetal, når de kommer."))


class _IndexList(QListView):
    """The rows on their paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = IndexRows(self)
        self._paper = PaperDelegate(self.rows, self)
        self.setObjectName("index-list")
        self.setModel(self.rows)
        self.setItemDelegate(self._paper)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Midlight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width, and with it the pages' height, and come and go for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_plan(self, plan: Plan | None) -> None:
        """Show an index where the one before was."""
        place = self.verticalScrollBar().value()
        self.rows.show(plan)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def mark(self, target: Target) -> None:
        """Mark the row that leads to something, and see that it is in view; none where no row does."""
        index = self.rows.index_of(target)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            self.selectionModel().clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper is as wide as there is room."""
        self._paper.width = self.viewport().width()
        super().resizeEvent(event)
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on; Qt's own does so only where the platform's style says so."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def selectionCommand(  # noqa: N802  Qt's
        self,
        index: Index,  # noqa: ARG002  Qt's
        event: QEvent | None = None,  # noqa: ARG002  Qt's
    ) -> QItemSelectionModel.SelectionFlag:
        """What is selected is the desk's to say; keys and mouse move the frame alone."""
        return QItemSelectionModel.SelectionFlag.NoUpdate
