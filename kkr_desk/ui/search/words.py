"""What search says of its hits: on the screen and to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kkr_desk.model import Meeting, TextKind
from kkr_desk.sentences import long_date
from kkr_desk.store.search import Hit
from kkr_desk.store.search_places import HitKind
from kkr_desk.ui.frame.language import language

translate = QCoreApplication.translate

ICONS = {
    HitKind.MEETING: "calendar",
    HitKind.ITEM: "list",
    HitKind.ATTACHMENT: "paperclip",
    HitKind.TEXT: "text-quote",
    HitKind.PAGE: "file-text",
}


def meeting_text(meeting: Meeting) -> str:
    """A meeting as the heading of its hits: "KKR Sjælland, 19. juni 2024"."""
    return f"{meeting.council}, {long_date(meeting.date, language())}"


def place_text(hit: Hit) -> str:
    """Where in its meeting a hit stands, its page left out: "Punkt 2.1, bilag 2: Notat om økonomi"."""
    item, number = hit.item_number, hit.attachment_number
    match hit.kind:
        case HitKind.MEETING:
            return translate("Search", "Mødet")
        case HitKind.ITEM:
            return translate("Search", "Punkt {item}").format(item=item)
        case HitKind.ATTACHMENT:
            return translate("Search", "Punkt {item}, bilag {number}").format(item=item, number=number)
        case HitKind.TEXT:
            text = text_name(hit.text) if hit.text else ""
            return translate("Search", "Punkt {item}, {text}: {title}").format(item=item, text=text, title=hit.title)
        case HitKind.PAGE:
            told = translate("Search", "Punkt {item}, bilag {number}: {title}")
            return told.format(item=item, number=number, title=hit.title)


def page_text(hit: Hit) -> str:
    """The page of a hit: "side 3", "side 3 og flere"; "" where it has none."""
    if hit.page is None:
        return ""
    if hit.more:
        return translate("Search", "side {page} og flere").format(page=hit.page)
    return translate("Search", "side {page}").format(page=hit.page)


def text_name(kind: TextKind) -> str:
    """What a text of an item is called within a sentence."""
    return {
        TextKind.BACKGROUND: translate("Search", "baggrund"),
        TextKind.RECOMMENDATION: translate("Search", "indstilling"),
        TextKind.PRESENTATION: translate("Search", "sagsfremstilling"),
        TextKind.DECISION: translate("Search", "beslutning"),
    }[kind]


def spoken(hit: Hit) -> str:
    """A hit in one sentence: "Punkt 2.1, bilag 2: Notat om økonomi, side 3: … af taksterne i 2027 …"."""
    place = ", ".join(filter(None, (place_text(hit), page_text(hit))))
    return f"{place}: {hit.snippet}"


def spoken_meeting(meeting: Meeting, hits: int) -> str:
    """The heading of a meeting's hits in one sentence."""
    return f"{meeting_text(meeting)}, {translate('Search', '%n fund', '', hits)}"


def count_text(hits: Sequence[Hit], limit: int) -> str:
    """How much was found."""
    meetings = len({hit.meeting_id for hit in hits})
    if len(hits) >= limit:
        told = translate("Search", "De første {count} fund er vist. Skriv et ord mere for at få færre.")
        return told.format(count=len(hits))
    found = translate("Search", "%n fund", "", len(hits))
    return translate("Search", "{found} i %n møde(r)", "", meetings).format(found=found)
