"""How long the window takes to be there, beside an empty PySide6 window; and until the last meeting's rows are drawn.

Run as `python -m benchmarks.window_cost` it measures both, turn about, and prints JSON: milliseconds from the start of
the process to the first picture of the window (`empty`, `frame`) and of the agenda's rows (`rows`), with the ratios.
With `empty` or `desk STORE` it is one such process. Drawn offscreen, so that no screen is needed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kkr_desk.ui.desk import Desk
    from kkr_desk.ui.frame.preferences import Preferences

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample" / "meeting.json"
TIMES = 15
STARTED = "KKR_DESK_BENCH_STARTED"
"""Variable that tells a process when it was started, in seconds since the epoch."""


def empty() -> None:
    """An empty window."""
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415  loading is part of what is measured
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415  likewise

    class Window(QMainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() == QEvent.Type.Paint:
                tell("frame")
                QApplication.quit()
            return done

    application = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    application.exec()
    QObject.deleteLater(window)


def desk(store: Path) -> None:
    """The window with the last meeting, as `kkr-desk` opens it."""
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415  likewise
    from PySide6.QtGui import QPaintEvent  # noqa: PLC0415  likewise

    from kkr_desk.ui import start  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame import panes, window  # noqa: PLC0415  likewise

    class Eye(QObject):
        """Sees the first picture of rows in the agenda."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
            if event.type() == QEvent.Type.Paint and made[0].panes.agenda.tree.model().rowCount():
                tell("rows")
                watched.removeEventFilter(self)
                made[0].furnished.connect(made[0].close)
            return False

    class Watched(window.MainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            if not made:
                made.append(self)
                tell("frame")
            super().paintEvent(event)

    def add_agenda(self: panes.Panes, desk: Desk, preferences: Preferences) -> None:
        added(self, desk, preferences)
        self.agenda.tree.viewport().installEventFilter(eye)

    eye, made = Eye(), list[window.MainWindow]()
    start.log_qt = lambda: None  # type: ignore[attr-defined]  # the offscreen platform says what it cannot do, and that would go into the log
    added, panes.Panes.add_agenda = panes.Panes.add_agenda, add_agenda  # type: ignore[method-assign]
    window.MainWindow = start.MainWindow = Watched  # type: ignore[misc, attr-defined]
    start.run(store)


def tell(what: str) -> None:
    """Say how long it took since the start of the process."""
    sys.stdout.write(f"{what} {(time.time() - float(os.environ[STARTED])) * 1000:.1f}\n")
    sys.stdout.flush()


def once(*arguments: str, home: Path) -> dict[str, float]:
    """One process, and what it told."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), STARTED: repr(time.time())}
    command = [sys.executable, "-m", "benchmarks.window_cost", *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60
    )
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def measure(times: int = TIMES) -> dict[str, float]:
    """Both, turn about, so that they meet the same machine; medians."""
    from benchmarks.process import compile_program  # noqa: PLC0415  the windows' processes have no use for it

    compile_program()
    with tempfile.TemporaryDirectory() as work:
        store, home = Path(work) / "store", Path(work) / "home"
        home.mkdir()
        command = [sys.executable, "-m", "kkr_desk", "--store", str(store), "import", str(SAMPLE)]
        subprocess.run(command, check=True, capture_output=True)
        once("desk", str(store), home=home)  # the first start of all finds nothing in memory
        frames, rows, empties = [], [], []
        for _ in range(times):
            empties.append(once("empty", home=home)["frame"])
            told = once("desk", str(store), home=home)
            frames.append(told["frame"])
            rows.append(told["rows"])
    base = statistics.median(empties)
    found = {"empty": base, "frame": statistics.median(frames), "rows": statistics.median(rows)}
    return {**found, "frame_ratio": found["frame"] / base, "rows_ratio": found["rows"] / base}


def main(arguments: Sequence[str]) -> None:
    """Measure, or be one of the two processes."""
    if not arguments:
        json.dump(measure(), sys.stdout)
    elif arguments[0] == "empty":
        empty()
    else:
        desk(Path(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
