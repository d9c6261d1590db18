"""Finds the data files: lexicons, rules, samples, themes and translations."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from reviewer.text.errors import ReviewerError


class ResourceMissing(ReviewerError):
    """A data file that belongs to the program is not there: the installation is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"missing data file: {path}")
        self.path = path


@lru_cache(maxsize=1)
def resources_folder() -> Path:
    """The folder of data files: in a source tree, in an installed wheel or in a frozen bundle."""
    package = Path(__file__).resolve().parent.parent
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [package.parent / "resources", package / "_resources"]
    if bundle:
        candidates.insert(0, Path(str(bundle)) / "resources")
    for folder in candidates:
        if (folder / "rules").is_dir():
            return folder
    raise ResourceMissing(candidates[-1])


def resource(*parts: str) -> Path:
    """The path of one data file, such as `resource("rules", "masks.toml")`.

    Raises:
        ResourceMissing: there is no such file.
    """
    path = resources_folder().joinpath(*parts)
    if not path.exists():
        raise ResourceMissing(path)
    return path
