"""Ways to spoil a file: its bytes, its header's numbers, its tokens, its markup, the parts of its package.

Every way takes the bytes and a `random.Random`, so that a run can be repeated from its number.
"""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from copy import deepcopy
from io import BytesIO
from random import Random

from lxml import etree

Way = Callable[[bytes, Random], bytes]

_NUMBERS = (0, 1, -1, 2, 7, 255, 256, 32767, 65535, 65536, 99999, 2**31 - 1, -(2**31), 2**32 - 1, 2**63 - 1, 10**30)
_HEADER = 600
"""Bytes at the front in which most formats keep their sizes, counts and places."""
_MOST_PARTS = 4 << 20
"""Bytes of a package's parts that are worth the unpacking."""
_NUMBER = re.compile(rb"-?\d+(\.\d+)?")
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_WORD = re.compile(rb"\\[a-z]+-?\d*")
_ELEMENT = re.compile(rb"<[A-Za-z][^<>]*>")
_VALUE = re.compile(rb'="([^"]*)"')
_LINE = re.compile(rb"[^\n]*\n")
_ODD = (
    b"\0",
    b"\xff\xfe",
    b"&#0;",
    b"&#x110000;",
    b"&e;",
    "\u202e\ufffe\U0001f9ff".encode(),
    b"]]>",
    b"<!--",
    b"%s%n",
    b"A" * 9000,
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_ENTITIES = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY f "&e;&e;&e;&e;">]>'


def spoiled(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """A file spoiled in one to four ways that fit it.

    Args:
        data: The file.
        others: Files of the same kind, to be spliced with.
        chance: Decides.
    """
    ways = _fitting(data)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        if chance.random() < 0.1:
            data = _spliced(data, chance.choice(others), chance)
        else:
            data = chance.choice(ways)(data, chance)
    return data


def _fitting(data: bytes) -> tuple[Way, ...]:
    bytewise: tuple[Way, ...] = (_bits, _cut, _moved, _header, _header, _numbers_of_bytes)
    if data.startswith(b"PK"):
        return (*bytewise, *[_part] * 40, *[_parts] * 4)
    if data.startswith(b"%PDF"):
        return (*bytewise, *[_number] * 4, *[_reference] * 3, *[_name] * 3, _stream, _stream)
    if data.startswith(b"{\\rtf"):
        return (*bytewise, _number, _number, _control, _control, _nested, _odd)
    if (data[:400].isascii() and b"\n" in data) or data.lstrip()[:1] == b"<":
        return (_bits, _cut, _number, _line, _line, _odd, *[_markup] * 4)
    return bytewise


def _bits(data: bytes, chance: Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20)) if out else 0):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _moved(data: bytes, chance: Random) -> bytes:
    """A piece left out, doubled, emptied, or put elsewhere."""
    start = chance.randrange(len(data) + 1)
    end = min(start + chance.choice((1, 4, 64, 1024)), len(data))
    piece, at = data[start:end], chance.randrange(len(data) + 1)
    return chance.choice(
        (
            data[:start] + data[end:],
            data[:end] + piece * chance.choice((1, 2, 500)) + data[end:],
            data[:start] + bytes(len(piece)) + data[end:],
            data[:at] + piece + data[at:],
        )
    )


def _header(data: bytes, chance: Random) -> bytes:
    return _number_at(data, chance.randrange(min(len(data), _HEADER) + 1), chance)


def _numbers_of_bytes(data: bytes, chance: Random) -> bytes:
    return _number_at(data, chance.randrange(len(data) + 1), chance)


def _number_at(data: bytes, at: int, chance: Random) -> bytes:
    size = chance.choice((1, 2, 2, 4, 4, 8))
    value = chance.choice(_NUMBERS) & (1 << 8 * size) - 1
    return data[:at] + value.to_bytes(size, chance.choice(("little", "big"))) + data[at + size :]


def _spliced(data: bytes, other: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _replaced(pattern: re.Pattern[bytes], data: bytes, chance: Random, new: Callable[[bytes], bytes]) -> bytes:
    """One place, or all places, that a pattern finds, written otherwise."""
    found = list(pattern.finditer(data))
    if not found:
        return _bits(data, chance)
    one = chance.choice(found)
    if chance.random() < 0.03:
        return pattern.sub(lambda match: new(match[0]), data)
    return data[: one.start()] + new(one[0]) + data[one.end() :]


def _number(data: bytes, chance: Random) -> bytes:
    return _replaced(_NUMBER, data, chance, lambda _: str(chance.choice(_NUMBERS)).encode())


def _reference(data: bytes, chance: Random) -> bytes:
    """One object where another was meant: rings, and things of the wrong kind."""
    known = [match[0] for match in _REFERENCE.finditer(data)] or [b"1 0 R"]
    return _replaced(_REFERENCE, data, chance, lambda _: chance.choice((*known, b"null", b"9999 0 R", b"[]", b"<<>>")))


def _name(data: bytes, chance: Random) -> bytes:
    known = [match[0] for match in _NAME.finditer(data)] or [b"/X"]
    return _replaced(_NAME, data, chance, lambda _: chance.choice((*known, b"/", b"<<", b"[", b"(x)")))


def _stream(data: bytes, chance: Random) -> bytes:
    """The packed bytes of a stream unpacked, spoiled and packed again; its length is left to be wrong."""
    found = list(re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL))
    if not found:
        return _number(data, chance)
    one = chance.choice(found)
    inner = one[1]
    with suppress(zlib.error):
        inner = zlib.decompressobj().decompress(inner, _MOST_PARTS)
        inner = zlib.compress(chance.choice((_bits, _number, _moved, _name))(inner, chance))
        return data[: one.start(1)] + inner + data[one.end(1) :]
    return data[: one.start(1)] + _moved(inner, chance) + data[one.end(1) :]


