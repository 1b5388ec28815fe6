"""How what was sent, and what was accepted before, is written: JSON, the same value always the same characters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kkr_desk.model import AcceptedFinding, Sent, SentAttachment, SentItem, read_treatment


def write_sent(sent: Sent) -> str:
    """An edition's table as its column holds it."""
    return _json({"last_page": sent.last_page, "items": [_item(item) for item in sent.items]})


def parse_sent(written: str) -> Sent:
    """An edition's table; ValueError, TypeError or KeyError for what this program never writes."""
    held = json.loads(written)
    return Sent(tuple(_read_item(item) for item in held["items"]), held["last_page"])


def write_findings(findings: Iterable[AcceptedFinding]) -> str:
    """What was accepted, as its column holds it."""
    return _json([[one.attachment_id, one.page, one.what, one.page_hash] for one in findings])


def parse_findings(written: str) -> tuple[AcceptedFinding, ...]:
    """What was accepted; ValueError or TypeError for what this program never writes."""
    return tuple(AcceptedFinding(*one) for one in json.loads(written))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _item(item: SentItem) -> dict[str, object]:
    return {
        "id": item.id,
        "number": item.number,
        "heading": item.heading,
        "closed": item.closed,
        "withdrawn": item.withdrawn,
        "attachments": [_attachment(own) for own in item.attachments],
    }


def _attachment(own: SentAttachment) -> dict[str, object]:
    return {
        "id": own.id,
        "number": own.number,
        "title": own.title,
        "first_page": own.first_page,
        "page_count": own.page_count,
        "source": own.source,
        "treatment": str(own.treatment),
        "page_choice": own.page_choice,
        "closed": own.closed,
        "withdrawn": own.withdrawn,
    }


def _read_item(held: Mapping[str, Any]) -> SentItem:
    attachments = tuple(_read_attachment(own) for own in held["attachments"])
    return SentItem(**{**held, "attachments": attachments})


def _read_attachment(held: Mapping[str, Any]) -> SentAttachment:
    return SentAttachment(**{**held, "treatment": read_treatment(held["treatment"])})
