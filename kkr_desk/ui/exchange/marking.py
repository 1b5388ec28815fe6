"""Two versions of a text with what differs between them marked: bold and underlined, not by colour alone."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 3_000
"""Words of a text that are compared; longer ones are shown unmarked, since comparing them takes long."""


def marked(ours: str, theirs: str) -> tuple[str, str]:
    """Both texts as HTML.

    Args:
        ours: One text.
        theirs: The other.
    """
    mine, yours = _WORD.findall(ours), _WORD.findall(theirs)
    if not mine or not yours or max(len(mine), len(yours)) > MOST_WORDS:
        return _html(ours), _html(theirs)
    matcher = SequenceMatcher(None, mine, yours, autojunk=False)
    common = sum(bool(word.strip()) for at, _, size in matcher.get_matching_blocks() for word in mine[at : at + size])
    if common * 4 < sum(bool(word.strip()) for word in mine):  # marks would be nearly everywhere
        return _html(ours), _html(theirs)
    sides: tuple[list[str], list[str]] = ([], [])
    for kind, *places in matcher.get_opcodes():
        for side, words, (first, last) in zip(sides, (mine, yours), (places[:2], places[2:]), strict=True):
            text = _html("".join(words[first:last]))
            side.append(text if kind == "equal" or not text.strip() else f"<b><u>{text}</u></b>")
    return "".join(sides[0]), "".join(sides[1])


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
