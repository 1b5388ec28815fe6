"""What a collection is made from and held against, and what has become of it. Loads nothing that opens a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kkr_desk.model import AttachmentId, Notice, PageFacts, Sha256
from kkr_desk.plan import Part, PartKind, Plan, included_pages, missing


@dataclass(frozen=True, slots=True)
class CollectionJob:
    """All that a collection is made from; all but `alternates` goes by the hash of the attachment's PDF.

    Attributes:
        plan: Where everything stands.
        sources: The attachments' PDFs.
        pages: What is known of their pages.
        alternates: What the secretariat says instead of pictures: by attachment, then by place, see
            `kkr_desk.model.Figure` and `kkr_desk.model.page_place`.
    """

    plan: Plan
    sources: Mapping[Sha256, Path]
    pages: Mapping[Sha256, tuple[PageFacts, ...]]
    alternates: Mapping[AttachmentId, Mapping[str, str]] = field(default_factory=dict)

    def facts(self, part: Part) -> tuple[PageFacts, ...]:
        """What is known of an attachment's pages as far as they are in the collection; nothing of another part."""
        if part.kind is not PartKind.ATTACHMENT or part.attachment is None or part.attachment.rendition.pdf is None:
            return ()
        known = self.pages[part.attachment.rendition.pdf]
        included = included_pages(part.attachment)
        return known if len(included) == len(known) else tuple(known[number - 1] for number in included)


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished document.

    Attributes:
        file: Where it is.
        pages: How many it has.
        sha256: Hash of its bytes.
        size: How many bytes that is.
        warnings: What the caseworker should know of it.
        accessible: Whether it claims that it conforms to PDF/UA-1 (ISO 14289-1); it was checked then.
        unclaimed: Why it does not; a Word file makes no such claim and gives no reason.
    """

    file: Path
    pages: int
    sha256: Sha256
    size: int
    warnings: tuple[Notice, ...] = ()
    accessible: bool = False
    unclaimed: tuple[Notice, ...] = ()


def collection_job(
    plan: Plan, path_of: Callable[[Sha256], Path], pages_of: Callable[[Sha256], tuple[PageFacts, ...]]
) -> CollectionJob:
    """All that an export needs.

    Args:
        plan: Where everything stands.
        path_of: The file of an attachment's PDF.
        pages_of: What is known of its pages.
    """
    left_out = {attachment.attachment.id for _, attachment in missing(plan.agenda)}
    every = (attachment for item in plan.agenda.items for attachment in item.attachments)
    ready = (a.rendition.pdf for a in every if a.attachment.id not in left_out)
    included = dict.fromkeys(pdf for pdf in ready if pdf is not None)
    return CollectionJob(plan, {pdf: path_of(pdf) for pdf in included}, {pdf: pages_of(pdf) for pdf in included})
