"""Make the sample meeting: an invented council, ten short papers as municipalities and ministries send them.

    python resources/sample/make_sample.py [FOLDER]

Writes meeting.json and the attachments beside this script, or into FOLDER; the same bytes each time. Between them they
have what a collection must cope with: upright and lying pages, a presentation on dark ground, a page turned by
/Rotate, a page with a number of its own in the bottom right corner, a table over two pages, a letter in two columns.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, Spacer

sys.path.insert(0, str(Path(__file__).parent))

import paper
import texts
from paper import BLUE, BODY, GOLD, GREEN, NIGHT, RED, SLIDE, SMALL, WIDE, Size, words

Writer = Callable[[Path], None]


def fact_sheet(file: Path) -> None:
    """One upright page."""
    story = paper.paragraphs(texts.FACT_SHEET)
    story.insert(-1, paper.table(texts.COUNCIL_SEATS, [95 * mm, 32 * mm, 32 * mm], GREEN))
    story.insert(-1, Spacer(0, 8))
    paper.write(file, "Faktaark om sundhedsrådet", story, paper.municipality("KKR Midtsjælland", GREEN, "Faktaark"))


def memo(file: Path) -> None:
    """A memo of two pages."""
    sheet = paper.municipality("Fjordby Kommune", BLUE, "Fjordby Kommune · Sundhed og Omsorg · sag 29.00.00-P20-4-26")
    paper.write(file, "Notat om nære sundhedstilbud", paper.paragraphs(texts.MEMO), sheet)


def slides(file: Path) -> None:
    """A presentation, dark from edge to edge but for its second page."""

    def ground(canvas: Canvas, size: Size) -> None:
        page = canvas.getPageNumber()
        light = page == 2
        canvas.setFillColor(white if light else NIGHT)
        canvas.rect(0, 0, *size, stroke=0, fill=1)
        canvas.setFillColor(GOLD)
        canvas.rect(0, size[1] - 14, size[0] * page / len(texts.SLIDES), 14, stroke=0, fill=1)

    story: list[Any] = []
    for n, (heading, points) in enumerate(texts.SLIDES):
        colour = NIGHT if n == 1 else white
        head = paper.style(38, colour=GOLD if n != 1 else NIGHT, family="Vera", leading=46, spaceAfter=24)
        body = paper.style(22, colour=colour, family="Vera", leading=34, leftIndent=28)
        story += [Paragraph(heading, head), *(Paragraph(point, body, bulletText="–") for point in points), PageBreak()]
    paper.write(file, "Fra plan til praksis", story[:-1], ground, size=SLIDE, margins=(70, 90, 70, 60))


def agreement(file: Path) -> None:
    """A draft with a page number of its own in the bottom right corner, where a collection wants to print one."""
    base = paper.municipality("KKR Midtsjælland", GREEN, "Udkast til rammeaftale 2027-2028")

    def decorate(canvas: Canvas, size: Size) -> None:
        base(canvas, size)
        number = f"Rammeaftale side {canvas.getPageNumber()}"
        words(canvas, size[0] - 46 * mm, 8 * mm, number, bold=True, colour=GREEN)
        canvas.setFillColor(paper.PALE)
        canvas.setFont("Sans-Bold", 90)
        canvas.translate(size[0] / 2, size[1] / 2)
        canvas.rotate(52)
        canvas.drawCentredString(0, -30, "UDKAST")

    paper.write(file, "Udkast til rammeaftale", paper.paragraphs(texts.AGREEMENT), decorate)


def rates(file: Path) -> None:
    """A lying page with a wide table."""
    widths = [72 * mm, *[34 * mm] * 5]
    story = [*paper.paragraphs("# Takster og kapacitet 2027"), paper.table(texts.RATES, widths, GREEN)]
    story += [Spacer(0, 10), Paragraph(texts.RATES_NOTE, SMALL)]
    sheet = paper.municipality("Rammeaftalesekretariatet", GREEN, "Kroner pr. døgn, faste priser")
    paper.write(file, "Takster og kapacitet", story, sheet, size=WIDE)


def hearing(file: Path) -> None:
    """A page as a scanner leaves it: lying in the file, shown upright by /Rotate, its print a little askew."""
    canvas = Canvas(str(file), pagesize=A4, invariant=1, lang="da-DK")  # as seen: reportlab turns the MediaBox
    canvas.setTitle("Høringssvar")
    canvas.setAuthor("KKR Desk")
    canvas.setPageRotation(90)
    canvas.setFillColorRGB(0.965, 0.955, 0.93)
    canvas.rect(0, 0, *WIDE, stroke=0, fill=1)
    canvas.translate(WIDE[0], 0)  # from here on as it is seen: upright, 595 points wide
    canvas.rotate(90)
    canvas.rotate(0.5)
    y = A4[1] - 40 * mm
    for part in paper.paragraphs(texts.HEARING):
        _, height = part.wrapOn(canvas, A4[0] - 55 * mm, A4[1])
        y -= height + part.getSpaceBefore()
        part.drawOn(canvas, 28 * mm, y)
        y -= part.getSpaceAfter()
    canvas.setStrokeColor(BLUE)
    canvas.setLineWidth(1.1)
    canvas.bezier(30 * mm, y - 30, 45 * mm, y + 12, 38 * mm, y - 60, 75 * mm, y - 22)
    canvas.save()


def quotas(file: Path) -> None:
    """A table that runs over two pages."""
    story = paper.paragraphs(texts.QUOTAS)
    rows = [texts.QUOTA_HEAD, *texts.quota_rows()]
    story.append(paper.table(rows, [52 * mm, 27 * mm, 27 * mm, 27 * mm, 27 * mm], RED))
    paper.write(file, "Kommunekvoter 2027", story, paper.municipality("Udlændingekontoret", RED, "Landstal 2027"))


def chart(file: Path) -> None:
    """A lying page that is a drawing."""

    def bars(canvas: Canvas, size: Size) -> None:
        paper.municipality("Udlændingekontoret", RED, "Boligplaceret inden for tre måneder, procent")(canvas, size)
        for n, (name, share) in enumerate(texts.PLACED):
            x = 40 * mm + n * 28 * mm
            canvas.setFillColor(RED if share < 60 else GREEN)
            canvas.rect(x, 42 * mm, 17 * mm, share * 1.0 * mm, stroke=0, fill=1)
            words(canvas, x + 3 * mm, (44 + share) * mm, f"{share} %", 11, bold=True, colour=paper.INK)
            words(canvas, x - 1 * mm, 36 * mm, name, 10, colour=paper.INK)
        canvas.setStrokeColor(paper.GREY)
        canvas.line(34 * mm, 42 * mm, 264 * mm, 42 * mm)

    story = paper.paragraphs("# Boligplacering i de otte kommuner, 1. halvår 2026")
    paper.write(file, "Boligplacering", story, bars, size=WIDE)


def ministry_letter(file: Path) -> None:
    """A letter in two columns, the case's numbers in the right margin as ministries set them."""

    def head(canvas: Canvas, size: Size) -> None:
        words(
            canvas, 25 * mm, size[1] - 22 * mm, "Ministeriet for Kommuner og Landdistrikter", 13, bold=True, colour=BLUE
        )
        for n, line in enumerate(texts.LETTER_FACTS):
            words(canvas, size[0] - 68 * mm, size[1] - (32 + 5 * n) * mm, line)
        for n, line in enumerate(("KKR Midtsjælland", "Att. sekretariatet", "Rådhustorvet 1", "4999 Fjordby")):
            words(canvas, 25 * mm, size[1] - (38 + 5 * n) * mm, line, 10.5, colour=paper.INK)
        words(canvas, 25 * mm, 12 * mm, "Slotspladsen 3 · post@ministeriet.example", 8.5)

    margins = (25 * mm, 72 * mm, 25 * mm, 130 * mm)
    story = paper.paragraphs(texts.LETTER)
    paper.write(file, "Brev om frikommuneforsøg", story, head, margins=margins, columns=2)


