"""Members as lines of text: what a spreadsheet puts on the clipboard. Pure."""

from __future__ import annotations

import csv
import io

from kkr_desk.model import Member

_HEADINGS = frozenset({"navn", "medlem", "name", "member"})
"""What the first column of a table of members is headed."""
_COLUMNS = 3


def members_from_text(text: str) -> tuple[Member, ...]:
    """The members in a text.

    Args:
        text: One a line: name, municipality, party, with tabs between; cells that hold quotation marks or line breaks
            as spreadsheets quote them. A row of headings and rows without a name are left out.
    """
    found = []
    for row in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter="\t"):
        cells = [" ".join(cell.split()) for cell in [*row, "", "", ""][:_COLUMNS]]
        if cells[0] and cells[0].casefold() not in _HEADINGS:
            found.append(Member(*cells))
    return tuple(found)
