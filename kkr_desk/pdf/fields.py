"""Form fields as a page shows them: what a widget inherits, and whether it brings a look of its own (12.7)."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

_TYPED = (Name.Tx, Name.Ch)


def widgets(page: Object) -> list[Object]:
    """The form field widgets among a page's annotations."""
    annots = page.get("/Annots")
    if not isinstance(annots, Array):
        return []
    return [a for a in annots.as_list() if isinstance(a, Dictionary) and a.get("/Subtype") == Name.Widget]


def inherited(widget: Object, key: str) -> Any:
    """A field's entry, its own or that of a field above it."""
    node, seen = widget, set[tuple[int, int]]()
    while isinstance(node, Dictionary) and node.objgen not in seen:
        if key in node:
            return node[key]
        if node.is_indirect:
            seen.add(node.objgen)
        above: Any = node.get("/Parent")
        node = above
    return None


def viewers_make_looks(pdf: Pdf) -> bool:
    """Whether a document asks viewers to draw its fields anew, whatever looks they have."""
    form = pdf.Root.get("/AcroForm")
    wanted: Any = form.get("/NeedAppearances") if isinstance(form, Dictionary) else None
    return wanted is True


def needs_look(pdf: pikepdf.Pdf, annot: Object, kind: str = "/Widget") -> bool:
    """Whether an annotation is a field that a person fills in and that viewers draw by its value."""
    if kind != "/Widget" or inherited(annot, "/FT") not in _TYPED:
        return False
    return "/AP" not in annot or viewers_make_looks(pdf)
