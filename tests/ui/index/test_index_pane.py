"""The index pane: the index as it will be printed, live, led to and leading on."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from kkr_desk.model import Agenda
from kkr_desk.plan import Plan, make_plan
from kkr_desk.store import Store
from kkr_desk.typeface.widths import measure
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.index.pane import IndexPane
from kkr_desk.ui.index.paper import MARGIN
from tests.factory import make_agenda
from tests.outlines import REAL, read_real, real_agenda
from tests.ui.desks import item_of, settle, snapshot_of
from tests.ui.pseudo import pseudo_language, untranslated

Key = Qt.Key
WHITE = QColor("#ffffff").rgb()


class Reader:
    """Somebody who looks at the index: eyes, keys and mouse. Rows are known by the beginnings of their texts."""

    def __init__(self, desk: Desk, pane: IndexPane) -> None:
        self.desk = desk
        self.pane = pane
        found, told = pane.findChild(QListView, "index-list"), pane.findChild(QLabel, "index-told")
        assert found is not None
        assert told is not None
        self.list, self.label = found, told

    def rows(self) -> list[str]:
        """What a screen reader reads."""
        model = self.list.model()
        return [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]

    def place(self, text: str) -> int:
        return next(n for n, row in enumerate(self.rows()) if row.startswith(text))

    def click(self, text: str) -> None:
        rect = self.list.visualRect(self.list.model().index(self.place(text), 0))
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def marked(self) -> list[str]:
        return [str(index.data()) for index in self.list.selectionModel().selectedIndexes()]

    def picture(self) -> QImage:
        """All of the paper, however long."""
        rows = self.list.model().rowCount()
        height = sum(self.list.visualRect(self.list.model().index(n, 0)).height() for n in range(rows))
        self.pane.resize(self.pane.width(), height)
        QApplication.processEvents()
        return self.list.viewport().grab().toImage()


@pytest.fixture
def reader(desk: Desk, qtbot: QtBot) -> Reader:
    pane = IndexPane(desk)
    qtbot.addWidget(pane)
    pane.resize(480, 700)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    pane.setFocus()
    return Reader(desk, pane)


def planned(agenda: Agenda) -> Plan:
    return make_plan(agenda, measure)


def write(desk: Desk, work: Callable[[Store], object]) -> None:
    desk.write(desk, "Skriv", work)
    settle(desk)


def selected(desk: Desk, number: str, attachment: int | None = None) -> Selection:
    item = item_of(desk, number)
    return Selection(item.item.id, None if attachment is None else item.attachments[attachment - 1].attachment.id)


# -- what it says ------------------------------------------------------------------------------------------------------


def test_rows_are_those_of_the_plan(reader: Reader) -> None:
    plan = snapshot_of(reader.desk).plan
    assert reader.rows() == [f"{entry.text}, side {entry.page}" for entry in plan.entries]
    assert reader.rows()[:4] == [
        "Indholdsfortegnelse - Bilag, side 1",
        "2.1 Temadrøftelse: Nærhed og sammenhæng i det nye sundhedsråd, side 2",
        "Bilag 1: Faktaark om sundhedsrådet, side 2",
        "Bilag 2: Notat om nære sundhedstilbud, side 4",
    ]


def test_it_follows_the_agenda(reader: Reader) -> None:
    item = item_of(reader.desk, "2.1").item
    write(reader.desk, lambda store: store.change_item(item.id, title="Sundhed", case_type=None))
    assert reader.rows()[1] == "2.1 Sundhed, side 2"
    write(reader.desk, lambda store: store.delete_item(item.id))
    assert reader.rows()[1] == "2.1 Orienteringssag: Fordeling af flygtninge 2027, side 2"
    reader.desk.undo()
    settle(reader.desk)
    assert reader.rows()[1] == "2.1 Sundhed, side 2"


def test_a_trial_is_shown_and_taken_back(reader: Reader) -> None:
    before = reader.rows()
    reader.pane.show_plan(planned(make_agenda((("Prøve", (("Et bilag", 3),)),))))
    assert reader.rows()[1:] == ["1 Prøve, side 2", "Bilag 1: Et bilag, side 2"]
    reader.pane.show_plan(None)
    assert reader.rows() == before


def test_a_pane_that_nobody_sees_is_drawn_when_it_is_shown(reader: Reader) -> None:
    before = reader.rows()
    reader.pane.hide()
    item = item_of(reader.desk, "2.1").item
    write(reader.desk, lambda store: store.change_item(item.id, title="Sundhed", case_type=None))
    assert reader.rows() == before
    reader.pane.show()
    assert reader.rows()[1] == "2.1 Sundhed, side 2"


def test_without_a_meeting_or_without_attachments_it_says_so(reader: Reader) -> None:
    assert not reader.label.isVisible()
    for number in ("2.2", "2.1"):
        item = item_of(reader.desk, number).item
        write(reader.desk, lambda store, item=item: store.delete_item(item.id))  # type: ignore[misc]
    assert reader.label.text() == "Mødet har ingen bilag endnu. Bilag står her med deres sidetal, når de kommer."
    assert reader.label.isVisible()
    assert not reader.list.isVisible()
    reader.desk.open_meeting(None)
    settle(reader.desk)
    assert reader.label.text() == "Åbn et møde for at se dets indholdsfortegnelse."


# -- where it leads ----------------------------------------------------------------------------------------------------


def test_a_click_leads_to_the_item_or_attachment(reader: Reader) -> None:
    reader.click("Bilag 2: Notat")
    assert reader.desk.selection == selected(reader.desk, "2.1", 2)
    reader.click("2.2 ")
    assert reader.desk.selection == selected(reader.desk, "2.2")
    reader.click("Indholdsfortegnelse")
    assert reader.desk.selection == selected(reader.desk, "2.2")
    assert reader.marked() == ["2.2 Orienteringssag: Fordeling af flygtninge 2027, side 8"]


def test_arrows_look_and_enter_leads(reader: Reader) -> None:
    reader.click("2.1 ")
    for _ in range(2):
        QTest.keyClick(reader.list, Key.Key_Down)
    assert reader.desk.selection == selected(reader.desk, "2.1")
    QTest.keyClick(reader.list, Key.Key_Return)
    assert reader.desk.selection == selected(reader.desk, "2.1", 2)
    QTest.keyClick(reader.list, Key.Key_End)
    QTest.keyClick(reader.list, Key.Key_Enter)
    assert reader.desk.selection == selected(reader.desk, "2.2", 2)
    QTest.keyClick(reader.list, Key.Key_Home)
    QTest.keyClick(reader.list, Key.Key_Enter)
    assert reader.desk.selection == selected(reader.desk, "2.2", 2)


def test_what_is_selected_elsewhere_is_marked_and_in_view(reader: Reader) -> None:
    reader.pane.resize(480, 200)
    reader.desk.select(selected(reader.desk, "2.2", 2))
    assert reader.marked() == ["Bilag 2: Høringssvar fra handicaprådene, side 11"]
    rect = reader.list.visualRect(reader.list.currentIndex())
    assert reader.list.viewport().rect().intersects(rect)
    reader.desk.select(selected(reader.desk, "1"))
    assert reader.marked() == []


def test_the_mark_stays_while_the_agenda_changes(reader: Reader) -> None:
    reader.click("Bilag 2: Notat")
    item = item_of(reader.desk, "2.1").item
    write(reader.desk, lambda store: store.change_item(item.id, title="Sundhed"))
    assert reader.marked() == ["Bilag 2: Notat om nære sundhedstilbud, side 4"]


# -- how it looks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("width", [300, 480, 1400])
def test_the_paper_is_as_long_as_its_pages(reader: Reader, name: str, width: int) -> None:
    plan = planned(real_agenda(read_real(name)))
    reader.pane.resize(width, 600)
    reader.pane.show_plan(plan)
    QApplication.processEvents()
    scale = min((reader.list.viewport().width() - 2 * MARGIN) / plan.style.page_width, 1.5)
    rows = [reader.list.visualRect(reader.list.model().index(n, 0)) for n in range(len(plan.entries))]
    assert (
        sum(rect.height() for rect in rows)
        == plan.index_pages * (round(plan.style.page_height * scale) + MARGIN) + MARGIN
    )
    assert all(rect.width() <= reader.list.viewport().width() for rect in rows)
    assert all(after.top() == before.bottom() + 1 for before, after in itertools.pairwise(rows))


def test_page_numbers_stand_flush_right_and_nothing_beyond_them(reader: Reader) -> None:
    plan = planned(real_agenda(read_real(REAL[0])))
    reader.pane.resize(800, 600)
    reader.pane.show_plan(plan)
    picture = reader.picture()
    scale = (reader.list.viewport().width() - 2 * MARGIN) / plan.style.page_width
    edge = MARGIN + (plan.style.page_width - plan.style.right) * scale
    for row in plan.rows:
        line = row.top + (len(row.lines) - 1) * plan.style.leading
        top = MARGIN + (row.page - 1) * (round(plan.style.page_height * scale) + MARGIN) + round(line * scale)
        band = range(top, top + round(plan.style.leading * scale))
        assert _is_inked(picture, range(round(edge - 6 * scale), round(edge) + 1), band)
        assert not _is_inked(picture, range(round(edge) + 3, round(edge + 30 * scale)), band)


def _is_inked(picture: QImage, columns: range, rows: range) -> bool:
    return any(QColor(picture.pixel(x, y)).lightness() < 140 for y in rows for x in columns)


def test_paper_stays_white_in_a_dark_window(reader: Reader) -> None:
    palette = QPalette(QColor("#202326"))
    reader.pane.setPalette(palette)
    QApplication.processEvents()
    picture = reader.list.viewport().grab().toImage()
    assert picture.pixel(MARGIN + 8, MARGIN + 8) == WHITE
    assert QColor(picture.pixel(3, 3)).lightness() < 128


def test_the_marked_row_differs_by_more_than_its_colour(reader: Reader) -> None:
    reader.desk.select(selected(reader.desk, "2.1", 1))
    rect = reader.list.visualRect(reader.list.model().index(reader.place("Bilag 1: Faktaark"), 0))
    picture = reader.list.viewport().grab(rect).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    style = snapshot_of(reader.desk).plan.style
    scale = (reader.list.viewport().width() - 2 * MARGIN) / style.page_width
    bar = picture.pixelColor(QPoint(round(MARGIN + (style.left - 10.5) * scale), rect.height() // 2))
    assert bar.lightness() < 140


# -- who listens -------------------------------------------------------------------------------------------------------


def test_a_screen_reader_meets_a_list_of_rows(reader: Reader) -> None:
    found = QAccessible.queryAccessibleInterface(reader.list)
    assert found is not None
    assert (found.text(QAccessible.Text.Name), found.role()) == ("Indholdsfortegnelse", QAccessible.Role.List)
    assert [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())] == reader.rows()
    reader.click("2.2 ")
    assert [n for n in range(found.childCount()) if found.child(n).state().selected] == [reader.place("2.2 ")]


def test_another_language_is_spoken_at_once(reader: Reader) -> None:
    with pseudo_language():
        assert untranslated(reader.pane) == []
        assert reader.rows()[0] == "‹Indholdsfortegnelse - Bilag, side 1›"
    assert reader.rows()[0] == "Indholdsfortegnelse - Bilag, side 1"
