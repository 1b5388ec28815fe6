"""Documents for the laws of rich text: always in the canonical shape, with the characters that break things."""

from __future__ import annotations

from hypothesis import strategies as st

from kkr_desk.rich_text import (
    Block,
    Cell,
    Document,
    Heading,
    HeadingLevel,
    Inline,
    LineBreak,
    Paragraph,
    Run,
    Table,
)
from kkr_desk.rich_text.arranging import arrange
from kkr_desk.rich_text.document import Entry, Line, LooseBlock, LooseCell, LooseTable

WORDS = st.text(
    st.one_of(
        st.sampled_from("abcæøåÆØÅ <>&\"'§.1\u00a0\u202f\u00ad\u200b\u2028\t\n\u0301😀\ufffc\ufdd0\x00\x1f"),
        st.characters(),
    ),
    max_size=12,
)
LINKS = st.sampled_from(["", "", "", "https://www.kl.dk/kkr?a=1&b=2", "mailto:kkr@regionsj.dk", "http://x.dk/æ#%20"])

runs = st.builds(Run, WORDS, bold=st.booleans(), italic=st.booleans(), href=LINKS)
inlines = st.lists(st.one_of(runs, runs, runs, st.just(LineBreak())), max_size=5).map(tuple)
paragraphs = st.builds(Paragraph, inlines)
headings = st.builds(Heading, st.sampled_from(HeadingLevel), inlines)
entries = st.builds(
    Entry,
    level=st.integers(1, 9),
    ordered=st.booleans(),
    inlines=inlines,
    number=st.one_of(st.none(), st.integers(-1, 12)),
)
lines: st.SearchStrategy[Line] = st.one_of(paragraphs, headings, entries, entries)
cells = st.builds(
    LooseCell,
    st.lists(lines, max_size=3).map(tuple),
    header=st.booleans(),
    columns=st.integers(0, 3),
    rows=st.integers(0, 3),
)
tables = st.builds(LooseTable, st.lists(st.lists(cells, max_size=3).map(tuple), max_size=3).map(tuple))
loose: st.SearchStrategy[list[LooseBlock]] = st.lists(st.one_of(lines, lines, tables), max_size=8)
documents = loose.map(arrange)
"""Documents as `arrange` makes them of anything."""


def words(text: str) -> tuple[Inline, ...]:
    return (Run(text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(words(text))


def document(*blocks: Block) -> Document:
    return Document(blocks)


def table(*rows: tuple[str, ...], header: bool = False) -> Table:
    return Table(tuple(tuple(Cell((paragraph(text),) if text else ()) for text in row) for row in rows), header)
