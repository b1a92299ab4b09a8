"""Telegram's rules for keyboards: what a button may hold."""

import re
from typing import Any, Literal
from urllib.parse import urlsplit

from bot.tryout.world.errors import ApiError, bad_request
from bot.tryout.world.utf16 import Json, length

CALLBACK_DATA_LIMIT = 64
COPY_TEXT_LIMIT = 256
ROW_LIMIT = 8
BUTTON_LIMIT = 100
_ACTIONS = (
    "url",
    "callback_data",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?![\d+])")
"""Before a figure or a plus the colon parts a host from a port: so Telegram reads ``tel:+47``."""
_LAST_PORT = 65535


def checked_markup(markup: Any) -> Json | None:
    """Return a reply markup that Telegram would take; None for none or an empty inline keyboard.

    Args:
        markup: what came as ``reply_markup``, JSON already read.

    Raises:
        ApiError: 400 with Telegram's description.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict) or not any(kind in markup for kind in _KINDS):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(_rows(markup, "inline_keyboard"))
    if "keyboard" in markup:
        _reply(_rows(markup, "keyboard"))
    return markup


def _rows(markup: Json, name: Literal["inline_keyboard", "keyboard"]) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" of the ReplyMarkup must be an Array of Arrays')
    return rows


def _inline(rows: list[list[Any]]) -> Json | None:
    kept = [[_inline_button(button) for button in row] for row in rows if row]
    if max(map(len, kept), default=0) > ROW_LIMIT or sum(map(len, kept)) > BUTTON_LIMIT:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _unparsable("InlineKeyboardButton must be an Object")
    _check_label(button, "inline keyboard button text must be non-empty")
    given = [name for name in _ACTIONS if _is_given(button, name)]
    if not given:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(given) > 1:
        raise _unparsable(f"exactly one action is allowed, found {', '.join(given)}")
    _check_action(button, given[0])
    return button


def _is_given(button: Json, action: str) -> bool:
    """Tell whether an action is there; an empty text is no action, an empty query is one."""
    return action in button and (button[action] != "" or action.startswith("switch_"))


def _check_label(button: Json, complaint: str) -> None:
    if "text" not in button:
        raise _unparsable('Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _unparsable('Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request(complaint)


def _check_action(button: Json, action: str) -> None:
    if action == "callback_data":
        if len(str(button[action]).encode()) > CALLBACK_DATA_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "copy_text":
        _check_copy(button[action])
    elif action == "url":
        _check_address(str(button[action]))


def _check_copy(value: Any) -> None:
    if not isinstance(value, dict):
        raise _unparsable('Field "copy_text" must be of type Object')
    if not 1 <= length(str(value.get("text", ""))) <= COPY_TEXT_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_address(address: str) -> None:
    """Refuse an address that no client would open: http, https and tg with a host are fine."""
    fault = _fault_of(address)
    if fault:
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: {fault}")


def _fault_of(address: str) -> str | None:
    scheme = _SCHEME.match(address)
    if scheme and scheme.group(1).lower() not in {"http", "https", "tg"}:
        return "Unsupported URL protocol"
    try:
        parts = urlsplit(address if scheme else f"http://{address}")
    except ValueError:
        return "Wrong HTTP URL"
    if _has_wrong_port(parts.netloc):
        return "Wrong port number specified in the URL"
    host = parts.hostname or ""
    if not host:
        return "URL host is empty"
    if scheme and scheme.group(1).lower() == "tg":
        return None
    return None if "." in host and not re.search(r"\s", address) else "Wrong HTTP URL"


def _has_wrong_port(authority: str) -> bool:
    host, colon, port = authority.rpartition("@")[2].rpartition(":")
    if not (host and colon) or port.endswith("]"):
        return False
    return not (port.isdecimal() and 0 < int(port) <= _LAST_PORT)


def _reply(rows: list[list[Any]]) -> None:
    for button in (button for row in rows for button in row):
        if isinstance(button, dict):
            _check_label(button, "keyboard button text must be non-empty")
        elif not isinstance(button, str):
            raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
