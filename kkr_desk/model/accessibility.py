"""What a file brings along for those who listen to it or have it shown in another way."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACE = re.compile(r"(figure|page):[1-9][0-9]{0,5}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that the tags of a file name.

    Attributes:
        place: Which one: "figure:3" is the third `Figure` of the file's structure tree, depth first.
        page: 1-based page it stands on, 0 where the tree does not say.
        alternate: What its file says instead of it (`/Alt`, or `/ActualText`), "" where it says nothing.
    """

    place: str
    page: int
    alternate: str = ""


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What is known of a PDF as a whole. A fact that could not be had counts as absent.

    Attributes:
        tagged: Whether it has a structure tree whose elements reach what its pages show.
        language: Its language tag (`/Lang` of the catalogue), "" without one.
        title: Its title as a document, "" without one.
        untagged: Pages (1-based) that have text which no tags reach.
        scans: Pages without text and tags that show something.
        fonts: Names of the fonts that its pages use and that are not embedded (ISO 14289-1, 7.21.4).
        figures: The pictures its tags name, in the order of the tree.
        declared: Whether it says itself that it conforms to PDF/UA (`pdfuaid:part`); that is not checked.
    """

    tagged: bool = False
    language: str = ""
    title: str = ""
    untagged: tuple[int, ...] = ()
    scans: tuple[int, ...] = ()
    fonts: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    declared: bool = False


def is_language(text: str) -> bool:
    """Whether a text is a language tag such as "da-DK" (RFC 5646, in the forms that documents use)."""
    return _LANGUAGE.fullmatch(text) is not None


def figure_place(number: int) -> str:
    """The place of an alternate text: the `number`-th `Figure` (1-based) of a file's structure tree, depth first."""
    return f"figure:{number}"


def page_place(number: int) -> str:
    """The place of an alternate text: a page (1-based) of a file, shown as a picture."""
    return f"page:{number}"


def is_place(text: str) -> bool:
    """Whether a text is a place as `figure_place` or `page_place` gives it."""
    return _PLACE.fullmatch(text) is not None
