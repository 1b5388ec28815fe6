"""How wide a text is in the documents' type: what plans are made with, without loading the fonts themselves."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from kkr_desk.index import Weight
from kkr_desk.paths import resource


def measure(text: str, weight: Weight, size: float) -> float:
    """Width in points of a text as reportlab sets it: the sum of its advances, without kerning."""
    return _thousandths(text, weight) * size / 1000


@lru_cache(maxsize=65536)
def _thousandths(text: str, weight: Weight) -> float:
    widths, default = _widths(weight)
    return sum(widths.get(char, default) for char in text)


@cache
def _widths(weight: Weight) -> tuple[dict[str, float], float]:
    """Advances by character in thousandths of the type size, and that of a character the font has not."""
    tables = json.loads(resource("fonts/widths.json").read_bytes())
    table = tables[weight.value]
    return table["widths"], table["default"]
