"""Pages to search in, hits in words, and what search must find by looking into every row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date

from kkr_desk.model import AgendaItem, Attachment, FileStatus, PageFacts, Rendition, Sha256
from kkr_desk.store import Store
from kkr_desk.store.search import Hit
from kkr_desk.store.search_index import plain
from kkr_desk.store.search_places import HitKind
from kkr_desk.store.search_query import parse

TODAY = date(2025, 6, 1)


def add_pages(store: Store, item: AgendaItem, title: str, *texts: str, source: bytes | None = None) -> Attachment:
    """An attachment whose pages have these texts."""
    content = store.content.add_bytes(source or title.encode())
    save_pages(store, content, *texts)
    with store.operation("Vedhæft"):
        return store.add_attachment(item.id, title, f"{title}.pdf", content)


def save_pages(store: Store, pdf: Sha256, *texts: str) -> None:
    pages = tuple(PageFacts(n, 595, 842, 0, text) for n, text in enumerate(texts, 1))
    store.save_rendition(Rendition(pdf, FileStatus.OK, pdf, len(pages), pages=pages))


def found(store: Store, words: str) -> list[str]:
    """Hits in words: kind, number, attachment, page."""
    return [told(hit) for hit in store.search(words, today=TODAY)]


def told(hit: Hit) -> str:
    attachment = f"bilag {hit.attachment_number}" if hit.attachment_number else ""
    page = f"side {hit.page}" if hit.page else ""
    return " ".join(filter(None, (hit.kind, hit.item_number, attachment, hit.text, page)))


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def by_hand(store: Store, words: str) -> set[tuple[str, str, int]]:
    """What search must find, from the rows alone: kind, id of the row (of a page, its attachment) and page."""
    query = parse(words)
    with closing(sqlite3.connect(store.file)) as raw:
        texts: Iterable[tuple[str, str, int, str]] = [
            *(
                ("attachment", row, 0, f"{a}\n{b}")
                for row, a, b in raw.execute("SELECT id, title, file_name FROM attachment")
            ),
            *(
                ("item", row, 0, "\n".join(filter(None, words)))
                for row, *words in raw.execute("SELECT id, title, case_type, case_number, caseworker FROM item")
            ),
            *(("text", row, 0, plain(html)) for row, html in raw.execute("SELECT id, html FROM item_text")),
            *(
                ("text", f"{row}/decision", 0, "\n".join([outcome, *said]))
                for row, outcome, written in raw.execute("SELECT item_id, outcome, reservations FROM decision")
                for said in [[word for one in json.loads(written) for word in one if word]]
            ),
            *(
                ("text", f"{row}/decision", 0, f"{what}\n{who}")
                for row, what, who in raw.execute("SELECT item_id, what, who FROM follow_up")
            ),
            *(
                ("page", row, number, text)
                for row, number, text in raw.execute(
                    "SELECT attachment.id, number, text FROM attachment "
                    "JOIN rendition USING (source) JOIN page ON page.pdf = rendition.pdf"
                )
            ),
        ]
    return {(kind, row, page) for kind, row, page, text in texts if query.places(text)}


def as_by_hand(hits: Sequence[Hit]) -> set[tuple[str, str, int]]:
    rows = {
        HitKind.ITEM: lambda hit: hit.item_id,
        HitKind.ATTACHMENT: lambda hit: hit.attachment_id,
        HitKind.PAGE: lambda hit: hit.attachment_id,
        HitKind.TEXT: lambda hit: f"{hit.item_id}/{hit.text}",
    }
    return {(hit.kind.value, rows[hit.kind](hit), hit.page or 0) for hit in hits if hit.kind in rows}
