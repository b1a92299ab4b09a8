"""The data that drafts are made with, in files beside the code; knows files, not their words."""

import tomllib
from importlib import resources
from typing import Any


def table(*path: str) -> dict[str, Any]:
    """Return a TOML file below ``bot/drafts``, read anew; who needs it often remembers it."""
    source = resources.files("bot.drafts").joinpath(*path)
    return tomllib.loads(source.read_text(encoding="utf-8"))
