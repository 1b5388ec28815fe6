"""A collection for the archive: PDF/A-2b where every part allows it, else the reasons by attachment."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.export import archive
from kkr_desk.export.archive import broken_by_part, subject_of
from kkr_desk.export.collection import export_collection, export_index
from kkr_desk.export.colour_profile import srgb_profile
from kkr_desk.export.job import CollectionJob
from kkr_desk.progress import NullProgress
from kkr_desk.sentences import ERRORS, NOTICES, Language, say
from kkr_desk.worker import Worker
from tests.export.papers import Paper, make_job
from tests.export.verapdf import verapdf_with
from tests.tagged_meetings import tagged_pdf

QUIET = NullProgress()
PART, LEVEL = "{http://www.aiim.org/pdfa/ns/id/}part", "{http://www.aiim.org/pdfa/ns/id/}conformance"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> CollectionJob:
    """Two tagged attachments with all their fonts; one also has what the collection leaves out."""
    folder = tmp_path_factory.mktemp("kilder")
    with pikepdf.open(tagged_pdf(folder / "Notat.pdf", "Notat", 2), allow_overwriting_input=True) as pdf:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.attachments["regneark.xlsx"] = b"indlejret"
        pdf.save(folder / "Notat.pdf")
    return make_job({"Budget": [folder / "Notat.pdf", tagged_pdf(folder / "Brev.pdf", "Brev", 1)]})


@pytest.fixture(scope="module")
def kept(sound: CollectionJob, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That meeting's collection for the archive."""
    file = tmp_path_factory.mktemp("arkiv") / "samling.pdf"
    assert export_collection(sound, file, QUIET, archive=True).accessible
    return file


def refused(job: CollectionJob, folder: Path) -> tuple[list[str], str]:
    """Codes of the reasons why a meeting cannot be made, and what is said in Danish; nothing has been changed."""
    target = folder / "samling.pdf"
    target.write_bytes(b"den gamle")
    with pytest.raises(UserError) as caught:
        export_collection(job, target, QUIET, archive=True)
    assert caught.value.code == "archive-refused"
    assert target.read_bytes() == b"den gamle"
    reasons: Any = caught.value.facts["reasons"]
    return [r.code for r in reasons], say(ERRORS, "archive-refused", Language.DANISH, **caught.value.facts)


def test_it_conforms_and_says_so_of_both_standards(kept: Path) -> None:
    assert broken_by_part(str(kept), (), progress=QUIET) == ((), ())
    with pikepdf.open(kept) as pdf, pdf.open_metadata() as told:
        assert (told[PART], told[LEVEL], told["pdfuaid:part"]) == ("2", "B", "1")
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == srgb_profile()


@pytest.mark.torture
def test_verapdf_agrees(kept: Path, shared: Path, tool: Callable[[str], Path]) -> None:
    for flavour in ("a2b", "ua1"):
        (checked,) = verapdf_with(shared, tool, flavour)([kept])
        assert checked.failed == {}


def test_two_runs_give_the_same_bytes(sound: CollectionJob, kept: Path, tmp_path: Path) -> None:
    export_collection(sound, tmp_path / "igen.pdf", QUIET, archive=True)
    assert (tmp_path / "igen.pdf").read_bytes() == kept.read_bytes()


def test_the_index_alone_can_be_kept_too(sound: CollectionJob, tmp_path: Path) -> None:
    export_index(sound.plan, tmp_path / "indeks.pdf", QUIET, archive=True)
    assert broken_by_part(str(tmp_path / "indeks.pdf"), (), progress=QUIET) == ((), ())


def test_only_who_asks_gets_it(sound: CollectionJob, tmp_path: Path) -> None:
    export_collection(sound, tmp_path / "a.pdf", QUIET)
    with pikepdf.open(tmp_path / "a.pdf") as pdf, pdf.open_metadata() as told:
        assert PART not in told
        assert "/OutputIntents" not in pdf.Root


