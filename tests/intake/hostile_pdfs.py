"""PDFs that ask for more than there is: each small, made when it is needed, its objects written out by hand."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

_FONT = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
_GIGABYTE = 1 << 30
_PIECE = 1 << 20
_LAUGHS = 12


def objects(path: Path, bodies: Mapping[int, bytes], size: int = 0) -> Path:
    """A PDF of objects by their numbers, with a true table of where they are; 1 is its catalogue."""
    data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in bodies.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    data += b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    data += b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size or max(bodies) + 1, start)
    path.write_bytes(bytes(data))
    return path


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object's body."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def one_page(path: Path, content: bytes, resources: bytes = b"", entries: bytes = b"", **more: bytes) -> Path:
    """A PDF of one page, whose content is a stream's body; `more` are further objects: o5, o6."""
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%b%b>>%b>>"
        % (_FONT, resources, entries),
        4: content,
    }
    return objects(path, {**bodies, **{int(name[1:]): body for name, body in more.items()}})


def zeros(length: int) -> bytes:
    """So many zeros as zlib packs them: a thousandth of it, and made without packing them all."""
    packer = zlib.compressobj(9)
    first = packer.compress(bytes(_PIECE)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(_PIECE)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (length % 65521) << 16 | 1  # Adler-32 (RFC 1950, 2.2) of zeros
    return first + again * (length // _PIECE - 1) + b"\x03\0" + checksum.to_bytes(4, "big")


def bomb(length: int, entries: bytes = b"") -> bytes:
    """A stream object's body that unpacks to so many zeros."""
    return stream(zeros(length), b"/Filter/FlateDecode" + entries)


def content_bomb(path: Path) -> Path:
    """A page whose content is 10 GiB of blanks."""
    return one_page(path, bomb(10 * _GIGABYTE))


def layered_bomb(path: Path) -> Path:
    """The same packed twice: 10 kB."""
    return one_page(path, stream(zlib.compress(zeros(10 * _GIGABYTE), 9), b"/Filter[/FlateDecode/FlateDecode]"))


def picture_bomb(path: Path) -> Path:
    """A picture of 100,000 by 100,000 points."""
    entries = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray"
    return one_page(
        path, stream(b"500 0 0 500 9 9 cm /P Do"), b"/XObject<</P 5 0 R>>", o5=bomb(10 * _GIGABYTE, entries)
    )


def font_bomb(path: Path) -> Path:
    """A font whose file is 4 GiB."""
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R/FirstChar 0/LastChar 0/Widths[0]>>"
    descriptor = b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 7 0 R/FontBBox[0 0 9 9]>>"
    shown = stream(b"BT /F2 12 Tf 72 420 Td (x) Tj ET")
    return one_page(path, shown, b"/Font<</F2 5 0 R>>", o5=font, o6=descriptor, o7=bomb(4 * _GIGABYTE))


def unicode_bomb(path: Path) -> Path:
    """A font whose table of letters is 4 GiB."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    shown = stream(b"BT /F2 12 Tf 72 420 Td (x) Tj ET")
    return one_page(path, shown, b"/Font<</F2 5 0 R>>", o5=font, o6=bomb(4 * _GIGABYTE))


def object_stream_bomb(path: Path) -> Path:
    """Objects packed into 4 GiB."""
    return _packed_objects(path, bomb(4 * _GIGABYTE, b"/Type/ObjStm/N 1/First 4"))


def object_streams_in_a_ring(path: Path) -> Path:
    """Object streams of which each is said to be within the other."""
    one, other = (stream(b"6 0 7 1 00", b"/Type/ObjStm/N 2/First 8/Extends %d 0 R" % number) for number in (6, 5))
    return _packed_objects(path, one, other)


def _packed_objects(path: Path, packed: bytes, other: bytes = b"null") -> Path:
    """A PDF whose page tree is said to be in object stream 5, and 5 and 6 each in the other."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in ((1, b"<</Type/Catalog/Pages 2 0 R>>"), (5, packed), (6, other)):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    rows = [(0, 0, 65535), (1, places[0], 0), (2, 5, 0), (2, 5, 0), (2, 5, 0), (1, places[1], 0), (1, places[2], 0)]
    if other != b"null":
        rows[5], rows[6] = (2, 6, 0), (2, 5, 0)
    table = b"".join(bytes([kind]) + at.to_bytes(4, "big") + more.to_bytes(2, "big") for kind, at, more in rows)
    data += b"9 0 obj\n" + stream(table, b"/Type/XRef/W[1 4 2]/Index[0 7]/Size 10/Root 1 0 R") + b"\nendobj\n"
    path.write_bytes(bytes(data) + b"startxref\n%d\n%%%%EOF\n" % start)
    return path


def page_tree_ring(path: Path) -> Path:
    """A list of pages that names itself."""
    return objects(path, {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"})


def page_tree_laughs(path: Path) -> Path:
    """Lists of pages of which each names the next ten times: a billion pages."""
    levels = {
        number: b"<</Type/Pages/Count %d/Kids[%b]>>" % (10 ** (11 - number), b"%d 0 R " % (number + 1) * 10)
        for number in range(2, 11)
    }
    return objects(path, {1: b"<</Type/Catalog/Pages 2 0 R>>", **levels, 11: b"<</Type/Page/MediaBox[0 0 9 9]>>"})


def deep_page_tree(path: Path) -> Path:
    """A page below 100,000 lists of one."""
    depth = 100_000
    lists = {n: b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(2, depth)}
    return objects(path, {1: b"<</Type/Catalog/Pages 2 0 R>>", **lists, depth: b"<</Type/Page/MediaBox[0 0 9 9]>>"})


def deep_brackets(path: Path) -> Path:
    """Lists within lists, a million deep."""
    return one_page(path, stream(b""), entries=b"/X" + b"[" * 1_000_000)


def table_ring(path: Path) -> Path:
    """A table of objects that says that the one before it is itself."""
    data = one_page(path, stream(b"")).read_bytes()
    start = int(data.split(b"startxref\n")[1].split()[0])
    path.write_bytes(data.replace(b"trailer\n<<", b"trailer\n<</Prev %d" % start))
    return path


def table_bomb(path: Path) -> Path:
    """A table of objects of which 2 billion are said to be there."""
    data = one_page(path, stream(b"")).read_bytes()
    path.write_bytes(data.replace(b"xref\n0 1\n", b"xref\n0 2147483647\n").replace(b"/Size 5", b"/Size 2147483647"))
    return path


def packed_table_bomb(path: Path) -> Path:
    """The same as a packed stream of 4 GiB."""
    data = one_page(path, stream(b"")).read_bytes()
    start = data.index(b"xref\n")
    table = bomb(4 * _GIGABYTE, b"/Type/XRef/W[1 4 2]/Index[0 613566756]/Size 613566756/Root 1 0 R")
    path.write_bytes(data[:start] + b"9 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
    return path


def many_annotations(path: Path) -> Path:
    """A page of a million comments, all of them the same one."""
    comment = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(x)>>"
    return one_page(path, stream(b""), entries=b"/Annots[" + b"5 0 R " * 1_000_000 + b"]", o5=comment)


def drawing_laughs(path: Path) -> Path:
    """Drawings of which each draws the next ten times: a billion lines."""
    forms = {}
    for level in range(5, 5 + _LAUGHS):
        last = level == 4 + _LAUGHS
        inside = b"0 0 m 9 9 l S" if last else b"/X Do " * 10
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
        entries += b"" if last else b"/Resources<</XObject<</X %d 0 R>>>>" % (level + 1)
        forms[f"o{level}"] = stream(inside, entries)
    return one_page(path, stream(b"/X Do"), b"/XObject<</X 5 0 R>>", b"", **forms)


def drawing_ring(path: Path) -> Path:
    """A drawing that draws itself."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>"
    return one_page(path, stream(b"/X Do"), b"/XObject<</X 5 0 R>>", o5=stream(b"/X Do /X Do", entries))


def font_ring(path: Path) -> Path:
    """A letter that is drawn by writing that letter."""
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/FirstChar 97"
        b"/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/Resources<</Font<</F2 5 0 R>>>>>>"
    )
    shown = b"BT /F2 12 Tf 72 420 Td (aaaa) Tj ET"
    return one_page(path, stream(shown), b"/Font<</F2 5 0 R>>", o5=font, o6=stream(b"9 0 d0 " + shown))


def patterns(path: Path) -> Path:
    """A page filled with a pattern whose tile is a millionth of a point."""
    tile = (
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .000001/YStep .000001/Resources<<>>"
    )
    shown = stream(b"/Pattern cs /X scn 0 0 595 842 re f")
    return one_page(path, shown, b"/Pattern<</X 5 0 R>>", o5=stream(b"1 0 0 rg 0 0 1 1 re f", tile))


def many_lines(path: Path) -> Path:
    """A page of ten million curves in 200 kB."""
    curves = zlib.compress(b"0 0 m 1 1 595 842 9 9 c S\n" * 5_000_000, 9)
    return one_page(path, stream(curves, b"/Filter/FlateDecode"))


def many_fonts(path: Path) -> Path:
    """A page with 100,000 fonts, each used."""
    names = [b"/N%d" % number for number in range(100_000)]
    fonts = b"".join(name + b" 5 0 R" for name in names)
    shown = b"".join(b"BT %b 9 Tf (x) Tj ET " % name for name in names)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"
    return one_page(path, stream(shown), b"/Font<<" + fonts + b">>", o5=font)


def endless_function(path: Path) -> Path:
    """A shading of a calculation of a million steps a point."""
    steps = b"{" + b"dup mul sqrt " * 300_000 + b"pop pop 0 0 0}"
    function = stream(steps, b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]")
    shading = b"<</ShadingType 1/ColorSpace/DeviceRGB/Function 6 0 R/Matrix[595 0 0 842 0 0]>>"
    return one_page(path, stream(b"/X sh"), b"/Shading<</X 5 0 R>>", o5=shading, o6=function)


HOSTILE: Mapping[str, Callable[[Path], Path]] = {
    make.__name__: make
    for make in (
        content_bomb,
        deep_brackets,
        deep_page_tree,
        drawing_laughs,
        drawing_ring,
        endless_function,
        font_bomb,
        font_ring,
        layered_bomb,
        many_annotations,
        many_fonts,
        many_lines,
        object_stream_bomb,
        object_streams_in_a_ring,
        packed_table_bomb,
        page_tree_laughs,
        page_tree_ring,
        patterns,
        picture_bomb,
        table_bomb,
        table_ring,
        unicode_bomb,
    )
}
