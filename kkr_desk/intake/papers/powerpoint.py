"""What a presentation brings beside its slides, and how it is left out or shown (ECMA-376 part 1, 19)."""

from __future__ import annotations

from kkr_desk.intake.papers.brought import Brought
from kkr_desk.intake.papers.frozen import freeze_slide_dates
from kkr_desk.intake.papers.links import cut_picture_sources
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.relations import cut_off, parts_of
from kkr_desk.intake.papers.xml_part import attribute, drop, found
from kkr_desk.model import Shown, Treatment
from kkr_desk.progress import Progress

_COMMENT_KINDS = ("comments", "commentAuthors", "authors")
_STARTING = ("ppaction://program", "ppaction://macro", "ppaction://ole")


def look_through_powerpoint(
    package: Package, main: str, treatment: Treatment, brought: Brought, progress: Progress
) -> None:
    """Find what a presentation brings and do with it as was decided.

    Args:
        package: The presentation; changed.
        main: Name of its main part.
        treatment: What was decided.
        brought: Takes what was found.
        progress: Told of every slide.
    """
    slides = parts_of(package, main, "slide")
    for n, name in enumerate(slides):
        progress.step(n, len(slides), "office-prepare")
        _look_through_slide(package, name, treatment, brought)
    if treatment.comments is Shown.LEFT_OUT:
        cut_off(package, *_COMMENT_KINDS)
    layouts = [*slides, *parts_of(package, main, "slideMaster", "notesMaster")]
    for master in parts_of(package, main, "slideMaster"):
        layouts += parts_of(package, master, "slideLayout")
    brought.objects += cut_off(package, "oleObject", "package", within=dict.fromkeys(layouts))


def _look_through_slide(package: Package, name: str, treatment: Treatment, brought: Brought) -> None:
    root = package.tree(name)
    if root is None:
        return
    for part in parts_of(package, name, "comments"):
        brought.comments += len(found(package.tree(part), "cm", "reply"))
    if attribute(root, "show") in {"0", "false"}:
        brought.slides += 1
        if treatment.hidden is Shown.SHOWN:
            root.attrib.pop("show", None)
            package.touch(name)
    for link in found(root, "hlinkClick", "hlinkHover", "hlinkMouseOver"):
        if attribute(link, "action").lower().startswith(_STARTING):
            drop(link)
            brought.macros = True
            package.touch(name)
    if freeze_slide_dates(root):
        package.touch(name)
    pictures = cut_picture_sources(root)
    if pictures:
        brought.links += pictures
        package.touch(name)
