"""The layers of docs/decisions/0002-layers.md: who may import whom, and who may load which library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

RANKS = {
    "__init__": 0,
    "errors": 0,
    "model": 0,
    "alphabet": 1,
    "cpr": 1,
    "handover": 1,
    "numbering": 1,
    "page_choice": 1,
    "index": 1,
    "progress": 1,
    "paths": 1,
    "rich_text": 1,
    "sentences": 1,
    "log_file": 2,
    "plan": 2,
    "settings": 2,
    "typeface": 2,
    "worker": 2,
    "meeting_file": 2,
    "store": 3,
    "pdf": 3,
    "intake": 4,
    "export": 4,
    "ui": 5,
    "cli": 5,
    "__main__": 6,
}
"""A module imports lower ranks or its own package only."""

ONLY = {
    "PySide6": {"ui", "__main__"},
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "cryptography": {"intake"},
    "docx": {"export"},
    "reportlab": {"typeface", "pdf", "intake", "export"},
    "pi_heif": {"intake"},
    "pikepdf": {"pdf", "intake", "export"},
    "lxml": {"intake", "export"},
    "msoffcrypto": {"intake"},
    "img2pdf": {"intake"},
    "nh3": {"rich_text", "intake"},
    "pypdfium2": {"pdf", "intake", "export"},
}
"""The only parts that may import a library, at the top of a file, in a function or for typing."""


def part(file: Path, package: Path) -> str:
    """The part of the package a file belongs to: "store" for store/journal.py, "plan" for plan.py."""
    return file.relative_to(package).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"} and node.args:
            yield node.lineno, _dynamic_name(node.args[0])


def violations(package: Path) -> list[str]:
    """What breaks the two tables, one line each."""
    found = []
    for file in sorted(package.rglob("*.py")):
        here = part(file, package)
        if here not in RANKS:
            found.append(f"{file.name}: {here} has no rank")
            continue
        where = file.relative_to(package.parent).as_posix()
        for line, name in imported(ast.parse(file.read_text(encoding="utf-8"))):
            fault = _fault(here, name, package.name)
            if fault:
                found.append(f"{where}:{line}: {fault}")
    return found


def _fault(here: str, name: str, package: str) -> str | None:
    top, *rest = name.split(".")
    if top in ONLY and here not in ONLY[top]:
        return f"{here} must not import {top}"
    if name.startswith((".", "?")):
        return f"{here} imports {name}, which cannot be told"
    if top != package or not rest or rest[0] == here:
        return None
    if rest[0] not in RANKS:
        return None if rest[0] == "__version__" else f"{here} imports {rest[0]}, which has no rank"
    return None if RANKS[rest[0]] < RANKS[here] else f"{here} ({RANKS[here]}) imports {rest[0]} ({RANKS[rest[0]]})"


def _dynamic_name(name: ast.expr) -> str:
    """What an import by name loads; of an f-string the part before its first field says enough."""
    if isinstance(name, ast.JoinedStr) and name.values:
        name = name.values[0]
    return str(name.value) if isinstance(name, ast.Constant) else f"?{ast.unparse(name)}"


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_module_keeps_to_its_layer(root: Path) -> None:
    assert violations(root / "kkr_desk") == []


def test_every_rank_belongs_to_a_part_that_is_there(root: Path) -> None:
    there = {part(file, root / "kkr_desk") for file in (root / "kkr_desk").rglob("*.py")}
    assert set(RANKS) == there
    assert {name for parts in ONLY.values() for name in parts} <= there


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("plan.py", "from kkr_desk.store import Store", "plan (2) imports store (3)"),
        ("plan.py", "import kkr_desk.settings", "plan (2) imports settings (2)"),
        ("export/word.py", "from kkr_desk import intake", "export (4) imports intake (4)"),
        ("store/row.py", "def f():\n    import pikepdf", "store must not import pikepdf"),
        ("cli/show.py", "if TYPE_CHECKING:\n    from sqlite3 import Row", "cli must not import sqlite3"),
        ("cli/show.py", "import PySide6.QtWidgets", "cli must not import PySide6"),
        ("cli/show.py", "importlib.import_module('kkr_desk.ui')", "cli (5) imports ui (5)"),
        ("cli/show.py", "importlib.import_module(f'kkr_desk.ui.{name}')", "cli (5) imports ui (5)"),
        ("cli/show.py", "importlib.import_module(name)", "cli imports ?name, which cannot be told"),
        ("cli/show.py", "from .words import say", "cli imports .words.say, which cannot be told"),
        ("utils.py", "", "utils has no rank"),
    ],
)
def test_a_breach_is_found(tmp_path: Path, file: str, text: str, fault: str) -> None:
    place = tmp_path / "kkr_desk" / file
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")
    (found,) = violations(tmp_path / "kkr_desk")
    assert found.endswith(fault)


def test_what_is_allowed_is_not_found(tmp_path: Path) -> None:
    place = tmp_path / "kkr_desk" / "export" / "pages.py"
    place.parent.mkdir(parents=True)
    text = "import pikepdf\nfrom reportlab import rl_config\nfrom kkr_desk import __version__\n"
    text += "from kkr_desk.typeface.fonts import measure\nfrom kkr_desk.plan import Plan\n"
    place.write_text(text, encoding="utf-8")
    assert violations(tmp_path / "kkr_desk") == []
