"""Every way to break a finished collection is caught, by the check before the rename and by the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from kkr_desk.export.job import CollectionJob
from kkr_desk.export.verify import verify_file
from kkr_desk.plan import PartKind
from kkr_desk.progress import NullProgress
from tests.export.conftest import Collection

Break = Callable[[Pdf, int], None]
"""Breaks an open collection; told the 0-based page of its first attachment."""

COVER = b"1 g 0 0 595 842 re f\n"


def remove_page(pdf: Pdf, page: int) -> None:
    del pdf.pages[page]


def swap_pages(pdf: Pdf, page: int) -> None:
    first, second = pdf.pages[page].obj, pdf.pages[page + 1].obj
    kids, more = first.Parent.Kids, second.Parent.Kids
    a = next(n for n, kid in enumerate(kids) if kid.is_same_object_as(first))
    b = next(n for n, kid in enumerate(more) if kid.is_same_object_as(second))
    kids[a], more[b] = second, first


def swap_contents(pdf: Pdf, page: int) -> None:
    first, second = pdf.pages[page].obj, pdf.pages[page + 1].obj
    first.Contents[1], second.Contents[1] = second.Contents[1], first.Contents[1]


def blank_page(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Contents[1] = pdf.make_stream(b"")


def cover_page_below_the_number(pdf: Pdf, page: int) -> None:
    contents = pdf.pages[page].obj.Contents
    pdf.pages[page].obj.Contents = Array([*list(contents)[:-1], pdf.make_stream(COVER), contents[-1]])


def cover_page_above_all(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Contents.append(pdf.make_stream(COVER))


def cover_page_with_an_annotation(pdf: Pdf, page: int) -> None:
    form = pdf.make_stream(COVER, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
    rect = Array([0, 0, 595, 842])
    annot = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=rect, AP=Dictionary(N=form), F=4)
    obj = pdf.pages[page + 1].obj
    obj.Annots = Array([*obj.get("/Annots", []), pdf.make_indirect(annot)])


def cover_divider_with_an_annotation(pdf: Pdf, page: int) -> None:
    cover_page_with_an_annotation(pdf, page - 2)


def crop_page(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.CropBox = Array([0, 0, 300, 842])


def turn_page(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Rotate = 180


def lose_resources(pdf: Pdf, page: int) -> None:
    del pdf.pages[page].obj.Resources.Font["/F1"]


def lose_all_resources(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Resources = Dictionary()


def pictures_of(pdf: Pdf) -> Any:
    """The picture resources of the page that has some."""
    for page in pdf.pages:
        resources: Any = page.obj.get("/Resources", Dictionary())
        if "/XObject" in resources and "/Im0" in resources.XObject:
            return resources.XObject
    raise LookupError


def swap_pictures(pdf: Pdf, page: int) -> None:
    pictures = pictures_of(pdf)
    pictures.Im0, pictures.Im1 = pictures.Im1, pictures.Im0


def change_a_picture(pdf: Pdf, page: int) -> None:
    pictures_of(pdf).Im0.write(b"\x07")


def shift_printed_number(pdf: Pdf, page: int) -> None:
    stamp = pdf.pages[page].obj.Contents[-1]
    number, wrong = str(page + 1).encode().hex().encode(), str(page + 2).encode().hex().encode()
    stamp.write(stamp.read_bytes().replace(b"<53696465 20".replace(b" ", b"") + number, b"<5369646520" + wrong))


def remove_printed_number(pdf: Pdf, page: int) -> None:
    del pdf.pages[page].obj.Contents[-1]


def move_printed_number_off_the_page(pdf: Pdf, page: int) -> None:
    stamp = pdf.pages[page].obj.Contents[-1]
    stamp.write(stamp.read_bytes().replace(b" Tm <", b" Tm <").replace(b"1 0 0 1 5", b"1 0 0 1 9995"))


def lose_the_numbers_font(pdf: Pdf, page: int) -> None:
    del pdf.pages[page].obj.Resources.Font["/KKRSide"]


def shift_index_number(pdf: Pdf, page: int) -> None:
    """Swap two rows' numbers in the content of the index."""
    stream = pdf.pages[0].obj.Contents[1]
    data = stream.read_bytes()
    shown = [line for line in data.split(b"\n") if b"(4) Tj" in line or b"(2) Tj" in line]
    assert len(shown) >= 2
    stream.write(data.replace(b"(2) Tj", b"(X) Tj").replace(b"(X) Tj", b"(3) Tj"))


def swap_index_links(pdf: Pdf, page: int) -> None:
    annots = pdf.pages[0].obj.Annots
    annots[1].Dest, annots[3].Dest = annots[3].Dest, annots[1].Dest


def drop_index_link(pdf: Pdf, page: int) -> None:
    del pdf.pages[0].obj.Annots[2]


def mislead_a_name(pdf: Pdf, page: int) -> None:
    for kid in pdf.Root.Names.Dests.Kids:
        names = kid.Names
        for at in range(0, len(names), 2):
            if str(names[at]) == "bilag-1-2":
                names[at + 1] = Array([pdf.pages[0].obj, Name.Fit])


def drop_bookmark(pdf: Pdf, page: int) -> None:
    with pdf.open_outline() as outline:
        del outline.root[1].children[1]


