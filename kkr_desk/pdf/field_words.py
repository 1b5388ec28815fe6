"""What form fields say, and whether the letters of it can be shown by a look that is made for them (ISO 32000-1, 12.7).

A look is made in one of two fonts: the field's own, in which Danish letters can be set (Windows' code page 1252), or
the documents' own type, which has all European ones.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from kkr_desk.index import Weight
from kkr_desk.pdf.content import UNREADABLE
from kkr_desk.pdf.fields import inherited

_PASSWORD = 1 << 13
_LINE_ENDS = re.compile(r"</(?:p|div)>|<br/?>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_FORMATTING = re.compile(
    r"<(?:b|i|u|em|strong|sup|sub)\b|(?:font-(?:weight|style)\s*:\s*(?:bold|italic|[6-9]00)|text-decoration\s*:\s*\w)",
    re.IGNORECASE,
)
_MOST_NODES = 100
_MOST_LETTERS = 50_000
"""Letters of a field that are shown: more than a page of the smallest print."""


def words_of(widget: Object) -> tuple[str, ...]:
    """What a text field or a list says, in the words that it shows; of a list a line each; none where it is empty.

    A password's field says nothing: viewers show stars, and what was typed is nobody's business.
    """
    sort, flags = inherited(widget, "/FT"), inherited(widget, "/Ff")
    if sort == Name.Ch:
        return tuple(_choices(widget))
    if sort != Name.Tx or (isinstance(flags, int) and flags & _PASSWORD):
        return ()
    words = _text(inherited(widget, "/V")) or _without_formatting(_text(inherited(widget, "/RV")))
    return (words,) if words.strip() else ()


def has_formatting(widget: Object) -> bool:
    """Whether a text has bold words and the like, which only the look that its own program made shows (12.7.3.4)."""
    return bool(_FORMATTING.search(_text(inherited(widget, "/RV"))))


def is_plain(words: tuple[str, ...]) -> bool:
    """Whether words can be set in the fonts that viewers bring themselves."""
    try:
        "".join(words).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def lacking(words: tuple[str, ...]) -> frozenset[str]:
    """The letters of some words that no look can be made of."""
    if is_plain(words):
        return frozenset()
    from kkr_desk.typeface.fonts import LOOKALIKES, UNSEEN  # noqa: PLC0415  few files need the fonts
    from kkr_desk.typeface.glyphs import characters  # noqa: PLC0415  as above

    letters = set(unicodedata.normalize("NFC", "".join(words))) - characters(Weight.REGULAR) - UNSEEN - set(LOOKALIKES)
    return frozenset(letter for letter in letters if not letter.isspace() and unicodedata.category(letter) != "Cc")


def label_of(widget: Object) -> str:
    """What a field is called: as its form tells it to people, else its name; "?" without either."""
    told = _text(inherited(widget, "/TU")).strip()
    if told:
        return " ".join(told.split())
    parts: list[str] = []
    node: Any = widget
    for _ in range(_MOST_NODES):
        if not isinstance(node, Dictionary):
            break
        parts.append(_text(node.get("/T")))
        node = node.get("/Parent")
    return ".".join(part for part in reversed(parts) if part) or "?"


def _choices(field: Object) -> list[str]:
    held: Any = inherited(field, "/V")
    chosen = held.as_list() if isinstance(held, Array) else [held]
    listed: Any = inherited(field, "/Opt")
    words: dict[str, str] = {}
    for option in listed.as_list() if isinstance(listed, Array) else ():
        pair = option.as_list() if isinstance(option, Array) else [option]
        if pair and all(isinstance(part, String) for part in pair):
            words[str(pair[0])] = str(pair[-1])
    return [words.get(str(value), str(value)) for value in chosen if isinstance(value, String)]


def _text(held: Any) -> str:
    """A text, which may be so long that it is a stream (7.9.3)."""
    if isinstance(held, Stream):
        try:
            held = String(held.read_bytes())
        except UNREADABLE:
            return ""
    return str(held)[:_MOST_LETTERS] if isinstance(held, String) else ""


def _without_formatting(rich: str) -> str:
    """The words of a rich text, which is a small kind of HTML."""
    return html.unescape(_TAGS.sub("", _LINE_ENDS.sub("\n", rich))).strip("\n")
