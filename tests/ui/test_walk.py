"""The walk: somebody who has never seen the window makes a real meeting's collection from its files, in ten minutes.

The meeting is KKR Sjælland's of 19 June 2024. The agenda lies in a document that lines are copied from, the bilag in a
folder; all else is done in the window by keys, mouse and clipboard. Each thing done is counted and timed as the
keystroke-level model has it (Card, Moran and Newell, 1980).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.frame.window import MainWindow
from tests.intake.papers import simple
from tests.ui.agenda.driving import CTRL, NONE, SHIFT, Driver, Key, files
from tests.ui.desks import PATIENCE, item_of, settle, snapshot_of

KEY, POINTING, CLICK, THOUGHT = 0.28, 1.1, 0.2, 1.35
"""Seconds that a keystroke, moving the mouse to something, a click, and making up one's mind take."""

MOST_STEPS, MOST_STEPS_TYPING = 15, 36
MOST_SECONDS = 600.0
"""What the walk may take: ten minutes."""

WITHOUT_BILAG = {"1": "Velkomst og godkendelse af dagsorden", "2": "Temaer og sager til drøftelse", "3": "Eventuelt"}
"""Items of the agenda that its index does not have, since they have no bilag; 2.5 is one too."""


@dataclass
class Walk:
    """What the user has done so far, each step with the seconds it takes."""

    steps: list[tuple[str, float]] = field(default_factory=list)

    def step(self, what: str, *, keys: int = 0, clicks: int = 0) -> None:
        """Count a step: a thought, then keystrokes and clicks; before each click the mouse is moved."""
        self.steps.append((what, THOUGHT + keys * KEY + clicks * (POINTING + CLICK)))

    @property
    def seconds(self) -> float:
        """All of it."""
        return sum(seconds for _, seconds in self.steps)


@pytest.fixture
def meeting(shared: Path) -> Path:
    """The folder of the meeting: its outline and its bilag."""
    return shared / "meetings" / "kkr-sjaelland-2024-06-19"


@pytest.fixture
def desk(danish: None, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a store that is not there yet."""
    made = Desk(tmp_path / "møder", who="ny")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, preferences: Preferences, home: Path) -> MainWindow:
    """The window as the program begins it: shown first, furnished then; in a home with the folder Dokumenter."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    Path(place).mkdir(parents=True)
    made = MainWindow(preferences)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    desk.open_store()
    with qtbot.waitSignal(made.furnished, timeout=PATIENCE):
        made.furnish_gradually(desk)
    settle(desk)
    return made


def agenda_text(outline: dict[str, Any]) -> str:
    """The agenda as it stands in the secretariat's document, with the bilag named under their items."""
    by_number = {item["number"]: item for item in outline["items"]}
    lines = []
    for number in ("1", "2", *(f"2.{n}" for n in range(1, 8)), "3"):
        item = by_number.get(number)
        if item is None:
            lines.append(f"{number} {WITHOUT_BILAG.get(number, 'Orienteringssag: Status for sundhedsaftalen')}")
            continue
        lines.append(f"{number} {item['case_type']}: {item['title']}")
        lines += [f"Bilag {own['number']}: {own['title']}" for own in item["attachments"]]
    return "\n".join(lines)


def shown(widget: QWidget, kind: type[QWidget], name: str) -> Any:
    """A control that is to be seen."""
    found = [one for one in widget.findChildren(kind, name) if one.isVisible()]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, QPoint(widget.width() // 2, widget.height() // 2))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def type_(text: str) -> None:
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        if letter == "–":  # QTest knows the keys of Latin 1 alone
            QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, NONE, letter))
        else:
            QTest.keyClicks(focused, letter)


def make_meeting(qtbot: QtBot, walk: Walk, window: MainWindow, desk: Desk) -> None:
    click(shown(window, QPushButton, "welcome-new"))
    walk.step("Nyt møde", clicks=1)
    qtbot.waitUntil(lambda: (asked := QApplication.activeModalWidget()) is not None and asked.isActiveWindow())
    type_("KKR Sjælland")
    press(Key.Key_Tab)
    walk.step("the council", keys=len("KKR Sjælland") + 3)
    type_("19juni2024")
    walk.step("the day", keys=len("19juni2024"))
    press(Key.Key_Return)
    walk.step("Opret møde", keys=1)
    settle(desk)
    window.activateWindow()  # as the desktop does when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)


def fill_agenda(walk: Walk, drive: Driver, text: str) -> None:
    QApplication.clipboard().setText(text)
    walk.step("mark and copy the agenda in its document, come back", keys=2 + 2, clicks=2)
    press(Key.Key_V, CTRL)
    drive.settle()
    walk.step("paste the agenda", keys=2)


def type_agenda(walk: Walk, drive: Driver, text: str) -> None:
    """Write it line by line, as whoever does not find out about pasting does."""
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    drive.settle()
    walk.step("delete the usual sections", keys=3)
    press(Key.Key_Return)
    walk.step("begin the first item", keys=1)
    depth = 1
    for number, _, heading in (line.partition(" ") for line in text.splitlines() if not line.startswith("Bilag")):
        shift = number.count(".") + 1 - depth
        depth += shift
        if shift:
            press(Key.Key_Tab if shift > 0 else Key.Key_Backtab, NONE if shift > 0 else SHIFT)
        type_(heading)
        press(Key.Key_Return)
        drive.settle()
        walk.step(f"write {number}", keys=len(heading) + 1 + abs(shift))
    press(Key.Key_Escape)
    drive.settle()
    walk.step("end the writing", keys=1)


