"""What came of looking at a file that is to be an attachment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kkr_desk.model.accessibility import Accessibility
from kkr_desk.model.identity import Sha256
from kkr_desk.model.page import PageFacts

INSPECTION = 2
"""How files are looked at: another number than the one before wherever what is known of their pages has changed."""


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
    """Something a caseworker should know of a file or a document: a code of `kkr_desk.sentences.NOTICES` and facts."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rendition:
    """A source file's form as PDF: what came of looking at it.

    Attributes:
        source: Hash of the file as it came.
        status: `FileStatus.OK` when it can be included.
        pdf: Hash of the PDF to include; equal to `source` for a sound PDF, None without one.
        page_count: Pages of that PDF, 0 without one.
        kind: What the bytes are: "pdf", or the kind that is not supported.
        warnings: What to tell the caseworker.
        pages: Facts page by page; empty where they were not asked for.
        accessibility: What the PDF brings for those who listen; None where nobody has looked for that.
        inspection: How it was looked at, see `INSPECTION`.
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

    @property
    def is_outdated(self) -> bool:
        """Whether its PDF was looked at in another way than it would be now, so that its facts are not to be used."""
        return self.pdf is not None and self.inspection != INSPECTION
