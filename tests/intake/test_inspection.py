from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from kkr_desk.errors import Cancelled
from kkr_desk.intake import inspection
from kkr_desk.intake.findings import page_ranges
from kkr_desk.model import NO_INK
from kkr_desk.progress import NullProgress
from kkr_desk.sentences import NOTICES, facts_of
from tests.intake.papers import SOURCE, annotation, codes, look, page, picture, saved, simple, text


def test_a_sound_pdf(tmp_path: Path) -> None:
    rendition = look(simple(tmp_path, pages=3))
    assert (rendition.status, rendition.pdf, rendition.page_count, rendition.kind) == ("ok", SOURCE, 3, "pdf")
    assert rendition.warnings == ()
    assert [(p.number, p.width, p.height, p.rotation, p.text) for p in rendition.pages] == [
        (n, 595, 842, 0, f"Notat {n}") for n in (1, 2, 3)
    ]
    assert len({p.digest for p in rendition.pages}) == 3


def test_the_same_page_has_the_same_digest(tmp_path: Path) -> None:
    first = look(simple(tmp_path, "a.pdf"))
    again = look(saved(pikepdf.open(tmp_path / "a.pdf"), tmp_path, "b.pdf", compress_streams=False, linearize=True))
    assert first.pages[0].digest == again.pages[0].digest


