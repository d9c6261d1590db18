"""Builds resources/lexicons/readings.tsv: the Mandarin readings of every Han character of GBK.

The data comes from the PyPI package pypinyin (MIT), whose single-character table is drawn from
Unicode's Unihan database. pypinyin is needed to build the file, not to run the program.

    pip install pypinyin && python packaging/build_readings.py
"""

from __future__ import annotations

from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).resolve().parents[1] / "resources" / "lexicons" / "readings.tsv"
HEAD = """\
# Mandarin readings, toned, of the Han characters that GBK can write; most common reading first.
# Built by packaging/build_readings.py from pypinyin {version} (MIT licence; its table is drawn from
# the Unihan database of Unicode). One character, a tab, its readings with commas between them.
"""


def gbk_characters() -> list[str]:
    """Every Han character that GBK encodes in two bytes."""
    characters: list[str] = []
    for code in range(0x4E00, 0xA000):
        try:
            chr(code).encode("gbk")
        except UnicodeEncodeError:
            continue
        characters.append(chr(code))
    return characters


def main() -> None:
    """Write the file."""
    from importlib.metadata import version

    rows: list[str] = []
    for character in gbk_characters():
        readings = pinyin(character, style=Style.TONE, heteronym=True)[0]
        if readings != [character]:
            rows.append(f"{character}\t{','.join(readings)}")
    text = HEAD.format(version=version("pypinyin")) + "\n".join(rows) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(rows)} characters -> {TARGET}")


if __name__ == "__main__":
    main()
