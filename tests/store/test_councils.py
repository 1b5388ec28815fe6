"""Councils: what is usual in each, kept, renamed with its meetings, undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import (
    USUAL_CASE_TYPES,
    USUAL_PHRASES,
    USUAL_SECTIONS,
    Council,
    CouncilId,
    Member,
    Phrases,
    StampPlace,
    Template,
)
from kkr_desk.store import Store
from kkr_desk.store.references import used_content
from tests.factory import make_sha
from tests.store.rows import add_meeting, dump


def save(store: Store, council: Council, was: str | None = None) -> Council:
    """In an operation of its own."""
    with store.operation("Ret råd"):
        return store.save_council(council, was=was)


def test_what_is_usual_until_a_council_says_otherwise(store: Store) -> None:
    council = store.council(" KKR Fyn\n")
    assert council == Council(CouncilId(""), "KKR Fyn", Template(), None, (), USUAL_SECTIONS, USUAL_CASE_TYPES)
    assert store.councils() == []


def test_a_council_is_kept_as_it_is(store: Store) -> None:
    logo = store.content.add_bytes(b"a picture")
    template = replace(Template(), stamp_place=StampPlace.TOP_LEFT, stamp_size=11.5, slip_text="Bilaget mangler – æøå")
    members = (Member("Åse Ærø", "Slagelse", "A"), Member("Bo Holm"), Member(" "))
    given = Council(CouncilId(""), "KKR Sjælland", template, logo, members, ("Velkomst", ""), ("Beslutnings\nsag",))
    kept = save(store, given)
    assert kept == Council(kept.id, "KKR Sjælland", template, logo, members[:2], ("Velkomst",), ("Beslutnings sag",))
    assert kept.id
    assert store.council("KKR Sjælland") == kept
    assert store.councils() == [kept]
    assert save(store, kept) == kept
    assert not store.last_changes.operation  # nothing changed, so nothing is to be undone
    changed = save(store, replace(kept, members=()))
    assert store.council("KKR Sjælland") == changed
    store.undo()
    assert store.councils() == [kept]
    store.undo()
    assert store.councils() == []
    assert [notice.code for notice in store.check()] == []  # the journal can bring the logo back


def test_a_councils_own_word_template_is_kept_and_undone(store: Store) -> None:
    own = store.content.add_bytes(b"a Word template")
    council = save(store, replace(store.council("KKR Fyn"), word_template_name="no template.docx"))
    assert council.word_template_name == "", "a name without its template is none"
    given = replace(council, word_template=own, word_template_name="KKR skabelon\n æøå.docx")
    kept = save(store, given)
    assert kept == replace(given, word_template_name="KKR skabelon æøå.docx") == store.council("KKR Fyn")
    save(store, council)
    assert own in used_content(store._connection), "undo can bring it back"
    store.undo()
    assert store.council("KKR Fyn") == kept
    with store.operation("Forsøg"), pytest.raises(Defect, match="content-not-added"):
        store.save_council(replace(kept, word_template=make_sha()))


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_name_that_others_meetings_bear_is_refused(store: Store, is_saved: bool) -> None:
    for name in ("KKR Fyn", "KKR Sjælland"):
        add_meeting(store, name)
    council = store.council("KKR Fyn")
    if is_saved:
        council = save(store, council)
    before = dump(store)
    with store.operation("Forsøg"), pytest.raises(UserError, match="council-name-taken"):
        store.save_council(replace(council, name="KKR Sjælland"), was=None if is_saved else "KKR Fyn")
    assert dump(store) == before
    own = save(store, store.council("KKR Sjælland"))
    assert save(store, own, was="KKR Sjælland") == own, "its own meetings bear its name"


def test_councils_that_only_meetings_name_are_listed(store: Store) -> None:
    saved = save(store, store.council("KKR Sjælland"))
    for name in ("KKR Sjælland", "KKR Fyn", "KKR Fyn"):
        add_meeting(store, name)
    assert store.councils() == [Council(CouncilId(""), "KKR Fyn"), saved]


@pytest.mark.parametrize("is_saved", [True, False])
def test_meetings_follow_their_council_to_a_new_name(store: Store, is_saved: bool) -> None:
    mine, other = add_meeting(store, "KKR Fyn"), add_meeting(store, "KKR Sjælland")
    council = store.council("KKR Fyn")
    if is_saved:
        council = save(store, council)
    before = dump(store)
    save(store, replace(council, name="KKR Syddanmark"), None if is_saved else "KKR Fyn")
    assert store.meeting(mine.id).council == "KKR Syddanmark"
    assert store.meeting(other.id) == other
    assert [c.name for c in store.councils()] == ["KKR Sjælland", "KKR Syddanmark"]
    store.undo()
    assert dump(store) == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda council: replace(council, name=" \n"), "council-name-empty"),
        (lambda council: replace(council, name="KKR Fyn"), "council-name-taken"),
        (lambda council: replace(council, id=CouncilId(""), name="KKR Fyn "), "council-name-taken"),
        (lambda council: replace(council, id=CouncilId("gone")), "council-name-taken"),
        (lambda council: replace(council, id=CouncilId("gone"), name="KKR X"), "council-gone"),
    ],
)
def test_what_is_refused(store: Store, change: Callable[[Council], Council], code: str) -> None:
    save(store, store.council("KKR Fyn"))
    council = save(store, store.council("KKR Sjælland"))
    with store.operation("Forsøg"), pytest.raises(UserError, match=code):
        store.save_council(change(council))
    with store.operation("Forsøg"), pytest.raises(Defect, match="content-not-added"):
        store.save_council(replace(council, logo=make_sha()))
    with pytest.raises(Defect, match="no-operation"):
        store.save_council(council)


def test_undo_does_not_give_a_name_twice(store: Store) -> None:
    council = save(store, store.council("KKR Fyn"))
    save(store, replace(council, name="KKR Syddanmark"))
    renaming = store.last_changes.operation
    new = save(store, store.council("KKR Fyn"))
    with pytest.raises(UserError, match="undo-refused"):
        store.undo(renaming)
    assert store.council("KKR Fyn") == new


def test_a_template_of_another_version_is_read(store: Store) -> None:
    council = save(store, store.council("KKR Fyn"))
    template = json.dumps({"stamp_size": 7.0, "stamp_place": "top-right", "not known here": 1})
    with store.operation("Fra en nyere udgave"):
        store._connection.write("UPDATE council SET template = ?", (template,))
    found = store.council("KKR Fyn").template
    assert found == replace(Template(), stamp_size=7.0, stamp_place=StampPlace.TOP_RIGHT)
    assert council.template == Template()


def test_phrases_are_offered_by_case_type(store: Store) -> None:
    with store.operation("Råd"):
        kept = store.save_council(Council(CouncilId(""), "KKR Fyn"))
    assert (kept.phrases, store.council("KKR Fyn").phrases) == (USUAL_PHRASES, USUAL_PHRASES)
    assert kept.outcomes("orienteringssag")[0] == "Taget til efterretning"
    assert kept.outcomes("Haster") == kept.outcomes(None) == kept.outcomes("")
    own = (
        Phrases("Beslutnings\nsag", ("Tiltrådt", " ", "Ikke\ntiltrådt")),
        Phrases("Temadrøftelse", ()),
    )
    with store.operation("Råd"):
        store.save_council(replace(kept, phrases=own))
    saved = store.council("KKR Fyn")
    assert saved.phrases == (Phrases("Beslutnings sag", ("Tiltrådt", "Ikke tiltrådt")), Phrases("Temadrøftelse", ()))
    assert saved.outcomes("Beslutnings sag") == ("Tiltrådt", "Ikke tiltrådt")
    assert (saved.outcomes("Temadrøftelse"), saved.outcomes("Anden sag")) == ((), ())
    store.undo()
    assert store.council("KKR Fyn") == kept
