"""Settings: what the owner of a bot may choose, and every fault in it named at once.

Later sources win: defaults, a TOML file, files in secrets folders, the environment.
"""

import json
import os
import re
from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
    SecretStr,
    ValidationError,
    ValidationInfo,
)

from bot.config.faults import WrongConfiguration, described
from bot.config.sources import Leaf, Leaves, environment, nested, secrets, toml_file
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import is_zone
from bot.domain.records.profile import QUIET_HOURS
from bot.languages import FALLBACK, Language

RUN_SECRETS = Path("/run/secrets")
"""Where Docker and Kubernetes put secrets."""
HOURS = re.compile(r"(\d{1,2}):(\d\d)\s*[-\N{EN DASH}]\s*(\d{1,2}):(\d\d)", re.ASCII)
TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)


def _zone(value: str) -> str:
    if not is_zone(value):
        raise ValueError(value)
    return value


def _folder(value: Path) -> Path:
    """Return a path with the home folder put in; pydantic takes no RuntimeError for a fault."""
    if "\0" in str(value):
        raise ValueError
    try:
        return value.expanduser()
    except RuntimeError as nobody:
        raise ValueError(value) from nobody


def _hours(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = HOURS.fullmatch(value.strip())
    if not found:
        raise ValueError(value)
    hour, minute, end_hour, end_minute = map(int, found.groups())
    return Hours(time(hour, minute), time(end_hour, end_minute))


def _address(value: str) -> str:
    """Return an address that a token can be appended to: its path has to have begun."""
    parts = urlsplit(value)
    valid = parts.scheme in {"http", "https"} and parts.hostname and parts.path and parts.port != 0
    if not valid or re.search(r"\s", value):
        raise ValueError(value)
    return value


def _user_id(value: object) -> object:
    if isinstance(value, bool):  # which Python would count as 1
        raise ValueError(value)  # noqa: TRY004  (what pydantic takes for a wrong value)
    return value


def _listed(value: object) -> object:
    """Return a list that an environment variable holds as JSON."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except RecursionError as deep:
        raise ValueError from deep


def _token(value: SecretStr) -> SecretStr:
    if not TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError
    return value


def _server(value: str) -> str:
    """Return the address of a server, which may have a path."""
    parts = urlsplit(value)
    valid = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    if not valid or parts.query or parts.fragment or re.search(r"\s", value):
        raise ValueError(value)
    return value


def _named(value: str, info: ValidationInfo) -> str:
    """Return the name of a model, which only a server goes without."""
    if not value and info.data.get("base_url"):
        raise ValueError(value)
    return value


BaseUrl = Annotated[str, AfterValidator(_address)]
UserId = Annotated[PositiveInt, BeforeValidator(_user_id)]


class _Section(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, arbitrary_types_allowed=True
    )


class Telegram(_Section):
    """The way to Telegram, and who is admitted."""

    token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    base_url: BaseUrl = "https://api.telegram.org/bot"
    base_file_url: BaseUrl = "https://api.telegram.org/file/bot"
    allowed_users: Annotated[tuple[UserId, ...], BeforeValidator(_listed)] = ()


class Schedule(_Section):
    """When Hei looks at the clock, and when it is quiet."""

    heartbeat: float = Field(default=20.0, ge=0.1, le=3600.0, allow_inf_nan=False)
    quiet_hours: Annotated[Hours, BeforeValidator(_hours)] = QUIET_HOURS


class Model(_Section):
    """A language model that words drafts anew, behind the OpenAI chat completion protocol."""

    base_url: Annotated[str, AfterValidator(_server)] | None = None
    name: Annotated[str, AfterValidator(_named)] = Field(default="", validate_default=True)
    key: SecretStr | None = None


class Drafts(_Section):
    """How drafts are worded."""

    model: Model = Model()


class Log(_Section):
    """What is written on stderr, and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class Settings(_Section):
    """Everything that can be chosen, with its defaults; ``load`` reads it."""

    data_dir: Annotated[Path, AfterValidator(_folder)] = Path("data")
    language: Language = FALLBACK
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    telegram: Telegram = Telegram()
    schedule: Schedule = Schedule()
    drafts: Drafts = Drafts()
    log: Log = Log()


def load(
    config: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    run_secrets: Path = RUN_SECRETS,
) -> Settings:
    """Return the settings from all sources.

    Args:
        config: a TOML file; without it ``HEI_CONFIG``, and without that ``config.toml`` in the
            current folder if there is one.
        environ: the environment.
        run_secrets: the folder of secrets that is read if it is there.

    Raises:
        WrongConfiguration: with one line for every fault.
    """
    faults: list[str] = []
    leaves = [
        *_read(lambda: toml_file(config, environ), faults),
        *secrets(run_secrets, environ, faults),
        *environment(environ),
    ]
    winners = {leaf.path: leaf for leaf in leaves}
    settings = _validated(list(winners.values()), faults)
    if faults or settings is None:
        raise WrongConfiguration(faults, _data_dir(winners))
    return settings


def _validated(leaves: Leaves, faults: list[str]) -> Settings | None:
    try:
        return Settings.model_validate(nested(leaves))
    except ValidationError as error:
        faults.extend(described(error, {leaf.path: leaf.origin for leaf in leaves}))
        return None


def _data_dir(winners: Mapping[tuple[str, ...], Leaf]) -> Path | None:
    chosen = winners.get(("data_dir",))
    if chosen is None:
        return Settings().data_dir
    try:
        return Settings.model_validate({"data_dir": chosen.value}).data_dir
    except ValidationError:
        return None


def _read(source: Callable[[], Leaves], faults: list[str]) -> Leaves:
    """Read a source; if it cannot be read that is a fault, and the others are read as well."""
    try:
        return source()
    except WrongConfiguration as wrong:
        faults.extend(wrong.faults)
        return []
