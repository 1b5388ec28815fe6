"""The search pane, worked by keys and mouse on a small real store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.errors import EnvironmentFault
from kkr_desk.store import Store
from kkr_desk.store.search import Hit
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.search.hit_list import HitList
from kkr_desk.ui.search.pane import SearchPane
from tests.ui.desks import item_of, settle, snapshot_of
from tests.ui.pseudo import pseudo_language, untranslated

Key = Qt.Key
NOTE = "Notat om nære sundhedstilbud"
PAGE = f"Punkt 2.1, bilag 2: {NOTE}, side 2: "


class Searcher:
    """Somebody who searches: keys, mouse and eyes."""

    def __init__(self, desk: Desk, pane: SearchPane) -> None:
        self.desk = desk
        self.pane = pane
        self.window = pane.window()
        found = pane.findChild(QListView, "hits")
        told = pane.findChild(QLabel, "search-result")
        assert isinstance(found, HitList)
        assert told is not None
        self.list, self._told = found, told

    @property
    def field(self) -> QLineEdit:
        return self.pane.search_field

    def search(self, words: str) -> list[str]:
        """Type words in place of those that are there; the rows that come."""
        self.field.setFocus()
        self.field.selectAll()
        QTest.keyClicks(self.field, words)
        QTest.keyClick(self.field, Key.Key_Return)  # asks at once
        settle(self.desk)
        return self.rows()

    def rows(self) -> list[str]:
        """What a screen reader reads, row by row."""
        model = self.list.model()
        return [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]

    def told(self) -> str:
        return self._told.text()

    def current(self) -> str:
        return str(self.list.currentIndex().data())

    def click(self, row: int) -> None:
        place = self.list.visualRect(self.list.model().index(row, 0)).center()
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle(self.desk)


@pytest.fixture
def searcher(desk: Desk, qtbot: QtBot) -> Searcher:
    """The pane below its field, shown."""
    window = QWidget()
    pane = SearchPane(desk)
    layout = QVBoxLayout(window)
    layout.addWidget(pane.search_field)
    layout.addWidget(pane)
    qtbot.addWidget(window)
    window.resize(420, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return Searcher(desk, pane)


def write(desk: Desk, work: Callable[[Store], object]) -> None:
    desk.write(desk, "Skriv", work)
    settle(desk)


# -- finding -----------------------------------------------------------------------------------------------------------


def test_hits_stand_under_their_meeting_as_they_are_typed(searcher: Searcher) -> None:
    assert searcher.told() == "Søg i titler, tekster, beslutninger og alle bilags sider i alle møder."
    rows = searcher.search("sundhed")
    assert rows[0] == "KKR Midtsjælland, 18. september 2026, 8 fund"
    assert rows[1] == "Punkt 2.1: Nærhed og sammenhæng i det nye sundhedsråd · Temadrøftelse · SAG-2026-00413 · abk"
    assert "Punkt 2.1, bilag 1: Faktaark om sundhedsrådet · faktaark-sundhedsraad.pdf" in rows
    title = "Nærhed og sammenhæng i det nye sundhedsråd"
    assert f"Punkt 2.1, baggrund: {title}: Sundhedsrådet træder i kraft 1. januar 2027." in rows
    assert any(row.startswith(PAGE) for row in rows)
    assert searcher.told().startswith("8 fund i 1 møde")


def test_only_the_latest_words_are_answered(searcher: Searcher, qtbot: QtBot) -> None:
    QTest.keyClicks(searcher.field, "sundhed")
    QTest.keyClick(searcher.field, Key.Key_Return)  # asks at once
    searcher.field.selectAll()
    QTest.keyClicks(searcher.field, "fordeling")
    qtbot.waitUntil(lambda: any("Fordeling" in row for row in searcher.rows()))
    settle(searcher.desk)
    assert len(searcher.rows()) == 2
    assert searcher.told().startswith("1 fund")


def test_an_answer_comes_without_enter(searcher: Searcher, qtbot: QtBot) -> None:
    QTest.keyClicks(searcher.field, "fordeling")
    assert searcher.told() == "Søger …"
    qtbot.waitUntil(lambda: len(searcher.rows()) == 2)


def test_nothing_found_and_nothing_typed(searcher: Searcher) -> None:
    searcher.search("sundhed")
    assert searcher.search("xylofon") == []
    assert searcher.told() == "Intet møde har »xylofon«. Prøv med færre eller kortere ord."
    assert searcher.search('"') == []
    searcher.field.clear()
    settle(searcher.desk)
    assert searcher.rows() == []
    assert searcher.told() == "Søg i titler, tekster, beslutninger og alle bilags sider i alle møder."


def test_many_hits_say_that_there_are_more(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.ui.search.asking.LIMIT", 2)
    monkeypatch.setattr("kkr_desk.ui.search.pane.LIMIT", 2)
    assert len(searcher.search("sundhed")) == 3
    assert searcher.told() == "De første 2 fund er vist. Skriv et ord mere for at få færre."


def test_what_changes_is_found_anew(searcher: Searcher, qtbot: QtBot) -> None:
    searcher.search("fordeling")
    item = item_of(searcher.desk, "2.2").item
    write(searcher.desk, lambda store: store.change_item(item.id, title="Boligplacering"))
    qtbot.waitUntil(lambda: searcher.rows() == [])
    searcher.desk.undo()
    qtbot.waitUntil(lambda: len(searcher.rows()) == 2)


def test_an_error_is_told_to_the_window_and_the_search_goes_on(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[Exception] = []
    searcher.desk.failed.connect(failed.append)

    def fail(*_: object, **__: object) -> None:
        raise EnvironmentFault("store-corrupt", file="x", reason="y")

    with monkeypatch.context() as broken:
        broken.setattr(Store, "search", fail)
        searcher.search("sundhed")
    assert [type(error) for error in failed] == [EnvironmentFault]
    assert len(searcher.search("fordeling")) == 2


# -- going there -------------------------------------------------------------------------------------------------------


def test_enter_opens_the_first_hit_and_arrows_lead_to_the_others(searcher: Searcher) -> None:
    opened: list[Hit] = []
    searcher.pane.opened.connect(opened.append)
    searcher.search("sundhed")
    item = item_of(searcher.desk, "2.1")
    QTest.keyClick(searcher.field, Key.Key_Return)
    assert searcher.desk.selection == Selection(item.item.id, words="sundhed")
    QTest.keyClick(searcher.field, Key.Key_Down)
    assert searcher.list.hasFocus()
    while not searcher.current().startswith(PAGE):
        before = searcher.current()
        QTest.keyClick(searcher.list, Key.Key_Down)
        assert searcher.current() != before
    QTest.keyClick(searcher.list, Key.Key_Enter)
    note = item.attachments[1].attachment
    assert searcher.desk.selection == Selection(item.item.id, note.id, 2, "sundhed")
    assert [hit.page for hit in opened] == [None, 2]


def test_keys_pass_over_headings(searcher: Searcher) -> None:
    write(
        searcher.desk, lambda store: store.copy_meeting(snapshot_of(searcher.desk).agenda.meeting.id, date(2027, 3, 1))
    )
    rows = searcher.search("velkomst")
    assert [row.split(",")[0] for row in rows] == [
        "KKR Midtsjælland",
        "Punkt 1: Velkomst og godkendelse af dagsorden",
    ] * 2
    QTest.keyClick(searcher.field, Key.Key_Down)
    places = [searcher.list.currentIndex().row()]
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_End, Key.Key_Home, Key.Key_PageDown):
        QTest.keyClick(searcher.list, key)
        places.append(searcher.list.currentIndex().row())
    assert places == [1, 3, 3, 1, 3, 1, 3]


def test_a_hit_of_another_meeting_opens_it(searcher: Searcher) -> None:
    desk = searcher.desk
    write(desk, lambda store: store.copy_meeting(snapshot_of(desk).agenda.meeting.id, date(2027, 3, 1)))
    searcher.search("velkomst")
    before = snapshot_of(desk).agenda.meeting
    searcher.click(1)
    after = snapshot_of(desk).agenda
    assert (before.date.year, after.meeting.date.year) == (2026, 2027)
    assert desk.selection == Selection(after.items[0].item.id, words="velkomst")


def test_a_click_opens_and_a_heading_does_not(searcher: Searcher) -> None:
    searcher.search("fordeling")
    searcher.click(0)
    assert searcher.desk.selection == Selection()
    searcher.click(1)
    assert searcher.desk.selection == Selection(item_of(searcher.desk, "2.2").item.id, words="fordeling")


def test_escape_and_up_lead_back(searcher: Searcher, qtbot: QtBot) -> None:
    searcher.search("sundhed")
    for key in (Key.Key_Escape, Key.Key_Up):
        QTest.keyClick(searcher.field, Key.Key_Down)
        QTest.keyClick(searcher.list, key)
        assert searcher.field.hasFocus()
        assert searcher.field.selectedText() == "sundhed"
    with qtbot.waitSignal(searcher.pane.left):
        QTest.keyClick(searcher.field, Key.Key_Escape)


def test_the_place_that_was_chosen_stays_chosen(searcher: Searcher, qtbot: QtBot) -> None:
    searcher.search("sundhed")
    QTest.keyClick(searcher.field, Key.Key_Down)
    while not searcher.current().startswith(PAGE):
        QTest.keyClick(searcher.list, Key.Key_Down)
    item = item_of(searcher.desk, "2.1").item
    write(searcher.desk, lambda store: store.change_item(item.id, title="Uden ordet"))
    qtbot.waitUntil(lambda: searcher.told().startswith("7 fund"))
    assert searcher.current().startswith(PAGE)


def test_the_window_is_asked_to_show_the_pane(searcher: Searcher, qtbot: QtBot) -> None:
    with qtbot.waitSignal(searcher.pane.wanted):
        searcher.search("sundhed")
    for _ in range(2):
        with qtbot.waitSignal(searcher.pane.wanted):
            searcher.pane.find_action.trigger()
        assert searcher.field.hasFocus()
        searcher.list.setFocus()
        assert searcher.list.hasFocus()


def test_a_pane_that_is_hidden_asks_no_more(searcher: Searcher, qtbot: QtBot) -> None:
    searcher.search("sundhed")
    searcher.pane.hide()
    write(searcher.desk, lambda store: store.change_item(item_of(searcher.desk, "2.1").item.id, title="Uden"))
    assert searcher.told().startswith("8 fund")
    searcher.pane.show()
    qtbot.waitUntil(lambda: searcher.told().startswith("7 fund"))


# -- how it is told and drawn ------------------------------------------------------------------------------------------


def heard(of: QAccessibleInterface | None) -> str:
    assert of is not None
    return of.text(QAccessible.Text.Name)


def test_a_screen_reader_hears_field_list_and_hits(searcher: Searcher) -> None:
    searcher.search("fordeling")
    field = QAccessible.queryAccessibleInterface(searcher.field)
    assert heard(field) == "Søg i alle møder"
    hits = QAccessible.queryAccessibleInterface(searcher.list)
    assert (heard(hits), hits.role()) == ("Fund", QAccessible.Role.List)
    assert [heard(hits.child(n)) for n in range(hits.childCount())] == searcher.rows()
    assert not hits.child(0).state().selectable
    assert hits.child(1).state().selected


def test_another_language_is_spoken_at_once(searcher: Searcher) -> None:
    searcher.search("fordeling")
    with pseudo_language():
        assert untranslated(searcher.pane) + untranslated(searcher.field) == []
        assert searcher.rows()[1] == "‹Punkt 2.2›: Fordeling af flygtninge 2027 · Orienteringssag"
        assert searcher.pane.find_action.text() == "‹&Søg i alle møder›"
    assert searcher.rows()[1].startswith("Punkt 2.2: ")


def test_what_was_found_is_drawn_bold(searcher: Searcher, qtbot: QtBot) -> None:
    searcher.search("fordeling")
    hit = searcher.list.chosen
    assert hit is not None
    drawn = HitList()
    qtbot.addWidget(drawn)
    drawn.resize(400, 200)
    pictures = []
    for shown in (hit, replace(hit, marks=()), replace(hit, marks=((0, len(hit.snippet)),))):
        drawn.show_hits((shown,))
        pictures.append(drawn.grab().toImage())
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


@pytest.mark.parametrize("width", [280, 420, 900])
def test_nothing_is_drawn_outside_its_row(searcher: Searcher, qtbot: QtBot, width: int) -> None:
    searcher.search("sundhed")
    hit = searcher.list.chosen
    assert hit is not None
    drawn = HitList()
    qtbot.addWidget(drawn)
    drawn.resize(width, 300)
    long = replace(hit, title="Meget lang titel " * 20, snippet="ord " * 100, marks=((0, 3), (396, 399)))
    drawn.show_hits((long, replace(long, snippet="x" * 400)))
    heights = [drawn.visualRect(drawn.model().index(row, 0)).height() for row in (1, 2)]
    assert heights[0] == heights[1] <= 4 * drawn.fontMetrics().lineSpacing()
    assert drawn.visualRect(drawn.model().index(2, 0)).right() <= drawn.viewport().width()
    assert not drawn.indexAt(QPoint(5, 5)).flags() & Qt.ItemFlag.ItemIsSelectable
