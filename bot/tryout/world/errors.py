"""How the Bot API says no: codes and descriptions."""

from http import HTTPStatus

CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class ApiError(Exception):
    """An answer with ``ok: false``.

    Args:
        code: the HTTP status, also sent as ``error_code``.
        description: Telegram's sentence.
        retry_after: seconds the caller must wait; only with 429.
    """

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_json(self) -> dict[str, object]:
        """Return the body that Telegram sends with such an answer."""
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


class HungUp(Exception):
    """Nobody is left to answer: the connection that somebody waited on is gone."""


def bad_request(description: str) -> ApiError:
    """Return the 400 with this description."""
    return ApiError(400, f"Bad Request: {description}")


def of_code(code: int, retry_after: int | None = None) -> ApiError:
    """Return the answer that Telegram's servers usually give with a status.

    Args:
        code: an HTTP status of 400 or more.
        retry_after: seconds, for 429; one second when left out there.
    """
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        wait = 1 if retry_after is None else retry_after
        return ApiError(code, f"Too Many Requests: retry after {wait}", wait)
    if code == HTTPStatus.CONFLICT:
        return ApiError(code, CONFLICT)
    return ApiError(code, HTTPStatus(code).phrase)
