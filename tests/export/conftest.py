"""One collection with the hard cases, made once, for the tests that only read it or break copies of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from kkr_desk.export.collection import export_collection
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.word import export_word
from kkr_desk.progress import NullProgress
from kkr_desk.worker import Worker
from tests.export.papers import Paper, make_job, text_field
from tests.export.verapdf import VeraPdf, verapdf_with
from tests.lasting_worker import lasting, use_lasting


@dataclass(frozen=True, slots=True)
class Collection:
    """A finished collection and what it was made from."""

    job: CollectionJob
    file: Path


def pictures(file: Path) -> Path:
    """Two pages with two pictures each."""
    paper = Paper()
    for n in range(2):
        page = paper.page(
            f"Billeder {n + 1}", content=b"q 90 0 0 90 50 600 cm /Im0 Do Q q 90 0 0 90 200 600 cm /Im1 Do Q\n"
        )
        shades = [bytes([60 * n + 30]), bytes([60 * n + 120])]
        images = [
            paper.pdf.make_stream(
                shade, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
            )
            for shade in shades
        ]  # fmt: skip
        page.Resources.XObject = Dictionary(Im0=images[0], Im1=images[1])
    return paper.save(file)


def letter(file: Path) -> Path:
    """Three pages that link to each other by page and by name, with bookmarks of their own."""
    paper = Paper()
    pages = [paper.page(f"Brev side {n + 1}") for n in range(3)]
    paper.annotate(pages[0], Subtype=Name.Link, Dest=Array([pages[2], Name.Fit]))
    paper.annotate(pages[1], Subtype=Name.Link, A=Dictionary(S=Name.GoTo, D=String("slut")))
    paper.annotate(pages[1], Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://www.kl.dk/")))
    names = Dictionary(Names=Array([String("slut"), Array([pages[2], Name.XYZ, 0, 400, 0])]))
    paper.pdf.Root.Names = Dictionary(Dests=names)
    with paper.pdf.open_outline() as outline:
        chapter = pikepdf.OutlineItem("Første del", 0)
        chapter.children.append(pikepdf.OutlineItem("Afsnit", 1))
        outline.root.append(chapter)
    return paper.save(file)


def shapes(file: Path) -> Path:
    """Every way a page can lie: landscape, turned, cropped, larger crop than medium, scaled, dark, wild, broken."""
    paper = Paper()
    paper.page("liggende", (842, 595))
    for turn in (90, 180, 270):
        paper.page(f"drejet {turn}", Rotate=turn)
    paper.page("beskaaret", CropBox=Array([100, 100, 400, 500]))
    paper.page("crop for stor", CropBox=Array([-100, -100, 900, 1000]))
    paper.page("forskudt", MediaBox=Array([200, 300, 795, 1142]), Rotate=90)
    paper.page("userunit", (200, 300), UserUnit=5)
    paper.page("moerk", content=b"0 g 0 0 595 842 re f\n")
    paper.page("aaben", content=b"q q 3 0 0 3 10 10 cm\n")
    paper.page("lukket", content=b"Q Q 0.1 0 0 0.1 0 0 cm\n")
    paper.page("afbrudt", content=b"BT (uden slutning")
    paper.page("optaget", content=b"BT /F1 10 Tf 500 22 Td (nederst til hoejre) Tj ET\n")
    return paper.save(file)


def form(file: Path, value: str) -> Path:
    """A form with a field that others have too, a script, a launch action and an embedded file."""
    paper = Paper()
    page = paper.page("Skema")
    field = text_field(paper, page, "Navn", value)
    field.AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    paper.annotate(page, Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("cmd.exe")))
    looks = {
        state: paper.pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 20, 20]))
        for state, data in (("/Ja", b"2 2 16 16 re f"), ("/Off", b"2 2 16 16 re S"))
    }
    box = paper.annotate(page, Subtype=Name.Widget, FT=Name.Btn, T=String("Enig"), V=Name.Ja, AS=Name.Ja, F=4)
    box.AP = Dictionary(N=Dictionary(looks))
    paper.pdf.Root.AcroForm.Fields.append(box)
    paper.pdf.attachments["hemmelig.txt"] = b"indlejret"
    paper.pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(2)"))
    return paper.save(file)


def layered(file: Path) -> Path:
    """A page with a layer that is hidden, one that is shown, and a note that belongs to the latter."""
    paper = Paper()
    draft, final = (paper.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(n))) for n in ("Udkast", "Endelig"))
    page = paper.page(
        "Lag", content=b"/OC /L0 BDC BT /F1 30 Tf 40 300 Td (SKJULT) Tj ET EMC /OC /L1 BDC 9 9 9 9 re f EMC\n"
    )
    page.Resources.Properties = Dictionary(L0=draft, L1=final)
    paper.annotate(page, Subtype=Name.Square, OC=final, F=4)
    paper.annotate(page, Subtype=Name.Text, Contents=String("Husk bilag 3"), F=4)
    paper.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([draft, final]), D=Dictionary(OFF=Array([draft]), Order=Array([draft, final]))
    )
    return paper.save(file)


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("samling")
    job = make_job(
        {
            "Temadrøftelse: Børns trivsel": [letter(folder / "Brev.pdf"), pictures(folder / "Billeder.pdf")],
            "Uden bilag": [],
            "Beslutningssag: Sidernes form": [shapes(folder / "Former.pdf"), layered(folder / "Lag.pdf")],
            "Skemaer": [form(folder / "Skema A.pdf", "Anna"), form(folder / "Skema B.pdf", "Børge")],
        }
    )
    file = folder / "samling.pdf"
    export_collection(job, file, NullProgress())
    return Collection(job, file)


@pytest.fixture(scope="session")
def word(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same collection as a Word file."""
    file = tmp_path_factory.mktemp("word") / "samling.docx"
    export_word(collection.job, file, None, NullProgress())
    return file


@pytest.fixture(scope="session")
def worker_processes() -> Iterator[None]:
    """Ends what `workers` have left."""
    with lasting():
        yield


@pytest.fixture(autouse=True)
def workers(worker_processes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks of finished files go on with the processes of those before them."""
    use_lasting(monkeypatch)


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """A worker for all tests that ask one: to start its process takes longer than what it is asked to do."""
    with Worker() as lasting:
        yield lasting


@pytest.fixture(scope="session")
def verapdf(shared: Path, tool: Callable[[str], Path]) -> VeraPdf:
    """Asks veraPDF of files; skips where Java or its engine is missing."""
    return verapdf_with(shared, tool)
