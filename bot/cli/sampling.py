"""``hei drafts sample`` and ``proof``: the drafts that come of the bank, and what is wrong with it.

Knows arguments and lines of output; needs no configuration.
"""

import argparse
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.adapters.system_clock import SystemClock
from bot.domain.records.channels import Carrier
from bot.domain.records.contact import Note
from bot.drafts.address import called, names_of
from bot.drafts.bank import Closeness, Need, bank_in, parse_bank
from bot.drafts.brief import Brief
from bot.drafts.compose import compose
from bot.drafts.draft_text import Draft
from bot.drafts.kinds import DraftKind
from bot.drafts.notes.matters import is_hard
from bot.drafts.notes.noted import Noted, noted_in
from bot.drafts.proofreading import proofread
from bot.drafts.variants import Original, bared, refusal_of, with_name, without_name
from bot.languages import Language
from bot.understanding.facts.notes_ahead import ahead_in

if TYPE_CHECKING:
    from bot.adapters.chat_model import ChatModel


def kind_of(text: str) -> DraftKind:
    """Return the kind that an argument names.

    Raises:
        argparse.ArgumentTypeError: there is none of that name.
    """
    for kind in DraftKind:
        if text in {kind, kind.traits.also_called}:
            return kind
    known = ", ".join(DraftKind)
    raise argparse.ArgumentTypeError(f"{text!r} is none of {known}")


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
    sample.add_argument("--channel", type=Carrier, choices=list(Carrier), default=Carrier.CHAT)

    sample.add_argument(
        "--model", action="store_true", help="show what the configured language model makes of each"
    )
    sample.add_argument("--config", type=Path, metavar="FILE", help="a TOML file, for --model")


def add_proof(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the arguments of ``proof``."""
    proof = commands.add_parser("proof", help="name every fault of a file of texts")
    proof.add_argument("--lang", type=Language, choices=list(Language), required=True)
    proof.add_argument("file", type=Path, nargs="?", help="a TOML file; Hei's own without one")


def samples(arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of ``sample``: each draft knows those before it.

    Texts of every closeness are shown, but for those that speak of a weekday or a season. Where a
    draft waits for words, ``shown`` has the blank for them.
    """
    return (json.dumps(_line(draft), ensure_ascii=False) for draft in _drafts(arguments))


async def varied_samples(arguments: argparse.Namespace, model: "ChatModel") -> AsyncIterator[str]:
    """Yield the lines of ``sample`` with what a model makes of each draft beside it.

    ``variant`` is what a user would see; ``answer`` and ``refused`` stand where the model's answer
    would not be shown, and why. A draft that no model is asked about has none of the three.
    """
    async with model:
        for draft in _drafts(arguments):
            line = _line(draft)
            original = _original(arguments, draft)
            if original:
                line |= _judged(bared(await model.reword(original)), original, arguments.name)
            yield json.dumps(line, ensure_ascii=False)


def _drafts(arguments: argparse.Namespace) -> Iterator[Draft]:
    used: list[str] = []
    for number in range(arguments.count):
        draft = _sample(arguments, used, arguments.seed + number)
        used.append(draft.shown)
        yield draft


def _line(draft: Draft) -> dict[str, str]:
    line = {"text": draft.text, "type": draft.kind.value}
    return line if draft.shown == draft.text else line | {"shown": draft.shown}


def _original(arguments: argparse.Namespace, draft: Draft) -> Original | None:
    """Return what a model is given of a draft; None where it is not asked (see vary_draft)."""
    is_kept = draft.kind.traits.keeps_wording or is_hard(arguments.note, arguments.lang)
    if is_kept or draft.shown != draft.text:
        return None
    name = called(arguments.name)
    return Original(
        text=without_name(draft.text, name),
        kind=draft.kind,
        language=arguments.lang,
        carrier=arguments.channel,
        note=without_name(arguments.note, name) if _noted(arguments) else "",
    )


def _judged(answer: str, original: Original, name: str) -> dict[str, str]:
    refused = refusal_of(answer, original) if answer else None
    if refused or not answer:
        return {"answer": answer} | ({"refused": refused.value} if refused else {})
    return {"variant": with_name(answer, called(name))}


def proofs(arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the lines of ``proof``: one for each fault.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no TOML, or holds a text that could not be filled at all.
        KeyError: it lacks a table.
    """
    import tomllib  # noqa: PLC0415 - only who reads a file of their own needs it here

    if arguments.file is None:
        bank = bank_in(arguments.lang)
    else:
        bank = parse_bank(tomllib.loads(arguments.file.read_text(encoding="utf-8")))
    return map(str, proofread(bank, arguments.lang))


def _sample(arguments: argparse.Namespace, used: list[str], seed: int) -> Draft:
    """Return one draft; a note counts as typed for it where the kind takes up only that."""
    takes_notes = arguments.kind.traits.takes_notes
    takes_typed = any("typed" in text.slots for text in bank_in(arguments.lang).of(arguments.kind))
    noted = _noted(arguments) if takes_notes else []
    brief = Brief(
        kind=arguments.kind,
        language=arguments.lang,
        name=arguments.name,
        noted=noted,
        typed=arguments.note if takes_typed and not takes_notes else "",
        carrier=arguments.channel,
        used=used,
        closeness=frozenset(Closeness),
        is_hard=any(one.need is Need.HARD for one in noted),
    )
    return compose(brief, seed)


def _noted(arguments: argparse.Namespace) -> list[Noted]:
    """Return what is understood of the note, as if it had been written down just now."""
    now = SystemClock().now()
    ahead = ahead_in(arguments.note, now.replace(tzinfo=None))
    note = Note(0, arguments.note, now, ahead)
    return list(noted_in([note], arguments.lang, names_of(arguments.name), now.date()))
