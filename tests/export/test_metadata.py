"""What a document says of itself, read as XML and as PDF."""

from __future__ import annotations

import pikepdf
import pytest
from lxml import etree

from kkr_desk.export.metadata import describe
from kkr_desk.model import Template
from kkr_desk.plan import make_plan
from kkr_desk.typeface.fonts import measure
from tests.factory import make_agenda, make_meeting

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "ua": "http://www.aiim.org/pdfua/ns/id/",
}


@pytest.mark.parametrize("accessible", [False, True])
def test_title_language_and_only_the_claim_that_was_asked_for(accessible: bool) -> None:
    agenda = make_agenda(meeting=make_meeting(council="KKR <Øst> & \x01Vest"))
    pdf = pikepdf.new()
    describe(pdf, make_plan(agenda, measure, Template(language="kl")), "Bilag <1>", accessible=accessible)
    told = etree.fromstring(pdf.Root.Metadata.read_bytes())
    assert told.xpath("string(//dc:title/rdf:Alt/rdf:li)", namespaces=SPACES) == "Bilag <1>"
    assert told.xpath("string(//dc:creator/rdf:Seq/rdf:li)", namespaces=SPACES) == "KKR <Øst> &  Vest"
    assert told.xpath("string(//dc:language/rdf:Bag/rdf:li)", namespaces=SPACES) == "kl"
    assert told.xpath("//rdf:Description/ua:part/text()", namespaces=SPACES) == (["1"] if accessible else [])
    assert str(pdf.Root.Lang) == "kl"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