def test_an_attachment_without_its_fonts_is_named_with_the_reason(tmp_path: Path) -> None:
    paper = Paper()
    paper.page("Svar fra handicaprådet")
    files = [tagged_pdf(tmp_path / "Notat.pdf", "Notat", 1), paper.save(tmp_path / "Høringssvar.pdf")]
    codes, told = refused(make_job({"Budget": files}), tmp_path)
    assert codes == ["archive-fonts"]
    assert "Punkt 1, bilag 2, »Høringssvar«: der er skrifttyper, som ikke er helt med i filen (PDFA2B-FONT-" in told
    assert "»Notat«" not in told
    assert told.endswith("lav dokumentet som almindelig PDF. Intet er ændret.")


def test_each_reason_of_an_attachment_is_told(tmp_path: Path) -> None:
    with pikepdf.open(tagged_pdf(tmp_path / "Plakat.pdf", "Plakat", 1), allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        page.contents_add(b"/Artifact BMC 0 1 0 0 k 9 9 9 9 re f EMC")
        look = Dictionary(Type=Name.Annot, Subtype=Name.Movie, Rect=Array([0, 0, 9, 9]), F=4, Contents=String("Film"))
        page.obj.Annots = Array([*page.obj.get("/Annots", Array()), pdf.make_indirect(look)])
        pdf.save(tmp_path / "Plakat.pdf")
    codes, told = refused(make_job({"Budget": [tmp_path / "Plakat.pdf"]}), tmp_path)
    assert "archive-colours" in codes
    assert "DEVICE-CMYK" in told


@pytest.mark.expects_log("PDF/A could not be checked: worker-timeout")
def test_what_cannot_be_checked_is_not_claimed(
    sound: CollectionJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object, **__: object) -> None:
        raise EnvironmentFault("worker-timeout")

    monkeypatch.setattr(Worker, "run", late)
    with pytest.raises(UserError) as caught:
        archive.refuse_unfit(tmp_path / "a.pdf", 3, sound.plan.parts, QUIET)
    reasons: Any = caught.value.facts["reasons"]
    assert [reason.code for reason in reasons] == ["archive-unchecked"]


def test_what_is_no_attachments_is_the_documents(
    sound: CollectionJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Worker, "run", lambda *_, **__: (("PDFA2B-TRAILER-ID-001",), ((), ())))
    with pytest.raises(UserError) as caught:
        archive.refuse_unfit(tmp_path / "a.pdf", 3, sound.plan.parts, QUIET)
    told = say(ERRORS, "archive-refused", Language.ENGLISH, **caught.value.facts)
    assert "The document as a whole has something that PDF/A does not allow (PDFA2B-TRAILER-ID-001)." in told


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("PDFA2B-FONT-EMBEDDING-001", "archive-fonts"),
        ("PDFA2B-DEVICE-CMYK-001", "archive-colours"),
        ("PDFA2B-TRANSPARENCY-GROUP-CS-001", "archive-colours"),
        ("PDFA2B-WIDGET-APPEARANCE-001", "archive-annotations"),
        ("PDFA2B-WIDGET-ADDITIONAL-ACTIONS-001", "archive-actions"),
        ("PDFA2B-ANNOTATION-FLAGS-001", "archive-annotations"),
        ("PDFA2B-OPTIONAL-CONTENT-AS-001", "archive-layers"),
        ("PDFA2B-JPEG2000-CHANNELS-001", "archive-pictures"),
        ("PDFA2B-NAME-LENGTH-001", "archive-other"),
    ],
)
def test_rules_are_told_by_what_they_are_about(rule: str, code: str) -> None:
    assert subject_of(rule) == code
    assert code in NOTICES


def test_the_profile_is_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert (round(ours.profile.version, 1), ours.profile.xcolor_space.strip()) == (2.4, "RGB")
    ramp = Image.frombytes(
        "RGB", (256, 3), bytes(v for y in range(3) for x in range(256) for v in (x, y * 99, 255 - x))
    )
    same = ImageCms.profileToProfile(ramp, ours, ImageCms.createProfile("sRGB"))
    assert same is not None
    assert max(abs(a - b) for a, b in zip(ramp.tobytes(), same.tobytes(), strict=True)) <= 2
