"""Two copies side by side: what is called a difference, what has moved, where places answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.workflow.differences import Difference, DifferenceKind, compare_copies

FIELDS = "春耕生产要抓紧落实，各村的干部要到田间地头去看一看。"
WATER = "水利建设关系到千家万户，今年冬天要修好三条水渠。"
SCHOOL = "学校的危房改造不能再拖，九月开学以前必须完工。"
STYLE = "最后讲一讲作风问题，少开会，多办事，办实事。"

LEFT, RIGHT = DifferenceKind.ONLY_LEFT, DifferenceKind.ONLY_RIGHT
CHANGED, MOVED, FORM = DifferenceKind.CHANGED, DifferenceKind.MOVED, DifferenceKind.FORM


def seen(left: str, right: str) -> list[tuple[DifferenceKind, str, str]]:
    """What an editor sees: how the copies differ, and the words on either side."""
    rows = compare_copies(left, right).differences
    return [(row.kind, row.left.of(left), row.right.of(right)) for row in rows]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(FIELDS, FIELDS, [], id="the same word for word"),
        pytest.param("", "", [], id="nothing at all"),
        pytest.param("", "多", [(RIGHT, "", "多")], id="only the right copy says something"),
        pytest.param(
            "在2010年全县修路", "在2022年全县修路", [(CHANGED, "2010", "2022")], id="whole years"
        ),
        pytest.param(
            "在2010年全县修路", "在20XX年全县修路", [(CHANGED, "2010", "20XX")], id="masked year"
        ),
        pytest.param("投资5万元", "投资15万元", [(CHANGED, "5", "15")], id="a figure grown longer"),
        pytest.param("大家都很高兴", "大家很高兴", [(LEFT, "都", "")], id="a word left out"),
        pytest.param("全县修通公路", "全縣修通公路", [(FORM, "县", "縣")], id="another script"),
        pytest.param("同志们：今天", "同志们： 今天", [(FORM, "", " ")], id="a space"),
        pytest.param("第一段\n第二段", "第一段第二段", [(FORM, "\n", "")], id="a line break"),
        pytest.param(
            FIELDS + STYLE,
            FIELDS + WATER + STYLE,
            [(RIGHT, "", WATER)],
            id="a whole sentence, from its own beginning",
        ),
    ],
)
def test_what_differs(
    left: str, right: str, expected: list[tuple[DifferenceKind, str, str]]
) -> None:
    assert seen(left, right) == expected


def test_a_paragraph_in_another_place_has_moved() -> None:
    left = "\n".join((FIELDS, WATER, SCHOOL, STYLE))
    right = "\n".join((FIELDS, SCHOOL, WATER, STYLE))
    [(kind, one, other)] = seen(left, right)
    assert kind is MOVED
    assert one == other
    assert one.strip() in (WATER, SCHOOL)


def test_what_differs_inside_a_moved_paragraph_is_shown_there() -> None:
    left = "\n".join((FIELDS, WATER, SCHOOL, STYLE))
    right = "\n".join((FIELDS, SCHOOL.replace("九月", "八月"), WATER, STYLE))
    rows = seen(left, right)
    assert [kind for kind, _, _ in rows] == [MOVED, CHANGED]
    assert rows[1] == (CHANGED, "九", "八")


def test_a_stock_phrase_elsewhere_has_not_moved() -> None:
    left, right = f"要抓紧落实。{WATER}{FIELDS}", f"{WATER}{FIELDS}要抓紧落实。"
    assert MOVED not in {kind for kind, _, _ in seen(left, right)}


def test_differences_in_form_do_not_matter_and_all_others_do() -> None:
    rows = compare_copies("全县 2010年", "全縣2011年").differences
    assert [row.matters for row in rows] == [row.kind is not FORM for row in rows]
    assert any(row.matters for row in rows)


def rebuilt(left: str, right: str, rows: tuple[Difference, ...]) -> str:
    """The left copy with what the right one has at every difference."""
    pieces: list[str] = []
    end = 0
    for row in rows:
        pieces += (left[end : row.left.start], row.right.of(right))
        end = row.left.end
    return "".join((*pieces, left[end:]))


TEXTS = st.text(st.sampled_from("水利建设修路201，。\n县縣 x*"), max_size=60)


@given(TEXTS, TEXTS)
def test_the_differences_lead_from_one_copy_to_the_other(left: str, right: str) -> None:
    rows = compare_copies(left, right).differences
    if any(row.kind is MOVED for row in rows):
        return
    assert rebuilt(left, right, rows) == right


@given(TEXTS, TEXTS)
def test_places_answer_each_other_in_order(left: str, right: str) -> None:
    comparison = compare_copies(left, right)
    for length, far, to_right in ((len(left), len(right), True), (len(right), len(left), False)):
        carried = [comparison.carried(offset, to_right) for offset in range(length + 1)]
        assert carried == sorted(carried)
        assert all(0 <= place <= far for place in carried)
    assert comparison.carried(0, True) == 0


def test_a_place_behind_an_insertion_is_found_behind_it() -> None:
    left, right = FIELDS + STYLE, FIELDS + WATER + STYLE
    comparison = compare_copies(left, right)
    place = left.index("作风")
    assert comparison.carried(place, True) == right.index("作风")
    assert comparison.carried(right.index("作风"), False) == place