def answer(file: Path) -> None:
    """A short answer."""
    story = [Paragraph("14. august 2026<br/>Sags ID: SAG-2026-00871<br/>Dok. ID: 3302118", SMALL), Spacer(0, 20)]
    story += [*paper.paragraphs(texts.ANSWER), Spacer(0, 24), Paragraph("<b>Karen Holmgaard</b><br/>formand", BODY)]
    paper.write(file, "Svar til ministeriet", story, paper.municipality("KKR Midtsjælland", GREEN))


WRITERS: dict[str, Writer] = {
    "faktaark-sundhedsraad.pdf": fact_sheet,
    "notat-naere-sundhedstilbud.pdf": memo,
    "oplaeg-fra-plan-til-praksis.pdf": slides,
    "udkast-rammeaftale.pdf": agreement,
    "takster-og-kapacitet.pdf": rates,
    "hoeringssvar-handicapraad.pdf": hearing,
    "kommunekvoter-2027.pdf": quotas,
    "boligplacering.pdf": chart,
    "brev-frikommuneforsoeg.pdf": ministry_letter,
    "svar-frikommuneforsoeg.pdf": answer,
}
"""How each attachment of the meeting is made, by its file name."""


def make(folder: Path) -> None:
    """Write the meeting file and all its attachments into a folder that exists."""
    paper.register_fonts()
    for name, write in WRITERS.items():
        write(folder / name)
    text = json.dumps(texts.MEETING, ensure_ascii=False, indent=2) + "\n"
    (folder / "meeting.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
