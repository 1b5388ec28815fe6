"""What a file asks of the caseworker about how it becomes a PDF, and what was decided of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from kkr_desk.model import NOBODY_HERE, Detail, NumberedAttachment, Paper, Reading, Shown, Treatment
from kkr_desk.sentences import printable
from kkr_desk.ui.attachment.line import Answer, Line, LookAgain, Manner, Treat, counted

translate = QCoreApplication.translate

PICTURES = frozenset({"jpeg", "png", "tiff", "gif", "bmp", "webp", "heic"})
_SLIDES = frozenset({"ppt", "pptx", "odp"})


def question_lines(own: NumberedAttachment, *, can_recognise: bool | None) -> list[Line]:
    """What is asked and decided about an attachment's file, what is asked first.

    Args:
        own: The attachment.
        can_recognise: Whether scans can be made searchable on this machine; None while nobody knows.
    """
    facts = {notice.code: dict(notice.facts) for notice in own.rendition.warnings}
    treatment = own.attachment.treatment
    lines = [*_changes(treatment, facts), *_comments(own, facts), *_hidden(own, facts)]
    lines += _large(treatment, facts)
    lines += _scans(treatment, facts, can_recognise=can_recognise)
    lines += _paper(own)
    if treatment != Treatment() and own.rendition.inspection == NOBODY_HERE:
        lines.append(Line("remaking", Manner.TELLS, translate("Questions", "Visningen laves på ny …")))
    return lines


_Facts = Mapping[str, Mapping[str, str]]


def _changes(treatment: Treatment, facts: _Facts) -> Iterator[Line]:
    label = translate("Questions", "Vælg om rettelser i {place}")
    shown = Treat(replace(treatment, changes=Shown.SHOWN), label)
    accepted = Treat(replace(treatment, changes=Shown.LEFT_OUT), label)
    if treatment.changes is Shown.SHOWN:
        yield _decided("changes", translate("Questions", "Rettelserne vises i PDF'en."), accepted)
    elif treatment.changes is Shown.LEFT_OUT:
        yield _decided("changes", translate("Questions", "Rettelserne er godkendt i PDF'en."), shown)
    elif "office-changes" in facts:
        found = facts["office-changes"]
        changes = translate("Questions", "%n rettelse(r)", "", counted(found))
        people = translate("Questions", "%n person(er)", "", counted(found, "authors"))
        said = translate("Questions", "{changes} fra {people} er registreret i filen.")
        answers = (
            Answer("changesShown", translate("Questions", "Vis dem"), shown),
            Answer("changesLeftOut", translate("Questions", "Godkend dem i PDF'en"), accepted),
        )
        yield Line("changes", Manner.ASKS, said.format(changes=changes, people=people), answers)


def _comments(own: NumberedAttachment, facts: _Facts) -> Iterator[Line]:
    treatment, label = own.attachment.treatment, translate("Questions", "Vælg om kommentarer i {place}")
    left_out = Treat(replace(treatment, comments=Shown.LEFT_OUT), label)
    is_pdf = own.rendition.kind == "pdf"
    # A PDF's are shown without being asked for: that rendition is known already.
    shown = Treat(replace(treatment, comments=Shown.UNDECIDED if is_pdf else Shown.SHOWN), label)
    if treatment.comments is Shown.SHOWN:
        yield _decided("comments", translate("Questions", "Kommentarerne vises i PDF'en."), left_out)
    elif treatment.comments is Shown.LEFT_OUT:
        yield _decided("comments", translate("Questions", "Kommentarerne er udeladt."), shown)
    elif "office-comments" in facts:
        said = translate("Questions", "Der er %n kommentar(er) i filen.", "", counted(facts["office-comments"]))
        answers = (
            Answer("commentsShown", translate("Questions", "Vis dem"), shown),
            Answer("commentsLeftOut", translate("Questions", "Udelad dem"), left_out),
        )
        yield Line("comments", Manner.ASKS, said, answers)
    elif "pdf-comments" in facts:
        count = counted(facts["pdf-comments"])
        said = translate("Questions", "%n kommentar(er) i filen kan ses i samlingen.", "", count)
        answer = Answer("commentsLeftOut", translate("Questions", "Udelad kommentarer"), left_out)
        yield Line("comments", Manner.OFFERS, said, (answer,))


def _hidden(own: NumberedAttachment, facts: _Facts) -> Iterator[Line]:
    treatment, label = own.attachment.treatment, translate("Questions", "Vælg om det skjulte i {place}")
    shown = Treat(replace(treatment, hidden=Shown.SHOWN), label)
    left_out = Treat(replace(treatment, hidden=Shown.LEFT_OUT), label)
    of_slides = own.rendition.kind in _SLIDES
    if treatment.hidden is Shown.SHOWN:
        sheets, slides = translate("Questions", "Skjulte ark vises."), translate("Questions", "Skjulte dias vises.")
        yield _decided("hidden", slides if of_slides else sheets, left_out)
    elif treatment.hidden is Shown.LEFT_OUT:
        sheets = translate("Questions", "Skjulte ark er udeladt.")
        slides = translate("Questions", "Skjulte dias er udeladt.")
        yield _decided("hidden", slides if of_slides else sheets, shown)
    elif found := facts.get("office-hidden-sheets") or facts.get("office-hidden-slides"):
        count = counted(found)
        if "sheets" in found:
            said = translate("Questions", "%n skjult(e) ark: {names}", "", count).format(
                names=printable(found["sheets"])
            )
            show = translate("Questions", "Vis skjulte ark")
        else:
            said = translate("Questions", "Der er %n skjult(e) dias i præsentationen.", "", count)
            show = translate("Questions", "Vis skjulte dias")
        answers = (
            Answer("hiddenShown", show, shown),
            Answer("hiddenLeftOut", translate("Questions", "Udelad"), left_out),
        )
        yield Line("hidden", Manner.ASKS, said, answers)


def _large(treatment: Treatment, facts: _Facts) -> Iterator[Line]:
    label = translate("Questions", "Vælg størrelse af {place}")
    if treatment.detail is Detail.FEWER:
        yield _decided(
            "detail",
            translate("Questions", "Billedet er gjort mindre."),
            Treat(replace(treatment, detail=Detail.ALL), label),
        )
    elif "picture-large" in facts:
        said = translate("Questions", "Billedet fylder {size} MB i samlingen.")
        deed = Treat(replace(treatment, detail=Detail.FEWER), label)
        answer = Answer("pictureSmaller", translate("Questions", "Gør mindre"), deed)
        yield Line("detail", Manner.OFFERS, said.format(size=facts["picture-large"].get("size", "?")), (answer,))


def _scans(treatment: Treatment, facts: _Facts, *, can_recognise: bool | None) -> Iterator[Line]:
    label = translate("Questions", "Gør {place} søgbart")
    if "recognition-missing" in facts:
        said = translate("Questions", "De scannede sider kunne ikke gøres søgbare på denne maskine.")
        again = Answer("recogniseAgain", translate("Questions", "Prøv igen"), LookAgain())
        yield Line("reading", Manner.OFFERS, said, (again,))
    elif treatment.reading is Reading.RECOGNISED:
        as_is = Treat(replace(treatment, reading=Reading.AS_IS), translate("Questions", "Vis {place}, som det kom"))
        yield _decided("reading", translate("Questions", "Scannede sider er gjort søgbare."), as_is)
    elif "pdf-scans" in facts:
        count = counted(facts["pdf-scans"])
        said = translate("Questions", "%n side(r) er billeder, der ikke kan søges i.", "", count)
        missing = translate(
            "Questions",
            "Det kræver OCRmyPDF og Tesseract med dansk, som ikke er installeret her. Bed it-afdelingen om dem.",
        )
        obstacle = {True: "", False: missing, None: translate("Questions", "Det undersøges, om det kan gøres her.")}
        deed = Treat(replace(treatment, reading=Reading.RECOGNISED), label)
        answer = Answer("recognise", translate("Questions", "Gør søgbar"), deed, obstacle[can_recognise])
        yield Line("reading", Manner.OFFERS, said, (answer,))


def _paper(own: NumberedAttachment) -> Iterator[Line]:
    if own.rendition.kind not in PICTURES or own.rendition.pdf is None:
        return
    treatment, label = own.attachment.treatment, translate("Questions", "Vælg papir til {place}")
    if treatment.paper is Paper.A4:
        said, other = translate("Questions", "Billedet står på en A4-side."), Paper.OWN
        text = translate("Questions", "Brug billedets egen størrelse")
    else:
        said, other = translate("Questions", "Siden er så stor som billedet."), Paper.A4
        text = translate("Questions", "Brug A4")
    answer = Answer("otherPaper", text, Treat(replace(treatment, paper=other), label))
    yield Line("paper", Manner.OFFERS if treatment.paper is Paper.A4 else Manner.DECIDED, said, (answer,))


def _decided(name: str, said: str, other: Treat) -> Line:
    return Line(name, Manner.DECIDED, said, (Answer(f"{name}Other", translate("Questions", "Skift"), other),))
