"""The language of one run: our own words from the table of sentences, click's own through gettext."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from kkr_desk.paths import resource
from kkr_desk.sentences import COMMAND, Language, say

LANGUAGE_VARIABLE = "KKR_DESK_LANG"
_DOMAIN = "click"


def language_of(arguments: Sequence[str]) -> Language:
    """The language asked for, before anything is parsed: even a usage error is said in it.

    Args:
        arguments: The words after the program's name. `--lang` comes before the environment; Danish without either.
    """
    wanted = os.environ.get(LANGUAGE_VARIABLE, "")
    for n, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and n + 1 < len(arguments):
            wanted = arguments[n + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return Language.ENGLISH if wanted.lower() == Language.ENGLISH else Language.DANISH


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Let click speak a language for as long as the block lasts.

    click asks Python's gettext for each of its messages; the catalogue is `resources/locale`. gettext takes the
    language from the environment alone.
    """
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(_DOMAIN, str(resource("locale")))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def give_words(command: click.Command, name: str, language: Language) -> None:
    """Give a command its help texts: `help-<name>`, `option-<name>` and `metavar-<name>` of the table."""
    command.help = say(COMMAND, f"help-{name}", language)
    command.options_metavar = say(COMMAND, "metavar-options", language)
    asking = command.get_help_option(click.Context(command))
    for parameter in [*command.params, *filter(None, [asking])]:
        if isinstance(parameter, click.Option):
            code = "option-help" if parameter is asking else f"option-{parameter.name}"
            parameter.help = say(COMMAND, code, language)
        if f"metavar-{parameter.name}" in COMMAND:
            parameter.metavar = say(COMMAND, f"metavar-{parameter.name}", language)
