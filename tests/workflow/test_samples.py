"""The sample speeches: they show all that the program knows, and their table is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.export.report import CheckReport
from reviewer.garble.finding import Finding, Kind
from reviewer.repeats.family import DisagreementCategory, FamilyKind
from reviewer.text.resources import resource
from reviewer.workflow.checking import Selection, check_files

FOLDER = resource("samples")
CLEAN_SENTENCES = {
    "01": "河东老街的夜市搬进了固定摊位，居民投诉比行动以前下降了三成。",
    "02": "早市占道、垃圾乱堆、工地扬尘的问题还没有根治",
    "03": "清淤要清到硬底,護坡要砌到",
    "04": "出一次事故，三年的利润都赔不回来。",
}
"""A sentence of each sample in which nothing is wrong."""


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check_files([FOLDER], Selection())


def findings_of(report: CheckReport) -> list[Finding]:
    return [finding for checked in report.documents for finding in checked.findings]


def readings_of(report: CheckReport, category: DisagreementCategory) -> list[set[str]]:
    return [
        {
            report.passage_text(place.document, place.span.start, place.span.end)
            for place in row.readings
        }
        for row in report.disagreements
        if row.category is category
    ]


def test_every_sample_is_read(report: CheckReport) -> None:
    assert [checked.path.name[:2] for checked in report.documents] == ["01", "02", "03", "04"]
    assert not report.failed


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_every_kind_that_the_program_knows_is_shown(report: CheckReport, kind: Kind) -> None:
    assert any(finding.kind is kind for finding in findings_of(report))


@pytest.mark.parametrize("name", CLEAN_SENTENCES)
def test_what_is_clean_is_left_alone(report: CheckReport, name: str) -> None:
    (checked,) = (one for one in report.documents if one.path.name.startswith(name))
    assert checked.document is not None
    sentence = CLEAN_SENTENCES[name]
    start = checked.document.text.index(sentence)
    marked = [
        finding.text
        for finding in checked.findings
        if finding.span.start < start + len(sentence) and start < finding.span.end
    ]
    assert marked == []


def test_the_two_versions_of_a_speech_are_one_family(report: CheckReport) -> None:
    (family,) = report.families
    assert family.kind in (FamilyKind.DOCUMENT, FamilyKind.NEAR)
    assert [passage.document for passage in family.passages] == [0, 1]
    for passage in family.passages:
        document = report.documents[passage.document].document
        assert document is not None
        assert len(passage.span) > 0.85 * len(document)


def test_the_two_versions_disagree_in_years_a_number_and_a_name(report: CheckReport) -> None:
    years = readings_of(report, DisagreementCategory.YEAR)
    assert {"2024", "2019"} in years
    assert {"2024", "2021"} in years
    assert {"1280", "1820"} in readings_of(report, DisagreementCategory.NUMBER)
    assert {"周启明", "周启民"} in readings_of(report, DisagreementCategory.NAME)


def test_shifted_bytes_of_the_traditional_sample_come_back(report: CheckReport) -> None:
    shifts = [f for f in findings_of(report) if f.kind is Kind.BYTE_SHIFT_MOJIBAKE]
    safe = {finding.replacement for finding in shifts if finding.safe}
    assert safe == {"動員", "每條", "當場交辦"}
    (unsure,) = (finding for finding in shifts if not finding.safe)
    assert (unsure.replacement or "").endswith("群眾說")


def rows_of_the_table() -> list[list[str]]:
    lines = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if row[0].startswith("`")]


def test_the_table_of_the_samples_says_which_kinds_are_found() -> None:
    found = {row[0].strip("`") for row in rows_of_the_table() if row[4] == "✓"}
    assert found == {kind.value for kind in Kind}


@pytest.mark.parametrize("row", rows_of_the_table(), ids=lambda row: row[0].strip("`"))
def test_the_table_of_the_samples_quotes_what_stands_there(row: list[str]) -> None:
    _, sample, quoted, *_ = row
    (path,) = FOLDER.glob(f"{sample}_*.txt")
    assert_quoted(path, quoted)


def assert_quoted(path: Path, cell: str) -> None:
    """Every text in backquotes stands in the sample, as it is or in Python's escapes."""
    text = path.read_text(encoding="utf-8")
    quotes = re.findall(r"`([^`]+)`", cell)
    assert quotes
    for quote in quotes:
        plain = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), quote)
        assert plain.replace("⏎", "\n") in text, quote
