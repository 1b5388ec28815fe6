"""What stands above and below the panes: errors, progress, and the status line."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.errors import EnvironmentFault, KkrDeskError, UserError
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame import progress_strip
from kkr_desk.ui.frame.error_strip import MOST, ErrorStrip
from kkr_desk.ui.frame.progress_strip import LOOK, ProgressStrip
from kkr_desk.ui.frame.status_line import StatusLine
from kkr_desk.ui.jobs import Lane, Ticket
from tests.ui.desks import PATIENCE, item_of, settle, snapshot_of
from tests.ui.pseudo import pseudo_language, untranslated

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def errors(qtbot: QtBot) -> ErrorStrip:
    strip = ErrorStrip()
    qtbot.addWidget(strip)
    return strip


def sentences(strip: QWidget) -> list[str]:
    """What the visible labels say, from the top."""
    QCoreApplication.processEvents()
    labels = [label for label in strip.findChildren(QLabel) if label.text() and label.isVisibleTo(strip)]
    return [label.text() for label in sorted(labels, key=lambda label: label.mapTo(strip, QPoint()).y())]


def named(strip: QWidget, name: str) -> list[QAbstractButton]:
    found = strip.findChildren(QAbstractButton)
    return [button for button in found if button.accessibleName() == name and button.isVisibleTo(strip)]


def test_an_error_says_what_happened_and_what_to_do(qtbot: QtBot, errors: ErrorStrip) -> None:
    assert not errors.isVisible()
    errors.tell(EnvironmentFault("disk-full"))
    assert errors.isVisible()
    (text,) = sentences(errors)
    assert "disk" in text.lower()
    (copy,) = named(errors, "Kopiér detaljer om fejlen")
    qtbot.mouseClick(copy, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(text)
    assert "disk-full" in copied
    assert "KKR Desk 0." in copied


def test_an_error_is_put_away_by_key(qtbot: QtBot, errors: ErrorStrip) -> None:
    errors.tell(EnvironmentFault("disk-full"))
    (close,) = named(errors, "Luk beskeden")
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Space)
    assert not errors.isVisible()


def test_errors_stand_newest_first_and_none_twice(qtbot: QtBot, errors: ErrorStrip) -> None:
    told: list[KkrDeskError] = [UserError("meeting-gone"), UserError("item-gone"), UserError("meeting-gone")]
    for error in told:
        errors.tell(error)
    assert len(sentences(errors)) == 2
    assert "møde" in sentences(errors)[0].lower()
    for n in range(5):
        errors.tell(UserError("item-unknown", number=str(n)))
    assert len(sentences(errors)) == MOST
    assert "4" in sentences(errors)[0]


def test_errors_follow_the_language(qtbot: QtBot, errors: ErrorStrip) -> None:
    errors.tell(UserError("item-gone"))
    sentence = sentences(errors)[0]
    with pseudo_language():
        assert [text for _, text in untranslated(errors)] == [sentence]  # by code, from the table of sentences


class Held:
    """A job that goes on until the test lets it."""

    def __init__(self, *, what: str = "rendition", deaf: bool = False) -> None:
        self.go, self.what, self.deaf = threading.Event(), what, deaf

    def work(self, ticket: Ticket) -> None:
        while not self.go.wait(0.005):
            if not self.deaf:
                ticket.step(3, 12, self.what)


@pytest.fixture
def progress(qtbot: QtBot, bare_desk: Desk) -> Iterator[ProgressStrip]:
    strip = ProgressStrip(bare_desk.jobs)
    qtbot.addWidget(strip)
    yield strip
    settle(bare_desk)


def bar(strip: ProgressStrip) -> QProgressBar:
    return strip.findChildren(QProgressBar, "progress-bar")[0]


def cancel(strip: ProgressStrip) -> QPushButton:
    return strip.findChildren(QPushButton, "progress-cancel")[0]


def test_long_work_is_shown_and_can_be_stopped(
    qtbot: QtBot, bare_desk: Desk, progress: ProgressStrip, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_strip, "DELAY", PATIENCE)
    held = Held(what="Notat.pdf")
    ticket = bare_desk.jobs.submit(Lane.ARRIVAL, bare_desk, held.work)
    qtbot.wait(3 * LOOK)
    assert not progress.isVisible()
    monkeypatch.setattr(progress_strip, "DELAY", 0.0)
    qtbot.waitUntil(progress.isVisible)
    qtbot.waitUntil(lambda: sentences(progress) == ["Notat.pdf"])
    assert (bar(progress).value(), bar(progress).maximum()) == (3, 12)
    qtbot.mouseClick(cancel(progress), LEFT)
    assert sentences(progress) == ["Annullerer …"]
    assert not cancel(progress).isEnabled()
    qtbot.waitUntil(lambda: not progress.isVisible())
    assert ticket.ended


def test_short_work_is_never_seen(
    qtbot: QtBot, bare_desk: Desk, progress: ProgressStrip, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_strip, "DELAY", PATIENCE)
    held, seen = Held(), list[bool]()
    bare_desk.jobs.submit(Lane.EXPORT, bare_desk, held.work)
    qtbot.wait(2 * LOOK)
    held.go.set()
    settle(bare_desk)
    monkeypatch.setattr(progress_strip, "DELAY", 0.0)
    for _ in range(3):
        qtbot.wait(LOOK)
        seen.append(progress.isVisible())
    assert not any(seen)


def test_what_shows_elsewhere_is_not_shown_and_a_write_cannot_be_stopped(
    qtbot: QtBot, bare_desk: Desk, progress: ProgressStrip, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_strip, "DELAY", 0.0)
    preview, export, write = Held(), Held(), Held(deaf=True)
    bare_desk.jobs.submit(Lane.PREVIEW, bare_desk, preview.work)
    bare_desk.jobs.submit(Lane.EXPORT, bare_desk, export.work).is_shown = True  # by its dialog
    qtbot.wait(3 * LOOK)
    assert not progress.isVisible()
    bare_desk.jobs.submit(Lane.STORE, bare_desk, write.work)
    qtbot.waitUntil(progress.isVisible)
    assert sentences(progress) == ["Arbejder …"]
    assert not cancel(progress).isVisible()
    with pseudo_language():
        assert untranslated(progress) == []
    for held in (preview, export, write):
        held.go.set()


@pytest.fixture
def status(qtbot: QtBot, desk: Desk) -> StatusLine:
    line = StatusLine(desk)
    qtbot.addWidget(line)
    line.show()
    return line


def label(line: StatusLine, name: str) -> str:
    return line.findChildren(QLabel, name)[0].text()


def warnings(line: StatusLine) -> QToolButton:
    return line.findChildren(QToolButton, "status-warnings")[0]


def test_the_status_line_counts(qtbot: QtBot, desk: Desk, status: StatusLine) -> None:
    assert label(status, "status-counts") == "4 punkter · 4 bilag · 12 sider med indholdsfortegnelse og skilleblade"
    assert warnings(status).text() == "1 advarsel"
    item, found = item_of(desk, "2.1"), snapshot_of(desk).agenda.items
    work = [own.attachment.id for own in item.attachments[:1]]
    desk.write(desk, "Slet bilag", lambda store: store.delete_attachment(work[0]))
    settle(desk)
    assert found is not snapshot_of(desk).agenda.items
    assert label(status, "status-counts") == "4 punkter · 3 bilag · 10 sider med indholdsfortegnelse og skilleblade"
    desk.open_meeting(None)
    settle(desk)
    assert not warnings(status).isVisible()
    assert not status.findChildren(QLabel, "status-counts")[0].isVisible()


def test_a_warning_leads_to_its_attachment(qtbot: QtBot, desk: Desk, status: StatusLine) -> None:
    qtbot.mouseClick(warnings(status), LEFT)
    item = item_of(desk, "2.2")
    place = Selection(item.item.id, item.attachments[1].attachment.id)
    assert desk.selection == place
    qtbot.mouseClick(warnings(status), LEFT)
    assert desk.selection == place


def test_warnings_are_gone_through_one_by_one(qtbot: QtBot, desk: Desk, status: StatusLine) -> None:
    first = item_of(desk, "2.1").attachments[0].attachment
    desk.write(
        desk,
        "Vedhæft igen",
        lambda store: store.add_attachment(item_of(desk, "1").item.id, "Igen", "igen.pdf", first.source),
    )
    settle(desk)
    assert warnings(status).text() == "1 advarsel · 1 bemærkning"
    seen = []
    for _ in range(3):
        qtbot.mouseClick(warnings(status), LEFT)
        seen.append(desk.selection.attachment)
    assert len(set(seen[:2])) == 2
    assert seen[2] == seen[0] == item_of(desk, "2.2").attachments[1].attachment.id, "the warning comes first"
    for row in snapshot_of(desk).agenda.items:
        for own in row.attachments if row.number == "2.2" else ():
            desk.write(desk, "Slet", lambda store, own=own: store.delete_attachment(own.attachment.id))  # type: ignore[misc]
    settle(desk)
    assert warnings(status).text() == "1 bemærkning"


def test_it_says_when_all_was_saved(qtbot: QtBot, desk: Desk, status: StatusLine) -> None:
    assert label(status, "status-saved") == "Alt er gemt"
    item = item_of(desk, "1").item.id
    desk.write(desk, "Omdøb", lambda store: store.change_item(item, title="Goddag"))
    settle(desk)
    text = label(status, "status-saved")
    assert text.startswith("Alt er gemt kl. ")
    hour, minute = text.removeprefix("Alt er gemt kl. ").split(".")
    assert 0 <= int(hour) < 24
    assert len(minute) == 2
    with pseudo_language():
        assert untranslated(status) == []
