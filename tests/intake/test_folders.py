from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.errors import UserError
from kkr_desk.intake.folders import MOST_FILES, files_among, natural_order


def lay_out(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF")
    return paths


def test_files_come_as_a_person_sorts_them(tmp_path: Path) -> None:
    names = ["Bilag 10.pdf", "bilag 2.pdf", "Århus.pdf", "Ærø.pdf", "Zealand.pdf", "Bilag 1.pdf", "Øst.pdf"]
    paths = lay_out(tmp_path, *names)
    expected = ["Bilag 1.pdf", "bilag 2.pdf", "Bilag 10.pdf", "Zealand.pdf", "Ærø.pdf", "Øst.pdf", "Århus.pdf"]
    assert [file.name for file in files_among(paths)] == expected
    assert [file.name for file in files_among(reversed(paths))] == expected


def test_a_folder_brings_its_files(tmp_path: Path) -> None:
    lay_out(tmp_path / "papirer", "b.pdf", "a 10.pdf", "a 9/x.pdf", "Thumbs.db", ".DS_Store", "~$b.docx", "Desktop.ini")
    (single,) = lay_out(tmp_path, "nota.pdf")
    found = [file.relative_to(tmp_path).as_posix() for file in files_among([tmp_path / "papirer", single])]
    assert found == ["nota.pdf", "papirer/a 9/x.pdf", "papirer/a 10.pdf", "papirer/b.pdf"]


def test_a_file_that_is_gone_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    assert files_among([tmp_path / "væk.pdf"]) == (tmp_path / "væk.pdf",)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    with pytest.raises(UserError) as caught:
        files_among([tmp_path / "tom"])
    assert (caught.value.code, caught.value.facts) == ("folder-empty", {"folder": "tom"})


def test_a_folder_dropped_by_mistake_is_refused(tmp_path: Path) -> None:
    lay_out(tmp_path, *(f"{n}.pdf" for n in range(MOST_FILES)))
    assert len(files_among([tmp_path])) == MOST_FILES
    lay_out(tmp_path, "en til.pdf")
    with pytest.raises(UserError) as caught:
        files_among([tmp_path])
    assert caught.value.code == "too-many-files"


def test_links_to_folders_are_not_followed_in_a_ring(tmp_path: Path) -> None:
    lay_out(tmp_path / "mappe", "a.pdf")
    try:
        (tmp_path / "mappe" / "igen").symlink_to(tmp_path / "mappe", target_is_directory=True)
    except OSError:
        pytest.skip("needs the right to make links")
    assert [file.name for file in files_among([tmp_path / "mappe"])] == ["a.pdf"]


@given(st.lists(st.text()))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    ordered = sorted(names, key=natural_order)
    assert sorted(ordered, key=natural_order) == ordered
