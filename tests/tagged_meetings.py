"""The attachments of real meetings made anew as their authors ought to have sent them: tagged, fonts embedded.

They have as many pages as the real ones, and on each what such notes hold: headings, paragraphs, a list, a table, a
figure, a link. Run as ``python -m tests.tagged_meetings MEETING.json FOLDER`` it writes them and their collection.
"""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.export.collection import export_collection
from kkr_desk.export.job import CollectionJob
from kkr_desk.index import Weight
from kkr_desk.pdf.tagging.canvas import TaggedCanvas
from kkr_desk.pdf.tagging.nodes import LinkArea, box, numbering, plant, scope
from kkr_desk.pdf.tagging.tree import StructureTree
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import font_name
from tests.export.papers import A4, make_job

ADDRESS = "https://www.kl.dk/"
_UNUSABLE = re.compile(r'[/\\:*?"<>|]')
_TEXTS = (
    "Sekretariatet har samlet kommunernes svar i dette notat.",
    "Svarene peger på tre områder, hvor samarbejdet kan styrkes.",
    "Økonomien er uændret i forhold til det vedtagne budget.",
)
_ROWS = (("Kommune", "2023", "2024"), ("Ærø", "1.204", "1.310"), ("Møn", "988", "1.002"))


def tagged_pdf(file: Path, title: str, pages: int, *, language: str = "da-DK") -> Path:
    """Write a tagged PDF.

    Args:
        file: Where to.
        title: Its title and first heading.
        pages: How many.
        language: Its language tag.
    """
    out = io.BytesIO()
    regular = font_name(Weight.REGULAR)
    canvas = TaggedCanvas(out, pagesize=A4, invariant=1, initialFontName=regular)
    for number in range(1, pages + 1):
        _page(canvas, title, number, pages)
        canvas.showPage()
    nodes = canvas.noted()
    canvas.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        tree, held = StructureTree(pdf), [page.obj for page in pdf.pages]

        def link(area: LinkArea) -> tuple[Object, Object]:
            return held[area.page], _link(pdf, held[area.page], area)

        for node in nodes:
            plant(tree, tree.document, node, held, link)
        tree.write(held)
        pdf.Root.Lang = String(language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
        pdf.save(file, static_id=True)
    return file


def tagged_job(meeting: Path, folder: Path) -> CollectionJob:
    """A meeting whose attachments are made anew.

    Args:
        meeting: Its meeting file.
        folder: Where the attachments are written.
    """
    items: dict[str, list[Path]] = {}
    for item in json.loads(meeting.read_text(encoding="utf-8"))["items"]:
        files = items.setdefault(f"{item['number']} {item['title']}", [])
        for attachment in item.get("attachments", []):
            place = folder / f"{item['number']}-{attachment['number']}"
            place.mkdir(parents=True)
            name = _UNUSABLE.sub("-", attachment["title"])[:100].strip()
            files.append(tagged_pdf(place / f"{name}.pdf", attachment["title"], attachment["pages"]))
    return make_job(items)


def _page(canvas: TaggedCanvas, title: str, number: int, pages: int) -> None:
    with canvas.tagged("H1" if number == 1 else "H2"):
        _line(canvas, 780, title[:60] if number == 1 else f"Afsnit {number}", 16)
    for n, text in enumerate(_TEXTS):
        with canvas.tagged("P"):
            _line(canvas, 740 - 20 * n, text)
    _list(canvas)
    _table(canvas)
    with canvas.tagged("Figure", alternate="Søjler, der vokser fra år til år", attributes=box((60, 380, 200, 460))):
        for n in range(3):
            canvas.rect(60 + 50 * n, 380, 40, 30 + 25 * n, fill=1)
    with canvas.element("P"), canvas.element("Link"):
        with canvas.content():
            _line(canvas, 340, "Læs mere hos KL")
        canvas.link_area((58, 335, 200, 355), number)
    with canvas.artifact("/Type /Pagination /Subtype /Footer"):
        _line(canvas, 60, f"{number}/{pages}", 8)


def _list(canvas: TaggedCanvas) -> None:
    with canvas.element("L", attributes=numbering("Decimal")):
        for n in range(1, 4):
            with canvas.element("LI"):
                with canvas.tagged("Lbl"):
                    _line(canvas, 680 - 18 * n, f"{n}. ")
                with canvas.tagged("LBody"):
                    _line(canvas, 680 - 18 * n, f"Punkt {n} i listen", left=80)


def _table(canvas: TaggedCanvas) -> None:
    with canvas.element("Table"):
        for row, cells in enumerate(_ROWS):
            with canvas.element("TR"):
                for column, cell in enumerate(cells):
                    head = row == 0 or column == 0
                    direction = scope("Column" if row == 0 else "Row") if head else None
                    with canvas.tagged("TH" if head else "TD", attributes=direction):
                        _line(canvas, 560 - 20 * row, f"{cell} ", left=60 + 100 * column)


def _line(canvas: TaggedCanvas, y: float, text: str, size: float = 11, left: float = 60) -> None:
    canvas.setFont(font_name(Weight.REGULAR), size)
    canvas.drawString(left, y, text)


def _link(pdf: Pdf, page: Object, area: LinkArea) -> Object:
    annotation = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(side, 2) for side in area.rect]),
            Border=Array([0, 0, 0]),
            F=4,
            A=Dictionary(S=Name.URI, URI=String(ADDRESS)),
            Contents=String("Læs mere hos KL"),
        )
    )
    page.Annots = Array([annotation])
    return annotation


def main() -> None:
    """Make a meeting's attachments and their collection, and say whether it claims to be accessible."""
    meeting, folder = Path(sys.argv[1]), Path(sys.argv[2])
    made = export_collection(tagged_job(meeting, folder), folder / "bilagssamling.pdf", NullProgress())
    sys.stdout.write(f"{made.file}: {made.pages} pages, claim {'on' if made.accessible else 'off'}\n")
    for notice in made.unclaimed:
        sys.stdout.write(f"  {notice.code} {dict(notice.facts)}\n")


if __name__ == "__main__":
    main()
