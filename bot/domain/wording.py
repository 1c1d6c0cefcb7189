"""The sentences people read, by language and key, checked so that no key can be missing when it is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bot.domain.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GAP = re.compile(r"\{([a-z_]*)\}")


class Language(StrEnum):
    """The languages people are spoken to in."""

    JA = "ja"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts by language and dotted key, such as `notice.block`; gaps are `{named}`."""

    texts: Mapping[Language, Mapping[str, str]]

    def say(self, language: Language, key: str, /, **gaps: object) -> str:
        """The text under `key` with its gaps filled. What fills a gap is not looked at for gaps again.

        Raises:
            KeyError: no such key, or a gap is left open.
        """
        return GAP.sub(lambda gap: str(gaps[gap[1]]), self.texts[language][key])

    def replaced(self, texts: Mapping[Language, Mapping[str, str]], source: str) -> Wording:
        """The same with some `texts` replaced by a marketplace's own; `source` names their file.

        Raises:
            ConfigError: a key that nobody reads, or other gaps than the text it replaces.
        """
        for language, replacing in texts.items():
            known = self.texts[language]
            for key, text in replacing.items():
                where = ("wording", language.value)
                if key not in known:
                    raise ConfigError(source, where, f"{key}: there is no such text to replace")
                if set(GAP.findall(text)) != set(GAP.findall(known[key])):
                    gaps = ", ".join(f"{{{gap}}}" for gap in dict.fromkeys(GAP.findall(known[key]))) or "none"
                    raise ConfigError(source, where, f"{key}: has other gaps than the text it replaces ({gaps})")
        return Wording({language: {**known, **texts.get(language, {})} for language, known in self.texts.items()})

    def knows(self, language: Language, key: str) -> bool:
        """Whether there is a text under `key`."""
        return key in self.texts[language]


def wording_of(documents: Mapping[Language, Mapping[str, Any]], source: str, needed: Iterable[str] = ()) -> Wording:
    """The wording in parsed TOML `documents`; `source` names the files, with `{language}` in its place.

    Raises:
        ConfigError: a key or gap that one language has and the other has not, a `needed` key missing, no text.
    """
    texts = {language: dict(_flat(documents[language], (), source, language)) for language in Language}
    everywhere = dict.fromkeys([*needed, *(key for language in Language for key in texts[language])])
    for language in Language:
        for key in everywhere:
            if key not in texts[language]:
                raise ConfigError(source.format(language=language.value), (), f"{key}: is missing")
    for key in everywhere:
        if set(GAP.findall(texts[Language.JA][key])) != set(GAP.findall(texts[Language.EN][key])):
            raise ConfigError(source.format(language="ja"), (), f"{key}: has other gaps than in en")
    return Wording(texts)


def texts_in(document: Mapping[str, Any], source: str) -> dict[Language, dict[str, str]]:
    """The texts of a policy's own, `[wording.ja]` and `[wording.en]`: the same keys in both languages.

    Raises:
        ConfigError: another language, a key that one language has and the other has not, no text.
    """
    for key, table in document.items():
        if key not in set(Language) or not isinstance(table, dict):
            raise ConfigError(source, ("wording",), f'"{key}" is no table of texts in ja or en')
    texts = {
        language: dict(_flat(document.get(language.value, {}), ("wording", language.value), source, language))
        for language in Language
    }
    plain = {
        language: {key.removeprefix(f"wording.{language.value}."): text for key, text in found.items()}
        for language, found in texts.items()
    }
    for language, other in ((Language.JA, Language.EN), (Language.EN, Language.JA)):
        for key in plain[language]:
            if key not in plain[other]:
                raise ConfigError(source, ("wording", other.value), f"{key}: is missing")
    return plain


def _flat(
    document: Mapping[str, Any], where: tuple[str, ...], source: str, language: Language
) -> Iterable[tuple[str, str]]:
    for key, value in document.items():
        if isinstance(value, dict):
            yield from _flat(value, (*where, key), source, language)
        elif isinstance(value, str) and value:
            yield ".".join((*where, key)), value
        else:
            raise ConfigError(source.format(language=language.value), where, f"{key}: is not a text")
