"""What the log promises: no token and nothing that users wrote, in text and in JSON."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest

from bot.logs import set_up

TOKEN = "123456789:AAE-secret_secret_secret_secret"  # noqa: S105  (opens nothing)
ODD = "tok"
"""A configured token that does not look like one."""
Logged = Callable[[str], io.StringIO]


@pytest.fixture
def logged() -> Iterator[Logged]:
    """Set the log up in a form; the root logger is as before afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level

    def begin(form: str) -> io.StringIO:
        stream = io.StringIO()
        set_up("info", form, ODD, stream)
        return stream

    yield begin
    root.handlers, root.level = handlers, level


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_token_is_never_written(logged: Logged, form: str) -> None:
    """Tokens are taken out of messages, arguments, tracebacks and stacks."""
    stream = logged(form)
    log = logging.getLogger("hei.test")
    address = f"https://api.telegram.org/bot{TOKEN}/getMe"
    log.info(address)
    log.info("to %s with %r", address, {"token": TOKEN, "odd": ODD}, stack_info=True)
    try:
        raise ValueError(address)  # noqa: TRY301
    except ValueError:
        log.exception("failed at %s", address)
    written = stream.getvalue()
    assert written.count("[token]") >= 4
    assert TOKEN not in written
    assert ODD not in written.replace("[token]", "")


def test_an_error_is_written_without_its_sentence(logged: Logged) -> None:
    """Of an error remain kind, place, cause, and what the system says; not what it quotes."""
    stream, typed = logged("text"), "what a user wrote"
    try:
        try:
            raise OSError(28, "No space left on device")  # noqa: TRY301
        except OSError as error:
            raise ValueError(typed) from error
    except ValueError:
        logging.getLogger("hei.test").exception("failed")
    written = stream.getvalue()
    assert "ValueError" in written
    assert "OSError (No space left on device)" in written
    assert "test_logs.py" in written
    assert typed not in written


def test_libraries_do_not_quote_updates(logged: Logged) -> None:
    """python-telegram-bot logs whole updates when it cannot read them; Hei does not."""
    stream = logged("text")
    received = [{"text": "what a user wrote"}]
    logging.getLogger("telegram.Bot").critical("Received data was %r", received)
    assert "Received data was" in stream.getvalue()
    assert "what a user wrote" not in stream.getvalue()


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "apscheduler.executors"])
def test_talkative_libraries_are_quiet(logged: Logged, name: str) -> None:
    """Httpx would log every address with the token in it."""
    stream = logged("text")
    logging.getLogger(name).info("HTTP Request: POST")
    assert stream.getvalue() == ""


def test_json_lines(logged: Logged) -> None:
    """Each record is one JSON object on one line, with its error."""
    stream = logged("json")
    log = logging.getLogger("hei.test")
    log.warning("two\nlines, æøå")
    try:
        raise KeyError("secret")  # noqa: TRY301
    except KeyError:
        log.exception("failed")
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert first["message"] == "two\nlines, æøå"
    assert (first["level"], first["logger"]) == ("warning", "hei.test")
    assert first["time"].endswith("+00:00")
    assert "error" not in first
    assert second["error"].endswith("KeyError")


def test_setting_up_twice_writes_once(logged: Logged) -> None:
    """A second set-up takes the place of the first."""
    logged("text")
    stream = logged("text")
    logging.getLogger("hei.test").info("once")
    logging.getLogger("hei.test").debug("below the level")
    assert stream.getvalue().count("once") == 1
    assert "below" not in stream.getvalue()


def test_a_trace_made_elsewhere_is_redacted(logged: Logged) -> None:
    """A record that carries a finished trace is redacted, too."""
    stream = logged("text")
    record = logging.LogRecord("hei", logging.INFO, "", 1, "message", (), None)
    record.exc_text = f"trace {TOKEN}"
    logging.getLogger().handle(record)
    assert "trace [token]" in stream.getvalue()
