"""All words that a PDF holds beside those its pages print: every string of every object, whatever it is for.

A page's text leaves out what its comments say, what stands in form fields, where links lead, bookmarks, and what is
read aloud in place of pictures. Here nothing is asked but whether it is a string (ISO 32000-1, 7.3.4), so nothing that
some reader may know what to do with is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from kkr_desk.pdf.content import UNREADABLE, string_end
from kkr_desk.pdf.text_strings import text_of

Key = tuple[int, int]

_WORDED = re.compile(rb"\(|<[0-9a-fA-F]")
"""What an object that holds any string has in it as the library writes it out; most hold none."""
_NAMED = re.compile(rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]{8,})")
"""A name that is long enough to tell something: of a destination, a state, a field."""
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_NO_HOLDER = (0, 0)
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E|T)[\x00\t\n\x0c\r ]*(?=[(<][^<])")
"""Keys of marked content's properties that are words (14.9.3 to 14.9.5)."""
_HEX_END = re.compile(rb"[^>]*>")
_LONGEST = 1 << 20
_UNSPOKEN = frozenset({"/Font", "/FontDescriptor", "/XRef", "/ObjStm", "/CMap"})
_FONT_KEYS = ("/Length1", "/Length2")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MOST_TEXT = 1 << 22
"""Bytes of a stream that is read as text."""
_HEAD = 1 << 16
"""Bytes of a photograph within which it tells of itself."""
_PRINTED = re.compile(rb"[ -~\xa0-\xff]{6,}")


@dataclass(frozen=True, slots=True)
class HeldWords:
    """A string in a PDF.

    Attributes:
        holder: Number and generation of the object that it is in; 0 of a name, which may be in many.
        key: The key it stands under there, such as "/Alt"; that of its list for one in a list.
        text: It.
    """

    holder: Key
    key: str
    text: str


def held_words(pdf: Pdf) -> Iterator[HeldWords]:
    """Every string of every object of an open PDF, and each name of some length once.

    Not those that pages print, nor what streams hold; the file's identifier is not among them either.
    """
    known: set[bytes] = set()
    for held in pdf.objects:
        if not isinstance(held, (Dictionary, Stream, Array, String)):
            continue
        own: Any = held.stream_dict if isinstance(held, Stream) else held
        written = own.unparse(resolved=True)
        names = set(_NAMED.findall(written)) - known
        known |= names
        yield from (HeldWords(_NO_HOLDER, "", _name(name)) for name in sorted(names))
        if _WORDED.search(written):
            yield from _strings(own, held.objgen, written)


def spoken_words(content: bytes) -> Iterator[str]:
    """What a content stream has said in place of what it draws, where that is written in the content itself."""
    for key in _SPOKEN.finditer(content):
        at = key.end()
        try:
            end = string_end(content, at + 1) if content[at : at + 1] == b"(" else _hex_end(content, at)
            yield text_of(Object.parse(content[at:end]))
        except (ValueError, *UNREADABLE):
            continue


def stream_words(stream: Stream) -> Iterator[str]:
    """The words of a stream that has some: metadata, what content has said aloud, what a photograph says of itself."""
    if any(key in stream for key in _FONT_KEYS) or str(stream.get("/Type", "")) in _UNSPOKEN:
        return
    if stream.get("/Subtype") == Name.Image:
        head = stream.read_raw_bytes()[:_HEAD] if "/Filter" in stream else b""
        if b"Exif\0" in head or b"ns.adobe.com" in head:
            yield "\n".join(run.decode("latin-1") for run in _PRINTED.findall(head))
        return
    with suppress(*UNREADABLE):
        data = stream.read_bytes()
        if len(data) <= _MOST_TEXT and (stream.get("/Type") == Name.Metadata or data.lstrip()[:1] == b"<"):
            text = data.decode("utf-8", "replace")
            yield from (text, unescape(_TAG.sub(" ", text)))
        else:
            yield from spoken_words(data)


def _hex_end(content: bytes, at: int) -> int:
    found = _HEX_END.match(content, at, at + _LONGEST)
    if found is None:
        raise ValueError
    return found.end()


def _strings(held: Any, holder: Key, written: bytes) -> Iterator[HeldWords]:
    """The strings of an object and of what stands directly in it."""
    waiting: list[tuple[str, Any]] = [("", held)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, String):
            yield HeldWords(holder, key, text_of(value))
        elif isinstance(value, Array):
            waiting += [(key, member) for member in value.as_list() if _is_direct(member)]
        elif isinstance(value, Dictionary):
            try:
                waiting += [(name, member) for name, member in value.items() if _is_direct(member)]
            except UnicodeDecodeError:  # a name in no encoding that the library knows
                yield HeldWords(holder, key, written.decode("latin-1"))


def _name(written: bytes) -> str:
    plain = _ESCAPED.sub(lambda match: bytes.fromhex(match[1].decode()), written)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        return plain.decode("latin-1")


def _is_direct(value: Any) -> bool:
    return isinstance(value, Object) and not value.is_indirect
