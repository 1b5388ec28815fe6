"""The documents' one type family, Source Sans Pro, embedded from its package; columns of text are in IBM Plex Mono."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import font_source_sans_pro
import fontpkg_ibm_plex_mono
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kkr_desk.index import Weight
from kkr_desk.typeface.widths import measure

__all__ = ["LOOKALIKES", "UNSEEN", "Face", "font_file", "font_name", "measure", "read_widths"]

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
"""Characters that only say how others are set, and where lines may break."""
LOOKALIKES = {"\u2011": "-"}
"""Characters that the font has not, and what looks the same: Word's hyphen that does not break."""


class Face(StrEnum):
    """What others' texts are set in beside the weights of our own."""

    ITALIC = "italic"
    SEMIBOLD_ITALIC = "semibold-italic"
    FIXED = "fixed"
    FIXED_BOLD = "fixed-bold"


_SANS = Path(font_source_sans_pro.font_directory)
_FIXED = Path(fontpkg_ibm_plex_mono.__file__).parent / "files"
_FILES: dict[Weight | Face, Path] = {
    Weight.REGULAR: _SANS / "SourceSansPro-Regular.ttf",
    Weight.SEMIBOLD: _SANS / "SourceSansPro-Semibold.ttf",
    Face.ITALIC: _SANS / "SourceSansPro-It.ttf",
    Face.SEMIBOLD_ITALIC: _SANS / "SourceSansPro-SemiboldIt.ttf",
    Face.FIXED: _FIXED / "IBMPlexMono-Regular.ttf",
    Face.FIXED_BOLD: _FIXED / "IBMPlexMono-SemiBold.ttf",
}
_CODES = re.compile(r"\d+ beginbfchar\n(.*)\nendbfchar", re.DOTALL)
_MOST_CODES = 100
"""Codes in one block of a CMap (Adobe Technical Note 5014, 1.4.1)."""


class _EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab states no types
    """A TrueType font whose subsets say what each code stands for, and of the codes that they do not use nothing.

    reportlab lets unused codes stand for U+0000, which ISO 14289-1, 7.21.7 forbids.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802  reportlab's name
        """Put the subsets into a document, as it is saved."""
        held = set(doc.idToObject)
        super().addObjects(doc)
        for name in sorted(set(doc.idToObject) - held):
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _CODES.sub(_used_codes, stream.content)


def font_name(weight: Weight | Face) -> str:
    """The name reportlab knows a weight or face by, registered on first use."""
    name = f"KKR-{weight}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_EmbeddedFont(name, str(font_file(weight))))
    return name


def font_file(weight: Weight | Face) -> Path:
    """The TrueType file of a weight or face."""
    return _FILES[weight]


def read_widths(weight: Weight | Face) -> tuple[dict[str, float], float]:
    """Advances by character in thousandths of the type size, and that of a character the font has not."""
    face = pdfmetrics.getFont(font_name(weight)).face
    widths = {chr(code): width for code, width in face.charWidths.items()}
    widths |= {char: widths[drawn] for char, drawn in LOOKALIKES.items()} | dict.fromkeys(UNSEEN, 0)
    return widths, face.defaultWidth


def _used_codes(stated: re.Match[str]) -> str:
    codes = [line for line in stated[1].split("\n") if not line.endswith("<0000>")]
    groups = (codes[at : at + _MOST_CODES] for at in range(0, len(codes), _MOST_CODES))
    return "\n".join("\n".join((f"{len(group)} beginbfchar", *group, "endbfchar")) for group in groups)