def type_titles(walk: Walk, drive: Driver, outline: dict[str, Any]) -> None:
    """Give each bilag, which has its file's name, its title."""
    for item in outline["items"]:
        for own in item["attachments"]:
            attachments = item_of(drive.desk, item["number"]).attachments
            drive.click(attachments[own["number"] - 1].attachment.title)
            press(Key.Key_F2)
            type_(own["title"])
            press(Key.Key_Return)
            drive.settle()
            walk.step(f"title of bilag {own['number']} of {item['number']}", keys=len(own["title"]) + 2, clicks=1)


def drop_files(walk: Walk, drive: Driver, outline: dict[str, Any], folder: Path) -> None:
    for item in outline["items"]:
        papers = [folder / own["file"] for own in item["attachments"]]
        assert drive.drop(files(*papers), drive.point(item["title"]))
        walk.step(f"mark and drag the bilag of {item['number']}", clicks=min(len(papers), 2) + 1)


def export(qtbot: QtBot, walk: Walk, drive: Driver) -> str:
    press(Key.Key_E, CTRL)
    walk.step("Eksportér bilagssamling", keys=2)
    qtbot.waitUntil(lambda: (w := QApplication.activeWindow()) is not None and w.objectName() == "export_dialog")
    dialog = QApplication.activeWindow()
    assert dialog is not None
    press(Key.Key_Return)
    walk.step("Eksportér", keys=1)
    drive.settle()
    outcome = shown(dialog, QLabel, "outcome").text()
    press(Key.Key_Escape)
    walk.step("close", keys=1)
    return str(outcome)


def tell(walk: Walk, record_property: Callable[[str, object], None]) -> None:
    """Say what the walk took; seen with `pytest -rP`."""
    lines = [f"{seconds:5.1f} s  {what}" for what, seconds in walk.steps]
    sys.stdout.write("\n".join([*lines, f"{len(walk.steps)} steps, {walk.seconds:.0f} s", ""]))
    record_property("steps", len(walk.steps))
    record_property("seconds", round(walk.seconds))


def index_of(desk: Desk) -> list[tuple[str, int]]:
    """Rows of the index with their pages, as the window has them."""
    return [(entry.text, entry.page) for entry in snapshot_of(desk).plan.entries]


def expected_index(outline: dict[str, Any]) -> list[tuple[str, int]]:
    """The index that was sent out."""
    return [(entry["text"], entry["page"]) for entry in outline["expected"]["index_entries"]]


def test_a_newcomer_makes_a_real_meeting(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    meeting: Path,
    shared: Path,
    home: Path,
    record_property: Callable[[str, object], None],
) -> None:
    outline = json.loads((meeting / "meeting.json").read_text(encoding="utf-8"))
    walk = Walk()
    make_meeting(qtbot, walk, window, desk)
    assert window.windowTitle() == "KKR Desk – KKR Sjælland, 19. juni 2024"
    drive = Driver(desk, window.panes.agenda)
    fill_agenda(walk, drive, agenda_text(outline))
    assert sum(desk.awaited.values()) == sum(len(item["attachments"]) for item in outline["items"])
    assert "bemærkninger" in shown(window, QToolButton, "status-warnings").text()
    drop_files(walk, drive, outline, meeting)
    assert not desk.awaited

    assert index_of(desk) == expected_index(outline)
    assert drive.cell("Landstal 2025", Column.PAGE) == "105"

    assert "180 sider" in export(qtbot, walk, drive)
    made = list(home.rglob("*.pdf"))
    assert len(made) == 1
    check = [
        sys.executable,
        str(shared / "checks" / "collection_check.py"),
        str(meeting / "meeting.json"),
        str(made[0]),
    ]
    done = subprocess.run(check, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr

    tell(walk, record_property)
    assert len(walk.steps) <= MOST_STEPS
    assert walk.seconds < MOST_SECONDS


def test_a_newcomer_who_types_everything_is_done_in_time_too(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    meeting: Path,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """The bilag have the names and as many pages as the real ones, which the walk above takes in."""
    outline = json.loads((meeting / "meeting.json").read_text(encoding="utf-8"))
    for own in (own for item in outline["items"] for own in item["attachments"]):
        simple(tmp_path, own["file"], own["pages"], own["title"])
    walk = Walk()
    make_meeting(qtbot, walk, window, desk)
    drive = Driver(desk, window.panes.agenda)
    type_agenda(walk, drive, agenda_text(outline))
    drop_files(walk, drive, outline, tmp_path)
    type_titles(walk, drive, outline)
    assert index_of(desk) == expected_index(outline)
    assert "180 sider" in export(qtbot, walk, drive)
    tell(walk, record_property)
    assert len(walk.steps) <= MOST_STEPS_TYPING
    assert walk.seconds < MOST_SECONDS
