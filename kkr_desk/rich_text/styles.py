"""What an element of foreign HTML means: by its tag, its class and the few style properties that carry meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from kkr_desk.rich_text.elements import BOLD, HEADINGS, ITALIC

PROPERTIES = frozenset(
    {"font-weight", "font-style", "display", "visibility", "mso-list", "mso-hide", "mso-element", "mso-outline-level"}
)
"""Style properties that are looked at; the rest is how something looks elsewhere."""

_HEADING_CLASSES = {"msotitle": 1, "msosubtitle": 2, "msoheading7": 7, "msoheading8": 8, "msoheading9": 9}
_HIDDEN_CLASSES = frozenset({"msocomanchor", "msocomtxt", "apple-converted-comment"})
_HIDDEN_ELEMENTS = frozenset({"comment-list", "comment", "header", "footer"})
_LEVEL = re.compile(r"\blevel([1-9])\b")
_NUMBER = re.compile(r"\(?(?:\d{1,4}\.)*(?:(?P<digits>\d{1,4})|(?P<letter>[A-Za-z])|(?P<roman>[ivxlcIVXLC]+))[.):]*")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at a place: what its elements say together."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    hidden: bool = False
    preformatted: bool = False


PLAIN = Look()


def properties(style: str) -> dict[str, str]:
    """The style properties that carry meaning, in small letters."""
    found = {}
    for part in style.split(";"):
        name, _, value = part.partition(":")
        if name.strip().lower() in PROPERTIES:
            found[name.strip().lower()] = value.replace("!important", "").replace("! important", "").strip().lower()
    return found


def look_within(outer: Look, tag: str, style: dict[str, str], classes: set[str], href: str) -> Look:
    """How text looks within an element, given how it looks around it."""
    return Look(
        bold=_bold(outer, tag, style.get("font-weight", "")),
        italic=_italic(outer, tag, style.get("font-style", "")),
        href=href or outer.href,
        hidden=outer.hidden or tag == "del" or _is_hidden(style) or bool(_HIDDEN_CLASSES & classes),
        preformatted=outer.preformatted or tag == "pre",
    )


def heading_level(tag: str, style: dict[str, str], classes: set[str]) -> int | None:
    """1 to 9 if the element is a heading, by its tag, Word's class or Word's outline level."""
    if tag in HEADINGS:
        return HEADINGS[tag]
    if tag not in {"p", "div"}:
        return None
    for name in classes & _HEADING_CLASSES.keys():
        return _HEADING_CLASSES[name]
    outline = style.get("mso-outline-level", "")
    return int(outline) if outline in set("123456789") else None


def list_level(style: dict[str, str]) -> int | None:
    """1 to 9 if Word says that this paragraph is an item of a list (`mso-list:l0 level2 lfo1`)."""
    match = _LEVEL.search(style.get("mso-list", ""))
    return int(match[1]) if match else None


def is_list_marker(style: dict[str, str]) -> bool:
    """Whether Word says that this is the drawn number or bullet of an item (`mso-list:Ignore`)."""
    return style.get("mso-list") == "ignore"


def marker_number(marker: str) -> int | None:
    """The number that a drawn marker ("3.", "2.4", "c)", "iv.") stands for; None for a bullet (also the bullet "o")."""
    marker = marker.strip()
    match = _NUMBER.fullmatch(marker)
    if match is None or marker in {"o", "O"}:
        return None
    if match["digits"]:
        return int(match["digits"])
    if match["letter"] and match["letter"].lower() != "i":
        return ord(match["letter"].lower()) - ord("a") + 1
    return _roman((match["letter"] or match["roman"]).lower())


def _bold(outer: Look, tag: str, weight: str) -> bool:
    if weight in {"bold", "bolder"}:
        return True
    if weight in {"normal", "lighter"}:
        return False
    if weight.isascii() and weight.isdecimal():
        return len(weight) <= 4 and int(weight) >= 600  # CSS Fonts 4, 2.2.1: 600 and up is what bold synthesises
    return outer.bold or tag in BOLD


def _italic(outer: Look, tag: str, style: str) -> bool:
    if style.startswith(("italic", "oblique")):
        return True
    return style != "normal" and (outer.italic or tag in ITALIC)


def _is_hidden(style: dict[str, str]) -> bool:
    return (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or style.get("mso-element") in _HIDDEN_ELEMENTS
    )


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in text]
    return sum(-value if value < after else value for value, after in zip(values, chain(values[1:], [0]), strict=True))
