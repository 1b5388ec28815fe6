"""The command line speaks Danish to the last word, and English when asked to."""

from __future__ import annotations

import gettext
import importlib.util
import os
import re
from pathlib import Path
from types import ModuleType

import click
import pytest

from kkr_desk.cli.root import COMMANDS
from kkr_desk.cli.words import language_of, speaking
from kkr_desk.sentences import Language
from tests.cli.runs import Desk

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|error|missing|no such|try|help for|requires?|invalid|value|argument|show this|default"
    r"|required|got|unexpected|extra|did you mean|is not|one of|choose|does not|env var)\b",
    re.IGNORECASE,
)
WORDS_OF_OURS = re.compile(r"--?[a-z][a-z-]*|'[^']*'|\(da\)|kkr-desk \w+")


def foreign(text: str) -> list[str]:
    """English words in a Danish text, names of options and what was typed left out."""
    return [found[0] for found in ENGLISH.finditer(WORDS_OF_OURS.sub("", text))]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_danish(desk: Desk, command: str) -> None:
    shown = desk(*filter(None, [command]), "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"Brug: kkr-desk {command}".rstrip())
    assert "Tilvalg:" in shown.out
    assert "Vis denne hjælp." in shown.out
    assert foreign(shown.out) == []
    assert re.search(r"\b(help|option|metavar)-[a-z]", shown.out) is None


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_english_when_asked_for(desk: Desk, command: str) -> None:
    shown = desk("--lang", "en", *filter(None, [command]), "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"Usage: kkr-desk {command}".rstrip())
    assert "Show this help." in shown.out
    assert not set("æøåÆØÅ") & set(shown.out)


def test_help_names_every_command_without_loading_it(desk: Desk) -> None:
    shown = desk("--help")
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", shown.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Kommandoer"),
        (["expotr"], "Kommandoen expotr findes ikke."),
        (["list", "--jsno"], "Tilvalget --jsno findes ikke. Mente du"),
        (["--sotre", "x", "list"], "Tilvalget --sotre findes ikke."),
        (["build"], "Der mangler 'MØDE.json'."),
        (["build", "m.json"], "Vælg mindst ét dokument: --pdf, --index-pdf, --word eller --index-word."),
        (["export", "x"], "Der mangler '-o' / '--output'."),
        (["attach", "x"], "Der mangler 'PUNKT'."),
        (["inspect"], "Der mangler 'FIL...'."),
        (["export", "x", "-o"], "Der mangler noget efter -o."),
        (["export", "x", "-o", "f", "--format", "doc"], "»doc« kan ikke bruges her; vælg en af 'pdf', 'docx'."),
        (
            ["export", "x", "-o", "f", "--document", "all"],
            "»all« kan ikke bruges her; vælg en af 'collection', 'index'.",
        ),
        (["undo", "a", "b"], "Der er skrevet noget for meget: a b"),
        (["list", "--json=1"], "Tilvalget --json skal stå alene."),
        (["--lang", "fr", "list"], "»fr« kan ikke bruges her; vælg en af 'da', 'en'."),
    ],
)
def test_a_usage_error_is_danish_and_ends_with_2(desk: Desk, words: list[str], says: str) -> None:
    told = desk(*words)
    assert told.code == 2
    assert told.out == ""
    assert says in told.err
    assert foreign(told.err) == []


def test_a_usage_error_is_english_when_asked_for(desk: Desk) -> None:
    told = desk("undo", "--lang=en", "x")
    assert told.code == 2
    assert "Error: Got unexpected extra argument (x)" in told.err
    assert "Usage: kkr-desk undo [OPTIONS]" in told.err


def test_a_failure_is_said_in_the_language_asked_for(desk: Desk) -> None:
    assert desk("inspect", "no.pdf").err.startswith("no.pdf findes ikke.")
    assert desk("inspect", "no.pdf", "--lang", "en").err.startswith("no.pdf does not exist.")


def test_the_environment_chooses_the_language_and_the_option_comes_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language_of(["list"]) is Language.DANISH
    monkeypatch.setenv("KKR_DESK_LANG", "en")
    assert language_of(["list"]) is Language.ENGLISH
    assert language_of(["--lang", "da", "list"]) is Language.DANISH
    assert language_of(["inspect", "--", "--lang=da"]) is Language.ENGLISH
    monkeypatch.setenv("KKR_DESK_LANG", "klingon")
    assert language_of(["list", "--lang"]) is Language.DANISH


def test_speaking_leaves_the_process_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    for before in ("de", None):
        if before is None:
            monkeypatch.delenv("LANGUAGE", raising=False)
        else:
            monkeypatch.setenv("LANGUAGE", before)
        domain = gettext.textdomain()
        with speaking(Language.DANISH):
            assert gettext.gettext("Usage:") == "Brug:"
        assert os.environ.get("LANGUAGE") == before
        assert gettext.textdomain() == domain


@pytest.fixture(scope="module")
def compiler(root: Path) -> ModuleType:
    """The script that compiles the catalogues."""
    spec = importlib.util.spec_from_file_location("compile_catalogue", root / "resources/locale/compile_catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_compiled_catalogue_is_that_of_its_source(root: Path, compiler: ModuleType) -> None:
    source = root / "resources" / "locale" / "da" / "LC_MESSAGES" / "click.po"
    catalogue = compiler.entries(source.read_text(encoding="utf-8"))
    assert source.with_suffix(".mo").read_bytes() == compiler.compiled(catalogue)
    with source.with_suffix(".mo").open("rb") as file:
        translations = gettext.GNUTranslations(file)
    assert translations.ngettext(
        "Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 2
    ).startswith("Mente du en af")


def test_every_message_translated_is_one_of_clicks(root: Path, compiler: ModuleType) -> None:
    """A newer click that words a message otherwise would bring its English back; then this fails."""
    source = (root / "resources" / "locale" / "da" / "LC_MESSAGES" / "click.po").read_text(encoding="utf-8")
    package = Path(click.__file__).parent
    code = "".join(file.read_text(encoding="utf-8") for file in package.glob("*.py"))
    said = re.sub(r'"\s*\n?\s*"', "", code)
    for key in filter(None, compiler.entries(source)):
        for message in key.split("\0"):
            assert message.replace("\n", "\\n").replace("\t", "\\t") in said, message
            assert set(re.findall(r"{(\w+)", compiler.entries(source)[key])) <= set(re.findall(r"{(\w+)", key))
