"""Webtilgængelighed: every attachment of the meeting on the desk, what it lacks, and a mail about one or several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desk.export.accessibility import AccessibilityReport, Assessment, report
from kkr_desk.model import AttachmentId, Notice
from kkr_desk.sentences import printable
from kkr_desk.ui.accessibility.mail_button import MailButton
from kkr_desk.ui.accessibility.words import sentences, verdict_icon, verdict_word
from kkr_desk.ui.desk import Desk, Selection, Snapshot
from kkr_desk.ui.frame.icons import SIZE, icon

_ROW = 28
_PLACE = 120
"""Width of the column that says which attachment it is."""


class AccessibilityDialog(QDialog):
    """All attachments in a list; what is chosen in it is told below, and can be asked for in one mail.

    Args:
        desk: Whose meeting it follows.
        parent: The main window, or the dialog that makes documents.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accessibilityDialog")
        self.setModal(False)
        self._desk = desk
        self._report: AccessibilityReport | None = None
        self._reasons: tuple[Notice, ...] = ()
        self._summary, self._why, self._told, self._note = (
            _label(name) for name in ("accessibilitySummary", "accessibilityReasons", "assessed", "mailNote")
        )
        self._list = QTreeWidget()
        self._list.setObjectName("assessments")
        self._mail = MailButton()
        self._go = QPushButton(autoDefault=False)
        self._go.setObjectName("goToAttachment")
        self._close = QPushButton(autoDefault=False)
        self._close.setObjectName("close")
        self._lay_out()
        self._list.itemSelectionChanged.connect(self._tell)
        self._list.itemActivated.connect(self._lead)
        self._mail.told.connect(self._say)
        self._go.clicked.connect(self._lead)
        self._close.clicked.connect(self.reject)
        desk.snapshot_changed.connect(self._on_snapshot)
        self.resize(720, 560)
        self.retranslate()

    def open_with(self, reasons: tuple[Notice, ...] = ()) -> None:
        """Show it.

        Args:
            reasons: Why a file that was just made does not say that it is accessible.
        """
        self._reasons = tuple(
            reason for reason in reasons if "attachment" not in dict(reason.facts)
        )  # these are listed
        self._say("")
        self._refresh(self._desk.snapshot)
        self.show()
        self.raise_()
        self.activateWindow()
        self._list.setFocus()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setWindowTitle(self.tr("Webtilgængelighed"))
        self._list.setAccessibleName(self.tr("Bilag og deres webtilgængelighed"))
        self._list.setHeaderLabels([self.tr("Bilag"), self.tr("Titel"), self.tr("Webtilgængelighed")])
        self._go.setText(self.tr("&Gå til bilaget"))
        self._close.setText(self.tr("&Luk"))
        self._refresh(self._desk.snapshot)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the meeting as it stands now."""
        self._refresh(self._desk.snapshot)
        super().showEvent(event)

    def _lay_out(self) -> None:
        self._list.setRootIsDecorated(False)
        self._list.setAllColumnsShowFocus(True)
        self._list.setUniformRowHeights(True)
        self._list.setIconSize(QSize(SIZE, SIZE))
        self._list.setColumnCount(3)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(0, _PLACE)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._mail)
        buttons.addWidget(self._go)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._summary)
        layout.addWidget(self._why)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._note)
        layout.addLayout(buttons)

    def _on_snapshot(self, snapshot: Snapshot | None) -> None:
        if self.isVisible():
            self._refresh(snapshot)

    def _refresh(self, snapshot: Snapshot | None) -> None:
        self._report = report(snapshot.agenda, snapshot.alternates) if snapshot else None
        every = self._report.assessments if self._report else ()
        good = self._report.accessible if self._report else 0
        words = self.tr("{good} af {count} bilag er webtilgængelige").format(good=good, count=len(every))
        self._summary.setText(words if every else self.tr("Ingen bilag endnu"))
        said = [self.tr("– {problem}").format(problem=text) for text in sentences(self._reasons)]
        heading = self.tr("Derfor er filen ikke mærket som webtilgængelig, ud over det, bilagene mangler:")
        self._why.setText("\n".join([heading, *said]))
        self._why.setVisible(bool(said))
        self._fill(every)
        self._tell()

    def _fill(self, every: tuple[Assessment, ...]) -> None:
        """Fill the list; what was chosen stays so, and at first it is the first that lacks something."""
        chosen = {found.own.attachment.id for found in self._chosen()}
        current = self._current()
        blocked = self._list.blockSignals(True)  # noqa: FBT003  Qt's
        self._list.clear()
        rows = [self._row(found) for found in every]
        self._list.addTopLevelItems(rows)
        wanted = current or next((found.own.attachment.id for found in every if not found.is_accessible), None)
        for row, found in zip(rows, every, strict=True):
            if found.own.attachment.id == wanted:
                self._list.setCurrentItem(row)
        for row, found in zip(rows, every, strict=True):
            row.setSelected(row.isSelected() or found.own.attachment.id in chosen)
        self._list.blockSignals(blocked)

    def _row(self, found: Assessment) -> QTreeWidgetItem:
        place = self.tr("{item}, bilag {number}").format(item=found.item.number, number=found.own.number)
        made = QTreeWidgetItem([place, printable(found.own.attachment.title), verdict_word(found)])
        made.setIcon(2, icon(verdict_icon(found)))
        made.setSizeHint(0, QSize(0, _ROW))
        made.setToolTip(1, printable(found.own.attachment.title))
        made.setData(0, Qt.ItemDataRole.UserRole, found)
        return made

    def _chosen(self) -> list[Assessment]:
        rows = (self._list.topLevelItem(n) for n in range(self._list.topLevelItemCount()))
        return [row.data(0, Qt.ItemDataRole.UserRole) for row in rows if row is not None and row.isSelected()]

    def _current(self) -> AttachmentId | None:
        row: QTreeWidgetItem | None = self._list.currentItem()
        found: Assessment | None = row.data(0, Qt.ItemDataRole.UserRole) if row is not None else None
        return found.own.attachment.id if found is not None else None

    def _tell(self) -> None:
        """Say what is to be known of what is chosen."""
        chosen, snapshot = self._chosen(), self._desk.snapshot
        self._go.setEnabled(len(chosen) == 1)
        if snapshot is not None:
            self._mail.ask(snapshot.agenda.meeting, chosen, snapshot.council.template.language)
        self._say("")
        self._told.setText(self._words(chosen))

    def _words(self, chosen: list[Assessment]) -> str:
        if len(chosen) != 1:
            asked = sum(found.is_askable for found in chosen)
            return self.tr("Mailen handler om %n bilag", "", asked) if asked else ""
        (found,) = chosen
        lines = [self.tr("– {problem}").format(problem=text) for text in sentences(found.problems)]
        advice = " ".join(sentences(found.advice))
        return "\n".join([*lines, advice]) if lines else self.tr("Bilaget har, hvad det skal have.")

    def _say(self, text: str) -> None:
        """Say what has become of a mail."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _lead(self) -> None:
        """Select the one that is chosen."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self._desk.select(Selection(chosen[0].item.item.id, chosen[0].own.attachment.id))


def _label(name: str) -> QLabel:
    made = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
