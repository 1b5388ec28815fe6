"""Attributes of structure elements, taken over without anything they might lead to (ISO 32000-1, 14.7.5, 14.8.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from kkr_desk.pdf.roles import name_text

_DEEPEST = 6
_REFERENCE = re.compile(rb"\d \d+ R")
_NAMING = (b"/Headers", b"/Summary", b"/UserProperties")
_WORDS = ("/Summary", "/P")
"""What a table says of itself, and properties of a user's own."""

Rename = Callable[[bytes], bytes | None]


class Attributes:
    """Copies of attribute objects; what several elements share is copied once.

    Args:
        make_indirect: Makes an object one of the collection's own.
        rename: What an element's identifier is called in the collection, None for one that is not in it.
    """

    def __init__(self, make_indirect: Callable[[Object], Object], rename: Rename) -> None:
        self._make_indirect = make_indirect
        self._rename = rename
        self._shared: dict[tuple[tuple[int, int], bool], Object | None] = {}

    def copy(self, held: Any, *, whole: bool = True) -> Object | None:
        """An element's attributes, or a class's: one object, or several, with revision numbers in between.

        Args:
            held: What stands in the source.
            whole: Whether words about the element's content come along.

        Returns:
            The copy; None where nothing is left of it.
        """
        if not isinstance(held, (Dictionary, Array)) or isinstance(held, Stream):
            return None
        if not held.is_indirect:
            return self._settled(held, whole)
        key = held.objgen, whole
        if key not in self._shared:
            made = self._settled(held, whole)
            self._shared[key] = None if made is None else self._make_indirect(made)
        return self._shared[key]

    def _settled(self, held: Object, whole: bool) -> Object | None:  # noqa: FBT001
        text = held.unparse(resolved=True)
        if not _REFERENCE.search(text) and not any(key in text for key in _NAMING):
            return Object.parse(text)
        if isinstance(held, Array):
            listed: list[Any] = list(held.as_list())
            members = [
                self.copy(member, whole=whole) if isinstance(member, Dictionary) else member for member in listed
            ]
            kept = [member for member in members if isinstance(member, (int, Dictionary))]
            return Array(kept) if any(not isinstance(member, int) for member in kept) else None
        entries = {key: made for key, value in held.items() if (made := self._entry(key, value, whole)) is not None}
        return Dictionary(entries) if entries else None

    def _entry(self, key: str, value: Any, whole: bool) -> Any:  # noqa: FBT001
        if key in _WORDS and not whole:
            return None
        if key == "/Headers":
            listed = value.as_list() if isinstance(value, Array) else [value]
            renamed = (self._rename(bytes(name)) for name in listed if isinstance(name, String))
            known = [String(name) for name in renamed if name is not None]
            return Array(known) if known else None
        return _plain(value, _DEEPEST)


def _plain(value: Any, deepest: int) -> Any:
    """A value without references; None for one that cannot be had without."""
    made: Any = None
    if isinstance(value, (bool, int, float, Decimal)):
        made = value
    elif isinstance(value, (String, Name)):
        made = Object.parse(value.unparse(resolved=True))
    elif not deepest or isinstance(value, Stream):
        made = None
    elif isinstance(value, Array):
        members = [_plain(member, deepest - 1) for member in value.as_list()]
        made = None if any(member is None for member in members) else Array(members)
    elif isinstance(value, Dictionary) and not value.is_indirect:
        entries = {key: _plain(held, deepest - 1) for key, held in value.items()}
        made = Dictionary({key: held for key, held in entries.items() if held is not None})
    return made


def class_names(held: Any) -> list[str]:
    """The classes an element states, without the slash (14.7.5.2)."""
    listed = held.as_list() if isinstance(held, Array) else [held]
    return [name_text(name) for name in listed if isinstance(name, Name)]


def renamed_classes(names: list[str], known: Mapping[str, str]) -> Object | None:
    """The same as a new element states them; those that are not known are left out."""
    kept = [Name(f"/{known[name]}") for name in names if name in known]
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else Array(kept)
