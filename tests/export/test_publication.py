"""What must be decided on before a meeting's papers are published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kkr_desk.export.publication import (
    NOBODY,
    Finding,
    Kind,
    Place,
    UnseenWords,
    accepted_numbers,
    findings,
    left,
    masked,
)
from kkr_desk.model import (
    AcceptedFinding,
    Agenda,
    Attachment,
    AttachmentId,
    ItemId,
    Notice,
    NumberedAttachment,
    PageFacts,
    PageTags,
    Rendition,
    Sha256,
    Shown,
    SignOff,
    SignOffId,
    TextKind,
    Treatment,
)
from kkr_desk.sentences import NOTICES, Language, say
from tests.factory import attachments_of, make_agenda

CPR = "070761-4285"
OTHER = "070761-4286"


class Meeting:
    """A meeting of two items and two attachments of three pages, to be changed by a test and looked through."""

    def __init__(self) -> None:
        self.agenda: Agenda = make_agenda([("Budget", [("Notat", 3)]), ("Personsag", [("Brev", 3)])])
        self.pages: dict[Sha256, list[PageFacts]] = {}
        for own in attachments_of(self.agenda):
            pdf = own.rendition.pdf
            assert pdf is not None
            self.pages[pdf] = [
                PageFacts(n, 595, 842, 0, f"Side {n}", digest=f"d{n}", tags=PageTags.TEXT) for n in (1, 2, 3)
            ]
        self.texts: dict[ItemId, dict[TextKind, str]] = {}
        self.unseen: dict[Sha256, Sequence[UnseenWords]] = {}
        self.alternates: dict[AttachmentId, Mapping[str, str]] = {}

    def own(self, place: int = 0) -> NumberedAttachment:
        return attachments_of(self.agenda)[place]

    def pdf(self, place: int = 0) -> Sha256:
        pdf = self.own(place).rendition.pdf
        assert pdf is not None
        return pdf

    def item(self, place: int = 0) -> ItemId:
        return self.agenda.items[place].item.id

    def change(self, place: int = 0, **fields: object) -> None:
        """Change the item of a place."""
        items = list(self.agenda.items)
        items[place] = replace(items[place], item=replace(items[place].item, **fields))  # type: ignore[arg-type]
        self.agenda = replace(self.agenda, items=tuple(items))

    def change_attachment(self, place: int = 0, **fields: object) -> None:
        """Change an attachment and its rendition: fields of either."""
        items = list(self.agenda.items)
        own = self.own(place)
        of_attachment = {key: value for key, value in fields.items() if key in Attachment.__slots__}
        of_rendition = {
            key: value for key, value in fields.items() if key in Rendition.__slots__ and key not in of_attachment
        }
        changed = replace(
            own,
            attachment=replace(own.attachment, **of_attachment),  # type: ignore[arg-type]
            rendition=replace(own.rendition, **of_rendition),  # type: ignore[arg-type]
        )
        items[place] = replace(items[place], attachments=(changed,))
        self.agenda = replace(self.agenda, items=tuple(items))

    def write(self, number: int, text: str, place: int = 0, **fields: object) -> None:
        """Write on a page."""
        page = self.pages[self.pdf(place)][number - 1]
        self.pages[self.pdf(place)][number - 1] = replace(page, text=text, **fields)  # type: ignore[arg-type]

    def found(self) -> tuple[Finding, ...]:
        return findings(
            self.agenda,
            self.texts,
            lambda pdf: self.pages[pdf],
            alternates=self.alternates,
            unseen=self.unseen,
        )


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


def accepted(*found: Finding) -> tuple[SignOff, ...]:
    keys = tuple(finding.key for finding in found)
    return (SignOff(SignOffId("s"), make_agenda().meeting.id, "abk", datetime(2025, 3, 1, tzinfo=UTC), keys),)


def test_nothing_is_found_in_clean_papers(meeting: Meeting) -> None:
    assert meeting.found() == ()


def test_a_number_is_found_on_its_page_with_its_place(meeting: Meeting) -> None:
    meeting.write(2, f"Ansøger: Anna,\ncpr {CPR[:7]}\n{CPR[7:]}, bor i Vejle")
    (finding,) = meeting.found()
    text = meeting.pages[meeting.pdf()][1].text
    assert (finding.kind, finding.place, finding.page) == (Kind.CPR, Place.PAGE, 2)
    assert text[finding.start : finding.end] == "070761-\n4285"
    assert (finding.item, finding.attachment) == (meeting.item(), meeting.own().attachment.id)
    assert say(NOTICES, finding.notice.code, Language.DANISH, **dict(finding.notice.facts)) == (
        "Der står et CPR-nummer (070761-xxxx) på side 2."
    )


def test_the_number_itself_is_told_nowhere(meeting: Meeting) -> None:
    meeting.write(1, CPR)
    (finding,) = meeting.found()
    assert "4285" not in repr(finding)
    assert masked("0707614285") == "070761-xxxx"


def test_a_page_that_is_left_out_is_not_looked_at(meeting: Meeting) -> None:
    meeting.write(2, CPR)
    meeting.unseen[meeting.pdf()] = [UnseenWords(2, Place.ANNOTATION, OTHER)]
    meeting.change_attachment(page_choice="1,3")
    assert meeting.found() == ()


def test_what_was_accepted_is_asked_again_only_when_its_page_has_changed(meeting: Meeting) -> None:
    meeting.write(2, f"{CPR} og {OTHER}")
    found = meeting.found()
    assert [finding.kind for finding in found] == [Kind.CPR, Kind.MAYBE_CPR]
    assert left(found, accepted(found[0])) == (found[1],)
    assert left(meeting.found(), accepted(*found)) == ()
    assert accepted_numbers(found, accepted(found[0])) == {"0707614285"}
    meeting.write(2, f"{CPR} og {OTHER}", digest="another picture")
    assert left(meeting.found(), accepted(*found)) == meeting.found()
    meeting.write(2, f"{CPR} og {OTHER}.", digest="d2")
    assert len(left(meeting.found(), accepted(*found))) == 2


def test_a_number_that_is_accepted_in_one_place_alone_is_not_accepted(meeting: Meeting) -> None:
    meeting.write(1, CPR)
    meeting.write(3, CPR)
    found = meeting.found()
    assert accepted_numbers(found, accepted(found[0])) == frozenset()


def test_the_secretariats_own_words_are_looked_through(meeting: Meeting) -> None:
    meeting.change(0, title=f"Klage fra {CPR}")
    meeting.change_attachment(0, title=f"Notat om {CPR}", file_name=f"{CPR}.pdf")
    meeting.texts[meeting.item(0)] = {
        TextKind.BACKGROUND: f"<p>Borger <strong>{CPR[:7]}</strong>{CPR[7:]}</p>",
        TextKind.DECISION: '<p><a href="https://sag.dk/?cpr=070761%2D4285">Sagen</a></p>',
    }
    meeting.agenda = replace(meeting.agenda, meeting=replace(meeting.agenda.meeting, place=f"Hos {CPR}"))
    found = meeting.found()
    assert [(f.place, f.attachment is None) for f in found] == [
        (Place.MEETING, True),
        (Place.HEADING, True),
        (Place.TEXT, True),
        (Place.LINK, True),
        (Place.TITLE, False),
        (Place.FILE_NAME, False),
    ]
    assert {f.key.attachment_id for f in found if f.attachment is None} == {NOBODY}
    assert len({f.key for f in found}) == len(found)
    assert left(found, accepted(*found)) == ()


def test_reasons_and_case_numbers_are_published(meeting: Meeting) -> None:
    meeting.change(1, closed=True, closed_reason=f"Personsag {CPR}", case_number="0707614286", caseworker="abk")
    meeting.change_attachment(0, closed=True, closed_reason=f"Om {OTHER}")
    assert [(f.place, f.kind) for f in meeting.found()] == [
        (Place.TEXT, Kind.MAYBE_CPR),
        (Place.TEXT, Kind.CPR),
        (Place.TEXT, Kind.MAYBE_CPR),
    ]


def test_what_a_pages_text_leaves_out_is_looked_through_once(meeting: Meeting) -> None:
    meeting.write(1, f"Borger {CPR}")
    meeting.unseen[meeting.pdf()] = [
        UnseenWords(1, Place.SHOWN, f"Borger {CPR}\nMODTAGET {OTHER}"),
        UnseenWords(1, Place.FIELD, OTHER),
        UnseenWords(0, Place.BOOKMARK, f"Brev til {OTHER}"),
        UnseenWords(3, Place.LINK, f"mailto:{CPR}@kl.dk"),
    ]
    meeting.alternates[meeting.own().attachment.id] = {"figure:1": f"Kort over {CPR}"}
    assert [(f.place, f.page) for f in meeting.found()] == [
        (Place.SPOKEN, 0),
        (Place.PAGE, 1),
        (Place.FIELD, 1),
        (Place.BOOKMARK, 0),
        (Place.LINK, 3),
    ]


def test_what_is_closed_is_not_published_and_so_not_looked_at(meeting: Meeting) -> None:
    meeting.write(1, CPR, 1)
    meeting.texts[meeting.item(1)] = {TextKind.BACKGROUND: f"<p>{CPR}</p>"}
    meeting.change(1, title=f"Sag om {CPR}", closed=True)
    assert [f.place for f in meeting.found()] == [Place.HEADING]
    meeting.change(1, closed_title=True)
    meeting.change_attachment(1, title=CPR)
    assert meeting.found() == ()


def test_a_closed_attachments_title_is_published_unless_it_is_closed_too(meeting: Meeting) -> None:
    meeting.change_attachment(1, title=CPR, closed=True)
    assert [f.place for f in meeting.found()] == [Place.TITLE]
    meeting.change_attachment(1, closed_title=True)
    assert meeting.found() == ()


def test_scans_are_listed_and_signed_anew_when_their_picture_changes(meeting: Meeting) -> None:
    for number in (1, 2):
        meeting.write(number, " ", tags=PageTags.PICTURE)
    meeting.write(3, "", tags=PageTags.BLANK)
    (finding,) = meeting.found()
    assert (finding.kind, dict(finding.notice.facts)["pages"]) == (Kind.SCANS, "1-2")
    meeting.write(2, "", tags=PageTags.PICTURE, digest="another")
    assert left(meeting.found(), accepted(finding)) == meeting.found()


@pytest.mark.parametrize(
    "text",
    [
        "Underskrifterne i dette dokument er juridisk bindende. Dokumentet er underskrevet digitalt med Penneo",
        "Serienummer: PID:9208-2002-2-123456",
        "Signeret med MitID 12. juni 2024",
    ],
)
def test_a_page_of_signatures_is_named(meeting: Meeting, text: str) -> None:
    meeting.write(3, text)
    (finding,) = meeting.found()
    assert (finding.kind, finding.page) == (Kind.SIGNATURES, 3)


@pytest.mark.parametrize(
    "code",
    ["pdf-comments", "office-changes", "office-hidden-sheets", "pdf-signed", "pdf-redaction-pending", "file-encloses"],
)
def test_what_came_with_the_file_is_named(meeting: Meeting, code: str) -> None:
    meeting.change_attachment(warnings=(Notice(code, (("count", "3"),)), Notice("pdf-huge-pages")))
    (finding,) = meeting.found()
    assert (finding.kind, finding.notice.code, finding.key.what) == (Kind.FILE, code, code)
    meeting.change_attachment(warnings=(Notice(code, (("count", "4"),)),))
    assert left(meeting.found(), accepted(finding)) == meeting.found()


def test_what_was_decided_to_be_shown_is_named_too(meeting: Meeting) -> None:
    meeting.change_attachment(treatment=Treatment(Shown.SHOWN, Shown.SHOWN, Shown.SHOWN))
    assert [f.notice.code for f in meeting.found()] == [
        "publication-comments-shown",
        "publication-changes-shown",
        "publication-hidden-shown",
    ]
    meeting.change_attachment(treatment=Treatment(Shown.LEFT_OUT, Shown.LEFT_OUT, Shown.LEFT_OUT), kind="msg")
    assert [f.notice.code for f in meeting.found()] == ["publication-mail"]


def test_a_sign_off_of_another_attachment_counts_for_nothing(meeting: Meeting) -> None:
    meeting.write(1, CPR)
    (finding,) = meeting.found()
    other = replace(finding, key=AcceptedFinding(AttachmentId("other"), 1, finding.key.what, finding.key.page_hash))
    assert left((finding,), accepted(other)) == (finding,)
