"""A speech of our own with a year, a name and a figure, and its copies compared."""

from __future__ import annotations

from reviewer.garble.finding import Finding, Kind
from reviewer.workflow.analysing import search_findings
from reviewer.workflow.healing import ComparedTexts, compare_texts

SPEECH = (
    "同志们：\n"
    "今天开会，是把修渠的事再说透一遍。2016年秋天，青石村的老渠塌了一段，水在一定程度上漫进了低处的"
    "田，三百二十户人家的晚稻泡在水里。副县长牵头，带着水利站的人在堤上住了六夜，把口子堵上，"
    "又一户一户地登记损失，账目贴在祠堂门口，谁都可以去看。\n"
    "修渠要花钱，更要花心思。渠从谁家门前过，石头从哪座山上取，农忙的时候谁来看水，都要在动工之前"
    "讲明白。讲不明白的，宁可晚一个月，也不要先把沟挖开，让人天天绕着走。\n"
    "城市的形象、品位、档次是一步一步走出来的，乡村的渠也是一锹一锹挖出来的。希望大家把这件小事当作"
    "大事来办，办成以后，请村里的孩子在渠首的石头上刻一行字，记下今年的水位。\n"
)
NAMES = ("修渠讲话", "修渠讲话副本", "修渠讲话（转载）")


def compared(*texts: str) -> ComparedTexts:
    return compare_texts(texts, search_findings(texts), NAMES[: len(texts)])


def told(texts: tuple[str, ...], kind: Kind, document: int = 0) -> list[Finding]:
    return [one for one in compared(*texts).findings[document] if one.kind is kind]


def damaged(right: str, wrong: str) -> str:
    assert right in SPEECH
    return SPEECH.replace(right, wrong)
