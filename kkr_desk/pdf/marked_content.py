"""Marked content: which sequences a content stream holds, and the stream without them (ISO 32000-1, 14.6).

Marks that no structure element owns say nothing to anybody and stand in the way of those we set. Taking them out cuts
bytes and leaves every other byte as it was, so that the same page always comes out the same, whichever library or
version of it reads the file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Dictionary, Name, Object, Pdf, Stream

from kkr_desk.pdf.content import HEX, REGULAR, UNREADABLE, inline_end, page_streams, string_end

Key = tuple[int, int]

_PACKING = frozenset({"/Filter", "/DecodeParms", "/Length", "/StructParents", "/StructParent"})

_SPACE = rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+)"
_NAME = rb"/" + REGULAR + rb"*+"
_STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*\))*\))*\)"
_PLAIN = rb"(?:" + _SPACE + rb"|" + _NAME + rb"|" + REGULAR + rb"++|" + _STRING + rb"|" + HEX + rb"|[\[\]])"
_INNER = rb"<<(?:" + _PLAIN + rb"|<<" + _PLAIN + rb"*>>)*>>"
_LIST = rb"<<(?:" + _PLAIN + rb"|" + _INNER + rb")*>>"
_END = rb"(?!" + REGULAR + rb")"
_MARK = (
    _NAME + _SPACE + rb"*(?:(?:BMC|MP)|(?:" + _NAME + rb"|" + _LIST + rb")" + _SPACE + rb"*(?:BDC|DP))" + _END
)  # fmt: skip
_PARTS = re.compile(
    rb"/(" + REGULAR + rb"*+)" + _SPACE + rb"*(?:/(" + REGULAR + rb"*+)|(" + _LIST + rb"))?" + _SPACE + rb"*"
    rb"(BMC|MP|BDC|DP)", re.DOTALL,
)  # fmt: skip
_NOTABLE = rb"(?:EMC|BMC|BDC|MP|DP|BI|Tj|TJ|'|\"|Do|sh|S|s|f\*|f|F|B\*|B|b\*|b)" + _END
_STEP = re.compile(
    rb"(?:" + _SPACE + rb"|(?!" + _MARK + rb")" + _NAME + rb"|\((?:[^()\\]++|\\.)*\)|" + HEX + rb"|<<|>>|[\[\]{}]|(?!"
    + _NOTABLE + rb")" + REGULAR + rb"++){0,999}(?:(" + _MARK + rb")|(" + _NOTABLE + rb")|(\())?",
    re.DOTALL,
)  # fmt: skip
"""What does not matter, and the next thing that does: a mark with its operands, an operator, a string with more
parentheses in it. Only single characters repeat possessively, see `kkr_desk.pdf.content`."""

_ANY = re.compile(rb"(?<!" + REGULAR + rb")(?:BMC|BDC|EMC|MP|DP)(?!" + REGULAR + rb")")
_NUMBER = re.compile(rb"/MCID[\x00\t\n\x0c\r ]+(\d{1,9})(?!\d)")
_NAMED = re.compile(_NAME + _SPACE + rb"*/(" + REGULAR + rb"*+)" + _SPACE + rb"*BDC")
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_UNTOLD = b"Artifact"


@dataclass(frozen=True, slots=True)
class _Step:
    """An operator that matters, with its operands.

    Attributes:
        operator: Such as b"BDC".
        start: Where its operands begin, or it itself where they do not matter.
        end: Where it ends.
        tag: A mark's tag, without the slash.
        named: Name of a mark's property list in the resources, without the slash.
        listed: A mark's property list written in the content.
    """

    operator: bytes
    start: int
    end: int
    tag: bytes = b""
    named: bytes = b""
    listed: bytes = b""


def content_bytes(page: Object) -> bytes:
    """The decoded content of a page dictionary, its streams joined as viewers join them.

    Raises:
        One of `UNREADABLE`: A stream cannot be decoded.
    """
    return b"\n".join(stream.read_bytes() for stream in page_streams(page))


def identifiers(content: bytes, resources: Any) -> frozenset[int]:
    """The marked-content identifiers that a content stream states, or that its property lists do (14.7.4.1).

    Args:
        content: The decoded stream.
        resources: The resources it goes by.
    """
    stated = {int(number) for number in _NUMBER.findall(content)}
    lists = _property_lists(resources)
    if lists:
        for name in set(_NAMED.findall(content)):
            number: Any = lists[_plain(name)].get("/MCID") if _plain(name) in lists else None
            if isinstance(number, int) and not isinstance(number, bool) and number >= 0:
                stated.add(number)
    return frozenset(stated)


def page_identifiers(page: Object) -> frozenset[int]:
    """The same for a page dictionary; none where its content cannot be decoded."""
    try:
        return identifiers(content_bytes(page), page.get("/Resources"))
    except UNREADABLE:
        return frozenset()


def form_identifiers(form: Object) -> frozenset[int]:
    """The same for a form XObject."""
    try:
        return identifiers(form.read_bytes(), form.get("/Resources"))
    except UNREADABLE:
        return frozenset()


def is_all_marked(content: bytes) -> bool:
    """Whether everything a content stream paints is in marked content, at least some of it as an artifact.

    Of a page without identifiers this says that its author has tagged it and found nothing on it to be told
    (ISO 14289-1, 7.1). False for a stream that cannot be made out.
    """
    if _UNTOLD not in content:
        return False
    told: list[bool] = []
    seen = False
    try:
        for step in _steps(content):
            if step.operator in (b"BMC", b"BDC"):
                told.append(step.tag == _UNTOLD)
                seen = seen or told[-1]
            elif step.operator == b"EMC":
                del told[-1:]
            elif step.operator not in (b"MP", b"DP") and not any(told):
                return False
    except ValueError:
        return False
    return seen


def open_marks(page: Object) -> int:
    """How many marked-content sequences a page's content leaves open; 0 where it cannot be made out."""
    try:
        content = content_bytes(page)
        if not _ANY.search(content):
            return 0
        depth = 0
        for step in _steps(content):
            if step.operator in (b"BMC", b"BDC"):
                depth += 1
            elif step.operator == b"EMC":
                depth = max(0, depth - 1)
    except (*UNREADABLE, ValueError):
        return 0
    return depth


