"""Words for annotations, and the structure element each belongs to (ISO 14289-1, 7.18)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, String

from kkr_desk.export.structure.spoken import Spoken
from kkr_desk.pdf.annotations import address
from kkr_desk.pdf.destinations import destination
from kkr_desk.pdf.fields import inherited
from kkr_desk.pdf.roles import name_text
from kkr_desk.pdf.text_strings import text_of

_HIDDEN = 2
_ROLES = {"/Link": "Link", "/Widget": "Form"}

Key = tuple[int, int]


def page_annotations(page: Object) -> list[Object]:
    """A page's annotations."""
    annots = page.get("/Annots")
    return [a for a in annots.as_list() if isinstance(a, Dictionary)] if isinstance(annots, Array) else []


def is_told(annotation: Object) -> bool:
    """Whether an annotation needs an element: all but hidden ones and pop-ups do (7.18.1)."""
    flags: Any = annotation.get("/F", 0)
    hidden = isinstance(flags, int) and bool(flags & _HIDDEN)
    return not hidden and annotation.get("/Subtype") != Name.Popup


def role_for(annotation: Object) -> str:
    """The type of the element an annotation belongs to: links to Link (7.18.5), fields to Form (7.18.4)."""
    return _ROLES.get(_kind(annotation), "Annot")


def alternate_for(annotation: Object, words: Spoken) -> str:
    """What an annotation's element says of it where the annotation itself says nothing (7.18.1); "" otherwise."""
    kind = _kind(annotation)
    return "" if kind in _ROLES or _says(annotation, "/Contents") else words.notes.get(kind, words.note)


def describe_annotations(pages: Sequence[Object], first_page: int, words: Spoken) -> None:
    """Give links and fields a description where they have none (7.18.1, 7.18.5).

    Args:
        pages: An attachment's pages as copied into the collection.
        first_page: The 1-based page of the collection where it begins.
        words: What is said, in the document's language.
    """
    numbers = {page.objgen: first_page + place for place, page in enumerate(pages)}
    for page in pages:
        for annotation in page_annotations(page):
            kind = annotation.get("/Subtype")
            if kind == Name.Link and not _says(annotation, "/Contents"):
                annotation.Contents = String(_link(annotation, numbers, words))
            elif kind == Name.Widget and not _says(annotation, "/TU"):
                annotation.TU = String(_field(annotation, words))


def _link(annotation: Object, numbers: Mapping[Key, int], words: Spoken) -> str:
    led = address(annotation)
    if led is not None:
        return words.link_address.format(address=led)
    target = destination(annotation)
    page: Any = target[0] if isinstance(target, Array) and len(target) else None
    number = numbers.get(page.objgen) if isinstance(page, Dictionary) else None
    if number is not None:
        return words.link_page.format(page=number)
    action = annotation.get("/A")
    step: Any = action.get("/N") if isinstance(action, Dictionary) else None
    return words.link_steps.get(f"/{name_text(step)}" if isinstance(step, Name) else "", words.link)


def _field(widget: Object, words: Spoken) -> str:
    """What a field says of itself, its name, or that it is one."""
    for key in ("/TU", "/T"):
        stated = inherited(widget, key)
        if text_of(stated).strip():
            return text_of(stated)
    return words.field


def _kind(annotation: Object) -> str:
    """Its subtype, "" without one."""
    stated: Any = annotation.get("/Subtype")
    return f"/{name_text(stated)}" if isinstance(stated, Name) else ""


def _says(holder: Object, key: str) -> bool:
    return bool(text_of(holder.get(key)).strip())
