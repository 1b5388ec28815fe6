"""Where a row stands among its siblings: a fractional key, the id where two keys are equal. Pure.

A move changes one row. Two laptops may give the same key to two rows; nothing fits between them, so their siblings are
spaced anew in the operation that needs the room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

MAX_KEY = 48
"""Characters after which a key has grown long enough to space the siblings anew."""


@dataclass(frozen=True, slots=True)
class Place:
    """A key for the row to be placed, and the keys that siblings must change to first, by id."""

    key: str
    respaced: dict[str, str] = field(default_factory=dict)


def place(siblings: Sequence[tuple[str, str]], position: int) -> Place:
    """Find a key.

    Args:
        siblings: Id and key of the others, by key and then id.
        position: 0-based place among them; their count is the end.
    """
    from fractional_indexing import generate_n_keys_between  # noqa: PLC0415  reading a meeting does not need it

    left = siblings[position - 1][1] if position else None
    right = siblings[position][1] if position < len(siblings) else None
    key = _between(left, right)
    if key is not None and len(key) <= MAX_KEY:
        return Place(key)
    keys: list[str] = generate_n_keys_between(None, None, len(siblings) + 1)
    own = keys.pop(position)
    respaced = {row: new for (row, old), new in zip(siblings, keys, strict=True) if new != old}
    return Place(own, respaced)


def _between(left: str | None, right: str | None) -> str | None:
    """A key between two others; None when they leave no room, or are no keys at all."""
    from fractional_indexing import FIError, generate_key_between  # noqa: PLC0415  as above

    try:
        key: str = generate_key_between(left, right)
    except (FIError, ValueError, IndexError):
        return None
    return key
