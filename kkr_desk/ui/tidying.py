"""Python's collector of objects that refer to each other in circles, kept to the window's thread.

Left to itself it runs in whatever thread happens to make one object too many, and takes apart there what it finds:
icons, persistent indexes, whole dialogs. Qt uses its half of them on the window's thread meanwhile, and once in a long
while the process is gone.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL = 1000
"""Milliseconds between two looks at how much there is to collect."""


class Tidying(QObject):
    """Collects on the thread it is made on, as often as Python itself would, from `start` to `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.tidy)

    def start(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, where it was its own before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    @Slot()
    def tidy(self) -> None:
        """Collect the oldest generation that is due."""
        due = [
            age
            for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])
