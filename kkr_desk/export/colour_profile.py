"""The colours that an archived document's numbers mean: sRGB as an ICC profile, written here, so it is free and small.

ICC.1:2001-04 (version 2.4), which PDF/A-2 allows (ISO 19005-2, 6.2.3): a monitor with three primaries and one curve.
The figures are those of IEC 61966-2-1, adapted to the profile's white (D50). No clock in it: same bytes each time.
"""

from __future__ import annotations

import struct
from functools import cache

_WHITE = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
_STEPS = 1024
_DATE = (2026, 1, 1, 0, 0, 0)
_HEADER = 128


@cache
def srgb_profile() -> bytes:
    """The profile's bytes."""
    curve = struct.pack(f">4s4xI{_STEPS}H", b"curv", _STEPS, *(_linear(n / (_STEPS - 1)) for n in range(_STEPS)))
    tags = {
        b"desc": _description("sRGB IEC61966-2.1"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _point(_WHITE),
        b"rXYZ": _point(_RED),
        b"gXYZ": _point(_GREEN),
        b"bXYZ": _point(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data, places = struct.pack(">I", len(tags)), b"", dict[bytes, int]()
    start = _HEADER + 4 + 12 * len(tags)
    for name, content in tags.items():
        if content not in places:  # the three curves are one
            places[content] = start + len(data)
            data += content + b"\0" * (-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    """Clause 6.1: a display's profile from RGB to XYZ."""
    return struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4s8sI3i4s44x",
        size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ", *_DATE, b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0",
        b"sRGB", b"\0" * 8, 0, *map(_fixed, _WHITE), b"\0\0\0\0",
    )  # fmt: skip


def _linear(value: float) -> int:
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(light * 0xFFFF)


def _fixed(value: float) -> int:
    return round(value * 0x10000)


def _point(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *map(_fixed, values))


def _description(text: str) -> bytes:
    """Clause 6.5.17, with no name but the one in ASCII."""
    name = text.encode("ascii") + b"\0"
    return struct.pack(f">4s4xI{len(name)}sIIHB67x", b"desc", len(name), name, 0, 0, 0, 0)
