"""What a row of the index says of itself to those who listen."""

from __future__ import annotations

from kkr_desk.export.structure.spoken import spoken
from kkr_desk.model import Template


def link_words(text: str, page: int, template: Template) -> str:
    """What a row of the index does: "Gå til Bilag 1: Notat, side 4" (ISO 14289-1, 7.18.5).

    Args:
        text: What it leads to.
        page: Where that is.
        template: Whose language it is said in.
    """
    return spoken(template.language).row.format(text=text, word=template.page_word, page=page)
