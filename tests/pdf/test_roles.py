"""Structure types lead to standard ones, whatever a role map says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, String

from kkr_desk.pdf.roles import STANDARD, UNKNOWN, role_map, role_of, standard

MAPPING = {"Brødtekst": "Body", "Body": "P", "A": "B", "B": "A", "Self": "Self", "H1": "Span", "Lost": "Nowhere"}


@pytest.mark.parametrize(
    ("role", "leads_to"),
    [
        ("P", "P"),
        ("Brødtekst", "P"),
        ("H1", "H1"),
        ("A", UNKNOWN),
        ("Self", UNKNOWN),
        ("Lost", UNKNOWN),
        ("", UNKNOWN),
        ("Strong", "Span"),
    ],
)
def test_a_type_leads_to_a_standard_one(role: str, leads_to: str) -> None:
    assert standard(role, MAPPING) == leads_to


def test_the_map_and_the_type_are_read_as_they_come() -> None:
    root = Dictionary(RoleMap=Dictionary({"/Br#C3#B8d": Name.P, "/Text": Name("/Brød tekst"), "/Wrong": String("P")}))
    assert role_map(root) == {"Br#C3#B8d": "P", "Text": "Brød tekst"}
    assert role_map(Dictionary(RoleMap=Name.P)) == {}
    assert role_of(Dictionary(S=Name.TD)) == "TD"
    assert role_of(Dictionary(S=String("TD"))) == role_of(Dictionary()) == ""


names = st.sampled_from(["A", "B", "C", "P", "H1", "Span"])


@given(st.dictionaries(names, names), names)
def test_any_map_leads_somewhere(mapping: dict[str, str], role: str) -> None:
    assert standard(role, mapping) in STANDARD
