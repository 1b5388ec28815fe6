"""Makes widths.json beside it: the advances of the documents' type, as reportlab reads them from the font files.

The window plans a meeting each time it is drawn and lays out nothing itself. Read from here, the widths cost it 1 ms;
from the fonts, with reportlab, more than 70 ms of its start. Run it after a new version of the fonts:
`.venv/bin/python resources/fonts/make_widths.py`. A test holds the file against the fonts.
"""

from __future__ import annotations

import json
from pathlib import Path

from kkr_desk.index import Weight
from kkr_desk.typeface.fonts import read_widths

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Write the file."""
    found = {weight.value: read_widths(weight) for weight in Weight}
    table = {name: {"default": default, "widths": widths} for name, (widths, default) in found.items()}
    text = json.dumps(table, ensure_ascii=True, indent=None, separators=(",", ":"))
    (HERE / "widths.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
