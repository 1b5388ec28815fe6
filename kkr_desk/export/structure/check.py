"""The finished file's tags, held against what its pages hold and against the plan, before anybody is given it.

Each way round: what a page's content marks, what the parent tree lists for it and what the elements claim must be the
same (ISO 32000-1, 14.7.4; ISO 14289-1, 7.1), and so must annotations and their elements (7.18).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, String

from kkr_desk.export.job import CollectionJob
from kkr_desk.export.metadata import document_title
from kkr_desk.export.structure.annotations import is_told, page_annotations
from kkr_desk.export.structure.finished import Key, chain, owners, parent_entries, read_finished
from kkr_desk.export.structure.wording import link_words
from kkr_desk.model import Notice, PageTags
from kkr_desk.pdf.destinations import Destinations, destination
from kkr_desk.pdf.fields import inherited
from kkr_desk.pdf.marked_content import form_identifiers, page_identifiers
from kkr_desk.pdf.tagging.parent_tree import LARGEST_MCID
from kkr_desk.plan import Part, PartKind, Plan, attachment_text

_LISTED = frozenset({PartKind.DIVIDER, PartKind.SLIP, PartKind.ATTACHMENT})


def check_structure(
    pdf: Pdf, destinations: Destinations, job: CollectionJob | None, *, claimed: bool | None = None
) -> Iterator[Notice]:
    """Say what is wrong with a finished file's tags.

    Args:
        pdf: The file.
        destinations: Where its links lead.
        job: What it was made from; without it the file is only held against itself.
        claimed: Whether the file ought to claim PDF/UA; None for either.
    """
    if not isinstance(pdf.Root.get("/StructTreeRoot"), Dictionary):
        yield _notice("verify-tags-missing")
        return
    check = _Check(pdf, destinations)
    yield from _document(pdf, job.plan if job else None, claimed=claimed)
    yield from check.tree()
    whole = _told_whole(job) if job else frozenset()
    for number, page in enumerate(check.pages, 1):
        yield from check.page(number, page, whole=number in whole)
    if job is not None:
        yield from check.order(job.plan)
        yield from check.index(job.plan)


class _Check:
    """One file's structure, read once."""

    def __init__(self, pdf: Pdf, destinations: Destinations) -> None:
        self.pages = [page.obj for page in pdf.pages]
        self._destinations = destinations
        self._numbers = {page.objgen: number for number, page in enumerate(self.pages, 1)}
        self._found = read_finished(pdf, frozenset(self._numbers))
        self._entries = parent_entries(pdf)
        self._forms: dict[Key, list[Object]] = {}
        for form, page in self._found.forms.items():
            self._forms.setdefault(page, []).append(pdf.get_object(form))
        self._annotations: set[Key] = set()

    def tree(self) -> Iterator[Notice]:
        """What elements break by themselves."""
        faults = dict(self._found.faults)
        headings = faults.pop("heading", 0)
        if headings:
            yield _notice("verify-tags-headings", count=headings)
        broken = {rule: count for rule, count in sorted(faults.items()) if count}
        if broken:
            yield _notice("verify-tags-tree", count=sum(broken.values()), rules=", ".join(broken))

    def page(self, number: int, page: Object, *, whole: bool) -> Iterator[Notice]:
        """What a page shows, the parent tree and the elements agree; so do its annotations.

        Args:
            number: 1-based.
            page: Its dictionary.
            whole: Whether all that its content marks must be claimed.
        """
        marked = page_identifiers(page)
        same = self._agree(page, marked)
        same = same and not (whole and any(mcid <= LARGEST_MCID for mcid in marked - self._claimed(page)))
        if not same or not all(self._agree(form, form_identifiers(form)) for form in self._drawn(page)):
            yield _notice("verify-tags-page", page=number)
        annotations = page_annotations(page)
        self._annotations.update(annotation.objgen for annotation in annotations)
        if any(not self._is_owned(annotation) for annotation in annotations if is_told(annotation)):
            yield _notice("verify-tags-annotation", page=number)
        if any(not self._says(annotation) for annotation in annotations if is_told(annotation)):
            yield _notice("verify-tags-link", page=number)
        if "/Annots" in page and page.get("/Tabs") != Name.S:
            yield _notice("verify-tags-tabs", page=number)  # ISO 14289-1, 7.18.3

    def order(self, plan: Plan) -> Iterator[Notice]:
        """Each page is told of in the part of its own attachment, and the parts follow the plan."""
        wanted = [part for part in plan.parts if part.kind is PartKind.DIVIDER]
        titles = [attachment_text(part.attachment, plan.template) for part in wanted if part.attachment]
        if self._found.titles != titles:
            yield _notice("verify-tags-order", page=wanted[0].first_page if wanted else 1)
            return
        part = -1
        for place in plan.parts:
            part += place.kind is PartKind.DIVIDER
            for number in range(place.first_page, place.first_page + place.page_count):
                if not self._is_in(place, part, self.pages[number - 1].objgen):
                    yield _notice("verify-tags-order", page=number)

    def index(self, plan: Plan) -> Iterator[Notice]:
        """The index is a list of rows, each a link of its own that says what the plan's entry does."""
        links = [a for page in self.pages[: plan.index_pages] for a in page_annotations(page)]
        rows = [key for key, element in self._found.elements.items() if element.role == "TOCI" and not element.section]
        owned: list[Key] = []
        for link, entry in zip(links, plan.entries, strict=False):
            owner = self._found.references.get(link.objgen)
            path = list(chain(self._found, owner)) if owner is not None else []
            told = str(link.get("/Contents", "")) == link_words(entry.text, entry.page, plan.template)
            if path[:5] != ["Link", "Reference", "TOCI", "TOC", "Sect"] or owner is None or not told:
                yield _notice("verify-tags-index", text=entry.text, page=entry.page)
                return
            owned.append(self._above(owner, 2))
        if owned != rows or len(rows) != len(plan.entries):
            yield _notice("verify-tags-index", text=plan.entries[0].text, page=1)

    def _agree(self, holder: Object, marked: frozenset[int]) -> bool:
        """The parent tree lists what the elements claim of a page or form, and that is there."""
        stated: Any = holder.get("/StructParents")
        listed = owners(self._entries.get(stated) if isinstance(stated, int) else None)
        return listed == self._found.marks.get(holder.objgen, {}) and listed.keys() <= marked

    def _claimed(self, page: Object) -> set[int]:
        return set(self._found.marks.get(page.objgen, {}))

    def _drawn(self, page: Object) -> list[Object]:
        return self._forms.get(page.objgen, [])

    def _is_owned(self, annotation: Object) -> bool:
        """An annotation and its element name each other (ISO 14289-1, 7.18.1)."""
        stated: Any = annotation.get("/StructParent")
        entry: Any = self._entries.get(stated) if isinstance(stated, int) else None
        owner = self._found.references.get(annotation.objgen)
        return owner is not None and isinstance(entry, Dictionary) and entry.objgen == owner

    def _says(self, annotation: Object) -> bool:
        """A link says where it leads, and leads there (7.18.5); a field says what it is for (7.18.4)."""
        kind = annotation.get("/Subtype")
        if kind == Name.Link:
            dead = destination(annotation) is not None and self._destinations.page_of(annotation) is None
            return bool(str(annotation.get("/Contents", "")).strip()) and not dead
        if kind == Name.Widget:
            told = inherited(annotation, "/TU")
            return isinstance(told, String) and bool(str(told).strip())
        return True

    def _is_in(self, place: Part, part: int, page: Key) -> bool:
        """Whether all that is told of a page is in the part it belongs to; a divider may begin the item as well."""
        elements = self._found.elements
        parts = {elements[key].part for key in self._found.marks.get(page, {}).values()}
        if place.kind is PartKind.DIVIDER:
            return part in parts and parts <= {part, -1}
        return parts <= ({part} if place.kind in _LISTED else {-1})

    def _above(self, key: Key, levels: int) -> Key:
        for _ in range(levels):
            key = self._found.elements[key].parent or key
        return key


