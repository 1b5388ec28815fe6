"""The fields of a mail's head in plain characters, whatever was done to them on the way.

The standard library's own reading of fields (`email.policy.default`) takes quadratic time over long ones and raises
what its authors did not foresee on broken ones; a field for people to read needs no grammar.
"""

from __future__ import annotations

import base64
import binascii
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from kkr_desk.intake.writing.encoding import decode
from kkr_desk.intake.writing.spaces import one_line
from kkr_desk.model import DANISH_MONTHS

MOST_CHARACTERS = 20_000
"""Of one field: some 500 receivers."""
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_ANSWER = re.compile(
    r"\s*(?:(?:re|sv|vs|fwd?|aw|wg|antw|vb|ang|svar|videresendt)\s?(?:\[\d{1,3}\])?\s?:\s*)", re.IGNORECASE
)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.){0,500})"(?=\s*<)')


def plain_field(value: str) -> str:
    """A field's value as it is read.

    Args:
        value: As it stands, folded, with bytes above 127 as surrogates; encoded words (RFC 2047) are read wherever
            they stand, also inside quotes, where they should not.
    """
    value = value[:MOST_CHARACTERS]
    raw = value.encode("utf-8", "surrogateescape")
    if not value.isascii():
        value = decode(raw).text
    found: list[str] = []
    end, waiting, charset = 0, b"", ""
    for match in _ENCODED.finditer(value):
        between = value[end : match.start()]
        data = _bytes_of(match[2], match[3])
        stated = match[1].partition("*")[0]  # a language may stand behind it (RFC 2231, 5)
        if waiting and (between.strip() or stated.lower() != charset.lower()):
            found.append(decode(waiting, charset).text)
            waiting = b""
        if between.strip() or not end:
            found.append(between)
        waiting, charset, end = waiting + data, stated, match.end()
    if waiting:
        found.append(decode(waiting, charset).text)
    found.append(value[end:])
    return one_line("".join(found))


def people(value: str) -> str:
    """A field of addresses as it is read: names without the quotes around them."""
    return _QUOTED.sub(lambda match: match[1].replace('\\"', '"'), plain_field(value))


def _bytes_of(form: str, text: str) -> bytes:
    if form in "bB":
        kept = re.sub(r"[^A-Za-z0-9+/]", "", text)
        try:
            return base64.b64decode(kept + "=" * (-len(kept) % 4))
        except binascii.Error:  # one character too many, as where a word was cut
            return base64.b64decode(kept[: len(kept) // 4 * 4])
    raw = text.replace("_", " ").encode("utf-8", "replace")
    return _HEX.sub(lambda match: bytes([int(match[1], 16)]), raw)


def without_answers(subject: str) -> str:
    """A subject without the "SV:" and "VS:" that each answer put before it."""
    match = _ANSWER.match(subject)
    while match and match.end() < len(subject):
        subject = subject[match.end() :]
        match = _ANSWER.match(subject)
    return subject.strip()


def field_date(value: str) -> datetime | None:
    """When a mail was sent, by its `Date` field; None where it does not say so intelligibly."""
    try:
        parsed = parsedate_tz(value[:200])
        if parsed is None:
            return None
        moment = datetime(*parsed[:6])  # noqa: DTZ001  its zone follows
        offset = parsed[9]
        return moment if offset is None else moment.replace(tzinfo=timezone(timedelta(seconds=offset)))
    except (
        ValueError,
        TypeError,
        IndexError,
        OverflowError,
    ):  # such as the 31st of June
        return None


def danish_time(moment: datetime) -> datetime:
    """A moment in Denmark's time; one without a zone as it is.

    Summer time is that of the European Union's directives since 1996: from the last Sunday of March to the last of
    October, at 01.00 UTC.
    """
    if moment.tzinfo is None:
        return moment
    try:
        moment = moment.astimezone(UTC)
        summer = _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)
        return moment.astimezone(timezone(timedelta(hours=2 if summer else 1)))
    except OverflowError:  # the last hours of the year 9999
        return moment


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def written_date(moment: datetime) -> str:
    """A moment as a letter has it: "19. juni 2024 kl. 9.30"."""
    local = danish_time(moment)
    return f"{local.day}. {DANISH_MONTHS[local.month - 1]} {local.year} kl. {local.hour}.{local.minute:02}"
