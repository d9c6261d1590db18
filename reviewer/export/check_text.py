"""The report of a check for reading in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewer.export.report import CheckedDocument, CheckReport
from reviewer.garble.finding import Finding, Kind
from reviewer.loading.names import shown_name
from reviewer.repeats.family import DisagreementCategory, FamilyKind
from reviewer.repeats.formulas import FormulaKind
from reviewer.text.document import Document
from reviewer.text.wording import Language, Wording

LONGEST_LIST = 12
"""Findings of one kind that are listed one by one; of the rest only the texts are counted."""

MOST_FORMULAS = 40
"""Stock phrases, headings and parallels that are listed."""

LONGEST_QUOTE = 24
"""Code points of a text that are shown."""

_NOTHING = Wording("没有发现问题", "nothing found")
_FAILED = Wording("无法读取：{error}", "could not be read: {error}")
_HEAD = Wording(
    "{characters} 字 · {encoding} · {count} 处",
    "{characters} characters · {encoding} · findings: {count}",
)
_COUNT = Wording("{label} {count} 处", "{label}: {count}")
_PLACE = Wording("第 {line} 行第 {column} 字", "line {line}, character {column}")
_REPEATS = Wording("重复段落 {count} 组", "families of repeated passages: {count}")
_FAMILY = Wording(
    "{number}. {kind}，{members} 处，相似度 {similarity}",
    "{number}. {kind}, passages: {members}, similarity {similarity}",
)
_DISAGREE = Wording("各稿不一致：{category}", "copies disagree: {category}")
_DELETE = Wording("删去", "delete")
_REPEATED = Wording(
    "重复 {repeated}，只留一份可减 {removable}", "repeated {repeated}, removable {removable}"
)
_INNER = Wording("；文内自身重复 {share}", "; within itself {share}")
_SOURCE = Wording("；与《{name}》相同最多：{share}", "; most of it in {name}: {share}")
_KEPT = Wording("← 保留：{reason}", "← kept: {reason}")
_FORMULAS = Wording(
    "套话、小标题与排比 {count} 种（不是重复）",
    "stock phrases, headings and parallels: {count} (no copies)",
)
_MORE = Wording("另有 {count} 种", "{count} more")

FAMILY_KINDS = {
    FamilyKind.EXACT: Wording("文字相同", "the same words"),
    FamilyKind.NEAR: Wording("大致相同", "nearly the same"),
    FamilyKind.REORDERED: Wording("次序不同", "in another order"),
    FamilyKind.DOCUMENT: Wording("整篇重复", "whole documents"),
    FamilyKind.PERIODIC: Wording("连续重复", "over and over in a row"),
}
FORMULA_KINDS = {
    FormulaKind.PHRASE: Wording("套话", "phrase"),
    FormulaKind.HEADING: Wording("小标题", "heading"),
    FormulaKind.PARALLEL: Wording("排比", "parallel"),
}
CATEGORIES = {
    DisagreementCategory.NUMBER: Wording("数字", "number"),
    DisagreementCategory.YEAR: Wording("年份", "year"),
    DisagreementCategory.DATE: Wording("日期", "date"),
    DisagreementCategory.NAME: Wording("人名", "name"),
    DisagreementCategory.PLACE: Wording("地名", "place"),
    DisagreementCategory.NEGATION: Wording("肯定或否定", "negation"),
    DisagreementCategory.MASK: Wording("遮盖", "mask"),
    DisagreementCategory.WORDING: Wording("用词", "wording"),
}


def check_text(report: CheckReport, language: Language) -> str:
    """The report in `language`, ending in a line break."""
    lines: list[str] = []
    for number, checked in enumerate(report.documents):
        lines += _document(checked, language, _figures(report, number, language))
        lines.append("")
    if report.families:
        lines += _families(report, language)
    if report.formulas:
        lines += _formulas(report, language)
    if not report.found_anything and not report.failed:
        lines.append(_NOTHING.text(language))
    return "\n".join(lines).rstrip("\n") + "\n"


def _formulas(report: CheckReport, language: Language) -> Iterator[str]:
    """What recurs and is no copy, the most frequent first."""
    formulas = report.formulas or ()
    yield _FORMULAS.told(language, count=len(formulas))
    for formula in formulas[:MOST_FORMULAS]:
        first = formula.passages[0]
        words = report.passage_text(first.document, first.span.start, first.span.end)
        kind = FORMULA_KINDS[formula.kind].text(language)
        yield f"  {kind} ×{len(formula.passages)}  {_quote(words)}"
    if len(formulas) > MOST_FORMULAS:
        yield "  " + _MORE.told(language, count=len(formulas) - MOST_FORMULAS)


def _figures(report: CheckReport, number: int, language: Language) -> str:
    """How much of a document repeats, and with which other one; nothing where nothing does."""
    figures = report.figures.documents
    if number >= len(figures) or not figures[number].repeated:
        return ""
    one = figures[number]
    line = _REPEATED.told(
        language, repeated=f"{one.repeated_share:.1%}", removable=f"{one.removable_share:.1%}"
    )
    inner = one.shared.get(number)
    if inner:
        line += _INNER.told(language, share=f"{inner / one.characters:.1%}")
    source = one.largest_source
    if source is None:
        return line
    name = shown_name(Path(report.documents[source.document].path.name))
    return line + _SOURCE.told(language, name=name, share=f"{source.share:.1%}")


def _document(checked: CheckedDocument, language: Language, figures: str) -> Iterator[str]:
    yield shown_name(checked.path)
    document = checked.document
    if document is None:
        yield "  " + _FAILED.told(language, error=checked.error)
        return
    yield "  " + _HEAD.told(
        language,
        characters=f"{len(document):,}",
        encoding=document.origin.encoding,
        count=len(checked.findings),
    )
    if figures:
        yield "  " + figures
    by_kind: dict[Kind, list[Finding]] = {}
    for finding in checked.findings:
        by_kind.setdefault(finding.kind, []).append(finding)
    for kind, findings in by_kind.items():
        label = kind.label.text(language)
        yield "  " + _COUNT.told(language, label=label, count=len(findings))
        if len(findings) > LONGEST_LIST:
            yield "    " + _tally(document, findings, language)
        else:
            yield from (_line(document, finding, language) for finding in findings)


def _tally(document: Document, findings: Sequence[Finding], language: Language) -> str:
    """How often each text was found, with the character before it where it is a bracket."""
    counted = Counter(
        document.text[finding.span.start - 1 : finding.span.start] * finding.text.startswith("(")
        + _quote(finding.text)
        for finding in findings
    )
    shown = [f"{text} ×{count}" for text, count in counted.most_common(LONGEST_LIST)]
    if len(counted) > LONGEST_LIST:
        shown.append(_MORE.told(language, count=len(counted) - LONGEST_LIST))
    return "   ".join(shown)


def _line(document: Document, finding: Finding, language: Language) -> str:
    place = _place(document, finding.span.start, language)
    repair = ""
    if finding.replacement is not None:
        repair = " → " + (_quote(finding.replacement) or f"({_DELETE.text(language)})")
    return f"    {place}  {_quote(finding.text)}{repair}  · {finding.reason.text(language)}"


def _families(report: CheckReport, language: Language) -> Iterator[str]:
    yield _REPEATS.told(language, count=len(report.families))
    for number, family in enumerate(report.families):
        yield "  " + _FAMILY.told(
            language,
            number=number + 1,
            kind=FAMILY_KINDS[family.kind].text(language),
            members=len(family.passages),
            similarity=f"{family.similarity:.1%}",
        )
        kept = report.kept[number] if report.kept else None
        for index, passage in enumerate(family.passages):
            shown = _passage(
                report, passage.document, passage.span.start, passage.span.end, language
            )
            if kept is not None and kept.index == index:
                shown += "  " + _KEPT.told(language, reason=kept.reason.text(language))
            yield "    " + shown
        for disagreement in report.disagreements:
            if disagreement.family == number:
                category = CATEGORIES[disagreement.category].text(language)
                readings = " / ".join(
                    report.passage_text(reading.document, reading.span.start, reading.span.end)
                    for reading in disagreement.readings
                )
                yield f"    {_DISAGREE.told(language, category=category)}  {readings}"


def _passage(report: CheckReport, number: int, start: int, end: int, language: Language) -> str:
    checked = report.documents[number]
    assert checked.document is not None
    place = _place(checked.document, start, language)
    quote = _quote(checked.document.text[start:end])
    return f"{shown_name(checked.path)}  {place}  [{start}, {end})  {quote}"


def _place(document: Document, offset: int, language: Language) -> str:
    line = document.text.count("\n", 0, offset) + 1
    column = offset - (document.text.rfind("\n", 0, offset) + 1) + 1
    return _PLACE.told(language, line=line, column=column)


def _quote(text: str) -> str:
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return short.replace("\n", "⏎")
