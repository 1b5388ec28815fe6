"""Form fields of the attachments: kept with their values, renamed where names clash, shown, and read-only.

ISO 32000-1, 12.7: fields of one name are one field, so two attachments that each have a field "Navn" would show the
same value; and a field without an appearance shows nothing where viewers do not make one.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pikepdf.form import ExtendedAppearanceStreamGenerator

from kkr_desk.pdf.content import UNREADABLE

_READ_ONLY = 1
_DEEPEST = 30
_FONT = re.compile(rb"/([^\s/\[\]()<>]+)(\s+[-+.\d]+\s+Tf)")
_log = logging.getLogger(__name__)


def show_values(source: Pdf) -> None:
    """Give fields that have a value but no appearance one, in the open attachment (not in its file)."""
    form = source.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    wanted: Any = form.get("/NeedAppearances", False)
    if wanted is True:
        source.generate_appearance_streams()
    if not any("/AP" not in w and _inherited(w, "/FT") in ("/Tx", "/Ch") for p in source.pages for w in widgets(p.obj)):
        return
    maker = ExtendedAppearanceStreamGenerator(source, source.acroform)
    for field in source.acroform.fields:
        if field.obj.get("/AP") is not None or not (field.is_text or field.is_choice) or not field.value_as_string:
            continue
        try:
            maker.generate_text(field) if field.is_text else maker.generate_choice(field)
        except (*UNREADABLE, ValueError, KeyError, AttributeError, TypeError, IndexError) as error:
            _log.info("no appearance for field %s: %r", field.fully_qualified_name, error)


def widgets(page: Object) -> list[Object]:
    """The form field widgets among a page's annotations."""
    annots = page.get("/Annots")
    if not isinstance(annots, Array):
        return []
    return [a for a in annots.as_list() if isinstance(a, Dictionary) and a.get("/Subtype") == Name.Widget]


class Fields:
    """Gathers the fields of all attachments into one form.

    Args:
        pdf: The collection.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._fields: list[Object] = []
        self._names: set[str] = set()
        self._resources: dict[str, dict[str, Object]] = {}

    def add(self, source: Pdf, pages: Iterable[Object], suffix: str) -> int:
        """Take over one attachment's fields; call it after its pages were copied.

        Args:
            source: The attachment.
            pages: Its pages as copied into the collection.
            suffix: What makes a clashing name unique, such as "2-1-3".

        Returns:
            How many signatures no longer hold, because the collection is another document than the one signed.
        """
        tops = {top.objgen: top for page in pages for top in map(_top, widgets(page)) if top is not None}
        if not tops:
            return 0
        renamed = self._merge_resources(source)
        signatures = 0
        for top in tops.values():
            self._name(top, suffix)
            signatures += _settle(top, renamed, 0)
            self._fields.append(top)
        return signatures

    def write(self) -> None:
        """Put the form into the collection's catalogue; nothing without fields."""
        if not self._fields:
            return
        resources = Dictionary({kind: Dictionary(entries) for kind, entries in sorted(self._resources.items())})
        self._pdf.Root.AcroForm = self._pdf.make_indirect(Dictionary(Fields=Array(self._fields), DR=resources))

    def _name(self, top: Object, suffix: str) -> None:
        stated: Any = top.get("/T")
        name = str(stated) if isinstance(stated, String) and str(stated) else "felt"
        unique, n = name, 1
        while unique in self._names:
            unique = f"{name}_{suffix}" if n == 1 else f"{name}_{suffix}_{n}"
            n += 1
        self._names.add(unique)
        if unique != name or "/T" not in top:
            top.T = String(unique)

    def _merge_resources(self, source: Pdf) -> dict[bytes, bytes]:
        """Take over what fields' default appearances refer to; returns new names of fonts that clash."""
        form = source.Root.get("/AcroForm")
        stated = form.get("/DR") if isinstance(form, Dictionary) else None
        renamed: dict[bytes, bytes] = {}
        if not isinstance(stated, Dictionary):
            return renamed
        held = stated if stated.is_indirect else source.make_indirect(stated)
        for kind, entries in self._pdf.copy_foreign(held).items():
            if not isinstance(entries, Dictionary):
                continue
            mine = self._resources.setdefault(kind, {})
            for name, entry in entries.items():
                new, n = name, 1
                while new in mine and kind == "/Font":
                    n += 1
                    new = f"{name}-{n}"
                mine.setdefault(new, entry)
                if new != name:
                    renamed[name[1:].encode()] = new[1:].encode()
        return renamed


def _settle(field: Object, renamed: dict[bytes, bytes], depth: int) -> int:
    """Make a field and those below it read-only and free of actions; returns the signatures that were voided."""
    flags: Any = field.get("/Ff", 0)
    field.Ff = (flags if isinstance(flags, int) else 0) | _READ_ONLY
    for key in ("/A", "/AA", "/Lock", "/SV"):
        if key in field:
            del field[key]
    look: Any = field.get("/DA")
    if renamed and isinstance(look, String):
        field.DA = String(_FONT.sub(lambda m: b"/" + renamed.get(m[1], m[1]) + m[2], bytes(look)))
    voided = 0
    if field.get("/FT") == Name.Sig and "/V" in field:
        del field["/V"]
        voided = 1
    kids = field.get("/Kids")
    if isinstance(kids, Array) and depth < _DEEPEST:
        voided += sum(_settle(kid, renamed, depth + 1) for kid in kids.as_list() if isinstance(kid, Dictionary))
    return voided


def _top(widget: Object) -> Object | None:
    """The field at the root of a widget's field tree; None where the tree runs in a circle.

    A parent that does not own up to its child is none: damaged files have widgets whose `/Parent` is a font.
    """
    node = widget
    for _ in range(_DEEPEST):
        parent = node.get("/Parent")
        if parent is None:
            return node
        kids = parent.get("/Kids") if isinstance(parent, Dictionary) else None
        if not isinstance(kids, Array) or not any(
            isinstance(kid, Dictionary) and kid.is_same_object_as(node) for kid in kids.as_list()
        ):
            del node["/Parent"]
            return node
        node = parent
    return None


def _inherited(field: Object, key: str) -> str:
    node: Any = field
    for _ in range(_DEEPEST):
        if not isinstance(node, Dictionary):
            break
        if key in node:
            return str(node[key])
        node = node.get("/Parent")
    return ""
