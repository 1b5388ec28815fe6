from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.attachment.page_layout import Fit
from kkr_desk.ui.attachment.page_painting import INK
from kkr_desk.ui.desk import Desk, Selection
from tests.ui.attachment import crashes
from tests.ui.attachment.attachments import (
    BLUE,
    COLOURS,
    GREEN,
    LETTER,
    LOCKED,
    LONG,
    LONG_PAGES,
    RED,
    YELLOW,
    attachment_of,
    child,
    colours,
    middle,
    select,
    view_of,
    wait,
    wait_for_colour,
    wheel,
)
from tests.ui.desks import settle


def told(pane: AttachmentPane) -> str:
    return child(pane, QLabel, "pagePlace").text()


def action(pane: AttachmentPane, text: str) -> QAction:
    found = [a for a in pane.menu_actions() if a is not None and a.text().replace("&", "").rstrip("…") == text]
    assert len(found) == 1, text
    return found[0]


def test_nothing_is_selected(pane: AttachmentPane, desk: Desk) -> None:
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Vælg et bilag i dagsordenen for at se det her."]
    assert not any(a.isEnabled() for a in pane.menu_actions() if a is not None)


def test_an_attachment_is_shown_with_its_place(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    wait_for_colour(qtbot, view_of(pane), RED)
    assert told(pane) == "Bilag 3, side 1 af 4 · i samlingen: side 9"  # index 1, Bilag 1: 2-3, Bilag 2: 4-7, divider 8
    select(desk, 2)
    assert told(pane) == "Bilag 2, side 1 af 3 · i samlingen: side 5"
    desk.select(Selection(desk.selection.item))
    assert not view_of(pane).isVisible()


def test_turned_and_cropped_pages_are_shown_as_readers_see_them(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view = view_of(pane)
    view.setFocus()
    seen = []
    for colour in (RED, GREEN, BLUE, YELLOW):
        QTest.keyClick(pane, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
        wait_for_colour(qtbot, view, colour)
        image = view.viewport().grab().toImage()
        row = [image.pixelColor(x, image.height() // 2) == colour for x in range(image.width())]
        column = [image.pixelColor(image.width() // 2, y) == colour for y in range(image.height())]
        seen.append(
            "liggende" if sum(row) > 1.2 * sum(column) else "stående" if sum(column) > 1.2 * sum(row) else "ens"
        )
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert seen == ["stående", "liggende", "ens", "stående"]


def test_pages_are_turned_by_keys(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view, pages = view_of(pane), []
    view.set_fit(Fit.PAGE)
    for key in ("PageDown", "PageDown", "PageUp", "End", "Home", "Right", "Left", "End", "PageDown"):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        pages.append(view.page)
    assert pages == [2, 3, 2, 4, 1, 2, 1, 4, 4]
    assert told(pane).startswith("Bilag 3, side 4 af 4")


def test_a_page_longer_than_the_screen_is_scrolled_by_the_page_keys(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view = view_of(pane)
    view.set_zoom(200)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert (view.page, view.verticalScrollBar().value() < 20) == (1, True)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    assert view.verticalScrollBar().value() > 200
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.horizontalScrollBar().value() > 0


def test_pages_are_turned_by_buttons_and_by_the_field(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view, field = view_of(pane), child(pane, QLineEdit, "pageField")
    back, on = child(pane, QToolButton, "previousPage"), child(pane, QToolButton, "nextPage")
    assert (back.isEnabled(), on.isEnabled(), field.text()) == (False, True, "1")
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert (view.page, field.text(), back.isEnabled()) == (2, "2", True)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (view.page, on.isEnabled()) == (4, False)
    wait_for_colour(qtbot, view, YELLOW)
    field.selectAll()
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (view.page, field.text()) == (4, "4")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert view.page == 3


def test_scrolling_says_which_page_is_seen(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view = view_of(pane)
    assert view.page == 1
    for _ in range(5):
        wheel(view, -120)
    assert view.page == 2
    assert told(pane).startswith("Bilag 3, side 2 af 4")


def test_single_pages_are_turned_by_the_wheel(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view = view_of(pane)
    action(pane, "Hele siden").trigger()
    action(pane, "Én side ad gangen").trigger()
    wait_for_colour(qtbot, view, RED)
    wheel(view, -60)
    assert view.page == 1  # a touchpad tells of parts of a notch
    wheel(view, -60)
    assert view.page == 2
    wait_for_colour(qtbot, view, GREEN)
    image = view.viewport().grab().toImage()
    others = (RED, BLUE)
    assert not any(image.pixelColor(image.width() // 2, y) in others for y in range(image.height()))
    wheel(view, 120)
    wheel(view, 120)
    assert view.page == 1
    action(pane, "Sider efter hinanden").trigger()
    assert view.continuous


def test_zoom_by_keys_wheel_and_menu(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view, button = view_of(pane), child(pane, QToolButton, "zoomMenu")
    fitted = view.zoom
    control = Qt.KeyboardModifier.ControlModifier
    view.set_zoom(100)
    assert button.text() == "100 %"
    view.setFocus()
    steps = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        QTest.keyClick(view, key, control)
        steps.append(round(view.zoom))
    wheel(view, 120, control)
    steps.append(round(view.zoom))
    wheel(view, -120, control)
    steps.append(round(view.zoom))
    assert steps == [110, 125, 110, 125, 110]
    assert not action(pane, "Tilpas bredden").isChecked()
    QTest.keyClick(view, Qt.Key.Key_0, control)
    assert view.zoom == pytest.approx(fitted)
    assert action(pane, "Tilpas bredden").isChecked()
    sizes = {a.text(): a for a in button.menu().actions()}
    sizes["150 %"].trigger()
    assert (round(view.zoom), button.text()) == (150, "150 %")
    for _ in range(30):
        action(pane, "Forstør").trigger()
    assert round(view.zoom) == 800
    for _ in range(30):
        action(pane, "Formindsk").trigger()
    assert round(view.zoom) == 10


def test_zooming_keeps_what_is_in_the_middle(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, LONG)
    view = view_of(pane)
    view.go_to(150)
    for zoom in (300, 20, 75):
        view.set_zoom(zoom)
        assert abs(view.page - 150) <= 1


def test_a_large_page_is_drawn_in_parts_and_sharp(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view = view_of(pane)
    view.set_zoom(800)
    view.go_to(4)
    wait_for_colour(qtbot, view, YELLOW)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum() // 2)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    wait_for_colour(qtbot, view, YELLOW)


def test_the_paper_is_pushed_by_the_mouse(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    view = view_of(pane)
    view.set_zoom(200)
    view.verticalScrollBar().setValue(300)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    QTest.mouseMove(port, QPoint(60, 100))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(60, 100))
    assert view.verticalScrollBar().value() == 400
    QTest.mouseMove(port, QPoint(60, 50))
    assert view.verticalScrollBar().value() == 400


def test_a_selection_may_wish_for_a_page(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, LONG, page=222)
    view = view_of(pane)
    assert (view.page, told(pane).split(" · ")[0]) == (222, "Bilag 4, side 222 af 300")
    select(desk, LONG, page=3)
    assert view.page == 3
    select(desk, LONG)
    assert view.page == 3
    select(desk, COLOURS)
    assert view.page == 1


def test_of_a_long_file_only_what_is_seen_is_asked_for(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    asked: set[int] = set()
    submit = desk.in_worker

    def watched(lane, owner, function, arguments, *rest, **options):
        if function.__name__ == "draw_areas":
            asked.update(area.page for area in arguments[1])
        return submit(lane, owner, function, arguments, *rest, **options)

    desk.in_worker = watched  # type: ignore[method-assign]
    select(desk, LONG)
    wait(qtbot, lambda: 1 in asked)
    QTest.keyClick(view_of(pane), Qt.Key.Key_End)
    wait(qtbot, lambda: LONG_PAGES in asked)
    settle(desk)
    assert len(asked) < 60
    assert not asked & set(range(60, 240))


@pytest.mark.parametrize(
    ("number", "item", "why"),
    [
        (
            LETTER,
            "2.1",
            "Filen er et tekstdokument (rtf), som der endnu ikke er lavet en PDF af.",
        ),
        (LOCKED, "2.1", "Filen er låst med en adgangskode. Skriv koden i bilagets rude;"),
        (2, "2.2", "Filen er beskadiget og kan ikke læses sikkert."),
    ],
)
def test_a_file_without_pages_says_why_and_what_to_do(
    pane: AttachmentPane, desk: Desk, number: int, item: str, why: str
) -> None:
    select(desk, number, item=item)
    assert child(pane, QLabel, "whyNoPages").text().startswith(why)
    assert child(pane, QToolButton, "replaceByPdf").isEnabled()
    assert child(pane, QToolButton, "replaceByPdf").isVisible()
    assert not action(pane, "Søg i bilaget").isEnabled()
    assert not view_of(pane).isVisible()
    select(desk, 1)
    assert view_of(pane).isVisible()


def test_an_attachment_that_goes_leaves_nothing_behind(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    gone = attachment_of(desk, COLOURS).id
    desk.write(desk, "Slet Bilag 3", lambda store: store.delete_attachment(gone))
    settle(desk)
    assert not view_of(pane).isVisible()
    desk.open_meeting(None)
    settle(desk)
    assert not any(a.isEnabled() for a in pane.menu_actions() if a is not None)


def test_a_crash_costs_the_page_and_the_next_file_works(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crashing:
        crashing.setattr("kkr_desk.ui.attachment.artist.draw_areas", crashes.crash_on_green)
        select(desk, COLOURS)
        view = view_of(pane)
        wait_for_colour(qtbot, view, RED)
        view.go_to(4)
        wait_for_colour(qtbot, view, YELLOW)
        view.go_to(2)
        view.set_fit(Fit.PAGE)
        wait(qtbot, lambda: INK.name() in colours(view))
        assert middle(view) not in (RED, GREEN, YELLOW)
        view.go_to(3)
        wait_for_colour(qtbot, view, BLUE)
    select(desk, 1)
    wait(qtbot, lambda: middle(view).name() == "#ffffff")


def test_a_file_that_always_crashes_is_given_up(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kkr_desk.ui.attachment.artist.draw_areas", crashes.crash)
    select(desk, COLOURS)
    wait(qtbot, lambda: INK.name() in colours(view_of(pane)))  # a sentence stands on the paper
    settle(desk)
    assert not colours(view_of(pane)) & {RED.name(), GREEN.name()}
