"""Long texts with mojibake: as good as line by line, and never dearer than in proportion."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reviewer.garble.finding import Finding
from reviewer.garble.mojibake import find_mojibake
from reviewer.garble.mojibake_charsets import Charset
from reviewer.garble.mojibake_steps import SINGLE_STEPS, Step, possible_steps, steps_among
from reviewer.garble.searched import SearchedText
from reviewer.text.codes import code_points

DATA = Path(__file__).resolve().parents[1] / "data" / "garble"
LINES = (DATA / "speech_simplified.txt").read_text("utf-8").splitlines()
NAMES = [
    "颛顼、砼、岷山、窨井",
    "亓官懿、禤晓琪、侴喆、谌龑、骆垚淼",
    "盱眙、鄄城、綦江、渑池、岢岚",
]
CODEC = {
    Charset.LATIN: "latin-1",
    Charset.GBK: "gb18030",
    Charset.BIG5: "cp950",
    Charset.UTF_8: "utf-8",
    Charset.UTF_16_LE: "utf-16-le",
    Charset.UTF_16_BE: "utf-16-be",
}


def found(text: str) -> list[Finding]:
    return sorted(find_mojibake(SearchedText(text)), key=lambda finding: finding.span)


def steps_in(text: str) -> tuple[Step, ...]:
    codes = code_points(text)
    return steps_among(SINGLE_STEPS, possible_steps(codes), codes)


def garbled_by(step: Step, line: str) -> str:
    return line.encode(CODEC[step.right]).decode(CODEC[step.wrong], "replace")


@pytest.mark.parametrize(
    "step", [step for step in SINGLE_STEPS if step.wrong is not Charset.GB18030], ids=str
)
def test_the_mistake_that_was_made_is_among_the_possible_ones(step: Step) -> None:
    for line in LINES[:20]:
        if step.right is not Charset.BIG5:
            assert step in steps_in(garbled_by(step, line))


@pytest.mark.parametrize("names", NAMES)
def test_rare_characters_of_names_are_the_mark_of_few_mistakes(names: str) -> None:
    assert len(steps_in(names)) <= len(SINGLE_STEPS) // 3


def test_prose_is_hardly_ever_the_mark_of_a_mistake() -> None:
    assert sum(1 for line in LINES if steps_in(line)) <= len(LINES) // 50


def test_beside_a_hole_an_odd_character_is_the_mark_of_a_mistake() -> None:
    assert steps_in("今天的砼�") != ()
    assert steps_in("今天的砼") == ()
    assert steps_in("今天�") == ()


def test_every_line_of_a_long_text_comes_back() -> None:
    lines = [line for line in LINES for _ in range(12)]
    garbled = "\n".join(line.encode().decode("latin-1") for line in lines)
    assert len(garbled) > 40_000
    findings = found(garbled)
    assert [finding.replacement for finding in findings] == lines
    assert [finding.span.of(garbled) for finding in findings] == garbled.split("\n")


def test_a_second_mistake_is_found_behind_many_lines_of_the_first() -> None:
    first = "\n".join(line.encode().decode("latin-1") for line in LINES * 8)
    odd_one = LINES[4].encode("gbk").decode("latin-1")
    text = f"{first}\n{odd_one}\n{first}"
    assert len(first) > 30_000
    (finding,) = [one for one in found(text) if one.text == odd_one]
    assert finding.replacement == LINES[4]
    assert "GBK" in finding.reason.en


def test_clean_lines_among_many_garbled_ones_stay() -> None:
    lines = [line if number % 3 else LINES[0] for number, line in enumerate(LINES * 8)]
    text = "\n".join(
        line.encode().decode("latin-1") if number % 3 else line for number, line in enumerate(lines)
    )
    findings = found(text)
    assert len(findings) == sum(1 for number in range(len(lines)) if number % 3)
    assert all(LINES[0] not in finding.text for finding in findings)


def test_one_line_without_an_end_is_cut_and_still_read() -> None:
    line = "".join(LINES).replace("\n", "") * 20
    garbled = line.encode().decode("latin-1")
    assert len(garbled) > 100_000
    findings = found(garbled)
    read = sum(len(finding.replacement or "") for finding in findings)
    assert read >= len(line) - len(findings)


HOSTILE = [
    "砼", "é", "\ue123", "�", "�?", "?", "锟斤拷", "銆?", "\x01", "~{", "~{!!", "ã€‚", "浣犲ソ",
    "烫", "ÃƒÂ¤", "\U000f0001", "(zé)é", "é\n", "砼岷",
]  # fmt: skip


def spent(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        found(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_million_odd_characters_cost_ten_times_what_a_hundred_thousand_do(unit: str) -> None:
    short, long = (unit * (length // len(unit)) for length in (100_000, 1_000_000))
    assert spent(long) < 40 * max(spent(short), 0.02)
