"""Many files at once: one list to confirm, by keys and by mouse."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.intake import arrival
from kkr_desk.paths import work_place
from kkr_desk.ui.agenda import AgendaPane
from kkr_desk.ui.arrivals.dialog import ArrivalsDialog
from kkr_desk.ui.attachment.pane import AttachmentPane
from kkr_desk.ui.desk import Desk, Selection
from tests.intake.papers import simple
from tests.ui.agenda.driving import START, Driver, Key, files
from tests.ui.desks import item_of, settle


class List:
    """The list that is open."""

    def __init__(self, pane: QWidget, qtbot: QtBot) -> None:
        self.pane = pane
        qtbot.waitUntil(lambda: bool(self._open()))
        (self.dialog,) = self._open()
        found = self.dialog.findChild(QTableView, "arrivals")
        assert isinstance(found, QTableView)
        self.table = found
        qtbot.waitExposed(self.dialog)
        self.table.setFocus()

    def _open(self) -> list[ArrivalsDialog]:
        return [one for one in self.pane.findChildren(ArrivalsDialog) if one.isVisible()]

    def rows(self) -> list[str]:
        """Each file in one line."""
        model = self.table.model()
        return [
            " | ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.table, key, modifier)
        QApplication.processEvents()

    def go_to(self, row: int, column: int) -> None:
        """Click on a cell."""
        at = self.table.visualRect(self.table.model().index(row, column)).center()
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def choose(self, beginning: str) -> None:
        """Choose an item where the choice is open, by its first letters."""
        choice = self.table.viewport().findChild(QComboBox, "arrivals-editor")
        assert isinstance(choice, QComboBox)
        QApplication.processEvents()
        names = [choice.itemText(n) for n in range(choice.count())]
        choice.view().setCurrentIndex(
            choice.model().index(names.index(next(n for n in names if n.startswith(beginning))), 0)
        )
        QTest.keyClick(choice.view(), Key.Key_Return)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Write into the cell that is current, in place of what stands there."""
        self.press(Key.Key_F2)
        line = self.table.viewport().findChild(QLineEdit, "arrivals-editor")
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Key.Key_Return)
        QApplication.processEvents()

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found


def work_folders() -> int:
    return len([path for path in work_place().iterdir() if path.is_dir()]) if work_place().is_dir() else 0


def test_a_folder_is_confirmed_in_one_list_and_undone_at_once(drive: Driver, folder: Path, qtbot: QtBot) -> None:
    drive.drop(files(folder), drive.below_all())
    shown = List(drive.pane, qtbot)
    assert shown.rows() == [
        "1 Bilag 2 - Referat.pdf | 1 Velkomst og godkendelse af dagsorden | 2 | Referat | ",
        "1 Bilag 10 - Plan.pdf | 1 Velkomst og godkendelse af dagsorden | 10 | Plan | ",
        "2.2 Fordeling/Bilag_3_Kvoter.pdf | 2.2 Fordeling af flygtninge 2027 | 3 | Kvoter | ",
        "Notat.pdf | Skal ikke med |  | Notat | Vælg et punkt",
    ]
    assert shown.button("attach").text() == "&Vedhæft 3 filer"
    shown.go_to(0, 3)
    shown.write("Referat af sidste møde")
    shown.press(Key.Key_Left)
    shown.write("1")
    shown.go_to(1, 1)
    shown.press(Key.Key_Delete)
    shown.go_to(3, 1)
    shown.press(Key.Key_Space)
    shown.choose("3 Eventuelt")
    assert [row.split(" | ", 1)[1] for row in shown.rows()] == [
        "1 Velkomst og godkendelse af dagsorden | 1 | Referat af sidste møde | ",
        "Skal ikke med |  | Plan | ",
        "2.2 Fordeling af flygtninge 2027 | 3 | Kvoter | ",
        "3 Eventuelt | sidst | Notat | ",
    ]
    shown.press(Key.Key_Return)
    settle(drive.desk)
    assert [row.rsplit(" | ", 1)[1] for row in shown.rows()] == ["1 side", "Ikke med", "1 side", "1 side"]
    assert QApplication.focusWidget() is shown.button("close")
    assert shown.button("close").text() == "&Luk"
    shown.press(Key.Key_Return)
    settle(drive.desk)
    assert not drive.pane.findChildren(ArrivalsDialog)
    assert work_folders() == 0
    added = [row.strip() for row in drive.rows() if row not in START]
    assert added == ["Bilag 1 Referat af sidste møde", "Bilag 3 Kvoter", "Bilag 1 Notat"]
    assert drive.undo() == "Vedhæft 3 bilag"
    assert drive.rows() == START


