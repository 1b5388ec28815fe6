"""Seventeen ways to break the tags of a finished collection; none gets past the checks.

What the step before the rename says of each is written beside it; veraPDF and page-validation are asked as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from kkr_desk.export.collection import export_collection
from kkr_desk.export.pages import draw_pages
from kkr_desk.export.stamp import stamp_characters
from kkr_desk.export.structure import finished
from kkr_desk.export.structure.claim import broken_rules
from kkr_desk.export.verify import verify_made
from kkr_desk.progress import NullProgress
from tests.export.conftest import Collection
from tests.export.papers import Paper, make_job
from tests.export.verapdf import VeraPdf
from tests.tagged_meetings import tagged_pdf

Mutant = Callable[[Pdf], None]
MERGED_WRONGLY = {"link_to_nowhere", "page_with_anothers_key", "part_cut_short"}
"""What breaks no rule that veraPDF knows: only our own check sees these."""
UNSEEN = MERGED_WRONGLY | {"page_without_its_key", "tagged_page_without_its_tags"}
"""What page-validation does not see either."""


@pytest.fixture(scope="module")
def claimed(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """A collection that claims to be accessible, and may."""
    folder = tmp_path_factory.mktemp("maerket")
    letter, answer = tagged_pdf(folder / "Notat.pdf", "Notat", 2), tagged_pdf(folder / "Svar.pdf", "Svar", 1)
    job = make_job({"Budget": [letter], "Valg": [answer]})
    made = export_collection(job, folder / "samling.pdf", NullProgress())
    assert made.accessible
    return Collection(job, made.file)


def document(pdf: Pdf) -> Any:
    """The element that holds all others."""
    return pdf.Root.StructTreeRoot.K[0]


def kids(element: Any, role: Name) -> list[Any]:
    held = element.K.as_list() if isinstance(element.K, Array) else [element.K]
    return [kid for kid in held if isinstance(kid, Dictionary) and kid.get("/S") == role]


def first_part(pdf: Pdf) -> Any:
    return kids(kids(document(pdf), Name.Sect)[1], Name.Part)[0]


def rewrite_metadata(pdf: Pdf, pattern: bytes) -> None:
    held: Any = pdf.Root.Metadata
    was = held.read_bytes()
    held.write(re.sub(pattern, b"", was, flags=re.DOTALL))
    assert held.read_bytes() != was


def add_page(pdf: Pdf, source: Pdf) -> None:
    pdf.pages.append(source.pages[0])


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def title_not_shown(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


def no_claim(pdf: Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfuaid:part.*?</pdfuaid:part>")


def no_title(pdf: Pdf) -> None:
    rewrite_metadata(pdf, b"<dc:title>.*?</dc:title>")


def stamp_without_its_mark(pdf: Pdf) -> None:
    stamp: Any = pdf.pages[3].obj.Contents[-1]
    data = stamp.read_bytes()
    assert b"/Artifact" in data
    stamp.write(re.sub(rb"/Artifact <<[^>]*>> BDC\n", b"", data).replace(b"EMC\n", b""))


def link_without_its_key(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].StructParent


def link_without_words(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].Contents


def page_without_tab_order(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Tabs


def page_with_anothers_key(pdf: Pdf) -> None:
    pdf.pages[3].obj.StructParents = pdf.pages[2].obj.StructParents


def page_without_its_key(pdf: Pdf) -> None:
    del pdf.pages[3].obj.StructParents


def part_cut_short(pdf: Pdf) -> None:
    part = first_part(pdf)
    part.K = Array(part.K.as_list()[:3])


def not_marked(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def role_nobody_knows(pdf: Pdf) -> None:
    document(pdf).K[0].S = Name("/Fancy")


def heading_that_skips(pdf: Pdf) -> None:
    kids(first_part(pdf), Name.H2)[0].S = Name("/H4")


def page_from_elsewhere(pdf: Pdf) -> None:
    paper = Paper()
    paper.page("Fremmed")
    add_page(pdf, paper.pdf)


def tagged_page_without_its_tags(pdf: Pdf) -> None:
    add_page(pdf, pdf)
    pdf.pages[-1].obj.StructParents = 9999


def link_to_nowhere(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Dest = Array([None, Name.Fit])


MUTANTS: dict[Mutant, str] = {
    no_language: "language",
    title_not_shown: "title",
    no_claim: "claim",
    no_title: "title",
    stamp_without_its_mark: "stamp-wrong",
    link_without_its_key: "tags-annotation",
    link_without_words: "tags-index tags-link",
    page_without_tab_order: "tags-tabs",
    page_with_anothers_key: "tags-page",
    page_without_its_key: "tags-page",
    part_cut_short: "tags-annotation tags-page",
    not_marked: "tags-missing",
    role_nobody_knows: "tags-index tags-tree",
    heading_that_skips: "tags-headings",
    page_from_elsewhere: "page-count",
    tagged_page_without_its_tags: "page-count",
    link_to_nowhere: "index-link tags-link",
}


def mutated(collection: Collection, how: Mutant, folder: Path) -> Path:
    file = folder / f"{how.__name__}.pdf"
    with pikepdf.open(collection.file) as pdf:
        how(pdf)
        pdf.save(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return file


def said(collection: Collection, file: Path) -> set[str]:
    job = collection.job
    own = draw_pages(job.plan, stamp_characters(job.plan.template))
    found = verify_made(file, job, own, NullProgress(), claimed=True)
    return {notice.code.removeprefix("verify-") for notice in found}


def test_the_sound_collection_passes_everything(claimed: Collection) -> None:
    assert said(claimed, claimed.file) == set()
    assert broken_rules(str(claimed.file), progress=NullProgress()) == ()


def test_elements_are_read_alike_quickly_and_slowly(claimed: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    with pikepdf.open(claimed.file) as pdf:
        pages = frozenset(page.obj.objgen for page in pdf.pages)
        quick = finished.read_finished(pdf, pages)
        monkeypatch.setattr(finished, "_PLAIN", re.compile(b"never"))
        assert quick.elements
        assert finished.read_finished(pdf, pages) == quick


@pytest.mark.parametrize("how", MUTANTS, ids=lambda how: how.__name__)
def test_the_step_before_the_rename_catches_every_mutant(claimed: Collection, how: Mutant, tmp_path: Path) -> None:
    assert said(claimed, mutated(claimed, how, tmp_path)) == set(MUTANTS[how].split())


def test_page_validation_catches_those_that_break_a_rule_of_the_standard(claimed: Collection, tmp_path: Path) -> None:
    missed = {
        how.__name__
        for how in MUTANTS
        if broken_rules(str(mutated(claimed, how, tmp_path)), progress=NullProgress()) == ()
    }
    assert missed <= UNSEEN


@pytest.mark.torture
def test_verapdf_catches_those_that_break_a_rule_of_the_standard(
    claimed: Collection, verapdf: VeraPdf, tmp_path: Path
) -> None:
    files = [mutated(claimed, how, tmp_path) for how in MUTANTS]
    sound, *broken = verapdf([claimed.file, *files])
    assert sound.failed == {}
    missed = {found.file.stem for found in broken if not found.failed}
    assert len(broken) == len(MUTANTS)
    assert missed <= MERGED_WRONGLY
