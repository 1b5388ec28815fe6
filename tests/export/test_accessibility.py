"""The report on accessibility: verdicts, problems, what to do, and the mail to a sender."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kkr_desk.export.accessibility import Assessment, Verdict, assess, lacking, report
from kkr_desk.export.accessibility_mail import mail_to_sender
from kkr_desk.model import Accessibility, Agenda, Figure, NumberedAttachment, NumberedItem
from kkr_desk.sentences import COMMAND, NOTICES, Language
from tests.factory import make_agenda

GOOD = Accessibility(tagged=True, language="da-DK", title="Landstal")


def place(known: Accessibility | None, pages: int = 5, **changes: Any) -> tuple[NumberedItem, NumberedAttachment]:
    """An attachment of so many pages, and what is known of its file."""
    item = make_agenda([("Fordeling", [("Landstal", pages)])]).items[0]
    own = item.attachments[0]
    attachment = replace(own.attachment, **changes)
    return item, replace(own, attachment=attachment, rendition=replace(own.rendition, accessibility=known))


def assessed(
    known: Accessibility | None, pages: int = 5, given: dict[str, str] | None = None, **changes: Any
) -> Assessment:
    item, own = place(known, pages, **changes)
    return assess(item, own, {own.attachment.id: given or {}})


def codes(found: Assessment) -> list[str]:
    return [notice.code.removeprefix("accessibility-") for notice in found.problems]


@pytest.mark.parametrize(
    ("known", "verdict", "problems"),
    [
        (GOOD, Verdict.TAGGED, []),
        (Accessibility(language="da", untagged=(1, 2, 3, 4, 5)), Verdict.TEXT, ["untagged"]),
        (Accessibility(language="da", scans=(1, 2, 3, 4, 5)), Verdict.SCAN, ["scans"]),
        (Accessibility(language="da", untagged=(1, 2, 3), scans=(4, 5)), Verdict.MIXED, ["untagged", "scans"]),
        (replace(GOOD, scans=(5,)), Verdict.MIXED, ["scans"]),
        (replace(GOOD, untagged=(1, 2, 3, 4, 5)), Verdict.TEXT, ["untagged"]),
        (replace(GOOD, language="", fonts=("Arial",)), Verdict.TAGGED, ["fonts", "language"]),
        (replace(GOOD, figures=(Figure("figure:1", 2), Figure("figure:2", 3, "Kort"))), Verdict.TAGGED, ["alternates"]),
        (replace(GOOD, figures=(Figure("figure:1", 0),)), Verdict.TAGGED, ["alternates-anywhere"]),
        (None, Verdict.UNKNOWN, ["unknown"]),
    ],
)
def test_a_verdict_and_its_problems(known: Accessibility | None, verdict: Verdict, problems: list[str]) -> None:
    found = assessed(known)
    assert (found.verdict, codes(found)) == (verdict, problems)
    assert found.is_accessible == (not problems)
    assert bool(found.advice) == bool(problems)
    assert found.word in COMMAND
    assert lacking(found.own, {}) == (verdict if found.is_askable else None)
    assert {notice.code for notice in (*found.problems, *found.advice)} <= NOTICES.keys()


def test_what_is_left_out_does_no_harm() -> None:
    known = replace(GOOD, scans=(1,), untagged=(2,), figures=(Figure("figure:1", 3),))
    assert assessed(known, page_choice="4-5").is_accessible
    assert lacking(assessed(known, page_choice="4-5").own, {}) is None
    assert lacking(assessed(known, page_choice="3").own, {"figure:1": "Kort"}) is None
    assert codes(assessed(known, page_choice="2-3")) == ["untagged", "alternates"]
    assert [picture.place for picture in assessed(known, page_choice="1,3").pictures] == ["page:1", "figure:1"]


def test_a_file_that_cannot_be_included_or_was_looked_at_otherwise() -> None:
    assert assessed(GOOD, pages=0).verdict is Verdict.ABSENT
    item, own = place(GOOD)
    before = replace(own, rendition=replace(own.rendition, inspection=1))
    assert assess(item, before, {}).verdict is Verdict.UNKNOWN


def test_what_the_caseworker_gives_is_used() -> None:
    known = replace(GOOD, language="", figures=(Figure("figure:1", 2), Figure("figure:2", 2)))
    assert codes(assessed(known, language="en-GB")) == ["alternates"]
    one = assessed(known, given={"figure:2": "Kort over regionen"}, language="da")
    assert dict(one.problems[0].facts) == {"count": "1", "pages": "2"}
    both = assessed(known, given={"figure:1": "Logo", "figure:2": "Kort"}, language="da")
    assert (both.is_accessible, both.language) == (True, "da")
    assert not assessed(replace(GOOD, scans=(1,)), given={"page:1": "Et brev"}).is_accessible


def test_pages_and_fonts_are_told_shortly() -> None:
    known = Accessibility(language="da", untagged=(1, 2, 3, 5), fonts=tuple("ABCDEFG"))
    found = assessed(known)
    assert [dict(problem.facts) for problem in found.problems] == [{"pages": "1-3, 5"}, {"fonts": "A, B, C, D, E, + 2"}]


def agenda_of(*known: Accessibility) -> Agenda:
    agenda = make_agenda([("Fordeling", [(f"Notat {n} & co.", 5) for n in range(1, len(known) + 1)])])
    (item,) = agenda.items
    owns = (
        replace(a, rendition=replace(a.rendition, accessibility=k))
        for a, k in zip(item.attachments, known, strict=True)
    )
    return replace(agenda, items=(replace(item, attachments=tuple(owns)),))


def test_a_report_counts() -> None:
    found = report(agenda_of(GOOD, Accessibility(scans=(1, 2, 3, 4, 5))), {})
    assert (found.accessible, len(found.assessments)) == (1, 2)


@pytest.mark.parametrize(
    ("language", "ask"),
    [
        (Language.DANISH, "Kan I sende os en webtilgængelig PDF (med tags)?"),
        (Language.ENGLISH, "Could you send us an accessible PDF (with tags)?"),
    ],
)
def test_a_mail_names_file_meeting_and_what_is_missing(language: Language, ask: str) -> None:
    agenda = agenda_of(Accessibility(untagged=(1, 2), fonts=("Arial",)))
    found = report(agenda, {}).assessments
    mail = mail_to_sender(agenda.meeting, found, language)
    assert "Notat 1 & co." in mail.subject
    assert ask in mail.body
    assert all(words in mail.body for words in ("landstal.pdf", agenda.meeting.council, "1-2", "Arial", "2025"))
    asked = parse_qs(urlsplit(mail.link).query)
    assert asked["subject"] == [mail.subject]
    assert asked["body"] == [mail.body.replace("\n", "\r\n")]
    assert not mail.is_long


def test_one_mail_asks_for_several() -> None:
    agenda = agenda_of(Accessibility(untagged=(1, 2)), Accessibility(scans=(3,)))
    mail = mail_to_sender(agenda.meeting, report(agenda, {}).assessments, Language.DANISH)
    assert mail.subject == "Kan I sende os 2 bilag som webtilgængelig PDF?"
    assert ("»Notat 1 & co.«" in mail.body, "»Notat 2 & co.«" in mail.body) == (True, True)


def test_a_title_cannot_add_lines_to_a_mail() -> None:
    item, own = place(Accessibility(untagged=(1,)), title="a\r\nBcc: x@y.dk")
    mail = mail_to_sender(make_agenda().meeting, [assess(item, own, {})], Language.DANISH)
    assert "\n" not in mail.subject
    assert "\nBcc" not in mail.body
