"""The text of the Word file: index as a TOC field with its result, dividers with real headings, pictures of pages.

It follows the plan page by page: every divider and every attachment page begins a page, so that headings stand where
the plan says, before and after the field is updated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_desk.export.stamp import stamp_text
from kkr_desk.export.word_furniture import Furniture, number_runs
from kkr_desk.export.word_measures import HEADING_SIZE, NAME_SIZE
from kkr_desk.export.word_pictures import PagePicture
from kkr_desk.export.word_template import Styles
from kkr_desk.export.word_titles import LOGO_LINE, air, heading_scale, rest_of, shown_texts
from kkr_desk.export.word_xml import (
    FIELD_END,
    TAB,
    Bookmark,
    Margins,
    Picture,
    body,
    field,
    field_start,
    linked,
    marked,
    paragraph,
    picture_run,
    section,
    text_run,
    twips,
)
from kkr_desk.index import Weight, logo_area, wrap
from kkr_desk.plan import (
    Part,
    PartKind,
    Plan,
    attachment_destination,
    attachment_text,
    item_destination,
    logo_text,
)
from kkr_desk.typeface.fonts import measure

_DIVIDER_TOP = 190.0
"""Points above a divider's heading, from the top margin."""
_DIVIDER_ROOM = 430.0
_SLACK = 2.0
"""Points the text area is longer than the plan's, for the paragraph that ends the index's section."""
_EDGE = 2.0
"""Points from the paper's top to the text of a page that shows an attachment's."""
_BASELINE = 0.8
"""Where letters stand in a line of exact height, as a share of it."""
_NUMBER_LEAST = 7.0
"""Points of a page number on a large page made small: less cannot be read on paper."""
_DARK, _LIGHT = "262626", "FFFFFF"
_TOC = 'TOC \\o "1-2" \\h \\z \\u'


@dataclass(frozen=True, slots=True)
class _Paragraph:
    style: str
    content: str
    settings: str = ""

    def xml(self, section_end: str = "") -> str:
        return paragraph(self.style, self.content, settings=self.settings + section_end)


@dataclass(frozen=True, slots=True)
class _Section:
    paragraphs: tuple[_Paragraph, ...]
    landscape: bool
    own: bool


def collection_body(
    plan: Plan, styles: Styles, furniture: Furniture, pictures: Sequence[tuple[PagePicture, str]], logo: str = ""
) -> bytes:
    """The main document part of a collection.

    Args:
        plan: What stands where.
        styles: The template's styles.
        furniture: Headers and footers.
        pictures: Every attachment page in order, with the relationship id of its image part.
        logo: Relationship id of the logo's image part; "" for none.
    """
    by_part: dict[int, list[tuple[PagePicture, str]]] = {}
    for picture, relation in pictures:
        by_part.setdefault(picture.part.first_page, []).append((picture, relation))
    writer = _Writer(plan, styles, furniture, by_part, logo)
    return writer.collection()


def index_body(plan: Plan, styles: Styles, furniture: Furniture, logo: str = "") -> bytes:
    """The main document part of the index alone: rows with static numbers, no fields, no links."""
    writer = _Writer(plan, styles, furniture, {}, logo)
    rows = [one.xml() for one in writer.index_head(text_run(plan.entries[0].text))]
    for row, text in zip(plan.rows, shown_texts(plan), strict=True):
        entry = plan.entries[row.entry]
        style = styles.toc1 if entry.level == 1 else styles.toc2
        rows.append(paragraph(style, text_run(text + air(plan, row)), TAB, text_run(str(entry.page))))
    return body("".join(rows), writer.end(landscape=False, own=True, first=True))


