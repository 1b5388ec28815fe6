"""Takes the texts of the window into the catalogues beside it: `make translations`, after a text was written.

Its source text is Danish (docs/decisions/0008), so `kkr_desk_en.ts` is the translation, to be filled in by hand, and
`kkr_desk_da.ts` holds plural forms alone. `make setup` compiles both into the .qm files that the program reads.

lupdate's own reader of Python passes over `translate("A", "%n ting", "", len(things))`, takes it for a text without
plural when the number is a plain name, and does not look into f-strings (6.11.3, tried). So Python's parser finds the
texts, and lupdate is handed a listing of them in the one form that it reads without fault.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINDOW = HERE.parents[1] / "kkr_desk" / "ui"

CATALOGUES = {"kkr_desk_da.ts": ("da_DK", ("-pluralonly",)), "kkr_desk_en.ts": ("en_GB", ())}
"""Catalogues with their language and what lupdate is told of it."""

_OPTIONS = ("-silent", "-locations", "none", "-no-obsolete", "-sort-messages", "-source-language", "da_DK")
_NAMED = ("context", "text", "disambiguation", "n")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text that the window says.

    Args:
        context: The class that says it, or the one that `translate` names.
        source: The Danish.
        remark: What tells it from the same words elsewhere; mostly empty.
        counted: Whether it depends on a number.
    """

    context: str
    source: str
    remark: str
    counted: bool


class UnreadableTextError(ValueError):
    """A text that no catalogue can hold; its message says where it stands and why."""


class _Reader(ast.NodeVisitor):
    """Collects the texts of one module."""

    def __init__(self, name: str, parents: frozenset[str]) -> None:
        self.texts: list[Text] = []
        self._name = name
        self._parents = parents
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        match node.func:
            case ast.Attribute(attr="tr", value=value):
                self.texts.append(self._said_by_a_widget(node, value))
            case ast.Name(id="translate") | ast.Attribute(attr="translate", value=ast.Name(id="QCoreApplication")):
                self.texts.append(self._read(node, _NAMED))
        self.generic_visit(node)

    def _said_by_a_widget(self, node: ast.Call, speaker: ast.expr) -> Text:
        if not (isinstance(speaker, ast.Name) and speaker.id == "self" and self._classes):
            raise self._unreadable(node, "tr of another than self; name the class with QCoreApplication.translate")
        text = self._read(node, _NAMED[1:], self._classes[-1])
        if text.counted and text.context in self._parents:
            # PySide asks for the subclass's text first. That there is none it sees by the source coming back, which
            # it does not where %n was filled in: the parent's plural is never asked for (6.11.3, tried).
            raise self._unreadable(node, "a plural that subclasses cannot find; use QCoreApplication.translate")
        return text

    def _read(self, node: ast.Call, names: tuple[str, ...], context: str = "") -> Text:
        given = dict(zip(names, node.args, strict=False)) | {str(k.arg): k.value for k in node.keywords}
        said = {"context": context, "disambiguation": ""}
        for name in names[:-1]:
            match given.get(name):
                case ast.Constant(value=str(words)):
                    said[name] = words
                case None if name == "disambiguation":
                    pass
                case _:
                    raise self._unreadable(node, f"its {name} is not written out")
        if not said["context"].isidentifier():
            raise self._unreadable(node, "its context is not a name")
        return Text(said["context"], said["text"], said["disambiguation"], "n" in given)

    def _unreadable(self, node: ast.Call, why: str) -> UnreadableTextError:
        return UnreadableTextError(f"{self._name}:{node.lineno}: a text that cannot be translated: {why}")


def texts_of(modules: dict[str, str]) -> list[Text]:
    """The texts that modules say through `self.tr` and `QCoreApplication.translate`, each once, by context.

    Args:
        modules: Names of the modules and their source.

    Raises:
        UnreadableTextError: One is not a plain literal, or has no class.
    """
    trees = {name: ast.parse(source) for name, source in modules.items()}
    classes = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    parents = frozenset(base.id for one in classes for base in one.bases if isinstance(base, ast.Name))
    found: set[Text] = set()
    for name, tree in trees.items():
        reader = _Reader(name, parents)
        reader.visit(tree)
        found.update(reader.texts)
    return sorted(found)


def window_texts() -> list[Text]:
    """The texts of kkr_desk/ui."""
    files = sorted(WINDOW.rglob("*.py"))
    return texts_of({file.relative_to(WINDOW).as_posix(): file.read_text(encoding="utf-8") for file in files})


def update(texts: Iterable[Text], folder: Path) -> None:
    """Let the catalogues of a folder hold these texts: new ones wait for a translation, others go.

    A new text that resembles one that goes gets its translation as a suggestion, marked as unfinished.

    Raises:
        subprocess.CalledProcessError: lupdate failed; it has said why.
    """
    with tempfile.TemporaryDirectory() as work:
        listing = Path(work) / "listing.py"
        listing.write_text(_listing(texts), encoding="utf-8")
        for name, (language, options) in CATALOGUES.items():
            command = [_lupdate(), *_OPTIONS, "-target-language", language, *options, str(listing)]
            subprocess.run([*command, "-ts", str(folder / name)], check=True)  # noqa: S603  our own tool


def _listing(texts: Iterable[Text]) -> str:
    lines = []
    for context, said in groupby(sorted(texts), lambda text: text.context):
        lines += [f"class {context}:", "    def texts(self, n):"]
        for text in said:
            number = ", n" if text.counted else ""
            lines.append(f"        self.tr({_literal(text.source)}, {_literal(text.remark)}{number})")
    return "\n".join(lines) + "\n"


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _lupdate() -> str:
    """The one of this environment, whatever the path says."""
    found = shutil.which("pyside6-lupdate", path=Path(sys.executable).parent)
    if found is None:
        raise SystemExit("pyside6-lupdate is not here; it comes with PySide6-Essentials: make setup")
    return found


if __name__ == "__main__":
    update(window_texts(), HERE)
