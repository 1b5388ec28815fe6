"""Destinations: the page that a link, a bookmark or a name leads to (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

Target = tuple[int | None, pikepdf.Array | None]
"""The 0-based page, among those taken, that a destination leads to, None for none, and the array it comes down to."""


class Destinations:
    """Every destination of one document, read once.

    Names come from the `/Dests` name tree and from the older `/Dests` dictionary (PDF 1.1).

    Args:
        pdf: The open document.
        only: The pages that are taken, 1-based and ascending, as if it had no others; all without it.
    """

    def __init__(self, pdf: pikepdf.Pdf, only: Sequence[int] | None = None) -> None:
        every = [page.obj.objgen for page in pdf.pages]
        taken = range(1, len(every) + 1) if only is None else only
        self._places = {number - 1: place for place, number in enumerate(taken)}
        self._pages = {every[number]: place for number, place in self._places.items()}
        self._known: dict[tuple[int, int], Target] = {}
        self.named: dict[bytes, pikepdf.Object] = dict(_named(pdf.Root))

    def page_of(self, holder: pikepdf.Object) -> int | None:
        """0-based page that a link annotation or outline item leads to; None when it leads to none of them."""
        return self.of(holder)[0]

    def of(self, holder: pikepdf.Object) -> Target:
        """Where a link annotation or outline item leads; looked up once for each, since several ask."""
        if not holder.is_indirect:
            return self.resolve(destination(holder))
        key = holder.objgen
        if key not in self._known:
            self._known[key] = self.resolve(destination(holder))
        return self._known[key]

    def resolve(self, target: Any) -> Target:
        """Where a destination leads: an array, a name or a dictionary."""
        if isinstance(target, (pikepdf.String, pikepdf.Name)):
            target = self.named.get(name_bytes(target))
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D")
        if not isinstance(target, pikepdf.Array) or not len(target):
            return None, None
        first: Any = target[0]
        if isinstance(first, pikepdf.Dictionary):
            return self._pages.get(first.objgen), target
        if isinstance(first, int) and first in self._places:
            return self._places[first], target  # a page number is meant for other files, but viewers take it for this
        return None, target


def destination(holder: pikepdf.Object) -> Any:
    """What a link annotation or outline item states as its destination: `/Dest`, or `/D` of a GoTo action."""
    if "/Dest" in holder:
        return holder["/Dest"]
    action = holder.get("/A")
    if isinstance(action, pikepdf.Dictionary) and action.get("/S") == pikepdf.Name.GoTo:
        return action.get("/D")
    return None


def name_bytes(name: Any) -> bytes:
    """The bytes of a destination's name, whether written as a string or as a name object."""
    return str(name)[1:].encode() if isinstance(name, pikepdf.Name) else bytes(name)


def name_tree(root: Any) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    """Keys and values of a name tree; damaged branches are passed over, and rings of them (ISO 32000-1, 7.9.6)."""
    waiting, seen = [root], set[tuple[int, int]]()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in seen:
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        names = node.get("/Names")
        if isinstance(names, pikepdf.Array):
            flat = list(names.as_list())
            for key, value in zip(flat[0::2], flat[1::2], strict=False):
                if isinstance(key, pikepdf.String):
                    yield key, value
        kids = node.get("/Kids")
        waiting.extend(reversed(list(kids.as_list())) if isinstance(kids, pikepdf.Array) else ())


def _named(root: pikepdf.Object) -> Iterator[tuple[bytes, pikepdf.Object]]:
    old = root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        yield from ((key[1:].encode(), value) for key, value in old.items())
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        yield from ((bytes(key), value) for key, value in name_tree(names.get("/Dests")))
