"""The picture in a JPEG file, without all that cameras and programs put beside it (ITU-T T.81, annex B).

Kept byte for byte: tables, frame, scans, and the two markers that say how colours are stored (JFIF without its
thumbnail, Adobe). Everything else goes: EXIF, XMP, IPTC, comments, thumbnails, and whatever follows the picture's end,
where phones put films and further pictures with details of their own.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

_START, _END, _SCAN, _JFIF, _ADOBE = 0xD8, 0xD9, 0xDA, 0xE0, 0xEE
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive: what readers of PDF must know."""
_PROGRESSIVE = 0xC2
_OTHER_FRAMES = frozenset(range(0xC0, 0xD0)) - _FRAMES - {0xC4, 0xC8, 0xCC}
_TABLES = frozenset({0xC4, 0xDB, 0xDC, 0xDD})
_ALONE = frozenset({0x00, 0x01, _START, *range(0xD0, 0xD8)})
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def picture_alone(data: bytes) -> bytes | None:
    """The file's first picture, in the bytes it had.

    Args:
        data: A JPEG file.

    Returns:
        A JPEG file; None when it is cut short, or of a kind that PDF does not know.
    """
    parts, scans, adobe = [b"\xff\xd8"], 0, False
    for code, payload, scan in _segments(data):
        if code in _OTHER_FRAMES or (code in _FRAMES and not _plain(payload)):
            return None
        if code == _END:
            return b"".join([*parts, b"\xff\xd9"]) if scans else None
        scans += code == _SCAN
        adobe = adobe or (code == _ADOBE and payload.startswith(b"Adobe"))
        if code in _FRAMES and payload[5] == 4 and not adobe:
            return None  # whether ink is counted from none or from full is guessed differently by readers
        kept = _kept(code, payload)
        if kept is not None:
            parts += (b"\xff", bytes([code]), (len(kept) + 2).to_bytes(2, "big"), kept, scan)
    return None


def waiting(path: Path) -> float:
    """Bytes a pixel that libjpeg keeps of a picture's coefficients until the last of several scans has come.

    Args:
        path: A JPEG file.

    Returns:
        2 for each coefficient; 0 where one scan brings all components.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        each, components, progressive = 0.0, 0, False
        for code, payload, _ in _segments(data):
            if code in _FRAMES and len(payload) >= 6 + 3 * payload[5]:
                components, progressive = payload[5], code == _PROGRESSIVE
                factors = [divmod(payload[7 + 3 * number], 16) for number in range(components)]
                finest = max(across for across, _ in factors) * max(down for _, down in factors)
                each = 2 * sum(across * down for across, down in factors) / max(1, finest)
            if code == _SCAN:
                return each if progressive or payload[:1] != bytes([components]) else 0
    return each


def _kept(code: int, payload: bytes) -> bytes | None:
    if code in _FRAMES or code in _TABLES or code == _SCAN:
        return payload
    if code == _JFIF and payload.startswith(b"JFIF\0") and len(payload) >= 14:
        return payload[:12] + b"\0\0"
    if code == _ADOBE and payload.startswith(b"Adobe") and len(payload) >= 12:
        return payload[:12]
    return None


def _plain(frame: bytes) -> bool:
    """Whether a frame has 8 bits a sample and as many components as PDF has colours for."""
    return len(frame) > 6 and frame[0] == 8 and frame[5] in {1, 3, 4}


def _segments(data: bytes | mmap.mmap) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, what stands in its segment, and the scan's data after it; stops where the file is cut short."""
    at = data.find(b"\xff", 2)
    while 0 <= at < len(data) - 1:
        code = data[at + 1]
        if code == _END:
            yield code, b"", b""
            return
        if code == 0xFF or code in _ALONE:
            at = data.find(b"\xff", at + 1 + (code != 0xFF))
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            return
        begin, scan = at + 4, b""
        at = end
        if code == _SCAN:
            found = _AFTER_SCAN.search(data, end)
            if found is None:
                return
            at = found.start()
            scan = data[end:at]
        yield code, data[begin:end], scan
        at = data.find(b"\xff", at)
