"""Attachments with everything that may be wrong in a PDF: each comes along whole, and nothing of it runs or breaks."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from kkr_desk.export.collection import export_collection
from kkr_desk.export.verify import verify_file
from kkr_desk.model import FileStatus, Template
from kkr_desk.plan import PartKind
from kkr_desk.progress import NullProgress
from tests.export.papers import Paper, make_job, runs, text_field

FORBIDDEN = (b"JavaScript", b"app.alert", b"EmbeddedFile", b"HEMMELIG", b"cmd.exe", b"/XFA", b"/Launch")


def save(paper: Paper, folder: Path) -> Path:
    """Write it; pikepdf warns of fields that are in no form, which is what some of these are about."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.exceptions.PageCopyWarning)
        return paper.save(folder / "Bilag.pdf")


def exported(file: Path, folder: Path, template: Template | None = None) -> pikepdf.Pdf:
    """A collection with the file in it twice, checked in every way and free of what does not belong there."""
    job, target = make_job({"Sag": [file, file]}, template), folder / "samling.pdf"
    assert all(p.attachment.rendition.status is FileStatus.OK for p in job.plan.parts if p.attachment)
    export_collection(job, target, NullProgress())
    for known in (None, job):
        assert verify_file(target, known, full=True, progress=NullProgress()) == ()
    plain = folder / "plain.pdf"
    with pikepdf.open(target) as pdf:
        pdf.save(plain, qdf=True)
    data = plain.read_bytes()
    assert [word for word in FORBIDDEN if word in data] == []
    return pikepdf.open(target)


def secret(paper: Paper) -> pikepdf.Object:
    """A file specification with a file in it."""
    stream = paper.pdf.make_stream(b"HEMMELIG", Type=Name.EmbeddedFile)
    return paper.pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("h.txt"), EF=Dictionary(F=stream)))


def form_xobject(paper: Paper, data: bytes, **keys: Any) -> pikepdf.Stream:
    box = Array([0, 0, 99, 99])
    return paper.pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=box, **keys)


def a_page_twice(paper: Paper) -> None:
    page = paper.page("et")
    text_field(paper, page, "Navn", "Ole")
    paper.annotate(page, Subtype=Name.Link, Dest=Array([page, Name.Fit]))
    paper.pdf.Root.Pages.Kids.append(page)
    paper.pdf.Root.Pages.Count = 2


def shared_and_odd_annotations(paper: Paper) -> None:
    first, second, third = (paper.page(str(n)) for n in range(3))
    paper.annotate(first, Subtype=Name.Link, Dest=Array([second, Name.Fit]))
    for odd in (None, 3, String("x"), Array(), Dictionary(), Dictionary(Subtype=Name.Text, Rect=Array([1, 2, 3, 4]))):
        first.Annots.append(odd)
    first.Annots.append(Dictionary(Subtype=String("Link"), A=runs()))
    first.Annots = second.Annots = paper.pdf.make_indirect(first.Annots)
    third.Annots = Dictionary(A=3)


def popups_and_replies_of_what_stays_behind(paper: Paper) -> None:
    page = paper.page("noter")
    held = paper.annotate(page, Subtype=Name.FileAttachment, FS=secret(paper))
    held.Popup = paper.annotate(page, Subtype=Name.Popup, Parent=held)
    paper.annotate(page, Subtype=Name.Text, Contents=String("svar"), IRT=held, FS=held.FS)


def files_in_what_is_drawn(paper: Paper) -> None:
    page = paper.page("filer")
    held = Array([secret(paper)])
    inner = form_xobject(paper, b"0 0 9 9 re f", AF=held)
    page.AF = held
    page.Resources.XObject = Dictionary(
        X=form_xobject(paper, b"/I Do", Resources=Dictionary(XObject=Dictionary(I=inner)))
    )
    page.Resources.ExtGState = Dictionary(P=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=inner)))
    for kind in ("Stamp", "Screen", "RichMedia", "FileAttachment"):
        annot = paper.annotate(
            page, Subtype=Name(f"/{kind}"), AP=Dictionary(N=inner), FS=held[0], AA=Dictionary(E=runs())
        )
        annot.RichMediaContent = held[0]


