"""Bringing one attachment into a collection: its pages as they are, and what the document holds for them.

Everything that belongs together is copied through one map of objects, so that links, fields, layers and bookmarks lead
to the copied pages themselves. (`Pdf.add_pages_from` makes new annotations and grows with the square of the pages:
measured, 25 s for 8,336 pages against 3 s.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kkr_desk.export.forms import Fields
from kkr_desk.export.layers import Layers
from kkr_desk.export.outline import Bookmark, copied_target, read_outline
from kkr_desk.export.stamp import STANDS_FOR
from kkr_desk.export.structure.annotations import describe_annotations
from kkr_desk.export.structure.graft import Copied, Telling, drawn_objects, graft
from kkr_desk.pdf.annotations import CARRIES, MEDIA, RUNS, kept_as
from kkr_desk.pdf.destinations import Destinations
from kkr_desk.pdf.marked_content import strip_marks

_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit")
_PAGE_KEYS = frozenset(("/Type", *_BOXES, "/Contents", "/Resources", "/Group", "/Annots"))
_LINK_ACTIONS = frozenset({"/S", "/URI", "/N"})
_DROPPED = RUNS | CARRIES | {"/StructParent"}
_RELATED = ("/Popup", "/IRT")
_FILES = ("/AF", "/MCAF")
_HOLDERS = (Dictionary, Stream, Array)


@dataclass(frozen=True, slots=True)
class Brought:
    """One attachment in the collection.

    Attributes:
        pages: Its pages as copied, in order.
        outline: Its own bookmarks.
        names: Its named destinations as explicit ones.
        signatures: Signatures that no longer hold.
        dead_links: Links that led to pages that are left out, and are left out with them.
    """

    pages: tuple[Object, ...]
    outline: tuple[Bookmark, ...]
    names: tuple[tuple[bytes, Object], ...]
    signatures: int
    dead_links: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the attachments of a collection have in common.

    Attributes:
        pdf: The collection.
        fields: Gathers form fields.
        layers: Gathers layers.
    """

    pdf: Pdf
    fields: Fields
    layers: Layers


def bring(gathered: Gathered, source: Pdf, pages: Sequence[int], telling: Telling, *, label: str) -> Brought:
    """Copy an attachment's pages to a collection; the caller puts them into its page tree.

    Args:
        gathered: What it is added to.
        source: The open attachment; it is changed in memory, its file is not.
        pages: Which of its pages, 1-based and ascending; nothing of the others comes along.
        telling: How listeners are told of it.
        label: What a viewer's list of layers calls the attachment.
    """
    pdf = gathered.pdf
    _drop_files(source)
    if "/AcroForm" in source.Root:
        from kkr_desk.export.values import show_values  # noqa: PLC0415  most attachments are no forms

        show_values(source)
    destinations = Destinations(source, pages)
    every = [page.obj for page in source.pages]
    originals = [every[number - 1] for number in pages]
    dead_links = _dead_links(originals, Destinations(source), destinations) if len(pages) < len(every) else 0
    for original in originals:
        for key in [key for key in original.keys() if key not in _PAGE_KEYS]:  # noqa: SIM118  an Object, not a dict
            del original[key]
    _strip(source, originals, telling)
    drawn = drawn_objects(originals)
    copies = tuple(pdf.copy_foreign(original) for original in originals)
    for original, copy in zip(originals, copies, strict=True):
        if "/Annots" in original:
            _annotate(pdf, original, copy, destinations, copies)
    describe_annotations(copies, telling.first_page, telling.words)
    graft(Copied(source, originals, copies, drawn), telling)
    signatures = gathered.fields.add(source, copies, telling.prefix)
    gathered.layers.add(source, label)
    outline = read_outline(source, destinations, copies)
    targets = ((name, copied_target(destinations.resolve(held), copies)) for name, held in destinations.named.items())
    names = tuple((name, target) for name, target in targets if target is not None)
    return Brought(copies, outline, names, signatures, dead_links)


