"""A canvas that marks what is drawn on it, and notes the structure of it (ISO 32000-1, 14.6 to 14.8).

Whatever is drawn is either content of a structure element or an artifact (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from kkr_desk.pdf.tagging.nodes import Attributes, LinkArea, Marked, Node, Rectangle


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab states no types
    """Elements are opened around drawing: ``with canvas.element("P"), canvas.content(): …``.

    An element may go on over several pages; content and artifacts end on the page they began on.

    Args:
        out: Where the PDF goes.
        ahead: Pages at the beginning that are not counted among ours.
        options: As for reportlab's canvas.
    """

    def __init__(self, out: Any, *, ahead: int = 0, **options: Any) -> None:
        super().__init__(out, **options)
        self._ahead = ahead
        self._roles: list[str] = []
        self._kids: list[list[Node | Marked | LinkArea]] = [[]]
        self._marks: dict[int, int] = {}
        self._marking = False

    @contextmanager
    def element(
        self,
        role: str,
        *,
        title: str = "",
        alternate: str = "",
        language: str = "",
        attributes: Attributes | None = None,
    ) -> Iterator[None]:
        """A structure element; what is noted meanwhile is in it.

        Args:
            role: A standard structure type.
            title: What it is called.
            alternate: What stands for a picture in words.
            language: Language tag, where it is another than the document's.
            attributes: A figure's box, a header cell's scope, a list's numbering.
        """
        self._roles.append(role)
        self._kids.append([])
        try:
            yield
        finally:
            kids = tuple(self._kids.pop())
            self._roles.pop()
        self._kids[-1].append(Node(role, kids, title, alternate, language, attributes))

    @contextmanager
    def content(self) -> Iterator[None]:
        """What is drawn meanwhile is the open element's next content."""
        self._marking = True
        self._begin(self._roles[-1])
        yield
        self.addLiteral("EMC")
        self._marking = False

    @contextmanager
    def tagged(self, role: str, **told: Any) -> Iterator[None]:
        """An element of one piece of content; further arguments as for `element`."""
        with self.element(role, **told), self.content():
            yield

    @contextmanager
    def meaning(self, text: str) -> Iterator[None]:
        """What is drawn meanwhile stands for this text (ISO 32000-1, 14.9.4).

        It is a sequence beside the content's others, since poppler takes the end of an inner one for the outer one's.
        """
        if not self._marking:
            yield
            return
        self.addLiteral("EMC")
        self._begin("Span", f" /ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>")
        yield
        self.addLiteral("EMC")
        self._begin(self._roles[-1])

    @contextmanager
    def artifact(self, kind: str = "/Type /Layout") -> Iterator[None]:
        """What is drawn meanwhile is not read aloud (ISO 32000-1, 14.8.2.2).

        Args:
            kind: What sort of artifact, as the property list states it.
        """
        self.addLiteral(f"/Artifact <<{kind}>> BDC")
        yield
        self.addLiteral("EMC")

    def link_area(self, rect: Rectangle, entry: int, *, noted: bool = True) -> LinkArea:
        """A place on this page that a link will be laid over.

        Args:
            rect: Where it is.
            entry: 0-based place in the plan's entries.
            noted: Whether the link is the open element's next content.
        """
        area = LinkArea(self._page(), rect, entry)
        if noted:
            self._kids[-1].append(area)
        return area

    def noted(self) -> tuple[Node, ...]:
        """The outermost elements that were closed since this was last asked for."""
        nodes = tuple(kid for kid in self._kids[0] if isinstance(kid, Node))
        self._kids[0].clear()
        return nodes

    def _begin(self, tag: str, told: str = "") -> None:
        """Begin the open element's next marked-content sequence."""
        page = self._page()
        mcid = self._marks.get(page, 0)
        self._marks[page] = mcid + 1
        self._kids[-1].append(Marked(page, mcid))
        self.addLiteral(f"/{tag} <</MCID {mcid}{told}>> BDC")

    def _page(self) -> int:
        return int(self.getPageNumber()) - 1 - self._ahead
