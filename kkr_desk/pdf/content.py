"""Whether something can be appended to a page's content without being swallowed or misplaced by it.

A content stream may leave graphics states open, close more than it opened, or end in the middle of a string, an array,
a text object, marked content or an inline image (ISO 32000-1, 7.8.2, 8.4.2, 14.6.1); viewers show such pages all the
same. This is one pass over the bytes that looks only at the operators that matter.
"""

from __future__ import annotations

import re

import pikepdf

MALFORMED = -1
"""The content must be enclosed in a form XObject before anything is appended to the page."""

UNREADABLE = (pikepdf.PdfError, pikepdf.DataDecodingError, NotImplementedError, UnicodeDecodeError, RuntimeError)
"""What reading a damaged stream raises; UnicodeDecodeError is qpdf quoting the file's bytes in a warning."""

UNOPENABLE = (*UNREADABLE, ValueError)
"""What opening a damaged file raises; ValueError is qpdf coming upon a number of more than 64 bits."""

REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
"""A character that names, numbers and operators consist of (ISO 32000-1, 7.2.2)."""
_STRING = rb"\((?:[^()\\]++|\\.)*\)"
HEX = rb"<[0-9A-Fa-f\s\x00]*+>"
"""A string written in hexadecimal digits (7.3.4.3)."""
_NUMBERS = rb"[-+.0-9\x00\s]++"
_OPERATOR = rb"(?:q|Q|BT|ET|BMC|BDC|EMC|BI)(?!" + REGULAR + rb")"
_STEP = re.compile(
    rb"(?:[\x00\t\n\x0c\r ]++|/" + REGULAR + rb"*+|%[^\r\n]*+|" + _STRING + rb"|" + HEX + rb"|\[(?:" + _NUMBERS
    + rb"|" + _STRING + rb"|" + HEX + rb")*\]|(?!" + _OPERATOR + rb")" + REGULAR + rb"++){0,999}"
    rb"(" + _OPERATOR + rb"|<<|>>|[\[\](])?",
    re.DOTALL,
)  # fmt: skip
"""What does not matter, and the next thing that does. Only single characters repeat possessively (`++`): until Python
3.11.5, and so in Debian 12, a possessive group fails to match what it should (CPython issue 106052). A plain one
remembers every turn, hence 999."""

_PAREN = re.compile(rb"\\.|[()]", re.DOTALL)
_INLINE_DATA = re.compile(rb"(?<![^\x00\t\n\x0c\r ])ID[\x00\t\n\x0c\r ]")
_INLINE_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|$)([\x00\t\n\x0c\r -~]{0,16})")


def page_streams(page: pikepdf.Object) -> list[pikepdf.Object]:
    """The content streams of a page dictionary, in order; entries that are no streams are left out."""
    contents = page.get("/Contents")
    parts = list(contents.as_list()) if isinstance(contents, pikepdf.Array) else [contents]
    return [part for part in parts if isinstance(part, pikepdf.Stream)]


def open_states(page: pikepdf.Page) -> int:
    """Graphics states a page's content leaves open, or `MALFORMED`; see `open_ends`."""
    return open_ends(page)[0]


def open_ends(page: pikepdf.Page) -> tuple[int, int]:
    """Graphics states and marked-content sequences a page's content leaves open; `MALFORMED` and 0 for what is broken.

    A page whose streams cannot be decoded counts as sound when they are several (they could not be put into one form
    XObject without losing bytes) and malformed when it is one.
    """
    streams = page_streams(page.obj)
    try:
        data = b"\n".join(stream.read_bytes() for stream in streams)
    except UNREADABLE:
        return MALFORMED if len(streams) == 1 else 0, 0
    return scan(data)


def scan(data: bytes) -> tuple[int, int]:
    """The same for the decoded bytes of a content stream."""
    scanner = _Scanner(data)
    try:
        scanner.run()
    except ValueError:
        return MALFORMED, 0
    return scanner.states, scanner.marks


class _Scanner:
    """Walks over a content stream; raises ValueError where what follows could be swallowed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._text = False
        self._brackets: list[bytes] = []
        self.states = 0
        self.marks = 0

    def run(self) -> None:
        at, end = 0, len(self._data)
        while at < end:
            step = _STEP.match(self._data, at)
            token = step.group(1) if step else None
            if step is None or step.end() == at:
                raise ValueError(self._data[at : at + 1])
            at = step.end() if token is None else self._take(token, step.end())
        if self._text or self._brackets:
            raise ValueError

    def _take(self, token: bytes, at: int) -> int:
        if token == b"(":
            return string_end(self._data, at)
        if token in (b"[", b"<<"):
            self._brackets.append(token)
        elif token in (b"]", b">>"):
            if not self._brackets or (self._brackets.pop() == b"[") != (token == b"]"):
                raise ValueError(token)
        elif self._brackets:
            raise ValueError(token)
        elif token == b"BI":
            return inline_end(self._data, at)
        else:
            self._operator(token)
        return at

    def _operator(self, token: bytes) -> None:
        if token == b"q":
            self.states += 1
        elif token == b"Q":
            self.states -= 1
        elif token in (b"BT", b"ET"):
            self._text = token == b"BT"
        elif token in (b"BMC", b"BDC"):
            self.marks += 1
        elif token == b"EMC":
            self.marks -= 1
        if self.states < 0 or self.marks < 0:
            raise ValueError(token)


def string_end(data: bytes, at: int) -> int:
    """Where a literal string ends whose opening parenthesis is before `at`; ValueError where it does not."""
    depth = 1
    for paren in _PAREN.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(paren.group(), 0)
        if not depth:
            return paren.end()
    raise ValueError


def inline_end(data: bytes, at: int) -> int:
    """Where an inline image ends whose `BI` is before `at`; ValueError where it does not."""
    start = _INLINE_DATA.search(data, at)
    if start is None:
        raise ValueError
    for end in _INLINE_END.finditer(data, start.end() - 1):
        rest = end.group(1)
        if len(rest) == 16 or end.end() == len(data):
            return end.start(1)
    raise ValueError
