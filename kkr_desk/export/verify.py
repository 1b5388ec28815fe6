"""Reading a finished collection back: nothing missing, nothing changed, and every number the same everywhere.

It compares what the file holds with the plan and with the hashes taken when the attachments came in; the numbers in
the index are read by another engine (PDFium) than the one that wrote the file.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Page

from kkr_desk.export.job import CollectionJob
from kkr_desk.export.metadata import PRODUCER
from kkr_desk.export.pages import OwnPages, draw_pages
from kkr_desk.export.readback import IndexLink, ReadBack, Stamp
from kkr_desk.export.stamp import find_place, opening, stamp_characters, stamp_stream, stamp_text
from kkr_desk.export.stamping import read_sample
from kkr_desk.export.structure.check import check_structure
from kkr_desk.model import Notice, PageFacts
from kkr_desk.pdf.digest import Digester
from kkr_desk.pdf.geometry import geometry
from kkr_desk.plan import Part, PartKind, attachment_text
from kkr_desk.progress import Progress

_LEVELS = 2
"""Levels of bookmarks that are ours: item and bilag; below are the attachment's own."""
_PRODUCERS = "KKR Desk "
"""What other versions of the program call themselves; their own pages and stamps may look otherwise."""
_BLANK = PageFacts(0, 0, 0, 0)
_OTHER_FILE = frozenset({"verify-unreadable", "verify-page-count"})
"""Findings after which it makes no sense to compare page by page."""
_TRAILING_NUMBER = re.compile(r"(\d+)\D*$")


def verify_file(file: Path, job: CollectionJob | None, full: bool, progress: Progress) -> tuple[Notice, ...]:  # noqa: FBT001
    """Check a collection, as the command `verify` does.

    Args:
        file: The collection.
        job: What it ought to be; None checks only that the file agrees with itself.
        full: Also read every page's text and compare it with the text read on arrival.
        progress: Stepped by page.

    Returns:
        What is wrong, in the order of the pages; nothing when all is well.
    """
    if job is None:
        return _with_file(file, lambda back: _agrees_with_itself(back, progress))
    own = draw_pages(job.plan, stamp_characters(job.plan.template))
    findings = verify_made(file, job, own, progress)
    if not full or any(notice.code in _OTHER_FILE for notice in findings):
        return findings
    return (*findings, *_changed_texts(file, job, progress))


def verify_made(
    file: Path, job: CollectionJob, own: OwnPages, progress: Progress, *, claimed: bool | None = None
) -> tuple[Notice, ...]:
    """Check a collection against its plan and the pages we wrote for it.

    Args:
        file: The collection.
        job: What it ought to be.
        own: Our pages as laid out for it.
        progress: Stepped by page.
        claimed: Whether it ought to claim that it is accessible; None for either.
    """

    def check(back: ReadBack) -> tuple[Notice, ...]:
        found = _Comparison(back, job, own, progress).findings()
        if any(notice.code in _OTHER_FILE for notice in found):
            return found
        return (*found, *check_structure(back.pdf, back.destinations, job, claimed=claimed))

    return _with_file(file, check)


