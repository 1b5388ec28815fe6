"""A Word collection that is not what was planned is not handed over: each way of going wrong, tried."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kkr_desk.errors import Defect
from kkr_desk.export import word as word_module
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.word import export_word
from kkr_desk.export.word_pictures import PagePicture
from kkr_desk.export.word_template import Styles
from kkr_desk.export.word_verify import verify_word
from kkr_desk.plan import Plan
from kkr_desk.progress import NullProgress, Progress
from tests.export.conftest import letter
from tests.export.papers import Paper, make_job

MAIN, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
Parts = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A collection, and all that it was held against."""

    file: Path
    plan: Plan
    styles: Styles
    pictures: tuple[PagePicture, ...]


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> CollectionJob:
    folder = tmp_path_factory.mktemp("kilder")
    paper = Paper()
    paper.page("liggende", (842, 595))
    paper.page("staaende")
    return make_job({"Første": [letter(folder / "Brev.pdf")], "Anden": [paper.save(folder / "Blandet.pdf")]})


@pytest.fixture(scope="module")
def made(job: CollectionJob, tmp_path_factory: pytest.TempPathFactory) -> Made:
    seen: list[Made] = []

    def keep(
        file: Path, plan: Plan, styles: Styles, pictures: list[PagePicture], progress: Progress, *, with_logo: bool
    ) -> tuple[str, ...]:
        seen.append(Made(file, plan, styles, tuple(pictures)))
        return verify_word(file, plan, styles, pictures, progress, with_logo=with_logo)

    target = tmp_path_factory.mktemp("word") / "samling.docx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_module, "verify_word", keep)
        export_word(job, target, None, NullProgress())
    return Made(target, seen[0].plan, seen[0].styles, seen[0].pictures)


def changed(made: Made, change: Callable[[Parts], None], target: Path) -> Made:
    """The collection with a change made to its parts."""
    with zipfile.ZipFile(made.file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return Made(target, made.plan, made.styles, made.pictures)


def findings(made: Made) -> tuple[str, ...]:
    return verify_word(made.file, made.plan, made.styles, made.pictures, NullProgress())


def replaced(pattern: str, new: str | Callable[[re.Match[str]], str], part: str = MAIN) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text, count = re.subn(pattern, new, parts[part].decode(), count=1, flags=re.DOTALL)
        assert count == 1, "the change must change something"
        parts[part] = text.encode()

    return change


def swap_relations(parts: Parts) -> None:
    text = parts[RELATIONS].decode()
    text = text.replace("side00001.png", "side-x").replace("side00002.png", "side00001.png")
    parts[RELATIONS] = text.replace("side-x", "side00002.png").encode()


def break_a_picture(parts: Parts) -> None:
    parts["word/media/side00001.png"] = b"no picture"


def drop_a_part(parts: Parts) -> None:
    del parts["word/media/side00003.png"]


def lose_the_main_part(parts: Parts) -> None:
    del parts[MAIN]


BREACHES: Mapping[str, tuple[Callable[[Parts], None], str]] = {
    "a picture dropped": (replaced("<w:drawing>.*?</w:drawing>", ""), "4 pictures, planned 5"),
    "a stored number shifted": (replaced(r"(PAGEREF _Toc00000002.*?<w:t[^>]*>)2<", r"\g<1>3<"), "row 2 is not as"),
    "a stored text changed": (replaced("Bilag 1: Brev", "Bilag 1: Bred"), "row 3 is not as planned"),
    "a row dropped": (replaced(r'<w:p><w:pPr><w:pStyle w:val="TOC2"/>.*?</w:p>', ""), "4 times row, planned 5"),
    "a heading dropped": (replaced('w:val="Heading2"', 'w:val="Normal"'), "4 times heading, planned 5"),
    "a heading changed": (replaced('(Heading2"/>.*?<w:t[^>]*>)Bilag 1: Brev', r"\1Bilag 9: Brev"), "heading 3"),
    "a heading elsewhere": (replaced('("Heading2"/>)', r"\1<w:pageBreakBefore/>"), "heading 3 is not as planned"),
    "relations swapped": (swap_relations, "picture 1 is not the page that was drawn"),
    "a relation to nothing": (replaced('r:embed="rId', 'r:embed="rIdx'), "leads nowhere"),
    "a broken picture": (break_a_picture, "picture 1 is not the page that was drawn"),
    "a picture's part lost": (drop_a_part, "picture 3 has no part"),
    "no alternate text": (replaced(' descr="[^"]*"', ""), "picture 1 is not told in words"),
    "a page's number changed": (
        replaced(r"(<w:t[^>]*>)3(</w:t></w:r><w:r><w:rPr>)", r"\g<1>4\2"),
        "picture 1 does not",
    ),
    "a page's number fixed": (
        replaced("<w:drawing>.*?</w:drawing>.*? PAGE ", lambda m: m[0].replace("PAGE", "DATE")),
        "picture 1 has a number that does not count",
    ),
    "a picture made smaller": (
        replaced(r'<wp:extent cx="\d', '<wp:extent cx="1'),
        "picture 1 is shown in another size",
    ),
    "a bookmark dropped": (replaced('<w:bookmarkStart w:id="2"[^>]*>', ""), "row 2 does not lead to its heading"),
    "a bookmark twice": (replaced('w:name="_Toc00000003"', 'w:name="_Toc00000002"'), "row 2 does not lead"),
    "a page's sides swapped": (replaced('w:w="16838" w:h="11906"', 'w:w="11906" w:h="16838"'), "orientation 7"),
    "a page added": (
        replaced('(<w:p><w:pPr><w:pStyle w:val="Bilagsside"/><w:pageBreakBefore/>.*?</w:p>)', r"\1\1"),
        "9 times page's orientation, planned 8",
    ),
    "broken XML": (replaced("</w:body>", ""), "unreadable: XMLSyntaxError"),
    "no main part": (lose_the_main_part, "unreadable: KeyError"),
}


def test_what_was_planned_is_found_right(made: Made) -> None:
    assert len(made.pictures) == 5
    assert findings(made) == ()


@pytest.mark.parametrize("name", list(BREACHES))
def test_a_breach_is_found(made: Made, tmp_path: Path, name: str) -> None:
    change, finding = BREACHES[name]
    found = findings(changed(made, change, tmp_path / "a.docx"))
    assert any(finding in one for one in found), found


def test_a_cut_file_is_found(made: Made, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(made.file.read_bytes()[:5000])
    cut = Made(tmp_path / "a.docx", made.plan, made.styles, made.pictures)
    assert findings(cut) == ("unreadable: BadZipFile",)


def test_a_finding_stops_the_hand_over(job: CollectionJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_module, "verify_word", lambda *_, **__: ("picture 1 is not told in words",))
    target = tmp_path / "samling.docx"
    target.write_bytes(b"den gamle")
    with pytest.raises(Defect) as caught:
        export_word(job, target, None, NullProgress())
    assert (caught.value.code, caught.value.facts["count"]) == ("verify-failed", 1)
    assert target.read_bytes() == b"den gamle"
    assert [p.name for p in tmp_path.iterdir()] == ["samling.docx"]
