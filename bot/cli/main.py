"""The command line: which words start what, and with which code the program ends.

Knows arguments and exit codes. Refuses to import more than the chosen command needs.
"""

import argparse
import asyncio
import logging
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.drafts import add_parsers, drafts
from bot.cli.stopping import ignore_signals, left_by_signals

if TYPE_CHECKING:
    from bot.config import Settings

log = logging.getLogger(__name__)

OK, FAULTS, WRONG, IN_USE = 0, 1, 2, 3
"""Exit codes: done; faults found or a crash; wrong usage or configuration; folder held."""

HIGHEST_PORT = 65535
TOKENLESS = (
    "telegram.token: there is none; write to @BotFather on Telegram, send /newbot, and put the "
    "token into HEI_TELEGRAM__TOKEN or config.toml (without one, `hei try` shows the bot at work)"
)
REFUSED = (
    "telegram.token: Telegram does not know it; compare it with what @BotFather shows under /mybots"
)
NOBODY = (
    "telegram.allowed_users is empty, so nobody is admitted: send /start to the bot, it answers "
    "with your id, and add that"
)


class Unfit(Exception):
    """The program cannot start; ``lines`` say why, ``code`` is how it ends."""

    def __init__(self, lines: Sequence[str], code: int = WRONG) -> None:
        super().__init__(*lines)
        self.lines = lines
        self.code = code


def program() -> None:
    """Be the whole process: a signal after the end does not change how it ended.

    Raises:
        SystemExit: always, with the exit code.
    """
    code = main()
    ignore_signals()
    raise SystemExit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return the exit code.

    Raises:
        SystemExit: with 2 on wrong usage, with 0 after ``--help`` and on an early signal.
    """
    arguments = _parser().parse_args(argv)
    try:
        with left_by_signals():
            return _chosen(arguments)
    except Unfit as unfit:
        for line in unfit.lines:
            print(f"hei: {line}", file=sys.stderr)  # noqa: T201  (a command line speaks there)
        return unfit.code


def _chosen(arguments: argparse.Namespace) -> int:
    if arguments.version:
        return _version()
    match arguments.command:
        case "check":
            return _check(arguments.config)
        case "try":
            return _try(arguments.port, arguments.data, demo=arguments.demo)
        case "drafts":
            return drafts(arguments)
        case "run":
            return _run(_settings(arguments.config))
        case _:
            settings = _settings(None)
            return _run(settings) if settings.telegram.token else _try(0, None, demo=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hei",
        description="A Telegram bot that nudges you to say hi.",
        epilog="Without a command: run when a token is configured, else try.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="show the version and end")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    run = commands.add_parser("run", help="run the bot on Telegram", allow_abbrev=False)
    check = commands.add_parser(
        "check", help="name every fault of configuration and data", allow_abbrev=False
    )
    for command in (run, check):
        command.add_argument("--config", type=Path, metavar="FILE", help="a TOML file")
    trying = commands.add_parser(
        "try", help="try the bot on this machine, without Telegram", allow_abbrev=False
    )
    trying.add_argument("--port", type=_port, default=0, metavar="N", help="of the chat page")
    trying.add_argument("--data", type=Path, metavar="DIR", help="keep what is told in a folder")
    trying.add_argument("--demo", action="store_true", help="show one whole loop and end")
    add_parsers(commands)
    return parser


def _port(text: str) -> int:
    if text.isdecimal() and int(text) <= HIGHEST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to {HIGHEST_PORT})")


def _version() -> int:
    from importlib.metadata import version  # noqa: PLC0415

    print(f"hei {version('hei')}")  # noqa: T201
    return OK


def _settings(config: Path | None) -> "Settings":
    from bot.config import load  # noqa: PLC0415
    from bot.config.faults import WrongConfiguration  # noqa: PLC0415

    try:
        return load(config)
    except WrongConfiguration as wrong:
        raise Unfit(wrong.faults) from None


def _check(config: Path | None) -> int:
    from bot.adapters.tinydb.check import check_folder  # noqa: PLC0415
    from bot.config import load  # noqa: PLC0415
    from bot.config.faults import WrongConfiguration  # noqa: PLC0415

    faults: list[str] = []
    folder: Path | None
    try:
        folder = load(config).data_dir
    except WrongConfiguration as wrong:
        faults.extend(wrong.faults)
        folder = wrong.data_dir
    if folder:
        faults.extend(check_folder(folder))
    for line in faults or ["no faults in configuration and data"]:
        print(line)  # noqa: T201
    return FAULTS if faults else OK


def _run(settings: "Settings") -> int:
    if settings.telegram.token is None:
        raise Unfit([TOKENLESS])
    from bot.cli.run import run  # noqa: PLC0415
    from bot.logs import set_up  # noqa: PLC0415

    token = settings.telegram.token.get_secret_value()
    set_up(settings.log.level, settings.log.format, token)
    if not settings.telegram.allowed_users:
        log.warning(NOBODY)
    return _finished(run(settings))


def _try(port: int, folder: Path | None, *, demo: bool) -> int:
    from bot.cli.run import attempt  # noqa: PLC0415
    from bot.logs import set_up  # noqa: PLC0415

    set_up("warning", "text")
    return _finished(attempt(port, folder, demo=demo))


def _finished(work: Coroutine[Any, Any, None]) -> int:
    """Do the work of a command, and say in one line why it could not begin."""
    from bot.adapters.tinydb import FolderInUse  # noqa: PLC0415
    from bot.application.ports import StorageFailed  # noqa: PLC0415
    from bot.cli.tryout import PortTaken  # noqa: PLC0415
    from bot.telegram.startup import TokenRefused  # noqa: PLC0415

    try:
        asyncio.run(work)
    except FolderInUse as held:
        raise Unfit([str(held)], IN_USE) from None
    except StorageFailed as failed:
        raise Unfit([f"data_dir: {failed}"]) from None
    except TokenRefused:
        raise Unfit([REFUSED]) from None
    except PortTaken as taken:
        raise Unfit([f"--port: {taken}"]) from None
    return OK
