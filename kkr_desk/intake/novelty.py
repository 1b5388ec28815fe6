"""Whether a file that is known is worth another look."""

from __future__ import annotations

from kkr_desk.intake.office.finding import office_found
from kkr_desk.intake.recognition import recognition_found
from kkr_desk.model import Agenda, Rendition, RenditionKey
from kkr_desk.store.content import Content

OFFICE_MISSING = "office-missing"
"""The notice of a file that waits for an office program on this machine."""

RECOGNITION_MISSING = "recognition-missing"
"""The notice of a PDF whose scans wait for OCRmyPDF and Tesseract."""


def wants_another_look(rendition: Rendition) -> bool:
    """Whether looking at a file now would tell more than is known of it."""
    return (
        rendition.is_outdated
        or (waits_for_office(rendition) and office_found() is not None)
        or (waits_for_recognition(rendition) and recognition_found())
    )


def lost_pdfs(content: Content, agenda: Agenda) -> dict[RenditionKey, str]:
    """The files of a meeting whose PDF was made here and is gone from the disk, and what each is called.

    It can be made again of the file, which is there.
    """
    lost: dict[RenditionKey, str] = {}
    for own in (own for item in agenda.items for own in item.attachments):
        pdf, source = own.rendition.pdf, own.attachment.source
        if pdf is not None and pdf != source and not content.holds(pdf) and content.holds(source):
            lost[own.attachment.rendition_key] = own.attachment.file_name
    return lost


def waits_for_recognition(rendition: Rendition) -> bool:
    """Whether scans could not be made searchable for want of programs on this machine.

    Where a PDF was made of the file for another reason, that one is looked at again, which makes nothing searchable.
    """
    is_as_it_came = rendition.pdf == rendition.source
    return is_as_it_came and any(notice.code == RECOGNITION_MISSING for notice in rendition.warnings)


def waits_for_office(rendition: Rendition) -> bool:
    """Whether a file could not be made into a PDF for want of a program on this machine."""
    return any(notice.code == OFFICE_MISSING for notice in rendition.warnings)
