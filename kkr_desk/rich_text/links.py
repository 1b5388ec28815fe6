"""Which addresses a link may lead to."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})
"""Everything else (files on one machine, scripts, data in the address itself) is refused."""

MOST_CHARACTERS = 2000
"""Of an address; longer ones are not links but data, and no reader opens them."""

_MAIL = re.compile(r"[^\s@:/?#<>\"]+@[^\s@:/?#<>\"]+\.[^\s@:/?#<>\".]+")
_HOST = re.compile(r"(?:[^\s@:/?#<>\".]+\.)+[^\W\d_]{2,}(?:[/?#:].*)?", re.DOTALL)
_UNUSABLE = re.compile(
    r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\ud800-\udfff]"
)
_WATCHMAN = re.compile(r"(?:[a-z0-9-]+\.)*safelinks\.protection\.(?:outlook\.com|office365\.us)")


def link_address(text: str) -> str | None:
    """The address a link may have, or None.

    Args:
        text: What a page or a person wrote. "www.kl.dk" and "sekretariat@kkr.dk" are completed.

    Returns:
        An address that begins with http, https or mailto and has a host or a mailbox, without white space and without a
        name and password in it (they show a reader another host than the one that is opened).
    """
    text = text.strip()
    if _MAIL.fullmatch(text):
        text = f"mailto:{text}"
    elif "://" not in text and _HOST.fullmatch(text):
        text = f"https://{text}"
    text = _UNUSABLE.sub(_percent, text)
    if len(text) > MOST_CHARACTERS:
        return None
    try:
        text = _without_watchman(text)
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:  # such as a bracket that never closes: no address
        return None
    if parts.scheme not in SCHEMES:
        return None
    sound = "@" in parts.path if parts.scheme == "mailto" else bool(host) and "@" not in parts.netloc
    return f"{parts.scheme}{text[len(parts.scheme) :]}" if sound else None


def _without_watchman(text: str) -> str:
    """The address within one of Outlook's Safe Links, which would publish the recipient's mail address with the text.

    Raises:
        ValueError: The text is no address.
    """
    while (parts := urlsplit(text)).hostname is not None and _WATCHMAN.fullmatch(parts.hostname):
        inner = parse_qs(parts.query).get("url", [""])[0]
        if not inner or len(inner) >= len(text):
            break
        text = _UNUSABLE.sub(_percent, inner.strip())
    return text


def _percent(match: re.Match[str]) -> str:
    """Percent-encoded; what would only hide in an address (tabs, line ends, direction marks) is left out."""
    return f"%{ord(match[0]):02X}" if match[0] in ' "<>\\^`{|}' else ""
