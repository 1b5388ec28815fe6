"""What came of looking at a file that is to be an attachment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kkr_desk.model.accessibility import Accessibility
from kkr_desk.model.identity import Sha256
from kkr_desk.model.page import PageFacts
from kkr_desk.model.particulars import Particulars
from kkr_desk.model.treatment import Treatment

INSPECTION = 3
"""How files are looked at: another number than the one before wherever what is known of them has changed."""

NOBODY_HERE = 0
"""How a file was looked at that nobody has looked at on this machine: what is known of it was told, or is a guess."""


class FileStatus(StrEnum):
    """What came of looking at a file that is to be an attachment."""

    OK = "ok"
    PASSWORD = "password"  # noqa: S105  a status, not a secret
    DAMAGED = "damaged"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too-large"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a caseworker should know of a file or a document.

    Attributes:
        code: Of `kkr_desk.sentences.NOTICES`.
        facts: What its sentence names.
        of_making: It was said when a PDF was made of the file, so that looking at that PDF again does not say it again.
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    of_making: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class RenditionKey:
    """Which rendition: the same file treated in two ways is two."""

    source: Sha256
    treatment: Treatment = field(default_factory=Treatment)

    def __hash__(self) -> int:
        """By the source alone, which says nearly all: a treatment's six fields would take longer than all else."""
        return hash(self.source)


@dataclass(frozen=True, slots=True)
class Rendition:
    """A source file's form as PDF: what came of looking at it.

    Attributes:
        source: Hash of the file as it came.
        status: `FileStatus.OK` when it can be included.
        pdf: Hash of the PDF to include; equal to `source` for a sound PDF, None without one.
        page_count: Pages of that PDF, 0 without one.
        kind: What the bytes of the source are, see `kkr_desk.intake.kind`.
        warnings: What to tell the caseworker.
        pages: Facts page by page; empty where they were not asked for.
        accessibility: What the PDF brings for those who listen; None where nobody has looked for that.
        inspection: How it was looked at, see `INSPECTION`.
        treatment: How the source was made into the PDF.
        particulars: What the file says of itself.
    """

    source: Sha256
    status: FileStatus
    pdf: Sha256 | None = None
    page_count: int = 0
    kind: str = "pdf"
    warnings: tuple[Notice, ...] = ()
    pages: tuple[PageFacts, ...] = field(default=(), repr=False)
    accessibility: Accessibility | None = None
    inspection: int = INSPECTION
    treatment: Treatment = field(default_factory=Treatment)
    particulars: Particulars = field(default_factory=Particulars)

    @property
    def key(self) -> RenditionKey:
        """Which rendition it is."""
        return RenditionKey(self.source, self.treatment)

    @property
    def is_outdated(self) -> bool:
        """Whether its file was looked at in another way than it would be now, so that its facts are not to be used.

        A file that was refused then may well be included now.
        """
        return self.inspection != INSPECTION
