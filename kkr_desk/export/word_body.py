"""The text of the Word file: index as a TOC field with its result, dividers with real headings, pictures of pages.

It follows the plan page by page: every divider and every attachment page begins a page, so that headings stand where
the plan says, before and after the field is updated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_desk.export.fonts import measure
from kkr_desk.export.word_furniture import Furniture
from kkr_desk.export.word_pictures import PagePicture
from kkr_desk.export.word_template import Styles
from kkr_desk.export.word_xml import (
    FIELD_END,
    TAB,
    Bookmark,
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
from kkr_desk.index import Weight, wrap
from kkr_desk.plan import Part, PartKind, Plan, attachment_text

_DIVIDER_TOP = 190.0
"""Points above a divider's heading, from the top margin."""
_DIVIDER_ROOM = 430.0
_SLACK = 2.0
"""Points the text area is longer than the plan's, for the paragraph that ends the index's section."""
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
    plan: Plan, styles: Styles, furniture: Furniture, pictures: Sequence[tuple[PagePicture, str]]
) -> bytes:
    """The main document part of a collection.

    Args:
        plan: What stands where.
        styles: The template's styles.
        furniture: Headers and footers.
        pictures: Every attachment page in order, with the relationship id of its image part.
    """
    by_part: dict[int, list[tuple[PagePicture, str]]] = {}
    for picture, relation in pictures:
        by_part.setdefault(picture.part.first_page, []).append((picture, relation))
    writer = _Writer(plan, styles, furniture, by_part)
    return writer.collection()


def index_body(plan: Plan, styles: Styles, furniture: Furniture) -> bytes:
    """The main document part of the index alone: rows with static numbers, no fields, no links."""
    rows = [paragraph(styles.heading1, text_run(plan.entries[0].text))]
    for entry in plan.entries:
        style = styles.toc1 if entry.level == 1 else styles.toc2
        rows.append(paragraph(style, text_run(entry.text), TAB, text_run(str(entry.page))))
    end = _Writer(plan, styles, furniture, {}).end(landscape=False, own=True)
    return body("".join(rows), end)


class _Writer:
    def __init__(
        self,
        plan: Plan,
        styles: Styles,
        furniture: Furniture,
        pictures: Mapping[int, Sequence[tuple[PagePicture, str]]],
    ) -> None:
        self._plan = plan
        self._styles = styles
        self._furniture = furniture
        self._pictures = pictures
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
        for one in sections[:-1]:
            *before, end = one.paragraphs
            written += [p.xml() for p in before]
            written.append(end.xml(self.end(landscape=one.landscape, own=one.own)))
        written += [p.xml() for p in sections[-1].paragraphs]
        return body("".join(written), self.end(landscape=sections[-1].landscape, own=sections[-1].own))

    def end(self, *, landscape: bool, own: bool) -> str:
        """Properties of a section: of our own pages, or of those that show an attachment's."""
        style, furniture = self._plan.style, self._furniture
        width, height = style.page_width, style.page_height
        if landscape:
            width, height = height, width
        header, footer = (
            (furniture.own_header, furniture.own_footer) if own else (furniture.page_header, furniture.page_footer)
        )
        edge = self._plan.template.stamp_margin - self._plan.template.stamp_size * 0.25
        margins = (style.top, style.right, style.bottom - _SLACK, style.left)
        return section(width, height, header, footer, margins, edge=edge)

    def _index(self) -> list[_Paragraph]:
        """Heading, rows, and a paragraph that ends the section.

        The field ends in the last row: LibreOffice 7.4 loses the page's own number when it ends where the section does.
        """
        entries = self._plan.entries
        title = marked(self._marks[entries[0].destination], text_run(entries[0].text))
        paragraphs = [_Paragraph(self._styles.heading1, title)]
        page = 1
        for row in self._plan.rows:
            entry = entries[row.entry]
            mark = self._marks[entry.destination]
            number = field(f"PAGEREF {mark.name} \\h", str(entry.page))
            content = linked(mark, text_run(entry.text), TAB, number)
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
        item_entry, entry = self._entries_of(part)
        heading, name = text_run(item_entry), text_run(entry)
        scale = self._scale(item_entry, entry)
        first = part.item.number not in self._headed
        self._headed.add(part.item.number)
        style = self._styles.heading1 if first else self._styles.divider
        if first:
            heading = marked(self._marks[f"punkt-{part.item.number}"], self._sized(item_entry, 20 * scale, scale))
        else:
            heading = self._sized(item_entry, 20 * scale, scale)
        colour = self._plan.template.colour.lstrip("#")
        rule = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="10" w:color="{colour}"/></w:pBdr>'
        name = marked(
            self._marks[f"bilag-{part.item.number}-{part.attachment.number}"], self._sized(entry, 15 * scale, scale)
        )
        return [
            _Paragraph(style, heading, rule + _lines(_DIVIDER_TOP, 28 * scale)),
            _Paragraph(self._styles.heading2, name, _lines(24, 21 * scale)),
        ]

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
            headings = len(wrap(heading, width, measure, Weight.SEMIBOLD, 20 * scale))
            names = len(wrap(name, width, measure, Weight.REGULAR, 15 * scale))
            if (headings + 1) * 28 * scale + (names + 1) * 21 * scale <= _DIVIDER_ROOM:
                break
            scale -= 0.05
        return scale

    def _sized(self, text: str, size: float, scale: float) -> str:
        """Text in the style's own size, or smaller where there is much of it."""
        if scale == 1.0:
            return text_run(text)
        half_points = round(size * 2)
        sizes = f'<w:rPr><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        return text_run(text).replace("<w:r>", f"<w:r>{sizes}", 1)

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
        """Sections of one orientation each, a picture on every page."""
        sections: list[_Section] = []
        for picture, relation in self._pictures[part.first_page]:
            landscape = picture.width > picture.height
            content = picture_run(self._placed(part, picture, relation, landscape=landscape))
            if sections and sections[-1].landscape == landscape:
                shown = _Paragraph(self._styles.page, content, "<w:pageBreakBefore/>")
                sections[-1] = replace(sections[-1], paragraphs=(*sections[-1].paragraphs, shown))
            else:
                sections.append(_Section((_Paragraph(self._styles.page, content),), landscape, own=False))
        return sections

    def _placed(self, part: Part, picture: PagePicture, relation: str, *, landscape: bool) -> Picture:
        style = self._plan.style
        width, height = (style.page_height, style.page_width) if landscape else (style.page_width, style.page_height)
        number = part.attachment.number if part.attachment else 0
        title = part.attachment.attachment.title if part.attachment else ""
        name = f"Bilag {number}, side {picture.number}"
        return Picture(
            part.first_page + picture.number - 1,
            relation,
            name,
            f"{name} af {part.page_count}: {title}",
            (width - picture.width) / 2,
            (height - picture.height) / 2,
            picture.width,
            picture.height,
        )


def _mark(number: int) -> Bookmark:
    return Bookmark(number, f"_Toc{number:08}")


def _lines(before: float, line: float) -> str:
    return f'<w:spacing w:before="{twips(before)}" w:line="{twips(line)}" w:lineRule="exact"/>'
