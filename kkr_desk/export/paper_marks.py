"""What an attachment brings that somebody should know before it is published, whatever its words are. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from kkr_desk.model import Notice, NumberedAttachment, PageFacts, PageTags, Sha256, Shown
from kkr_desk.page_choice import runs

_TOLD = frozenset({
    "file-encloses", "mail-signature-lost", "office-changes", "office-comments", "office-documents-left-out",
    "office-hidden-sheets", "office-hidden-slides", "office-objects", "pdf-comments", "pdf-form-fields", "pdf-layers",
    "pdf-portfolio", "pdf-redaction-pending", "pdf-signed", "pdf-written-on", "text-not-recognised", "text-recognised",
})  # fmt: skip
"""Notices of a file that matter to the public, too."""
_MAILS = frozenset({"eml", "msg", "tnef"})

_SIGNED = re.compile(
    r"penneo|visma\s?addo|e-?boks\s?signering|digital(?:t)?\s(?:underskrevet|signeret|signatur)|elektronisk\s(?:"
    r"underskrevet|signeret|signatur)|underskriv(?:er|erne|ende)\si\sdette\sdokument|underskrifterne\si\sdette|"
    r"serienummer:\s?(?:pid|uuid|cvr)|signeret\smed\s(?:mitid|nemid)|(?:mitid|nemid)[-\s]?(?:signatur|underskrift)|"
    r"dokumentet\ser\sunderskrevet|med\smin\sunderskrift"
)
"""How pages speak on which people have signed by MitID or NemID; they often name more than is meant for the public."""


def file_notices(own: NumberedAttachment) -> Iterator[Notice]:
    """What was told of an attachment's file on arrival, and what was decided to be shown of it."""
    for notice in own.rendition.warnings:
        if notice.code in _TOLD:
            yield notice
    treatment = own.attachment.treatment
    if treatment.comments is Shown.SHOWN:
        yield Notice("publication-comments-shown")
    if treatment.changes is Shown.SHOWN:
        yield Notice("publication-changes-shown")
    if treatment.hidden is Shown.SHOWN:
        yield Notice("publication-hidden-shown")
    if own.rendition.kind in _MAILS:
        yield Notice("publication-mail")


def scans(pages: Sequence[PageFacts]) -> Iterator[tuple[tuple[tuple[str, str], ...], Sha256]]:
    """Facts and a hash of the pages that show something and have no text; nothing where there are none."""
    found = [page for page in pages if not page.text.strip() and page.tags is not PageTags.BLANK]
    if found:
        looks = "\x00".join(f"{page.number} {page.digest}" for page in found)
        facts = (("pages", ", ".join(runs(page.number for page in found))), ("count", str(len(found))))
        yield facts, Sha256(hashlib.sha256(looks.encode()).hexdigest())


def signature_pages(pages: Sequence[PageFacts]) -> Iterator[PageFacts]:
    """Pages that tell who has signed."""
    return (page for page in pages if _SIGNED.search(page.text.lower()))
