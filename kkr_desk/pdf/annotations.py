"""Which annotations of an attachment come along into a collection, and as what.

Nothing that runs, opens a file or carries one does (issue: no JavaScript, launch actions or embedded files); comments,
stamps, form fields and links that lead into the attachment or to an address do.
"""

from __future__ import annotations

from typing import Any

import pikepdf

from kkr_desk.pdf.destinations import Destinations

MEDIA = frozenset({"/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"})
"""Kinds that carry or play a file; what they look like stays, as a stamp."""

RUNS = frozenset({"/A", "/AA", "/PA"})
"""Keys of an annotation that hold actions."""

CARRIES = frozenset({
    "/AF", "/FS", "/Sound", "/Movie", "/RichMediaContent", "/RichMediaSettings", "/3DD", "/3DV", "/3DA", "/ExData",
})  # fmt: skip
"""Keys of an annotation that hold files, or lead to some."""

SEEN = frozenset({
    "/Rect", "/F", "/OC", "/AS", "/MK", "/BS", "/Border", "/C", "/IC", "/CA", "/ca", "/BM", "/BE", "/RD", "/QuadPoints",
    "/InkList", "/Path", "/L", "/LE", "/LL", "/LLE", "/LLO", "/Cap", "/CP", "/CO", "/Vertices", "/CL", "/IT", "/Sy",
    "/Name", "/Contents", "/RC", "/T", "/Subj", "/Open", "/State", "/StateModel", "/Q", "/DA", "/DS", "/RO",
    "/OverlayText", "/Repeat",
})  # fmt: skip
"""Keys that say where an annotation is, whether it shows, and what a viewer draws or tells of it."""

_ACTIVE = RUNS | CARRIES
_GONE = frozenset({"/TrapNet"})
_SCHEMES = ("http:", "https:", "mailto:", "tel:", "ftp:")
_STEPS = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"})


def kept_as(annot: pikepdf.Object, destinations: Destinations) -> str | None:
    """The subtype an annotation has in a collection, None when it does not come along."""
    stated: Any = annot.get("/Subtype")
    kind = str(stated) if isinstance(stated, pikepdf.Name) else ""
    if not kind or kind in _GONE:
        return None
    if kind in MEDIA:
        return "/Stamp" if _has_look(annot) else None
    if kind == "/Popup":
        parent = annot.get("/Parent")
        if not isinstance(parent, pikepdf.Dictionary) or parent.get("/Subtype") == pikepdf.Name.Popup:
            return None
        return kind if kept_as(parent, destinations) else None
    if kind == "/Link":
        leads = destinations.page_of(annot) is not None or address(annot) is not None or _is_step(annot)
        return kind if leads else None
    return kind


def address(annot: pikepdf.Object) -> str | None:
    """The web or mail address a link leads to; None for anything else, such as a file or a script."""
    action = annot.get("/A")
    if not isinstance(action, pikepdf.Dictionary) or action.get("/S") != pikepdf.Name.URI:
        return None
    uri: Any = action.get("/URI")
    if not isinstance(uri, pikepdf.String):
        return None
    text = bytes(uri).decode("latin-1").strip()
    scheme = text.lower()
    if scheme.startswith(_SCHEMES):
        return text
    return text if scheme.startswith("www.") else None


def is_active(annot: pikepdf.Object) -> bool:
    """Whether an annotation runs or carries something that `kept_as` and the copying do not let through."""
    if str(annot.get("/Subtype", "")) in MEDIA:
        return True
    held = _ACTIVE.intersection(annot.keys())
    if held != {"/A"}:
        return bool(held)
    return "/Next" in annot.A or not (address(annot) is not None or _is_step(annot))


def _is_step(annot: pikepdf.Object) -> bool:
    action = annot.get("/A")
    return (
        isinstance(action, pikepdf.Dictionary)
        and action.get("/S") == pikepdf.Name.Named
        and str(action.get("/N", "")) in _STEPS
    )


def _has_look(annot: pikepdf.Object) -> bool:
    looks = annot.get("/AP")
    return isinstance(looks, pikepdf.Dictionary) and isinstance(looks.get("/N"), (pikepdf.Stream, pikepdf.Dictionary))
