"""The embedded font says what its codes stand for."""

from __future__ import annotations

import io
import re

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from kkr_desk.index import Weight
from kkr_desk.typeface.fonts import font_name


def test_no_code_stands_for_nothing_and_each_used_one_for_its_letter() -> None:
    out = io.BytesIO()
    font = font_name(Weight.REGULAR)
    canvas = Canvas(out, invariant=1, initialFontName=font)
    canvas.setFont(font, 10)
    letters = "Æblegrød – § 5" + "".join(map(chr, range(0xC0, 0x1C0)))
    canvas.drawString(10, 10, letters)
    canvas.save()
    found = set()
    with pikepdf.open(out) as pdf:
        fonts = list(pdf.pages[0].obj.Resources.Font.values())
        assert len(fonts) > 1
        for held in fonts:
            assert "/FontFile2" in held.FontDescriptor
            stated = held.ToUnicode.read_bytes()
            blocks = re.findall(rb"(\d+) beginbfchar\n(.*?)\nendbfchar", stated, re.DOTALL)
            for count, lines in blocks:
                assert int(count) == len(lines.splitlines()) <= 100
                found |= {int(code, 16) for code in re.findall(rb"<[0-9A-F]{2}> <([0-9A-F]{4})>", lines)}
    assert 0 not in found
    known = pdfmetrics.getFont(font).face.charToGlyph
    assert {ord(letter) for letter in letters if ord(letter) in known} <= found
