"""Layers (optional content) of the attachments: without them a viewer shows what the source hid (ISO 32000-1, 8.11)."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


class Layers:
    """Gathers the default configurations of all attachments into one.

    Args:
        pdf: The collection.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._groups: list[Object] = []
        self._lists: dict[str, list[Object]] = {"/OFF": [], "/Order": [], "/RBGroups": [], "/Locked": [], "/AS": []}

    def add(self, source: Pdf, label: str) -> None:
        """Take over one attachment's layers; call it after its pages were copied.

        Args:
            source: The attachment.
            label: Heading of its layers in a viewer's list.
        """
        properties = source.Root.get("/OCProperties")
        if not isinstance(properties, Dictionary) or not isinstance(properties.get("/OCGs"), Array):
            return
        held = properties if properties.is_indirect else source.make_indirect(properties)
        copied = self._pdf.copy_foreign(held)
        groups = _members(copied.get("/OCGs"))
        standard: Any = copied.get("/D")
        standard = standard if isinstance(standard, Dictionary) else Dictionary()
        self._groups += groups
        self._lists["/OFF"] += self._hidden(groups, standard)
        order = _members(standard.get("/Order"))
        if order:
            self._lists["/Order"].append(Array([String(label), *order]))
        for key in ("/RBGroups", "/Locked", "/AS"):
            self._lists[key] += _members(standard.get(key))

    def write(self) -> None:
        """Put what was gathered into the collection's catalogue; nothing without layers."""
        if not self._groups:
            return
        standard = Dictionary(Name=String("Standard"), BaseState=Name.ON)
        for key, members in self._lists.items():
            if members:
                standard[key] = Array(members)
        self._pdf.Root.OCProperties = Dictionary(OCGs=Array(self._groups), D=standard)

    @staticmethod
    def _hidden(groups: list[Object], standard: Object) -> list[Object]:
        if standard.get("/BaseState") != Name.OFF:
            return _members(standard.get("/OFF"))
        shown = {group.objgen for group in _members(standard.get("/ON"))}
        return [group for group in groups if group.objgen not in shown]


def _members(array: Any) -> list[Object]:
    return [m for m in array.as_list() if isinstance(m, (Dictionary, Array))] if isinstance(array, Array) else []
