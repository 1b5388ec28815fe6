from __future__ import annotations

from pathlib import Path

import pytest

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.writing import text_file
from kkr_desk.intake.writing.blocks import Look, PageBreak, Paragraph, Table, Words, plain_words
from kkr_desk.intake.writing.plain import mail_blocks, table_block, text_blocks
from kkr_desk.model import FileStatus
from tests.intake.laid import codes, facts, made_of, pages_of, text_of


def looks(text: str) -> set[Look]:
    blocks = [block for block in text_blocks(text) if isinstance(block, Paragraph)]
    return {inline.look for block in blocks for inline in block.inlines if isinstance(inline, Words)}


def test_prose_is_set_to_be_read_and_columns_to_stand() -> None:
    assert looks("Kære alle\n\nHermed en besked om mødet. Det er flyttet.\n") == {Look()}
    assert looks("Navn      Beløb\nKøge         12\nSorø          9\n") == {Look(fixed=True)}
    assert looks("a\tb\nc\td\n") == {Look(fixed=True)}


def test_lines_and_pages_stand_as_they_do_in_the_file() -> None:
    blocks = text_blocks("Første linje\r\nanden\r\n\r\nNyt afsnit\fNy side\x1a")
    texts = [plain_words([block]) if isinstance(block, Paragraph) else type(block) for block in blocks]
    assert texts == ["Første linje anden", "Nyt afsnit", PageBreak, "Ny side"]


def test_addresses_are_links_and_what_stands_behind_them_is_not() -> None:
    (block,) = text_blocks("Se (https://www.kl.dk/a?b=1), og www.kkr.dk.")
    assert isinstance(block, Paragraph)
    links = {
        inline.text: inline.look.href for inline in block.inlines if isinstance(inline, Words) and inline.look.href
    }
    assert links == {"https://www.kl.dk/a?b=1": "https://www.kl.dk/a?b=1", "www.kkr.dk": "https://www.kkr.dk"}


def test_quotes_of_a_mail_are_told_by_their_marks() -> None:
    blocks = mail_blocks("Svar\n> Spørgsmål\n>> Ældre\n> > Også ældre")
    assert [
        (getattr(block, "quotes", 0), plain_words([block])) for block in blocks if isinstance(block, Paragraph)
    ] == [
        (0, "Svar"),
        (1, "Spørgsmål"),
        (2, "Ældre Også ældre"),
    ]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_file_is_a_table(delimiter: str) -> None:
    table = table_block(f"Navn{delimiter}Tal\nKøge{delimiter}12\n\nSorø{delimiter}9\n")
    assert isinstance(table, Table)
    assert [[plain_words(cell.paragraphs) for cell in row] for row in table.rows] == [
        ["Navn", "Tal"],
        ["Køge", "12"],
        ["Sorø", "9"],
    ]
    assert table_block("Bare tekst\nmed linjer") is None
    assert table_block(";".join("abcdefghijklmnopqrst") + "\n") is None


def test_a_text_of_dos_becomes_a_pdf_and_what_was_assumed_is_said(tmp_path: Path) -> None:
    made = made_of("Mødet i Køge er på rådhuset\r\nÅse kommer\fSide to\r\n\x1a".encode("cp865"), tmp_path, "notat.txt")
    assert text_of(made.pdf) == "Mødet i Køge er på rådhuset Åse kommer Side to"
    assert pages_of(made.pdf) == 2
    assert facts(made, "text-encoding") == {"encoding": "DOS 865"}


def test_texts_without_words_and_texts_without_end_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused) as refused:
        made_of(b" \r\n \t\r\n", tmp_path, "tom.txt")
    assert refused.value.status is FileStatus.EMPTY
    for endless in (b"x\n\n" * 101_000, b"\tx" * 1_300_000, b"\f" * 210_000 + b"x"):
        with pytest.raises(Refused) as refused:
            made_of(endless, tmp_path, "log.txt")
        assert refused.value.notice.code == "writing-too-long"
    monkeypatch.setattr(text_file, "MOST_BYTES", 1 << 20)
    with pytest.raises(Refused) as refused:
        made_of(b"linje\n" * 200_000, tmp_path, "log.txt")
    assert refused.value.status is FileStatus.TOO_LARGE
    assert refused.value.notice.code == "writing-too-large"


def test_characters_that_the_type_has_not_are_boxes_that_say_what_they_are(tmp_path: Path) -> None:
    made = made_of("Hej 😀 براون".encode(), tmp_path, "hej.txt")
    assert facts(made, "characters-as-boxes") == {"count": "6"}
    assert set("براون") <= set(text_of(made.pdf))


@pytest.mark.parametrize("name", ["poi__quick.txt", "unstructured__fake-text-utf-16.txt"])
def test_real_texts(shared: Path, tmp_path: Path, name: str) -> None:
    data = (shared / "corpus/office" / name).read_bytes()
    made = made_of(data, tmp_path, name)
    text = data.decode("utf-16" if "16" in name else "utf-8")
    assert " ".join(text.split()[:25]) in text_of(made.pdf)
    assert "text-encoding" not in codes(made)
