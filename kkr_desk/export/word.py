"""The collection and its index as Word files, from the same plan as the PDF: for editing, not for publishing."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, time
from pathlib import Path

import docx.document

from kkr_desk.errors import Defect
from kkr_desk.export.collection import hash_of
from kkr_desk.export.job import CollectionJob, Exported
from kkr_desk.export.metadata import PRODUCER, document_title
from kkr_desk.export.word_body import collection_body, index_body
from kkr_desk.export.word_fonts import carry_fonts
from kkr_desk.export.word_furniture import furnish, has_letterhead
from kkr_desk.export.word_measures import fit_styles
from kkr_desk.export.word_package import relate_logo, relate_picture, write_package
from kkr_desk.export.word_pictures import draw_pictures, estimated_bytes
from kkr_desk.export.word_template import Styles, open_template
from kkr_desk.export.word_verify import verify_word
from kkr_desk.export.word_xml import plain
from kkr_desk.handover import hand_over, work_folder
from kkr_desk.plan import Plan
from kkr_desk.progress import Progress

_FRAME_BYTES = 340_000
"""What a collection weighs without its pictures: mostly the two fonts, packed."""
_PROPERTY = 255
"""Characters that a document property may have (python-docx refuses more)."""


def export_word(job: CollectionJob, target: Path, template: Path | None, progress: Progress) -> Exported:
    """Make the bilagssamling as a Word file. The target is replaced in one step at the end, or not at all.

    Args:
        job: What it is made from.
        target: Where it belongs.
        template: The council's own Word template; the program's without it.
        progress: Stepped by page.

    Raises:
        Cancelled: The user has asked to stop; nothing was changed.
        UserError: The template lacks a style, or the target's folder is missing.
        EnvironmentFault: The folder cannot be written, or the target is open elsewhere.
        Defect: ``verify-failed``: what was written is not what was planned; it is not handed over.
        OSError: The disk is full, or a file cannot be read.
    """
    document, styles = open_template(template)
    with work_folder(target) as work:
        media = work / "sider"
        media.mkdir()
        with closing(draw_pictures(job, media, progress)) as drawn:
            pictures = [
                (picture, relate_picture(document.part, picture.file, picture.kind, number))
                for number, picture in enumerate(drawn, 1)
            ]
        logo = _place_logo(document, job.plan, work)
        furniture = furnish(document, job.plan, styles, own_look=template is None)
        _settle(document, job.plan, styles, document_title(job.plan), own_look=template is None)
        made = work / "bilagssamling.docx"
        body = collection_body(job.plan, styles, furniture, pictures, logo)
        write_package(document.part.package, body, made, progress)
        drawn_pages = [picture for picture, _ in pictures]
        findings = verify_word(made, job.plan, styles, drawn_pages, progress, with_logo=bool(logo))
        if findings:
            raise Defect("verify-failed", count=len(findings), findings=findings)
        digest, size = hash_of(made), made.stat().st_size
        hand_over(made, target)
    return Exported(target, job.plan.total_pages, digest, size)


def export_index_word(plan: Plan, target: Path, template: Path | None, progress: Progress) -> Exported:
    """Make the index alone as a Word file with static numbers, to paste into a mail or a web page.

    Args, raises: As `export_word`.
    """
    document, styles = open_template(template)
    with work_folder(target) as work:
        progress.step(0, 1, "export-index")
        logo = _place_logo(document, plan, work)
        furniture = furnish(document, plan, styles, own_look=template is None)
        _settle(document, plan, styles, plan.agenda.meeting.index_title, own_look=template is None)
        made = work / "indholdsfortegnelse.docx"
        write_package(document.part.package, index_body(plan, styles, furniture, logo), made, progress)
        digest, size = hash_of(made), made.stat().st_size
        hand_over(made, target)
    return Exported(target, plan.index_pages, digest, size)


def estimated_size(job: CollectionJob) -> int:
    """About how many bytes the collection will be as a Word file; draws a few of its pages."""
    return estimated_bytes(job) + _FRAME_BYTES


def _place_logo(document: docx.document.Document, plan: Plan, work: Path) -> str:
    """Add the logo to the document; "" where there is none, or the template's own header shows one already.

    Returns:
        Its relationship id.
    """
    if plan.logo is None or has_letterhead(document):
        return ""
    file = work / "logo.png"
    file.write_bytes(plan.logo.png)
    return relate_logo(document.part, file)


def _settle(document: docx.document.Document, plan: Plan, styles: Styles, title: str, *, own_look: bool) -> None:
    """Fonts, document properties, and the styles as the plan measured them."""
    if own_look:
        carry_fonts(document)
    fit_styles(document, plan, styles, own_look=own_look)
    meeting = plan.agenda.meeting
    properties = document.core_properties
    properties.title, properties.author = plain(title)[:_PROPERTY], plain(meeting.council)[:_PROPERTY]
    properties.subject = meeting.date_in_words
    properties.language, properties.last_modified_by = plan.template.language, PRODUCER
    properties.created = properties.modified = datetime.combine(meeting.date, time())
    properties.revision = 1
