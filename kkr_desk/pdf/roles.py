"""Structure types: the standard ones, and where a document's own lead to (ISO 32000-1, 14.7.3 and 14.8.4)."""

from __future__ import annotations

from typing import Any

from pikepdf import Dictionary, Name, Object

GROUPING = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
})  # fmt: skip
"""14.8.4.2"""
HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
LISTS = frozenset({"L", "LI", "Lbl", "LBody"})
TABLES = frozenset({"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"})
BLOCKS = HEADINGS | LISTS | TABLES | {"P"}
"""14.8.4.3"""
INLINE = frozenset({
    "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
    "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
})  # fmt: skip
"""14.8.4.4"""
ILLUSTRATIONS = frozenset({"Figure", "Formula", "Form"})
"""14.8.4.5"""
STANDARD = GROUPING | BLOCKS | INLINE | ILLUSTRATIONS

NEAREST = {
    "DocumentFragment": "Art", "Aside": "Div", "Title": "P", "FENote": "Note", "Sub": "Span", "Em": "Span",
    "Strong": "Span", "Artifact": "NonStruct",
}  # fmt: skip
"""Types of PDF 2.0 (ISO 32000-2, 14.8.4) by what comes nearest in PDF 1.7."""

UNKNOWN = "NonStruct"
"""What a type counts as that leads to no standard one: its content is told, the type says nothing."""

_FURTHEST = 100


def role_map(root: Object) -> dict[str, str]:
    """The `/RoleMap` of a structure tree's root, names without the slash; entries that are no names are left out."""
    held = root.get("/RoleMap")
    pairs = held.items() if isinstance(held, Dictionary) else ()
    named = ((key.encode("utf-8", "surrogateescape"), value) for key, value in pairs if isinstance(value, Name))
    return {_text(key): name_text(value) for key, value in named}


def role_of(element: Object) -> str:
    """The type an element states, without the slash; "" where it states none."""
    stated: Any = element.get("/S")
    return name_text(stated) if isinstance(stated, Name) else ""


def name_text(name: Name) -> str:
    """A name without the slash; one that is not in UTF-8, as names ought to be (7.3.5), is read as Latin-1."""
    return _text(bytes(name))


def standard(role: str, mapping: dict[str, str]) -> str:
    """The standard type that a type leads to.

    A standard type stands for itself, whatever a document maps it to (ISO 14289-1, 7.1: such a mapping is forbidden);
    a mapping that runs in a ring leads nowhere.

    Args:
        role: The type as the element states it, without the slash.
        mapping: The document's `role_map`.

    Returns:
        A member of `STANDARD`; `UNKNOWN` where it leads to none.
    """
    for _ in range(_FURTHEST):
        if role in STANDARD:
            return role
        if role not in mapping:
            break
        role = mapping[role]
    if role[:1] == "H" and role[1:].isdecimal() and int(role[1:]) > 6:
        return "H6"  # PDF 2.0 knows deeper ones
    return NEAREST.get(role, UNKNOWN)


def _text(name: bytes) -> str:
    try:
        return name[1:].decode()
    except UnicodeDecodeError:
        return name[1:].decode("latin-1")
