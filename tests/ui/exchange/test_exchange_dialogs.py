"""A meeting as a file in the window: saved, opened, and where it is here already, chosen item by item."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QTreeWidget, QWidget

from kkr_desk.model import ItemId, MeetingId, TextKind
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange.reading import read_copy
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.exchange.commands import ExchangeCommands
from kkr_desk.ui.exchange.differences_dialog import DifferencesDialog
from kkr_desk.ui.exchange.file_dialog import FileDialog
from kkr_desk.ui.exchange.marking import MOST_WORDS, marked
from kkr_desk.ui.exchange.side_by_side import SideBySide
from tests.ui.desks import free_widgets, item_of, settle, snapshot_of
from tests.ui.export.exports import Marking, visible_texts, wait_for


class Window:
    """The commands at a desk, and the dialogs they show."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.frame = QWidget()
        self.commands = ExchangeCommands(desk, self.frame)

    def choose(self, name: str) -> None:
        action = next(a for a in self.commands.menu_actions() if a is not None and a.objectName() == name)
        assert action.isEnabled()
        action.trigger()
        settle(self.desk)

    def open(self, file: Path) -> None:
        self.commands.open_file(file)
        settle(self.desk)
        wait_for(lambda: not any(d.strip.is_working for d in self.dialogs()))

    def dialogs(self) -> list[FileDialog]:
        return [d for d in self.frame.findChildren(FileDialog) if d.isVisible()]

    @property
    def dialog(self) -> FileDialog:
        (shown,) = self.dialogs()
        return shown

    def outcome(self) -> str:
        return self.dialog.findChild(QLabel, "outcome").text()  # type: ignore[union-attr]

    def click(self, name: str) -> None:
        button = self.dialog.findChild(QAbstractButton, name)
        assert button is not None
        assert button.isVisible()
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
        settle(self.desk)

    def rows(self) -> list[list[str]]:
        listed = self.dialog.findChild(QTreeWidget, "differences")
        assert listed is not None
        items = [listed.topLevelItem(n) for n in range(listed.topLevelItemCount())]
        return [[item.text(column) for column in range(3)] for item in items if item is not None]


@pytest.fixture
def window(desk: Desk) -> Iterator[Window]:
    """The commands at a desk with a meeting."""
    made = Window(desk)
    yield made
    for dialog in made.dialogs():
        dialog.reject_at_once()
    made.frame.deleteLater()
    free_widgets()


@pytest.fixture
def meeting(desk: Desk) -> MeetingId:
    return snapshot_of(desk).agenda.meeting.id


@pytest.fixture
def theirs(made_store: Path, tmp_path: Path) -> Callable[[Callable[[Store, MeetingId], object]], Path]:
    """The same meeting with changes of a colleague's, as a file."""

    def make(change: Callable[[Store, MeetingId], object]) -> Path:
        shutil.copytree(made_store, tmp_path / "kollega")
        with Store.open(tmp_path / "kollega", who="mej") as store:
            meeting = store.meetings()[0].id
            with store.operation("Ret hos kollegaen"):
                change(store, meeting)
            store.save_meeting(meeting, tmp_path / "fra Mette.kkr")
        return tmp_path / "fra Mette.kkr"

    return make


Theirs = Callable[[Callable[[Store, MeetingId], object]], Path]


def rename(number: str, title: str) -> Callable[[Store, MeetingId], object]:
    return lambda store, meeting: store.change_item(store.find_item(meeting, number).id, title=title)


def title(desk: Desk, number: str) -> str:
    return item_of(desk, number).item.title


