"""``hei drafts``: judging texts from standard input, one JSON object a line, and making samples."""

import argparse
import asyncio
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from bot.cli.sampling import add_proof, add_sample, kind_of, proofs, samples, varied_samples
from bot.domain.records.channels import Carrier
from bot.languages import Language

if TYPE_CHECKING:
    from bot.drafts.gentleness import Verdict

OK, FAULTS, WRONG = 0, 1, 2
MODELLESS = "drafts.model.base_url: there is none; see config.example.toml"


class Malformed(Exception):
    """A line is no JSON object with a text; the message tells which and why."""


def add_parsers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``drafts`` and what follows it to the commands of the program."""
    drafts = commands.add_parser(
        "drafts", help="judge and sample drafts, for those who write them", allow_abbrev=False
    )
    deeds = drafts.add_subparsers(dest="deed", metavar="DEED", required=True)
    check = deeds.add_parser(
        "check",
        help='judge texts: lines of {"text": ...} in, lines of verdicts out',
        allow_abbrev=False,
    )
    check.add_argument("--lang", required=True, choices=[each.value for each in Language])
    check.add_argument("--channel", choices=[each.value for each in Carrier])
    check.add_argument("--type", type=kind_of, dest="kind", metavar="TYPE")
    add_sample(deeds)
    add_proof(deeds)


def drafts(arguments: argparse.Namespace) -> int:
    """Do what follows ``drafts`` and return the exit code; a reader who leaves ends it quietly."""
    target = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    try:
        return DEEDS[arguments.deed](arguments, target)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), target.fileno())
        return OK
    finally:
        target.detach()


def _check(arguments: argparse.Namespace, target: TextIO) -> int:
    from bot.drafts.gentleness import check  # noqa: PLC0415 - samples need none of it

    language = Language(arguments.lang)
    carrier = Carrier(arguments.channel) if arguments.channel else None
    try:
        for text in texts_in(sys.stdin.buffer):
            verdict = check(text, language, carrier=carrier, kind=arguments.kind)
            target.write(json.dumps(as_json(verdict)) + "\n")
            target.flush()
    except Malformed as wrong:
        print(f"hei: {wrong}", file=sys.stderr)  # noqa: T201  (a command line speaks there)
        return WRONG
    return OK


def _sample(arguments: argparse.Namespace, target: TextIO) -> int:
    if arguments.model:
        return _sample_with_model(arguments, target)
    target.writelines(f"{line}\n" for line in samples(arguments))
    target.flush()
    return OK


def _sample_with_model(arguments: argparse.Namespace, target: TextIO) -> int:
    from bot.bootstrap import model_of  # noqa: PLC0415 - nobody else needs a network
    from bot.config import load  # noqa: PLC0415
    from bot.config.faults import WrongConfiguration  # noqa: PLC0415

    try:
        model = model_of(load(arguments.config).drafts.model)
    except WrongConfiguration as wrong:
        print(*(f"hei: {fault}" for fault in wrong.faults), sep="\n", file=sys.stderr)  # noqa: T201
        return WRONG
    if model is None:
        print(f"hei: {MODELLESS}", file=sys.stderr)  # noqa: T201
        return WRONG

    async def write() -> None:
        async for line in varied_samples(arguments, model):
            target.write(f"{line}\n")
            target.flush()

    asyncio.run(write())
    return OK


def _proof(arguments: argparse.Namespace, target: TextIO) -> int:
    try:
        faults = [f"{fault}\n" for fault in proofs(arguments)]
    except (OSError, ValueError, KeyError) as wrong:
        print(f"hei: {arguments.file}: {wrong}", file=sys.stderr)  # noqa: T201
        return WRONG
    target.writelines(faults)
    target.flush()
    return FAULTS if faults else OK


DEEDS = {"check": _check, "sample": _sample, "proof": _proof}


def texts_in(lines: Iterable[bytes]) -> Iterator[str]:
    """Yield the text of each line; an empty line may stand last.

    Raises:
        Malformed: a line is not UTF-8, not JSON, no object, or without a text.
    """
    empty = 0
    for number, line in enumerate(lines, 1):
        if empty:
            raise Malformed(f"line {empty}: not JSON")
        if line.strip():
            yield _text_of(number, line)
        else:
            empty = number


def _text_of(number: int, line: bytes) -> str:
    try:
        given = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Malformed(f"line {number}: not JSON") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise Malformed(f'line {number}: no object with a "text"')
    return str(given["text"])


def as_json(verdict: "Verdict") -> dict[str, object]:
    """Return a verdict as something JSON can hold."""
    hits = [
        {
            "rule": hit.rule,
            "severity": hit.severity.value,
            "span": list(hit.span),
            **({"suspected": True} if hit.suspected else {}),
        }
        for hit in verdict.hits
    ]
    return {"passes": verdict.passes, "hits": hits}
