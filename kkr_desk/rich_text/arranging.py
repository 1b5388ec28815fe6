"""Blocks as a source has them become a `Document` in its canonical shape. Pure, and the only place that makes one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kkr_desk.errors import UserError
from kkr_desk.rich_text.characters import paragraphs, tidy
from kkr_desk.rich_text.document import (
    Block,
    Cell,
    Document,
    Entry,
    Heading,
    Inline,
    LineBreak,
    List,
    ListItem,
    LooseBlock,
    LooseCell,
    LooseTable,
    Paragraph,
    Run,
    Table,
)

MOST_LEVELS = 6
"""Of lists within lists; what lies deeper is moved up to the sixth."""

MOST_COLUMNS = 20
"""Of a table on an A4 page; a wider one is a spreadsheet and belongs in a bilag."""

MOST_CELLS = 4_000
"""Of one text's tables together."""

_WIDEST_SPAN = 100
"""Of a merged cell; pages write 1000 for all columns there are."""

MOST_NUMBER = 9_999
"""Of a numbered list."""


def arrange(blocks: Iterable[LooseBlock]) -> Document:
    """The canonical document of these blocks.

    Raises:
        UserError: `text-table-too-large`, more than `MOST_COLUMNS` side by side or `MOST_CELLS` in one table.
    """
    return Document(tuple(_arranged(blocks)))


def check_tables(document: Document) -> None:
    """See that a text's tables are not too large together.

    Raises:
        UserError: `text-table-too-large`, more than `MOST_CELLS`.
    """
    tables = (block for block in document.blocks if isinstance(block, Table))
    if sum(len(table.rows) * len(table.rows[0]) for table in tables) > MOST_CELLS:
        raise _too_large()


def loosen(document: Document) -> Iterator[Paragraph | Heading | Entry | Table]:
    """The document line by line: lists as entries, each with its level, everything else as it is."""
    for block in document.blocks:
        if isinstance(block, List):
            yield from entries(block)
        else:
            yield block


def entries(part: List, level: int = 1) -> Iterator[Entry]:
    """A list line by line, outer items before those below them; the first of each list says its number."""
    for index, item in enumerate(part.items):
        yield Entry(level, part.ordered, item.inlines, number=part.start if index == 0 else None)
        for nested in item.nested:
            yield from entries(nested, level + 1)


def loose_table(table: Table) -> LooseTable:
    """The table as `arrange` takes it."""
    return LooseTable(
        tuple(
            tuple(LooseCell(tuple(loose_cell_blocks(cell)), header=table.header and number == 0) for cell in row)
            for number, row in enumerate(table.rows)
        )
    )


def loose_cell_blocks(cell: Cell) -> Iterator[Paragraph | Entry]:
    """A cell line by line."""
    for block in cell.blocks:
        if isinstance(block, List):
            yield from entries(block)
        else:
            yield block


def within_cell(document: Document) -> Document:
    """What of a document fits into a cell: headings become bold paragraphs, tables their cells' paragraphs."""
    found: list[LooseBlock] = []
    for block in loosen(document):
        if isinstance(block, Table):
            found += [part for row in block.rows for cell in row for part in loose_cell_blocks(cell)]
        else:
            found.append(_without_heading(block))
    return arrange(found)


def _arranged(blocks: Iterable[LooseBlock]) -> Iterator[Block]:
    for listed, group in groupby(_filled(blocks), key=lambda block: isinstance(block, Entry)):
        if listed:
            yield from _nested([block for block in group if isinstance(block, Entry)])
            continue
        for block in group:
            if isinstance(block, LooseTable):
                yield _table(block)
            elif not isinstance(block, Entry):
                yield block


def _filled(blocks: Iterable[LooseBlock], *, bold: bool = True) -> Iterator[LooseBlock]:
    """The blocks tidied, without those that hold nothing."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from paragraphs(block.inlines, bold=bold)
        elif isinstance(block, LooseTable):
            if any(block.rows):
                yield block
        elif isinstance(block, Heading):
            inlines = tidy(block.inlines, bold=False)
            if inlines:
                yield Heading(block.level, inlines)
        elif inlines := tidy(block.inlines, bold=bold):
            yield Entry(block.level, block.ordered, inlines, block.number)


# --- lists ---


@dataclass(slots=True)
class _OpenItem:
    inlines: tuple[Inline, ...]
    nested: list[_OpenList] = field(default_factory=list)


@dataclass(slots=True)
class _OpenList:
    ordered: bool
    start: int
    items: list[_OpenItem] = field(default_factory=list)

    def takes(self, entry: Entry) -> bool:
        """Whether the entry is this list's next item; a number out of turn begins a list of its own."""
        if self.ordered != entry.ordered:
            return False
        return not self.ordered or entry.number in (None, self.start + len(self.items))


