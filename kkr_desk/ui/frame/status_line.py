"""The status line: how much the meeting holds, whether anything is wrong, that all is saved, the way to a document."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from kkr_desk.export.doubts import Doubt, Severity, doubts
from kkr_desk.sentences import Language
from kkr_desk.store.journal import Changes
from kkr_desk.ui.desk import Desk, Selection, Snapshot
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.language import language


class StatusLine(QStatusBar):
    """What a secretary asks all day, in one line.

    Args:
        desk: What the window works on.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-line")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._desk = desk
        self._doubts: tuple[Doubt, ...] = ()
        self._saved_at: datetime | None = None
        self._counts = QLabel()
        self._counts.setObjectName("status-counts")
        self._counts.setMinimumWidth(1)  # a narrow window cuts it off rather than growing
        self._warnings = QToolButton(autoRaise=True)
        self._warnings.setObjectName("status-warnings")
        self._warnings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._warnings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._warnings.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._saved = QLabel()
        self._saved.setObjectName("status-saved")
        self.addWidget(self._counts)
        self.addWidget(self._warnings)
        self.addPermanentWidget(self._saved)
        self._warnings.clicked.connect(self._go_to_next)
        desk.snapshot_changed.connect(self._take)
        desk.awaited_changed.connect(self._look)
        desk.changed.connect(self._note_saved)
        self._take(desk.snapshot)

    def offer(self, action: QAction | None) -> None:
        """Put a command at the right end, as a button."""
        if action is None:
            return
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addPermanentWidget(button)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        snapshot = self._desk.snapshot
        self._counts.setVisible(snapshot is not None)
        self._warnings.setVisible(bool(self._doubts))
        if snapshot is not None:
            self._counts.setText(self._count(snapshot))
            self._counts.setToolTip(self._counts.text())
        self._warnings.setText(self._tell_doubts())
        self._warnings.setToolTip(self.tr("Gå til det næste, der skal ses på"))
        self._warnings.setAccessibleName(self._warnings.text())
        self._warnings.setAccessibleDescription(self._warnings.toolTip())
        self._saved.setText(self._tell_saved())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _count(self, snapshot: Snapshot) -> str:
        """Items without items below them count: what the council will take up."""
        items = snapshot.agenda.items
        sections = {row.item.parent_id for row in items}
        points = sum(row.item.id not in sections for row in items)
        attachments = sum(len(row.attachments) for row in items)
        parts = (
            self.tr("%n punkt(er)", "", points),
            self.tr("%n bilag", "", attachments),
            self.tr("%n side(r) med indholdsfortegnelse og skilleblade", "", snapshot.plan.total_pages),
        )
        return " · ".join(parts if attachments else parts[:-1])

    def _tell_doubts(self) -> str:
        """What stops the work or must be answered is a warning; what is only worth knowing, a remark."""
        mild = sum(doubt.severity is Severity.TELLS for doubt in self._doubts)
        grave = len(self._doubts) - mild
        parts = [self.tr("%n advarsel(er)", "", grave)] if grave else []
        if mild:
            parts.append(self.tr("%n bemærkning(er)", "", mild))
        return " · ".join(parts)

    def _tell_saved(self) -> str:
        if self._saved_at is None:
            return self.tr("Alt er gemt")
        form = "%H.%M" if language() is Language.DANISH else "%H:%M"
        return self.tr("Alt er gemt kl. {time}").format(time=self._saved_at.strftime(form).removeprefix("0"))

    @Slot(object)
    def _take(self, snapshot: Snapshot | None) -> None:
        found = doubts(snapshot.agenda, awaited=self._desk.awaited) if snapshot is not None else ()
        self._doubts = tuple(doubt for doubt in found if doubt.item is not None)
        is_grave = any(doubt.severity is not Severity.TELLS for doubt in self._doubts)
        self._warnings.setIcon(icon("triangle-alert" if is_grave else "info"))
        self.retranslate()

    @Slot()
    def _look(self) -> None:
        self._take(self._desk.snapshot)

    @Slot(object)
    def _note_saved(self, changes: Changes) -> None:
        if changes.operation:
            self._saved_at = datetime.now().astimezone()
            self._saved.setText(self._tell_saved())

    @Slot()
    def _go_to_next(self) -> None:
        """Select what the next warning is about: the first after what is selected now."""
        places = list(dict.fromkeys((doubt.item, doubt.attachment) for doubt in self._doubts))
        here = (self._desk.selection.item, self._desk.selection.attachment)
        following = places.index(here) + 1 if here in places else 0
        item, attachment = places[following % len(places)]
        self._desk.select(Selection(item, attachment))
