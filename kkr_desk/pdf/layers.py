"""Layers (optional content): which of them a document shows when it is opened (ISO 32000-1, 8.11.4)."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

Key = tuple[int, int]


def groups(properties: Any) -> list[Object]:
    """The layers that a document's `/OCProperties` list, each once; viewers take no notice of others."""
    listed = properties.get("/OCGs") if isinstance(properties, Dictionary) else None
    return list({group.objgen: group for group in members(listed) if isinstance(group, Dictionary)}.values())


def standard(properties: Any) -> Any:
    """The configuration a document is opened with, an empty one where it states none."""
    stated = properties.get("/D") if isinstance(properties, Dictionary) else None
    return stated if isinstance(stated, Dictionary) else Dictionary()


def hidden(properties: Any) -> set[Key]:
    """The layers that are not shown at first."""
    listed, stated = {group.objgen for group in groups(properties)}, standard(properties)
    off = listed if stated.get("/BaseState") == Name.OFF else set()
    off = off - {group.objgen for group in members(stated.get("/ON"))}
    return off | ({group.objgen for group in members(stated.get("/OFF"))} & listed)


def usages(properties: Any) -> list[Object]:
    """What switches layers by itself, when the document is shown, printed or exported (8.11.4.4)."""
    return [usage for usage in members(standard(properties).get("/AS")) if isinstance(usage, Dictionary)]


def states(pdf: pikepdf.Pdf) -> dict[Key, bytes]:
    """How each layer of a document is shown, for the hash of the pages that use it."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return {}
    off = hidden(properties)
    found = {group.objgen: b"(hidden)" if group.objgen in off else b"(shown)" for group in groups(properties)}
    for usage in usages(properties):
        categories = b" ".join(sorted(str(category).encode() for category in _names(usage.get("/Category"))))
        for group in members(usage.get("/OCGs")):
            if group.objgen in found:
                found[group.objgen] += b"(%s: %s)" % (str(usage.get("/Event", "")).encode(), categories)
    return found


def members(array: Any) -> list[Object]:
    """The dictionaries and arrays in an array; none when it is no array."""
    return [m for m in array.as_list() if isinstance(m, (Dictionary, Array))] if isinstance(array, Array) else []


def _names(array: Any) -> list[Any]:
    return [m for m in array.as_list() if isinstance(m, Name)] if isinstance(array, Array) else []
