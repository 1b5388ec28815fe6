"""HTML becomes blocks: of a stranger's page or mail only words, tables, links and the pictures that came with it.

nh3 does what must be right (HTML5's rules of nesting, no scripts, no styles that hide or place) and leaves balanced
tags with a few attributes. Nothing is fetched: a picture is drawn if its bytes came with the mail or stand in the page
itself; for any other a sentence stands in its place.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, unquote_to_bytes

import nh3

from kkr_desk.errors import UserError
from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.writing.blocks import PLAIN, QUIET, Block, Look, Picture, Words
from kkr_desk.intake.writing.collecting import Collecting
from kkr_desk.intake.writing.pictures import sound_picture
from kkr_desk.intake.writing.spaces import kept_spaces, one_line
from kkr_desk.model import FileStatus, Notice
from kkr_desk.rich_text import link_address, weigh

MOST_CHARACTERS = 8_000_000
"""Of HTML, the pictures that stand in it set aside. Word writes twenty times as much as the words."""
MOST_TAGS = 400_000
"""And lines of the source, each of which may be one of what it says."""
MOST_PICTURES = 300
"""In one page; those that follow are left out like any that did not come with it."""
FETCHED = "Billede hentet fra nettet er udeladt"
MISSING = "Billede, der ikke fulgte med, er udeladt"
_TRACKER = 3
"""Pixels; what is no larger was put there to tell the sender that the mail was opened, or to keep a distance."""

_FLOW = """
    p div section article header footer main nav aside address center blockquote pre h1 h2 h3 h4 h5 h6 ul ol li dl dt dd
    table thead tbody tfoot tr td th caption hr figure figcaption fieldset legend form details summary
"""
_INLINE = "a b strong i em cite var u ins s strike del code tt kbd samp span br img"
_DROPPED = """
    applet audio button canvas iframe math noembed noframes noscript object script select style svg template textarea
    title video xml datalist
"""
_STYLES = """
    display visibility font-weight font-style text-decoration white-space mso-hide font-family border border-top
    border-bottom border-left border-right border-style width height page-break-before
"""
_SCHEMES = frozenset({"http", "https", "mailto", "cid", "data", "file", "ftp"})
"""That may stand in an attribute; what a link or a picture's may lead to is decided when it is read."""
_CLEANER = nh3.Cleaner(
    tags=set((_FLOW + _INLINE).split()),
    clean_content_tags=set(_DROPPED.split()),
    attributes={
        "*": {"style", "hidden"},
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "ol": {"start"},
        "p": {"class"},
        "table": {"border"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
    },
    filter_style_properties=set(_STYLES.split()),
    url_schemes=set(_SCHEMES),
    url_relative="pass_through",
    link_rel=None,
)
_DATA = re.compile(r"data:image/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=\s%]{16,}", re.IGNORECASE)
_SHORT_DATA = re.compile(r"data:image/[^,]{0,100},", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,2000})", re.IGNORECASE)
_PIXELS = re.compile(r"(\d{1,5})(?:\.\d{1,9})?\s{0,3}(?:px|pt)?", re.IGNORECASE)
_FIXED = re.compile(r"mono|courier|consolas|typewriter", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTING = frozenset(_FLOW.split())
_SPACED = _HEADINGS | {"p", "ul", "ol", "dl", "blockquote", "pre", "figure", "fieldset"}
"""Stand apart from what is above them; other elements follow closely."""
_CLOSE = ("Mso", "xMso", "x_Mso")
"""Classes of Word's and Outlook's paragraphs, whose styles have no space between them."""
_OPENS = {
    **dict.fromkeys(("b", "strong", "th", "dt", "legend", "summary", *_HEADINGS), ("bold", True)),
    **dict.fromkeys(("i", "em", "cite", "var"), ("italic", True)),
    **dict.fromkeys(("u", "ins"), ("underlined", True)),
    **dict.fromkeys(("s", "strike", "del"), ("struck", True)),
    **dict.fromkeys(("code", "tt", "kbd", "samp", "pre"), ("fixed", True)),
}
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\0\u00ad\u200b\u200c\u200d\u2060\ufeff\u034f\u202a-\u202e\u2066-\u2069]")
"""What only pads or turns text about."""

_STATED = re.compile(
    rb"(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:.-]{2,40})", re.I
)

FindPicture = Callable[[str], bytes | None]
"""Bytes of a picture by the address that the page gives it; None if it did not come with it."""


