"""Builds resources/lexicons/idioms.txt: the well-known idioms of jieba's dictionary.

Run with jieba installed: `python packaging/build_idioms.py`. Rare idioms are left
out, as ordinary words meet in their shape by chance, and so are the forms that
resources/rules/wrong_words.toml calls wrong, of which that dictionary holds some. Words that sound
like a well-known idiom and are no slips of it (`ALSO_RIGHT`) are listed with a + before them.
"""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "lexicons" / "idioms.txt"
IDIOM = "i"
LENGTH = 4
WELL_KNOWN = 15
PER_LINE = 20
ALSO_RIGHT = """
一倡一和 一相情愿 一纸千金 不厌其繁 不抗不卑 不加思索 不见当年 严刑峻罚 丰姿绰约 丰度翩翩
乔妆打扮 乔妆改扮 以佚待劳 以老卖老 众口一辞 何患无词 依老卖老 俛首帖耳 俯首贴耳 停止不前
其势汹汹 十拏九稳 反覆无常 发奋图强 名不符实 含糊其词 哄动一时 唯所欲为 惟所欲为 嘻笑怒骂
器宇轩昂 回光反照 坐以待斃 多姿多采 多材多艺 多采多姿 大作文章 大杀风景 天真烂熳 夸大其辞
好吃懒作 委靡不振 嬉皮笑脸 完事大吉 宽洪大量 密而不宣 对证下药 少纵即逝 展露头角 平白无辜
引人瞩目 张惶失措 归根结柢 归根结蒂 心乡往之 志高气扬 忿世嫉俗 愤世疾俗 怵目惊心 情深意重
惊皇失措 惨澹经营 惹是生非 慷慨陈辞 慎谋远虑 打恭作揖 打拱作揖 披麻带孝 振振有辞 攻城略地
故技重演 敲山振虎 敲榨勒索 无倚无靠 无庸讳言 无所不至 无技可施 既往不究 明查暗访 暗度陈仓
有恃毋恐 栋梁之才 根深柢固 桀傲不驯 桀敖不驯 桀骜不逊 桃之夭夭 椎胸顿足 横眉努目 殊涂同归
毛骨竦然 水洩不通 水长船高 沤心沥血 流言飞语 浓装艳抹 混然天成 清净无为 激流勇退 烟波浩淼
犯言直谏 琳瑯满目 疾恶如仇 疾风暴雨 白日作梦 直捷了当 直接了当 真知卓见 瞑思苦想 离经畔道
秋毫勿犯 繁华似锦 纨袴子弟 纨裤子弟 绰绰有裕 绝无此事 耽惊受怕 能曲能伸 脣亡齿寒 脣枪舌剑
舍己就人 若隐若显 落阱下石 蜂起云涌 血肉相联 见风驶舵 触目儆心 触目警心 言不由中 誓不两立
谭天说地 负老携幼 遥无音信 邪魔歪道 钩心斗角 长嘘短叹 门户之间 闲情逸志 阙一不可 雄材大略
青天霹雳 风行一世 风雨漂摇 风雨飘飖 骄奢淫佚 高枕勿忧 鬼哭狼嗥 魂不负体 鸦鹊无声 黯淡无光
举世注目 难以维继 日慎一日 身受其害 易如翻掌 全神关注 生杀与夺 一笔勾消 名符其实 各行其是
各行其事 却不知道 心心相映 宁缺勿滥 丰富多采 仗义直言 莫明其妙 丰功伟迹 宏篇巨制 因才施教 力行节约
"""
MARK = "+"


def wrong_forms() -> set[str]:
    """The left sides of the word list."""
    table = tomllib.loads((ROOT / "resources" / "rules" / "wrong_words.toml").read_text("utf-8"))
    return {word for name in ("never_right", "seldom_right") for word in table[name]}


def idioms(dictionary: Path, wrong: set[str]) -> list[str]:
    """The idioms of the dictionary, sorted, and behind them the marked words that are no slips."""
    found: set[str] = set()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        if len(word) == LENGTH and tag == IDIOM and int(frequency) >= WELL_KNOWN:
            found.add(word)
    also_right = set(ALSO_RIGHT.split()) - found
    return sorted(found - wrong - also_right) + sorted(MARK + word for word in also_right)


def main() -> int:
    """Writes the file."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        return 1
    words = idioms(Path(spec.origin).with_name("dict.txt"), wrong_forms())
    head = (
        "# Well-known idioms of four characters, Simplified. Built by packaging/build_idioms.py\n"
        f"# from the dictionary of jieba {version('jieba')} (MIT licence). Words with a +\n"
        "# before them are no slips of an idiom that they sound like.\n"
    )
    lines = [" ".join(words[i : i + PER_LINE]) for i in range(0, len(words), PER_LINE)]
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
