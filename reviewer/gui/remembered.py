"""What the window remembers from one session to the next, apart from the library itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from reviewer.gui.text.spacing import LINE_PITCH, ROW_LENGTH
from reviewer.text.wording import Language

DEFAULT_TEXT_SIZE = 12.5


class Remembered:
    """Typed access to the settings file of the desktop."""

    def __init__(self, settings: QSettings | None = None) -> None:
        """Use `settings`, or the program's own."""
        self._settings = settings or QSettings("Reviewer", "Reviewer")

    def geometry(self) -> QByteArray:
        """Size and place of the window; empty at first."""
        return cast("QByteArray", self._settings.value("window/geometry", QByteArray()))

    def layout(self) -> QByteArray:
        """Where the window's parts stand; empty at first."""
        return cast("QByteArray", self._settings.value("window/layout", QByteArray()))

    def keep_window(self, geometry: QByteArray, layout: QByteArray) -> None:
        """Remember size, place and parts of the window."""
        self._settings.setValue("window/geometry", geometry)
        self._settings.setValue("window/layout", layout)

    def folder(self) -> str:
        """The folder that files were opened from last; the home folder at first."""
        return str(self._settings.value("folder", str(Path.home())))

    def keep_folder(self, folder: Path) -> None:
        """Remember where files were opened from."""
        self._settings.setValue("folder", str(folder))

    def export_folder(self) -> str:
        """The folder that was exported to last; the home folder at first."""
        return str(self._settings.value("export_folder", str(Path.home())))

    def keep_export_folder(self, folder: Path) -> None:
        """Remember where was exported to."""
        self._settings.setValue("export_folder", str(folder))

    def document(self) -> int | None:
        """The document that was shown last."""
        value = self._settings.value("document")
        return int(str(value)) if value is not None else None

    def keep_document(self, document: int) -> None:
        """Remember which document is shown."""
        # Every value that is set is written to the disk soon, even where nothing changes.
        if document != self.document():
            self._settings.setValue("document", document)

    def has_tabs(self) -> bool:
        """Whether tabs were ever remembered, be it none."""
        return self._settings.contains("tabs")

    def tabs(self) -> tuple[list[object], int | None]:
        """The tabs as `keep_tabs` was given them, and the document that was a preview."""
        import json

        try:
            kept = json.loads(str(self._settings.value("tabs", "{}")))
        except ValueError:
            return [], None
        state = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
        rows, preview = state.get("rows"), state.get("preview")
        open_tabs = cast("list[object]", rows) if isinstance(rows, list) else []
        return open_tabs, preview if isinstance(preview, int) else None

    def keep_tabs(self, rows: Sequence[object], preview: int | None) -> None:
        """Remember the open documents, as plain values, and which one is a preview."""
        import json

        state = {"rows": list(rows), "preview": preview}
        self._settings.setValue("tabs", json.dumps(state))

    def theme(self) -> str | None:
        """The theme that was chosen, or None to follow the desktop."""
        value = self._settings.value("theme")
        return str(value) if value else None

    def keep_theme(self, name: str | None) -> None:
        """Remember the chosen theme, or that the desktop is followed."""
        self._settings.setValue("theme", name or "")

    def language(self) -> Language | None:
        """The language that was chosen, or None to follow the desktop."""
        value = self._settings.value("language")
        return next((known for known in Language if known.value == value), None)

    def keep_language(self, language: Language | None) -> None:
        """Remember the chosen language, or that the desktop is followed."""
        self._settings.setValue("language", language.value if language else "")

    def text_size(self) -> float:
        """The size of the text, in points."""
        return float(str(self._settings.value("text_size", DEFAULT_TEXT_SIZE)))

    def keep_text_size(self, size: float) -> None:
        """Remember the size of the text, in points."""
        self._settings.setValue("text_size", size)

    def text_family(self) -> str:
        """The family of fonts of the text; empty for the desktop's best one."""
        return str(self._settings.value("text_family", ""))

    def keep_text_family(self, family: str) -> None:
        """Remember the family of fonts of the text."""
        self._settings.setValue("text_family", family)

    def row_length(self) -> int:
        """The most Han characters in a row of the text; 0 for as many as there is room for."""
        return int(str(self._settings.value("row_length", ROW_LENGTH)))

    def keep_row_length(self, length: int) -> None:
        """Remember the most Han characters in a row."""
        self._settings.setValue("row_length", length)

    def line_pitch(self) -> float:
        """The distance of two rows of the text, in widths of a Han character."""
        return float(str(self._settings.value("line_pitch", LINE_PITCH)))

    def keep_line_pitch(self, pitch: float) -> None:
        """Remember the distance of two rows."""
        self._settings.setValue("line_pitch", pitch)

    def filter(self, panel: str) -> dict[str, object]:
        """How a panel was filtered and sorted; empty at first."""
        import json

        try:
            state = json.loads(str(self._settings.value(f"filters/{panel}", "{}")))
        except ValueError:
            return {}
        return cast("dict[str, object]", state) if isinstance(state, dict) else {}

    def keep_filter(self, panel: str, state: dict[str, object]) -> None:
        """Remember how a panel is filtered and sorted."""
        import json

        self._settings.setValue(f"filters/{panel}", json.dumps(state, ensure_ascii=False))

    def keys(self) -> object:
        """The choice of keys as `KeyChoices.to_plain` told it; None at first."""
        kept = self._settings.value("keys")
        if kept is None:
            return None
        import json

        try:
            return cast("object", json.loads(str(kept)))
        except ValueError:
            return None

    def keep_keys(self, choice: dict[str, object]) -> None:
        """Remember a choice of keys."""
        import json

        self._settings.setValue("keys", json.dumps(choice))

    def moves_on(self) -> bool:
        """Whether a judgement leads on to the next finding."""
        return str(self._settings.value("move_on", "true")).lower() == "true"

    def keep_moves_on(self, on: bool) -> None:
        """Remember whether a judgement leads on."""
        self._settings.setValue("move_on", on)

    def prints_marks(self) -> bool:
        """Whether printed pages show what was changed and why."""
        return str(self._settings.value("print_marks", "false")).lower() == "true"

    def keep_prints_marks(self, on: bool) -> None:
        """Remember whether printed pages show the changes."""
        self._settings.setValue("print_marks", on)

    def recent_files(self) -> list[Path]:
        """Files and folders that were opened, the last one first."""
        import json

        try:
            kept = json.loads(str(self._settings.value("recent_files", "[]")))
        except ValueError:
            return []
        names = cast("list[object]", kept) if isinstance(kept, list) else []
        return [Path(name) for name in names if isinstance(name, str)]

    def keep_recent_files(self, paths: Sequence[Path]) -> None:
        """Remember which files and folders were opened, the last one first."""
        import json

        # Escaped: a name that is no UTF-8 has characters that a settings file cannot hold.
        self._settings.setValue("recent_files", json.dumps([str(path) for path in paths]))