class _Writer:
    def __init__(
        self,
        plan: Plan,
        styles: Styles,
        furniture: Furniture,
        pictures: Mapping[int, Sequence[tuple[PagePicture, str]]],
        logo: str,
    ) -> None:
        self._plan = plan
        self._styles = styles
        self._furniture = furniture
        self._pictures = pictures
        self._logo = logo
        self._shown = dict(zip((e.destination for e in plan.entries), shown_texts(plan), strict=True))
        self._marks = {entry.destination: _mark(n) for n, entry in enumerate(plan.entries, 1)}
        self._headed: set[str] = set()

    def collection(self) -> bytes:
        sections: list[_Section] = []
        for part in self._plan.parts:
            if part.kind is PartKind.INDEX:
                sections.append(_Section(tuple(self._index()), landscape=False, own=True))
            elif part.kind is PartKind.DIVIDER:
                sections.append(_Section(tuple(self._divider(part)), landscape=False, own=True))
            elif part.kind is PartKind.SLIP:
                last = sections.pop()
                sections.append(replace(last, paragraphs=(*last.paragraphs, *self._slip(part))))
            else:
                sections += self._attachment(part)
        written = []
        for n, one in enumerate(sections[:-1]):
            *before, end = one.paragraphs
            written += [p.xml() for p in before]
            written.append(end.xml(self.end(landscape=one.landscape, own=one.own, first=n == 0)))
        written += [p.xml() for p in sections[-1].paragraphs]
        ending = self.end(landscape=sections[-1].landscape, own=sections[-1].own, first=len(sections) == 1)
        return body("".join(written), ending)

    def end(self, *, landscape: bool, own: bool, first: bool = False) -> str:
        """Properties of a section: of our own pages, or of those that show an attachment's."""
        style, furniture = self._plan.style, self._furniture
        size = (style.page_height, style.page_width) if landscape else (style.page_width, style.page_height)
        if not own:
            return section(size, Margins(_EDGE, 0, 0, 0, 0, 0), furniture.pages)
        bottom = style.bottom - _SLACK
        margins = Margins(
            -style.top if furniture.fixed_top else style.top,
            style.right,
            -bottom if furniture.fixed_bottom else bottom,
            style.left,
            furniture.header_edge,
            furniture.footer_edge,
        )
        differs = first and bool(furniture.first)
        return section(size, margins, furniture.first if differs else furniture.own, first_differs=differs)

    def index_head(self, content: str) -> list[_Paragraph]:
        """The logo and the index's heading, in the room that the plan gives them.

        The logo has a line of its own: of what stands in a heading, an update may put a copy into the index.
        """
        plan, style = self._plan, self._plan.style
        scale, line = heading_scale(plan)
        if scale < 1.0:
            content = content.replace("<w:r>", f"<w:r><w:rPr>{_size(style.heading_size * scale)}</w:rPr>", 1)
        if plan.logo is None:
            return [_Paragraph(self._styles.heading1, content, _lines(0, line))]
        beside = f'<w:ind w:right="{twips(plan.logo.width + style.logo_gap)}"/>'
        heading = _Paragraph(self._styles.heading1, content, _lines(0, line) + beside)
        if not self._logo:
            return [heading]
        area, told = logo_area(plan.logo, style), logo_text(plan.agenda)
        picture = Picture(1, self._logo, "Logo", told, area.left, area.top, area.width, area.height)
        return [_Paragraph(self._styles.page, picture_run(picture), _lines(0, LOGO_LINE)), heading]

    def _index(self) -> list[_Paragraph]:
        """Heading, rows, and a paragraph that ends the section.

        The field ends in the last row: LibreOffice 7.4 loses the page's own number when it ends where the section does.
        """
        entries = self._plan.entries
        title = marked(self._marks[entries[0].destination], text_run(entries[0].text))
        paragraphs = self.index_head(title)
        page = 1
        for row in self._plan.rows:
            entry = entries[row.entry]
            mark = self._marks[entry.destination]
            number = field(f"PAGEREF {mark.name} \\h", str(entry.page))
            content = linked(mark, text_run(self._shown[entry.destination] + air(self._plan, row)), TAB, number)
            if row.entry == 0:
                content = field_start(_TOC) + content
            if row.entry == len(entries) - 1:
                content += FIELD_END
            settings = '<w:pageBreakBefore/><w:spacing w:before="0"/>' if row.page != page else ""
            page = row.page
            paragraphs.append(
                _Paragraph(self._styles.toc1 if entry.level == 1 else self._styles.toc2, content, settings)
            )
        paragraphs.append(_Paragraph(self._styles.page, ""))
        return paragraphs

    def _divider(self, part: Part) -> list[_Paragraph]:
        """The item's heading (a heading only at its first attachment), a rule, and the attachment's."""
        if part.item is None or part.attachment is None:
            return []
        item_text, text = self._entries_of(part)
        scale = self._scale(item_text, text)
        first = part.item.number not in self._headed
        self._headed.add(part.item.number)
        colour = self._plan.template.colour.lstrip("#")
        rule = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="10" w:color="{colour}"/></w:pBdr>'
        if first:
            above = self._headings(
                item_destination(part.item.number), item_text, self._styles.heading1, HEADING_SIZE, scale
            )
        else:
            above = [_Paragraph(self._styles.divider, self._sized(item_text, HEADING_SIZE, scale))]
        above = [replace(one, settings=_lines(0 if n else _DIVIDER_TOP, 28 * scale)) for n, one in enumerate(above)]
        above[-1] = replace(above[-1], settings=rule + above[-1].settings)
        name = attachment_destination(part.item.number, part.attachment.number)
        below = self._headings(name, text, self._styles.heading2, NAME_SIZE, scale)
        return above + [replace(one, settings=_lines(0 if n else 24, 21 * scale)) for n, one in enumerate(below)]

    def _headings(self, destination: str, text: str, style: str, size: float, scale: float) -> list[_Paragraph]:
        """A heading that the index points at, and what its row in the index leaves out of it."""
        shown = self._shown[destination]
        made = [_Paragraph(style, marked(self._marks[destination], self._sized(shown, size, scale)))]
        rest = rest_of(text, shown)
        if rest:
            made.append(_Paragraph(self._styles.divider, text_run(rest, _size(size * scale))))
        return made

    def _entries_of(self, part: Part) -> tuple[str, str]:
        if part.item is None or part.attachment is None:
            return "", ""
        return f"{part.item.number} {part.item.item.heading}".strip(), attachment_text(
            part.attachment, self._plan.template
        )

    def _scale(self, heading: str, name: str) -> float:
        """How much smaller a divider's words are set so that they stay on its page."""
        width = self._plan.style.text_width
        scale = 1.0
        while scale > 0.2:
            headings = len(wrap(heading, width, measure, Weight.SEMIBOLD, HEADING_SIZE * scale))
            names = len(wrap(name, width, measure, Weight.REGULAR, NAME_SIZE * scale))
            if (headings + 1) * 28 * scale + (names + 1) * 21 * scale <= _DIVIDER_ROOM:
                break
            scale -= 0.05
        return scale

    def _sized(self, text: str, size: float, scale: float) -> str:
        """Text in the style's own size, or smaller where there is much of it."""
        return text_run(text, "" if scale == 1.0 else _size(size * scale))

    def _slip(self, part: Part) -> list[_Paragraph]:
        if part.attachment is None:
            return []
        name = attachment_text(part.attachment, self._plan.template)
        above = f'<w:pageBreakBefore/><w:spacing w:before="{twips(_DIVIDER_TOP)}"/>'
        return [
            _Paragraph(self._styles.slip, text_run(name), above),
            _Paragraph(self._styles.slip, text_run(self._plan.template.slip_text), '<w:spacing w:before="240"/>'),
        ]

    def _attachment(self, part: Part) -> list[_Section]:
        """Sections of one orientation each, a picture with its page number on every page."""
        sections: list[_Section] = []
        for picture, relation in self._pictures[part.first_page]:
            landscape = picture.width > picture.height
            placed = self._placed(picture, relation, landscape=landscape)
            shown = self._numbered(picture, placed, landscape=landscape)
            if sections and sections[-1].landscape == landscape:
                shown = replace(shown, settings="<w:pageBreakBefore/>" + shown.settings)
                sections[-1] = replace(sections[-1], paragraphs=(*sections[-1].paragraphs, shown))
            else:
                sections.append(_Section((shown,), landscape, own=False))
        return sections

    def _numbered(self, picture: PagePicture, placed: Picture, *, landscape: bool) -> _Paragraph:
        """A picture and, upon it, the page number where the PDF prints it.

        The number is text of the page: what stands in a footer lies below a picture behind the text, in Word.
        """
        style, number = self._plan.style, picture.page
        width = style.page_height if landscape else style.page_width
        size = max(picture.place.size, min(_NUMBER_LEAST, self._plan.template.stamp_size))
        text = stamp_text(self._plan.template, number, self._plan.total_pages)
        left = placed.left + picture.place.x
        right = left + measure(text, Weight.REGULAR, picture.place.size)
        line = size * 1.2
        above = placed.top + picture.height - picture.place.y - line * _BASELINE - _EDGE
        settings = _lines(max(above, 0), line) + _across(left, right, width)
        colour = _LIGHT if picture.dark else _DARK
        runs = number_runs(self._plan, number, f'<w:color w:val="{colour}"/>{_size(size)}')
        return _Paragraph(self._styles.page, picture_run(placed) + runs, settings)

    def _placed(self, picture: PagePicture, relation: str, *, landscape: bool) -> Picture:
        style = self._plan.style
        width, height = (style.page_height, style.page_width) if landscape else (style.page_width, style.page_height)
        return Picture(
            picture.page,
            relation,
            f"{self._plan.template.page_word} {picture.page}",
            picture.alternate,
            (width - picture.width) / 2,
            (height - picture.height) / 2,
            picture.width,
            picture.height,
        )


def _mark(number: int) -> Bookmark:
    return Bookmark(number, f"_Toc{number:08}")


def _lines(before: float, line: float) -> str:
    return f'<w:spacing w:before="{twips(before)}" w:after="0" w:line="{twips(line)}" w:lineRule="exact"/>'


def _size(size: float) -> str:
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def _across(left: float, right: float, width: float) -> str:
    """Indents and alignment that keep words in place when they grow or shrink: the nearer edge holds them."""
    middle = (left + right) / 2
    if middle > width * 2 / 3:
        start, end, side = 0.0, width - right, "right"
    elif middle < width / 3:
        start, end, side = left, 0.0, "left"
    else:
        start, end, side = max(2 * middle - width, 0), max(width - 2 * middle, 0), "center"
    return f'<w:ind w:left="{twips(start)}" w:right="{twips(end)}" w:firstLine="0"/><w:jc w:val="{side}"/>'
