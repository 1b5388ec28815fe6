"""What a collection is made from, and held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kkr_desk.model import PageFacts, Sha256
from kkr_desk.plan import Plan


@dataclass(frozen=True, slots=True)
class CollectionJob:
    """All that a collection is made from; both mappings go by the hash of the attachment's PDF.

    Attributes:
        plan: Where everything stands.
        sources: The attachments' PDFs.
        pages: What is known of their pages.
    """

    plan: Plan
    sources: Mapping[Sha256, Path]
    pages: Mapping[Sha256, tuple[PageFacts, ...]]
