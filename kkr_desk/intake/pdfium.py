"""PDFium as looking at a file and showing it both use it: opening, form fields, drawing in slices of time.

For worker processes only; PDFium works in one thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kkr_desk.model import FileStatus

SLICE = 0.1
"""Seconds of drawing between two calls of `breathe`."""

_STATUSES = {
    pdfium_c.FPDF_ERR_PASSWORD: FileStatus.PASSWORD,
    pdfium_c.FPDF_ERR_SECURITY: FileStatus.UNSUPPORTED,
}


class DrawingError(Exception):
    """A page could not be drawn.

    Args:
        slow: It took too long.
    """

    def __init__(self, *, slow: bool = False) -> None:
        super().__init__(slow)
        self.slow = slow


def open_pdf(source: Path | bytes) -> pdfium.PdfDocument | FileStatus:
    """Open a PDF by PDFium's plain call: the last error is only meant when it returned nothing.

    Args:
        source: The file, or all of its bytes, which then must stay where they are: keep the document's `raw_source`.

    Returns:
        The document, or why it cannot be opened.
    """
    if isinstance(source, bytes):
        document = pdfium_c.FPDF_LoadMemDocument64(source, len(source), None)
    else:
        document = pdfium_c.FPDF_LoadDocument(f"{source}\0".encode("utf-8", "surrogateescape"), None)
    if document:
        return pdfium.PdfDocument(document)
    return _STATUSES.get(pdfium_c.FPDF_GetLastError(), FileStatus.DAMAGED)


def show_forms(document: pdfium.PdfDocument) -> None:
    """Have form fields drawn. Not by `init_forms`, which logs a warning for a form that is XFA as well."""
    if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
        config = pdfium_c.FPDF_FORMFILLINFO(version=2)
        environment = pdfium_c.FPDFDOC_InitFormFillEnvironment(document, config)
        if environment:
            document.formenv = pdfium.PdfFormEnv(environment, config)


def draw(
    page: pdfium.PdfPage, bitmap: pdfium.PdfBitmap, place: tuple[int, ...], end: float, breathe: Callable[[], None]
) -> None:
    """Draw a page with its form fields on white.

    In slices of time, so that a page of a million lines neither hangs nor outlives a cancel.

    Args:
        page: The page.
        bitmap: What to draw on.
        place: Left and top of the page on the bitmap, its width and height there, all in pixels, quarter turns
            beyond the page's own, and PDFium's flags.
        end: When to give up, on the monotonic clock.
        breathe: Called now and then; what it raises ends the drawing.

    Raises:
        DrawingError: It failed, or took too long.
    """
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
    pause = pdfium_c.IFSDK_PAUSE(version=1)
    slice_end = time.monotonic() + SLICE
    pause.NeedToPauseNow = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > slice_end)
    try:
        state = pdfium_c.FPDF_RenderPageBitmap_Start(bitmap, page, *place, pause)
        while state == pdfium_c.FPDF_RENDER_TOBECONTINUED:
            breathe()
            if time.monotonic() > end:
                raise DrawingError(slow=True)
            slice_end = time.monotonic() + SLICE
            state = pdfium_c.FPDF_RenderPage_Continue(page, pause)
    finally:
        pdfium_c.FPDF_RenderPage_Close(page)
    if state != pdfium_c.FPDF_RENDER_DONE:
        raise DrawingError
    if page.formenv:
        pdfium_c.FPDF_FFLDraw(page.formenv, bitmap, page, *place)
