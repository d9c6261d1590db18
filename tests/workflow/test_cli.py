"""The terminal: check, clean and export as a user calls them, and what bad input leads to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench import SPEECH, Bench

from reviewer.cli import run
from reviewer.export.ledger import read_ledger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "文稿"
    folder.mkdir()
    (folder / "1.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "2.txt").write_bytes(("﻿" + SPEECH.replace("\n", "\r\n") + "完").encode("utf-8"))
    return folder


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:  # pyright: ignore
    status = run(["check", "--json", *arguments])
    return status, json.loads(capsys.readouterr().out)


def test_check_reports_findings_in_the_agreed_format(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, report = checked(capsys, str(folder))
    assert status == 1
    assert report["format"] == "reviewer-check/1"
    first, second = report["documents"]
    assert first["path"] == str(folder / "1.txt")
    assert (first["encoding"], first["characters"], first["error"]) == ("utf-8", len(SPEECH), None)
    finding = first["findings"][0]
    assert set(finding) == {
        "kind", "start", "end", "text", "replacement", "confidence", "safe", "reason",
    }  # fmt: skip
    assert finding["text"] == SPEECH[finding["start"] : finding["end"]] == "(zé)"
    assert second["characters"] == len(SPEECH) + 1, "the mark is removed and CRLF is one newline"
    starts = [row["start"] for row in first["findings"]]
    assert starts == sorted(starts)


def test_check_tells_how_much_repeats_and_which_copy_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    passage = "水库移民安置工作涉及面广，各乡镇要把搬迁、住房、就业三件事统筹起来，逐户登记。"
    (tmp_path / "a.txt").write_text(f"20XX年\n{passage}\n先讲到这里\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{passage}\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("风大，把门关好。\n", encoding="utf-8")
    _, report = checked(capsys, str(tmp_path))
    shares = [row["figures"] for row in report["documents"]]
    assert all(row["repeated"] + row["unique"] == pytest.approx(1) for row in shares)
    assert shares[0]["largest_source"]["document"] == 1
    assert shares[1]["repeated"] > 0.95
    assert shares[2] == {"repeated": 0, "unique": 1, "removable": 0, "largest_source": None}
    assert {"document": 0, "other": 1, "characters": len(passage)} in report["matrix"]
    assert 0 < report["figures"]["removable"] < report["figures"]["repeated"] < 1
    (family,) = report["families"]
    assert family["kept"] in range(len(family["passages"]))
    assert family["kept_reason"]
    assert run(["check", str(tmp_path), "--language", "zh"]) == 1
    shown = capsys.readouterr().out
    assert "与《b.txt》相同最多" in shown
    assert "← 保留：" in shown
    assert run(["check", str(tmp_path), "--language", "zh-Hant"]) == 1
    shown = capsys.readouterr().out
    assert "與《b.txt》相同最多" in shown
    assert "重複段落" in shown


def test_check_names_the_copy_that_repairs_a_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "{year}年秋天，青石村的老渠塌了一段，三百二十户人家的晚稻泡在水里，谁也没有怨谁。\n"
    for name, year in (("坏稿", "20XX"), ("好稿", "2016")):
        line = "开头：" + text.format(year=year)
        (tmp_path / f"{name}.txt").write_text(line, encoding="utf-8")
    _, report = checked(capsys, str(tmp_path), "--language", "zh", "--only", "masked_text")
    (finding,) = [row for document in report["documents"] for row in document["findings"]]
    assert (finding["text"], finding["replacement"], finding["safe"]) == ("20XX", "2016", False)
    assert "《好稿》第 1 行此处作“2016”" in finding["reason"]


def test_check_can_be_narrowed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, report = checked(capsys, str(folder), "--only", "masked_text", "--min-confidence", "0.5")
    assert {row["kind"] for doc in report["documents"] for row in doc["findings"]} == {
        "masked_text"
    }


def test_check_of_clean_prose_finds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("同志们：今天的会议很重要。\n", encoding="utf-8")
    assert run(["check", str(path), "--language", "en"]) == 0
    assert "nothing found" in capsys.readouterr().out


def test_the_readable_report_names_place_text_and_repair(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(folder / "1.txt"), "--language", "zh"]) == 1
    shown = capsys.readouterr().out
    assert "小数点误作句号 1 处" in shown
    assert "10301。21 → 10301.21" in shown
    assert "第 2 行" in shown


def test_clean_lists_every_change_and_never_touches_a_source(folder: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    output = tmp_path / "清稿"
    assert run(["clean", str(folder), "--output", str(output), "--accept", "safe"]) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    text = (output / "1.txt").read_text(encoding="utf-8")
    ledger = read_ledger((output / "1.ledger.json").read_text(encoding="utf-8"))
    assert "(" not in text
    assert ledger.inverse().apply(text) == SPEECH
    assert b"\r\n" in (output / "2.txt").read_bytes(), "newlines stay as they were"


def test_cleaning_into_the_folder_of_the_sources_takes_other_names(folder: Path) -> None:
    source = (folder / "1.txt").read_bytes()
    assert run(["clean", str(folder / "1.txt"), "--output", str(folder)]) == 0
    assert (folder / "1.txt").read_bytes() == source
    assert (folder / "1-2.txt").exists()


def test_cleaning_can_drop_copies(tmp_path: Path) -> None:
    passage = (
        "水库移民安置工作涉及面广，各乡镇要把搬迁、住房、就业三件事统筹起来，逐户登记，逐户落实。"
    )
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"{name} 的开头各不相同，下面是相同的一段。\n{passage * 3}\n", encoding="utf-8"
        )
    output = tmp_path / "out"
    sources = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert run(["clean", *sources, "--output", str(output), "--drop-repeats"]) == 0
    texts = [(output / f"{name}.txt").read_text(encoding="utf-8") for name in ("a", "b")]
    assert sum(text.count(passage) for text in texts) < 6
    assert any(passage in text for text in texts), "one copy always stays"


def test_export_gives_what_was_decided(bench: Bench, tmp_path: Path) -> None:
    number = bench.add(SPEECH)
    bench.desk.accept(bench.marks(number))
    bench.store.close()
    output = tmp_path / "out"
    assert run(["export", "--store", str(bench.path), "--output", str(output)]) == 0
    assert "10301.21" in (output / "讲话.txt").read_text(encoding="utf-8")


def test_export_of_an_unknown_document_says_so(
    bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.store.close()
    arguments = ["export", "没有", "--store", str(bench.path), "--output", str(tmp_path / "out")]
    assert run(arguments) == 2
    assert "没有" in capsys.readouterr().err


def test_a_broken_file_is_named_and_the_others_are_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "3.txt").write_bytes(b"")
    (folder / "4.txt").write_bytes(b" \n\t")
    (folder / "5.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    status, report = checked(capsys, str(folder), str(folder / "6.txt"))
    assert status == 2
    errors = {Path(row["path"]).name: row["error"] for row in report["documents"]}
    assert errors["1.txt"] is None
    assert "empty" in errors["3.txt"]
    assert "blanks" in errors["4.txt"]
    assert all(errors[name] for name in ("5.txt", "6.txt"))
    assert report["documents"][0]["findings"]


@pytest.mark.skipif(os.name == "nt", reason="such a name cannot be had there")
def test_a_name_with_a_newline_is_one_line_of_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "上\n下.txt").write_text(SPEECH, encoding="utf-8")
    status, report = checked(capsys, str(tmp_path))
    assert status == 1
    assert report["documents"][0]["path"].endswith("上\\n下.txt")


@pytest.mark.parametrize(
    "text",
    ["同" * 1_000_000, "同志们，今天的会议很重要。" * 80_000, "同志们今天的会议很重要" * 90_000],
    ids=["one character a million times", "one long line of sentences", "one line without a stop"],
)
def test_monstrous_lines_have_an_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    status, report = checked(capsys, str(path))
    assert status in (0, 1)
    assert report["documents"][0]["characters"] == len(text)


def test_thirty_megabytes_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        f"第{number}条，各单位要按照要求抓好第{number * 7919 % 10007}项工作。"
        for number in range(470_000)
    ]
    path = tmp_path / "a.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert path.stat().st_size > 30_000_000
    status, report = checked(capsys, str(path), "--min-confidence", "0.5")
    assert status in (0, 1)
    assert report["documents"][0]["error"] is None


def test_the_program_runs_as_a_module() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "reviewer", "--version"], capture_output=True, text=True, check=True
    )
    assert answer.stdout.startswith("reviewer ")


@pytest.mark.seeds
def test_the_seed_speeches_as_a_whole(
    seed_files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    status, report = checked(capsys, *map(str, seed_files))
    assert status == 1
    copied = [(13597, 23220, 23226, 32768), (41452, 48003, 48005, 54553), (90, 1028, 3508, 4417)]
    families = [
        [(row["start"], row["end"]) for row in family["passages"] if row["document"] == 4]
        for family in report["families"]
    ]
    for first_start, first_end, second_start, second_end in copied:
        expected = ((first_start, first_end), (second_start, second_end))
        (family,) = [row for row in families if len(row) == 2 and _cover(row, expected) >= 0.99]
        assert family[0][1] <= family[1][0], "copies that touch do not overlap"


@pytest.mark.seeds
def test_a_cleaned_seed_speech_leads_back_to_its_source(
    seed_files: list[Path], tmp_path: Path
) -> None:
    assert run(["clean", str(seed_files[0]), "--output", str(tmp_path), "--accept", "safe"]) == 0
    source = seed_files[0].read_text(encoding="utf-8")
    text = (tmp_path / seed_files[0].name).read_text(encoding="utf-8")
    ledger = read_ledger((tmp_path / f"{seed_files[0].stem}.ledger.json").read_text("utf-8"))
    assert len(ledger) == 269, "268 injected readings and one run whose bytes are all there"
    assert ledger.apply(source) == text
    assert ledger.inverse().apply(text) == source


def _cover(found: list[tuple[int, int]], wanted: tuple[tuple[int, int], ...]) -> float:
    """The least share of a wanted passage that the passage found in its place covers."""
    return min(
        max(0, min(end, stop) - max(start, begin)) / (stop - begin)
        for (start, end), (begin, stop) in zip(found, wanted, strict=True)
    )


def test_stock_phrases_are_listed_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    openings = (
        ("渠道要清淤。", "散会。"),
        ("学校要修门窗。", "再见。"),
        ("医院要添床。", "就这样。"),
    )
    for number, (own, end) in enumerate(openings):
        text = f"{own}\n要进一步统一思想提高认识。\n{end}\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    _, report = checked(capsys, str(tmp_path))
    assert "formulas" not in report
    _, report = checked(capsys, "--formulas", str(tmp_path))
    assert report["families"] == []
    row = report["formulas"][0]
    assert (row["count"], row["text"].rstrip("。")) == (3, "要进一步统一思想提高认识")
    assert {place["document"] for place in row["passages"]} == {0, 1, 2}
    run(["check", "--formulas", "--language", "zh", str(tmp_path)])
    assert "不是重复" in capsys.readouterr().out


def test_a_fault_of_the_program_is_no_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(text: str) -> None:
        raise RuntimeError("broken rule")

    monkeypatch.setattr("reviewer.workflow.analysing.find_garble", fail)
    assert run(["check", str(folder)]) == 70
    assert "broken rule" in capsys.readouterr().err