class _Comparison:
    """Holds a file against the job it was made from."""

    def __init__(self, back: ReadBack, job: CollectionJob, own: OwnPages, progress: Progress) -> None:
        self._back = back
        self._job = job
        self._plan = job.plan
        self._own = own
        self._progress = progress
        producer = str(back.pdf.docinfo.get("/Producer", ""))
        self._is_ours = producer == PRODUCER or not producer.startswith(_PRODUCERS)

    def findings(self) -> tuple[Notice, ...]:
        expected = self._plan.total_pages
        for found in (len(self._back.pages), shown_pages(self._back.file)):
            if found != expected:
                return (_notice("verify-page-count", found=found, expected=expected),)
        with pikepdf.open(io.BytesIO(self._own.pdf)) as own_pdf:
            return (*self._pages(own_pdf), *self._index(), *self._bookmarks(), *_document(self._back))

    def _pages(self, own_pdf: pikepdf.Pdf) -> Iterator[Notice]:
        """Every page in its place, as it came, with its number on it."""
        own, own_digester = iter(range(1, len(own_pdf.pages))), Digester(own_pdf)
        codes, font = read_sample(Page(own_pdf.pages[0].obj), stamp_characters(self._plan.template))
        look = own_digester.whole(font)
        for part in self._plan.parts:
            facts = self._job.facts(part) or (_BLANK,) * part.page_count
            annotations = self._annotations(part, facts)
            self._progress.step(part.first_page, self._plan.total_pages, "export-verifying")
            for offset, fact in enumerate(facts):
                page = part.first_page - 1 + offset
                stamp = self._back.stamp(page)
                if part.kind is not PartKind.ATTACHMENT:
                    digest = own_digester.page(next(own)) if self._is_ours else ""
                    fact = PageFacts(0, 0, 0, 0, digest=digest)  # noqa: PLW2901  what is known of our own page
                if stamp is None:
                    yield _notice("verify-stamp-missing", page=page + 1)
                    continue
                text = stamp_text(self._plan.template, page + 1, self._plan.total_pages)
                where = geometry(Page(self._back.pages[page]))
                place = find_place(text, where.size, fact.ink, self._plan.template)
                wanted = stamp_stream(text, place, where, codes, fact, font=stamp.font)
                as_made = (stamp.opening, stamp.content) == (opening(fact), wanted) and self._back.font_look(
                    page, stamp
                ) == look
                if not (as_made if self._is_ours else page + 1 in stamp.numbers):
                    yield _notice("verify-stamp-wrong", page=page + 1)
                yield from self._same(part, page, fact, stamp, annotations[offset])

    def _same(self, part: Part, page: int, fact: PageFacts, stamp: Stamp, annotations: str) -> Iterator[Notice]:
        if part.kind is not PartKind.ATTACHMENT:
            links = sum(area.page == page for area in self._own.links) if part.kind is PartKind.INDEX else 0
            if (fact.digest and self._back.shown(page, stamp) != fact.digest) or self._back.annotated(page) != links:
                yield _notice("verify-own-page-changed", page=page + 1)
            return
        title = attachment_text(part.attachment, self._plan.template) if part.attachment else ""
        if self._back.shown(page, stamp) != fact.digest:
            yield _notice("verify-page-changed", page=page + 1, title=title, number=fact.number)
        made = annotations.partition(" ")[2]
        if self._back.digester.annotations(page, part.first_page - 1, made) != annotations:
            yield _notice("verify-annotations-changed", page=page + 1, title=title, number=fact.number)

    def _annotations(self, part: Part, facts: Sequence[PageFacts]) -> list[str]:
        """Hash of the annotations that each page must have.

        Where pages are left out, links to them are too: then it is taken from the file anew, as long as that is what
        came.
        """
        expected = [fact.annotations for fact in facts]
        key = part.attachment.rendition.pdf if part.attachment else None
        if part.kind is not PartKind.ATTACHMENT or key is None or len(facts) == len(self._job.pages[key]):
            return expected
        with pikepdf.open(self._job.sources[key]) as source:
            as_came = Digester(source)
            taken = Digester(source, [fact.number for fact in facts])
            for at, fact in enumerate(facts):
                if as_came.annotations(fact.number - 1) == fact.annotations:
                    expected[at] = taken.annotations(fact.number - 1)
        return expected

    def _index(self) -> Iterator[Notice]:
        """Each row's printed number, link and name lead to the page the plan says."""
        links = [link for page in range(self._plan.index_pages) for link in self._back.links(page)]
        entries = [self._plan.entries[area.entry] for area in self._own.links]
        if len(links) != len(entries):
            yield _notice("verify-index-links", found=len(links), expected=len(entries))
        printed = printed_numbers(self._back.file, links)
        for link, (_, number), entry in zip(links, printed, entries, strict=False):
            if number != entry.page:
                yield _notice("verify-index-number", text=entry.text, page=entry.page, found=number)
            if link.target != entry.page - 1 or link.name != entry.destination:
                found = 0 if link.target is None else link.target + 1
                yield _notice("verify-index-link", text=entry.text, page=entry.page, found=found)

    def _bookmarks(self) -> Iterator[Notice]:
        wanted = [(entry.level, entry.text, entry.page - 1) for entry in self._plan.entries]
        rows = list(self._back.outline())
        found = [row for row in rows if row[0] <= _LEVELS]
        missing = [row for row in wanted if row not in found]
        for _, text, page in missing:
            yield _notice("verify-bookmark", text=text, page=page + 1)
        if not missing and found != wanted:
            yield _notice("verify-bookmark-order")
        yield from self._inner_bookmarks(rows)

    def _inner_bookmarks(self, rows: list[tuple[int, str, int | None]]) -> Iterator[Notice]:
        """An attachment's own bookmarks lead into it."""
        ends = {p.first_page - 2: p.first_page + p.page_count - 2 for p in self._plan.parts if p.attachment}
        first = last = 0
        for level, title, page in rows:
            if level <= _LEVELS and page is not None:
                first, last = page, ends.get(page, page)
            elif level > _LEVELS and page is not None and not first < page <= last:
                yield _notice("verify-bookmark", text=title, page=page + 1)


def printed_numbers(file: Path, links: list[IndexLink]) -> list[tuple[str, int]]:
    """The text under each link and the number at its end (0 without one), as PDFium reads them."""
    found = []
    document = pypdfium2.PdfDocument(file)
    try:
        for page, rows in groupby(links, key=lambda link: link.page):
            shown = document[page]
            text_page = shown.get_textpage()
            for row in rows:
                text = text_page.get_text_bounded(*row.rect)
                number = _TRAILING_NUMBER.search(text)
                found.append((text, int(number[1]) if number else 0))
            text_page.close()
            shown.close()
    finally:
        document.close()
    return found


def shown_pages(file: Path) -> int:
    """How many pages readers see: by PDFium, which goes by another count than qpdf does; 0 when it sees none."""
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()