def fields_without_a_form(paper: Paper) -> None:
    page = paper.page("felter")
    paper.annotate(page, Subtype=Name.Widget)
    paper.annotate(page, Subtype=Name.Widget, Parent=paper.font)
    paper.annotate(page, Subtype=Name.Widget, FT=Name.Tx, T=String("x"), V=String("y"), AA=Dictionary(K=runs()))


def fields_in_place(paper: Paper) -> None:
    page = paper.page("felter")
    text_field(paper, page, "a", "1")
    for n in range(3):
        page.Annots.append(Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String(f"f{n}"), V=String("v"), A=runs()))


def fields_in_a_ring(paper: Paper) -> None:
    page = paper.page("felter")
    text_field(paper, page, "a", "1")
    top = paper.pdf.make_indirect(Dictionary(T=String("ring"), FT=Name.Tx, AA=Dictionary(K=runs())))
    widget = paper.annotate(page, Subtype=Name.Widget, Parent=top, V=String("x"))
    middle = paper.pdf.make_indirect(Dictionary(T=String("m"), Parent=top, AA=Dictionary(K=runs())))
    middle.Kids = Array([middle, middle, top, top])
    top.Kids = Array([widget, middle, middle, None, 4, top])
    top.Parent = middle
    paper.pdf.Root.AcroForm.Fields.append(top)


def widgets_below_a_widget(paper: Paper) -> None:
    page = paper.page("felter")
    top = text_field(paper, page, "top", "1", Q=1)
    kids = [
        paper.annotate(page, Subtype=Name.Widget, Parent=top, AP=Dictionary(N=form_xobject(paper, b""))) for _ in "ab"
    ]
    top.Kids = Array(kids)


def a_deep_field(paper: Paper) -> None:
    page = paper.page("felter")
    text_field(paper, page, "a", "1")
    node = paper.pdf.make_indirect(Dictionary(T=String("top"), FT=Name.Tx, V=String("dyb"), AA=Dictionary(K=runs())))
    paper.pdf.Root.AcroForm.Fields.append(node)
    for n in range(150):
        kid = paper.pdf.make_indirect(Dictionary(T=String(f"{n}"), Parent=node, AA=Dictionary(K=runs())))
        node.Kids = Array([kid])
        node = kid
    node.Kids = Array([paper.annotate(page, Subtype=Name.Widget, Parent=node)])


def odd_fields(paper: Paper) -> None:
    page = paper.page("felter")
    odd: tuple[dict[str, Any], ...] = (
        {"DA": 3}, {"DA": String(")(")}, {"Rect": Array([0, 0])}, {"V": paper.pdf.make_stream(b"lang")}, {"MK": 3},
        {"DA": String("/Findes 0 Tf")}, {"FT": Name.Ch, "Opt": 3}, {"FT": Name.Btn, "AP": 4}, {"Ff": 1 << 24},
    )  # fmt: skip
    for n, keys in enumerate(odd):
        widget = text_field(paper, page, f"f{n}", "x")
        for key, value in keys.items():
            widget[f"/{key}"] = value
    paper.pdf.Root.AcroForm.NeedAppearances = True
    paper.pdf.Root.AcroForm.XFA = Array([String("x"), paper.pdf.make_stream(b"<xdp/>")])


def odd_layers(paper: Paper) -> None:
    page = paper.page("lag", content=b"/OC /L0 BDC 0 0 9 9 re f EMC")
    group, stray = (paper.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(n))) for n in "ab")
    both = paper.pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([group, stray]), P=Name.AllOff))
    page.Resources.Properties = Dictionary(L0=both)
    paper.annotate(page, Subtype=Name.Square, OC=both)
    usage = Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([group, None]))
    stated = Dictionary(
        OFF=Array([stray, group, None, 5]), Order=Array([String("x"), Array([group])]), AS=Array([3, usage])
    )
    paper.pdf.Root.OCProperties = Dictionary(OCGs=Array([group, group, None, 3]), D=stated)


def bookmarks_in_a_ring(paper: Paper) -> None:
    target = Array([paper.page("et"), Name.Fit])
    rows = [paper.pdf.make_indirect(Dictionary(Title=String(f"b{n}"), Dest=target)) for n in range(3)]
    rows[0].Next, rows[1].Next, rows[2].Next = rows[1], rows[0], rows[2]
    rows[1].First, rows[2].First = rows[2], rows[0]
    rows[0].C, rows[1].C, rows[2].F = Array([String("x"), Name.y, 1]), Array([1, None, 3]), Name.x
    rows[1].Title, rows[2].A = Name.x, runs()
    paper.pdf.Root.Outlines = paper.pdf.make_indirect(Dictionary(First=rows[0], Last=rows[1], Count=999))


