"""Compile the .po catalogues beside this script into the .mo files that Python's gettext reads.

The format is that of GNU gettext's manual, "The Format of GNU MO Files", without a hash table. Run it after a
catalogue was changed; a test holds the two against each other.
"""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path

_LINE = re.compile(r'(msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")')


def entries(text: str) -> dict[str, str]:
    """Messages and their translations; forms of a plural are joined by NUL, as in the compiled file.

    Args:
        text: A .po file whose strings stand on one line each.
    """
    found: dict[str, str] = {}
    for block in text.split("\n\n"):
        parts = [(name, str(ast.literal_eval(quoted))) for name, quoted in _LINE.findall(block)]
        key = "\0".join(value for name, value in parts if name.startswith("msgid"))
        found[key] = "\0".join(value for name, value in parts if name.startswith("msgstr"))
    return found


def compiled(catalogue: dict[str, str]) -> bytes:
    """The bytes of the .mo file of a catalogue."""
    pairs = sorted((key.encode(), value.encode()) for key, value in catalogue.items())
    count = len(pairs)
    keys_at, values_at = 28, 28 + 8 * count
    at = 28 + 16 * count
    tables: list[bytes] = []
    texts: list[bytes] = []
    for side in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[side]), at))
            texts.append(pair[side] + b"\0")
            at += len(pair[side]) + 1
    header = struct.pack("<7I", 0x950412DE, 0, count, keys_at, values_at, 0, 28 + 16 * count)
    return header + b"".join(tables) + b"".join(texts)


def main() -> None:
    """Compile every catalogue."""
    for source in sorted(Path(__file__).parent.glob("*/LC_MESSAGES/*.po")):
        catalogue = entries(source.read_text(encoding="utf-8"))
        source.with_suffix(".mo").write_bytes(compiled(catalogue))
        print(f"{source.with_suffix('.mo').name}: {len(catalogue) - 1} messages")


if __name__ == "__main__":
    main()
