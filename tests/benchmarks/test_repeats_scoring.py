"""The scorer gives what is worked out by hand from the definitions of the PAN measures."""

from __future__ import annotations

from math import log2

import pytest
from repeats_scoring import Pair, Score, covered, false_characters, score

CASE: Pair = ((0, 100, 200), (1, 300, 400))


def test_a_case_found_as_it_was_planted_scores_one() -> None:
    assert score([CASE], [CASE]) == Score(1.0, 1.0, 1.0)
    assert score([CASE], [CASE]).plagdet == 1.0


def test_nothing_found_scores_nothing() -> None:
    assert score([CASE], []) == Score(0.0, 0.0, 1.0)
    assert score([CASE], []).plagdet == 0.0


def test_a_detection_elsewhere_costs_precision_alone() -> None:
    elsewhere = (0, 500, 600), (1, 700, 800)
    result = score([CASE], [CASE, elsewhere])
    assert result == Score(0.5, 1.0, 1.0)
    assert result.plagdet == pytest.approx(2 / 3)


def test_half_of_a_case_on_both_sides() -> None:
    half = (0, 100, 150), (1, 300, 350)
    result = score([CASE], [half])
    assert result == Score(1.0, 0.5, 1.0)
    assert result.plagdet == pytest.approx(2 * 0.5 / 1.5)


def test_borders_that_overrun_cost_precision() -> None:
    wide = (0, 50, 250), (1, 300, 400)
    assert score([CASE], [wide]) == Score(200 / 300, 1.0, 1.0)


def test_a_case_in_two_pieces_is_divided_by_its_granularity() -> None:
    pieces = [((0, 100, 150), (1, 300, 350)), ((0, 150, 200), (1, 350, 400))]
    result = score([CASE], pieces)
    assert result == Score(1.0, 1.0, 2.0)
    assert result.plagdet == pytest.approx(1 / log2(3))


def test_pieces_that_overlap_are_counted_once_in_recall() -> None:
    pieces = [((0, 100, 160), (1, 300, 360)), ((0, 140, 180), (1, 340, 380))]
    assert score([CASE], pieces).recall == pytest.approx(0.8)


def test_one_side_alone_detects_nothing() -> None:
    one_side = (0, 100, 200), (2, 300, 400)
    assert score([CASE], [one_side]) == Score(0.0, 0.0, 1.0)


def test_a_pair_turned_round_is_the_same_pair() -> None:
    assert score([CASE], [(CASE[1], CASE[0])]) == Score(1.0, 1.0, 1.0)


def test_a_pair_inside_one_document_is_counted_once() -> None:
    inside: Pair = (0, 0, 100), (0, 200, 300)
    assert score([inside], [inside]) == Score(1.0, 1.0, 1.0)
    assert score([inside], [(inside[1], inside[0])]) == Score(1.0, 1.0, 1.0)


def test_all_cases_weigh_the_same_however_long_they_are() -> None:
    short: Pair = (2, 0, 10), (3, 0, 10)
    assert score([CASE, short], [short]).recall == 0.5


def test_one_detection_over_two_cases_is_right_in_both() -> None:
    next_case: Pair = (0, 220, 320), (1, 420, 520)
    result = score([CASE, next_case], [((0, 100, 320), (1, 300, 520))])
    assert result == Score(200 / 220, 1.0, 1.0)


def test_a_family_of_three_is_three_cases() -> None:
    places = (0, 0, 50), (1, 0, 50), (2, 0, 50)
    cases: list[Pair] = [
        (places[0], places[1]),
        (places[0], places[2]),
        (places[1], places[2]),
    ]
    assert score(cases, cases[:2]).recall == pytest.approx(2 / 3)


def test_covered_characters_are_counted_once() -> None:
    assert covered((0, 10, 20), [(0, 0, 12), (0, 11, 15), (0, 18, 30), (1, 10, 20)]) == 7


def test_false_characters_are_counted_per_ten_thousand() -> None:
    texts = ["文" * 15_000, "字" * 5_000]
    found: list[Pair] = [((0, 0, 30), (1, 100, 130)), ((0, 10, 40), (0, 100, 130))]
    assert false_characters(texts, found) == pytest.approx(10_000 * (40 + 30 + 30) / 20_000)
    assert false_characters(texts, []) == 0.0
