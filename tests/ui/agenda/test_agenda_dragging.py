"""Dragging rows in the tree, and what the page column shows meanwhile."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kkr_desk.ui.agenda.words import Column
from tests.ui.agenda.driving import START, Driver


def pages(drive: Driver) -> list[str]:
    return [drive.cell(line.split(maxsplit=2 if "Bilag" in line else 1)[-1], Column.PAGE) for line in START]


@pytest.mark.parametrize(
    ("rows", "over", "height", "label", "lines"),
    [
        (["Fordeling"], "Nærhed", 0.1, "Flyt punkt 2.2", {2: "  2.1 Fordeling af flygtninge 2027"}),
        (["Nærhed"], "Høringssvar", 0.8, "Flyt punkt 2.1", {5: "  2.2 Nærhed og sammenhæng i det nye sundhedsråd"}),
        (["Eventuelt"], "Nærhed", 0.5, "Flyt punkt 3", {5: "    2.1.1 Eventuelt"}),
        (["Notat"], "Faktaark", 0.2, "Flyt bilag 2 under 2.1", {3: "    Bilag 1 Notat om nære sundhedstilbud"}),
        (["Notat"], "Fordeling", 0.5, "Flyt bilag 2 under 2.1", {7: "    Bilag 3 Notat om nære sundhedstilbud"}),
        (["Notat"], "Landstal", 0.9, "Flyt bilag 2 under 2.1", {6: "    Bilag 2 Notat om nære sundhedstilbud"}),
        (["Notat"], "Velkomst", 0.5, "Flyt bilag 2 under 2.1", {1: "  Bilag 1 Notat om nære sundhedstilbud"}),
        (["Faktaark", "Notat"], "Landstal", 0.2, "Flyt 2 række", {4: "    Bilag 1 Faktaark om sundhedsrådet"}),
    ],
)
def test_rows_are_dropped_where_they_are_let_go(
    drive: Driver, rows: list[str], over: str, height: float, label: str, lines: dict[int, str]
) -> None:
    data = drive.carried(*rows)
    assert drive.drop(data, drive.point(over, height))
    assert {n: drive.rows()[n] for n in lines} == lines
    assert (drive.undo() or "").startswith(label)
    assert drive.rows() == START


def test_an_item_is_dropped_at_the_end(drive: Driver) -> None:
    assert drive.drop(drive.carried("Nærhed"), drive.below_all())
    assert drive.rows()[-3:] == [
        "4 Nærhed og sammenhæng i det nye sundhedsråd",
        "  Bilag 1 Faktaark om sundhedsrådet",
        "  Bilag 2 Notat om nære sundhedstilbud",
    ]


@pytest.mark.parametrize(
    ("rows", "over"), [(["Temaer"], "Nærhed"), (["Notat"], None), (["Velkomst", "Notat"], "Faktaark")]
)
def test_what_cannot_be_is_refused(drive: Driver, rows: list[str], over: str | None) -> None:
    data = drive.carried(*rows)
    before = drive.desk.undoable
    at = drive.point(over) if over else drive.below_all()
    assert not drive.hover(data, at)
    assert not drive.drop(data, at)
    assert (drive.rows(), drive.desk.undoable) == (START, before)


def test_dropped_where_it_stands_nothing_is_written(drive: Driver) -> None:
    before = drive.desk.undoable
    drive.drop(drive.carried("Notat"), drive.point("Faktaark", 0.9))
    assert (drive.rows(), drive.desk.undoable) == (START, before)


def test_pages_and_numbers_are_live_while_dragging(drive: Driver) -> None:
    before = pages(drive)
    data = drive.carried("Nærhed")
    assert drive.hover(data, drive.point("Eventuelt", 0.1))
    assert drive.rows()[2] == "  3 Nærhed og sammenhæng i det nye sundhedsråd"
    live = pages(drive)
    drive.leave()
    assert pages(drive) == before != live
    assert drive.rows() == START
    assert drive.drop(data, drive.point("Eventuelt", 0.1))
    assert sorted(pages(drive)) == sorted(live)
    assert drive.cell("Landstal", Column.PAGE) == live[6]
    assert drive.cell("Notat", Column.PAGE) == live[4]


def test_escape_leaves_all_as_it_was(drive: Driver) -> None:
    before, undoable = pages(drive), drive.desk.undoable
    data = drive.carried("Notat")
    drive.hover(data, drive.point("Høringssvar", 0.9))
    assert pages(drive) != before
    drive.leave()
    assert (pages(drive), drive.rows(), drive.desk.undoable) == (before, START, undoable)


def test_a_line_shows_where_it_would_come(drive: Driver) -> None:
    drive.tree.clearSelection()
    data = drive.carried("Eventuelt")
    highlight = drive.tree.palette().color(QPalette.ColorRole.Highlight)

    def marked() -> list[int]:
        image = drive.tree.viewport().grab().toImage()
        return [y for y in range(image.height()) if _is_alike(image, QPoint(image.width() - 200, y), highlight)]

    def edge(title: str) -> int:
        return drive.tree.visualRect(drive.row(title)).top()

    own = set(range(edge("Eventuelt") - 1, edge("Eventuelt") + 30))
    drive.hover(data, drive.point("Fordeling", 0.1))
    assert {y for y in marked() if y not in own} <= {edge("Fordeling") - 1, edge("Fordeling")} != set()
    assert any(abs(y - edge("Fordeling")) <= 1 for y in marked())
    drive.leave()
    assert set(marked()) <= own


def _is_alike(image: QImage, at: QPoint, colour: QColor) -> bool:
    pixel = image.pixelColor(at)
    return max(abs(pixel.red() - colour.red()), abs(pixel.blue() - colour.blue())) < 40


def test_a_closed_row_opens_under_what_is_dragged(drive: Driver, qtbot: QtBot) -> None:
    at = drive.row("Fordeling").siblingAtColumn(Column.NUMBER)
    drive.tree.collapse(at)
    data = drive.carried("Notat")
    drive.hover(data, drive.point("Fordeling", 0.5))
    qtbot.waitUntil(lambda: drive.tree.isExpanded(drive.row("Fordeling").siblingAtColumn(Column.NUMBER)))
    drive.leave()


@pytest.mark.parametrize("kind", ["application/x-kkr-desk-rows", "text/plain"])
def test_what_another_program_drags_is_refused(drive: Driver, kind: str) -> None:
    data = QMimeData()
    data.setData(kind, b"{broken")
    assert not drive.drop(data, drive.point("Nærhed"))
    assert drive.rows() == START


def test_rows_are_text_for_other_programs(drive: Driver) -> None:
    text = drive.carried("Nærhed").text()
    assert text == (
        "2.1\tTemadrøftelse: Nærhed og sammenhæng i det nye sundhedsråd\n"
        "\tBilag 1: Faktaark om sundhedsrådet\n"
        "\tBilag 2: Notat om nære sundhedstilbud\n"
    )
    assert re.match(r"2\.1\t", text)


def test_the_mouse_begins_a_drag(drive: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mouse pulls a row; what a platform does with the drag then is not Qt's offscreen platform's to say."""
    begun: list[tuple[str, Qt.DropAction]] = []

    def exec_(drag: object, actions: Qt.DropAction, default: Qt.DropAction) -> Qt.DropAction:
        begun.append((drag.mimeData().text(), default))  # type: ignore[attr-defined]
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("kkr_desk.ui.agenda.dragging.QDrag.exec", exec_)
    drive.click("Faktaark")
    port, start = drive.tree.viewport(), drive.point("Faktaark")
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    far = QApplication.startDragDistance() + 5
    QTest.mouseMove(port, start + QPoint(0, far // 2))
    QTest.mouseMove(port, start + QPoint(0, far))
    QTest.mouseMove(port, start + QPoint(0, far + 5))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(0, far))
    assert begun == [("Bilag 1: Faktaark om sundhedsrådet\n", Qt.DropAction.MoveAction)]
    assert drive.rows() == START
