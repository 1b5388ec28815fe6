"""What a title looks like where there is too much of it: in the index it ends in an ellipsis, as the plan has it.

The heading on the divider is what a program puts into the index when it updates it, so the heading is cut alike and the
rest of the title follows below it: the index keeps its length.
"""

from __future__ import annotations

from kkr_desk.index import MAX_ROW_LINES, IndexRow, Weight, heading_width, row_weight, wrap
from kkr_desk.plan import Plan
from kkr_desk.typeface.fonts import measure

ELLIPSIS = "…"
LOGO_LINE = 1.0
"""Points of the line above the heading that holds the logo; the heading gives them up."""
_LEEWAY = 4.0
"""Points by which LibreOffice 7.4 may set a line wider than we measure it, and what a tab takes at least."""


def shown_texts(plan: Plan) -> tuple[str, ...]:
    """Text of each entry as its row in the index shows it."""
    return tuple(_shown(row, plan.entries[row.entry].text) for row in plan.rows)


def rest_of(text: str, shown: str) -> str:
    """What a shown text leaves out of the whole one; empty where it is the whole."""
    return "" if shown == text else ELLIPSIS + text[len(shown) - len(ELLIPSIS) :].lstrip()


def number_column(plan: Plan) -> float:
    """Points at the right that the index keeps free of words, for its numbers."""
    return plan.style.number_gap + measure("0", Weight.REGULAR, plan.style.size) * len(str(plan.total_pages))


def air(plan: Plan, row: IndexRow) -> str:
    """A space between a row's words and its leader; none where a space would take one line more than planned."""
    style, level = plan.style, plan.entries[row.entry].level
    left = (style.indent if level > 1 else 0) + (style.hanging if len(row.lines) > 1 else 0)
    end = left + measure(row.lines[-1] + " ", row_weight(level), style.size)
    return " " if end <= style.text_width - number_column(plan) - _LEEWAY else ""


def heading_scale(plan: Plan) -> tuple[float, float]:
    """How much smaller the index's heading is set so that all of it takes the room that the plan gives it.

    Returns:
        The scale of the type, 1.0 where the plan shows the heading whole, and the height of its lines in points.
    """
    style, text = plan.style, plan.entries[0].text
    room = len(plan.heading) * style.heading_line - (LOGO_LINE if plan.logo else 0)
    width = heading_width(plan.logo, style)
    scale = 1.0
    while True:
        lines = len(wrap(text, width, measure, Weight.SEMIBOLD, style.heading_size * scale))
        if lines <= len(plan.heading) or scale < 0.25 or lines * style.heading_leading * scale <= room:
            return scale, room / max(lines, 1)
        scale -= 0.05


def _shown(row: IndexRow, text: str) -> str:
    letters = _letters("".join(row.lines))
    if len(row.lines) < MAX_ROW_LINES or letters == _letters(text):
        return text
    left = len(letters) - len(ELLIPSIS)
    end = 0
    while left:
        left -= not text[end].isspace()
        end += 1
    return text[:end] + ELLIPSIS


def _letters(text: str) -> str:
    return "".join(char for char in text if not char.isspace())
