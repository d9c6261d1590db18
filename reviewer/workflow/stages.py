"""The names of the stages of long work, for whoever shows its progress."""

from __future__ import annotations

from reviewer.text.wording import Language, Wording

_REPEATS = Wording("查找重复", "looking for repeats")
_STAGES = {
    "find files": Wording("查找文件", "looking for files"),
    "load": Wording("读取文件", "loading"),
    "garble": Wording("查找乱码", "looking for damage"),
    "index": Wording("建立文稿库索引", "indexing the library"),
    "seeds": _REPEATS,
    "passages": _REPEATS,
    "families": _REPEATS,
    "formulas": _REPEATS,
    "disagreements": Wording("比较各稿", "comparing copies"),
    "witnesses": Wording("以各稿互证", "asking the copies"),
    "print": Wording("排版", "laying out pages"),
}


def stage_name(stage: str, language: Language) -> str:
    """What a person is told while `stage` is under way."""
    wording = _STAGES.get(stage)
    return stage if wording is None else wording.text(language)
