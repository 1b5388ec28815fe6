"""Form fields as a page shows them: what a widget inherits, and whether it brings a look of its own (12.7)."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_TYPED = (Name.Tx, Name.Ch)
_PASSWORD = 1 << 13
_PUSH_BUTTON = 1 << 16


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
    """Whether an annotation is a field that a person fills in and that viewers draw by its value.

    A password's field is none: viewers show stars, and what was typed is nobody's business.
    """
    if kind != "/Widget":
        return False
    sort, flags = inherited(annot, "/FT"), inherited(annot, "/Ff")
    bits = flags if isinstance(flags, int) else 0
    if sort == Name.Btn:
        return not bits & _PUSH_BUTTON and mark(annot) is not None
    if sort not in _TYPED or (sort == Name.Tx and bits & _PASSWORD):
        return False
    return "/AP" not in annot or viewers_make_looks(pdf)


def mark(widget: Object) -> Object | None:
    """The state that a ticked box or a chosen radio button is in while viewers are not told how it looks.

    None where it looks as its file says, or is not ticked. A box that has looks for its states and does not say which
    it is in (12.5.5 demands it) is in that of its value.
    """
    looks = widget.get("/AP")
    drawn = looks.get("/N") if isinstance(looks, Dictionary) else None
    state: Any = widget.get("/AS")
    if state is None:
        state = inherited(widget, "/V")
    if not isinstance(state, Name) or state == Name.Off:
        return None
    if isinstance(drawn, Dictionary) and not isinstance(drawn, Stream):
        return state if "/AS" not in widget and str(state) in drawn else None
    is_ticked = "/AS" in widget or "/Parent" not in widget  # which of several radio buttons is only said by /AS
    return state if drawn is None and is_ticked else None
