"""The language of the interface: Simplified is the source, the others are Qt translation files."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from reviewer.text.resources import resources_folder
from reviewer.text.wording import Language

_LOG = logging.getLogger(__name__)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate knows
    """Mark `text` for translation where it stands in a table; it is translated when shown."""
    return text


class Translation:
    """The translators of the application; one language is in force."""

    def __init__(self, application: QCoreApplication) -> None:
        """Begin in Chinese, the language that the interface is written in."""
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = Language.CHINESE

    def use(self, language: Language) -> None:
        """Word the interface in `language`; open widgets are told by `LanguageChange` events."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        self.language = language
        self._application.setProperty(_PROPERTY, language.value)
        own = str(resources_folder() / "translations" / f"reviewer_{language.value}.qm")
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt = f"{folder}/{_QT_FILES[language]}"
        for path, needed in ((own, language is not Language.CHINESE), (qt, False)):
            translator = QTranslator(self._application)
            if translator.load(path):
                self._application.installTranslator(translator)
                self._installed.append(translator)
            elif needed:
                _LOG.warning("no translation file %s", path)


_QT_FILES = {
    Language.CHINESE: "qtbase_zh_CN",
    Language.TRADITIONAL: "qtbase_zh_TW",
    Language.ENGLISH: "qtbase_en",
}
"""The translation of Qt's own dialogs."""

OWN_NAMES = {
    Language.CHINESE: "简体中文",
    Language.TRADITIONAL: "繁體中文",
    Language.ENGLISH: "English",
}
"""What each language calls itself, for those who can read no other."""

_PROPERTY = "reviewer_language"


def engine_language() -> Language:
    """The language in which the engine's own sentences are shown."""
    application = QCoreApplication.instance()
    value = None if application is None else application.property(_PROPERTY)
    return Language(value) if value else Language.CHINESE


def system_language() -> Language:
    """The language to begin with: English where the desktop speaks no Chinese."""
    return Language.of_locale(QLocale.system().bcp47Name())
