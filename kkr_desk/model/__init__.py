"""The words of the secretariat's world: meetings, agenda items, attachments, and the facts known of their pages.

Everything here is a frozen value. Rows come from the store, go through `numbering` and `plan`, and end in documents.
"""

from kkr_desk.model.accessibility import Accessibility, Figure, figure_place, is_language, is_place, page_place
from kkr_desk.model.council import USUAL_CASE_TYPES, USUAL_SECTIONS, Council, Member, StampPlace, Template
from kkr_desk.model.identity import AttachmentId, CouncilId, ItemId, MeetingId, Sha256
from kkr_desk.model.meeting import (
    DANISH_MONTHS,
    INDEX_TITLE,
    Agenda,
    AgendaItem,
    Attachment,
    Meeting,
    MeetingState,
    NumberedAttachment,
    NumberedItem,
    TextKind,
)
from kkr_desk.model.page import NO_INK, EdgeInk, PageFacts, PageTags
from kkr_desk.model.particulars import Particulars
from kkr_desk.model.rendition import INSPECTION, NOBODY_HERE, FileStatus, Notice, Rendition, RenditionKey
from kkr_desk.model.treatment import Detail, Paper, Reading, Shown, Treatment, read_treatment

__all__ = [
    "DANISH_MONTHS",
    "INDEX_TITLE",
    "INSPECTION",
    "NOBODY_HERE",
    "NO_INK",
    "USUAL_CASE_TYPES",
    "USUAL_SECTIONS",
    "Accessibility",
    "Agenda",
    "AgendaItem",
    "Attachment",
    "AttachmentId",
    "Council",
    "CouncilId",
    "Detail",
    "EdgeInk",
    "Figure",
    "FileStatus",
    "ItemId",
    "Meeting",
    "MeetingId",
    "MeetingState",
    "Member",
    "Notice",
    "NumberedAttachment",
    "NumberedItem",
    "PageFacts",
    "PageTags",
    "Paper",
    "Particulars",
    "Reading",
    "Rendition",
    "RenditionKey",
    "Sha256",
    "Shown",
    "StampPlace",
    "Template",
    "TextKind",
    "Treatment",
    "figure_place",
    "is_language",
    "is_place",
    "page_place",
    "read_treatment",
]
