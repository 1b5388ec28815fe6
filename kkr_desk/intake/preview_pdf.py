"""What the worker process does for the window's preview: draws pages and finds words with PDFium.

The last file is kept open between calls, in memory unless it is large, so that a file of the store is not held: on
Windows nobody could remove it then.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from ctypes import c_int
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kkr_desk.intake import pdfium as engine
from kkr_desk.intake.preview import MOST_ACROSS, MOST_PIXELS, Area, Box, Drawn, Found, Hit, Picture
from kkr_desk.intake.preview_words import find as find_in_text
from kkr_desk.intake.preview_words import may_hold
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress

IN_MEMORY = 64 << 20
"""Bytes up to which a file is read as a whole."""
DRAWING_SECONDS = 10.0
"""Time allowed for one picture."""

_SCALE = 100_000
"""Steps in which a page's sides are measured for the boxes of hits."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """The open file, by what tells it from another one in its place."""

    key: tuple[Path, int, int]
    document: pdfium.PdfDocument
    data: bytes | None


@dataclass(slots=True)
class _Desk:
    """What lies open: at most one file and one of its pages, by its number."""

    opened: _Opened | None = None
    page: tuple[int, pdfium.PdfPage] | None = None


_desk = _Desk()


class _Unshowable(Exception):  # noqa: N818  not an error: it becomes a notice
    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self.notice = notice


def draw(path: Path, areas: tuple[Area, ...], seconds: float, progress: Progress) -> Drawn:
    """See `kkr_desk.intake.preview.draw_areas`."""
    end = time.monotonic() + seconds
    pictures: list[Picture] = []
    notices: dict[int, Notice] = {}
    try:
        document = _document(path)
        for done, area in enumerate(areas):
            progress.step(done, len(areas))
            if area.page in notices:
                continue
            if (pictures or notices) and time.monotonic() > end:
                break
            try:
                pictures.append(_picture(document, area, partial(progress.step, done, len(areas))))
            except _Unshowable as unshowable:
                notices[area.page] = unshowable.notice
    except _Unshowable as unshowable:
        return Drawn(notice=unshowable.notice)
    return Drawn(tuple(pictures), tuple(notices.items()))


def find(path: Path, words: tuple[str, ...], first_page: int, seconds: float, progress: Progress) -> Found:
    """See `kkr_desk.intake.preview.find_words`."""
    end = time.monotonic() + seconds
    try:
        document = _document(path)
    except _Unshowable as unshowable:
        return Found(notice=unshowable.notice)
    hits: list[Hit] = []
    total = len(document)
    for number in range(first_page, total + 1):
        if number > first_page and time.monotonic() > end:
            return Found(tuple(hits), number)
        progress.step(number, total)
        hits.extend(_hits(document, number, words))
    return Found(tuple(hits))


def close() -> None:
    """Close the file that is kept open, if there is one."""
    _turn()
    opened, _desk.opened = _desk.opened, None
    if opened is not None:
        opened.document.close()


def _document(path: Path) -> pdfium.PdfDocument:
    """The file, open with its forms.

    Raises:
        _Unshowable: It is gone, or PDFium cannot open it.
    """
    try:
        status = path.stat()
        key = (path, status.st_mtime_ns, status.st_size)
        if _desk.opened is not None and _desk.opened.key == key:
            return _desk.opened.document
        close()
        data = path.read_bytes() if status.st_size <= IN_MEMORY else None
    except OSError as error:
        reason = error.strerror or os.strerror(error.errno or 0)
        raise _Unshowable(Notice("preview-file-gone", (("reason", reason),))) from error
    document = engine.open_pdf(path if data is None else data)
    if isinstance(document, FileStatus):
        raise _Unshowable(Notice("preview-damaged" if document is FileStatus.DAMAGED else "preview-password"))
    engine.show_forms(document)
    _desk.opened = _Opened(key, document, data)
    return document


def _turn() -> None:
    """Close the page that is open, if there is one."""
    page, _desk.page = _desk.page, None
    if page is not None:
        page[1].close()


def _page(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """A page; it stays open until another one is wanted.

    Raises:
        _Unshowable: It is damaged, or the file has no such page.
    """
    if _desk.page is not None and _desk.page[0] == number:
        return _desk.page[1]
    _turn()
    try:
        page = document[number - 1]
    except (pdfium.PdfiumError, IndexError) as error:
        raise _damaged(number) from error
    _desk.page = (number, page)
    return page


def _damaged(number: int) -> _Unshowable:
    return _Unshowable(Notice("preview-page-damaged", (("page", str(number)),)))


def _picture(document: pdfium.PdfDocument, area: Area, breathe: Callable[[], None]) -> Picture:
    """Draw one area.

    Raises:
        _Unshowable: It cannot be drawn, not in the time allowed, or is larger than anybody could look at.
    """
    fits = area.width * area.height <= MOST_PIXELS and max(area.across, area.down) <= MOST_ACROSS
    if not fits or min(area.page, area.width, area.height, area.across, area.down) < 1:
        raise _damaged(area.page)
    page = _page(document, area.page)
    place = (-area.left, -area.top, area.across, area.down, 0, pdfium_c.FPDF_ANNOT)
    try:
        with closing(pdfium.PdfBitmap.new_native(area.width, area.height, pdfium_c.FPDFBitmap_BGRx)) as bitmap:
            engine.draw(page, bitmap, place, time.monotonic() + DRAWING_SECONDS, breathe)
            return Picture(area, bytes(bitmap.buffer))
    except engine.DrawingError as error:
        if error.slow:
            raise _Unshowable(Notice("preview-page-slow", (("page", str(area.page)),))) from error
        raise _damaged(area.page) from error
    except pdfium.PdfiumError as error:
        raise _damaged(area.page) from error


def _hits(document: pdfium.PdfDocument, number: int, words: tuple[str, ...]) -> list[Hit]:
    """Where words stand on a page; nowhere on one whose text cannot be read."""
    try:
        page = _page(document, number)
        with closing(page.get_textpage()) as text:
            if not may_hold(text.get_text_range(), words):
                return []
            letters = "".join(_letter(text, n) for n in range(text.count_chars()))
            places = find_in_text(letters, words)
            boxes = (_boxes(page, text, start, end) for start, end in places)
            return [Hit(number, found) for found in boxes if found]
    except (_Unshowable, pdfium.PdfiumError):
        return []


def _letter(text: pdfium.PdfTextPage, place: int) -> str:
    """The character at a place of a page's text; a file may claim codes that are none."""
    return chr(min(pdfium_c.FPDFText_GetUnicode(text, place), sys.maxunicode))


def _boxes(page: pdfium.PdfPage, text: pdfium.PdfTextPage, start: int, end: int) -> tuple[Box, ...]:
    """What to mark for a run of characters: a box a line, cut to the visible page; empty when none of it shows."""
    count = text.count_rects(start, end - start)
    shown = (_shown(page, *text.get_rect(n)) for n in range(count))
    return tuple(box for box in shown if box.right > box.left and box.bottom > box.top)


def _shown(page: pdfium.PdfPage, left: float, bottom: float, right: float, top: float) -> Box:
    corners = [_place(page, left, bottom), _place(page, right, top)]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Box(_within(across[0]), _within(down[0]), _within(across[1]), _within(down[1]))


def _place(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    """A point of the page's own coordinates on the page as it is seen, in shares of its sides from the top left."""
    across, down = c_int(), c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, _SCALE, _SCALE, 0, x, y, across, down)
    return across.value / _SCALE, down.value / _SCALE


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
