"""LibreOffice lays a Word collection out, as stored and after an update of its index: every heading on its page.

LibreOffice takes seconds for each layout: the daily tests read one of the hard collection, the torture does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desk.export.job import CollectionJob
from kkr_desk.export.word import export_index_word, export_word
from kkr_desk.export.word_titles import number_column, shown_texts
from kkr_desk.index import Weight
from kkr_desk.model import Agenda
from kkr_desk.plan import PartKind, Plan, make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import measure
from tests.export.conftest import Collection, letter, shapes
from tests.export.councils import danish, template_of, unruly
from tests.export.papers import make_job
from tests.export.word_office import Laid, laid_out, squeezed, updated
from tests.factory import make_agenda

NAMES = (
    "KKR",
    "Landstal 2025",
    "Notat om organisering af botilbud og det videre arbejde med rammeaftalen",
    "Erhvervshus Nordjylland – afrapportering for 2021 og proces for kontrakt 2023, som indstilles til godkendelse",
    "Udviklingsprogrammets formål og de tre fælleskommunale principper for det højtspecialiserede område " * 2,
    'Aftale § 16-ramme/2024-2027: "tværgående" mål, AVA, To. & Ty.; WWW 1.111,11 kr.',
)


@pytest.fixture(scope="module")
def soffice(tool: Callable[[str], Path]) -> Path:
    return tool("soffice")


@pytest.fixture(scope="module")
def laid(word: Path, soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """The collection with the hard cases, laid out as stored."""
    return laid_out(soffice, word, tmp_path_factory.mktemp("office"))


def long_agenda(rows: int, start: int = 0) -> Agenda:
    """A meeting with about so many rows in its index and no readable attachment: dividers and slips are enough."""
    items, made = [], 0
    while made < rows:
        count = 1 + (made + start) % 4
        titles = [(NAMES[(made + n + start) % len(NAMES)], 0) for n in range(count)]
        items.append((NAMES[(made * 5 + start) % len(NAMES)], titles))
        made += 1 + count
    return make_agenda(items)


def misplaced(plan: Plan, laid: Laid) -> list[str]:
    """Entries that are not on their page, or whose row in the index does not bear its number."""
    wrong = [f"{len(laid.pages)} pages"] if len(laid.pages) != plan.total_pages else []
    index = squeezed("".join(laid.pages[: plan.index_pages]))
    every = [squeezed(text) for text in shown_texts(plan)]
    for entry, shown, following in zip(plan.entries, every, [*map(re.escape, every[1:]), "$"], strict=True):
        if shown not in squeezed(laid.pages[entry.page - 1]):
            wrong.append(f"{entry.text} is not on page {entry.page}")
        number = rf"{entry.page}(?:{following}|\D)"  # the next row may begin with a number too
        if not re.search(rf"{re.escape(shown)}\.*{number}", index):
            wrong.append(f"{entry.text} has no row with {entry.page}")
    return wrong


def test_every_heading_and_every_number_is_where_it_was_planned(laid: Laid, collection: Collection) -> None:
    plan = collection.job.plan
    assert misplaced(plan, laid) == []
    total = plan.total_pages
    assert [n for n, text in enumerate(laid.pages, 1) if squeezed(f"Side {n} af {total}") not in squeezed(text)] == []


def test_numbers_stand_where_the_pdf_prints_them(laid: Laid, collection: Collection) -> None:
    ours, theirs = pypdfium2.PdfDocument(laid.pdf), pypdfium2.PdfDocument(collection.file)
    compared = 0
    for n in range(1, len(ours) + 1):
        places = []
        for document in (ours, theirs):
            page = document[n - 1]
            text = page.get_textpage()
            found = text.search(f"Side {n} af").get_next()
            assert found is not None
            left, bottom, _, _ = text.get_charbox(found[0])
            plain = page.get_rotation() == 0 and tuple(page.get_bbox()[:2]) == (0, 0)
            places.append((left, bottom, page.get_size() if plain else (0.0, 0.0)))
            text.close()
            page.close()
        (x, y, size), (wanted_x, wanted_y, wanted_size) = places
        if size == pytest.approx(wanted_size, abs=0.5):  # neither turned nor cropped, nor made to fit
            assert (x, y) == (pytest.approx(wanted_x, abs=1.5), pytest.approx(wanted_y, abs=2.5)), f"page {n}"
            compared += 1
    ours.close()
    theirs.close()
    assert compared > 10


def test_pages_lie_and_stand_as_in_the_sources(laid: Laid, collection: Collection) -> None:
    document = pypdfium2.PdfDocument(laid.pdf)
    for part in collection.job.plan.parts:
        if part.kind is PartKind.ATTACHMENT and part.attachment and part.attachment.rendition.pdf:
            for fact in collection.job.pages[part.attachment.rendition.pdf]:
                width, height = document.get_page_size(part.first_page + fact.number - 2)
                assert (width > height) == (fact.width > fact.height)
    document.close()


@pytest.mark.torture
def test_the_index_alone_has_as_many_pages_as_planned(soffice: Path, tmp_path: Path) -> None:
    plan = make_plan(long_agenda(60), measure)
    export_index_word(plan, tmp_path / "indeks.docx", None, NullProgress())
    assert len(laid_out(soffice, tmp_path / "indeks.docx", tmp_path / "office").pages) == plan.index_pages


@pytest.mark.torture
@pytest.mark.parametrize("template", [unruly, template_of, danish])
def test_a_councils_template_moves_nothing(soffice: Path, tmp_path: Path, template: Callable[[], Document]) -> None:
    template().save(str(tmp_path / "skabelon.docx"))
    job = make_job({"Sag": [letter(tmp_path / "Brev.pdf"), shapes(tmp_path / "Former.pdf")], "Anden sag": []})
    export_word(job, tmp_path / "a.docx", tmp_path / "skabelon.docx", NullProgress())
    total = job.plan.total_pages
    for n, lay_out in enumerate((laid_out, updated)):
        laid = lay_out(soffice, tmp_path / "a.docx", tmp_path / str(n))
        assert misplaced(job.plan, laid) == []
        unnumbered = [k for k, text in enumerate(laid.pages, 1) if squeezed(f"Side{k}af{total}") not in squeezed(text)]
        assert unnumbered == []


@pytest.mark.torture
def test_rows_that_just_fit_keep_to_one_line(soffice: Path, tmp_path: Path) -> None:
    bare = make_plan(make_agenda([("Sag", [("Bilag", 0)] * 12)] * 3), measure)
    style, letters = bare.style, "ilrmw "
    room = style.text_width - style.indent - number_column(bare)
    titles = []
    for n in range(12):
        title = "Notat om "
        while added := [c for c in letters[n % 3 :] if measure(f"Bilag 12: {title}{c}.", Weight.REGULAR, 10.5) <= room]:
            title += added[len(title) % len(added)]
        titles.append((f"{title.rstrip()}.", 0))
    plan = make_plan(make_agenda([("Sag", titles)] * 3), measure)
    assert {len(row.lines) for row in plan.rows} == {1}
    export_word(CollectionJob(plan, {}, {}), tmp_path / "a.docx", None, NullProgress())
    laid = laid_out(soffice, tmp_path / "a.docx", tmp_path / "office")
    assert misplaced(plan, laid) == []
    lines = [line for line in laid.pages[0].splitlines() if line.strip()]
    assert len(lines) == len(plan.rows) + 3  # council and date, heading, page number


@pytest.mark.torture
@pytest.mark.parametrize("rows", [30, 95])
def test_headings_stand_before_and_after_an_update(soffice: Path, tmp_path: Path, rows: int) -> None:
    plan = make_plan(long_agenda(rows), measure)
    export_word(CollectionJob(plan, {}, {}), tmp_path / "a.docx", None, NullProgress())
    assert misplaced(plan, laid_out(soffice, tmp_path / "a.docx", tmp_path / "som-gemt")) == []
    assert misplaced(plan, updated(soffice, tmp_path / "a.docx", tmp_path / "opdateret")) == []


@pytest.mark.torture
@settings(max_examples=40)
@given(st.integers(1, 420), st.integers(0, 5))
def test_headings_stand_at_any_length_of_the_index(
    soffice: Path, tmp_path_factory: pytest.TempPathFactory, rows: int, start: int
) -> None:
    plan = make_plan(long_agenda(rows, start), measure)
    folder = tmp_path_factory.mktemp("laengde")
    export_word(CollectionJob(plan, {}, {}), folder / "a.docx", None, NullProgress())
    assert misplaced(plan, laid_out(soffice, folder / "a.docx", folder / "som-gemt")) == []
    assert misplaced(plan, updated(soffice, folder / "a.docx", folder / "opdateret")) == []


@pytest.mark.torture
@pytest.mark.parametrize("pages", range(1, 13))
def test_every_length_of_the_index_from_one_to_twelve(soffice: Path, tmp_path: Path, pages: int) -> None:
    rows = next(n for n in range(1, 900) if make_plan(long_agenda(n), measure).index_pages == pages)
    plan = make_plan(long_agenda(rows), measure)
    export_word(CollectionJob(plan, {}, {}), tmp_path / "a.docx", None, NullProgress())
    assert misplaced(plan, laid_out(soffice, tmp_path / "a.docx", tmp_path / "som-gemt")) == []
    assert misplaced(plan, updated(soffice, tmp_path / "a.docx", tmp_path / "opdateret")) == []
