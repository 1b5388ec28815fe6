"""Text strings as documents hold them (ISO 32000-1, 7.9.2.2), however they are encoded."""

from __future__ import annotations

from typing import Any

from pikepdf import String


def text_of(held: Any) -> str:
    """The text of a string, "" of anything else; one that breaks off the encoding it begins with is read as Latin-1."""
    if not isinstance(held, String):
        return ""
    try:
        return str(held)
    except UnicodeDecodeError:
        return bytes(held).decode("latin-1")
