"""What the window says of an assessment: a picture that is never without its word, and sentences."""

from __future__ import annotations

from collections.abc import Iterable

from kkr_desk.export.accessibility import Assessment, Verdict
from kkr_desk.model import Notice
from kkr_desk.sentences import COMMAND, NOTICES, say
from kkr_desk.ui.frame.language import language

LACKING = {
    Verdict.TAGGED: "circle-alert",
    Verdict.TEXT: "type",
    Verdict.SCAN: "image",
    Verdict.MIXED: "files",
    Verdict.UNKNOWN: "circle-question-mark",
    Verdict.ABSENT: "circle-x",
}
"""Pictures of what is not as it should be."""


def verdict_icon(assessed: Assessment) -> str:
    """Name of the picture beside the word."""
    return "circle-check" if assessed.is_accessible else LACKING[assessed.verdict]


def verdict_word(assessed: Assessment) -> str:
    """The verdict in a word or two: "Kun tekst"."""
    return say(COMMAND, assessed.word, language())


def sentences(notices: Iterable[Notice]) -> list[str]:
    """What is wrong, or what to do about it, a sentence each."""
    return [say(NOTICES, notice.code, language(), **dict(notice.facts)) for notice in notices]