def test_text_is_composed_and_without_controls(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Kom\\000mune \\345 \\370", 72, 420) + text("Linje to", 72, 380))
    found = look(saved(pdf, tmp_path)).pages[0].text
    assert unicodedata.is_normalized("NFC", found)
    assert "\0" not in found
    assert "\r" not in found
    assert found.endswith("\nLinje to")


def test_text_outside_the_visible_page_is_left_out(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Synligt", 72, 420) + text("Skjult", 72, 20), CropBox=Array([0, 100, 595, 842]))
    assert look(saved(pdf, tmp_path)).pages[0].text == "Synligt"


def test_unterminated_content_is_marked_for_the_stamp(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, b"q q " + text("to"))
    page(pdf, text("brudt") + b" BT (never ended")
    rendition = look(saved(pdf, tmp_path))
    assert rendition.status == "ok"
    assert [p.open_states for p in rendition.pages] == [2, -1]


def test_rotated_and_scaled_pages_are_measured_as_seen(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, Rotate=90)
    page(pdf, UserUnit=10)
    page(pdf, box=(595, 842, 0, 0))
    del page(pdf)["/MediaBox"]
    assert [(p.width, p.height, p.rotation) for p in look(saved(pdf, tmp_path)).pages] == [
        (842, 595, 90),
        (5950, 8420, 0),
        (595, 842, 0),
        (612, 792, 0),
    ]


@pytest.mark.torture
def test_three_thousand_pages_are_looked_at_in_bounded_memory(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="needs POSIX to measure memory")
    path = simple(tmp_path, pages=3000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rendition = look(path)
    assert rendition.page_count == len(rendition.pages) == 3000
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 200 << 20


def test_more_pages_than_allowed(tmp_path: Path) -> None:
    rendition = look(simple(tmp_path, pages=4), most_pages=3)
    assert (rendition.status, rendition.page_count, rendition.pdf) == ("too-large", 0, None)
    assert codes(rendition) == {"file-too-many-pages": {"pages": "4", "limit": "3"}}


def test_no_pages(tmp_path: Path) -> None:
    rendition = look(saved(Pdf.new(), tmp_path))
    assert (rendition.status, set(codes(rendition))) == ("empty", {"file-no-pages"})


def test_a_password_is_needed(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Fortroligt"))
    rendition = look(saved(pdf, tmp_path, encryption=Encryption(owner="o", user="u")))
    assert (rendition.status, rendition.pdf, set(codes(rendition))) == ("password", None, {"file-password"})


def test_no_password_is_needed_to_read(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Beskyttet"))
    rendition = look(saved(pdf, tmp_path, encryption=Encryption(owner="o", user="")))
    assert (rendition.status, rendition.pages[0].text) == ("ok", "Beskyttet")
    assert set(codes(rendition)) == {"pdf-owner-locked"}


def test_a_password_file_does_not_colour_the_next_one(tmp_path: Path) -> None:
    """PDFium's last error outlives the call it came from."""
    pdf = Pdf.new()
    page(pdf)
    assert look(saved(pdf, tmp_path, "a.pdf", encryption=Encryption(owner="o", user="u"))).status == "password"
    assert look(saved(Pdf.new(), tmp_path, "b.pdf")).status == "empty"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"oops", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj"])
def test_what_only_claims_to_be_a_pdf_is_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    assert look(path).status == "damaged"


def test_every_length_of_a_file_cut_off_comes_to_a_status(tmp_path: Path) -> None:
    data = simple(tmp_path, pages=2).read_bytes()
    path = tmp_path / "cut.pdf"
    for length in range(0, len(data), 37):
        path.write_bytes(data[:length])
        assert look(path).status in {"ok", "damaged", "empty"}


def test_a_repaired_file_says_so(tmp_path: Path) -> None:
    path = simple(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"startxref\n", b"startxref\n1"))
    rendition = look(path)
    assert (rendition.status, set(codes(rendition))) == ("ok", {"pdf-repaired"})


def form(pdf: Pdf, *fields: dict[str, Any]) -> None:
    widgets = [
        pdf.make_indirect(annotation("Widget", T=String(f"f{n}"), **entries)) for n, entries in enumerate(fields)
    ]
    page(pdf, text("Skema"), Annots=Array(widgets))
    pdf.Root.AcroForm = Dictionary(Fields=Array(widgets))


def fields(pdf: Pdf) -> None:
    form(pdf, {"FT": Name.Tx, "V": String("ja")}, {"FT": Name.Btn})


def foreign_letters(pdf: Pdf) -> None:
    words = ("Łódź Щ", "Ærø €", "שלום")
    form(pdf, *({"FT": Name.Tx, "V": String(value), "TU": String(f"Felt {value}")} for value in words))


def formatted(pdf: Pdf) -> None:
    rich = String("<body><p>Et <b>fedt</b> ord</p></body>")
    form(pdf, {"FT": Name.Tx, "TU": String("Svar"), "RV": rich}, {"FT": Name.Tx, "RV": String("<p>Et</p>")})


def xfa(pdf: Pdf) -> None:
    form(pdf, {"FT": Name.Tx})
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")


def waiting_page(pdf: Pdf) -> None:
    page(pdf, text("Please wait..."))
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))


def to_be_rendered(pdf: Pdf) -> None:
    xfa(pdf)
    pdf.Root.NeedsRendering = True


@pytest.mark.parametrize("make", [waiting_page, to_be_rendered])
def test_a_form_that_no_page_shows_is_refused(tmp_path: Path, make: Callable[[Pdf], None]) -> None:
    pdf = Pdf.new()
    make(pdf)
    rendition = look(saved(pdf, tmp_path))
    assert (rendition.status, rendition.pdf, set(codes(rendition))) == ("unsupported", None, {"file-xfa"})


def signature(pdf: Pdf) -> None:
    form(pdf, {"FT": Name.Sig, "V": Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"))})


def no_signature_yet(pdf: Pdf) -> None:
    form(pdf, {"FT": Name.Sig})


def embedded(pdf: Pdf) -> None:
    page(pdf, text("Brev"))
    pdf.attachments["regneark.xlsx"] = b"PK"


def attached_to_a_page(pdf: Pdf) -> None:
    spec = Dictionary(Type=Name.Filespec, UF=String("C:/mappe/løn.txt"))
    page(pdf, text("Brev"), Annots=Array([annotation("FileAttachment", FS=spec)]))


def portfolio(pdf: Pdf) -> None:
    page(pdf, text("Forside"))
    pdf.Root.Collection = Dictionary(Type=Name.Collection)


def javascript() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def script_on_opening(pdf: Pdf) -> None:
    page(pdf, text("x"))
    pdf.Root.OpenAction = javascript()


def script_by_name(pdf: Pdf) -> None:
    page(pdf, text("x"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), javascript()])))


def script_on_a_page(pdf: Pdf) -> None:
    page(pdf, text("x"), AA=Dictionary(O=javascript()))


def launch_behind_a_link(pdf: Pdf) -> None:
    chained = Dictionary(S=Name.URI, URI=String("https://kl.dk"), Next=Dictionary(S=Name.Launch, F=String("cmd.exe")))
    page(pdf, text("x"), Annots=Array([annotation("Link", A=chained)]))


def comments(pdf: Pdf) -> None:
    page(pdf, text("x"), Annots=Array([annotation("Text"), annotation("Highlight"), annotation("Popup")]))


def stamped(pdf: Pdf) -> None:
    page(pdf, text("x"), Annots=Array([annotation("Stamp"), annotation("FreeText")]))


def redaction(pdf: Pdf) -> None:
    page(pdf, text("x"))
    page(pdf, text("x"), Annots=Array([annotation("Redact"), annotation("Redact")]))


def layers(pdf: Pdf) -> None:
    page(pdf, text("x"))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Vand")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


def scans(pdf: Pdf) -> None:
    for n in range(3):
        made = page(pdf, text("Forside") if n == 0 else b"q 595 0 0 842 0 0 cm /Im0 Do Q")
        made.Resources.XObject = Dictionary(Im0=picture(pdf))


def sizes(pdf: Pdf) -> None:
    page(pdf, text("x"), (0, 0, 14400, 14400))
    page(pdf, text("x"), (0, 0, 40, 400))


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (fields, {"pdf-form-fields": {"count": "2"}}),
        (xfa, {"pdf-xfa": {}, "pdf-form-fields": {"count": "1"}}),
        (
            foreign_letters,
            {"pdf-form-fields": {"count": "3"}, "pdf-form-letters": {"count": "1", "fields": "Felt שלום"}},
        ),
        (formatted, {"pdf-form-fields": {"count": "2"}, "pdf-form-formatting": {"count": "1", "fields": "Svar"}}),
        (signature, {"pdf-signed": {}}),
        (no_signature_yet, {}),
        (embedded, {"file-encloses": {"count": "1", "files": "regneark.xlsx"}}),
        (attached_to_a_page, {"file-encloses": {"count": "1", "files": "løn.txt"}}),
        (portfolio, {"pdf-portfolio": {}}),
        (script_on_opening, {"pdf-scripts": {}}),
        (script_by_name, {"pdf-scripts": {}}),
        (script_on_a_page, {"pdf-scripts": {}}),
        (launch_behind_a_link, {"pdf-scripts": {}}),
        (comments, {"pdf-comments": {"count": "2"}}),
        (stamped, {"pdf-written-on": {"count": "2"}}),
        (redaction, {"pdf-redaction-pending": {"count": "1", "pages": "2"}}),
        (layers, {"pdf-layers": {}}),
        (scans, {"pdf-scans": {"count": "2", "pages": "2–3"}}),
        (
            sizes,
            {"pdf-huge-pages": {"count": "1", "pages": "1"}, "pdf-tiny-pages": {"count": "1", "pages": "2"}},
        ),
    ],
)
def test_what_a_caseworker_should_know(
    tmp_path: Path, make: Callable[[Pdf], None], expected: dict[str, dict[str, str]]
) -> None:
    pdf = Pdf.new()
    make(pdf)
    rendition = look(saved(pdf, tmp_path))
    assert rendition.status == "ok"
    assert codes(rendition) == expected
    for code, facts in expected.items():
        assert facts_of(NOTICES[code].da) <= set(facts)
        assert facts_of(NOTICES[code].en) <= set(facts)


