"""What is demanded of the rows of a meeting file, whatever table they are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kkr_desk.store.meeting_exchange.form import MOST_CHARACTERS
from kkr_desk.store.order import MAX_KEY
from kkr_desk.store.wording import one_line

ID = re.compile(r"[0-9A-Za-z-]{1,64}")
"""The id of a row."""
KEY = re.compile(rf"[0-9A-Za-z]{{1,{2 * MAX_KEY}}}")
"""A row's place among its siblings."""
SHA = re.compile(r"[0-9a-f]{64}")
"""The hash of a content."""


class WrongRowError(Exception):
    """A row says what this program never writes.

    Args:
        what: Which kind of row or field; no content.
    """


def demand_lines(what: str, texts: Iterable[object]) -> None:
    """Demand that each text is one line, as the store keeps it."""
    demand(all(_line(texts)), what)


def _line(texts: Iterable[object]) -> Iterator[bool]:
    """Of each text, whether it is one line as the store keeps it."""
    for text in texts:
        yield isinstance(text, str) and len(text) <= MOST_CHARACTERS and one_line(text) == text


def demand(is_so: object, what: str) -> None:
    """Demand that something is so.

    Raises:
        WrongRowError: It is not.
    """
    if not is_so:
        raise WrongRowError(what)
