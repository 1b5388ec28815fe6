"""What the window costs in a store of many years (`archive`), beside the sample meeting alone in a store; prints JSON.

Run as `python -m benchmarks.archive_cost`. Both windows are started turn about, for `frame` and `rows` as
`window_cost` has them, and then worked in: milliseconds from a wish until the window shows it and nothing is under way
any more (`took`), and the longest that the window did not answer meanwhile (`held`), each the median of a few times.
With `FOLDER MEETING OTHER` it is one such window: MEETING is worked in, OTHER opened beside it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from benchmarks import window_cost
from benchmarks.process import KKR_DESK, compile_program

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from kkr_desk.model import MeetingId
    from kkr_desk.ui.agenda.rows import RowKey
    from kkr_desk.ui.desk import Desk
    from kkr_desk.ui.frame.window import MainWindow

STARTS, TIMES = 7, 9
Found = TypeVar("Found", bound="QObject")
QUESTION = "fordeling"
PATIENCE = 60.0
"""Seconds after which a wish counts as never done."""
DRAWN = 0.02
"""Seconds without work after which everything is taken to be drawn; not counted."""
_ROW_HEIGHT = 28


class Watch:
    """Sees what a wish costs.

    Args:
        application: The window's.
        desk: Its desk.
    """

    def __init__(self, application: QApplication, desk: Desk) -> None:
        self._application, self._desk = application, desk
        self._costs: dict[str, list[tuple[float, float]]] = {}

    def see(self, name: str, wish: Callable[[], object], is_done: Callable[[], bool], *, pause: float = 0) -> None:
        """Have something done, and wait until it is; `pause` are milliseconds that the window waits on purpose."""
        self.settle()
        start = time.perf_counter()
        wish()
        held = time.perf_counter() - start
        while True:
            before = time.perf_counter()
            self._application.processEvents()
            after = time.perf_counter()
            held = max(held, after - before)
            if is_done() and self._desk.jobs.idle:
                break
            if after - start > PATIENCE:
                raise SystemExit(f"{name} did not come to an end")
            time.sleep(0.0005)
        before = time.perf_counter()
        self._application.processEvents()  # what is to be drawn of it
        end = time.perf_counter()
        took, held = (end - start) * 1000 - pause, max(held, end - before) * 1000
        self._costs.setdefault(name, []).append((took, held))

    def settle(self) -> None:
        """Let everything be done and drawn that is under way."""
        quiet = time.perf_counter()
        while time.perf_counter() - quiet < DRAWN:
            self._application.processEvents()
            if not self._desk.jobs.idle:
                quiet = time.perf_counter()
            time.sleep(0.0005)

    def costs(self) -> dict[str, dict[str, float]]:
        """Medians of all that was seen."""
        return {
            name: {"took": statistics.median(t for t, _ in seen), "held": statistics.median(h for _, h in seen)}
            for name, seen in self._costs.items()
        }


class Work:
    """What somebody does in the window, by its own controls and commands."""

    def __init__(self, window: MainWindow, desk: Desk, watch: Watch) -> None:
        self._window, self._desk, self._watch = window, desk, watch
        self._agenda = window.panes.agenda

    def open(self, meeting: MeetingId, name: str) -> None:
        """Open a meeting."""
        self._watch.see(name, lambda: self._desk.open_meeting(meeting), lambda: self._opened == meeting)

    def read_anew(self) -> None:
        """Another program has written: every pane reads what it shows."""
        read: list[bool] = []
        self._window.panes.meetings.filled.connect(lambda: read.append(True))
        self._watch.see("meetings", self._desk.refresh, lambda: bool(read))

    def search(self) -> None:
        """Type into the search field."""
        from PySide6.QtWidgets import QListView  # noqa: PLC0415  loaded by the window's own process alone

        from kkr_desk.ui.search.asking import PAUSE  # noqa: PLC0415  likewise

        hits = self._found(QListView, "hits")
        field = self._window.search
        self._watch.see("search", lambda: field.setText(QUESTION), lambda: hits.model().rowCount() > 0, pause=PAUSE)
        field.clear()

    def rename(self, number: int) -> None:
        """Write another title."""
        title = f"Et nyt navn {number}"
        index = self._model.index_of(self._items[1])
        self._watch.see("rename", lambda: self._model.setData(index, title), lambda: self._has(title))

    def move(self) -> None:
        """Move an item down, and undo it."""
        from PySide6.QtGui import QAction  # noqa: PLC0415  likewise

        from kkr_desk.ui.agenda.actions import Command  # noqa: PLC0415  likewise

        siblings = self._model.outline.item_children(self._model.outline.rows[self._items[1]].parent)
        first, before = siblings[0], list(siblings)
        self._agenda.tree.go_to(first)
        down = self._agenda.actions_[Command.MOVE_DOWN]
        self._watch.see("move", down.trigger, lambda: self._siblings_of(first) != before)
        undo = self._found(QAction, "undo")
        self._watch.see("undo", undo.trigger, lambda: self._siblings_of(first) == before)

    def drag(self) -> None:
        """Drag an item over the rows, to another place with every step."""
        from PySide6.QtCore import QPoint, Qt  # noqa: PLC0415  likewise
        from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent  # noqa: PLC0415  likewise
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415  likewise

        from kkr_desk.ui.agenda.clipboard import Clip, mime_data  # noqa: PLC0415  likewise

        outline, tree = self._model.outline, self._agenda.tree
        tree.scrollToTop()
        data = mime_data(Clip(self._opened or "", (self._items[-1],)), outline)  # type: ignore[arg-type]
        how = Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(tree.viewport(), QDragEnterEvent(QPoint(300, 5), *how))
        rows = min(len(outline.rows), tree.viewport().height() // _ROW_HEIGHT) - 1
        for n in range(TIMES):
            step = QDragMoveEvent(QPoint(300, _ROW_HEIGHT * (1 + n * 7 % rows) + 1), *how)
            self._watch.see("drag", lambda step=step: QApplication.sendEvent(tree.viewport(), step), lambda: True)  # type: ignore[misc]
        QApplication.sendEvent(tree.viewport(), QDragLeaveEvent())

    def _found(self, kind: type[Found], name: str) -> Found:
        found = self._window.findChild(kind, name)
        if not isinstance(found, kind):
            raise SystemExit(f"The window has no {name}.")
        return found

    @property
    def _model(self) -> Any:
        return self._agenda.tree.model()

    @property
    def _opened(self) -> MeetingId | None:
        return self._desk.snapshot.agenda.meeting.id if self._desk.snapshot else None

    @property
    def _items(self) -> list[RowKey]:
        """The items that can be moved among others: those under the first that has several, or those at the top."""
        outline = self._model.outline
        top = outline.item_children(None)
        return next((own for key in top if len(own := outline.item_children(key)) > 2), top)

    def _siblings_of(self, key: RowKey) -> list[RowKey]:
        outline = self._model.outline
        return list(outline.item_children(outline.rows[key].parent))

    def _has(self, title: str) -> bool:
        snapshot = self._desk.snapshot
        return snapshot is not None and any(row.item.title == title for row in snapshot.agenda.items)


def work_in(folder: Path, meeting: MeetingId, other: MeetingId) -> dict[str, Any]:
    """Start a window, work in it, and say what it cost."""
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415  likewise
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  likewise

    from kkr_desk.ui.desk import Desk  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.preferences import Preferences  # noqa: PLC0415  likewise
    from kkr_desk.ui.frame.window import MainWindow  # noqa: PLC0415  likewise

    application = QApplication([])
    desk = Desk(folder, who="abk")
    desk.open_store()
    window = MainWindow(Preferences())
    window.furnish(desk)
    window.show()
    watch = Watch(application, desk)
    watch.settle()
    work = Work(window, desk, watch)
    for number in range(TIMES):
        work.open(other, "other")
        work.open(meeting, "open")
        work.read_anew()
        work.rename(number)
        work.move()
    work.drag()
    for _ in range(TIMES):
        work.search()
    memory = resident()
    window.close()
    desk.close()
    window.deleteLater()  # before Python goes: Qt would call back into what is gone
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {**watch.costs(), "memory": memory}


def resident() -> int:
    """Bytes of memory that this process holds just now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def measure() -> dict[str, Any]:
    """Both stores: started turn about, then worked in."""
    from benchmarks.archive import fill  # noqa: PLC0415  the windows' processes have no use for it

    compile_program()
    with tempfile.TemporaryDirectory() as work:
        small, large, home = Path(work) / "small", Path(work) / "large", Path(work) / "home"
        home.mkdir()
        sample, copy = add_sample(small)
        begun = time.perf_counter()
        newest, long = fill(large)
        filled = time.perf_counter() - begun
        starts: dict[str, list[dict[str, float]]] = {"empty": [], "sample": [], "archive": []}
        for _ in range(STARTS + 1):
            starts["empty"].append(window_cost.once("empty", home=home))
            starts["sample"].append(window_cost.once("desk", str(small), home=home))
            starts["archive"].append(window_cost.once("desk", str(large), home=home))
        found: dict[str, Any] = {"filled": filled}
        for name, seen in starts.items():  # the first of each finds nothing in memory
            found[name] = {what: statistics.median(each[what] for each in seen[1:]) for what in seen[0]}
        found["sample"] |= _worked(small, sample, copy, home)
        found["archive"] |= _worked(large, long, newest, home)
    return found


def add_sample(folder: Path) -> tuple[MeetingId, MeetingId]:
    """A store with the sample meeting and one made after it."""
    from kkr_desk.store import Store  # noqa: PLC0415  likewise

    done = subprocess.run(
        [*KKR_DESK, "--json", "--store", str(folder), "import", str(window_cost.SAMPLE)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    meeting: MeetingId = json.loads(done.stdout.splitlines()[-1])["meeting"]
    with Store.open(folder, who="abk") as store, store.operation("Opret et møde"):
        return meeting, store.copy_meeting(meeting, date(2027, 1, 20)).id


def _worked(folder: Path, meeting: MeetingId, other: MeetingId, home: Path) -> dict[str, Any]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    command = [sys.executable, "-m", "benchmarks.archive_cost", str(folder), meeting, other]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True, timeout=600)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def main(arguments: Sequence[str]) -> None:
    """Measure, or be one of the windows."""
    if not arguments:
        json.dump(measure(), sys.stdout)
    else:
        folder, meeting, other = arguments
        json.dump(work_in(Path(folder), meeting, other), sys.stdout)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1:])