def test_a_packed_folder_on_an_item_is_unpacked_into_the_list(drive: Driver, tmp_path: Path, qtbot: QtBot) -> None:
    packed = tmp_path / "Materiale.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(simple(tmp_path, "a.pdf", words="pakket"), "Ærø.pdf")
        archive.writestr("tom.pdf", b"")
    drive.drop(files(packed), drive.point("Eventuelt"))
    shown = List(drive.pane, qtbot)
    assert [row.split(" | ")[:3] for row in shown.rows()] == [
        ["tom.pdf", "3 Eventuelt", "sidst"],
        ["Ærø.pdf", "3 Eventuelt", "sidst"],
    ]
    assert work_folders() == 1
    QTest.mouseClick(shown.button("attach"), Qt.MouseButton.LeftButton)
    settle(drive.desk)
    assert [row.rsplit(" | ", 1)[1] for row in shown.rows()] == ["Tom fil", "1 side"]
    assert "0 byte" in str(shown.table.model().index(0, 4).data(Qt.ItemDataRole.ToolTipRole))
    QTest.mouseClick(shown.button("close"), Qt.MouseButton.LeftButton)
    settle(drive.desk)
    assert drive.rows()[9:] == ["  Bilag 1 tom", "  Bilag 2 Ærø"]
    assert work_folders() == 0


def test_what_a_bilag_encloses_is_taken_out(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.dk", "c@d.dk", "Bilag til 3"
    mail.set_content("Hermed.")
    paper = simple(tmp_path, "p.pdf", words="vedlagt").read_bytes()
    mail.add_attachment(paper, maintype="application", subtype="pdf", filename="Bilag 2 - Økonomi.pdf")
    (tmp_path / "mail.eml").write_bytes(bytes(mail))
    agenda, pane = AgendaPane(desk), AttachmentPane(desk)
    for widget in (agenda, pane):
        qtbot.addWidget(widget)
        widget.show()
    drive = Driver(desk, agenda)
    drive.drop(files(tmp_path / "mail.eml"), drive.point("Eventuelt"))
    assert drive.rows()[9:] == ["  Bilag 1 mail"]
    desk.select(Selection(item_of(desk, "3").item.id, item_of(desk, "3").attachments[0].attachment.id))
    settle(desk)
    action = next(one for one in pane.menu_actions() if one is not None and "vedlagte" in one.text())
    assert action.isEnabled()
    action.trigger()
    settle(desk)
    shown = List(pane, qtbot)
    assert shown.rows() == ["Bilag 2 - Økonomi.pdf | 3 Eventuelt | 2 | Økonomi | "]
    shown.press(Key.Key_Return)
    settle(desk)
    shown.press(Key.Key_Return)
    settle(desk)
    assert drive.rows()[9:] == ["  Bilag 1 mail", "  Bilag 2 Økonomi"]
    desk.select(Selection(item_of(desk, "3").item.id, item_of(desk, "3").attachments[1].attachment.id))
    settle(desk)
    assert not action.isEnabled()


def test_a_cancel_keeps_what_is_done(
    drive: Driver, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive.drop(files(folder), drive.below_all())
    shown = List(drive.pane, qtbot)
    whole = arrival.arrive

    def interrupted(store: object, wanted: object, inspector: object, progress: object) -> object:
        for count, one in enumerate(whole(store, wanted, inspector, progress)):  # type: ignore[arg-type]
            yield one
            if count == 0:
                progress.cancel()  # type: ignore[attr-defined]  # as the button does, from the window's thread
                progress.step(0, 1)  # type: ignore[attr-defined]

    monkeypatch.setattr(arrival, "arrive", interrupted)
    shown.press(Key.Key_Return)
    settle(drive.desk)
    states = sorted(row.rsplit(" | ", 1)[1] for row in shown.rows())
    assert states == ["1 side", "Ikke med", "Ikke med", "Ikke med"]
    assert len([row for row in drive.rows() if row not in START]) == 1
    told = shown.dialog.findChild(QLabel, "outcome")
    assert isinstance(told, QLabel)
    assert told.text() == "1 bilag er vedhæftet. 2 filer er ikke vedhæftet."


def test_several_files_are_asked_about_where_their_names_have_numbers(
    drive: Driver, tmp_path: Path, qtbot: QtBot
) -> None:
    both = [simple(tmp_path, f"2.1 Bilag {n} - Nyt {n}.pdf", words=f"nyt {n}") for n in (2, 3)]
    drive.drop(files(*both), drive.point("Eventuelt"))
    shown = List(drive.pane, qtbot)
    assert [row.split(" | ")[2:] for row in shown.rows()] == [["2", "Nyt 2", "Nummeret er optaget"], ["3", "Nyt 3", ""]]
    shown.press(Key.Key_Escape)
    settle(drive.desk)
    assert drive.rows() == START
    assert work_folders() == 0


def test_a_folder_is_chosen_by_keys(drive: Driver, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    action = next(a for a in drive.pane.menu_actions() if a is not None and a.objectName() == "agenda-attach-folder")
    action.trigger()
    shown = List(drive.pane, qtbot)
    assert len(shown.rows()) == 4
    shown.press(Key.Key_Escape)
    settle(drive.desk)


def test_a_click_on_nothing_leaves_the_list(drive: Driver, folder: Path, qtbot: QtBot) -> None:
    drive.drop(files(folder), drive.below_all())
    shown = List(drive.pane, qtbot)
    QTest.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    for row in range(4):
        shown.go_to(row, 1)
        shown.press(Key.Key_Delete)
    assert not shown.button("attach").isEnabled()
    shown.dialog.close()
    settle(drive.desk)
    assert drive.rows() == START
