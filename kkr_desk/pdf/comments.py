"""Which annotations are comments: what people say of a page, not what the page says (ISO 32000-1, 12.5.6.2).

A stamp ("MODTAGET 12. juni"), text typed onto a page and what is drawn by hand may be the page's own: a received
stamp, an answer in a form without fields, a signature. So these count as comments only where they speak of something:
a call-out with its arrow, a drawing with words to it, an answer to another comment.
"""

from __future__ import annotations

from typing import Any

from pikepdf import Dictionary, Name, Object, String

_ALWAYS = frozenset({
    "/Caret", "/Circle", "/Highlight", "/Line", "/PolyLine", "/Polygon", "/Square", "/Squiggly", "/StrikeOut", "/Text",
    "/Underline",
})  # fmt: skip
_WRITTEN = frozenset({"/FreeText", "/Ink", "/Stamp"})


def is_comment(annot: Object) -> bool:
    """Whether an annotation is a comment or a marking; a comment's window (`/Popup`) is part of it and is none."""
    kind = str(annot.get("/Subtype", ""))
    if kind in _ALWAYS:
        return True
    if kind not in _WRITTEN:
        return False
    if isinstance(annot.get("/IRT"), Dictionary):
        return True
    words: Any = annot.get("/Contents")
    if kind == "/Ink":
        return isinstance(words, String) and bool(str(words).strip())
    return kind == "/FreeText" and annot.get("/IT") == Name.FreeTextCallout


def is_written_on(annot: Object) -> bool:
    """Whether an annotation is a stamp, text or drawing that was put onto the page and is no comment."""
    return str(annot.get("/Subtype", "")) in _WRITTEN and not is_comment(annot)
