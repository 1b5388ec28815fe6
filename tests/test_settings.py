"""A council's template from its settings file: all of it can be set, and what is wrong is named."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk import paths, settings
from kkr_desk.errors import UserError
from kkr_desk.model import StampPlace, Template

FILE = Path("settings.toml")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def refusal(given: dict[str, Any]) -> UserError:
    with pytest.raises(UserError) as caught:
        settings.template(given, FILE)
    return caught.value


def test_the_default_template_is_the_programs_own() -> None:
    assert settings.read(paths.resource("templates/default.toml")) == Template()


def test_the_default_template_names_every_setting(root: Path) -> None:
    text = (root / "resources" / "templates" / "default.toml").read_text(encoding="utf-8")
    named = [line.split(" = ")[0] for line in text.splitlines() if " = " in line and not line.startswith("#")]
    assert sorted(named) == sorted(name for section in settings.SETTINGS.values() for name in section)


def test_every_field_of_the_template_can_be_set() -> None:
    fields = {attribute for section in settings.SETTINGS.values() for attribute, _ in section.values()}
    assert fields == {field.name for field in dataclasses.fields(Template)}


def test_without_a_file_the_defaults_hold() -> None:
    assert settings.read() == Template()


def test_the_users_own_file_is_read() -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    write(file, '[stamp]\nplace = "top-left"\nsize = 11\n')
    assert settings.read() == Template(stamp_place=StampPlace.TOP_LEFT, stamp_size=11.0)


def test_a_file_named_comes_before_the_users_own(tmp_path: Path) -> None:
    file = write(tmp_path / "råd.toml", '\ufeff[look]\ncolour = "#AA0011"\n')
    assert settings.read(file) == Template(colour="#aa0011")


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        settings.read(tmp_path / "no.toml")
    assert caught.value.code == "settings-missing"


@pytest.mark.parametrize(
    ("text", "line"),
    [("[stamp]\nsize = \n", 2), ("[stamp]\n\nsize = 9\nsize = 9\n", 4), ("a = [", 1), ("a = " + "[" * 100_000, 1)],
)
def test_a_broken_file_is_refused_by_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(UserError) as caught:
        settings.read(write(tmp_path / "s.toml", text))
    assert caught.value.code == "settings-broken"
    assert int(str(caught.value.facts["line"])) == line


def test_a_file_in_another_encoding_is_refused_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_bytes("[words]\nslip = 'Bilag æ'\n".encode("cp1252"))
    with pytest.raises(UserError) as caught:
        settings.read(file)
    assert (caught.value.code, caught.value.facts["line"]) == ("settings-broken", 2)


@pytest.mark.parametrize(
    ("section", "name", "value", "code"),
    [
        ("stamp", "format", "Side", "settings-braces-missing"),
        ("stamp", "format", "af {pages}", "settings-braces-missing"),
        ("stamp", "format", "{page} {total}", "settings-braces"),
        ("stamp", "format", "{page", "settings-braces"),
        ("stamp", "format", "{page!r}", "settings-braces"),
        ("stamp", "format", "{page:>1000000000}", "settings-braces"),
        ("stamp", "format", "{page.__class__}", "settings-braces"),
        ("stamp", "format", "{}", "settings-braces"),
        ("stamp", "format", 7, "settings-text"),
        ("stamp", "format", "{page}\n", "settings-text"),
        ("stamp", "format", "{page}" + "x" * settings.MAX_TEXT, "settings-text"),
        ("stamp", "place", "middle", "settings-choice"),
        ("stamp", "place", ["top-left"], "settings-choice"),
        ("stamp", "size", 4.9, "settings-number"),
        ("stamp", "size", "9", "settings-number"),
        ("stamp", "size", True, "settings-number"),
        ("stamp", "size", float("nan"), "settings-number"),
        ("stamp", "margin", 73, "settings-number"),
        ("look", "colour", "blue", "settings-colour"),
        ("look", "colour", 0, "settings-colour"),
        ("words", "attachment", "{title}", "settings-braces-missing"),
        ("words", "collection_title", "{place}", "settings-braces"),
        ("words", "slip", "  ", "settings-text"),
        ("words", "language", "dansk!", "settings-language"),
        ("words", "colour", "#000000", "settings-unknown"),
    ],
)
def test_a_wrong_value_is_named(section: str, name: str, value: object, code: str) -> None:
    error = refusal({section: {name: value}})
    assert error.code == code
    assert error.facts["field"] == f"{section}.{name}"


@pytest.mark.parametrize("given", [{"stamps": {}}, {"stamp": 9}, {"size": 9}])
def test_an_unknown_section_is_named(given: dict[str, Any]) -> None:
    assert refusal(given).code == "settings-unknown"


VALUES = st.text() | st.integers() | st.floats() | st.booleans() | st.lists(st.text(), max_size=2)


@given(
    st.dictionaries(
        st.sampled_from([*settings.SETTINGS, "other"]),
        VALUES
        | st.dictionaries(st.sampled_from(["format", "place", "size", "colour", "slip", "x"]), VALUES, max_size=3),
        max_size=3,
    )
)
def test_settings_are_taken_whole_or_refused(given: dict[str, Any]) -> None:
    try:
        made = settings.template(given, FILE)
    except UserError as error:
        refused = error.code
    else:
        assert made.stamp_format.format(page=1, pages=2)
        return
    assert refused.startswith("settings-")
