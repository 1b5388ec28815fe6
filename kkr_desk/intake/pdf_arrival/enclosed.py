"""Taking the files out of a PDF that it encloses: those of a portfolio, and those pinned to its pages.

Files that are hung onto drawings of a document that declares none are not looked for (ISO 32000-2, 14.13).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kkr_desk.intake.findings import embedded, file_name
from kkr_desk.intake.pdf_arrival.unlocking import unlocked
from kkr_desk.intake.unpacking.enclosed import Tray, too_much
from kkr_desk.pdf.content import UNREADABLE
from kkr_desk.progress import Progress

_PIECE = 1 << 16
_STREAMS = ("/UF", "/F", "/Unix", "/DOS", "/Mac")
"""Under which names a file's bytes may be found (7.11.4, table 45)."""
_SHRINKING = frozenset({"/ASCIIHexDecode", "/ASCII85Decode"})
"""Filters whose result is shorter than what goes in."""
_MOST_PACKED = 1 << 20
"""Bytes in a packing that cannot be undone piece by piece, and may grow by a thousand times."""


def unpack_pdf(path: Path, tray: Tray, password: str, progress: Progress) -> None:
    """Lay the files that a PDF encloses on a tray, in its order.

    Of a file whose bytes are broken, what can be read is taken out, so that looking at it tells.

    Args:
        path: The PDF.
        tray: Where they are laid.
        password: Opens it, "" without one.
        progress: Asked whether to go on.

    Raises:
        Refused: It cannot be opened, or encloses more than the tray takes.
        Cancelled: By `progress`.
    """
    with unlocked(path, password) as opened:
        specifications = list(_specifications(opened.pdf))
        for number, spec in enumerate(specifications):
            progress.step(number, len(specifications))
            packed = _packed(spec)
            if packed is not None:
                tray.put(file_name(spec), _unpacked(packed, tray))


def _specifications(pdf: Pdf) -> Iterator[Object]:
    """Every file specification, each once."""
    seen = set[tuple[int, int]]()
    for spec in (*embedded(pdf), *_pinned(pdf)):
        if not isinstance(spec, Dictionary) or (spec.is_indirect and spec.objgen in seen):
            continue
        seen.add(spec.objgen)
        yield spec


def _pinned(pdf: Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        annots = page.obj.get("/Annots")
        for annot in annots.as_list() if isinstance(annots, Array) else ():
            if isinstance(annot, Dictionary) and annot.get("/Subtype") == Name.FileAttachment:
                yield annot.get("/FS")


def _packed(spec: Object) -> Stream | None:
    held = spec.get("/EF")
    found = (held.get(key) for key in _STREAMS) if isinstance(held, Dictionary) else ()
    return next((stream for stream in found if isinstance(stream, Stream)), None)


def _unpacked(stream: Stream, tray: Tray) -> Iterator[bytes]:
    """A file's bytes piece by piece, so that what unpacks to more than there is room for is stopped in time."""
    filters = _filters(stream)
    with suppress(*UNREADABLE, zlib.error):
        data = stream.read_raw_bytes()
        if filters == ["/FlateDecode"] and "/DecodeParms" not in stream:
            yield from _inflated(data)
        elif not filters or set(filters) <= _SHRINKING or len(data) <= _MOST_PACKED:
            yield stream.read_bytes()
        else:
            raise too_much(tray.bounds)


def _filters(stream: Stream) -> list[str]:
    held: Any = stream.get("/Filter")
    return [str(name) for name in (held.as_list() if isinstance(held, Array) else [held] if held is not None else [])]


def _inflated(data: bytes) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    waiting = data
    while waiting and not inflater.eof:
        piece = inflater.decompress(waiting, _PIECE)
        waiting = inflater.unconsumed_tail
        yield piece