def _with_file(file: Path, check: Callable[[ReadBack], tuple[Notice, ...]]) -> tuple[Notice, ...]:
    try:
        with pikepdf.open(file) as pdf:
            return check(ReadBack(pdf, file))
    except (pikepdf.PdfError, pikepdf.PasswordError, pypdfium2.PdfiumError):
        return (_notice("verify-unreadable", file=file.name),)


def _agrees_with_itself(back: ReadBack, progress: Progress) -> tuple[Notice, ...]:
    rows = back.links(0) if back.pages else []
    ahead = [link.target for link in rows if link.target]
    if not ahead:
        return (_notice("verify-no-index", file=back.file.name),)
    rows += [link for page in range(1, min(ahead)) for link in back.links(page)]
    tags = check_structure(back.pdf, back.destinations, None)
    return (*_rows_agree(back, rows), *_stamps_agree(back, progress), *_document(back), *tags)


def _rows_agree(back: ReadBack, rows: list[IndexLink]) -> Iterator[Notice]:
    """Each row's printed number is its link's page, and the bookmarks say the same in the same order."""
    printed = printed_numbers(back.file, rows)
    for row, (text, number) in zip(rows, printed, strict=True):
        if row.target is None or number != row.target + 1:
            found = 0 if row.target is None else row.target + 1
            yield _notice("verify-index-number", text=" ".join(text.split()), page=found, found=number)
    outline = [row for row in back.outline() if row[0] <= _LEVELS]
    if [page for _, _, page in outline] != [row.target for row in rows]:
        yield _notice("verify-bookmark-order")
        return
    for (_, title, page), (text, _) in zip(outline, printed, strict=True):
        if not _reads(text, title):
            yield _notice("verify-bookmark", text=title, page=(page or 0) + 1)


def _stamps_agree(back: ReadBack, progress: Progress) -> Iterator[Notice]:
    pages = len(back.pages)
    for page in range(pages):
        progress.step(page, pages, "export-verifying")
        stamp = back.stamp(page)
        if stamp is None:
            yield _notice("verify-stamp-missing", page=page + 1)
        elif stamp.numbers != back.numbers_printed(page):
            yield _notice("verify-stamp-wrong", page=page + 1)


def _document(back: ReadBack) -> Iterator[Notice]:
    if not back.labels_from_one():
        yield _notice("verify-labels")
    for name in back.active():
        yield _notice("verify-active", name=name.lstrip("/"))


def _changed_texts(file: Path, job: CollectionJob, progress: Progress) -> Iterator[Notice]:
    """Every page's text is the one read on arrival, with the page number added in one place."""
    document = pypdfium2.PdfDocument(file)
    try:
        for part in job.plan.parts:
            if part.kind is not PartKind.ATTACHMENT or part.attachment is None:
                continue
            progress.step(part.first_page, job.plan.total_pages, "export-verifying-text")
            for offset, fact in enumerate(job.facts(part)):
                page = part.first_page + offset
                stamped = stamp_text(job.plan.template, page, job.plan.total_pages)
                if not _holds(_squeezed(page_text(document, page - 1)), _squeezed(fact.text), _squeezed(stamped)):
                    title = attachment_text(part.attachment, job.plan.template)
                    yield _notice("verify-text-changed", page=page, title=title, number=fact.number)
    finally:
        document.close()


def page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    """The text of a page's visible part (0-based) as PDFium reads it."""
    page = document[index]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded()) if text_page.count_chars() else ""
    finally:
        text_page.close()
        page.close()


def _holds(made: str, was: str, stamp: str) -> bool:
    """Whether `made` is `was` with the stamp put in.

    Where one line more changes the order that PDFium reads a page in (right-to-left scripts), the letters are counted:
    in another order brackets are mirrored and accents belong to other letters.
    """
    common = next((n for n, (a, b) in enumerate(zip(made, was, strict=False)) if a != b), min(len(made), len(was)))
    if made.endswith(was[common:]) and len(made) >= len(was):
        return True
    return _counted(made) == _counted(was) + _counted(stamp)


def _counted(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f\u00ad\ufffe\u2010\u2011-]+", "", unicodedata.normalize("NFC", text))


def _reads(text: str, title: str) -> bool:
    """Whether a row of the index says what its bookmark does; long rows end in an ellipsis.

    Letters of right-to-left scripts are left out, since the font may lack them, and of such rows the rest is counted.
    """
    row, wanted = _letters(text), _letters(title)
    if row.startswith(wanted) or ("…" in text and wanted.startswith(_letters(text.rpartition("…")[0]))):
        return True
    rest = [char for char in wanted if unicodedata.bidirectional(char) not in {"R", "AL"}]
    return len(rest) < len(wanted) and Counter(rest) <= Counter(row)


def _letters(text: str) -> str:
    """Letters and digits alone: what a font without a sign and a line's end leave alike."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if char.isalnum())


def _notice(code: str, **facts: object) -> Notice:
    return Notice(code, tuple((key, str(value)) for key, value in facts.items()))
