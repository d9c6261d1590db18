"""Where two copies name different persons, and where they only use different words."""

from __future__ import annotations

import pytest

from reviewer.repeats.names import LettersPair, differing_names


def gap_of(left: str, right: str) -> LettersPair:
    """Where two texts part, from their common head to their common tail."""
    head = 0
    while left[head] == right[head]:
        head += 1
    tail = 0
    while left[-1 - tail] == right[-1 - tail]:
        tail += 1
    return LettersPair((head, len(left) - tail), (head, len(right) - tail))


@pytest.mark.parametrize(
    ("left", "right", "names"),
    [
        ("刚才李建国同志讲了话", "刚才王秀英同志讲了话", ("李建国", "王秀英")),
        ("刚才李建国同志讲了话", "刚才李建军同志讲了话", ("李建国", "李建军")),
        ("刚才李建国同志讲了话", "刚才李明同志讲了话", ("李建国", "李明")),
        ("请市委书记林峰作报告", "请市委书记赵亮作报告", ("林峰", "赵亮")),
        ("刚才李主任说得好", "刚才王主任说得好", ("李", "王")),
        ("欧阳修文教授到会", "诸葛文明教授到会", ("欧阳修文", "诸葛文明")),
    ],
)
def test_names_at_a_title_are_told_apart(left: str, right: str, names: tuple[str, str]) -> None:
    found = differing_names(left, right, gap_of(left, right))
    assert found is not None
    assert (left[slice(*found.left)], right[slice(*found.right)]) == names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("希望广大同志努力", "希望各位同志努力"),
        ("市委书记到会", "县委书记到会"),
        ("江北区区长到会", "江东区区长到会"),
        ("江北区长到会", "江东区长到会"),
        ("市林业局局长到会", "市农业局局长到会"),
        ("高新区主任到会", "石油部主任到会"),
        ("各位主任请坐", "全体主任请坐"),
        ("李树开花了", "王树开花了"),
        ("请书记马上到会", "请书记立即到会"),
    ],
)
def test_other_words_are_no_names(left: str, right: str) -> None:
    assert differing_names(left, right, gap_of(left, right)) is None
