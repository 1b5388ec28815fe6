"""What a page draws, as PDFium has it: whether that is anything at all, and with which fonts."""

from __future__ import annotations

import ctypes
from contextlib import closing, suppress

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_DEPTH = 3
"""Forms within forms that are looked into."""
_MOST_OBJECTS = 20_000
_WHITE = (255, 255, 255)
_UNSEEN = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})


def shows_something(page: pdfium.PdfPage) -> bool:
    """Whether a page draws anything that can be seen on white paper, which spaces and white grounds cannot.

    True where PDFium cannot tell: what may be there is not to go untold.
    """
    try:
        with closing(page.get_textpage()) as textpage:
            for count, found in enumerate(page.get_objects(max_depth=_DEPTH, textpage=textpage)):
                if count >= _MOST_OBJECTS or _is_seen(found):
                    return True
    except pdfium.PdfiumError:
        return True
    return False


def fonts_not_embedded(page: pdfium.PdfPage) -> set[str]:
    """Names of the fonts that a page draws text with and that the file does not hold, as far as PDFium can tell."""
    names: set[str] = set()
    known: set[int | None] = set()
    for count, text in enumerate(page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_TEXT,), max_depth=_DEPTH)):
        if count >= _MOST_OBJECTS:
            break
        font = text.get_font()
        address = ctypes.cast(font.raw, ctypes.c_void_p).value
        if address in known or pdfium_c.FPDFTextObj_GetTextRenderMode(text) in _UNSEEN:
            continue
        known.add(address)
        with suppress(pdfium.PdfiumError):
            if not font.is_embedded:
                names.add(font.get_base_name())
    return names


def _is_seen(found: pdfium.PdfObject) -> bool:
    if found.type == pdfium_c.FPDF_PAGEOBJ_FORM:
        return False  # what it draws comes after it
    if found.type == pdfium_c.FPDF_PAGEOBJ_PATH:
        return _is_path_seen(found)
    if isinstance(found, pdfium.PdfTextObj):
        return pdfium_c.FPDFTextObj_GetTextRenderMode(found) not in _UNSEEN and bool(found.extract().strip())
    return True


def _is_path_seen(path: pdfium.PdfObject) -> bool:
    """Whether a path is filled or stroked in another colour than the paper's."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke):
        return True
    colours = [(pdfium_c.FPDFPageObj_GetFillColor, fill.value), (pdfium_c.FPDFPageObj_GetStrokeColor, stroke.value)]
    return any(drawn and _colour(path, ask) != _WHITE for ask, drawn in colours)


def _colour(path: pdfium.PdfObject, ask: ctypes._NamedFuncPointer) -> tuple[int, int, int] | None:
    """Red, green and blue: white for what is wholly transparent, None where it is no plain colour."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not ask(path, red, green, blue, alpha):
        return None
    return (red.value, green.value, blue.value) if alpha.value else _WHITE
