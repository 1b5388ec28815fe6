"""The last look into a public file: what is closed is found wherever it hides, and nothing else is."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, Stream, String

from kkr_desk.errors import UserError
from kkr_desk.export.closed_material import RUN, ClosedMaterial, closed_material, runs_of, words_in
from kkr_desk.export.collection import export_collection
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.leaks import Leak, leaks, refuse_leaks, word_leaks
from kkr_desk.model import Agenda, ItemId, Notice, PageFacts, Sha256, TextKind
from kkr_desk.progress import NullProgress
from kkr_desk.sentences import NOTICES, Language, say
from tests.export.papers import Paper, make_job

SECRET = "Afskedigelse af chefen efter klager fra tre medarbejdere i marts i fjor"
SHARED = "Sendt til alle kommuner i regionen den 5. juni 2024 med venlig hilsen fra sekretariatet"


@dataclass(frozen=True, slots=True)
class Papers:
    """A meeting with an open and a closed attachment, and its collection without the latter.

    Attributes:
        job: Of both.
        made: The collection of the open one.
        whole: That of both.
        sources: The files by hash.
    """

    job: CollectionJob
    made: Path
    whole: Path
    sources: dict[Sha256, Path]

    @property
    def agenda(self) -> Agenda:
        return self.job.plan.agenda

    def pages(self, pdf: Sha256) -> tuple[PageFacts, ...]:
        return self.job.pages[pdf]

    @property
    def shut(self) -> Agenda:
        """The agenda, whose second item is closed with its attachment, title and all."""
        first, second = self.agenda.items
        own = second.attachments[0]
        own = replace(own, attachment=replace(own.attachment, closed=True, closed_title=True))
        return replace(self.agenda, items=(first, replace(second, attachments=(own,))))

    @property
    def forbidden(self) -> tuple[ClosedMaterial, ...]:
        return closed_material(self.shut, {}, self.pages)

    def leaks(self, file: Path, accepted: frozenset[str] = frozenset()) -> tuple[Leak, ...]:
        first = self.agenda.items[0].attachments[0].rendition.pdf
        public = [self.sources[first]] if first else []
        return leaks(file, self.forbidden, accepted, self.sources, NullProgress(), public=public)


def paper(file: Path, *lines: str, shade: int) -> Path:
    """A page of lines, with a picture of its own shade and a logo that every paper has."""
    made = Paper()
    text = b"".join(
        b"BT /F1 9 Tf 40 %d Td (%s) Tj ET\n" % (700 - 20 * n, line.encode("latin-1")) for n, line in enumerate(lines)
    )
    page = made.page("Papir", content=text + b"q 90 0 0 90 50 600 cm /Im0 Do Q q 9 0 0 9 50 500 cm /Im1 Do Q\n")
    pictures = {
        f"/Im{n}": made.pdf.make_stream(
            bytes((value + k) % 256 for k in range(400)), Type=Name.XObject, Subtype=Name.Image, Width=20, Height=20,
            ColorSpace=Name.DeviceGray, BitsPerComponent=8,
        )
        for n, value in enumerate((shade, 200))
    }  # fmt: skip
    page.Resources.XObject = Dictionary(pictures)
    return made.save(file)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("lukket")
    opened = paper(folder / "Budget.pdf", SHARED, "Indtægter og udgifter i alle kommuner fordelt på otte år", shade=20)
    shut = paper(folder / "Personsag 2024 endelig.pdf", SHARED, SECRET, shade=90)
    job = make_job({"Budget": [opened], "Personsager": [shut]})
    first, second = job.plan.agenda.items
    own = second.attachments[0]
    titled = replace(own, attachment=replace(own.attachment, title="Notat om direktøren"))
    agenda = replace(job.plan.agenda, items=(first, replace(second, attachments=(titled,))))
    job = replace(job, plan=replace(job.plan, agenda=agenda))
    made, whole = folder / "offentlig.pdf", folder / "medlemmer.pdf"
    export_collection(make_job({"Budget": [opened], "Personsager": []}), made, NullProgress())
    export_collection(make_job({"Budget": [opened], "Personsager": [shut]}), whole, NullProgress())
    sources = {item.attachments[0].rendition.pdf: file for item, file in zip(agenda.items, (opened, shut), strict=True)}
    return Papers(job, made, whole, {pdf: file for pdf, file in sources.items() if pdf})


def codes(found: tuple[Leak, ...]) -> list[str]:
    return sorted(leak.notice.code for leak in found)


def test_nothing_of_what_is_closed_is_in_a_file_without_it(papers: Papers) -> None:
    assert papers.leaks(papers.made) == ()


def test_all_of_it_is_found_in_a_file_with_it(papers: Papers) -> None:
    found = papers.leaks(papers.whole)
    assert codes(found) == ["leak-name", "leak-picture", "leak-text"]
    assert all(leak.stops for leak in found)
    for leak in found:
        told = say(NOTICES, leak.notice.code, Language.DANISH, **dict(leak.notice.facts))
        assert "punkt 2" in told
        assert "direktøren" not in told


def outline(pdf: Pdf, words: str) -> None:
    with pdf.open_outline() as open_outline:
        open_outline.root.append(OutlineItem(words, 0))


def link(pdf: Pdf, words: str) -> None:
    annot = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.URI, URI=String(words))
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annot)])


def alternate(pdf: Pdf, words: str) -> None:
    pdf.Root["/Odd"] = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(words)))


def aloud(pdf: Pdf, words: str) -> None:
    said = (
        b"/Span <</ActualText <"
        + b"\xfe\xff".hex().encode()
        + words.encode("utf-16-be").hex().encode()
        + b">>> BDC EMC"
    )
    pdf.pages[0].contents_add(said)


def metadata(pdf: Pdf, words: str) -> None:
    pdf.Root.Metadata = Stream(pdf, f"<x>{words}</x>".encode(), Type=Name.Metadata, Subtype=Name.XML)


def info(pdf: Pdf, words: str) -> None:
    pdf.docinfo["/Subject"] = words


def destination(pdf: Pdf, words: str) -> None:
    pdf.Root.Dests = Dictionary({"/" + words: Array([pdf.pages[0].obj, Name.Fit])})


def comment(pdf: Pdf, words: str) -> None:
    annot = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String(words))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annot)])


def off_the_page(pdf: Pdf, words: str) -> None:
    page = pdf.pages[0]
    page.obj.Resources.Font["/F99"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page.contents_add(b"BT /F99 9 Tf 40 2000 Td (" + words.encode("cp1252") + b") Tj ET")


def photograph(pdf: Pdf, words: str) -> None:
    data = b"\xff\xd8\xff\xe1\x00\x40Exif\x00\x00" + words.encode("latin-1") + b"\x00\xff\xd9"
    pdf.Root["/Odd"] = Stream(
        pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, Filter=Name.DCTDecode
    )


PLANTS = (
    outline, link, alternate, aloud, metadata, info, destination, comment, off_the_page, photograph,
)  # fmt: skip


@pytest.fixture
def planted(papers: Papers, tmp_path: Path) -> Callable[[Callable[[Pdf, str], None], str], Path]:
    """Puts words into the clean collection."""

    def plant(how: Callable[[Pdf, str], None], words: str) -> Path:
        target = tmp_path / "plantet.pdf"
        with pikepdf.open(papers.made) as pdf:
            how(pdf, words)
            pdf.save(target, preserve_pdfa=False, fix_metadata_version=False)
        return target

    return plant


@pytest.mark.parametrize("plant", PLANTS)
def test_closed_words_are_found_wherever_they_hide(
    papers: Papers, planted: Callable[..., Path], plant: Callable[[Pdf, str], None]
) -> None:
    for words in ("Notat om direktøren", "Personsag 2024 endelig", "070761-4285"):
        found = papers.leaks(planted(plant, words))
        expected = "leak-cpr" if words[0] == "0" else "leak-name"
        assert [leak.notice.code.removesuffix("-hidden") for leak in found] == [expected], words


@pytest.mark.parametrize("plant", [alternate, metadata, off_the_page])
def test_closed_text_is_found_too(papers: Papers, planted: Callable[..., Path], plant: Callable[..., None]) -> None:
    found = papers.leaks(planted(plant, SECRET))
    assert {leak.notice.code.removesuffix("-hidden") for leak in found} == {"leak-text"}


def test_what_open_papers_say_too_is_no_leak(papers: Papers, planted: Callable[..., Path]) -> None:
    assert papers.leaks(planted(info, SHARED)) == ()
    phrases = {phrase for material in papers.forbidden for phrase in material.phrases}
    assert not phrases & set(runs_of(words_in(SHARED), RUN))
    assert set(runs_of(words_in(SECRET), RUN)) <= phrases


def test_a_picture_alone_is_found(papers: Papers, planted: Callable[..., Path]) -> None:
    source = papers.sources[papers.forbidden[0].pdf or Sha256("")]

    def picture(pdf: Pdf, words: str) -> None:
        with pikepdf.open(source) as closed:
            pdf.pages[0].obj.Resources.XObject = Dictionary(
                Im9=pdf.copy_foreign(closed.pages[0].obj.Resources.XObject[words])
            )

    assert codes(papers.leaks(planted(picture, "/Im0"))) == ["leak-picture"]
    assert papers.leaks(planted(picture, "/Im1")) == ()  # the logo that the open paper shows too


def test_names_between_objects_are_found(papers: Papers, tmp_path: Path) -> None:
    file = tmp_path / "hale.pdf"
    file.write_bytes(papers.made.read_bytes() + b"\n% Personsag_2024_endelig.pdf\n")
    assert codes(papers.leaks(file)) == ["leak-name-hidden"]


def test_an_accepted_number_may_be_there(papers: Papers, planted: Callable[..., Path]) -> None:
    file = planted(comment, "070761-4285 og 070761-4286")
    assert [(leak.notice.code, leak.stops) for leak in papers.leaks(file)] == [
        ("leak-cpr-hidden", True),
        ("leak-maybe-cpr-hidden", False),
    ]
    assert codes(papers.leaks(file, frozenset({"0707614285", "0707614286"}))) == []


def test_the_texts_of_closed_items_are_closed(papers: Papers) -> None:
    second = papers.agenda.items[1]
    shut = replace(second, item=replace(second.item, closed=True), attachments=())
    agenda = replace(papers.agenda, items=(papers.agenda.items[0], shut))
    texts = {ItemId(second.item.id): {TextKind.DECISION: f"<p>{SECRET}</p>"}}
    (material,) = closed_material(agenda, texts, papers.pages)
    assert material.pdf is None
    assert not material.names
    assert len(material.phrases) == len(SECRET.split()) - RUN + 1
    assert closed_material(agenda, texts, papers.pages, public=[SECRET]) == ()


def test_a_leak_stops_the_file_and_a_doubt_is_only_told() -> None:
    certain, doubt = Leak(Notice("leak-picture")), Leak(Notice("leak-maybe-cpr"), stops=False)
    assert refuse_leaks([doubt]) == (doubt.notice,)
    with pytest.raises(UserError, match="public-file-refused") as caught:
        refuse_leaks([doubt, certain])
    assert caught.value.facts["reasons"] == (certain.notice,)


@pytest.mark.parametrize(
    ("where", "words", "code"),
    [
        (
            "word/document.xml",
            "<w:p><w:r><w:t>cpr 070761</w:t></w:r><w:r><w:t>-4285</w:t></w:r></w:p>",
            "leak-cpr-hidden",
        ),
        ("word/document.xml", f"<w:p><w:t>{SECRET.replace(' ', ' </w:t><w:t>')}</w:t></w:p>", "leak-text-hidden"),
        ("word/document.xml", '<wp:docPr descr="Notat om direktøren"/>', "leak-name-hidden"),
        (
            "word/_rels/document.xml.rels",
            '<Relationship Target="https://kl.dk/Personsag_2024_endelig"/>',
            "leak-name-hidden",
        ),
        ("docProps/core.xml", "<dc:subject>Notat om direkt&#248;ren</dc:subject>", "leak-name-hidden"),
        ("word/media/personsag-2024-endelig.png", "", "leak-name-hidden"),
        ("word/document.xml", "<w:p>070761</w:p><w:p>Budget 4285</w:p>", ""),
    ],
)
def test_a_word_file_is_read_too(papers: Papers, tmp_path: Path, where: str, words: str, code: str) -> None:
    file = tmp_path / "offentlig.docx"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(where, words)
    found = word_leaks(file, papers.forbidden, frozenset(), NullProgress())
    assert codes(found) == ([code] if code else [])


@pytest.mark.torture
@pytest.mark.parametrize("name", ["kkr-sjaelland-2024-06-19", "kkr-nordjylland-2022-06-10"])
def test_each_paper_of_the_real_meetings_closed_in_its_turn(shared: Path, tmp_path: Path, name: str) -> None:
    files = sorted((shared / "meetings" / name).glob("*.pdf"))
    job = make_job({file.stem: [file] for file in files})
    sources = dict(job.sources)
    whole = tmp_path / "alt.pdf"
    export_collection(job, whole, NullProgress())
    for place, item in enumerate(job.plan.agenda.items):
        shut = replace(item, item=replace(item.item, closed=True, closed_title=True))
        items = job.plan.agenda.items
        agenda = replace(job.plan.agenda, items=(*items[:place], shut, *items[place + 1 :]))
        forbidden = closed_material(agenda, {}, lambda pdf: job.pages[pdf])
        public = [file for number, file in enumerate(files) if number != place]
        without, target = make_job({file.stem: [file] for file in public}), tmp_path / "uden.pdf"
        export_collection(without, target, NullProgress())
        assert leaks(target, forbidden, (), sources, NullProgress(), public=public) == ()
        found = {leak.notice.code for leak in leaks(whole, forbidden, (), sources, NullProgress(), public=public)}
        assert found >= {"leak-text", "leak-picture"}, item.item.title
