"""What is no mojibake: rare names, other languages, formulas, signs, clean prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.garble.finding import Finding
from reviewer.garble.mojibake import find_mojibake
from reviewer.garble.searched import SearchedText

BEFORE, AFTER = "大家上午好。", "下面请水利局的同志发言。"


def found(text: str) -> list[Finding]:
    return list(find_mojibake(SearchedText(text)))


CLEAN = [
    "与会人员：昝瑩、翟璐、仝晔、亓官懿、缑旻旸、郗琰珺、禤晓琪、侴喆、谌龑、骆垚淼、阚珺瑶、酆嬿",
    "關關雎鳩，在河之洲。參差荇菜，左右流之。蒹葭萋萋，白露未晞。鴟鴞鴟鴞，既取我子。",
    "烷烃、烯烃、嘌呤、嘧啶、镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥；鸬鹚、鹈鹕、䴙䴘、鸲鹆、蚱蜢、蟋蟀",
    "地名：盱眙、郯城、鄄城、綦江、渑池、岢岚、井陉、枞阳、歙县、黟县、盩厔、邛崃、珙县、砀山",
    "龘靐齉爩是四个生僻字，燚和喆是人名。",
    "「ご来場の皆様、本日はお忙しい中、誠にありがとうございます」カタカナとデジタル庁",
    "日本の首相は今日、東京で記者会見を行った。",
    "안녕하세요 여러분, 대한민국 서울특별시 방문을 환영합니다. 金正恩（김정은）",
    "Café à la crème, déjà vu : où êtes-vous ? Créée à Besançon, Citroën, L’Oréal, Größe",
    "他读了《Les Misérables》和 naïve art 的介绍，去过 São Paulo。",
    "Tiếng Việt: Nguyễn Ái Quốc, đường phố, kỷ niệm; Привет, товарищи; Dvořák, Łódź, smørrebrød",
    "发音为 [ˈtʃaɪnə]、/ʃʊə/、[nɪˈhaʊ]；āáǎà ōóǒò ǖǘǚǜ；ㄅㄆㄇㄈ ㄋㄧˇㄏㄠˇ",
    "①②③④⑤ ⑴⑵⑶ ㈠㈡ ⅠⅡⅢ ■□▲△◆●★※→←↑↓┌──┬──┐│项目│ ½ ≥ ∑ ℃ № ㎡ €100 ©®™",
    "责(zé)任、內(nèi)容、發(fā)展。我們?nèi)〉昧俗審V大市民的支持。",
    "目录在 C:\\~temp\\{a} 下，用 ~{ 和 ~} 括起来",
    "设 α≤β，则 ∫f(x)dx＝∑aₙxⁿ，Δx→0 时 √(x²＋y²)≈‖v‖，∀ε＞0，∃δ；H₂SO₄、Ca²⁺、ΔH＝−285.8 kJ·mol⁻¹",
    "👍🎉😀 大家辛苦了❤️👨‍👩‍👧‍👦🇨🇳 1️⃣2️⃣",
    "Straße, Öl, Übergrößenträger, „schön“ — Çà et là, où l’œuvre naïve d’Eugène Æsop coûta 5 £",
    "São João, coração, ação, Ñandú, ¿Qué pasó?, ÁÉÍÓÚ, Århus, Þór, ÆØÅ, Ümlaut ÄÖÜ ß",
    "¡Señoras y señores! « Mesdames, Messieurs » ‹so› ‚so‘ †‡ ‰ ™ ©2020 ®",
    "嗡嗡作响，窸窸窣窣，咪咪叫，瘋瘋癲癲，皑皑白雪，熠熠生辉",
    "药名：枸橼酸铋钾、盐酸哌唑嗪、阿莫西林克拉维酸钾、琥珀酸亚铁、苯磺酸氨氯地平",
    "姓名：尉遲靐、万俟齾齾、淳于龘、澹臺燊、濮陽彧、冼夢瑤、逄錦聚、佘祥麟",
]
CLEAN_FILES = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").glob("*.txt"))


@pytest.mark.parametrize("text", CLEAN)
def test_rare_names_and_other_languages_are_no_mojibake(text: str) -> None:
    assert found(text) == []
    assert found(f"{BEFORE}\n{text}\n{AFTER}") == []


@pytest.mark.parametrize("path", CLEAN_FILES, ids=lambda path: path.stem)
def test_clean_prose_is_left_alone(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []
