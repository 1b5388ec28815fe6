"""The members of a council, as a table: written in place, or pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from kkr_desk.model import Council, Member
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.settings.buttons import button
from kkr_desk.ui.settings.member_lines import members_from_text
from kkr_desk.ui.settings.part import CouncilPart

_ROW = 28


class MembersPart(CouncilPart):
    """The table and its commands. A row without a name is not yet a member.

    Args:
        desk: Before it closes, a cell that is being written in is written.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.table = QTableWidget(0, 3)
        self.table.setObjectName("council-members")
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._hint = QLabel(wordWrap=True)
        self._buttons: dict[str, QPushButton] = {}
        self._commands = QHBoxLayout()
        self._commands.setSpacing(8)
        self._offer("add-member", "plus", self._add, "Ctrl+N")
        self._offer("paste-members", "clipboard-paste", self._paste, QKeySequence.StandardKey.Paste)
        self._offer("remove-members", "trash-2", self._remove, QKeySequence.StandardKey.Delete)
        self._offer("member-up", "arrow-up", self._move_up, "Alt+Up")
        self._offer("member-down", "arrow-down", self._move_down, "Alt+Down")
        self._commands.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._hint)
        layout.addWidget(self.table, stretch=1)
        layout.addLayout(self._commands)
        self.table.itemChanged.connect(self._write)
        self.table.itemSelectionChanged.connect(self._look)
        desk.closing.connect(self.flush)
        self.retranslate()
        self._look()

    @property
    def members(self) -> tuple[Member, ...]:
        """The rows that have a name."""
        rows = (Member(*(self._text(row, column) for column in range(3))) for row in range(self.table.rowCount()))
        return tuple(member for member in rows if member.name)

    def fill(self, council: Council, *, anew: bool) -> None:
        """Show the members; a row that has no name yet stays."""
        if anew or council.members != self.members:
            self._set_rows(council.members)

    def flush(self) -> None:
        """Write what is being written in a cell."""
        if self.table.isAncestorOf(self.window().focusWidget()):
            self.table.setFocus()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.table.setHorizontalHeaderLabels([self.tr("Navn"), self.tr("Kommune"), self.tr("Parti")])
        self.table.setAccessibleName(self.tr("Medlemmer"))
        self._hint.setText(
            self.tr("Skriv medlemmerne her, eller kopiér dem i Excel (navn, kommune, parti), og sæt dem ind (Ctrl+V).")
        )
        for name, text, tip in (
            ("add-member", self.tr("&Tilføj"), self.tr("Tilføj et medlem (Ctrl+N)")),
            ("paste-members", self.tr("&Sæt ind"), self.tr("Sæt medlemmer ind fra Excel (Ctrl+V)")),
            ("remove-members", self.tr("F&jern"), self.tr("Fjern de valgte medlemmer (Delete)")),
            ("member-up", "", self.tr("Flyt medlemmet op (Alt+Pil op)")),
            ("member-down", "", self.tr("Flyt medlemmet ned (Alt+Pil ned)")),
        ):
            self._buttons[name].setText(text)
            self._buttons[name].setToolTip(tip)
            self._buttons[name].setAccessibleName(tip)

    def _offer(
        self, name: str, drawing: str, command: Callable[[], None], keys: str | QKeySequence.StandardKey
    ) -> None:
        """A button, and its keys while the table has the focus."""
        shown = button(name, drawing)
        shown.clicked.connect(command)
        action = QAction(self.table)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(command)
        self.table.addAction(action)
        self._buttons[name] = shown
        self._commands.addWidget(shown)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return " ".join(item.text().split()) if item else ""

    def _set_rows(self, members: Iterable[Member]) -> None:
        with QSignalBlocker(self.table):
            self.table.setRowCount(0)
            self._insert(0, members)
        self._look()

    def _insert(self, at: int, members: Iterable[Member]) -> None:
        """Put in rows; the caller blocks signals and writes."""
        for row, member in enumerate(members, at):
            self.table.insertRow(row)
            for column, text in enumerate((member.name, member.municipality, member.party)):
                self.table.setItem(row, column, QTableWidgetItem(text))

    def _rows(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectedIndexes()})

    def _look(self) -> None:
        rows = self._rows()
        self._buttons["remove-members"].setEnabled(bool(rows))
        self._buttons["member-up"].setEnabled(bool(rows) and rows[0] > 0)
        self._buttons["member-down"].setEnabled(bool(rows) and rows[-1] < self.table.rowCount() - 1)

    def _write(self) -> None:
        members = self.members
        if self.kept is not None:
            self.kept.write(self, lambda council: replace(council, members=members))

    def _add(self) -> None:
        row = self.table.rowCount()
        with QSignalBlocker(self.table):
            self._insert(row, [Member("")])
        self.table.setCurrentCell(row, 0)
        self.table.setFocus()
        self.table.edit(self.table.currentIndex())

    def _paste(self) -> None:
        pasted = members_from_text(QGuiApplication.clipboard().text())
        if pasted:
            rows = self._rows()
            with QSignalBlocker(self.table):
                self._insert(rows[-1] + 1 if rows else self.table.rowCount(), pasted)
            self._look()
            self._write()

    def _remove(self) -> None:
        rows = self._rows()
        if not rows:
            return
        with QSignalBlocker(self.table):
            for row in reversed(rows):
                self.table.removeRow(row)
        self.table.setCurrentCell(min(rows[0], self.table.rowCount() - 1), 0)
        self._look()
        self._write()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        """Move the selected rows by one."""
        rows = self._rows()
        if not rows or not 0 <= rows[0] + step <= rows[-1] + step < self.table.rowCount():
            return
        column = self.table.currentColumn()
        with QSignalBlocker(self.table):
            for row in rows if step < 0 else reversed(rows):
                cells = [self.table.takeItem(row, at) for at in range(3)]
                self.table.removeRow(row)
                self.table.insertRow(row + step)
                for at, cell in enumerate(cells):
                    self.table.setItem(row + step, at, cell)
        self.table.setCurrentCell(rows[0] + step, column)
        self._look()
        self._write()
