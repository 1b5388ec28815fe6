"""Outlook's files as tests need them: compound files of streams, and winmail.dat."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from kkr_desk.intake.mail.tnef import SIGNATURE

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD

Values = Mapping[int, str | bytes | int]
Streams = dict[tuple[str, ...], bytes]


def compound(streams: Mapping[tuple[str, ...], bytes]) -> bytes:
    """A compound file ([MS-CFB]) of streams by their paths."""
    paths = {path[:n] for path in streams for n in range(1, len(path) + 1)}
    order = sorted(paths)
    entries: list[tuple[str, int, int, int, int, int]] = []
    sectors, mini, fat, mini_fat = bytearray(), bytearray(), list[int](), list[int]()

    for path in order:
        children = [at for at, each in enumerate(order) if each[:-1] == path]
        later = [at for at, each in enumerate(order) if each[:-1] == path[:-1] and each > path]
        right, child = (later[0] + 1 if later else _FREE), (children[0] + 1 if children else _FREE)
        if path in streams:
            data = streams[path]
            small = len(data) < _CUTOFF
            start = _chained(data, mini_fat, mini, _MINI) if small else _chained(data, fat, sectors, _SECTOR)
            entries.append((path[-1], 2, right, child, start, len(data)))
        else:
            entries.append((path[-1], 1, right, child, 0, 0))
    root_start = _chained(bytes(mini), fat, sectors, _SECTOR)
    top = [at for at, each in enumerate(order) if len(each) == 1]
    entries.insert(0, ("Root Entry", 5, _FREE, top[0] + 1 if top else _FREE, root_start, len(mini)))
    directory = b"".join(_entry(*entry) for entry in entries)
    directory_start = _chained(directory + b"\0" * (-len(directory) % _SECTOR), fat, sectors, _SECTOR)
    mini_table = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    mini_start = _chained(mini_table + b"\xff" * (-len(mini_table) % _SECTOR), fat, sectors, _SECTOR)
    first = len(fat)
    count = -(-(first + 1) // 127)
    fat += [_FAT] * count
    table = struct.pack(f"<{len(fat)}I", *fat)
    sectors += table + b"\xff" * (count * _SECTOR - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack(
        "<IIIIIIIII", 0, count, directory_start, 0, _CUTOFF, mini_start, -(-len(mini_table) // _SECTOR), _END, 0
    )
    head += struct.pack("<109I", *[first + n if n < count else _FREE for n in range(109)])
    return head + bytes(sectors)


def _chained(data: bytes, table: list[int], out: bytearray, unit: int) -> int:
    """Put data into sectors of so many bytes, each told in the table which is the next; returns the first."""
    if not data:
        return _END
    first, count = len(table), -(-len(data) // unit)
    table += [first + n + 1 for n in range(count - 1)] + [_END]
    out += data + b"\0" * (-len(data) % unit)
    return first


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    coded = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII16xI16xIQ", coded, len(coded) + 2, kind, 1, _FREE, right, child, 0, start, size)


def properties(values: Values, place: tuple[str, ...] = (), header: int = 32) -> Streams:
    """The streams of properties ([MS-OXMSG]): texts in UTF-16, bytes, and numbers of 32 bits or times of 64."""
    streams, table = Streams(), bytearray(header)
    for number, value in values.items():
        if isinstance(value, int):
            kind = 0x0040 if value > 1 << 32 else 0x0003
            table += struct.pack("<HHIQ", kind, number, 6, value)
        else:
            kind, data = (0x001F, value.encode("utf-16-le")) if isinstance(value, str) else (0x0102, value)
            streams[(*place, f"__substg1.0_{number:04X}{kind:04X}")] = data
            table += struct.pack("<HHIQ", kind, number, 6, len(data))
    streams[(*place, "__properties_version1.0")] = bytes(table)
    return streams


def outlook_mail(
    message: Values,
    receivers: tuple[Values, ...] = (),
    attachments: tuple[Values, ...] = (),
    more: Mapping[tuple[str, ...], bytes] | None = None,
) -> bytes:
    """An .msg file."""
    streams = properties(message)
    for n, receiver in enumerate(receivers):
        streams |= properties(receiver, (f"__recip_version1.0_#{n:08X}",), 8)
    for n, attachment in enumerate(attachments):
        streams |= properties(attachment, (f"__attach_version1.0_#{n:08X}",), 8)
    return compound({**streams, **(more or {})})


def packed_mail(
    message: Values,
    attachments: tuple[tuple[str, bytes, Values], ...],
) -> bytes:
    """A winmail.dat."""
    parts = [_attribute(1, 0x9007, struct.pack("<II", 1252, 0)), _attribute(1, 0x9003, _listed(message))]
    for name, data, more in attachments:
        parts += [
            _attribute(2, 0x9002, b"\0" * 14),
            _attribute(2, 0x8010, name.encode("cp1252") + b"\0"),
            _attribute(2, 0x800F, data),
            _attribute(2, 0x9005, _listed(more)),
        ]
    return SIGNATURE + b"\1\0" + b"".join(parts)


def _attribute(level: int, name: int, value: bytes) -> bytes:
    return struct.pack("<BHHI", level, name, 6, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def _listed(values: Values) -> bytes:
    out = struct.pack("<I", len(values))
    for number, value in values.items():
        if isinstance(value, int):
            kind = 0x0040 if value > 1 << 32 else 0x0003
            out += struct.pack("<HH", kind, number) + value.to_bytes(8 if kind == 0x0040 else 4, "little")
        else:
            kind, data = (0x001F, value.encode("utf-16-le")) if isinstance(value, str) else (0x0102, value)
            out += struct.pack("<HHII", kind, number, 1, len(data)) + data + b"\0" * (-len(data) % 4)
    return out
