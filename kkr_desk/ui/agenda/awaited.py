"""Titles that wait for their files. Pure.

A line "Bilag 1: Landstal" that is pasted names an attachment whose file is not there. Its title waits, in a row that
says so and is no attachment: it has no number and cannot be moved; the file that comes is given it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kkr_desk.ui.agenda.lines import AttachmentTitle

_NUMBER_IN_NAME = re.compile(r"bilag[\s_.-]*0*(\d{1,3})(?!\d)", re.IGNORECASE)


def titles_for(
    names: Sequence[str], waiting: Sequence[AttachmentTitle]
) -> tuple[tuple[str | None, ...], tuple[AttachmentTitle, ...]]:
    """Give waiting titles to files.

    A file whose name says its number ("2-1_bilag3.pdf") takes that number's title; the others take, in order, what is
    then left.

    Args:
        names: Names of the files in the order in which they are attached.
        waiting: The titles.

    Returns:
        A title for each file, None where none is left, and the titles that still wait.
    """
    left = list(waiting)
    given: list[str | None] = [None] * len(names)
    for place, name in enumerate(names):
        found = _NUMBER_IN_NAME.search(name)
        title = next((t for t in left if found and t.number == int(found[1])), None)
        if title is not None:
            given[place] = title.title
            left.remove(title)
    for place, name in enumerate(names):
        if given[place] is None and left and not _NUMBER_IN_NAME.search(name):
            given[place] = left.pop(0).title
    return tuple(given), tuple(left)
