"""What a file brings along for those who listen to it or have it shown in another way."""

from __future__ import annotations

from dataclasses import dataclass


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


def figure_place(number: int) -> str:
    """The place of an alternate text: the `number`-th `Figure` (1-based) of a file's structure tree, depth first."""
    return f"figure:{number}"


def page_place(number: int) -> str:
    """The place of an alternate text: a page (1-based) of a file, shown as a picture."""
    return f"page:{number}"
