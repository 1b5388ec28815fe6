"""What letters say of themselves is found where it is labelled, and nothing is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.intake.particulars import language_of, particulars_of, sensible_title
from kkr_desk.model import Particulars

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
    ("text", "found"),
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
def test_labels(text: str, found: dict[str, str]) -> None:
    assert particulars_of([text]) == Particulars(**found)


def test_a_case_on_the_third_page_counts_and_one_on_the_fourth_does_not() -> None:
    assert particulars_of(["", "", "Sags ID: SAG-2022-01500"]).case_number == "SAG-2022-01500"
    assert particulars_of(["", "", "", "Sags ID: SAG-2022-01500"]).case_number == ""


@pytest.mark.parametrize(
    "text",
    ["bilag_1_notat", "Microsoft Word - Notat", "Notat.docx", "Dokument1", "IMG 2041", "20240605-001", "  ", "x" * 300],
)
def test_what_is_no_title(text: str) -> None:
    assert sensible_title(text) == ""


@pytest.mark.parametrize("text", ["Notat om fordeling", "Faktaark: Anbefalinger", "Bilag til budget 2025", "KKR’s mål"])
def test_titles(text: str) -> None:
    assert sensible_title(f" {text}\n") == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kommunerne er blevet enige om, at der skal være en fælles plan for det videre arbejde efter mødet med regionen, "
         "og at den ikke må være mindre end den, der var.", "da"),
        ("Kommunerna har blivit eniga om att det ska vara en gemensam plan för det fortsatta arbetet efter mötet med "
         "regionen och att den inte får vara mindre än den som var.", "sv"),
        ("The municipalities have agreed that there shall be a common plan for the work after the meeting with the "
         "region, and that it must not be smaller than the one that was.", "en"),
        ("kort tekst", ""),
    ],
)  # fmt: skip
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.lists(st.text(alphabet="Sagsnr. ID:-0123456789\nDato maj", max_size=80), max_size=4))
def test_anything_is_read(texts: list[str]) -> None:
    found = particulars_of(texts)
    assert all("\n" not in value for value in (found.case_number, found.journal_number, found.document_id))
