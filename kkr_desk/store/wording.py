"""What users write, as the store keeps it."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\s*")


def one_line(text: str) -> str:
    """A title, name or label on one line.

    Control characters and line breaks become a space, letters and their accents one character (files from a Mac come
    decomposed), and what is no character at all (half a surrogate pair, from a file name in another encoding) U+FFFD.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", whole)).strip()


def storable(text: str) -> str:
    """A text of many lines that SQLite accepts: as it is, but for halves of surrogate pairs."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