def names_in_a_ring(paper: Paper) -> None:
    first, second = paper.page("et"), paper.page("to")
    indirect = paper.pdf.make_indirect(Name.x)
    targets = (Array([second, Name.Fit]), Dictionary(D=Array([first, Name.XYZ, None, 3, 1])), String("n2"), Array([-1]))
    flat = [part for n, target in enumerate(targets) for part in (String(f"n{n}"), target)]
    tree = paper.pdf.make_indirect(Dictionary(Names=Array([*flat, String("løs")])))
    tree.Kids = Array([tree, tree, tree, None, 3])
    paper.pdf.Root.Names = Dictionary(Dests=tree)
    paper.pdf.Root.Dests = Dictionary(gammel=Array([second, Name.FitH, 100]))
    for target in (*(String(f"n{n}") for n in range(6)), Name.gammel, Array([1, Name.Fit]), Array([first]), Array()):
        paper.annotate(first, Subtype=Name.Link, Dest=target)
    paper.annotate(first, Subtype=Name.Link, Dest=Array([first, Name.XYZ, indirect, None]))
    paper.annotate(first, Subtype=Name.Link, Dest=Array([first, Name.XYZ, String("x"), None]))


def addresses_and_chains(paper: Paper) -> None:
    page = paper.page("links", AA=Dictionary(O=runs()), Trans=Dictionary(S=Name.Wipe), PieceInfo=Dictionary(X=runs()))
    for uri in ("javascript:app.alert(1)", "file:///cmd.exe", "side.html", "http://å.dk/ø", " HTTPS://X ", "www.kl.dk"):
        paper.annotate(page, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(uri), Next=runs()))
    paper.annotate(page, Subtype=Name.Link, Dest=Array([page, Name.Fit]), A=runs(), PA=Dictionary(S=Name.URI))
    paper.annotate(page, Subtype=Name.Link, A=Dictionary(S=Name.GoTo, D=Array([page, Name.Fit]), Next=Array([runs()])))
    paper.annotate(page, Subtype=Name.Link, A=Dictionary(S=Name.GoToR, F=String("cmd.exe"), D=Array([0, Name.Fit])))


def resources_shared_with_a_form(paper: Paper) -> None:
    page = paper.page("delt")
    page.Resources = shared = paper.pdf.make_indirect(page.Resources)
    shared.XObject = Dictionary(X=form_xobject(paper, b"BT /F1 9 Tf (form) Tj ET", Resources=shared))
    paper.page("delt").Resources = shared


def odd_resources(paper: Paper) -> None:
    for entry in (Array(), 3, Name.x, paper.pdf.make_stream(b"x")):
        paper.page("x").Resources.Font = entry
        paper.page("x").Resources = entry
    for font in (paper.font, 3):
        paper.page("x").Resources.Font.KKRSide = font
    del paper.page("x").Resources


def odd_contents(paper: Paper) -> None:
    make = paper.pdf.make_stream
    broken = make(b"xx", Filter=Name.FlateDecode)
    for contents in (
        Array(), Array([None]), 3, Array([3, make(b"BT (x"), None, Dictionary()]), broken,
        make(b"xx", Filter=Name.Andet), Array([broken, make(b"Q Q BT (")]), make(b""), make(b"", Filter=Name.LZWDecode),
    ):  # fmt: skip
        paper.page("x").Contents = contents
    del paper.page("x").Contents
    shared = paper.pdf.make_indirect(Array([make(b"q q"), make(b"BI /W 1 /H 1 ID \x00 EI ) Q Q Q")]))
    for _ in range(2):
        paper.page("x", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)).Contents = shared


def odd_boxes(paper: Paper) -> None:
    boxes = (
        [595, 842, 0, 0],
        [0.5, 0.25, 595.123456, 842.5],
        [0, 0, 1e6, 1e6],
        [0, 0, 3, 3],
        [-5000, -5000, -4000, -4000],
    )
    for box in (*boxes, [0, 0, 0, 0], [0, 0, String("x"), 3], [0, 0, 14400, 14400]):
        paper.page("x", MediaBox=Array(box))
    for key, values in {
        "UserUnit": (0, -3, 75.5, Name.x),
        "Rotate": (450, 45, -90, 90.0, String("90")),
        "CropBox": (3,),
    }.items():
        for value in values:
            paper.page("x")[f"/{key}"] = value


