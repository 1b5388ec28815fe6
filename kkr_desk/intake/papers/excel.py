"""What a workbook brings beside its cells, and how it is left out or shown (ECMA-376 part 1, 18)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kkr_desk.intake.conversion import Request
from kkr_desk.intake.papers.brought import Brought
from kkr_desk.intake.papers.formulas import cut_formulas, cut_names
from kkr_desk.intake.papers.frozen import freeze_headers, saved_on
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.page_setup import column_number, fit_to_width
from kkr_desk.intake.papers.relations import cut_off, parts_of, relations
from kkr_desk.intake.papers.xml_part import attribute, drop, drop_all, found
from kkr_desk.model import Shown, Treatment
from kkr_desk.progress import Progress

_COMMENT_KINDS = ("comments", "threadedComment", "person")
_SOURCES = ("connections", "externalLink")
_LOOSE = ("queryTable", "volatileDependencies")
_MACRO_SHEETS = ("xlMacrosheet", "xlIntlMacrosheet")
_AREA = "_xlnm.Print_Area"
_COLUMNS = re.compile(r"\$?([A-Z]{1,3})\$?\d*:\$?([A-Z]{1,3})\$?\d*")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of cells: its part, and the first and last of its columns that are printed (1-based, 0 if unsaid)."""

    part: str
    columns: tuple[int, int]


def look_through_excel(package: Package, main: str, request: Request, brought: Brought, progress: Progress) -> None:
    """Find what a workbook brings and do with it as was decided.

    Args:
        package: The workbook; changed.
        main: Name of its main part.
        request: Its name, and what was decided.
        brought: Takes what was found.
        progress: Told of every sheet.
    """
    treatment = request.treatment
    book = package.tree(main)
    _look_through_history(package, main, treatment, brought)
    _cut_macro_sheets(package, main, brought)
    _look_for_hidden_sheets(package, main, treatment, brought)
    brought.links += cut_off(package, *_SOURCES)
    cut_off(package, *_LOOSE)
    if drop_all(found(book, "externalReferences")):
        package.touch(main)
    names = cut_names(book)
    if names:
        package.touch(main)
    sheets = _sheets(package, main)
    formulas, day = 0, saved_on(package)
    for n, sheet in enumerate(sheets):
        progress.step(n, len(sheets), "office-prepare")
        formulas += _look_through_sheet(package, sheet, treatment, brought, names)
        if freeze_headers(package.tree(sheet.part), request.name, day):
            package.touch(sheet.part)
        package.settle(sheet.part)
    if formulas:
        cut_off(package, "calcChain")
    if treatment.comments is Shown.LEFT_OUT:
        cut_off(package, *_COMMENT_KINDS)


def _look_through_sheet(
    package: Package, sheet: _Sheet, treatment: Treatment, brought: Brought, names: frozenset[str]
) -> int:
    """Go through one sheet; returns how many formulas gave way to their results."""
    root = package.tree(sheet.part)
    comments = _comments(package, sheet.part)
    brought.comments += comments
    cuts = cut_formulas(root, names)
    brought.links += cuts.reaching
    brought.objects += cut_off(package, "oleObject", "package", within=(sheet.part,))
    show = bool(comments) and treatment.comments is Shown.SHOWN
    if fit_to_width(root, sheet.columns, comments_at_end=show) or cuts.all:
        package.touch(sheet.part)
    return cuts.all


def _comments(package: Package, sheet: str) -> int:
    """Comments on a sheet: of a thread, Excel keeps its beginning a second time in the older form."""
    counts = {"comment": 0, "threadedComment": 0}
    for name in parts_of(package, sheet, "comments", "threadedComment"):
        root = package.tree(name)
        for kind in counts:
            counts[kind] += len(found(root, kind))
    return max(counts.values())


def _look_for_hidden_sheets(package: Package, main: str, treatment: Treatment, brought: Brought) -> None:
    sheets = found(package.tree(main), "sheet")
    hidden = [sheet for sheet in sheets if attribute(sheet, "state").lower() in {"hidden", "veryhidden"}]
    brought.sheets += [attribute(sheet, "name") for sheet in hidden]
    if treatment.hidden is Shown.SHOWN:
        for sheet in hidden:
            sheet.attrib.pop("state", None)
            package.touch(main)


def _look_through_history(package: Package, main: str, treatment: Treatment, brought: Brought) -> None:
    """A shared workbook's changes: the cells hold what they came to, so that leaving out needs no more."""
    for header in parts_of(package, main, "revisionHeaders"):
        root = package.tree(header)
        brought.authors |= {attribute(each, "userName") for each in found(root, "header")} - {""}
        for log in parts_of(package, header, "revisionLog"):
            changes = package.tree(log)
            brought.changes += 0 if changes is None else len(changes)
    if treatment.changes is Shown.LEFT_OUT:
        cut_off(package, "revisionLog", "usernames")
        cut_off(package, "revisionHeaders")


def _cut_macro_sheets(package: Package, main: str, brought: Brought) -> None:
    """Take out sheets whose cells are programs (Excel 4); what counts sheets counts on."""
    book = package.tree(main)
    gone = {r.id for r in relations(package, main) if r.kind in _MACRO_SHEETS}
    if not gone:
        return
    brought.macros = True
    sheets = found(book, "sheet")
    kept = [n for n, sheet in enumerate(sheets) if not gone & {str(v) for v in sheet.attrib.values()}]
    drop_all(sheet for n, sheet in enumerate(sheets) if n not in kept)
    places = {str(old): str(new) for new, old in enumerate(kept)}
    for name in found(book, "definedName"):
        place = name.get("localSheetId")
        if place is not None and place not in places:
            drop(name)
        elif place is not None:
            name.set("localSheetId", places[place])
    for view in found(book, "workbookView"):
        for key in ("activeTab", "firstSheet"):
            view.attrib.pop(key, None)
    cut_off(package, *_MACRO_SHEETS)
    package.touch(main)


def _sheets(package: Package, main: str) -> list[_Sheet]:
    book = package.tree(main)
    parts = {r.id: r.target for r in relations(package, main) if r.kind == "worksheet" and r.target in package}
    areas = {n.get("localSheetId"): n.text or "" for n in found(book, "definedName") if n.get("name") == _AREA}
    found_sheets = []
    for place, sheet in enumerate(found(book, "sheet")):
        part = next((parts[v] for v in sheet.attrib.values() if v in parts), None)
        if part is not None:
            found_sheets.append(_Sheet(part, _columns(areas.get(str(place), ""))))
    return found_sheets


def _columns(area: str) -> tuple[int, int]:
    ends = [column_number(end) for match in _COLUMNS.finditer(area.rpartition("!")[2]) for end in match.groups()]
    return (min(ends), max(ends)) if ends else (0, 0)