def _nested(lines: Sequence[Entry]) -> Iterator[List]:
    """Lists of the entries. Levels that are skipped are closed up, so that no item stands below nothing."""
    top: list[_OpenList] = []
    path: list[tuple[int, list[_OpenList]]] = []
    for entry in lines:
        while path and path[-1][0] > entry.level:
            path.pop()
        if not path:
            path.append((entry.level, top))
        elif path[-1][0] < entry.level and len(path) < MOST_LEVELS:
            path.append((entry.level, path[-1][1][-1].items[-1].nested))
        siblings = path[-1][1]
        if not siblings or not siblings[-1].takes(entry):
            siblings.append(_OpenList(entry.ordered, _start(entry)))
        siblings[-1].items.append(_OpenItem(entry.inlines))
    return (_closed(part) for part in top)


def _start(entry: Entry) -> int:
    if not entry.ordered or entry.number is None:
        return 1
    return min(max(entry.number, 1), MOST_NUMBER)


def _closed(part: _OpenList) -> List:
    items = tuple(ListItem(item.inlines, tuple(_closed(nested) for nested in item.nested)) for item in part.items)
    return List(part.ordered, items, part.start)


# --- tables ---


def _table(table: LooseTable) -> Table:
    rows = _grid([row for row in table.rows if row])
    header = all(cell.header for cell in rows[0] if cell is not None) and any(rows[0])
    return Table(
        tuple(tuple(_cell(cell, header=header and number == 0) for cell in row) for number, row in enumerate(rows)),
        header,
    )


def _grid(rows: list[tuple[LooseCell, ...]]) -> list[list[LooseCell | None]]:
    """The cells where they stand, None where a merged cell reaches or a row ends early.

    A merged cell's words stay in its first cell and the others are left empty: the columns keep their meaning, and
    neither editing nor any export needs to know of spans. Columns that only spans speak of are left out.
    """
    if sum(len(row) for row in rows) > MOST_CELLS:
        raise _too_large()
    grid: list[dict[int, LooseCell]] = []
    reach: dict[int, int] = {}
    for row in rows:
        placed: dict[int, LooseCell] = {}
        column = 0
        covered = set(reach)
        reach = {at: left - 1 for at, left in reach.items() if left > 1}
        for cell in row:
            while column in covered:
                column += 1
            placed[column] = cell
            width = min(max(cell.columns, 1), _WIDEST_SPAN)
            if cell.rows > 1:
                reach.update(dict.fromkeys(range(column, column + width), cell.rows - 1))
            column += width
        grid.append(placed)
    columns = sorted({column for placed in grid for column in placed})
    if len(columns) > MOST_COLUMNS or len(columns) * len(grid) > MOST_CELLS:
        raise _too_large()
    return [[placed.get(column) for column in columns] for placed in grid]


def _cell(cell: LooseCell | None, *, header: bool) -> Cell:
    if cell is None:
        return Cell()
    blocks = [_without_heading(block) for block in cell.blocks]
    if cell.header and not header:
        blocks = [_made_bold(block) for block in blocks]
    kept = _arranged(_filled(blocks, bold=not header))
    return Cell(tuple(block for block in kept if isinstance(block, Paragraph | List)))


def _without_heading(block: Paragraph | Heading | Entry) -> Paragraph | Entry:
    return Paragraph(_bold(block.inlines)) if isinstance(block, Heading) else block


def _made_bold(block: Paragraph | Entry) -> Paragraph | Entry:
    if isinstance(block, Paragraph):
        return Paragraph(_bold(block.inlines))
    return Entry(block.level, block.ordered, _bold(block.inlines), block.number)


def _bold(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(
        inline if isinstance(inline, LineBreak) else Run(inline.text, bold=True, italic=inline.italic, href=inline.href)
        for inline in inlines
    )


def _too_large() -> UserError:
    return UserError("text-table-too-large", columns=MOST_COLUMNS, cells=MOST_CELLS)
