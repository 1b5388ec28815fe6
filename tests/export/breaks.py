"""Ways to break a finished collection, and what the check says of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

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


def page_with(pdf: Pdf, test: Callable[[Any], bool]) -> Any:
    """The first page that passes a test."""
    return next(page.obj for page in pdf.pages if test(page.obj))


def enclosed(pdf: Pdf) -> Any:
    """A page whose own content is malformed and therefore enclosed."""
    return page_with(pdf, lambda page: "/KKRIndhold" in page.Resources.get("/XObject", {}))


def annotation(pdf: Pdf, subtype: Name) -> Any:
    """The first annotation of a kind."""
    annots = (annot for page in pdf.pages for annot in page.obj.get("/Annots", ()))
    return next(annot for annot in annots if annot.Subtype == subtype)


def field(pdf: Pdf, name: str) -> Any:
    """The form field of a name."""
    return next(f for f in pdf.Root.AcroForm.Fields if str(f.T) == name)


def switch_a_layer_on(pdf: Pdf, page: int) -> None:
    pdf.Root.OCProperties.D.OFF = Array()


def switch_all_layers_off(pdf: Pdf, page: int) -> None:
    pdf.Root.OCProperties.D.BaseState = Name.OFF


def let_viewers_switch_a_layer(pdf: Pdf, page: int) -> None:
    properties: Any = pdf.Root.OCProperties
    usage = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=properties.OCGs)
    properties.D.AS = Array([usage])


def hide_an_annotation_with_its_layer(pdf: Pdf, page: int) -> None:
    annotation(pdf, Name.Text).OC = pdf.Root.OCProperties.OCGs[0]


def rewrite_a_comment(pdf: Pdf, page: int) -> None:
    annotation(pdf, Name.Text).Contents = String("Glem bilag 3")


def recolour_an_annotation(pdf: Pdf, page: int) -> None:
    annotation(pdf, Name.Square).C = Array([1, 1, 1])


def untick_a_box(pdf: Pdf, page: int) -> None:
    field(pdf, "Enig").AS = Name.Off


def change_the_look_of_a_box(pdf: Pdf, page: int) -> None:
    field(pdf, "Enig").AP.N["/Ja"].write(b"2 2 9 9 re f")


def change_a_value(pdf: Pdf, page: int) -> None:
    field(pdf, "Navn").V = String("Bente")


def leave_looks_to_viewers(pdf: Pdf, page: int) -> None:
    pdf.Root.AcroForm.NeedAppearances = True


def bring_back_xfa(pdf: Pdf, page: int) -> None:
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")


def give_a_page_an_action(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def give_a_link_an_action(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Annots[0].A = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def chain_an_action_to_an_address(pdf: Pdf, page: int) -> None:
    pdf.pages[page + 1].obj.Annots[1].A.Next = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def give_a_comment_a_file(pdf: Pdf, page: int) -> None:
    annotation(pdf, Name.Text).FS = Dictionary(Type=Name.Filespec, F=String("x.exe"))


def mislead_an_inner_bookmark(pdf: Pdf, page: int) -> None:
    with pdf.open_outline() as outline:
        outline.root[1].children[0].children[0].destination = Array([pdf.pages[0].obj, Name.Fit])


def change_the_widths_of_the_numbers(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Resources.Font["/KKRSide"].Widths[0] = 3


def change_the_signs_of_the_numbers(pdf: Pdf, page: int) -> None:
    font = pdf.pages[page].obj.Resources.Font["/KKRSide"]
    font.FontDescriptor.FontFile2 = pdf.make_stream(b"another font")


def cover_an_enclosed_page(pdf: Pdf, page: int) -> None:
    obj = enclosed(pdf)
    obj.Contents = Array([obj.Contents[0], pdf.make_stream(COVER), obj.Contents[1]])


def move_enclosed_content(pdf: Pdf, page: int) -> None:
    enclosed(pdf).Resources.XObject["/KKRIndhold"].Matrix = Array([1, 0, 0, 1, 300, 0])


def narrow_enclosed_content(pdf: Pdf, page: int) -> None:
    enclosed(pdf).Resources.XObject["/KKRIndhold"].BBox = Array([0, 0, 30, 30])


def hide_enclosed_content(pdf: Pdf, page: int) -> None:
    enclosed(pdf).Resources.XObject["/KKRIndhold"].OC = pdf.Root.OCProperties.OCGs[0]


def unpack_content_wrongly(pdf: Pdf, page: int) -> None:
    assert pdf.pages[page].obj.Contents[1].Filter == Name.FlateDecode
    pdf.pages[page].obj.Contents[1].Filter = Name.LZWDecode


def blend_a_page(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Group = Dictionary(S=Name.Transparency, K=True)


def turn_all_pages(pdf: Pdf, page: int) -> None:
    pdf.Root.Pages.Rotate = 180


def wipe_between_pages(pdf: Pdf, page: int) -> None:
    pdf.pages[page].obj.Trans = Dictionary(S=Name.Wipe)


BREAKS: dict[Break, tuple[str, str]] = {
    remove_page: ("page-count", "index-number stamp-wrong tags-tree"),
    swap_pages: ("annotations-changed page-changed stamp-wrong", "stamp-wrong"),
    swap_contents: ("page-changed", ""),
    blank_page: ("page-changed", ""),
    cover_page_below_the_number: ("page-changed", ""),
    cover_page_above_all: ("stamp-missing", "stamp-missing"),
    cover_page_with_an_annotation: ("annotations-changed tags-annotation", "tags-annotation"),
    cover_divider_with_an_annotation: ("own-page-changed tags-annotation tags-tabs", "tags-annotation tags-tabs"),
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
    drop_index_link: ("index-link index-links index-number own-page-changed tags-index", "bookmark-order"),
    mislead_a_name: ("index-link", "bookmark-order index-number"),
    drop_bookmark: ("bookmark", "bookmark-order"),
    swap_bookmarks: ("bookmark-order", "bookmark-order"),
    mislead_a_bookmark: ("bookmark", "bookmark-order"),
    change_labels: ("labels", "labels"),
    mislead_an_inner_link: ("annotations-changed", ""),
    rewrite_a_divider: ("own-page-changed", ""),
    smuggle_a_script: ("active", "active"),
    smuggle_a_file: ("active", "active"),
    switch_a_layer_on: ("page-changed", ""),
    switch_all_layers_off: ("annotations-changed page-changed", ""),
    let_viewers_switch_a_layer: ("annotations-changed page-changed", ""),
    hide_an_annotation_with_its_layer: ("annotations-changed", ""),
    rewrite_a_comment: ("annotations-changed", ""),
    recolour_an_annotation: ("annotations-changed", ""),
    untick_a_box: ("annotations-changed", ""),
    change_the_look_of_a_box: ("annotations-changed", ""),
    change_a_value: ("annotations-changed", ""),
    leave_looks_to_viewers: ("active", "active"),
    bring_back_xfa: ("active", "active"),
    give_a_page_an_action: ("active", "active"),
    give_a_link_an_action: ("active", "active"),
    chain_an_action_to_an_address: ("active", "active"),
    give_a_comment_a_file: ("active", "active"),
    mislead_an_inner_bookmark: ("bookmark", ""),
    change_the_widths_of_the_numbers: ("own-page-changed stamp-wrong", ""),
    change_the_signs_of_the_numbers: ("own-page-changed stamp-wrong", ""),
    cover_an_enclosed_page: ("page-changed", ""),
    move_enclosed_content: ("stamp-missing", "stamp-missing"),
    narrow_enclosed_content: ("stamp-missing", "stamp-missing"),
    hide_enclosed_content: ("stamp-missing", "stamp-missing"),
    unpack_content_wrongly: ("page-changed tags-page", "tags-page"),
    blend_a_page: ("page-changed", ""),
    turn_all_pages: ("page-changed stamp-wrong", ""),
    wipe_between_pages: ("active", "active"),
}
"""Each break, what is said of it (without "verify-") when the meeting is known, and what when only the file is."""
