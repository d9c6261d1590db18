"""No text makes the search slow: four times as much text takes about four times as long."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from reviewer.garble.detect import DETECTORS, Detector
from reviewer.garble.searched import SearchedText

SHORT, LONG = 10_000, 40_000
LARGEST_GROWTH = 8
LEAST_SECONDS = 0.02
"""What takes less than this for the long text is not slow, and too short to be measured."""

SHAPES: dict[str, Callable[[int], str]] = {
    "one character": lambda n: "一" * n,
    "one letter": lambda n: "x" * n,
    "one line": lambda n: ("各部门要认真抓好落实，确保2021年任务完成。" * n)[:n],
    "short lines": lambda n: ("抓好落实\n" * n)[:n],
    "blanks": lambda n: " " * n,
    "empty lines": lambda n: "\n" * n,
    "words set apart": lambda n: ("安全 生产 " * n)[:n],
    "masks": lambda n: ("20XX年xx市**，" * n)[:n],
    "full stops": lambda n: "。" * n,
    "quotation marks": lambda n: ("“\"'" * n)[:n],
    "numbers of items": lambda n: ("一、1、(一)第一，一是\n" * n)[:n],
    "two characters": lambda n: ("甲乙" * n)[:n],
    "both scripts": lambda n: ("这這们們后後" * n)[:n],
    "titles": lambda n: "".join(f"第{i}次会议上的讲话{i % 9}\n" for i in range(n // 12)),
    "excerpts": lambda n: "一二三四五六七八九十甲乙丙丁…\n" * (n // 16) + "相关推荐",
    "years": lambda n: ("2021—2021年，" * n)[:n],
    "tags": lambda n: ("<p '" * n)[:n],
    "comments": lambda n: ("<!--" * n)[:n],
    "doubled clauses": lambda n: ("认真抓好各项工作，认真抓好各项工作。" * n)[:n],
}


def seconds(detector: Detector, text: str) -> float:
    """The shorter of two searches of `text`, with what all detectors share made beforehand."""
    times: list[float] = []
    for _ in range(2):
        searched = SearchedText(text)
        assert len(searched.lines) + len(searched.readings) <= len(text)
        begun = time.process_time()
        list(detector(searched))
        times.append(time.process_time() - begun)
    return min(times)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("detector", DETECTORS, ids=lambda one: one.__name__.strip("_"))
def test_the_time_grows_with_the_text(detector: Detector, shape: str) -> None:
    long = seconds(detector, SHAPES[shape](LONG))
    if long > LEAST_SECONDS:
        assert long < LARGEST_GROWTH * max(seconds(detector, SHAPES[shape](SHORT)), 1e-4)
