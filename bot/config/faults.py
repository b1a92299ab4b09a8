"""What is wrong with a configuration, in one line per fault; never quotes a secret."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.languages import Language

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

KeyPath = tuple[str, ...]

RIGHT: Mapping[str, str] = {
    "data_dir": "a folder, such as ./data",
    "language": " or ".join(", ".join(Language).rpartition(", ")[::2]),
    "time_zone": "an IANA time zone, such as Europe/Oslo",
    "telegram": "a section with keys of its own",
    "telegram.token": "a bot's token from @BotFather, such as 123456789:AAE...",
    "telegram.base_url": "an address the token is appended to, such as https://api.telegram.org/bot",
    "telegram.base_file_url": (
        "an address the token is appended to, such as https://api.telegram.org/file/bot"
    ),
    "telegram.allowed_users": "a list of Telegram user ids, such as [123456789]",
    "schedule": "a section with keys of its own",
    "schedule.heartbeat": "seconds, at least 0.1, such as 20",
    "schedule.quiet_hours": "two times of day, such as 21:00-08:00",
    "drafts": "a section with keys of its own",
    "drafts.model": "a section with keys of its own",
    "drafts.model.base_url": "the address of a server, such as http://localhost:11434/v1",
    "drafts.model.name": "the name of a model at drafts.model.base_url, such as llama3.2",
    "drafts.model.key": "what that server takes for a key",
    "log": "a section with keys of its own",
    "log.level": "debug, info, warning or error",
    "log.format": "text or json",
}
"""What would be right, by key: also the list of all keys."""

SECRET = frozenset({"telegram.token", "drafts.model.key"})
SHOWN = 40
"""Characters of a wrong value that are quoted."""


class WrongConfiguration(Exception):
    """The configuration cannot be used; ``faults`` has a line for each reason.

    ``data_dir`` is the folder that was meant all the same, where that is known.
    """

    def __init__(self, faults: Sequence[str], data_dir: Path | None = None) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)
        self.data_dir = data_dir


def described(error: "ValidationError", origins: Mapping[KeyPath, str]) -> Iterator[str]:
    """Return a line for each wrong key.

    Args:
        error: what the validation found.
        origins: where each given key stands.
    """
    seen = set()
    for detail in error.errors(include_url=False):
        key = _key(detail)
        if key not in seen:
            seen.add(key)
            yield _line(key, detail, _origin(detail, origins))


def _key(detail: "ErrorDetails") -> str:
    """Return the key as it is written in TOML, without places inside of a value."""
    path = [str(part) for part in detail["loc"] if part != ""]
    known = ".".join(path)
    while path and ".".join(path) not in RIGHT:
        path.pop()
    return known if detail["type"] == "extra_forbidden" and known not in RIGHT else ".".join(path)


def _origin(detail: "ErrorDetails", origins: Mapping[KeyPath, str]) -> str:
    """Return where a wrong key stands; of an unknown section, where its first key does."""
    path = tuple(str(part) for part in detail["loc"])
    within = (origins[key] for key in origins if key[: len(path)] == path)
    if origin := next(within, None):
        return f" ({origin})"
    while path and path not in origins:
        path = path[:-1]
    return f" ({origins[path]})" if path else ""


def _line(key: str, detail: "ErrorDetails", origin: str) -> str:
    if key not in RIGHT:
        return f"{key}: no such key; see config.example.toml{origin}"
    shown = "this value" if key in SECRET else _shown(detail["input"])
    return f"{key}: {shown} will not do; it takes {RIGHT[key]}{origin}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
