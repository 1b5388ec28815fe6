"""The attachment pane as a whole: reached by keys, read aloud, remembered, sharp, never in the way of the window."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.intake.preview import Area
from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.attachment.page_layout import Fit
from kkr_desk.ui.attachment.page_painting import INK
from kkr_desk.ui.attachment.page_strip import PageStrip
from kkr_desk.ui.attachment.page_view import PageView
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.preferences import Preferences
from tests.ui.attachment.attachments import (
    COLOURS,
    LETTER,
    RED,
    attachment_of,
    child,
    colours,
    select,
    type_into,
    view_of,
    wait,
    wait_for_colour,
)
from tests.ui.desks import settle


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def reached_by_tab(pane: AttachmentPane) -> list[QWidget]:
    """Every widget that the Tab key goes through, once around."""
    child(pane, QLineEdit, "attachmentTitle").setFocus()
    reached: list[QWidget] = []
    while (widget := QApplication.focusWidget()) is not None and widget not in reached:
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return reached


@pytest.mark.parametrize("number", [COLOURS, LETTER])
def test_everything_is_reached_by_the_tab_key_and_has_a_name(pane: AttachmentPane, desk: Desk, number: int) -> None:
    select(desk, number)
    child(pane, QToolButton, "attachmentFacts").click()
    reached = reached_by_tab(pane)
    names = {widget.objectName() for widget in reached}
    both = {"attachmentTitle", "attachmentFacts", "attachmentClosed"}
    of_pages = {"pageField", "nextPage", "zoomOut", "zoomIn", "findInFile", "pageView", "pageStrip", "pageChoiceField"}
    assert both | (of_pages if number == COLOURS else {"replaceByPdf", "openElsewhere"}) <= names
    assert [widget.objectName() for widget in reached if not name_of(widget)] == []


def test_the_preview_and_its_thumbnails_are_read_aloud(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS, page=3)
    assert name_of(view_of(pane)) == "Visning af bilaget, side 3 af 4"
    strip = child(pane, PageStrip, "pageStrip")
    cells = QAccessible.queryAccessibleInterface(strip)
    assert (cells.role(), name_of(strip)) == (QAccessible.Role.List, "Sider i bilaget")
    cell = cells.child(2)
    assert cell.text(QAccessible.Text.Name) == "Side 3, medtaget"
    assert cell.state().checked


def test_every_command_has_a_text_a_tip_and_keys_of_its_own(pane: AttachmentPane) -> None:
    actions: list[QAction] = [action for action in pane.menu_actions() if action is not None]
    assert all(action.text() and action.statusTip() for action in actions)
    letters = [action.text().partition("&")[2][:1].lower() for action in actions]
    assert sorted(letters) == sorted(set(letters)), "two commands of the menu have the same letter"
    keys = [keys.toString() for action in actions for keys in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_how_the_preview_stands_is_remembered(qtbot: QtBot, pane: AttachmentPane, desk: Desk, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    select(desk, COLOURS)
    view = view_of(pane)
    assert (view.fit, view.continuous) == (Fit.WIDTH, True)
    view.set_fit(Fit.PAGE)
    view.set_continuous(False)
    child(pane, QToolButton, "foldPages").click()
    pane.keep(preferences)
    later = AttachmentPane(desk)
    qtbot.addWidget(later)
    later.remember(preferences)
    later.show()
    settle(desk)
    assert (view_of(later).fit, view_of(later).continuous) == (Fit.PAGE, False)
    assert not child(later, PageStrip, "pageStrip").isVisible()


def test_pages_are_drawn_as_sharp_as_the_screen_is(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Area] = []
    submit = desk.in_worker

    def watched(lane, owner, function, arguments, *rest, **options):
        if function.__name__ == "draw_areas":
            asked.extend(arguments[1])
        return submit(lane, owner, function, arguments, *rest, **options)

    desk.in_worker = watched  # type: ignore[method-assign]
    monkeypatch.setattr(PageView, "devicePixelRatioF", lambda _: 2.0)
    select(desk, COLOURS)
    view = view_of(pane)
    wait(qtbot, lambda: any(area.page == 1 and area.across > 500 for area in asked))
    first = next(area for area in asked if area.page == 1 and area.across > 500)
    assert first.across == pytest.approx(view.zoom / 100 * 595 * 96 / 72 * 2, abs=2)


def test_what_is_typed_is_kept_when_the_desk_closes(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    type_into(child(pane, QLineEdit, "attachmentTitle"), "Sidste øjeblik")
    desk.closing.emit()
    settle(desk)
    assert attachment_of(desk, COLOURS).title == "Sidste øjeblik"


def test_the_window_itself_touches_no_file(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[str] = []

    def watch(module: ModuleType, name: str) -> None:
        plain = getattr(module, name)

        def watched(path, *rest, **options):
            own = str(path).startswith((str(desk.folder), str(copies)))
            if own and threading.current_thread() is threading.main_thread():
                touched.append(f"{name} {path}")
            return plain(path, *rest, **options)

        monkeypatch.setattr(module, name, watched)

    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    watch(io, "open")
    for name in ("open", "stat", "lstat", "listdir", "scandir", "mkdir", "rename", "replace", "unlink"):
        watch(os, name)
    select(desk, COLOURS)
    wait_for_colour(qtbot, view_of(pane), RED)
    for command in ("Åbn i eget program", "Søg i bilaget", "Medtag alle sider"):
        next(a for a in pane.menu_actions() if a is not None and a.text().replace("&", "") == command).trigger()
        settle(desk)
    assert (len(opened), touched) == (1, [])


def test_a_file_whose_content_is_gone_is_told_on_its_pages(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    for file in (desk.folder / "content").rglob("*"):
        if file.is_file():
            file.unlink()
    select(desk, COLOURS)
    child(pane, QToolButton, "attachmentFacts").click()
    assert child(pane, QLabel, "factLength").text() == "kan ikke hentes"
    child(pane, QToolButton, "attachmentFacts").click()
    wait(qtbot, lambda: INK.name() in colours(view_of(pane)))  # a sentence stands on the paper
