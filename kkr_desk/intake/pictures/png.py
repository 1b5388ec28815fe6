"""The picture in a PNG file, without its text, times, EXIF and profile (PNG specification, section 11)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = frozenset({b"IHDR", b"PLTE"})
_WITH_ALPHA = frozenset({4, 6})
MOST_CHUNKS = 100_000


def picture_alone(data: bytes) -> bytes | None:
    """The file's picture, its packed pixels in the bytes they had.

    Args:
        data: A PNG file.

    Returns:
        A PNG file; None when it is cut short, interlaced or has transparency, which PDF stores otherwise.
    """
    parts, pixels = [_SIGNATURE], list[bytes]()
    for count, (name, chunk) in enumerate(_chunks(data)):
        if count > MOST_CHUNKS or name == b"tRNS" or (name == b"IHDR" and not _plain(chunk)):
            return None
        if name in _HEAD:
            parts.append(chunk)
        elif name == b"IDAT":
            pixels.append(chunk[8:-4])
        elif name == b"IEND":
            return b"".join([*parts, *_one_chunk(pixels), chunk])
    return None


def _one_chunk(pixels: list[bytes]) -> Iterator[bytes]:
    """The packed pixels in one chunk: img2pdf takes a time that grows with the square of their number."""
    data = b"".join(pixels)
    yield len(data).to_bytes(4, "big")
    yield b"IDAT"
    yield data
    yield zlib.crc32(data, zlib.crc32(b"IDAT")).to_bytes(4, "big")


def _plain(header: bytes) -> bool:
    return len(header) == 25 and header[17] not in _WITH_ALPHA and header[20] == 0


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name of each chunk and the chunk whole: length, name, data, checksum."""
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return
        yield data[at + 4 : at + 8], data[at:end]
        at = end
