"""The plan of a meeting's collection with the council's template."""

from __future__ import annotations

from kkr_desk import settings
from kkr_desk.cli.invocation import current
from kkr_desk.export.fonts import measure
from kkr_desk.model import Agenda
from kkr_desk.plan import Plan, make_plan


def plan_of(agenda: Agenda) -> Plan:
    """Plan a collection.

    Raises:
        UserError: The settings are missing or wrong.
    """
    return make_plan(agenda, measure, settings.read(current().settings))
