"""The RTF bodies that Outlook keeps: unpacked ([MS-OXRTFCP]), and what they wrap taken out ([MS-OXRTFEX])."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from kkr_desk.intake.mail.message import Body

MOST_BYTES = 8 << 20
"""Of a body, uncompressed; the packing makes at most 9 bytes of one."""
_MOST_DEPTH = 500
"""Groups within groups."""
_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20"
    b"\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_CHARACTERS = {
    b"par": "\n", b"line": "\n", b"tab": "\t", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"endash": "–", b"emdash": "—", b"row": "\n", b"cell": "\t", b"sect": "\n", b"page": "\n",
}  # fmt: skip
_UNSEEN = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer", b"themedata"}
)
_CHARSETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253",
             162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
             238: "cp1250"}  # fmt: skip


def uncompressed(data: bytes) -> bytes:
    """The RTF that a compressed body is; what is broken ends where it breaks.

    Raises:
        ValueError: It is neither packed nor plain as the format has it.
    """
    kind, packed = data[8:12], data[16 : int.from_bytes(data[:4], "little") + 4]
    if kind == b"MELA":
        return packed[: int.from_bytes(data[4:8], "little")][:MOST_BYTES]
    if kind != b"LZFu":
        raise ValueError(kind)
    window = bytearray(_DICTIONARY + b" " * (_SIZE - len(_DICTIONARY)))
    write, out, at = len(_DICTIONARY), bytearray(), 0
    while at < len(packed) and len(out) < MOST_BYTES:
        control = packed[at]
        at += 1
        for bit in range(8):
            if not control >> bit & 1:
                piece = packed[at : at + 1]
                at += 1
            else:
                reference = int.from_bytes(packed[at : at + 2], "big")
                at += 2
                offset, length = reference >> 4, (reference & 15) + 2
                if offset == write or at > len(packed):
                    return bytes(out)
                piece = _referred(window, offset, length, write)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _SIZE
            out += piece
    return bytes(out)


def _referred(window: bytearray, offset: int, length: int, write: int) -> bytes:
    """What a reference stands for; it may reach into what it writes itself."""
    piece = bytearray()
    for step in range(length):
        place = (offset + step) % _SIZE
        written = (place - write) % _SIZE
        piece.append(piece[written] if written < len(piece) else window[place])
    return bytes(piece)


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within a pair of braces."""

    hidden: bool = False
    tag: bool = False
    suppressed: bool = False
    font: int = 0
    unicode_skip: int = 1


class _Unwrapping:
    """Takes text or HTML out of RTF, token by token."""

    def __init__(self, *, is_html: bool) -> None:
        self.out: list[str] = []
        self._is_html = is_html
        self._group = _Group()
        self._groups: list[_Group] = []
        self._bytes = bytearray()
        self._codepage = "cp1252"
        self._fonts: dict[int, str] = {}
        self._table_font: int | None = None
        self._skip = 0
        self._starred = False

    def read(self, rtf: bytes) -> str:
        for token in _TOKEN.finditer(rtf):
            word, number, hexadecimal, symbol, brace, text = token.groups()
            if brace:
                self._brace(brace)
            elif word:
                self._word(word, int(number) if number else None)
            elif hexadecimal:
                self._put_bytes(bytes([int(hexadecimal, 16)]), skippable=True)
            elif symbol:
                self._symbol(symbol)
            elif text:
                self._put_bytes(text)
        self._flush()
        return "".join(self.out)

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._starred, self._skip = False, 0
        if brace == b"{":
            if len(self._groups) < _MOST_DEPTH:
                self._groups.append(self._group)
        elif self._groups:
            self._group = self._groups.pop()

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in b"{}\\":
            self._put_bytes(symbol)
        elif symbol == b"~":
            self._put("\u00a0")
        elif symbol == b"_":
            self._put("\u2011")
        elif symbol in b"\r\n":
            self._put("\n")

    def _word(self, word: bytes, number: int | None) -> None:
        self._flush()
        starred, self._starred = self._starred, False
        if word == b"htmltag":
            self._group = replace(self._group, tag=True, hidden=not self._is_html)
        elif word == b"htmlrtf":
            self._group = replace(self._group, suppressed=number != 0)
        elif (starred and word != b"htmltag") or word in _UNSEEN:
            self._group = replace(self._group, hidden=True)
            if word == b"fonttbl":
                self._table_font = 0
        elif word == b"u" and number is not None:
            self._put(chr(number % 65536))
            self._skip = self._group.unicode_skip
        elif word in _CHARACTERS:
            self._put("\r\n" if self._is_html and word in {b"par", b"line"} else _CHARACTERS[word])
        else:
            self._state(word, number or 0)

    def _state(self, word: bytes, number: int) -> None:
        if word == b"uc":
            self._group = replace(self._group, unicode_skip=min(max(number, 0), 8))
        elif word == b"ansicpg":
            self._codepage = _known(f"cp{number}") or self._codepage
        elif word == b"f":
            self._table_font = number
            self._group = replace(self._group, font=number)
        elif word == b"fcharset" and self._table_font is not None:
            self._fonts[self._table_font] = _CHARSETS.get(number, "")

    def _put(self, text: str) -> None:
        self._flush()
        if not self._group.hidden and not (self._group.suppressed and not self._group.tag):
            self.out.append(text)

    def _put_bytes(self, data: bytes, *, skippable: bool = False) -> None:
        if self._skip:
            if skippable:
                self._skip -= 1
                return
            taken = min(self._skip, len(data))
            self._skip -= taken
            data = data[taken:]
        if data and not self._group.hidden and not (self._group.suppressed and not self._group.tag):
            self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            encoding = self._fonts.get(self._group.font, "") or self._codepage
            self.out.append(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()


def body_of(rtf: bytes) -> Body:
    """The body that RTF wraps or is; of RTF of its own kind only the words."""
    head = rtf[:400]
    is_html = b"\\fromhtml" in head
    text = _Unwrapping(is_html=is_html).read(rtf[:MOST_BYTES])
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Body(text, is_html)


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