def without_marks(content: bytes, resources: Any = None) -> bytes | None:
    """A content stream without its marked content, but for layers and for texts that stand for what is shown.

    Optional content decides what is shown (8.11.3); a `Span` with `/ActualText` says what a piece of text reads as,
    and needs no structure element for it (14.9.4).

    Args:
        content: The decoded stream.
        resources: The resources it goes by.

    Returns:
        The stream; None where it cannot be made out.
    """
    if not _ANY.search(content):
        return content
    lists = _property_lists(resources)
    spoken = {name for name, held in lists.items() if "/ActualText" in held and "/MCID" not in held}
    kept: list[bytes] = []
    at = 0
    open_: list[bool] = []
    try:
        for step in _steps(content):
            stays: bytes | None = b""
            if step.operator in (b"BMC", b"BDC"):
                stays = _kept_mark(step, spoken)
                open_.append(stays is None or stays != b"")
            elif step.operator == b"EMC":
                stays = None if open_ and open_.pop() else b""
            elif step.operator not in (b"MP", b"DP"):
                stays = None
            if stays is not None:
                kept += (content[at : step.start], b" ", stays)
                at = step.end
    except ValueError:
        return None
    return b"".join((*kept, content[at:]))


def strip_marks(pdf: Pdf, page: Object, known: dict[Key, Object | None] | None = None) -> bool:
    """Take the marked content out of a page that no tags reach, and out of the forms it draws.

    What other pages share with it stays as it is: the page gets forms and resources of its own. Content that cannot
    be made out stays as it is too.

    Args:
        pdf: The document.
        page: The page dictionary.
        known: What came of the forms on earlier pages of the document; pass the same dictionary for each.

    Returns:
        Whether anything was taken out.
    """
    resources = page.get("/Resources")
    changed = _strip_page(pdf, page, resources)
    known = {} if known is None else known
    forms = _forms(resources)
    _settle(pdf, {key: form for key, form in forms.items() if key not in known}, known)
    if all(known[key] is None for key in forms):
        return changed
    page.Resources = _with_forms(resources, known)
    return True


def _strip_page(pdf: Pdf, page: Object, resources: Any) -> bool:
    try:
        content = content_bytes(page)
    except UNREADABLE:
        return False
    stripped = without_marks(content, resources)
    if stripped is None or stripped == content:
        return False
    page.Contents = pdf.make_stream(zlib.compress(stripped), Filter=Name.FlateDecode)
    return True


def _drawn(resources: Any) -> dict[Key, Object]:
    """The form XObjects among some resources, in the order of their names."""
    held = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    entries = (entry for _, entry in sorted(held.items())) if isinstance(held, Dictionary) else ()
    return {e.objgen: e for e in entries if isinstance(e, Stream) and e.get("/Subtype") == Name.Form}


