"""What is read aloud in place of an attachment's page that the Word file shows as a picture."""

from __future__ import annotations

from collections.abc import Mapping

from kkr_desk.export.structure.spoken import spoken
from kkr_desk.export.word_xml import plain
from kkr_desk.model import NumberedAttachment, Template, page_place

_JOINTS = " :;,.–-"
"""What stands between an attachment's number and its title, and is left over without the title."""


def page_alternate(attachment: NumberedAttachment, page: int, template: Template, given: Mapping[str, str]) -> str:
    """What is read aloud: "Bilag 2, side 3 af 11: Notat om botilbud".

    Where the page is comes first, so that listeners know it however much follows; what the secretariat says of the page
    takes the title's place.

    Args:
        attachment: Whose page.
        page: 1-based page of its file.
        template: Whose words and language.
        given: What the secretariat says instead of the attachment's pictures, by place.
    """
    row = attachment.attachment
    told = spoken(template.language).picture.format(
        attachment=template.attachment_text.format(number=attachment.number, title="").strip(_JOINTS),
        word=template.page_word,
        page=page,
        pages=attachment.rendition.page_count,
        title=given.get(page_place(page)) or row.title,
    )
    return plain(told).strip().removesuffix(":")
