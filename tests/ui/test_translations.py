"""What the window says, it says in Danish and in English: no text is missing, left over, or changed in passing."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kkr_desk.sentences import Language
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.frame.window import MainWindow
from resources.translations.make_catalogues import (
    CATALOGUES,
    HERE,
    Text,
    UnreadableTextError,
    texts_of,
    update,
    window_texts,
)
from tests.ui.pseudo import texts as texts_of_widgets

MNEMONIC = re.compile(r"&(?!&)\w")
FACT = re.compile(r"\{[^{}]*\}|%n|Ctrl\+[A-Z]\b|\*\.\w+")
"""What must come through a translation as it is: facts filled in later, numbers, keys, kinds of files."""

ENDINGS = ("…", "?", "!", ":", ".")


@dataclass(frozen=True, slots=True)
class Message:
    """An entry of a catalogue."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_counted: bool
    state: str

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r} -> {self.forms}"


def messages(language: Language) -> Iterator[Message]:
    """The entries of the catalogue of a language."""
    tree = ET.parse(HERE / f"kkr_desk_{language}.ts")
    for context in tree.iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            source, name = one.findtext("source", ""), context.findtext("name", "")
            yield Message(name, source, tuple(forms), one.get("numerus") == "yes", translation.get("type", "finished"))


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    """What the window says now."""
    return window_texts()


def test_the_catalogues_hold_what_the_window_says_now(texts: list[Text], tmp_path: Path) -> None:
    """Otherwise: `make translations`, then fill in what is new."""
    for name in CATALOGUES:
        shutil.copy(HERE / name, tmp_path)
    update(texts, tmp_path)
    for name in CATALOGUES:
        assert (HERE / name).read_text(encoding="utf-8").splitlines() == (tmp_path / name).read_text(
            encoding="utf-8"
        ).splitlines()


def test_english_has_a_word_for_everything() -> None:
    assert [str(one) for one in messages(Language.ENGLISH) if not is_whole(one)] == []


def test_danish_has_its_plurals_and_no_more(texts: list[Text]) -> None:
    counted = {(text.context, text.source) for text in texts if text.counted}
    found = list(messages(Language.DANISH))
    assert {(one.context, one.source) for one in found} == counted
    assert [str(one) for one in found if not is_whole(one)] == []


def is_whole(one: Message) -> bool:
    """Whether a message has each form that it needs, looked over by somebody."""
    return one.state == "finished" and all(one.forms) and len(one.forms) == (2 if one.is_counted else 1)


@pytest.mark.parametrize("language", Language)
def test_a_translation_keeps_what_is_not_words(language: Language) -> None:
    assert [str(one) for one in messages(language) for form in one.forms if not is_like(one.source, form)] == []


def is_like(source: str, form: str) -> bool:
    """Whether a translation has the facts, mnemonics, ending and edges of its source."""
    faithful = sorted(FACT.findall(source)) == sorted(FACT.findall(form))
    keyed = len(MNEMONIC.findall(source)) == len(MNEMONIC.findall(form))
    ended = [source.endswith(mark) for mark in ENDINGS] == [form.endswith(mark) for mark in ENDINGS]
    edged = source[:1].isspace() == form[:1].isspace() and source[-1:].isspace() == form[-1:].isspace()
    return faithful and keyed and ended and edged


@pytest.mark.parametrize(
    "form", ["Hit {n} &f.", "Find {m} &f…", "Find {n} f…", "Find {n} {n} &f…", " Find {n} &f…", "Find {n} &f& &g…"]
)
def test_a_translation_that_loses_something_is_found(form: str) -> None:
    assert is_like("Søg {n} &f…", "Find {n} &f…")
    assert not is_like("Søg {n} &f…", form)


def test_english_tells_apart_what_danish_tells_apart() -> None:
    """Two commands of one widget that are called the same would be a riddle."""
    said = Counter((one.context, one.forms) for one in messages(Language.ENGLISH))
    assert [one for one, count in said.items() if count > 1] == []


@pytest.mark.parametrize(
    ("language", "one", "many"), [(Language.DANISH, "1 punkt", "3 punkter"), (Language.ENGLISH, "1 item", "3 items")]
)
def test_the_compiled_catalogues_count(qtbot: object, language: Language, one: str, many: str) -> None:
    set_language(language)
    said = [QCoreApplication.translate("StatusLine", "%n punkt(er)", "", count) for count in (1, 3)]
    assert said == [one, many]


def test_the_english_window_shows_no_danish_text(window: MainWindow) -> None:
    """A text may be in the catalogue and yet not be found there, by the class of the widget that asks."""
    danish = {one.source for one in messages(Language.ENGLISH) if one.source not in one.forms}
    shown = [(who, text) for who, text in texts_of_widgets(window) if text in danish]
    assert len(shown) > 50
    set_language(Language.ENGLISH)
    QCoreApplication.processEvents()
    assert [(who, text) for who, text in texts_of_widgets(window) if text in danish] == []


def read(body: str, classes: str = "class Pane(QWidget):\n    def f(self, n):\n") -> list[Text]:
    return texts_of({"pane.py": f"{classes}        {body}\n"})


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("self.tr('Punkt')", Text("Pane", "Punkt", "", counted=False)),
        ("self.tr('Pun' 'kt', 'i menuen')", Text("Pane", "Punkt", "i menuen", counted=False)),
        ("self.tr('%n punkter', '', len(n))", Text("Pane", "%n punkter", "", counted=True)),
        ("self.tr('%n punkter', n=n)", Text("Pane", "%n punkter", "", counted=True)),
        ("x = f\"{translate('Menu', '%n fund', '', len(n))}\"", Text("Menu", "%n fund", "", counted=True)),
        ("return lambda: QCoreApplication.translate('Menu', 'Ny')", Text("Menu", "Ny", "", counted=False)),
    ],
)
def test_texts_are_found_however_they_are_written(body: str, found: Text) -> None:
    assert read(body) == [found]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("self.tr(f'Punkt {n}')", "its text is not written out"),
        ("self.tr('Punkt ' + n)", "its text is not written out"),
        ("self.tr(WORDS[n])", "its text is not written out"),
        ("translate(n, 'Punkt')", "its context is not written out"),
        ("n.tr('Punkt')", "another than self"),
    ],
)
def test_a_text_that_can_never_be_translated_is_refused(body: str, why: str) -> None:
    with pytest.raises(UnreadableTextError, match=rf"pane.py:3: .*{why}"):
        read(body)


def test_a_plural_that_subclasses_cannot_find_is_refused() -> None:
    with pytest.raises(UnreadableTextError, match="plural"):
        texts_of({"pane.py": "class A(B):\n    def f(self, n): self.tr('%n x', '', n)\nclass C(A): pass"})


def test_what_is_written_is_what_lupdate_reads(tmp_path: Path) -> None:
    texts = [
        Text("Pane", 'En "linje"\n»to« \\ …', "", counted=False),
        Text("Pane", "%n punkt(er)", "", counted=True),
        Text("Menu", "Åbn", "", counted=False),
    ]
    update(texts, tmp_path)
    catalogue = ET.parse(tmp_path / "kkr_desk_en.ts")
    read_back = [
        Text(context.findtext("name", ""), one.findtext("source", ""), "", counted=one.get("numerus") == "yes")
        for context in catalogue.iter("context")
        for one in context.iter("message")
    ]
    assert sorted(read_back) == sorted(texts)
    assert "<location" not in (tmp_path / "kkr_desk_en.ts").read_text(encoding="utf-8")
