"""Whether a finished document may claim that it conforms to PDF/UA-1 (ISO 14289-1, clause 5).

It may when every page that came with an attachment is told of by the attachment's own tags, and when page-validation,
which knows the standard's rules that a machine can decide, finds nothing in the very file that makes the claim. That
runs in a process of its own: it is not ours, it may take long, and it must not take the document down with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kkr_desk.errors import Defect, EnvironmentFault
from kkr_desk.export.job import CollectionJob
from kkr_desk.model import Notice, PageTags
from kkr_desk.page_choice import runs
from kkr_desk.plan import PartKind, place_facts
from kkr_desk.progress import Progress, Share
from kkr_desk.worker import Limits, Worker

SECONDS, SECONDS_PER_PAGE = 30.0, 0.2
"""What the check may take; measured, 543 pages with 52,000 elements: 3 s."""
_MEMORY = 3 << 30
_LARGEST_FILE, _MOST_DECODED, _MOST_OBJECTS = 2 << 30, 2 << 30, 8_000_000

_LANGUAGE = "LANGUAGE"
_SUBJECTS = {
    "claim-alternates": ("FIGURE", "FORMULA"),
    "claim-annotations": ("ANNOTATION", "FORM", "LINK", "MEDIA", "PAGE-TABS", "TRAPNET", "WIDGET"),
    "claim-content": ("ARTIFACT", "CONTENT", "TAGGED-CONTENT"),
    "claim-fonts": ("CID", "CMAP", "FONT", "NOTDEF", "TRUETYPE", "TYPE0"),
    "claim-headings": ("HEADING",),
    "claim-lists": ("L-", "LBODY", "LI-"),
    "claim-tables": ("TABLE", "TBODY", "TD-", "TFOOT", "TH-", "THEAD", "TR-"),
}
"""How the names of page-validation's rules begin, behind "PDFUA1-", by what we say of them; LANGUAGE comes anywhere."""
_PREFIX = "PDFUA1-"


def withheld(job: CollectionJob) -> tuple[Notice, ...]:
    """Why a collection does not claim to conform, as far as its attachments alone decide it; nothing where it may."""
    return tuple(_withheld(job))


def _withheld(job: CollectionJob) -> Iterator[Notice]:
    for part in job.plan.parts:
        if part.kind is not PartKind.ATTACHMENT or part.attachment is None or part.item is None:
            continue
        place, known = place_facts(part.item, part.attachment), part.attachment.rendition.accessibility
        pages = job.facts(part)
        if known is None:
            yield Notice("claim-unknown", place)
            continue
        for code, tags in (("claim-untagged", PageTags.TEXT), ("claim-scans", PageTags.PICTURE)):
            found = [fact.number for fact in pages if fact.tags is tags]
            if found:
                yield Notice(code, (*place, ("pages", ", ".join(runs(found)))))


def failures(made: Path, pages: int, progress: Progress) -> tuple[Notice, ...]:
    """Why a finished file may not keep the claim it makes; nothing where it may.

    Args:
        made: The file; it makes the claim.
        pages: How many it has.
        progress: Asked whether to go on.

    Raises:
        Cancelled: The user has asked to stop.
    """
    limits = Limits(seconds=SECONDS + SECONDS_PER_PAGE * pages, memory=_MEMORY)
    progress.step(0, 1, "export-claim")
    try:
        with Worker() as worker:
            told = Share(progress, 0, 1, 1, "export-claim")
            rules = worker.run(broken_rules, str(made), limits=limits, progress=told)
    except (Defect, EnvironmentFault):  # it died, took too long or too much memory: then nobody knows
        rules = None
    if rules is None:
        return (Notice("claim-unchecked"),)
    subjects: dict[str, list[str]] = {}
    for rule in rules:
        subjects.setdefault(subject_of(rule), []).append(rule)
    return tuple(Notice(code, (("rules", ", ".join(found)),)) for code, found in sorted(subjects.items()))


def broken_rules(file: str, *, profile: str = "PDF_UA_1", progress: Progress) -> tuple[str, ...] | None:
    """Which of page-validation's rules of a standard a file breaks; runs in a worker process.

    Args:
        file: The file.
        profile: The standard, PDF/UA-1 without it, by the name that page-validation has for it.
        progress: Asked once whether to go on; the check itself cannot be stopped.

    Returns:
        Their names; None where the file is larger than the check takes, or it cannot read it.
    """
    from page import PageError, SafetyLimits, ValidationProfile, validate_pdf  # noqa: PLC0415  50 MB of code

    progress.step(0, 0)
    limits = SafetyLimits(
        max_input_size=_LARGEST_FILE,
        max_total_decoded_content_size=_MOST_DECODED,
        max_object_count=_MOST_OBJECTS,
        max_form_invocations=1_000_000,
    )
    try:
        report = validate_pdf(file, profile=ValidationProfile[profile], limits=limits)
    except PageError:
        return None
    if report.is_compliant:
        return ()
    return tuple(sorted({failure.rule_id for failure in report.failures})) or (profile,)


def subject_of(rule: str) -> str:
    """What we call that which a rule of page-validation is about."""
    name = rule.removeprefix(_PREFIX)
    if _LANGUAGE in name:
        return "claim-language"
    return next((code for code, starts in _SUBJECTS.items() if name.startswith(starts)), "claim-other")
