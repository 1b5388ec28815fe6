"""Layers (optional content) of the attachments: without them a viewer shows what the source hid (ISO 32000-1, 8.11)."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kkr_desk.pdf.layers import groups, hidden, members, standard, usages


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
        listed, off, stated = groups(copied), hidden(copied), standard(copied)
        self._groups += listed
        self._lists["/OFF"] += [group for group in listed if group.objgen in off]
        order = members(stated.get("/Order"))
        if order:
            self._lists["/Order"].append(Array([String(label), *order]))
        for key in ("/RBGroups", "/Locked"):
            self._lists[key] += members(stated.get(key))
        self._lists["/AS"] += usages(copied)

    def write(self) -> None:
        """Put what was gathered into the collection's catalogue; nothing without layers."""
        if not self._groups:
            return
        stated = Dictionary(Name=String("Standard"), BaseState=Name.ON)
        for key, listed in self._lists.items():
            if listed:
                stated[key] = Array(listed)
        self._pdf.Root.OCProperties = Dictionary(OCGs=Array(self._groups), D=stated)
