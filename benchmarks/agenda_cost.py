"""What the agenda pane costs with 60 items and 500 attachments; run as a process of its own, prints JSON.

All in milliseconds of the window's thread, painted.

`build`: every row of a meeting that is laid on the desk. `refresh`: a snapshot in which one title is another. `drag`:
one move of the mouse that drags an item to another place, which is the page plan of the agenda as it would be, and
every number and page anew. `plan`: that page plan alone. `plain`: Qt's own tree and model with as many plain texts.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView

from kkr_desk.model import Agenda, FileStatus, Meeting, MeetingId, Rendition
from kkr_desk.plan import make_plan
from kkr_desk.store import Store
from kkr_desk.typeface.widths import measure
from kkr_desk.ui.agenda import AgendaPane
from kkr_desk.ui.agenda.clipboard import Clip, mime_data
from kkr_desk.ui.agenda.rows import Outline, RowKey, outline
from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.desk import Desk, Snapshot

ITEMS, SECTIONS, ATTACHMENTS = 60, 6, 500
TIMES = 40
HEIGHT = 28


def write_meeting(folder: Path) -> MeetingId:
    """Six sections of nine items each, and nine or ten attachments at every item that is no section."""
    with Store.open(folder, who="abk") as store:
        source = store.content.add_bytes(b"%PDF")
        store.save_rendition(Rendition(source, FileStatus.OK, source, 7))
        with store.operation("Skriv et møde"):
            meeting: Meeting = store.add_meeting("KKR", date(2026, 9, 18), "Indholdsfortegnelse - Bilag")
            sections = [store.add_item(meeting.id, f"Afsnit {n}").id for n in range(SECTIONS)]
            title = "Fordeling af flygtninge og de tre fælleskommunale principper"
            items = [
                store.add_item(meeting.id, f"{title} {n}", parent_id=sections[n % SECTIONS], case_type="Beslutningssag")
                for n in range(ITEMS - SECTIONS)
            ]
            for n in range(ATTACHMENTS):
                name = f"Notat om organisering af botilbud {n}"
                store.add_attachment(items[n % len(items)].id, name, "notat.pdf", source)
        return meeting.id


def milliseconds(work: Callable[[int], object], times: int = TIMES) -> float:
    """The median of so many runs, each told its number."""
    took = []
    for n in range(times):
        start = time.perf_counter()
        work(n)
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def renamed(given: Agenda, title: str) -> Agenda:
    """The agenda with another title for one item."""
    items = list(given.items)
    items[20] = replace(items[20], item=replace(items[20].item, title=title))
    return Agenda(given.meeting, tuple(items))


def measure_pane(application: QApplication, desk: Desk, snapshot: Snapshot) -> dict[str, float]:
    """What the pane costs."""
    pane = AgendaPane(desk)
    pane.resize(800, 900)
    pane.show()
    QTest.qWaitForWindowExposed(pane)
    others = [Snapshot(a, make_plan(a, measure), snapshot.council) for a in _others(snapshot.agenda)]

    def build(_: int) -> None:
        desk.snapshot_changed.emit(None)
        desk.snapshot_changed.emit(snapshot)
        application.processEvents()

    def refresh(n: int) -> None:
        desk.snapshot_changed.emit(others[n % len(others)])
        application.processEvents()

    costs = {"build": milliseconds(build, 10), "refresh": milliseconds(refresh)}
    build(0)
    port = pane.tree.viewport()
    dragged = [RowKey.of_item(row.item.id) for row in snapshot.agenda.items if row.level == 2][3:4]
    data = mime_data(Clip(snapshot.agenda.meeting.id, tuple(dragged)), outline(snapshot.plan))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(port, QDragEnterEvent(QPoint(300, 5), Qt.DropAction.MoveAction, data, left, none))

    def drag(n: int) -> None:
        at = QPoint(300, HEIGHT * (1 + n * 7 % 29) + 1)
        QApplication.sendEvent(port, QDragMoveEvent(at, Qt.DropAction.MoveAction, data, left, none))
        application.processEvents()

    costs["drag"] = milliseconds(drag)
    return costs


def _others(agenda: Agenda) -> list[Agenda]:
    return [renamed(agenda, f"Et nyt navn {n}") for n in range(3)]


def plain(application: QApplication, rows: Outline) -> None:
    """Qt's own model in Qt's own view, with the same texts, built and painted: what the pane is held against."""
    model = QStandardItemModel(0, len(Column))
    made: dict[RowKey, QStandardItem] = {}
    for key, row in rows.rows.items():
        cells = [QStandardItem(text) for text in (row.number, row.title, row.case_type, "", "", str(row.page))]
        parent = made[row.parent] if row.parent else model.invisibleRootItem()
        parent.appendRow(cells)
        made[key] = cells[0]
    view = QTreeView()
    view.setModel(model)
    view.setUniformRowHeights(True)
    view.expandAll()
    view.resize(800, 900)
    view.show()
    QTest.qWaitForWindowExposed(view)
    application.processEvents()


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        meeting = write_meeting(Path(folder))
        desk = Desk(Path(folder), who="abk")
        desk.open_store()
        desk.open_meeting(meeting)
        QTest.qWait(10)
        while desk.snapshot is None or not desk.jobs.idle:
            QTest.qWait(10)
        snapshot = desk.snapshot
        costs = measure_pane(application, desk, snapshot)
        costs["plan"] = milliseconds(lambda _: make_plan(snapshot.agenda, measure))
        costs["plain"] = milliseconds(lambda _: plain(application, outline(snapshot.plan)), 10)
        desk.close()
    json.dump(costs, sys.stdout)


if __name__ == "__main__":
    main()
