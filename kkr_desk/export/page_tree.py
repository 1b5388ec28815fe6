"""The page tree: two levels are enough for four thousand pages, three for all (ISO 32000-1, 7.7.3)."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

_FAN = 64
"""Children of a node."""


def write_pages(pdf: Pdf, pages: Sequence[Object]) -> None:
    """Make these the pages of a document.

    Args:
        pdf: The document.
        pages: Page dictionaries of it, in order; at least one.
    """
    nodes, counts = list(pages), [1] * len(pages)
    while True:
        parents: list[Object] = []
        sums: list[int] = []
        for at in range(0, len(nodes), _FAN):
            group, count = nodes[at : at + _FAN], sum(counts[at : at + _FAN])
            parent = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=count, Kids=Array(group)))
            for node in group:
                node.Parent = parent
            parents.append(parent)
            sums.append(count)
        nodes, counts = parents, sums
        if len(nodes) == 1:
            break
    pdf.Root.Pages = nodes[0]
