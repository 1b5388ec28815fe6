"""The store that the pictures are taken of: several councils, every state, doubts, and a colleague's version."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from kkr_desk import meeting_file
from kkr_desk.intake.arrival import import_meeting, take_in, write_attachments
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import ItemId, MeetingId, MeetingState, Member, Template, TextKind
from kkr_desk.paths import resource
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store

SAMPLE, SENT, DOUBTFUL = date(2026, 9, 18), date(2026, 6, 12), date(2026, 12, 11)
"""Days of the meetings that scenes open: the sample's, one that is sent out, and one with all that can be doubtful."""

COUNCILS = ("KKR Midtsjælland", "KKR Sjælland", "KKR Hovedstaden")
COLLEAGUE = "fra Mette.kkr"
BACKGROUND = """
<h2>Sundhedsreformen</h2>
<p>Sundhedsrådet træder i kraft <b>1. januar 2027</b>, se <a href="https://www.kl.dk/sundhed">KL's oversigt</a>.</p>
<ul><li>nære sundhedstilbud</li><li>akutsygepleje og <i>genoptræning</i></li></ul>
<table><tr><th>Kommune</th><th>Borgere</th><th>Andel</th></tr>
<tr><td>Ringsted</td><td>35.500</td><td>12 %</td></tr><tr><td>Sorø</td><td>30.200</td><td>10 %</td></tr></table>
"""
MEMBERS = (
    Member("Anne Kirstine Møller", "Ringsted", "A"),
    Member("Bjørn Aagaard", "Sorø", "V"),
    Member("Åse Lindqvist", "Næstved", "C"),
)
PAST = (
    (1, date(2026, 10, 2), MeetingState.HELD, False),
    (1, date(2025, 11, 28), MeetingState.APPROVED, False),
    (1, date(2025, 6, 20), MeetingState.APPROVED, False),
    (2, date(2026, 11, 20), MeetingState.ISSUED, False),
    (2, date(2024, 9, 6), MeetingState.APPROVED, True),
)
"""Council, day, state, and whether it is archived."""


def make_store(folder: Path, work: Path) -> None:
    """Make the store, and beside it the colleague's file and papers that can be dropped.

    Args:
        folder: The store's, not there yet.
        work: Where files may be made; `COLLEAGUE` lies there afterwards.
    """
    with Store.open(folder, who="abk") as store, Inspector() as inspector:
        sample = meeting_file.read(resource("sample/meeting.json"))
        meeting = import_meeting(store, sample, inspector, NullProgress()).meeting.id
        with store.operation("Skriv sagen"):
            _write_case(store, meeting)
            _describe_council(store, work)
        with store.operation("Opret møderne"):
            for council, day, state, archived in PAST:
                made = store.new_meeting(COUNCILS[council], day, time="9.30", place="Rådhuset")
                store.change_meeting(made.id, state=state, archived=archived)
        _make_sent(store, inspector)
        _make_doubtful(store, inspector, work)
    _make_versions(folder, meeting, work)


def papers(*names: str) -> list[Path]:
    """Files of the sample, by the beginnings of their names."""
    files = sorted(resource("sample").rglob("*.pdf"))
    return [next(file for file in files if file.name.startswith(name)) for name in names]


def _write_case(store: Store, meeting: MeetingId) -> None:
    item = store.find_item(meeting, "2.1").id
    store.change_item(item, case_number="SAG-2026-00413", caseworker="Anne Birgitte Kjær")
    store.change_item(store.find_item(meeting, "2.2").id, caseworker="mej", closed=True)
    store.write_text(item, TextKind.BACKGROUND, BACKGROUND)
    store.write_text(item, TextKind.RECOMMENDATION, "<p>Det indstilles, at KKR</p><ol><li>drøfter notatet</li></ol>")
    store.write_text(item, TextKind.DECISION, "<p>KKR <b>tiltrådte</b> indstillingen.</p>")
    attachments = next(row for row in store.agenda(meeting).items if row.number == "2.1").attachments
    store.change_attachment(attachments[2].attachment.id, page_choice="1,3")


