"""What the user chose for one run of the command line, and the options that choose it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from kkr_desk import paths
from kkr_desk.sentences import Language

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
FILE = click.Path(readable=False, path_type=Path)
"""A path as it was typed; whether it is there and can be read is said by our own sentences, not by click's."""

_KEY = "kkr_desk."


@dataclass(frozen=True, slots=True)
class Invocation:
    """One run's choices.

    Attributes:
        language: What the run speaks.
        store: Folder of the store.
        settings: Settings named by the user, None for the user's own.
        json: Whether each result is printed as one JSON object a line.
    """

    language: Language
    store: Path
    settings: Path | None = None
    json: bool = False


def current() -> Invocation:
    """The choices made so far on the command line that is being run."""
    context = click.get_current_context()
    meta = context.meta
    return Invocation(
        language=context.find_object(Language) or Language.DANISH,
        store=meta.get(_KEY + "store") or paths.default_store(),
        settings=meta.get(_KEY + "settings"),
        json=meta.get(_KEY + "json", False),
    )


def shared_options(command: Decorated) -> Decorated:
    """The options that every command knows, before its name and after it."""
    for option in (
        click.option("--json", is_flag=True, default=None, expose_value=False, callback=_keep),
        click.option("--lang", type=click.Choice([language.value for language in Language]), expose_value=False),
        click.option("--settings", type=FILE, expose_value=False, callback=_keep, envvar="KKR_DESK_SETTINGS"),
        click.option("--store", type=FILE, expose_value=False, callback=_keep, envvar="KKR_DESK_STORE"),
    ):
        command = option(command)
    return command


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Keep what was chosen. A choice after the command's name comes before the environment's and the earlier one."""
    key = _KEY + str(parameter.name)
    typed = context.get_parameter_source(str(parameter.name)) is not click.core.ParameterSource.ENVIRONMENT
    if value is not None and (typed or key not in context.meta):
        context.meta[key] = value
