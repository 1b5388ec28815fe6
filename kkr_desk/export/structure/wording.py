"""What listeners are told in words that stand on no page, in the language of the council's documents."""

from __future__ import annotations

from kkr_desk.model import Template

_LINK = {"da": "Gå til {text}, {page_word} {page}", "en": "Go to {text}, {page_word} {page}"}


def link_words(text: str, page: int, template: Template) -> str:
    """What a row of the index does: "Gå til Bilag 1: Notat, side 4" (ISO 14289-1, 7.18.5).

    Args:
        text: What it leads to.
        page: Where that is.
        template: Whose language it is said in; Danish where we do not speak it.
    """
    spoken = template.language.partition("-")[0].lower()
    return _LINK.get(spoken, _LINK["da"]).format(text=text, page_word=template.page_word, page=page)