@dataclass(frozen=True, slots=True)
class Markup:
    """What was read of HTML.

    Attributes:
        blocks: What it says.
        title: As it calls itself, or its first heading; "" if it does neither.
        shown: Addresses of the pictures that came with it and are shown.
        fetched: Pictures it would have fetched, that are left out.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    shown: frozenset[str] = frozenset()
    fetched: int = 0


def read_markup(html: str, find: FindPicture = lambda _: None) -> Markup:
    """Read HTML.

    Args:
        html: As it came.
        find: Where pictures are taken from, beside those in the page itself.

    Raises:
        Refused: It is too long or too tangled.
    """
    html, inlined = _without_data(_UNSEEN.sub("", _SURROGATES.sub("\ufffd", html)))
    if len(html) > MOST_CHARACTERS or html.count("<") + html.count("\n") > MOST_TAGS:
        raise Refused(FileStatus.TOO_LARGE, Notice("writing-too-tangled"))
    try:
        weigh(html)
    except UserError as error:
        raise Refused(FileStatus.TOO_LARGE, Notice("writing-too-tangled")) from error
    title = _TITLE.search(html)
    reader = _Reader(lambda source: _inlined(inlined, source) or find(source))
    reader.feed(_CLEANER.clean(html))
    reader.close()
    named = one_line(unescape(title[1])) if title else ""
    blocks = reader.collecting.finished()
    return Markup(blocks, named or reader.collecting.first_heading, frozenset(reader.shown), reader.fetched)


def stated_encoding(data: bytes) -> str:
    """What HTML says of its own encoding in its first bytes; "" if nothing."""
    match = _STATED.search(data[:4096])
    return match[1].decode("ascii") if match else ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element and what holds within it."""

    tag: str = ""
    look: Look = PLAIN
    hidden: bool = False
    kept: bool = False
    quotes: int = 0
    level: int = 0
    ordered: bool = False
    heading: str = ""
    spaced: bool = False


