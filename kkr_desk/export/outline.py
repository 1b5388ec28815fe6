"""Bookmarks: the attachment's own, read, and the collection's, written (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.pdf.destinations import Destinations, Target

_MOST = 100_000
_STYLES = 3
_REST = "?"
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One bookmark and those below it.

    Attributes:
        title: As shown.
        target: The explicit destination array; None for one that only holds others.
        children: Below it.
        opened: Whether those below are shown at first.
        look: Colour and weight (`/C`, `/F`) of the source's bookmark.
    """

    title: str
    target: Object | None
    children: tuple[Bookmark, ...] = ()
    opened: bool = False
    look: tuple[tuple[str, Any], ...] = field(default=(), compare=False)


def read_outline(source: Pdf, destinations: Destinations, copies: Sequence[Object]) -> tuple[Bookmark, ...]:
    """An attachment's own bookmarks, leading to its copied pages.

    Those that lead nowhere in the file are left out unless one below them leads somewhere.

    Args:
        source: The attachment.
        destinations: Its destinations.
        copies: Its pages as copied into the collection, in order.
    """
    root = source.Root.get("/Outlines")
    if not isinstance(root, Dictionary):
        return ()
    return _Reader(destinations, copies).level(root.get("/First"), 0)


class _Reader:
    def __init__(self, destinations: Destinations, copies: Sequence[Object]) -> None:
        self._destinations = destinations
        self._copies = copies
        self._seen: set[tuple[int, int]] = set()

    def level(self, node: Any, depth: int) -> tuple[Bookmark, ...]:
        found = []
        while isinstance(node, Dictionary) and len(self._seen) < _MOST and depth < _DEEPEST:
            if node.is_indirect:
                if node.objgen in self._seen:
                    break
                self._seen.add(node.objgen)
            children = self.level(node.get("/First"), depth + 1)
            target = copied_target(self._destinations.of(node), self._copies)
            if target is not None or children:
                count: Any = node.get("/Count", 0)
                opened = isinstance(count, int) and count > 0
                found.append(Bookmark(_title(node), target, children, opened, _look(node)))
            node = node.get("/Next")
        return tuple(found)


def copied_target(target: Target, copies: Sequence[Object]) -> Object | None:
    """A source's destination as an explicit one in the collection; None when it leads to no page of the source."""
    page, explicit = target
    if page is None or explicit is None or page >= len(copies):
        return None
    stated: list[Any] = list(explicit.as_list())[1:]
    view = [_plain(part) for part in stated]
    return Array([copies[page], *(view if view and _REST not in view else [Name.Fit])])


def write_outline(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Make these the document's bookmarks."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    root.Count = _write_level(pdf, root, bookmarks)
    pdf.Root.Outlines = root


def _write_level(pdf: Pdf, parent: Object, bookmarks: Sequence[Bookmark]) -> int:
    """Write siblings below a node; returns how many rows they show when their parent is open."""
    shown = 0
    previous: Object | None = None
    for bookmark in bookmarks:
        node = pdf.make_indirect(Dictionary(Title=String(bookmark.title), Parent=parent))
        if bookmark.target is not None:
            node.Dest = bookmark.target
        for key, value in bookmark.look:
            node[key] = value
        if bookmark.children:
            below = _write_level(pdf, node, bookmark.children)
            node.Count = below if bookmark.opened else -below
            shown += below if bookmark.opened else 0
        if previous is None:
            parent.First = node
        else:
            previous.Next = node
            node.Prev = previous
        previous = node
        shown += 1
    if previous is not None:
        parent.Last = previous
    return shown


def _plain(part: Any) -> Any:
    """What may stand in a destination behind its page: a name, a number or null; `_REST` for anything else."""
    if isinstance(part, Name):
        return Name(str(part))
    return part if part is None or isinstance(part, (int, Decimal, float)) else _REST


def _title(node: Object) -> str:
    title: Any = node.get("/Title")
    return " ".join(str(title).split()) if isinstance(title, String) else ""


def _look(node: Object) -> tuple[tuple[str, Any], ...]:
    colour: Any = node.get("/C")
    style: Any = node.get("/F")
    look: list[tuple[str, Any]] = []
    shades: list[Any] = list(colour.as_list()) if isinstance(colour, Array) else []
    if len(shades) == 3 and all(isinstance(shade, (int, Decimal, float)) for shade in shades):
        look.append(("/C", Array([float(shade) for shade in shades])))
    if isinstance(style, int):
        look.append(("/F", style & _STYLES))
    return tuple(look)
