"""What is said, in a document's own language, of things that have no words of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """Sentences of one language.

    Attributes:
        row: A row of the index, which leads to a ``{text}`` on a ``{page}``; ``{word}`` is what pages are called.
        picture: Instead of any page shown as a picture, as Word files have it; ``{attachment}`` is what it is called by
            its number, ``{word}`` what pages are called.
        scan: Instead of a page without text; ``{page}``, ``{pages}`` and ``{title}`` are filled in.
        link_address: A link to an ``{address}``.
        link_page: A link to a ``{page}`` of the document.
        link_steps: Links of viewers' own, by the name of the action.
        link: Any other link.
        field: A form field without a name.
        notes: Kinds of annotation by subtype.
        note: Any other annotation.
    """

    row: str
    picture: str
    scan: str
    link_address: str
    link_page: str
    link_steps: Mapping[str, str]
    link: str
    field: str
    notes: Mapping[str, str]
    note: str


_DANISH = Spoken(
    row="Gå til {text}, {word} {page}",
    picture="{attachment}, {word} {page} af {pages}: {title}",
    scan="Scannet side {page} af {pages} i {title}. Siden findes kun som billede.",
    link_address="Henvisning til {address}",
    link_page="Henvisning til side {page}",
    link_steps={
        "/NextPage": "Henvisning til næste side",
        "/PrevPage": "Henvisning til forrige side",
        "/FirstPage": "Henvisning til første side",
        "/LastPage": "Henvisning til sidste side",
    },
    link="Henvisning",
    field="Felt",
    notes={
        "/Stamp": "Stempel",
        "/Highlight": "Overstregning",
        "/Underline": "Understregning",
        "/StrikeOut": "Gennemstregning",
        "/Ink": "Håndtegning",
        "/Line": "Streg",
        "/Square": "Firkant",
        "/Circle": "Cirkel",
        "/Text": "Kommentar",
        "/FreeText": "Kommentar",
    },
    note="Markering",
)

_ENGLISH = Spoken(
    row="Go to {text}, {word} {page}",
    picture="{attachment}, {word} {page} of {pages}: {title}",
    scan="Scanned page {page} of {pages} in {title}. The page exists as a picture only.",
    link_address="Link to {address}",
    link_page="Link to page {page}",
    link_steps={
        "/NextPage": "Link to the next page",
        "/PrevPage": "Link to the page before",
        "/FirstPage": "Link to the first page",
        "/LastPage": "Link to the last page",
    },
    link="Link",
    field="Field",
    notes={
        "/Stamp": "Stamp",
        "/Highlight": "Highlighting",
        "/Underline": "Underlining",
        "/StrikeOut": "Strikethrough",
        "/Ink": "Drawing by hand",
        "/Line": "Line",
        "/Square": "Square",
        "/Circle": "Circle",
        "/Text": "Comment",
        "/FreeText": "Comment",
    },
    note="Mark",
)


def spoken(language: str) -> Spoken:
    """The sentences of a document's language.

    Args:
        language: Its tag, such as "da-DK"; what is neither Danish nor a relative of it is spoken to in English.
    """
    return _DANISH if language.lower().partition("-")[0] in {"da", "nb", "nn", "no", "sv", ""} else _ENGLISH