def _told_whole(job: CollectionJob) -> frozenset[int]:
    """The pages whose own tags tell of them, and ours; on others a mark may be left that could not be taken out."""
    found: set[int] = set()
    for part in job.plan.parts:
        tags = [fact.tags for fact in job.facts(part)] or [PageTags.TAGGED] * part.page_count
        found.update(part.first_page + n for n, tag in enumerate(tags) if tag is PageTags.TAGGED)
    return frozenset(found)


def _document(pdf: Pdf, plan: Plan | None, *, claimed: bool | None) -> Iterator[Notice]:
    """What the document says of itself as a whole (ISO 14289-1, 5, 6.2, 7.1, 7.2)."""
    root = pdf.Root
    if not _is_true(root.get("/MarkInfo"), "/Marked"):
        yield _notice("verify-tags-missing")
    language = root.get("/Lang")
    if not str(language or "") or (plan is not None and str(language) != plan.template.language):
        yield _notice("verify-language")
    title, claims = _stated(pdf)
    titled = _is_true(root.get("/ViewerPreferences"), "/DisplayDocTitle")
    if not titled or not title or (plan is not None and title != document_title(plan)):
        yield _notice("verify-title")
    if claimed is not None and claims != claimed:
        yield _notice("verify-claim")


def _is_true(holder: Any, key: str) -> bool:
    stated: Any = holder.get(key) if isinstance(holder, Dictionary) else None
    return stated is True


def _stated(pdf: Pdf) -> tuple[str, bool]:
    """The title that a file's metadata states, and whether it claims PDF/UA-1."""
    try:
        metadata = pdf.open_metadata(update_docinfo=False)  # without `with` it is only read
        return str(metadata.get("dc:title", "")), str(metadata.get("pdfuaid:part", "")) == "1"
    except (pikepdf.PdfError, ValueError):
        return "", False


def _notice(code: str, **facts: object) -> Notice:
    return Notice(code, tuple((key, str(value)) for key, value in facts.items()))
