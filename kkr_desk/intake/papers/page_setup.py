"""A sheet's pages: as wide as the paper, unless it says how it wants to be fitted (ECMA-376 part 1, 18.3.1.63)."""

from __future__ import annotations

import re

from kkr_desk.intake.papers.xml_part import Element, attribute, child, found, local

A4 = "9"
_PAPERS = {"1": (612, 792), "5": (612, 1008), "8": (842, 1191), A4: (595, 842), "11": (420, 595)}
"""Width and height in points by `ST_PaperSize`'s number."""

_POINTS_PER_CHARACTER = 5.25
"""A column's width is told in digits of Calibri 11, which are 7 pixels wide on a screen of 96 to the inch."""
_USUAL_WIDTH = 9.14
_VERY_WIDE = 1.4
"""Times the paper's width from which a sheet that says nothing is laid on its side."""

_BEHIND = (
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "drawingHF", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""What stands behind the page setup in a sheet."""
_CELL = re.compile(r"\$?([A-Z]{1,3})")


def fit_to_width(root: Element, columns: tuple[int, int], *, comments_at_end: bool = False) -> bool:
    """Make a sheet's pages as wide as its paper.

    Args:
        root: The sheet; changed.
        columns: First and last column that is printed, 1-based; (0, 0) for all that hold something.
        comments_at_end: Whether its comments are to be printed behind it, as LibreOffice prints them where a sheet
            wants them at all.

    Returns:
        Whether it was changed.
    """
    setup = child(root, "pageSetup")
    own = _fits_by_itself(root, setup, columns)
    if own and not comments_at_end:
        return False
    if setup is None:
        setup = _insert_setup(root)
    if comments_at_end:
        setup.set("cellComments", "asDisplayed")
    if own:
        return True
    properties = child(root, "sheetPr")
    if properties is None:
        properties = root.makeelement(_named(root, "sheetPr"))
        root.insert(0, properties)
    page = child(properties, "pageSetUpPr")
    if page is None:
        page = properties.makeelement(_named(root, "pageSetUpPr"))
        properties.append(page)
    page.set("fitToPage", "1")
    setup.attrib.pop("scale", None)
    setup.set("fitToWidth", "1")
    setup.set("fitToHeight", "0")
    if not setup.get("paperSize"):
        setup.set("paperSize", A4)
    width = _width(root, columns)
    if setup.get("orientation", "default") == "default" and width > _VERY_WIDE * _room(root, setup):
        setup.set("orientation", "landscape")
    return True


def _fits_by_itself(root: Element, setup: Element | None, columns: tuple[int, int]) -> bool:
    page = child(child(root, "sheetPr"), "pageSetUpPr") if child(root, "sheetPr") is not None else None
    if page is not None and page.get("fitToPage") in {"1", "true"}:
        return True
    scale = _number(setup.get("scale"), 100) if setup is not None else 100
    return setup is not None and scale != 100 and _width(root, columns) * scale / 100 <= _room(root, setup)


def _insert_setup(root: Element) -> Element:
    setup = root.makeelement(_named(root, "pageSetup"))
    behind = next((each for each in root if local(each) in _BEHIND), None)
    if behind is not None:
        behind.addprevious(setup)
    else:
        root.append(setup)
    return setup


def _width(root: Element, columns: tuple[int, int]) -> float:
    """How wide a sheet's columns are together, in points."""
    first, last = columns if columns[1] else (1, _last_column(root))
    form = child(root, "sheetFormatPr")
    usual = _number(form.get("defaultColWidth"), _USUAL_WIDTH) if form is not None else _USUAL_WIDTH
    total = usual * (last - first + 1)
    for column in found(root, "col"):
        low, high = int(_number(column.get("min"), 1)), int(_number(column.get("max"), 0))
        count = min(high, last) - max(low, first) + 1
        if count > 0:
            hidden = column.get("hidden") in {"1", "true"}
            total += count * ((0 if hidden else _number(column.get("width"), usual)) - usual)
    return total * _POINTS_PER_CHARACTER


def _last_column(root: Element) -> int:
    """The last column with something in it; 0 where the cells do not say where they are."""
    last = 0
    for value in found(root, "v", "is"):
        match = _CELL.match(value.getparent().get("r", ""))
        if match:
            last = max(last, column_number(match[1]))
    return last


def column_number(letters: str) -> int:
    """A column's number, 1-based: 27 for "AA"."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _room(root: Element, setup: Element) -> float:
    """Points between the margins of a sheet's paper."""
    paper = _PAPERS.get(setup.get("paperSize", A4), _PAPERS[A4])
    margins = child(root, "pageMargins")
    inches = sum(_number(attribute(margins, side), 0.7) for side in ("left", "right")) if margins is not None else 1.4
    return max(72.0, paper[setup.get("orientation") == "landscape"] - 72 * inches)


def _number(text: str | None, otherwise: float) -> float:
    try:
        number = float(text or "")
    except ValueError:
        return otherwise
    return number if 0 <= number < 1e6 else otherwise


def _named(root: Element, name: str) -> str:
    return f"{root.tag.rpartition('}')[0]}}}{name}" if "}" in root.tag else name
