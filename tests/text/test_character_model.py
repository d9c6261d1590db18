"""The character model puts right Chinese above garble, whatever its script or width."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.character_model import (
    CLASS_COUNT,
    CharacterModel,
    character_model,
    read_model,
    scoring_forms,
)
from reviewer.text.resources import resource

PROJECT = Path(__file__).resolve().parents[2]

SENTENCES = (
    "今年以来，全县上下抢抓机遇，克服困难，各项工作取得了新的进展。",
    "要加强组织领导，明确责任分工，确保每一项任务都落到实处。",
    "希望同学们珍惜时光，刻苦学习，将来做一个对社会有用的人。",
    "消防安全关系到千家万户，任何时候都不能有半点马虎。",
    "下一步，我们要继续推进农村公路建设，解决群众出行难的问题。",
    "过去的一年，公司的销售收入比上年增长了百分之十二。",
)

# What right text becomes when its bytes are read with the wrong codec.
MOJIBAKE = (("gbk", "cp437"), ("gbk", "latin-1"), ("utf-8", "latin-1"), ("utf-8", "gb18030"))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("取得了讓廣", "〉昧俗審V"),
        ("我们取得了让广大市民满意", "我们?nèi)〉昧俗審V大市民满意"),
        ("深入贯彻落实", "深入贯切落实"),
        ("规则", "规那么"),
        ("抓住时机", "抓往时机"),
        ("增長了百分之五", "增長了白分之五"),
        ("各位领导", "各位领寻"),
        ("2015年", "2O15年"),
    ],
)
def test_the_right_reading_of_a_garbled_run_ranks_first(right: str, wrong: str) -> None:
    model = character_model()
    assert model.score(right) > model.score(wrong)


@pytest.mark.parametrize(("codec", "wrong_codec"), MOJIBAKE)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_ranks_above_its_mojibake(sentence: str, codec: str, wrong_codec: str) -> None:
    model = character_model()
    mojibake = sentence.encode(codec).decode(wrong_codec, "replace")
    assert model.score(sentence) > model.score(mojibake) + len(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_the_model_never_saw_look_like_prose(sentence: str) -> None:
    model = character_model()
    backwards = sentence[::-1]
    assert model.per_character(sentence) > -2.6
    assert model.per_character(backwards) < model.per_character(sentence) - 0.8


def test_script_width_and_the_very_digits_do_not_count() -> None:
    model = character_model()
    base = model.score("“责任”到人,2015年增长5.6%,ab")
    assert model.score("「責任」到人，２０１９年增長３．８％，ＸＹ") == pytest.approx(base)
    assert model.score("“責任”到人,1998年增長7.1%,Zq") == pytest.approx(base)


def test_what_no_text_has_costs_more_than_any_character() -> None:
    model = character_model()
    rare = min(model.score(character) for character in "龘𠮷é●ガ")
    for character in "\0\x85\ud800\ue000\ufffd\uffff\U000f0000\U000e0001\U0010ffff":
        assert model.score(character) < rare - 2


def test_nothing_scores_nothing() -> None:
    model = character_model()
    assert model.score("") == 0.0
    assert model.per_character("") == 0.0
    assert model.scores([]).tolist() == []


@given(st.lists(st.text(alphabet=st.characters(), max_size=8), max_size=8))
def test_scoring_many_texts_at_once_scores_each_alone(texts: list[str]) -> None:
    model = character_model()
    together = model.scores(texts)
    assert together == pytest.approx([model.score(text) for text in texts])
    assert np.all(together <= 0)


def test_a_long_text_is_scored_as_if_in_one_piece() -> None:
    model = character_model()
    text = "".join(SENTENCES) * 800
    each = model.log_probabilities(text)
    assert len(each) == len(text) > 1 << 17
    period = len("".join(SENTENCES))
    assert np.array_equal(each[period : 2 * period], each[-period:])
    for place in (1 << 16, 1 << 17):
        assert np.array_equal(
            each[place - 4 : place + 8], model.log_probabilities(text[place - 6 : place + 8])[2:]
        )


def total_probability(model: CharacterModel, context: str) -> float:
    """The sum over all symbols after `context`, which is 1 in a sound model."""
    symbols, first = np.unique(model.table[scoring_forms()], return_index=True)
    listed = symbols < len(model.alone) - CLASS_COUNT
    characters = [chr(scoring_forms()[code]) for code in first[listed]]
    scores = model.scores([context + character for character in characters])
    probabilities = 10 ** (scores - model.score(context))
    alike = {"0": 10, "a": 26}
    return float(sum(p * alike.get(c, 1) for p, c in zip(probabilities, characters, strict=True)))


@pytest.mark.parametrize("context", ["", "的", "城", "城市", "中央", "龘", "2", "。\n", "工作"])
def test_the_probabilities_of_what_may_follow_add_up_to_one(context: str) -> None:
    # Each is rounded to a step of 0.05, so that a sum may be out by a few hundredths.
    assert total_probability(character_model(), context) == pytest.approx(1, abs=0.05)


def test_the_shipped_model_is_small() -> None:
    assert resource("models", "characters.npz").stat().st_size < 5_000_000


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    path = PROJECT / "packaging" / "build_character_model.py"
    spec = importlib.util.spec_from_file_location("build_character_model", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # A dataclass looks for its module by name while it is made.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_a_model_can_be_built_from_any_text(
    builder: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "small.npz"
    builder.write("\n".join(SENTENCES + SENTENCES[:3]), path)
    model = read_model(path)
    assert model.per_character(SENTENCES[0]) > model.per_character("全新的校园")
    assert total_probability(model, "工作") == pytest.approx(1, abs=0.1)
    assert "small.npz" in capsys.readouterr().out


def test_the_builder_reads_tagged_words_and_refuses_another_corpus(
    builder: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "199801.txt"
    corpus.write_text("全县/n  上下/f  ，/w  １/m  ／/w\n讲话/n\n", encoding="utf-8")
    assert list(builder.paragraphs(corpus)) == ["全县上下，１／", "讲话"]
    monkeypatch.setattr("sys.argv", ["build", str(corpus)])
    assert builder.main() == 1