def _control(data: bytes, chance: Random) -> bytes:
    known = [match[0] for match in _WORD.finditer(data)] or [b"\\par"]
    return _replaced(
        _WORD, data, chance, lambda _: chance.choice((*known, b"\\bin99999999 ", b"\\u99999?", b"{", b"}"))
    )


def _nested(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + b"{" * chance.choice((10, 1000, 100_000)) + data[at:]


def _odd(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD) + data[at:]


def _line(data: bytes, chance: Random) -> bytes:
    def new(line: bytes) -> bytes:
        return chance.choice((b"", line * 2, line * 2000, line.strip(), b"\n" + line, line[::-1]))

    return _replaced(_LINE, data, chance, new)


def _markup(data: bytes, chance: Random) -> bytes:
    """An element doubled, nested, left open or emptied, or a value written otherwise."""
    if chance.random() < 0.3:
        values = [match[0] for match in _VALUE.finditer(data)] or [b'=""']
        odd = [b'="' + str(number).encode() + b'"' for number in _NUMBERS]
        return _replaced(_VALUE, data, chance, lambda _: chance.choice((*values, *odd, b'=""', b'="../../x"')))
    if chance.random() < 0.05:
        return _ENTITIES + data
    if chance.random() < 0.2:
        return _odd(data, chance)
    return _replaced(
        _ELEMENT,
        data,
        chance,
        lambda found: chance.choice(
            (b"", found * 2, found * 3000, b"</x>" + found, found.replace(b"/>", b">"), b"<x>" * 300)
        ),
    )


def _tree(data: bytes, chance: Random) -> bytes:
    """Markup that is still well formed, and says something else."""
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        return _markup(data, chance)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    parent = one.getparent()
    what = chance.randrange(7)
    if what <= 1 and one.attrib:
        name = chance.choice(sorted(one.attrib))
        one.set(name, chance.choice(("", "x", "../../x", *map(str, _NUMBERS), *other.attrib.values())))
    elif what == 2:
        one.text = chance.choice((*map(str, _NUMBERS), "", "A" * 70_000, "\u202e\u00a0 ", "http://127.0.0.1:9/x"))
    elif what == 3 and parent is not None:
        parent.remove(one)
    elif what == 4 and parent is not None:
        parent.extend(deepcopy(one) for _ in range(chance.choice((1, 1, 1, 300))))
    elif what == 5:
        one.insert(0, deepcopy(other))
    else:
        one.tag = other.tag
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _part(data: bytes, chance: Random) -> bytes:
    """One part of a package spoiled, in a package that is sound."""
    parts = _unpacked(data)
    if not parts:
        return _bits(data, chance)
    name = chance.choice(sorted(parts))
    is_markup = parts[name].lstrip()[:1] == b"<"
    ways: tuple[Way, ...] = (*[_tree] * 9, _markup, _number, _number, _bits, _cut) if is_markup else (_bits, _header)
    parts[name] = chance.choice(ways)(parts[name], chance)
    return _packed(parts.items())


def _parts(data: bytes, chance: Random) -> bytes:
    """A part left out, there twice, under another's name, or where no part belongs."""
    parts = _unpacked(data)
    if not parts:
        return _cut(data, chance)
    one, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    listed = list(parts.items())
    changed = chance.choice(
        (
            [pair for pair in listed if pair[0] != one],
            [*listed, (one, parts[other])],
            [(other if name == one else name, held) for name, held in listed],
            [
                *listed,
                (chance.choice(("../" * 9 + "x", "/x", "x\\..\\..\\y", "\udcff", one + "/x", "a" * 60_000)), b"x"),
            ],
        )
    )
    return _packed(changed)


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a package; none where it is broken or large."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_PARTS:
                return {}
            return {info.filename: archive.read(info) for info in archive.infolist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
        struct.error,
    ):
        return {}  # what was spoiled before is spoiled by its bytes


def _packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of names that are there twice: they are meant to be
        for name, data in parts:
            info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode(), (2024, 6, 19, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()
