"""What a file says of itself and what is known of it elsewhere: offered to the caseworker, never taken unasked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from kkr_desk.model import MeetingId, NumberedAttachment, NumberedItem, is_language
from kkr_desk.sentences import long_date, printable
from kkr_desk.store.earlier_uses import EarlierUse
from kkr_desk.ui.attachment.line import (
    Answer,
    GiveCaseNumber,
    GiveLanguage,
    GoTo,
    Line,
    Manner,
    Retitle,
    TakeOut,
    counted,
)
from kkr_desk.ui.attachment.questions import question_lines
from kkr_desk.ui.frame.language import language

translate = QCoreApplication.translate

_TAGS = {"da": "da-DK", "en": "en-GB", "sv": "sv-SE", "nb": "nb-NO", "no": "nb-NO", "de": "de-DE"}
"""The languages that can be chosen from a list, by what is told of a text."""
_MAILS = frozenset({"eml", "msg", "tnef"})


def lines_of(
    item: NumberedItem, own: NumberedAttachment, uses: Sequence[EarlierUse], *, can_recognise: bool | None
) -> tuple[Line, ...]:
    """Everything the pane asks and offers about an attachment, most important first.

    Args:
        item: Its item.
        own: The attachment.
        uses: Where the same file is attached already.
        can_recognise: Whether scans can be made searchable on this machine; None while nobody knows.
    """
    questions = question_lines(own, can_recognise=can_recognise)
    asked = [line for line in questions if line.manner is Manner.ASKS]
    rest = [line for line in questions if line.manner is not Manner.ASKS]
    known = _known(item.item.meeting_id, uses)
    return (*asked, *_enclosed(own), *known, *_title(own), *_case_number(item, own), *rest, *_language(own))


def title_offered(own: NumberedAttachment) -> str:
    """The title that a file gives itself where its attachment has another one; "" where there is none to offer."""
    said = own.rendition.particulars.title.strip()
    return "" if said.casefold() == own.attachment.title.strip().casefold() else said


def case_number_offered(item: NumberedItem, own: NumberedAttachment) -> str:
    """The case number that a file gives where its item has none; "" where there is none to offer."""
    particulars = own.rendition.particulars
    return "" if item.item.case_number else particulars.case_number or particulars.journal_number


def language_name(tag: str) -> str:
    """A language by its name in a sentence: "engelsk"."""
    names = {
        "da": translate("Offers", "dansk"),
        "en": translate("Offers", "engelsk"),
        "sv": translate("Offers", "svensk"),
        "nb": translate("Offers", "norsk"),
        "no": translate("Offers", "norsk"),
        "de": translate("Offers", "tysk"),
    }
    return names.get(tag.partition("-")[0], tag)


def _enclosed(own: NumberedAttachment) -> Iterator[Line]:
    for notice in own.rendition.warnings:
        if notice.code == "file-encloses":
            facts = dict(notice.facts)
            count = counted(facts)
            if own.rendition.kind in _MAILS:
                said = translate("Offers", "Mailen har %n vedlagt(e) fil(er): {files}", "", count)
            else:
                said = translate("Offers", "Filen rummer %n andre filer: {files}", "", count)
            answer = Answer("takeOut", translate("Offers", "Vedhæft…"), TakeOut())
            yield Line("encloses", Manner.OFFERS, said.format(files=printable(facts.get("files", ""))), (answer,))


def _known(meeting: MeetingId, uses: Sequence[EarlierUse]) -> Iterator[Line]:
    """Where the file stands as well: in this meeting, or in the latest of the others."""
    use = next((one for one in uses if one.meeting.id == meeting), uses[0] if uses else None)
    if use is None:
        return
    if use.meeting.id == meeting:
        said = translate("Offers", "Samme fil er også bilag {number} til punkt {item}.")
    else:
        said = translate("Offers", "Samme fil er bilag {number} til punkt {item} den {date} ({council}).")
    day, council = long_date(use.meeting.date, language()), printable(use.meeting.council)
    text = said.format(number=use.number, item=use.item_number, date=day, council=council)
    yield Line("known", Manner.TELLS, text, (Answer("goToKnown", translate("Offers", "Gå dertil"), GoTo(use)),))


def _title(own: NumberedAttachment) -> Iterator[Line]:
    if title := title_offered(own):
        text = translate("Offers", "Titel i filen: »{title}«").format(title=printable(title))
        yield Line("title", Manner.OFFERS, text, (Answer("useTitle", translate("Offers", "Brug"), Retitle(title)),))


def _case_number(item: NumberedItem, own: NumberedAttachment) -> Iterator[Line]:
    if number := case_number_offered(item, own):
        if own.rendition.particulars.case_number:
            said = translate("Offers", "Sag i filen: {number}")
        else:
            said = translate("Offers", "Journalnummer i filen: {number}")
        take = translate("Offers", "Brug på punkt {item}").format(item=item.number)
        answer = Answer("useCaseNumber", take, GiveCaseNumber(number))
        yield Line("case-number", Manner.OFFERS, said.format(number=printable(number)), (answer,))


def _language(own: NumberedAttachment) -> Iterator[Line]:
    """The language, where neither the secretariat nor the file's PDF says it: those who listen need it."""
    told = own.rendition.particulars.language
    known = own.rendition.accessibility
    if known is None or own.attachment.language or is_language(known.language) or not is_language(told):
        return
    tag = _TAGS.get(told, told)
    said = translate("Offers", "Sproget i filen er vist {language}.").format(language=language_name(tag))
    answer = Answer("useLanguage", translate("Offers", "Angiv det"), GiveLanguage(tag))
    yield Line("language", Manner.OFFERS, said, (answer,))
