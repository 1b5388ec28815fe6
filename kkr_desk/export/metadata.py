"""Title, language, labels and XMP of a document we write. No clock and no chance in it: same input, same bytes."""

from __future__ import annotations

import re
from html import escape

from pikepdf import Array, Dictionary, Name, Pdf, String

from kkr_desk import __version__
from kkr_desk.plan import Plan

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""

PRODUCER = f"KKR Desk {__version__}"

STAMP_FORMAT = "/KKRSidetal"
"""Where a document states what its page numbers say, so that it can be checked without its meeting."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
{claim}</rdf:Description>{schemas}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


_CLAIM = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>\n'


_ARCHIVED = """<pdfaid:part xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">2</pdfaid:part>
<pdfaid:conformance xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">B</pdfaid:conformance>
"""

_SCHEMAS = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""What the claim of PDF/UA means, to archives that do not know it (ISO 19005-2, 6.6.2.3.3)."""


def document_title(plan: Plan) -> str:
    """The collection's title: "Bilagssamling – KKR Sjælland, 19. juni 2024"."""
    meeting = plan.agenda.meeting
    return plan.template.collection_title.format(council=meeting.council, date=meeting.date_in_words)


def describe(pdf: Pdf, plan: Plan, title: str, *, accessible: bool = False, archived: bool = False) -> None:
    """Write what a document says of itself: title, author, language, page labels from 1, bookmarks shown.

    Readers show its title instead of its file name, and speak its language (ISO 14289-1, 7.1 and 7.2).

    Args:
        pdf: The document.
        plan: Whose council and language.
        title: Its title.
        accessible: Claim that it conforms to PDF/UA-1 (ISO 14289-1, 5); whoever asks for that has checked it.
        archived: Claim that it conforms to PDF/A-2, level B (ISO 19005-2, 6.6.4), likewise.
    """
    root, author, language = pdf.Root, plan.agenda.meeting.council, plan.template.language
    root.Lang = String(language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=1)]))
    facts = {"title": title, "author": author, "language": language, "producer": PRODUCER}
    told = {key: escape(_CONTROLS.sub(" ", value), quote=False) for key, value in facts.items()}
    claim = (_CLAIM if accessible else "") + (_ARCHIVED if archived else "")
    xmp = _XMP.format(claim=claim, schemas=_SCHEMAS if accessible and archived else "", **told)
    root.Metadata = pdf.make_stream(xmp.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)
    info = Dictionary(Title=String(title), Author=String(author), Creator=String(PRODUCER), Producer=String(PRODUCER))
    info[STAMP_FORMAT] = String(plan.template.stamp_format)
    pdf.trailer.Info = pdf.make_indirect(info)
