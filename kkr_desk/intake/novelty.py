"""Whether a file that is known is worth another look."""

from __future__ import annotations

from kkr_desk.intake.office.finding import office_found
from kkr_desk.intake.recognition import recognition_found
from kkr_desk.model import Rendition

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


def waits_for_recognition(rendition: Rendition) -> bool:
    """Whether scans could not be made searchable for want of programs on this machine.

    Where a PDF was made of the file for another reason, that one is looked at again, which makes nothing searchable.
    """
    is_as_it_came = rendition.pdf == rendition.source
    return is_as_it_came and any(notice.code == RECOGNITION_MISSING for notice in rendition.warnings)


def waits_for_office(rendition: Rendition) -> bool:
    """Whether a file could not be made into a PDF for want of a program on this machine."""
    return any(notice.code == OFFICE_MISSING for notice in rendition.warnings)
