"""What a paper brings beside its text, gathered while it is looked through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kkr_desk.model import Notice, Shown, Treatment


@dataclass(slots=True)
class Brought:
    """What was found so far.

    Attributes:
        changes: Tracked changes.
        authors: Who made them.
        comments: Comments and replies to them.
        sheets: Names of hidden sheets.
        slides: Hidden slides.
        links: What would have been fetched from outside the file, and was taken out.
        macros: Whether programs were taken out.
        objects: Files of other programs; the picture of them stays.
        inserted: Whole documents that the paper would have put in its text, and that were taken out.
    """

    changes: int = 0
    authors: set[str] = field(default_factory=set)
    comments: int = 0
    sheets: list[str] = field(default_factory=list)
    slides: int = 0
    links: int = 0
    macros: bool = False
    objects: int = 0
    inserted: int = 0

    def notices(self, treatment: Treatment) -> tuple[Notice, ...]:
        """What to tell the caseworker; what was decided is asked no more."""
        return (*self._questions(treatment), *self._told())

    def _questions(self, treatment: Treatment) -> Iterator[Notice]:
        if self.changes and treatment.changes is Shown.UNDECIDED:
            facts = (("count", str(self.changes)), ("authors", str(max(1, len(self.authors)))))
            yield Notice("office-changes", facts)
        if self.comments and treatment.comments is Shown.UNDECIDED:
            yield Notice("office-comments", (("count", str(self.comments)),))
        if treatment.hidden is not Shown.UNDECIDED:
            return
        if self.sheets:
            facts = (("count", str(len(self.sheets))), ("sheets", ", ".join(self.sheets)))
            yield Notice("office-hidden-sheets", facts)
        if self.slides:
            yield Notice("office-hidden-slides", (("count", str(self.slides)),))

    def _told(self) -> Iterator[Notice]:
        if self.links:
            yield Notice("office-links-left-out", (("count", str(self.links)),))
        if self.inserted:
            yield Notice("office-documents-left-out", (("count", str(self.inserted)),))
        if self.macros:
            yield Notice("office-macros-left-out")
        if self.objects:
            yield Notice("office-objects", (("count", str(self.objects)),))
