"""What follows /add: a name, ways to reach the contact, cadence, when they last talked, and why."""

import re
from dataclasses import replace
from datetime import datetime

from bot.domain import parameters as p
from bot.domain.names import NAME_LIMIT, clean, clean_name, clean_text
from bot.domain.records.channels import AddressKind, Channel
from bot.understanding.cadences.cadence_phrases import Fit
from bot.understanding.cadences.cadences import read_cadence
from bot.understanding.calendar.moment_types import Facing, Moment, Two, Wrong
from bot.understanding.facts.addition_types import UNCLEAR, Addition, FieldFault, Problem, Taken
from bot.understanding.facts.addresses import TypedAddress, addresses_in
from bot.understanding.facts.channel_reader import channel_told
from bot.understanding.facts.labels import labelled, unmarked
from bot.understanding.facts.paces import SaidPace, blanked, without_pace
from bot.understanding.moments.moments import FoundMoment, find_moment, read_moment, usable
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

_QUOTED = re.compile(
    r"\s*(?:\"([^\"\n]+)\"|[\u201c\u201d]([^\u201c\u201d\n]+)\u201d|\u00ab([^\u00bb\n]+)\u00bb)"
)
_GAPS = " \t\n,;"
_FILLING = f"{_GAPS}.:!()<>[]/=-\u2013\u2014"
_AFTER_NAME = " (<[:=/-\u2013\u2014"
"""What may stand between a name and its fields: "Kari - every 3 weeks"."""
_BEFORE_NAME = " :=/"
"""What may stand between fields and a name: "monthly: Kari"."""
_FAULTS = {
    AddressKind.USERNAME: FieldFault.USERNAME_INVALID,
    AddressKind.PHONE: FieldFault.PHONE_INVALID,
    AddressKind.EMAIL: FieldFault.EMAIL_INVALID,
}


def read_addition(text: str, *, now: datetime, country: str | None) -> Addition:
    """Return the contact that a text describes, with every problem found at once.

    Args:
        text: what follows the command, on one or several lines. The name comes first, in quotes
            where it has words of a cadence in it; the fields follow in any order.
        now: the local wall-clock time, naive.
        country: the ISO 3166 code of phone numbers without a plus, if known.
    """
    head, fields = labelled(clean_text(text, len(text)))
    addition = Addition("")
    for label, value in fields:
        addition, rest = _with_field(addition, label, value, now, country)
        head = f"{head}\n{rest}"
    return _with_head(addition, head, now, country)


def _with_field(
    addition: Addition, label: str, value: str, now: datetime, country: str | None
) -> tuple[Addition, str]:
    """Return the addition with a labelled field, and what of the text belongs to no label."""
    if label == "why":
        why = "\n".join(filter(None, (addition.why, value)))
        long = [Problem(FieldFault.WHY_TOO_LONG, value)] if len(why) > p.WHY_LIMIT else []
        return _noting(replace(addition, why=clean_text(why, p.WHY_LIMIT)), long), ""
    last, rest, problems = _last(value, now, country)
    return _noting(replace(addition, last=last or addition.last), problems), rest


def _last(
    value: str, now: datetime, country: str | None
) -> tuple[Moment | None, str, list[Problem]]:
    """Return when they last talked, and the fields that follow it on the same line."""
    typed, others = _without_channels(value, country)
    unknown = _after_unknown(typed)
    if unknown is not None:
        return None, f"{unknown} {others}", []
    whole = _one(read_moment(typed, now=now, facing=Facing.PAST))
    found = FoundMoment(whole, "") if whole else _followed(typed, now)
    if found is None:
        return None, others, [Problem(FieldFault.LAST_UNKNOWN, typed)]
    ahead = [Problem(FieldFault.LAST_AHEAD, typed)] if isinstance(found.moment, Wrong) else []
    return found.moment, f"{found.rest} {others}", ahead


def _followed(typed: str, now: datetime) -> FoundMoment | None:
    """Read a moment before a cadence: "yesterday every 3 weeks", "3 weeks ago close"."""
    found = find_moment(typed, now=now, facing=Facing.PAST)
    return found if found and _one(found.moment) and read_cadence(found.rest) else None


def _one(moment: Moment | None) -> Moment | None:
    """Return a moment that is one; of two dates nothing says here which is meant."""
    return None if isinstance(moment, Two) else usable(moment)


def _without_channels(value: str, country: str | None) -> tuple[str, str]:
    others = list(addresses_in(value, country))
    typed = blanked(value, [(each.start, each.end) for each in others]).strip(_FILLING)
    return typed, " ".join(each.text for each in others)


def _after_unknown(typed: str) -> str | None:
    """Return what follows "don't know" or nothing at all, if that is nothing or a cadence."""
    if not typed:
        return ""
    line = Line.of(typed)
    rests = (line.after(match.end) for match in vocabulary("unknown").at(line, 0))
    return next((rest for rest in rests if not rest or read_cadence(rest)), None)


