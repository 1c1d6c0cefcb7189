"""Environment and config/ → frozen values, or a refusal to start that names what is wrong."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from holidays import country_holidays
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.config_files import config_directory
from bot.domain.calendar import Calendar
from bot.domain.errors import ConfigError
from bot.domain.notes import NOTES_NEEDED
from bot.domain.notices import NEEDED
from bot.domain.told import TOLD_NEEDED
from bot.domain.wording import Language, Wording, wording_of
from bot.policy.criteria import CRITERIA_NEEDED
from bot.policy.rulebook import Rulebook
from bot.policy.table import resolve
from detectors import Words

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Environment(StrEnum):
    """Where the guard runs. Production refuses what only trying out may do."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """Every setting, from the environment as SEKIMORI_<NAME> or from a file `.env` in the working directory."""

    model_config = SettingsConfigDict(
        env_prefix="SEKIMORI_", env_file=".env", env_ignore_empty=True, extra="forbid", frozen=True
    )

    environment: Environment = Environment.DEVELOPMENT
    """development or production."""

    host: str = "127.0.0.1"
    """The address to listen on."""

    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """The port to listen on; 0 takes a free one."""

    var: Path = Path("var")
    """Where the embedded database and the generated keys are kept."""

    database_url: SecretStr | None = None
    """postgresql://… or sqlite:///…; left out, an SQLite file under `var`."""

    policy: str = "lancers"
    """A preset by name, or the path of a policy file."""

    key_file: Path | None = None
    """The keys that seal what is kept; left out, `var/keys.toml`, generated there (never in production)."""

    calls_per_second: Annotated[int, Field(ge=1)] = 1000
    """How many calls a second each API key may make."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much is logged."""

    webhook_url: str | None = None
    """Where events are sent: https, or http on this machine; left out, events wait in the outbox."""

    webhook_secrets: SecretStr | None = None
    """What events are signed with, whsec_…; two with a space between while the receiver changes over."""

    webhook_private: bool = False
    """Whether the endpoint may be in a private network."""

    public_url: str | None = None
    """Where members reach this server, for the links to their pages; left out, http:// with host and port."""

    link_days: Annotated[int, Field(ge=1, le=365)] = 30
    """How long a link to a member's page is good."""

    slack_client_id: str | None = None
    """The app's client id at Slack; with secret and signing secret, Slack is listened to."""

    slack_client_secret: SecretStr | None = None
    """The app's client secret."""

    slack_signing_secret: SecretStr | None = None
    """What Slack signs its calls with."""

    slack_app_token: SecretStr | None = None
    """An app-level token (xapp-…) for `sekimori slack`, Socket Mode."""

    slack_moderator_channel: str | None = None
    """The id of the moderators' channel, or team:channel where there are several workspaces."""

    slack_moderators: str = ""
    """Who moderates in Slack: ids of people with commas between, or of a user group."""

    slack_leads: str = ""
    """Who leads the moderators: may also revoke, reveal and confirm a suspension."""

    slack_language: Language = Language.JA
    """The language in which Slack is spoken to: ja or en."""

    slack_api_url: str = "https://slack.com/api/"
    """Slack's Web API; another address only for tests."""

    block_brake: Annotated[int, Field(ge=0)] = 1000
    """Automatic blocks an hour above which a block becomes a hold for a person to look at; 0 for no brake."""

    keep_text_hours: Annotated[int, Field(ge=24)] = 24
    """How long the text of a delivered message without a case is kept; the conversation window needs a day."""

    keep_case_days: Annotated[int, Field(ge=1)] = 180
    """How long the text of a message that was held, blocked or is to be reviewed is kept."""

    keep_event_days: Annotated[int, Field(ge=2)] = 30
    """How long events are kept after they were written, sent or not."""

    @property
    def has_slack(self) -> bool:
        """Whether Slack is listened to, over HTTP or by Socket Mode."""
        return self.slack_signing_secret is not None or self.slack_app_token is not None

    @property
    def base_url(self) -> str:
        """Where members reach this server."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.public_url or f"http://{host}:{self.port}").rstrip("/")

    @property
    def is_on_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


def load_settings(**given: object) -> Settings:
    """The settings of the environment, with `given` over them.

    Raises:
        ConfigError: a setting that is unknown or has a wrong value, by its name in the environment.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]  # checked by pydantic itself
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        raise ConfigError("settings", (), f"SEKIMORI_{name.removeprefix('SEKIMORI_')}: {first['msg']}") from None


def load_rulebook(policy: str = "lancers") -> Rulebook:
    """Policy, wording and words from config/; `policy` is a preset's name or the path of a file.

    Raises:
        ConfigError: a file is missing or not usable, with file, table and key.
    """
    directory = config_directory()
    file, source = _policy_file(policy, directory)
    resolved = resolve(_document(file, source), source)
    wording = _wording(directory).replaced(resolved.wording, source)
    calendar = Calendar(country_holidays("JP"), resolved.closes_at_year_end)
    return Rulebook(resolved, wording, _words(directory), calendar)


def presets() -> list[str]:
    """The names of the policies that come along."""
    files = (config_directory() / "policies").iterdir()
    return sorted(one.name.removesuffix(".toml") for one in files if one.name.endswith(".toml"))


def _policy_file(policy: str, directory: Traversable) -> tuple[Traversable, str]:
    """The file of a policy, and what complaints call it."""
    if policy.endswith(".toml") or "/" in policy:
        return Path(policy), policy
    source = f"config/policies/{policy}.toml"
    file = directory / "policies" / f"{policy}.toml"
    if not file.is_file():
        known = ", ".join(presets())
        raise ConfigError(source, (), f"there is no such preset; one of {known}, or the path of a file")
    return file, source


def _wording(directory: Traversable) -> Wording:
    source = "config/wording.{language}.toml"
    documents = {
        language: _document(directory / f"wording.{language}.toml", source.format(language=language))
        for language in Language
    }
    return wording_of(documents, source, (*NEEDED, *NOTES_NEEDED, *TOLD_NEEDED, *CRITERIA_NEEDED))


def _words(directory: Traversable) -> Words:
    source = "config/words.toml"
    if not (directory / "words.toml").is_file():
        return Words()
    document = _document(directory / "words.toml", source)
    added, muted = document.pop("added", {}), document.pop("muted", [])
    for key in document:
        raise ConfigError(source, (), f"{key}: is neither added nor muted")
    lists = added.values() if isinstance(added, dict) else [None]
    for words in (*lists, muted):
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise ConfigError(source, (), "added holds lists of words by name, muted is a list of words")
    return Words({name: tuple(words) for name, words in added.items()}, frozenset(muted))


def _document(file: Traversable, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise ConfigError(source, (), f"cannot be read: {reason}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(source, (), f"is not TOML: {error}") from None
