"""Levels of an attachment's headings below those of the collection (ISO 14289-1, 7.4.2: no level is skipped)."""

from __future__ import annotations

FIRST_LEVEL = 3
"""An attachment's headings begin here: items are H1, attachments H2."""
_DEEPEST = 6
"""PDF 1.7 knows no more (ISO 32000-1, table 335)."""


class Headings:
    """Gives headings their level, in the order they are read.

    What stood at one level stays at one level for as long as nothing above it comes between, however the source
    numbered it; a level that the source left out is closed up.

    Args:
        first: Level of the topmost.
    """

    def __init__(self, first: int = FIRST_LEVEL) -> None:
        self._first = first
        self._above: list[tuple[int, int]] = []

    def level(self, stated: int) -> int:
        """The level of the next heading.

        Args:
            stated: Its level in the source, 1 for the topmost.

        Returns:
            Its level in the collection, at most 6 and at most one below the heading before it.
        """
        while self._above and self._above[-1][0] >= stated:
            self._above.pop()
        given = self._above[-1][1] + 1 if self._above else self._first
        given = min(given, _DEEPEST)
        self._above.append((stated, given))
        return given
