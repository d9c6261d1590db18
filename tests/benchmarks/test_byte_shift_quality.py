"""How well byte-shifted sentences come back, by what was lost, with ftfy beside it."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol

import ftfy
import pytest

from reviewer.garble.byte_shift import find_byte_shifts
from reviewer.garble.detect import arranged
from reviewer.garble.finding import Finding, Kind
from reviewer.garble.hidden_cells import HiddenCells
from reviewer.garble.pinyin_injection import find_pinyin_injections, learn_injections
from reviewer.garble.searched import SearchedText
from reviewer.garble.shift_markers import markers
from reviewer.text.character_model import character_model

# The corrupter stands with the tests that show it to be right.
sys.path.append(str(Path(__file__).resolve().parents[1] / "garble"))
corrupter = import_module("corrupter")

pytestmark = pytest.mark.benchmark

PAGE = 8
"""Sentences on one page: the list of a site is learnt from so many."""

MOST_SENTENCES = 600

OWN = """
今年以来，全县上下围绕年初确定的目标，一件事情接着一件事情办，完成了大部分任务。
农村饮水工程已经覆盖八成以上的村庄，剩下的难点主要集中在山区。
个别单位对问题整改不重视，台账记得漂亮，实际没有行动。
我们要把群众的电话当成哨声，接到以后第一时间到现场去看。
老旧小区的电线像蜘蛛网一样，稍有火星就可能酿成大祸。
请财政局会同审计局，对专项资金的使用情况进行一次全面清查。
下半年还有三个重点项目要开工，征地拆迁的准备工作必须提前做好。
对带头创业的返乡青年，信用社要在贷款额度和利率上给予优惠。
这几年县里的财力虽然紧张，但是教育的投入一分钱也没有减少。
干部下乡不能只坐在车上转，隔着玻璃看，要进农户的门，吃农家的饭。
图纸画得再好，没有人去干，最后还是墙上挂挂。
防汛物资要在五月底以前全部到位，仓库钥匙由专人保管。
夏季用电高峰即将来临，供电部门要加强线路巡查，确保居民生活用电。
要从源头上抓起，严把产品质量关，绝不让不合格的药品流入市场。
村务公开栏不能几个月不换一张纸，更不能只公开结果不公开过程。
企业反映的证照难办问题，今天在座的几位局长要当场给个说法。
学校周边的网吧和游戏厅要集中整治，给孩子们一个清净的环境。
我讲过多次，招商引资不是请客吃饭，而是服务到家、说到做到。
各乡镇要把会议精神原原本本传达到每一个党支部、每一名党员。
大桥建成以后，两岸群众过河的时间将由一个小时缩短到十分钟。
种粮大户王师傅算了一笔账，改用节水灌溉后每亩能省八十多元。
要继续发扬艰苦奋斗的优良传统，把有限的钱花在刀刃上。
环境卫生整治要建立长效机制，不能检查前突击、检查后反弹。
希望全体同志振奋精神、团结一致，为实现全年目标而努力奋斗。
对长期占道经营的摊贩，要先讲道理，再指出路，最后才是处罚。
医院要进一步简化手续，让外地病人少跑路、少排队、少花钱。
今天的表彰大会开得很好，受到表扬的同志要戒骄戒躁、再接再厉。
法院执行难的问题由来已久，需要公安、银行等部门联动解决。
要树立过紧日子的思想，压缩一般性支出，停建楼堂馆所。
去年秋天的那场大火给我们敲响了警钟，教训极其深刻。
水价调整要充分听取群众意见，举行听证会，做到公开透明。
我们的差距不在条件，而在观念；不在客观，而在主观。
乡镇卫生院缺医生、留不住人，根子在待遇和编制上。
对于历史遗留的土地纠纷，要尊重历史、面对现实、依法处理。
电商服务站开进了村，山里的核桃和蜂蜜卖到了全国各地。
各部门要加强协调配合，遇到矛盾不推诿，遇到责任不躲闪。
公共厕所虽小，却是一座城市文明程度的镜子。
在资金安排上，要优先保障养老、医疗、义务教育等民生支出。
经过两年的努力，我们终于摘掉了贫困县的帽子，这是历史性的跨越。
督查室要对今天布置的任务逐项登记，每个月通报一次进度。
从调查的情况来看，农民最关心的还是种什么、怎么卖、卖给谁。
要严格执行值班制度，节日期间领导必须在岗带班，手机保持畅通。
树苗栽下去只是第一步，关键是浇水、管护，让它活下来、长起来。
当前正是春耕备耕的大忙季节，农资供应和农机检修都要跟上。
绿化队要抓紧补种行道树，缺一棵补一棵，不留空档。
我们鼓励群众监督、媒体监督，不怕揭短，就怕捂着盖着。
旅游旺季到了，宾馆饭店的价格要明码标价，不准宰客。
基层的事情千头万绪，抓住了主要矛盾，别的问题就会迎刃而解。
新城区的学校、医院、公园要与住宅同步规划、同步建设、同步使用。
请各位代表认真审议，提出宝贵的意见和建议。
""".strip().split("\n")

SEED_RUNS = {
    "們取得了讓廣", "變為“", "域實際", "當的獎勵;", "變為1", "入參與", "序專項整治",
    "輸到日常執", "當等違", "地政府治理實力和治理水平的干脆表達",
}  # fmt: skip
"""What a careful reader makes of the runs of the seed speeches (the digit is a lost one)."""


@pytest.fixture(scope="module")
def cells() -> HiddenCells:
    return HiddenCells(character_model())


def findings_of(text: str, cells: HiddenCells) -> tuple[Finding, ...]:
    searched = SearchedText(text)
    learnt = learn_injections(searched)
    shifts = find_byte_shifts(searched, learnt, cells)
    return arranged([*shifts, *find_pinyin_injections(searched, learnt)])


def restored(text: str, findings: tuple[Finding, ...]) -> str:
    """`text` with every repair made; one that lies inside another goes with it."""
    pieces: list[str] = []
    done = 0
    for finding in findings:
        if finding.replacement is not None and finding.span.start >= done:
            pieces += text[done : finding.span.start], finding.replacement
            done = finding.span.end
    return "".join([*pieces, text[done:]])


def seed_sentences(files: list[Path]) -> list[str]:
    """Different sentences of the two undamaged seed speeches."""
    text = "\n".join(path.read_text("utf-8") for path in files if path.name[:3] in ("003", "004"))
    sentences = [re.sub(r"\s", "", part) for part in re.split(r"(?<=[。！？!?])|\n", text)]
    return sorted({part for part in sentences if 15 < len(part) < 200})


class Damage(Protocol):
    """What the corrupter makes of a text."""

    text: str
    dropped: int
    swallowed: int


def pages(
    sentences: Sequence[str], *, one_after_another: bool
) -> Iterator[tuple[list[str], list[Damage]]]:
    listed = corrupter.whole_list()
    for first in range(0, len(sentences), PAGE):
        clean = [corrupter.traditional(sentence) for sentence in sentences[first : first + PAGE]]
        broken = [
            corrupter.damage(text, listed, one_after_another=one_after_another) for text in clean
        ]
        yield [corrupter.half_width(text) for text in clean], broken


def kind_of(broken: Damage) -> str:
    if broken.swallowed:
        return "sign swallowed"
    return "pair dropped" if broken.dropped else "no byte lost"


def measure(
    sentences: Sequence[str], cells: HiddenCells, *, one_after_another: bool
) -> Counter[str]:
    """How many sentences are broken and come back exactly, and how many safe repairs are right."""
    counts: Counter[str] = Counter()
    for clean, broken in pages(sentences, one_after_another=one_after_another):
        text = "\n".join(each.text for each in broken)
        findings = findings_of(text, cells)
        whole = "\n".join(clean)
        for finding in findings:
            if finding.kind is Kind.BYTE_SHIFT_MOJIBAKE and finding.safe:
                counts["safe"] += 1
                counts["safe, right"] += (finding.replacement or "?") in whole
        back = restored(text, findings).split("\n")
        if len(back) != len(clean):
            back += [""] * len(clean)
        for sentence, each, result in zip(clean, broken, back, strict=False):
            broke = next(markers(each.text), None) is not None
            kind = kind_of(each) if broke else "readings only"
            counts[kind] += 1
            counts[f"{kind}, exact"] += result == sentence
            counts["broken"] += broke
            counts["broken, exact"] += broke and result == sentence
            counts["broken, ftfy"] += broke and ftfy.fix_text(each.text) == sentence
    return counts


def show(title: str, counts: Counter[str]) -> None:
    print(f"\n{title}")
    for kind in ("broken", "no byte lost", "pair dropped", "sign swallowed", "readings only"):
        share = counts[f"{kind}, exact"] / max(counts[kind], 1)
        print(f"  {kind:<15} {counts[f'{kind}, exact']:>4} of {counts[kind]:>4}  {share:.1%}")
    print(f"  safe repairs    {counts['safe, right']:>4} of {counts['safe']:>4} right")
    print(f"  ftfy            {counts['broken, ftfy']:>4} of {counts['broken']:>4}")


@pytest.mark.parametrize("one_after_another", [False, True])
def test_sentences_of_our_own(cells: HiddenCells, one_after_another: bool) -> None:
    counts = measure(OWN, cells, one_after_another=one_after_another)
    show(f"own sentences, one after another: {one_after_another}", counts)
    assert counts["broken, exact"] >= 0.85 * counts["broken"]
    assert counts["broken, exact"] > counts["broken, ftfy"]
    assert counts["safe, right"] >= 0.99 * counts["safe"]


@pytest.mark.seeds
@pytest.mark.parametrize("one_after_another", [False, True])
def test_sentences_of_speeches_not_trained_on(
    cells: HiddenCells, seed_files: list[Path], one_after_another: bool
) -> None:
    sentences = seed_sentences(seed_files)[::2][:MOST_SENTENCES]
    counts = measure(sentences, cells, one_after_another=one_after_another)
    show(f"sentences of two speeches, one after another: {one_after_another}", counts)
    assert counts["broken, exact"] >= 0.9 * counts["broken"]
    assert counts["broken, exact"] > counts["broken, ftfy"]
    assert counts["safe, right"] >= 0.99 * counts["safe"]


@pytest.mark.seeds
def test_the_runs_of_the_seed_speeches(cells: HiddenCells, seed_files: list[Path]) -> None:
    found = [
        finding
        for path in seed_files
        for finding in findings_of(path.read_text("utf-8"), cells)
        if finding.kind is Kind.BYTE_SHIFT_MOJIBAKE
    ]
    right = [finding for finding in found if finding.replacement in SEED_RUNS]
    offered = [f for f in found if SEED_RUNS.intersection((f.replacement, *f.alternatives))]
    print(f"\nseed speeches: {len(right)} of {len(found)} exactly, {len(offered)} with candidates")
    for finding in found:
        print(f"  {finding.text} -> {finding.replacement} {finding.confidence} {finding.safe}")
    assert len(found) == len(SEED_RUNS)
    assert len(right) >= 9
    assert all(finding in right for finding in found if finding.safe)