class _Reader(HTMLParser):
    """Reads balanced HTML into blocks."""

    def __init__(self, find: FindPicture) -> None:
        super().__init__(convert_charrefs=True)
        self.collecting = Collecting()
        self.shown: set[str] = set()
        self.fetched = 0
        self._find = find
        self._pictures = 0
        self._frames = [_Frame()]
        self._numbers: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element (`HTMLParser`'s hook)."""
        outer, values = self._frames[-1], {name: value or "" for name, value in attrs}
        style = _style(values.get("style", ""))
        if style.get("page-break-before") in {"always", "page"} and not outer.hidden:
            self.collecting.new_page()
        if tag in {"br", "hr", "img"}:
            self._void(tag, values, style)
            return
        frame = self._frame(outer, tag, style, values)
        if tag in _PARTING:
            self.collecting.part(spaced=frame.spaced)
            if tag == "li" and not frame.hidden:
                self._point(frame)
        self._frames.append(frame)
        if tag == "table" and not frame.hidden:
            self.collecting.open_table(ruled=_is_ruled(values, style))
        elif tag in {"tr", "td", "th"} and not frame.hidden:
            self._open_cell(tag, values, style)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element; nh3 has balanced them (`HTMLParser`'s hook)."""
        if self._frames[-1].tag != tag or len(self._frames) == 1:
            return
        frame = self._frames.pop()
        if tag in _PARTING:
            self.collecting.part(spaced=frame.spaced)
        if tag in {"ul", "ol"}:
            self._numbers.pop()
        if tag == "table" and not frame.hidden:
            self.collecting.close_table(frame.quotes)

    def handle_data(self, data: str) -> None:
        """Text (`HTMLParser`'s hook)."""
        frame = self._frames[-1]
        if frame.hidden:
            return
        if not frame.kept:
            self.collecting.words(data, frame.look, self._place(frame))
            return
        for number, line in enumerate(re.split("\r\n|\n|\r", data)):
            if number:
                self.collecting.new_line(self._place(frame))
            if line:
                self.collecting.words(kept_spaces(line), frame.look, self._place(frame))

    def _place(self, frame: _Frame) -> tuple[int, int, str]:
        return frame.level, frame.quotes, frame.heading

    def _frame(self, outer: _Frame, tag: str, style: Mapping[str, str], values: Mapping[str, str]) -> _Frame:
        """What holds within an element that is opened."""
        if tag in {"ul", "ol"}:
            start = values.get("start", "")
            self._numbers.append(int(start) if start.isascii() and start.isdecimal() and len(start) < 5 else 1)
        is_cell = tag in {"td", "th"}
        look = _look(outer.look, tag, style, values) if values or tag in _OPENS else outer.look
        return _Frame(
            tag,
            look,
            hidden=outer.hidden or (bool(values) and _hidden(style, values)),
            kept=style["white-space"].startswith("pre") if "white-space" in style else outer.kept or tag == "pre",
            quotes=min(outer.quotes + (tag == "blockquote"), 6),
            level=0 if is_cell else min(outer.level + (tag in {"ul", "ol", "dd"}), 8),
            ordered=tag == "ol" or (outer.ordered and tag != "ul"),
            heading=tag.upper() if tag in _HEADINGS else "" if is_cell else outer.heading,
            spaced=tag in _SPACED and not values.get("class", "").startswith(_CLOSE),
        )

    def _point(self, frame: _Frame) -> None:
        label = "•" if frame.level % 2 else "–"
        if frame.ordered and self._numbers:
            label = f"{self._numbers[-1]}."
            self._numbers[-1] += 1
        self.collecting.point(label)

    def _open_cell(self, tag: str, values: Mapping[str, str], style: Mapping[str, str]) -> None:
        if tag == "tr":
            self.collecting.open_row()
        else:
            columns, rows = _count(values.get("colspan", "")), _count(values.get("rowspan", ""))
            self.collecting.open_cell(header=tag == "th", columns=columns, rows=rows, ruled=_is_ruled({}, style))

    def _void(self, tag: str, values: Mapping[str, str], style: Mapping[str, str]) -> None:
        frame = self._frames[-1]
        if frame.hidden or _hidden(style, values):
            return
        if tag == "br":
            self.collecting.new_line(self._place(frame))
        elif tag == "hr":
            self.collecting.rule(frame.quotes)
        else:
            self._image(values, style, frame)

    def _image(self, values: Mapping[str, str], style: Mapping[str, str], frame: _Frame) -> None:
        source, alternate = values.get("src", "").strip(), one_line(values.get("alt", ""))[:400]
        width, height = (_pixels(style.get(side, "")) or _pixels(values.get(side, "")) for side in ("width", "height"))
        if 0 < (width or 99) <= _TRACKER or 0 < (height or 99) <= _TRACKER:
            return
        self._pictures += 1
        data = self._find(source) if self._pictures <= MOST_PICTURES else None
        sound = sound_picture(data) if data else None
        if sound is not None:
            self.shown.add(source)
            size = _size(sound.width, sound.height, width, height)
            self.collecting.picture(Picture(sound.data, *size, alternate), self._place(frame))
        elif source:
            is_fetched = source.lower().startswith(("http:", "https:", "//", "ftp:"))
            self.fetched += is_fetched
            words = FETCHED if is_fetched else MISSING
            look = replace(QUIET, href=frame.look.href)
            said = f"[{words}: {alternate}]" if alternate else f"[{words}]"
            self.collecting.inline(Words(said, look), self._place(frame))


def _look(look: Look, tag: str, style: Mapping[str, str], values: Mapping[str, str]) -> Look:
    told: dict[str, bool | str] = dict([_OPENS[tag]]) if tag in _OPENS else {}
    if tag == "a" and "href" in values:
        told["href"] = link_address(values["href"]) or ""
    weight, decoration = style.get("font-weight", ""), style.get("text-decoration", "")
    if weight:
        told["bold"] = weight.startswith("bold") or (weight.isdecimal() and int(weight[:4]) >= 600)
    if style.get("font-style") in {"italic", "oblique"}:
        told["italic"] = True
    if "underline" in decoration:
        told["underlined"] = True
    if "line-through" in decoration:
        told["struck"] = True
    if _FIXED.search(style.get("font-family", "")):
        told["fixed"] = True
    return replace(look, **told) if told else look  # type: ignore[arg-type]  # each is of its own kind


def _style(text: str) -> dict[str, str]:
    if not text:
        return {}
    pairs = (declaration.partition(":") for declaration in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


def _hidden(style: Mapping[str, str], values: Mapping[str, str]) -> bool:
    """Whether a reader of the mail or page does not see it: senders hide words for programs to read."""
    return (
        "hidden" in values
        or style.get("display") == "none"
        or style.get("visibility") in {"hidden", "collapse"}
        or style.get("mso-hide") == "all"
    )


def _is_ruled(values: Mapping[str, str], style: Mapping[str, str]) -> bool:
    borders = " ".join(value for name, value in style.items() if name.startswith("border"))
    drawn = any(word in borders for word in ("solid", "dotted", "dashed", "double", "ridge", "groove"))
    return drawn or values.get("border", "0") not in {"", "0", "0px"}


def _pixels(text: str) -> int | None:
    match = _PIXELS.fullmatch(text.strip())
    return int(match[1]) if match else None


def _count(text: str) -> int:
    return min(max(1, int(text)), 1000) if text.isascii() and text.isdecimal() and len(text) <= 5 else 1


def _size(own_width: float, own_height: float, width: int | None, height: int | None) -> tuple[float, float]:
    """Points of a picture: what is asked for, its own proportions where only one side is."""
    if width and height:
        return width * 0.75, height * 0.75
    if width:
        return width * 0.75, own_height * width * 0.75 / own_width
    if height:
        return own_width * height * 0.75 / own_height, height * 0.75
    return own_width, own_height


def _without_data(html: str) -> tuple[str, list[str]]:
    """The HTML with a short address for each picture that stands in it, and what they stood for."""
    found: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        found.append(match[0])
        return f"data:image/inlined,{len(found) - 1}"

    return _DATA.sub(put_aside, html), found


def _inlined(found: list[str], source: str) -> bytes | None:
    """Bytes of a picture that stands in the page."""
    head = _SHORT_DATA.match(source)
    if head is None:
        return None
    rest = source[head.end() :]
    if head[0] == "data:image/inlined,":
        if not (rest.isascii() and rest.isdecimal() and int(rest) < len(found)):
            return None
        source = found[int(rest)]
        rest = source.partition(",")[2]
        head = _SHORT_DATA.match(source) or head
    if "base64" not in head[0].lower():
        return unquote_to_bytes(rest)
    try:
        return base64.b64decode("".join(unquote(rest).split()))
    except (binascii.Error, ValueError):
        return None
