"""The collection and its index as Word files, from the same plan as the PDF: for editing, not for publishing."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

import docx.document
from docx.oxml.ns import qn

from kkr_desk.export.collection import Exported, hash_of
from kkr_desk.export.fonts import measure
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.metadata import PRODUCER, document_title
from kkr_desk.export.word_body import collection_body, index_body
from kkr_desk.export.word_furniture import carry_fonts, furnish
from kkr_desk.export.word_package import relate_picture, write_package
from kkr_desk.export.word_pictures import draw_pictures
from kkr_desk.export.word_template import Styles, open_template
from kkr_desk.handover import hand_over, work_folder
from kkr_desk.index import Weight
from kkr_desk.plan import Plan
from kkr_desk.progress import Progress

_POINTS_TO_TWIPS = 20


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
        pictures = [
            (picture, relate_picture(document.part, picture.file, picture.kind, number))
            for number, picture in enumerate(draw_pictures(job, media, progress), 1)
        ]
        progress.step(job.plan.total_pages, job.plan.total_pages, "export-saving")
        furniture = furnish(document, job.plan, styles)
        _settle(document, job.plan, styles, document_title(job.plan), own_fonts=template is None)
        made = work / "bilagssamling.docx"
        write_package(document.part.package, collection_body(job.plan, styles, furniture, pictures), made)
        digest = hash_of(made)
        hand_over(made, target)
    return Exported(target, job.plan.total_pages, digest)


def export_index_word(plan: Plan, target: Path, template: Path | None, progress: Progress) -> Exported:
    """Make the index alone as a Word file with static numbers, to paste into a mail or a web page.

    Args, raises: As `export_word`.
    """
    document, styles = open_template(template)
    with work_folder(target) as work:
        progress.step(0, 1, "export-index")
        furniture = furnish(document, plan, styles)
        _settle(document, plan, styles, plan.agenda.meeting.index_title, own_fonts=template is None)
        made = work / "indholdsfortegnelse.docx"
        write_package(document.part.package, index_body(plan, styles, furniture), made)
        digest = hash_of(made)
        hand_over(made, target)
    return Exported(target, plan.index_pages, digest)


def _settle(document: docx.document.Document, plan: Plan, styles: Styles, title: str, *, own_fonts: bool) -> None:
    """Fonts, document properties, and the column of numbers as wide as the plan measured it."""
    if own_fonts:
        carry_fonts(document)
    meeting = plan.agenda.meeting
    properties = document.core_properties
    properties.title, properties.author, properties.subject = title, meeting.council, meeting.date_in_words
    properties.language, properties.last_modified_by = plan.template.language, PRODUCER
    properties.created = properties.modified = datetime.combine(meeting.date, time())
    properties.revision = 1
    digits = len(str(plan.total_pages))
    column = plan.style.number_gap + measure("0", Weight.REGULAR, plan.style.size) * digits
    for style in document.styles.element.iterchildren(qn("w:style")):
        indent = style.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        if own_fonts and style.get(qn("w:styleId")) in (styles.toc1, styles.toc2) and indent is not None:
            indent.set(qn("w:right"), str(int(column * _POINTS_TO_TWIPS)))