def swap_bookmarks(pdf: Pdf, page: int) -> None:
    with pdf.open_outline() as outline:
        children = outline.root[1].children
        children[0], children[1] = children[1], children[0]


def mislead_a_bookmark(pdf: Pdf, page: int) -> None:
    with pdf.open_outline() as outline:
        outline.root[2].destination = Array([pdf.pages[0].obj, Name.Fit])


def change_labels(pdf: Pdf, page: int) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=2)]))


def mislead_an_inner_link(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Annots[0].Dest = Array([pdf.pages[0].obj, Name.Fit])


def rewrite_a_divider(pdf: Pdf, page: int) -> None:
    stream = pdf.pages[page - 1].obj.Contents[1]
    stream.write(stream.read_bytes().replace(b"Brev", b"Mail"))


def smuggle_a_script(pdf: Pdf, page: int) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def smuggle_a_file(pdf: Pdf, page: int) -> None:
    pdf.attachments["skjult.txt"] = b"skjult"


BREAKS: dict[Break, tuple[str, str]] = {
    remove_page: ("page-count", "index-number stamp-wrong"),
    swap_pages: ("annotations-changed page-changed stamp-wrong", "stamp-wrong"),
    swap_contents: ("page-changed", ""),
    blank_page: ("page-changed", ""),
    cover_page_below_the_number: ("page-changed", ""),
    cover_page_above_all: ("stamp-missing", "stamp-missing"),
    cover_page_with_an_annotation: ("annotations-changed", ""),
    cover_divider_with_an_annotation: ("own-page-changed", ""),
    crop_page: ("page-changed stamp-wrong", ""),
    turn_page: ("page-changed stamp-wrong", ""),
    lose_resources: ("page-changed", ""),
    lose_all_resources: ("page-changed stamp-wrong", ""),
    swap_pictures: ("page-changed", ""),
    change_a_picture: ("page-changed", ""),
    shift_printed_number: ("stamp-wrong", "stamp-wrong"),
    remove_printed_number: ("stamp-missing", "stamp-missing"),
    move_printed_number_off_the_page: ("stamp-wrong", ""),
    lose_the_numbers_font: ("stamp-wrong", ""),
    shift_index_number: ("index-number own-page-changed", "index-number"),
    swap_index_links: ("index-link", "bookmark-order index-number"),
    drop_index_link: ("index-link index-links index-number own-page-changed", "bookmark-order"),
    mislead_a_name: ("index-link", "bookmark-order index-number"),
    drop_bookmark: ("bookmark", "bookmark-order"),
    swap_bookmarks: ("bookmark-order", "bookmark-order"),
    mislead_a_bookmark: ("bookmark", "bookmark-order"),
    change_labels: ("labels", "labels"),
    mislead_an_inner_link: ("annotations-changed", ""),
    rewrite_a_divider: ("own-page-changed", ""),
    smuggle_a_script: ("active", "active"),
    smuggle_a_file: ("active", "active"),
}
"""Each break, what is said of it (without "verify-") when the meeting is known, and what when only the file is."""


def broken(collection: Collection, how: Break, folder: Path) -> Path:
    """A copy of the collection, broken; it is written anew, so that only the break differs."""
    file = folder / "brudt.pdf"
    part = next(p for p in collection.job.plan.parts if p.kind is PartKind.ATTACHMENT)
    with pikepdf.open(collection.file) as pdf:
        how(pdf, part.first_page - 1)
        pdf.save(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return file


def said(file: Path, job: CollectionJob | None) -> set[str]:
    """Codes of what is found."""
    found = verify_file(file, job, full=False, progress=NullProgress())
    return {notice.code.removeprefix("verify-") for notice in found}


def test_a_sound_collection_has_no_findings(collection: Collection) -> None:
    assert verify_file(collection.file, collection.job, full=False, progress=NullProgress()) == ()
    assert verify_file(collection.file, collection.job, full=True, progress=NullProgress()) == ()
    assert verify_file(collection.file, None, full=False, progress=NullProgress()) == ()


def test_writing_a_copy_breaks_nothing(collection: Collection, tmp_path: Path) -> None:
    file = broken(collection, lambda pdf, page: None, tmp_path)
    assert verify_file(file, collection.job, full=False, progress=NullProgress()) == ()


@pytest.mark.parametrize("how", BREAKS, ids=lambda how: how.__name__)
def test_every_break_is_caught_and_named(collection: Collection, how: Break, tmp_path: Path) -> None:
    file = broken(collection, how, tmp_path)
    assert BREAKS[how][0]
    assert said(file, collection.job) == set(BREAKS[how][0].split())
    assert said(file, None) == set(BREAKS[how][1].split())


def test_full_reads_the_text_of_every_page(collection: Collection, tmp_path: Path) -> None:
    file = broken(collection, blank_page, tmp_path)
    codes = {notice.code for notice in verify_file(file, collection.job, full=True, progress=NullProgress())}
    assert codes == {"verify-page-changed", "verify-text-changed"}


def test_a_file_that_is_no_collection(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"ikke en PDF")
    found = verify_file(tmp_path / "a.pdf", None, full=False, progress=NullProgress())
    assert [n.code for n in found] == ["verify-unreadable"]
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "b.pdf")
    found = verify_file(tmp_path / "b.pdf", None, full=False, progress=NullProgress())
    assert [n.code for n in found] == ["verify-no-index"]
