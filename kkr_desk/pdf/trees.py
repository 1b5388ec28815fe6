"""Name trees and number trees: long tables that a reader need not load whole (ISO 32000-1, 7.9.6 and 7.9.7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Object, Pdf, String

_NAMES = 64
_NUMBERS = 256
"""Entries in a leaf."""


def name_tree(pdf: Pdf, named: Mapping[bytes, Object]) -> Object:
    """A name tree of two levels, in the order of the names' bytes.

    Args:
        pdf: The document it is for.
        named: What each name stands for.
    """
    return _tree(pdf, "/Names", [(String(name), value) for name, value in sorted(named.items())], _NAMES)


def number_tree(pdf: Pdf, numbered: Mapping[int, Object]) -> Object:
    """A number tree of two levels, in the order of the numbers.

    Args:
        pdf: The document it is for.
        numbered: What each number stands for.
    """
    return _tree(pdf, "/Nums", sorted(numbered.items(), key=lambda pair: pair[0]), _NUMBERS)


def _tree(pdf: Pdf, key: str, pairs: list[tuple[Any, Object]], most: int) -> Object:
    kids = []
    for at in range(0, len(pairs), most):
        group = pairs[at : at + most]
        flat = Array([member for pair in group for member in pair])
        leaf = Dictionary({key: flat, "/Limits": Array([group[0][0], group[-1][0]])})
        kids.append(pdf.make_indirect(leaf))
    return pdf.make_indirect(Dictionary(Kids=Array(kids)) if kids else Dictionary({key: Array()}))
