"""A paper made ready for the program that converts it: looked through, and copied as the caseworker decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kkr_desk.intake.conversion import Refused, Request
from kkr_desk.intake.papers.brought import Brought
from kkr_desk.intake.papers.excel import look_through_excel
from kkr_desk.intake.papers.links import cut_links, cut_macros
from kkr_desk.intake.papers.opendocument import CONTENT, look_through_opendocument
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.particulars import particulars_of
from kkr_desk.intake.papers.powerpoint import look_through_powerpoint
from kkr_desk.intake.papers.relations import main_part, make_plain
from kkr_desk.intake.papers.word import look_through_word
from kkr_desk.intake.papers.xml_part import local
from kkr_desk.model import FileStatus, Notice, Particulars, Shown
from kkr_desk.progress import Progress

_OPEN_DOCUMENT = {"odt", "ods", "odp"}
_ROOTS = {"docx": "document", "xlsx": "workbook", "pptx": "presentation"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy that may be given to an office program.

    Attributes:
        path: The copy, in the work folder; its ending is the kind's.
        notices: What the paper brings beside its text, and what of it is still to be decided.
        particulars: What it says of itself.
        show_comments: Whether the PDF is to show its comments.
    """

    path: Path
    notices: tuple[Notice, ...] = ()
    particulars: Particulars = field(default_factory=Particulars)
    show_comments: bool = False


def prepare(request: Request, progress: Progress) -> Prepared:
    """Look through a paper and copy it for conversion.

    Args:
        request: A file of the kind "docx", "xlsx", "pptx", "odt", "ods" or "odp"; it is not written to.
        progress: Told of the parts.

    Returns:
        The copy. Of a paper that brings nothing beside its text, every part is as it was, byte for byte.

    Raises:
        Refused: It is damaged, locked, too large or built as no Office program builds one.
        Cancelled: By `progress`.
    """
    progress.step(0, 0, "office-prepare")
    brought = Brought()
    copy = request.folder / f"paper.{request.kind}"
    with Package(request.path) as package:
        if request.kind in _OPEN_DOCUMENT:
            main = CONTENT
            look_through_opendocument(package, request.kind, request.treatment, brought)
        else:
            main = main_part(package)
            _look_through_open_xml(package, main, request, brought, progress)
        particulars = particulars_of(package, request.kind, main)
        package.check(progress)
        package.write(copy)
    shown = brought.comments > 0 and request.treatment.comments is Shown.SHOWN
    return Prepared(copy, brought.notices(request.treatment), particulars, shown)


def _look_through_open_xml(package: Package, main: str, request: Request, brought: Brought, progress: Progress) -> None:
    """Go through a file of Office 2007 or later.

    Raises:
        Refused: Its main part is not what its kind has.
        Cancelled: By `progress`.
    """
    if main.lower().endswith(".bin"):
        raise Refused(FileStatus.UNSUPPORTED, Notice("office-binary-workbook"))
    root = package.tree(main)
    if root is None or local(root) != _ROOTS[request.kind]:
        raise Refused(FileStatus.DAMAGED, Notice("file-damaged"))
    brought.macros = make_plain(package)
    cut_macros(package, brought)
    if request.kind == "docx":
        look_through_word(package, main, request.treatment, brought)
    elif request.kind == "xlsx":
        look_through_excel(package, main, request, brought, progress)
    else:
        look_through_powerpoint(package, main, request.treatment, brought, progress)
    cut_links(package, brought)
