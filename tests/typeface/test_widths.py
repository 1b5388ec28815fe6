"""The table of widths is what the fonts say, so that a plan made in the window is the plan of the document."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kkr_desk.index import Weight
from kkr_desk.typeface.fonts import font_name, read_widths
from kkr_desk.typeface.widths import measure

LOADED = """
import sys
from kkr_desk.typeface.widths import measure
from kkr_desk.index import Weight
measure("Fordeling", Weight.REGULAR, 10.5)
print(sorted({"reportlab", "PIL", "font_source_sans_pro"} & set(sys.modules)))
"""


@pytest.mark.parametrize("weight", list(Weight))
def test_every_character_is_as_wide_as_in_the_font(weight: Weight) -> None:
    widths, default = read_widths(weight)
    assert len(widths) > 1000
    assert {char: measure(char, weight, 1000) for char in widths} == widths
    assert measure("\U0001f600", weight, 1000) == default


@pytest.mark.parametrize("weight", list(Weight))
def test_a_text_is_as_wide_as_reportlab_sets_it(weight: Weight) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415  beside what is tested

    text = "Indholdsfortegnelse – Bilag 12: æøå ÆØÅ 2.1 \u4e2d"
    assert measure(text, weight, 10.5) == pytest.approx(stringWidth(text, font_name(weight), 10.5))


def test_measuring_loads_no_fonts() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