CASES: tuple[Callable[[Paper], None], ...] = (
    a_page_twice, shared_and_odd_annotations, popups_and_replies_of_what_stays_behind, files_in_what_is_drawn,
    fields_without_a_form, fields_in_place, fields_in_a_ring, widgets_below_a_widget, a_deep_field,
    odd_fields, odd_layers, bookmarks_in_a_ring,
    names_in_a_ring, addresses_and_chains, resources_shared_with_a_form, odd_resources, odd_contents, odd_boxes,
)  # fmt: skip


@pytest.mark.parametrize("fill", CASES, ids=lambda fill: fill.__name__)
def test_it_comes_along(fill: Callable[[Paper], None], tmp_path: Path) -> None:
    paper = Paper()
    fill(paper)
    file = save(paper, tmp_path)
    with pikepdf.open(file) as source, exported(file, tmp_path) as pdf:
        assert len(pdf.pages) == 1 + 2 * (1 + len(source.pages))


@pytest.mark.parametrize("options", [{"R": 2}, {"R": 3}, {"R": 4, "aes": True}, {"R": 6}], ids=str)
def test_locked_for_its_owner_only(options: dict[str, Any], tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page("låst", content=b"BT (x")
    text_field(paper, page, "Navn", "Ole")
    metadata = options["R"] >= 4
    lock = pikepdf.Encryption(user="", owner="ejer", metadata=metadata, **{"aes": False, **options})
    if options["R"] == 6:
        lock = pikepdf.Encryption(user="", owner="ejer")
    paper.pdf.save(tmp_path / "Bilag.pdf", encryption=lock)
    with exported(tmp_path / "Bilag.pdf", tmp_path) as pdf:
        assert not pdf.is_encrypted


def test_many_widgets_of_one_field_take_no_longer(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page("mange")
    text_field(paper, page, "a", "1")
    top = paper.pdf.make_indirect(Dictionary(T=String("t"), FT=Name.Tx, V=String("v")))
    top.Kids = Array([paper.annotate(page, Subtype=Name.Widget, Parent=top) for _ in range(300)])
    paper.pdf.Root.AcroForm.Fields.append(top)
    with exported(save(paper, tmp_path), tmp_path) as pdf:
        assert [len(f.Kids) for f in pdf.Root.AcroForm.Fields if "/Kids" in f] == [300, 300]


def test_radio_buttons_stay_one_group(tmp_path: Path) -> None:
    paper = Paper()
    text_field(paper, paper.page("et"), "Navn", "Ole")
    top = paper.pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=1 << 15, T=String("valg"), V=Name.B))
    pages = [paper.pdf.pages[0].obj, paper.page("to")]
    looks = Dictionary(B=form_xobject(paper, b"0 0 9 9 re f"), Off=form_xobject(paper, b""))
    states = (Name.Off, Name.B)
    top.Kids = Array(
        [
            paper.annotate(page, Subtype=Name.Widget, Parent=top, AS=state, AP=Dictionary(N=looks))
            for page, state in zip(pages, states, strict=True)
        ]
    )
    paper.pdf.Root.AcroForm.Fields.append(top)
    with exported(save(paper, tmp_path), tmp_path) as pdf:
        groups = [f for f in pdf.Root.AcroForm.Fields if "/Kids" in f]
        assert [str(g.T) for g in groups] == ["valg", "valg_1-2"]
        assert [[kid.AS for kid in g.Kids] for g in groups] == [list(states), list(states)]
        assert groups[0].Kids[1].is_same_object_as(pdf.pages[3].obj.Annots[0])


def test_signatures_are_voided_wherever_their_kind_is_said(tmp_path: Path) -> None:
    paper = Paper()
    page = paper.page("underskrift")
    text_field(paper, page, "Navn", "Ole")
    top = paper.pdf.make_indirect(Dictionary(T=String("s"), FT=Name.Sig))
    signed = Dictionary(Type=Name.Sig, Contents=String("xx"))
    top.Kids = Array([paper.annotate(page, Subtype=Name.Widget, T=String("k"), Parent=top, V=signed)])
    paper.pdf.Root.AcroForm.Fields.append(top)
    with exported(save(paper, tmp_path), tmp_path) as pdf:
        assert all("/V" not in kid for f in pdf.Root.AcroForm.Fields for kid in f.get("/Kids", ()))


