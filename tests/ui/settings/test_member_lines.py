"""Members as a spreadsheet puts them on the clipboard."""

from __future__ import annotations

from kkr_desk.model import Member
from kkr_desk.ui.settings.member_lines import members_from_text


def test_takes_names_municipalities_and_parties_from_rows() -> None:
    assert members_from_text("Mette Holm\tSlagelse\tA\r\nÅge Ravn\tNæstved\tV\r\n") == (
        Member("Mette Holm", "Slagelse", "A"),
        Member("Åge Ravn", "Næstved", "V"),
    )


def test_leaves_out_the_headings_empty_rows_and_further_columns() -> None:
    text = "Navn\tKommune\tParti\n\n\tKøge\tC\nBo Lund\tKøge\tC\tbo@koege.dk\nEva Dam"
    assert members_from_text(text) == (Member("Bo Lund", "Køge", "C"), Member("Eva Dam"))


def test_reads_a_cell_with_a_line_break_as_one_line() -> None:
    assert members_from_text('"Mette\nHolm"\tSlagelse\t"Det ""nye"" parti"\n') == (
        Member("Mette Holm", "Slagelse", 'Det "nye" parti'),
    )


def test_finds_nobody_in_an_empty_text() -> None:
    assert members_from_text("") == ()