def test_trees_that_lead_in_a_ring_end(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("x"))
    ring = pdf.make_indirect(Dictionary(T=String("a")))
    ring.Kids = Array([ring])
    pdf.Root.AcroForm = Dictionary(Fields=Array([ring]))
    names = pdf.make_indirect(Dictionary())
    names.Kids = Array([names])
    pdf.Root.Names = Dictionary(EmbeddedFiles=names)
    action = pdf.make_indirect(Dictionary(S=Name.GoTo))
    action.Next = action
    pdf.Root.OpenAction = action
    assert look(saved(pdf, tmp_path)).status == "ok"


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("Annots", 7),
        ("Annots", Array([1, Name.X, Array([]), Dictionary()])),
        ("AA", Array([])),
        ("Rotate", Name.Ninety),
        ("UserUnit", -3),
        ("CropBox", Array([1, 2])),
        ("Resources", Array([])),
        ("Contents", 12),
        ("MediaBox", Name.None_),
    ],
)
def test_entries_of_the_wrong_kind_are_no_reason_to_fail(tmp_path: Path, entry: str, value: Any) -> None:
    pdf = Pdf.new()
    page(pdf, text("x"), **{entry: value})
    assert look(saved(pdf, tmp_path)).status in {"ok", "damaged"}


def test_a_page_that_takes_too_long_to_draw_has_no_ink_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "DRAWING_SECONDS", 0.0)
    monkeypatch.setattr("kkr_desk.intake.pdfium.SLICE", 0.0)
    pdf = Pdf.new()
    page(pdf, b"".join(b"0 %d m 595 %d l S " % (n % 842, (7 * n) % 842) for n in range(20_000)))
    page(pdf, text("Kort"))
    rendition = look(saved(pdf, tmp_path))
    assert rendition.status == "ok"
    assert rendition.pages[0].ink == NO_INK
    assert codes(rendition)["pdf-edges-unknown"]["pages"].startswith("1")


def test_without_drawing_all_edges_are_unknown(tmp_path: Path) -> None:
    rendition = look(simple(tmp_path, pages=2), draw=False)
    assert [p.ink for p in rendition.pages] == [NO_INK, NO_INK]
    assert codes(rendition) == {"pdf-edges-unknown": {"count": "2", "pages": "1–2"}}


def test_cancel_reaches_into_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.intake.pdfium.SLICE", 0.0)
    pdf = Pdf.new()
    page(pdf, b"".join(b"0 %d m 595 %d l S " % (n % 842, (7 * n) % 842) for n in range(20_000)))
    path = saved(pdf, tmp_path)

    class Impatient:
        calls = 0

        def step(self, done: int, total: int, what: str = "") -> None:
            self.calls += 1
            if self.calls == 2:
                assert done == 0
                raise Cancelled

    with pytest.raises(Cancelled):
        inspection.inspect_pdf(path, SOURCE, 10, draw=True, progress=Impatient())


def test_the_file_is_free_again_afterwards(tmp_path: Path) -> None:
    path = simple(tmp_path)
    inspection.inspect_pdf(path, SOURCE, 10, draw=True, progress=NullProgress())
    path.rename(tmp_path / "moved.pdf")  # Windows refuses this while a file is open
    assert not path.exists()


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([1], "1"),
        ([1, 2, 3], "1–3"),
        ([1, 3, 4, 9], "1, 3–4, 9"),
        (list(range(1, 40, 2)), "1, 3, 5, 7, 9, 11, 13, 15, …"),
    ],
)
def test_page_numbers_as_a_person_writes_them(numbers: list[int], words: str) -> None:
    assert page_ranges(numbers) == words
