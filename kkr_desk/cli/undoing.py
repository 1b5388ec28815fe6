"""`undo` and `redo`."""

from __future__ import annotations

import click

from kkr_desk.cli.invocation import shared_options
from kkr_desk.cli.output import record, tell
from kkr_desk.cli.stores import open_store


@click.command("undo")
@shared_options
def undo_command() -> None:
    """Undo the last change."""
    with open_store() as store:
        label = store.undo()
    tell("undone", label=label)
    record(undone=label)


@click.command("redo")
@shared_options
def redo_command() -> None:
    """Make the change that was undone last again."""
    with open_store() as store:
        label = store.redo()
    tell("redone", label=label)
    record(redone=label)
