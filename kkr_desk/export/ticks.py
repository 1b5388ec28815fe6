"""Looks for ticked boxes, chosen radio buttons and lists that leave theirs to viewers, of which most show nothing.

Drawn as lines, so that no font is needed (ISO 32000-1, 12.7.4.2.3 lets viewers choose the sign).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from kkr_desk.pdf.fields import inherited, mark

_RADIO = 1 << 15
_CROSS = "8"
"""The sign of ZapfDingbats that a field may ask for in place of the tick (12.5.6.19, /CA)."""
_KAPPA = 0.5523
"""How far a curve's handles are from its ends, so that four of them make a circle."""
_SIZE = 10.0
_LEAST = 4.0


def tick(pdf: Pdf, widget: Object) -> None:
    """Give a ticked box or a chosen radio button its look, or only its state where it has looks for all of them."""
    state = mark(widget)
    if state is None:
        return
    widget.AS = state
    looks = widget.get("/AP")
    if isinstance(looks, Dictionary) and "/N" in looks:
        return
    width, height = _size(widget)
    flags = inherited(widget, "/Ff")
    is_radio = isinstance(flags, int) and bool(flags & _RADIO)
    drawn = _circle(width, height) if is_radio else _sign(widget, width, height)
    on = form(pdf, width, height, drawn)
    off = form(pdf, width, height, b"")
    widget.AP = Dictionary(N=Dictionary({str(state): on, "/Off": off}))


def show_choices(pdf: Pdf, widget: Object, words: Sequence[str], font: Object) -> None:
    """Give a list its look: what was chosen, a line each, as large as there is room for.

    qpdf would show what a list exports ("DK-84") in place of what it says, and mark the wrong lines of several.
    """
    width, height = _size(widget)
    size = max(min(_SIZE, height / (1.2 * max(len(words), 1))), _LEAST)
    top = (height - size) / 2 + 0.2 * size if len(words) == 1 else height - size
    lines = [f"({_escaped(word)}) Tj T*" for word in words]
    data = f"/Tx BMC q BT /F {size:.2f} Tf 0 g {size * 1.2:.2f} TL 2 {top:.2f} Td\n" + "\n".join(lines)
    look = form(pdf, width, height, f"{data}\nET Q EMC".encode("cp1252", "replace"))
    look.Resources = Dictionary(Font=Dictionary(F=font))
    widget.AP = Dictionary(N=look)


def form(pdf: Pdf, width: float, height: float, data: bytes) -> Stream:
    """A drawing of a size in points."""
    box = Array([0, 0, Decimal(f"{width:.3f}"), Decimal(f"{height:.3f}")])
    return pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=box)


def _size(widget: Object) -> tuple[float, float]:
    held: Any = widget.get("/Rect")
    sides = held.as_list() if isinstance(held, Array) else ()
    if len(sides) != 4 or not all(isinstance(side, (int, float, Decimal)) for side in sides):
        return _SIZE, _SIZE
    left, bottom, right, top = (float(side) for side in sides)
    return abs(right - left), abs(top - bottom)


def _sign(widget: Object, width: float, height: float) -> bytes:
    """A tick, or a cross, in the middle of a box."""
    held = widget.get("/MK")
    sign: Any = held.get("/CA") if isinstance(held, Dictionary) else None
    side = min(width, height)
    x, y = (width - side) / 2, (height - side) / 2
    tick_ends = ((0.2, 0.5), (0.42, 0.25), (0.8, 0.78))
    cross_ends = ((0.25, 0.25), (0.75, 0.75)), ((0.25, 0.75), (0.75, 0.25))
    strokes = cross_ends if isinstance(sign, String) and str(sign) == _CROSS else (tick_ends,)
    parts = [f"q 0 G {side * 0.1:.2f} w 1 J 1 j"]
    for stroke in strokes:
        points = [f"{x + side * px:.2f} {y + side * py:.2f}" for px, py in stroke]
        parts.append(" ".join([f"{points[0]} m", *(f"{point} l" for point in points[1:]), "S"]))
    return " ".join([*parts, "Q"]).encode()


def _circle(width: float, height: float) -> bytes:
    """A dot in the middle of a radio button."""
    r = min(width, height) / 4
    k, x, y = r * _KAPPA, width / 2, height / 2
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    drawn = " ".join(" ".join(f"{number:.2f}" for number in curve) + " c" for curve in curves)
    return f"q 0 g {x + r:.2f} {y:.2f} m {drawn} f Q".encode()


def _escaped(word: str) -> str:
    for sign in ("\\", "(", ")"):
        word = word.replace(sign, f"\\{sign}")
    return " ".join(word.split())
