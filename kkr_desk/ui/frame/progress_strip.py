"""The progress strip: what is being done just now, how far it is, and the way to stop it.

It looks at the jobs ten times a second, shows none that is done within 0.6 s, and stays long enough to be read. A job
that a dialog shows is not shown here as well.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from kkr_desk.sentences import PROGRESS, say
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.jobs import Jobs, Lane, Ticket

LOOK = 100
"""Milliseconds between two looks."""
DELAY = 0.6
"""Seconds that a job may take unseen."""
STAY = 0.5
"""Seconds that the strip is shown at least."""
_SHOWN = (Lane.ARRIVAL, Lane.EXPORT, Lane.STORE)
"""Whose jobs are shown, most telling first; a preview that is being drawn shows in its own place."""


class ProgressStrip(QFrame):
    """The job that has been under way longest, of those a person would wait for; not there when there is none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress-strip")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._jobs = jobs
        self._ticket: Ticket | None = None
        self._shown_at = 0.0
        self._what, self._bar, self._cancel = QLabel(textFormat=Qt.TextFormat.PlainText), QProgressBar(), QPushButton()
        self._bar.setObjectName("progress-bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(240)
        self._cancel.setObjectName("progress-cancel")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._what, stretch=1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        self._cancel.clicked.connect(self._stop)
        jobs.idle_changed.connect(self._wake)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._cancel.setText(self.tr("Annuller"))
        self._bar.setAccessibleName(self.tr("Fremdrift"))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _wake(self) -> None:
        if not self._jobs.idle:
            self._timer.start()

    @Slot()
    def _look(self) -> None:
        now = time.monotonic()
        if self._ticket is None or self._ticket.ended or self._ticket.is_shown:
            self._ticket = self._next(now)
        if self._ticket is not None:
            if self.isHidden():
                self._shown_at = now
                self.show()
            self._draw()
        elif now - self._shown_at >= STAY:
            self.hide()
            if self._jobs.idle:
                self._timer.stop()

    def _next(self, now: float) -> Ticket | None:
        """The job to show: what is coming in or going out before what is being written."""
        waiting = [
            (_SHOWN.index(lane), ticket.since, ticket)
            for ticket, lane in self._jobs.tickets
            if lane in _SHOWN and not ticket.is_shown and now - ticket.since >= DELAY
        ]
        return min(waiting, key=lambda job: job[:2])[2] if waiting else None

    def _draw(self) -> None:
        if self._ticket is None:
            return
        step = self._ticket.progress
        if self._ticket.cancelled:
            text = self.tr("Annullerer …")
        else:
            text = say(PROGRESS, step.what, language()) if step.what else self.tr("Arbejder …")
        self._what.setText(text)
        self._bar.setAccessibleDescription(text)
        self._bar.setRange(0, min(step.total, 1000))
        self._bar.setValue(step.done * 1000 // step.total if step.total > 1000 else step.done)
        self._cancel.setEnabled(not self._ticket.cancelled)
        self._cancel.setVisible(bool(step.what))  # what says nothing of itself does not ask whether to stop either

    @Slot()
    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._draw()
