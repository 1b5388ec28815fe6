"""Streams that unpack to more than any page needs, found before a reader without such a bound unpacks them.

Flate makes of one byte up to 1032 (RFC 1951), and filters may be named one after another, so ten kilobytes can become
as many gigabytes. qpdf stops at a bound when it is told one; PDFium ends the process when its memory is at an end.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from kkr_desk.pdf.content import UNREADABLE

MOST_UNPACKED = 256 << 20
"""Bytes that a stream may unpack to: content of pages, fonts, lists of objects. Pictures are unpacked row by row."""
MOST_ANNOTATIONS = 50_000
"""Annotations on a page; each is looked at by both engines, and shown by readers."""

_GROWTH = 1032
_FILTERS = {"/FlateDecode", "/Fl", "/RunLengthDecode", "/RL"}
_STOPPED = "memory limit exceeded"
_MOST_MET = 200_000
"""Objects of a file that are asked: what lies beyond is bounded by what the process may take."""
_ELSEWHERE = frozenset({"/Parent", "/P", "/Widths", "/W", "/Dest", "/A", "/StructParents", "/Metadata", "/PieceInfo"})
"""Entries that lead away from what is drawn, or hold nothing but numbers."""
_DRAWN = ("/Contents", "/Resources")


def bound_unpacking() -> None:
    """Have qpdf stop at `MOST_UNPACKED` in this process, whatever reads a stream."""
    set_qpdf_limits(
        flate_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
    )


def has_stopped(said: object) -> bool:
    """Whether a warning or an error of qpdf says that it stopped at the bound."""
    return _STOPPED in str(said)


class Weighing:
    """Looks for bombs in what the pages of one document draw with; each object is asked once."""

    def __init__(self) -> None:
        self._met = set[tuple[int, int]]()

    def is_too_much(self, page: pikepdf.Object) -> bool:
        """Whether a page draws with a stream that unpacks to too much, or has more annotations than can be shown."""
        annotations: Any = page.get("/Annots")
        if isinstance(annotations, pikepdf.Array) and len(annotations) > MOST_ANNOTATIONS:
            return True
        waiting: list[Any] = [page.get(key) for key in _DRAWN]
        waiting += _looks(annotations)
        while waiting:
            one = waiting.pop()
            if not isinstance(one, pikepdf.Object) or self._is_known(one):
                continue
            if isinstance(one, pikepdf.Stream) and _is_bomb(one):
                return True
            waiting += _within(one)
        return False

    def _is_known(self, one: pikepdf.Object) -> bool:
        if not one.is_indirect:
            return False
        key = one.objgen
        if key in self._met or len(self._met) >= _MOST_MET:
            return True
        self._met.add(key)
        return False


def _looks(annotations: Any) -> list[Any]:
    listed = list(annotations.as_list()) if isinstance(annotations, pikepdf.Array) else []
    return [one.get("/AP") for one in listed if isinstance(one, pikepdf.Dictionary)]


def _within(one: pikepdf.Object) -> list[Any]:
    if isinstance(one, pikepdf.Array):
        return list(islice(one.as_list(), _MOST_MET)) if len(one) and isinstance(one[0], pikepdf.Object) else []
    held = one.stream_dict if isinstance(one, pikepdf.Stream) else one
    if not isinstance(held, pikepdf.Dictionary):
        return []
    return [value for key, value in held.items() if key not in _ELSEWHERE]


def _is_bomb(stream: pikepdf.Stream) -> bool:
    if stream.get("/Subtype") == pikepdf.Name.Image:
        return False
    held: Any = stream.get("/Filter")
    names = held.as_list() if isinstance(held, pikepdf.Array) else [held]
    growing = sum(str(name) in _FILTERS for name in names)
    try:
        if len(stream.read_raw_bytes()) * _GROWTH**growing <= MOST_UNPACKED:
            return False
        stream.read_bytes()
    except UNREADABLE as error:
        return has_stopped(error)
    return False
