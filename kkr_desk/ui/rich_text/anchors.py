"""Links within the text: where they reach, and how they are set and taken away. Each is one step of undo."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextFormat

from kkr_desk.ui.rich_text.blocks import one_step
from kkr_desk.ui.rich_text.look import text_format


def address_at(cursor: QTextCursor) -> str:
    """The address of the link that the cursor stands in or at either edge of; empty if there is none."""
    if cursor.hasSelection():
        cursor = _at(cursor, cursor.selectionStart())
    else:
        before = cursor.charFormat()
        if before.isAnchor() and not cursor.atBlockStart():
            return before.anchorHref()
    return _address_behind(cursor)


def is_at_end(cursor: QTextCursor) -> bool:
    """Whether a link ends where the cursor stands, so that what is typed here is no longer part of it."""
    before = cursor.charFormat()
    return before.isAnchor() and _address_behind(cursor) != before.anchorHref()


def set_link(cursor: QTextCursor, address: str) -> None:
    """Let what is selected lead to an address; else the link at the cursor; else write the address as a link."""
    with one_step(cursor):
        part = cursor if cursor.hasSelection() else extent(cursor)
        if part.hasSelection():
            part.mergeCharFormat(text_format(href=address))
        else:
            part.insertText(address.removeprefix("mailto:"), text_format(href=address))


def remove_link(cursor: QTextCursor) -> None:
    """Leave the words of the link at the cursor, or of the selection, without an address."""
    part = cursor if cursor.hasSelection() else extent(cursor)
    plain = text_format()
    plain.setAnchor(False)
    plain.setProperty(QTextFormat.Property.AnchorHref.value, "")
    with one_step(cursor):
        part.mergeCharFormat(plain)


def extent(cursor: QTextCursor) -> QTextCursor:
    """All of the link at the cursor, selected; without a link, the cursor as it is."""
    href, block = address_at(cursor), cursor.block()
    found = QTextCursor(cursor)
    walk, start = block.begin(), -1
    while href and not walk.atEnd():
        fragment = walk.fragment()
        walk += 1
        if not fragment.charFormat().isAnchor() or fragment.charFormat().anchorHref() != href:
            start = -1
            continue
        start = fragment.position() if start < 0 else start
        end = fragment.position() + fragment.length()
        if start <= cursor.position() <= end:
            found.setPosition(start)
            found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        elif start > cursor.position():
            break
    return found


def _address_behind(cursor: QTextCursor) -> str:
    if cursor.atBlockEnd():
        return ""
    behind = _at(cursor, cursor.position() + 1).charFormat()
    return behind.anchorHref() if behind.isAnchor() else ""


def _at(cursor: QTextCursor, position: int) -> QTextCursor:
    found = QTextCursor(cursor.document())
    found.setPosition(position)
    return found
