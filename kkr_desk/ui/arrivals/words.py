"""What the list of files says: its columns, and of each file how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from kkr_desk.intake.proposals import Why
from kkr_desk.model import FileStatus, ItemId, Rendition
from kkr_desk.sentences import NOTICES, say
from kkr_desk.ui.agenda.words import status_word
from kkr_desk.ui.arrivals.rows import ArrivalRow, Stage
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.frame.telling import sentence

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the list."""

    FILE = 0
    ITEM = 1
    NUMBER = 2
    TITLE = 3
    STATE = 4


def column_name(column: int) -> str:
    """What stands above a column."""
    return {
        Column.FILE: translate("Arrivals", "Fil"),
        Column.ITEM: translate("Arrivals", "Punkt"),
        Column.NUMBER: translate("Arrivals", "Bilag nr."),
        Column.TITLE: translate("Arrivals", "Titel"),
        Column.STATE: translate("Arrivals", "Status"),
    }[Column(column)]


def no_item() -> str:
    """What stands for no item at all."""
    return translate("Arrivals", "Skal ikke med")


def number_text(row: ArrivalRow) -> str:
    """The number it will have; a word for the place behind the others."""
    if not row.is_wanted:
        return ""
    return str(row.proposal.number) if row.proposal.number else translate("Arrivals", "sidst")


def state_text(row: ArrivalRow) -> str:
    """How it stands with a file, in a few words."""
    if row.stage is Stage.PROPOSED:
        return _proposed(row)
    if row.stage is Stage.COMING:
        return translate("Arrivals", "Læses ind …")
    if row.error is not None:
        return translate("Arrivals", "Ikke vedhæftet")
    return _outcome(row.rendition) if row.rendition is not None else translate("Arrivals", "Ikke med")


def state_icon(row: ArrivalRow) -> str:
    """The icon beside it; "" for none."""
    if row.stage is Stage.PROPOSED:
        return "" if row.is_wanted and not row.proposal.is_taken and row.notice is None else "circle-question-mark"
    if row.stage is Stage.COMING:
        return "file-down"
    if row.error is not None:
        return "circle-x"
    if row.rendition is None:
        return ""
    if row.rendition.status is not FileStatus.OK:
        return "circle-x"
    return "triangle-alert" if row.rendition.warnings else "circle-check"


def state_tip(row: ArrivalRow) -> str:
    """All there is to know of how it stands: why not, and what to do."""
    notices = [row.notice] if row.notice else []
    if row.rendition is not None:
        notices += row.rendition.warnings
    told = [say(NOTICES, notice.code, language(), **dict(notice.facts)) for notice in notices]
    if row.error is not None:
        told.append(sentence(row.error))
    return "\n".join([state_text(row), *told])


def spoken(row: ArrivalRow, items: Mapping[ItemId, str]) -> str:
    """A row in one sentence, for those who listen."""
    item = items.get(row.proposal.item, "") if row.proposal.item else ""
    parts = [str(row.name), item or no_item(), number_text(row), row.proposal.title, state_text(row)]
    return ", ".join(part for part in parts if part)


def attaching(count: int) -> str:
    """Label of attaching them: "Vedhæft 12 bilag"."""
    return translate("Arrivals", "Vedhæft %n bilag", "", count)


def _outcome(rendition: Rendition) -> str:
    if rendition.status is not FileStatus.OK:
        return status_word(rendition.status, rendition.warnings)
    pages = translate("Arrivals", "%n side(r)", "", rendition.page_count)
    if not rendition.warnings:
        return pages
    remarks = translate("Arrivals", "%n bemærkning(er)", "", len(rendition.warnings))
    return translate("Arrivals", "{pages}, {remarks}").format(pages=pages, remarks=remarks)


def _proposed(row: ArrivalRow) -> str:
    if row.notice is not None:
        return translate("Arrivals", "Kan ikke pakkes ud")
    if not row.is_wanted:
        return translate("Arrivals", "Vælg et punkt") if row.proposal.why is Why.NOTHING else ""
    if row.proposal.is_taken:
        return translate("Arrivals", "Nummeret er optaget")
    return ""
