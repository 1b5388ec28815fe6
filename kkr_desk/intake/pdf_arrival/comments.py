"""Leaving out the comments of a PDF: gone from the file, not only from view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

from kkr_desk.model import Notice
from kkr_desk.pdf.comments import is_comment


def leave_out_comments(pdf: Pdf) -> tuple[Notice, ...]:
    """Take the comments out of an open PDF.

    Returns:
        A notice of how many; none where there was none.
    """
    count = sum(_leave_out(page.obj) for page in pdf.pages)
    return (Notice("comments-left-out", (("count", str(count)),)),) if count else ()


def _leave_out(page: Object) -> int:
    annots = page.get("/Annots")
    members: Any = annots.as_list() if isinstance(annots, Array) else ()
    kept, gone, windows = [], [], []
    for annot in members:
        known = isinstance(annot, Dictionary)
        if known and is_comment(annot):
            gone.append(annot)
        elif known and annot.get("/Subtype") == Name.Popup:
            windows.append(annot)
        else:
            kept.append(annot)
    if not gone:
        return 0
    staying = [window for window in windows if not _belongs(window, gone)]
    gone_windows = [window for window in windows if window not in staying]
    page.Annots = Array([*kept, *staying])
    for annot in (*gone, *gone_windows):
        _empty(annot)
    return len(gone)


def _belongs(window: Object, gone: list[Object]) -> bool:
    parent = window.get("/Parent")
    return parent is None or any(parent == comment for comment in gone)


def _empty(annot: Object) -> None:
    """Take out what an annotation says: tags and other annotations may still lead to it."""
    for key in list(_keys(annot)):
        del annot[key]


def _keys(annot: Object) -> Iterator[str]:
    yield from annot.keys()
