"""Texts for the loading tests: a short speech in both scripts, and a strategy for more."""

from __future__ import annotations

from hypothesis import strategies as st

SPEECH = (
    "同志们：\n"
    "今天我们在这里召开全区防汛工作会议，总结去年的经验，安排今年的任务。刚才，水务局的负责同志作了"
    "发言，讲得都很实在，我完全赞成。\n"
    "一、早作准备。雨季还有四十天，堤坝、涵洞和泵站要逐一检查，发现问题当天登记，一周之内修好。\n"
    "二、责任到人。每一段河堤都要有名有姓，电话二十四小时开机，不能出了事再找人。\n"
)
SPEECH_TRADITIONAL = (
    "同志們：\n"
    "今天我們在這裡召開全區防汛工作會議，總結去年的經驗，安排今年的任務。剛才，水務局的負責同志作了"
    "發言，講得都很實在，我完全贊成。\n"
    "一、早作準備。雨季還有四十天，堤壩、涵洞和泵站要逐一檢查，發現問題當天登記，一週之內修好。\n"
    "二、責任到人。每一段河堤都要有名有姓，電話二十四小時開機，不能出了事再找人。\n"
)

# Written alike in both scripts, so that every codec has them.
COMMON = (
    "的一是在不了有和人大中上地工作要我以用天生到年月日多心小本次部同水出入口去主力成自己前最主高"
    "平安全加又及此使用文明市委政府分別三二四五六七八九十百千萬好美化理想信念公共交通法定行步老少"
    "如何反思能文字下方可向上先立未必有所事物行程度快速提升建立制度完成目的基本原因其中外部分配合"
    "作用家庭社交土地山水田林湖草沙城市治理精神面向未來"
)
SIMPLIFIED_SHAPES = str.maketrans("別萬來", "别万来")


@st.composite
def chinese_texts(draw: st.DrawFn, *, traditional: bool = False) -> str:
    """Clauses of different common characters with stops and line feeds: six to twenty of them."""
    clause = st.lists(st.sampled_from(COMMON), min_size=4, max_size=12, unique=True)
    stop = st.sampled_from(["，", "，", "。", "；", "。\n", "：", "。\n\n"])
    parts = draw(st.lists(st.tuples(clause, stop), min_size=6, max_size=20))
    text = "".join("".join(words) + mark for words, mark in parts)
    return text if traditional else text.translate(SIMPLIFIED_SHAPES)