def test_layers_stay_as_they_are_beside_those_of_another_attachment(tmp_path: Path) -> None:
    files = []
    for name, stated in (("a", Dictionary(BaseState=Name.OFF)), ("b", Dictionary())):
        paper = Paper()
        groups = [paper.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"{name}{n}"))) for n in range(2)]
        paper.page("lag").Resources.Properties = Dictionary(L0=groups[0], L1=groups[1])
        stated["/ON" if name == "a" else "/OFF"] = Array([groups[0]])
        paper.pdf.Root.OCProperties = Dictionary(OCGs=Array(groups), D=stated)
        files.append(paper.save(tmp_path / f"{name}.pdf"))
    export_collection(make_job({"Sag": files}), tmp_path / "samling.pdf", NullProgress())
    with pikepdf.open(tmp_path / "samling.pdf") as pdf:
        merged = pdf.Root.OCProperties.D
        assert merged.BaseState == Name.ON
        assert [str(group.Name) for group in merged.OFF] == ["a1", "b0"]


def test_fonts_of_fields_are_told_apart(tmp_path: Path) -> None:
    files = []
    for name, base in (("a", Name.Helvetica), ("b", Name.Courier)):
        paper = Paper()
        text_field(paper, paper.page("skema"), "Navn", "Ole", AP=Dictionary(N=form_xobject(paper, b"")))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=base)
        paper.pdf.Root.AcroForm.DR.Font = Dictionary({"/He lv": font})
        del paper.pdf.Root.AcroForm.Fields[0].DA
        paper.pdf.Root.AcroForm.DA = String("/He#20lv 10 Tf 0 g")
        files.append(paper.save(tmp_path / f"{name}.pdf"))
    export_collection(make_job({"Sag": files}), tmp_path / "samling.pdf", NullProgress())
    with pikepdf.open(tmp_path / "samling.pdf") as pdf:
        form = pdf.Root.AcroForm
        assert [str(f.DA) for f in form.Fields] == ["/He#20lv 10 Tf 0 g", "/He#20lv-2 10 Tf 0 g"]
        assert [form.DR.Font[name].BaseFont for name in ("/He lv", "/He lv-2")] == [Name.Helvetica, Name.Courier]


@pytest.mark.parametrize("many", [2_500, pytest.param(25_000, marks=pytest.mark.torture)])
def test_thousands_of_bookmarks_come_along(tmp_path: Path, many: int) -> None:
    paper = Paper()
    page = paper.page("et")
    rows = [
        paper.pdf.make_indirect(Dictionary(Title=String(str(n)), Dest=Array([page, Name.Fit]))) for n in range(many)
    ]
    for before, after in pairwise(rows):
        before.Next = after
    paper.pdf.Root.Outlines = paper.pdf.make_indirect(Dictionary(First=rows[0], Last=rows[-1]))
    job = make_job({"Sag": [paper.save(tmp_path / "Bilag.pdf")]})
    export_collection(job, tmp_path / "samling.pdf", NullProgress())
    with pikepdf.open(tmp_path / "samling.pdf") as pdf:
        assert int(pdf.Root.Outlines.First.Next.First.get("/Count", 0)) == -many


def test_a_collection_in_a_collection_in_a_collection(tmp_path: Path) -> None:
    paper = Paper()
    paper.page("inderst", content=b"BT (x")
    file = paper.save(tmp_path / "0.pdf")
    for n in range(1, 4):
        job = make_job({"Sag": [file]})
        file = tmp_path / f"{n}.pdf"
        export_collection(job, file, NullProgress())
        assert verify_file(file, job, full=True, progress=NullProgress()) == ()
        assert next(p for p in job.plan.parts if p.kind is PartKind.ATTACHMENT).page_count == 2 * n - 1


@pytest.mark.parametrize(
    "said", ["{pages} sider, dette er {page}", "æøå – {page}", "{page}", "{pages}/{page}", "2024 s. {page}"]
)
def test_numbers_of_every_form_agree_with_themselves(said: str, tmp_path: Path) -> None:
    paper = Paper()
    paper.page("et")
    with exported(save(paper, tmp_path), tmp_path, Template(stamp_format=said)) as pdf:
        assert str(pdf.docinfo["/KKRSidetal"]) == said
