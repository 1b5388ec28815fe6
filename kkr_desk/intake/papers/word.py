"""What a Word document brings beside its text, and how it is left out or shown."""

from __future__ import annotations

from kkr_desk.intake.papers.brought import Brought
from kkr_desk.intake.papers.fields import cut_fields
from kkr_desk.intake.papers.links import cut_picture_sources
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.relations import cut_off, parts_of
from kkr_desk.intake.papers.revisions import accept, count_changes
from kkr_desk.intake.papers.xml_part import Element, attribute, drop, drop_all, found, local, unwrap
from kkr_desk.model import Shown, Treatment

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_COMMENT_PARTS = ("comments", "commentsExtended", "commentsExtensible", "commentsIds", "people")
_COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def look_through_word(package: Package, main: str, treatment: Treatment, brought: Brought) -> None:
    """Find what a document brings and do with it as was decided.

    Args:
        package: The document; changed.
        main: Name of its main part.
        treatment: What was decided.
        brought: Takes what was found.
    """
    for name in parts_of(package, main, "comments"):
        root = package.tree(name)
        brought.comments += len(found(root, "comment")) if root is not None else 0
    if treatment.comments is Shown.LEFT_OUT:
        cut_off(package, *_COMMENT_PARTS)
    stories = list(dict.fromkeys((main, *parts_of(package, main, *_STORIES))))
    for name in stories:
        root = package.tree(name)
        if root is not None and _look_through_story(root, treatment, brought):
            package.touch(name)
    _look_through_settings(package, main, treatment, brought)
    cut_off(package, "aFChunk")
    if brought.objects:
        cut_off(package, "oleObject", "package", within=stories)


def _look_through_story(root: Element, treatment: Treatment, brought: Brought) -> bool:
    """Go through one part that has text; returns whether it was changed."""
    changed = count_changes(root, brought) > 0 and treatment.changes is Shown.LEFT_OUT
    if changed:
        accept(root)
    if treatment.comments is Shown.LEFT_OUT:
        changed |= _drop_comment_marks(root)
    fields = cut_fields(root)
    links = fields.loading + cut_picture_sources(root) + drop_all(found(root, "frameset"))
    inserted = drop_all(found(root, "altChunk"))
    objects = _show_objects_as_pictures(root)
    brought.links += links
    brought.inserted += inserted
    brought.objects += objects
    return changed or bool(fields.all or links or inserted or objects)


def _drop_comment_marks(root: Element) -> bool:
    marks = found(root, *_COMMENT_MARKS)
    for mark in marks:
        run = mark.getparent()
        drop(mark)
        if local(run) == "r" and all(local(each) == "rPr" for each in run):
            drop(run)
    return bool(marks)


def _show_objects_as_pictures(root: Element) -> int:
    """Leave of what other programs put in the text the picture alone; returns how many of them were files."""
    count = 0
    for element in found(root, "OLEObject", "objectEmbed", "objectLink"):
        holder = element.getparent()
        count += local(element) != "objectLink" and attribute(element, "Type") != "Link"
        drop(element)
        if holder is None or local(holder) != "object":
            continue
        if found(holder, "shape", "rect", "group"):
            holder.tag = holder.tag.rpartition("}")[0] + "}pict"
        else:
            unwrap(holder)
    return count


def _look_through_settings(package: Package, main: str, treatment: Treatment, brought: Brought) -> None:
    for name in parts_of(package, main, "settings"):
        root = package.tree(name)
        if root is None:
            continue
        merged = drop_all(found(root, "mailMerge"))
        brought.links += merged
        quiet = drop_all(found(root, "attachedTemplate", "linkStyles", "saveThroughXslt"))
        if treatment.changes is Shown.SHOWN:
            quiet += drop_all(found(root, "revisionView"))
        if merged or quiet:
            package.touch(name)
    for name in parts_of(package, main, "webSettings"):
        root = package.tree(name)
        frames = drop_all(found(root, "frameset")) if root is not None else 0
        if frames:
            brought.links += frames
            package.touch(name)
