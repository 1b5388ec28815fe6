"""A document for the archive: PDF/A-2, level B (ISO 19005-2), or the reasons why it cannot be one.

What an attachment brings decides it, and that is told by no rule of ours: the finished file, which says that it
conforms, is held against the standard by page-validation. Where that finds something, the pages of each attachment are
held against it alone, as they stand in the collection, so that what the collection mends or leaves out (scripts,
embedded files, metadata, the file's own structure) is held against nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from kkr_desk.errors import Defect, EnvironmentFault, UserError
from kkr_desk.export.colour_profile import srgb_profile
from kkr_desk.export.structure.claim import SECONDS, SECONDS_PER_PAGE, broken_rules
from kkr_desk.model import Notice
from kkr_desk.plan import Part, PartKind, place_facts
from kkr_desk.progress import Progress, Share
from kkr_desk.worker import Limits, Worker
from kkr_desk.worker.work_folder import job_folder

_log = logging.getLogger(__name__)

_PROFILE, _PREFIX = "PDF_A_2B", "PDFA2B-"
_MEMORY = 3 << 30
_CONDITION = "sRGB IEC61966-2.1"

_SUBJECTS = {
    "archive-actions": ("ACTION", "FIELD-ADDITIONAL", "PAGE-ADDITIONAL", "WIDGET-ACTION", "WIDGET-ADDITIONAL"),
    "archive-annotations": ("ACROFORM", "ANNOTATION", "SIGNATURE", "WIDGET"),
    "archive-colours": ("DEVICE", "ICC", "OUTPUTINTENT", "SEPARATION", "TRANSPARENCY"),
    "archive-fonts": ("CID", "CMAP", "FONT", "NOTDEF", "TRUETYPE", "TYPE0", "TYPE1"),
    "archive-layers": ("OPTIONAL-CONTENT",),
    "archive-pictures": ("IMAGE", "INLINE-IMAGE", "JPEG2000", "STREAM-LZW", "XOBJECT"),
}
"""How the names of page-validation's rules begin, behind "PDFA2B-", by what we say of them; the first that fits."""


def intend_colours(pdf: Pdf) -> None:
    """Say what the document's colours mean: those of sRGB (ISO 19005-2, 6.2.3)."""
    profile = pdf.make_stream(srgb_profile(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_CONDITION),
        Info=String(_CONDITION),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def refuse_unfit(made: Path, pages: int, parts: Sequence[Part], progress: Progress) -> None:
    """Refuse a finished file that says it is PDF/A-2b and is not, or of which nobody can tell.

    Args:
        made: The file.
        pages: How many it has.
        parts: What they are, as far as they come from attachments.
        progress: Asked whether to go on.

    Raises:
        Cancelled: The user has asked to stop.
        UserError: ``archive-refused``, with the reasons, by attachment.
    """
    ours = [part for part in parts if part.kind is PartKind.ATTACHMENT]
    spans = tuple((part.first_page, part.page_count) for part in ours)
    limits = Limits(seconds=2 * (SECONDS + SECONDS_PER_PAGE * pages), memory=_MEMORY)
    progress.step(0, 1, "export-archive")
    try:
        with Worker() as worker:
            told = Share(progress, 0, 1, 1, "export-archive")
            found = worker.run(broken_by_part, str(made), spans, limits=limits, progress=told)
    except (Defect, EnvironmentFault) as error:  # it failed, died, took too long or too much memory: nobody knows then
        _log.warning("PDF/A could not be checked: %s", error)
        found = None
    reasons = (Notice("archive-unchecked"),) if found is None else tuple(_reasons(ours, *found))
    if reasons:
        raise UserError("archive-refused", reasons=reasons)


def broken_by_part(
    file: str, spans: tuple[tuple[int, int], ...], *, progress: Progress
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]] | None:
    """Which of page-validation's rules of PDF/A-2b a file breaks; runs in a worker process.

    Args:
        file: The file.
        spans: First page and number of pages of each part that is looked at alone if the whole breaks a rule.
        progress: Asked whether to go on.

    Returns:
        The whole's, and those of each part; None where the file is larger than the check takes, or it cannot read it.
    """
    whole = broken_rules(file, profile=_PROFILE, progress=progress)
    if not whole:
        return None if whole is None else ((), ())
    each = []
    with job_folder() as folder, pikepdf.open(file) as pdf:
        for first, count in spans:
            alone = folder / "del.pdf"
            _save_alone(pdf, first, count, alone)
            each.append(broken_rules(str(alone), profile=_PROFILE, progress=progress) or ())
    return whole, tuple(each)


def subject_of(rule: str) -> str:
    """What we call that which a rule of page-validation is about."""
    name = rule.removeprefix(_PREFIX)
    return next((code for code, starts in _SUBJECTS.items() if name.startswith(starts)), "archive-other")


def _save_alone(pdf: Pdf, first: int, count: int, target: Path) -> None:
    """Save some of a document's pages as a document that says the same of itself."""
    with Pdf.new() as alone:
        alone.pages.extend(pdf.pages[first - 1 : first - 1 + count])
        intend_colours(alone)
        alone.Root.Metadata = alone.copy_foreign(pdf.Root.Metadata)
        alone.save(target, deterministic_id=True)


def _reasons(parts: Sequence[Part], whole: tuple[str, ...], each: tuple[tuple[str, ...], ...]) -> Iterator[Notice]:
    """Each attachment's reasons; where none has any, those of the document as a whole."""
    for part, rules in zip(parts, each, strict=False):
        if part.item is None or part.attachment is None:
            continue
        subjects: dict[str, list[str]] = {}
        for rule in rules:
            subjects.setdefault(subject_of(rule), []).append(rule)
        for code, found in sorted(subjects.items()):
            yield Notice(code, (*place_facts(part.item, part.attachment), ("rules", ", ".join(found))))
    if whole and not any(each):
        yield Notice("archive-whole", (("rules", ", ".join(whole)),))
