"""Form fields of the attachments: kept with their values, renamed where names clash, shown, and read-only.

ISO 32000-1, 12.7: fields of one name are one field, so two attachments that each have a field "Navn" would show the
same value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.pdf.fields import inherited, widgets

_DEEPEST = 100
_READ_ONLY = 1
_PUSH_BUTTON = 1 << 16
_TYPES = (Name.Tx, Name.Ch, Name.Btn, Name.Sig)
_FONT = re.compile(rb"/([^\s/\[\]()<>]+)(\s+[-+.\d]+\s+Tf)")
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_OWN = ("/T", "/FT", "/V", "/Ff", "/DA", "/Opt", "/MaxLen", "/Q")
"""What a widget takes along from the fields above it when it is cut off from them."""

Key = tuple[int, int]


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
            pages: Its pages as copied into the collection; their annotations are objects of their own.
            suffix: What makes a clashing name unique, such as "2-1-3".

        Returns:
            How many signatures no longer hold, because the collection is another document than the one signed.
        """
        found = [widget for page in pages for widget in widgets(page)]
        if not found:
            return 0
        tops = _Trees(found).tops()
        form = source.Root.get("/AcroForm")
        form = form if isinstance(form, Dictionary) else Dictionary()
        renamed = self._merge_resources(source, form.get("/DR"))
        look: Any = form.get("/DA")
        signatures = 0
        for top in tops:
            self._name(top, suffix)
            if "/DA" not in top and isinstance(look, String):
                top.DA = String(bytes(look))
            signatures += _settle(top, renamed, None)
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

    def _merge_resources(self, source: Pdf, stated: Any) -> dict[bytes, bytes]:
        """Take over what fields' default appearances refer to; returns new names of fonts that clash."""
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
                    renamed[name[1:].encode("utf-8", "surrogateescape")] = new[len(name) :].encode()
        return renamed


class _Trees:
    """The field trees above some widgets, with nothing in them that does not lead to one of these.

    Args:
        found: The widgets on the pages of one attachment.
    """

    def __init__(self, found: Iterable[Object]) -> None:
        self._owned: dict[Key, dict[Key, None]] = {}
        self._nodes: dict[Key, Object] = {}
        self._below: dict[Key, dict[Key, Object]] = {}
        self._tops: dict[Key, Object] = {}
        unique = {widget.objgen: widget for widget in found}
        self._widgets = frozenset(unique)
        for widget in unique.values():
            self._place(widget)

    def tops(self) -> list[Object]:
        """The fields at the roots."""
        for key, node in self._nodes.items():
            below = self._below[key]
            node.Kids = Array([below[kid] for kid in self._owned[key] if kid in below])
        return list(self._tops.values())

    def _place(self, widget: Object) -> None:
        chain = self._chain(widget)
        if "/Kids" in widget:
            del widget["/Kids"]
        if inherited(widget, "/FT") not in _TYPES:
            widget.FT, widget.Ff = Name.Btn, _PUSH_BUTTON
        for child, parent in pairwise(chain):
            self._nodes[parent.objgen] = parent
            self._below.setdefault(parent.objgen, {})[child.objgen] = child
        self._tops[chain[-1].objgen] = chain[-1]

    def _chain(self, widget: Object) -> list[Object]:
        """A widget and the fields above it; itself alone, cut off, where they run in a ring or do not know it.

        A parent that does not own up to its child is none: damaged files have widgets whose `/Parent` is a font.
        """
        chain, seen = [widget], {widget.objgen}
        while (parent := chain[-1].get("/Parent")) is not None:
            sound = isinstance(parent, Dictionary) and parent.is_indirect and parent.objgen not in self._widgets
            if not sound or parent.objgen in seen or len(chain) > _DEEPEST or not self._owns(parent, chain[-1]):
                _cut_off(widget)
                return [widget]
            seen.add(parent.objgen)
            chain.append(parent)
        return chain

    def _owns(self, parent: Object, child: Object) -> bool:
        if parent.objgen not in self._owned:
            kids = parent.get("/Kids")
            members = kids.as_list() if isinstance(kids, Array) else ()
            self._owned[parent.objgen] = {kid.objgen: None for kid in members if isinstance(kid, Dictionary)}
        return child.objgen in self._owned[parent.objgen]


def _cut_off(widget: Object) -> None:
    own = {key: value for key in _OWN if (value := inherited(widget, key)) is not None}
    for key, value in own.items():
        widget[key] = value
    del widget["/Parent"]


def _settle(field: Object, renamed: dict[bytes, bytes], above: Any) -> int:
    """Make a field and those below it read-only and free of actions; returns the signatures that were voided."""
    flags: Any = field.get("/Ff", 0)
    field.Ff = (flags if isinstance(flags, int) else 0) | _READ_ONLY
    for key in ("/A", "/AA", "/Lock", "/SV"):
        if key in field:
            del field[key]
    look: Any = field.get("/DA")
    if renamed and isinstance(look, String):
        field.DA = String(_FONT.sub(lambda m: b"/" + m[1] + renamed.get(_plain(m[1]), b"") + m[2], bytes(look)))
    kind = field.get("/FT", above)
    voided = 0
    if kind == Name.Sig and "/V" in field:
        del field["/V"]
        voided = 1
    kids = field.get("/Kids")
    return voided + sum(_settle(kid, renamed, kind) for kid in kids.as_list()) if isinstance(kids, Array) else voided


def _plain(name: bytes) -> bytes:
    """A name as it is meant: `#20` is a space (ISO 32000-1, 7.3.5)."""
    return _ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), name)
