"""The words and looks of a meeting's documents, as the command line chooses them."""

from __future__ import annotations

from kkr_desk import settings
from kkr_desk.cli.invocation import current
from kkr_desk.index import Logo
from kkr_desk.model import Agenda, Council, Template
from kkr_desk.plan import Plan, make_plan
from kkr_desk.typeface.widths import measure


def template_of(council: Council | None = None) -> Template:
    """The template: of the settings that were named; else the council's, if it was ever saved; else the user's own.

    Args:
        council: The meeting's council in the store; None for a meeting file.

    Raises:
        UserError: The settings are missing or wrong.
    """
    named = current().settings
    if named is None and council is not None and council.id:
        return council.template
    return settings.read(named)


def plan_of(agenda: Agenda, council: Council | None = None, logo: Logo | None = None) -> Plan:
    """Plan a collection with that template.

    Args:
        agenda: The meeting.
        council: Its council in the store; None for a meeting file.
        logo: The council's logo.

    Raises:
        UserError: The settings are missing or wrong.
    """
    return make_plan(agenda, measure, template_of(council), logo=logo)
