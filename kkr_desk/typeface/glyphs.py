"""What is drawn of a text in a font that has not every character.

A code without a glyph must not be shown at all (ISO 14289-1, 7.21.8), and what is drawn instead says in `/ActualText`
what was meant, for those who listen, search and copy (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics

from kkr_desk.index import Weight
from kkr_desk.typeface.fonts import LOOKALIKES, UNSEEN, Face, font_name

STAND_IN = "\u2610"
"""An empty box: in Source Sans Pro, upright."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text.

    Attributes:
        text: What it says.
        drawn: The characters that show it, all of them in the font; "" for what nobody sees.
    """

    text: str
    drawn: str


def runs(text: str, weight: Weight | Face) -> Iterator[Run]:
    """A text in pieces, each drawn as it is or by something else.

    Args:
        text: Composed (NFC).
        weight: What it is set in.
    """
    known = characters(weight)
    if known.issuperset(text):
        yield Run(text, text)
        return
    for plain, group in groupby(text, known.__contains__):
        piece = "".join(group)
        yield Run(piece, piece if plain else "".join(map(_drawn, piece)))


def _drawn(char: str) -> str:
    return "" if char in UNSEEN else LOOKALIKES.get(char, STAND_IN)


@cache
def characters(weight: Weight | Face) -> frozenset[str]:
    """Those that a weight or face has."""
    face = pdfmetrics.getFont(font_name(weight)).face
    return frozenset(map(chr, face.charToGlyph)) - UNSEEN
