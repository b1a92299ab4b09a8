"""What the chat page says, read as the page reads it."""

import json
from importlib.resources import files


def sample_commands(code: str) -> list[str]:
    """Return what the button for sample people types in one language."""
    words = json.loads((files("bot.tryout") / "static" / "words.json").read_text("utf-8"))
    return list(words[code]["sample_commands"])
