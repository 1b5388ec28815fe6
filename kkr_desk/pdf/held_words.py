"""All words that a PDF holds beside those its pages print: every string of every object, whatever it is for.

A page's text leaves out what its comments say, what stands in form fields, where links lead, bookmarks, and what is
read aloud in place of pictures. Here nothing is asked but whether it is a string (ISO 32000-1, 7.3.4), so nothing that
some reader may know what to do with is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from kkr_desk.pdf.content import UNREADABLE, string_end
from kkr_desk.pdf.text_strings import text_of

Key = tuple[int, int]

_WORDED = re.compile(rb"\(|<[0-9a-fA-F]|#")
"""What an object that holds any words has in it as the library writes it out; most hold none."""
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E|T)[\x00\t\n\x0c\r ]*(?=[(<][^<])")
"""Keys of marked content's properties that are words (14.9.3 to 14.9.5)."""
_HEX_END = re.compile(rb"[^>]*>")
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class HeldWords:
    """A string in a PDF.

    Attributes:
        holder: Number and generation of the object that it is in.
        key: The key it stands under there, such as "/Alt"; that of its list for one in a list.
        text: It.
    """

    holder: Key
    key: str
    text: str


def held_words(pdf: Pdf) -> Iterator[HeldWords]:
    """Every string and every name that may be one, of every object of an open PDF.

    Not those that pages print, nor what streams hold; the file's identifier is not among them either.
    """
    for held in pdf.objects:
        if not isinstance(held, (Dictionary, Stream, Array, String)):
            continue
        own: Any = held.stream_dict if isinstance(held, Stream) else held
        written = own.unparse(resolved=True)
        if not _WORDED.search(written):
            continue
        try:
            yield from list(_strings(own, held.objgen))
        except UnicodeDecodeError:  # a name in no encoding that the library knows
            yield HeldWords(held.objgen, "", written.decode("latin-1"))


def spoken_words(content: bytes) -> Iterator[str]:
    """What a content stream has said in place of what it draws, where that is written in the content itself."""
    for key in _SPOKEN.finditer(content):
        at = key.end()
        try:
            end = string_end(content, at + 1) if content[at : at + 1] == b"(" else _hex_end(content, at)
            yield text_of(Object.parse(content[at:end]))
        except (ValueError, *UNREADABLE):
            continue


def _hex_end(content: bytes, at: int) -> int:
    found = _HEX_END.match(content, at, at + _LONGEST)
    if found is None:
        raise ValueError
    return found.end()


def _strings(held: Any, holder: Key) -> Iterator[HeldWords]:
    """The strings of an object and of what stands directly in it."""
    waiting: list[tuple[str, Any]] = [("", held)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, String):
            yield HeldWords(holder, key, text_of(value))
        elif isinstance(value, Name):
            yield HeldWords(holder, key, str(value)[1:])
        elif isinstance(value, Array):
            waiting += [(key, member) for member in value.as_list() if _is_direct(member)]
        elif isinstance(value, Dictionary):
            for name, member in value.items():
                if _is_direct(member):
                    waiting.append((name, member))
                yield from _odd_name(name, holder)


def _odd_name(name: str, holder: Key) -> Iterator[HeldWords]:
    """A key that somebody chose: a named destination, an appearance's state."""
    if not name[1:].isascii() or not name[1:].isalpha():
        yield HeldWords(holder, name, name[1:])


def _is_direct(value: Any) -> bool:
    return isinstance(value, Object) and not value.is_indirect