def _forms(resources: Any) -> dict[Key, Object]:
    """The form XObjects that can be drawn with some resources, in the order they are met."""
    found: dict[Key, Object] = {}
    waiting = [resources]
    for held in waiting:
        for key, form in _drawn(held).items():
            if key not in found:
                found[key] = form
                waiting.append(form.get("/Resources"))
    return found


def _settle(pdf: Pdf, forms: dict[Key, Object], known: dict[Key, Object | None]) -> None:
    """Find out what forms become: one without marks, where they hold some or draw forms that do."""
    drawn = {key: _drawn(form.get("/Resources")).keys() for key, form in forms.items()}
    changing = {key for key, form in forms.items() if _is_marked(form)}
    changing |= {key for key, made in known.items() if made is not None}
    while more := {key for key, inner in drawn.items() if key not in changing and not changing.isdisjoint(inner)}:
        changing |= more
    for key, form in forms.items():
        known[key] = _copied_form(pdf, form) if key in changing else None
    for key in forms:
        made = known[key]
        if made is not None and "/Resources" in made:
            made.Resources = _with_forms(made.Resources, known)


def _is_marked(form: Object) -> bool:
    try:
        content = form.read_bytes()
    except UNREADABLE:
        return False
    return without_marks(content, form.get("/Resources")) not in (None, content)


def _copied_form(pdf: Pdf, form: Object) -> Object:
    """A form without its marks; written as it is, not packed, so that the page's digest goes by what it says."""
    content = form.read_bytes()
    stripped = without_marks(content, form.get("/Resources"))
    entries = {key: value for key, value in form.stream_dict.items() if key not in _PACKING}
    return pdf.make_stream(content if stripped is None else stripped, Dictionary(entries))


def _with_forms(resources: Any, made: dict[Key, Object | None]) -> Any:
    """Resources of one's own in which forms are those that were made of them."""
    drawn = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    if not isinstance(drawn, Dictionary):
        return resources
    swapped = {}
    for name, entry in drawn.items():
        instead = made.get(entry.objgen) if isinstance(entry, Stream) else None
        swapped[name] = entry if instead is None else instead
    return Dictionary({**dict(resources.items()), "/XObject": Dictionary(swapped)})


def _kept_mark(step: _Step, spoken: set[bytes]) -> bytes | None:
    """What stays of the beginning of a sequence: b"" nothing, None all of it."""
    if step.tag == b"OC":
        return None
    if b"/ActualText" in step.listed:
        return b"/Span " + _NUMBER.sub(b"", step.listed) + b" BDC"
    if _plain(step.named) in spoken:
        return b"/Span /" + step.named + b" BDC"
    return b""


def _property_lists(resources: Any) -> dict[bytes, Object]:
    held = resources.get("/Properties") if isinstance(resources, Dictionary) else None
    pairs = held.items() if isinstance(held, Dictionary) else ()
    return {
        name[1:].encode("utf-8", "surrogateescape"): value for name, value in pairs if isinstance(value, Dictionary)
    }


def _plain(name: bytes) -> bytes:
    """A name as it is meant: `#20` is a space (7.3.5)."""
    return _ESCAPED.sub(lambda m: bytes([int(m[1], 16)]), name) if b"#" in name else name


def _steps(data: bytes) -> Iterator[_Step]:
    """What matters in a content stream, in order.

    Raises:
        ValueError: It cannot be made out.
    """
    at, end = 0, len(data)
    while at < end:
        found = _STEP.match(data, at)
        if found is None or found.end() == at:
            raise ValueError(data[at : at + 1])
        mark, operator, string = found.groups()
        at = found.end()
        if mark is not None:
            yield _mark(data, found.start(1), at)
        elif operator == b"BI":
            at = inline_end(data, at)
            yield _Step(operator, found.start(2), at)
        elif operator == b"EMC":
            yield _Step(operator, found.start(2), at)
        elif operator in (b"BMC", b"BDC", b"MP", b"DP"):
            raise ValueError(operator)
        elif operator is not None:
            yield _Step(operator, found.start(2), at)
        elif string is not None:
            at = string_end(data, at)


def _mark(data: bytes, start: int, end: int) -> _Step:
    parts = _PARTS.match(data, start)
    if parts is None:
        raise ValueError(data[start:end])
    tag, named, listed, operator = parts.groups()
    return _Step(operator, start, end, tag, named or b"", listed or b"")
