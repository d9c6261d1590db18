"""What an editor sees of repeats: copies as families, with their kind and their borders."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from reviewer.repeats.family import Family, FamilyKind
from reviewer.repeats.search import find_families
from reviewer.text.canonical import canonical_text
from reviewer.text.progress import Cancelled
from reviewer.text.script import simplified_forms

Search = Callable[..., tuple[Family, ...]]


def paragraphs(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def only(families: tuple[Family, ...]) -> Family:
    assert len(families) == 1, families
    return families[0]


def places(family: Family) -> list[tuple[int, int, int]]:
    return [(one.document, one.span.start, one.span.end) for one in family.passages]


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_a_paragraph_that_stands_twice_in_a_speech_is_one_family(
    search: Search, library: str, reservoir: str
) -> None:
    copied = paragraphs(library)[3]
    text = f"{library}\n{paragraphs(reservoir)[1]}\n{copied}\n{paragraphs(reservoir)[2]}"
    family = only(search(text))
    assert family.kind is FamilyKind.EXACT
    assert family.similarity == 1.0
    assert [letters(one.span.of(text)) for one in family.passages] == [letters(copied)] * 2


def test_a_paragraph_taken_over_into_another_speech_is_one_family(
    search: Search, library: str, reservoir: str
) -> None:
    copied = paragraphs(library)[2]
    other = reservoir + copied + "\n"
    family = only(search(library, other))
    assert [one.document for one in family.passages] == [0, 1]
    assert letters(family.passages[1].span.of(other)) == letters(copied)


def test_passages_of_speeches_on_different_matters_are_no_copies(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    assert search(library, reservoir, school) == ()


def without_layout(text: str) -> str:
    return text.replace("\n", "")


def widely_spaced(text: str) -> str:
    return text.replace("，", ",\n").replace("。", "。 \u3000")


def in_traditional(text: str) -> str:
    traditional = {simple: complex_ for complex_, simple in simplified_forms().items()}
    return "".join(traditional.get(sign, sign) for sign in text)


def with_figures_masked(text: str) -> str:
    return re.sub(r"\d", "X", text)


def with_pinyin(text: str) -> str:
    return text.replace("书", "书(shū)").replace("架", "架(jià)")


@pytest.mark.parametrize(
    "changed", [without_layout, widely_spaced, in_traditional, with_figures_masked, with_pinyin]
)
def test_a_copy_that_only_looks_different_is_exact(
    changed: Callable[[str], str], search: Search, library: str, reservoir: str
) -> None:
    part = "\n".join(paragraphs(library)[1:4])
    other = f"{reservoir}{changed(part)}\n"
    family = only(search(library, other))
    assert family.kind is FamilyKind.EXACT
    assert len(letters(family.passages[0].span.of(library))) == len(letters(part))


def test_a_copy_with_a_word_changed_in_every_sentence_is_near(
    search: Search, library: str, reservoir: str
) -> None:
    changes = {"开门": "正式", "老馆": "旧馆", "六处": "七块", "几代": "一批", "整整": "仔细"}
    changes |= {"藏书": "馆藏", "守了": "干了", "院子": "大院"}
    part = "\n".join(paragraphs(library)[1:3])
    edited = part
    for before, after in changes.items():
        edited = edited.replace(before, after)
    other = f"{reservoir}{edited}\n"
    family = only(search(library, other))
    assert family.kind is FamilyKind.NEAR
    assert 0.85 < family.similarity < 1.0
    assert letters(family.passages[0].span.of(library)) == letters(part)
    assert letters(family.passages[1].span.of(other)) == letters(edited)


def test_sentences_in_another_order_are_reordered(
    search: Search, school: str, reservoir: str
) -> None:
    part = "".join(paragraphs(school)[2:4])
    sentences = re.findall(r"[^。]+。", part)
    shuffled = "".join(sentences[at] for at in (4, 0, 6, 2, 3, 5, 1))
    family = only(search(school, f"{reservoir}{shuffled}\n"))
    assert family.kind is FamilyKind.REORDERED
    assert letters(family.passages[0].span.of(school)) == letters(part)


def test_a_whole_speech_in_two_files_is_a_document(search: Search, library: str) -> None:
    family = only(search(library, without_layout(library).replace("县图书馆", "市图书馆")))
    assert family.kind is FamilyKind.DOCUMENT
    assert len(family.passages) == 2


def test_a_speech_inside_a_collection_is_no_document(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    family = only(search(library, f"{reservoir}{library}{school}"))
    assert family.kind is FamilyKind.EXACT


def test_the_same_speech_twice_in_one_file_is_no_document(search: Search, library: str) -> None:
    assert only(search(f"{library}\n{library}")).kind is FamilyKind.EXACT


def test_copies_that_touch_part_where_the_second_begins(search: Search, library: str) -> None:
    text = library + library
    first, second = only(search(text)).passages
    assert first.span.start == 0
    assert first.span.end <= second.span.start == len(library)
    assert letters(first.span.of(text)) == letters(library)
    assert letters(second.span.of(text)) == letters(library)


def test_a_heading_between_copies_that_touch_belongs_to_the_second(
    search: Search, reservoir: str, school: str
) -> None:
    heading = "在水库除险加固动员会上的讲话\n"
    head, tail = paragraphs(school)[1], paragraphs(school)[3]
    text = f"{head}\n{heading}{reservoir}{heading}{reservoir}{heading}{tail}"
    first, second = only(search(text)).passages
    assert first.span.start == text.index(heading)
    assert second.span.start == text.index(heading, first.span.start + 1)


def test_three_copies_are_one_family_of_three(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    copied = paragraphs(library)[3]
    family = only(search(library, reservoir + copied, f"{copied}\n{school}"))
    assert [one.document for one in family.passages] == [0, 1, 2]


def test_five_copies_in_a_row_are_one_family_of_five(search: Search, school: str) -> None:
    copied = paragraphs(school)[4] + "\n"
    family = only(search(copied * 5))
    assert [one.span.start for one in family.passages] == [len(copied) * at for at in range(5)]


def test_passages_of_a_family_do_not_overlap(search: Search, library: str, school: str) -> None:
    edited = library.replace("，", "，那个")
    for family in search(library + edited + library, school + library):
        for one, other in pairwise(family.passages):
            assert one.document != other.document or one.span.end <= other.span.start


def test_the_representative_is_the_longest_copy_and_of_equal_ones_the_first(
    search: Search, library: str, reservoir: str
) -> None:
    part = paragraphs(library)[3]
    longer = part.replace("不收钱的桌子", "不收钱也不限时的大桌子")
    copies = only(search(f"{reservoir}{part}", f"{longer}\n{reservoir[:0]}", library))
    assert copies.passages[copies.representative].document == 1
    equal = only(search(library, reservoir + part))
    assert equal.representative == 0


def test_a_sentence_that_recurs_inside_copies_is_a_family_of_all_its_places(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    refrain = "水利工程埋在水底下土里头偷一方料瞒一道缝平日里谁也瞧不出来洪水一到就是人命。"
    middle, end = paragraphs(school)[1], paragraphs(school)[3]
    speech = f"{library}{refrain}\n{middle}\n{refrain}\n{end}\n"
    families = search(speech, speech.replace("\n", "") + reservoir[:0])
    assert sorted(len(family.passages) for family in families) == [2, 4]


def test_what_is_found_does_not_depend_on_the_order_of_the_documents(
    search: Search, library: str, reservoir: str, school: str
) -> None:
    texts = [
        library,
        reservoir + paragraphs(library)[2],
        paragraphs(school)[2] + library.replace("书", "图书"),
        school + paragraphs(reservoir)[3].replace("监理", "驻地监理"),
    ]
    expected = {tuple(places(family)) for family in search(*texts)}
    order = [2, 0, 3, 1]
    moved = search(*(texts[at] for at in order))
    found = {
        tuple(sorted((order[document], start, end) for document, start, end in places(family)))
        for family in moved
    }
    assert expected == found
    assert len(expected) >= 3


def test_families_come_in_reading_order(search: Search, library: str, school: str) -> None:
    first, second = paragraphs(library)[1], paragraphs(library)[4]
    families = search(library, f"{second}\n{school}\n{first}")
    starts = [family.passages[0].span.start for family in families]
    assert starts == sorted(starts)
    assert len(starts) == 2


class TestWhatIsNoCopy:
    """Speeches share phrases, headings and figures of speech; none of these is a copy."""

    PHRASES = (
        "各级各部门要高度重视，切实加强组织领导。",
        "下面，我讲三点意见，供大家参考。",
        "要进一步统一思想，提高认识，狠抓落实。",
        "今天我们召开这次会议，主要任务是安排部署工作。",
    )

    def test_stock_phrases(self, search: Search, library: str, reservoir: str, school: str) -> None:
        texts: list[str] = []
        for speech, shift in ((library, 0), (reservoir, 1), (school, 2)):
            lines = paragraphs(speech)
            for at in range(1, len(lines)):
                lines[at] += self.PHRASES[(at + shift) % len(self.PHRASES)]
            texts.append("\n".join(lines))
        assert search(*texts) == ()

    def test_headings(self, search: Search, library: str, reservoir: str) -> None:
        heading = "在全县重点工程建设推进会上的讲话\n"
        assert search(heading + heading + library, heading + reservoir) == ()

    def test_one_frame_with_other_words_in_it(self, search: Search, library: str) -> None:
        frame = "要加强{0}建设，推动{0}事业健康发展，提高{0}管理水平，为{0}工作作出新的更大的贡献。"
        frames = "\n".join(frame.format(word) for word in ("水利", "林业", "教育", "卫生"))
        assert search(f"{library}\n{frames}") == ()

    def test_parallels_side_by_side(self, search: Search, school: str) -> None:
        parallels = (
            "我们要坚持把人民放在心上，让每一个孩子都能在家门口上好学；"
            "我们要坚持把人民放在心上，让每一位老人都能在村子里看好病；"
            "我们要坚持把人民放在心上，让每一户人家都能在新房里过好年。"
        )
        assert search(f"{school}\n{parallels}") == ()

    def test_a_row_of_one_sign_between_texts(
        self, search: Search, library: str, school: str
    ) -> None:
        row = "啊" * 200
        found = search(f"{library}{row}", f"{row}{school}")
        assert [family.kind for family in found] == [FamilyKind.PERIODIC] * 2


def test_a_search_can_be_stopped_between_candidates(library: str, reservoir: str) -> None:
    calls: list[tuple[str, int, int]] = []

    def stop(stage: str, done: int, total: int) -> None:
        calls.append((stage, done, total))
        if stage == "passages":
            raise Cancelled

    texts = [canonical_text(library + reservoir), canonical_text(reservoir + library)]
    with pytest.raises(Cancelled):
        find_families(texts, stop)
    assert calls[-1] == ("passages", 0, calls[-1][2])


def test_progress_never_runs_backwards_within_a_stage(library: str, reservoir: str) -> None:
    calls: list[tuple[str, int, int]] = []

    def note(stage: str, done: int, total: int) -> None:
        calls.append((stage, done, total))

    find_families([canonical_text(library), canonical_text(reservoir + library)], note)
    for (stage, done, _), (following, later, total) in pairwise(calls):
        assert following != stage or done <= later <= total
