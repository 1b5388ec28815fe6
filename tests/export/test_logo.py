"""The council's logo in the head of the index: the same place in PDF and Word, and no document fails for its sake."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PIL import Image

from kkr_desk.export.collection import export_collection, export_index
from kkr_desk.export.doubts import doubts
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.logo import logo_of, make_logo
from kkr_desk.export.request import Document, ExportRequest, run_export
from kkr_desk.export.word import export_index_word, export_word
from kkr_desk.export.word_template import open_template
from kkr_desk.export.word_verify import verify_word
from kkr_desk.index import IndexStyle, Logo, Weight, heading_width, logo_area
from kkr_desk.model import Council, CouncilId, FileFormat, Sha256
from kkr_desk.plan import Plan, make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from kkr_desk.typeface.fonts import measure
from tests.export.councils import template_of
from tests.export.word_schema import faults
from tests.factory import make_agenda, make_meeting

QUIET = NullProgress()
LONG = "Indholdsfortegnelse over bilag til mødet i Kommunekontaktrådet for Region Sjælland"


def picture(width: int, height: int, colour: tuple[int, ...] = (20, 90, 110, 255), kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", (width, height), colour).save(out, kind)
    return out.getvalue()


@cache
def logo(width: int = 1400, height: int = 300) -> Logo:
    made = make_logo(picture(width, height))
    assert made is not None
    return made


def planned(title: str = "Indholdsfortegnelse - Bilag", of: Logo | None = None) -> Plan:
    agenda = make_agenda(
        [("Sag", [("Bilag om økonomi", 0), ("Brev", 0)])], meeting=replace(make_meeting(), index_title=title)
    )
    return make_plan(agenda, measure, logo=of)


def pictures_on(file: Path, page: int) -> list[tuple[float, ...]]:
    """Left, top, width and height of each picture that a page shows, in points from its top left."""
    document = pypdfium2.PdfDocument(file)
    try:
        shown = document[page]
        height = shown.get_height()
        found = (o.get_bounds() for o in shown.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
        return [(left, height - top, right - left, top - bottom) for left, bottom, right, top in found]
    finally:
        document.close()


def anchored(file: Path) -> list[tuple[float, ...]]:
    """The same of a Word file's pictures that stand by the page's edges."""
    body = docx.Document(str(file)).element.body
    emu = [
        [int(offset.text) for offset in anchor.iter(qn("wp:posOffset"))]
        + [int(anchor.find(qn("wp:extent")).get(side)) for side in ("cx", "cy")]
        for anchor in body.iter(qn("wp:anchor"))
    ]
    return [tuple(value / 12700 for value in one) for one in emu]


def test_a_logo_keeps_its_shape_and_fits_its_place() -> None:
    style = IndexStyle()
    assert (logo().width, logo().height) == pytest.approx((170.08, 36.45), abs=0.01)
    assert (logo(600, 600).width, logo(600, 600).height) == pytest.approx((45.35, 45.35), abs=0.01)
    assert logo(50, 20).width == pytest.approx(36), "a small one is not blown up"
    tallest = logo_area(logo(600, 600), style)
    first = planned(of=logo()).rows[0]
    assert tallest.top > 55, "below the page's header"
    assert tallest.top + tallest.height < first.top, "above the first row"


def test_it_is_printed_opaque_small_and_alone() -> None:
    clear = make_logo(picture(3000, 3000, (200, 0, 0, 0)))
    assert clear is not None
    with Image.open(io.BytesIO(clear.png)) as image:
        assert (image.mode, image.getpixel((9, 9)), max(image.size)) == ("RGB", (255, 255, 255), 378)
        assert image.info == {}
    assert make_logo(picture(90, 30, (9, 9, 9), "JPEG")) is not None


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg/>", picture(90, 30)[:60], picture(90, 30, (9, 9, 9), "JPEG")[:300], picture(1, 1).replace(
        b"IHDR\0\0\0\1\0\0\0\1", b"IHDR\0\1\0\0\0\1\0\0")],
    ids=["empty", "drawing", "cut-png", "cut-jpeg", "huge"],
)  # fmt: skip
def test_what_is_no_picture_is_no_logo(data: bytes) -> None:
    assert make_logo(data) is None


def test_the_usual_heading_needs_no_more_room_for_it() -> None:
    bare, with_logo = planned(), planned(of=logo())
    assert (with_logo.heading, with_logo.rows) == (bare.heading, bare.rows)


def test_a_long_heading_ends_before_it() -> None:
    plan = planned(LONG, logo())
    room = heading_width(plan.logo, plan.style)
    assert len(plan.heading) > len(planned(LONG).heading)
    assert all(measure(line, Weight.SEMIBOLD, plan.style.heading_size) <= room for line in plan.heading)
    assert plan.rows[0].top > plan.style.top + len(plan.heading) * plan.style.heading_line


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda body: body.replace('descr="Logo:', 'descr="Billede:'), "the logo is not told in words"),
        (lambda body: body.replace('<wp:extent cx="', '<wp:extent cx="1'), "the logo is shown in another size"),
        (lambda body: body.replace('r:embed="rIdLogo"', 'r:embed="rId1"'), "the logo is another picture"),
        (lambda body: re.sub("<w:drawing>.*?</w:drawing>", "", body), "no logo on the first page"),
    ],
)
def test_a_logo_that_is_not_as_planned_is_found(tmp_path: Path, change: Callable[[str], str], finding: str) -> None:
    plan, file = planned(of=logo()), tmp_path / "a.docx"
    export_word(CollectionJob(plan, {}, {}), file, None, QUIET)
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert verify_word(file, plan, open_template(None)[1], [], QUIET, with_logo=True) == (finding,)


@pytest.mark.parametrize("title", ["Indholdsfortegnelse - Bilag", LONG])
def test_pdf_and_word_show_it_in_the_same_place(tmp_path: Path, title: str) -> None:
    plan = planned(title, logo(900, 300))
    assert plan.logo is not None
    area = logo_area(plan.logo, plan.style)
    place = pytest.approx((area.left, area.top, area.width, area.height), abs=0.1)
    job = CollectionJob(plan, {}, {})
    files = [tmp_path / name for name in ("a.pdf", "b.pdf", "a.docx", "b.docx")]
    export_collection(job, files[0], QUIET)
    export_index(plan, files[1], QUIET)
    export_word(job, files[2], None, QUIET)
    export_index_word(plan, files[3], None, QUIET)
    assert [pictures_on(file, 0) for file in files[:2]] == [[place], [place]]
    assert pictures_on(files[0], 1) == []
    assert [anchored(file) for file in files[2:]] == [[place], [place]]
    for file in files[2:]:
        assert list(faults(file)) == []
        first = next(docx.Document(str(file)).element.body.iter(qn("wp:docPr")))
        assert first.get("descr") == f"Logo: {plan.agenda.meeting.council}"
        assert zipfile.ZipFile(file).read("word/media/logo.png") == plan.logo.png


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    job = CollectionJob(planned(of=logo()), {}, {})
    made = [(export_collection(job, tmp_path / f"{n}.pdf", QUIET).sha256,
             export_word(job, tmp_path / f"{n}.docx", None, QUIET).sha256) for n in range(2)]  # fmt: skip
    assert made[0] == made[1]


def test_a_template_with_a_letterhead_does_not_get_a_second_logo(tmp_path: Path) -> None:
    template_of().save(str(tmp_path / "skabelon.docx"))
    file = tmp_path / "a.docx"
    export_word(CollectionJob(planned(of=logo()), {}, {}), file, tmp_path / "skabelon.docx", QUIET)
    assert anchored(file) == []


def test_a_logo_that_is_lost_is_told_of_and_stops_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "møder", who="abk") as store:
        sha = store.content.add_bytes(picture(900, 300))
        with store.operation("Skriv"):
            store.save_council(Council(CouncilId(""), "KKR Prøve", logo=sha))
            meeting = store.add_meeting("KKR Prøve", date(2026, 9, 18), "Indholdsfortegnelse - Bilag")
        council = store.council("KKR Prøve")
        assert logo_of(store, council) is not None
        request = ExportRequest(Document.INDEX, FileFormat.PDF, tmp_path / "a.pdf", replace=True)
        assert run_export(tmp_path / "møder", meeting.id, request, progress=QUIET).warnings == ()
        assert len(pictures_on(request.target, 0)) == 1
        damage(store, sha)
        assert logo_of(store, council) is None
        made = run_export(tmp_path / "møder", meeting.id, request, progress=QUIET)
        assert pictures_on(request.target, 0) == []
        told = [doubt.notice for doubt in doubts(store.agenda(meeting.id), logo_lost=True)]
        assert made.warnings == (told[-1],)
        store.content.path(sha).unlink()
        assert logo_of(store, council) is None


def damage(store: Store, sha: Sha256) -> None:
    file = store.content.path(sha)
    file.write_bytes(file.read_bytes()[:-40])
