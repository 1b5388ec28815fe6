"""What letters say of themselves is found where it is labelled, and nothing is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Pdf

from kkr_desk.intake.particulars import language_of, particulars_of, sensible_title
from kkr_desk.model import Particulars
from tests.intake.papers import look, page, saved, simple, text

LETTER = """Beskæftigelsesminister Peter Hummelgaard

Vi håber, at du vil understøtte forsøgene, så kommunerne i regionen kan blive ved med det, der virker, også efter 2022.

Dato: 9. maj 2022

Sags ID: SAG-2022-01500
Dok. ID: 3211001

E-mail: Hlth@kl.dk
"""


def test_a_letter_of_the_seed_meeting() -> None:
    assert particulars_of([LETTER], "brev_til_minister", "Brev til beskæftigelsesministeren") == Particulars(
        title="Brev til beskæftigelsesministeren",
        case_number="SAG-2022-01500",
        document_id="3211001",
        date="2022-05-09",
        language="da",
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("J.nr. 2022 - 4181\n8. juni 2022\nSvar om", {"journal_number": "2022 - 4181", "date": "2022-06-08"}),
        ("Sagsnr.: 2023-1234\nKøbenhavn, den 5. juni 2024\n", {"case_number": "2023-1234", "date": "2024-06-05"}),
        ("Journalnummer: 23/4567\nDokumentnr.: 55", {"journal_number": "23/4567", "document_id": "55"}),
        ("Afsender: Region Sjælland\nDato\n05-06-2024", {"sender": "Region Sjælland", "date": "2024-06-05"}),
        ("Aftalen gælder fra den 1. juli 2020 til 31. februar 2021.", {}),
        ("sagsnummeret kendes ikke", {}),
        ("", {}),
    ],
)
def test_labels(words: str, found: dict[str, str]) -> None:
    assert particulars_of([words]) == Particulars(**found)


def test_a_case_on_the_third_page_counts_and_one_on_the_fourth_does_not() -> None:
    assert particulars_of(["", "", "Sags ID: SAG-2022-01500"]).case_number == "SAG-2022-01500"
    assert particulars_of(["", "", "", "Sags ID: SAG-2022-01500"]).case_number == ""


@pytest.mark.parametrize(
    "words",
    ["bilag_1_notat", "Microsoft Word - Notat", "Notat.docx", "Dokument1", "IMG 2041", "20240605-001", "  ", "x" * 300],
)
def test_what_is_no_title(words: str) -> None:
    assert sensible_title(words) == ""


@pytest.mark.parametrize(
    "words", ["Notat om fordeling", "Faktaark: Anbefalinger", "Bilag til budget 2025", "KKR’s mål"]
)
def test_titles(words: str) -> None:
    assert sensible_title(f" {words}\n") == words


DANISH = (
    "Kommunerne er enige om, at der skal være en plan for arbejdet efter mødet, og at den ikke må blive mindre af det."
)
SWEDISH = (
    "Kommunerna är eniga om att det ska vara en plan för arbetet efter mötet och att den inte får blivit mindre av det."
)
ENGLISH = (
    "The municipalities agree that there shall be a plan for the work after the meeting, and that it must not be less."
)


@pytest.mark.parametrize(("words", "language"), [(DANISH, "da"), (SWEDISH, "sv"), (ENGLISH, "en"), ("kort tekst", "")])
def test_languages(words: str, language: str) -> None:
    assert language_of(f"{words} {words}" if language else words) == language


def test_what_may_be_danish_or_norwegian_is_danish() -> None:
    mail = "Hej Anne. Hermed materialet til mødet i Odense. Vi ses på torsdag kl. 9 og tager det hele igennem der, for"
    assert language_of(f"{mail} det er en god idé. Hilsen Børge") == "da"
    assert language_of(f"{mail} å få det til etter dette ble en god idé mellom oss. Hilsen Børge") == "nb"


@given(st.lists(st.text(alphabet="Sagsnr. ID:-0123456789\nDato maj", max_size=80), max_size=4))
def test_anything_is_read(texts: list[str]) -> None:
    found = particulars_of(texts)
    assert all("\n" not in value for value in (found.case_number, found.journal_number, found.document_id))


def test_the_heading_of_the_first_page_is_its_title(tmp_path: Path) -> None:
    pdf = Pdf.new()
    heading = text("Notat om fordeling", 72, 720, 20) + text("af boliger", 72, 690, 20)
    page(pdf, text("KKR", 72, 780, 9) + heading + text("Sagens baggrund er denne, og den er lang", 72, 600))
    page(pdf, text("Noget helt andet", 72, 700, 40))
    assert look(saved(pdf, tmp_path)).particulars.title == "Notat om fordeling af boliger"


def test_a_page_in_one_size_has_no_heading(tmp_path: Path) -> None:
    assert look(simple(tmp_path, words="Helt almindelig tekst")).particulars.title == ""