def test_a_meeting_is_saved_with_all_that_was_typed(
    window: Window, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(proposed)
        return str(tmp_path / "sommermøde.kkr"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    item = item_of(desk, "2.1").item.id
    desk.write(desk, "Ret titel", lambda store: store.change_item(item, title="I sidste øjeblik"))
    window.choose("save_meeting")
    assert Path(asked[0]).name == "KKR Midtsjælland 2026-09-18.kkr"
    assert window.outcome().startswith("sommermøde.kkr er gemt med 5 punkt")
    copy = read_copy(tmp_path / "sommermøde.kkr", NullProgress())
    assert "I sidste øjeblik" in [row.item.title for row in copy.agenda.items]
    window.dialog.reject()
    window.choose("save_meeting")
    assert Path(asked[1]) == tmp_path / "KKR Midtsjælland 2026-09-18.kkr", "the folder is remembered"


def test_an_existing_file_is_asked_about(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's dialog has asked about a name without our ending, not about the one with it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "møde"), ""))
    (tmp_path / "møde.kkr").write_bytes(b"den gamle")
    window.choose("save_meeting")
    assert window.outcome() == "møde.kkr findes allerede."
    assert (tmp_path / "møde.kkr").read_bytes() == b"den gamle"
    window.click("replace")
    assert read_copy(tmp_path / "møde.kkr", NullProgress()).agenda.items


def test_who_thinks_better_of_it_saves_nothing(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.choose("save_meeting")
    assert window.dialogs() == []


def test_a_folder_that_is_missing_is_named(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nej" / "a.kkr"), ""))
    window.choose("save_meeting")
    assert window.outcome().endswith("findes ikke. Opret den, eller vælg en anden mappe. Intet er gået tabt.")


def test_a_new_meeting_is_taken_in_and_laid_on_the_desk(
    made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(made_store, read_only=True) as store:
        store.save_meeting(store.meetings()[0].id, tmp_path / "møde.kkr")
    desk = Desk(tmp_path / "tomt arkiv", who="ny")
    desk.open_store()
    settle(desk)
    window = Window(desk)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "møde.kkr"), ""))
    assert [a.isEnabled() for a in window.commands.menu_actions() if a] == [False, True]
    window.choose("open_meeting_file")
    wait_for(lambda: desk.snapshot is not None)
    settle(desk)
    assert window.dialogs() == []
    assert [row.number for row in snapshot_of(desk).agenda.items] == ["1", "2", "2.1", "2.2", "3"]
    assert snapshot_of(desk).plan.total_pages == 12, "nothing had to be looked at anew"
    assert desk.undoable.undo == "Åbn mødefil møde.kkr"
    desk.undo()
    settle(desk)
    assert desk.snapshot is None
    desk.close()
    window.frame.deleteLater()
    desk.deleteLater()


def test_nothing_differs(window: Window, desk: Desk, tmp_path: Path, meeting: MeetingId) -> None:
    with Store.open(desk.folder, read_only=True) as store:
        store.save_meeting(meeting, tmp_path / "møde.kkr")
    window.open(tmp_path / "møde.kkr")
    assert window.outcome() == "Mødet er her allerede, og intet er anderledes i filen."
    assert desk.undoable.undo == "Importér mødet 18. september 2026"


def test_what_only_they_have_changed_is_taken(window: Window, desk: Desk, theirs: Theirs) -> None:
    window.open(theirs(rename("2.1", "Nærhed i det nye sundhedsråd")))
    assert isinstance(window.dialog, DifferencesDialog)
    assert window.rows() == [["2.1 Nærhed og sammenhæng i det nye sundhedsråd", "Ændret i filen", "Tag fra filen"]]
    texts = " ".join(visible_texts(window.dialog).values())
    assert "<b><u>" in texts, "what differs is marked"
    window.click("apply")
    assert title(desk, "2.1") == "Nærhed i det nye sundhedsråd"
    assert window.dialogs() == []
    assert desk.undoable.undo == "Åbn mødefil fra Mette.kkr"
    desk.undo()
    settle(desk)
    assert title(desk, "2.1") == "Nærhed og sammenhæng i det nye sundhedsråd"


def test_a_question_is_looked_at_first_and_answered_by_keys(window: Window, desk: Desk, theirs: Theirs) -> None:
    def change(store: Store, meeting: MeetingId) -> None:
        rename("2.2", "Flygtninge hos Mette")(store, meeting)
        store.add_item(meeting, "Budget 2027", before=store.find_item(meeting, "1").id)

    item = item_of(desk, "2.2").item.id
    desk.write(desk, "Ret", lambda store: store.change_item(item, title="Flygtninge her"))
    settle(desk)
    window.open(theirs(change))
    assert window.rows() == [
        ["1 Budget 2027", "Nyt i filen", "Tag fra filen"],
        ["2.2 Flygtninge her", "Ændret begge steder", "Behold her"],
    ]
    assert window.dialog.findChild(SideBySide).findChild(QLabel).text() == "2.2 Flygtninge her"  # type: ignore[union-attr]
    button = window.dialog.findChild(QAbstractButton, "side_ours")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Down)
    QTest.keyClick(window.dialog.focusWidget(), Qt.Key.Key_Space)
    assert window.rows()[1][2] == "Tag fra filen"
    QTest.keyClick(window.dialog, Qt.Key.Key_Return)
    settle(desk)
    assert [title(desk, number) for number in ("1", "3.2")] == ["Budget 2027", "Flygtninge hos Mette"]


@pytest.mark.parametrize("side", ["all_ours", "all_theirs", "suggested"])
def test_everything_at_once(window: Window, desk: Desk, theirs: Theirs, side: str) -> None:
    def change(store: Store, meeting: MeetingId) -> None:
        rename("2.1", "Deres 2.1")(store, meeting)
        store.delete_item(store.find_item(meeting, "3").id)

    window.open(theirs(change))
    window.click("all_ours")
    window.click(side)
    words = "Behold her" if side == "all_ours" else "Tag fra filen"
    assert [row[2] for row in window.rows()] == [words, words]
    window.click("apply")
    assert (title(desk, "2.1") == "Deres 2.1") == (side != "all_ours")
    assert (len(snapshot_of(desk).agenda.items) == 4) == (side != "all_ours")


def test_different_parts_come_together(window: Window, desk: Desk, theirs: Theirs) -> None:
    item = item_of(desk, "2.1").item.id
    desk.write(desk, "Skriv", lambda store: store.write_text(item, TextKind.DECISION, "<p>Tiltrådt</p>"))
    settle(desk)
    window.open(theirs(rename("2.1", "Deres 2.1")))
    assert window.rows() == [["2.1 Nærhed og sammenhæng i det nye sundhedsråd", "Begge har ændret, hver sit",
                              "Tag begge ændringer"]]  # fmt: skip
    window.click("apply")
    assert title(desk, "2.1") == "Deres 2.1"
    found: list[dict[TextKind, str]] = []
    desk.read(desk, lambda store: store.texts(ItemId(item)), found.append)
    settle(desk)
    assert found[0][TextKind.DECISION] == "<p>Tiltrådt</p>"


def test_what_is_changed_here_meanwhile_is_compared_anew(window: Window, desk: Desk, theirs: Theirs) -> None:
    window.open(theirs(rename("2.1", "Deres 2.1")))
    item = item_of(desk, "2.1").item.id
    desk.write(desk, "Ret imens", lambda store: store.change_item(item, title="Rettet imens"))
    settle(desk)
    assert window.rows() == [["2.1 Rettet imens", "Ændret begge steder", "Tag fra filen"]]
    desk.undo()
    settle(desk)
    assert window.rows()[0][1] == "Ændret i filen"


def test_a_damaged_file_is_named_and_the_details_can_be_copied(window: Window, tmp_path: Path) -> None:
    (tmp_path / "brev.kkr").write_bytes(b"%PDF-1.7 ikke et mode")
    window.open(tmp_path / "brev.kkr")
    assert "er ikke en mødefil fra KKR Desk. Vælg en fil, der ender på .kkr." in window.outcome()
    window.click("details")
    assert "meeting-file-unknown" in QApplication.clipboard().text()


def test_opening_can_be_cancelled(window: Window, desk: Desk, theirs: Theirs) -> None:
    window.commands.open_file(theirs(rename("2.1", "Deres 2.1")))
    QTest.keyClick(window.dialog, Qt.Key.Key_Escape)
    settle(desk)
    wait_for(lambda: not window.dialog.strip.is_working)
    assert window.outcome() == "Annulleret. Intet er ændret."
    assert title(desk, "2.1") == "Nærhed og sammenhæng i det nye sundhedsråd"


def test_every_text_follows_the_language(window: Window, theirs: Theirs) -> None:
    window.open(theirs(rename("2.1", "Deres 2.1")))
    marking = Marking()
    QCoreApplication.installTranslator(marking)
    try:
        QCoreApplication.processEvents()
        ours = {
            name: text
            for name, text in visible_texts(window.dialog).items()
            if isinstance(window.dialog.findChild(QAbstractButton, name.split()[0]), QAbstractButton)
        }
        assert len(ours) >= 6
        assert {name: text for name, text in ours.items() if not text.startswith("§")} == {}
        assert window.dialog.windowTitle() == "§Forskelle"
        assert window.rows()[0][2] == "§Tag fra filen"
    finally:
        QCoreApplication.removeTranslator(marking)


def test_what_differs_is_marked_word_by_word() -> None:
    assert marked("1. januar 2027", "1. juli 2027") == (
        "1. <b><u>januar</u></b> 2027",
        "1. <b><u>juli</u></b> 2027",
    )
    assert marked("helt anderledes", "noget nyt") == ("helt anderledes", "noget nyt")
    assert marked("fra a <b>\nc", "fra a <i>\nc")[0] == "fra a &lt;<b><u>b</u></b>&gt;<br>c"
    long = "ord " * MOST_WORDS
    assert marked(long, long + "mere") == (long, long + "mere")
