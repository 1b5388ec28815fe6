"""What is being typed and not yet written: it is written when typing rests, when the field is left, and on closing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from kkr_desk.ui.desk import Desk

PAUSE = 700
"""Milliseconds that typing rests before it is written."""


class Pending(QObject):
    """What one field has that the store has not yet.

    Args:
        desk: Writes; before it closes, everything pending is written.
        field: Where it is typed; leaving it writes.
        write: Writes what the field shows.
    """

    def __init__(self, desk: Desk, field: QWidget, write: Callable[[], object]) -> None:
        super().__init__(field)
        self._write = write
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._write)
        self._field = field.focusProxy() or field
        self._field.installEventFilter(self)
        desk.closing.connect(self.flush)

    def __bool__(self) -> bool:
        """Whether something waits to be written."""
        return self._rest.isActive()

    def touch(self) -> None:
        """Something was typed."""
        self._rest.start()

    def flush(self) -> None:
        """Write now what waits."""
        if self._rest.isActive():
            self._rest.stop()
            self._write()

    def drop(self) -> None:
        """Forget what waits: its row is gone."""
        self._rest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Write when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)