def _describe_council(store: Store, work: Path) -> None:
    from PIL import Image, ImageDraw  # noqa: PLC0415  reportlab brings it

    logo = Image.new("RGB", (320, 120), "#ffffff")
    drawn = ImageDraw.Draw(logo)
    drawn.ellipse((10, 10, 110, 110), fill="#1f4e79")
    drawn.rectangle((130, 45, 310, 75), fill="#1f4e79")
    logo.save(work / "logo.png")
    council = store.council(COUNCILS[0])
    made = replace(
        council, logo=store.content.add(work / "logo.png"), members=MEMBERS, template=Template(colour="#1f4e79")
    )
    store.save_council(made)


def _make_sent(store: Store, inspector: Inspector) -> None:
    """A meeting that is sent out, from which an item was taken and to which one came late."""
    with store.operation("Opret mødet"):
        meeting = store.add_meeting(COUNCILS[0], SENT, "Indholdsfortegnelse - Bilag", time="13.00").id
        add = partial(store.add_item, meeting)
        add("Velkomst og godkendelse af dagsorden")
        themes = add("Temaer og sager til drøftelse")
        case = add("Budget for sekretariatet 2027", parent_id=themes.id, case_type="Beslutningssag")
        gone = add("Udpegning til rådet for socialt udsatte", parent_id=themes.id, case_type="Beslutningssag")
        add("Status for klimaplanerne", parent_id=themes.id, case_type="Orienteringssag")
        add("Eventuelt")
    _attach(store, inspector, case.id, papers("takster", "brev"))
    with store.operation("Sæt mødet til udsendt"):
        store.change_meeting(meeting, state=MeetingState.ISSUED)
    with store.operation("Slet punkt 2.2"):
        store.delete_item(gone.id)
    with store.operation("Nyt punkt"):
        add("Frikommuneforsøg: anden runde", parent_id=themes.id)


def _make_doubtful(store: Store, inspector: Inspector, work: Path) -> None:
    """A meeting with a damaged file, one of Word, a closed one and a sound one."""
    with store.operation("Opret mødet"):
        meeting = store.add_meeting(COUNCILS[1], DOUBTFUL, "Indholdsfortegnelse - Bilag", time="9.30").id
        store.add_item(meeting, "Velkomst og godkendelse af dagsorden")
        case = store.add_item(meeting, "Høringssvar om rammeaftalen for det sociale område", case_type="Drøftelsessag")
        store.add_item(meeting, "Eventuelt")
    broken = work / "høringssvar fra handicaprådene.pdf"
    broken.write_bytes(b"%PDF-1.7\nit ends here")
    word = Path(shutil.copy(resource("templates/samling.docx"), work / "udkast til svar.docx"))
    _attach(store, inspector, case.id, [broken, word, *papers("udkast", "svar")])
    row = next(row for row in store.agenda(meeting).items if row.item.id == case.id)
    with store.operation("Luk bilag 3"):
        store.change_attachment(row.attachments[2].attachment.id, closed=True)


def _attach(store: Store, inspector: Inspector, item: ItemId, files: list[Path]) -> None:
    arrived = take_in(store, files, inspector, NullProgress())
    with store.operation("Vedhæft bilag"):
        write_attachments(store, item, arrived)


def _make_versions(folder: Path, meeting: MeetingId, work: Path) -> None:
    """Let a colleague and the store's own user each change the sample, some of it the same."""
    theirs = work / "kollega"
    shutil.copytree(folder, theirs)
    with Store.open(theirs, who="Mette Jensen") as store:
        with store.operation("Ret titlen på punkt 2.3"):
            store.change_item(store.find_item(meeting, "2.3").id, title="Fordeling af flygtninge 2027 og 2028")
        with store.operation("Skriv indstillingen"):
            item = store.find_item(meeting, "2.2").id
            store.write_text(item, TextKind.RECOMMENDATION, "<p>Det indstilles, at rammeaftalen tiltrædes.</p>")
            store.change_item(item, caseworker="Mette Jensen")
        with store.operation("Nyt punkt"):
            store.add_item(meeting, "Mødeplan for 2027")
        store.save_meeting(meeting, work / COLLEAGUE)
    shutil.rmtree(theirs)
    with Store.open(folder, who="abk") as store:
        with store.operation("Ret titlen på punkt 2.3"):
            store.change_item(store.find_item(meeting, "2.3").id, title="Flygtninge 2027: fordeling og boliger")
        with store.operation("Omdøb punkt 3"):
            store.change_item(store.find_item(meeting, "3").id, title="Siden sidst")
            store.change_item(store.find_item(meeting, "3").id, caseworker="abk")
