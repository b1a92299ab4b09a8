"""One call of the Bot API, and how its parameters are sent."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.tryout.world.errors import bad_request
from bot.tryout.world.utf16 import Json

_TRUE = frozenset({"true", "1", "yes", "y", "on"})


@dataclass(eq=False)
class Call:
    """The parameters and files of one call.

    Args:
        given: values as they came: from a form always text, from a JSON body anything.
        uploads: uploaded files by the name of their part: file name and content.
        hold: makes a future that ends with ``HungUp`` when the caller goes away.
    """

    given: Json
    uploads: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    hold: Callable[[], Any] = lambda: None

    def text(self, name: str) -> str:
        """Return a text; empty when it was not given."""
        value = self.given.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number; the default when it was not given or is none."""
        try:
            return int(self.given.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """Return a truth value; false when it was not given."""
        return str(self.given.get(name, "")).lower() in _TRUE

    def structure(self, name: str) -> Any:
        """Return an object or array, which a form sends as JSON text; None when not given.

        Raises:
            ApiError: 400 when the text is no JSON.
        """
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def objects(self, name: str) -> list[Json] | None:
        """Return an array of objects; None when it was not given.

        Raises:
            ApiError: 400 when it is something else.
        """
        value = self.structure(name)
        if value is not None and not (
            isinstance(value, list) and all(isinstance(one, dict) for one in value)
        ):
            raise bad_request(f"can't parse {name}: expected an Array of Objects")
        return value

    def upload(self, name: str) -> tuple[str, bytes] | None:
        """Return an uploaded file, be it in a part of that name or attached under another."""
        value = self.text(name)
        return self.uploads.get(value.removeprefix("attach://") if value else name)
