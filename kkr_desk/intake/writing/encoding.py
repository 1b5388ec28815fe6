"""Which characters bytes stand for, when nobody says: Unicode where it is, else by the words that come of it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NORDIC = ("cp1252", "cp865", "mac_roman")
"""What Danish texts were written in: Windows, DOS (code page 865) and the old Macintosh."""
_NAMES = {"cp1252": "Windows-1252", "cp865": "DOS 865", "mac_roman": "Macintosh", "cp1250": "Windows-1250"}
_SAMPLE = 1 << 16
"""Bytes that an encoding is told by; those around the first that are not ASCII."""
_EXPECTED = 0.75
"""Of the characters that are not ASCII, at least these must stand where such characters do."""
_SURE = 0.15
"""Mess, as charset-normalizer measures it, above which its guess is no better than ours."""
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_DANISH = frozenset("æøåÆØÅ")
_COMMON = frozenset("éüöäÉÜÖÄ")
_RARE = frozenset("àâèêëîïôûçñòóíáúßÀÇÈÑ")
_OPENING = frozenset("“„‘«»‚”’")
_STANDING = frozenset("–—…•§°´·½¼€£©®™\u00a0")
_SCIENCE = frozenset("±×²³µ")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was told what its bytes stand for.

    Attributes:
        text: It, line ends as they are.
        assumed: Name of an encoding that nothing but the words speak for, "" for Unicode and what was stated.
    """

    text: str
    assumed: str = ""


def decode(data: bytes, stated: str = "") -> Decoded:
    """The text that bytes stand for.

    Args:
        data: They.
        stated: What the file or mail says they are encoded in; "" where it says nothing.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(name, "replace"))
    unmarked = _without_bom(data)
    if unmarked:
        return Decoded(data.decode(unmarked, "replace"))
    if stated and (text := _as_stated(data, stated)) is not None:
        return Decoded(text)
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken or broken * 10 < sum(char > "\x7f" for char in text):
        return Decoded(text)  # Unicode, or Unicode with a few broken bytes
    name = _told_by_words(data)
    return Decoded(data.decode(name, "replace"), _NAMES.get(name, name.replace("_", "-").upper()))


def _as_stated(data: bytes, stated: str) -> str | None:
    """The text as it says it is; None if that is not so."""
    try:
        codec = codecs.lookup(stated.strip().strip("\"'"))
        name = "cp1252" if codec.name in {"ascii", "iso8859-1"} else codec.name  # as the web has it (WHATWG, Encoding)
        text = data.decode(name, "replace") if codec._is_text_encoding else None  # noqa: SLF001  base64 is a codec too
    except (LookupError, ValueError):
        return None
    broken = text.count("\ufffd") if text else 0
    return text if not broken or text is None or 2 * broken <= sum(char > "\x7f" for char in text) else None


def _without_bom(data: bytes) -> str:
    """UTF-16 without its mark: every second byte of western text is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return ""
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if high > 0.4 * half and low < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if low > 0.4 * half and high < 0.05 * half else ""


def _told_by_words(data: bytes) -> str:
    first = _NOT_ASCII.search(data)
    start = max(first.start() - 200, 0) if first else 0
    sample = data[start : start + _SAMPLE]
    scores = {name: _score(sample, name) for name in _NORDIC}
    best = max(_NORDIC, key=lambda name: scores[name])
    if scores[best] >= _EXPECTED:
        return best
    guess = from_bytes(sample).best()
    return guess.encoding if guess is not None and guess.chaos < _SURE else max("cp1252", best, key=lambda n: scores[n])


def _score(sample: bytes, name: str) -> float:
    """How well the characters that are not ASCII fit where they stand: 1 for Danish words, below 0 for a mess."""
    text = f" {sample.decode(name, 'replace')} "
    fits = [_fit(text[at - 1], char, text[at + 1]) for at, char in enumerate(text) if char > "\x7f"]
    return sum(fits) / max(len(fits), 1)


def _fit(before: str, char: str, after: str) -> float:
    within = before.isalpha() or after.isalpha()
    if char in _DANISH:
        return 0.2 if char.isupper() and before.islower() else 1.0
    if char in _COMMON:
        return 0.8 if within else 0.0
    if char in _RARE:
        return 0.4 if within else -0.5
    if char in _OPENING:
        return -1.0 if before.isalpha() and after.isalpha() and char != "’" else 0.9
    if char in _STANDING:
        return -1.0 if before.isalpha() and after.isalpha() else 0.9
    return 0.4 if char in _SCIENCE and not after.isalpha() else -1.0
