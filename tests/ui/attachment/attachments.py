"""Attachments to look at: pages of one colour each, a long one, one to search in, one that is no PDF, a locked one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pikepdf
from pikepdf import Array, Pdf
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.intake.looking import inspect_file
from kkr_desk.model import Attachment, Sha256
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.attachment.page_view import PageView
from kkr_desk.ui.desk import Desk, Selection
from tests.intake.papers import page, saved, simple, text
from tests.ui.desks import PATIENCE, item_of, settle

W = TypeVar("W", bound=QWidget)

COLOURS, LONG, WORDS, LETTER, LOCKED = 3, 4, 5, 6, 7
"""Numbers of the attachments below 2.1."""
RED, GREEN, BLUE, YELLOW = (QColor(*rgb) for rgb in ((255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 0)))
LONG_PAGES = 300


def coloured(folder: Path, name: str = "farver.pdf") -> Path:
    """Four pages: red upright A4, green turned to landscape, blue cropped to a square, yellow A4."""
    pdf = Pdf.new()
    page(pdf, b"1 0 0 rg 0 0 595 842 re f")
    page(pdf, b"0 0.5 0 rg 0 0 595 842 re f", Rotate=90)
    page(pdf, b"0 0 1 rg 0 0 595 842 re f", CropBox=Array([0, 0, 400, 400]))
    page(pdf, b"1 1 0 rg 0 0 595 842 re f")
    return saved(pdf, folder, name, deterministic_id=True)


def worded(folder: Path) -> Path:
    """Five pages; "kvote" stands on the pages 2, 4 (twice) and 5, "sundhed nær" nowhere together."""
    pdf = Pdf.new()
    for words in ("Sundhed", "Kvote for n\\346r", "Intet", "kvote og kommunekvoten", "Kvo-"):
        page(pdf, text(words) + (text("te p\\345 to linjer", 72, 400) if words == "Kvo-" else b""))
    return saved(pdf, folder, "ord.pdf", deterministic_id=True)


def add_papers(folder: Path, work: Path) -> None:
    """Put the attachments below item 2.1 of a store."""
    letter, locked = work / "brev.docx", work / "låst.pdf"
    letter.write_bytes(b"{\\rtf1 et brev}")
    with Pdf.open(simple(work, "åben.pdf")) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="kode", owner="kode"))
    files = (
        ("Farver", coloured(work)),
        ("Lang liste", simple(work, "lang.pdf", LONG_PAGES, "Linje")),
        ("Ord", worded(work)),
        ("Brev fra ministeren", letter),
        ("Fortroligt", locked),
    )
    with Store.open(folder, who="abk") as store:
        item = store.find_item(store.meetings()[0].id, "2.1")
        sources = [take_in(store, file) for _, file in files]
        with store.operation("Vedhæft 5 bilag til punkt 2.1"):
            for (title, file), source in zip(files, sources, strict=True):
                store.add_attachment(item.id, title, file.name, source)


def take_in(store: Store, file: Path) -> Sha256:
    """Copy a file into the store and keep what inspecting it finds, however long it is."""
    source, draw = store.content.add(file), file.name != "lang.pdf"
    store.save_rendition(inspect_file(file, source, file.name, 20_000, draw, progress=NullProgress()))
    return source


def attachment_of(desk: Desk, number: int, item: str = "2.1") -> Attachment:
    """An attachment of the open meeting as it stands."""
    return next(own.attachment for own in item_of(desk, item).attachments if own.number == number)


def select(desk: Desk, number: int, *, page: int | None = None, words: str = "", item: str = "2.1") -> None:
    """Select an attachment, and wait until the window has nothing more to do."""
    desk.select(Selection(item_of(desk, item).item.id, attachment_of(desk, number, item).id, page, words))
    settle(desk)


def child(pane: QWidget, kind: type[W], name: str) -> W:
    """A part of the pane by its object name; it must be there."""
    found = pane.findChild(kind, name)
    assert found is not None, name
    return found


def view_of(pane: AttachmentPane) -> PageView:
    return child(pane, PageView, "pageView")


def middle(view: PageView) -> QColor:
    """The colour that is seen in the middle of the preview."""
    image = view.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def colours(view: PageView) -> set[str]:
    """All colours that are seen in the preview."""
    image = view.viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)}


def wait_for_colour(qtbot: QtBot, view: PageView, colour: QColor) -> None:
    qtbot.waitUntil(lambda: middle(view) == colour, timeout=PATIENCE)


def wait(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=PATIENCE)


def type_into(field: QWidget, words: str) -> None:
    """Replace what stands in a field by keys."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)


def wheel(view: PageView, turned: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over the middle of the preview; 120 is a notch away from the user."""
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
