"""Which pages of an attachment are included, as a person writes it and as the store keeps it: "1-3,5". Pure.

No text at all means all pages, so that a file without a choice needs none. A choice never means none: an attachment
that is not to be included is removed instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kkr_desk.errors import UserError

_RUN = re.compile(r"(\d{0,5})(?:(-)(\d{0,5}))?", re.ASCII)
"""One page or a run of them; a run may lack its beginning or its end."""
_DASH = re.compile(r"\s*[-–—]\s*")
_BETWEEN = re.compile(r"[,;\s]+")


def parse(text: str, page_count: int) -> tuple[int, ...]:
    """The pages that a person has written.

    Args:
        text: Pages and runs of them by comma, semicolon or space, in any order: "2", "1-3, 5", "4-" for 4 and all
            after it. Nothing for all pages.
        page_count: How many pages there are.

    Returns:
        The pages, 1-based, ascending, each once; at least one if there are any.

    Raises:
        UserError: ``page-choice-invalid``: it cannot be understood, or names a page that there is not.
    """
    if not text.strip():
        return tuple(range(1, page_count + 1))
    parts = [part for part in _BETWEEN.split(_DASH.sub("-", text)) if part]
    pages: set[int] = set()
    for run in (_run(part, page_count) for part in parts or [""]):
        if run is None:
            raise UserError("page-choice-invalid", pages=text.strip(), count=page_count)
        pages.update(run)
    return tuple(sorted(pages))


def format_choice(pages: Iterable[int], page_count: int) -> str:
    """A choice as the store keeps it: the shortest way to write it, "" for all pages.

    Args:
        pages: 1-based, in any order.
        page_count: How many pages there are.

    Raises:
        UserError: ``page-choice-invalid``: no page is chosen, or one that there is not.
    """
    chosen = sorted(set(pages))
    if chosen == list(range(1, page_count + 1)):
        return ""
    text = ",".join(runs(chosen))
    if not chosen or chosen[0] < 1 or chosen[-1] > page_count:
        raise UserError("page-choice-invalid", pages=text, count=page_count)
    return text


def chosen_pages(choice: str, page_count: int) -> tuple[int, ...]:
    """The pages that a stored choice includes, 1-based, ascending.

    Where it does not fit the file, which then is not the one it was made for, all of them: pages are never lost in
    silence.
    """
    return parse(choice if fits(choice, page_count) else "", page_count)


def fits(choice: str, page_count: int) -> bool:
    """Whether a choice can be understood and all its pages are there."""
    try:
        parse(choice, page_count)
    except UserError:
        return False
    return True


def runs(pages: Iterable[int]) -> list[str]:
    """Ascending page numbers as a person writes them: "1-3", "5"."""
    found: list[list[int]] = []
    for page in pages:
        if found and found[-1][1] == page - 1:
            found[-1][1] = page
        else:
            found.append([page, page])
    return [f"{first}" if first == last else f"{first}-{last}" for first, last in found]


def _run(part: str, page_count: int) -> range | None:
    """The pages of one part; None where it cannot be understood or names a page that there is not."""
    found = _RUN.fullmatch(part)
    if found is None or not (found[1] or found[3]):
        return None
    first = int(found[1] or 1)
    last = int(found[3] or page_count) if found[2] else first
    return range(first, last + 1) if 1 <= first <= last <= page_count else None
