"""Decisions, attendance, follow-ups, editions and sign-offs in words: what a row is called, and what it says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from kkr_desk.sentences import COMMAND, Language, long_date, printable, say
from kkr_desk.store.decisions import parse_reservations
from kkr_desk.store.meeting_exchange.form import Values

TOLD_HERE = frozenset({"decision", "attendee", "follow_up", "edition", "edition_file", "sign_off"})
"""Tables whose rows are told of here, each in one line."""


def label(table: str, values: Values, language: Language) -> str:
    """What a row is called: "Opfølgning »Skriv til ministeriet«"."""
    facts = {name: printable(str(values.get(name, ""))) for name in ("what", "name", "number", "who")}
    return say(COMMAND, f"exchange-{table.replace('_', '-')}", language, **facts)


def content(table: str, values: Values | None, language: Language) -> str:
    """What a row says on one side; that it is not there for None."""
    if values is None:
        return say(COMMAND, "exchange-absent", language)
    said = ", ".join(printable(part) for part in _PARTS[table](values, language) if part)
    return said or say(COMMAND, "exchange-empty", language)


def _decision(values: Values, language: Language) -> Iterator[str]:
    yield str(values["outcome"])
    for one in parse_reservations(str(values["reservations"])):
        facts = {"municipality": one.municipality, "text": one.text}
        yield say(COMMAND, "exchange-reservation", language, **facts).strip(" :")
    yield "-".join(part for part in (str(values["begun"]), str(values["ended"])) if part)


def _attendee(values: Values, language: Language) -> Iterable[str]:
    presence = say(COMMAND, f"exchange-presence-{values['presence']}", language, whom=values["substitute_for"])
    names = [code for code in ("arrives_at", "leaves_at") if values[code]]
    moved = (say(COMMAND, f"exchange-attendee-{name.replace('_', '-')}", language) for name in names)
    return (str(values["municipality"]), str(values["party"]), presence.strip(), *moved)


def _follow_up(values: Values, language: Language) -> Iterator[str]:
    yield str(values["who"])
    if values["due"]:
        yield say(COMMAND, "exchange-due", language, day=_day(values["due"], language))
    yield say(COMMAND, f"exchange-follow-up-{values['state']}", language)
    if values["done"]:
        yield _day(values["done"], language)


def _edition(values: Values, language: Language) -> Iterator[str]:
    yield say(COMMAND, f"exchange-edition-{values['kind']}", language)
    yield _moment(values["issued_at"], language)
    yield str(values["who"])
    if values["withdrawn_at"]:
        yield say(COMMAND, "exchange-edition-withdrawn", language, day=_moment(values["withdrawn_at"], language))
    yield str(values["note"])


def _edition_file(values: Values, language: Language) -> Iterator[str]:
    count = int(str(values["pages"]))
    yield say(COMMAND, "pages-one" if count == 1 else "pages-many", language, count=count)


def _sign_off(values: Values, language: Language) -> Iterator[str]:
    yield _moment(values["at"], language)
    yield say(COMMAND, "exchange-sign-off-count", language, count=len(json.loads(str(values["findings"]))))


_PARTS = {
    "decision": _decision,
    "attendee": _attendee,
    "follow_up": _follow_up,
    "edition": _edition,
    "edition_file": _edition_file,
    "sign_off": _sign_off,
}


def _day(written: object, language: Language) -> str:
    return long_date(date.fromisoformat(str(written)), language)


def _moment(written: object, language: Language) -> str:
    return long_date(datetime.fromisoformat(str(written)).astimezone().date(), language)
