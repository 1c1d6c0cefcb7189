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