def _bare(name: str) -> str:
    """Return a name without the marks that part it from the fields around it."""
    return name.strip(_GAPS).rstrip(_AFTER_NAME).lstrip(_BEFORE_NAME)


def _trimmed(piece: str) -> str:
    return piece.strip(_FILLING)


def _with_head(addition: Addition, head: str, now: datetime, country: str | None) -> Addition:
    """Return the addition with what stands before and between the labels."""
    quoted = _QUOTED.match(head)
    head, addition = _without_last(head, quoted.end() if quoted else 0, addition, now, country)
    # what is not blank keeps its place in the text, so that the name is what comes before it
    masked = "x" * quoted.end() + head[quoted.end() :] if quoted else head
    found = list(addresses_in(masked, country))
    said = without_pace(blanked(masked, [(each.start, each.end) for each in found]))
    name, *extra = [piece for piece in said.left.split("\n") if piece.strip(_FILLING)] or [""]
    name = next(filter(None, quoted.groups())) if quoted else _without_kin(_bare(name))
    addition = _with_addresses(_with_pace(addition, said, masked), found)
    told = {each: channel_told(each, country) for each in map(_trimmed, extra)}
    leads = (channel_told(masked[each.start : each.end], country) for each in found)
    named = (each for each in leads if each is not Channel.CALL)  # "phone" says which number it is
    channels = (*told.values(), *named)
    return _named(
        replace(addition, channel=next(filter(None, channels), None)),
        name,
        [Problem(FieldFault.NOT_UNDERSTOOD, each) for each, channel in told.items() if not channel],
    )


def _with_pace(addition: Addition, said: SaidPace, text: str) -> Addition:
    """Return the addition with the cadence, and with what else says how often as problems."""
    found, spare = said.found, FieldFault.NOT_UNDERSTOOD
    problems = [Problem(spare, each) for each in said.others]
    problems += [
        Problem(spare if found or number else UNCLEAR[half.why], half.text)
        for number, half in enumerate(said.unclear)
    ]
    if found is None:
        return _noting(addition, problems)
    typed = text[found.start : found.end]
    taken = None if found.fit is Fit.EXACT else Taken(found.fit, typed)
    return _noting(replace(addition, cadence=found.cadence, taken=taken), problems)


def _without_last(
    head: str, start: int, addition: Addition, now: datetime, country: str | None
) -> tuple[str, Addition]:
    """Part "Kari last 3 weeks ago", typed without its colon, into the rest and the moment.

    It comes before the cadence, so that "3 weeks" of it is none; ``start`` is after a quoted name.
    """
    for label in unmarked("last", head) if addition.last is None else ():
        value, *others = head[label.end() :].split("\n", 1)
        moment, rest, problems = _last(value, now, country)
        if label.start() >= start and moment is not None and not problems:
            kept = (head[: label.start()].rstrip(_GAPS), rest, *others)
            return "\n".join(kept), replace(addition, last=moment)
    return head, addition


def _without_kin(name: str) -> str:
    """Return a name without what its bearer is to the user: "my mate Niamh" is Niamh."""
    line = Line.of(name)
    bare = (
        line.after(kin.end)
        for mine in vocabulary("possessives").at(line, 0)
        for kin in vocabulary("kin").at(line, mine.end)
    )
    return next((rest for rest in bare if rest[:1].isupper()), name)


def _named(addition: Addition, name: str, extra: list[Problem]) -> Addition:
    whole = clean(name, max(len(name), 1))
    problems = list(extra)
    if not whole:
        problems.insert(0, Problem(FieldFault.NAME_MISSING, ""))
    elif len(whole) > NAME_LIMIT:
        problems.insert(0, Problem(FieldFault.NAME_TOO_LONG, whole))
    return _noting(replace(addition, name=clean_name(whole)), problems)


def _with_addresses(addition: Addition, found: list[TypedAddress]) -> Addition:
    for address in found:
        field = address.kind.name.lower()
        if address.value is None:
            addition = _noting(addition, [Problem(_FAULTS[address.kind], address.text)])
        elif getattr(addition, field) is not None:
            addition = _noting(addition, [Problem(FieldFault.NOT_UNDERSTOOD, address.text)])
        else:
            addition = _reached(addition, address.kind, address.value)
    return addition


def _reached(addition: Addition, kind: AddressKind, value: str) -> Addition:
    match kind:
        case AddressKind.USERNAME:
            return replace(addition, username=value)
        case AddressKind.PHONE:
            return replace(addition, phone=value)
        case _:
            return replace(addition, email=value)


def _noting(addition: Addition, problems: list[Problem]) -> Addition:
    return replace(addition, problems=(*addition.problems, *problems))
