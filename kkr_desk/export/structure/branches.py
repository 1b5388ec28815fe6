"""What of an attachment's structure comes into a collection, and in which order, before anything of it is made.

Elements come along with what they hold on pages that come along. Nothing else does: of an element that reaches into
pages that are left out neither its title nor what it says instead of its content. In between come elements of ours, in
the order of the pages: for pages that no tags reach, for marked content that nobody claims, for annotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pikepdf import Object

from kkr_desk.model import PageTags
from kkr_desk.pdf.roles import GROUPING
from kkr_desk.pdf.structure import Element, Key, Mark, Reference, Structure
from kkr_desk.pdf.tagging.parent_tree import LARGEST_MCID

_CELLS = frozenset({"TD", "TH"})
_FOLLOWED = GROUPING - {"TOC", "TOCI", "Index", "Caption", "Private"}
"""Types between whose members a page's own element may stand."""


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content of a page that comes along.

    Attributes:
        page: 0-based place among these pages.
        mcid: Its number.
        form: The form XObject, of the source, that holds it; None for the page's own.
    """

    page: int
    mcid: int
    form: Object | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An annotation, or a picture, of a page that comes along: the object in the collection."""

    page: int
    object: Object


@dataclass(slots=True, eq=False)
class Branch:
    """An element to be made.

    Attributes:
        role: The standard structure type.
        source: The attachment's own element; None for one of ours.
        kids: What it holds, in order.
        first: Place of the page that its first content is on, -1 without any.
        last: The same of its last content.
        whole: Whether nothing below it was left out, so that its words may come along.
        figure: Which of the attachment's pictures it is, from 1; 0 for none.
        number: Its object's number in the collection; 0 as long as it has none.
    """

    role: str
    source: Element | None = None
    kids: list[Branch | Content | Held] = field(default_factory=list)
    first: int = -1
    last: int = -1
    whole: bool = True
    figure: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of the pages that come along; all by place, 0-based.

    Attributes:
        places: Where each page of the source is among them.
        tags: How listeners are told of each.
        identifiers: Marked content that is there and not ours, by the page or form XObject that holds it.
        objects: What annotations and pictures of the source have become, with their page's place.
        partial: Whether other pages of the source are left out.
    """

    places: Mapping[Key, int]
    tags: Sequence[PageTags]
    identifiers: Mapping[Key, frozenset[int]]
    objects: Mapping[Key, Held]
    partial: bool


class Branches:
    """Chooses what comes along of one attachment.

    Args:
        structure: The attachment's structure.
        ground: The pages.
    """

    def __init__(self, structure: Structure, ground: Ground) -> None:
        self._ground = ground
        self._claimed: set[tuple[Key, int]] = set()
        self.objects: set[Key] = set()
        """Annotations and pictures that have an element, by their object in the collection."""
        self._figures = {id(element): n for n, element in enumerate(structure.figures(), 1)}
        leaves = [self._leaves(element) for element in structure.elements]
        made: dict[int, Branch | None] = {}
        for element, held in zip(reversed(structure.elements), reversed(leaves), strict=True):
            made[id(element)] = self._branch(element, held, made)
        tops = (made[id(element)] for element in structure.tops)
        self.tops: list[Branch] = [branch for branch in tops if branch is not None]

    def unwrap(self) -> Sequence[Element]:
        """Let go of the documents at the top, whose place in the collection is a `Part` that is there already.

        Returns:
            Those that were let go of. One that holds content itself stays, as a group.
        """
        gone, tops = [], []
        for branch in self.tops:
            if branch.role == "Document" and branch.source and all(isinstance(kid, Branch) for kid in branch.kids):
                gone.append(branch.source)
                tops += [kid for kid in branch.kids if isinstance(kid, Branch)]
            else:
                if branch.role == "Document":
                    branch.role = "Div"
                tops.append(branch)
        self.tops = tops
        return gone

    def add_unclaimed(self) -> None:
        """Marked content that no element claims gets one: a paragraph, at its page's end (ISO 14289-1, 7.1).

        A page that gets a stop-gap has none any more; one that shows nothing may have, and keeps its bytes.
        """
        for key, place in self._ground.places.items():
            stated = self._ground.identifiers.get(key, frozenset())
            free = sorted(n for n in stated if n <= LARGEST_MCID and (key, n) not in self._claimed)
            if free:
                self.insert(Branch("P", kids=[Content(place, mcid) for mcid in free], first=place, last=place))

    def insert(self, branch: Branch) -> None:
        """Put an element of ours where its page is told of: behind what begins on it or before it."""
        kids: list[Branch | Content | Held] = self.tops  # type: ignore[assignment]
        while True:
            at = len(kids)
            while at and not _begins_by(kids[at - 1], branch.first):
                at -= 1
            before = kids[at - 1] if at else None
            if not isinstance(before, Branch) or not _can_hold(before, branch.first):
                kids.insert(at, branch)
                return
            kids = before.kids

    def _leaves(self, element: Element) -> list[Content | Held | Element | None]:
        """What an element holds, None for what is left out; each thing goes to who claims it first."""
        held: list[Content | Held | Element | None] = []
        for kid in element.kids:
            if isinstance(kid, Mark):
                held.append(self._content(kid))
            elif isinstance(kid, Reference):
                held.append(self._object(kid))
            else:
                held.append(kid)
        return held

    def _content(self, mark: Mark) -> Content | None:
        place = self._ground.places.get(mark.page)
        if place is None or self._ground.tags[place] is not PageTags.TAGGED or mark.place in self._claimed:
            return None
        if mark.mcid > LARGEST_MCID or mark.mcid not in self._ground.identifiers.get(mark.place[0], ()):
            return None
        self._claimed.add(mark.place)
        return Content(place, mark.mcid, mark.form)

    def _object(self, reference: Reference) -> Held | None:
        held = self._ground.objects.get(reference.object.objgen)
        if held is None or held.object.objgen in self.objects:
            return None
        self.objects.add(held.object.objgen)
        return held

    def _branch(
        self, element: Element, held: list[Content | Held | Element | None], made: Mapping[int, Branch | None]
    ) -> Branch | None:
        """The branch of an element whose members' are made; None where nothing of it comes along."""
        branch = Branch(element.role, element)
        for kid in held:
            grown = made[id(kid)] if isinstance(kid, Element) else kid
            if grown is None:
                branch.whole = False
                continue
            branch.kids.append(grown)
            first, last = _span(grown)
            if first >= 0:
                branch.first = first if branch.first < 0 else branch.first
                branch.last = max(branch.last, last)
                branch.whole = branch.whole and (not isinstance(grown, Branch) or grown.whole)
        if element.role == "Figure":
            branch.figure = self._figures[id(element)]
        if self._ground.partial:
            branch.whole = branch.whole and branch.first >= 0
            return branch if branch.first >= 0 or (element.role in _CELLS and not held) else None
        branch.whole = True
        return branch


def walk(tops: Sequence[Branch]) -> Iterator[tuple[Branch, Branch | None, int]]:
    """Every branch with the one it grows from and its depth among sections, each before those below it."""
    waiting: list[tuple[Branch, Branch | None, int]] = [(branch, None, 1) for branch in reversed(tops)]
    while waiting:
        branch, parent, depth = waiting.pop()
        yield branch, parent, depth
        below = depth + (branch.role in {"Sect", "Art", "Part"})
        waiting += [(kid, branch, below) for kid in reversed(branch.kids) if isinstance(kid, Branch)]


def _span(kid: Branch | Content | Held) -> tuple[int, int]:
    return (kid.first, kid.last) if isinstance(kid, Branch) else (kid.page, kid.page)


def _begins_by(kid: Branch | Content | Held, page: int) -> bool:
    first = _span(kid)[0]
    return 0 <= first <= page


def _can_hold(branch: Branch, page: int) -> bool:
    """Whether a page is told of inside this group rather than behind it."""
    return branch.role in _FOLLOWED and branch.last > page and all(isinstance(kid, Branch) for kid in branch.kids)
