"""What is said before a document is made: nothing that somebody would rather have known is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kkr_desk.export.doubts import Doubt, Severity, doubts, undecided
from kkr_desk.model import Agenda, AgendaItem, Attachment, FileStatus, Notice, Rendition, Shown, Treatment
from kkr_desk.numbering import agenda
from kkr_desk.plan import closed
from kkr_desk.sentences import NOTICES, Language, facts_of, say
from tests.factory import make_attachment, make_item, make_meeting, make_rendition


def laid_out(*rows: tuple[AgendaItem, list[tuple[Attachment, Rendition]]]) -> Agenda:
    """An agenda of items with attachments, each with what came of its file."""
    attachments = [attachment for _, own in rows for attachment, _ in own]
    renditions = {r.key: r for _, own in rows for _, r in own}
    return agenda(make_meeting(), [item for item, _ in rows], attachments, renditions)


def paper(item: AgendaItem, title: str = "Notat", **fields: object) -> tuple[Attachment, Rendition]:
    """A sound attachment of three pages."""
    attachment = replace(make_attachment(item.id, title), **fields)  # type: ignore[arg-type]
    return attachment, make_rendition(3, source=attachment.source)


def said(doubt: Doubt) -> str:
    return say(NOTICES, doubt.notice.code, Language.DANISH, **dict(doubt.notice.facts))


def codes(found: tuple[Doubt, ...]) -> list[str]:
    return [doubt.notice.code for doubt in found]


def test_a_meeting_in_order_raises_no_doubt() -> None:
    item = make_item()
    assert doubts(laid_out((item, [paper(item)]))) == ()


def test_a_file_that_cannot_be_included_stops_the_work_and_says_why() -> None:
    item = make_item()
    attachment, rendition = paper(item, "Brev")
    locked = replace(rendition, status=FileStatus.PASSWORD, pdf=None, warnings=(Notice("file-password"),))
    (doubt,) = doubts(laid_out((item, [(attachment, locked)])))
    assert (doubt.severity, doubt.item, doubt.attachment) == (Severity.STOPS, item.id, attachment.id)
    assert said(doubt).startswith("Filen er låst med en adgangskode.")
    assert dict(doubt.notice.facts) == {"item": "1", "attachment": "1", "title": "Brev", "file": "landstal.pdf"}


def test_a_file_nobody_has_looked_at_stops_the_work() -> None:
    item = make_item()
    attachment = make_attachment(item.id, "Brev")
    (doubt,) = doubts(agenda(make_meeting(), [item], [attachment], {}))
    assert doubt.severity is Severity.STOPS
    assert "»Brev« er ikke set igennem" in said(doubt)


def test_what_looking_at_a_file_found_is_told_again() -> None:
    item = make_item()
    attachment, rendition = paper(item)
    scan = replace(rendition, warnings=(Notice("pdf-scans", (("page", "2"), ("pages", "2"), ("count", "1"))),))
    (doubt,) = doubts(laid_out((item, [(attachment, scan)])))
    assert doubt.severity is Severity.TELLS
    assert said(doubt).startswith("Billede uden tekst: side 2 (1 i alt).")


@pytest.mark.parametrize("where", ["section", "item", "attachment"])
def test_what_is_closed_must_be_allowed(where: str) -> None:
    section = replace(make_item("Temaer"), closed=where == "section")
    item = replace(make_item(parent_id=section.id), closed=where == "item")
    shut, open_ = paper(item, closed=where == "attachment"), paper(item, "Andet")
    laid = laid_out((section, []), (item, [shut, open_]))
    asked = [doubt.attachment for doubt in doubts(laid) if doubt.severity is Severity.ASKS]
    both = [shut[0].id, open_[0].id]
    assert asked == (both[:1] if where == "attachment" else both)
    assert [own.attachment.id for _, own in closed(laid)] == asked


def test_a_closed_item_that_no_document_shows_is_not_asked_about() -> None:
    assert codes(doubts(laid_out((replace(make_item(), closed=True), [])))) == ["doubt-no-attachments"]


def test_missing_titles_are_told() -> None:
    section, item = make_item(""), make_item("")
    found = doubts(laid_out((section, []), (item, [paper(item, "")])))
    assert codes(found) == ["doubt-untitled-sections", "doubt-untitled-item", "doubt-untitled-attachment"]
    assert said(found[0]) == "Punkter uden titel: 1. De står ikke i bilagssamlingen."


def test_holes_in_the_numbers_are_told() -> None:
    section = make_item("Temaer")
    rows = [make_item(parent_id=section.id, pinned_number=number) for number in ("1.1", "1.3", "1.7")]
    papers = [paper(rows[0]), paper(rows[0], pinned_number=3)]
    found = doubts(laid_out((section, []), (rows[0], papers), (rows[1], []), (rows[2], [])))
    assert [said(doubt).partition(" Det er")[0] for doubt in found] == [
        "Før punkt 1.3 mangler nummer 1.2.",
        "Før punkt 1.7 mangler nummer 1.4–1.6.",
        "Før bilag 3 til punkt 1.1 mangler nummer 2.",
    ]
    assert [doubt.item for doubt in found] == [rows[1].id, rows[2].id, rows[0].id]


def test_numbers_that_stand_twice_are_told_once() -> None:
    rows = [make_item(pinned_number="1") for _ in range(3)]
    papers = [paper(rows[0], pinned_number=1) for _ in range(2)]
    found = doubts(laid_out((rows[0], papers), (rows[1], []), (rows[2], [])))
    assert codes(found) == ["doubt-number-twice", "doubt-attachment-number-twice"]


def test_the_same_file_twice_is_told() -> None:
    item, other = make_item(), make_item()
    first = paper(item)
    again = paper(other, source=first[0].source)
    (doubt,) = doubts(laid_out((item, [first]), (other, [again])))
    assert doubt.attachment == again[0].id
    assert "er den samme fil som bilag 1 til punkt 1." in said(doubt)


def test_pages_that_are_left_out_are_told() -> None:
    item = make_item()
    (doubt,) = doubts(laid_out((item, [paper(item, page_choice="1-2")])))
    assert said(doubt) == "Kun side 1-2 af 3 kommer med."


def test_a_choice_that_does_not_fit_its_file_is_told() -> None:
    item = make_item()
    (doubt,) = doubts(laid_out((item, [paper(item, page_choice="2-9")])))
    assert said(doubt) == "Sidevalget 2-9 passer ikke til filen, hvis sidste side er 3. Alle sider kommer med."


def test_the_gravest_comes_first() -> None:
    item = make_item("")
    shut = paper(item, "", closed=True)
    attachment, rendition = paper(item)
    asked, sound = paper(item)
    asks = replace(sound, warnings=(Notice("office-changes", (("count", "1"), ("authors", "1"))),))
    damaged = replace(rendition, status=FileStatus.DAMAGED)
    found = doubts(laid_out((item, [shut, (asked, asks), (attachment, damaged)])))
    assert [doubt.severity for doubt in found] == sorted((d.severity for d in found), key=list(Severity).index)
    assert {doubt.severity for doubt in found} == set(Severity)


def test_every_fact_of_every_doubt_is_known() -> None:
    item = replace(make_item("", pinned_number="3"), closed=True)
    twice = paper(item, "", pinned_number=2, page_choice="1")
    again = paper(item, "", pinned_number=2, source=twice[0].source)
    lost = make_attachment(item.id)
    laid = agenda(make_meeting(), [item, make_item("", pinned_number="3")], [twice[0], again[0], lost], {
        twice[1].key: twice[1],
    })  # fmt: skip
    found = doubts(laid)
    assert len(set(codes(found))) >= 10
    for doubt in found:
        assert facts_of(NOTICES[doubt.notice.code].da) <= dict(doubt.notice.facts).keys()


def test_files_that_have_not_come_are_told_at_their_item() -> None:
    item = make_item()
    (doubt,) = doubts(laid_out((item, [paper(item)])), awaited={item.id: 2})
    assert (doubt.severity, doubt.item) == (Severity.TELLS, item.id)
    assert said(doubt) == "Til punkt 1 mangler der endnu filer (2). De bilag kommer ikke med i dokumentet."


def test_what_a_file_asks_must_be_decided() -> None:
    item = make_item()
    asks = (Notice("office-changes", (("count", "3"), ("authors", "2"))), Notice("office-comments", (("count", "1"),)))
    (_, rendition), treatment = paper(item), Treatment(comments=Shown.SHOWN)
    attachment = replace(make_attachment(item.id, "Notat"), treatment=treatment, source=rendition.source)
    meeting = laid_out((item, [(attachment, replace(rendition, warnings=asks, treatment=treatment))]))
    (doubt,) = doubts(meeting)
    assert (doubt.severity, doubt.attachment) == (Severity.DECIDES, attachment.id)
    assert said(doubt).startswith("Filen har registrerede rettelser (antal: 3, forfattere: 2).")
    assert undecided(meeting) == (doubt.notice,)


def test_a_file_that_was_repaired_is_doubtful_only_where_pages_were_lost() -> None:
    item = make_item()
    attachment, rendition = paper(item)
    repaired = Notice("pdf-repaired", (("count", "3"),))
    lost = Notice("file-pages-lost", (("count", "3"), ("promised", "5")))
    assert doubts(laid_out((item, [(attachment, replace(rendition, warnings=(repaired,)))]))) == ()
    found = doubts(laid_out((item, [(attachment, replace(rendition, warnings=(repaired, lost)))])))
    assert codes(found) == ["file-pages-lost"]
