"""Tracked changes of a Word document: counted, or accepted as Word accepts them (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from kkr_desk.intake.papers.brought import Brought
from kkr_desk.intake.papers.xml_part import Element, attribute, child, drop, drop_all, found, local, space, unwrap

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
_FORMER = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
)
"""How something was formatted before."""
_COME = ("ins", "moveTo")
_GONE = ("del", "moveFrom")
_CELLS = ("cellIns", "cellDel", "cellMerge")
_MARKERS = tuple(
    f"{name}{end}"
    for name in ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange",
                 "customXmlMoveToRange")
    for end in ("Start", "End")
)  # fmt: skip
_MARK_HOLDERS = {"rPr", "trPr", "numPr", "ctrlPr"}
_NO_BLOCKS = {
    "bookmarkStart",
    "bookmarkEnd",
    "proofErr",
    "permStart",
    "permEnd",
    "commentRangeStart",
    "commentRangeEnd",
}
_BLOCKS = {"p", "tbl", "sdt", "customXml", "altChunk"}


def count_changes(root: Element, brought: Brought) -> int:
    """Count a part's tracked changes and note who made them."""
    marks = _of_word(root, *_COME, *_GONE, *_FORMER, *_CELLS)
    brought.changes += len(marks)
    brought.authors |= {author for mark in marks if (author := attribute(mark, "author").strip())}
    return len(marks)


def accept(root: Element) -> None:
    """Accept a part's changes: what came stays, what went is gone."""
    drop_all(_of_word(root, *_FORMER, *_MARKERS))
    _accept_cells(root)
    joined = []
    for element in _of_word(root, *_GONE):
        holder = element.getparent()
        name = local(holder) if holder is not None else ""
        paragraph = next(element.iterancestors("{*}p"), None) if name == "rPr" else None
        if paragraph is not None and local(holder.getparent()) == "pPr":
            joined.append(paragraph)
        elif name == "trPr":
            drop(holder.getparent())
            continue
        drop(element)
    for element in _of_word(root, *_COME):
        holder = element.getparent()
        if holder is not None and local(holder) in _MARK_HOLDERS:
            drop(element)
        else:
            unwrap(element)
    for paragraph in reversed(joined):
        _join_next(paragraph)
    _mend_tables(root)


def _of_word(root: Element, *names: str) -> list[Element]:
    return [element for element in found(root, *names) if space(element) in _SPACES]


def _accept_cells(root: Element) -> None:
    for mark in _of_word(root, *_CELLS):
        properties = mark.getparent()
        if local(mark) == "cellDel":
            drop(properties.getparent())
            continue
        merge = attribute(mark, "vMerge")
        if local(mark) == "cellMerge" and merge and child(properties, "vMerge") is None:
            prefix = mark.tag.rpartition("}")[0] + "}"
            merged = properties.makeelement(f"{prefix}vMerge")
            merged.set(f"{prefix}val", "restart" if merge == "rest" else "continue")
            mark.addnext(merged)
        drop(mark)


def _join_next(paragraph: Element) -> None:
    """Join a paragraph whose end was deleted with the one behind it, whose form the whole takes."""
    content = [each for each in paragraph if local(each) != "pPr"]
    following = paragraph.getnext()
    while following is not None and local(following) in _NO_BLOCKS:
        following = following.getnext()
    if following is None or local(following) not in _BLOCKS:
        return
    if local(following) == "p":
        at = 1 if child(following, "pPr") is not None else 0
        for n, each in enumerate(content):
            following.insert(at + n, each)
        drop(paragraph)
    elif not any(local(each) not in _NO_BLOCKS for each in content):
        drop(paragraph)


def _mend_tables(root: Element) -> None:
    """Leave no table without rows, no row without cells and no cell without a paragraph at its end."""
    for row in _of_word(root, "tr"):
        if child(row, "tc") is None and child(row, "sdt") is None and child(row, "customXml") is None:
            drop(row)
    for table in _of_word(root, "tbl"):
        if not _of_word(table, "tr"):
            drop(table)
    for cell in _of_word(root, "tc"):
        blocks = [each for each in cell if local(each) in _BLOCKS]
        if not blocks or local(blocks[-1]) == "tbl":
            cell.append(cell.makeelement(cell.tag.rpartition("}")[0] + "}p"))