def _strip(source: Pdf, originals: Sequence[Object], telling: Telling) -> None:
    """Take the marks out of pages that no tags reach, as on arrival, when their digest was taken."""
    known: dict[tuple[int, int], Object | None] = {}
    for original, tags in zip(originals, telling.tags, strict=True):
        if tags in STANDS_FOR:
            strip_marks(source, original, known)


def _dead_links(originals: Sequence[Object], every: Destinations, taken: Destinations) -> int:
    """How many links of these pages lead to a page of the attachment that is not taken."""
    annots = (page.get("/Annots") for page in originals)
    listed = (annot for held in annots if isinstance(held, Array) for annot in held.as_list())
    links = (annot for annot in listed if isinstance(annot, Dictionary) and annot.get("/Subtype") == Name.Link)
    return sum(every.page_of(link) is not None and taken.page_of(link) is None for link in links)


def _annotate(pdf: Pdf, original: Object, copy: Object, destinations: Destinations, copies: tuple[Object, ...]) -> None:
    """Keep the annotations that come along, without anything that runs or opens a file, as objects of their own."""
    kept = []
    annots: Any = original.get("/Annots")
    pairs = zip(annots.as_list(), copy.Annots.as_list(), strict=True) if isinstance(annots, Array) else ()
    for was, annot in pairs:
        kind = kept_as(was, destinations) if isinstance(was, Dictionary) else None
        if kind is None or not isinstance(annot, Dictionary):
            continue
        target = copied_target(destinations.of(was), copies) if kind == "/Link" else None
        _clean(annot, kind, target)
        kept.append(annot if annot.is_indirect else pdf.make_indirect(annot))
    if not kept:
        del copy["/Annots"]
        return
    copy.Annots = Array(kept)
    present = {annot.objgen for annot in kept}
    for annot in kept:
        for key in _RELATED:
            related = annot.get(key)
            if isinstance(related, Dictionary) and related.objgen not in present:
                del annot[key]


def _clean(annot: Object, kind: str, target: Object | None) -> None:
    action = annot.get("/A")
    for key in [key for key in annot.keys() if key in _DROPPED]:  # noqa: SIM118  an Object, not a dict
        del annot[key]
    if kind == "/Stamp" and str(annot.Subtype) in MEDIA:
        annot.Subtype = Name(kind)
    if target is not None:
        annot.Dest = target
    elif kind == "/Link" and isinstance(action, Dictionary):
        if "/Dest" in annot:
            del annot["/Dest"]
        annot.A = Dictionary({key: value for key, value in action.items() if key in _LINK_ACTIONS})


def _drop_files(source: Pdf) -> None:
    """Cut embedded files off what the pages draw (PDF/A-3, PDF 2.0), in documents that say they hold any.

    The document's own list of files is not copied anyway.
    """
    names = source.Root.get("/Names")
    listed = isinstance(names, Dictionary) and "/EmbeddedFiles" in names
    if not listed and "/AF" not in source.Root and not any("/AF" in page.obj for page in source.pages):
        return
    waiting: list[Any] = [page.obj.get("/Resources") for page in source.pages]
    for page in source.pages:
        annots = page.obj.get("/Annots")
        members = annots.as_list() if isinstance(annots, Array) else ()
        waiting += [annot.get("/AP") for annot in members if isinstance(annot, Dictionary)]
    _drop_from(waiting)


def _drop_from(waiting: list[Any]) -> None:
    """The same for these objects and all that they draw with."""
    seen: set[tuple[int, int]] = set()
    while waiting:
        held = waiting.pop()
        if not isinstance(held, (Dictionary, Stream, Array)) or held.objgen in seen:
            continue
        if held.is_indirect:
            seen.add(held.objgen)
        if isinstance(held, Array):
            waiting += [member for member in held.as_list() if isinstance(member, _HOLDERS)]
            continue
        for key in _FILES:
            if key in held:
                del held[key]
        waiting += [value for _, value in held.items() if isinstance(value, _HOLDERS)]
