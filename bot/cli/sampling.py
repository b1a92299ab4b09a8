"""``hei drafts sample`` and ``proof``: what the shapes make, and what is wrong with them.

Knows arguments and lines of output. Refuses to need a configuration.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from bot.drafts.anchors import anchors_in
from bot.drafts.compose import Brief, compose
from bot.drafts.draft import Draft, DraftKind
from bot.drafts.medium import Medium
from bot.drafts.proofreading import proofread
from bot.drafts.shapes import parse_shapes, shapes_in
from bot.languages import Language

ALIASES = {
    "tip": DraftKind.SHARE_A_TIP,
    "in-person": DraftKind.IN_PERSON_LINE,
    "invitation-with-a-way-out": DraftKind.INVITATION,
}
"""Other names that the kinds go by."""


def kind_of(text: str) -> DraftKind:
    """Return the kind that an argument names.

    Raises:
        argparse.ArgumentTypeError: there is none of that name.
    """
    try:
        return ALIASES.get(text) or DraftKind(text)
    except ValueError:
        known = ", ".join(DraftKind)
        raise argparse.ArgumentTypeError(f"{text!r} is none of {known}") from None


def count_of(text: str) -> int:
    """Return a number of drafts.

    Raises:
        argparse.ArgumentTypeError: it is no whole number from 1 on.
    """
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of drafts")


def add_sample(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the arguments of ``sample``."""
    sample = commands.add_parser(
        "sample", help="write drafts as JSON lines, as one person would get them in turn"
    )
    sample.add_argument("--lang", type=Language, choices=list(Language), required=True)
    sample.add_argument("--type", type=kind_of, default=DraftKind.JUST_HI, dest="kind")
    sample.add_argument("--name", default="", help="whom they are for")
    sample.add_argument("--count", type=count_of, default=10)
    sample.add_argument("--seed", type=int, default=0)
    sample.add_argument("--note", default="", help="something known about them")
    sample.add_argument("--channel", type=Medium, choices=list(Medium), default=Medium.CHAT)


def add_proof(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the arguments of ``proof``."""
    proof = commands.add_parser("proof", help="name every fault of a file of shapes")
    proof.add_argument("--lang", type=Language, choices=list(Language), required=True)
    proof.add_argument("file", type=Path, nargs="?", help="a TOML file; Hei's own without one")


def samples(arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of ``sample``: each draft knows those before it."""
    used: list[str] = []
    for number in range(arguments.count):
        draft = _sample(arguments, used, arguments.seed + number)
        used.append(draft.shown)
        yield json.dumps({"text": draft.text, "type": draft.kind}, ensure_ascii=False)


def proofs(arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of ``proof``: one for each fault.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no TOML, or holds a shape that could not be filled at all.
        KeyError: it lacks a table.
    """
    import tomllib  # noqa: PLC0415 - only who reads a file of their own needs it here

    if arguments.file is None:
        shapes = shapes_in(arguments.lang)
    else:
        data = tomllib.loads(arguments.file.read_text(encoding="utf-8"))
        shapes = parse_shapes(arguments.lang, data)
    return map(str, proofread(shapes))


def _sample(arguments: argparse.Namespace, used: list[str], seed: int) -> Draft:
    """Return one draft; a note counts as typed for it where the kind has room for one."""
    shapes = shapes_in(arguments.lang).of(arguments.kind)
    note = arguments.note if any(shape.holds_anchor for shape in shapes) else ""
    brief = Brief(
        kind=arguments.kind,
        language=arguments.lang,
        name=arguments.name,
        typed=note if anchors_in([note], arguments.lang, arguments.name) else "",
        medium=arguments.channel,
        used=used,
    )
    return compose(brief, seed)
