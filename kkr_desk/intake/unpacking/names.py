"""What the files in a zip file are called: the format says UTF-8 or the machine's own code page, and means either."""

from __future__ import annotations

import struct
import zipfile
import zlib

_UTF_8 = 0x800
"""Flag of an entry whose name is UTF-8 (APPNOTE.TXT, appendix D)."""
_UNICODE_PATH = 0x7075
"""Extra field with the name in UTF-8 and a checksum of the name that it belongs to (APPNOTE.TXT 4.6.9)."""
_CODE_PAGES = ("cp850", "cp1252")
"""Windows packs names in the code page of DOS (on a Danish machine 850, whose letters are those of 865); other
programs take that of Windows."""
_LETTERS = frozenset("æøåÆØÅéÉüÜöÖäÄ")
_DRAWN = frozenset("µ°±§¶¤¨´¸·¹²³¦¯¿¡×÷Õõðþýß")


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of a zip file's entry, with "/" between folders."""
    if entry.flag_bits & _UTF_8:
        return entry.orig_filename.replace("\\", "/")
    written = entry.orig_filename.encode("cp437", "replace")
    return (_in_extra_field(entry.extra, written) or _decoded(written)).replace("\\", "/")


def _decoded(written: bytes) -> str:
    if written.isascii():
        return written.decode("ascii")
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:  # then it is a code page
        return max((written.decode(page, "replace") for page in _CODE_PAGES), key=_likelihood)


def _likelihood(name: str) -> int:
    """How much a name looks like Danish: its letters less its signs."""
    odd = sum(1 for character in name if character in _DRAWN or "\u2500" <= character <= "\u259f")
    return sum(character in _LETTERS for character in name) - 2 * odd


def _in_extra_field(extra: bytes, written: bytes) -> str | None:
    while len(extra) >= 4:
        tag, length = struct.unpack_from("<HH", extra)
        body, extra = extra[4 : 4 + length], extra[4 + length :]
        if tag == _UNICODE_PATH and body[:1] == b"\x01" and int.from_bytes(body[1:5], "little") == zlib.crc32(written):
            return body[5:].decode("utf-8", "replace")
    return None
