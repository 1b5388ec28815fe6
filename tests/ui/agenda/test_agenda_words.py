"""What the agenda says of a file in a word or two."""

from __future__ import annotations

from kkr_desk.model import FileStatus, Notice
from kkr_desk.ui.agenda.words import status_word


def test_a_file_that_waits_for_an_office_program_says_so() -> None:
    waiting = status_word(FileStatus.UNSUPPORTED, [Notice("file-kind-differs"), Notice("office-missing")])
    assert (waiting, status_word(FileStatus.UNSUPPORTED)) == ("Venter på Office", "Kan ikke medtages")
